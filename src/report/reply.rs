//! What the engine replies to the page, besides the report itself.

use super::Report;
use super::wire::wire;

wire! {
    /// What the engine says of a draft.
    #[derive(Default)]
    pub struct Reply {
        /// The texts on show that cannot be read, in the page's order.
        pub problems: Vec<Problem>,
        /// Other years in which some text cannot be read and is left out.
        pub unread_years: Vec<i16>,
        /// The hints that depend on the law's figures or on the day.
        pub hints: Vec<Hint>,
        /// What is still to be entered, while there is no report for want of it.
        pub wait: String,
        /// The fields of what an answer still waits for, each with its name; in the page's order.
        pub missing: Vec<Hint>,
        /// How many of the page's questions are answered, in words; empty where that says little.
        pub answered: String,
        /// The result. There is none while a problem stands in the way.
        pub report: Option<Report>,
    }

    /// A text that cannot be read.
    pub struct Problem {
        /// The id of its field in the page.
        pub field: String,
        /// What a list of mistakes calls the field.
        pub title: String,
        /// What is wrong and what to do.
        pub message: String,
        /// Whether it may only be half typed.
        pub unfinished: bool,
        /// Whether it stands in the way of this page's report.
        pub in_the_way: bool,
    }

    /// A hint of a field, or what a card was understood to say.
    pub struct Hint {
        /// The id of the field or the card in the page.
        pub field: String,
        /// The hint.
        pub text: String,
    }

    /// What a link would fill in.
    pub struct Offer {
        /// The rules that it brings, in the page's order.
        pub rules: Vec<Rule>,
        /// What was left out of it, in a sentence; empty if nothing was.
        pub note: String,
        /// The draft with those rules filled in, as it is saved.
        pub draft: String,
    }

    /// A rule that a link brings.
    pub struct Rule {
        /// What a person calls it.
        pub title: String,
        /// Its text as a person reads it.
        pub text: String,
        /// The text that it would replace; empty if there is none.
        pub replaces: String,
    }

    /// A copy of the record, to keep or to hand on.
    pub struct Copy {
        /// The record as JSON.
        pub text: String,
        /// What is typed and yet not in it, in a sentence or two; empty if all of it is.
        pub note: String,
    }

    /// What a copy of the record brings, and what it would replace.
    pub struct Opened {
        /// What it is, in a sentence.
        pub says: String,
        /// The years that it brings and those that it would take away, in order.
        pub years: Vec<OpenedYear>,
        /// What a person should know of it besides, in sentences.
        pub notes: Vec<String>,
        /// The draft to put in the place of this one, as it is saved.
        pub draft: String,
    }

    /// A year that a copy brings or that it would take away.
    pub struct OpenedYear {
        /// The year.
        pub year: i16,
        /// What the copy has of it, in words; empty if it has nothing.
        pub brings: String,
        /// What stands there now, in words; empty if nothing does.
        pub replaces: String,
        /// Whether both read alike, and nothing typed would be lost.
        pub same: bool,
    }

    /// What an import would add to the ledger.
    #[derive(Default)]
    pub struct Import {
        /// What it is of, and what becomes of it, in a sentence.
        pub says: String,
        /// The rows that it adds, in order of their dates.
        pub rows: Vec<ImportedRow>,
        /// A sentence for each row that is left out.
        pub left_out: Vec<String>,
        /// The draft with those rows added, as it is saved; empty if there are none.
        pub draft: String,
        /// What is asked of the file, and what its columns are taken for.
        pub asks: Vec<Ask>,
        /// What was said of files so far, to hand back with the next answer and to keep.
        pub kept: String,
    }

    /// A question about a file whose rows are read, with its choices.
    #[derive(Default)]
    pub struct Ask {
        /// What tells it from the others, for the answer.
        pub key: String,
        /// The question, or what a column is taken for.
        pub label: String,
        /// The rows that it is about; empty for a column.
        pub about: String,
        /// The choices: the word to answer with, and how it is read.
        pub choices: Vec<[String; 2]>,
        /// The word that holds now; empty while rows wait for an answer.
        pub chosen: String,
        /// Whether it is asked, or was. If not, it is only what may be changed.
        pub asked: bool,
    }

    /// A row that an import adds.
    pub struct ImportedRow {
        /// The day.
        pub date: String,
        /// What it is: a contribution, a balance, or a conversion and how it went.
        pub what: String,
        /// How much.
        pub amount: String,
    }
}

impl Reply {
    /// The problems that stand in the way of the report.
    pub fn in_the_way(&self) -> impl Iterator<Item = &Problem> {
        self.problems.iter().filter(|problem| problem.in_the_way)
    }
}
