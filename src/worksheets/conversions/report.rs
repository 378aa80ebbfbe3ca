//! The Conversion Tracking Checklist as a report.

use crate::date::Date;
use crate::english::counted;
use crate::explain::{Figure, Severity};
use crate::money::Money;
use crate::report::{Bar, Chart, ChartPart, Finding, Headline, Line, Report, Row, Step, Table};
use crate::worksheets::checklist::Shown;
use crate::worksheets::conversions::{
    self, Against, Check, ConversionFigures, Conversions, LedgerLine, LedgerLineKind, Mark, Month, Often, PlanWaiting,
    Price, Rhythm,
};
use crate::worksheets::ledger::BasisBy;

impl From<Conversions> for Report {
    fn from(result: Conversions) -> Self {
        let mut tables = vec![
            conversions(&result.conversions),
            plans(&result.waiting.plans),
            checks(&result.checks),
            price(&result.price),
            months(&result.months),
            ledger(&result.ledger, result.year),
        ];
        tables.retain(|table| !table.rows.is_empty());
        Self {
            headline: headline(&result),
            lines: result.lines.into_iter().map(Line::from).collect(),
            checklist_title: "The six items, row by row".to_owned(),
            checklist: result.rows.into_iter().map(Row::from).collect(),
            chart: (!result.months.is_empty()).then(|| chart(&result.chart, &result.months)),
            tables,
            closing: crate::report::Closing { mail: result.closing.words.is_some(), ..result.closing.into() },
            findings: result.findings.into_iter().map(Finding::from).collect(),
            ..Self::default()
        }
    }
}

