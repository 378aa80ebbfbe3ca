//! The rules of a plan, as its papers and its payroll have them.

use serde::{Deserialize, Serialize};

use super::choice::choices;
use super::matching::MatchRules;
use super::{Months, is_default};
use crate::money::Money;
use crate::percent::Percent;

choices! {
    /// An answer that may be open.
    Answer {
        /// Not known yet.
        Unknown = "unknown" => "I don’t know",
        /// Yes.
        Yes = "yes" => "Yes",
        /// No.
        No = "no" => "No",
    }
}

choices! {
    /// The kind of plan.
    PlanKind {
        /// A 401(k) plan of an employer with staff.
        Plan401k = "401k" => "401(k)",
        /// A 403(b) plan.
        Plan403b = "403b" => "403(b)",
        /// A one-participant 401(k) of one's own business.
        Solo401k = "solo_401k" => "Solo 401(k), one participant",
        /// A profit-sharing or money purchase plan without deferrals.
        ProfitSharing = "profit_sharing" => "Profit sharing, without deferrals",
        /// A 401(a) plan of a government.
        Governmental401a = "governmental_401a" => "Governmental 401(a)",
        /// A 457(b) plan of a government.
        Governmental457b = "governmental_457b" => "Governmental 457(b)",
        /// A 457(b) plan of a tax-exempt employer.
        TaxExempt457b = "tax_exempt_457b" => "457(b) of a nonprofit",
        /// The Thrift Savings Plan of the federal government.
        Tsp = "tsp" => "Thrift Savings Plan (TSP)",
        /// A SIMPLE IRA.
        SimpleIra = "simple_ira" => "SIMPLE IRA",
        /// A SIMPLE 401(k).
        Simple401k = "simple_401k" => "SIMPLE 401(k)",
        /// A starter 401(k) or safe harbor deferral-only 403(b).
        Starter401k = "starter_401k" => "Starter 401(k)",
        /// A SEP IRA.
        Sep = "sep" => "SEP IRA",
        /// A SARSEP.
        Sarsep = "sarsep" => "SARSEP",
        /// A plan under Puerto Rico's tax law alone.
        PuertoRico = "puerto_rico" => "Puerto Rico plan",
    }
}

choices! {
    /// The kind of employer, which decides about the ACP test.
    EmployerKind {
        /// A company.
        Company = "company" => "A company",
        /// A nonprofit.
        Nonprofit = "nonprofit" => "A nonprofit",
        /// A government or a public school.
        Government = "government" => "A government or public school",
        /// A church or a church-controlled employer.
        Church = "church" => "A church",
        /// The person's own business without other staff.
        OwnBusiness = "own_business" => "My own business, with no other employees",
    }
}

/// Whether a plan of this kind, of this kind of employer, may have to pass the ACP test: not
/// those of governments, nor a 403(b) of a church, nor one that has nobody to compare with.
/// For other plans of a church it is not settled.
#[must_use]
pub fn may_have_acp_test(kind: PlanKind, employer: EmployerKind) -> bool {
    let has_match_or_after_tax = matches!(kind, PlanKind::Plan401k | PlanKind::Plan403b | PlanKind::ProfitSharing);
    has_match_or_after_tax
        && match employer {
            EmployerKind::Company | EmployerKind::Nonprofit => true,
            EmployerKind::Church => kind != PlanKind::Plan403b,
            EmployerKind::Government | EmployerKind::OwnBusiness => false,
        }
}

choices! {
    /// Whether a plan takes catch-up contributions.
    CatchUpOffer {
        /// Not known yet; counted as [`CatchUpOffer::Standard`].
        Unknown = "unknown" => "I don’t know",
        /// None at all.
        None = "none" => "No",
        /// The amount from age 50.
        Standard = "standard" => "Yes, the usual amount only",
        /// That, and the higher amount for ages 60 to 63.
        Higher = "higher" => "Yes, with the higher amount for ages 60 to 63",
    }
}

