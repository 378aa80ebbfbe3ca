//! The paychecks still to come in a year: their dates, pay, deferrals and match.
//!
//! What is taken over from the latest pay stub is the start; each paycheck after
//! it is worked out as payroll does it, to the cent. After-tax contributions come
//! on top in the [`pace`](crate::worksheets::pace) worksheet.

mod after_tax;
pub mod calendar;
mod defer;
mod in_doubt;
mod match_formula;
mod match_words;
mod paycheck;
mod taxes;
mod year_match;

use rust_decimal::Decimal;

use crate::date::Date;
use crate::law::YearLimits;
use crate::money::{Money, RoundingStrategy};
use crate::record::{
    Amounts, Answer, Bonus, Cadence, Election, Income, LimitationYearKind, PayBasis, Payroll, PlanRules, YearRecord,
};
use crate::worksheets::year::{CatchUpRule, catch_up_rule};

pub use in_doubt::PayInDoubt;
pub use match_formula::{Matcher, Practice};
pub use match_words::match_in_words;
pub use paycheck::{Asked, Kind, Paycheck, elected};
pub use taxes::fica;
pub use year_match::{Practices, YearMatch, lost_without_true_up};

/// The paychecks of a year from the latest stub on.
#[derive(Clone, Debug)]
pub struct Paychecks {
    /// All regular pay dates of the year.
    pub dates: Vec<Date>,
    /// The pay date up to which figures are those so far; none before the first.
    pub last_stub: Option<Date>,
    /// The last day that is past: that of the stub, or today where the job has paid nothing yet.
    past: Option<Date>,
    /// Whether that date was taken from the calendar because none was entered.
    pub stub_assumed: bool,
    /// Gross pay up to it.
    pub pay_so_far: Money,
    /// Pay of the regular paydays up to it, by the calendar.
    pub regular_pay_so_far: Money,
    /// Whether that pay was worked out from the calendar because none was entered.
    pub pay_assumed: bool,
    /// Gross pay of the regular paycheck at that date, or of the first one.
    pub latest_pay: Money,
    /// What deferrals and taxes leave of that paycheck, with the allowance for income tax.
    latest_left: Money,
    /// Paychecks after it, in order.
    pub to_come: Vec<Paycheck>,
    /// The pay that a plan may count in the year.
    pub pay_counted: Money,
    /// The deferral limit at which payroll stops, catch-up apart.
    pub deferral_limit: Money,
    /// The catch-up that payroll lets in after it.
    pub catch_up: CatchUpRule,
    /// Pre-tax deferrals that become Roth catch-up by the plan's deemed election.
    pub deemed_roth: Money,
    /// Catch-up that the elections ask for before tax and that payroll does not take,
    /// because it must be Roth.
    pub catch_up_refused: Money,
    /// The match of each paycheck to come, without any on after-tax money; empty
    /// where the match's rules are not known.
    pub employer_match: Vec<Money>,
    /// The match that the year as a whole earns above what its paychecks bring:
    /// the true-up, or what is lost without one, or the yearly match itself.
    pub match_beyond_paychecks: Money,
    /// The match for which room is kept above what the paychecks bring: a true-up that may
    /// come, or what the plan's practice may bring where it is not known.
    pub match_above_paychecks: Money,
    /// The match of the paychecks under each way to keep to the pay that counts, where the
    /// plan's is not known and they differ.
    pub practices: Option<Practices>,
}

