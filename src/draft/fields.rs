//! The fields that a person can fill in, and what kind of text each takes.

use serde::{Deserialize, Serialize};

/// What a field's text is read as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Dollars and cents.
    Money,
    /// A percentage of pay.
    Percent,
    /// A whole number of months.
    Months,
    /// A date.
    Date,
    /// One of a closed list of words.
    Choice,
    /// Any words.
    Words,
}

macro_rules! fields {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $field:ident = $id:literal, $kind:ident, $title:literal;)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
        /// Kind of plan: `401k` (if empty) or `403b`.
        PlanKind = "plan-kind", Choice, "Kind of plan";
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
        LimitationMonths = "limitation-months", Months, "Months in the plan year";
        /// Months left to contribute in.
        MonthsLeft = "months-left", Months, "Months left";
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
    /// A field of another job.
    JobField {
        /// What the person calls it.
        Name = "name", Words, "Employer’s name";
        /// `unrelated` (if empty), `related` or `403b_and_own_business`.
        Relation = "relation", Choice, "How the jobs stand";
        /// Gross pay there.
        Pay = "pay", Money, "Pay there";
        /// Deferrals there so far.
        DeferralsSoFar = "deferrals-so-far", Money, "Deferrals there so far";
        /// Deferrals there still to come.
        DeferralsToCome = "deferrals-to-come", Money, "Deferrals there to come";
        /// Employer money there so far.
        EmployerSoFar = "employer-so-far", Money, "Employer money there so far";
        /// Employer money there still to come.
        EmployerToCome = "employer-to-come", Money, "Employer money there to come";
        /// After-tax money there.
        AfterTax = "after-tax", Money, "After-tax contributions there";
    }
}

/// Where a text stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Key {
    /// The birth date.
    BirthDate,
    /// A field of the year on show.
    Sheet(Field),
    /// A field of another job of that year, by the job's number.
    Job(u32, JobField),
}

impl Key {
    /// The id of its input in the page.
    #[must_use]
    pub fn id(self) -> String {
        match self {
            Self::BirthDate => "birth-date".to_owned(),
            Self::Sheet(field) => field.id().to_owned(),
            Self::Job(job, field) => format!("job-{job}-{}", field.id()),
        }
    }

    /// What its text is read as.
    #[must_use]
    pub const fn kind(self) -> Kind {
        match self {
            Self::BirthDate => Kind::Date,
            Self::Sheet(field) => field.kind(),
            Self::Job(_, field) => field.kind(),
        }
    }

    /// What a list of mistakes calls it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::BirthDate => "Birth date",
            Self::Sheet(field) => field.title(),
            Self::Job(_, field) => field.title(),
        }
    }
}
