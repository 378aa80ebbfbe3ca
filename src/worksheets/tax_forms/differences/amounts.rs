//! Differences of boxes 1, 2a, 4 and 5.

use super::DifferenceCode as Code;
use super::{Beside, Found};
use crate::explain::Severity;
use crate::law::citations;
use crate::money::{Money, Overflow};
use crate::worksheets::ledger::Distribution;
use crate::worksheets::tax_forms::boxes::Place;
use crate::worksheets::tax_forms::expected::{Expected, Way};

/// A difference up to this is a matter of rounding, one payment at a time.
const ROUNDING: Money = Money::dollars(1);
/// Under this in a year nothing has to be withheld (26 CFR 31.3405(c)-1, Q&A-14).
const LEAST_WITHHELD: Money = Money::dollars(200);

impl Beside<'_> {
    pub(super) fn amounts(&self, found: &mut Found) -> Result<(), Overflow> {
        if self.typed.gross.is_none() {
            found.add(
                Code::GrossMissing,
                Severity::Attention,
                &[Place::Gross],
                citations::FORM_1099R_BOX_1,
                [
                    "Box 1 is empty".to_owned(),
                    format!("Box 1 should show {}. Without it the form cannot be compared.", self.expected.gross.value),
                    "A form of a plan always has an amount in box 1.".to_owned(),
                    "Type the amount in box 1. If it is blank on paper, ask the payer for a corrected form.".to_owned(),
                    format!("Box 1 is blank; by my records it should show {}.", self.expected.gross.value),
                ],
            );
            return Ok(());
        }
        self.gross(found)?;
        self.taxable(found)?;
        self.basis(found)?;
        self.sum(found)
    }

    fn gross(&self, found: &mut Found) -> Result<(), Overflow> {
        let (came, due) = (self.gross, self.expected.gross.value);
        if came == due {
            return Ok(());
        }
        let year = self.work.year;
        let higher = came > due;
        let gap = if higher { came.minus(due)? } else { due.minus(came)? };
        let same_amount = |made: &&Distribution| made.entered.amount == gap;
        let pools = || self.work.pools.iter().filter(|pool| pool.plan == self.expected.payer);
        let near = |made: &&Distribution| {
            let of = made.entered.date.year();
            of == year - 1 || of == year + 1
        };
        let (code, word, means) = if higher {
            let other = pools().flat_map(|pool| &pool.distributions).filter(near).find(same_amount);
            let means = match other {
                Some(other) => format!(
                    "That is exactly your conversion of {}, which the payer counts in {year}. A conversion belongs to the year in which the plan made it.",
                    other.entered.date.long()
                ),
                None => format!(
                    "More left the plan than you entered. A conversion may be missing in the ledger, one made around New Year may count in the other year, or other money of the plan is on the same form. A conversion belongs to the year in which the plan made it; all of {year} is usually on one form."
                ),
            };
            (Code::GrossHigher, "higher", means)
        } else {
            let own = pools().flat_map(|pool| self.work.moves(pool)).find(same_amount);
            let means = match own {
                Some(own) => format!(
                    "That is exactly your conversion of {}. The plan may have made it in another year, or put it on a form of its own. A conversion belongs to the year in which the plan made it.",
                    own.entered.date.long()
                ),
                None => format!(
                    "Less left the plan than you entered. A conversion may stand twice in the ledger, may be on a form of its own, or may count in another year than {year}, in which case the plan made it then."
                ),
            };
            (Code::GrossLower, "lower", means)
        };
        found.add(
            code,
            Severity::Problem,
            &[Place::Gross],
            citations::FORM_1099R_BOX_1,
            [
                format!("Box 1 is {gap} {word} than your ledger"),
                means,
                "Box 1 itself is not taxed; box 2a is. But the IRS has this figure, and the ledger is your proof of what was taxed before.".to_owned(),
                format!("Hold box 1 against the plan’s list of transactions of {year} and put the ledger right. If the list agrees with your ledger, ask the payer which payments box 1 is made of."),
                format!("Box 1 shows {came}. By my records {due} left the account this way in {year}. Please tell me which payments, with their dates, box 1 is made of."),
            ],
        );
        Ok(())
    }

    fn taxable(&self, found: &mut Found) -> Result<(), Overflow> {
        let Expected { taxable, basis, lost, way, .. } = self.expected;
        let (due, basis) = (taxable.value, basis.value);
        let Some(came) = self.typed.taxable.filter(|_| !self.typed.not_determined) else {
            // At a loss the instructions themselves leave box 2a blank.
            if !lost.is_positive() || self.typed.not_determined {
                self.not_determined(found);
            }
            return Ok(());
        };
        if basis.is_positive() && came.is_positive() && came == self.gross && self.basis == Money::ZERO {
            let more = came.minus(due)?;
            found.add(
                Code::AllTaxable,
                Severity::Problem,
                &[Place::Taxable, Place::Basis],
                citations::FORM_1099R_BOX_5,
                [
                    "The payer treats all of it as taxable".to_owned(),
                    format!("Box 2a equals box 1 and box 5 is empty, as if no after-tax money were in it. By your ledger {basis} of it was taxed before it went in."),
                    format!("Filed as it stands, {more} too much is income. {}", self.work.stake(more)?),
                    format!("Ask the payer for a corrected form with {basis} in box 5 and {due} in box 2a. Have the statements ready that show your after-tax contributions."),
                    format!("Box 2a shows the whole of box 1 and box 5 is blank. {basis} of it are my after-tax contributions: box 5 should show {basis} and box 2a {due}."),
                ],
            );
            return Ok(());
        }
        if came == due {
            return Ok(());
        }
        let higher = came > due;
        let gap = if higher { came.minus(due)? } else { due.minus(came)? };
        let mirrored = came.plus(self.basis)? == self.gross;
        let at: &[Place] = if mirrored { &[Place::Taxable, Place::Basis] } else { &[Place::Taxable] };
        let severity = if gap <= ROUNDING { Severity::Note } else { Severity::Problem };
        let stake = self.work.stake(gap)?;
        let request = if severity == Severity::Note {
            String::new()
        } else {
            format!(
                "Box 2a shows {came}. By my records the earnings were {due}. Please tell me how much of each payment was after-tax contributions and how much was earnings, or correct the form."
            )
        };
        let rounding = "The two differ by rounding only. Your return follows the form.";
        let split = matches!(way, Way::SplitRoth | Way::SplitPreTax);
        let (code, title, means, matters, ask) = if came == Money::ZERO {
            (
                Code::TaxableZero,
                format!("Box 2a is zero, but {due} of earnings moved"),
                "By your ledger part of what moved was growth, which is income in the year it moves to Roth. The plan may count the growth elsewhere, or the form is wrong.".to_owned(),
                format!("A zero on the form does not make growth tax-free: your return must be right whatever the form says. {stake}"),
                "Ask the plan how much of each conversion was earnings. If its own figure is zero, enter that with the conversion; if it was not, ask for a corrected form.",
            )
        } else if higher && split {
            (
                Code::TaxableHigher,
                format!("Box 2a shows {came}, though a split rollover is not taxed"),
                "The earnings went to a pre-tax account, where they are taxed only later. The payer may have sent them to Roth, or filled in the form as if it had.".to_owned(),
                format!("Filed as it stands, {gap} too much is income. {stake}"),
                "Ask the payer where each part went. If the earnings went to a pre-tax account, ask for a corrected form with 0.00 in box 2a.",
            )
        } else if higher {
            (
                Code::TaxableHigher,
                format!("Box 2a is {gap} higher than your ledger"),
                "The payer counts more of it as earnings than your ledger does. A contribution or a balance may be missing or wrong in your ledger: the plan’s own record usually decides.".to_owned(),
                format!("Filed as it stands, {gap} more is income. {stake}"),
                "Ask the plan for contributions and earnings of each conversion, and enter them as the plan’s own figures. If they bear out your ledger, ask for a corrected form.",
            )
        } else {
            (
                Code::TaxableLower,
                format!("Box 2a is {gap} lower than your ledger"),
                "The payer counts less of it as earnings than your ledger does. A balance may be wrong in your ledger: the plan’s own record usually decides.".to_owned(),
                format!("If your ledger is right, {gap} of income is missing on the form and still taxed. {stake}"),
                "Ask the plan for contributions and earnings of each conversion, and enter them as the plan’s own figures. If they bear out your ledger, ask for a corrected form.",
            )
        };
        let texts = if severity == Severity::Note {
            [
                title,
                rounding.to_owned(),
                "It does not matter.".to_owned(),
                "There is nothing to ask.".to_owned(),
                request,
            ]
        } else {
            [title, means, matters, ask.to_owned(), request]
        };
        found.add(code, severity, at, citations::FORM_1099R_BOX_2A, texts);
        Ok(())
    }

    fn not_determined(&self, found: &mut Found) {
        let (due, basis) = (self.expected.taxable.value, self.expected.basis.value);
        let right = self.typed.taxable == Some(due);
        let title = match (self.typed.taxable, self.typed.not_determined) {
            (None, false) => "Box 2a is blank",
            _ => "“Taxable amount not determined” is checked",
        };
        let at: &[Place] = if right { &[Place::NotDetermined] } else { &[Place::Taxable, Place::NotDetermined] };
        let matters = if right {
            "The figure in box 2a is right, and you can use it.".to_owned()
        } else {
            format!(
                "A blank is not the same as 0.00. Tax software may take the whole of box 1 as income, and you must then show the {basis} of after-tax money yourself."
            )
        };
        found.add(
            Code::NotDetermined,
            if right { Severity::Note } else { Severity::Attention },
            at,
            citations::FORM_1099R_BOX_2B,
            [
                title.to_owned(),
                format!("The payer says that it does not know the taxable part. A plan keeps a record of after-tax money and should: by your ledger it is {due}."),
                matters,
                format!("Ask the payer to find the amount and correct the form. If it does not, enter {due} as the taxable amount and keep the statements that show your contributions."),
                if right { String::new() } else { format!("The taxable amount is not determined. By my records box 2a should show {due} and box 5 {basis}.") },
            ],
        );
    }

    fn basis(&self, found: &mut Found) -> Result<(), Overflow> {
        let Expected { basis, lost, .. } = self.expected;
        let (came, due) = (self.basis, basis.value);
        // Of an account emptied at a loss, box 5 may show all contributions.
        if came == due || came == due.plus(*lost)? || found.has(Code::AllTaxable) {
            return Ok(());
        }
        if came == Money::ZERO {
            found.add(
                Code::BasisMissing,
                Severity::Attention,
                &[Place::Basis],
                citations::FORM_1099R_BOX_5,
                [
                    format!("Box 5 is empty, but {due} of after-tax money moved"),
                    "Box 5 shows the after-tax contributions in the payment. Without it nothing on the form says why box 2a is less than box 1.".to_owned(),
                    "Tax follows box 2a. Box 5 is your proof for it, and for what can later leave a Roth IRA free of the 10% tax.".to_owned(),
                    format!("Ask the payer for a corrected form with {due} in box 5."),
                    format!("Box 5 is blank; it should show {due} of after-tax contributions."),
                ],
            );
            return Ok(());
        }
        let told = [Code::GrossHigher, Code::GrossLower, Code::TaxableZero, Code::TaxableHigher, Code::TaxableLower];
        let mirrored = self.typed.taxable.unwrap_or_default().plus(came)? == self.gross;
        if mirrored && told.iter().any(|code| found.has(*code)) {
            return Ok(());
        }
        found.add(
            Code::BasisDiffers,
            Severity::Attention,
            &[Place::Basis],
            citations::FORM_1099R_BOX_5,
            [
                format!("Box 5 shows {came}, your ledger {due}"),
                "Box 5 is the after-tax contributions in the payment. The two records count them differently.".to_owned(),
                "Tax follows box 2a. Box 5 is your proof for it in later years.".to_owned(),
                "Compare the ledger’s contributions with your last pay stub and the plan’s statement. If they agree, ask the payer how box 5 came about.".to_owned(),
                format!("Box 5 shows {came}. By my records {due} of it are after-tax contributions. Please tell me how box 5 came about, or correct the form."),
            ],
        );
        Ok(())
    }

    /// Box 1 is boxes 2a and 5 together, but for a split and for a loss.
    fn sum(&self, found: &mut Found) -> Result<(), Overflow> {
        let told = [
            Code::AllTaxable,
            Code::NotDetermined,
            Code::TaxableZero,
            Code::TaxableHigher,
            Code::TaxableLower,
            Code::BasisMissing,
        ];
        let (Some(taxable), false) = (self.typed.taxable, told.iter().any(|code| found.has(*code))) else {
            return Ok(());
        };
        let both = taxable.plus(self.basis)?;
        let parts_due = self.expected.taxable.value.plus(self.expected.basis.value)?;
        let split_off = self.expected.gross.value.minus(parts_due)?;
        let allowed = both.plus(split_off)?;
        if allowed == self.gross || allowed == self.gross.plus(self.expected.lost)? {
            return Ok(());
        }
        found.add(
            Code::NotAddingUp,
            Severity::Attention,
            &[Place::Gross, Place::Taxable, Place::Basis],
            citations::FORM_1099R_BOX_5,
            [
                "The boxes do not add up".to_owned(),
                format!("Boxes 2a and 5 together are {both}, box 1 is {}. What was not taxed before is taxable, so the two should make up the whole.", self.gross),
                "One of the three is wrong, or you typed one wrong.".to_owned(),
                "Check what you typed against the paper. If it is right, ask the payer how the three boxes came about.".to_owned(),
                format!("Box 1 shows {}, boxes 2a and 5 together {both}. Please tell me how the three came about, or correct the form.", self.gross),
            ],
        );
        Ok(())
    }

    pub(super) fn withheld(&self, found: &mut Found) -> Result<(), Overflow> {
        let (came, due) = (self.typed.withheld.unwrap_or_default(), self.expected.withheld.value);
        let off = if came > due { came.minus(due)? } else { due.minus(came)? };
        // Each payment is rounded on its own.
        let cents = Money::cents(u32::try_from(self.expected.payments).unwrap_or(u32::MAX));
        if self.expected.way.is_correction() || came == due {
            return Ok(());
        }
        let (code, severity, texts) = if self.expected.way != Way::PaidOut {
            (
                Code::WithheldOnDirect,
                Severity::Attention,
                [
                    format!("{came} of tax was withheld on a direct rollover"),
                    "Nothing is withheld where the money goes straight to Roth. These dollars went to the IRS in your name, so they did not reach the Roth account.".to_owned(),
                    "They count toward your tax, so they are not lost. But as money paid to you they are no rollover, and before age 59½ their taxable part may bear 10% more.".to_owned(),
                    "Ask the payer why tax was withheld, and whether the conversion was made as a payment to you.".to_owned(),
                    format!("Box 4 shows {came}. I asked for a direct rollover, from which nothing is withheld. Please tell me why, or correct the form."),
                ],
            )
        } else if came == Money::ZERO {
            let small = self.expected.gross.value < LEAST_WITHHELD;
            (
                Code::NothingWithheld,
                if small { Severity::Note } else { Severity::Attention },
                [
                    "No tax was withheld from a payment to you".to_owned(),
                    format!("The plan withholds 20% of the taxable part, which is {due} here, unless the year’s payments stay under $200."),
                    "You owe the tax on box 2a all the same, and nothing has been paid toward it.".to_owned(),
                    "Compare with the amount that arrived. If nothing was withheld, set the tax aside; if something was, ask for a corrected form.".to_owned(),
                    if small { String::new() } else { format!("Box 4 is blank. Please confirm whether {due} of tax was withheld, and correct the form if it was.") },
                ],
            )
        } else if off <= cents {
            return Ok(());
        } else {
            (
                Code::WithheldDiffers,
                Severity::Note,
                [
                    format!("Box 4 is {came}; 20% of the earnings is {due}"),
                    "A person may ask for more than 20%, and a payer that does not know the basis withholds on more."
                        .to_owned(),
                    "What was withheld counts toward your tax, whatever it was.".to_owned(),
                    "Compare box 4 with the amount that arrived: both together are box 1.".to_owned(),
                    String::new(),
                ],
            )
        };
        found.add(code, severity, &[Place::Withheld], citations::FORMS_WITHHOLDING, texts);
        Ok(())
    }
}
