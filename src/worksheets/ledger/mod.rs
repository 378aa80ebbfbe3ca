//! The ledger posted: what each conversion carries out of the after-tax money, to the
//! cent, over as many years as a person has.
//!
//! After-tax contributions and their earnings form a pool (IRC 72(d)(2)), or the whole
//! account is one where the plan does not account for them apart. What leaves a pool
//! takes basis along pro rata (IRC 72(e)(8)), unless the plan's own figures are known,
//! and everything takes all of it. Basis leaves with the oldest contribution first in
//! one respect only, which is how long it waited: the law knows no lots here.

mod day;
mod distribution;
mod paid_out;
mod payments;
mod pool;
mod returned;
pub mod words;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::date::Date;
use crate::money::Money;
use crate::order;
use crate::record::{Answer, Conversion, Opening, PlanName, Record};

use day::Payment;
pub use day::Refund;
pub use distribution::{BasisBy, Distribution, SameDay, average_days};
pub use paid_out::{DAYS_IN_THE_MAIL, PaidOut};
pub use pool::{EntryKind, Lot, Pool, PostedEntry};
pub use returned::{Paid, returned_after_conversion, returned_unknown};

/// A statement comes every month or every quarter; older than this many days, a balance
/// tells little of the day of a conversion.
pub const STATEMENT_DAYS: i32 = 31;

/// An entry of the record, in the order in which it is posted.
enum Entry<'a> {
    Opening(Date, &'a Opening),
    Contribution(Date, Money),
    Balance(Date, Money),
    /// What the plan returned of a year as too much.
    Refund(Date, Refund, i16),
    Conversion(Payment<'a>),
}

impl Entry<'_> {
    fn date(&self) -> Date {
        match self {
            Self::Opening(date, _) | Self::Contribution(date, _) | Self::Balance(date, _) | Self::Refund(date, ..) => {
                *date
            }
            Self::Conversion(payment) => payment.entered.date,
        }
    }

    fn kind(&self) -> EntryKind {
        match self {
            Self::Opening(..) => EntryKind::Opening,
            Self::Contribution(..) => EntryKind::Contribution,
            Self::Balance(..) => EntryKind::Balance,
            Self::Refund(..) => EntryKind::Refund,
            Self::Conversion(..) => EntryKind::Conversion(0),
        }
    }

    /// On one day contributions come first and conversions last. What is left to choose
    /// goes by the amount, so that the order of typing changes no cent.
    fn order(&self, other: &Self) -> Ordering {
        let days = self.date().cmp(&other.date());
        days.then_with(|| self.kind().cmp(&other.kind())).then_with(|| self.detail().cmp(&other.detail()))
    }

    fn detail(&self) -> (Money, Option<Money>, usize, [Money; 4]) {
        let none = Money::ZERO;
        match self {
            Self::Opening(_, opening) => {
                let of = |amount: Option<Money>| amount.unwrap_or_default();
                (of(opening.basis), opening.value, 0, [of(opening.before_1987), none, none, none])
            }
            Self::Contribution(_, amount) | Self::Balance(_, amount) => (*amount, None, 0, [none; 4]),
            Self::Refund(_, refund, year) => {
                (refund.basis, Some(refund.earnings), usize::from(year.unsigned_abs()), [none; 4])
            }
            Self::Conversion(payment) => {
                let paid = PaidOut::of(payment.entered, payment.entered.amount);
                let rolled = [paid.in_time, paid.to_traditional, payment.refund.basis, payment.refund.earnings];
                (payment.entered.amount, plan_basis(payment.entered), payment.path as usize, rolled)
            }
        }
    }
}

/// The basis by the plan's own figures, where it gave any.
#[must_use]
pub fn plan_basis(entered: &Conversion) -> Option<Money> {
    let rest = |earnings| (entered.amount - earnings).or_zero();
    let basis = entered.plan_basis.or(entered.plan_earnings.map(rest))?;
    Some(basis.min(entered.amount))
}

/// Whether the plan of the job keeps after-tax money in one pool with all other money, by
/// the last answer up to a year: a plan seldom changes, and a year without an answer says
/// nothing against it.
#[must_use]
pub fn is_one_pool(record: &Record, year: i16) -> bool {
    let known = record.years.iter().filter(|entry| entry.year <= year);
    let answered = known.filter(|entry| entry.plan.separate_accounting != Answer::Unknown);
    answered.max_by_key(|entry| entry.year).is_some_and(|entry| entry.plan.separate_accounting == Answer::No)
}

