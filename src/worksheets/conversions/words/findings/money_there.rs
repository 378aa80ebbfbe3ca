//! What is said of the money that is still there, or was until the plan returned it.

use std::cmp::Ordering;

use crate::date::Date;
use crate::explain::Severity::{Attention, Problem};
use crate::explain::Words;
use crate::law::citations;
use crate::money::Money;
use crate::worksheets::conversions::request::Way;
use crate::worksheets::feasibility::Cause;

/// It waits too long.
pub fn waits_too_long(amount: Money, growth: Money, since: Date, waited: i32) -> Words {
    let so_far =
        if growth.is_positive() { format!(" {growth} of growth would be taxable so far.") } else { String::new() };
    Words::new(
        Attention,
        citations::CONVERSION_INCOME,
        format!("{amount} has waited too long"),
        format!(
            "The oldest part has waited since {}, {waited} days.{so_far} Whatever it earns before it moves is taxed as income; in Roth it never would be. Letting it sit is the guide’s third common mistake.",
            since.long()
        ),
    )
}

/// It is in a plan that cannot do it.
pub fn stuck(amount: Money, growth: Money, cause: Cause, way: Way) -> Words {
    let grows = if growth.is_positive() { format!(" {growth} of growth is in it.") } else { String::new() };
    let title = match way {
        Way::InPlan | Way::ToRothIra => format!("Move the {amount} that is already in the plan"),
        Way::Open => format!("Find out how the {amount} already in the plan can move"),
        Way::Closed => format!("{amount} cannot move to Roth yet"),
    };
    Words::new(Attention, citations::PLAN_DOCUMENT, title, format!("{}{grows} {}", cause.why(), way.words()))
}

impl Way {
    /// What can be done about money that is already there.
    pub(in crate::worksheets::conversions) const fn words(self) -> &'static str {
        match self {
            Self::InPlan => {
                "What is already there can still move: you said that the plan converts after-tax money to its Roth account."
            }
            Self::ToRothIra => {
                "What is already there can still move: you said that the plan pays after-tax money out to a Roth IRA while you work there."
            }
            Self::Open => "Whether what is already there can move is not known yet.",
            Self::Closed => {
                "Your contributions come out untaxed later: when you leave, or at an age that the plan names, often 59½, have them sent straight to a Roth IRA, and the earnings to a traditional IRA. Then nothing is taxed."
            }
        }
    }
}

/// The plan's number of transfers a year.
pub fn transfers_used(made: usize, limit: usize, year: i16) -> Words {
    let (severity, title, text) = match made.cmp(&limit) {
        Ordering::Greater => (
            Problem,
            format!("{made} conversions, but the plan allows {limit} a year"),
            "Either your answer about the plan is wrong, or a row is not a conversion of its own. Plans often count one request as one conversion, even if it is paid in several parts.".to_owned(),
        ),
        Ordering::Equal => (
            Attention,
            format!("All {limit} conversions for {year} are used"),
            format!(
                "Whatever comes in from now on waits until {}. Ask whether the plan counts by the calendar year.",
                year.saturating_add(1)
            ),
        ),
        Ordering::Less => (
            Attention,
            format!("One conversion is left in {year}"),
            format!(
                "The plan allows {limit} a year, and you have made {made}. Save the last one for after the year’s last contribution."
            ),
        ),
    };
    Words::new(severity, citations::PLAN_DOCUMENT, title, text)
}

/// What waits may be part of what came back.
pub fn maybe_returned(returned: Money, paid_on: Date) -> Words {
    Words::new(
        Attention,
        citations::YOUR_LEDGER,
        "Is the waiting money still in the plan?",
        format!(
            "The plan paid back {returned} on {}. You said that this money had been converted, so it is not subtracted from what waits here. If the waiting money was part of it, that part left the plan on that day and no longer waits: enter it on the Tax forms page as a return of its own that had not been converted.",
            paid_on.long()
        ),
    )
}

/// Whether what came back had been converted is not known.
pub fn returned_unknown(returned: Money, paid_on: Date, taken: Money) -> Words {
    let meanwhile = if taken.is_positive() {
        format!("Until you answer, {taken} is subtracted from the money that waited here.")
    } else {
        "No money was waiting on that day, so nothing is subtracted here until you answer.".to_owned()
    };
    Words::new(
        Attention,
        citations::YOUR_LEDGER,
        format!("Had the {returned} that came back been converted?"),
        format!(
            "The plan returned {returned} on {}, and the Tax forms page does not say yet whether that money had been converted before. {meanwhile} Answer it there. If part of it was pre-tax deferrals, enter that part too: it was never after-tax money.",
            paid_on.long()
        ),
    )
}
