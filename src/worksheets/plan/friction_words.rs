//! How the worksheet's frictions read.

use super::FrictionKind;
use crate::law::deadlines::ACP_REFUND;
use crate::law::{Citation, citations};
use crate::record::TransferBy;

impl FrictionKind {
    /// Where the law says so, or that the plan's papers alone decide it.
    pub(super) fn citation(self) -> Citation {
        match self {
            Self::AcpTest => citations::ACP_TEST,
            Self::Monthly | Self::Quarterly | Self::Yearly => citations::CONVERSION_INCOME,
            Self::NoAccountOfItsOwn => citations::SEPARATE_CONTRACT,
            _ => citations::PLAN_DOCUMENT,
        }
    }

    /// It in a few words, and what it means and what to do.
    pub(super) fn words(self) -> (&'static str, String) {
        match self {
            Self::CapInDollars { most } => (
                "A cap in dollars",
                format!("The plan takes at most {most} of after-tax money a year, whatever room the law leaves."),
            ),
            Self::CapInPercent { most, of_all_pay } => (
                "A cap in percent of pay",
                format!("The plan takes at most {most} of pay as after-tax money.{}", counted(of_all_pay)),
            ),
            Self::CapOnBoth { most, of_all_pay } => (
                "One cap for both",
                format!(
                    "Deferrals and after-tax money together may not pass {most} of pay, so what you defer lowers what you can add.{}",
                    counted(of_all_pay)
                ),
            ),
            Self::ReservedMatch { reserved } => (
                "Room kept for the match",
                format!(
                    "The plan keeps {reserved} of your limit free for the largest possible match, even if you get less."
                ),
            ),
            Self::DeferralsFirst => (
                "Deferrals first",
                "After-tax contributions begin only when your deferrals are at their limit. That is a rule of this plan, not of the law. Plan the year so that enough paychecks are left after that.".to_owned(),
            ),
            Self::AcpTest => (
                "A test may send money back",
                format!("You are highly compensated, so match and after-tax money of people like you are tested against those of everybody else (the ACP test). If the plan fails, after-tax money comes back to you by {ACP_REFUND}, and its earnings are taxable. A safe harbor plan is not free of this: its safe harbor covers the match only."),
            ),
            Self::Pause => (
                "A pause after each withdrawal",
                "After a withdrawal the plan takes no contributions for a while, and you may miss match. Withdraw seldom, best after your last contribution of the year, or convert inside the plan if it lets you.".to_owned(),
            ),
            Self::Monthly => (
                "Money moves once a month",
                "What the money earns until then is taxable when it moves. In a month that is usually little.".to_owned(),
            ),
            Self::Quarterly => (
                "Money moves once a quarter",
                "What the money earns in up to three months is taxable when it moves. Contribute late in the quarter, or keep the money in a stable fund until it moves.".to_owned(),
            ),
            Self::Yearly => (
                "Money moves once a year",
                "What the money earns in up to a year is taxable when it moves. Contribute shortly before that day, or keep the money in a stable fund until it moves.".to_owned(),
            ),
            Self::OnRequest { by } => (
                "You ask for each transfer",
                format!(
                    "Money moves only when you ask for it {}. Put a date in your calendar after every contribution.",
                    each_time(by)
                ),
            ),
            Self::FewTransfers { most } => (
                "Few transfers a year",
                format!("The plan allows at most {most} a year. Spread them so that no money waits longer than it must."),
            ),
            Self::LeastTransfer { least } => (
                "A least amount",
                format!("A transfer must be {least} or more, so smaller contributions wait until enough is there."),
            ),
            Self::Fee { fee } => (
                "A fee",
                format!("Each transfer costs {fee}. Weigh that against the tax on what the money earns while it waits."),
            ),
            Self::NoAccountOfItsOwn => (
                "No account of its own",
                "The plan does not keep after-tax contributions and their earnings apart from the rest. Each transfer then takes pre-tax money along in proportion to the whole account, and that part is taxable if it goes to Roth.".to_owned(),
            ),
            Self::EachByHand => (
                "Each contribution by hand",
                "Nothing runs by itself: you ask for or deposit each contribution. Put the dates in your calendar.".to_owned(),
            ),
            Self::CapOnPaycheck { most } => (
                "A cap on each paycheck",
                format!(
                    "Payroll takes at most {most} of a paycheck as after-tax money, so start early enough in the year."
                ),
            ),
        }
    }
}

fn counted(of_all_pay: bool) -> &'static str {
    if of_all_pay { "" } else { " Pay above what a plan may count does not raise it." }
}

fn each_time(by: TransferBy) -> &'static str {
    match by {
        TransferBy::Unknown => "each time",
        TransferBy::Online => "on the plan's web site each time",
        TransferBy::PhoneOrForm => "by phone or on a form each time",
    }
}
