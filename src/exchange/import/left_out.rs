//! What an import leaves out, in sentences, of which there is never a flood.

use std::collections::BTreeMap;

use super::cells::quoted;
use crate::english::by_count;
use crate::questions::List;

/// The most sentences about single lines.
const MOST_SENTENCES: usize = 20;
/// The most names that one sentence lists.
const MOST_NAMES: usize = 4;

/// Why a row is left out that has nothing wrong in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reason {
    /// It is of other money, by this name.
    OtherMoney(String),
    /// Its source has this name, of which nobody knows which money it is.
    UnclearMoney(String),
    /// It is no contribution, balance or conversion, by these words.
    Neither(String),
    /// It is of nothing.
    Zero,
    /// It stands in the ledger.
    Stands,
    /// Its year's list is full.
    Full(i16, List),
    /// It is the other side of a conversion.
    Incoming,
    /// It adds up other rows.
    Total,
    /// It is a balance of more than the after-tax money.
    WholeAccount,
    /// It is of another account than the plan's, by this name.
    Account(String),
    /// The person said so.
    Declined,
    /// It waits for an answer.
    Asked,
}

/// How many rows are left out for one reason.
#[derive(Default)]
struct Group {
    rows: usize,
    /// The line of the first.
    first: usize,
    names: Vec<String>,
}

/// Collects what is left out.
#[derive(Default)]
pub(super) struct LeftOut {
    rows: usize,
    unclear: usize,
    sentences: Vec<String>,
    more: usize,
    other_money: Group,
    neither: Group,
    zero: Group,
    stands: Group,
    incoming: Group,
    total: Group,
    whole_account: Group,
    account: Group,
    declined: Group,
    asked: Group,
    full: BTreeMap<(i16, &'static str), Group>,
}

impl Group {
    fn add(&mut self, line: usize, name: &str) {
        if self.rows == 0 {
            self.first = line;
        }
        self.rows += 1;
        if !name.is_empty() && self.names.len() <= MOST_NAMES {
            let name = quoted(name);
            if !self.names.contains(&name) {
                self.names.push(name);
            }
        }
    }

    /// Which rows: `Line 7`, or `3 rows from line 7 on`, and what is said of one or many.
    fn says(&self, one: &str, many: &str) -> Option<String> {
        match self.rows {
            0 => None,
            1 => Some(format!("Line {} {one}", self.first)),
            rows => Some(format!("{rows} rows, the first in line {}, {many}", self.first)),
        }
    }

    fn names(&self) -> String {
        let all = self.names.iter().take(MOST_NAMES).cloned().collect::<Vec<_>>().join(", ");
        if self.names.len() > MOST_NAMES { format!("{all} and others") } else { all }
    }
}

impl LeftOut {
    /// A row that cannot be read, and what to do about it.
    pub fn cannot(&mut self, line: usize, says: &str) {
        self.rows += 1;
        self.sentence(format!("Line {line}: {says}"));
    }

    fn sentence(&mut self, sentence: String) {
        if self.sentences.len() < MOST_SENTENCES {
            self.sentences.push(sentence);
        } else {
            self.more += 1;
        }
    }

    /// How many rows are left out.
    pub fn rows(&self) -> usize {
        self.rows
    }

    /// How many of them wait for an answer.
    pub fn waiting(&self) -> usize {
        self.asked.rows + self.unclear
    }

    pub fn leave(&mut self, line: usize, reason: &Reason) {
        self.rows += 1;
        match reason {
            Reason::OtherMoney(name) => self.other_money.add(line, name),
            Reason::UnclearMoney(name) => {
                self.unclear += 1;
                self.other_money.add(line, name);
            }
            Reason::Neither(words) => self.neither.add(line, words),
            Reason::Zero => self.zero.add(line, ""),
            Reason::Stands => self.stands.add(line, ""),
            Reason::Incoming => self.incoming.add(line, ""),
            Reason::Total => self.total.add(line, ""),
            Reason::WholeAccount => self.whole_account.add(line, ""),
            Reason::Account(name) => self.account.add(line, name),
            Reason::Declined => self.declined.add(line, ""),
            Reason::Asked => self.asked.add(line, ""),
            Reason::Full(year, list) => self.full.entry((*year, rows_of(*list))).or_default().add(line, ""),
        }
    }

    /// Whether rows were left out because they stand in the ledger, and for no other reason.
    pub fn only_what_stands(&self) -> bool {
        self.sentences.is_empty() && self.stands.rows > 0 && self.stands.rows == self.rows
    }

    /// All sentences: one for each line that cannot be read, as far as they are few, and
    /// one for each other reason.
    pub fn into_sentences(self) -> Vec<String> {
        let Self { mut sentences, mut more, other_money, neither, zero, stands, incoming, full, .. } = self;
        let Self { unclear, total, whole_account, account, declined, asked, .. } = self;
        for ((year, list), group) in full {
            let many = format!("don’t fit: the ledger of {year} holds {} {list}.", List::Contributions.most());
            let one = many.replacen("find", "finds", 1);
            if sentences.len() < MOST_SENTENCES {
                sentences.extend(group.says(&one, &many));
            } else {
                more += group.rows;
            }
        }
        if more > 0 {
            sentences.push(format!("And {more} more can’t be added. Correct these first, then try again."));
        }
        let of = |is: &str, group: &Group| {
            let only = "Only after-tax money belongs in this ledger.";
            let is_open = unclear == group.rows;
            match group.names.is_empty() {
                _ if is_open => format!(
                    "may be of other money ({}) and {}.",
                    group.names(),
                    by_count(unclear, "waits for your answer above", "wait for your answers above")
                ),
                true => format!("{is} of other money. {only}"),
                false => format!("{is} of other money ({}). {only}", group.names()),
            }
        };
        let no = |is: &str| format!("{is} no contribution, balance or conversion ({}).", neither.names());
        let elsewhere = |is: &str| match account.names.is_empty() {
            true => format!("{is} of another account."),
            false => format!("{is} of another account ({}).", account.names()),
        };
        let groups = [
            asked.says("waits for your answer above.", "wait for your answers above."),
            stands.says("is already in the ledger.", "are already in the ledger."),
            other_money.says(&of("is", &other_money), &of("are", &other_money)),
            neither.says(&no("is"), &no("are")),
            incoming.says(
                "is the Roth side of a conversion, which counts once, where it leaves the after-tax money.",
                "are the Roth side of conversions, which count once, where they leave the after-tax money.",
            ),
            account.says(&elsewhere("is"), &elsewhere("are")),
            whole_account.says(
                "is a balance of the whole account. Enter the after-tax part of it by hand.",
                "are balances of the whole account. Enter the after-tax part of them by hand.",
            ),
            total.says("is a total, which is never counted.", "are totals, which are never counted."),
            declined.says("is left out, as you chose.", "are left out, as you chose."),
            zero.says("has an amount of zero.", "have an amount of zero."),
        ];
        sentences.extend(groups.into_iter().flatten());
        sentences
    }
}

/// What the rows of a list are called.
pub(super) const fn rows_of(list: List) -> &'static str {
    match list {
        List::Balances => "balances",
        List::Conversions => "conversions",
        _ => "contributions",
    }
}
