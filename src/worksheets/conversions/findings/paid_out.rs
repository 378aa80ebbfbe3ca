//! Findings on payments to the person, who has 60 days to roll them over.

use super::{Finding, Kept, Missed};
use crate::law::{ages, rates};
use crate::money::RoundingStrategy;
use crate::worksheets::conversions::case::Case;
use crate::worksheets::ledger::{Distribution, PaidOut};

pub(super) fn findings(case: &Case<'_>, found: &mut Vec<Finding>) {
    for distribution in &case.distributions {
        let Some(paid) = distribution.paid_out else { continue };
        let (paid_on, deadline) = (distribution.entered.date, paid.deadline);
        if paid.is_open(case.today) {
            found.push(Finding::SixtyDaysOpen { left: paid.left, paid_on, deadline });
            found.extend(withheld(distribution));
        }
        if paid.late.is_positive() {
            found.push(Finding::SixtyDaysMissed { paid_on, deadline, missed: Missed::RolledOverLate(paid.late) });
        }
        if paid.left.is_positive() && case.today > deadline {
            found.push(kept(case, distribution, paid));
        }
    }
}

fn withheld(distribution: &Distribution) -> Option<Finding> {
    let withheld = distribution.earnings.times(rates::WITHHOLDING, RoundingStrategy::MidpointAwayFromZero);
    withheld.is_positive().then_some(Finding::Withheld { withheld, paid_on: distribution.entered.date })
}

/// What was kept, once the 60 days are over.
fn kept(case: &Case<'_>, distribution: &Distribution, paid: PaidOut) -> Finding {
    let paid_on = distribution.entered.date;
    // What was rolled over counts as earnings first. What came late was not rolled over,
    // but it is not kept either: its own finding says what to do.
    let rolled_over = paid.in_time + paid.late;
    let earnings = (distribution.earnings - rolled_over).or_zero();
    let kept = Kept {
        amount: paid.left,
        earnings,
        basis: (paid.left - earnings).or_zero(),
        additional_tax: earnings.times(rates::EARLY, RoundingStrategy::MidpointAwayFromZero),
        under_59_and_a_half: case.record.birth_date.map(|birth| ages::is_under_59_and_a_half(birth, paid_on)),
    };
    if rolled_over.is_positive() {
        Finding::KeptPart { kept, rolled_over, paid_on }
    } else {
        Finding::SixtyDaysMissed { paid_on, deadline: paid.deadline, missed: Missed::Kept(kept) }
    }
}
