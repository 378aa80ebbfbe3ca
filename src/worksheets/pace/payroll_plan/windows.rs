//! In which days an election can be entered so that it works first on a paycheck.

use super::{PayrollPlan, USUAL_LEAD_DAYS};
use crate::date::Date;
use crate::record::YearRecord;
use crate::worksheets::year::paychecks::{Paychecks, calendar};

/// The first and the last day on which an election can be entered.
pub(super) type Window = (Date, Date);

/// The first paycheck on which a new election can work, and for each paycheck from it on
/// the days in which one is entered that works there first; none where the plan takes none
/// in those days, and none for a later paycheck of the same day.
pub(super) struct Windows {
    pub start: usize,
    pub of: Vec<Option<Window>>,
}

impl Windows {
    /// Of a year's paychecks, with no change before `from`, where given.
    pub fn of(entry: &YearRecord, paychecks: &Paychecks, today: Date, from: Option<Date>) -> Self {
        // Before the first paycheck of a year, the last one of the year before is not to change.
        let year_before = || calendar::pay_dates(&entry.payroll, entry.year.saturating_sub(1)).last().copied();
        let before = paychecks.last_stub.or_else(year_before);
        let lead = i32::from(entry.plan.change_lead_days.unwrap_or(USUAL_LEAD_DAYS));
        let dates: Vec<Date> = paychecks.to_come.iter().map(|check| check.date).collect();
        let mut windows = Self { start: dates.len(), of: vec![None; dates.len()] };
        for (place, date) in dates.iter().copied().enumerate() {
            let previous = dates.iter().take(place).copied().last();
            if previous == Some(date) || from.is_some_and(|from| date < from) {
                continue;
            }
            let is_first = windows.start == dates.len();
            let previous = previous.or(before);
            // Where the lead is not known, a change must not reach the paycheck before, however few days it
            // needs; room is kept for that only from the latest stub to the first change.
            let covered = is_first && (place > 0 || before == paychecks.last_stub);
            let ahead = if covered || entry.plan.change_lead_days.is_some() { lead - 1 } else { 0 };
            let Ok(close) = date.plus_days(-lead) else { continue };
            let open = previous.and_then(|date| date.plus_days(-ahead).ok()).unwrap_or(today);
            if close < today {
                continue;
            }
            let window = allowed(entry, (open.max(today).min(close), close));
            if window.is_some() && is_first {
                windows.start = place;
            }
            if let Some(slot) = windows.of.get_mut(place) {
                *slot = window;
            }
        }
        windows
    }
}

impl PayrollPlan {
    /// Whether an election can be entered so that it works first on a payday of this day,
    /// which may be none of the plan's yet.
    pub fn can_follow(&self, payday: Date, today: Date) -> bool {
        let place = self.place_on(payday);
        if self.date(place) == Some(payday) {
            return self.window(place).is_some();
        }
        let lead = i32::from(self.entry.plan.change_lead_days.unwrap_or(USUAL_LEAD_DAYS));
        let previous = place.checked_sub(1).and_then(|before| self.date(before)).or(self.paychecks.last_stub);
        let opens = previous.and_then(|date| date.plus_days(1 - lead).ok()).map_or(today, |opens| opens.max(today));
        let Ok(closes) = payday.plus_days(-lead) else { return false };
        closes >= opens && allowed(&self.entry, (opens, closes)).is_some()
    }
}

/// The last days of a window that are in months in which the plan takes changes.
fn allowed(entry: &YearRecord, (open, close): Window) -> Option<Window> {
    let months = entry.plan.change_months;
    if months.is_empty() {
        return Some((open, close));
    }
    let mut day = close;
    while !months.allow(day) {
        day = day.plus_days(-1).ok().filter(|day| *day >= open)?;
    }
    let last = day;
    while let Some(before) = day.plus_days(-1).ok().filter(|before| *before >= open && months.allow(*before)) {
        day = before;
    }
    Some((day, last))
}
