//! The end of the worksheet: decision, rule, next action.

use super::case::Case;
use super::findings::Code;
use super::reconciliation::Check;
use super::waiting::Waiting;
use crate::date::Date;
use crate::explain::{Closing, Finding, Severity};
use crate::law::citations;
use crate::money::{Money, Overflow};
use crate::record::{Answer, Destination, Path, Spot, TransferTiming};
use crate::worksheets::ledger::PaidOut;

/// What the worksheet found, as far as its end goes by it.
pub(super) struct Found<'a> {
    pub waiting: &'a Waiting,
    pub converted: Money,
    pub taxable: Money,
    pub checks: &'a [Check],
    pub findings: &'a [Finding<Code>],
}

/// What to do, by when, and in which words.
struct Next {
    action: String,
    by: Option<Date>,
    words: Option<String>,
}

impl Next {
    fn only(action: impl Into<String>) -> Self {
        Self { action: action.into(), by: None, words: None }
    }
}

pub(super) fn closing(case: &Case<'_>, found: &Found<'_>) -> Result<Closing, Overflow> {
    let open = open_payment(case);
    let next = match &open {
        Some(paid) => Next {
            action: format!(
                "Put {} into a Roth IRA by {}, as a rollover from the plan, and enter here how much went in and when.",
                paid.left,
                paid.deadline.long()
            ),
            by: Some(paid.deadline),
            words: None,
        },
        None => next(case, found),
    };
    let mut decision = decision(case, found);
    if let Some(paid) = &open {
        decision = format!("{} was paid to you and is not in a Roth IRA yet. {decision}", paid.left);
    }
    Ok(Closing {
        decision,
        rule: rule(case),
        citations: vec![
            if case.entry.plan.separate_accounting == Answer::No {
                citations::ONE_POOL
            } else {
                citations::SEPARATE_CONTRACT
            },
            citations::PRO_RATA_PAYMENT,
            citations::CONVERSION_INCOME,
            citations::YEAR_OF_CONVERSION,
        ],
        next_action: next.action,
        by: next.by,
        words: next.words,
    })
}

/// Of payments to the person that still have time, the one whose time ends first.
fn open_payment(case: &Case<'_>) -> Option<PaidOut> {
    case.distributions.iter().filter_map(|made| made.paid_out).find(|paid| paid.is_open(case.today))
}

fn decision(case: &Case<'_>, found: &Found<'_>) -> String {
    let year = case.year();
    let Waiting { value, growth, since, days, .. } = found.waiting;
    let converted = if case.distributions.is_empty() {
        format!("Nothing was converted in {year}")
    } else {
        format!("{} was converted in {year}, of it {} taxable", found.converted, found.taxable)
    };
    if !found.waiting.any() {
        return if case.distributions.is_empty() {
            format!("{converted}, and nothing waits.")
        } else {
            format!("Everything is converted: {} in {year}, of it {} taxable.", found.converted, found.taxable)
        };
    }
    let Some(since) = since else {
        return format!("{value} of earnings waits, with no contributions left in it. {converted}.");
    };
    let known = found.waiting.plans.iter().any(|plan| plan.valued_on.is_some() || plan.whole_account);
    let earned = match (growth.is_positive(), found.waiting.loss.is_positive()) {
        (true, _) => format!("{growth} of it is growth"),
        (false, true) => format!("it is worth {} less than was paid in", found.waiting.loss),
        (false, false) if known => "no growth on it is known".to_owned(),
        (false, false) => "what it has earned no statement tells yet".to_owned(),
    };
    let since = since.long();
    if case.is_over() {
        format!("At the end of {year}, {value} had waited since {since}; {earned}. {converted}.")
    } else if *days == 0 {
        format!("{value} waits since today; {earned}. {converted}.")
    } else {
        let unit = if *days == 1 { "day" } else { "days" };
        format!("{value} has waited since {since}, {days} {unit}; {earned}. {converted}.")
    }
}

fn rule(case: &Case<'_>) -> String {
    let pool = if case.entry.plan.separate_accounting == Answer::No {
        "This plan keeps all its money in one pool, so a payment is basis only in the proportion of your after-tax contributions to the whole account."
    } else {
        "After-tax contributions and their earnings are a pool of their own. A payment out of it is basis in the proportion of basis to value on that day, and a payment of everything takes all basis along."
    };
    format!(
        "{pool} Basis was taxed before; the earnings are income of the calendar year in which they are converted, whenever the money was paid in. The plan’s own figures count where you entered them."
    )
}

