//! Annual additions, the limit on them, and the plan's own caps on after-tax money.

use super::deferrals::Deferrals;
use super::pay::{Pay, share_of_pay};
use crate::explain::{Figure, Step};
use crate::law::limits::PAY_COUNTED;
use crate::law::{YearLimits, citations};
use crate::money::{Money, RoundingStrategy};
use crate::record::{Amounts, Answer, Relation, YearRecord};
use rust_decimal::Decimal;

/// The annual additions of a year.
#[derive(Clone, Debug)]
pub(super) struct Additions {
    /// Employer money and forfeitures, here and at related employers.
    pub employer: Figure,
    /// The same in its two parts, here alone.
    pub employer_here: Amounts,
    /// After-tax contributions here.
    pub after_tax: Money,
    /// By how much the plan joined by the 403(b) rule passes the dollar limit alone.
    pub joined_over: Money,
    /// In the plan joined by the 403(b) rule.
    pub joined: Money,
    /// Employer money in that plan.
    pub joined_employer: Money,
    /// All annual additions of this job and its related employers.
    pub used: Figure,
    /// Of those, what is posted already.
    pub posted: Money,
}

pub(super) fn additions(year: &YearRecord, limits: &YearLimits, deferrals: &Deferrals) -> Additions {
    let money = &year.contributions;
    let of = |relation: Relation| year.other_jobs.iter().filter(move |job| job.relation == relation);
    let mut related = Amounts::default();
    let mut related_deferrals = Money::ZERO;
    let mut related_employer = Money::ZERO;
    let mut related_after_tax = Money::ZERO;
    for job in of(Relation::Related) {
        related += job.employer;
        related_deferrals += job.deferrals.so_far;
        related.so_far += job.after_tax;
        related_employer += job.employer.total();
        related_after_tax += job.after_tax;
    }
    let mut joined_employer = Money::ZERO;
    let mut joined = deferrals.regular_joined;
    for job in of(Relation::Own403b) {
        joined_employer += job.employer.total();
        joined += job.employer.total() + job.after_tax;
    }

    // What comes after the limitation year: employer money first, then after-tax money.
    let otherwise = year.counted_otherwise();
    let mut employer_here = money.employer();
    let later = otherwise.later_other.min(employer_here.total());
    let later_to_come = later.min(employer_here.to_come);
    employer_here.to_come -= later_to_come;
    employer_here.so_far += otherwise.before - (later - later_to_come);
    let after_tax = (money.after_tax - (otherwise.later_other - later)).or_zero();

    let mut parts = vec![
        ("match so far", money.match_of_the_year().so_far),
        ("match still to come", money.employer_match.to_come),
        ("profit sharing so far", money.profit_sharing.so_far),
        ("profit sharing still to come", money.profit_sharing.to_come),
        ("other employer money so far", money.nonelective.so_far),
        ("other employer money still to come", money.nonelective.to_come),
        ("forfeitures so far", money.forfeitures.so_far),
        ("forfeitures still to come", money.forfeitures.to_come),
        ("employer money at related employers", related_employer),
        ("additions of the limitation year before January", otherwise.before),
    ];
    parts.retain(|(_, amount)| amount.is_positive());
    let mut employer = vec![Step::sum("Employer money", citations::ADDITIONS_DEFINED, parts)];
    if later.is_positive() {
        let whole = employer[0].value;
        employer.push(Step::difference(
            "Employer money of the limitation year",
            citations::LIMITATION_YEAR,
            [("employer money", whole), ("what comes after the limitation year", later)],
        ));
    }
    let employer_value = employer.last().map(|step| step.value).unwrap_or_default();

    let mut parts = vec![
        ("elective deferrals that count", deferrals.regular.value),
        ("employer money", employer_value),
        ("after-tax money already in", after_tax),
        ("after-tax money at related employers", related_after_tax),
    ];
    parts.retain(|(_, amount)| amount.is_positive());
    let used = Step::sum("Total used", citations::ADDITIONS_DEFINED, parts);

    let posted_deferrals = (deferrals.here.so_far + related_deferrals).min(deferrals.regular.value);
    let posted = posted_deferrals + employer_here.so_far + after_tax + related.so_far;
    let dollars = whole_dollar_limit(year, limits).last().map(|step| step.value).unwrap_or_default();
    Additions {
        employer: Figure { value: employer_value, steps: employer },
        after_tax,
        joined_over: (joined - dollars).or_zero(),
        employer_here,
        joined,
        joined_employer,
        posted: posted.min(used.value),
        used: Figure::new([], used),
    }
}

