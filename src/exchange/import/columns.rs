//! Which column is which: by the names in a header, or by what the first row holds.

use super::cells;
use crate::exchange::csv::{Cell, Row};

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
    pub fn found(row: &Row) -> Option<Self> {
        let date = row.cells.iter().position(|cell| cells::date(cell.text.trim()).is_some())?;
        let is_money = |place: &usize| *place != date && cells::money(row.text(*place)).is_ok();
        let amount = (0..row.cells.len()).find(is_money)?;
        let hints = (0..row.cells.len()).filter(|place| ![date, amount].contains(place)).collect();
        Some(Self { date, amount, hints, ..Self::default() })
    }
}