fn next(case: &Case<'_>, found: &Found<'_>) -> Next {
    let (year, following) = (case.year(), case.year().saturating_add(1));
    if let Some(grave) = found.findings.iter().find(|finding| finding.severity == Severity::Problem) {
        return Next::only(format!(
            "First correct what stands under “{}”: the figures here depend on it.",
            grave.title
        ));
    }
    if found.waiting.any() && case.is_over() {
        return Next::only(format!("See the page of {following}: what was converted later counts in the later year."));
    }
    if found.waiting.any() {
        return convert(case, found);
    }
    if let Some(check) = found.checks.iter().find(|check| !check.agrees()) {
        return Next::only(format!("Find the difference between the ledger and the other count. {}", check.look));
    }
    let unconfirmed = case.distributions.iter().filter(|made| made.entered.confirmation.is_empty()).count();
    if unconfirmed > 0 {
        return Next::only("Save the confirmation of each conversion, and enter its number.");
    }
    if case.is_over() && case.distributions.is_empty() {
        return Next::only(format!("Nothing is left to do for {year}."));
    }
    if case.is_over() {
        return Next::only(format!(
            "Compare Form 1099-R of {year} with the figures here before you file: the Tax forms page does it box by box."
        ));
    }
    Next::only(format!(
        "After the next contribution, convert it and enter both here. What is converted by December 31, {year} counts in {year}, what comes later in {following}."
    ))
}

/// Money waits and can be converted.
fn convert(case: &Case<'_>, found: &Found<'_>) -> Next {
    let plan = &case.entry.plan;
    let (year, following) = (case.today.year(), case.today.year().saturating_add(1));
    let value = found.waiting.value;
    let made = case.own_distributions().count();
    if plan.transfers_per_year.map(usize::from).is_some_and(|limit| limit > 0 && made >= limit) {
        return Next {
            action: format!(
                "The plan’s conversions of {year} are used. Ask whether it makes one more; otherwise convert the {value} in the first days of January {following}, and it counts in {following}."
            ),
            by: Date::new(following, 1, 31).ok(),
            words: None,
        };
    }
    if let Some(least) = plan.least_transfer.filter(|least| value < *least) {
        return Next::only(format!(
            "The plan takes conversions from {least}. Convert as soon as {value} has grown to that by the next contributions."
        ));
    }
    let year_end = Date::year_end(year).unwrap_or(Date::LAST);
    let month_end = |month: u8| (28..=31).rev().find_map(|day| Date::new(year, month, day).ok());
    let (when, by) = match plan.transfer_timing {
        TransferTiming::Automatic => {
            ("The plan should convert it by itself. If it has not within a week, ask why", case.today.plus_days(7).ok())
        }
        TransferTiming::AnyDay => ("Ask the plan to convert it now", case.today.plus_days(7).ok()),
        TransferTiming::Monthly => ("Ask for the conversion of this month", month_end(case.today.month())),
        TransferTiming::Quarterly => {
            ("Ask for the conversion of this quarter", month_end(case.today.month().div_ceil(3) * 3))
        }
        TransferTiming::Yearly => ("Ask for the conversion of this year", Some(year_end)),
        TransferTiming::Unknown => {
            ("Ask the plan to convert it, and how soon after each contribution it does", Some(year_end))
        }
    };
    Next {
        action: format!(
            "{when}. To count in {year} it must be made by December 31, {year}; requests of the last days are often carried out in January. Then enter date, amount and confirmation here."
        ),
        by: by.map(|by| by.min(year_end)),
        words: Some(words(case, found.waiting)),
    }
}

/// The request to the plan's administrator. Nothing personal is in it but the amount.
fn words(case: &Case<'_>, waiting: &Waiting) -> String {
    let plan = &case.entry.plan;
    let chosen = case.chosen_by(case.today).map_or(Spot::Open, |landing| landing.spot);
    let to_ira = match (chosen, plan.destination, case.distributions.last().map(|made| made.entered.path)) {
        (Spot::RothIra, ..) | (Spot::Open, Destination::RothIra, _) => Some(true),
        (Spot::Roth401k, ..) | (Spot::Open, Destination::Roth401k, _) => Some(false),
        (Spot::Open, _, last) => last.map(|path| path != Path::InPlan),
    };
    let how = match to_ira {
        Some(true) => " to my Roth IRA, as a direct rollover made out to its provider and not to me",
        Some(false) => " to the plan’s Roth account, as an in-plan Roth rollover",
        None => " to Roth, by an in-plan Roth rollover or a direct rollover to my Roth IRA, whichever the plan allows",
    };
    let amount = if waiting.plans.iter().any(|plan| plan.whole_account) {
        format!("My after-tax contributions come to {} by my count.", waiting.basis)
    } else {
        format!("By my count that is about {}, of it {} contributions.", waiting.value, waiting.basis)
    };
    format!(
        "Subject: Conversion of my after-tax money\n\nPlease convert all of my after-tax (non-Roth) contributions with their earnings{how}. {amount}\n\nPlease confirm the date of the transfer, the gross amount, how much of it is after-tax contributions (basis) and how much is earnings, and how you will report it on Form 1099-R."
    )
}
