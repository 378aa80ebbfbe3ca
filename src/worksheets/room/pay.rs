//! The pay that the 100% limit looks at, for employees and the self-employed.

use rust_decimal::Decimal;

use super::NotReady;
use super::words::job_name;
use crate::explain::Step;
use crate::law::rates::shown::{MEDICARE, NET_EARNINGS_SHARE, SOCIAL_SECURITY};
use crate::law::{YearLimits, citations, limits, rates};
use crate::money::{Money, RoundingStrategy};
use crate::percent::Percent;
use crate::record::{Income, Relation, YearRecord};

/// The pay of this job and of its related employers.
#[derive(Clone, Debug)]
pub(super) struct Pay {
    /// Pay under IRC 415(c)(3) from this job.
    pub here: Money,
    /// The same, with that of related employers.
    pub with_related: Money,
    /// The lines that lead to it.
    pub steps: Vec<Step>,
    /// The self-employed person's figures.
    pub own_business: Option<OwnBusiness>,
}

/// A self-employed person's pay before employer money, and what it allows.
#[derive(Clone, Copy, Debug)]
pub(super) struct OwnBusiness {
    /// Net profit less half of the self-employment tax.
    pub before_employer: Money,
    /// The most that the business may put in and deduct.
    pub most_employer: Money,
}

/// Finds the pay of a year. `employer` is what this job's employer puts in.
pub(super) fn pay(year: &YearRecord, limits: &YearLimits, employer: Money) -> Result<Pay, NotReady> {
    let mut steps = Vec::new();
    let (own_business, here) = match year.income {
        None => return Err(NotReady::Pay),
        Some(Income::Wages { pay }) => {
            let pay = year.counted_otherwise().pay.unwrap_or(pay);
            steps.push(Step::given("Pay from this employer in the year", citations::PAY_415, pay));
            (None, pay)
        }
        Some(Income::SelfEmployed { net_profit, social_security_wages }) => {
            let base = limits.social_security_wage_base.ok_or(NotReady::WageBase { year: limits.year })?.value;
            let half_tax = half_self_employment_tax(net_profit, social_security_wages, base);
            let before = Step::difference(
                "Pay before the employer contribution",
                citations::EARNED_INCOME,
                [("net profit", net_profit), ("half of the self-employment tax", half_tax.value)],
            );
            let after = Step::difference(
                "Pay after the employer contribution",
                citations::EARNED_INCOME,
                [("pay before it", before.value), ("employer contribution for yourself", employer)],
            );
            let floored = after.value.or_zero();
            let own = OwnBusiness { before_employer: before.value, most_employer: most_employer(before.value, limits) };
            steps.extend([half_tax, before, after]);
            (Some(own), floored)
        }
    };
    let mut with_related = here;
    for job in year.other_jobs.iter().filter(|job| job.relation == Relation::Related) {
        let pay = job.pay.ok_or_else(|| NotReady::RelatedPay { job: job.name.clone() })?;
        let step = Step::sum(
            format!("Pay with that of {}", job_name(&job.name)),
            citations::RELATED_EMPLOYERS,
            [("pay so far", with_related), ("pay there", pay)],
        );
        with_related = step.value;
        steps.push(step);
    }
    Ok(Pay { here, with_related, steps, own_business })
}

/// Half of the self-employment tax, rounded half up once at the end.
fn half_self_employment_tax(net_profit: Money, wages: Money, wage_base: Money) -> Step {
    let net_earnings = net_profit.to_decimal() * rates::NET_EARNINGS_SHARE;
    let base_left = (wage_base - wages).or_zero().to_decimal();
    let (social_security, medicare) = if net_earnings < limits::LEAST_NET_EARNINGS.to_decimal() {
        (Decimal::ZERO, Decimal::ZERO)
    } else {
        (net_earnings.min(base_left), net_earnings)
    };
    let whole = social_security * rates::SOCIAL_SECURITY + medicare * rates::MEDICARE;
    let shown = |base: Decimal| Money::rounded(base, RoundingStrategy::MidpointAwayFromZero);
    Step::formula(
        "Half of the self-employment tax",
        citations::SELF_EMPLOYMENT_TAX,
        format!(
            "half of ({SOCIAL_SECURITY} × {} + {MEDICARE} × {}), on {NET_EARNINGS_SHARE} of the net profit",
            shown(social_security),
            shown(medicare)
        ),
        Money::rounded(whole / Decimal::TWO, RoundingStrategy::MidpointAwayFromZero),
    )
}

/// 20% of pay before the contribution, which is 25% of pay after it, counting
/// pay only up to the pay that a plan may count. Rounded down.
fn most_employer(before: Money, limits: &YearLimits) -> Money {
    let fifth = before.or_zero().times(rates::EMPLOYER_SHARE_BEFORE, RoundingStrategy::ToZero);
    let quarter = limits.pay_counted.value.times(rates::EMPLOYER_SHARE, RoundingStrategy::ToZero);
    fifth.min(quarter)
}

/// 25% of an owner's wages from the corporation, counting pay only up to the pay that a plan
/// may count. Rounded down.
pub(super) fn share_of_wages(wages: Money, limits: &YearLimits) -> Money {
    wages.min(limits.pay_counted.value).times(rates::EMPLOYER_SHARE, RoundingStrategy::ToZero)
}

/// A percentage of pay, rounded down so that a plan's cap is never passed.
pub(super) fn share_of_pay(pay: Money, percent: Percent) -> Money {
    pay.times(percent.fraction(), RoundingStrategy::ToZero)
}
