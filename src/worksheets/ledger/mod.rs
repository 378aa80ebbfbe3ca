//! The ledger posted: what each conversion carries out of the after-tax money, to the
//! cent, over as many years as a person has.
//!
//! After-tax contributions and their earnings form a pool (IRC 72(d)(2)), or the whole
//! account is one where the plan does not account for them apart. What leaves a pool
//! takes basis along pro rata (IRC 72(e)(8)), unless the plan's own figures are known,
//! and everything takes all of it. Basis leaves with the oldest contribution first in
//! one respect only, which is how long it waited: the law knows no lots here.

mod paid_out;
mod pool;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::date::Date;
use crate::money::Money;
use crate::record::{Answer, Conversion, PlanName, Record};

pub use paid_out::PaidOut;
pub use pool::{BasisBy, Distribution, EntryKind, Lot, Pool, PostedEntry, average_days};

/// An entry of the record, in the order in which it is posted.
enum Entry<'a> {
    Contribution(Date, Money),
    Balance(Date, Money),
    Conversion(&'a Conversion, bool),
}

impl Entry<'_> {
    fn date(&self) -> Date {
        match self {
            Self::Contribution(date, _) | Self::Balance(date, _) => *date,
            Self::Conversion(entered, _) => entered.date,
        }
    }

    fn kind(&self) -> EntryKind {
        match self {
            Self::Contribution(..) => EntryKind::Contribution,
            Self::Balance(..) => EntryKind::Balance,
            Self::Conversion(..) => EntryKind::Conversion(0),
        }
    }

    /// On one day contributions come first and conversions last. What is left to choose
    /// goes by the amount, so that the order of typing changes no cent.
    fn order(&self, other: &Self) -> Ordering {
        let days = self.date().cmp(&other.date());
        days.then_with(|| self.kind().cmp(&other.kind())).then_with(|| self.detail().cmp(&other.detail()))
    }

    fn detail(&self) -> (Money, Option<Money>, usize) {
        match self {
            Self::Contribution(_, amount) | Self::Balance(_, amount) => (*amount, None, 0),
            Self::Conversion(entered, _) => (entered.amount, plan_basis(entered), entered.path as usize),
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
        let one_pool = year.plan.separate_accounting == Answer::No;
        for row in year.ledger.contributions.iter().filter(|row| wanted(row.date)) {
            plans.entry(&row.plan).or_default().push(Entry::Contribution(row.date, row.amount));
        }
        for row in year.ledger.balances.iter().filter(|row| wanted(row.date)) {
            plans.entry(&row.plan).or_default().push(Entry::Balance(row.date, row.value));
        }
        for row in year.ledger.conversions.iter().filter(|row| wanted(row.date)) {
            let whole_account = one_pool && row.plan.is_this_job();
            plans.entry(&row.plan).or_default().push(Entry::Conversion(row, whole_account));
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
    pools.sort_by(|one, other| one.plan.cmp(&other.plan));
    pools
}
