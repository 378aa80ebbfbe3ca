//! Differences of box 7.

use super::DifferenceCode as Code;
use super::{Beside, Found};
use crate::explain::Severity;
use crate::law::{citations, rates};
use crate::money::{Overflow, RoundingStrategy};
use crate::worksheets::tax_forms::boxes::Place;
use crate::worksheets::tax_forms::codes::{Group, group, says};
use crate::worksheets::tax_forms::expected::Way;

impl Beside<'_> {
    pub(super) fn code(&self, found: &mut Found) -> Result<(), Overflow> {
        let expected = self.expected;
        let wanted = expected.codes;
        if self.codes.is_empty() {
            self.add(
                found,
                Code::CodeMissing,
                Severity::Attention,
                [
                    "Box 7 is empty".to_owned(),
                    format!("Box 7 should show code {wanted}. Without a code nobody can tell what the payment was."),
                    "Tax software asks for the code, and the IRS reads the form by it.".to_owned(),
                    "Type the code. If it is blank on paper, ask the payer for a corrected form.".to_owned(),
                ],
            );
        } else if expected.way.is_direct() {
            self.direct(found)?;
        } else if expected.way == Way::PaidOut {
            self.paid_out(found)?;
        } else if !self.codes.iter().any(|code| wanted.contains(*code)) {
            self.add(
                found,
                Code::CodeOfCorrection,
                Severity::Attention,
                [
                    format!("Code {} on money that was returned", self.typed()),
                    format!(
                        "Money returned as too much has code {wanted}. Code {} stands for {}.",
                        self.typed(),
                        self.says()
                    ),
                    "The code decides the year of the tax and keeps the 10% tax away.".to_owned(),
                    format!("Ask the payer for a corrected form with code {wanted}."),
                ],
            );
        }
        Ok(())
    }

    /// What box 7 says, as typed but tidied.
    fn typed(&self) -> String {
        self.codes.iter().collect()
    }

    /// What the codes stand for, one after the other.
    fn says(&self) -> String {
        let says: Vec<&str> = self.codes.iter().map(|code| says(*code)).collect();
        says.join(", and ")
    }

    /// A difference of box 7: title, meaning, whether it matters, whom to ask.
    fn add(&self, found: &mut Found, code: Code, severity: Severity, [title, means, matters, ask]: [String; 4]) {
        let request = if severity == Severity::Note {
            String::new()
        } else {
            let shown = if self.codes.is_empty() { "is blank".to_owned() } else { format!("shows {}", self.typed()) };
            let way = self.expected.way.name();
            format!("Box 7 {shown}. This was a {way}: the code should be {}.", self.expected.codes)
        };
        found.add(code, severity, &[Place::Codes], citations::FORM_1099R_BOX_7, [title, means, matters, ask, request]);
    }

    fn direct(&self, found: &mut Found) -> Result<(), Overflow> {
        let (typed, says) = (self.typed(), self.says());
        let with_g = self.codes.contains(&'G');
        if with_g && self.codes.len() == 1 {
            return Ok(());
        }
        let of = |wanted: Group| self.codes.iter().any(|code| group(*code) == wanted);
        let corrected = "Ask the payer for a corrected form with code G.";
        let earnings = self.expected.taxable.value;
        if of(Group::RothRollover) {
            self.add(
                found,
                Code::CodeH,
                Severity::Problem,
                [
                "Code H is for money that was Roth already".to_owned(),
                "H is a direct rollover from a Roth account of the plan to a Roth IRA. After-tax money that is converted is not Roth before it moves.".to_owned(),
                format!("Software takes an H rollover as tax-free, so that the {earnings} of earnings would be left out, and the basis would count as Roth contributions."),
                corrected.to_owned(),
                ],
            );
        } else if of(Group::RothAccount) {
            self.add(
                found,
                Code::CodeB,
                Severity::Problem,
                [
                "Code B is for payments from a Roth account".to_owned(),
                "B says that the money came out of the plan’s Roth account. After-tax money is a different account, and in-plan it moves into the Roth account.".to_owned(),
                format!("Software would ask for the Roth account’s first year and may take the {earnings} of earnings as tax-free."),
                corrected.to_owned(),
                ],
            );
        } else if of(Group::Correction) {
            self.add(
                found,
                Code::CodeCorrection,
                Severity::Problem,
                [
                format!("Code {typed} says that the plan returned too much"),
                format!("Code {typed} stands for {says}. Such money was never allowed to stay, and it cannot be rolled over."),
                "If it is true, what went into a Roth IRA must come out again. If it is not, the code would tax it in the wrong year or place.".to_owned(),
                "Ask the plan whether a limit or a test was failed. If so, enter the amount under returned money; if not, ask for a corrected form with code G.".to_owned(),
                ],
            );
        } else if of(Group::Ira) {
            self.add(
                found,
                Code::CodeIra,
                Severity::Problem,
                [
                format!("Code {typed} belongs to an IRA"),
                format!("Code {typed} stands for {says}. Money of a 401(k) or 403(b) never has it."),
                "It would put the payment on the IRA lines and bring in Form 8606, which has no part in this.".to_owned(),
                "Check that this form is for the conversion and not for an IRA of yours. If it is, ask the payer for a corrected form with code G.".to_owned(),
                ],
            );
        } else if of(Group::Payment) && !with_g {
            let tenth = self.typed.taxable.unwrap_or(earnings).times(rates::EARLY, HALF_UP)?;
            let early = if self.codes.contains(&'1') && tenth.is_positive() {
                format!(" With code 1 the IRS also looks for 10% more tax, {tenth} on box 2a.")
            } else {
                String::new()
            };
            self.add(
                found,
                Code::CodePaidOut,
                Severity::Problem,
                [
                format!("Code {typed} says that the money was paid to you"),
                format!("Code {typed} stands for {says}. A rollover straight to Roth has code G."),
                format!("A payment to you must reach a Roth IRA within 60 days to count as a rollover, and 20% of its taxable part is withheld.{early}"),
                "Ask the payer for a corrected form with code G. If the check was made out to you, change the conversion in the ledger to “paid to you”.".to_owned(),
                ],
            );
        } else if with_g {
            self.add(
                found,
                Code::CodeWithAnother,
                Severity::Attention,
                [
                format!("Code G stands with another: {typed}"),
                format!("The codes stand for {says}. With G only 4, for an heir, or B, for a Roth account, is ever combined."),
                "G alone is right for your own conversion. The other code may make software ask for things that do not apply.".to_owned(),
                corrected.to_owned(),
                ],
            );
        } else {
            self.add(
                found,
                Code::CodeOther,
                Severity::Problem,
                [
                    format!("Code {typed} does not fit a rollover"),
                    format!("Code {typed} stands for {says}. A rollover straight to Roth has code G."),
                    "The IRS reads the form by its code, and would expect other figures on your return.".to_owned(),
                    format!("Check that you typed it as printed. {corrected}"),
                ],
            );
        }
        Ok(())
    }

    fn paid_out(&self, found: &mut Found) -> Result<(), Overflow> {
        let typed = self.typed();
        let wanted = self.expected.codes;
        if self.codes.iter().any(|code| code.is_ascii_digit() && wanted.contains(*code)) {
            return Ok(());
        }
        let earnings = self.expected.taxable.value;
        if self.codes.iter().any(|code| matches!(code, '1' | '2' | '7')) {
            let exception = self.codes.contains(&'2');
            let tenth = earnings.times(rates::EARLY, HALF_UP)?;
            self.add(
                found,
                Code::CodeAge,
                if exception { Severity::Note } else { Severity::Attention },
                [
                format!("Code {typed} instead of {wanted}"),
                format!("1 and 2 are for payments before age 59½, 7 for those from then on. Your birth date makes it {wanted}; code {typed} stands for {}.", self.says()),
                if exception {
                    "With code 2 no additional tax of 10% is due.".to_owned()
                } else {
                    format!("Before age 59½ earnings that were not rolled over bear 10% more tax: {tenth} at most here.")
                },
                "Check your birth date here. If it is right, ask the payer which birth date it has.".to_owned(),
                ],
            );
            return Ok(());
        }
        if self.codes.contains(&'G') {
            self.add(
                found,
                Code::CodeDirect,
                Severity::Attention,
                [
                "Code G says that it went straight to Roth".to_owned(),
                "By your ledger the money was paid to you. G is a rollover that never passed through your hands.".to_owned(),
                "For a direct rollover there are no 60 days, and nothing is withheld. Tax on the earnings is the same.".to_owned(),
                "Look at the check or the transfer: was it made out to the new account “for the benefit of” you? Then change the conversion in the ledger to a direct rollover.".to_owned(),
                ],
            );
            return Ok(());
        }
        self.add(
            found,
            Code::CodeOther,
            Severity::Problem,
            [
                format!("Code {typed} does not fit a payment to you"),
                format!("Code {typed} stands for {}. A payment to you has code {wanted}.", self.says()),
                "The IRS reads the form by its code, and would expect other figures on your return.".to_owned(),
                format!(
                    "Check that you typed it as printed, and ask the payer for a corrected form with code {wanted}."
                ),
            ],
        );
        Ok(())
    }
}

const HALF_UP: RoundingStrategy = RoundingStrategy::MidpointAwayFromZero;