/// Posts the ledger of all years, one pool for each plan that it names, in the order of
/// their names.
///
/// ```
/// use planner::date::Date;
/// use planner::money::Money;
/// use planner::record::Record;
/// use planner::worksheets::ledger;
/// let record = Record::from_json(r#"{"format": 3, "years": [{"year": 2026, "ledger": {
///     "contributions": [{"date": "2026-01-16", "amount": "10000.00"}],
///     "balances": [{"date": "2026-03-31", "value": "10123.45"}],
///     "conversions": [{"date": "2026-04-01", "amount": "10123.45"}]
/// }}]}"#)?;
/// let pools = ledger::posted(&record);
/// assert_eq!(pools[0].distributions[0].taxable, Money::cents(12_345));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[must_use]
pub fn posted(record: &Record) -> Vec<Pool> {
    posted_until(record, Date::LAST)
}

/// The same up to the end of a day.
#[must_use]
pub fn posted_until(record: &Record, until: Date) -> Vec<Pool> {
    post(record, Vec::new(), |day| day <= until)
}

/// Goes on posting where [`posted_until`] stopped, from the day after `from` up to the
/// end of another.
#[must_use]
pub fn post_on(record: &Record, pools: Vec<Pool>, from: Date, until: Date) -> Vec<Pool> {
    post(record, pools, |day| from < day && day <= until)
}

/// Posts the entries of some days, which come after all that is posted.
fn post(record: &Record, mut pools: Vec<Pool>, wanted: impl Fn(Date) -> bool) -> Vec<Pool> {
    let mut plans: BTreeMap<&PlanName, Vec<Entry<'_>>> = BTreeMap::new();
    for year in &record.years {
        let one_pool = is_one_pool(record, year.year);
        if let Some((on, _)) = year.ledger.opening.entered()
            && wanted(on)
        {
            let opening = &year.ledger.opening;
            plans.entry(&opening.plan).or_default().push(Entry::Opening(on, opening));
        }
        for row in year.ledger.contributions.iter().filter(|row| wanted(row.date)) {
            plans.entry(&row.plan).or_default().push(Entry::Contribution(row.date, row.amount));
        }
        for row in year.ledger.balances.iter().filter(|row| wanted(row.date)) {
            plans.entry(&row.plan).or_default().push(Entry::Balance(row.date, row.value));
        }
        for (on, refund) in returned::of_waiting_money(year).filter(|(on, _)| wanted(*on)) {
            plans.entry(&PlanName::ThisJob).or_default().push(Entry::Refund(on, refund, year.year));
        }
        let carved = returned::carved_out(record, year);
        for (place, row) in year.ledger.conversions.iter().enumerate().filter(|(_, row)| wanted(row.date)) {
            let payment = Payment {
                entered: row,
                path: returned::path(year, row),
                whole_account: one_pool && row.plan.is_this_job(),
                refund: carved.get(place).copied().unwrap_or_default(),
            };
            plans.entry(&row.plan).or_default().push(Entry::Conversion(payment));
        }
    }
    let mut new = Vec::new();
    for (plan, entries) in plans {
        let place = pools.binary_search_by(|pool| pool.plan.cmp(plan)).ok();
        match place.and_then(|place| pools.get_mut(place)) {
            Some(pool) => pool.post(entries),
            None => {
                let mut pool = Pool { plan: plan.clone(), ..Pool::default() };
                pool.post(entries);
                new.push(pool);
            }
        }
    }
    pools.append(&mut new);
    for opening in record.years.iter().map(|year| &year.ledger.opening).filter(|opening| opening.entered().is_none()) {
        // The answer alone says something of older money, too.
        if let Some(pool) = pools.iter_mut().find(|pool| pool.plan == opening.plan)
            && pool.before_1987_alone == Answer::Unknown
        {
            pool.before_1987_alone = opening.before_1987_alone;
        }
    }
    order::sort_by(&mut pools, |one, other| one.plan.cmp(&other.plan));
    pools
}
