//! What the worksheet finds in a person's figures. How each finding reads is in `words`.

use super::closing::{month_open, runs_the_plan};
use super::doubts::dollars;
use super::{Case, MatchDrawn, Open, StillToCome, additions, catch_up, other_jobs};
use crate::date::Date;
use crate::explain::Found;
use crate::findings;
use crate::law::limits::FIFTEEN_YEARS;
use crate::law::{Citation, Standing};
use crate::money::Money;
use crate::record::{Answer, LimitationYearKind, PlanKind};
use crate::worksheets::feasibility::{self as plan, Cause};
use crate::worksheets::year::paychecks::{Matcher, Practice};

findings! {
    /// What the worksheet can find.
    Finding,
    /// The code of a finding, stable over versions.
    Code {
        /// Annual additions exceed the limit.
        OverLimit = "R01" { used: Money, limit: Money, over: Money, certain: Money, posted: Money, may_be_catch_up: Money, if_short: bool, by_owner: bool },
        /// Deferrals exceed the limit per person.
        ExcessDeferrals = "R02" { year: i16, excess: Money, certain: Money, posted: Money, unless: Unless, here: bool, several: bool, room_if_returned: Money },
        /// Deferrals exceed the plan's own limit and are no catch-up.
        OverPlanDeferralLimit = "R03" { over: Money, limit: Money },
        /// Deferrals exceed pay.
        DeferralsExceedPay = "R04" { pay: Money, so_far: bool, by_calendar: bool },
        /// Catch-up must be Roth, and too little of it is.
        CatchUpNotRoth = "R05" { wages_of: i16, threshold: Money, catch_up: Money, roth: Money },
        /// Catch-up must be Roth, and the plan takes no Roth deferrals.
        NoRothNoCatchUp = "R06" { wages_of: i16, threshold: Money, limit: Money },
        /// Catch-up must be Roth, and is.
        CatchUpIsRoth = "R07" { wages_of: i16, threshold: Money, catch_up: Money, roth: Money, deemed: Money },
        /// Last year's box 3 wages are needed to know whether catch-up must be Roth.
        PriorWagesNeeded = "R08" { wages_of: i16, threshold: Money, has_catch_up: bool, owner: bool },
        /// The plan may offer the higher catch-up for ages 60 to 63: ask.
        HigherCatchUpOpen = "R09" { age: i16, higher: Money, used_here: Money, deferred: Money, above: bool },
        /// Pay, not the dollar limit, sets the limit.
        PaySetsLimit = "R10" { pay: Money },
        /// Pay left is less than the room.
        PayCannotFill = "R11" { pay_left: Money, room: Money },
        /// The plan's own cap is lower than the law's room.
        PlanCap = "R12" { by_law: Money, room: Money, cap: String },
        /// Unused catch-up might make more room (contested).
        UnusedCatchUp = "R13" { room: Money, room_with_it: Money, must_be_roth: bool },
        /// Another, unrelated job has a limit of its own.
        UnrelatedJob = "R14" { job: String, left: Money, catch_up_left: Money },
        /// Related employers share one limit.
        RelatedJob = "R15" { job: String },
        /// A 403(b) and the person's own business share one limit (contested).
        JoinedPlan = "R16" { joined: Money, room: Money, room_if_own_only: Money },
        /// Deferrals above the limit per person still use this plan's room.
        CatchUpElsewhere = "R17" { above: Money, limit: Money, here: Money },
        /// An employer dollar costs a self-employed person two (contested).
        EmployerDollarCostsTwo = "R18" { room: Money, room_if_once: Money },
        /// Employer money exceeds what a self-employed person may put in.
        OverEmployerShare = "R19" { employer: Money, most: Money },
        /// The limitation year is short.
        ShortYear = "R20" { months: u8, open: bool, pay_counted: Money },
        /// The limits are not official.
        NotOfficial = "R21" { year: i16, standing: Standing, source: Citation },
        /// A 403(b) may let in more deferrals after 15 years of service: ask.
        FifteenYearsOpen = "R22" { most: Money, above: Money },
        /// The plan cannot do it, so the room is the law's only.
        PlanCannot = "R23" { cause: Cause, outside: bool },
        /// Pre-tax deferrals stop at the limit unless the plan turns catch-up into Roth.
        PreTaxStops = "R24" { wages_of: i16, threshold: Money, limit: Money, refused: Money, known: bool },
        /// More after-tax money is in than the plan's own cap.
        OverPlanCap = "R25" { over: Money },
        /// Still to come is empty: what may come, and the room that would be left.
        StillToComeEmpty = "R26" { still: StillToCome },
        /// After-tax contributions draw match, which uses the same room.
        MatchDrawnToo = "R27" { drawn: MatchDrawn },
        /// More match is in than its formula gives so far: part of it may be last year's.
        MatchOfLastYear = "R28" { so_far: Money, formula: Money, last_year: i16 },
        /// Another employer's 403(b) may share this 403(b)'s limit (contested).
        Another403b = "R29" { job: String, room: Money, room_if_joined: Option<Money>, left: Money },
        /// Deferrals under the 15-year rule use the room.
        FifteenYearsUsed = "R30" { amount: Money },
        /// The limitation year is not the calendar year.
        OtherLimitationYear = "R31" { year: i16, last: Option<Date>, ended: bool },
        /// Whether the plan can do it is not known.
        AskFirst = "R32" { open: plan::Open },
        /// The present elections put in more after-tax money than fits.
        BeyondTheRoom = "R33" { beyond: Money, room: Money },
        /// Employer money exceeds what an owner's corporation may deduct on these wages.
        OverShareOfWages = "R38" { employer: Money, most: Money },
        /// What the sheet of another job claims of the limits that it shares with this one.
        ClaimedElsewhere = "R39" { job: String, deferrals: Money, additions: Option<Money> },
    }
}

