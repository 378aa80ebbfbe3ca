//! The review as a report.

use crate::explain::Severity;
use crate::law::Standing;
use crate::law::limits::ANNUAL_ADDITIONS;
use crate::money::Money;
use crate::report::{Closing, Column, Columns, Drawing, Finding, Headline, Moment, Period, Report, Row, Table};
use crate::worksheets::agenda::{Kind, State, report};
use crate::worksheets::review::projection::report as projection;
use crate::worksheets::review::years::Filled;
use crate::worksheets::review::{
    Backdoor, Change, EMPLOYERS, EMPLOYERS_HEAD, JobChange, JobLine, Mistake, Review, Status, Way, YearLine,
};

/// How many of a year's dates stand open.
const DATES_OPEN: i16 = 4;

/// The name of the calendar file.
const CALENDAR: &str = "calendar.ics";

impl From<Review> for Report {
    fn from(review: Review) -> Self {
        let mut tables = vec![
            dates(&review),
            past(&review),
            job_change(review.job_change.as_ref()),
            changes(&review.changes, review.year),
            jobs(&review.jobs),
            years(&review.years),
            ways(&review.ways, review.year),
            backdoor(review.backdoor.as_ref()),
            projection::table(review.projection.as_ref()),
            employers(),
        ];
        tables.retain(|table| !table.rows.is_empty());
        Self {
            headline: headline(&review),
            timeline: periods(&review),
            chart: chart(&review.years),
            tables,
            checklist_title: mistakes_title(&review.mistakes),
            checklist: review.mistakes.iter().map(mistake).collect(),
            closing: Closing { mail: review.closing.words.is_some(), ..review.closing.into() },
            findings: review.findings.into_iter().map(Finding::from).collect(),
            ..Self::default()
        }
    }
}

fn headline(review: &Review) -> Headline {
    let mine: Vec<_> = review.agenda.ahead().filter(|action| action.kind == Kind::Yours).collect();
    let late = mine.iter().any(|action| action.state == State::Overdue);
    let below = mine.first().map(|action| match action.date {
        Some(date) => format!("{}: by {}.", action.what, date.long()),
        None => format!("{}.", action.what),
    });
    let grave = review.findings.first().is_some_and(|found| found.words.severity == Severity::Problem);
    Headline {
        id: "to-do".to_owned(),
        what: if late { "Yours to do, some of it overdue" } else { "Yours to do" }.to_owned(),
        year: review.year,
        unofficial: review.standing.is_some_and(|standing| standing != Standing::Official),
        figure: mine.len().to_string(),
        facts: Vec::new(),
        none: false,
        below: below.unwrap_or_default(),
        grave,
        open: false,
    }
}

fn dates(review: &Review) -> Table {
    Table {
        note: "From all pages, for this year and for what closes it next year. Dates that the law moves off weekends and holidays are moved.".to_owned(),
        folded: true,
        file: CALENDAR.to_owned(),
        ..report::table("dates", "Your dates", review.agenda.ahead())
    }
}

fn past(review: &Review) -> Table {
    let is_past = |state| matches!(state, State::Done | State::Past);
    let actions = review.agenda.actions.iter().filter(|action| is_past(action.state));
    Table { folded: true, ..report::table("dates-past", "Done and past", actions) }
}

fn job_change(change: Option<&JobChange>) -> Table {
    let mut rows = Vec::new();
    let mut row = |what: &str, amount: Option<Money>, know: &str| {
        rows.push(vec![
            what.to_owned(),
            amount.map_or_else(|| "not known yet".to_owned(), |amount| amount.to_string()),
            know.to_owned(),
        ]);
    };
    if let Some(change) = change {
        row(
            "Deferred at other employers",
            Some(change.deferred_elsewhere),
            "Counts toward your one deferral limit. Tell the new payroll: the message is above.",
        );
        row("Deferrals left for this job", change.deferrals_left, "Catch-up included.");
        row(
            "Limit of each other employer’s plan",
            change.limit_elsewhere,
            "Each unrelated employer’s plan has a limit of its own. What went in there, match included, uses nothing of this plan’s.",
        );
        row("This plan’s limit", change.limit, "The full limit, even though the job began during the year.");
        for (plan, amount) in &change.waiting {
            row(
                &format!("After-tax money in {plan}"),
                Some(*amount),
                "Move it before the old plan pays out: contributions to a Roth IRA, earnings to a traditional IRA or the new plan.",
            );
        }
        row(
            "The new plan",
            Some(Money::ZERO),
            "Check it from scratch: features, provider, pay dates, match. The ledger and the history stay.",
        );
        if let Some(last) = rows.last_mut().and_then(|row| row.get_mut(1)) {
            last.clear();
        }
    }
    Table::new("job-change", "If you changed jobs", &["What", "Amount", "What to know"], rows)
}

