//! The rules of a plan, as its papers and its payroll have them.

use serde::{Deserialize, Serialize};

use super::matching::MatchRules;
use super::plan_answers::{
    Answer, CatchUpOffer, Destination, ElectionMode, ElectionStep, EmployerKind, LimitCovers, LimitationYearKind,
    MatchTested, PlanKind, TransferBy, TransferTiming,
};
use super::{Months, is_default};
use crate::money::Money;
use crate::percent::Percent;

/// The rules of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PlanRules {
    /// What kind of plan it is.
    pub kind: PlanKind,
    /// What kind of employer has it.
    #[serde(skip_serializing_if = "is_default")]
    pub employer: EmployerKind,
    /// Whether it takes voluntary after-tax contributions.
    #[serde(skip_serializing_if = "is_default")]
    pub after_tax: Answer,
    /// Whether after-tax money can leave the plan while the person still works there.
    #[serde(skip_serializing_if = "is_default")]
    pub in_service_withdrawal: Answer,
    /// Whether after-tax money can move to the plan's own Roth account.
    #[serde(skip_serializing_if = "is_default")]
    pub in_plan_rollover: Answer,
    /// How soon money can move.
    #[serde(skip_serializing_if = "is_default")]
    pub transfer_timing: TransferTiming,
    /// How a transfer is asked for.
    #[serde(skip_serializing_if = "is_default")]
    pub transfer_by: TransferBy,
    /// Where the money can go.
    #[serde(skip_serializing_if = "is_default")]
    pub destination: Destination,
    /// The most withdrawals or conversions in a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfers_per_year: Option<u8>,
    /// The smallest withdrawal or conversion.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub least_transfer: Option<Money>,
    /// The fee of one transfer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer_fee: Option<Money>,
    /// Whether after-tax contributions and their earnings are accounted for apart from the rest.
    #[serde(skip_serializing_if = "is_default")]
    pub separate_accounting: Answer,
    /// Whether contributions are suspended after a withdrawal.
    #[serde(skip_serializing_if = "is_default")]
    pub suspends_contributions: Answer,
    /// Whether after-tax contributions may start only once deferrals are at their limit.
    #[serde(skip_serializing_if = "is_default")]
    pub deferrals_first: Answer,
    /// Whether the election runs by itself.
    #[serde(skip_serializing_if = "is_default")]
    pub election_mode: ElectionMode,
    /// The steps in which elections are entered.
    #[serde(skip_serializing_if = "is_default")]
    pub election_step: ElectionStep,
    /// The highest after-tax election that payroll takes, as a share of each paycheck.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub election_limit: Option<Percent>,
    /// What that highest election covers.
    #[serde(skip_serializing_if = "is_default")]
    pub election_limit_covers: LimitCovers,
    /// Whether payroll takes elections of their own for bonuses.
    #[serde(skip_serializing_if = "is_default")]
    pub bonus_elections: Answer,
    /// Whether payroll takes an election of its own for catch-up.
    #[serde(skip_serializing_if = "is_default")]
    pub catch_up_election: Answer,
    /// Whether all contributions from pay end with the paycheck on which pay reaches what a
    /// plan may count; open counts as no.
    #[serde(skip_serializing_if = "is_default")]
    pub stops_at_counted_pay: Answer,
    /// Days that a new election needs before the paycheck that it works on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change_lead_days: Option<u8>,
    /// The months in which elections may be changed, where the plan names any.
    #[serde(skip_serializing_if = "is_default")]
    pub change_months: Months,
    /// Whether deferrals go on as after-tax contributions once they reach their limit.
    #[serde(skip_serializing_if = "is_default")]
    pub spillover: Answer,
    /// The match.
    #[serde(rename = "match", skip_serializing_if = "is_default")]
    pub matching: MatchRules,
    /// Profit sharing that the plan fixes, as a share of the pay that it may count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub profit_sharing_percent: Option<Percent>,
    /// The average of match and after-tax money of those who are not highly
    /// compensated, as a share of their pay, where HR tells it (IRC 401(m)).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub others_average: Option<Percent>,
    /// What of the match the ACP test counts; open counts as all of it.
    #[serde(skip_serializing_if = "is_default")]
    pub tested_alone: MatchTested,
    /// Whether it has an eligible automatic contribution arrangement, which has more time
    /// for refunds after the ACP test (IRC 414(w)(3), 4979(f)(1)).
    #[serde(skip_serializing_if = "is_default")]
    pub automatic_arrangement: Answer,
    /// The last month of the plan year, 1 to 12; December if not given. A year's test is that
    /// of the plan year which ends in it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_year_ends: Option<u8>,
    /// Whether it takes catch-up.
    pub catch_up: CatchUpOffer,
    /// Whether it takes Roth deferrals, and so has a Roth account.
    pub roth_deferrals: Answer,
    /// Whether pre-tax deferrals above the limit become Roth catch-up without an election
    /// (a deemed Roth election, 26 CFR 1.401(k)-1(f)(5)(iii)); open counts as no.
    #[serde(skip_serializing_if = "is_default")]
    pub deemed_roth: Answer,
    /// The plan's own limit on elective deferrals in dollars, below that of the law.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deferral_limit: Option<Money>,
    /// The most after-tax money in dollars a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_tax_dollars: Option<Money>,
    /// The most after-tax money as a percentage of pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after_tax_percent: Option<Percent>,
    /// The most deferrals (without catch-up) and after-tax money together, as a percentage of pay.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub combined_percent: Option<Percent>,
    /// Whether those percentages stop at the pay that a plan may count; open counts as yes.
    pub percent_of_counted_pay: Answer,
    /// Some plans keep room for the largest possible match: its dollars.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reserved_match: Option<Money>,
    /// Months in a short limitation year, 1 to 11; not given for a full one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limitation_year_months: Option<u8>,
    /// Which year the limit on annual additions goes by. While it is open, nothing is called
    /// an excess because of the months above.
    #[serde(skip_serializing_if = "is_default")]
    pub limitation_year: LimitationYearKind,
    /// The month in which the limitation year begins, 1 to 12; January if not given. The
    /// record's year is the one in which it ends (26 CFR 1.415(j)-1(b)).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limitation_year_begins: Option<u8>,
}

impl PlanRules {
    /// The months of a limitation year that is short, or may be: none where the person says
    /// that it is whole.
    #[must_use]
    pub fn short_year_months(&self) -> Option<u8> {
        let may_be_short = matches!(self.limitation_year, LimitationYearKind::Unknown | LimitationYearKind::Short);
        self.limitation_year_months.filter(|months| may_be_short && (1..=11).contains(months))
    }

    /// The month in which a limitation year begins that is not the calendar year, 2 to 12.
    #[must_use]
    pub fn begins_in(&self) -> Option<u8> {
        let other = self.limitation_year == LimitationYearKind::Other;
        self.limitation_year_begins.filter(|month| other && (2..=12).contains(month))
    }

    /// The limit on elective deferrals in this plan: that of the law or, if lower, its own.
    #[must_use]
    pub fn deferrals_up_to(&self, by_law: Money) -> Money {
        self.deferral_limit.map_or(by_law, |own| own.min(by_law))
    }
}