/// The one figure, and what it is.
pub(in crate::worksheets) fn headline(result: &Conversions) -> Headline {
    let waiting = &result.waiting;
    let since = waiting.since.map(|since| format!("Since {}, {}.", since.long(), counted(waiting.days, "day", "days")));
    let growth = waiting.growth.is_positive().then(|| format!("{} of it is growth.", waiting.growth));
    let kept = result.kept.is_positive().then(|| format!("{} was paid to you and is in no IRA.", result.kept));
    let first = result.findings.first().filter(|found| found.words.severity == Severity::Problem);
    let problem = first.map(|found| format!("{}.", found.words.title.trim_end_matches('.')));
    let waited = result.average_days.map(|days| {
        format!("What was converted in {} had waited {} on average.", result.year, counted(days, "day", "days"))
    });
    Headline {
        id: "unconverted".to_owned(),
        what: if result.is_over { "Unconverted at the end of the year" } else { "Unconverted" }.to_owned(),
        year: result.year,
        unofficial: false,
        figure: waiting.value.to_string(),
        below: problem.into_iter().chain(since).chain(growth).chain(kept).chain(waited).collect::<Vec<_>>().join(" "),
        grave: result.findings.first().is_some_and(|found| found.words.severity == Severity::Problem),
        open: false,
    }
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

impl Shown for Mark {
    fn shown(self) -> (&'static str, &'static str) {
        match self {
            Self::Done => ("good", "Done"),
            Self::Open => ("open", "To do"),
            Self::Differs => ("stops", "Differs"),
            Self::Aside => ("aside", "Nothing to do"),
        }
    }
}

/// The parts of a bar from the bottom up: the class that colours it, its name.
const PARTS: [(&str, &str); 3] = [
    ("part-converted", "Converted so far this year"),
    ("part-after-tax", "Waiting contributions"),
    ("part-growth", "Growth on them"),
];

fn chart(chart: &conversions::Chart, months: &[Month]) -> Chart {
    let bar = |bar: &conversions::Bar| Bar {
        start: bar.start,
        width: bar.width,
        heights: vec![bar.converted, bar.waiting, bar.growth],
    };
    let year = months.first().map(|month| month.until.year()).unwrap_or_default();
    Chart {
        description: chart.description.clone(),
        ends: [format!("January {year}"), format!("December {year}")],
        limit_at: None,
        parts: ChartPart::all(&PARTS),
        bars: chart.bars.iter().map(bar).collect(),
    }
}

/// The arithmetic of a figure in one text.
fn arithmetic(figure: &Figure) -> String {
    figure.steps.iter().map(crate::explain::Step::arithmetic).collect::<Vec<_>>().join("; ")
}

fn conversions(conversions: &[ConversionFigures]) -> Table {
    let row = |conversion: &ConversionFigures| {
        let by = match conversion.by {
            BasisBy::Plan => "The plan’s figures: ",
            BasisBy::ProRata => "Pro rata: ",
            BasisBy::Before1987 => "Contributions from before 1987 first: ",
            BasisBy::Everything => "Everything: ",
        };
        let went = match (conversion.destination.is_empty(), conversion.elsewhere) {
            (true, false) => String::new(),
            (false, false) => conversion.destination.clone(),
            (true, true) => "Elsewhere than chosen".to_owned(),
            (false, true) => format!("{} (elsewhere than chosen)", conversion.destination),
        };
        vec![
            conversion.date.long(),
            conversion.amount.to_string(),
            conversion.path.transaction().to_owned(),
            conversion.basis.value.to_string(),
            conversion.taxable.value.to_string(),
            format!("{by}basis {}. Taxable {}.", arithmetic(&conversion.basis), arithmetic(&conversion.taxable)),
            conversion.days_waited.map(|days| counted(days, "day", "days")).unwrap_or_default(),
            went,
            conversion.confirmation.clone(),
            conversion.plan.to_string(),
        ]
    };
    let columns =
        ["Date", "Amount", "How", "Basis", "Taxable", "Found by", "Waited", "Went to", "Confirmation", "Plan"];
    Table {
        note: "“Waited” is the average of the contributions in it, the oldest taken first.".to_owned(),
        ..Table::new("conversions", "Each conversion", &columns, conversions.iter().map(row).collect())
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
    Table::new("waiting", "What waits, plan by plan", &["Plan", "Basis", "Growth", "Since", "Balance of"], rows)
}

fn checks(checks: &[Check]) -> Table {
    let row = |check: &Check| {
        let against = match check.against {
            Against::PayStub => "Pay stub",
            Against::Plan => "The plan’s own total",
        };
        let result = if check.agrees() { "They agree to the cent.".to_owned() } else { check.look.clone() };
        vec![
            against.to_owned(),
            check.on.long(),
            check.theirs.to_string(),
            check.ours.to_string(),
            check.difference.to_string(),
            result,
        ]
    };
    let columns = ["Against", "Up to", "Their figure", "The ledger", "Difference", "Where to look"];
    Table::new("checks", "The ledger against other counts", &columns, checks.iter().map(row).collect())
}

fn price(price: &Price) -> Table {
    let or_rate =
        |amount: Option<Money>| amount.map_or_else(|| "enter your rate".to_owned(), |amount| amount.to_string());
    let row = |rhythm: &Rhythm| {
        let (name, first) = match rhythm.often {
            Often::Yearly => ("Once, on December 31", true),
            Often::Quarterly => ("At each quarter’s end", false),
            Often::EachPayday => ("On each payday", false),
        };
        let saves = if first { String::new() } else { or_rate(rhythm.saves) };
        vec![
            name.to_owned(),
            rhythm.conversions.to_string(),
            rhythm.growth.to_string(),
            or_rate(rhythm.tax),
            rhythm.fees.to_string(),
            saves,
        ]
    };
    let columns = ["Convert", "Conversions", "Growth before", "Tax on it", "Fees", "Saves against the row above"];
    Table {
        note: price_note(price),
        ..Table::new("price", "What waiting costs", &columns, price.rhythms.iter().map(row).collect())
            .without_idle_columns()
    }
}

fn price_note(price: &Price) -> String {
    let real = match (&price.tax, &price.tax_waiting) {
        (Some(tax), Some(waiting)) => format!(
            "On the {} that the year’s conversions made taxable, tax is about {} at your rate; on the growth that waits now, {}.",
            price.taxable, tax.value, waiting.value
        ),
        _ => format!(
            "The year’s conversions made {} taxable. Enter your own tax rate, federal and state together, and this table shows what that costs.",
            price.taxable
        ),
    };
    let assumed = if price.growth_assumed { ", an assumption because you entered none" } else { "" };
    format!(
        "{real} The table takes the year’s contributions so far at a growth of {} a year{assumed}: simple interest by days, amount × rate × days ÷ 365, rounded half up to the cent at the end.",
        price.growth_rate
    )
}

fn months(months: &[Month]) -> Table {
    let row = |month: &Month| {
        let amounts = [
            month.contributed,
            month.converted,
            month.basis,
            month.taxable,
            month.converted_so_far,
            month.waiting,
            month.growth,
        ];
        [month.until.long()].into_iter().chain(amounts.iter().map(Money::to_string)).collect()
    };
    let columns = [
        "Up to",
        "Contributed",
        "Converted",
        "Basis in it",
        "Taxable",
        "Converted so far this year",
        "Basis that waits",
        "Growth on it",
    ];
    Table {
        folded: true,
        ..Table::new("months", "Month by month", &columns, months.iter().map(row).collect()).without_idle_columns()
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
        note: "The file has all that you entered for the year and can be read in again.".to_owned(),
        folded: true,
        file: format!("ledger-{year}.csv"),
        ..Table::new("ledger", "The ledger of the year", &columns, lines.iter().map(row).collect())
            .without_empty_columns()
    }
}
