//! What the worksheet finds in the paychecks, each under a stable code.
//!
//! | code | finding |
//! |---|---|
//! | T01 | the year goes over the limit whatever is entered now |
//! | T02 | the present election, left as it is, goes over |
//! | T03 | no paycheck of the year can still be changed |
//! | T04 | single paychecks miss match, and no true-up makes it good |
//! | T05 | deferrals at other jobs: this payroll does not know of them |
//! | T06 | deferrals reach their limit before the last paycheck |
//! | T07 | it is not known whether a true-up comes: room is kept for it |
//! | T08 | deferrals spill over into after-tax money |
//! | T09 | it is not known how many days a change needs |
//! | T10 | so far: the stub's date or pay was taken from the calendar |
//! | T11 | pay passes what the plan may count, and the match stops |
//! | T12 | highly compensated: the ACP test may send after-tax money back |
//! | T13 | after-tax money is matched, and the match takes room as well |
//! | T14 | payroll may not stop at the limit by itself |
//! | T15 | the year has more paydays than usual |
//! | T16 | the match's rules are not known: the match to come is your figure |
//! | T17 | after-tax money waits until deferrals are at their limit |
//! | T18 | take-home pay is not entered, and little is left for taxes |
//! | T19 | the date by which to fill the room comes before any change can work |
//! | T20 | the plan cannot do it |
//! | T21 | nothing is deferred from the paychecks to come |
//! | T22 | a year-to-date figure is empty that the elections say cannot be |

use rust_decimal::Decimal;
use serde::Serialize;

use super::course::{Course, USUAL_LEAD_DAYS, lead_days};
use super::{Entry, Planned};
use crate::date::Date;
use crate::explain::{Finding, Severity};
use crate::law::{Citation, citations};
use crate::money::{Money, Overflow, RoundingStrategy};
use crate::record::{Answer, MatchTiming};
use crate::worksheets::feasibility::Feasibility;
use crate::worksheets::year::paychecks::usual_count;

/// The code of a finding; the module's table says what each stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Code {
    /// Over the limit whatever is entered now.
    #[serde(rename = "T01")]
    OverWhatever,
    /// The present election goes over.
    #[serde(rename = "T02")]
    PresentGoesOver,
    /// Nothing can be changed any more.
    #[serde(rename = "T03")]
    TooLate,
    /// Match is missed for good.
    #[serde(rename = "T04")]
    MatchLost,
    /// Payroll does not know of deferrals elsewhere.
    #[serde(rename = "T05")]
    DeferralsElsewhere,
    /// Deferrals stop early.
    #[serde(rename = "T06")]
    DeferralsStop,
    /// A true-up may come.
    #[serde(rename = "T07")]
    TrueUpOpen,
    /// Deferrals spill over.
    #[serde(rename = "T08")]
    Spillover,
    /// The lead time is not known.
    #[serde(rename = "T09")]
    LeadTimeOpen,
    /// Figures so far were taken from the calendar.
    #[serde(rename = "T10")]
    SoFarAssumed,
    /// Pay passes what the plan may count.
    #[serde(rename = "T11")]
    PayLimitPassed,
    /// The ACP test may send money back.
    #[serde(rename = "T12")]
    AcpTest,
    /// After-tax money is matched.
    #[serde(rename = "T13")]
    AfterTaxMatched,
    /// Payroll may not stop by itself.
    #[serde(rename = "T14")]
    PayrollMayNotStop,
    /// More paydays than usual.
    #[serde(rename = "T15")]
    MorePaydays,
    /// The match's rules are not known.
    #[serde(rename = "T16")]
    MatchOpen,
    /// After-tax money waits for deferrals.
    #[serde(rename = "T17")]
    DeferralsFirst,
    /// Taxes come out of a paycheck first.
    #[serde(rename = "T18")]
    TaxesFirst,
    /// The date is too early.
    #[serde(rename = "T19")]
    DateTooEarly,
    /// The plan cannot do it.
    #[serde(rename = "T20")]
    PlanCannot,
    /// Nothing is deferred any more.
    #[serde(rename = "T21")]
    NothingDeferred,
    /// A year-to-date figure is missing.
    #[serde(rename = "T22")]
    SoFarMissing,
}

