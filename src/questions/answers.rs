//! Which questions are about the plan, not the person, and which answers they allow.

use super::Field;

/// An answer's word in drafts and records, and how a person reads it.
pub type Answers = &'static [(&'static str, &'static str)];

const YES_OR_NO: Answers = &[("unknown", "I don’t know"), ("yes", "Yes"), ("no", "No")];

impl Field {
    /// The fields of a plan's rules and its payroll calendar, which alone a link
    /// carries.
    ///
    /// Left out is whatever says something of the person: birth date, pay,
    /// contributions, elections, who is highly compensated. The match that a
    /// plan keeps room for is left out too, since it follows from one's pay.
    pub const PLAN: &[Self] = &[
        Self::PlanKind,
        Self::Employer,
        Self::PlanAfterTax,
        Self::InServiceWithdrawal,
        Self::InPlanRollover,
        Self::TransferTiming,
        Self::TransferBy,
        Self::Destination,
        Self::TransfersPerYear,
        Self::LeastTransfer,
        Self::TransferFee,
        Self::SeparateAccounting,
        Self::SuspendsContributions,
        Self::DeferralsFirst,
        Self::Cadence,
        Self::ElectionMode,
        Self::ElectionStep,
        Self::ElectionLimit,
        Self::ChangeLeadDays,
        Self::Spillover,
        Self::MatchOffered,
        Self::MatchRate1,
        Self::MatchUpTo1,
        Self::MatchRate2,
        Self::MatchUpTo2,
        Self::MatchRate3,
        Self::MatchUpTo3,
        Self::MatchDollarCap,
        Self::MatchTiming,
        Self::TrueUp,
        Self::MatchOnCatchUp,
        Self::MatchOnAfterTax,
        Self::ProfitSharingPercent,
        Self::CatchUp,
        Self::RothDeferrals,
        Self::DeferralLimit,
        Self::AfterTaxDollars,
        Self::AfterTaxPercent,
        Self::CombinedPercent,
        Self::PercentOfCountedPay,
        Self::LimitationMonths,
        Self::KnownPayDate,
        Self::FirstDay,
        Self::SecondDay,
        Self::Shift,
        Self::PayDates,
    ];

    /// The answers about the landing spot and the ledger that hold until they change.
    /// They are the person's own, so that no link carries them.
    pub const LANDING: &[Self] = &[
        Self::LandingSpot,
        Self::LandingReason,
        Self::LandingChosenOn,
        Self::RothIraSince,
        Self::PlanRothSince,
        Self::NeededEarly,
        Self::LeavesFrom55,
        Self::PlanLoans,
        Self::BetterInvestments,
        Self::LowerCosts,
        Self::SeveralPlans,
        Self::TaxRate,
        Self::Growth,
    ];

    /// The other fields of a year's ledger.
    pub const LEDGER: &[Self] =
        &[Self::PlanTotal, Self::PlanTotalOn, Self::FormsSaved, Self::EarningsUnderstood, Self::PlanRechecked];

    /// Every answer that a question about the plan or its payroll calendar
    /// allows: the word, and how a person reads it. Other fields have none.
    ///
    /// ```
    /// use planner::questions::Field;
    /// assert!(Field::PlanKind.answers().contains(&("401k", "401(k)")));
    /// assert!(Field::TransferFee.answers().is_empty());
    /// ```
    #[must_use]
    pub const fn answers(self) -> Answers {
        match self {
            Self::PlanKind => &[
                ("401k", "401(k)"),
                ("403b", "403(b)"),
                ("solo_401k", "Solo 401(k)"),
                ("profit_sharing", "Profit sharing or money purchase"),
                ("governmental_401a", "Governmental 401(a)"),
                ("governmental_457b", "Governmental 457(b)"),
                ("tax_exempt_457b", "457(b) of a tax-exempt employer"),
                ("tsp", "Thrift Savings Plan"),
                ("simple_ira", "SIMPLE IRA"),
                ("simple_401k", "SIMPLE 401(k)"),
                ("starter_401k", "Starter 401(k)"),
                ("sep", "SEP"),
                ("sarsep", "SARSEP"),
            ],
            Self::Employer => &[
                ("company", "Company"),
                ("nonprofit", "Nonprofit"),
                ("government", "Government or public school"),
                ("church", "Church"),
                ("own_business", "Own business without staff"),
            ],
            Self::TransferTiming => &[
                ("unknown", "I don’t know"),
                ("automatic", "With each contribution, by itself"),
                ("any_day", "On any day, when asked for"),
                ("monthly", "Once a month"),
                ("quarterly", "Once a quarter"),
                ("yearly", "Once a year"),
            ],
            Self::TransferBy => &[
                ("unknown", "I don’t know"),
                ("online", "On the web site"),
                ("phone_or_form", "By phone or on a form"),
            ],
            Self::Destination => &[
                ("unknown", "I don’t know"),
                ("roth_ira", "A Roth IRA"),
                ("roth_401k", "The plan’s Roth account"),
                ("both", "Either"),
            ],
            Self::ElectionMode => &[
                ("unknown", "I don’t know"),
                ("standing", "Stays in force until changed"),
                ("each_time", "Each contribution by hand"),
            ],
            Self::ElectionStep => &[
                ("percent", "Whole percents"),
                ("half_percent", "Half percents"),
                ("tenth_percent", "Tenths of a percent"),
                ("dollars", "Whole dollars"),
                ("cents", "Dollars and cents"),
            ],
            Self::MatchTiming => &[("each_paycheck", "With each paycheck"), ("yearly", "Once a year")],
            Self::CatchUp => &[
                ("unknown", "I don’t know"),
                ("none", "None"),
                ("standard", "The amount from age 50"),
                ("higher", "Also the higher amount for ages 60 to 63"),
            ],
            Self::Cadence => &[
                ("unknown", "I don’t know"),
                ("weekly", "Weekly"),
                ("biweekly", "Every second week"),
                ("semimonthly", "Twice a month"),
                ("monthly", "Monthly"),
                ("manual", "On listed dates"),
            ],
            Self::Shift => &[
                ("before", "Paid on the business day before"),
                ("after", "Paid on the business day after"),
                ("none", "Paid on the day itself"),
            ],
            Self::PlanAfterTax
            | Self::InServiceWithdrawal
            | Self::InPlanRollover
            | Self::SeparateAccounting
            | Self::SuspendsContributions
            | Self::DeferralsFirst
            | Self::Spillover
            | Self::MatchOffered
            | Self::TrueUp
            | Self::MatchOnCatchUp
            | Self::MatchOnAfterTax
            | Self::RothDeferrals
            | Self::PercentOfCountedPay => YES_OR_NO,
            _ => &[],
        }
    }
}
