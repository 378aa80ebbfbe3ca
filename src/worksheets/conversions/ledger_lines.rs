//! The year's ledger line by line, and the same as CSV that can be read in again.

use serde::Serialize;

use crate::date::Date;
use crate::money::Money;
use crate::order;
use crate::record::{Choice, Conversion, PlanName};
use crate::worksheets::ledger::{EntryKind, Pool};

/// What a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum LedgerLineKind {
    /// What was there before the ledger begins.
    Opening,
    /// Money came in.
    Contribution,
    /// A statement showed the value.
    Balance,
    /// The plan returned money as too much.
    Refund,
    /// Money left.
    Conversion,
}

/// A line of the year's ledger.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LedgerLine {
    /// The day.
    pub date: Date,
    /// What happened.
    pub kind: LedgerLineKind,
    /// How much.
    pub amount: Money,
    /// The plan.
    pub plan: PlanName,
    /// The basis in that plan after it.
    pub basis: Money,
    /// The value in that plan after it, as far as the entries tell.
    pub value: Money,
    /// Whether the day is still to come, so that the line does not count yet.
    pub to_come: bool,
    /// Of a conversion, all that was entered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entered: Option<Conversion>,
}

pub(super) fn lines(pools: &[Pool], year: i16, as_of: Date) -> Vec<LedgerLine> {
    let mut lines = Vec::new();
    for pool in pools {
        for line in pool.entries.iter().filter(|line| line.date.year() == year) {
            let (kind, entered) = match line.kind {
                EntryKind::Opening => (LedgerLineKind::Opening, None),
                EntryKind::Refund => (LedgerLineKind::Refund, None),
                EntryKind::Contribution => (LedgerLineKind::Contribution, None),
                EntryKind::Balance => (LedgerLineKind::Balance, None),
                EntryKind::Conversion(place) => (
                    LedgerLineKind::Conversion,
                    pool.distributions.get(place).map(|distribution| distribution.entered.clone()),
                ),
            };
            lines.push(LedgerLine {
                date: line.date,
                kind,
                amount: line.amount,
                plan: pool.plan.clone(),
                basis: line.basis,
                value: line.value,
                to_come: line.date > as_of,
                entered,
            });
        }
    }
    order::sort_by_key(&mut lines, |line| (line.date, line.kind));
    lines
}

/// The names of the columns, by which an import knows them.
pub const COLUMNS: [&str; 11] = [
    "Date",
    "Kind",
    "Amount",
    "How",
    "Plan basis",
    "Plan earnings",
    "Rolled over",
    "Rolled over on",
    "Account",
    "Confirmation",
    "Plan",
];

/// The lines as comma-separated values (RFC 4180).
#[must_use]
pub fn csv(lines: &[LedgerLine]) -> String {
    let mut text = COLUMNS.join(",");
    text.push_str("\r\n");
    for line in lines {
        let kind = match line.kind {
            // These are no rows of a list, and stand in questions of their own.
            LedgerLineKind::Opening | LedgerLineKind::Refund => continue,
            LedgerLineKind::Contribution => "contribution",
            LedgerLineKind::Balance => "balance",
            LedgerLineKind::Conversion => "conversion",
        };
        let money = |amount: Option<Money>| amount.map(Money::plain).unwrap_or_default();
        let of = |of: fn(&Conversion) -> Option<Money>| money(line.entered.as_ref().and_then(of));
        let words =
            |of: fn(&Conversion) -> &str| line.entered.as_ref().map_or_else(String::new, |entered| cell(of(entered)));
        let how = line.entered.as_ref().map(|entered| entered.path.word()).unwrap_or_default();
        let rolled_over_on = line.entered.as_ref().and_then(|entered| entered.rolled_over_on);
        let cells = [
            line.date.to_string(),
            kind.to_owned(),
            line.amount.plain(),
            how.to_owned(),
            of(|entered| entered.plan_basis),
            of(|entered| entered.plan_earnings),
            of(|entered| entered.rolled_over),
            rolled_over_on.map(|date| date.to_string()).unwrap_or_default(),
            words(|entered| &entered.destination),
            words(|entered| &entered.confirmation),
            cell(line.plan.as_str()),
        ];
        text.push_str(&cells.join(","));
        text.push_str("\r\n");
    }
    text
}

/// A cell of the person's own words. A spreadsheet takes what begins with one of these
/// signs for a formula, unless an apostrophe stands before it. Words that begin with both
/// get one as well, since whoever reads the file back takes one off.
fn cell(words: &str) -> String {
    const SIGNS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];
    let formula = words.strip_prefix('\'').unwrap_or(words).starts_with(SIGNS);
    let words = if formula { format!("'{words}") } else { words.to_owned() };
    if words.contains([',', '"', '\r', '\n']) { format!("\"{}\"", words.replace('"', "\"\"")) } else { words }
}
