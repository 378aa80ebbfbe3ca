//! What the worksheet finds in the paychecks.

use rust_decimal::Decimal;

use super::open_rules::{HighestOfAll, MatchAbove, PayInDoubt, open_rules};
use super::payroll_plan::lead_days;
use super::{Case, Entry};
use crate::date::Date;
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, Election, MatchTiming};
use crate::worksheets::feasibility::{AcpTest, Feasibility, RefundDays};
use crate::worksheets::year::paychecks::{Paycheck, usual_count};

crate::findings! {
    /// What the worksheet finds in the paychecks.
    Finding,
    /// The code of a finding, stable over versions.
    Code {
        /// The year goes over the limit whatever is entered now.
        OverWhatever = "T01" { over: Money, year: i16, by_law: bool },
        /// The present election, left as it is, goes over.
        PresentGoesOver = "T02" { election: Election, present: Money, beyond: Money, room: Money },
        /// No paycheck of the year can still be changed.
        TooLate = "T03" { year: i16, lead_days: u8, last: Date },
        /// Single paychecks miss match, and no true-up makes it good.
        MatchLost = "T04" { lost: Money, deferrals_stop: Option<Date>, lasting: Option<Election> },
        /// Deferrals at other jobs: this payroll does not know of them.
        DeferralsElsewhere = "T05" { excess: Money, still: Money },
        /// Deferrals reach their limit before the last paycheck.
        DeferralsStop = "T06" { date: Date, pre_tax: Election, roth: Election, limit: Money, lasting: Option<Election> },
        /// It is not known whether a true-up comes: room is kept for it.
        TrueUpOpen = "T07" { beyond: Money },
        /// Deferrals spill over into after-tax money.
        Spillover = "T08" { from: Date, amount: Money },
        /// It is not known how many days a change needs.
        LeadTimeOpen = "T09",
        /// So far: the stub's date or pay was taken from the calendar.
        SoFarAssumed = "T10" { stub: Option<Date>, pay: Option<Money> },
        /// Pay passes what the plan may count, and the match stops.
        PayLimitPassed = "T11" { limit: Money, date: Date },
        /// Highly compensated: the ACP test may send after-tax money back.
        AcpTest = "T12" { days: Option<RefundDays> },
        /// After-tax money is matched, and the match takes room as well.
        AfterTaxMatched = "T13",
        /// Payroll may not stop at the limit by itself.
        PayrollMayNotStop = "T14",
        /// The year has more paydays than usual.
        MorePaydays = "T15" { year: i16, count: usize, last: Date },
        /// The match's rules are not known: the match to come is your figure.
        MatchOpen = "T16",
        /// After-tax money waits until deferrals are at their limit.
        DeferralsFirst = "T17",
        /// Take-home pay is not entered, and little is left for taxes.
        TaxesFirst = "T18" { gap: TakeHomeGap },
        /// The date by which to fill the room comes before any change can work.
        DateTooEarly = "T19" { date: Date },
        /// The plan cannot do it.
        PlanCannot = "T20" { feasibility: Feasibility },
        /// Nothing is deferred from the paychecks to come.
        NothingDeferred = "T21",
        /// A year-to-date figure is empty that the elections say cannot be.
        SoFarMissing = "T22" { missing: Vec<YearToDate> },
        /// It is not known how the match goes on above the pay that a plan may count.
        MatchAboveOpen = "T40" { above: MatchAbove },
        /// Only the most match of a year is known: room is kept for all of it.
        OnlyCapKnown = "T41" { cap: Money },
        /// All contributions end where pay passes what a plan may count.
        ContributionsEnd = "T42" { limit: Money, date: Date },
        /// It is not known whether the plan's percentages count some pay.
        EligiblePayOpen = "T43" { pay: PayInDoubt },
        /// It is not known whether the highest election covers all contributions.
        HighestElectionOpen = "T44" { highest: HighestOfAll },
    }
}

/// What is not known because take-home pay is not entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TakeHomeGap {
    /// The least to keep is entered, and nothing to hold it against.
    Least {
        /// The least to keep.
        least: Money,
    },
    /// On a paycheck, taxes alone may take all that is left.
    Taxes {
        /// The pay date.
        date: Date,
        /// Gross pay.
        pay: Money,
        /// What contributions leave of it.
        left: Money,
    },
}