/// How many of the mistakes there is something to say of.
fn mistakes_title(mistakes: &[Mistake]) -> String {
    let of = |status| mistakes.iter().filter(|mistake| mistake.status == status).count();
    match (of(Status::Made), of(Status::Beware)) {
        (0, 0) => "Common mistakes: none made".to_owned(),
        (0, beware) => format!("Common mistakes: none made, {beware} to watch"),
        (made, 0) => format!("Common mistakes: {made} made"),
        (made, beware) => format!("Common mistakes: {made} made, {beware} to watch"),
    }
}

/// A mistake as a row of the checklist: the guide's four come first. What is excluded folds
/// into a line.
fn mistake(mistake: &Mistake) -> Row {
    let look = match mistake.status {
        Status::Made => "stops",
        Status::Beware => "friction",
        Status::Open => "open",
        Status::Excluded => "good",
        Status::NotYours => "aside",
    };
    Row {
        look: look.to_owned(),
        mark: mistake.mark().to_owned(),
        name: mistake.kind.title().to_owned(),
        answer: mistake.says(),
        means: mistake.kind.fix().to_owned(),
        question: String::new(),
        source: String::new(),
        words: String::new(),
        citation: mistake.kind.citation().into(),
    }
}

fn changes(changes: &[Change], year: i16) -> Table {
    let next = year.saturating_add(1);
    let columns = ["What", &year.to_string(), &next.to_string(), "What to know"];
    let rows = changes.iter().map(|change| change.row().to_vec()).collect();
    // The limit on everything that goes in says most of it in a line.
    let whole = changes.iter().find_map(|change| match change {
        Change::Limit { name, this: Some(this), next: Some(next), .. } if *name == ANNUAL_ADDITIONS.name => {
            Some(format!(": the limit goes from {} to {}", this.value.in_dollars(), next.value.in_dollars()))
        }
        _ => None,
    });
    let title = format!("What changes next year{}", whole.unwrap_or_default());
    Table { folded: true, ..Table::new("changes", &title, &columns, rows).narrow_without(&[3]) }
}

/// A limit, what used it and what is left of it; blank while it is not known.
fn limit_cells(limit: Option<&Filled>) -> [String; 3] {
    let amounts = limit.map(|of| [of.limit, of.deferrals + of.employer + of.after_tax, of.unused]);
    amounts.map(|amounts| amounts.map(|amount| amount.to_string())).unwrap_or_default()
}

fn jobs(jobs: &[JobLine]) -> Table {
    let row = |line: &JobLine| {
        let [limit, used, unused] = limit_cells(line.limit.as_ref());
        vec![line.name.clone(), limit, used, unused, line.converted.to_string()]
    };
    let columns = ["Job", "Limit", "Used", "Left unused", "Converted"];
    Table {
        note: "Related employers have one limit, so each line counts what the other one used. What the Pace page of an earlier job plans counts as used in the later one.".to_owned(),
        ..Table::new("jobs-table", "Your jobs side by side", &columns, jobs.iter().map(row).collect())
    }
}

fn years(years: &[YearLine]) -> Table {
    let row = |line: &YearLine| {
        let [limit, used, unused] = limit_cells(line.limit.as_ref());
        vec![
            line.year.to_string(),
            limit,
            used,
            unused,
            line.contributed.to_string(),
            line.converted.to_string(),
            line.taxed.to_string(),
            line.basis_so_far.to_string(),
        ]
    };
    let columns = [
        "Year",
        "Limit",
        "Used",
        "Left unused",
        "After-tax in the ledger",
        "Converted",
        "Taxed",
        "Basis in Roth so far",
    ];
    Table {
        note: "For a year that isn’t over, money still to come counts as used. Room left unused is lost.".to_owned(),
        ..Table::new("years", "Your years side by side", &columns, years.iter().map(row).collect())
            .narrow_without(&[4, 5, 6, 7])
    }
}