choices! {
    /// How soon after-tax money can move to Roth after it went in.
    TransferTiming {
        /// Not known yet.
        Unknown = "unknown" => "I don’t know",
        /// With each contribution, by itself.
        Automatic = "automatic" => "Automatically, with each contribution",
        /// On any day, when asked for.
        AnyDay = "any_day" => "Any day, on request",
        /// Once a month.
        Monthly = "monthly" => "Once a month",
        /// Once a quarter.
        Quarterly = "quarterly" => "Once a quarter",
        /// Once a year.
        Yearly = "yearly" => "Once a year",
    }
}

choices! {
    /// How a transfer is asked for.
    TransferBy {
        /// Not known yet.
        Unknown = "unknown" => "I don’t know",
        /// On the plan's web site.
        Online = "online" => "On the plan’s site",
        /// By phone or on a paper form.
        PhoneOrForm = "phone_or_form" => "By phone or on a form",
    }
}

choices! {
    /// Where the plan lets after-tax money go.
    Destination {
        /// Not known yet.
        Unknown = "unknown" => "I don’t know",
        /// A Roth IRA only.
        RothIra = "roth_ira" => "A Roth IRA",
        /// The plan's own Roth account only.
        Roth401k = "roth_401k" => "The plan’s Roth account",
        /// Either.
        Both = "both" => "Either",
    }
}

choices! {
    /// Whether after-tax contributions run by themselves.
    ElectionMode {
        /// Not known yet; counted as [`ElectionMode::Standing`].
        Unknown = "unknown" => "I don’t know",
        /// An election stays in force for each paycheck until it is changed.
        Standing = "standing" => "They continue until I change them",
        /// Each contribution is asked for or deposited by hand.
        EachTime = "each_time" => "I make each one by hand",
    }
}

choices! {
    /// The steps in which payroll takes elections.
    ElectionStep {
        /// Whole percent of pay.
        Percent = "percent" => "Whole percent",
        /// Half percents.
        HalfPercent = "half_percent" => "Half percents",
        /// Tenths of a percent.
        TenthPercent = "tenth_percent" => "Tenths of a percent",
        /// Whole dollars a paycheck.
        Dollars = "dollars" => "Whole dollars",
        /// Dollars and cents a paycheck.
        Cents = "cents" => "Dollars and cents",
    }
}

choices! {
    /// Which year the limit on annual additions goes by, the plan's limitation year.
    LimitationYearKind {
        /// Not known yet; counted as [`LimitationYearKind::Calendar`], unless months of a
        /// short one are entered.
        Unknown = "unknown" => "I don’t know",
        /// The calendar year.
        Calendar = "calendar" => "The calendar year",
        /// A year of fewer than twelve months.
        Short = "short" => "A short year: the plan is new, ended, or changed its year",
        /// Twelve months that begin in another month than January.
        Other = "other" => "Twelve months that start in another month",
    }
}

choices! {
    /// What the highest election covers.
    LimitCovers {
        /// Not known yet; counted as [`LimitCovers::AfterTax`].
        Unknown = "unknown" => "I don’t know",
        /// The after-tax election alone.
        AfterTax = "after_tax" => "The after-tax election only",
        /// What spills over from deferrals as well.
        Spillover = "spillover" => "The after-tax election and spillover",
        /// All that is taken from a paycheck.
        Everything = "everything" => "All contributions together, deferrals included",
    }
}

choices! {
    /// What of the match the ACP test counts in addition to after-tax money. A plan with a
    /// safe harbor for the test may leave out all of it; one with the safe harbor for
    /// deferrals alone, by its match, what is within a share of pay
    /// (26 CFR 1.401(m)-2(a)(5)(iv)).
    MatchTested {
        /// Not known yet; counted as [`MatchTested::All`].
        Unknown = "unknown" => "I don’t know",
        /// None of it.
        None = "yes" => "After-tax money alone",
        /// What is above 4% of pay.
        AboveFour = "above_4_percent" => "After-tax money, and match above 4% of pay",
        /// What is above 3½% of pay: with a qualified automatic contribution arrangement.
        AboveThreeAndAHalf = "above_3_5_percent" => "After-tax money, and match above 3½% of pay",
        /// All of it.
        All = "no" => "After-tax money and all match",
    }
}

impl ElectionStep {
    /// Whether elections are dollars a paycheck, and not a share of it.
    #[must_use]
    pub const fn in_dollars(self) -> bool {
        matches!(self, Self::Dollars | Self::Cents)
    }
}

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
