//! Why a part of the room stays unused.

use super::Case;
use super::payroll_plan::Constraint;
use super::strategy::ALIKE;
use crate::date::Date;
use crate::money::Money;
use crate::record::{Answer, Election, Months, Strategy};
use crate::worksheets::year::paychecks::Paycheck;

/// Why a part of the room stays unused.
pub(super) enum WhyUnused {
    /// It is reserved in case a change works sooner than thought.
    Reserve { amount: Money },
    /// No change works on any paycheck.
    TooLate,
    /// Something holds the election back.
    Held { constraint: Constraint },
    /// After-tax money waits for deferrals.
    DeferralsFirst,
    /// Nothing is taken after the person's date.
    AfterDate { date: Date },
    /// It is less than one more step would take.
    StepTooLarge { step: Election },
    /// The months in which elections change leave no more.
    Months { months: Months },
    /// A bonus may come that no election could follow.
    Bonus,
    /// It is too little for another change.
    TooLittle,
}

/// Why something stays unused.
pub(super) fn why_unused(case: &Case, unused: Money) -> Vec<WhyUnused> {
    let plan = &case.plan;
    let mut why = Vec::new();
    if !unused.is_positive() || case.chosen.is_none() {
        return why;
    }
    let reserve = plan.reserve(&case.elections());
    if reserve.is_positive() {
        why.push(WhyUnused::Reserve { amount: reserve });
    }
    if !plan.changeable() {
        why.push(WhyUnused::TooLate);
        return why;
    }
    why.extend(constraint(case).map(|constraint| WhyUnused::Held { constraint }));
    if plan.entry.plan.deferrals_first == Answer::Yes
        && changeable(case).any(|(takes, check)| !takes && check.takes_after_tax)
    {
        why.push(WhyUnused::DeferralsFirst);
    }
    let date = plan.entry.payroll.fill_by.filter(|_| plan.entry.payroll.strategy == Strategy::ByDate);
    let date = date.filter(|date| changeable(case).any(|(takes, check)| takes && check.date > *date));
    why.extend(date.map(|date| WhyUnused::AfterDate { date }));
    let rest = unused - reserve;
    let months = plan.entry.plan.change_months;
    if why.is_empty() && !months.is_empty() && rest > ALIKE {
        why.push(WhyUnused::Months { months });
    }
    if !plan.alternatives.is_empty() && rest > ALIKE {
        why.push(WhyUnused::Bonus);
    }
    if plan.smallest_step().is_some_and(|smallest| rest < smallest) {
        why.push(WhyUnused::StepTooLarge { step: plan.election(1) });
    } else if why.is_empty() && unused <= ALIKE {
        why.push(WhyUnused::TooLittle);
    }
    why
}

/// What holds one of the elections at the most there is.
fn constraint(case: &Case) -> Option<Constraint> {
    let elections = case.elections();
    elections.iter().enumerate().find_map(|(number, (from, steps))| {
        let to = elections.get(number + 1).map_or(case.plan.offers.len(), |(next, _)| *next);
        case.plan.constraint(*from, to).filter(|(most, _)| most == steps).map(|(_, constraint)| constraint)
    })
}

/// The paychecks that can still be changed, and whether they give anything.
fn changeable(case: &Case) -> impl Iterator<Item = (bool, &Paycheck)> {
    let plan = &case.plan;
    plan.offers.iter().map(|offer| offer.takes).zip(&plan.paychecks.to_come).skip(plan.start)
}
