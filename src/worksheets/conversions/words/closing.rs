//! What the worksheet says at its end.

use crate::english::{counted, listed};
use crate::explain::Closing;
use crate::law::citations;
use crate::money::Money;
use crate::record::TransferTiming;
use crate::worksheets::conversions::closing::{Converted, Earned, Ending, Next, Waits};
use crate::worksheets::conversions::request::{Request, Way};

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
                Next::Convert { request, .. } | Next::NoWay { request, way: Way::InPlan | Way::ToRothIra, .. } => {
                    Some(request.letter())
                }
                Next::NoWay { request, .. } => Some(request.question()),
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
        let elsewhere = [
            self.to_traditional
                .is_positive()
                .then(|| format!("{} went to a traditional IRA or a pre-tax account", self.to_traditional)),
            self.kept.is_positive().then(|| format!("{} was paid to you and kept", self.kept)),
        ];
        let kept = listed(elsewhere.into_iter().flatten());
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
                Some(done) if !self.kept.is_positive() && !self.to_traditional.is_positive() => {
                    format!("All of it is converted: {} in {year}, {}.", done.amount, done.taxed(&self.kept))
                }
                Some(_) => format!("{converted}."),
            },
            Waits::Earnings(value) => {
                format!("{value} of earnings is still there, with no contributions left in it. {converted}.")
            }
            Waits::AtYearEnd { value, since, earned } => format!(
                "At the end of {year}, {value} had been waiting since {}; {}. {converted}.",
                since.long(),
                earned.words()
            ),
            Waits::Now { value, days: 0, earned, .. } => {
                format!("{value} came in today and waits; {}. {converted}.", earned.words())
            }
            Waits::Now { value, since, days, earned } => {
                let (since, days) = (since.long(), counted(*days, "day", "days"));
                format!("{value} has been waiting since {since}, {days}; {}. {converted}.", earned.words())
            }
        }
    }

    fn rule(&self) -> String {
        let pool = if self.is_one_pool {
            "This plan keeps all its money in one pool, so a payment is basis only in the proportion of your after-tax contributions to the whole account."
        } else {
            "After-tax contributions and their earnings are a pool of their own. A payment from it is basis in the proportion of basis to value on that day, and a payment of everything carries all the basis with it."
        };
        format!(
            "{pool} Basis was taxed before; the earnings are income of the calendar year in which they are converted, whenever the money was contributed. Where you entered the plan’s own figures, those count."
        )
    }
}

impl Converted {
    /// What of it is taxed, with the earnings of what was kept.
    fn taxed(&self, kept: &Money) -> String {
        match self.taxable {
            None => "and how much of that is taxable is not known, because contributions are missing".to_owned(),
            Some(taxable) if kept.is_positive() => format!("and {taxable} of everything that left is taxable"),
            Some(taxable) => format!("{taxable} of it taxable"),
        }
    }
}

impl Earned {
    fn words(&self) -> String {
        match self {
            Self::Growth(growth) => format!("{growth} of that is growth"),
            Self::Loss(loss) => format!("it is worth {loss} less than you contributed"),
            Self::Nothing => "it has no growth that we know of".to_owned(),
            Self::Unknown => "no statement shows yet what it has earned".to_owned(),
        }
    }
}

