//! The contribution pace as a report.

use crate::date::Date;
use crate::law::rates::shown::BONUS_WITHHOLDING;
use crate::money::Money;
use crate::record::{Election, Strategy};
use crate::report::{Closing, Finding, Report, Table};
use crate::worksheets::pace::chart::drawing;
use crate::worksheets::pace::headline::headline;
use crate::worksheets::pace::{DeferralEntry, Line, Pace, Spread, WhatIf, timeline, words};
use crate::worksheets::year::paychecks::Kind;

/// Up to how many paychecks stand open.
const OPEN_ROWS: usize = 8;

impl From<Pace> for Report {
    fn from(pace: Pace) -> Self {
        let mut tables = vec![deferrals(&pace), paychecks(&pace), spreads(&pace.strategies), what_ifs(&pace.what_ifs)];
        tables.retain(|table| !table.rows.is_empty());
        Self {
            headline: headline(&pace),
            timeline: timeline::periods(&pace),
            chart: (!pace.lines.is_empty()).then(|| drawing(&pace)),
            tables,
            closing: Closing { mail: pace.closing.words.is_some(), ..pace.closing.into() },
            findings: pace.findings.into_iter().map(Finding::from).collect(),
            ..Self::default()
        }
    }
}

/// The deferral election to enter, where another one is better than the present.
fn deferrals(pace: &Pace) -> Table {
    let row = |entry: &DeferralEntry| {
        vec![
            entry.deferrals.pre_tax.to_string(),
            entry.deferrals.roth.to_string(),
            entry.from.long(),
            entry.not_before.long(),
            entry.enter_by.long(),
        ]
    };
    let columns = ["Pre-tax", "Roth", "Starting with the paycheck of", "Change no earlier than", "Change by"];
    let note = pace.deferrals.as_ref().map(words::deferrals_gain).unwrap_or_default();
    let rows = pace.deferrals.iter().flat_map(|advice| &advice.entries).map(row).collect();
    Table { note, ..Table::new("deferrals", "A better deferral election", &columns, rows) }
}

fn paychecks(pace: &Pace) -> Table {
    let text = |amounts: &[Money]| amounts.iter().map(Money::to_string).collect::<Vec<String>>();
    let mut in_force = pace.now;
    let row = |line: &Line| {
        let day = line.date.short();
        let election = pace.election_on(line.date).unwrap_or(Election::NOTHING);
        let changes = election != in_force && !(election.is_nothing() && in_force.is_nothing());
        in_force = election;
        let name = match line.kind {
            Kind::Bonus => format!("{day}\tbonus"),
            Kind::Regular if changes => format!("{day}\t{}", words::or_zero(election)),
            Kind::Regular => day,
        };
        let take_home = line.take_home.map(|amount| amount.to_string()).unwrap_or_default();
        let mut row = vec![name];
        row.extend(text(&[line.pay, line.deferral, line.catch_up, line.employer_match, line.after_tax]));
        row.push(take_home);
        row.push(line.additions_left.to_string());
        row
    };
    let mut rows: Vec<Vec<String>> = pace.lines.iter().map(row).collect();
    let [deferrals, employer, after_tax, catch_up] = pace.chart.so_far;
    if let Some(until) = pace.chart.so_far_until.filter(|_| !rows.is_empty()) {
        let mut past = vec![format!("Through {}", until.short()), String::new()];
        past.extend(text(&[deferrals, catch_up, employer, after_tax]));
        past.push(String::new());
        past.push((pace.chart.limit - deferrals - employer - after_tax).to_string());
        rows.insert(0, past);
    }
    if let Some(last) = pace.lines.last() {
        let sum = |so_far: Money, of: fn(&Line) -> Money| so_far + pace.lines.iter().map(of).sum::<Money>();
        let mut total = vec![pace.year.to_string(), String::new()];
        total.extend(text(&[
            sum(deferrals, |line| line.deferral),
            sum(catch_up, |line| line.catch_up),
            sum(employer, |line| line.employer_match),
            sum(after_tax, |line| line.after_tax),
        ]));
        total.push(String::new());
        total.push(last.additions_left.to_string());
        rows.push(total);
    }
    let columns =
        ["Payday", "Gross pay", "Deferrals", "Catch-up", "Employer", "After-tax", "Take-home", "Left under limit"];
    Table {
        note: format!(
            "“Left” is what remains of the limit after the paycheck, employer money that comes after the last one included. Take-home pay starts from your latest paycheck; where deferrals stop or pay rises, what is left after Social Security tax, Medicare tax, and {BONUS_WITHHOLDING} for income tax is added."
        ),
        folded: pace.lines.len() > OPEN_ROWS,
        file: "paychecks.csv".to_owned(),
        minor: vec![1, 2, 3, 4],
        total: true,
        ..Table::new("paychecks", "Paychecks", &columns, rows)
    }
    .without_idle_columns()
}

fn spreads(spreads: &[Spread]) -> Table {
    let row = |spread: &Spread| {
        let name = match spread.strategy {
            Strategy::Even => "Evenly",
            Strategy::FrontLoaded => "As early as pay allows",
            Strategy::ByDate => "By your date",
        };
        let last = spread.last.map_or_else(|| "none".to_owned(), Date::long);
        let (planned, unused, lost) = (spread.planned, spread.unused, spread.match_lost);
        vec![name.to_owned(), spread.entries.clone(), last, planned.to_string(), unused.to_string(), lost.to_string()]
    };
    let columns = ["Strategy", "Election", "Last paycheck used", "Goes in", "Unused", "Match lost"];
    Table {
        note: "Early money is in Roth sooner. If your plan matches each paycheck and has no true-up, check what it would cost.".to_owned(),
        folded: true,
        minor: vec![2, 3],
        ..Table::new("spreads", "Compare strategies", &columns, spreads.iter().map(row).collect())
    }
}

fn what_ifs(what_ifs: &[WhatIf]) -> Table {
    let row = |what_if: &WhatIf| {
        let (room, planned, unused) = (what_if.room, what_if.planned, what_if.unused);
        vec![what_if.change.clone(), what_if.entries.clone(), room.to_string(), planned.to_string(), unused.to_string()]
    };
    let columns = ["If", "Election", "Room", "Goes in", "Unused"];
    Table {
        note: "Your plan above does not change.".to_owned(),
        folded: true,
        minor: vec![2, 3],
        ..Table::new("what-ifs", "If something changes", &columns, what_ifs.iter().map(row).collect())
    }
}
