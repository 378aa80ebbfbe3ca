//! The Plan Feature Checklist as a report.

use crate::english::counted;
use crate::explain::Severity;
use crate::report::{Closing, Finding, Headline, Report, Row, Table};
use crate::worksheets::checklist::Shown;
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::plan::{Friction, Mark, Plan};

impl From<Plan> for Report {
    fn from(plan: Plan) -> Self {
        let mut tables = vec![frictions(&plan.frictions)];
        tables.retain(|table| !table.rows.is_empty());
        Self {
            headline: headline(&plan),
            checklist_title: "The six features, row by row".to_owned(),
            checklist: plan.rows.into_iter().map(Row::from).collect(),
            tables,
            closing: Closing { mail: plan.letter.is_some(), ..plan.closing.into() },
            findings: plan.findings.into_iter().map(Finding::from).collect(),
            ..Self::default()
        }
    }
}

/// The one figure, and what it is.
pub(in crate::worksheets) fn headline(plan: &Plan) -> Headline {
    let figure = match plan.verdict {
        Verdict::Works => "It works",
        Verdict::Friction => "It works, with limits",
        Verdict::AskFirst => "Ask first",
        Verdict::Cannot => "It can’t",
    };
    let problem = plan.findings.iter().map(|found| &found.words).find(|words| words.severity == Severity::Problem);
    // Where the plan cannot do it, the figure says so already.
    let first = problem.filter(|_| plan.verdict != Verdict::Cannot).map(|words| format!("{}.", words.title));
    let open = match plan.open_questions.len() {
        0 => None,
        open => Some(format!("{} open.", counted(open, "question is", "questions are"))),
    };
    let below: Vec<String> = first.into_iter().chain(open).collect();
    Headline {
        id: "verdict".to_owned(),
        what: "Your plan".to_owned(),
        year: plan.year,
        figure: figure.to_owned(),
        below: below.join(" "),
        grave: problem.is_some() && plan.verdict != Verdict::Cannot,
        unofficial: false,
        open: plan.verdict == Verdict::AskFirst && problem.is_none(),
        none: plan.verdict == Verdict::Cannot,
        ..Headline::default()
    }
}

impl Shown for Mark {
    fn shown(self) -> (&'static str, &'static str) {
        match self {
            Self::Good => ("good", "Good"),
            Self::Friction => ("friction", "Limits it"),
            Self::Open => ("open", "Ask"),
            Self::Stops => ("stops", "Stops it"),
            Self::Aside => ("aside", "Not needed"),
        }
    }
}

fn frictions(frictions: &[Friction]) -> Table {
    let row = |friction: &Friction| vec![friction.title.to_owned(), friction.text.clone()];
    let rows = frictions.iter().map(row).collect();
    Table::new("frictions", "What slows it down or limits it", &["What", "What it means"], rows)
}