impl Paychecks {
    /// The paychecks of a year, or nothing where the payroll is not entered or
    /// the job is the person's own business.
    #[must_use]
    pub fn of(entry: &YearRecord, limits: &YearLimits, age: i16, today: Date) -> Option<Self> {
        let payroll = &entry.payroll;
        // They are the calendar year's, so that they say nothing of another limitation year.
        let other_year = entry.plan.limitation_year == LimitationYearKind::Other;
        if other_year || !payroll.is_entered() || matches!(entry.income, Some(Income::SelfEmployed { .. })) {
            return None;
        }
        let mut dates = calendar::pay_dates(payroll, entry.year);
        let none_begun = has_begun_none(payroll) && dates.last().is_some_and(|last| *last > today);
        if none_begun {
            dates.retain(|date| *date > today);
        }
        let last_stub = payroll.last_stub.or_else(|| dates.iter().copied().rfind(|date| *date <= today));
        let regular_pay_so_far = regular_pay_up_to(payroll, last_stub, &dates);
        let latest = last_stub.or_else(|| dates.first().copied());
        let past = if none_begun { Some(today) } else { last_stub };
        let mut paychecks = Self {
            last_stub,
            past,
            latest_pay: latest.map_or(Money::ZERO, |date| regular_pay(payroll, date, dates.len())),
            latest_left: Money::ZERO,
            stub_assumed: payroll.last_stub.is_none() && last_stub.is_some(),
            pay_so_far: payroll.pay_so_far.unwrap_or(regular_pay_so_far),
            regular_pay_so_far,
            pay_assumed: payroll.pay_so_far.is_none() && last_stub.is_some(),
            to_come: to_come(entry, past, &dates),
            pay_counted: limits.pay_counted.value,
            deferral_limit: entry.plan.deferrals_up_to(limits.elective_deferrals.value),
            catch_up: catch_up_rule(entry, limits, age),
            deemed_roth: Money::ZERO,
            catch_up_refused: Money::ZERO,
            employer_match: Vec::new(),
            match_beyond_paychecks: Money::ZERO,
            match_above_paychecks: Money::ZERO,
            practices: None,
            dates,
        };
        paychecks.withhold(limits);
        paychecks.defer(entry);
        paychecks.compare(entry, limits);
        paychecks.match_deferrals(entry);
        Some(paychecks)
    }

    /// The same paychecks under other deferral elections, each from a paycheck on by its
    /// place, and none before the first of them. Elections of their own for bonuses and for
    /// catch-up stay as they are.
    #[must_use]
    pub fn deferring(&self, entry: &YearRecord, elections: &[(usize, Election, Election)]) -> Self {
        let mut other = self.clone();
        let present = to_come(entry, self.past, &self.dates);
        for (check, present) in other.to_come.iter_mut().zip(present) {
            *check = Paycheck { fica: check.fica, ..present };
        }
        for (from, pre_tax, roth) in elections {
            let payroll = Payroll { pre_tax: *pre_tax, roth: *roth, ..entry.payroll.clone() };
            let elected = YearRecord { payroll, plan: entry.plan.clone(), ..YearRecord::new(entry.year) };
            let elected = to_come(&elected, self.past, &self.dates);
            for (check, elected) in other.to_come.iter_mut().zip(elected).skip(*from) {
                *check = Paycheck { fica: check.fica, ..elected };
            }
        }
        (other.deemed_roth, other.catch_up_refused) = (Money::ZERO, Money::ZERO);
        other.defer(entry);
        other.find_rises();
        other.match_deferrals(entry);
        other
    }

    fn match_deferrals(&mut self, entry: &YearRecord) {
        if entry.plan.matching.is_open() {
            return;
        }
        let nothing = vec![Money::ZERO; self.to_come.len()];
        let of_year = YearMatch::with(self, entry, &nothing);
        self.match_above_paychecks = of_year.above_paychecks(entry);
        (self.match_beyond_paychecks, self.practices) = (of_year.beyond, of_year.practices);
        self.employer_match = of_year.each;
    }

    /// Whether the plan takes no after-tax money yet, because it wants deferrals at their
    /// limit first and only so much has been deferred.
    #[must_use]
    pub fn after_tax_waits(&self, plan: &PlanRules, deferred: Money) -> bool {
        plan.deferrals_first == Answer::Yes && deferred < self.deferral_limit
    }

    /// Pay of the whole year.
    #[must_use]
    pub fn pay(&self) -> Money {
        self.pay_so_far + self.to_come.iter().map(|check| check.pay).sum()
    }

    /// The pay of the whole year that the plan's percentages count.
    #[must_use]
    pub fn eligible_pay(&self, entry: &YearRecord) -> Money {
        let so_far = entry.payroll.eligible_so_far.map_or(self.pay_so_far, |pay| pay.min(self.pay_so_far));
        so_far + self.to_come.iter().filter(|check| check.eligible).map(|check| check.pay).sum()
    }