struct Findings(Vec<Finding<Code>>);

impl Findings {
    fn add(&mut self, code: Code, severity: Severity, citation: Citation, title: impl Into<String>, text: String) {
        let place = self.0.partition_point(|finding| finding.severity <= severity);
        self.0.insert(place, Finding { code, severity, title: title.into(), text, citation, readings: Vec::new() });
    }
}

pub(super) fn findings(planned: &Planned, entries: &[Entry], today: Date) -> Result<Vec<Finding<Code>>, Overflow> {
    let mut found = Findings(Vec::new());
    if let Some(why) = Feasibility::of(&planned.course.entry.plan).stopped() {
        found.add(
            Code::PlanCannot,
            Severity::Problem,
            citations::PLAN_DOCUMENT,
            "This plan cannot do it",
            format!("{why} Enter no after-tax election before that is cleared up."),
        );
    }
    over(planned, &mut found)?;
    missing(planned, &mut found)?;
    deferrals(planned, &mut found)?;
    employer_match(planned, &mut found)?;
    of_the_plan(planned, &mut found)?;
    assumptions(planned, entries, today, &mut found);
    Ok(found.0)
}

fn over(planned: &Planned, found: &mut Findings) -> Result<(), Overflow> {
    let course = &planned.course;
    let over = planned.over()?;
    let year = planned.limits.year;
    if over.is_positive() {
        let limit = if planned.over_by_law()? {
            format!("the limit of {year}")
        } else {
            "your plan’s own cap on after-tax money".to_owned()
        };
        found.add(
            Code::OverWhatever,
            Severity::Problem,
            citations::CORRECTION,
            "Too much goes in, whatever you enter now",
            format!(
                "{over} goes over {limit}. Enter zero at once, and tell the plan administrator: what cannot be stopped any more only the plan can pay back. The Room worksheet has the words."
            ),
        );
        return Ok(());
    }
    // Left as it is: the present election on every paycheck to come.
    let present = course.left_as_it_is()?;
    let beyond = present.minus(planned.left.room)?;
    if beyond.is_positive() {
        found.add(
            Code::PresentGoesOver,
            Severity::Problem,
            citations::ANNUAL_ADDITIONS,
            "Your present election goes over if you leave it",
            format!(
                "At {} on every paycheck to come, {present} would go in, {beyond} more than the {} that fits. Make the change below in time.",
                course.entry.payroll.after_tax, planned.left.room
            ),
        );
    }
    if !course.paychecks.to_come.is_empty() && course.start >= course.paychecks.to_come.len() {
        found.add(
            Code::TooLate,
            Severity::Attention,
            citations::PLAN_DOCUMENT,
            format!("No paycheck of {year} can be changed any more"),
            format!(
                "A change needs {} days, and the last payday is {}. Ask payroll whether it takes a late change; otherwise start with the first paycheck of the next year.",
                lead_days(&course.entry),
                course.paychecks.to_come.last().map(|check| check.date.long()).unwrap_or_default()
            ),
        );
    }
    found.add(
        Code::PayrollMayNotStop,
        Severity::Note,
        citations::ANNUAL_ADDITIONS,
        "Do not count on payroll to stop you",
        "Payroll stops deferrals at their own limit. Many do not stop after-tax money at the limit on the total, least of all with money from another source. This plan stays under it by itself.".to_owned(),
    );
    Ok(())
}

