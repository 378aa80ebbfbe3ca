//! Findings on payments to the person, who has 60 days to roll them over.

use super::{Code, Findings};
use crate::explain::Severity;
use crate::law::deadlines::DAYS_TO_ROLL_OVER;
use crate::law::{ages, citations, rates};
use crate::money::{Overflow, RoundingStrategy};
use crate::worksheets::conversions::case::Case;
use crate::worksheets::ledger::{Distribution, PaidOut};

/// A payment to the person in the year, and what became of it.
struct Payment<'a> {
    made: &'a Distribution,
    paid: PaidOut,
}

/// The payments to the person in the year, in order.
fn payments<'a>(case: &Case<'a>) -> impl Iterator<Item = Payment<'a>> {
    case.distributions.iter().copied().filter_map(|made| Some(Payment { made, paid: made.paid_out? }))
}

pub(super) fn findings(case: &Case<'_>, found: &mut Findings) -> Result<(), Overflow> {
    for payment in payments(case) {
        let paid = payment.paid;
        if paid.is_open(case.today) {
            open(&payment, found)?;
        }
        if paid.late.is_positive() {
            late(&payment, found);
        }
        if paid.left.is_positive() && case.today > paid.deadline {
            kept(case, &payment, found)?;
        }
    }
    Ok(())
}

fn open(payment: &Payment<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let Payment { made, paid } = payment;
    let (day, deadline) = (made.entered.date.long(), paid.deadline.long());
    found.add(
        Code::SixtyDaysOpen,
        Severity::Problem,
        citations::SIXTY_DAYS,
        format!("Put {} into a Roth IRA by {deadline}", paid.left),
        format!(
            "It was paid to you on {day}. You have {DAYS_TO_ROLL_OVER} days from the day on which you received it; counted from the plan’s date that is {deadline}. What is not in a Roth IRA by then stays outside for good. Tell its provider that it is a rollover from a plan."
        ),
    );
    let withheld = made.earnings.times(rates::WITHHOLDING, RoundingStrategy::MidpointAwayFromZero)?;
    if withheld.is_positive() {
        found.add(
            Code::Withheld,
            Severity::Attention,
            citations::WITHHOLDING_20,
            format!("About {withheld} was withheld for tax"),
            format!(
                "A plan withholds 20% of the taxable part of what it pays to you; of the payment of {day} that is {withheld}. To roll over all of it, add that much from other money. It counts as tax paid when you file. A direct rollover withholds nothing: ask for one next time."
            ),
        );
    }
    Ok(())
}

fn late(payment: &Payment<'_>, found: &mut Findings) {
    let Payment { made, paid } = payment;
    found.add(
        Code::SixtyDaysMissed,
        Severity::Problem,
        citations::LATE_ROLLOVER,
        format!("{} went into the Roth IRA after the 60 days", paid.late),
        format!(
            "The 60 days from {} ended on {}. If the delay had one of the reasons that the IRS lists, such as an error of the bank, an illness or a check never cashed, certify that to the IRA’s provider in writing. Otherwise the money is no rollover but an excess contribution that bears 6% for each year it stays: ask the provider to take it out, with its earnings, before your return is due.",
            made.entered.date.long(),
            paid.deadline.long()
        ),
    );
}

/// What was kept, once the 60 days are over.
fn kept(case: &Case<'_>, payment: &Payment<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let Payment { made, paid } = payment;
    let day = made.entered.date;
    // What was rolled over counts as earnings first. What came late was not rolled over,
    // but it is not kept either: its own finding says what to do.
    let rolled = paid.in_time.plus(paid.late)?;
    let earnings = made.earnings.minus(rolled)?.or_zero();
    let basis = paid.left.minus(earnings)?.or_zero();
    let tax = if !earnings.is_positive() {
        "Nothing of it is earnings, so it costs no tax; it is only lost to Roth.".to_owned()
    } else {
        let more = earnings.times(rates::EARLY, RoundingStrategy::MidpointAwayFromZero)?;
        let early = match case.record.birth_date.map(|birth| ages::is_under_59_and_a_half(birth, day)) {
            Some(true) => {
                format!("and bears 10% more, {more}, because you were under 59½, unless an exception applies")
            }
            Some(false) => "and bears no additional tax, because you were 59½ or older".to_owned(),
            None => format!("and bears 10% more, {more}, if you were under 59½"),
        };
        format!(
            "{earnings} of it is earnings, which is taxable as it was anyway, {early}. The other {basis} is your own taxed money, only lost to Roth."
        )
    };
    if rolled.is_positive() {
        let severity = if earnings.is_positive() { Severity::Attention } else { Severity::Note };
        found.add(
            Code::KeptPart,
            severity,
            citations::ROLLED_OVER_FIRST,
            format!("{} of a payment was kept", paid.left),
            format!(
                "Of the payment of {}, {rolled} went into a Roth IRA, which counts as the earnings first. {tax}",
                day.long()
            ),
        );
        return Ok(());
    }
    found.add(
        Code::SixtyDaysMissed,
        Severity::Problem,
        if earnings.is_positive() { citations::KEPT_EARNINGS } else { citations::SIXTY_DAYS },
        format!("{} was not rolled over within the 60 days", paid.left),
        format!(
            "The 60 days from {} ended on {}. {tax} If it did go into a Roth IRA, enter how much and when. If the delay had one of the reasons that the IRS lists in Rev. Proc. 2020-46, you may still roll it over and certify the reason to the IRA’s provider.",
            day.long(),
            paid.deadline.long()
        ),
    );
    Ok(())
}
