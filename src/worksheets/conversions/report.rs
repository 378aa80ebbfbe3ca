//! The Conversion Tracking Checklist as a report.

use crate::date::Date;
use crate::english::counted;
use crate::explain::{Figure, Severity};
use crate::report::{Finding, Headline, Line, Report, Step, Table, whole_dollars};
use crate::worksheets::conversions::{
    self, Against, Check, ConversionFigures, Conversions, LedgerLine, LedgerLineKind, Mark, PlanWaiting, Row, months,
    price,
};
use crate::worksheets::ledger::BasisBy;

/// More conversions than these are folded.
const SHOWN_OPEN: usize = 6;

impl From<Conversions> for Report {
    fn from(result: Conversions) -> Self {
        let mut tables = vec![
            conversions(&result.conversions),
            checklist(result.rows.as_slice()),
            worked_out(&result.conversions),
            plans(&result.waiting.plans),
            checks(&result.checks),
            price::report::price(&result.price),
            months::report::months(&result.months),
            ledger(&result.ledger, result.year),
        ];
        tables.retain(|table| !table.rows.is_empty());
        Self {
            headline: headline(&result),
            lines: result.lines.into_iter().map(Line::from).collect(),
            chart: (!result.months.is_empty()).then(|| months::report::chart(&result.chart, &result.months)),
            tables,
            closing: crate::report::Closing { mail: result.closing.words.is_some(), ..result.closing.into() },
            findings: result.findings.into_iter().map(Finding::from).collect(),
            ..Self::default()
        }
    }
}

/// What is taxed so far, then what waits.
pub(in crate::worksheets) fn headline(result: &Conversions) -> Headline {
    let waiting = &result.waiting;
    let first = result.findings.first().filter(|found| found.words.severity == Severity::Problem);
    let problem = first.map(|found| ended(&found.words.title));
    let kept = result.kept.is_positive().then(|| format!("{} was paid to you and kept.", result.kept));
    let growth = waiting.growth.is_positive().then(|| format!("{} of what waits is growth.", waiting.growth));
    let is_known =
        !result.findings.iter().any(|found| matches!(found.finding, conversions::Finding::NothingContributed { .. }));
    let fact = |name: &str, value: String| [name.to_owned(), whole_dollars(&value)];
    let mut facts = vec![fact("Converted", result.converted.to_string())];
    let waits = if result.is_over { "Waiting at the end of the year" } else { "Waiting" };
    facts.push(fact(waits, waiting.value.to_string()));
    if let Some(since) = waiting.since.filter(|_| waiting.value.is_positive()) {
        facts.push(fact("Since", since.long()));
    }
    Headline {
        id: "taxable".to_owned(),
        what: if result.is_over { "Taxable" } else { "Taxable so far" }.to_owned(),
        year: result.year,
        figure: if is_known { result.taxable.to_string() } else { "Not known yet".to_owned() },
        facts,
        below: problem.into_iter().chain(kept).chain(growth).collect::<Vec<_>>().join(" "),
        grave: first.is_some(),
        open: !is_known,
        ..Headline::default()
    }
}

/// A title as a sentence.
fn ended(title: &str) -> String {
    if title.ends_with(['?', '.']) { title.to_owned() } else { format!("{title}.") }
}

impl From<conversions::Line> for Line {
    fn from(line: conversions::Line) -> Self {
        Self {
            name: line.name.to_owned(),
            guide: line.guide.to_owned(),
            law: line.law,
            amount: line.amount.value.to_string(),
            steps: line.amount.steps.into_iter().map(Step::from).collect(),
        }
    }
}

impl Mark {
    /// It in words.
    const fn in_words(self) -> &'static str {
        match self {
            Self::Done => "Done",
            Self::Open => "To do",
            Self::Differs => "Differs",
            Self::Aside => "Nothing to do",
        }
    }
}

/// The guide's items, with how many of them are done.
fn checklist(rows: &[Row]) -> Table {
    let row = |row: &Row| {
        vec![
            row.name.to_owned(),
            row.mark.in_words().to_owned(),
            row.answer.clone(),
            row.means.clone(),
            row.look.to_owned(),
        ]
    };
    let settled = rows.iter().filter(|row| matches!(row.mark, Mark::Done | Mark::Aside)).count();
    let columns = ["Item", "State", "Yours", "What to do", "Where to look"];
    Table {
        folded: true,
        ..Table::new(
            "checklist",
            &format!("The guide’s six items: {settled} settled"),
            &columns,
            rows.iter().map(row).collect(),
        )
    }
}

/// The arithmetic of a figure in one text.
fn arithmetic(figure: &Figure) -> String {
    figure.steps.iter().map(crate::explain::Step::arithmetic).collect::<Vec<_>>().join("; ")
}