/// Figures left empty that would make the room too large.
fn missing(planned: &Planned, found: &mut Findings) -> Result<(), Overflow> {
    let course = &planned.course;
    let (payroll, money) = (&course.entry.payroll, &course.entry.contributions);
    let deferred = money.deferrals()?.so_far;
    let defers = !payroll.pre_tax.is_nothing() || !payroll.roth.is_nothing();
    if !defers && deferred < course.paychecks.deferral_limit && !course.paychecks.to_come.is_empty() {
        found.add(
            Code::NothingDeferred,
            Severity::Attention,
            citations::PLAN_DEFERRALS,
            "Nothing is deferred from the paychecks to come",
            "No deferral election is entered, so all of the room goes to after-tax money. If you do defer, enter how much; deferrals take room as well.".to_owned(),
        );
    }
    if course.paychecks.last_stub.is_none() {
        return Ok(());
    }
    let matched = course.entry.plan.matching.offered == Answer::Yes && (defers || deferred.is_positive());
    let empty: Vec<&str> = [
        (defers && deferred == Money::ZERO, "deferrals"),
        (matched && money.employer_match.so_far == Money::ZERO, "match"),
        (!payroll.after_tax.is_nothing() && money.after_tax == Money::ZERO, "after-tax contributions"),
    ]
    .into_iter()
    .filter_map(|(is_empty, name)| is_empty.then_some(name))
    .collect();
    if !empty.is_empty() {
        found.add(
            Code::SoFarMissing,
            Severity::Attention,
            citations::PAY_STUB,
            "A year-to-date figure may be missing",
            format!(
                "Paychecks of this year are paid, but no {} so far are entered. What is missing there would be planned a second time, and go over the limit. Enter the year-to-date figures of your latest stub; if they really are nothing, all is well.",
                empty.join(", no ")
            ),
        );
    }
    Ok(())
}

fn deferrals(planned: &Planned, found: &mut Findings) -> Result<(), Overflow> {
    let course = &planned.course;
    let payroll = &course.entry.payroll;
    let excess = planned.left.excess_deferrals;
    let elsewhere = course.entry.other_jobs.iter().any(|job| job.deferrals.total().is_ok_and(Money::is_positive));
    if elsewhere && excess.is_positive() {
        found.add(
            Code::DeferralsElsewhere,
            Severity::Problem,
            citations::DEFERRALS_PER_PERSON,
            "This payroll does not know what you deferred at another job",
            format!(
                "Its own limit lets {excess} too much in over all jobs. Lower your deferral election so that no more than {} goes in here from now on, or give payroll your other year-to-date figure.",
                still_to_defer(planned)?
            ),
        );
    }
    let Some(stops) = course.deferrals_stop()? else { return Ok(()) };
    let advice = course.lasting_advice(&stops)?;
    let spill = Money::sum(course.paychecks.to_come.iter().map(|check| check.spillover))?;
    if spill.is_positive() {
        found.add(
            Code::Spillover,
            Severity::Attention,
            citations::PLAN_DOCUMENT,
            "Your deferrals spill over into after-tax money",
            format!(
                "Once deferrals reach their limit on {}, the same election goes on as after-tax money: {spill} by the end of the year. The plan below counts it.",
                stops.date.long()
            ),
        );
    }
    if stops.date < course.last_date() && !course.match_lost(&planned.brought.each)?.is_positive() {
        found.add(
            Code::DeferralsStop,
            Severity::Note,
            citations::PLAN_DEFERRALS,
            format!("Your deferrals are full on {}", stops.date.long()),
            format!(
                "At {} pre-tax and {} Roth a paycheck they reach {} then, and payroll stops them. From the next paycheck on, that much more of your pay is free.{advice}",
                payroll.pre_tax, payroll.roth, stops.limit
            ),
        );
    }
    Ok(())
}

/// What can still be deferred here without passing the person's own limit.
fn still_to_defer(planned: &Planned) -> Result<Money, Overflow> {
    let course = &planned.course;
    let to_come = Money::sum(course.paychecks.to_come.iter().map(|check| check.pre_tax))?
        .plus(Money::sum(course.paychecks.to_come.iter().map(|check| check.roth))?)?;
    Ok(to_come.minus(planned.left.excess_deferrals)?.or_zero())
}

