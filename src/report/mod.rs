//! A worksheet's result in the terms of a page: texts to show, in the order in which
//! they are shown.
//!
//! The worksheets, their money and their dates stay in the engine, a module of its
//! own that the page loads when it is first needed. What crosses over is this plain
//! data as JSON, so that the page can show any worksheet and knows none of them.
//! `look` is a class of the style sheet wherever it stands.

mod booklet;
mod columns;
mod drawing;
mod explained;
mod limit_bar;
mod paper;
mod reply;
mod standing;
mod timeline;
mod wire;

pub use booklet::{Booklet, BookletQuestion, Quote};
pub(crate) use columns::{Column, Columns};
pub use drawing::{Bar, Drawing, Legend};
pub(crate) use limit_bar::{LimitBar, Part};
pub use timeline::{Moment, Period};

pub(crate) use explained::{in_words, whole_dollars};
pub use paper::{Difference, Dossier, Paper, PaperBox, QuestionAnswered};
pub use reply::{Ask, Copy, Hint, Import, ImportedRow, Offer, Opened, OpenedYear, Problem, Reply, Rule};
pub use standing::{StageOfPage, Standing, Task};
use wire::wire;
pub use wire::{Read, Source};

wire! {
    /// A worksheet's result. What a worksheet lacks stays empty and does not show.
    #[derive(Default)]
    pub struct Report {
        /// The one figure.
        pub headline: Headline,
        /// What to do and what happens, in order.
        pub timeline: Vec<Period>,
        /// It as a part of the limit.
        pub picture: Option<Drawing>,
        /// The decision, the rule and the next action.
        pub closing: Closing,
        /// What the worksheet found, the gravest first.
        pub findings: Vec<Finding>,
        /// The worksheet line by line, always the same number of lines.
        pub lines: Vec<Line>,
        /// What the guide's checklist is of.
        pub checklist_title: String,
        /// The guide's checklist, always the same number of rows.
        pub checklist: Vec<Row>,
        /// The year as a chart.
        pub chart: Option<Drawing>,
        /// Paper forms as they should read.
        pub papers: Vec<Paper>,
        /// Tables of figures or words.
        pub tables: Vec<Table>,
        /// Questions that people ask, with their answers.
        pub questions: Vec<QuestionAnswered>,
        /// What to print and keep.
        pub dossier: Option<Dossier>,
        /// What stands after the `#` in a link to the plan's rules, where they are shared.
        pub link: String,
    }

    /// The one figure, and what it is.
    #[derive(Default)]
    pub struct Headline {
        /// The figure's id in the page.
        pub id: String,
        /// What it is.
        pub what: String,
        /// The year it is of.
        pub year: i16,
        /// Whether the year's limits are not official.
        pub unofficial: bool,
        /// The figure.
        pub figure: String,
        /// Up to three facts to it, such as from when and by when: each its name, and what it
        /// is. Words between asterisks are strong.
        pub facts: Vec<[String; 2]>,
        /// What to know with it, in a sentence.
        pub below: String,
        /// Whether something is wrong.
        pub grave: bool,
        /// Whether it turns on an answer that is still open.
        pub open: bool,
        /// Whether the plan rules it out.
        pub none: bool,
    }

    /// The end of a worksheet.
    #[derive(Default)]
    pub struct Closing {
        /// The answer in one sentence.
        pub decision: String,
        /// The rule behind it.
        pub rule: String,
        /// Where the law says so.
        pub citations: Vec<Citation>,
        /// What to do next.
        pub next_action: String,
        /// By when.
        pub by: String,
        /// Words to send, where somebody must be written to.
        pub words: String,
        /// Whether they go by mail.
        pub mail: bool,
    }

    /// Where a rule or a figure comes from.
    pub struct Citation {
        /// How lawyers cite it.
        pub reference: String,
        /// What it says, in a few words.
        pub says: String,
        /// Where to read it; empty for what only the person knows.
        pub url: String,
    }

    /// Something that the worksheet found in the person's figures.
    pub struct Finding {
        /// Its class.
        pub look: String,
        /// How much it matters, in words.
        pub severity: String,
        /// It in a few words.
        pub title: String,
        /// What it means and what to do.
        pub text: String,
        /// Where the law says so.
        pub citation: Citation,
        /// For a contested point, its two readings.
        pub readings: Vec<Reading>,
    }

    /// One of two ways in which a contested rule is read.
    pub struct Reading {
        /// What it says.
        pub says: String,
        /// The after-tax room under it.
        pub room: String,
        /// Whether the worksheet uses it.
        pub used_here: bool,
    }

    /// A line of a worksheet.
    pub struct Line {
        /// Its name.
        pub name: String,
        /// What the guide asks for; empty on a line that the law adds.
        pub guide: String,
        /// What the law says.
        pub law: String,
        /// Its amount.
        pub amount: String,
        /// How the amount came about.
        pub steps: Vec<Step>,
    }

    /// A line of arithmetic.
    pub struct Step {
        /// What it finds.
        pub label: String,
        /// It in digits.
        pub sum: String,
        /// What goes into it, by name.
        pub parts: String,
        /// Why, in law.
        pub citation: Citation,
    }

    /// A row of a checklist.
    pub struct Row {
        /// Its class.
        pub look: String,
        /// How it stands, in words.
        pub mark: String,
        /// Its name.
        pub name: String,
        /// The person's answer.
        pub answer: String,
        /// What it means for them.
        pub means: String,
        /// The guide's question.
        pub question: String,
        /// Where to look.
        pub source: String,
        /// The words that plan papers use, in a sentence.
        pub words: String,
        /// Where the law or the plan says so.
        pub citation: Citation,
    }

    /// A table of figures or words.
    #[derive(Default)]
    pub struct Table {
        /// The heading's id.
        pub id: String,
        /// What it shows.
        pub title: String,
        /// What to know about it.
        pub note: String,
        /// The same as a chart. A reply leaves it out while the table is closed.
        pub chart: Option<Drawing>,
        /// The names of its columns; the first names each row.
        pub columns: Vec<String>,
        /// The places of the columns that a narrow table can do without.
        pub minor: Vec<i16>,
        /// Whether its last row adds up those above it.
        pub total: bool,
        /// Its rows, each with a text for every column; words after a tab are a tag. A reply leaves them out while the
        /// table is closed.
        pub rows: Vec<Vec<String>>,
        /// Whether it is closed until it is opened.
        pub folded: bool,
        /// The name of the file that holds the same, if it can be had as one.
        pub file: String,
    }
}

/// What the year's page for the files is called among what can be opened.
pub const DOSSIER: &str = "dossier";

impl Report {
    /// Without what nobody sees: the rows and charts of the tables that are closed, and the
    /// rows of the dossier. Open are those with these ids, which stand between spaces.
    pub(crate) fn without_closed(mut self, open: &str) -> Self {
        let is_open = |id: &str| open.split(' ').any(|open| open == id);
        for table in self.tables.iter_mut().filter(|table| table.folded && !is_open(&table.id)) {
            table.rows.clear();
            table.chart = None;
        }
        if let Some(dossier) = self.dossier.as_mut().filter(|_| !is_open(DOSSIER)) {
            dossier.tables.clear();
        }
        self
    }
}
