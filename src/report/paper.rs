//! Paper forms, answers to common questions, and what to print and keep.

use super::wire::wire;
use super::{Citation, Step, Table};

wire! {
    /// A paper form as it should read, to be held beside the one that came.
    pub struct Paper {
        /// Its id in the page.
        pub id: String,
        /// The form's name.
        pub title: String,
        /// Who sends it, and for what.
        pub from: String,
        /// What to know about it, such as when it comes.
        pub note: String,
        /// Its class: `open` while there is nothing to compare, `match`, or `differs`.
        pub look: String,
        /// How the one that came compares, in words.
        pub verdict: String,
        /// Its boxes, in the order of the paper.
        pub boxes: Vec<PaperBox>,
        /// What differs, the gravest first.
        pub differences: Vec<Difference>,
    }

    /// A box of a paper form.
    pub struct PaperBox {
        /// Its number: `2a`.
        pub number: String,
        /// Its name on the paper.
        pub name: String,
        /// What should stand in it.
        pub expected: String,
        /// What stands in it; empty where nothing was typed.
        pub typed: String,
        /// Its class: empty, `match`, or `differs`.
        pub look: String,
        /// Why it should be so.
        pub why: String,
        /// How the expected figure came about.
        pub steps: Vec<Step>,
        /// Where the form's instructions or the law say so.
        pub citation: Citation,
    }

    /// What differs on a form.
    pub struct Difference {
        /// Its class, as a finding's.
        pub look: String,
        /// How much it matters, in words.
        pub severity: String,
        /// It in a few words.
        pub title: String,
        /// What it means.
        pub means: String,
        /// Whether it matters, and for what.
        pub matters: String,
        /// Whom to ask for what.
        pub ask: String,
        /// Where the law or the form's instructions say so.
        pub citation: Citation,
    }

    /// A question that people ask, with its answer.
    pub struct QuestionAnswered {
        /// The question.
        pub asks: String,
        /// The answer.
        pub answer: String,
        /// Where the law or a form's instructions say so.
        pub citation: Citation,
    }

    /// A year on one page, to print and keep.
    pub struct Dossier {
        /// What it is.
        pub title: String,
        /// What it is for, and of which day.
        pub intro: String,
        /// Its tables. A reply leaves them out while it is closed.
        pub tables: Vec<Table>,
        /// What to keep with it, and how long.
        pub keep: Vec<String>,
    }
}
