//! How money leaves the after-tax account, and each way in which that is said.

use super::choice::choices;

choices! {
    /// How money leaves the after-tax account.
    ///
    /// Its labels answer a question, in the person's own voice. Other texts speak to the
    /// person and say it in one of the forms here.
    Path {
        /// In-plan Roth rollover: into the plan's own Roth account.
        InPlan = "in_plan" => "Into the plan’s own Roth account",
        /// Direct rollover of all to a Roth IRA.
        RothIra = "roth_ira" => "Straight to a Roth IRA, or by check made out to it",
        /// Direct rollover in two parts under Notice 2014-54: the basis to a Roth IRA,
        /// the earnings to a traditional IRA or a pre-tax account.
        Split = "split" => "Split: contributions to a Roth IRA, earnings to a pre-tax account",
        /// Direct rollover of all to a traditional IRA or a pre-tax account, basis as well.
        TraditionalIra = "traditional_ira" => "All of it straight to a traditional IRA",
        /// Paid to the person, who has 60 days to put it into a Roth IRA.
        PaidOut = "paid_out" => "Paid to me by check or deposit",
    }
}

impl Path {
    /// As the field calls the transaction, for a table that shows each conversion whole.
    #[must_use]
    pub const fn transaction(self) -> &'static str {
        match self {
            Self::InPlan => "In-plan Roth rollover",
            Self::RothIra => "Direct rollover to a Roth IRA",
            Self::Split => "Direct rollover in two parts",
            Self::TraditionalIra => "Direct rollover to a traditional IRA",
            Self::PaidOut => "Paid to you",
        }
    }

    /// As a row of a plan site's export is read, in words near to those of the exports, so
    /// that the person can hold the one against the other.
    #[must_use]
    pub const fn as_read(self) -> &'static str {
        match self {
            Self::InPlan => "Conversion within the plan",
            Self::RothIra => "Rollover to a Roth IRA",
            Self::Split => "Split rollover",
            Self::TraditionalIra => "Rollover to a traditional IRA",
            Self::PaidOut => "Paid to you",
        }
    }

    /// In a word or two, for a narrow column.
    #[must_use]
    pub const fn short(self) -> &'static str {
        match self {
            Self::InPlan => "in-plan",
            Self::RothIra => "to a Roth IRA",
            Self::Split => "split",
            Self::TraditionalIra => "to a traditional IRA",
            Self::PaidOut => "paid to you",
        }
    }
}
