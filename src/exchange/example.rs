//! An example to try: one plan, one job, one pay stub, in the year on show, and the
//! after-tax money of its paydays converted once a quarter.

use rust_decimal::Decimal;

use crate::date::{Date, Weekday};
use crate::draft::{Draft, typed};
use crate::law::limits;
use crate::money::{Money, RoundingStrategy};
use crate::questions::{Field, Key, List, RowField};
use crate::record::{Cadence, Payroll};
use crate::worksheets::year::paychecks::calendar;

/// The example's paycheck: 185,000 a year in 26 parts.
const PAY: Money = Money::cents(711_538);
/// 13% of it, deferred before tax.
const DEFERRAL: Money = Money::cents(92_500);
/// Half of what is deferred up to 6% of it.
const MATCH: Money = Money::cents(21_346);
/// 5% of it, after tax.
const AFTER_TAX: Money = Money::cents(35_577);
/// What the after-tax money of a quarter has grown to at its end, as a factor.
const GROWN: Decimal = Decimal::from_parts(10_042, 0, 0, false, 4);
/// The last days of the quarters.
const QUARTER_ENDS: [(u8, u8); 4] = [(3, 31), (6, 30), (9, 30), (12, 31)];

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
            (Field::TransferTiming, "any_day"),
            (Field::TransferBy, "online"),
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
            (Field::TaxRate, "32"),
            (Field::Growth, "6"),
        ] {
            draft.set(Key::Sheet(field), text.to_owned());
        }
        let Some(first) =
            (2..=8).filter_map(|day| Date::new(year, 1, day).ok()).find(|day| day.weekday() == Weekday::Friday)
        else {
            return draft;
        };
        draft.set(Key::Sheet(Field::KnownPayDate), format!("1/{}/{year}", first.day()));
        let payroll = Payroll { cadence: Cadence::Biweekly, known_pay_date: Some(first), ..Payroll::default() };
        let paid: Vec<Date> = calendar::pay_dates(&payroll, year).into_iter().filter(|date| *date <= today).collect();
        let count = Decimal::from(paid.len());
        let so_far = |each: Money| each.times(count, RoundingStrategy::ToZero);
        // Payroll stops deferrals at their limit.
        let limit = limits::ELECTIVE_DEFERRALS.on_file(year).map_or(Money::LARGEST, |amount| amount.value);
        for (field, amount) in [
            (Field::PaySoFar, so_far(PAY)),
            (Field::PreTaxSoFar, so_far(DEFERRAL).min(limit)),
            (Field::MatchSoFar, so_far(MATCH)),
            (Field::AfterTax, so_far(AFTER_TAX)),
        ] {
            if amount.is_positive() {
                draft.set(Key::Sheet(field), typed::money(amount));
            }
        }
        draft.fill_ledger(&paid, today);
        draft
    }

    /// The ledger of the example: what each payday put in, and at the end of each quarter
    /// a statement and the conversion of all that it shows. Once the year is over, its
    /// Form 1099-R as well.
    fn fill_ledger(&mut self, paid: &[Date], today: Date) {
        if paid.is_empty() {
            return;
        }
        let row =
            |date: Date, amount: Money| vec![(RowField::On, typed::date(date)), (RowField::Sum, typed::money(amount))];
        for date in paid {
            self.add(List::Contributions, row(*date, AFTER_TAX));
        }
        for (field, text) in [
            (Field::LandingSpot, "roth_401k".to_owned()),
            (Field::LandingReason, "It moves there the day I ask for it".to_owned()),
            (Field::LandingChosenOn, format!("1/2/{}", self.year)),
            (Field::PlanRothSince, self.year.to_string()),
        ] {
            self.set(Key::Sheet(field), text);
        }
        let (mut converted, mut basis) = (Money::ZERO, 0_usize);
        for (month, day) in QUARTER_ENDS {
            let Ok(end) = Date::new(self.year, month, day) else { continue };
            let known = paid.iter().filter(|date| **date <= end).count();
            let count = Decimal::from(known.saturating_sub(basis));
            let value = AFTER_TAX.times(count, RoundingStrategy::ToZero);
            let value = value.times(GROWN, RoundingStrategy::MidpointAwayFromZero);
            if end > today || !value.is_positive() {
                continue;
            }
            self.add(List::Balances, row(end, value));
            let mut conversion = row(end, value);
            conversion.push((RowField::Destination, "Roth 401(k)".to_owned()));
            conversion.push((RowField::Confirmation, format!("IRR-{}-{month:02}", self.year)));
            self.add(List::Conversions, conversion);
            (converted, basis) = (converted + value, known);
        }
        if today.year() > self.year {
            let basis = AFTER_TAX.times(Decimal::from(basis), RoundingStrategy::ToZero);
            let earnings = converted - basis;
            let boxes = [(RowField::Box1, converted), (RowField::Box2a, earnings), (RowField::Box5, basis)];
            let mut form: Vec<_> = boxes.map(|(field, amount)| (field, typed::money(amount))).into();
            form.push((RowField::Box7, "G".to_owned()));
            self.add(List::Forms, form);
        }
    }

    fn add(&mut self, list: List, texts: Vec<(RowField, String)>) {
        let row = self.add_row(list);
        for (field, text) in texts {
            self.set(Key::Row(list, row, field), text);
        }
    }
}
