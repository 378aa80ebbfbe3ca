//! What is asked of a file before its rows are taken: its columns, and words that are not
//! known.

use std::collections::BTreeMap;

use super::cells::quoted;
use super::columns::Columns;
use super::kinds::spaced;
use super::names::{DATE, bare, is_running};
use super::naming::{Naming, column, row_key};
use crate::english::counted;
use crate::exchange::csv::Row;
use crate::order;
use crate::report::Ask;
use crate::text::cleaned;

/// The most questions about the words of one file.
const MOST_ASKS: usize = 40;
/// The most rows that a person is asked about one by one.
const MOST_ROWS: usize = 100;
/// The most letters of a row that a question repeats.
const LONGEST_SAMPLE: usize = 120;

/// What a question is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// Which column has the amounts of after-tax money.
    Amount,
    /// Which money rows are of that name none.
    NoSource,
    /// Whether a source by this name is after-tax money.
    Source(String),
    /// What an activity of this name is.
    Activity(String),
    /// Which of two days counts.
    AsOf,
    /// Whether a row of this line is after-tax money.
    Row(usize),
}

impl Topic {
    /// What the answer is kept under; the text counts for a single row.
    pub fn key(&self, text: &str) -> String {
        match self {
            Self::Amount => "amount".to_owned(),
            Self::NoSource => "source".to_owned(),
            Self::Source(name) => format!("source {name}"),
            Self::Activity(name) => format!("activity {name}"),
            Self::AsOf => "as of".to_owned(),
            Self::Row(line) => row_key(text, &line.to_string()),
        }
    }
}

/// A question and the rows that raise it.
struct Noted {
    topic: Topic,
    table: usize,
    rows: usize,
    line: usize,
    sample: String,
    /// Whether a row waits for the answer, or was left out without it.
    waits: bool,
}

/// Collects questions, each once.
#[derive(Default)]
pub(super) struct Asks {
    noted: Vec<Noted>,
    places: BTreeMap<(usize, String), usize>,
}

impl Asks {
    /// Notes a question that a row raises, whether it is answered or not.
    pub fn note(&mut self, table: usize, topic: &Topic, row: &Row, waits: bool) {
        let key = (table, topic.key(""));
        let place = if let Topic::Row(_) = topic { None } else { self.places.get(&key) };
        if let Some(noted) = place.and_then(|place| self.noted.get_mut(*place)) {
            noted.rows += 1;
            noted.waits |= waits;
            return;
        }
        let of_rows = self.noted.iter().filter(|noted| matches!(noted.topic, Topic::Row(_))).count();
        let is_full =
            if let Topic::Row(_) = topic { of_rows >= MOST_ROWS } else { self.noted.len() - of_rows >= MOST_ASKS };
        if !is_full {
            self.places.insert(key, self.noted.len());
            let (line, sample) = (row.line, sample(row));
            self.noted.push(Noted { topic: topic.clone(), table, rows: 1, line, sample, waits });
        }
    }

    /// All questions, in the order of the rows that raise them.
    pub fn into_asks(mut self, tables: &[Columns], namings: &[Naming], text: &str) -> Vec<Ask> {
        order::sort_by_key(&mut self.noted, |noted| (noted.line, matches!(noted.topic, Topic::Row(_))));
        let ask = |noted: &Noted| Some(noted.ask(tables.get(noted.table)?, namings.get(noted.table)?, text));
        self.noted.iter().filter_map(ask).collect()
    }
}

/// A row as a question repeats it.
fn sample(row: &Row) -> String {
    let cells = row.cells.iter().map(|cell| cell.text.trim()).filter(|text| !text.is_empty());
    let all = cells.collect::<Vec<_>>().join(" · ");
    let cut = cleaned(&all, LONGEST_SAMPLE);
    if cut.len() < all.trim().len() { format!("{cut}…") } else { cut }
}

fn choice(word: &str, label: impl Into<String>) -> [String; 2] {
    [word.to_owned(), label.into()]
}

