//! The fields that a person can fill in, and what kind of text each takes.

use serde::Deserialize;

use crate::record::{MOST_FORMS, MOST_JOBS, MOST_LEDGER_ROWS, MOST_ROWS, MOST_TIERS};

/// What a field's text is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Dollars and cents.
    Money,
    /// A percentage of pay.
    Percent,
    /// A share of a matched dollar, in percent.
    MatchRate,
    /// A whole number.
    Count,
    /// A date.
    Date,
    /// Dates, one after the other.
    Dates,
    /// An election: a percentage of the paycheck or dollars.
    Election,
    /// A calendar year.
    Year,
    /// One of a closed list of words.
    Choice,
    /// Any words.
    Words,
}

macro_rules! fields {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $field:ident = $id:literal, $kind:ident, $title:literal;)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $id)] $field,)*
        }

        impl $name {
            /// Every field.
            pub const ALL: &[Self] = &[$(Self::$field),*];

            /// The field's name in the page and in what is saved.
            #[must_use]
            pub const fn id(self) -> &'static str {
                match self { $(Self::$field => $id,)* }
            }

            /// The field with this name.
            #[must_use]
            pub fn from_id(id: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|field| field.id() == id)
            }

            /// What its text is read as.
            #[must_use]
            pub const fn kind(self) -> Kind {
                match self { $(Self::$field => Kind::$kind,)* }
            }

            /// What a list of mistakes calls it.
            #[must_use]
            pub const fn title(self) -> &'static str {
                match self { $(Self::$field => $title,)* }
            }
        }
    };
}

