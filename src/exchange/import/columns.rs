//! Which column is which: by the names in a header, or by what the first row holds.

use super::cells;
use super::kinds;
use crate::exchange::csv::{Cell, Delimiter, Row, Rows};

/// How many rows at the beginning are looked at for a header and for what parts cells.
const LOOKED_AT: usize = 40;
/// How many bytes these may have.
const LONGEST_BEGINNING: usize = 64 << 10;

/// The columns of a text, by their places from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub date: usize,
    pub amount: usize,
    /// Whether the amount's name says that it is after-tax money.
    pub after_tax: bool,
    /// Whether the amounts are balances unless words say otherwise.
    pub balances: bool,
    /// Whether this is the planner's own export, whose words are exact.
    pub own: bool,
    pub source: Option<usize>,
    /// Columns with words about what happened, the most telling first.
    pub hints: Vec<usize>,
    pub how: Option<usize>,
    pub basis: Option<usize>,
    pub earnings: Option<usize>,
    pub rolled_over: Option<usize>,
    pub rolled_over_on: Option<usize>,
    pub account: Option<usize>,
    pub confirmation: Option<usize>,
    pub plan: Option<usize>,
    /// How many columns the header names; none without a header.
    pub named: Option<usize>,
}

// Names in small letters without anything between them, the preferred first.
const DATE: &[&str] = &[
    "date",
    "tradedate",
    "transactiondate",
    "contributiondate",
    "effectivedate",
    "posteddate",
    "postingdate",
    "postdate",
    "posted",
    "processdate",
    "processeddate",
    "activitydate",
    "rundate",
    "paydate",
    "payrolldate",
    "paycheckdate",
    "checkdate",
    "payday",
    "settlementdate",
    "asof",
    "asofdate",
    "valuationdate",
    "day",
];
const AFTER_TAX: &[&str] = &[
    "aftertax",
    "aftertaxamount",
    "aftertaxcontribution",
    "aftertaxcontributions",
    "aftertaxcontributionamount",
    "employeeaftertax",
    "employeeaftertaxcontribution",
    "employeeaftertaxcontributions",
    "eeaftertax",
    "voluntaryaftertax",
    "aftertax401k",
    "posttax",
    "posttaxcontribution",
];
const AMOUNT: &[&str] = &[
    "amount",
    "contributionamount",
    "transactionamount",
    "totalamount",
    "netamount",
    "cashamount",
    "dollaramount",
    "amountusd",
    "contribution",
    "contributions",
    "employeecontribution",
    "dollars",
    "usd",
    "sum",
    "total",
];
const BALANCE: &[&str] =
    &["balance", "endingbalance", "closingbalance", "accountbalance", "aftertaxbalance", "marketvalue", "value"];
const SOURCE: &[&str] = &[
    "source",
    "moneytype",
    "moneysource",
    "contributionsource",
    "sourcename",
    "contributiontype",
    "moneytypename",
    "sourcetype",
    "fundsource",
];
const HINTS: &[&str] = &[
    "kind",
    "activity",
    "activitytype",
    "transactiontype",
    "transaction",
    "type",
    "action",
    "category",
    "description",
    "transactiondescription",
    "details",
    "memo",
    "notes",
];
const CONFIRMATION: &[&str] =
    &["confirmation", "confirmationnumber", "confirmationno", "referencenumber", "reference", "transactionid"];

impl Columns {
    /// What a header names; nothing if this is no header.
    pub fn of_header(cells: &[Cell]) -> Option<Self> {
        let bare = |text: &str| text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
        let names: Vec<String> = cells.iter().map(|cell| bare(&cell.text)).collect();
        let place = |name: &&str| names.iter().position(|own| own == name);
        let first = |list: &[&str]| list.iter().find_map(place);
        let own = first(&["kind"]).is_some() && first(&["how"]).is_some() && first(&["planbasis"]).is_some();
        let after_tax = first(AFTER_TAX);
        let amount = after_tax.or_else(|| first(AMOUNT));
        Some(Self {
            date: first(DATE)?,
            amount: amount.or_else(|| first(BALANCE))?,
            after_tax: after_tax.is_some(),
            balances: amount.is_none(),
            own,
            source: first(SOURCE),
            hints: HINTS.iter().filter_map(place).collect(),
            how: first(&["how"]),
            basis: first(&["planbasis", "basis", "aftertaxbasis"]),
            earnings: first(&["planearnings", "taxableamount", "taxableearnings"]),
            rolled_over: first(&["rolledover"]),
            rolled_over_on: first(&["rolledoveron"]),
            // On a plan's site the account is the one that the money comes from.
            account: first(&["account"]).filter(|_| own),
            confirmation: first(CONFIRMATION),
            plan: first(&["plan", "planname"]),
            named: Some(names.len()),
        })
    }

