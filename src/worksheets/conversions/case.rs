//! What all parts of the worksheet go by: the year, the day, and the ledger posted.

use crate::date::Date;
use crate::order;
use crate::record::{EmployerKind, Income, Landing, PlanKind, PlanRules, Record, Spot, TransferTiming, YearRecord};
use crate::worksheets::feasibility::Feasibility;
use crate::worksheets::ledger::{self, Distribution, Pool};
use crate::worksheets::year::Year;

/// The posted ledger of one person, seen in one year.
pub(super) struct Case<'a> {
    pub record: &'a Record,
    pub entry: &'a YearRecord,
    pub today: Date,
    /// The last day that counts: today, or the end of a year that is over.
    pub as_of: Date,
    /// Whether the plan can do it, by its rules of the year.
    pub feasibility: Feasibility,
    /// Every pool up to that day.
    pub pools: &'a [Pool],
    /// The year's conversions over all pools, in order.
    pub distributions: Vec<&'a Distribution>,
    /// The choices of the landing spot, the latest year first.
    choices: Vec<(i16, &'a Landing)>,
}

impl<'a> Case<'a> {
    pub(super) fn new(year: &Year<'a>, as_of: Date, pools: &'a [Pool]) -> Self {
        let &Year { record, entry, today, feasibility, .. } = year;
        let mut distributions: Vec<&Distribution> =
            pools.iter().flat_map(|pool| pool.distributions_in(entry.year)).collect();
        order::sort_by_key(&mut distributions, |distribution| distribution.entered.date);
        let made = |year: &&YearRecord| year.year <= entry.year && year.landing.spot != Spot::Open;
        let mut choices: Vec<_> = record.years.iter().filter(made).map(|year| (year.year, &year.landing)).collect();
        order::sort_by_key(&mut choices, |(year, _)| std::cmp::Reverse(*year));
        Self { record, entry, today, as_of, feasibility, pools, distributions, choices }
    }

    pub(super) fn year(&self) -> i16 {
        self.entry.year
    }

    /// The days of the year's entries that are after the last day that counts.
    pub(super) fn days_to_come(&self) -> impl Iterator<Item = Date> {
        self.entry.ledger.days().filter(|day| *day > self.as_of)
    }

    /// Whether the year is over.
    pub(super) fn is_over(&self) -> bool {
        self.year() < self.today.year()
    }

    /// The landing spot chosen by a day: the year's own choice or, before it was made or
    /// where there is none, that of the nearest year before.
    pub(super) fn chosen_by(&self, day: Date) -> Option<&'a Landing> {
        let made = |landing: &Landing| landing.chosen_on.is_none_or(|chosen| chosen <= day);
        self.choices.iter().map(|(_, landing)| *landing).find(|landing| made(landing))
    }

    /// The conversions of which no confirmation was noted.
    pub(super) fn unconfirmed(&self) -> impl Iterator<Item = &'a Distribution> {
        self.distributions.iter().copied().filter(|distribution| distribution.entered.confirmation.is_empty())
    }

    /// Whether the person owns the business that has the plan, and so can deposit after the
    /// year's end.
    pub(super) fn is_owner(&self) -> bool {
        let is_owners =
            |plan: &PlanRules| plan.kind == PlanKind::Solo401k || plan.employer == EmployerKind::OwnBusiness;
        is_owners(&self.entry.plan) || matches!(self.entry.income, Some(Income::SelfEmployed { .. }))
    }

    /// Whether the plan of the year's job keeps after-tax money in one pool with all other.
    pub(super) fn is_one_pool(&self) -> bool {
        ledger::is_one_pool(self.record, self.year())
    }

    /// The conversions out of the plan of the year's job, whose rules are known.
    pub(super) fn own_distributions(&self) -> impl Iterator<Item = &'a Distribution> {
        self.distributions.iter().copied().filter(|distribution| distribution.entered.plan.is_this_job())
    }

    /// The pool of the plan of the year's job.
    pub(super) fn own_pool(&self) -> Option<&'a Pool> {
        self.pools.iter().find(|pool| pool.plan.is_this_job())
    }

    /// Whether a pool is the whole account, pre-tax money included.
    pub(super) fn is_whole_account(&self, pool: &Pool) -> bool {
        pool.plan.is_this_job() && self.is_one_pool()
    }

    /// How many days money may wait in this plan before it is said to wait too long: what
    /// the plan's own timing takes, and a week to see to it.
    pub(super) fn patience(&self) -> i32 {
        match self.entry.plan.transfer_timing {
            TransferTiming::Automatic => 7,
            TransferTiming::AnyDay => 14,
            TransferTiming::Unknown | TransferTiming::Monthly => 38,
            TransferTiming::Quarterly => 99,
            TransferTiming::Yearly => 373,
        }
    }
}
