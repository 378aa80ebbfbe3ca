//! Findings on payments to the person, who has 60 days to roll them over.

use super::{Finding, Kept, Missed, Receipt, days_of};
use crate::date::Date;
use crate::law::{ages, rates};
use crate::money::{Money, RoundingStrategy};
use crate::worksheets::conversions::case::Case;
use crate::worksheets::ledger::{Distribution, PaidOut};

pub(super) fn findings(case: &Case<'_>, found: &mut Vec<Finding>) {
    let by_form = case.distributions.iter().copied().filter(|made| made.went_straight_by_form());
    found.extend(days_of(by_form).map(|days| Finding::StraightByForm { days }));
    for distribution in &case.distributions {
        if distribution.refunded.total().is_positive() {
            let (returned, on) = (distribution.refunded.total(), distribution.entered.date);
            found.push(Finding::CarvedOut { returned, on });
        }
        let Some(paid) = distribution.paid_out else { continue };
        let (paid_on, deadline) = (distribution.entered.date, paid.deadline);
        let under_59_and_a_half = under_59_and_a_half(case, paid_on);
        if let Some(from) = paid.in_time_if_received_from {
            let additional_tax = early_tax(distribution.earnings.min(paid.rolled_over()));
            let asked = Receipt::RolledOver { amount: paid.rolled_over(), from, additional_tax, under_59_and_a_half };
            found.push(Finding::ReceiptAsked { paid_on, deadline, asked });
        }
        if paid.is_open(case.today) {
            found.push(Finding::SixtyDaysOpen {
                left: paid.left,
                paid_on,
                deadline,
                receipt_known: paid.receipt_known,
            });
            found.extend(withheld(distribution));
        }
        if paid.late.is_positive() {
            let additional_tax = early_tax(distribution.kept_earnings());
            let additional_tax = (under_59_and_a_half != Some(false)).then_some(additional_tax);
            let missed = Missed::RolledOverLate { late: paid.late, additional_tax };
            found.push(Finding::SixtyDaysMissed { from: paid.from, deadline, missed });
        }
        if paid.may_be_open(case.today) {
            let asked = Receipt::StillOpen { left: paid.left, today: case.today };
            found.push(Finding::ReceiptAsked { paid_on, deadline, asked });
        } else if paid.left.is_positive() && case.today > deadline {
            found.push(kept(case, distribution, paid));
        }
    }
}

/// The additional tax on earnings taken early.
fn early_tax(earnings: Money) -> Money {
    earnings.times(rates::EARLY, RoundingStrategy::MidpointAwayFromZero)
}

fn under_59_and_a_half(case: &Case<'_>, on: Date) -> Option<bool> {
    case.record.birth_date.map(|birth| ages::is_under_59_and_a_half(birth, on))
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
    let rolled_over = paid.rolled_over() + paid.late;
    let earnings = (distribution.earnings - rolled_over).or_zero();
    let kept = Kept {
        amount: paid.left,
        earnings,
        basis: (paid.left - earnings).or_zero(),
        whole_account: distribution.whole_account,
        additional_tax: early_tax(earnings),
        under_59_and_a_half: under_59_and_a_half(case, paid_on),
    };
    if rolled_over.is_positive() {
        Finding::KeptPart { kept, rolled_over, paid_on }
    } else {
        Finding::SixtyDaysMissed { from: paid.from, deadline: paid.deadline, missed: Missed::Kept(kept) }
    }
}