impl Next {
    /// What to do about the ledger of this year.
    fn words(&self, year: i16) -> String {
        match self {
            Self::RollOver { left, deadline } => format!(
                "Put {left} into a Roth IRA by {}, as a rollover from the plan. Then enter here how much went in and when.",
                deadline.long()
            ),
            Self::Correct { title } => {
                format!("Fix “{title}” first: the figures here depend on it.")
            }
            Self::NotBegun { today } => format!(
                "{year} has not begun. See the page for {today}: whatever is converted by December 31, {today}, counts in {today}."
            ),
            Self::SeeYear(later) => {
                format!("See the page for {later}: whatever was converted later counts in the later year.")
            }
            Self::NoWay { cause, way, .. } => format!("{} {}", cause.why(), way.action()),
            Self::NothingMore { cause } => format!(
                "{} Contribute no after-tax money until that changes. Nothing is waiting in the plan.",
                cause.why()
            ),
            Self::AskForOneMore { year, value } => {
                let following = year.saturating_add(1);
                format!(
                    "The plan’s conversions for {year} are used up. Ask whether it makes one more; otherwise convert the {value} in the first days of January {following}, and it counts in {following}."
                )
            }
            Self::GrowToLeast { value, least } => format!(
                "The plan converts {least} or more at a time. Convert as soon as the next contributions bring {value} up to that."
            ),
            Self::Convert { year, timing, sure, .. } => format!(
                "{}. To count in {year} it must be made by December 31, {year}; requests made in the last days are often carried out in January. Then enter the date, amount and confirmation here.",
                if *sure {
                    ask(*timing)
                } else {
                    "Ask the plan whether it can convert this money while you work there, inside the plan or to a Roth IRA"
                }
            ),
            Self::FindDifference { look } => {
                format!("Find the difference between the ledger and the other total. {look}")
            }
            Self::SaveConfirmations => "Save the confirmation of each conversion, and enter its number.".to_owned(),
            Self::Nothing => format!("Nothing is left to do for {year}."),
            Self::CompareForm => format!(
                "Compare your Form 1099-R for {year} with the figures here before you file: the Tax forms page does it box by box."
            ),
            Self::AfterNextContribution => format!(
                "After the next contribution, convert it and enter both here. Whatever is converted by December 31, {year}, counts in {year}; anything later counts in {}.",
                year.saturating_add(1)
            ),
        }
    }
}

impl Way {
    /// What to do about money that is already there.
    const fn action(self) -> &'static str {
        match self {
            Self::InPlan => {
                "Contribute no more, and ask for one last in-plan Roth conversion of what is already there. Send the message below."
            }
            Self::ToRothIra => {
                "Contribute no more, and ask for a direct rollover to your Roth IRA of what is already there. Send the message below."
            }
            Self::Open => {
                "Contribute no more until you know. Check your answers on the Plan page against a statement, and send the question below about what is already there."
            }
            Self::Closed => {
                "Contribute no more. What is already there stays until the plan pays it out: send the question below to find out when that can be. Then have your contributions sent straight to a Roth IRA, and the earnings to a traditional IRA, which leaves nothing taxable."
            }
        }
    }
}

/// What to ask of a plan with this timing.
fn ask(timing: TransferTiming) -> &'static str {
    match timing {
        TransferTiming::Automatic => "The plan should convert it automatically. If it has not within a week, ask why",
        TransferTiming::AnyDay => "Ask the plan to convert it now",
        TransferTiming::Monthly => "Ask for this month’s conversion",
        TransferTiming::Quarterly => "Ask for this quarter’s conversion",
        TransferTiming::Yearly => "Ask for this year’s conversion",
        TransferTiming::Unknown => "Ask the plan to convert it, and how soon after each contribution it can",
    }
}

impl Request {
    fn letter(&self) -> String {
        let how = match self.to_roth_ira {
            Some(true) => " to my Roth IRA, as a direct rollover made out to its provider and not to me",
            Some(false) => " to the plan’s Roth account, as an in-plan Roth rollover",
            None => {
                " to Roth, by an in-plan Roth rollover or a direct rollover to my Roth IRA, whichever the plan allows"
            }
        };
        format!(
            "Subject: Conversion of my after-tax money\n\nPlease convert all of my after-tax (non-Roth) contributions with their earnings{how}. {}\n\nPlease confirm the date of the transfer, the gross amount, how much of it is after-tax contributions (basis) and how much is earnings, and how you will report it on Form 1099-R.",
            self.amount()
        )
    }

    /// How much it is about.
    fn amount(&self) -> String {
        let Self { basis, value, .. } = self;
        if self.whole_account {
            format!("My after-tax contributions come to {basis} by my count.")
        } else {
            format!("By my count that is about {value}, including {basis} of contributions.")
        }
    }

    /// The question what can become of money that is already there.
    fn question(&self) -> String {
        format!(
            "Subject: My after-tax money in the plan\n\nI have after-tax (non-Roth) contributions in the plan. {}\n\n- Can I move them to Roth while I work here, inside the plan or to a Roth IRA?\n- If not, from what age or date does the plan pay them out, and can I have the contributions sent straight to a Roth IRA and the earnings to a traditional IRA?\n- Does the plan intend to offer in-plan Roth conversions of after-tax money?\n\nPlease name the page of the summary plan description, and the form to use.",
            self.amount()
        )
    }
}