/// A year-to-date figure of a pay stub.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum YearToDate {
    /// Elective deferrals.
    Deferrals,
    /// The employer's match.
    Match,
    /// After-tax contributions.
    AfterTax,
}

/// What the worksheet finds, in the order in which it is found.
pub(super) fn findings(case: &Case, entries: &[Entry], today: Date) -> Vec<Finding> {
    let mut found = Vec::new();
    let feasibility = Feasibility::of(&case.plan.entry.plan);
    if feasibility.cause.is_some() {
        found.push(Finding::PlanCannot { feasibility });
    }
    over(case, &mut found);
    missing(case, &mut found);
    deferrals(case, &mut found);
    employer_match(case, &mut found);
    pay_limit(case, &mut found);
    plan_rules(case, &mut found);
    open_rules(case, &mut found);
    take_home(case, &mut found);
    dates(case, &mut found);
    assumptions(case, entries, today, &mut found);
    found
}

fn over(case: &Case, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    let over = case.over();
    let year = case.limits.year;
    if over.is_positive() {
        found.push(Finding::OverWhatever { over, year, by_law: case.over_by_law() });
        return;
    }
    // Left as it is: the present election on every paycheck to come.
    let (present, room) = (plan.left_as_it_is(), case.left.room);
    let beyond = present - room;
    if beyond.is_positive() {
        found.push(Finding::PresentGoesOver { election: plan.entry.payroll.after_tax, present, beyond, room });
    }
    if let Some(last) = plan.paychecks.to_come.last().filter(|_| !plan.changeable()) {
        found.push(Finding::TooLate { year, lead_days: lead_days(&plan.entry), last: last.date });
    }
    found.push(Finding::PayrollMayNotStop);
}

/// Figures left empty that would make the room too large.
fn missing(case: &Case, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    let (payroll, money) = (&plan.entry.payroll, &plan.entry.contributions);
    let deferred = money.deferrals().so_far;
    let defers = !payroll.pre_tax.is_nothing() || !payroll.roth.is_nothing();
    if !defers && deferred < plan.paychecks.deferral_limit && !plan.paychecks.to_come.is_empty() {
        found.push(Finding::NothingDeferred);
    }
    if plan.paychecks.last_stub.is_none() {
        return;
    }
    let matched = plan.entry.plan.matching.offered == Answer::Yes && (defers || deferred.is_positive());
    let missing: Vec<YearToDate> = [
        (defers && deferred == Money::ZERO, YearToDate::Deferrals),
        (matched && money.employer_match.so_far == Money::ZERO, YearToDate::Match),
        (!payroll.after_tax.is_nothing() && money.after_tax == Money::ZERO, YearToDate::AfterTax),
    ]
    .into_iter()
    .filter_map(|(is_missing, figure)| is_missing.then_some(figure))
    .collect();
    if !missing.is_empty() {
        found.push(Finding::SoFarMissing { missing });
    }
}

fn deferrals(case: &Case, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    let payroll = &plan.entry.payroll;
    let excess = case.left.excess_deferrals;
    let elsewhere = plan.entry.other_jobs.iter().any(|job| job.deferrals.total().is_positive());
    if elsewhere && excess.is_positive() {
        found.push(Finding::DeferralsElsewhere { excess, still: still_to_defer(case) });
    }
    let Some(stop) = plan.deferral_stop() else { return };
    let spillover = plan.spillover();
    if spillover.is_positive() {
        found.push(Finding::Spillover { from: stop.date, amount: spillover });
    }
    if stop.is_early && !plan.match_lost(&case.outcome.each).is_positive() {
        found.push(Finding::DeferralsStop {
            date: stop.date,
            pre_tax: payroll.pre_tax,
            roth: payroll.roth,
            limit: stop.limit,
            lasting: stop.lasting,
        });
    }
}

/// What can still be deferred here without passing the person's own limit.
fn still_to_defer(case: &Case) -> Money {
    let to_come: Money = case.plan.paychecks.to_come.iter().map(Paycheck::deferral).sum();
    (to_come - case.left.excess_deferrals).or_zero()
}

