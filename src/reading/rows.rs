//! The rows of the lists, read.

use super::Reader;
use super::texts::read;
use crate::date::Date;
use crate::money::{Money, MoneyError};
use crate::questions::{Key, List, RowField};
use crate::questions::{bonuses, conversions, deposits, entries, forms, jobs, returns};
use crate::record::{
    Balance, Bonus, Certainty, Contribution, Conversion, Form1099R, OtherJob, PlanName, Raise, Returned,
};

/// What an amount without its date is told.
const NO_DATE: &str = "Enter the date as well.";

impl Reader<'_> {
    pub(super) fn job(&mut self, id: u32) -> Option<OtherJob> {
        let key = |field| Key::Row(List::Jobs, id, field);
        let mut job = OtherJob::default();
        jobs! { read! self job RowField key: }
        Some(job)
    }

    /// A raise, once both its parts are typed.
    pub(super) fn raise(&mut self, id: u32) -> Option<Raise> {
        let key = |field| Key::Row(List::Raises, id, field);
        let (from, pay) = (key(RowField::From), key(RowField::NewPay));
        let (from, pay) = self.dated(from, pay, "Enter the first payday of this raise as well.");
        Some(Raise { from: from?, pay: pay? })
    }

    /// A bonus, once its date and amount are typed.
    pub(super) fn bonus(&mut self, id: u32) -> Option<Bonus> {
        let key = |field| Key::Row(List::Bonuses, id, field);
        let (date, amount) = (key(RowField::Date), key(RowField::Amount));
        let (date, amount) = self.dated(date, amount, "Enter the payday of this bonus as well.");
        let mut bonus = Bonus::new(date?, amount?);
        bonuses! { read! self bonus RowField key: }
        bonus.unsure = self.choice::<Certainty>(key(RowField::Sure)) == Certainty::Unsure;
        Some(bonus)
    }

    /// A contribution, once its date and amount are typed.
    pub(super) fn contribution(&mut self, id: u32) -> Option<Contribution> {
        let key = |field| Key::Row(List::Contributions, id, field);
        let (date, amount) = self.entry(key);
        let mut contribution = Contribution::new(date?, amount?);
        entries! { deposits! read! self contribution RowField key: }
        Some(contribution)
    }

    /// A balance, once its date and amount are typed.
    pub(super) fn balance(&mut self, id: u32) -> Option<Balance> {
        let key = |field| Key::Row(List::Balances, id, field);
        let (date, value) = self.entry(key);
        let mut balance = Balance { date: date?, value: value?, plan: PlanName::ThisJob };
        entries! { read! self balance RowField key: }
        Some(balance)
    }

    /// A conversion, once its date and amount are typed. What else cannot be read in it is
    /// told before.
    pub(super) fn conversion(&mut self, id: u32) -> Option<Conversion> {
        let key = |field| Key::Row(List::Conversions, id, field);
        let (date, amount) = self.entry(key);
        let mut conversion = Conversion::new(date.unwrap_or(Date::LAST), amount.unwrap_or_default());
        entries! { conversions! read! self conversion RowField key: }
        let is_blank = self.asked(key(RowField::Sum)).is_empty();
        let parts = conversion.plan_basis.zip(conversion.plan_earnings).filter(|_| is_blank);
        // The plan's figures come to the whole, which may be no more than could be typed.
        let amount = amount.or(parts.and_then(|(basis, earnings)| {
            (basis + earnings).plain().parse().map_err(|error| self.whole_of(key, error)).ok()
        }));
        if parts.is_some() && self.asked(key(RowField::On)).is_empty() {
            self.problem::<()>(key(RowField::PlanBasis), NO_DATE.to_owned(), true);
        }
        if is_blank && conversion.plan_basis.is_some() != conversion.plan_earnings.is_some() {
            let typed = if conversion.plan_basis.is_some() { RowField::PlanBasis } else { RowField::PlanEarnings };
            let message = "Enter the amount as well, or both contributions and earnings.";
            self.problem::<()>(key(typed), message.to_owned(), true);
        }
        conversion.amount = amount.unwrap_or_default();
        (date.is_some() && amount.is_some()).then_some(conversion)
    }

    /// Says of both parts of a conversion why their whole is no amount.
    fn whole_of(&mut self, key: impl Fn(RowField) -> Key, error: MoneyError) {
        for part in [RowField::PlanBasis, RowField::PlanEarnings] {
            self.problem::<()>(key(part), error.to_string(), false);
        }
    }

    /// The date and the amount of a row of the ledger.
    fn entry(&mut self, key: impl Fn(RowField) -> Key) -> (Option<Date>, Option<Money>) {
        self.dated(key(RowField::On), key(RowField::Sum), NO_DATE)
    }

    /// A date of the year and its amount. An amount without its date is left out, so the
    /// person is told; a date alone has nothing to count yet.
    fn dated(&mut self, date: Key, amount: Key, message: &str) -> (Option<Date>, Option<Money>) {
        let read = (self.date(date, Some(self.year)), self.money(amount));
        if read.1.is_some() && self.asked(date).is_empty() {
            self.problem::<()>(amount, message.to_owned(), true);
        }
        read
    }

    /// A form as it arrived. One with nothing in it stands for none.
    pub(super) fn form(&mut self, id: u32) -> Option<Form1099R> {
        let key = |field| Key::Row(List::Forms, id, field);
        let mut form = Form1099R::default();
        forms! { read! self form RowField key: }
        (form != Form1099R::default()).then_some(form)
    }

    /// What the plan returned, once an amount is typed.
    pub(super) fn returned(&mut self, id: u32) -> Option<Returned> {
        let key = |field| Key::Row(List::Returns, id, field);
        let mut returned = Returned::default();
        returns! { read! self returned RowField key: }
        (returned.excess.is_some() || returned.earnings.is_some()).then_some(returned)
    }
}
