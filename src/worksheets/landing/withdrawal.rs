//! A withdrawal that the person thinks of: what it is made of by the law's order, what it
//! costs, and where it stands on the return.
//!
//! Out of a Roth IRA come regular contributions first, then conversions by the years in
//! which they were made, of each the taxable part first, and earnings last
//! (IRC 408A(d)(4); 26 CFR 1.408A-6, A-8, A-9). A payment out of the plan's Roth account
//! has its share of earnings, and its basis is taken out of deferrals first and then out of
//! conversions in the same way (IRC 402A, 72(e)(8); Notice 2010-84, A-13).

use std::collections::BTreeMap;

use serde::Serialize;

use super::roth_layers::RothLayer;
use super::{Account, Case, dates, recapture};
use crate::date::Date;
use crate::money::Money;
use crate::record::{Answer, Spot};

/// A part of the withdrawal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Part {
    /// What it is.
    pub what: String,
    /// How much.
    pub amount: Money,
    /// What of it is income.
    pub income: Money,
    /// The additional tax of 10% on it.
    pub additional_tax: Money,
}

/// What a withdrawal is made of and costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Taken {
    /// Out of which account.
    pub account: Account,
    /// When.
    pub on: Date,
    /// How much.
    pub amount: Money,
    /// Its parts, in the order in which they come out.
    pub parts: Vec<Part>,
    /// What of it is income.
    pub income: Money,
    /// The additional tax of 10%.
    pub additional_tax: Money,
    /// Whether all of it is free of tax, since the account is qualified.
    pub qualified: bool,
    /// The lines of the return: what goes on each.
    pub lines: Vec<(&'static str, Money)>,
    /// Whether the value of the plan's Roth account is missing, without which its share of
    /// earnings is not known.
    pub needs_value: bool,
}

/// What is taxed when it comes out.
struct Rules {
    on: Date,
    turns_59_and_a_half: Option<Date>,
    no_tenth: bool,
    qualified: bool,
}

impl Rules {
    fn part(&self, what: String, amount: Money, income: bool, arrived_in: Option<i16>) -> Part {
        let income = if income && !self.qualified { amount } else { Money::ZERO };
        let within_five_years = arrived_in
            .and_then(|year| Date::new(year, 1, 1).ok())
            .is_some_and(|first| !dates::reached(recapture::free_on(first, self.turns_59_and_a_half), self.on));
        let bears = (income.is_positive() || within_five_years) && !self.no_tenth;
        Part { what, amount, income, additional_tax: if bears { recapture::tenth(amount) } else { Money::ZERO } }
    }
}

/// The conversions in an account by the years in which they arrived: taxable part and rest.
fn by_year(layers: &[RothLayer], account: Account, on: Date) -> BTreeMap<i16, (Money, Money)> {
    let mut years: BTreeMap<i16, (Money, Money)> = BTreeMap::new();
    let landed = layers.iter().filter(|layer| layer.account == Some(account) && layer.arrived <= on);
    for layer in landed.filter(|layer| account == Account::RothIra || layer.is_of_this_plan()) {
        let year = years.entry(layer.arrived.year()).or_default();
        year.0 += layer.taxable;
        year.1 += layer.basis;
    }
    years
}

/// The withdrawal that the person entered, worked out.
pub(super) fn taken(case: &Case<'_>) -> Option<Taken> {
    let landing = &case.entry.landing;
    let amount = landing.withdrawal.amount.filter(|amount| amount.is_positive())?;
    let on = landing.withdrawal.on.unwrap_or(case.today);
    let account = if landing.withdrawal.from == Spot::Roth401k { Account::Plan } else { Account::RothIra };
    let of_age = dates::reached(case.turns_59_and_a_half, on);
    let clock = case.clocks.of_account(account);
    let rules = Rules {
        on,
        turns_59_and_a_half: case.turns_59_and_a_half,
        no_tenth: of_age || landing.withdrawal.exception == Answer::Yes,
        qualified: of_age && clock.started() && dates::reached(clock.met_on, on),
    };
    let years = by_year(&case.layers, account, on);
    let converted: Money = years.values().map(|(taxable, rest)| *taxable + *rest).sum();
    let (first_name, first) = match account {
        Account::RothIra => ("Regular contributions", landing.roth_ira_contributions.unwrap_or_default()),
        Account::Plan => ("Roth deferrals", landing.withdrawal.plan_deferrals.unwrap_or_default()),
    };
    // Out of the plan each payment has its share of earnings.
    let value = landing.withdrawal.plan_value;
    let own = match (account, value) {
        (Account::RothIra, _) | (Account::Plan, None) => amount,
        (Account::Plan, Some(value)) if amount >= value => amount.min(first + converted),
        (Account::Plan, Some(value)) => amount.pro_rata((first + converted).min(value), value).min(amount),
    };
    let mut left = own;
    let mut parts = Vec::new();
    let mut take = |what: String, most: Money, arrived_in: Option<i16>| {
        let part = left.min(most);
        left -= part;
        if part.is_positive() {
            parts.push(rules.part(what, part, false, arrived_in));
        }
    };
    take(first_name.to_owned(), first, None);
    for (year, (taxable, rest)) in years {
        take(format!("Converted in {year}: the part that was taxed then"), taxable, Some(year));
        take(format!("Converted in {year}: after-tax contributions"), rest, None);
    }
    let earnings = left + (amount - own);
    if earnings.is_positive() {
        parts.push(rules.part("Earnings".to_owned(), earnings, true, None));
    }
    let income = parts.iter().map(|part| part.income).sum();
    let additional_tax = parts.iter().map(|part| part.additional_tax).sum();
    let bears: Money = parts.iter().filter(|part| part.additional_tax.is_positive()).map(|part| part.amount).sum();
    let mut lines = match (account, rules.qualified) {
        (Account::RothIra, true) => vec![("Form 1040, line 4a", amount), ("Form 1040, line 4b", Money::ZERO)],
        (Account::RothIra, false) => vec![
            ("Form 8606, line 19", amount),
            ("Form 8606, line 22", first),
            ("Form 8606, line 24", converted),
            ("Form 8606, line 25c, and Form 1040, line 4b", income),
        ],
        (Account::Plan, _) => vec![("Form 1040, line 5a", amount), ("Form 1040, line 5b", income)],
    };
    if bears.is_positive() {
        lines.push(("Form 5329, line 1", bears));
        lines.push(("Form 5329, line 4, and Schedule 2 (Form 1040), line 8", additional_tax));
    }
    let needs_value = account == Account::Plan && value.is_none() && !rules.qualified;
    Some(Taken { account, on, amount, parts, income, additional_tax, qualified: rules.qualified, lines, needs_value })
}
