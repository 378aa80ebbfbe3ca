//! What the worksheet says at its end.

use crate::english::counted;
use crate::explain::Closing;
use crate::law::citations;
use crate::money::Money;
use crate::record::TransferTiming;
use crate::worksheets::conversions::closing::{Converted, Earned, Ending, Next, Request, Waits};

impl Ending {
    /// Decision, rule, next action.
    pub(in crate::worksheets::conversions) fn words(&self) -> Closing {
        Closing {
            decision: self.decision(),
            rule: self.rule(),
            citations: vec![
                if self.is_one_pool { citations::ONE_POOL } else { citations::SEPARATE_CONTRACT },
                citations::PRO_RATA_PAYMENT,
                citations::CONVERSION_INCOME,
                citations::YEAR_OF_CONVERSION,
            ],
            next_action: self.next.words(self.year),
            by: self.next.by(),
            words: match &self.next {
                Next::Convert { request, .. } => Some(request.letter()),
                _ => None,
            },
        }
    }

    fn decision(&self) -> String {
        let state = self.state();
        match &self.open_payment {
            Some(paid) => format!("{} was paid to you and is not in a Roth IRA yet. {state}", paid.left),
            None => state,
        }
    }

    /// What was converted, what was kept, and what waits.
    fn state(&self) -> String {
        let year = self.year;
        let kept = match (self.kept.is_positive(), self.to_traditional.is_positive(), self.converted.is_some()) {
            (true, ..) => format!("{} was paid to you and kept", self.kept),
            (false, true, false) => format!("{} went to a traditional IRA or a pre-tax account", self.to_traditional),
            (false, ..) => String::new(),
        };
        let converted = match &self.converted {
            None if kept.is_empty() => format!("Nothing was converted in {year}"),
            None => format!("Nothing was converted in {year}: {kept}"),
            Some(converted) => {
                let and_kept = if kept.is_empty() { kept } else { format!("; {kept}") };
                format!("{} was converted in {year}, {}{and_kept}", converted.amount, converted.taxed(&self.kept))
            }
        };
        match &self.waits {
            Waits::Nothing => match &self.converted {
                None if self.kept.is_positive() || self.to_traditional.is_positive() => format!("{converted}."),
                None => format!("{converted}, and nothing waits."),
                Some(done) if !self.kept.is_positive() => {
                    format!("All of it is converted: {} in {year}, {}.", done.amount, done.taxed(&self.kept))
                }
                Some(_) => format!("{converted}."),
            },
            Waits::Earnings(value) => {
                format!("{value} of earnings is still there, with no contributions left in it. {converted}.")
            }
            Waits::AtYearEnd { value, since, earned } => format!(
                "At the end of {year}, {value} had waited since {}; {}. {converted}.",
                since.long(),
                earned.words()
            ),
            Waits::Now { value, days: 0, earned, .. } => {
                format!("{value} has waited since today; {}. {converted}.", earned.words())
            }
            Waits::Now { value, since, days, earned } => {
                let (since, days) = (since.long(), counted(*days, "day", "days"));
                format!("{value} has waited since {since}, {days}; {}. {converted}.", earned.words())
            }
        }
    }

    fn rule(&self) -> String {
        let pool = if self.is_one_pool {
            "This plan keeps all its money in one pool, so a payment is basis only in the proportion of your after-tax contributions to the whole account."
        } else {
            "After-tax contributions and their earnings are a pool of their own. A payment out of it is basis in the proportion of basis to value on that day, and a payment of everything takes all basis along."
        };
        format!(
            "{pool} Basis was taxed before; the earnings are income of the calendar year in which they are converted, whenever the money was paid in. The plan’s own figures count where you entered them."
        )
    }
}

impl Converted {
    /// What of it is taxed, with the earnings of what was kept.
    fn taxed(&self, kept: &Money) -> String {
        match self.taxable {
            None => "and what of it is taxable is not known: contributions are missing".to_owned(),
            Some(taxable) if kept.is_positive() => format!("and {taxable} of all that left is taxable"),
            Some(taxable) => format!("{taxable} of it taxable"),
        }
    }
}

