//! Elective deferrals: per person over all jobs, and which of them are catch-up.

use serde::Serialize;

use super::pay::Pay;
use crate::explain::{Figure, Step};
use crate::law::{Amount, YearLimits, ages, citations};
use crate::money::{Money, Overflow};
use crate::record::{Amounts, Answer, CatchUpOffer, Income, Relation, YearRecord};

/// Whether catch-up must be Roth (IRC 414(v)(7)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RothCatchUp {
    /// No catch-up at this age, or the year is before the rule.
    NotApplicable,
    /// Wages did not exceed the threshold, or there were none that count.
    Free,
    /// Wages exceeded the threshold.
    Required,
    /// Last year's box 3 wages are not entered.
    Unknown,
}

/// What this plan lets in as catch-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CatchUpRule {
    /// The most, in dollars a year.
    pub allowance: Money,
    /// Whether it must be Roth.
    pub must_be_roth: bool,
}

/// The catch-up that this plan lets in at an age: nothing where it takes none, or
/// where it must be Roth (IRC 414(v)(7)) and the plan has no Roth deferrals.
#[must_use]
pub fn catch_up_rule(year: &YearRecord, limits: &YearLimits, age: i16) -> CatchUpRule {
    let must_be_roth = roth_catch_up(year, limits, age) == RothCatchUp::Required;
    let closed = year.plan.catch_up == CatchUpOffer::None || (must_be_roth && year.plan.roth_deferrals == Answer::No);
    let by_age = catch_up_amount(limits, age, year.plan.catch_up).map_or(Money::ZERO, |amount| amount.value);
    CatchUpRule { allowance: if closed { Money::ZERO } else { by_age }, must_be_roth }
}

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

pub(super) fn deferrals(year: &YearRecord, limits: &YearLimits, age: i16, pay: &Pay) -> Result<Deferrals, Overflow> {
    let general = limits.elective_deferrals.value;
    let here = year.contributions.deferrals()?;
    let total_here = here.total()?;
    let of = |relation: Relation| {
        let jobs = year.other_jobs.iter().filter(move |job| job.relation == relation);
        jobs.map(|job| job.deferrals.total()).collect::<Result<Vec<_>, _>>()
    };
    let related = Money::sum(of(Relation::Related)?)?;
    let joined = Money::sum(of(Relation::Own403b)?)?;
    let elsewhere = Money::sum([related, joined, Money::sum(of(Relation::Unrelated)?)?])?;
    let everywhere = total_here.plus(elsewhere)?;
    let group = total_here.plus(related)?;

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
            (format!("above {limit_here} in this plan"), total_here.minus(limit_here)?),
            (format!("above {general} with related employers"), group.minus(general)?),
            ("nothing".to_owned(), Money::ZERO),
        ],
    );
    let pay_left = pay.with_related.minus(group.minus(above.value)?)?.or_zero();
    let source = by_age.filter(|_| !no_way_in).map_or(citations::CATCH_UP, |amount| amount.source);
    let catch_up_steps = [Step::given("Catch-up amount at this age in this plan", source, allowance), above.clone()];
    let catch_up = Step::least(
        "Catch-up contributions",
        citations::CATCH_UP_DEFINED,
        [("catch-up amount", allowance), ("deferrals above the limit", above.value), ("pay left for it", pay_left)],
    );
    let regular = Step::difference(
        "Elective deferrals that count toward the limit",
        citations::CATCH_UP_OUTSIDE,
        [("all elective deferrals", group), ("catch-up", catch_up.value)],
    )?;
    let joined_catch_up = joined.minus(general)?.or_zero().min(allowance_by_age.minus(catch_up.value)?.or_zero());

    let per_person = if elsewhere.is_positive() { allowance_by_age } else { allowance };
    let excess = Step::greatest(
        "Deferrals above the limit",
        citations::ELECTIVE_DEFERRALS,
        [
            ("over all jobs", everywhere.minus(general)?.minus(per_person)?),
            ("in this plan and those of related employers", group.minus(general)?.minus(allowance)?),
            ("nothing", Money::ZERO),
        ],
    );
    // What is above a limit here and is not catch-up; above the law's own, the excess says it.
    let not_catch_up =
        |limit: Money| -> Result<Money, Overflow> { Ok(total_here.minus(limit)?.minus(catch_up.value)?.or_zero()) };
    let over_general = everywhere.minus(general)?.or_zero();
    Ok(Deferrals {
        here,
        roth_here: year.contributions.roth.total()?,
        related,
        everywhere,
        limit_here,
        allowance,
        regular_joined: joined.minus(joined_catch_up)?,
        roth_catch_up,
        left: general.minus(everywhere)?.min(limit_here.minus(total_here)?).or_zero(),
        catch_up_left: allowance.minus(catch_up.value)?.min(per_person.minus(over_general)?).or_zero(),
        over_plan_limit: not_catch_up(limit_here)?.minus(not_catch_up(general)?)?,
        excess: Figure::new(
            [
                Step::given("Limit per person", limits.elective_deferrals.source, general),
                Step::given("Deferrals over all jobs", citations::DEFERRALS_PER_PERSON, everywhere),
            ],
            excess,
        ),
        catch_up: Figure::new(catch_up_steps, catch_up),
        regular: Figure::new(deferral_sum(year, related)?, regular),
    })
}

/// The lines that add up the deferrals of the group.
fn deferral_sum(year: &YearRecord, related: Money) -> Result<Vec<Step>, Overflow> {
    let money = &year.contributions;
    let mut parts = vec![
        ("pre-tax so far", money.pre_tax.so_far),
        ("pre-tax still to come", money.pre_tax.to_come),
        ("Roth so far", money.roth.so_far),
        ("Roth still to come", money.roth.to_come),
        ("at related employers", related),
    ];
    parts.retain(|(_, amount)| amount.is_positive());
    Ok(vec![Step::sum("All elective deferrals", citations::PAY_STUB, parts)?])
}

/// The catch-up amount by age at the end of the year: nothing under 50, the
/// higher amount from 60 to 63 where the plan offers it.
fn catch_up_amount(limits: &YearLimits, age: i16, offer: CatchUpOffer) -> Option<Amount> {
    if age < ages::CATCH_UP {
        return None;
    }
    let higher =
        limits.catch_up_60_to_63.filter(|_| offer == CatchUpOffer::Higher && ages::HIGHER_CATCH_UP.contains(&age));
    higher.or(Some(limits.catch_up))
}

fn roth_catch_up(year: &YearRecord, limits: &YearLimits, age: i16) -> RothCatchUp {
    let Some(threshold) = limits.roth_catch_up_wages.filter(|_| age >= ages::CATCH_UP) else {
        return RothCatchUp::NotApplicable;
    };
    match (year.income, year.prior_year_box_3_wages) {
        (Some(Income::SelfEmployed { .. }), _) => RothCatchUp::Free,
        (_, None) => RothCatchUp::Unknown,
        (_, Some(wages)) if wages > threshold.value => RothCatchUp::Required,
        (_, Some(_)) => RothCatchUp::Free,
    }
}
