//! What slows the way to Roth or makes it smaller. How each reads is in `friction_words`.

use serde::Serialize;

use super::{Case, Feature};
use crate::law::Citation;
use crate::money::Money;
use crate::percent::Percent;
use crate::record::{Answer, ElectionMode, PlanRules, TransferBy, TransferTiming};
use crate::worksheets::feasibility::{AcpTest, RefundDays};

/// Something that slows the way to Roth or makes it smaller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Friction {
    /// What it is, as data.
    #[serde(skip)]
    pub kind: FrictionKind,
    /// The place of its row in [`Plan::rows`](super::Plan::rows).
    pub row: usize,
    /// It in a few words.
    pub title: &'static str,
    /// What it means and what to do.
    pub text: String,
    /// Where the law or the plan says so.
    pub citation: Citation,
}

/// What it is that slows the way to Roth or makes it smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FrictionKind {
    /// A cap on after-tax money in dollars.
    CapInDollars {
        /// The most.
        most: Money,
    },
    /// A cap on after-tax money in percent of pay.
    CapInPercent {
        /// The most.
        most: Percent,
        /// Whether it goes by all pay, and not by what a plan may count.
        of_all_pay: bool,
    },
    /// One cap on deferrals and after-tax money together.
    CapOnBoth {
        /// The most.
        most: Percent,
        /// Whether it goes by all pay, and not by what a plan may count.
        of_all_pay: bool,
    },
    /// Room that the plan keeps for the largest possible match.
    ReservedMatch {
        /// How much.
        reserved: Money,
    },
    /// After-tax money begins only when deferrals are at their limit.
    DeferralsFirst,
    /// The ACP test may send money back.
    AcpTest {
        /// By when.
        days: Option<RefundDays>,
    },
    /// A withdrawal suspends contributions.
    Pause,
    /// Money moves once a month.
    Monthly,
    /// Money moves once a quarter.
    Quarterly,
    /// Money moves once a year.
    Yearly,
    /// Each transfer is asked for.
    OnRequest {
        /// Where.
        by: TransferBy,
    },
    /// The transfers of a year are counted.
    FewTransfers {
        /// How many there may be.
        most: u8,
    },
    /// Smaller transfers are not made.
    LeastTransfer {
        /// The least.
        least: Money,
    },
    /// Each transfer costs something.
    Fee {
        /// How much.
        fee: Money,
    },
    /// After-tax money is not kept apart from the rest.
    NoAccountOfItsOwn,
    /// Each contribution is made by hand.
    EachByHand,
    /// Payroll caps what it takes of a paycheck.
    CapOnPaycheck {
        /// The most.
        most: Percent,
    },
}

impl FrictionKind {
    /// The feature that it slows.
    fn feature(self) -> Feature {
        match self {
            Self::CapInDollars { .. }
            | Self::CapInPercent { .. }
            | Self::CapOnBoth { .. }
            | Self::ReservedMatch { .. }
            | Self::DeferralsFirst
            | Self::AcpTest { .. } => Feature::AfterTax,
            Self::Pause => Feature::Withdrawal,
            Self::Monthly
            | Self::Quarterly
            | Self::Yearly
            | Self::OnRequest { .. }
            | Self::FewTransfers { .. }
            | Self::LeastTransfer { .. }
            | Self::Fee { .. } => Feature::Timing,
            Self::NoAccountOfItsOwn => Feature::Destination,
            Self::EachByHand | Self::CapOnPaycheck { .. } => Feature::Cadence,
        }
    }
}

/// The frictions in the order of the rows.
pub(super) fn frictions(case: &Case<'_>) -> Vec<Friction> {
    let plan = &case.entry.plan;
    let mut kinds = caps(plan);
    if case.entry.highly_compensated == Answer::Yes && case.test == AcpTest::Applies {
        kinds.push(FrictionKind::AcpTest { days: case.refund_days });
    }
    if plan.suspends_contributions == Answer::Yes && case.exits.withdrawal != Answer::No {
        kinds.push(FrictionKind::Pause);
    }
    kinds.extend(transfers(plan));
    kinds.extend(payroll(plan));
    let friction = |kind: FrictionKind| {
        let (row, (title, text)) = (kind.feature().row(), kind.words());
        Friction { kind, row, title, text, citation: kind.citation() }
    };
    kinds.into_iter().map(friction).collect()
}

fn caps(plan: &PlanRules) -> Vec<FrictionKind> {
    let of_all_pay = plan.percent_of_counted_pay == Answer::No;
    [
        plan.after_tax_dollars.map(|most| FrictionKind::CapInDollars { most }),
        plan.after_tax_percent.map(|most| FrictionKind::CapInPercent { most, of_all_pay }),
        plan.combined_percent.map(|most| FrictionKind::CapOnBoth { most, of_all_pay }),
        plan.reserved_match.map(|reserved| FrictionKind::ReservedMatch { reserved }),
        (plan.deferrals_first == Answer::Yes).then_some(FrictionKind::DeferralsFirst),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn transfers(plan: &PlanRules) -> impl Iterator<Item = FrictionKind> {
    let how_often = match plan.transfer_timing {
        TransferTiming::Unknown | TransferTiming::Automatic | TransferTiming::AnyDay => None,
        TransferTiming::Monthly => Some(FrictionKind::Monthly),
        TransferTiming::Quarterly => Some(FrictionKind::Quarterly),
        TransferTiming::Yearly => Some(FrictionKind::Yearly),
    };
    let on_request = plan.transfer_timing == TransferTiming::AnyDay
        || plan.transfer_by == TransferBy::PhoneOrForm && plan.transfer_timing != TransferTiming::Automatic;
    let fee = plan.transfer_fee.filter(|fee| fee.is_positive());
    [
        how_often,
        on_request.then_some(FrictionKind::OnRequest { by: plan.transfer_by }),
        plan.transfers_per_year.map(|most| FrictionKind::FewTransfers { most }),
        plan.least_transfer.map(|least| FrictionKind::LeastTransfer { least }),
        fee.map(|fee| FrictionKind::Fee { fee }),
        (plan.separate_accounting == Answer::No).then_some(FrictionKind::NoAccountOfItsOwn),
    ]
    .into_iter()
    .flatten()
}

fn payroll(plan: &PlanRules) -> impl Iterator<Item = FrictionKind> {
    let by_hand = plan.election_mode == ElectionMode::EachTime;
    let most = plan.election_limit;
    let by_hand = by_hand.then_some(FrictionKind::EachByHand);
    by_hand.into_iter().chain(most.map(|most| FrictionKind::CapOnPaycheck { most }))
}
