//! The paychecks, written back.

use super::Texts;
use crate::questions::{Field, RowField};
use crate::record::{Bonus, Payroll, Raise};

impl Texts<Field> {
    /// All but the lists, which have rows of their own.
    pub(super) fn payroll(&mut self, payroll: &Payroll) {
        let Payroll {
            cadence,
            known_pay_date,
            first_day,
            second_day,
            shift,
            pay_dates,
            basis,
            pay,
            raises: _,
            bonuses: _,
            last_stub,
            pay_so_far,
            pre_tax,
            roth,
            after_tax,
            take_home,
            least_take_home,
            strategy,
            fill_by,
            what_if_raise,
        } = payroll;
        self.choice(Field::Cadence, *cadence);
        self.date(Field::KnownPayDate, *known_pay_date);
        self.count(Field::FirstDay, *first_day);
        self.count(Field::SecondDay, *second_day);
        self.choice(Field::Shift, *shift);
        self.dates(Field::PayDates, pay_dates);
        self.choice(Field::PayBasis, *basis);
        self.money(Field::PayRate, *pay);
        self.date(Field::LastStub, *last_stub);
        self.money(Field::PaySoFar, *pay_so_far);
        self.election(Field::PreTaxElection, *pre_tax);
        self.election(Field::RothElection, *roth);
        self.election(Field::AfterTaxElection, *after_tax);
        self.money(Field::TakeHome, *take_home);
        self.money(Field::LeastTakeHome, *least_take_home);
        self.choice(Field::Strategy, *strategy);
        self.date(Field::FillBy, *fill_by);
        self.percent(Field::WhatIfRaise, *what_if_raise);
    }
}

pub(super) fn raise(raise: &Raise) -> Texts<RowField> {
    let Raise { from, pay } = *raise;
    let mut texts = Texts::default();
    texts.date(RowField::From, Some(from));
    texts.money(RowField::NewPay, Some(pay));
    texts
}

pub(super) fn bonus(bonus: &Bonus) -> Texts<RowField> {
    let Bonus { date, amount, deferrals, after_tax, matched, unsure } = *bonus;
    let mut texts = Texts::default();
    texts.date(RowField::Date, Some(date));
    texts.money(RowField::Amount, Some(amount));
    texts.choice(RowField::TakesDeferrals, deferrals);
    texts.choice(RowField::TakesAfterTax, after_tax);
    texts.choice(RowField::Matched, matched);
    if unsure {
        texts.words(RowField::Sure, "unsure");
    }
    texts
}
