//! The worksheets of what is to come: whether the plan allows it, how much fits, and
//! how fast it goes in.

use super::{Worksheet, is_of_the_ledger, report};
use crate::questions::{Field, Key, Whose};
use crate::report::Report;
use crate::worksheets::{pace, plan, room};

const WORKSHEETS: &[Worksheet] = &[
    Worksheet {
        page: "plan",
        needs: is_rule_of_the_plan,
        report: |draft, record, today| {
            let report = report(plan::worksheet(record, draft.year, today))?;
            Ok(Report { link: draft.plan_link(), ..report })
        },
    },
    Worksheet {
        page: "room",
        needs: |key| !is_of_the_ledger(key),
        report: |draft, record, today| report(room::worksheet(record, draft.year, today)),
    },
    Worksheet {
        page: "pace",
        needs: |key| !is_of_the_ledger(key),
        report: |draft, record, today| report(pace::worksheet(record, draft.year, today)),
    },
];

/// What a page of these worksheets shows of a draft: a [`Reply`](crate::report::Reply).
///
/// ```
/// use planner::date::Date;
/// use planner::draft::Draft;
/// use planner::report::Reply;
/// use planner::service::planning;
/// let empty = Draft::new(Date::new(2026, 11, 24)?).to_saved();
/// let reply: Reply = serde_json::from_str(&planning::answer(&empty, "2026-11-24", "room")?)?;
/// assert_eq!(reply.wait, "Enter your birth date: the catch-up rules go by age.");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A sentence about a text that is no draft, no day or no page's name.
pub fn answer(draft: &str, today: &str, page: &str) -> Result<String, String> {
    super::answer(WORKSHEETS, draft, today, page)
}

/// Whether a text gives a rule of the plan, which is all that the checklist needs.
/// The paydays are shared with the plan's rules and yet are none of them.
fn is_rule_of_the_plan(key: Key) -> bool {
    let Key::Sheet(field) = key else { return false };
    match field {
        Field::HighlyCompensated | Field::OthersAverage | Field::ReservedMatch => true,
        Field::KnownPayDate | Field::FirstDay | Field::SecondDay | Field::Shift | Field::PayDates => false,
        field => field.whose() == Whose::Plan,
    }
}
