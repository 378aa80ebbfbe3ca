//! What the worksheet finds in the ledger, each under a stable code.
//!
//! | code | finding |
//! |---|---|
//! | C01 | a conversion has no contributions before it |
//! | C02 | the plan's basis and earnings do not add up to the gross amount |
//! | C03 | the plan's basis is more than the ledger's contributions: rows are missing |
//! | C04 | the plan's basis differs from pro rata on a statement of the same day |
//! | C05 | without a statement's balance the growth is not known |
//! | C06 | the balance that a conversion goes by is old |
//! | C07 | the whole account is one pool, and little of each dollar is basis |
//! | C08 | it is not known whether the plan accounts for after-tax money apart |
//! | C09 | money waits too long (the guide's third common mistake) |
//! | C10 | the plan converts by itself, and has not |
//! | C11 | the plan's number of transfers a year is near, reached or passed |
//! | C12 | a conversion is under the plan's least amount |
//! | C13 | the money lost value: no deduction, and the basis stays |
//! | C14 | a conversion left a small rest |
//! | C15 | paid to you: the 60 days run |
//! | C16 | paid to you: the 60 days are missed, or the rollover came late |
//! | C17 | paid to you: 20% of the taxable part is withheld and must come from other money |
//! | C18 | paid to you: a part was kept |
//! | C19 | the IRA pro-rata rule does not apply (the guide's fourth common mistake) |
//! | C20 | entries are dated after today |
//! | C21 | a conversion went elsewhere than to the chosen landing spot |
//! | C22 | a conversion took a way that the plan's answers rule out |
//! | C23 | the pay stub has another total |
//! | C24 | the plan has another total |
//! | C25 | money of an earlier year counts in the year of its conversion |
//! | C26 | contributions are suspended after a withdrawal |
//! | C27 | a row seems to be entered twice |
//! | C28 | a conversion has no confirmation |

mod basis;
mod entries;
mod paid_out;
mod timing;

use serde::Serialize;

use super::case::Case;
use super::reconciliation::Check;
use super::waiting::Waiting;
use crate::date::Date;
use crate::explain::{Finding, Severity};
use crate::law::Citation;
use crate::money::Overflow;
use crate::worksheets::ledger::Distribution;

/// The code of a finding; the module's table says what each stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Code {
    /// No contributions before a conversion.
    #[serde(rename = "C01")]
    NothingContributed,
    /// The plan's figures do not add up.
    #[serde(rename = "C02")]
    PlanFiguresDoNotAddUp,
    /// Contributions are missing in the ledger.
    #[serde(rename = "C03")]
    RowsMissing,
    /// The plan reckons otherwise than pro rata.
    #[serde(rename = "C04")]
    NotProRata,
    /// No statement tells the growth.
    #[serde(rename = "C05")]
    GrowthUnknown,
    /// The statement is old.
    #[serde(rename = "C06")]
    OldStatement,
    /// One pool for the whole account.
    #[serde(rename = "C07")]
    WholeAccount,
    /// Not known whether it is.
    #[serde(rename = "C08")]
    AccountingOpen,
    /// Money waits too long.
    #[serde(rename = "C09")]
    WaitsTooLong,
    /// An automatic conversion has not happened.
    #[serde(rename = "C10")]
    AutomaticMissing,
    /// The plan's number of transfers.
    #[serde(rename = "C11")]
    TransfersUsed,
    /// Under the plan's least amount.
    #[serde(rename = "C12")]
    UnderLeast,
    /// Worth less than was paid in.
    #[serde(rename = "C13")]
    Loss,
    /// A rest stayed behind.
    #[serde(rename = "C14")]
    Rest,
    /// The 60 days run.
    #[serde(rename = "C15")]
    SixtyDaysOpen,
    /// The 60 days are over.
    #[serde(rename = "C16")]
    SixtyDaysMissed,
    /// Tax is withheld.
    #[serde(rename = "C17")]
    Withheld,
    /// A part was kept.
    #[serde(rename = "C18")]
    KeptPart,
    /// The rule for IRAs is none for plans.
    #[serde(rename = "C19")]
    IraRule,
    /// Dated after today.
    #[serde(rename = "C20")]
    Future,
    /// Elsewhere than chosen.
    #[serde(rename = "C21")]
    Elsewhere,
    /// A way that the plan has not.
    #[serde(rename = "C22")]
    RuledOut,
    /// The stub differs.
    #[serde(rename = "C23")]
    StubDiffers,
    /// The plan's total differs.
    #[serde(rename = "C24")]
    PlanDiffers,
    /// Money of an earlier year.
    #[serde(rename = "C25")]
    EarlierMoney,
    /// Contributions stop for a while.
    #[serde(rename = "C26")]
    Suspended,
    /// Entered twice.
    #[serde(rename = "C27")]
    Twice,
    /// No confirmation.
    #[serde(rename = "C28")]
    NoConfirmation,
}

/// What has been found so far, the gravest first.
pub(super) struct Findings(Vec<Finding<Code>>);

impl Findings {
    fn add(&mut self, code: Code, severity: Severity, citation: Citation, title: impl Into<String>, text: String) {
        let place = self.0.partition_point(|finding| finding.severity <= severity);
        self.0.insert(place, Finding { code, severity, title: title.into(), text, citation, readings: Vec::new() });
    }
}

pub(super) fn findings(case: &Case<'_>, checks: &[Check], waiting: &Waiting) -> Result<Vec<Finding<Code>>, Overflow> {
    let mut found = Findings(Vec::new());
    paid_out::findings(case, &mut found)?;
    basis::findings(case, waiting, &mut found)?;
    timing::findings(case, waiting, &mut found)?;
    entries::findings(case, checks, &mut found);
    Ok(found.0)
}

/// How many days are named before the rest is counted.
const NAMED_DAYS: usize = 3;

/// The days of some conversions in words: `March 6, 2026 and June 5, 2026`.
fn days_of<'a>(distributions: impl IntoIterator<Item = &'a Distribution>) -> Option<String> {
    named(distributions.into_iter().map(|made| made.entered.date))
}

fn named(dates: impl IntoIterator<Item = Date>) -> Option<String> {
    let mut days: Vec<Date> = dates.into_iter().collect();
    days.dedup();
    let more = days.len().saturating_sub(NAMED_DAYS);
    let mut words: Vec<String> = days.into_iter().take(NAMED_DAYS).map(Date::long).collect();
    if more > 0 {
        words.push(if more == 1 { "one more day".to_owned() } else { format!("{more} more days") });
    }
    let last = words.pop()?;
    Some(if words.is_empty() { last } else { format!("{} and {last}", words.join(", ")) })
}
