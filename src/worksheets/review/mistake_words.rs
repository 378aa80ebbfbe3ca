//! How the common mistakes read: what people take for true, what holds for this person, and
//! the fix.

use super::{Mistake, MistakeKind, Status};
use crate::law::{Citation, citations};

impl MistakeKind {
    /// It in a few words.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::TakenForGranted => "Taking for granted that your plan allows it",
            Self::TotalLimit => "Forgetting that the limit covers all money together",
            Self::Waiting => "Letting after-tax money wait before it is converted",
            Self::IraRule => "Applying the IRA pro-rata rule to the plan",
            Self::CatchUpByAge => "Adding catch-up to the limit by age alone",
            Self::CatchUpCounted => "Counting catch-up as used room",
            Self::OldEmployer => "Taking an old employer’s deferrals off the new plan’s limit",
            Self::AtTheThreshold => "Reading the Roth catch-up rule as “at least” the threshold",
            Self::Form8606 => "Filing Form 8606 for a rollover from the plan",
            Self::Boxes10And11 => "Expecting boxes 10 and 11 on a conversion inside the plan",
            Self::OwnerPay => "Not lowering self-employed pay by the employer’s money",
            Self::StaleLimits => "Using another year’s limits",
            Self::PreTaxAlong => "Believing that pre-tax money must move too",
        }
    }

    /// Where the law says so.
    #[must_use]
    pub const fn citation(self) -> Citation {
        match self {
            Self::TakenForGranted => citations::PLAN_DOCUMENT,
            Self::TotalLimit => citations::ADDITIONS_DEFINED,
            Self::Waiting => citations::CONVERSION_INCOME,
            Self::IraRule => citations::IRAS_ADDED_TOGETHER,
            Self::CatchUpByAge => citations::CATCH_UP_DEFINED,
            Self::CatchUpCounted => citations::CATCH_UP_OUTSIDE,
            Self::OldEmployer => citations::EACH_EMPLOYER,
            Self::AtTheThreshold => citations::ROTH_CATCH_UP,
            Self::Form8606 => citations::FORM_8606_USE,
            Self::Boxes10And11 => citations::FORM_1099R_BOXES_10_11,
            Self::OwnerPay => citations::EARNED_INCOME,
            Self::StaleLimits => citations::LIMITS_PUBLISHED,
            Self::PreTaxAlong => citations::SEPARATE_CONTRACT,
        }
    }

    /// What to do, or to know.
    #[must_use]
    pub const fn fix(self) -> &'static str {
        match self {
            Self::TakenForGranted => {
                "Ask the plan first: the Plan page has the letter. Set the after-tax election to zero until you have the answer."
            }
            Self::TotalLimit => {
                "Add deferrals, match, profit sharing and after-tax money: together they must stay within the limit. The Room page does that, including money still to come."
            }
            Self::Waiting => {
                "Convert what is there, and set up a rhythm: automatic conversion if the plan has it, or a day after each payday."
            }
            Self::IraRule => {
                "Other IRAs play no part in a conversion from the plan. If a form has an IRA code or the IRA box checked, have it corrected."
            }
            Self::CatchUpByAge => {
                "Only deferrals above a limit are catch-up. Without them, only the limit on annual additions counts."
            }
            Self::CatchUpCounted => "Leave catch-up out when you add up what used the limit: it stays outside.",
            Self::OldEmployer => {
                "Deferrals elsewhere lower what you can still defer. The new employer’s plan still has its full limit on annual additions."
            }
            Self::AtTheThreshold => "Catch-up must be Roth only if box 3 wages were above the threshold.",
            Self::Form8606 => {
                "Parts I and II are for money in IRAs. Keep a record: the amounts add to line 22 or 24 if you ever take money out of the Roth IRA early."
            }
            Self::Boxes10And11 => {
                "They are for payments out of a Roth account. If they are filled in for a conversion into one, ask the payer to correct the form."
            }
            Self::OwnerPay => {
                "Each employer dollar uses a dollar of the limit and lowers the pay that caps it. The Room page counts both."
            }
            Self::StaleLimits => "Check each figure against the year’s own limits in the table of changes.",
            Self::PreTaxAlong => {
                "If the plan tracks after-tax money separately, only that and its own earnings move. Ask whether it does."
            }
        }
    }
}

