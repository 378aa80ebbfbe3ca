//! Going through the rows of a text: which account counts, what becomes of each row, and
//! what is to be asked.

use std::collections::BTreeMap;

use super::asks::{self, Asks, Topic};
use super::cells::quoted;
use super::columns::Columns;
use super::left_out::{LeftOut, Reason};
use super::naming::{Naming, Namings};
use super::reader::{Outcome, Reader};
use super::rows::Entry;
use super::tables::Tables;
use crate::exchange::csv::Row;
use crate::questions::List;
use crate::report::Ask;

/// The most accounts that a person is asked about.
const MOST_ACCOUNTS: usize = 20;

/// What the rows of a text hold.
#[derive(Default)]
pub(super) struct Reading {
    pub entries: Vec<Entry>,
    pub left_out: LeftOut,
    /// How many rows there are.
    pub rows: usize,
    pub asks: Vec<Ask>,
    /// Whether the words of each conversion say how it went, exactly.
    pub says_how: bool,
}

/// A text with its tables, and what was said of files like it.
struct File<'a> {
    text: &'a str,
    tables: &'a Tables,
    columns: Vec<Columns>,
    namings: Vec<Naming>,
    naming: Naming,
}

/// The account that counts.
enum Account {
    /// Whatever is named.
    Any,
    /// The one of this name, and no other.
    Only(String),
    /// It is to be asked.
    Open,
}

/// Reads all rows by what was said of files like this one. Of those of one list and year
/// no more are kept than can matter.
pub(super) fn read(text: &str, tables: &Tables, said: &Namings, keeps_plans: bool) -> Reading {
    let naming = said.of(&tables.shape());
    let several = tables.all.len() > 1;
    let namings: Vec<Naming> =
        (1..=tables.all.len()).map(|table| naming.of_table(if several { table } else { 0 })).collect();
    let columns =
        tables.all.iter().zip(&namings).map(|(columns, naming)| columns.clone().answered_by(naming)).collect();
    File { text, tables, columns, namings, naming }.read(keeps_plans)
}

