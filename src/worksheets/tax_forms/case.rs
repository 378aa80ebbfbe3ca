//! What all parts of the worksheet go by.

use super::codes;
use crate::date::Date;
use crate::money::{Money, RoundingStrategy};
use crate::percent::Percent;
use crate::record::{Form1099R, Record, YearRecord};
use crate::worksheets::ledger::{Distribution, Pool};

/// Contributions before this year may come out alone (IRC 72(e)(8)(D)).
const BEFORE_1987: i16 = 1987;

/// The age from which people are taken to be in a plan.
const ADULT: i16 = 18;

/// One person's year, as all parts of the worksheet see it.
pub(super) struct Case<'a> {
    pub(super) record: &'a Record,
    pub(super) entry: &'a YearRecord,
    pub(super) year: i16,
    pub(super) today: Date,
    pub(super) pools: &'a [Pool],
    /// The person's birth date, where it is entered.
    pub(super) birth_date: Option<Date>,
    /// The day on which the person reaches age 59½, where the birth date is entered.
    pub(super) half_past_59: Option<Date>,
    /// By when payers send Form 1099-R.
    pub(super) sent: Option<Date>,
}

impl<'a> Case<'a> {
    /// The year's conversions of one plan that moved anything.
    pub(super) fn moves(&self, pool: &'a Pool) -> impl Iterator<Item = &'a Distribution> {
        pool.distributions_in(self.year).filter(|made| made.moved.is_positive())
    }

    /// The year's conversions of all plans.
    pub(super) fn all_moves(&self) -> impl Iterator<Item = &'a Distribution> {
        self.pools.iter().flat_map(|pool| self.moves(pool))
    }

    /// The year before or after in which a form with code G has this box 1.
    pub(super) fn year_of_such_a_form(&self, gross: Money) -> Option<i16> {
        let is_it = |form: &Form1099R| form.gross == Some(gross) && codes::read(&form.codes) == ['G'];
        let has_it = |year: &i16| self.record.year(*year).is_some_and(|entry| entry.forms.iter().any(is_it));
        [self.year + 1, self.year - 1].into_iter().find(has_it)
    }

    /// The day in the year before or after on which exactly this much moved.
    pub(super) fn moved_in_another_year(&self, gross: Money) -> Option<Date> {
        let years = [self.year - 1, self.year + 1];
        let mut moves = self.pools.iter().flat_map(|pool| &pool.distributions);
        moves
            .find(|made| years.contains(&made.entered.date.year()) && made.moved == gross)
            .map(|made| made.entered.date)
    }

    /// The code of a payment to the person on a day.
    pub(super) fn code_on(&self, day: Date) -> &'static str {
        match self.half_past_59 {
            None => codes::AGE_OPEN,
            Some(half) if day < half => codes::EARLY,
            Some(_) => codes::NORMAL,
        }
    }

    /// Whether the person may have paid into a plan before 1987, by age.
    pub(super) fn could_pay_in_before_1987(&self) -> bool {
        self.birth_date.is_none_or(|born| born.year() + ADULT < BEFORE_1987)
    }

    /// Whether the day on which payers send Form 1099-R is over.
    pub(super) fn forms_are_due(&self) -> bool {
        self.sent.is_some_and(|sent| self.today > sent)
    }

    /// The tax on an amount at the person's own rate, where that is entered.
    pub(super) fn tax_on(&self, amount: Money) -> Option<TaxAtRate> {
        let rate = self.entry.ledger.tax_rate?;
        let tax = amount.times(rate.fraction(), RoundingStrategy::MidpointAwayFromZero);
        Some(TaxAtRate { rate, tax })
    }
}

/// A tax at the person's own rate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TaxAtRate {
    /// The rate.
    pub rate: Percent,
    /// The tax.
    pub tax: Money,
}
