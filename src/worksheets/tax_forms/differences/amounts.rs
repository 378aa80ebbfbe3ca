//! Differences of boxes 1, 2a, 4 and 5.

use super::DifferenceCode as Code;
use super::{Beside, Compared, Difference, Higher, Undetermined, any, is_rounding};
use crate::date::Date;
use crate::law::limits::LEAST_WITHHELD;
use crate::money::Money;
use crate::record::{Answer, YEARS};
use crate::worksheets::ledger::{Distribution, Pool};
use crate::worksheets::tax_forms::expected_forms::FormReason;

impl<'a> Beside<'a> {
    pub(super) fn amounts(&self, found: &mut Vec<Difference>) {
        if self.typed.gross.is_none() {
            found.push(Difference::GrossMissing { due: self.expected.gross.value });
            return;
        }
        if let Some(other) = self.other_money() {
            found.push(other);
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
    fn pools(&self) -> impl Iterator<Item = &'a Pool> {
        self.case.pools.iter().filter(|pool| pool.plan == self.expected.payer)
    }

    fn taxable(&self) -> Option<Difference> {
        let (taxable, basis) = (self.expected.taxable.value, self.expected.basis.value);
        let Some(came) = self.typed.taxable.filter(|_| !self.typed.not_determined) else {
            return self.not_determined();
        };
        let whole = basis.is_positive() && came.is_positive() && came == self.gross && self.basis == Money::ZERO;
        if whole && came > taxable {
            let too_much = came - taxable;
            let tax = self.case.tax_on(too_much);
            return Some(Difference::AllTaxable { basis, taxable, too_much, tax });
        }
        if came == taxable {
            return None;
        }
        let box_2a = Compared::new(came, taxable);
        let tax = self.case.tax_on(box_2a.gap);
        let box_5_as_well = came + self.basis == self.gross && self.basis != basis;
        if !box_2a.is_higher() && !box_2a.is_rounding() && box_5_as_well && self.may_be_from_before_1987() {
            return Some(Difference::Before1987 { box_2a });
        }
        let lost = self.lost_before();
        if !box_2a.is_higher() && !box_2a.is_rounding() && box_2a.gap <= lost {
            return Some(Difference::LossCounted { box_2a, box_5_as_well, lost });
        }
        let old = self.case.birth_date.is_some() && self.case.could_pay_in_before_1987();
        Some(if came == Money::ZERO {
            Difference::TaxableZero { box_2a, box_5_as_well, old, tax }
        } else if box_2a.is_higher() {
            let split = matches!(self.expected.reason, FormReason::SplitRoth | FormReason::SplitPreTax);
            let cause = if self.expected.reason == FormReason::TraditionalIra {
                Higher::TraditionalIra
            } else if split {
                Higher::Split { earnings: self.expected.split_off }
            } else {
                Higher::Unknown
            };
            Difference::TaxableHigher { box_2a, box_5_as_well, cause, tax }
        } else {
            Difference::TaxableLower { box_2a, box_5_as_well, old, tax }
        })
    }

    /// Basis that was lost when the account was emptied before. Whether it lowers what is
    /// taxable later is not settled, and some payers count it.
    fn lost_before(&self) -> Money {
        let emptied = |made: &&Distribution| !made.whole_account && made.value_left == Money::ZERO;
        let made = self.pools().flat_map(|pool| &pool.distributions).filter(emptied);
        let before = made.filter(|made| made.entered.date.year() <= self.case.year);
        before.map(|made| made.basis_left).sum()
    }

    /// Boxes 1 and 2a beyond the ledger by the same amount, with the right basis in box 5: as
    /// where pre-tax money was converted along. Beside a split rollover it can also have gone
    /// to the pre-tax account, so that only box 1 is higher.
    fn other_money(&self) -> Option<Difference> {
        let expected = self.expected;
        let (amount, taxable) =
            (self.gross - expected.gross.value, self.typed.taxable.unwrap_or_default() - expected.taxable.value);
        let basis_due = self.basis == expected.basis.value || self.basis == expected.basis.value + expected.lost;
        let split = expected.split_off.is_positive();
        let sign = taxable == amount || (split && taxable == Money::ZERO);
        let told = self.typed.other_money.is_some() || self.typed.taxable.is_none() || self.typed.not_determined;
        // What is a conversion of the next year or the last is more likely that.
        let year = self.case.year;
        let near = |made: &&Distribution| [year - 1, year + 1].contains(&made.entered.date.year());
        let other_year = || day_of(amount, self.pools().flat_map(|pool| &pool.distributions).filter(near)).is_some();
        let is_it = expected.reason.is_direct() && amount.is_positive() && !is_rounding(amount) && basis_due && sign;
        (is_it && !told && !other_year()).then_some(Difference::OtherMoneyOnIt { amount, taxable })
    }

    /// Whether contributions from before 1987 may be in it, of which nothing is said: the person
    /// is known to be old enough, or what is entered in the first year of this planner stands
    /// for them, since no year is so old.
    fn may_be_from_before_1987(&self) -> bool {
        let old_enough = self.case.birth_date.is_some();
        let is_oldest = |made: &Distribution| made.oldest.is_some_and(|day| day.year() == YEARS.0);
        let may_hold = |pool: &Pool| {
            pool.before_1987_alone == Answer::Unknown
                && (old_enough || pool.before_1987.is_positive() || self.case.moves(pool).any(is_oldest))
        };
        self.case.could_pay_in_before_1987() && self.pools().any(may_hold)
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
        // Of what went to a traditional IRA as a whole, some payers show no box 5.
        if came == Money::ZERO && self.expected.reason == FormReason::TraditionalIra {
            return None;
        }
        // Of an account emptied at a loss, box 5 may show all contributions.
        if came == due || came == due + self.expected.lost || any(found, &[Code::AllTaxable, Code::Before1987]) {
            return None;
        }
        if came == Money::ZERO {
            // Of a split rollover that came on one form, it can be that all of it went there.
            let may_be_traditional = self.expected.split_off.is_positive()
                && self.gross == self.expected.gross.value
                && self.typed.taxable == Some(Money::ZERO);
            return Some(Difference::BasisMissing { basis: due, may_be_traditional });
        }
        let told = [
            Code::GrossHigher,
            Code::GrossLower,
            Code::TaxableZero,
            Code::TaxableHigher,
            Code::TaxableLower,
            Code::LossCounted,
        ];
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
            Code::LossCounted,
            Code::BasisMissing,
            Code::Before1987,
        ];
        let taxable = self.typed.taxable.filter(|_| !any(found, &told))?;
        let blank = self.basis == Money::ZERO && self.expected.reason == FormReason::TraditionalIra;
        let both = if blank { self.expected.basis.value } else { taxable + self.basis };
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
        // With code G it was no payment to the person.
        let direct = self.codes.contains(&'G') && withheld == Money::ZERO;
        if self.expected.reason.is_correction() || withheld == due || direct {
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

impl Beside<'_> {
    /// A part of a direct rollover was withheld, and has a form of its own.
    pub(super) fn part_withheld(&self) -> Option<Difference> {
        let part = self.withheld_part?;
        let paid = part.gross.unwrap_or_default();
        let earnings = self.expected.taxable.value;
        Some(Difference::PartWithheld { direct: self.gross - paid, paid, earnings, code: part.codes.trim().to_owned() })
    }
}

/// When a conversion of exactly this amount was made.
fn day_of<'a>(amount: Money, mut moves: impl Iterator<Item = &'a Distribution>) -> Option<Date> {
    moves.find(|made| made.moved == amount).map(|made| made.entered.date)
}
