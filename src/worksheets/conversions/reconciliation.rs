//! Whether the ledger agrees with the pay stub and with the plan's own total, and where
//! to look if it does not.

use std::cmp::Ordering;

use serde::Serialize;

use super::case::Case;
use super::words;
use crate::date::Date;
use crate::law::deadlines;
use crate::money::Money;
use crate::order;
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
    /// Where the difference may come from; nothing where both agree.
    #[serde(skip)]
    pub clue: Option<Clue>,
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

/// Where a difference between two counts may come from. The likeliest reason stands alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Clue {
    /// The ledger has the same contribution twice.
    Twice {
        /// How much each time.
        amount: Money,
        /// The day of both.
        on: Date,
    },
    /// The contribution came shortly before the other count was made.
    TooLateForTheirs {
        /// Its day.
        row: Date,
    },
    /// The contribution came shortly after the other count was made.
    EarlyInTheirs {
        /// Its day.
        row: Date,
    },
    /// The contribution may be of last December's paycheck.
    OfLastYear {
        /// Its day, in January.
        row: Date,
        /// The year of the ledger.
        year: i16,
    },
    /// The contribution stands in the next year's ledger and may be of this December's
    /// paycheck.
    InNextYear {
        /// Its day, in January.
        row: Date,
        /// The year of the ledger.
        year: i16,
    },
    /// An owner's deposits in January come to the difference, and may be for the year before.
    ForYearBefore {
        /// All of them.
        amount: Money,
        /// The last day on which such a deposit counts.
        last: Date,
    },
    /// One contribution comes to the difference.
    OneRow {
        /// Its day.
        row: Date,
    },
    /// Two digits next to each other changed places.
    TwoDigits {
        /// The day of the contribution.
        row: Date,
        /// As it was entered.
        entered: Money,
        /// As it may have been meant.
        meant: Money,
    },
    /// No contribution comes to what the ledger has more.
    NoRow,
    /// As much is missing as so many paychecks.
    Paychecks {
        /// How many.
        count: usize,
        /// The contribution of each.
        usual: Money,
        /// Where they are likeliest to be missing.
        gap: Option<Gap>,
    },
    /// Contributions seem to be missing.
    RowsMissing {
        /// Where they are likeliest to be missing.
        gap: Option<Gap>,
    },
}

/// The longest time without a contribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// The contribution before it.
    pub from: Date,
    /// The contribution after it.
    pub to: Date,
}

/// What can be checked: what was not entered cannot.
pub(super) fn checks(case: &Case<'_>) -> Vec<Check> {
    let entry = case.entry;
    let stub = Some(entry.contributions.after_tax).filter(|amount| amount.is_positive());
    let counts = [
        (Against::PayStub, stub, entry.payroll.last_stub),
        (Against::Plan, entry.ledger.plan_total, entry.ledger.plan_total_on),
    ];
    let mut rows: Vec<&Contribution> = entry.ledger.contributions.iter().filter(|row| row.plan.is_this_job()).collect();
    rows.retain(|row| !row.for_year_before);
    // What an owner deposited in January for this year counts in its own totals.
    let next = case.record.year(case.year().saturating_add(1)).into_iter().flat_map(|next| &next.ledger.contributions);
    let for_this_year = next.filter(|row| row.for_year_before && row.plan.is_this_job());
    let deposited_later: Money = for_this_year.map(|row| row.amount).sum();
    order::sort_by_key(&mut rows, |row| (row.date, row.amount));
    let mut checks = Vec::new();
    for (against, theirs, on) in counts {
        let (Some(theirs), on) = (theirs, on.unwrap_or(case.as_of)) else { continue };
        let (counted, later) = rows.split_at(rows.partition_point(|row| row.date <= on));
        let ours = counted.iter().map(|row| row.amount).sum::<Money>() + deposited_later;
        let difference = ours - theirs;
        let is_owner = case.is_owner();
        let search = Search { on, counted, later, record: case.record, year: case.year(), is_owner };
        let clue = match difference.cmp(&Money::ZERO) {
            Ordering::Equal => None,
            Ordering::Greater => Some(search.for_too_much(difference)),
            Ordering::Less => Some(search.for_too_little(difference.abs())),
        };
        let look = clue.map(|clue| words::where_to_look(clue, against, on)).unwrap_or_default();
        checks.push(Check { against, on, theirs, ours, difference, clue, look });
    }
    checks
}

