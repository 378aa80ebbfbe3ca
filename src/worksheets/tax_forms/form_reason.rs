//! What a Form 1099-R is for.

use serde::Serialize;

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FormReason {
    /// In-plan Roth rollovers.
    InPlan,
    /// Direct rollovers to a Roth IRA.
    RothIra,
    /// The basis of split rollovers, to a Roth IRA.
    SplitRoth,
    /// The earnings of split rollovers, to a pre-tax account.
    SplitPreTax,
    /// Direct rollovers of all to a traditional IRA.
    TraditionalIra,
    /// Payments to the person.
    PaidOut,
    /// Annual additions above the limit, returned.
    AnnualAdditions,
    /// Elective deferrals above the limit, returned.
    Deferrals,
    /// Excess aggregate contributions, returned after the ACP test.
    AcpTest,
}

impl FormReason {
    /// What a form says that it is for.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InPlan => "in-plan Roth rollover",
            Self::RothIra => "direct rollover to a Roth IRA",
            Self::SplitRoth => "split rollover, Roth part",
            Self::SplitPreTax => "split rollover, pre-tax part",
            Self::TraditionalIra => "direct rollover to a traditional IRA",
            Self::PaidOut => "payment to you",
            Self::AnnualAdditions => "annual additions over the limit, returned",
            Self::Deferrals => "excess deferrals, returned",
            Self::AcpTest => "refund after the ACP test",
        }
    }

    /// Whether code G belongs on it.
    #[must_use]
    pub const fn is_direct(self) -> bool {
        matches!(self, Self::InPlan | Self::RothIra | Self::SplitRoth | Self::SplitPreTax | Self::TraditionalIra)
    }

    /// The same with its article, as a sentence has it.
    #[must_use]
    pub const fn with_article(self) -> &'static str {
        match self {
            Self::InPlan => "an in-plan Roth rollover",
            Self::RothIra => "a direct rollover to a Roth IRA",
            Self::SplitRoth | Self::SplitPreTax => "a split rollover, made directly to two accounts",
            Self::TraditionalIra => "a direct rollover to a traditional IRA",
            Self::PaidOut => "a payment to me",
            Self::AnnualAdditions => "a return of annual additions over the limit",
            Self::Deferrals => "a return of excess deferrals",
            Self::AcpTest => "a refund after the ACP test",
        }
    }

    /// Whether it is for money returned as too much.
    #[must_use]
    pub const fn is_correction(self) -> bool {
        matches!(self, Self::AnnualAdditions | Self::Deferrals | Self::AcpTest)
    }
}