/// Each conversion in a line.
fn conversions(conversions: &[ConversionFigures]) -> Table {
    let row = |conversion: &ConversionFigures| {
        let elsewhere = if conversion.elsewhere { " (elsewhere than chosen)" } else { "" };
        vec![
            conversion.date.long(),
            conversion.amount.to_string(),
            conversion.taxable.value.to_string(),
            format!("{}{elsewhere}", conversion.path.transaction()),
            conversion.plan.to_string(),
        ]
    };
    let columns = ["Date", "Amount", "Taxable", "How", "Plan"];
    Table {
        folded: conversions.len() > SHOWN_OPEN,
        ..Table::new("conversions", "Each conversion", &columns, conversions.iter().map(row).collect())
            .narrow_without(&[3, 4])
            .without_empty_columns()
    }
}

/// How the basis of each was found, and where it went.
fn worked_out(conversions: &[ConversionFigures]) -> Table {
    let row = |conversion: &ConversionFigures| {
        let by = match conversion.by {
            BasisBy::Plan => "The plan’s figures: ",
            BasisBy::ProRata => "Pro rata: ",
            BasisBy::Before1987 => "Contributions from before 1987 first: ",
            BasisBy::Everything => "Everything: ",
        };
        vec![
            conversion.date.long(),
            conversion.basis.value.to_string(),
            format!("{by}basis {}. Taxable {}.", arithmetic(&conversion.basis), arithmetic(&conversion.taxable)),
            conversion.days_waited.map(|days| counted(days, "day", "days")).unwrap_or_default(),
            conversion.destination.clone(),
            conversion.confirmation.clone(),
        ]
    };
    let columns = ["Date", "Basis", "How we found it", "Waited", "Went to", "Confirmation"];
    Table {
        note: "“Waited” is the average for the contributions in it, the oldest first.".to_owned(),
        folded: true,
        ..Table::new(
            "worked-out",
            "How each conversion was worked out",
            &columns,
            conversions.iter().map(row).collect(),
        )
        .without_empty_columns()
    }
}

/// What waits in each plan, where there are several.
fn plans(plans: &[PlanWaiting]) -> Table {
    let row = |plan: &PlanWaiting| {
        vec![
            plan.plan.or("This job’s plan").to_owned(),
            plan.basis.to_string(),
            plan.growth.to_string(),
            plan.since.map(Date::long).unwrap_or_default(),
            plan.valued_on.map_or_else(|| "no balance entered".to_owned(), Date::long),
        ]
    };
    let rows = if plans.len() > 1 { plans.iter().map(row).collect() } else { Vec::new() };
    Table::new("waiting", "What is waiting, plan by plan", &["Plan", "Basis", "Growth", "Since", "Balance as of"], rows)
}

fn checks(checks: &[Check]) -> Table {
    let row = |check: &Check| {
        let against = match check.against {
            Against::PayStub => "Pay stub",
            Against::Plan => "The plan’s own total",
        };
        let result = if check.agrees() { "They match to the cent.".to_owned() } else { check.look.clone() };
        vec![
            against.to_owned(),
            check.on.long(),
            check.theirs.to_string(),
            check.ours.to_string(),
            check.difference.to_string(),
            result,
        ]
    };
    let columns = ["Compared with", "Through", "Their figure", "The ledger", "Difference", "Where to look"];
    Table {
        folded: checks.iter().all(Check::agrees),
        ..Table::new("checks", "The ledger compared with other totals", &columns, checks.iter().map(row).collect())
    }
}

fn ledger(lines: &[LedgerLine], year: i16) -> Table {
    let row = |line: &LedgerLine| {
        let what = match (line.kind, &line.entered) {
            (LedgerLineKind::Opening, _) => "Opening line",
            (LedgerLineKind::Refund, _) => "Returned by the plan",
            (LedgerLineKind::Contribution, _) => "Contribution",
            (LedgerLineKind::Balance, _) => "Balance",
            (LedgerLineKind::Conversion, entered) => {
                entered.as_ref().map(|entered| entered.path).unwrap_or_default().transaction()
            }
        };
        vec![
            line.date.long(),
            if line.to_come { format!("{what} (still to come)") } else { what.to_owned() },
            line.amount.to_string(),
            line.basis.to_string(),
            line.value.to_string(),
            line.plan.to_string(),
        ]
    };
    let columns = ["Date", "What", "Amount", "Basis after it", "Value after it", "Plan"];
    Table {
        note: "The file has every row you entered for the year and can be read in again.".to_owned(),
        folded: true,
        file: format!("ledger-{year}.csv"),
        ..Table::new("ledger", "The ledger of the year", &columns, lines.iter().map(row).collect())
            .without_empty_columns()
    }
}
