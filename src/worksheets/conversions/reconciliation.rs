//! Whether the ledger agrees with the pay stub and with the plan's own total, and where
//! to look if it does not.

use std::cmp::Ordering;

use serde::Serialize;

use super::case::Case;
use crate::date::Date;
use crate::money::{Money, Overflow};
use crate::record::{Contribution, Record};

/// A paycheck and its posting in the plan are no further apart than this, in days.
const POSTED_WITHIN: i32 = 15;
/// More than so many missing paychecks are no slip.
const MOST_PAYCHECKS: usize = 26;

/// What the ledger is held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// The after-tax money so far by the latest pay stub.
    PayStub,
    /// The plan's own total.
    Plan,
}

/// The ledger held against another count of the same money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Check {
    /// Which.
    pub against: Against,
    /// The day up to which both count.
    pub on: Date,
    /// The other count.
    pub theirs: Money,
    /// The ledger's contributions to the plan of the year's job up to that day.
    pub ours: Money,
    /// What the ledger has more; less than nothing where it has less.
    pub difference: Money,
    /// Where to look, in sentences; empty where both agree.
    pub look: String,
}

impl Check {
    /// Whether both agree to the cent.
    #[must_use]
    pub fn agrees(&self) -> bool {
        self.difference == Money::ZERO
    }
}

/// What can be checked: what was not entered cannot.
pub(super) fn checks(case: &Case<'_>) -> Result<Vec<Check>, Overflow> {
    let entry = case.entry;
    let stub = Some(entry.contributions.after_tax).filter(|amount| amount.is_positive());
    let counts = [
        (Against::PayStub, stub, entry.payroll.last_stub),
        (Against::Plan, entry.ledger.plan_total, entry.ledger.plan_total_on),
    ];
    let mut rows: Vec<&Contribution> = entry.ledger.contributions.iter().filter(|row| row.plan.is_empty()).collect();
    rows.sort_by_key(|row| (row.date, row.amount));
    let mut checks = Vec::new();
    for (against, theirs, on) in counts {
        let (Some(theirs), on) = (theirs, on.unwrap_or(case.as_of)) else { continue };
        let (counted, later) = rows.split_at(rows.partition_point(|row| row.date <= on));
        let ours = Money::sum(counted.iter().map(|row| row.amount))?;
        let difference = ours.minus(theirs)?;
        let looking = Looking { against, on, counted, later, record: case.record, year: case.year() };
        let look = match difference.cmp(&Money::ZERO) {
            Ordering::Equal => String::new(),
            Ordering::Greater => looking.for_too_much(difference)?,
            Ordering::Less => looking.for_too_little(Money::ZERO.minus(difference)?)?,
        };
        checks.push(Check { against, on, theirs, ours, difference, look });
    }
    Ok(checks)
}

/// Where a difference may come from. The likeliest reason stands alone.
struct Looking<'a> {
    against: Against,
    on: Date,
    /// The ledger's rows up to the day, in order, and those after it.
    counted: &'a [&'a Contribution],
    later: &'a [&'a Contribution],
    record: &'a Record,
    year: i16,
}

