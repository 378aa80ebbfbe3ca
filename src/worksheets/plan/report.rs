//! The Plan Feature Checklist as a report.

use crate::english::counted;
use crate::report::{Closing, Finding, Headline, Report, Row, Table};
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::plan::{self, Friction, Mark, Plan};

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
    }
}

impl From<plan::Row> for Row {
    fn from(row: plan::Row) -> Self {
        let (look, mark) = match row.mark {
            Mark::Good => ("good", "Good"),
            Mark::Friction => ("friction", "Slows it"),
            Mark::Open => ("open", "Ask"),
            Mark::Stops => ("stops", "Stops it"),
            Mark::Aside => ("aside", "Not needed"),
        };
        let words = match row.words {
            [] => String::new(),
            words => format!("Words that plan papers use: {}.", words.join(", ")),
        };
        Self {
            look: look.to_owned(),
            mark: mark.to_owned(),
            name: row.name.to_owned(),
            answer: row.answer,
            means: row.means,
            question: row.question.to_owned(),
            source: row.look.to_owned(),
            words,
            citation: row.citation.into(),
        }
    }
}

fn frictions(frictions: &[Friction]) -> Table {
    let row = |friction: &Friction| vec![friction.title.to_owned(), friction.text.clone()];
    let rows = frictions.iter().map(row).collect();
    Table::new("frictions", "What slows it or makes it smaller", &["What", "What it means"], rows)
}