/// What would let in deferrals that are above the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unless {
    /// Nothing that is open.
    Nothing,
    /// The higher catch-up for ages 60 to 63.
    HigherCatchUp,
    /// The 15-year rule of a 403(b).
    FifteenYears,
}

pub(super) fn findings(case: &Case<'_>, open: &Open<'_>) -> Vec<Found<Finding>> {
    let mut found = Vec::new();
    let outside = open.feasibility.outside_the_limit();
    let is_outside = outside.is_some();
    found.extend(open.feasibility.cause.map(|cause| Finding::PlanCannot { cause, outside: is_outside }));
    if is_outside {
        // Of the limits on this page only that on deferrals applies to a SIMPLE IRA.
        if outside == Some(plan::Barred::SimpleIra) {
            deferrals(case, open, &mut found);
        }
        return Found::sorted(found);
    }
    plan_and_year(case, &mut found);
    limit(case, open, &mut found);
    // Where nothing is left, nothing is to be kept free.
    let still = open.still_to_come.filter(|_| case.room.value.is_positive() && open.feasibility.cause.is_none());
    found.extend(still.map(|still| Finding::StillToComeEmpty { still }));
    room(case, open, &mut found);
    catch_up::higher_catch_up(case, &mut found);
    deferrals(case, open, &mut found);
    found.extend(catch_up::roth_catch_up(case));
    found.extend(catch_up::pre_tax_stops(case));
    if open.feasibility.cause.is_none() && case.over.value == Money::ZERO {
        catch_up::unused_catch_up(case, &mut found);
    }
    other_jobs::other_jobs(case, &mut found);
    found.extend(open.sheets.iter().map(other_jobs::claimed));
    own_business(case, &mut found);
    found.extend(match_of_last_year(case));
    found.extend(open.feasibility.open.map(|open| Finding::AskFirst { open }));
    Found::sorted(found)
}

fn limit(case: &Case<'_>, open: &Open<'_>, found: &mut Vec<Finding>) {
    let over = case.over.value;
    if over.is_positive() {
        let (used, limit) = case.used_and_limit();
        let may_be_catch_up = open.doubts.by_catch_up;
        let (certain, if_short) = (open.doubts.certain_over(case), open.doubts.by_whole_year.is_positive());
        let posted = case.over_posted;
        let by_owner = runs_the_plan(case);
        found.push(Finding::OverLimit { used, limit, over, certain, posted, may_be_catch_up, if_short, by_owner });
    }
    let pay = case.pay.with_related;
    if pay < dollars(case) {
        found.push(Finding::PaySetsLimit { pay });
    }
}

fn room(case: &Case<'_>, open: &Open<'_>, found: &mut Vec<Finding>) {
    let (by_law, room) = (case.room_by_law.value, case.room.value);
    if case.room_within_pay < room {
        found.push(Finding::PayCannotFill { pay_left: case.pay_left, room });
    }
    found.extend(open.beyond_the_room.map(|beyond| Finding::BeyondTheRoom { beyond, room }));
    found.extend(open.match_drawn.map(|drawn| Finding::MatchDrawnToo { drawn }));
    let binding = case.plan_caps.iter().min_by_key(|cap| cap.value);
    if room < by_law {
        found.push(Finding::PlanCap { by_law, room, cap: binding.map(|cap| cap.label.clone()).unwrap_or_default() });
    }
    let over = binding.map_or(Money::ZERO, |cap| (-cap.value).or_zero().min(case.entry.contributions.after_tax));
    if over.is_positive() {
        found.push(Finding::OverPlanCap { over });
    }
}

