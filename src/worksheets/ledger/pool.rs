//! One plan's after-tax money: what it holds, and what came in and went out.

use std::collections::VecDeque;

use rust_decimal::Decimal;

use super::day::{Payment, Refund};
use super::{Distribution, Entry};
use crate::date::Date;
use crate::money::Money;
use crate::order;
use crate::record::{Answer, Opening, PlanName};

/// A contribution, or what is left of it, that was not converted yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lot {
    /// When it was paid in.
    pub date: Date,
    /// What is left of it.
    pub amount: Money,
    /// Whether it is of the opening line, so that it waited longer than the ledger knows.
    pub opening: bool,
}

/// What an entry of the ledger is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// What was there before the ledger begins.
    Opening,
    /// Money came in.
    Contribution,
    /// A statement showed the value.
    Balance,
    /// The plan returned money as too much.
    Refund,
    /// Money left; the place of its [`Distribution`] in [`Pool::distributions`].
    Conversion(usize),
}

/// An entry of the ledger, with what the pool held after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostedEntry {
    /// The day.
    pub date: Date,
    /// What happened.
    pub kind: EntryKind,
    /// How much.
    pub amount: Money,
    /// The basis after it.
    pub basis: Money,
    /// The value after it, as far as the entries tell.
    pub value: Money,
}

/// One plan's after-tax money, or its whole account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    /// The plan.
    pub plan: PlanName,
    /// All entries in order.
    pub entries: Vec<PostedEntry>,
    /// The conversions in order.
    pub distributions: Vec<Distribution>,
    /// All contributions ever, those of the opening line among them.
    pub contributed: Money,
    /// Basis that the plan's figures have and the ledger's contributions do not.
    pub missing: Money,
    /// Basis that the plan returned as too much.
    pub refunded: Money,
    /// The basis still in it.
    pub basis: Money,
    /// What of it was paid in before 1987.
    pub before_1987: Money,
    /// Whether the plan pays that part first and alone.
    pub before_1987_alone: Answer,
    /// Its value, as far as the entries tell.
    pub value: Money,
    /// The latest balance that the value goes by.
    pub valued_on: Option<Date>,
    /// Contributions not converted yet, the oldest first. They sum up to the basis.
    pub waiting: VecDeque<Lot>,
    /// Basis that was lost when the last of the value left. Whether it stands against later
    /// earnings (IRC 72(e)(6)) is not settled, so that it does so only where the plan's own
    /// figures have it.
    pub unrecovered: Money,
}

/// Basis taken out of contributions.
pub(super) struct Taken {
    pub oldest: Option<Date>,
    pub dated: Money,
    pub dollar_days: Decimal,
}

impl Pool {
    pub(super) fn post(&mut self, mut entries: Vec<Entry<'_>>) {
        // Rows are mostly in order already, which this sort makes use of.
        order::sort_by(&mut entries, Entry::order);
        self.entries.reserve(entries.len());
        let mut payments: Vec<Payment<'_>> = Vec::new();
        for entry in entries {
            // What leaves on one day is one distribution.
            if payments.last().is_some_and(|last| last.entered.date != entry.date()) {
                self.pay(std::mem::take(&mut payments));
            }
            let (date, kind, amount) = match entry {
                Entry::Opening(date, opening) => (date, EntryKind::Opening, self.open(date, opening)),
                Entry::Contribution(date, amount) => {
                    self.contribute(Lot { date, amount, opening: false });
                    (date, EntryKind::Contribution, amount)
                }
                Entry::Balance(date, value) => {
                    self.value = value;
                    self.valued_on = Some(date);
                    (date, EntryKind::Balance, value)
                }
                Entry::Refund(date, refund, year) => {
                    let gone = self.refund(date, refund, year);
                    (date, EntryKind::Refund, gone)
                }
                Entry::Conversion(payment) => {
                    payments.push(payment);
                    continue;
                }
            };
            self.entries.push(PostedEntry { date, kind, amount, basis: self.basis, value: self.value });
        }
        self.pay(payments);
    }

    /// What was there before.
    fn open(&mut self, date: Date, opening: &Opening) -> Money {
        let basis = opening.basis.unwrap_or_default();
        self.contribute(Lot { date, amount: basis, opening: true });
        if let Some(value) = opening.value {
            self.value += value - basis;
            self.valued_on = Some(date);
        }
        self.before_1987 += opening.before_1987.unwrap_or_default().min(basis);
        self.before_1987_alone = opening.before_1987_alone;
        opening.value.unwrap_or(basis)
    }

    fn contribute(&mut self, lot: Lot) {
        if self.value == Money::ZERO {
            // A statement of nothing may say so as well as a conversion of everything.
            self.close();
        }
        self.contributed += lot.amount;
        self.basis += lot.amount;
        self.value += lot.amount;
        if lot.amount.is_positive() {
            self.waiting.push_back(lot);
        }
    }

    /// The plan returned contributions of a year as too much: they leave with their
    /// earnings, as far as they are still there.
    fn refund(&mut self, date: Date, refund: Refund, year: i16) -> Money {
        let basis = refund.basis.min(self.basis);
        let earnings =
            if basis == refund.basis { refund.earnings } else { refund.earnings.pro_rata(basis, refund.basis) };
        if !basis.is_positive() {
            return Money::ZERO;
        }
        if earnings.is_positive() && self.valued_on != Some(date) {
            self.value = self.value.max(self.basis + earnings);
        }
        let gone = basis + earnings;
        self.basis -= basis;
        self.refunded += basis;
        self.value = (self.value - gone).or_zero();
        self.before_1987 = self.before_1987.min(self.basis);
        // The latest of the year are those that passed its limit.
        let mut left = basis;
        let of_the_year = |lot: &Lot| lot.date.year() <= year;
        for wanted in [true, false] {
            for lot in self.waiting.iter_mut().rev().filter(|lot| of_the_year(lot) == wanted) {
                let part = lot.amount.min(left);
                lot.amount -= part;
                left -= part;
            }
        }
        self.waiting.retain(|lot| lot.amount.is_positive());
        if self.value == Money::ZERO {
            self.valued_on = None;
            self.close();
        }
        gone
    }

    /// Nothing is left, so that what basis there is has no value any more.
    pub(super) fn close(&mut self) {
        self.waiting.clear();
        self.unrecovered += self.basis;
        self.basis = Money::ZERO;
        self.before_1987 = Money::ZERO;
    }

    /// Takes basis out of the oldest contributions.
    pub(super) fn take(&mut self, basis: Money, on: Date) -> Taken {
        let mut left = basis;
        let mut taken = Taken { oldest: None, dated: Money::ZERO, dollar_days: Decimal::ZERO };
        while left.is_positive() {
            let Some(lot) = self.waiting.front_mut() else { break };
            let part = lot.amount.min(left);
            if !lot.opening {
                let days = Decimal::from(on.day_number() - lot.date.day_number());
                taken.dollar_days += part.to_decimal() * days;
                taken.dated += part;
            }
            taken.oldest = taken.oldest.or(Some(lot.date));
            left -= part;
            lot.amount -= part;
            if lot.amount == Money::ZERO {
                self.waiting.pop_front();
            }
        }
        taken
    }

    /// What its contributions that wait come to.
    #[must_use]
    pub fn waits(&self) -> Money {
        if self.value == Money::ZERO { Money::ZERO } else { self.basis }
    }

    /// The conversions of one calendar year, which is the year that they are taxed in.
    pub fn distributions_in(&self, year: i16) -> impl Iterator<Item = &Distribution> {
        self.distributions.iter().filter(move |distribution| distribution.entered.date.year() == year)
    }
}
