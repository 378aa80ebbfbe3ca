//! What slows the way to Roth or makes it smaller.

use super::rows::{AFTER_TAX, CADENCE, DESTINATION, TIMING, WITHDRAWAL};
use super::{Basis, Friction, testing};
use crate::law::{Citation, citations};
use crate::record::{Answer, ElectionMode, TransferBy, TransferTiming};

struct Frictions(Vec<Friction>);

impl Frictions {
    fn add(&mut self, row: usize, title: &'static str, text: impl Into<String>, citation: Citation) {
        let place = self.0.partition_point(|friction| friction.row <= row);
        self.0.insert(place, Friction { row, title, text: text.into(), citation });
    }

    /// A friction that the plan's papers alone decide.
    fn rule(&mut self, row: usize, title: &'static str, text: impl Into<String>) {
        self.add(row, title, text, citations::PLAN_DOCUMENT);
    }
}

pub(super) fn frictions(basis: &Basis<'_>) -> Vec<Friction> {
    let mut found = Frictions(Vec::new());
    caps(basis, &mut found);
    transfers(basis, &mut found);
    payroll(basis, &mut found);
    found.0
}

fn caps(basis: &Basis<'_>, found: &mut Frictions) {
    let plan = &basis.entry.plan;
    if let Some(most) = plan.after_tax_dollars {
        found.rule(
            AFTER_TAX,
            "A cap in dollars",
            format!("The plan takes at most {most} of after-tax money a year, whatever room the law leaves."),
        );
    }
    let counted = match plan.percent_of_counted_pay {
        Answer::No => "",
        _ => " Pay above what a plan may count does not raise it.",
    };
    if let Some(most) = plan.after_tax_percent {
        found.rule(
            AFTER_TAX,
            "A cap in percent of pay",
            format!("The plan takes at most {most} of pay as after-tax money.{counted}"),
        );
    }
    if let Some(most) = plan.combined_percent {
        found.rule(
            AFTER_TAX,
            "One cap for both",
            format!(
                "Deferrals and after-tax money together may not pass {most} of pay, so what you defer lowers what you can add.{counted}"
            ),
        );
    }
    if let Some(kept) = plan.reserved_match {
        found.rule(
            AFTER_TAX,
            "Room kept for the match",
            format!("The plan keeps {kept} of your limit free for the largest possible match, even if you get less."),
        );
    }
    if plan.deferrals_first == Answer::Yes {
        found.rule(
            AFTER_TAX,
            "Deferrals first",
            "After-tax contributions begin only when your deferrals are at their limit. That is a rule of this plan, not of the law. Plan the year so that enough paychecks are left after that.",
        );
    }
    if basis.entry.highly_compensated == Answer::Yes && testing::has_acp_test(basis.entry) {
        found.add(
            AFTER_TAX,
            "A test may send money back",
            "You are highly compensated, so match and after-tax money of people like you are tested against those of everybody else (the ACP test). If the plan fails, after-tax money comes back to you by March 15, and its earnings are taxable. A safe harbor plan is not free of this: its safe harbor covers the match only.",
            citations::ACP_TEST,
        );
    }
}

fn transfers(basis: &Basis<'_>, found: &mut Frictions) {
    let plan = &basis.entry.plan;
    if plan.suspends_contributions == Answer::Yes && basis.exits.withdrawal != Answer::No {
        found.rule(
            WITHDRAWAL,
            "A pause after each withdrawal",
            "After a withdrawal the plan takes no contributions for a while, and you may miss match. Withdraw seldom, best after your last contribution of the year, or convert inside the plan if it lets you.",
        );
    }
    let (title, text) = match plan.transfer_timing {
        TransferTiming::Unknown | TransferTiming::Automatic | TransferTiming::AnyDay => ("", ""),
        TransferTiming::Monthly => (
            "Money moves once a month",
            "What the money earns until then is taxable when it moves. In a month that is usually little.",
        ),
        TransferTiming::Quarterly => (
            "Money moves once a quarter",
            "What the money earns in up to three months is taxable when it moves. Contribute late in the quarter, or keep the money in a stable fund until it moves.",
        ),
        TransferTiming::Yearly => (
            "Money moves once a year",
            "What the money earns in up to a year is taxable when it moves. Contribute shortly before that day, or keep the money in a stable fund until it moves.",
        ),
    };
    if !title.is_empty() {
        found.add(TIMING, title, text, citations::CONVERSION_INCOME);
    }
    let by_hand = plan.transfer_timing == TransferTiming::AnyDay
        || plan.transfer_by == TransferBy::PhoneOrForm && plan.transfer_timing != TransferTiming::Automatic;
    if by_hand {
        let how = match plan.transfer_by {
            TransferBy::Unknown => "each time",
            TransferBy::Online => "on the plan's web site each time",
            TransferBy::PhoneOrForm => "by phone or on a form each time",
        };
        found.rule(
            TIMING,
            "You ask for each transfer",
            format!(
                "Money moves only when you ask for it {how}. Put a date in your calendar after every contribution."
            ),
        );
    }
    if let Some(most) = plan.transfers_per_year {
        found.rule(
            TIMING,
            "Few transfers a year",
            format!("The plan allows at most {most} a year. Spread them so that no money waits longer than it must."),
        );
    }
    if let Some(least) = plan.least_transfer {
        found.rule(
            TIMING,
            "A least amount",
            format!("A transfer must be {least} or more, so smaller contributions wait until enough is there."),
        );
    }
    if let Some(fee) = plan.transfer_fee.filter(|fee| fee.is_positive()) {
        found.rule(
            TIMING,
            "A fee",
            format!("Each transfer costs {fee}. Weigh that against the tax on what the money earns while it waits."),
        );
    }
    if plan.separate_accounting == Answer::No {
        found.add(
            DESTINATION,
            "No account of its own",
            "The plan does not keep after-tax contributions and their earnings apart from the rest. Each transfer then takes pre-tax money along in proportion to the whole account, and that part is taxable if it goes to Roth.",
            citations::SEPARATE_CONTRACT,
        );
    }
}

fn payroll(basis: &Basis<'_>, found: &mut Frictions) {
    let plan = &basis.entry.plan;
    if plan.election_mode == ElectionMode::EachTime {
        found.rule(
            CADENCE,
            "Each contribution by hand",
            "Nothing runs by itself: you ask for or deposit each contribution. Put the dates in your calendar.",
        );
    }
    if let Some(most) = plan.election_limit {
        found.rule(
            CADENCE,
            "A cap on each paycheck",
            format!(
                "Payroll takes at most {most} of a paycheck as after-tax money, so start early enough in the year."
            ),
        );
    }
}