impl File<'_> {
    /// Does something with each row, its columns, and what becomes of it.
    fn each(&self, asks: &mut Asks, mut does: impl FnMut(&mut Asks, usize, &Columns, Row, Outcome)) {
        self.tables.each(self.text, |table, row, torn| {
            let (Some(columns), Some(naming)) = (self.columns.get(table), self.namings.get(table)) else { return };
            let outcome = Reader { table, columns, naming, text: self.text }.outcome(&row, torn, asks);
            does(asks, table, columns, row, outcome);
        });
    }

    fn read(&self, keeps_plans: bool) -> Reading {
        let own = self.columns.iter().all(|columns| columns.own);
        let says_how = self.columns.iter().all(|columns| columns.how.is_some());
        let mut reading = Reading { says_how, ..Reading::default() };
        let (account, of_account) = self.account();
        let mut asks = Asks::default();
        let mut waiting: Vec<(usize, Topic, Row, bool)> = Vec::new();
        let mut waiting_rows: Vec<(usize, bool)> = Vec::new();
        let mut kept: BTreeMap<(i16, List), usize> = BTreeMap::new();
        let mut used = vec![self.columns.len() == 1; self.columns.len()];
        let Reading { entries, left_out, rows, .. } = &mut reading;
        self.each(&mut asks, |asks, table, columns, row, outcome| {
            *rows += usize::from(!matches!(outcome, Outcome::Nothing));
            let counts = matches!(outcome, Outcome::Entry(_) | Outcome::Asked { .. });
            if counts && !columns.accounts.is_empty() {
                match &account {
                    Account::Any => {}
                    Account::Only(only) => {
                        let name = columns.account_of(&row);
                        if name != *only {
                            return left_out.leave(row.line, &Reason::Account(name));
                        }
                    }
                    Account::Open => return left_out.leave(row.line, &Reason::Asked),
                }
            }
            if let Some(used) = used.get_mut(table) {
                *used |= counts;
            }
            match outcome {
                Outcome::Entry(mut entry) => {
                    // A site names the plan in every row, which is the plan of this job.
                    if !keeps_plans && !own {
                        entry.plan.clear();
                    }
                    let kept = kept.entry((entry.date.year(), entry.list)).or_default();
                    // As many may already stand in the ledger, and as many more be new.
                    if *kept < 2 * entry.list.most() {
                        *kept += 1;
                        entries.push(entry);
                    } else {
                        left_out.leave(entry.line, &Reason::Full(entry.date.year(), entry.list));
                    }
                }
                Outcome::Asked { topic, arrives: false } => {
                    left_out.leave(row.line, &Reason::Asked);
                    asks.note(table, &topic, &row, true);
                }
                Outcome::Asked { topic, arrives } => {
                    // Far more than a question needs are not kept whole.
                    waiting_rows.push((row.line, arrives));
                    if waiting.len() < 2 * List::Conversions.most() {
                        waiting.push((table, topic, row, arrives));
                    }
                }
                Outcome::LeftOut(reason) => left_out.leave(row.line, &reason),
                Outcome::Cannot(says) => left_out.cannot(row.line, &says),
                Outcome::Nothing => {}
            }
        });
        // Sites list a conversion twice, out of the one account and into the other.
        let leaves = |entry: &Entry| entry.list == List::Conversions && entry.negative;
        let both_sides = !own && entries.iter().any(leaves);
        if both_sides {
            entries.retain(|entry| {
                let comes = entry.list == List::Conversions && !entry.negative && !entry.named;
                if comes {
                    left_out.leave(entry.line, &Reason::Incoming);
                }
                !comes
            });
        }
        for (line, _) in waiting_rows {
            left_out.leave(line, if both_sides { &Reason::Incoming } else { &Reason::Asked });
        }
        for (table, topic, row, _) in waiting.iter().filter(|_| !both_sides) {
            asks.note(*table, topic, row, true);
        }
        reading.asks = self.asks(asks, of_account, &used);
        reading
    }

    /// All questions, and what the columns of tables with rows are.
    fn asks(&self, asks: Asks, of_account: Option<Ask>, used: &[bool]) -> Vec<Ask> {
        let mut all: Vec<Ask> = of_account.into_iter().collect();
        all.extend(asks.into_asks(&self.columns, &self.namings, self.text));
        let tables = self.columns.iter().zip(&self.namings).zip(used);
        for ((columns, naming), _) in tables.filter(|(_, used)| **used) {
            let of_columns = asks::of_columns(columns, naming);
            all.extend(
                of_columns.into_iter().filter(|ask| all.iter().all(|other| other.key != ask.key)).collect::<Vec<_>>(),
            );
        }
        all
    }

    /// The account that counts, and what is asked about it. Only accounts matter whose rows
    /// would be added.
    fn account(&self) -> (Account, Option<Ask>) {
        if self.columns.iter().all(|columns| columns.accounts.is_empty()) {
            return (Account::Any, None);
        }
        let mut names: Vec<String> = Vec::new();
        self.each(&mut Asks::default(), |_, _, columns, row, outcome| {
            if columns.accounts.is_empty() || !matches!(outcome, Outcome::Entry(_) | Outcome::Asked { .. }) {
                return;
            }
            let name = columns.account_of(&row);
            if names.len() < MOST_ACCOUNTS && !names.contains(&name) {
                names.push(name);
            }
        });
        let said = self.naming.said("account");
        let by_answer = names.iter().find(|name| said == word(name));
        let of_plan: Vec<&String> = names.iter().filter(|name| is_of_plan(name)).collect();
        let others = names.iter().all(|name| is_of_plan(name) || is_of_no_plan(name));
        let (account, chosen) = match (by_answer, of_plan.as_slice(), names.as_slice()) {
            _ if said == "all" => (Account::Any, said.to_owned()),
            (Some(name), ..) => (Account::Only(name.clone()), word(name)),
            (_, [only], [_, _, ..]) if others => (Account::Only((*only).clone()), word(only)),
            (.., []) => return (Account::Any, None),
            (.., [only]) if !is_of_no_plan(only) => return (Account::Any, None),
            _ => (Account::Open, String::new()),
        };
        let open = chosen.is_empty();
        let asked = open || said == chosen;
        let choice = |word: String, label: String| [word, label];
        let first = open.then(|| choice(String::new(), "Choose".to_owned()));
        let named = names
            .iter()
            .map(|name| choice(word(name), if name.is_empty() { "No name".to_owned() } else { name.clone() }));
        let all = choice("all".to_owned(), "All of these".to_owned());
        let listed: Vec<String> = names.iter().take(4).map(|name| quoted(name)).collect();
        let ask = Ask {
            key: self.naming.key("account"),
            label: "Which account is your plan’s?".to_owned(),
            about: format!("Rows of {} could be added.", crate::english::listed(listed)),
            choices: first.into_iter().chain(named).chain([all]).collect(),
            chosen,
            asked,
        };
        (account, Some(ask))
    }
}

/// The word of an account among answers.
fn word(name: &str) -> String {
    format!("of {name}").trim_end().to_owned()
}

/// Whether a name is one of a plan of an employer.
fn is_of_plan(name: &str) -> bool {
    let name = super::kinds::spaced(name);
    [" 401", "401k", " 403", " 457", " plan ", " retirement", " tsp ", " pcra "]
        .iter()
        .any(|words| name.contains(words))
        && !is_ira(&name)
}

/// Whether a name is one of an account that is no plan of an employer.
fn is_of_no_plan(name: &str) -> bool {
    const NO_PLAN: &[&str] = &[
        " individual",
        " tod ",
        " joint",
        " brokerage",
        " hsa ",
        " health",
        " checking",
        " savings",
        " 529",
        " custodial",
        " cash management",
        " bank",
        " credit card",
        " taxable",
    ];
    let name = super::kinds::spaced(name);
    is_ira(&name) || NO_PLAN.iter().any(|words| name.contains(words))
}

fn is_ira(spaced: &str) -> bool {
    [" ira ", " ira", "ira "].iter().any(|words| spaced.contains(words))
}
