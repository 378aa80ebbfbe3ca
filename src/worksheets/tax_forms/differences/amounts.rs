//! Differences of boxes 1, 2a, 4 and 5.

use super::DifferenceCode as Code;
use super::{Beside, Compared, Difference, Undetermined, any};
use crate::date::Date;
use crate::law::limits::LEAST_WITHHELD;
use crate::money::Money;
use crate::worksheets::ledger::{Distribution, Pool};
use crate::worksheets::tax_forms::expected_forms::FormReason;

impl Beside<'_> {
    pub(super) fn amounts(&self, found: &mut Vec<Difference>) {
        if self.typed.gross.is_none() {
            found.push(Difference::GrossMissing { due: self.expected.gross.value });
            return;
        }
        found.extend(self.gross());
        found.extend(self.taxable());
        found.extend(self.basis(found));
        found.extend(self.sum(found));
    }

    fn gross(&self) -> Option<Difference> {
        let box_1 = Compared::new(self.gross, self.expected.gross.value);
        if box_1.came == box_1.due {
            return None;
        }
        let year = self.case.year;
        Some(if box_1.is_higher() {
            let near = |made: &&Distribution| [year - 1, year + 1].contains(&made.entered.date.year());
            let others = self.pools().flat_map(|pool| &pool.distributions).filter(near);
            Difference::GrossHigher { box_1, year, conversion: day_of(box_1.gap, others) }
        } else {
            let own = self.pools().flat_map(|pool| self.case.moves(pool));
            Difference::GrossLower { box_1, year, conversion: day_of(box_1.gap, own) }
        })
    }

    /// The payer's plan.
    fn pools(&self) -> impl Iterator<Item = &Pool> {
        self.case.pools.iter().filter(|pool| pool.plan == self.expected.payer)
    }

    fn taxable(&self) -> Option<Difference> {
        let (taxable, basis) = (self.expected.taxable.value, self.expected.basis.value);
        let Some(came) = self.typed.taxable.filter(|_| !self.typed.not_determined) else {
            return self.not_determined();
        };
        if basis.is_positive() && came.is_positive() && came == self.gross && self.basis == Money::ZERO {
            let too_much = came - taxable;
            let tax = self.case.tax_on(too_much);
            return Some(Difference::AllTaxable { basis, taxable, too_much, tax });
        }
        if came == taxable {
            return None;
        }
        let box_2a = Compared::new(came, taxable);
        let tax = self.case.tax_on(box_2a.gap);
        let box_5_as_well = came + self.basis == self.gross;
        Some(if came == Money::ZERO {
            Difference::TaxableZero { box_2a, box_5_as_well, tax }
        } else if box_2a.is_higher() {
            let split = matches!(self.expected.reason, FormReason::SplitRoth | FormReason::SplitPreTax);
            Difference::TaxableHigher { box_2a, box_5_as_well, split, tax }
        } else {
            Difference::TaxableLower { box_2a, box_5_as_well, tax }
        })
    }

    fn not_determined(&self) -> Option<Difference> {
        let (taxable, basis) = (self.expected.taxable.value, self.expected.basis.value);
        let box_2a = match (self.typed.not_determined, self.typed.taxable) {
            // At a loss the instructions themselves leave box 2a blank.
            (false, _) if self.expected.lost.is_positive() => return None,
            (false, _) => Undetermined::Blank,
            (true, Some(came)) if came == taxable => Undetermined::CheckedButRight,
            (true, _) => Undetermined::Checked,
        };
        Some(Difference::NotDetermined { taxable, basis, box_2a })
    }

    fn basis(&self, found: &[Difference]) -> Option<Difference> {
        let (came, due) = (self.basis, self.expected.basis.value);
        // Of an account emptied at a loss, box 5 may show all contributions.
        if came == due || came == due + self.expected.lost || any(found, &[Code::AllTaxable]) {
            return None;
        }
        if came == Money::ZERO {
            return Some(Difference::BasisMissing { basis: due });
        }
        let told = [Code::GrossHigher, Code::GrossLower, Code::TaxableZero, Code::TaxableHigher, Code::TaxableLower];
        let mirrored = self.typed.taxable.unwrap_or_default() + came == self.gross;
        (!mirrored || !any(found, &told)).then_some(Difference::BasisDiffers { came, due })
    }

    /// Box 1 is boxes 2a and 5 together, but for a split and for a loss.
    fn sum(&self, found: &[Difference]) -> Option<Difference> {
        let told = [
            Code::AllTaxable,
            Code::NotDetermined,
            Code::TaxableZero,
            Code::TaxableHigher,
            Code::TaxableLower,
            Code::BasisMissing,
        ];
        let taxable = self.typed.taxable.filter(|_| !any(found, &told))?;
        let both = taxable + self.basis;
        let parts_due = self.expected.taxable.value + self.expected.basis.value;
        let split_off = self.expected.gross.value - parts_due;
        let allowed = both + split_off;
        let adds_up = allowed == self.gross || allowed == self.gross + self.expected.lost;
        (!adds_up).then_some(Difference::NotAddingUp { gross: self.gross, both })
    }

    pub(super) fn withheld(&self) -> Option<Difference> {
        let withheld = self.typed.withheld.unwrap_or_default();
        let Compared { due, gap, .. } = Compared::new(withheld, self.expected.withheld.value);
        // Each payment is rounded on its own.
        let cents = Money::cents(u32::try_from(self.expected.payments).unwrap_or(u32::MAX));
        if self.expected.reason.is_correction() || withheld == due {
            None
        } else if self.expected.reason != FormReason::PaidOut {
            Some(Difference::WithheldOnDirect { withheld })
        } else if withheld == Money::ZERO {
            Some(Difference::NothingWithheld { due, small: self.expected.gross.value < LEAST_WITHHELD })
        } else {
            (gap > cents).then_some(Difference::WithheldDiffers { withheld, due })
        }
    }
}

/// When a conversion of exactly this amount was made.
fn day_of<'a>(amount: Money, mut moves: impl Iterator<Item = &'a Distribution>) -> Option<Date> {
    moves.find(|made| made.moved == amount).map(|made| made.entered.date)
}
