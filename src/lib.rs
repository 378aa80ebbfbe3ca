//! The engine of the mega backdoor Roth planner.
//!
//! It is pure: no clock, no browser, no global state. Data flows one way:
//! the text that a person types ([`draft`]) in answer to the [`questions`] is read
//! ([`reading`]) into a [`record`], a worksheet ([`worksheets`]) turns the record into a
//! result by the law in [`law`], and that becomes a [`report`] in plain texts, which the
//! page shows as it is. What comes in from elsewhere and what goes out is in [`exchange`].
//! The page reaches all this through the [`service`].
//!
//! ```
//! use planner::date::Date;
//! use planner::money::Money;
//! use planner::record::{Amounts, Income, Record, YearRecord};
//! use planner::worksheets::{room, year::Year};
//!
//! let mut year = YearRecord::new(2026);
//! year.income = Some(Income::Wages { pay: Money::dollars(200_000) });
//! year.contributions.pre_tax = Amounts { so_far: Money::dollars(24_500), to_come: Money::ZERO };
//! year.contributions.employer_match = Amounts { so_far: Money::dollars(6_000), to_come: Money::ZERO };
//! let record = Record { birth_date: Some(Date::new(1985, 3, 31)?), years: vec![year], ..Record::default() };
//!
//! let room = room::worksheet(&Year::of(&record, 2026, Date::new(2026, 11, 24)?)?)?;
//! assert_eq!(room.room.value, Money::dollars(41_500));
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
#![doc = include_str!("architecture.md")]

pub mod date;
pub mod draft;
pub mod english;
pub mod exchange;
pub mod explain;
pub mod guide;
pub mod law;
pub mod money;
pub mod order;
pub mod papers;
pub mod percent;
pub mod questions;
pub mod reading;
pub mod record;
pub mod report;
pub mod service;
mod text;
pub mod worksheets;