fn employer_match(planned: &Planned, found: &mut Findings) -> Result<(), Overflow> {
    let course = &planned.course;
    let rules = &course.entry.plan.matching;
    let beyond = course.paychecks.match_beyond_paychecks;
    if rules.offered == Answer::Unknown {
        found.add(
            Code::MatchOpen,
            Severity::Attention,
            citations::PLAN_DOCUMENT,
            "The match’s rules are not entered",
            "The match to come is the figure in the Room worksheet. Enter the match in the Plan worksheet, and each paycheck’s match follows from it.".to_owned(),
        );
    }
    if rules.offered == Answer::Yes
        && rules.timing == MatchTiming::EachPaycheck
        && rules.true_up == Answer::Unknown
        && beyond.is_positive()
    {
        found.add(
            Code::TrueUpOpen,
            Severity::Attention,
            citations::AFTER_YEAR_END,
            "Ask whether there is a true-up",
            format!(
                "Your paychecks earn {beyond} less match than the year as a whole. A true-up would make it good after the year and count in this year’s limit, so {beyond} is kept free for it. If there is none, that match is lost and the room is larger."
            ),
        );
    }
    let lost = course.match_lost(&planned.brought.each)?;
    if lost.is_positive() {
        match_lost(course, lost, found)?;
    }
    if course.entry.plan.matching.matches_after_tax() {
        found.add(
            Code::AfterTaxMatched,
            Severity::Note,
            citations::ADDITIONS_DEFINED,
            "After-tax money is matched, and the match takes room as well",
            "Each after-tax dollar that earns match uses the limit twice: once itself, once by its match. Both are counted here.".to_owned(),
        );
    }
    let limit = planned.limits.pay_counted.value;
    let mut paid = course.paychecks.pay_so_far;
    for check in &course.paychecks.to_come {
        let before = paid;
        paid = paid.plus(check.pay)?;
        if rules.offered == Answer::Yes && before <= limit && paid > limit {
            found.add(
                Code::PayLimitPassed,
                Severity::Note,
                citations::PAY_COUNTED,
                format!("Your pay passes {limit} on {}", check.date.long()),
                "A plan may count no more pay than that in a year, so the match stops there. You can still defer and put in after-tax money.".to_owned(),
            );
        }
    }
    Ok(())
}

/// Match that single paychecks miss, with no true-up to make it good.
fn match_lost(course: &Course, lost: Money, found: &mut Findings) -> Result<(), Overflow> {
    let stops = course.deferrals_stop()?.filter(|stops| stops.date < course.last_date());
    let text = match stops {
        Some(stops) => format!(
            "The match is reckoned paycheck by paycheck, there is no true-up, and your deferrals stop on {}. A paycheck without deferrals earns no match on them.{}",
            stops.date.long(),
            course.lasting_advice(&stops)?
        ),
        None => "The match is reckoned paycheck by paycheck, there is no true-up, and some paychecks earn less than the year as a whole would. Check the match so far; if it is right, defer at least what the match counts from every paycheck.".to_owned(),
    };
    found.add(Code::MatchLost, Severity::Attention, citations::MATCH, format!("You lose {lost} of match"), text);
    Ok(())
}

