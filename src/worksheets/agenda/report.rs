//! The list in the terms of a page, and the figure that each worksheet's page shows first.

use super::{Action, Kind, State, Worked};
use crate::report::{Headline, Table};
use crate::worksheets::{Worksheet, conversions, landing, pace, plan, room, tax_forms};

/// The figure that a worksheet's page shows first; none while it has no result.
#[must_use]
pub fn headline(worksheet: Worksheet, worked: &Worked<'_, '_>) -> Option<Headline> {
    match worksheet {
        Worksheet::Plan => worked.plan.as_ref().ok().map(plan::headline),
        Worksheet::Room => worked.room.as_ref().ok().map(room::headline),
        Worksheet::Pace => worked.pace.as_ref().ok().map(pace::headline),
        Worksheet::Conversions => worked.conversions.as_ref().ok().map(conversions::headline),
        Worksheet::Landing => worked.landing.as_ref().ok().map(landing::headline),
        Worksheet::TaxForms => worked.forms.as_ref().ok().map(tax_forms::headline),
        // The review counts what is to be done: see `Standing`.
        Worksheet::Review => None,
    }
}

/// Entries as a table: when, what, why, how it stands, where, and by which rule.
pub fn table<'a>(id: &str, title: &str, actions: impl IntoIterator<Item = &'a Action>) -> Table {
    let row = |action: &Action| {
        let place = action.place.worksheet.page().name.to_owned();
        vec![
            when(action),
            action.what.clone(),
            why(action),
            state(action).to_owned(),
            place,
            action.citation.reference.to_owned(),
        ]
    };
    let columns = ["When", "What", "What to know", "State", "Worksheet", "Rule"];
    Table::new(id, title, &columns, actions.into_iter().map(row).collect())
}

/// The day in words.
#[must_use]
pub fn when(action: &Action) -> String {
    match action.date {
        None => "No fixed day".to_owned(),
        Some(date) if action.kind == Kind::ByItself => date.long(),
        Some(date) => format!("By {}", date.long()),
    }
}

/// Why, with the day before a day that nothing moves.
#[must_use]
pub fn why(action: &Action) -> String {
    match action.before {
        Some(before) => {
            format!(
                "That day isn’t a business day, and the deadline doesn’t move: do it by {}. {}",
                before.long(),
                action.why
            )
        }
        None => action.why.clone(),
    }
}

/// How it stands, in words.
#[must_use]
pub const fn state(action: &Action) -> &'static str {
    match (action.state, action.kind) {
        (State::Done, _) => "Done",
        (State::Past, _) => "Past",
        (State::Overdue, _) => "Overdue",
        (State::Open, Kind::Yours) => "Yours to do",
        (State::Open, Kind::ByItself) => "Happens by itself",
        (State::Open, Kind::Deadline) => "Deadline",
    }
}
