//! What the columns of exports are called: names in small letters without anything between
//! them, the preferred first.

use super::kinds::{self, Source, spaced};

pub(super) const DATE: &[&str] = &[
    "date",
    "tradedate",
    "transactiondate",
    "contributiondate",
    "effectivedate",
    "posteddate",
    "postingdate",
    "postdate",
    "dateposted",
    "posted",
    "processdate",
    "processeddate",
    "activitydate",
    "rundate",
    "paydate",
    "payrolldate",
    "paycheckdate",
    "paymentdate",
    "checkdate",
    "datepaid",
    "payday",
    "settlementdate",
    "payperiodend",
    "payperiodenddate",
    "periodend",
    "periodenddate",
    "periodending",
    "asof",
    "asofdate",
    "valuationdate",
    "day",
];
pub(super) const AFTER_TAX: &[&str] = &[
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
pub(super) const AMOUNT: &[&str] = &[
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
    "employeeamount",
    "current",
    "currentamount",
    "currentperiod",
    "thisperiod",
    "amountthisperiod",
    "dollars",
    "usd",
    "sum",
    "total",
];
pub(super) const BALANCE: &[&str] =
    &["balance", "endingbalance", "closingbalance", "accountbalance", "aftertaxbalance", "marketvalue", "value"];
pub(super) const SOURCE: &[&str] = &[
    "source",
    "moneytype",
    "moneysource",
    "contributionsource",
    "sourcename",
    "contributiontype",
    "moneytypename",
    "moneysourcename",
    "sourcetype",
    "sourcedescription",
    "sourceofmoney",
    "plansource",
    "fundsource",
    "deduction",
    "deductionname",
    "deductiondescription",
    "deductioncode",
];
/// What happened, in words that a site has a list of.
pub(super) const ACTIVITY: &[&str] = &[
    "activity",
    "activitytype",
    "transactionactivity",
    "transactiontype",
    "transaction",
    "action",
    "eventtype",
    "event",
    "type",
];
/// Words about what happened, the most telling first.
pub(super) const HINTS: &[&str] = &[
    "kind",
    "activity",
    "activitytype",
    "transactionactivity",
    "transactiontype",
    "transaction",
    "eventtype",
    "event",
    "type",
    "action",
    "category",
    "description",
    "transactiondescription",
    "details",
    "memo",
    "notes",
];
pub(super) const CONFIRMATION: &[&str] =
    &["confirmation", "confirmationnumber", "confirmationno", "referencenumber", "reference", "transactionid"];
pub(super) const ACCOUNT: &[&str] = &["account", "accountname", "accountnumber", "accountno", "acct", "planaccount"];
/// What only the history of a whole account has: it lists other money as well.
pub(super) const OF_AN_ACCOUNT: &[&str] = &[
    "account",
    "accountname",
    "accountnumber",
    "investment",
    "investmentname",
    "investmentoption",
    "fund",
    "fundname",
    "security",
    "securityname",
    "symbol",
    "ticker",
    "cusip",
    "price",
    "shareprice",
    "unitprice",
    "unitshareprice",
    "quantity",
    "sharesunit",
];

/// A name as the lists above have it.
pub(super) fn bare(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
}

/// Whether a column adds up what other columns or other days hold: a year to date, a sum.
pub(super) fn is_running(name: &str) -> bool {
    const RUNNING: &[&str] = &[" ytd", " year to date", " to date ", " cumulative", " y t d "];
    let name = spaced(name);
    RUNNING.iter().any(|words| name.contains(words))
}

/// Whether a column holds the amounts of more than one kind of money.
pub(super) fn is_total(name: &str) -> bool {
    const TOTAL: &[&str] = &[" total", " deductions ", " gross", " net ", " sum "];
    let name = spaced(name);
    TOTAL.iter().any(|words| name.contains(words))
}

/// Which money a column is of, by its name, where each source has one of its own.
pub(super) fn source_of_column(name: &str) -> Source {
    const NO_AMOUNT: &[&str] =
        &[" balance", " percent", " rate ", " limit", " elect", " remaining", " unit", " share", " date ", " value"];
    let text = spaced(name);
    let is_amount = !NO_AMOUNT.iter().any(|words| text.contains(words)) && !name.contains('%');
    if !is_amount || is_running(name) || is_total(name) { Source::Unknown } else { kinds::source(name) }
}
