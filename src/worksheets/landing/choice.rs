//! What the person chose, and the conversions that went elsewhere.

use serde::Serialize;

use super::roth_layers::RothLayer;
use super::{Account, Allowed};
use crate::date::Date;
use crate::money::Money;
use crate::record::{Answer, Path, YearRecord};

/// What the person chose.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// The spot.
    pub account: Account,
    /// Why, in the person's words.
    pub reason: String,
    /// When; open if the person gave no date.
    pub chosen_on: Option<Date>,
    /// Whether the plan leaves it open.
    pub allowed: Answer,
    /// Whether it was made by today, and so before the next transfer.
    pub before_next_transfer: bool,
    /// The year's conversions that were made before the choice.
    pub conversions_before: usize,
    /// Conversions after the choice that went elsewhere, in order of their dates.
    pub elsewhere: Vec<Elsewhere>,
}

/// A conversion that went elsewhere than chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Elsewhere {
    /// When the plan made it.
    pub date: Date,
    /// How much of it went elsewhere.
    pub amount: Money,
    /// Where.
    pub went: Went,
    /// The account that received it, as the person calls it.
    pub destination: String,
}

/// Where such a conversion went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Went {
    /// Into the plan's own Roth account.
    PlanRoth,
    /// To a Roth IRA.
    RothIra,
    /// All of it was earnings, which went to a pre-tax account.
    PreTax,
    /// To a Roth IRA, and its earnings to a pre-tax account.
    RothIraAndPreTax,
    /// To the person, who kept it.
    PaidOut,
    /// To the person, who kept this part of it.
    PartlyPaidOut,
    /// To the person, and from there to a Roth IRA.
    PaidOutThenRothIra,
}

impl Choice {
    /// All that went elsewhere.
    pub(super) fn total_elsewhere(&self) -> Money {
        self.elsewhere.iter().map(|elsewhere| elsewhere.amount).sum()
    }

    /// The choice holds for the plan of the year's job, from its date on; without a date
    /// for the year.
    pub(super) fn of(entry: &YearRecord, allowed: Allowed, conversions: &[RothLayer], today: Date) -> Option<Self> {
        let landing = &entry.landing;
        let account = Account::chosen(landing.spot)?;
        let of_this_plan = || {
            let up_to_the_year = |conversion: &&RothLayer| conversion.date.year() <= entry.year;
            conversions.iter().filter(|conversion| conversion.is_of_this_plan()).filter(up_to_the_year)
        };
        let before = |conversion: &RothLayer| match landing.chosen_on {
            Some(chosen_on) => conversion.date < chosen_on,
            None => conversion.date.year() < entry.year,
        };
        let after = of_this_plan().filter(|conversion| !before(conversion));
        let elsewhere = after.filter_map(|conversion| elsewhere(conversion, account));
        Some(Self {
            account,
            reason: landing.reason.trim().to_owned(),
            chosen_on: landing.chosen_on,
            allowed: allowed.to(account),
            before_next_transfer: landing.chosen_on.is_none_or(|chosen_on| chosen_on <= today),
            conversions_before: of_this_plan()
                .filter(|conversion| conversion.date.year() == entry.year && before(conversion))
                .count(),
            elsewhere: elsewhere.collect(),
        })
    }
}

/// What of a conversion went elsewhere than to the spot chosen.
fn elsewhere(conversion: &RothLayer, chosen: Account) -> Option<Elsewhere> {
    let amount = if conversion.account == Some(chosen) { conversion.kept } else { conversion.amount };
    let went = match (conversion.path, conversion.account) {
        (Path::InPlan, _) => Went::PlanRoth,
        (Path::RothIra, _) => Went::RothIra,
        (Path::Split | Path::TraditionalIra, None) => Went::PreTax,
        (Path::Split | Path::TraditionalIra, Some(_)) => Went::RothIraAndPreTax,
        (Path::PaidOut, None) => Went::PaidOut,
        (Path::PaidOut, Some(_)) if chosen == Account::RothIra => Went::PartlyPaidOut,
        (Path::PaidOut, Some(_)) => Went::PaidOutThenRothIra,
    };
    amount.is_positive().then(|| Elsewhere {
        date: conversion.date,
        amount,
        went,
        destination: conversion.destination.clone(),
    })
}
