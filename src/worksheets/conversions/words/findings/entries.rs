//! What is said of entries: doubles, and other counts of the same money.

use super::days_listed;
use crate::date::Date;
use crate::explain::Severity::{Attention, Note};
use crate::explain::Words;
use crate::law::{Citation, citations};
use crate::money::Money;
use crate::worksheets::conversions::reconciliation::Check;

/// The ledger has another total than somebody else.
pub fn differs(check: &Check, whose: &str, citation: Citation) -> Words {
    let Check { on, theirs, ours, difference, look, .. } = check;
    let more = if difference.is_negative() { "less" } else { "more" };
    Words::new(
        Attention,
        citation,
        format!("The ledger has {} {more} than your {whose}", difference.abs()),
        format!(
            "Through {}, the ledger has {ours} of after-tax contributions and your {whose} has {theirs}. {look}",
            on.long()
        ),
    )
}

/// An owner's deposits of January may have been made for the year.
pub fn for_year_before(amount: Money, last: Date, year: i16) -> Words {
    Words::new(
        Note,
        citations::AFTER_YEAR_END,
        format!("Was {amount} deposited for {year}?"),
        format!(
            "A deposit that an owner makes by {} can count for {year} if it was made for that year: it uses the limit of {year}, and its conversion counts in the year in which it is made. If so, check “Made for last year” in its row.",
            last.long()
        ),
    )
}

/// A row may be there twice.
pub fn twice(days: &[Date], balances_too: bool) -> Words {
    let larger = if balances_too { " Of two balances on one day, the larger counts." } else { "" };
    Words::new(
        Attention,
        citations::YOUR_LEDGER,
        "An entry may be in the ledger twice",
        format!(
            "The same entry appears twice on {}. If it happened only once, remove one of the two.{larger}",
            days_listed(days)
        ),
    )
}
