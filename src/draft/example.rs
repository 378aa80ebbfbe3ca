//! An example to try: one plan, one job, one pay stub, in the year on show.

use rust_decimal::Decimal;

use super::{Draft, Field, Key};
use crate::date::Date;
use crate::money::{Money, RoundingStrategy};
use crate::record::{Cadence, Payroll};
use crate::rules::limits;
use crate::worksheets::paychecks::calendar;

const FRIDAY: u8 = 4;

/// The example's paycheck: 185,000 a year in 26 parts.
const PAY: Money = Money::cents(711_538);
/// 13% of it, deferred before tax.
const DEFERRAL: Money = Money::cents(92_500);
/// Half of what is deferred up to 6% of it.
const MATCH: Money = Money::cents(21_346);
/// 5% of it, after tax.
const AFTER_TAX: Money = Money::cents(35_577);

impl Draft {
    /// This draft with the example in the year on show; other years stay.
    #[must_use]
    pub fn with_example(&self, today: Date) -> Self {
        let mut example = Self::example(self.year, today);
        let others = self.sheets.iter().filter(|(year, _)| **year != self.year);
        example.sheets.extend(others.map(|(year, sheet)| (*year, sheet.clone())));
        example
    }

    /// A draft of nothing but the example, in the given year: paid every second
    /// Friday, with the year-to-date figures of the latest payday.
    #[must_use]
    pub fn example(year: i16, today: Date) -> Self {
        let mut draft = Self { year, ..Self::new(today) };
        draft.birth_date = "3/31/1985".to_owned();
        for (field, text) in [
            (Field::PlanAfterTax, "yes"),
            (Field::InPlanRollover, "yes"),
            (Field::InServiceWithdrawal, "no"),
            (Field::RothDeferrals, "yes"),
            (Field::TransferTiming, "automatic"),
            (Field::Destination, "roth_401k"),
            (Field::SeparateAccounting, "yes"),
            (Field::Cadence, "biweekly"),
            (Field::ElectionMode, "standing"),
            (Field::ChangeLeadDays, "5"),
            (Field::MatchOffered, "yes"),
            (Field::MatchRate1, "50"),
            (Field::MatchUpTo1, "6"),
            (Field::TrueUp, "yes"),
            (Field::PayBasis, "salary"),
            (Field::PayRate, "185,000"),
            (Field::PreTaxElection, "13%"),
            (Field::AfterTaxElection, "5%"),
            (Field::TakeHome, "3,950"),
            (Field::LeastTakeHome, "2,500"),
        ] {
            draft.set(Key::Sheet(field), text.to_owned());
        }
        let Some(first) = (2..=8).filter_map(|day| Date::new(year, 1, day).ok()).find(|day| day.weekday() == FRIDAY)
        else {
            return draft;
        };
        draft.set(Key::Sheet(Field::KnownPayDate), format!("1/{}/{year}", first.day()));
        let payroll = Payroll { cadence: Cadence::Biweekly, known_pay_date: Some(first), ..Payroll::default() };
        let paid = calendar::pay_dates(&payroll, year).into_iter().filter(|date| *date <= today);
        let count = Decimal::from(paid.count());
        let so_far = |each: Money| each.times(count, RoundingStrategy::ToZero).unwrap_or_default();
        // Payroll stops deferrals at their limit.
        let limit = limits::ELECTIVE_DEFERRALS.on_file(year).map_or(Money::LARGEST, |amount| amount.value);
        for (field, amount) in [
            (Field::PaySoFar, so_far(PAY)),
            (Field::PreTaxSoFar, so_far(DEFERRAL).min(limit)),
            (Field::MatchSoFar, so_far(MATCH)),
            (Field::AfterTax, so_far(AFTER_TAX)),
        ] {
            if amount.is_positive() {
                draft.set(Key::Sheet(field), amount.to_string().trim_start_matches('$').to_owned());
            }
        }
        draft
    }
}
