//! The chart as a part of the report.

use crate::date::Date;
use crate::money::Money;
use crate::report::{Column, Columns, Drawing, whole_dollars};
use crate::worksheets::pace::{Pace, words};
use crate::worksheets::year::paychecks::Kind;

/// The parts of a column from the bottom up: the class that colors it, its name, and whether
/// it fills the limit.
const PARTS: [(&str, &str, bool); 4] = [
    ("part-deferrals", "Deferrals", true),
    ("part-employer", "Employer", true),
    ("part-after-tax", "After-tax", true),
    ("part-catch-up", "Catch-up", false),
];

/// The limit as it fills: first what is in so far, where anything is, then each paycheck.
pub(in crate::worksheets::pace) fn drawing(pace: &Pace) -> Drawing {
    let own = &pace.chart;
    let mut so_far = own.so_far;
    let mut columns = Vec::new();
    if own.bars.len() > pace.lines.len() {
        let until = own.so_far_until.map_or_else(|| "So far".to_owned(), Date::short);
        let says = format!("*Through {until}* · {}", left_under(own.so_far, own.limit));
        let wide = u16::try_from(pace.lines.len() / 6 + 1).unwrap_or(1);
        let amounts = so_far.to_vec();
        columns.push(Column { wide, label: until, planned: false, amounts, mark: String::new(), says });
    }
    let first = columns.len();
    let count = pace.lines.len();
    for (place, line) in pace.lines.iter().enumerate() {
        let more = [line.deferral, line.employer_match, line.after_tax, line.catch_up];
        so_far.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
        let is_bonus = line.kind == Kind::Bonus;
        let election = pace.election_on(line.date).filter(|_| !is_bonus);
        let election = election.map(|election| format!(", {election}")).unwrap_or_default();
        let says = format!(
            "*{}* · {} · After-tax{election}: *{}* · {}",
            line.date.with_weekday(),
            if is_bonus { "bonus".to_owned() } else { format!("{} of {count} to come", place + 1) },
            line.after_tax,
            left_under(so_far, own.limit)
        );
        columns.push(Column {
            wide: 1,
            label: line.date.short(),
            planned: true,
            amounts: so_far.to_vec(),
            mark: if is_bonus { format!("Bonus {}", line.date.short()) } else { String::new() },
            says,
        });
    }
    let mut spans = vec![(0, format!("{} after-tax", words::or_zero(pace.now)))];
    for entry in &pace.entries {
        let place = pace.lines.iter().position(|line| line.date >= entry.from).map(|place| place + first);
        spans.retain(|(from, _)| Some(*from) != place);
        spans.extend(place.map(|place| (place, words::or_zero(entry.election))));
    }
    let unused = if pace.unused.is_positive() { format!("{} unused", pace.unused.about()) } else { String::new() };
    Columns {
        title: "What goes in, paycheck by paycheck",
        description: whole_dollars(&own.description),
        parts: &PARTS,
        limit: Some(own.limit),
        columns,
        unused,
        spans,
    }
    .drawing()
}

/// What is in, and what is left under the limit.
fn left_under([deferrals, employer, after_tax, _]: [Money; 4], limit: Money) -> String {
    let filled = deferrals + employer + after_tax;
    let (left, amount) = if filled > limit { ("over", filled - limit) } else { ("left", limit - filled) };
    format!("total so far *{filled}* · {left} *{amount}*")
}