/// The dollar limit of the limitation year.
fn whole_dollar_limit(year: &YearRecord, limits: &YearLimits) -> Vec<Step> {
    let whole = limits.annual_additions;
    let mut steps = vec![Step::given(format!("Dollar limit of {}", limits.year), whole.source, whole.value)];
    let value = whole.value;
    if let Some(months) = year.plan.short_year_months() {
        let exact = value.to_decimal() * Decimal::from(months) / Decimal::from(12);
        let short = Step::formula(
            "Dollar limit of the short limitation year",
            citations::SHORT_YEAR,
            format!("{value} × {months}/12"),
            Money::rounded(exact, RoundingStrategy::ToZero),
        );
        steps.push(short);
    }
    steps
}

/// The same, less what a joined plan uses of it.
fn dollar_limit(year: &YearRecord, limits: &YearLimits, joined: Money) -> Vec<Step> {
    let mut steps = whole_dollar_limit(year, limits);
    let value = steps.last().map(|step| step.value).unwrap_or_default();
    if joined.is_positive() {
        steps.push(Step::difference(
            "Dollar limit left after the joined plan",
            citations::CONTROLLED_BUSINESS,
            [("dollar limit", value), ("annual additions in the joined plan", joined.min(value))],
        ));
    }
    steps
}

/// The last of those lines: the dollar limit that applies here.
pub(super) fn applicable_dollars(year: &YearRecord, limits: &YearLimits, joined: Money) -> Money {
    dollar_limit(year, limits, joined).last().map(|step| step.value).unwrap_or_default()
}

/// The limit that applies here: dollars or 100% of pay, whichever is less.
pub(super) fn cap(year: &YearRecord, limits: &YearLimits, pay: &Pay, additions: &Additions) -> Figure {
    let mut steps = dollar_limit(year, limits, additions.joined);
    let dollars = steps.last().map(|step| step.value).unwrap_or_default();
    steps.extend(pay.steps.iter().cloned());
    let least = Step::least(
        "Limit on annual additions here",
        citations::ANNUAL_ADDITIONS,
        [("dollar limit", dollars), ("100% of pay", pay.with_related)],
    );
    Figure::new(steps, least)
}

/// The pay that the plan may count: that of the calendar year in which its year begins
/// (IRC 401(a)(17)(A)).
fn pay_counted(year: &YearRecord, limits: &YearLimits) -> Money {
    let earlier = year.plan.begins_in().and_then(|_| PAY_COUNTED.on_file(limits.year - 1));
    earlier.map_or(limits.pay_counted.value, |amount| amount.value)
}

/// What each of the plan's own caps leaves for after-tax money.
pub(super) fn plan_caps(year: &YearRecord, limits: &YearLimits, pay: &Pay, deferrals: &Deferrals) -> Vec<Step> {
    let plan = &year.plan;
    let after_tax = year.contributions.after_tax;
    let eligible = year.eligible_pay.map_or(pay.here, |eligible| eligible.min(pay.here));
    let counted = match plan.percent_of_counted_pay {
        Answer::No => eligible,
        Answer::Yes | Answer::Unknown => eligible.min(pay_counted(year, limits)),
    };
    let cap = |label: String, most: Money, taken: Money| {
        Step::difference(label, citations::PLAN_DOCUMENT, [("the plan’s cap", most), ("used", taken)])
    };
    let mut caps = Vec::new();
    if let Some(most) = plan.after_tax_dollars {
        caps.push(cap(format!("left of the plan’s {most} for after-tax money"), most, after_tax));
    }
    if let Some(percent) = plan.after_tax_percent {
        let most = share_of_pay(counted, percent);
        caps.push(cap(format!("left of the plan’s {percent} of {counted} for after-tax money"), most, after_tax));
    }
    if let Some(percent) = plan.combined_percent {
        let most = share_of_pay(counted, percent);
        // Only what is above this plan's own limit can be catch-up of this plan.
        let total = deferrals.here.total();
        let regular = (total - deferrals.catch_up.value).max(total.min(deferrals.limit_here));
        caps.push(cap(
            format!("left of the plan’s {percent} of {counted} for deferrals and after-tax money"),
            most,
            regular + after_tax,
        ));
    }
    if let Some(reserved) = plan.reserved_match {
        let most = limits.annual_additions.value - limits.elective_deferrals.value - reserved;
        caps.push(cap(
            "left after the largest deferral and match, which the plan sets aside".to_owned(),
            most,
            after_tax,
        ));
    }
    caps
}
