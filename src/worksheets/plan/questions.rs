//! What is still to be asked of the plan. How each question reads is in `letter`.

use std::fmt;

use serde::Serialize;

use super::{Case, Feature};
use crate::order;
use crate::record::{
    Answer, CatchUpOffer, Destination, ElectionMode, LimitCovers, LimitationYearKind, MatchTested, MatchTiming,
    PlanKind, TransferBy, TransferTiming,
};
use crate::worksheets::feasibility::{AcpTest, is_without_deferrals};

/// A question for the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct OpenQuestion {
    /// The question; results have it as the letter asks it.
    pub question: Question,
    /// Whether the verdict hangs on it.
    pub decides: bool,
    /// The place of its row in [`Plan::rows`](super::Plan::rows).
    pub row: usize,
}

/// What the plan can be asked, in the order of the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// Whether it takes after-tax money.
    AfterTax,
    /// Whether money can be converted inside it.
    InPlan,
    /// Whether money can be withdrawn to a Roth IRA.
    Withdrawal,
    /// Whether it has a Roth account.
    RothDeferrals,
    /// How soon and how often money can move.
    TransferTiming,
    /// Where a transfer is asked for.
    TransferBy,
    /// Where money can go.
    Destination,
    /// Whether after-tax money is accounted for separately.
    SeparateAccounting,
    /// Whether a withdrawal suspends contributions.
    Suspension,
    /// Whether after-tax money has to wait for deferrals.
    DeferralsFirst,
    /// How an election is entered, and whether it stays in force.
    ElectionMode,
    /// How many days of notice a change needs.
    ChangeLeadDays,
    /// What the highest election covers.
    HighestCovers,
    /// Which pay the plan's percentages count.
    EligiblePay,
    /// Whether they stop at the pay that a plan may count.
    PercentOfCountedPay,
    /// Whether all contributions stop there.
    StopsAtCountedPay,
    /// What is taken from bonuses, and whether they are matched.
    Bonuses,
    /// Whether deferrals go on as after-tax money.
    Spillover,
    /// Whether the plan takes catch-up, and the higher amount.
    CatchUp,
    /// Whether catch-up has an election of its own.
    CatchUpElection,
    /// Whether catch-up becomes Roth without an election.
    DeemedRoth,
    /// Whether the 15-year rule of a 403(b) applies.
    FifteenYears,
    /// Which year the limit on annual additions goes by.
    LimitationYear,
    /// Whether there is a match, and by which formula.
    Match,
    /// Whether missed match is made good.
    TrueUp,
    /// What the match does above the pay that a plan may count.
    MatchAbove,
    /// Whether catch-up is matched.
    MatchOnCatchUp,
    /// Whether after-tax money is matched.
    MatchOnAfterTax,
    /// What the ACP test does, and how it last came out.
    AcpTest,
}

impl Question {
    const ALL: [Self; 29] = [
        Self::AfterTax,
        Self::InPlan,
        Self::Withdrawal,
        Self::RothDeferrals,
        Self::TransferTiming,
        Self::TransferBy,
        Self::Destination,
        Self::SeparateAccounting,
        Self::Suspension,
        Self::DeferralsFirst,
        Self::ElectionMode,
        Self::ChangeLeadDays,
        Self::HighestCovers,
        Self::EligiblePay,
        Self::PercentOfCountedPay,
        Self::StopsAtCountedPay,
        Self::Bonuses,
        Self::Spillover,
        Self::CatchUp,
        Self::CatchUpElection,
        Self::DeemedRoth,
        Self::FifteenYears,
        Self::LimitationYear,
        Self::Match,
        Self::TrueUp,
        Self::MatchAbove,
        Self::MatchOnCatchUp,
        Self::MatchOnAfterTax,
        Self::AcpTest,
    ];

    /// The feature that it asks about.
    fn feature(self) -> Feature {
        match self {
            Self::AfterTax
            | Self::DeferralsFirst
            | Self::EligiblePay
            | Self::PercentOfCountedPay
            | Self::FifteenYears
            | Self::LimitationYear
            | Self::AcpTest => Feature::AfterTax,
            Self::Withdrawal | Self::Suspension => Feature::Withdrawal,
            Self::InPlan | Self::RothDeferrals => Feature::InPlan,
            Self::TransferTiming | Self::TransferBy => Feature::Timing,
            Self::Destination | Self::SeparateAccounting => Feature::Destination,
            Self::ElectionMode
            | Self::ChangeLeadDays
            | Self::HighestCovers
            | Self::StopsAtCountedPay
            | Self::Bonuses
            | Self::Spillover
            | Self::CatchUp
            | Self::CatchUpElection
            | Self::DeemedRoth
            | Self::Match
            | Self::TrueUp
            | Self::MatchAbove
            | Self::MatchOnCatchUp
            | Self::MatchOnAfterTax => Feature::Cadence,
        }
    }

