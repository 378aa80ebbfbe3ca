//! What to do and what happens, in order: this year and, late in it, the next.

mod report;
mod words;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::Serialize;

pub(super) use report::periods;
pub(super) use words::{days_to, distance};

use super::deferrals::{DeferralEntry, Deferrals};
use super::{Case, Entry, Line, Pace};
use crate::date::Date;
use crate::law::Standing;
use crate::money::Money;
use crate::record::Election;
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::year::paychecks::Kind;

/// What to do and what happens, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Timeline {
    /// This year, from today on.
    pub this_year: Vec<Event>,
    /// The next year, where it is planned as well.
    pub next_year: Vec<Event>,
}

/// Something that happens on a day, or that is to be done by then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Event {
    /// The day.
    pub on: Date,
    /// How many days that is from today.
    pub days: i32,
    /// What happens.
    pub what: What,
}

/// What happens on a day, or is to be done by then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum What {
    /// Today, with the elections in force.
    Today {
        /// The deferral elections.
        deferrals: Deferrals,
        /// The after-tax election.
        after_tax: Election,
    },
    /// A change of the after-tax election is to be entered.
    Change(Entry),
    /// A change of the deferral elections is to be entered.
    Lower(DeferralEntry),
    /// The first paycheck under an election.
    Starts(Entry),
    /// A bonus is paid, and after-tax money is taken from it.
    Bonus {
        /// The bonus.
        pay: Money,
        /// What is taken from it.
        takes: Money,
        /// The percentage of it that would fill what is left of the room, where payroll has an
        /// election of its own for bonuses.
        alone: Option<u8>,
    },
    /// The last paycheck of the year.
    Last {
        /// What fills the limit then.
        filled: Money,
        /// The limit.
        limit: Money,
        /// What goes unused of the room.
        unused: Money,
    },
    /// The first paycheck of the next year, under the election that this one leaves.
    CarriesOn {
        /// That election.
        election: Election,
    },
    /// The end of the next year.
    NextLast {
        /// The after-tax money of that year.
        planned: Money,
        /// Its room.
        room: Money,
    },
}

impl Timeline {
    /// Of a year as it is planned; nothing in it where the plan cannot do it.
    pub(super) fn of(case: &Case, pace: &Pace) -> Self {
        if pace.verdict == Verdict::Cannot {
            return Self::default();
        }
        let event = |on: Date, what: What| Event { on, days: on.day_number() - case.today.day_number(), what };
        let now = What::Today {
            deferrals: Deferrals::present(&case.plan.entry),
            after_tax: case.plan.entry.payroll.after_tax,
        };
        let mut this_year = vec![event(case.today, now)];
        if let Some(lowering) = &case.lowering {
            this_year.push(event(lowering.now.enter_by, What::Lower(lowering.now)));
        }
        let changes = |entries: &[Entry], events: &mut Vec<Event>| {
            for entry in entries {
                events.push(event(entry.enter_by, What::Change(entry.clone())));
                events.push(event(entry.from, What::Starts(entry.clone())));
            }
        };
        changes(&pace.entries, &mut this_year);
        for line in pace.lines.iter().filter(|line| line.kind == Kind::Bonus) {
            let alone = alone(case, pace, line);
            this_year.push(event(line.date, What::Bonus { pay: line.pay, takes: line.after_tax, alone }));
        }
        if let Some(last) = pace.lines.last() {
            let (filled, limit, unused) = (pace.chart.filled, pace.chart.limit, pace.unused);
            this_year.push(event(last.date, What::Last { filled, limit, unused }));
        }
        let mut next_year = Vec::new();
        if let Some(next) = &pace.next_year {
            changes(&next.entries, &mut next_year);
            let first = next.first_pay_date.filter(|_| next.entries.is_empty());
            next_year.extend(first.map(|first| event(first, What::CarriesOn { election: next.carried })));
            let end = Date::year_end(next.year).ok();
            let last = What::NextLast { planned: next.planned, room: next.room };
            next_year.extend(end.map(|end| event(end, last)));
        }
        // What is to be done by a day comes before what happens on it.
        let order = |event: &Event| (event.on, !matches!(event.what, What::Today { .. }), !event.what.is_to_do());
        this_year.sort_by_key(order);
        next_year.sort_by_key(order);
        Self { this_year, next_year }
    }
}

/// The whole percentage of a bonus that would fill what is left of the room and that its pay
/// allows, where that is more than is taken from it.
fn alone(case: &Case, pace: &Pace, line: &Line) -> Option<u8> {
    let check = case.plan.paychecks.to_come.iter().find(|check| check.date == line.date && check.kind == line.kind)?;
    let wanted = (line.after_tax + pace.unused).min(check.left_by_taxes());
    let percent = |part: Money| part.to_decimal().checked_mul(Decimal::ONE_HUNDRED)?.checked_div(line.pay.to_decimal());
    let whole = percent(wanted)?.trunc();
    let more = pace.unused.is_positive() && whole > percent(line.after_tax)? && whole <= Decimal::ONE_HUNDRED;
    whole.to_u8().filter(|_| more)
}

impl What {
    /// Whether the person has something to do.
    #[must_use]
    pub const fn is_to_do(&self) -> bool {
        matches!(self, Self::Change(_) | Self::Lower(_))
    }
}

/// Whether the limits behind the next year are official.
pub(super) fn is_official(pace: &Pace) -> bool {
    pace.next_year.as_ref().is_none_or(|next| next.standing == Standing::Official)
}