fields! {
    /// A field of a year's sheet.
    Field {
        /// How this job pays: `wages` (if empty) or `self_employed`.
        Income = "income", Choice, "How this job pays";
        /// Gross pay for the year.
        Pay = "pay", Money, "Gross pay";
        /// Net profit of the own business.
        NetProfit = "net-profit", Money, "Net profit";
        /// Wages that bore Social Security tax.
        SocialSecurityWages = "social-security-wages", Money, "Social Security wages";
        /// Pre-tax deferrals so far.
        PreTaxSoFar = "pre-tax-so-far", Money, "Pre-tax deferrals so far";
        /// Pre-tax deferrals still to come.
        PreTaxToCome = "pre-tax-to-come", Money, "Pre-tax deferrals to come";
        /// Roth deferrals so far.
        RothSoFar = "roth-so-far", Money, "Roth deferrals so far";
        /// Roth deferrals still to come.
        RothToCome = "roth-to-come", Money, "Roth deferrals to come";
        /// Match so far.
        MatchSoFar = "match-so-far", Money, "Match so far";
        /// Match still to come.
        MatchToCome = "match-to-come", Money, "Match to come";
        /// Profit sharing so far.
        ProfitSharingSoFar = "profit-sharing-so-far", Money, "Profit sharing so far";
        /// Profit sharing still to come.
        ProfitSharingToCome = "profit-sharing-to-come", Money, "Profit sharing to come";
        /// Other employer money so far.
        NonelectiveSoFar = "nonelective-so-far", Money, "Other employer money so far";
        /// Other employer money still to come.
        NonelectiveToCome = "nonelective-to-come", Money, "Other employer money to come";
        /// Forfeitures so far.
        ForfeituresSoFar = "forfeitures-so-far", Money, "Forfeitures so far";
        /// Forfeitures still to come.
        ForfeituresToCome = "forfeitures-to-come", Money, "Forfeitures to come";
        /// After-tax money in.
        AfterTax = "after-tax", Money, "After-tax contributions so far";
        /// Last year's box 3 wages.
        PriorWages = "prior-wages", Money, "Box 3 wages";
        /// Kind of plan.
        PlanKind = "plan-kind", Choice, "Kind of plan";
        /// Kind of employer.
        Employer = "employer", Choice, "Kind of employer";
        /// Whether the plan takes after-tax contributions.
        PlanAfterTax = "plan-after-tax", Choice, "After-tax contributions";
        /// Whether after-tax money can leave the plan during employment.
        InServiceWithdrawal = "in-service-withdrawal", Choice, "In-service withdrawal";
        /// Whether after-tax money can move to the plan's Roth account.
        InPlanRollover = "in-plan-rollover", Choice, "In-plan Roth conversion";
        /// How soon money can move.
        TransferTiming = "transfer-timing", Choice, "Transfer timing";
        /// How a transfer is asked for.
        TransferBy = "transfer-by", Choice, "How a transfer is asked for";
        /// Where money can go.
        Destination = "destination", Choice, "Conversion destination";
        /// The most transfers a year.
        TransfersPerYear = "transfers-per-year", Count, "Most transfers a year";
        /// The smallest transfer.
        LeastTransfer = "least-transfer", Money, "Smallest transfer";
        /// The fee of a transfer.
        TransferFee = "transfer-fee", Money, "Fee of a transfer";
        /// Whether after-tax money is accounted for apart.
        SeparateAccounting = "separate-accounting", Choice, "Separate accounting";
        /// Whether a withdrawal suspends contributions.
        SuspendsContributions = "suspends-contributions", Choice, "Suspension after a withdrawal";
        /// Whether deferrals must be at their limit first.
        DeferralsFirst = "deferrals-first", Choice, "Deferrals first";
        /// How often the job pays.
        Cadence = "cadence", Choice, "Payroll cadence";
        /// Whether an election runs by itself.
        ElectionMode = "election-mode", Choice, "Automatic or manual election";
        /// The steps of an election.
        ElectionStep = "election-step", Choice, "Steps of an election";
        /// The highest election.
        ElectionLimit = "election-limit", Percent, "Highest after-tax election";
        /// Days that a change needs.
        ChangeLeadDays = "change-lead-days", Count, "Days that a change needs";
        /// Whether deferrals spill over into after-tax.
        Spillover = "spillover", Choice, "Spillover";
        /// Whether the employer matches.
        MatchOffered = "match-offered", Choice, "Employer match";
        /// The first tier's rate.
        MatchRate1 = "match-rate-1", MatchRate, "Match rate";
        /// The first tier's bound.
        MatchUpTo1 = "match-up-to-1", Percent, "Match up to";
        /// The second tier's rate.
        MatchRate2 = "match-rate-2", MatchRate, "Second match rate";
        /// The second tier's bound.
        MatchUpTo2 = "match-up-to-2", Percent, "Second match up to";
        /// The third tier's rate.
        MatchRate3 = "match-rate-3", MatchRate, "Third match rate";
        /// The third tier's bound.
        MatchUpTo3 = "match-up-to-3", Percent, "Third match up to";
        /// The most match a year.
        MatchDollarCap = "match-dollar-cap", Money, "Most match a year";
        /// When the match is reckoned.
        MatchTiming = "match-timing", Choice, "When the match is reckoned";
        /// Whether there is a true-up.
        TrueUp = "true-up", Choice, "True-up";
        /// Whether catch-up is matched.
        MatchOnCatchUp = "match-on-catch-up", Choice, "Match on catch-up";
        /// Whether after-tax money is matched.
        MatchOnAfterTax = "match-on-after-tax", Choice, "Match on after-tax money";
        /// Profit sharing as a share of pay.
        ProfitSharingPercent = "profit-sharing-percent", Percent, "Profit sharing in percent";
        /// The average of the others in the ACP test.
        OthersAverage = "others-average", Percent, "Average of the others";
        /// Whether the person is highly compensated.
        HighlyCompensated = "highly-compensated", Choice, "Highly compensated";
        /// Catch-up: `none`, `standard`, `higher`, or open.
        CatchUp = "catch-up", Choice, "Catch-up";
        /// Roth deferrals: `yes`, `no`, or open.
        RothDeferrals = "roth-deferrals", Choice, "Roth deferrals";
        /// The plan's own limit on deferrals.
        DeferralLimit = "deferral-limit", Money, "Plan’s limit on deferrals";
        /// The plan's cap on after-tax money in dollars.
        AfterTaxDollars = "after-tax-dollars", Money, "Most after-tax money";
        /// The same as a percentage of pay.
        AfterTaxPercent = "after-tax-percent", Percent, "Most after-tax money in percent";
        /// The cap on deferrals and after-tax money together.
        CombinedPercent = "combined-percent", Percent, "Most of both together in percent";
        /// Whether those percentages stop at the pay that a plan may count: `yes`, `no`, or open.
        PercentOfCountedPay = "percent-of-counted-pay", Choice, "Pay for the percentages";
        /// The match for which the plan keeps room.
        ReservedMatch = "reserved-match", Money, "Match kept free";
        /// Months in a short limitation year.
        LimitationMonths = "limitation-months", Count, "Months in the plan year";
        /// Months left to contribute in.
        MonthsLeft = "months-left", Count, "Months left";
        /// A pay date that the person knows.
        KnownPayDate = "known-pay-date", Date, "A pay date";
        /// The day of the month.
        FirstDay = "first-day", Count, "Day of the month";
        /// The second day of the month.
        SecondDay = "second-day", Count, "Second day of the month";
        /// What happens on weekends and holidays.
        Shift = "shift", Choice, "Paydays on weekends";
        /// All pay dates.
        PayDates = "pay-dates", Dates, "Pay dates";
        /// Whether the pay is a paycheck's or a year's.
        PayBasis = "pay-basis", Choice, "Pay per paycheck or year";
        /// Gross pay per paycheck or year.
        PayRate = "pay-rate", Money, "Gross pay";
        /// The pay date of the latest stub.
        LastStub = "last-stub", Date, "Date of the latest pay stub";
        /// Gross pay so far.
        PaySoFar = "pay-so-far", Money, "Gross pay so far";
        /// Pre-tax deferrals from each paycheck.
        PreTaxElection = "pre-tax-election", Election, "Pre-tax election";
        /// Roth deferrals from each paycheck.
        RothElection = "roth-election", Election, "Roth election";
        /// After-tax money from each paycheck.
        AfterTaxElection = "after-tax-election", Election, "After-tax election now";
        /// Take-home pay of the latest paycheck.
        TakeHome = "take-home", Money, "Take-home pay";
        /// The least take-home pay.
        LeastTakeHome = "least-take-home", Money, "Least take-home pay";
        /// How to spread the money.
        Strategy = "strategy", Choice, "How to spread it";
        /// The date by which it is in.
        FillBy = "fill-by", Date, "Filled by";
        /// A raise to try out.
        WhatIfRaise = "what-if-raise", Percent, "A raise to try out";
        /// Whether the ledger holds the after-tax money of several plans.
        SeveralPlans = "several-plans", Choice, "Plans in the ledger";
        /// The year's after-tax contributions by the plan's own statement.
        PlanTotal = "plan-total", Money, "The plan’s own total";
        /// The day up to which that total counts.
        PlanTotalOn = "plan-total-on", Date, "Date of the plan’s total";
        /// The person's tax rate.
        TaxRate = "tax-rate", Percent, "Your tax rate";
        /// The growth a year to reckon with.
        Growth = "growth", Percent, "Growth a year";
        /// Whether the year's forms and statements are saved.
        FormsSaved = "forms-saved", Choice, "Form 1099-R and statements";
        /// Whether the taxable earnings are understood.
        EarningsUnderstood = "earnings-understood", Choice, "Taxable earnings";
        /// Whether the plan was looked at again.
        PlanRechecked = "plan-rechecked", Choice, "The plan after a change";
        /// Where conversions are to go: `roth_ira`, `roth_401k`, or open.
        LandingSpot = "landing-spot", Choice, "Landing spot";
        /// Why there.
        LandingReason = "landing-reason", Words, "Your reason";
        /// When the person chose.
        LandingChosenOn = "landing-chosen-on", Date, "Date of your choice";
        /// The first year of any Roth IRA.
        RothIraSince = "roth-ira-since", Year, "First year of a Roth IRA";
        /// The first year of the plan's Roth account.
        PlanRothSince = "plan-roth-since", Year, "First year of the plan’s Roth account";
        /// Whether the money may be needed early.
        NeededEarly = "needed-early", Choice, "Money before 59½";
        /// Whether the person means to leave the job from 55 on.
        LeavesFrom55 = "leaves-from-55", Choice, "Leaving from 55 on";
        /// Whether the plan lends.
        PlanLoans = "plan-loans", Choice, "Loans";
        /// Where the investments are better.
        BetterInvestments = "better-investments", Choice, "Investments";
        /// Where the costs are lower.
        LowerCosts = "lower-costs", Choice, "Costs";
        /// Own figure: elective deferrals.
        OwnElectiveDeferrals = "own-elective-deferrals", Money, "Limit on elective deferrals";
        /// Own figure: catch-up.
        OwnCatchUp = "own-catch-up", Money, "Catch-up limit";
        /// Own figure: catch-up for ages 60 to 63.
        OwnCatchUpHigher = "own-catch-up-60-to-63", Money, "Catch-up limit for ages 60 to 63";
        /// Own figure: annual additions.
        OwnAnnualAdditions = "own-annual-additions", Money, "Limit on annual additions";
        /// Own figure: pay that a plan may count.
        OwnPayCounted = "own-pay-counted", Money, "Pay that a plan may count";
        /// Own figure: wages above which catch-up must be Roth.
        OwnRothWages = "own-roth-catch-up-wages", Money, "Wages for Roth catch-up";
        /// Own figure: Social Security wage base.
        OwnWageBase = "own-wage-base", Money, "Social Security wage base";
    }
}

