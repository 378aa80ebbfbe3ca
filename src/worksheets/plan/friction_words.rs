//! How the worksheet's frictions read.

use super::FrictionKind;
use crate::law::{Citation, citations};
use crate::record::TransferBy;

impl FrictionKind {
    /// Where the law says so, or that the plan's papers alone decide it.
    pub(super) fn citation(self) -> Citation {
        match self {
            Self::AcpTest { .. } => citations::ACP_TEST,
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
                format!("The plan accepts at most {most} of after-tax money a year, however much room the law leaves."),
            ),
            Self::CapInPercent { most, of_all_pay } => (
                "A cap in percent of pay",
                format!("The plan accepts at most {most} of pay as after-tax money.{}", counted(of_all_pay)),
            ),
            Self::CapOnBoth { most, of_all_pay } => (
                "One cap for both",
                format!(
                    "Deferrals and after-tax money together may not exceed {most} of pay, so what you defer lowers what you can add.{}",
                    counted(of_all_pay)
                ),
            ),
            Self::ReservedMatch { reserved } => (
                "Room set aside for the match",
                format!(
                    "The plan sets aside {reserved} of your limit for the largest possible match, even if you get less."
                ),
            ),
            Self::DeferralsFirst => (
                "Deferrals first",
                "After-tax contributions begin only after your deferrals reach their limit. That is this plan’s rule, not the law’s. Plan the year so that enough paychecks are left after that.".to_owned(),
            ),
            Self::AcpTest { days } => (
                "A test may send money back",
                format!(
                    "You are highly compensated, so your group’s match and after-tax money is tested against everyone else’s (the ACP test). If the plan fails, after-tax money comes back to you{}, and its earnings are taxable. A safe harbor plan is not exempt: its safe harbor covers the match only.",
                    days.map_or_else(String::new, |days| format!(" by {days}"))
                ),
            ),
            Self::Pause => (
                "A pause after each withdrawal",
                "After a withdrawal the plan accepts no contributions for a while, and you may miss match. Withdraw seldom, ideally after your last contribution of the year, or convert inside the plan if you can.".to_owned(),
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
                "You request each transfer",
                format!(
                    "Money moves only when you request it {}. Put a date in your calendar after every contribution.",
                    each_time(by)
                ),
            ),
            Self::FewTransfers { most } => (
                "Few transfers a year",
                format!("The plan allows at most {most} a year. Spread them out so that no money waits longer than it has to."),
            ),
            Self::LeastTransfer { least } => (
                "A minimum transfer",
                format!("A transfer must be {least} or more, so smaller contributions wait until enough has built up."),
            ),
            Self::Fee { fee } => (
                "A fee",
                format!("Each transfer costs {fee}. Weigh that against the tax on what the money earns while it waits."),
            ),
            Self::NoAccountOfItsOwn => (
                "No separate account",
                "The plan does not track after-tax contributions and their earnings separately. Each transfer then brings pre-tax money with it in proportion to the whole account, and that part is taxable if it goes to Roth.".to_owned(),
            ),
            Self::EachByHand => (
                "Each contribution by hand",
                "Nothing is automatic: you request or deposit each contribution yourself. Put the dates in your calendar.".to_owned(),
            ),
            Self::CapOnPaycheck { most } => (
                "A cap on each paycheck",
                format!(
                    "Payroll allows at most {most} of a paycheck as after-tax money, so start early enough in the year."
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
        TransferBy::Online => "on the plan’s website each time",
        TransferBy::PhoneOrForm => "by phone or on a form each time",
    }
}