fn deferrals(case: &Case<'_>, open: &Open<'_>, found: &mut Vec<Finding>) {
    let deferrals = &case.deferrals;
    let excess = deferrals.excess.value;
    if excess.is_positive() {
        let here = deferrals.here.total();
        found.push(Finding::ExcessDeferrals {
            year: case.limits.year,
            excess,
            certain: open.doubts.certain_excess(case),
            posted: case.excess_posted(),
            unless: if open.doubts.by_higher_catch_up.is_positive() {
                Unless::HigherCatchUp
            } else if open.doubts.by_fifteen_years.is_positive() {
                Unless::FifteenYears
            } else {
                Unless::Nothing
            },
            here: here.is_positive(),
            several: deferrals.everywhere > here,
            room_if_returned: case.room_if_excess_returned,
        });
    }
    let over = deferrals.over_plan_limit;
    if over.is_positive() {
        found.push(Finding::OverPlanDeferralLimit { over, limit: deferrals.limit_here });
    }
    if case.deferrals_beyond_pay().is_positive() {
        let (pay, so_far) = case.paychecks.map_or((case.pay.here, false), |paychecks| (paychecks.pay_so_far, true));
        let by_calendar = case.paychecks.is_some_and(|paychecks| paychecks.pay_assumed);
        found.push(Finding::DeferralsExceedPay { pay, so_far, by_calendar });
    }
}

/// Match so far above what its formula gives: some of it may be for the year before.
fn match_of_last_year(case: &Case<'_>) -> Option<Finding> {
    // Cents by which payroll rounds are no match of another year.
    const ROUNDING: Money = Money::dollars(1);
    let (money, rules) = (&case.entry.contributions, &case.entry.plan.matching);
    if rules.offered != Answer::Yes || rules.tiers.is_empty() {
        return None;
    }
    let so_far = money.match_of_the_year().so_far;
    let (pay, deferred) = match case.paychecks {
        Some(paychecks) => (paychecks.pay_so_far, money.deferrals().so_far),
        None => (case.pay.here, money.deferrals().total()),
    };
    let after_tax = if rules.on_after_tax == Answer::No { Money::ZERO } else { money.after_tax };
    let matcher = Matcher::new(rules, Practice::WholeYear, case.limits.pay_counted.value, Money::ZERO, Money::ZERO);
    let formula = matcher.year(pay, deferred + after_tax);
    let last_year = case.limits.year - 1;
    (so_far > formula + ROUNDING).then_some(Finding::MatchOfLastYear { so_far, formula, last_year })
}

/// What the business puts in for its owner, against what it can deduct and what it costs.
fn own_business(case: &Case<'_>, found: &mut Vec<Finding>) {
    let employer = case.additions.employer_here.total();
    let Some(own) = case.pay.own_business else {
        // The wages of an owner who is alone in the plan are all that it goes by.
        let most = super::pay::share_of_wages(case.pay.here, case.limits);
        if case.entry.plan.kind == PlanKind::Solo401k && employer > most {
            found.push(Finding::OverShareOfWages { employer, most });
        }
        return;
    };
    if employer > own.most_employer {
        found.push(Finding::OverEmployerShare { employer, most: own.most_employer });
    }
    let related_pay = case.pay.with_related - case.pay.here;
    let dollars = additions::applicable_dollars(case.entry, case.limits, case.additions.joined);
    let once = dollars.min(own.before_employer + related_pay);
    let room_if_once = case.room_if(once, case.additions.used.value);
    let room = case.room.value;
    if room_if_once != room {
        found.push(Finding::EmployerDollarCostsTwo { room, room_if_once });
    }
}

fn plan_and_year(case: &Case<'_>, found: &mut Vec<Finding>) {
    let plan = &case.entry.plan;
    let (year, standing) = (case.limits.year, case.limits.standing);
    if let Some(months) = plan.short_year_months() {
        let open = plan.limitation_year != LimitationYearKind::Short;
        found.push(Finding::ShortYear { months, open, pay_counted: case.limits.pay_counted.value });
    }
    if plan.limitation_year == LimitationYearKind::Other {
        let last = if month_open(case) { None } else { super::time::last_contribution(case.entry, year, &case.pay) };
        let ended = last.is_some_and(|last| case.today > last);
        found.push(Finding::OtherLimitationYear { year, last, ended });
    }
    if standing != Standing::Official {
        found.push(Finding::NotOfficial { year, standing, source: case.limits.annual_additions.source });
    }
    if plan.kind == PlanKind::Plan403b {
        let above = (case.deferrals.here.total() - case.limits.elective_deferrals.value).or_zero();
        match case.entry.contributions.fifteen_year {
            None => found.push(Finding::FifteenYearsOpen { most: FIFTEEN_YEARS, above }),
            Some(_) if case.deferrals.fifteen_year.is_positive() => {
                found.push(Finding::FifteenYearsUsed { amount: case.deferrals.fifteen_year });
            }
            Some(_) => {}
        }
    }
}