fields! {
    /// A field of a row in one of the year's lists.
    RowField {
        /// What the person calls another job.
        Name = "name", Words, "Employer’s name";
        /// How another job stands to this one.
        Relation = "relation", Choice, "How the jobs stand";
        /// Gross pay at another job.
        Pay = "pay", Money, "Pay there";
        /// Deferrals at another job so far.
        DeferralsSoFar = "deferrals-so-far", Money, "Deferrals there so far";
        /// Deferrals at another job still to come.
        DeferralsToCome = "deferrals-to-come", Money, "Deferrals there to come";
        /// Employer money at another job so far.
        EmployerSoFar = "employer-so-far", Money, "Employer money there so far";
        /// Employer money at another job still to come.
        EmployerToCome = "employer-to-come", Money, "Employer money there to come";
        /// After-tax money at another job.
        AfterTax = "after-tax", Money, "After-tax contributions there";
        /// The first pay date of a raise.
        From = "from", Date, "First payday of the raise";
        /// The pay after a raise.
        NewPay = "new-pay", Money, "Pay after the raise";
        /// The pay date of a bonus.
        Date = "date", Date, "Payday of the bonus";
        /// A bonus.
        Amount = "amount", Money, "Bonus";
        /// Whether deferrals are taken from a bonus.
        TakesDeferrals = "takes-deferrals", Choice, "Deferrals from the bonus";
        /// Whether after-tax money is taken from a bonus.
        TakesAfterTax = "takes-after-tax", Choice, "After-tax money from the bonus";
        /// Whether a bonus is pay for the match.
        Matched = "matched", Choice, "Match on the bonus";
        /// Whether a bonus is sure: `sure` (if empty) or `unsure`.
        Sure = "sure", Choice, "How sure the bonus is";
        /// The day of a row of the ledger.
        On = "on", Date, "Date in the ledger";
        /// The amount of a row of the ledger.
        Sum = "sum", Money, "Amount in the ledger";
        /// The plan of a row, where the ledger holds several.
        Plan = "plan", Words, "Plan";
        /// How a conversion went: `in_plan` (if empty), `roth_ira`, `split` or `paid_out`.
        How = "how", Choice, "How it went";
        /// The basis in a conversion by the plan's figures.
        PlanBasis = "plan-basis", Money, "Basis by the plan’s figures";
        /// The earnings in a conversion by the plan's figures.
        PlanEarnings = "plan-earnings", Money, "Earnings by the plan’s figures";
        /// The account that received a conversion.
        Destination = "destination", Words, "Account that received it";
        /// The confirmation of a conversion.
        Confirmation = "confirmation", Words, "Confirmation";
        /// Of a payment to the person, what went into a Roth IRA.
        RolledOver = "rolled-over", Money, "Amount put into a Roth IRA";
        /// When it did.
        RolledOverOn = "rolled-over-on", Date, "Date it went into a Roth IRA";
        /// Who sent a Form 1099-R.
        Payer = "payer", Words, "Payer";
        /// Box 1.
        Box1 = "box-1", Money, "Box 1";
        /// Box 2a.
        Box2a = "box-2a", Money, "Box 2a";
        /// Box 2b, first part: `yes` if it is checked.
        NotDetermined = "not-determined", Choice, "Box 2b, not determined";
        /// Box 2b, second part: `yes` if it is checked.
        TotalDistribution = "total-distribution", Choice, "Box 2b, total distribution";
        /// Box 4.
        Box4 = "box-4", Money, "Box 4";
        /// Box 5.
        Box5 = "box-5", Money, "Box 5";
        /// Box 7.
        Box7 = "box-7", Words, "Box 7";
        /// The IRA/SEP/SIMPLE box: `yes` if it is checked.
        IraBox = "ira-box", Choice, "IRA/SEP/SIMPLE box";
        /// Box 10.
        Box10 = "box-10", Money, "Box 10";
        /// Box 11.
        Box11 = "box-11", Year, "Box 11";
        /// Why the plan returned money.
        ReturnKind = "return-kind", Choice, "Why it was returned";
        /// The excess that the plan returned.
        Excess = "excess", Money, "Excess returned";
        /// The earnings that came with it.
        ReturnedEarnings = "returned-earnings", Money, "Earnings returned";
        /// When it was paid.
        PaidOn = "paid-on", Date, "Date of the return";
        /// Whether the money had been converted.
        WasConverted = "was-converted", Choice, "Converted before";
        /// Whether the excess deferrals were Roth.
        WasRoth = "was-roth", Choice, "Roth deferrals";
    }
}

