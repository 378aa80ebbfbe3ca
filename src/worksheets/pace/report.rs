//! The contribution pace as a report.

use crate::date::Date;
use crate::english::{listed, uncapitalized};
use crate::explain::Severity;
use crate::law::Standing;
use crate::law::rates::shown::BONUS_WITHHOLDING;
use crate::money::Money;
use crate::record::{Election, Strategy};
use crate::report::{Closing, Column, Columns, Drawing, Finding, Headline, Report, Table, whole_dollars};
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::pace::{
    Code, DeferralEntry, Deferrals, Entry, Line, Pace, Spread, What, WhatIf, timeline_words, words,
};
use crate::worksheets::year::paychecks::Kind;

/// Up to how many paychecks stand open.
const OPEN_ROWS: usize = 8;

impl From<Pace> for Report {
    fn from(pace: Pace) -> Self {
        let mut tables =
            vec![deferrals(&pace), paychecks(&pace), spreads(&pace.strategies), what_ifs(&pace.what_ifs)];
        tables.retain(|table| !table.rows.is_empty());
        Self {
            headline: headline(&pace),
            timeline: timeline_words::periods(&pace),
            chart: (!pace.lines.is_empty()).then(|| chart(&pace)),
            tables,
            closing: Closing { mail: pace.closing.words.is_some(), ..pace.closing.into() },
            findings: pace.findings.into_iter().map(Finding::from).collect(),
            ..Self::default()
        }
    }
}

/// What the headline is about.
enum Says<'a> {
    /// An amount that is too much.
    Wrong(&'static str, Money),
    /// Nothing can be elected.
    Cannot,
    /// An election to set.
    Set(&'static str, &'a Entry),
    /// The present or carried election is right.
    Keep(i16, Election),
}

impl<'a> Says<'a> {
    fn of(pace: &'a Pace) -> Self {
        let has = |code: Code| pace.findings.iter().any(|found| found.code() == code);
        let first = pace.entries.first().filter(|_| !pace.keep);
        let next = pace.next_year.as_ref().filter(|_| pace.lines.is_empty());
        const SET: &str = "Set your after-tax election to";
        if pace.verdict == Verdict::Cannot {
            return Self::Cannot;
        }
        if pace.over.is_positive() {
            return Self::Wrong("Over the limit", pace.over);
        }
        if pace.preventable.is_positive() {
            return Self::Wrong("Over the limit unless you lower your deferrals", pace.preventable);
        }
        if has(Code::DeferralsElsewhere) {
            return Self::Wrong("Too much deferred: lower your deferrals first", pace.excess_deferrals);
        }
        match (first, next) {
            (Some(entry), _) if has(Code::PresentGoesOver) => {
                Self::Set("Over the limit unless you change your after-tax election to", entry)
            }
            (Some(entry), _) => Self::Set(SET, entry),
            (None, Some(next)) => match next.entries.first() {
                Some(entry) => Self::Set(SET, entry),
                None => Self::Keep(next.year, next.carried),
            },
            (None, None) => Self::Keep(pace.year, pace.now),
        }
    }
}

fn headline(pace: &Pace) -> Headline {
    let says = Says::of(pace);
    let grave = pace.findings.first().is_some_and(|found| found.words.severity == Severity::Problem);
    let if_allowed = pace.verdict == Verdict::AskFirst;
    // Whether the pay is there for it is not known for sure before take-home pay is.
    let up_to = pace.up_to || matches!(says, Says::Set(_, entry) if entry.take_home.is_none() && !entry.election.is_nothing());
    let (what, year, figure) = match &says {
        Says::Cannot => ("After-tax contributions", pace.year, "Not in this plan".to_owned()),
        Says::Wrong(what, amount) => (*what, pace.year, amount.in_dollars()),
        Says::Set(what, entry) if up_to => (*what, entry.from.year(), format!("Up to {}", entry.election)),
        Says::Set(what, entry) => (*what, entry.from.year(), words::or_zero(entry.election)),
        Says::Keep(year, election) => ("Keep your after-tax election at", *year, words::or_zero(*election)),
    };
    let what = if if_allowed { format!("If your plan allows it: {}", uncapitalized(what)) } else { what.to_owned() };
    let none = matches!(says, Says::Cannot);
    let facts = facts(pace, &says);
    let below = below(pace, &says, up_to);
    Headline {
        id: "election".to_owned(),
        what,
        year,
        unofficial: pace.standing != Standing::Official,
        figure,
        facts,
        below,
        grave: grave && !none,
        open: (if_allowed || up_to) && !grave && !none,
        none,
    }
}

/// From when, by when, and what the year comes to.
fn facts(pace: &Pace, says: &Says<'_>) -> Vec<[String; 2]> {
    let mut facts = Vec::new();
    let mut fact = |name: &str, says: String| facts.push([name.to_owned(), says]);
    let today = pace.timeline.this_year.first().map(|event| event.on);
    let by = |by: Date| {
        let days = today.map(|today| timeline_words::days_to(today, by));
        let distance = days.and_then(timeline_words::distance).unwrap_or_default();
        format!("*{}* {distance}", by.with_weekday()).trim_end().to_owned()
    };
    let lowering = pace.timeline.this_year.iter().find_map(|event| match &event.what {
        What::Lower(entry) => Some(entry),
        _ => None,
    });
    match (says, lowering) {
        (Says::Cannot, _) => return facts,
        (Says::Wrong(..), Some(entry)) => {
            fact("Lower deferrals to", format!("*{}*", entry.deferrals));
            fact("Change them by", by(entry.enter_by));
        }
        (Says::Set(_, entry), _) => {
            fact("Change it by", by(entry.enter_by));
            fact("From the paycheck of", format!("*{}*", entry.from.with_weekday()));
        }
        (Says::Wrong(..) | Says::Keep(..), _) => {}
    }
    if !pace.lines.is_empty() {
        let (filled, limit) = (pace.chart.filled.about(), pace.chart.limit.about());
        fact(&format!("{} ends at", pace.year), format!("*{filled}* of {limit}"));
    }
    facts
}