fn of_the_plan(planned: &Planned, found: &mut Findings) -> Result<(), Overflow> {
    let course = &planned.course;
    let entry = &course.entry;
    if entry.highly_compensated == Answer::Yes {
        found.add(
            Code::AcpTest,
            Severity::Attention,
            citations::ACP_TEST,
            "Part of this may come back after the ACP test",
            "The plan compares match and after-tax money of the highly paid with that of all others. Ask HR how last year’s test came out before you put in the full amount: what is too much is paid back by March 15, with its earnings, which are taxable.".to_owned(),
        );
    }
    let waits =
        course.takes.iter().zip(&course.paychecks.to_come).any(|(takes, check)| !takes && check.takes_after_tax);
    if entry.plan.deferrals_first == Answer::Yes && waits {
        found.add(
            Code::DeferralsFirst,
            Severity::Note,
            citations::PLAN_DOCUMENT,
            "After-tax money starts once your deferrals are full",
            "Your plan takes none before. The paychecks up to then give nothing, whatever you enter.".to_owned(),
        );
    }
    match (entry.payroll.take_home, entry.payroll.least_take_home) {
        (Some(_), _) => {}
        (None, None) => taxes_first(planned, found)?,
        (None, Some(least)) => found.add(
            Code::TaxesFirst,
            Severity::Attention,
            citations::PAY_STUB,
            "Your least take-home pay does not count yet",
            format!("To keep {least}, the plan must know what you take home now: enter the take-home pay of your latest paycheck."),
        ),
    }
    if let Some(date) = planned.date_too_early() {
        found.add(
            Code::DateTooEarly,
            Severity::Attention,
            citations::PLAN_DOCUMENT,
            "No change can work by your date",
            format!("A new election works on no paycheck up to {}. Choose a later date.", date.long()),
        );
    }
    let usual = usual_count(entry.payroll.cadence).and_then(|count| usize::try_from(count).ok());
    let count = course.paychecks.dates.len();
    if usual.is_some_and(|usual| count > usual) {
        let last = course.paychecks.dates.last().map(|date| date.long()).unwrap_or_default();
        found.add(
            Code::MorePaydays,
            Severity::Note,
            citations::PAY_415,
            format!("{} has {count} paydays", planned.limits.year),
            format!(
                "That is one more than usual; the last is {last}. Pay counts in the year in which it is paid, and a payday on a bank holiday is normally paid on the business day before."
            ),
        );
    }
    Ok(())
}

/// Income and Social Security taxes come out of a paycheck before after-tax money does.
fn taxes_first(planned: &Planned, found: &mut Findings) -> Result<(), Overflow> {
    // Under this share of pay left over, taxes alone may well take all of it.
    let needed = Decimal::new(35, 2);
    for (check, after_tax) in planned.course.paychecks.to_come.iter().zip(&planned.brought.each) {
        let left = check.pay.minus(check.deferral()?)?.minus(*after_tax)?;
        if after_tax.is_positive() && left < check.pay.times(needed, RoundingStrategy::ToZero)? {
            found.add(
                Code::TaxesFirst,
                Severity::Attention,
                citations::PAY_STUB,
                "Taxes come out of your paycheck first",
                format!(
                    "On {} only {left} of {} would be left for taxes and for you. Enter the take-home pay of your latest paycheck, and the plan stays within what is really there.",
                    check.date.long(),
                    check.pay
                ),
            );
            break;
        }
    }
    Ok(())
}

fn assumptions(planned: &Planned, entries: &[Entry], today: Date, found: &mut Findings) {
    let course = &planned.course;
    let paychecks = &course.paychecks;
    if course.entry.plan.change_lead_days.is_none() && (!entries.is_empty() || course.start > 0) {
        found.add(
            Code::LeadTimeOpen,
            Severity::Attention,
            citations::PLAN_DOCUMENT,
            "Ask how many days a change needs",
            format!(
                "Until you know, {USUAL_LEAD_DAYS} days are counted, and if the change works sooner it still does not go over. Enter the number in the Plan worksheet."
            ),
        );
    }
    if let Some(stub) = paychecks.last_stub.filter(|_| paychecks.stub_assumed || paychecks.pay_assumed) {
        let pay = if paychecks.pay_assumed {
            format!(" Gross pay so far is taken to be {}, from the calendar.", paychecks.pay_so_far)
        } else {
            String::new()
        };
        let date = if paychecks.stub_assumed && stub <= today {
            format!("The figures so far are taken to be those of the stub of {}.", stub.long())
        } else {
            String::new()
        };
        found.add(
            Code::SoFarAssumed,
            Severity::Note,
            citations::PAY_STUB,
            "Check what is taken as paid so far",
            format!("{date}{pay} Enter your stub’s own figures to be exact.").trim_start().to_owned(),
        );
    }
}