impl Mistake {
    /// How it stands, in a word or two.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self.status {
            Status::Made => "Made",
            Status::Beware => "Beware",
            Status::Open => "Not known yet",
            Status::Excluded => "Excluded",
            Status::NotYours => "Not yours",
        }
    }

    /// What holds for this person.
    #[must_use]
    pub fn says(self) -> String {
        let amount = self.amount.map(|amount| amount.to_string()).unwrap_or_default();
        match (self.kind, self.status) {
            (MistakeKind::TakenForGranted, Status::Made) => {
                "After-tax money goes in, but you don’t know yet that it can move to Roth.".to_owned()
            }
            (MistakeKind::TakenForGranted, Status::Open) => {
                "The deciding questions are open, and nothing goes in yet.".to_owned()
            }
            (MistakeKind::TakenForGranted, _) => "Your answers about the plan settle it.".to_owned(),
            (MistakeKind::TotalLimit, Status::Made) => format!("All the money together is {amount} over the limit."),
            (MistakeKind::TotalLimit, Status::Beware) => {
                format!("“Still to come” is empty. Counting what may come, about {amount} of room is left.")
            }
            (MistakeKind::TotalLimit, Status::Excluded) => {
                format!("{amount} of deferrals, employer money and after-tax money is counted.")
            }
            (MistakeKind::TotalLimit, _) => "The Room page is missing an answer.".to_owned(),
            (MistakeKind::Waiting, Status::Made) => format!("{amount} has waited too long."),
            (MistakeKind::Waiting, Status::Beware) => format!("{amount} is waiting now, but not for too long yet."),
            (MistakeKind::Waiting, Status::Open) => "The ledger is empty.".to_owned(),
            (MistakeKind::Waiting, _) => "Nothing waits.".to_owned(),
            (MistakeKind::IraRule, Status::Made) => "A form treats the money as coming from an IRA.".to_owned(),
            (MistakeKind::IraRule, Status::Beware) => {
                format!(
                    "You have {amount} in other IRAs. That does not matter here, but it does for a backdoor Roth IRA."
                )
            }
            (MistakeKind::IraRule, Status::Open) => {
                "No conversion is in the ledger, and other IRAs are not entered.".to_owned()
            }
            (MistakeKind::IraRule, _) => "The taxable part here depends on the plan’s own basis alone.".to_owned(),
            (MistakeKind::CatchUpByAge, Status::Beware) => {
                format!("Nothing you deferred is catch-up, so your limit is {amount} and no more.")
            }
            (MistakeKind::CatchUpByAge, Status::Excluded) => {
                format!("You defer catch-up, so up to {amount} can go in altogether.")
            }
            (MistakeKind::CatchUpCounted, Status::Beware) => {
                format!("{amount} of your deferrals is catch-up and uses none of the limit.")
            }
            (MistakeKind::CatchUpCounted, Status::Excluded) => "Nothing you deferred is catch-up.".to_owned(),
            (MistakeKind::CatchUpByAge | MistakeKind::CatchUpCounted, Status::Open) => {
                "The Room page is missing an answer.".to_owned()
            }
            (MistakeKind::CatchUpByAge | MistakeKind::CatchUpCounted, _) => {
                "You are under 50 at the end of the year.".to_owned()
            }
            (MistakeKind::OldEmployer, Status::Beware) => {
                format!("{amount} was deferred at other employers. It does not lower this plan’s limit.")
            }
            (MistakeKind::OldEmployer, _) => "No deferrals at another, unrelated employer are entered.".to_owned(),
            (MistakeKind::AtTheThreshold, Status::Beware) => {
                format!("Your box 3 wages are exactly {amount}: catch-up need not be Roth.")
            }
            (MistakeKind::AtTheThreshold, Status::Open) => {
                "Last year’s box 3 wages or your birth date is not entered.".to_owned()
            }
            (MistakeKind::AtTheThreshold, Status::Excluded) => format!("Your box 3 wages are not exactly {amount}."),
            (MistakeKind::AtTheThreshold, _) => "The rule doesn’t affect you this year.".to_owned(),
            (MistakeKind::Form8606, Status::Beware) => "Money moved this year, and it needs no Form 8606.".to_owned(),
            (MistakeKind::Form8606, _) => "No conversion is entered for the year.".to_owned(),
            (MistakeKind::Boxes10And11, Status::Made) => "A form that you typed in has box 10 or 11 filled.".to_owned(),
            (MistakeKind::Boxes10And11, Status::Open) => "The form is not typed in yet.".to_owned(),
            (MistakeKind::Boxes10And11, Status::Excluded) => "Both boxes are empty on your forms.".to_owned(),
            (MistakeKind::Boxes10And11, _) => "No conversion inside the plan is entered.".to_owned(),
            (MistakeKind::OwnerPay, Status::Beware) => {
                format!("Your business contributes {amount}, which also lowers the pay that caps the limit.")
            }
            (MistakeKind::OwnerPay, Status::Excluded) => "Your business contributes no employer money.".to_owned(),
            (MistakeKind::OwnerPay, _) => "You are not self-employed in this job.".to_owned(),
            (MistakeKind::StaleLimits, Status::Made) => {
                format!("{amount} is exactly the deferral limit of an earlier year.")
            }
            (MistakeKind::StaleLimits, Status::Beware) => {
                format!("The limits of this year are not official yet: {amount} is worked out or your own figure.")
            }
            (MistakeKind::StaleLimits, Status::Excluded) => format!("The official limits are used: {amount} in all."),
            (MistakeKind::StaleLimits, _) => "This year’s limits are not known.".to_owned(),
            (MistakeKind::PreTaxAlong, Status::Excluded) => "Your plan tracks after-tax money separately.".to_owned(),
            (MistakeKind::PreTaxAlong, Status::Beware) => {
                "Your plan keeps one pool, so here pre-tax money does move along, in proportion.".to_owned()
            }
            (MistakeKind::PreTaxAlong, _) => "You haven’t said whether your plan tracks it separately.".to_owned(),
        }
    }
}
