//! The contribution pace as a report.

use crate::date::Date;
use crate::english::uncapitalized;
use crate::explain::Severity;
use crate::law::Standing;
use crate::law::rates::shown::BONUS_WITHHOLDING;
use crate::money::Money;
use crate::record::Strategy;
use crate::report::{Bar, Chart, ChartPart, Closing, Finding, Headline, Report, Table};
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::pace::{self, Code, DeferralEntry, Entry, Line, Pace, Spread, WhatIf, words};
use crate::worksheets::year::paychecks::Kind;

impl From<Pace> for Report {
    fn from(pace: Pace) -> Self {
        let mut tables = vec![
            entries(&pace),
            deferrals(&pace),
            paychecks(&pace.lines),
            spreads(&pace.strategies),
            what_ifs(&pace.what_ifs),
        ];
        tables.retain(|table| !table.rows.is_empty());
        Self {
            headline: headline(&pace),
            chart: (!pace.lines.is_empty()).then(|| chart(&pace)),
            tables,
            closing: Closing { mail: pace.closing.words.is_some(), ..pace.closing.into() },
            findings: pace.findings.into_iter().map(Finding::from).collect(),
            ..Self::default()
        }
    }
}

/// The one figure, and what it is.
pub(in crate::worksheets) fn headline(pace: &Pace) -> Headline {
    let first = pace.entries.first().filter(|_| !pace.keep).map(|entry| entry.election);
    let next = pace.next_year.as_ref().filter(|_| pace.lines.is_empty());
    let has = |code: Code| pace.findings.iter().any(|found| found.code() == code);
    let grave = pace.findings.first().is_some_and(|found| found.words.severity == Severity::Problem);
    let if_allowed = pace.verdict == Verdict::AskFirst;
    const SET: &str = "Set your after-tax election to";
    let (what, year, figure) = if pace.verdict == Verdict::Cannot {
        ("Not in this plan", pace.year, "No election".to_owned())
    } else if pace.over.is_positive() {
        ("Over the limit", pace.year, pace.over.to_string())
    } else if pace.preventable.is_positive() {
        ("Over the limit unless you lower your deferrals", pace.year, pace.preventable.to_string())
    } else if has(Code::DeferralsElsewhere) {
        ("Too much deferred: lower your deferrals first", pace.year, pace.excess_deferrals.to_string())
    } else {
        match (first, next) {
            (Some(election), _) if has(Code::PresentGoesOver) => {
                ("Over the limit unless you change your after-tax election to", pace.year, election.to_string())
            }
            (Some(election), _) if pace.up_to => {
                ("Set your after-tax election to up to", pace.year, election.to_string())
            }
            (Some(election), _) => (SET, pace.year, election.to_string()),
            (None, Some(next)) => {
                let election = next.entries.first().map_or(next.carried, |entry| entry.election);
                (SET, next.year, election.to_string())
            }
            (None, None) => ("Keep your after-tax election at", pace.year, pace.now.to_string()),
        }
    };
    let what = if if_allowed { format!("If your plan allows it: {}", uncapitalized(what)) } else { what.to_owned() };
    let of = if pace.target.is_some() { "of your own target" } else { "of your room" };
    Headline {
        id: "election".to_owned(),
        what,
        year,
        unofficial: pace.standing != Standing::Official,
        figure,
        below: match pace.verdict {
            Verdict::Cannot => "The Plan worksheet says what is missing.".to_owned(),
            _ => format!("{} goes in, and {} {of} goes unused.", pace.planned, pace.unused),
        },
        grave,
        open: if_allowed && !grave,
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

/// The parts of a bar from the bottom up: the class that colours it, its name.
const PARTS: [(&str, &str); 4] = [
    ("part-deferrals", "Deferrals"),
    ("part-employer", "Employer money"),
    ("part-after-tax", "After-tax money"),
    ("part-catch-up", "Catch-up, outside the limit"),
];

/// The first bar is what is in so far, where anything is.
fn chart(pace: &Pace) -> Chart {
    let bar = |bar: &pace::Bar| Bar {
        start: bar.start,
        width: bar.width,
        heights: vec![bar.deferral, bar.employer, bar.after_tax, bar.catch_up],
    };
    let date = |line: Option<&Line>| line.map(|line| line.date.long()).unwrap_or_default();
    let so_far = pace.chart.bars.len() > pace.lines.len();
    Chart {
        description: pace.chart.description.clone(),
        ends: [if so_far { "So far".to_owned() } else { date(pace.lines.first()) }, date(pace.lines.last())],
        limit_at: Some(pace.chart.limit_at),
        parts: ChartPart::all(&PARTS),
        bars: pace.chart.bars.iter().map(bar).collect(),
    }
}

fn entries(pace: &Pace) -> Table {
    let row = |entry: &Entry| {
        vec![
            entry.election.to_string(),
            entry.from.long(),
            entry.not_before.long(),
            entry.enter_by.long(),
            entry.takes.to_string(),
            entry.take_home.map_or_else(|| "not entered".to_owned(), |amount| amount.to_string()),
        ]
    };
    let next = pace.next_year.iter().flat_map(|next| &next.entries);
    let columns = [
        "Election",
        "Starting with the paycheck of",
        "Change no earlier than",
        "Change by",
        "Comes out of it",
        "Take-home pay then",
    ];
    let rows = pace.entries.iter().chain(next).map(row).collect();
    let unused = (!pace.unused_because.is_empty())
        .then(|| format!("{} goes unused. {}", pace.unused, pace.unused_because.join(" ")));
    let note = unused.into_iter().chain(nothing_taken(&pace.nothing_taken_on)).collect::<Vec<_>>().join(" ");
    Table { note, ..Table::new("entries", "Your after-tax election", &columns, rows) }
}

/// On which paydays nothing is taken, in a sentence.
fn nothing_taken(dates: &[Date]) -> Option<String> {
    match dates {
        [] => None,
        [only] => Some(format!("Nothing comes out on {}.", only.long())),
        [first, .., last] => Some(format!(
            "Nothing comes out of {} paychecks between {} and {}.",
            dates.len(),
            first.long(),
            last.long()
        )),
    }
}

fn paychecks(lines: &[Line]) -> Table {
    let row = |line: &Line| {
        let name = match line.kind {
            Kind::Regular => line.date.long(),
            Kind::Bonus => format!("{} (bonus)", line.date.long()),
        };
        let amounts = [
            line.pay,
            line.deferral,
            line.catch_up,
            line.employer_match,
            line.after_tax,
            line.deferrals_left,
            line.catch_up_left,
            line.additions_left,
        ];
        let take_home = line.take_home.map(|amount| amount.to_string()).unwrap_or_default();
        let amounts = amounts.iter().map(Money::to_string);
        [name].into_iter().chain(amounts).chain([take_home]).collect()
    };
    let columns = [
        "Payday",
        "Gross pay",
        "Deferral",
        "Catch-up",
        "Match",
        "After-tax",
        "Deferrals left",
        "Catch-up left",
        "Annual additions left",
        "Take-home pay, about",
    ];
    Table {
        note: format!(
            "“Left” is what remains of each limit after the paycheck, employer money that comes after the last one included. Take-home pay starts from your latest paycheck; where deferrals stop or pay rises, what is left after Social Security tax, Medicare tax, and {BONUS_WITHHOLDING} for income tax is added."
        ),
        folded: true,
        file: "paychecks.csv".to_owned(),
        ..Table::new("paychecks", "Paycheck by paycheck", &columns, lines.iter().map(row).collect())
            .without_idle_columns()
    }
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
        ..Table::new("what-ifs", "What if", &columns, what_ifs.iter().map(row).collect())
    }
}
