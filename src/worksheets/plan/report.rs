//! The Plan Feature Checklist as a report.

use crate::english::counted;
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

fn headline(plan: &Plan) -> Headline {
    let figure = match plan.verdict {
        Verdict::Works => "It works",
        Verdict::Friction => "It works, with friction",
        Verdict::AskFirst => "Ask first",
        Verdict::Cannot => "It cannot",
    };
    let below = match plan.open_questions.len() {
        0 => String::new(),
        open => format!("{} open.", counted(open, "question is", "questions are")),
    };
    Headline {
        id: "verdict".to_owned(),
        what: "Your plan".to_owned(),
        year: plan.year,
        figure: figure.to_owned(),
        below,
        grave: plan.verdict == Verdict::Cannot,
        unofficial: false,
        open: false,
    }
}

impl Shown for Mark {
    fn shown(self) -> (&'static str, &'static str) {
        match self {
            Self::Good => ("good", "Good"),
            Self::Friction => ("friction", "Slows it"),
            Self::Open => ("open", "Ask"),
            Self::Stops => ("stops", "Stops it"),
            Self::Aside => ("aside", "Not needed"),
        }
    }
}

fn frictions(frictions: &[Friction]) -> Table {
    let row = |friction: &Friction| vec![friction.title.to_owned(), friction.text.clone()];
    let rows = frictions.iter().map(row).collect();
    Table::new("frictions", "What slows it or makes it smaller", &["What", "What it means"], rows)
}
