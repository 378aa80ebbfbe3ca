//! Where to look for a difference between the ledger and another count.

use crate::date::Date;
use crate::english::counted_from_one;
use crate::worksheets::conversions::reconciliation::{Against, Clue, Gap};

/// Where to look, in sentences. The other count is of the day `on`.
pub(in crate::worksheets::conversions) fn where_to_look(clue: Clue, against: Against, on: Date) -> String {
    let other = match against {
        Against::PayStub => "the stub",
        Against::Plan => "the plan’s total",
    };
    match clue {
        Clue::Twice { amount, on } => {
            format!("The ledger has {amount} twice on {}. If it was paid once, remove one of the two rows.", on.long())
        }
        Clue::TooLateForTheirs { row } => format!(
            "That is the contribution of {}. It may have come too late for {other} of {}.",
            row.long(),
            on.long()
        ),
        Clue::EarlyInTheirs { row } => format!(
            "That is the contribution of {}, which {other} of {} may count already. Use the payday as its date.",
            row.long(),
            on.long()
        ),
        Clue::OfLastYear { row, year } => format!(
            "That is the contribution of {}. If its paycheck was paid in December, it counts in {} and {other} for {year} leaves it out: use the payday as its date.",
            row.long(),
            year.saturating_sub(1)
        ),
        Clue::InNextYear { row, year } => format!(
            "That is the contribution of {}. If its paycheck was paid in December, it belongs to {year}: use the payday as its date.",
            row.long()
        ),
        Clue::ForYearBefore { amount, last } => format!(
            "An owner’s deposit through {} can count for the year before, if it was made for it: that would be the {amount}. If so, check “Made for last year” in its row.",
            last.long()
        ),
        Clue::OneRow { row } => {
            format!(
                "That is the contribution of {}. Check whether it really came out of your pay, and went into this plan.",
                row.long()
            )
        }
        Clue::TwoDigits { row, entered, meant } => {
            format!("The {entered} on {} may be {meant}, with two digits switched.", row.long())
        }
        Clue::NoRow => format!(
            "No single row matches that. Go through the rows with your stubs, one by one, starting with the latest before {}.",
            on.long()
        ),
        Clue::Paychecks { count, usual, gap } => {
            let contributions = counted_from_one(count, "contribution", "contributions");
            format!("That equals {contributions} of {usual}. {}", longest(gap))
        }
        Clue::RowsMissing { gap } => format!("Rows seem to be missing. {}", longest(gap)),
    }
}

fn longest(gap: Option<Gap>) -> String {
    match gap {
        Some(Gap { from, to }) => {
            format!("The longest gap in the ledger is between {} and {}.", from.long(), to.long())
        }
        None => "Go through your stubs from January on.".to_owned(),
    }
}
