//! How a person types a value, so that it reads back as the same.

use crate::date::Date;
use crate::money::Money;

/// A date: `1/15/2026`.
pub(crate) fn date(date: Date) -> String {
    format!("{}/{}/{}", date.month(), date.day(), date.year())
}

/// An amount: `24,500.00`.
pub(crate) fn money(amount: Money) -> String {
    amount.to_string().replacen('$', "", 1)
}
