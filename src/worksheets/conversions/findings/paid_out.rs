//! Findings on payments to the person, who has 60 days to roll them over.

use rust_decimal::Decimal;

use super::{Code, Findings};
use crate::date::Date;
use crate::explain::Severity;
use crate::law::citations;
use crate::money::{Money, Overflow, RoundingStrategy};
use crate::record::Path;
use crate::worksheets::conversions::books::Books;
use crate::worksheets::ledger::Move;

const DAYS: i32 = 60;
/// 20%.
const WITHHELD: Decimal = Decimal::from_parts(20, 0, 0, false, 2);
/// 10%.
const EARLY: Decimal = Decimal::from_parts(10, 0, 0, false, 2);

/// A payment to the person and what became of it.
pub(in crate::worksheets::conversions) struct PaidOut<'a> {
    made: &'a Move,
    /// The last day of the 60.
    pub deadline: Date,
    /// What went into a Roth IRA by then.
    rolled: Money,
    /// What went into one afterwards.
    late: Money,
    /// What is not in one.
    pub left: Money,
}

impl<'a> PaidOut<'a> {
    fn of(made: &'a Move) -> Result<Self, Overflow> {
        let entered = &made.entered;
        let deadline = entered.date.plus_days(DAYS).unwrap_or(Date::LAST);
        let amount = entered.rolled_over.unwrap_or_default().min(entered.amount);
        let is_late = entered.rolled_over_on.is_some_and(|on| on > deadline);
        let (rolled, late) = if is_late { (Money::ZERO, amount) } else { (amount, Money::ZERO) };
        Ok(Self { made, deadline, rolled, late, left: entered.amount.minus(amount)? })
    }

    /// Whether something can still be rolled over.
    pub(in crate::worksheets::conversions) fn is_open(&self, today: Date) -> bool {
        self.left.is_positive() && today <= self.deadline
    }
}

/// The payments to the person in the year, in order.
pub(in crate::worksheets::conversions) fn paid_out<'a>(
    books: &Books<'a>,
) -> impl Iterator<Item = Result<PaidOut<'a>, Overflow>> {
    books.moves.iter().copied().filter(|made| made.entered.path == Path::PaidOut).map(PaidOut::of)
}

pub(super) fn findings(books: &Books<'_>, found: &mut Findings) -> Result<(), Overflow> {
    for paid in paid_out(books) {
        let paid = paid?;
        if paid.is_open(books.today) {
            open(&paid, found)?;
        }
        if paid.late.is_positive() {
            late(&paid, found);
        }
        if paid.left.is_positive() && books.today > paid.deadline {
            kept(books, &paid, found)?;
        }
    }
    Ok(())
}

fn open(paid: &PaidOut<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let (day, deadline) = (paid.made.entered.date.long(), paid.deadline.long());
    found.add(
        Code::SixtyDaysOpen,
        Severity::Problem,
        citations::SIXTY_DAYS,
        format!("Put {} into a Roth IRA by {deadline}", paid.left),
        format!(
            "It was paid to you on {day}. You have {DAYS} days from the day on which you received it; counted from the plan’s date that is {deadline}. What is not in a Roth IRA by then stays outside for good. Tell its provider that it is a rollover from a plan."
        ),
    );
    let withheld = paid.made.earnings.times(WITHHELD, RoundingStrategy::MidpointAwayFromZero)?;
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

fn late(paid: &PaidOut<'_>, found: &mut Findings) {
    found.add(
        Code::SixtyDaysMissed,
        Severity::Problem,
        citations::LATE_ROLLOVER,
        format!("{} went into the Roth IRA after the 60 days", paid.late),
        format!(
            "The 60 days from {} ended on {}. If the delay had one of the reasons that the IRS lists, such as an error of the bank, an illness or a check never cashed, certify that to the IRA’s provider in writing. Otherwise the money is no rollover but an excess contribution that bears 6% for each year it stays: ask the provider to take it out, with its earnings, before your return is due.",
            paid.made.entered.date.long(),
            paid.deadline.long()
        ),
    );
}

/// What was kept, once the 60 days are over.
fn kept(books: &Books<'_>, paid: &PaidOut<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let day = paid.made.entered.date;
    // What was rolled over counts as earnings first. What came late was not rolled over,
    // but it is not kept either: its own finding says what to do.
    let rolled = paid.rolled.plus(paid.late)?;
    let earnings = paid.made.earnings.minus(rolled)?.or_zero();
    let basis = paid.left.minus(earnings)?.or_zero();
    let tax = if !earnings.is_positive() {
        "Nothing of it is earnings, so it costs no tax; it is only lost to Roth.".to_owned()
    } else {
        let more = earnings.times(EARLY, RoundingStrategy::MidpointAwayFromZero)?;
        let early = match books.record.birth_date.map(|birth| is_under_59_and_a_half(birth, day)) {
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

/// Whether somebody born on a day was under 59½ on another.
fn is_under_59_and_a_half(birth: Date, on: Date) -> bool {
    let (years, month) = if birth.month() > 6 { (60, birth.month() - 6) } else { (59, birth.month() + 6) };
    let year = birth.year().saturating_add(years);
    // A day that the month does not have is its last.
    let reached = (1..=birth.day()).rev().find_map(|day| Date::new(year, month, day).ok());
    reached.is_none_or(|reached| on < reached)
}