impl Earned {
    fn words(&self) -> String {
        match self {
            Self::Growth(growth) => format!("{growth} of it is growth"),
            Self::Loss(loss) => format!("it is worth {loss} less than was paid in"),
            Self::Nothing => "no growth on it is known".to_owned(),
            Self::Unknown => "what it has earned no statement tells yet".to_owned(),
        }
    }
}

impl Next {
    /// What to do about the ledger of this year.
    fn words(&self, year: i16) -> String {
        match self {
            Self::RollOver { left, deadline } => format!(
                "Put {left} into a Roth IRA by {}, as a rollover from the plan, and enter here how much went in and when.",
                deadline.long()
            ),
            Self::Correct { title } => {
                format!("First see to “{title}”: the figures here depend on it.")
            }
            Self::NotBegun { today } => format!(
                "{year} has not begun. See the page of {today}: what is converted by December 31, {today} counts in {today}."
            ),
            Self::SeeYear(later) => {
                format!("See the page of {later}: what was converted later counts in the later year.")
            }
            Self::AskForOneMore { year, value } => {
                let following = year.saturating_add(1);
                format!(
                    "The plan’s conversions of {year} are used. Ask whether it makes one more; otherwise convert the {value} in the first days of January {following}, and it counts in {following}."
                )
            }
            Self::GrowToLeast { value, least } => format!(
                "The plan takes conversions from {least}. Convert as soon as {value} has grown to that by the next contributions."
            ),
            Self::Convert { year, timing, .. } => format!(
                "{}. To count in {year} it must be made by December 31, {year}; requests of the last days are often carried out in January. Then enter date, amount and confirmation here.",
                ask(*timing)
            ),
            Self::FindDifference { look } => {
                format!("Find the difference between the ledger and the other count. {look}")
            }
            Self::SaveConfirmations => "Save the confirmation of each conversion, and enter its number.".to_owned(),
            Self::Nothing => format!("Nothing is left to do for {year}."),
            Self::CompareForm => format!(
                "Compare Form 1099-R of {year} with the figures here before you file: the Tax forms page does it box by box."
            ),
            Self::AfterNextContribution => format!(
                "After the next contribution, convert it and enter both here. What is converted by December 31, {year} counts in {year}, what comes later in {}.",
                year.saturating_add(1)
            ),
        }
    }
}

/// What to ask of a plan with this timing.
fn ask(timing: TransferTiming) -> &'static str {
    match timing {
        TransferTiming::Automatic => "The plan should convert it by itself. If it has not within a week, ask why",
        TransferTiming::AnyDay => "Ask the plan to convert it now",
        TransferTiming::Monthly => "Ask for the conversion of this month",
        TransferTiming::Quarterly => "Ask for the conversion of this quarter",
        TransferTiming::Yearly => "Ask for the conversion of this year",
        TransferTiming::Unknown => "Ask the plan to convert it, and how soon after each contribution it does",
    }
}

impl Request {
    fn letter(&self) -> String {
        let Self { basis, value, .. } = self;
        let how = match self.to_roth_ira {
            Some(true) => " to my Roth IRA, as a direct rollover made out to its provider and not to me",
            Some(false) => " to the plan’s Roth account, as an in-plan Roth rollover",
            None => {
                " to Roth, by an in-plan Roth rollover or a direct rollover to my Roth IRA, whichever the plan allows"
            }
        };
        let amount = if self.whole_account {
            format!("My after-tax contributions come to {basis} by my count.")
        } else {
            format!("By my count that is about {value}, of it {basis} contributions.")
        };
        format!(
            "Subject: Conversion of my after-tax money\n\nPlease convert all of my after-tax (non-Roth) contributions with their earnings{how}. {amount}\n\nPlease confirm the date of the transfer, the gross amount, how much of it is after-tax contributions (basis) and how much is earnings, and how you will report it on Form 1099-R."
        )
    }
}