/// Looks for the contribution that a difference may come from.
struct Search<'a> {
    /// The day of the other count.
    on: Date,
    /// The ledger's rows up to the day, in order, and those after it.
    counted: &'a [&'a Contribution],
    later: &'a [&'a Contribution],
    record: &'a Record,
    year: i16,
    is_owner: bool,
}

impl Search<'_> {
    /// The ledger has more.
    fn for_too_much(&self, more: Money) -> Clue {
        let twice = |pair: &&[&Contribution]| matches!(pair, [a, b] if a.amount == more && b.amount == more && a.date == b.date);
        if let Some([row, _]) = self.counted.windows(2).find(twice) {
            return Clue::Twice { amount: more, on: row.date };
        }
        let mut of_that_amount = self.counted.iter().filter(|row| row.amount == more);
        if let Some(row) = of_that_amount.clone().rfind(|row| days(row.date, self.on) <= POSTED_WITHIN) {
            return Clue::TooLateForTheirs { row: row.date };
        }
        if let Some(row) = of_that_amount.clone().find(|row| is_early_january(row.date)) {
            return Clue::OfLastYear { row: row.date, year: self.year };
        }
        if let Some(row) = of_that_amount.next() {
            return Clue::OneRow { row: row.date };
        }
        self.two_digits(|entered| entered - more).unwrap_or(Clue::NoRow)
    }

    /// The ledger has less.
    fn for_too_little(&self, less: Money) -> Clue {
        let soon = |row: &&&Contribution| row.amount == less && days(self.on, row.date) <= POSTED_WITHIN;
        if let Some(row) = self.later.iter().find(soon) {
            return Clue::EarlyInTheirs { row: row.date };
        }
        let next =
            self.record.year(self.year.saturating_add(1)).into_iter().flat_map(|next| &next.ledger.contributions);
        let deadline = deadlines::last_contribution(self.year, true).filter(|_| self.is_owner);
        if let Some(last) = deadline {
            // One deposit, or all up to one of them, come to the difference.
            let deposits =
                next.clone().filter(|row| row.plan.is_this_job() && !row.for_year_before && row.date <= last);
            let mut so_far = Money::ZERO;
            for row in deposits {
                so_far += row.amount;
                if row.amount == less || so_far == less {
                    return Clue::ForYearBefore { amount: less, last };
                }
            }
        }
        let of_december =
            |row: &&Contribution| row.plan.is_this_job() && row.amount == less && is_early_january(row.date);
        if let Some(row) = next.into_iter().find(of_december) {
            return Clue::InNextYear { row: row.date, year: self.year };
        }
        if let Some(clue) = self.two_digits(|entered| entered + less) {
            return clue;
        }
        // Paychecks that were left out come to the same amount each.
        let usual = self.counted.last().map(|row| row.amount).unwrap_or_default();
        let mut missing = Money::ZERO;
        for count in 1..=MOST_PAYCHECKS {
            missing += usual;
            if missing == less {
                return Clue::Paychecks { count, usual, gap: self.longest_gap() };
            }
        }
        Clue::RowsMissing { gap: self.longest_gap() }
    }

    /// Where a row is likeliest to be missing.
    fn longest_gap(&self) -> Option<Gap> {
        let gaps = self.counted.windows(2).filter_map(|pair| match pair {
            [before, after] => Some(Gap { from: before.date, to: after.date }),
            _ => None,
        });
        // Of gaps alike the first.
        gaps.reduce(|longest, gap| if days(gap.from, gap.to) > days(longest.from, longest.to) { gap } else { longest })
    }

    /// A row in which two digits next to each other changed places.
    fn two_digits(&self, meant: impl Fn(Money) -> Money) -> Option<Clue> {
        for row in self.counted {
            let meant = meant(row.amount);
            if meant.is_positive() && is_one_swap(&row.amount.plain(), &meant.plain()) {
                return Some(Clue::TwoDigits { row: row.date, entered: row.amount, meant });
            }
        }
        None
    }
}

/// Whether a paycheck of December may have been posted on this day.
fn is_early_january(date: Date) -> bool {
    date.month() == 1 && i32::from(date.day()) <= POSTED_WITHIN
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
