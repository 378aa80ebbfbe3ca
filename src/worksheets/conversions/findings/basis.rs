//! Findings on the basis in conversions: what the ledger, the statements and the plan's
//! own figures say of it.

use rust_decimal::Decimal;

use super::{BasisShare, Finding, LossOf, Unvalued, days_of};
use crate::date::Date;
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, Path};
use crate::worksheets::conversions::case::Case;
use crate::worksheets::conversions::conversion::basis_by_plan_and_ledger;
use crate::worksheets::conversions::waiting::Waiting;
use crate::worksheets::ledger::{BasisBy, Distribution, Pool, STATEMENT_DAYS};

pub(super) fn findings(case: &Case<'_>, waiting: &Waiting, found: &mut Vec<Finding>) {
    contributions(case, found);
    plan_figures(case, found);
    statements(case, waiting, found);
    found.extend(accounting(case));
    found.extend(loss(case, waiting));
    found.extend(rest(case));
    let asked = |pool: &&Pool| pool.before_1987_alone == Answer::Unknown && pool.before_1987.is_positive();
    let before_1987: Money = case.pools.iter().filter(asked).map(|pool| pool.before_1987).sum();
    if before_1987.is_positive() {
        found.push(Finding::Before1987Asked { amount: before_1987 });
    }
    if !case.distributions.is_empty() {
        let was_split = case.distributions.iter().any(|distribution| distribution.path == Path::Split);
        found.push(Finding::IraRule { was_split });
    }
}

fn contributions(case: &Case<'_>, found: &mut Vec<Finding>) {
    let distributions = || case.distributions.iter().copied();
    let days = days_of(distributions().filter(|distribution| distribution.has_nothing_before()));
    found.extend(days.map(|days| Finding::NothingContributed { days }));
    let missing: Money = distributions().map(|distribution| distribution.missing).sum();
    let days = days_of(distributions().filter(|distribution| distribution.missing.is_positive()));
    let none_entered = case.pools.iter().all(|pool| pool.contributed == Money::ZERO);
    found.extend(days.map(|days| Finding::RowsMissing { days, missing, none_entered }));
}

fn plan_figures(case: &Case<'_>, found: &mut Vec<Finding>) {
    let (mut not_adding_up, mut not_pro_rata, mut first) = (Vec::new(), Vec::new(), None);
    for distribution in case.distributions.iter().copied().filter(|distribution| distribution.by == BasisBy::Plan) {
        let entered = &distribution.entered;
        if let (Some(basis), Some(earnings)) = (entered.plan_basis, entered.plan_earnings)
            && basis + earnings != entered.amount
        {
            not_adding_up.push(distribution);
        }
        let (by_the_plan, pro_rata) = basis_by_plan_and_ledger(distribution);
        let of_the_day = distribution.valued_on == Some(entered.date) && distribution.missing == Money::ZERO;
        // A cent is rounding.
        if of_the_day && (by_the_plan - pro_rata).abs() > Money::CENT {
            not_pro_rata.push(distribution);
            first = first.or(Some((by_the_plan, pro_rata)));
        }
    }
    found.extend(days_of(not_adding_up).map(|days| Finding::PlanFiguresDoNotAddUp { days }));
    if let (Some(days), Some((by_the_plan, pro_rata))) = (days_of(not_pro_rata), first) {
        // Who paid in before 1987 was of working age then.
        let old_enough = case.record.birth_date.is_none_or(|birth| birth.year() <= BORN_TO_WORK_BEFORE_1987);
        let may_be_old = by_the_plan > pro_rata && old_enough;
        found.push(Finding::NotProRata { days, by_the_plan, pro_rata, may_be_old });
    }
}

fn statements(case: &Case<'_>, waiting: &Waiting, found: &mut Vec<Finding>) {
    let by_proportion = || {
        let pro_rata =
            |distribution: &&Distribution| distribution.by == BasisBy::ProRata && !distribution.whole_account;
        case.distributions.iter().copied().filter(pro_rata)
    };
    let is_unvalued = |distribution: &&Distribution| distribution.valued_on.is_none();
    let waits_unvalued = waiting.days > STATEMENT_DAYS
        && waiting.plans.iter().any(|plan| !plan.whole_account && plan.valued_on.is_none());
    if let Some(days) = days_of(by_proportion().filter(is_unvalued)) {
        found.push(Finding::GrowthUnknown { of: Unvalued::Conversions(days) });
    } else if waits_unvalued {
        found.push(Finding::GrowthUnknown { of: Unvalued::Waiting });
    }
    let is_old = |distribution: &&Distribution| {
        let age = |valued_on: Date| distribution.entered.date.day_number() - valued_on.day_number();
        distribution.valued_on.is_some_and(|valued_on| age(valued_on) > STATEMENT_DAYS)
    };
    found.extend(days_of(by_proportion().filter(is_old)).map(|days| Finding::OldStatement { days }));
}

/// Whether the plan accounts for after-tax money apart, and what it means if it does not.
fn accounting(case: &Case<'_>) -> Option<Finding> {
    let pool = case.own_pool()?;
    match case.entry.plan.separate_accounting {
        Answer::Yes => return None,
        // The answer of an earlier year holds on.
        Answer::Unknown if !case.is_one_pool() => return Some(Finding::AccountingOpen),
        Answer::No | Answer::Unknown => {}
    }
    let last = case.own_distributions().last();
    let unvalued = |distribution: &Distribution| distribution.by != BasisBy::Plan && distribution.valued_on.is_none();
    let is_unknown = if last.is_some() { case.own_distributions().any(unvalued) } else { pool.valued_on.is_none() };
    if is_unknown {
        return Some(Finding::WholeAccount { share: None });
    }
    let (basis, value) = last.map_or((pool.basis, pool.value), |last| (last.basis_before, last.value_before));
    let of_a_dollar = Money::dollars(1).pro_rata(basis, value).min(Money::dollars(1));
    Some(Finding::WholeAccount { share: Some(BasisShare { basis, value, of_a_dollar }) })
}

fn loss(case: &Case<'_>, waiting: &Waiting) -> Option<Finding> {
    let lost = |distribution: &&&Distribution| {
        !distribution.whole_account && distribution.basis_left > distribution.value_left
    };
    if let Some(last) = case.distributions.iter().rfind(lost) {
        let &&Distribution { basis_left, value_left, .. } = last;
        let on = last.entered.date;
        let of = if value_left == Money::ZERO {
            LossOf::Emptied { on, loss: basis_left }
        } else {
            LossOf::Partly { on, basis_left, value_left }
        };
        return Some(Finding::Loss { of });
    }
    waiting.loss.is_positive().then_some(Finding::Loss { of: LossOf::Waiting(waiting.loss) })
}

/// Born later, nobody had pay before 1987.
const BORN_TO_WORK_BEFORE_1987: i16 = 1972;

/// What stayed behind was at most this share of the payment: 2%.
const REST: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

fn rest(case: &Case<'_>) -> Option<Finding> {
    let mut last = None;
    for distribution in case.distributions.iter().filter(|distribution| !distribution.whole_account) {
        let (converted, rest) = (distribution.entered.amount, distribution.value_left);
        if rest.is_positive() && rest <= converted.times(REST, RoundingStrategy::ToZero) {
            last = Some(Finding::Rest { converted, on: distribution.entered.date, rest });
        }
    }
    last
}