fn employer_match(case: &Case, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    let rules = &plan.entry.plan.matching;
    if rules.is_open() {
        found.push(Finding::MatchOpen);
    }
    let beyond = plan.paychecks.match_beyond_paychecks;
    if rules.offered == Answer::Yes
        && rules.timing == MatchTiming::EachPaycheck
        && rules.true_up == Answer::Unknown
        && beyond.is_positive()
    {
        found.push(Finding::TrueUpOpen { beyond });
    }
    let lost = plan.match_lost(&case.outcome.each);
    if lost.is_positive() {
        let stop = plan.deferral_stop().filter(|stop| stop.is_early);
        found.push(Finding::MatchLost {
            lost,
            deferrals_stop: stop.as_ref().map(|stop| stop.date),
            lasting: stop.and_then(|stop| stop.lasting),
        });
    }
    if rules.matches_after_tax() {
        found.push(Finding::AfterTaxMatched);
    }
}

/// The paycheck on which pay passes what the plan may count.
fn pay_limit(case: &Case, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    let limit = case.limits.pay_counted.value;
    let mut paid = plan.paychecks.pay_so_far;
    for check in &plan.paychecks.to_come {
        let before = paid;
        paid += check.pay;
        if plan.entry.plan.matching.offered == Answer::Yes && before <= limit && paid > limit {
            found.push(Finding::PayLimitPassed { limit, date: check.date });
        }
    }
}

fn plan_rules(case: &Case, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    if plan.entry.highly_compensated == Answer::Yes && AcpTest::of(&plan.entry) == AcpTest::Applies {
        found.push(Finding::AcpTest { days: RefundDays::of(&plan.entry) });
    }
    let mut checks = plan.offers.iter().zip(&plan.paychecks.to_come);
    let waits = checks.any(|(offer, check)| !offer.takes && check.takes_after_tax);
    if plan.entry.plan.deferrals_first == Answer::Yes && waits {
        found.push(Finding::DeferralsFirst);
    }
}

/// What cannot be held within take-home pay because it is not entered.
fn take_home(case: &Case, found: &mut Vec<Finding>) {
    let payroll = &case.plan.entry.payroll;
    let gap = match (payroll.take_home, payroll.least_take_home) {
        (Some(_), _) => None,
        (None, Some(least)) => Some(TakeHomeGap::Least { least }),
        (None, None) => taxes_first(case),
    };
    found.extend(gap.map(|gap| Finding::TaxesFirst { gap }));
}

/// Income and Social Security taxes come out of a paycheck before after-tax money does.
fn taxes_first(case: &Case) -> Option<TakeHomeGap> {
    // Under this share of pay left over, taxes alone may well take all of it.
    let needed = Decimal::new(35, 2);
    for (check, after_tax) in case.plan.paychecks.to_come.iter().zip(&case.outcome.each) {
        let left = check.pay - check.deferral() - *after_tax;
        if after_tax.is_positive() && left < check.pay.times(needed, RoundingStrategy::ToZero) {
            return Some(TakeHomeGap::Taxes { date: check.date, pay: check.pay, left });
        }
    }
    None
}

fn dates(case: &Case, found: &mut Vec<Finding>) {
    found.extend(case.date_too_early().map(|date| Finding::DateTooEarly { date }));
    let dates = &case.plan.paychecks.dates;
    let usual = usual_count(case.plan.entry.payroll.cadence).and_then(|count| usize::try_from(count).ok());
    if let Some(last) = dates.last().filter(|_| usual.is_some_and(|usual| dates.len() > usual)) {
        found.push(Finding::MorePaydays { year: case.limits.year, count: dates.len(), last: *last });
    }
}

fn assumptions(case: &Case, entries: &[Entry], today: Date, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    let paychecks = &plan.paychecks;
    if plan.entry.plan.change_lead_days.is_none() && (!entries.is_empty() || plan.start > 0) {
        found.push(Finding::LeadTimeOpen);
    }
    if let Some(stub) = paychecks.last_stub.filter(|_| paychecks.stub_assumed || paychecks.pay_assumed) {
        found.push(Finding::SoFarAssumed {
            stub: (paychecks.stub_assumed && stub <= today).then_some(stub),
            pay: paychecks.pay_assumed.then_some(paychecks.pay_so_far),
        });
    }
}
