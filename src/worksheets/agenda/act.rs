//! What is to be done or happens, as data. How each reads is in `words`.

use super::{Kind, Place};
use crate::date::Date;
use crate::law::{Citation, citations};
use crate::money::Money;
use crate::record::Election;
use crate::worksheets::Worksheet;

/// Something to do, or that happens.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "a field is named for what its line says")]
pub enum Act {
    /// Ask the plan what is not known; the first answers may decide.
    AskPlan { questions: usize, decides: usize },
    /// See to what a worksheet calls a problem, by its title.
    SeeTo { worksheet: Worksheet, title: String },
    /// Contribute so much a month, where no paychecks are entered.
    Contribute { each: Money, months: u32, if_allowed: bool },
    /// Deposit the room of one's own business.
    Deposit { room: Money, last: Date, if_allowed: bool },
    /// Enter an after-tax election.
    SetElection { election: Election, from: Date, not_before: Date, if_allowed: bool, next_year: bool },
    /// Enter a deferral election; the sentence about the after-tax election that goes with it,
    /// where it is not the one that the list has for the present deferrals.
    SetDeferrals { deferrals: String, from: Date, not_before: Date, with: Option<String> },
    /// Lower deferrals in time.
    LowerDeferrals { over: Money },
    /// The last payday.
    LastPayday,
    /// The first payday of the next year.
    FirstPayday,
    /// Put a payment into a Roth IRA.
    RollOver { left: Money },
    /// Convert what waits; how, by the worksheet.
    Convert { value: Money, how: String },
    /// The last day for a conversion to count in the year.
    ConvertedBy,
    /// Save confirmations.
    SaveConfirmations { conversions: usize },
    /// Choose the landing spot.
    ChooseSpot,
    /// Forms W-2 and 1099-R come.
    FormsCome { forms: usize },
    /// Forms that should have come.
    LookForForms { forms: usize },
    /// Forms that differ from the ledger, as the worksheet says it.
    SettleForms { answer: String, letter: bool },
    /// The fourth payment of estimated tax.
    PayEstimatedTax { taxable: Money },
    /// File the return and pay the tax.
    File { lines: String },
    /// The same with the extension.
    FileExtended { roth_ira: bool },
    /// The last day for IRA, Roth IRA and HSA.
    IraContributions,
    /// Form 5498 comes.
    IraStatement,
    /// Tell a plan of excess deferrals.
    TellExcess { excess: Money },
    /// Excess deferrals are paid out.
    ExcessOut { excess: Money },
    /// Catch-up that had to be Roth is corrected.
    CorrectCatchUp { amount: Money },
    /// Refunds after the ACP test.
    AcpRefund { automatic_by: Option<Date>, certain: bool },
    /// The last day for them.
    AcpRefundLast { certain: bool },
    /// An excess over the limit on annual additions is corrected.
    AdditionsCorrected { over: Money },
    /// The IRS publishes the next year's limits.
    NextLimits,
    /// A true-up or profit sharing comes in.
    EmployerMoney { true_up: bool },
    /// The own plan is adopted, and deferrals elected in writing.
    AdoptPlan,
    /// Deferrals of the first year of a sole proprietor's plan.
    FirstDeferrals,
    /// Return of a partnership or an S corporation.
    BusinessReturn,
    /// The same with its extension.
    ExtendedBusinessReturn,
    /// The owner issues the Form 1099-R of a conversion.
    IssueForm { gross: Money },
    /// It goes to the IRS on paper.
    FileFormOnPaper,
    /// It goes to the IRS electronically.
    FileFormElectronically,
    /// Form 5500-EZ.
    Form5500Ez,
    /// Deferrals and employer money of the own business.
    OwnerMoney { with_business_return: bool },
}

