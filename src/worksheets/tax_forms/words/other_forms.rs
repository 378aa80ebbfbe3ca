//! What Forms 5498, W-2 and 8606 show, and what to do with them.

use crate::law::citations;
use crate::worksheets::tax_forms::other_forms::{LaterUse, OtherForm, OtherFormFact};

impl OtherFormFact {
    /// It in words.
    pub fn words(&self) -> OtherForm {
        match self {
            Self::RothIra5498 { rolled_in, year, by } => OtherForm {
                form: "Form 5498 of the Roth IRA",
                says: format!("The one for {year}, the year the money arrived. Box 2, rollover contributions, shows {rolled_in}. Box 3 is for conversions of an IRA, which this is not."),
                todo: "It comes after your return is due and is not filed with it. Keep it: it proves that the money arrived.",
                by: *by,
                citation: citations::FORM_5498_BOX_2,
            },
            Self::TraditionalIra5498 { rolled_in, basis, by } => OtherForm {
                form: "Form 5498 of the traditional IRA",
                says: format!("Box 2, rollover contributions, shows the {rolled_in} that went there, if it went to an IRA. If it went to a plan, no such form comes."),
                todo: if basis.is_positive() {
                    "Keep it. It does not show how much is after-tax money; your statements do."
                } else {
                    "Keep it. Those dollars are pre-tax: they add nothing to the basis on line 2 of Form 8606."
                },
                by: *by,
                citation: citations::FORM_5498_BOX_2,
            },
            Self::Form8606Basis { basis, year } => OtherForm {
                form: "Form 8606, line 2",
                says: format!("{basis} of after-tax contributions went to the traditional IRA in {year}. They are basis there: they add to line 2 of the next Form 8606 you file, and come out untaxed, a share with each payment or conversion."),
                todo: "No form is filed for it now. Keep the plan’s statement that shows the amount until you file one.",
                by: None,
                citation: citations::FORM_8606_LATER,
            },
            Self::W2 { by } => OtherForm {
                form: "Form W-2",
                says: "After-tax contributions stay in the wages in box 1; some employers list them in box 14. Roth deferrals have code AA, or BB in a 403(b), in box 12; after-tax money has no code there.".into(),
                todo: "Add or subtract nothing for after-tax contributions.",
                by: *by,
                citation: citations::FORM_W2,
            },
            Self::Form8606Now => OtherForm {
                form: "Form 8606 now",
                says: "It is not filed for a rollover from a plan to a Roth IRA, or for one inside the plan. It is for money in traditional IRAs and for withdrawals from Roth IRAs.".into(),
                todo: "If software creates one, a code or check box was mistyped, or the payment was entered as coming from an IRA.",
                by: None,
                citation: citations::FORM_8606_USE,
            },
            Self::Form8606Later(usage) => OtherForm {
                form: "Form 8606 later",
                says: match usage {
                    LaterUse::RothIra { moved, year } => format!("Only if you withdraw from the Roth IRA before it is qualified: the {moved} from {year} then counts on line 24, together with other years."),
                    LaterUse::InPlan { moved } => format!("The {moved} is not entered anywhere now. If the plan’s Roth account later moves to a Roth IRA, its contributions, including conversions, add to line 22. The taxable part of a conversion keeps its own five years."),
                    LaterUse::Nothing => "Only for money that went into an IRA.".into(),
                },
                todo: "Keep the figures below. After-tax money that went to a traditional IRA would add to line 2.",
                by: None,
                citation: citations::FORM_8606_LATER,
            },
        }
    }
}
