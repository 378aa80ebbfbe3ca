//! The paychecks, read.

use super::Reader;
use crate::money::Money;
use crate::questions::{Field, Key, List, RowField};
use crate::record::{Bonus, ElectionStep, Payroll, Raise};

impl Reader<'_> {
    pub(super) fn payroll(&mut self) -> Payroll {
        let sheet = Key::Sheet;
        let this_year = Some(self.year);
        let in_dollars = self.choice::<ElectionStep>(sheet(Field::ElectionStep)).in_dollars();
        Payroll {
            cadence: self.choice(sheet(Field::Cadence)),
            known_pay_date: self.date(sheet(Field::KnownPayDate), None),
            first_day: self.count(sheet(Field::FirstDay), 1..=31),
            second_day: self.count(sheet(Field::SecondDay), 1..=31),
            shift: self.choice(sheet(Field::Shift)),
            pay_dates: self.dates(sheet(Field::PayDates)),
            basis: self.choice(sheet(Field::PayBasis)),
            pay: self.money(sheet(Field::PayRate)),
            raises: self.rows(List::Raises, Self::raise),
            bonuses: self.rows(List::Bonuses, Self::bonus),
            last_stub: self.date(sheet(Field::LastStub), this_year),
            pay_so_far: self.money(sheet(Field::PaySoFar)),
            pre_tax: self.election(sheet(Field::PreTaxElection), in_dollars),
            roth: self.election(sheet(Field::RothElection), in_dollars),
            after_tax: self.election(sheet(Field::AfterTaxElection), in_dollars),
            take_home: self.money(sheet(Field::TakeHome)),
            least_take_home: self.money(sheet(Field::LeastTakeHome)),
            strategy: self.choice(sheet(Field::Strategy)),
            fill_by: self.date(sheet(Field::FillBy), this_year),
            what_if_raise: self.percent(sheet(Field::WhatIfRaise)),
        }
    }

    /// A raise, once both its parts are typed. A date alone has nothing to count yet.
    pub(super) fn raise(&mut self, id: u32) -> Option<Raise> {
        let key = |field| Key::Row(List::Raises, id, field);
        let from = self.date(key(RowField::From), Some(self.year));
        let pay = self.money(key(RowField::NewPay));
        self.dated(pay, key(RowField::NewPay), key(RowField::From), "Enter the first payday of this raise as well.");
        Some(Raise { from: from?, pay: pay? })
    }

    /// A bonus, once its date and amount are typed. A date alone has nothing to count yet.
    pub(super) fn bonus(&mut self, id: u32) -> Option<Bonus> {
        let key = |field| Key::Row(List::Bonuses, id, field);
        let date = self.date(key(RowField::Date), Some(self.year));
        let amount = self.money(key(RowField::Amount));
        self.dated(amount, key(RowField::Amount), key(RowField::Date), "Enter the payday of this bonus as well.");
        Some(Bonus {
            date: date?,
            amount: amount?,
            deferrals: self.choice(key(RowField::TakesDeferrals)),
            after_tax: self.choice(key(RowField::TakesAfterTax)),
            matched: self.choice(key(RowField::Matched)),
            unsure: self.unsure(key(RowField::Sure)),
        })
    }

    fn unsure(&mut self, key: Key) -> bool {
        let text = self.asked(key);
        if !["sure", "unsure"].contains(&text) {
            self.leave_out([key]);
        }
        text == "unsure"
    }

    /// An amount without its date is left out, so the person is told.
    pub(super) fn dated(&mut self, amount: Option<Money>, key: Key, date: Key, message: &str) {
        if amount.is_some() && self.asked(date).is_empty() {
            self.problem::<()>(key, message.to_owned(), true);
        }
    }
}
