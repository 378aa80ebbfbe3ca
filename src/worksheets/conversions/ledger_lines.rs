//! The year's ledger line by line, and the same as CSV that can be read in again.

use serde::Serialize;

use crate::date::Date;
use crate::money::Money;
use crate::order;
use crate::record::{Answer, Choice, Contribution, Conversion, Opening, PlanName, YearRecord};
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
    /// Of a contribution, whether an owner made it for the year before.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub for_year_before: bool,
    /// Of the opening line, all that was entered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening: Option<Opening>,
}

pub(super) fn lines(pools: &[Pool], entry: &YearRecord, as_of: Date) -> Vec<LedgerLine> {
    let mut lines = Vec::new();
    let is_for_before = |row: &&Contribution| row.for_year_before;
    let mut for_before: Vec<&Contribution> = entry.ledger.contributions.iter().filter(is_for_before).collect();
    for pool in pools {
        for line in pool.entries.iter().filter(|line| line.date.year() == entry.year) {
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
            let is_this = |row: &&Contribution| {
                (row.date, row.amount, &row.plan) == (line.date, line.amount, &pool.plan)
                    && line.kind == EntryKind::Contribution
            };
            let place = for_before.iter().position(is_this);
            lines.push(LedgerLine {
                for_year_before: place.map(|place| for_before.remove(place)).is_some(),
                opening: (kind == LedgerLineKind::Opening).then(|| entry.ledger.opening.clone()),
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
pub const COLUMNS: [&str; 17] = [
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
    "Received on",
    "To traditional",
    "For last year",
    "Worth",
    "Before 1987",
    "Before 1987 alone",
];

/// The lines as comma-separated values (RFC 4180).
#[must_use]
pub fn csv(lines: &[LedgerLine]) -> String {
    let mut text = COLUMNS.join(",");
    text.push_str("\r\n");
    for line in lines {
        let kind = match line.kind {
            // It is no row of a list, and stands on the page of the tax forms.
            LedgerLineKind::Refund => continue,
            LedgerLineKind::Opening => "opening",
            LedgerLineKind::Contribution => "contribution",
            LedgerLineKind::Balance => "balance",
            LedgerLineKind::Conversion => "conversion",
        };
        let money = |amount: Option<Money>| amount.map(Money::plain).unwrap_or_default();
        let of = |of: fn(&Conversion) -> Option<Money>| money(line.entered.as_ref().and_then(of));
        let words =
            |of: fn(&Conversion) -> &str| line.entered.as_ref().map_or_else(String::new, |entered| cell(of(entered)));
        let how = line.entered.as_ref().map(|entered| entered.path.word()).unwrap_or_default();
        let day = |of: fn(&Conversion) -> Option<Date>| {
            line.entered.as_ref().and_then(of).map(|date| date.to_string()).unwrap_or_default()
        };
        let opening = |of: fn(&Opening) -> Option<Money>| money(line.opening.as_ref().and_then(of));
        let alone = line.opening.as_ref().map(|opening| opening.before_1987_alone);
        let alone = alone.filter(|alone| *alone != Answer::Unknown).map(Answer::word);
        let cells = [
            line.date.to_string(),
            kind.to_owned(),
            line.opening.as_ref().and_then(|opening| opening.basis).unwrap_or(line.amount).plain(),
            how.to_owned(),
            of(|entered| entered.plan_basis),
            of(|entered| entered.plan_earnings),
            of(|entered| entered.rolled_over),
            day(|entered| entered.rolled_over_on),
            words(|entered| &entered.destination),
            words(|entered| &entered.confirmation),
            cell(line.plan.as_str()),
            day(|entered| entered.received_on),
            of(|entered| entered.to_traditional),
            if line.for_year_before { Answer::Yes.word() } else { "" }.to_owned(),
            opening(|opening| opening.value),
            opening(|opening| opening.before_1987),
            alone.unwrap_or_default().to_owned(),
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