impl Field {
    /// The tiers of a match, lowest first: the rate of each, and its bound.
    pub(crate) const TIERS: [(Self, Self); MOST_TIERS] = [
        (Self::MatchRate1, Self::MatchUpTo1),
        (Self::MatchRate2, Self::MatchUpTo2),
        (Self::MatchRate3, Self::MatchUpTo3),
    ];
}

/// A list in a year's sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum List {
    /// Other jobs and businesses.
    Jobs,
    /// Changes of pay.
    Raises,
    /// Bonuses still to come.
    Bonuses,
    /// After-tax contributions of the ledger.
    Contributions,
    /// Balances of the ledger.
    Balances,
    /// Conversions of the ledger.
    Conversions,
    /// Forms 1099-R as they arrived.
    Forms,
    /// Money that the plan returned as too much.
    Returns,
}

impl List {
    /// Every list.
    pub const ALL: &[Self] = &[
        Self::Jobs,
        Self::Raises,
        Self::Bonuses,
        Self::Contributions,
        Self::Balances,
        Self::Conversions,
        Self::Forms,
        Self::Returns,
    ];

    /// The lists of the ledger.
    pub const LEDGER: [Self; 3] = [Self::Contributions, Self::Balances, Self::Conversions];

    /// What a row of it is called, with which the ids of its fields begin.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Jobs => "job",
            Self::Raises => "raise",
            Self::Bonuses => "bonus",
            Self::Contributions => "contribution",
            Self::Balances => "balance",
            Self::Conversions => "conversion",
            Self::Forms => "form",
            Self::Returns => "return",
        }
    }

    /// What a saved draft calls it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Jobs => "jobs",
            Self::Raises => "raises",
            Self::Bonuses => "bonuses",
            Self::Contributions => "contributions",
            Self::Balances => "balances",
            Self::Conversions => "conversions",
            Self::Forms => "forms",
            Self::Returns => "returns",
        }
    }

    /// The most rows that it takes.
    #[must_use]
    pub const fn most(self) -> usize {
        match self {
            Self::Jobs => MOST_JOBS,
            Self::Raises | Self::Bonuses => MOST_ROWS,
            Self::Contributions | Self::Balances | Self::Conversions => MOST_LEDGER_ROWS,
            Self::Forms | Self::Returns => MOST_FORMS,
        }
    }
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The birth date.
    BirthDate,
    /// A field of the year on show.
    Sheet(Field),
    /// A field of a row in one of that year's lists, by the row's number.
    Row(List, u32, RowField),
}

impl Key {
    /// The id of its input in the page.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::BirthDate => "birth-date".to_owned(),
            Self::Sheet(field) => field.id().to_owned(),
            Self::Row(list, row, field) => format!("{}-{row}-{}", list.id(), field.id()),
        }
    }

    /// What its text is read as.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::BirthDate => Kind::Date,
            Self::Sheet(field) => field.kind(),
            Self::Row(_, _, field) => field.kind(),
        }
    }

    /// What a list of mistakes calls it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::BirthDate => "Birth date",
            Self::Sheet(field) => field.title(),
            Self::Row(_, _, field) => field.title(),
        }
    }
}