impl Looking<'_> {
    fn other(&self) -> &'static str {
        match self.against {
            Against::PayStub => "the stub",
            Against::Plan => "the plan’s total",
        }
    }

    /// The ledger has more.
    fn for_too_much(&self, more: Money) -> Result<String, Overflow> {
        let other = self.other();
        let alike = |pair: &&[&Contribution]| matches!(pair, [a, b] if a.amount == more && b.amount == more && a.date == b.date);
        if let Some([row, _]) = self.counted.windows(2).find(alike) {
            return Ok(format!(
                "The ledger has {more} twice on {}. Take one of the two rows out, if it was paid once.",
                row.date.long()
            ));
        }
        let near = |row: &&&Contribution| row.amount == more && days(row.date, self.on) <= POSTED_WITHIN;
        if let Some(row) = self.counted.iter().rev().find(near) {
            return Ok(format!(
                "That is the contribution of {}. It may have come too late for {other} of {}.",
                row.date.long(),
                self.on.long()
            ));
        }
        let first = |row: &&&Contribution| {
            row.amount == more && row.date.month() == 1 && i32::from(row.date.day()) <= POSTED_WITHIN
        };
        if let Some(row) = self.counted.iter().find(first) {
            return Ok(format!(
                "That is the contribution of {}. If its paycheck was paid in December, it counts in {} and {other} of {} leaves it out: date it on the payday.",
                row.date.long(),
                self.year.saturating_sub(1),
                self.year
            ));
        }
        if let Some(row) = self.counted.iter().find(|row| row.amount == more) {
            return Ok(format!(
                "That is the contribution of {}. See whether it really was taken, and in this plan.",
                row.date.long()
            ));
        }
        Ok(self.misread(more, true)?.unwrap_or_else(|| {
            format!("No single row comes to that. Go through the rows with your stubs, one by one, and begin with the latest before {}.", self.on.long())
        }))
    }

    /// The ledger has less.
    fn for_too_little(&self, less: Money) -> Result<String, Overflow> {
        let other = self.other();
        let soon = |row: &&&Contribution| row.amount == less && days(self.on, row.date) <= POSTED_WITHIN;
        if let Some(row) = self.later.iter().find(soon) {
            return Ok(format!(
                "That is the contribution of {}, which {other} of {} may count already. Date it on the payday.",
                row.date.long(),
                self.on.long()
            ));
        }
        let next =
            self.record.year(self.year.saturating_add(1)).into_iter().flat_map(|next| &next.ledger.contributions);
        let mut january = next.filter(|row| row.plan.is_empty() && row.date.month() == 1);
        if let Some(row) = january.find(|row| row.amount == less && i32::from(row.date.day()) <= POSTED_WITHIN) {
            return Ok(format!(
                "That is the contribution of {}. If its paycheck was paid in December, it belongs to {}: date it on the payday.",
                row.date.long(),
                self.year
            ));
        }
        if let Some(misread) = self.misread(less, false)? {
            return Ok(misread);
        }
        // Paychecks that were left out come to the same amount each.
        let mut missing = Money::ZERO;
        let usual = self.counted.last().map(|row| row.amount).unwrap_or_default();
        for count in 1..=MOST_PAYCHECKS {
            missing = missing.plus(usual)?;
            if missing == less && less.is_positive() {
                let rows = if count == 1 { "one contribution".to_owned() } else { format!("{count} contributions") };
                return Ok(format!("That is as much as {rows} of {usual}. {}", self.gap()));
            }
        }
        Ok(format!("Rows seem to be missing. {}", self.gap()))
    }

    /// Where a row is likeliest to be missing.
    fn gap(&self) -> String {
        let gaps = self.counted.windows(2).filter_map(|pair| match pair {
            [before, after] => Some((days(before.date, after.date), before.date, after.date)),
            _ => None,
        });
        // Of gaps alike the first.
        match gaps.reduce(|longest, gap| if gap.0 > longest.0 { gap } else { longest }) {
            Some((_, before, after)) => {
                format!("The longest gap in the ledger is between {} and {}.", before.long(), after.long())
            }
            None => "Go through your stubs from January on.".to_owned(),
        }
    }

    /// A row in which two digits next to each other changed places.
    fn misread(&self, by: Money, too_much: bool) -> Result<Option<String>, Overflow> {
        for row in self.counted {
            let meant = if too_much { row.amount.minus(by)? } else { row.amount.plus(by)? };
            if meant.is_positive() && is_one_swap(&row.amount.plain(), &meant.plain()) {
                return Ok(Some(format!(
                    "The {} of {} may be {meant}, with two digits exchanged.",
                    row.amount,
                    row.date.long()
                )));
            }
        }
        Ok(None)
    }
}

/// From one day to a later one.
fn days(from: Date, to: Date) -> i32 {
    to.day_number() - from.day_number()
}

/// Whether two amounts differ only in two neighbouring digits that changed places.
fn is_one_swap(one: &str, other: &str) -> bool {
    let digits = |text: &str| text.bytes().filter(u8::is_ascii_digit).collect::<Vec<_>>();
    let (one, other) = (digits(one), digits(other));
    let differing: Vec<usize> =
        one.iter().zip(&other).enumerate().filter_map(|(place, (a, b))| (a != b).then_some(place)).collect();
    match differing.as_slice() {
        [first, second] if one.len() == other.len() && *second == first + 1 => {
            one.get(*first) == other.get(*second) && one.get(*second) == other.get(*first)
        }
        _ => false,
    }
}