    /// Whether the verdict hangs on it, where it is open.
    fn decides(self, case: &Case<'_>) -> bool {
        match self {
            Self::AfterTax => true,
            Self::InPlan | Self::Withdrawal => !case.exits.sure(),
            _ => false,
        }
    }

    /// Whether it is still to be asked.
    fn is_open(self, case: &Case<'_>) -> bool {
        let (plan, exits) = (&case.entry.plan, case.exits);
        let matching = &plan.matching;
        let is_matched = matching.offered == Answer::Yes;
        let has_deferrals = !is_without_deferrals(plan.kind);
        let catches_up = has_deferrals && case.facts.catch_up_age && plan.catch_up != CatchUpOffer::None;
        let open = |answer: Answer| answer == Answer::Unknown;
        match self {
            Self::AfterTax => open(plan.after_tax),
            Self::InPlan => open(exits.in_plan),
            Self::Withdrawal => open(exits.withdrawal),
            Self::RothDeferrals => open(plan.roth_deferrals) && open(exits.in_plan),
            Self::TransferTiming => plan.transfer_timing == TransferTiming::Unknown,
            Self::TransferBy => {
                plan.transfer_by == TransferBy::Unknown && plan.transfer_timing != TransferTiming::Automatic
            }
            Self::Destination => plan.destination == Destination::Unknown && !exits.known(),
            Self::SeparateAccounting => open(plan.separate_accounting),
            Self::Suspension => open(plan.suspends_contributions) && exits.withdrawal != Answer::No,
            Self::DeferralsFirst => has_deferrals && open(plan.deferrals_first),
            Self::ElectionMode => plan.election_mode == ElectionMode::Unknown,
            Self::ChangeLeadDays => plan.change_lead_days.is_none() && plan.election_mode == ElectionMode::Standing,
            Self::HighestCovers => plan.election_limit.is_some() && plan.election_limit_covers == LimitCovers::Unknown,
            Self::EligiblePay => case.facts.pay_in_doubt,
            Self::PercentOfCountedPay => {
                let has_caps = plan.after_tax_percent.is_some() || plan.combined_percent.is_some();
                has_caps && case.facts.high_pay && open(plan.percent_of_counted_pay)
            }
            Self::StopsAtCountedPay => case.facts.high_pay && open(plan.stops_at_counted_pay),
            Self::Bonuses => case.facts.bonus_open,
            Self::Spillover => has_deferrals && open(plan.spillover),
            Self::CatchUp => has_deferrals && case.facts.catch_up_age && plan.catch_up == CatchUpOffer::Unknown,
            Self::CatchUpElection => catches_up && case.facts.has_paychecks && open(plan.catch_up_election),
            Self::DeemedRoth => catches_up && case.facts.roth_catch_up && open(plan.deemed_roth),
            Self::FifteenYears => plan.kind == PlanKind::Plan403b && case.entry.contributions.fifteen_year.is_none(),
            Self::LimitationYear => match plan.limitation_year {
                LimitationYearKind::Unknown => plan.limitation_year_months.is_some(),
                LimitationYearKind::Other => plan.limitation_year_begins.is_none(),
                LimitationYearKind::Calendar | LimitationYearKind::Short => false,
            },
            Self::Match => open(matching.offered) || matching.is_open() || matching.has_only_a_cap(),
            Self::MatchAbove => is_matched && case.facts.match_above_open,
            Self::MatchOnCatchUp => is_matched && catches_up && open(matching.on_catch_up),
            Self::TrueUp => is_matched && open(matching.true_up) && matching.timing == MatchTiming::EachPaycheck,
            Self::MatchOnAfterTax => is_matched && open(matching.on_after_tax),
            Self::AcpTest => {
                !matches!(case.test, AcpTest::Exempt(_))
                    && case.entry.highly_compensated != Answer::No
                    && (plan.others_average.is_none() || plan.tested_alone == MatchTested::Unknown)
            }
        }
    }
}

impl fmt::Display for Question {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text())
    }
}

impl Serialize for Question {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.text())
    }
}

/// What is open, the questions that decide first.
pub(super) fn open_questions(case: &Case<'_>) -> Vec<OpenQuestion> {
    let open = Question::ALL.into_iter().filter(|question| question.is_open(case));
    let mut questions: Vec<_> = open
        .map(|question| OpenQuestion { question, decides: question.decides(case), row: question.feature().row() })
        .collect();
    order::sort_by_key(&mut questions, |question| !question.decides);
    questions
}
