//! Findings on the basis in conversions: what the ledger, the statements and the plan's
//! own figures say of it.

use rust_decimal::Decimal;

use super::{Code, Findings, days_of};
use crate::explain::Severity;
use crate::law::citations;
use crate::money::{Money, Overflow, RoundingStrategy};
use crate::record::{Answer, Path};
use crate::worksheets::conversions::case::Case;
use crate::worksheets::conversions::checklist::absolute;
use crate::worksheets::conversions::conversion::basis_by_the_ledger;
use crate::worksheets::conversions::waiting::Waiting;
use crate::worksheets::ledger::{BasisBy, Distribution};

/// A statement comes every month or every quarter; older than this many days, a balance
/// tells little of the day of a conversion.
const STATEMENT_DAYS: i32 = 31;

pub(super) fn findings(case: &Case<'_>, waiting: &Waiting, found: &mut Findings) -> Result<(), Overflow> {
    contributions(case, found)?;
    plan_figures(case, found)?;
    statements(case, waiting, found);
    accounting(case, found)?;
    losses(case, waiting, found)?;
    rest(case, found)?;
    if !case.distributions.is_empty() {
        ira_rule(case, found);
    }
    Ok(())
}

fn contributions(case: &Case<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let distributions = || case.distributions.iter().copied();
    let nothing = |made: &&Distribution| {
        made.basis_before == Money::ZERO
            && made.valued_on.is_none()
            && made.by != BasisBy::Plan
            && made.entered.amount.is_positive()
    };
    if let Some(days) = days_of(distributions().filter(nothing)) {
        found.add(
            Code::NothingContributed,
            Severity::Problem,
            citations::YOUR_LEDGER,
            "A conversion has no contributions before it",
            format!(
                "On {days} money was converted, but the ledger has no after-tax contribution to that plan before, so all of it counts as taxable. Enter the contributions, those of earlier years in their own year, or correct the date or the plan’s name."
            ),
        );
    }
    let missing = Money::sum(distributions().map(|made| made.missing))?;
    if let Some(days) = days_of(distributions().filter(|made| made.missing.is_positive())) {
        found.add(
            Code::RowsMissing,
            Severity::Problem,
            citations::PLAN_STATEMENT,
            format!("Contributions of {missing} are missing in the ledger"),
            format!(
                "By the plan’s own figures the conversion of {days} holds {missing} more basis than all contributions before it. The plan’s figure is used. Look for contributions that were not entered, perhaps of an earlier year."
            ),
        );
    }
    Ok(())
}

fn plan_figures(case: &Case<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let (mut not_adding, mut not_pro_rata): (Vec<&Distribution>, Vec<(&Distribution, Money)>) =
        (Vec::new(), Vec::new());
    for made in case.distributions.iter().copied().filter(|made| made.by == BasisBy::Plan) {
        if let (Some(basis), Some(earnings)) = (made.entered.plan_basis, made.entered.plan_earnings)
            && basis.plus(earnings)? != made.entered.amount
        {
            not_adding.push(made);
        }
        let ours = basis_by_the_ledger(made)?;
        let of_the_day = made.valued_on == Some(made.entered.date) && made.missing == Money::ZERO;
        // A cent is rounding.
        if of_the_day && absolute(made.basis.minus(ours)?) > Money::CENT {
            not_pro_rata.push((made, ours));
        }
    }
    if let Some(days) = days_of(not_adding) {
        found.add(
            Code::PlanFiguresDoNotAddUp,
            Severity::Problem,
            citations::PLAN_STATEMENT,
            "The plan’s basis and earnings do not add up",
            format!(
                "For the conversion of {days}, basis and earnings together are not the gross amount. The basis is used as it stands, and the rest counts as earnings. Compare the three figures with the confirmation."
            ),
        );
    }
    if let Some((first, ours)) = not_pro_rata.first() {
        let days = days_of(not_pro_rata.iter().map(|(made, _)| *made)).unwrap_or_default();
        found.add(
            Code::NotProRata,
            Severity::Attention,
            citations::PRO_RATA_PAYMENT,
            "The plan’s basis is not what the statement gives",
            format!(
                "For the conversion of {days} the plan reports {} of basis; pro rata on the balance of that day gives {ours}. The plan’s figure is used, because Form 1099-R will show it. Ask the plan how it came about if the difference matters to you.",
                first.basis
            ),
        );
    }
    Ok(())
}

fn statements(case: &Case<'_>, waiting: &Waiting, found: &mut Findings) {
    let by_proportion =
        || case.distributions.iter().copied().filter(|made| made.by == BasisBy::ProRata && !made.whole_account);
    let unvalued = days_of(by_proportion().filter(|made| made.valued_on.is_none()));
    let long = waiting.days > STATEMENT_DAYS;
    let waits = long && waiting.plans.iter().any(|plan| !plan.whole_account && plan.valued_on.is_none());
    if let Some(days) = unvalued {
        found.add(
            Code::GrowthUnknown,
            Severity::Attention,
            citations::PRO_RATA_PAYMENT,
            "The growth in a conversion is not known",
            format!(
                "On {days} a part was converted, and no statement’s balance stands before it. So the ledger takes it that nothing was earned. Enter the balance of the after-tax money just before, or the plan’s own basis and earnings."
            ),
        );
    } else if waits {
        found.add(
            Code::GrowthUnknown,
            Severity::Note,
            citations::YOUR_LEDGER,
            "What has been earned is not known",
            "No statement’s balance was entered for the money that waits. Enter the latest one, and this page shows what a conversion would make taxable.".to_owned(),
        );
    }
    let is_old = |made: &&Distribution| {
        let age = made.valued_on.map(|valued| made.entered.date.day_number() - valued.day_number());
        age.is_some_and(|age| age > STATEMENT_DAYS)
    };
    if let Some(days) = days_of(by_proportion().filter(is_old)) {
        found.add(
            Code::OldStatement,
            Severity::Note,
            citations::PRO_RATA_PAYMENT,
            "A conversion goes by an old balance",
            format!(
                "For the conversion of {days} the latest balance is more than {STATEMENT_DAYS} days old. What was earned since then is not in it. The plan’s confirmation gives the exact basis and earnings."
            ),
        );
    }
}