    /// Without a header, the first cell that reads as a date and the first other that
    /// reads as money; nothing if a row has none of either. All other cells are words.
    fn found(row: &Row) -> Option<Self> {
        let date = row.cells.iter().position(|cell| cells::date(cell.text.trim()).is_some())?;
        let is_money = |place: &usize| *place != date && cells::money(row.text(*place)).is_ok();
        let amount = (0..row.cells.len()).find(is_money)?;
        let hints = (0..row.cells.len()).filter(|place| ![date, amount].contains(place)).collect();
        Some(Self { date, amount, hints, ..Self::default() })
    }
}

/// How a text is laid out, and how many rows stand before the first that counts. Nothing
/// if its beginning has neither a header nor a row with a date and an amount.
pub(super) fn layout(text: &str) -> Option<(Delimiter, Columns, usize)> {
    let text = text.get(..text.floor_char_boundary(LONGEST_BEGINNING)).unwrap_or_default();
    let header = |delimiter: Delimiter| {
        let mut rows = Rows::of(text, delimiter).take(LOOKED_AT).enumerate();
        rows.find_map(|(place, row)| Some((delimiter, Columns::of_header(&row.cells)?, place + 1)))
    };
    if let Some(layout) = Delimiter::ALL.into_iter().find_map(header) {
        return Some(layout);
    }
    let rows = |delimiter| Rows::of(text, delimiter).take(LOOKED_AT).map(move |row| joined(row, delimiter, None).0);
    let readable = |delimiter: &Delimiter| rows(*delimiter).filter(|row| Columns::found(row).is_some()).count();
    // Of those that read as many rows, the one that is tried first.
    let delimiter = Delimiter::ALL.into_iter().rev().max_by_key(readable)?;
    Some((delimiter, rows(delimiter).find_map(|row| Columns::found(&row))?, 0))
}

/// A row with the parts of a date or an amount joined that an unquoted comma has torn
/// apart, as in `Jan 15, 2026, 1,234.56`; and whether it is not clear if it was torn.
pub(super) fn joined(mut row: Row, delimiter: Delimiter, columns: Option<&Columns>) -> (Row, bool) {
    if delimiter != Delimiter::Comma {
        return (row, false);
    }
    let whole = row.cells.len();
    while row.cells.last().is_some_and(|cell| cell.text.trim().is_empty()) {
        row.cells.pop();
    }
    let blank = whole - row.cells.len();
    let named = columns.and_then(|columns| columns.named);
    let has_spare = |row: &Row| named.is_none_or(|named| row.cells.len() + blank > named);
    let places = match columns.filter(|_| named.is_some()) {
        Some(columns) => columns.date..columns.date + 1,
        None => 0..row.cells.len(),
    };
    for place in places {
        let year_follows = has_spare(&row) && bare(&row, place + 1).is_some_and(is_year);
        if year_follows && bare(&row, place).is_some_and(is_month_and_day) {
            join(&mut row, place, ", ");
        }
    }
    let amount = match columns {
        Some(columns) => Some(columns.amount),
        None => (0..row.cells.len()).find(|place| bare(&row, *place).is_some_and(begins_an_amount)),
    };
    let Some(amount) = amount.filter(|place| bare(&row, *place).is_some_and(begins_an_amount)) else {
        return (row, false);
    };
    let groups = (amount + 1..row.cells.len()).take_while(|place| bare(&row, *place).is_some_and(is_thousands)).count();
    let is_torn = match named {
        // Blank cells at the end may be the header's own, or stand beyond them.
        Some(named) => (0..=blank).any(|blank| row.cells.len() + blank == named + groups),
        None => row.cells.len() == amount + 1 + groups,
    };
    if is_torn {
        for _ in 0..groups {
            join(&mut row, amount, ",");
        }
    }
    (row, groups > 0 && !is_torn)
}

/// A cell's text, if it stood in no quotes.
fn bare(row: &Row, place: usize) -> Option<&str> {
    row.cells.get(place).filter(|cell| !cell.quoted).map(|cell| cell.text.as_str())
}

fn join(row: &mut Row, place: usize, between: &str) {
    if place + 1 < row.cells.len() {
        let next = row.cells.remove(place + 1);
        if let Some(cell) = row.cells.get_mut(place) {
            cell.text = format!("{}{between}{}", cell.text.trim_end(), next.text.trim_start());
        }
    }
}

/// `Jan 15`
fn is_month_and_day(text: &str) -> bool {
    cells::date(&format!("{}, 2024", text.trim())).is_some() && kinds::spaced(text).bytes().any(|byte| byte > b'9')
}

/// ` 2026`
fn is_year(text: &str) -> bool {
    let text = text.trim();
    text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// `$1`, with nothing after the digits.
fn begins_an_amount(text: &str) -> bool {
    let digits = text.trim_start().trim_start_matches(['$', '(', '-', '+', ' ']);
    (1..=3).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// `234` or `234.56`, with nothing before the digits.
fn is_thousands(text: &str) -> bool {
    let (whole, cents) = text.trim_end().trim_end_matches([')', '-']).split_once('.').unwrap_or((text.trim_end(), ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let whole = whole.trim_end_matches([')', '-']);
    whole.len() == 3 && digits(whole) && cents.len() <= 4 && digits(cents)
}