impl Noted {
    fn ask(&self, columns: &Columns, naming: &Naming, text: &str) -> Ask {
        let topic = self.topic.key(text);
        let chosen = naming.said(&topic).to_owned();
        let rows = counted(self.rows, "row", "rows");
        let first =
            if self.rows == 1 { format!("line {}", self.line) } else { format!("the first in line {}", self.line) };
        let about = format!("{rows}, {first}: {}", self.sample);
        let (label, mut choices) = match &self.topic {
            Topic::Amount => {
                let columns = columns.of_amounts().map(|(place, name)| choice(&column(place), name));
                let none = choice("none", "None of them: leave these rows out");
                ("Which column holds your after-tax contributions?".to_owned(), columns.chain([none]).collect())
            }
            Topic::NoSource => {
                let mut choices = vec![
                    choice("all", "All of it is after-tax money"),
                    choice("rows", "Some of it: let me pick the rows"),
                    choice("no", "None of it: leave it out"),
                ];
                let says = |name| format!("The column {} says which", quoted(name));
                choices.extend(of_sources(columns).map(|(place, name)| choice(&column(place), says(name))));
                ("Which of this money is after-tax (not pre-tax, Roth or match)?".to_owned(), choices)
            }
            Topic::Source(name) => {
                let choices = vec![choice("after_tax", "Yes"), choice("other", "No: leave it out")];
                (format!("Is {} after-tax money (not Roth)?", quoted(name)), choices)
            }
            Topic::Activity(name) => {
                let choices = vec![
                    choice("contribution", "A contribution from my pay"),
                    choice("in_plan", "A conversion of after-tax money in the plan"),
                    choice("roth_ira", "A rollover of after-tax money to a Roth IRA"),
                    choice("other", "Something else: leave it out"),
                ];
                (format!("What is {}?", quoted(name)), choices)
            }
            Topic::AsOf => {
                let choices = vec![
                    choice("posted", "The first, when it was posted"),
                    choice("effective", "The one after “as of”"),
                ];
                ("Which date counts where a row has dates in two years?".to_owned(), choices)
            }
            Topic::Row(line) => {
                let choices = vec![choice("yes", "After-tax money"), choice("no", "Leave it out")];
                (format!("Is line {line} after-tax money?"), choices)
            }
        };
        let about = if let Topic::Row(_) = self.topic { self.sample.clone() } else { about };
        // What was said of another file's columns may be no choice here.
        let chosen = if choices.iter().any(|[word, _]| *word == chosen) { chosen } else { String::new() };
        let asked = self.waits || !chosen.is_empty();
        let chosen = match (asked, chosen.is_empty()) {
            // Where nothing speaks against it, a list of days and amounts is of this money.
            (false, _) if self.topic == Topic::NoSource => "all".to_owned(),
            (_, true) => {
                choices.insert(0, choice("", "Choose"));
                chosen
            }
            (_, false) => chosen,
        };
        Ask { key: naming.key(&topic), label, about, choices, chosen, asked }
    }
}

/// The columns that may name the source.
fn of_sources(columns: &Columns) -> impl Iterator<Item = (usize, &str)> {
    const NO_WORDS: &[&str] = &[
        " price",
        " share",
        " unit",
        " quantity",
        " fee",
        " commission",
        " interest ",
        " date ",
        " number ",
        " amount",
        " symbol ",
        " ticker ",
        " balance",
        " total",
    ];
    let names = columns.names.iter().enumerate().map(|(place, name)| (place, name.as_str()));
    let has_words = |name: &str| !NO_WORDS.iter().any(|words| spaced(name).contains(words));
    names.filter(move |(place, name)| {
        let is_free = *place != columns.date && Some(*place) != columns.amount && Some(*place) != columns.activity;
        is_free
            && !columns.accounts.contains(place)
            && !name.is_empty()
            && has_words(name)
            && !is_running(name)
            && !DATE.contains(&bare(name).as_str())
    })
}

/// What the columns of a table are looked at for, as the person may change it.
pub(super) fn of_columns(columns: &Columns, naming: &Naming) -> Vec<Ask> {
    if columns.own || columns.names.is_empty() {
        return Vec::new();
    }
    let all = |none: Option<&str>| {
        let names = columns.names.iter().enumerate().filter(|(_, name)| !name.is_empty());
        let none = none.map(|none| choice("none", none));
        none.into_iter().chain(names.map(|(place, name)| choice(&column(place), name.as_str()))).collect()
    };
    let ask = |topic: &str, label: &str, mut choices: Vec<[String; 2]>, place: Option<usize>| {
        let chosen = place.map_or_else(|| "none".to_owned(), column);
        // The column that holds is one of them, whatever it is called.
        if choices.iter().all(|[word, _]| *word != chosen) {
            let name = place.and_then(|place| columns.names.get(place)).map_or("", String::as_str);
            choices.push(choice(&chosen, name));
        }
        let asked = !naming.said(topic).is_empty();
        Ask { key: naming.key(topic), label: label.to_owned(), choices, chosen, asked, ..Ask::default() }
    };
    let mut asks = vec![ask("date", "Date", all(None), Some(columns.date))];
    if let Some(amount) = columns.amount {
        let choices = columns.of_amounts().map(|(place, name)| choice(&column(place), name)).collect();
        asks.push(ask("amount", "Amount", choices, Some(amount)));
    }
    if let Some(source) = columns.source {
        let choices = of_sources(columns).map(|(place, name)| choice(&column(place), name)).collect();
        asks.push(ask("source", "Source of the money", choices, Some(source)));
    }
    asks.push(ask("activity", "What happened", all(Some("No column")), columns.activity));
    asks
}
