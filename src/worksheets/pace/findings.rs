//! What the worksheet finds in the paychecks.

use super::deferrals::{self, DeferralEntry, Deferrals, Gap, Lowering};
use super::left_out::{self, LeftOut};
use super::match_lost::{MatchCause, employer_match, pay_limit, unowed_loss};
use super::open_rules::{BonusTaken, HighestOfAll, MatchAbove, open_rules};
use super::payroll_plan::{MustChange, lead_days};
use super::take_home::{self, TakeHomeGap};
use super::unsure::{self, Threat, Unsure};
use super::{Advice, Case, Entry};
use crate::date::Date;
use crate::money::Money;
use crate::order;
use crate::percent::Percent;
use crate::record::{Answer, CountedPay, Election, MatchTiming};
use crate::worksheets::feasibility::{AcpTest, Feasibility, RefundDays};
use crate::worksheets::year::paychecks::{PayInDoubt, Paycheck, usual_count};

crate::findings! {
    /// What the worksheet finds in the paychecks.
    Finding,
    /// The code of a finding, stable over versions.
    Code {
        /// The year goes over the limit whatever is entered now.
        OverWhatever = "T01" { over: Money, posted: Money, year: i16, by_law: bool, preventable: Money },
        /// The present election, left as it is, goes over.
        PresentGoesOver = "T02" { election: Election, present: Money, beyond: Money, room: Money, earned: Money },
        /// No paycheck of the year can still be changed.
        TooLate = "T03" { year: i16, lead_days: u8, last: Date },
        /// Single paychecks miss match, and no true-up makes it good.
        MatchLost = "T04" { lost: Money, cause: MatchCause, advice: Option<Advice> },
        /// Deferrals at other jobs: this payroll does not know of them.
        DeferralsElsewhere = "T05" { excess: Money, still: Money, within: Option<DeferralEntry> },
        /// Deferrals reach their limit before the last paycheck.
        DeferralsStop = "T06" { date: Date, deferrals: Deferrals, limit: Money, lasting: Option<(Deferrals, Money)> },
        /// It is not known whether a true-up comes: room is kept for it.
        TrueUpOpen = "T07" { beyond: Money },
        /// Deferrals spill over into after-tax money.
        Spillover = "T08" { from: Date, amount: Money },
        /// It is not known how many days a change needs.
        LeadTimeOpen = "T09" { cost: Money },
        /// So far: the stub's date or pay was taken from the calendar.
        SoFarAssumed = "T10" { stub: Option<Date>, pay: Option<Money> },
        /// Pay passes what the plan may count, and the match stops.
        PayLimitPassed = "T11" { limit: Money, date: Date, above: CountedPay, ends: Answer },
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
        NothingDeferred = "T21" { left: Money },
        /// A year-to-date figure is empty that the elections say cannot be.
        SoFarMissing = "T22" { missing: Vec<YearToDate> },
        /// Deferrals and what spills over from them go over, and can still be lowered.
        LowerDeferrals = "T23" { over: Money, year: i16, by_law: bool, lowering: Lowering },
        /// A bonus that is not sure would go over while the planned election stands.
        UnsureBonus = "T24" { threats: Vec<Threat>, safe: Option<(Election, Date)> },
        /// A cap on a share of pay may be held paycheck by paycheck.
        CapByPaycheck = "T25" { above: Money, cap: Percent },
        /// Payroll may have left out an election.
        LeftOut = "T26" { left_out: LeftOut },
        /// Match so far is more than the formula gives: it may be last year's.
        MatchOfLastYear = "T27" { so_far: Money, by_formula: Money },
        /// Deferrals stay below their limit.
        DeferralsUnused = "T28" { unused: Money, advice: Option<Advice>, last: Option<DeferralEntry>, last_alone: bool, present: Deferrals },
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
        /// The election for bonuses takes more than taxes may leave.
        BonusElectionHigh = "T45" { bonus: BonusTaken },
        /// A planned election would go over if the change after it were missed.
        ChangeNotToMiss = "T46" { change: MustChange, year: i16 },
        /// More is planned than fits if a contested point of a 403(b) is against the person.
        BeyondAtWorst = "T48" { planned: Money, fits: Money, target: Money },
    }
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

impl Finding {
    /// What it is about in dollars, as far as it is: of two that matter alike, the one about
    /// more money comes first.
    fn weight(&self) -> Money {
        match self {
            Self::OverWhatever { over, .. } | Self::LowerDeferrals { over, .. } => *over,
            Self::PresentGoesOver { beyond, .. } | Self::TrueUpOpen { beyond } => *beyond,
            Self::MatchLost { lost, .. } => *lost,
            Self::DeferralsElsewhere { excess, .. } => *excess,
            Self::UnsureBonus { threats, .. } => threats.iter().map(|threat| threat.over).max().unwrap_or_default(),
            Self::CapByPaycheck { above, .. } => *above,
            Self::LeftOut { left_out } => left_out.owed(),
            Self::MatchOfLastYear { so_far, by_formula } => *so_far - *by_formula,
            Self::DeferralsUnused { advice, unused, .. } => {
                advice.as_ref().map_or(*unused, |advice| advice.more_match + advice.more_deferred)
            }
            Self::Spillover { amount, .. } => *amount,
            Self::LeadTimeOpen { cost } => *cost,
            Self::ChangeNotToMiss { change, .. } => change.over,
            Self::BeyondAtWorst { planned, fits, .. } => *planned - *fits,
            _ => Money::ZERO,
        }
    }
}

/// What the worksheet finds: the gravest is sorted to the front later, and of those alike the
/// one about more money comes first.
pub(super) fn findings(
    case: &Case,
    feasibility: Feasibility,
    entries: &[Entry],
    (gap, within): (Option<&Gap>, Option<DeferralEntry>),
    unsure: &[Unsure],
    cost_of_lead: Money,
) -> Vec<Finding> {
    let mut found = Vec::new();
    if feasibility.cause.is_some() {
        found.push(Finding::PlanCannot { feasibility });
    }
    over(case, unsure, &mut found);
    if feasibility.cause.is_none() && case.over() == Money::ZERO && case.lowering.is_none() {
        found.push(Finding::PayrollMayNotStop);
        let (planned, fits) = (case.outcome.total, case.left.at_worst);
        let target = case.plan.entry.contributions.after_tax + fits;
        found.extend((planned > fits).then_some(Finding::BeyondAtWorst { planned, fits, target }));
    }
    missing(case, &mut found);
    of_deferrals(case, gap, within, &mut found);
    employer_match(case, gap, &mut found);
    pay_limit(case, &mut found);
    plan_rules(case, &mut found);
    open_rules(case, &mut found);
    found.extend(take_home::gap(case).map(|gap| Finding::TaxesFirst { gap }));
    dates(case, &mut found);
    assumptions(case, entries, cost_of_lead, &mut found);
    order::sort_by_key(&mut found, |finding| std::cmp::Reverse(finding.weight()));
    found
}

fn over(case: &Case, unsure: &[Unsure], found: &mut Vec<Finding>) {
    let plan = &case.plan;
    let (over, preventable) = (case.over(), case.preventable());
    let (year, by_law) = (case.limits.year, case.over_by_law());
    if over.is_positive() {
        let posted = (case.left.posted - case.left.cap).or_zero().min(over);
        found.push(Finding::OverWhatever { over, posted, year, by_law, preventable });
        return;
    }
    if let Some(lowering) = &case.lowering {
        found.push(Finding::LowerDeferrals { over: preventable, year, by_law, lowering: lowering.clone() });
        return;
    }
    // Left as it is: the present election on every paycheck to come, with the match on it.
    let present = plan.outcome(&[]);
    let (earned, room) = (plan.earned(&present), case.left.room);
    let beyond = -plan.left(&[]);
    if beyond.is_positive() {
        let (election, present) = (plan.entry.payroll.after_tax, present.total);
        found.push(Finding::PresentGoesOver { election, present, beyond, room, earned });
    }
    if let Some(last) = plan.paychecks.to_come.last().filter(|_| !plan.changeable()) {
        found.push(Finding::TooLate { year, lead_days: lead_days(&plan.entry), last: last.date });
    }
    let threats = unsure::threats(plan, unsure, &case.elections());
    if !threats.is_empty() {
        let safe = unsure::safe(plan, unsure).zip(plan.date(plan.start));
        found.push(Finding::UnsureBonus { threats, safe });
    }
    let must_change = plan.must_change(&case.elections());
    found.extend(must_change.map(|change| Finding::ChangeNotToMiss { change, year }));
}

/// Figures left empty that would make the room too large.
fn missing(case: &Case, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    let (payroll, money) = (&plan.entry.payroll, &plan.entry.contributions);
    let deferred = money.deferrals().so_far;
    let defers = !payroll.pre_tax.is_nothing() || !payroll.roth.is_nothing();
    // Another job may have used up what one person can defer.
    let left = case.left.deferrals_left;
    if !defers && left.is_positive() && deferred < plan.paychecks.deferral_limit && !plan.paychecks.to_come.is_empty() {
        found.push(Finding::NothingDeferred { left });
    }
    if let Some(left_out) = left_out::left_out(plan, case.unused()) {
        found.push(Finding::LeftOut { left_out });
    }
    if let Some(by_formula) = left_out::match_above_formula(plan) {
        found.push(Finding::MatchOfLastYear { so_far: money.match_of_the_year().so_far, by_formula });
    }
    if plan.paychecks.last_stub.is_none() {
        return;
    }
    let rules = &plan.entry.plan.matching;
    let matched =
        rules.offered == Answer::Yes && rules.timing == MatchTiming::EachPaycheck && (defers || deferred.is_positive());
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

fn of_deferrals(case: &Case, gap: Option<&Gap>, within: Option<DeferralEntry>, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    // Where match is lost the same advice is given for it.
    let said = gap.is_some_and(|gap| gap.advice.is_some()) && unowed_loss(case).is_positive();
    if let Some(gap) = gap.filter(|gap| gap.unused >= Money::dollars(1) && !said) {
        let Gap { unused, advice, last } = gap.clone();
        let final_payday = plan.paychecks.to_come.last().map(|check| check.date);
        let last_alone = last.is_some_and(|last| Some(last.from) == final_payday);
        let present = Deferrals::present(&plan.entry);
        found.push(Finding::DeferralsUnused { unused, advice, last, last_alone, present });
    }
    let excess = case.left.excess_deferrals;
    let elsewhere = plan.entry.other_jobs.iter().any(|job| job.deferrals.total().is_positive());
    if elsewhere && excess.is_positive() {
        found.push(Finding::DeferralsElsewhere { excess, still: still_to_defer(case), within });
    }
    let Some(stop) = plan.deferral_stop() else { return };
    let spillover = plan.spillover();
    if spillover.is_positive() {
        found.push(Finding::Spillover { from: stop.date, amount: spillover });
    }
    if stop.is_early && !spillover.is_positive() && !plan.match_lost(&case.outcome.each).is_positive() {
        found.push(Finding::DeferralsStop {
            date: stop.date,
            deferrals: Deferrals::present(&plan.entry),
            limit: stop.limit,
            lasting: deferrals::lasting(case),
        });
    }
}

/// What can still be deferred here without passing the person's own limit.
fn still_to_defer(case: &Case) -> Money {
    let to_come: Money = case.plan.paychecks.to_come.iter().map(Paycheck::deferral).sum();
    (to_come - case.left.excess_deferrals).or_zero()
}

fn plan_rules(case: &Case, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    if plan.entry.highly_compensated == Answer::Yes && AcpTest::of(&plan.entry) == AcpTest::Applies {
        found.push(Finding::AcpTest { days: RefundDays::of(&plan.entry) });
    }
    if let Some((above, cap)) = left_out::above_cap_so_far(plan) {
        found.push(Finding::CapByPaycheck { above, cap });
    }
    let mut checks = plan.offers.iter().zip(&plan.paychecks.to_come);
    let waits = checks.any(|(offer, check)| !offer.takes && check.takes_after_tax);
    if plan.entry.plan.deferrals_first == Answer::Yes && waits {
        found.push(Finding::DeferralsFirst);
    }
}

fn dates(case: &Case, found: &mut Vec<Finding>) {
    found.extend(case.date_too_early().map(|date| Finding::DateTooEarly { date }));
    let dates = &case.plan.paychecks.dates;
    let usual = usual_count(case.plan.entry.payroll.cadence).and_then(|count| usize::try_from(count).ok());
    if let Some(last) = dates.last().filter(|_| usual.is_some_and(|usual| dates.len() > usual)) {
        found.push(Finding::MorePaydays { year: case.limits.year, count: dates.len(), last: *last });
    }
}

fn assumptions(case: &Case, entries: &[Entry], cost: Money, found: &mut Vec<Finding>) {
    let plan = &case.plan;
    let paychecks = &plan.paychecks;
    if plan.entry.plan.change_lead_days.is_none() && (!entries.is_empty() || plan.start > 0) {
        found.push(Finding::LeadTimeOpen { cost });
    }
    if let Some(stub) = paychecks.last_stub.filter(|_| paychecks.stub_assumed || paychecks.pay_assumed) {
        found.push(Finding::SoFarAssumed {
            stub: (paychecks.stub_assumed && stub <= case.today).then_some(stub),
            pay: paychecks.pay_assumed.then_some(paychecks.pay_so_far),
        });
    }
}