    /// The year's record with what follows from its paychecks in place of what
    /// was entered for it: pay, deferrals to come, the match to come where the
    /// match's rules are known, and profit sharing where it is a share of pay
    /// (up to what a plan may count, IRC 401(a)(17)). A true-up that may come is counted, so that
    /// room is kept for it.
    #[must_use]
    pub fn projected(&self, entry: &YearRecord) -> YearRecord {
        let mut projected = entry.clone();
        let money = &mut projected.contributions;
        let sum = |of: fn(&Paycheck) -> Money| self.to_come.iter().map(of).sum::<Money>();
        money.pre_tax = Amounts { to_come: sum(|check| check.pre_tax), ..money.pre_tax };
        money.roth = Amounts { to_come: sum(|check| check.roth), ..money.roth };
        if !entry.plan.matching.is_open() {
            let each: Money = self.employer_match.iter().copied().sum();
            money.employer_match = Amounts { to_come: each + self.match_above_paychecks, ..money.employer_match };
        }
        if let Some(share) = entry.plan.profit_sharing_percent {
            let counted = self.pay().min(self.pay_counted);
            let whole = counted.times(share.fraction(), RoundingStrategy::MidpointAwayFromZero);
            let to_come = (whole - money.profit_sharing.so_far).or_zero();
            money.profit_sharing = Amounts { to_come, ..money.profit_sharing };
        }
        projected.income = Some(Income::Wages { pay: self.pay() });
        projected.eligible_pay = Some(self.eligible_pay(entry));
        projected
    }
}

/// How many paychecks a year usually has at a cadence; none where they are listed.
#[must_use]
pub fn usual_count(cadence: Cadence) -> Option<u32> {
    cadence.usual_paydays()
}

/// Whether the person says that this job has paid nothing yet: its paydays are still to come.
/// A salary on listed dates is split over all of them, so that none can be left out.
fn has_begun_none(payroll: &Payroll) -> bool {
    payroll.last_stub.is_none() && payroll.pay_so_far == Some(Money::ZERO) && payroll.cadence != Cadence::Manual
}

/// Whether a payday comes after the latest stub.
fn is_after(date: Date, last_stub: Option<Date>) -> bool {
    last_stub.is_none_or(|stub| date > stub)
}

/// Regular pay of the paydays up to the latest stub.
fn regular_pay_up_to(payroll: &Payroll, last_stub: Option<Date>, dates: &[Date]) -> Money {
    let paid = dates.iter().filter(|date| !is_after(**date, last_stub));
    paid.map(|date| regular_pay(payroll, *date, dates.len())).sum()
}

/// The paychecks after the latest stub, as elections alone would have them.
fn to_come(entry: &YearRecord, past: Option<Date>, dates: &[Date]) -> Vec<Paycheck> {
    let payroll = &entry.payroll;
    let mut to_come = Vec::new();
    for date in dates.iter().copied().filter(|date| is_after(*date, past)) {
        to_come.push(Paycheck::regular(entry, date, regular_pay(payroll, date, dates.len())));
    }
    // Pay counts in the year in which it is paid.
    let comes = |bonus: &&Bonus| !bonus.unsure && bonus.date.year() == entry.year && is_after(bonus.date, past);
    for bonus in payroll.bonuses.iter().filter(comes) {
        let place = to_come.partition_point(|check: &Paycheck| check.date <= bonus.date);
        to_come.insert(place, Paycheck::bonus(entry, bonus));
    }
    to_come
}

/// Regular pay on a date, after the raises up to it.
fn regular_pay(payroll: &Payroll, date: Date, count: usize) -> Money {
    let rate = payroll.pay_on(date).unwrap_or_default();
    match payroll.basis {
        PayBasis::Paycheck => rate,
        PayBasis::Salary => {
            let parts = usual_count(payroll.cadence).map_or(Decimal::from(count), Decimal::from).max(Decimal::ONE);
            Money::rounded(rate.to_decimal() / parts, RoundingStrategy::MidpointAwayFromZero)
        }
    }
}
