//! Elective deferrals: per person over all jobs, and which of them are catch-up.

use super::pay::Pay;
use crate::explain::{Figure, Step};
use crate::law::{YearLimits, citations};
use crate::money::Money;
use crate::record::{Amounts, Relation, YearRecord};
use crate::worksheets::year::{RothCatchUp, catch_up_amount, catch_up_rule, roth_catch_up};

/// The deferrals of a year, sorted.
#[derive(Clone, Debug)]
pub(super) struct Deferrals {
    /// Into this job's plan.
    pub here: Amounts,
    /// Of those, Roth.
    pub roth_here: Money,
    /// At related employers.
    pub related: Money,
    /// Over all jobs.
    pub everywhere: Money,
    /// The limit that applies in this plan: that of the law or, if lower, the plan's.
    pub limit_here: Money,
    /// The most that can be catch-up here.
    pub allowance: Money,
    /// What the 15-year rule of a 403(b) lets in above the limit here. It is not catch-up.
    pub fifteen_year: Money,
    /// What really is catch-up, here and at related employers.
    pub catch_up: Figure,
    /// What counts toward the limit on annual additions, here and at related employers.
    pub regular: Figure,
    /// Deferrals into the plan joined by the 403(b) rule that count toward its limit.
    pub regular_joined: Money,
    /// The Roth rule for catch-up.
    pub roth_catch_up: RothCatchUp,
    /// Above the limit per person, or above what this plan may take.
    pub excess: Figure,
    /// Still possible below the limits, catch-up apart.
    pub left: Money,
    /// Still possible as catch-up.
    pub catch_up_left: Money,
    /// Above the plan's own limit and not catch-up either.
    pub over_plan_limit: Money,
}

pub(super) fn deferrals(year: &YearRecord, limits: &YearLimits, age: i16, pay: &Pay) -> Deferrals {
    let general = limits.elective_deferrals.value;
    let here = year.contributions.deferrals();
    let total_here = here.total();
    let of = |relation: Relation| -> Money {
        let jobs = year.other_jobs.iter().filter(|job| job.relation == relation);
        jobs.map(|job| job.deferrals.total()).sum()
    };
    let (related, joined) = (of(Relation::Related), of(Relation::Own403b));
    let elsewhere = related + joined + of(Relation::Unrelated) + of(Relation::Same403b);
    let everywhere = total_here + elsewhere;
    let group = total_here + related;

    let roth_catch_up = roth_catch_up(year, limits, age);
    let by_age = catch_up_amount(limits, age, year.plan.catch_up);
    let allowance_by_age = by_age.map_or(Money::ZERO, |amount| amount.value);
    let allowance = catch_up_rule(year, limits, age).allowance;
    let no_way_in = allowance < allowance_by_age;
    let limit_here = year.plan.deferrals_up_to(general);

    let above = Step::greatest(
        "Deferrals above the limit that applies",
        citations::CATCH_UP_DEFINED,
        [
            (format!("above {limit_here} in this plan"), total_here - limit_here),
            (format!("above {general} with related employers"), group - general),
            ("nothing".to_owned(), Money::ZERO),
        ],
    );
    // The 15-year rule comes before catch-up (26 CFR 1.403(b)-4(c)(3)(iv)), and is of this plan alone.
    let fifteen_year = |above: Money| year.fifteen_year_amount().min(total_here).min(above.or_zero());
    let fifteen_here = fifteen_year(group - general);
    let fifteen_everywhere = fifteen_year(everywhere - general);
    let without_it = Step::difference(
        "Of that, what the 15-year rule does not allow",
        citations::FIFTEEN_YEARS,
        [("deferrals above the limit", above.value), ("15-year amount", fifteen_here)],
    );
    let above_all = if fifteen_here.is_positive() { without_it.value } else { above.value };
    let pay_left = (pay.with_related - (group - above_all)).or_zero();
    let source = by_age.filter(|_| !no_way_in).map_or(citations::CATCH_UP, |amount| amount.source);
    let mut catch_up_steps =
        vec![Step::given("Catch-up amount at this age in this plan", source, allowance), above.clone()];
    catch_up_steps.extend(fifteen_here.is_positive().then_some(without_it));
    let catch_up = Step::least(
        "Catch-up contributions",
        citations::CATCH_UP_DEFINED,
        [("catch-up amount", allowance), ("deferrals above the limit", above_all), ("pay left for it", pay_left)],
    );
    // The last deferrals of the calendar year are the ones above its limit.
    let later = year.counted_otherwise().later_deferrals.min(total_here);
    let mut counted =
        vec![("all elective deferrals", group), ("catch-up", catch_up.value.min((above_all - later).or_zero()))];
    if later.is_positive() {
        counted.push(("deferrals after the limitation year", later));
    }
    let regular =
        Step::difference("Elective deferrals that count toward the limit", citations::CATCH_UP_OUTSIDE, counted);
    let joined_catch_up = (joined - general).or_zero().min((allowance_by_age - catch_up.value).or_zero());

    let per_person = if elsewhere.is_positive() { allowance_by_age } else { allowance };
    let excess = Step::greatest(
        "Deferrals above the limit",
        citations::ELECTIVE_DEFERRALS,
        [
            ("over all jobs", everywhere - general - fifteen_everywhere - per_person),
            ("in this plan and those of related employers", group - general - fifteen_here - allowance),
            ("nothing", Money::ZERO),
        ],
    );
    // What is above a limit here and is not catch-up; above the law's own, the excess says it.
    let not_catch_up = |limit: Money| -> Money { (total_here - limit - fifteen_here - catch_up.value).or_zero() };
    let over_general = (everywhere - general - fifteen_everywhere).or_zero();
    let own_limit = if limit_here < general { limit_here } else { general + year.fifteen_year_amount() };
    Deferrals {
        here,
        roth_here: year.contributions.roth.total(),
        related,
        everywhere,
        limit_here,
        allowance,
        fifteen_year: fifteen_here,
        regular_joined: joined - joined_catch_up,
        roth_catch_up,
        left: (general + year.fifteen_year_amount() - everywhere).min(own_limit - total_here).or_zero(),
        catch_up_left: (allowance - catch_up.value).min(per_person - over_general).or_zero(),
        over_plan_limit: not_catch_up(limit_here) - not_catch_up(general),
        excess: Figure::new(
            [
                Step::given("Limit per person", limits.elective_deferrals.source, general),
                Step::given("Deferrals over all jobs", citations::DEFERRALS_PER_PERSON, everywhere),
            ],
            excess,
        ),
        catch_up: Figure::new(catch_up_steps, catch_up),
        regular: Figure::new(deferral_sum(year, related), regular),
    }
}

/// The lines that add up the deferrals of the group.
fn deferral_sum(year: &YearRecord, related: Money) -> Vec<Step> {
    let money = &year.contributions;
    let mut parts = vec![
        ("pre-tax so far", money.pre_tax.so_far),
        ("pre-tax still to come", money.pre_tax.to_come),
        ("Roth so far", money.roth.so_far),
        ("Roth still to come", money.roth.to_come),
        ("at related employers", related),
    ];
    parts.retain(|(_, amount)| amount.is_positive());
    vec![Step::sum("All elective deferrals", citations::PAY_STUB, parts)]
}