/// The parts of a year's column from the bottom up: the class that colors it, its name.
const PARTS: [(&str, &str, bool); 4] = [
    ("part-deferrals", "Deferrals", true),
    ("part-employer", "Employer", true),
    ("part-after-tax", "After-tax", true),
    ("part-room", "Left unused", true),
];

/// The years as columns, where there is more than one to compare.
fn chart(years: &[YearLine]) -> Option<Drawing> {
    let filled: Vec<(&YearLine, Filled)> = years.iter().filter_map(|line| Some((line, line.limit?))).collect();
    let (Some((first, _)), Some((last, _))) = (filled.first(), filled.last()) else { return None };
    if filled.len() < 2 {
        return None;
    }
    let description = format!("How each year’s limit was filled, from {} to {}.", first.year, last.year);
    let columns = filled.iter().map(|(line, year)| Column {
        wide: 1,
        label: line.year.to_string(),
        planned: !line.is_over,
        amounts: vec![year.deferrals, year.employer, year.after_tax, year.unused],
        mark: String::new(),
        says: format!(
            "*{}* · used *{}* of *{}* · unused *{}*",
            line.year,
            year.deferrals + year.employer + year.after_tax,
            year.limit,
            year.unused
        ),
    });
    let drawn = Columns {
        title: "Your years side by side",
        description,
        parts: &PARTS,
        limit: None,
        columns: columns.collect(),
        unused: String::new(),
        spans: Vec::new(),
    };
    Some(drawn.drawing())
}

/// What is ahead, by the calendar years in which it falls.
fn periods(review: &Review) -> Vec<Period> {
    let mut periods: Vec<Period> = Vec::new();
    for action in review.agenda.ahead() {
        let Some(date) = action.date else { continue };
        let name = date.year().to_string();
        if periods.last().is_none_or(|period| period.name != name) {
            let (note, start) = (String::new(), String::new());
            periods.push(Period { name, note, steps: Vec::new(), open: DATES_OPEN, start });
        }
        let Some(period) = periods.last_mut() else { continue };
        let look = if action.kind == Kind::Yours { "do" } else { "" };
        period.steps.push(Moment {
            look: look.to_owned(),
            weekday: date.weekday().short().to_owned(),
            day: date.short(),
            says: action.what.clone(),
            more: report::why(action),
            copy: String::new(),
        });
    }
    periods
}

fn ways(ways: &[Way], year: i16) -> Table {
    let row = |(place, way): (usize, &Way)| {
        vec![
            format!("{}. {}", place + 1, way.kind.title()),
            way.mark().to_owned(),
            way.amount.map(|amount| amount.to_string()).unwrap_or_default(),
            format!("{} {} ({}.)", way.kind.reason(), way.condition(), way.kind.citation().reference),
        ]
    };
    let columns = ["In order of use", "Open to you", "Still fits", "Why here, and under what condition"];
    Table {
        note: format!(
            "Your figures for {year}, as far as they are official and you have answered. The order suits most people; the condition decides. This is not advice for your case."
        ),
        ..Table::new("ways", "What else you could do", &columns, ways.iter().enumerate().map(row).collect())
            .narrow_without(&[3])
    }
}

fn backdoor(backdoor: Option<&Backdoor>) -> Table {
    let lines = backdoor.map(Backdoor::form_8606).unwrap_or_default();
    let rows = lines.into_iter().map(|(line, what, amount)| vec![line.to_owned(), what.to_owned(), amount.to_string()]);
    Table {
        note: "If you contribute what is left of the IRA limit without a deduction and convert all of it in the year. This form is for IRAs: a conversion from your plan is not on it.".to_owned(),
        folded: true,
        ..Table::new("form-8606", "A backdoor Roth IRA on Form 8606", &["Line", "What", "Amount"], rows.collect())
    }
}

/// What usually differs by kind of employer, and what to ask first.
fn employers() -> Table {
    let rows = EMPLOYERS.map(|row| row.map(str::to_owned).to_vec()).to_vec();
    Table { folded: true, ..Table::new("employers", "By kind of employer", &EMPLOYERS_HEAD, rows) }
}
