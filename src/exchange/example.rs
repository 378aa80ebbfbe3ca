//! An example to look at: one plan, one job, one pay stub, and the after-tax money of its
//! paydays converted once a quarter. On whatever day it is made, one change of the election
//! fills the room.

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
/// 5% of it, after tax: the least that is elected so far.
const AFTER_TAX: Money = Money::cents(35_577);
/// 25% of it, which the paychecks that a change still reaches can give.
const FILLING: Money = Money::cents(177_885);
/// What is taken home of it, as long as that least is elected.
const TAKE_HOME: Money = Money::dollars(3_950);
/// How many days before a payday a change is surely in time for it.
const IN_TIME: i32 = 8;
/// What the after-tax money of a quarter has grown to at its end, as a factor.
const GROWN: Decimal = Decimal::from_parts(10_042, 0, 0, false, 4);
/// The last days of the quarters.
const QUARTER_ENDS: [(u8, u8); 4] = [(3, 31), (6, 30), (9, 30), (12, 31)];

impl Draft {
    /// The example as of today: in this year, or in the next one once no change reaches a
    /// paycheck of this one any more.
    #[must_use]
    pub fn example_of(today: Date) -> Self {
        let year = Self::new(today).year;
        let paydays = paydays(year).map(|(_, dates)| dates).unwrap_or_default();
        Self::example(if reached(&paydays, today) > 0 { year } else { year + 1 }, today)
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
            (Field::LeastTakeHome, "2,500"),
            (Field::TaxRate, "32"),
            (Field::Growth, "6"),
        ] {
            draft.set(Key::Sheet(field), text.to_owned());
        }
        let Some((first, paydays)) = paydays(year) else { return draft };
        draft.set(Key::Sheet(Field::KnownPayDate), format!("1/{}/{year}", first.day()));
        let after_tax = after_tax(year, &paydays, today);
        draft.set(Key::Sheet(Field::AfterTaxElection), format!("{}%", (after_tax.thousandths_of(PAY) + 5) / 10));
        let take_home = (TAKE_HOME + AFTER_TAX - after_tax).to_decimal().trunc();
        draft.set(Key::Sheet(Field::TakeHome), typed::money(Money::rounded(take_home, RoundingStrategy::ToZero)));
        let paid: Vec<Date> = paydays.into_iter().filter(|date| *date <= today).collect();
        let so_far = |each: Money| times(each, paid.len());
        // Payroll stops deferrals at their limit.
        let limit = limits::ELECTIVE_DEFERRALS.on_file(year).map_or(Money::LARGEST, |amount| amount.value);
        for (field, amount) in [
            (Field::PaySoFar, so_far(PAY)),
            (Field::PreTaxSoFar, so_far(DEFERRAL).min(limit)),
            (Field::MatchSoFar, so_far(MATCH)),
            (Field::AfterTax, so_far(after_tax)),
        ] {
            if amount.is_positive() {
                draft.set(Key::Sheet(field), typed::money(amount));
            }
        }
        draft.fill_ledger(&paid, after_tax, today);
        draft
    }

    /// The ledger of the example: what each payday put in, and at the end of each quarter
    /// a statement and the conversion of all that it shows. Once the year is over, its
    /// Form 1099-R as well.
    fn fill_ledger(&mut self, paid: &[Date], after_tax: Money, today: Date) {
        if paid.is_empty() {
            return;
        }
        let row =
            |date: Date, amount: Money| vec![(RowField::On, typed::date(date)), (RowField::Sum, typed::money(amount))];
        for date in paid {
            self.add(List::Contributions, row(*date, after_tax));
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
            let value = times(after_tax, known.saturating_sub(basis));
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
            let basis = times(after_tax, basis);
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

/// The first payday of the example's year and all of them: every second Friday.
fn paydays(year: i16) -> Option<(Date, Vec<Date>)> {
    let mut days = (2..=8).filter_map(|day| Date::new(year, 1, day).ok());
    let first = days.find(|day| day.weekday() == Weekday::Friday)?;
    let payroll = Payroll { cadence: Cadence::Biweekly, known_pay_date: Some(first), ..Payroll::default() };
    Some((first, calendar::pay_dates(&payroll, year)))
}

/// How many of these paydays a change that is made today surely reaches.
fn reached(paydays: &[Date], today: Date) -> usize {
    paydays.iter().filter(|date| today.plus_days(IN_TIME).is_ok_and(|soonest| **date >= soonest)).count()
}

/// The after-tax money of each paycheck before the change: what leaves, of all that fits in
/// the year, about as much as the paychecks after it can give.
fn after_tax(year: i16, paydays: &[Date], today: Date) -> Money {
    let reached = reached(paydays, today);
    let before = paydays.len() - reached;
    let limit = |limit: &limits::Limit| limit.on_file(year).map(|amount| amount.value);
    let (Some(all), Some(deferrals)) = (limit(&limits::ANNUAL_ADDITIONS), limit(&limits::ELECTIVE_DEFERRALS)) else {
        return AFTER_TAX;
    };
    if reached == 0 || before == 0 {
        return AFTER_TAX;
    }
    let fits = all - times(DEFERRAL, paydays.len()).min(deferrals) - times(MATCH, paydays.len());
    let each = (fits - times(FILLING, reached)).to_decimal() / Decimal::from(before);
    Money::rounded(each, RoundingStrategy::ToZero).max(AFTER_TAX)
}

fn times(each: Money, count: usize) -> Money {
    each.times(Decimal::from(count), RoundingStrategy::ToZero)
}
