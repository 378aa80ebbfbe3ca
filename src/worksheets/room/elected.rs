//! What the present elections will put in as after-tax money, where that passes the room.

use super::Case;
use crate::money::Money;
use crate::record::YearRecord;
use crate::worksheets::year::paychecks::{Paychecks, YearMatch};

/// By how much after-tax money passes the room if the elections stay as they are: that of
/// paychecks to come, what spills over, and the match on both. None where it fits, or where
/// deferrals alone pass the limit.
pub(super) fn beyond_the_room(case: &Case<'_>) -> Option<Money> {
    let paychecks = case.paychecks.filter(|_| case.over.value == Money::ZERO)?;
    let each = paychecks.after_tax_as_elected(case.entry);
    let total: Money = each.iter().copied().sum();
    let left = case.room.value.min(case.room_by_law.value - drawn(paychecks, case.entry, &each));
    Some(total - left).filter(|beyond| total.is_positive() && beyond.is_positive())
}

/// The match that after-tax money draws.
fn drawn(paychecks: &Paychecks, entry: &YearRecord, each: &[Money]) -> Money {
    if !entry.plan.matching.matches_after_tax() {
        return Money::ZERO;
    }
    let to_come = |each: &[Money]| YearMatch::with(paychecks, entry, each).to_come(entry);
    to_come(each) - to_come(&vec![Money::ZERO; each.len()])
}