impl Act {
    /// What tells it from other acts, over versions.
    #[must_use]
    pub const fn id(&self) -> &'static str {
        match self {
            Self::AskPlan { .. } => "ask-plan",
            Self::SeeTo { worksheet, .. } => match worksheet {
                Worksheet::Plan => "see-to-plan",
                Worksheet::Room => "see-to-room",
                Worksheet::Pace => "see-to-pace",
                Worksheet::Conversions => "see-to-conversions",
                Worksheet::Landing => "see-to-landing",
                _ => "see-to-forms",
            },
            Self::Contribute { .. } => "contribute",
            Self::Deposit { .. } => "deposit",
            Self::SetElection { .. } => "election",
            Self::SetDeferrals { .. } => "deferrals",
            Self::LowerDeferrals { .. } => "lower-deferrals",
            Self::LastPayday => "last-payday",
            Self::FirstPayday => "first-payday",
            Self::RollOver { .. } => "roll-over",
            Self::Convert { .. } => "convert",
            Self::ConvertedBy => "converted-by",
            Self::SaveConfirmations { .. } => "confirmations",
            Self::ChooseSpot => "landing-spot",
            Self::FormsCome { .. } => "forms-come",
            Self::LookForForms { .. } => "look-for-forms",
            Self::SettleForms { .. } => "settle-forms",
            Self::PayEstimatedTax { .. } => "estimated-tax",
            Self::File { .. } => "return",
            Self::FileExtended { .. } => "extended-return",
            Self::IraContributions => "ira-contributions",
            Self::IraStatement => "form-5498",
            Self::TellExcess { .. } => "tell-excess",
            Self::ExcessOut { .. } => "excess-out",
            Self::CorrectCatchUp { .. } => "roth-catch-up",
            Self::AcpRefund { .. } => "acp-refund",
            Self::AcpRefundLast { .. } => "acp-refund-last",
            Self::AdditionsCorrected { .. } => "additions-corrected",
            Self::NextLimits => "next-limits",
            Self::EmployerMoney { .. } => "employer-money",
            Self::AdoptPlan => "adopt-plan",
            Self::FirstDeferrals => "first-deferrals",
            Self::BusinessReturn => "business-return",
            Self::ExtendedBusinessReturn => "extended-business-return",
            Self::IssueForm { .. } => "issue-1099-r",
            Self::FileFormOnPaper => "file-1099-r-paper",
            Self::FileFormElectronically => "file-1099-r-electronic",
            Self::Form5500Ez => "form-5500-ez",
            Self::OwnerMoney { .. } => "owner-money",
        }
    }

    /// Whose it is.
    #[must_use]
    pub const fn kind(&self) -> Kind {
        match self {
            Self::LastPayday
            | Self::FirstPayday
            | Self::FormsCome { .. }
            | Self::IraStatement
            | Self::AcpRefund { .. }
            | Self::AcpRefundLast { .. }
            | Self::AdditionsCorrected { .. }
            | Self::EmployerMoney { .. } => Kind::ByItself,
            Self::ConvertedBy
            | Self::PayEstimatedTax { .. }
            | Self::File { .. }
            | Self::FileExtended { .. }
            | Self::IraContributions
            | Self::ExcessOut { .. }
            | Self::CorrectCatchUp { .. }
            | Self::AdoptPlan
            | Self::FirstDeferrals
            | Self::BusinessReturn
            | Self::ExtendedBusinessReturn
            | Self::FileFormOnPaper
            | Self::FileFormElectronically
            | Self::Form5500Ez
            | Self::OwnerMoney { .. } => Kind::Deadline,
            _ => Kind::Yours,
        }
    }

    /// Whether it is the person's, whichever job one looks at.
    pub(super) const fn is_of_person(&self) -> bool {
        matches!(
            self,
            Self::ChooseSpot
                | Self::FileExtended { .. }
                | Self::IraContributions
                | Self::IraStatement
                | Self::TellExcess { .. }
                | Self::ExcessOut { .. }
                | Self::NextLimits
        )
    }

    /// Whether it is of the year after the one at hand.
    pub(super) const fn of_next_year(&self) -> bool {
        matches!(self, Self::FirstPayday | Self::SetElection { next_year: true, .. })
    }

    /// Whether its day stays where it is on a weekend or a holiday.
    pub(super) const fn is_unmoved(&self) -> bool {
        matches!(
            self,
            Self::ConvertedBy
                | Self::RollOver { .. }
                | Self::TellExcess { .. }
                | Self::ExcessOut { .. }
                | Self::CorrectCatchUp { .. }
                | Self::AcpRefund { .. }
                | Self::AcpRefundLast { .. }
                | Self::AdditionsCorrected { .. }
                | Self::EmployerMoney { .. }
                | Self::AdoptPlan
        )
    }

    /// Where it is seen to.
    #[must_use]
    pub const fn place(&self) -> Place {
        let (worksheet, at) = match self {
            Self::AskPlan { .. } => (Worksheet::Plan, ""),
            Self::NextLimits => (Worksheet::Review, "changes"),
            Self::SeeTo { worksheet, .. } => (*worksheet, ""),
            Self::SetElection { .. } => (Worksheet::Pace, "entries"),
            Self::SetDeferrals { .. } => (Worksheet::Pace, "deferrals"),
            Self::LowerDeferrals { .. } | Self::FirstPayday => (Worksheet::Pace, ""),
            Self::LastPayday => (Worksheet::Pace, "paychecks"),
            Self::RollOver { .. } | Self::Convert { .. } | Self::ConvertedBy | Self::SaveConfirmations { .. } => {
                (Worksheet::Conversions, "")
            }
            Self::ChooseSpot => (Worksheet::Landing, "landing-spot"),
            Self::IraContributions => (Worksheet::Review, "ways"),
            Self::FormsCome { .. }
            | Self::LookForForms { .. }
            | Self::SettleForms { .. }
            | Self::File { .. }
            | Self::FileExtended { .. }
            | Self::PayEstimatedTax { .. }
            | Self::IraStatement
            | Self::IssueForm { .. }
            | Self::FileFormOnPaper
            | Self::FileFormElectronically => (Worksheet::TaxForms, ""),
            Self::AcpRefund { .. } | Self::AcpRefundLast { .. } => (Worksheet::Plan, "highly-compensated"),
            _ => (Worksheet::Room, ""),
        };
        Place { worksheet, at }
    }

    /// Where the law or the plan says so.
    #[must_use]
    pub const fn citation(&self) -> Citation {
        match self {
            Self::SetElection { .. } | Self::SetDeferrals { .. } | Self::AskPlan { .. } => citations::PLAN_DOCUMENT,
            Self::FirstPayday => citations::PLAN_DOCUMENT,
            Self::SeeTo { .. } | Self::LowerDeferrals { .. } => citations::ANNUAL_ADDITIONS,
            Self::Contribute { .. } | Self::LastPayday => citations::PAY_WHEN_PAID,
            Self::Deposit { .. } => citations::AFTER_YEAR_END,
            Self::RollOver { .. } => citations::SIXTY_DAYS,
            Self::Convert { .. } | Self::ConvertedBy => citations::YEAR_OF_CONVERSION,
            Self::SaveConfirmations { .. } => citations::FORMS_RECORDS,
            Self::ChooseSpot => citations::DIRECT_ROLLOVER,
            Self::FormsCome { .. } | Self::LookForForms { .. } | Self::IssueForm { .. } => citations::FORM_1099R_SENT,
            Self::FileFormOnPaper | Self::FileFormElectronically => citations::FORM_1099R_SENT,
            Self::SettleForms { .. } => citations::FORM_1099R_WRONG,
            Self::PayEstimatedTax { .. } => citations::ESTIMATED_TAX,
            Self::File { .. } => citations::RETURN_DUE,
            Self::FileExtended { .. } => citations::EXTENDED_RETURN,
            Self::IraContributions => citations::IRA_CONTRIBUTION_DUE,
            Self::IraStatement => citations::FORM_5498_SENT,
            Self::TellExcess { .. } => citations::EXCESS_TOLD,
            Self::ExcessOut { .. } => citations::EXCESS_DEFERRALS,
            Self::CorrectCatchUp { .. } => citations::ROTH_CATCH_UP,
            Self::AcpRefund { .. } | Self::AcpRefundLast { .. } => citations::ACP_REFUND,
            Self::AdditionsCorrected { .. } => citations::CORRECTION,
            Self::NextLimits => citations::LIMITS_PUBLISHED,
            Self::EmployerMoney { .. } => citations::CREDITED_FOR,
            Self::AdoptPlan => citations::PLAN_ADOPTED,
            Self::FirstDeferrals => citations::FIRST_DEFERRALS,
            Self::BusinessReturn | Self::ExtendedBusinessReturn => citations::BUSINESS_RETURN,
            Self::Form5500Ez => citations::FORM_5500_EZ,
            Self::OwnerMoney { .. } => citations::EMPLOYER_MONEY_DUE,
        }
    }
}
