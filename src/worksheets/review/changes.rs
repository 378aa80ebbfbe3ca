//! What is other next year: the limits, what one's age changes, what is taken over and what
//! is asked anew. How it reads is in `change_words`.

use serde::{Serialize, Serializer};

use crate::law::limits::{self, Limit};
use crate::law::{Amount, Standing, ages, citations};
use crate::money::Money;
use crate::record::Income;
use crate::worksheets::year::Year;

/// Something that is other next year.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "a field is named for what its line says")]
pub enum Change {
    /// A limit of the law.
    Limit { name: &'static str, this: Option<Amount>, next: Option<Amount>, own: bool },
    /// The catch-up that one's age allows.
    CatchUp { age: i16, this: Money, next: Option<Money> },
    /// Whether next year's catch-up must be Roth, by this year's wages.
    RothCatchUp { wages: Option<Money>, threshold: Option<Money> },
    /// Whether one is highly compensated next year, by this year's pay.
    HighlyCompensated { pay: Option<Money>, above: Option<Money> },
    /// What is taken over, and what is asked anew.
    TakenOver { begun: bool },
    /// What waits in the after-tax money goes on.
    Waiting { value: Money },
}

impl Serialize for Change {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.row().serialize(serializer)
    }
}

pub(super) fn changes(year: &Year<'_>) -> Vec<Change> {
    let next = year.year.saturating_add(1);
    let own = year.record.year(next).map(|next| &next.own_limits);
    let mut changes = Vec::new();
    let mut limit = |limit: &'static Limit, told: Option<Option<Money>>| {
        let (this, by_law) = (limit.on_file(year.year), limit.on_file(next));
        let official = by_law.is_some_and(|amount| amount.standing == Standing::Official);
        let told = told.flatten().filter(|_| !official);
        let next = told.map_or(by_law, |value| {
            let standing = Standing::Own;
            Some(Amount { value, standing, source: citations::OWN_FIGURE })
        });
        if this.is_some() || next.is_some() {
            changes.push(Change::Limit { name: limit.name, this, next, own: told.is_some() });
        }
    };
    limit(&limits::ELECTIVE_DEFERRALS, own.map(|own| own.elective_deferrals));
    limit(&limits::ANNUAL_ADDITIONS, own.map(|own| own.annual_additions));
    limit(&limits::PAY_COUNTED, own.map(|own| own.pay_counted));
    limit(&limits::SOCIAL_SECURITY_WAGE_BASE, own.map(|own| own.social_security_wage_base));
    let age = year.record.birth_date.map(|born| next - born.year());
    if let Some(age) = age.filter(|age| (ages::CATCH_UP..ages::CATCH_UP + 60).contains(age)) {
        changes.push(catch_up(age, year.year));
        changes.push(Change::RothCatchUp {
            wages: wages(year),
            threshold: limits::ROTH_CATCH_UP_WAGES.on_file(next).map(|amount| amount.value),
        });
    }
    let above = limits::HIGHLY_COMPENSATED_PAY.on_file(year.year).map(|amount| amount.value);
    changes.push(Change::HighlyCompensated { pay: wages(year), above });
    let waiting: Money = year.pools().iter().map(|pool| pool.value).sum();
    if waiting.is_positive() {
        changes.push(Change::Waiting { value: waiting });
    }
    let begun = year.record.year(next).is_some_and(|next| next.payroll.is_entered() || next.income.is_some());
    changes.push(Change::TakenOver { begun });
    changes
}

/// Gross pay of the year from this job, as far as it is known.
fn wages(year: &Year<'_>) -> Option<Money> {
    let entry = year.projected().ok().flatten().unwrap_or(year.entry);
    match entry.income {
        Some(Income::Wages { pay }) => Some(pay),
        _ => None,
    }
}

/// The catch-up by age, this year and the next, as the law has it where a plan offers all.
fn catch_up(age: i16, year: i16) -> Change {
    let by_age = |age: i16, year: i16| {
        let limit = if ages::HIGHER_CATCH_UP.contains(&age) { &limits::CATCH_UP_60_TO_63 } else { &limits::CATCH_UP };
        limit.on_file(year).map(|amount| amount.value)
    };
    let this = if age > ages::CATCH_UP { by_age(age - 1, year).unwrap_or_default() } else { Money::ZERO };
    Change::CatchUp { age, this, next: by_age(age, year.saturating_add(1)) }
}