fn accounting(case: &Case<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let Some(pool) = case.own_pool() else { return Ok(()) };
    match case.entry.plan.separate_accounting {
        Answer::Yes => {}
        Answer::Unknown => found.add(
            Code::AccountingOpen,
            Severity::Attention,
            citations::SEPARATE_CONTRACT,
            "Ask whether the plan accounts for after-tax money apart",
            "Here it is taken that after-tax contributions and their earnings have an account of their own, as is usual. If they have not, each conversion takes pre-tax money along, and most of it is taxable. Ask before you convert.".to_owned(),
        ),
        Answer::No => {
            let last = case.own_distributions().last();
            let unknown = last.map_or(pool.valued_on.is_none(), |_| {
                case.own_distributions().any(|made| made.by != BasisBy::Plan && made.valued_on.is_none())
            });
            if unknown {
                found.add(
                    Code::WholeAccount,
                    Severity::Problem,
                    citations::ONE_POOL,
                    "Enter the balance of the whole account",
                    "This plan keeps after-tax money in one pool with all other money, so each payment is mostly pre-tax money. How much, only the whole account’s balance tells: enter all that the plan holds for you except its Roth account, as of the day of each conversion, just before it.".to_owned(),
                );
                return Ok(());
            }
            let (basis, value) = last.map_or((pool.basis, pool.value), |made| (made.basis_before, made.value_before));
            let of_a_dollar = Money::dollars(1).pro_rata(basis, value)?.min(Money::dollars(1));
            found.add(
                Code::WholeAccount,
                Severity::Attention,
                citations::ONE_POOL,
                format!("Only {of_a_dollar} of each dollar is basis"),
                format!(
                    "This plan keeps after-tax money in one pool with all other money: {basis} of basis in {value}. What leaves is basis in that proportion, and the rest is taxable. Ask whether the plan can account for it apart; the law allows it."
                ),
            );
        }
    }
    Ok(())
}

fn losses(case: &Case<'_>, waiting: &Waiting, found: &mut Findings) -> Result<(), Overflow> {
    let lost = |made: &&Distribution| !made.whole_account && made.basis_left > made.value_left;
    let last = case.distributions.iter().copied().rfind(lost);
    let (title, text) = if let Some(made) = last {
        let loss = made.basis_left.minus(made.value_left)?;
        (
            "A loss is no deduction, and the basis stays",
            format!(
                "The conversion of {} was all basis and took no tax, for the money was worth less than you had paid in. The {loss} that was lost cannot be deducted. It stays in the plan as basis, and later earnings are free of tax up to it. Plans do not always keep count of it: keep this ledger.",
                made.entered.date.long()
            ),
        )
    } else if waiting.loss.is_positive() {
        (
            "What waits is worth less than you paid in",
            format!(
                "It is down by {}. Converted now, nothing of it is taxable, and the recovery happens in Roth. The loss is no deduction.",
                waiting.loss
            ),
        )
    } else {
        return Ok(());
    };
    found.add(Code::Loss, Severity::Note, citations::LOSS_OF_BASIS, title, text);
    Ok(())
}

/// What stayed behind was at most this share of the payment: 2%.
const REST: Decimal = Decimal::from_parts(2, 0, 0, false, 2);

fn rest(case: &Case<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let mut last = None;
    for made in case.distributions.iter().filter(|made| !made.whole_account && made.value_left.is_positive()) {
        if made.value_left <= made.entered.amount.times(REST, RoundingStrategy::ToZero)? {
            last = Some(made);
        }
    }
    if let Some(made) = last {
        let (amount, day) = (made.entered.amount, made.entered.date.long());
        found.add(
            Code::Rest,
            Severity::Note,
            citations::YOUR_LEDGER,
            format!("A rest of {} stayed behind", made.value_left),
            format!(
                "By the ledger that much was left after the conversion of {day}. If it was everything, enter a balance of {amount} for that day, and the ledger closes to the cent. If the rest is really there, often a dividend that came later, ask the plan to move it too."
            ),
        );
    }
    Ok(())
}

fn ira_rule(case: &Case<'_>, found: &mut Findings) {
    let split = case.distributions.iter().any(|made| made.entered.path == Path::Split);
    let and_yet = if split {
        " The earnings that went to a traditional IRA are another matter: there they count as pre-tax money if you ever convert an IRA."
    } else {
        ""
    };
    found.add(
        Code::IraRule,
        Severity::Note,
        citations::IRAS_ADDED_TOGETHER,
        "Your IRAs do not matter here",
        format!(
            "The rule that adds all your IRAs together before a conversion is for IRAs only. Money out of a plan follows the plan’s own basis and value, whatever your IRAs hold. To confuse the two is the guide’s fourth common mistake.{and_yet}"
        ),
    );
}