/// What to know with it: what comes next, what stays as it is, and what holds it back.
fn below(pace: &Pace, says: &Says<'_>, up_to: bool) -> String {
    let mut sentences = Vec::new();
    match says {
        Says::Cannot => return "The Plan page says what is missing and whom to ask.".to_owned(),
        Says::Wrong(..) => {}
        Says::Set(..) | Says::Keep(..) => {
            let shown = usize::from(matches!(says, Says::Set(..)));
            let later = pace.entries.iter().skip(shown);
            let later = later.map(|entry| format!("{} from {}", words::or_zero(entry.election), entry.from.short()));
            let later = listed(later);
            if !later.is_empty() {
                sentences.push(format!("Then {later}."));
            }
            let present = pace.timeline.this_year.iter().find_map(|event| match &event.what {
                What::Today { deferrals, .. } if *deferrals != Deferrals::NOTHING => Some(deferrals),
                _ => None,
            });
            sentences.extend(present.filter(|_| !pace.lines.is_empty()).map(|now| format!("Leave your deferrals at {now}.")));
        }
    }
    if let (Says::Set(..), true) = (says, up_to) {
        sentences.push(format!(
            "Does your pay allow it? This counts {BONUS_WITHHOLDING} of it for income tax. Add your take-home pay to be sure."
        ));
    } else if let (Says::Set(..), Some(exact)) = (says, pace.exact.filter(|_| pace.lines.len() > 1)) {
        sentences.push(format!("To the cent it would take {exact}."));
    }
    if pace.unused.is_positive() && !matches!(says, Says::Wrong(..)) {
        let because = pace.unused_because.first().map(|why| format!(" {why}")).unwrap_or_default();
        sentences.push(format!("{} goes unused.{because}", pace.unused.about()));
    }
    whole_dollars(&sentences.join(" "))
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

/// The parts of a column from the bottom up: the class that colors it, its name, and whether
/// it fills the limit.
const PARTS: [(&str, &str, bool); 4] = [
    ("part-deferrals", "Deferrals", true),
    ("part-employer", "Employer", true),
    ("part-after-tax", "After-tax", true),
    ("part-catch-up", "Catch-up", false),
];

/// The limit as it fills: first what is in so far, where anything is, then each paycheck.
fn chart(pace: &Pace) -> Drawing {
    let own = &pace.chart;
    let mut so_far = own.so_far;
    let mut columns = Vec::new();
    if own.bars.len() > pace.lines.len() {
        let until = own.so_far_until.map_or_else(|| "So far".to_owned(), |day| format!("Through {}", day.short()));
        let says = format!("*{until}* · {}", left_under(own.so_far, own.limit));
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
        let election = election_on(pace, line.date).filter(|_| !is_bonus);
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

/// The election in force on a payday.
fn election_on(pace: &Pace, date: Date) -> Option<Election> {
    let entry = pace.entries.iter().rev().find(|entry| entry.from <= date);
    Some(entry.map_or(pace.now, |entry| entry.election)).filter(|election| !election.is_nothing())
}

/// What is in, and what is left under the limit.
fn left_under([deferrals, employer, after_tax, _]: [Money; 4], limit: Money) -> String {
    let filled = deferrals + employer + after_tax;
    let (left, amount) = if filled > limit { ("over", filled - limit) } else { ("left", limit - filled) };
    format!("total so far *{filled}* · {left} *{amount}*")
}

fn paychecks(pace: &Pace) -> Table {
    let text = |amounts: &[Money]| amounts.iter().map(Money::to_string).collect::<Vec<String>>();
    let mut in_force = pace.now;
    let row = |line: &Line| {
        let day = line.date.short();
        let election = election_on(pace, line.date).unwrap_or(Election::NOTHING);
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
        row.extend(text(&[line.deferrals_left, line.catch_up_left, line.additions_left]));
        row
    };
    let mut rows: Vec<Vec<String>> = pace.lines.iter().map(row).collect();
    let [deferrals, employer, after_tax, catch_up] = pace.chart.so_far;
    if let Some(until) = pace.chart.so_far_until.filter(|_| !rows.is_empty()) {
        let mut past = vec![format!("Through {}", until.short()), String::new()];
        past.extend(text(&[deferrals, catch_up, employer, after_tax]));
        past.extend([const { String::new() }; 3]);
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
        total.extend([const { String::new() }; 3]);
        total.push(last.additions_left.to_string());
        rows.push(total);
    }
    let columns = [
        "Payday",
        "Gross pay",
        "Deferrals",
        "Catch-up",
        "Employer",
        "After-tax",
        "Take-home",
        "Deferrals left",
        "Catch-up left",
        "Left under limit",
    ];
    Table {
        note: format!(
            "“Left” is what remains of each limit after the paycheck, employer money that comes after the last one included. Take-home pay starts from your latest paycheck; where deferrals stop or pay rises, what is left after Social Security tax, Medicare tax, and {BONUS_WITHHOLDING} for income tax is added."
        ),
        folded: pace.lines.len() > OPEN_ROWS,
        file: "paychecks.csv".to_owned(),
        minor: vec![1, 2, 3, 4, 7, 8],
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
