//! A year worked out once, for every worksheet: what the person entered, the limits, the
//! age, the paychecks and what follows from them, whether the plan can do it, and the
//! ledger posted.
//!
//! Whatever two worksheets need stands here, so that they cannot differ in it. What only
//! some need, and costs time, is worked out when it is first asked for.

mod beside;
mod catch_up;
mod months;
mod not_ready;
pub mod paychecks;

use std::cell::OnceCell;

use crate::date::Date;
use crate::law::{UnknownYear, YearLimits};
use crate::record::{Record, YearRecord, is_year};
use crate::worksheets::feasibility::Feasibility;
use crate::worksheets::ledger::{self, Pool};

pub use beside::Beside;
pub use catch_up::{CatchUpRule, RothCatchUp, catch_up_amount, catch_up_rule, roth_catch_up};
pub use months::{Monthly, months_left};
pub use not_ready::{EvenPaychecks, NotReady};
use paychecks::Paychecks;

/// A year of a record, seen on a day.
pub struct Year<'a> {
    /// The whole record.
    pub record: &'a Record,
    /// What the person entered for the year.
    pub entry: &'a YearRecord,
    /// The calendar year.
    pub year: i16,
    /// The day: it decides what is still to come and what is late.
    pub today: Date,
    /// Whether the plan can do it.
    pub feasibility: Feasibility,
    /// What the job is called where the year has several; empty else.
    pub job: &'a str,
    /// The other jobs of the year that have a plan of their own.
    pub beside: &'a [Beside],
    limits: Result<YearLimits, UnknownYear>,
    age: Result<i16, NotReady>,
    paychecks: OnceCell<Result<Option<Paychecks>, NotReady>>,
    projected: OnceCell<Result<Option<YearRecord>, NotReady>>,
    pools: OnceCell<Vec<Pool>>,
}

impl<'a> Year<'a> {
    /// A year of the record on a day.
    ///
    /// ```
    /// use planner::date::Date;
    /// use planner::record::{Record, YearRecord};
    /// use planner::worksheets::year::{NotReady, Year};
    /// let birth_date = Some(Date::new(1976, 12, 31)?);
    /// let record = Record { birth_date, years: vec![YearRecord::new(2026)], ..Record::default() };
    /// let year = Year::of(&record, 2026, Date::new(2026, 11, 24)?)?;
    /// assert_eq!(year.age()?, 50);
    /// assert_eq!(Year::of(&record, 2025, year.today).err(), Some(NotReady::NoSuchYear { year: 2025 }));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// # Errors
    /// [`NotReady::NoSuchYear`] if the record has no entry for it, [`NotReady::TooLarge`] if
    /// its amounts [add up to too much](Record::bounded): beyond this, nothing can overflow.
    pub fn of(record: &'a Record, year: i16, today: Date) -> Result<Self, NotReady> {
        let found = Self::found(record, year, today)?;
        record.bounded()?;
        Ok(found)
    }

    /// Another year of the same record on the same day.
    ///
    /// # Errors
    /// [`NotReady::NoSuchYear`] if the record has no entry for it.
    pub fn other(&self, year: i16) -> Result<Self, NotReady> {
        // The record was found to be bounded when this year was.
        Self::found(self.record, year, self.today)
    }

    fn found(record: &'a Record, year: i16, today: Date) -> Result<Self, NotReady> {
        let entry = record.year(year).filter(|_| is_year(year)).ok_or(NotReady::NoSuchYear { year })?;
        Ok(Self {
            record,
            entry,
            year,
            today,
            feasibility: Feasibility::of(&entry.plan),
            job: "",
            beside: &[],
            limits: YearLimits::of(year, &entry.own_limits),
            age: age(record, year, today),
            paychecks: OnceCell::new(),
            projected: OnceCell::new(),
            pools: OnceCell::new(),
        })
    }

    /// The year's limits.
    ///
    /// # Errors
    /// [`NotReady::UnknownYear`] where one is neither known nor entered.
    pub fn limits(&self) -> Result<&YearLimits, NotReady> {
        self.limits.as_ref().map_err(|error| NotReady::from(error.clone()))
    }

    /// The age reached by the end of the year.
    ///
    /// # Errors
    /// [`NotReady::BirthDate`] or [`NotReady::NotBorn`].
    pub fn age(&self) -> Result<i16, NotReady> {
        self.age.clone()
    }

    /// The paychecks of the year; none where the payroll is not entered or the job is the
    /// person's own business.
    ///
    /// # Errors
    /// [`NotReady`] where the limits or the age are not known.
    pub fn paychecks(&self) -> Result<Option<&Paychecks>, NotReady> {
        let of = || Ok(Paychecks::of(self.entry, self.limits()?, self.age()?, self.today));
        self.paychecks.get_or_init(of).as_ref().map(Option::as_ref).map_err(NotReady::clone)
    }

    /// The entry with what follows from the paychecks in place of what was entered for it;
    /// none where there are no paychecks.
    ///
    /// # Errors
    /// As [`Year::paychecks`].
    pub fn projected(&self) -> Result<Option<&YearRecord>, NotReady> {
        let of = || Ok(self.paychecks()?.map(|paychecks| paychecks.projected(self.entry)));
        self.projected.get_or_init(of).as_ref().map(Option::as_ref).map_err(NotReady::clone)
    }

    /// The whole ledger posted, one pool for each plan.
    pub fn pools(&self) -> &[Pool] {
        self.pools.get_or_init(|| ledger::posted(self.record))
    }
}

/// The age reached by the end of a year.
///
/// # Errors
/// [`NotReady::BirthDate`] or [`NotReady::NotBorn`].
pub fn age(record: &Record, year: i16, today: Date) -> Result<i16, NotReady> {
    let birth_date = record.birth_date.ok_or(NotReady::BirthDate)?;
    let age = year - birth_date.year();
    if birth_date > today || age < 0 { Err(NotReady::NotBorn) } else { Ok(age) }
}
