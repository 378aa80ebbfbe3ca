//! The match of the paychecks to come, and what the year as a whole earns beside it.

use super::match_formula::{Matcher, Practice, is_enough};
use super::{Paycheck, Paychecks};
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, MatchTiming, YearRecord};
use rust_decimal::Decimal;

/// The match of the paychecks to come, and what the year as a whole earns beside it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct YearMatch {
    /// The match of each paycheck to come. Where it is not known how the plan keeps to the pay
    /// that counts, that of a match which stops there.
    pub each: Vec<Money>,
    /// What the year as a whole earns above what its paychecks bring: the true-up, or
    /// what is lost without one, or the yearly match itself. Never less than nothing,
    /// since a plan does not take back a few cents of surplus.
    pub beyond: Money,
    /// The same where no more than rounding is nothing.
    pub missed: Money,
    /// What another practice than that one would bring with the paychecks, at most, where the
    /// plan's is not known.
    pub by_other_practice: Money,
    /// Where pay passes what a plan may count, the practice is not known and matters: the
    /// match of the paychecks under each.
    pub practices: Option<Practices>,
}

/// The match of the paychecks to come under each practice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Practices {
    /// It stops where pay reaches the limit.
    pub stops: Money,
    /// Each paycheck counts at most its share of the limit.
    pub spread: Money,
    /// It goes on to the year's most.
    pub whole_year: Money,
}

impl Practices {
    /// The match under the practice that gives the most.
    #[must_use]
    pub fn most(self) -> Money {
        self.stops.max(self.spread).max(self.whole_year)
    }

    fn differ(self) -> bool {
        self.stops != self.spread || self.stops != self.whole_year
    }
}

impl YearMatch {
    /// The match with these after-tax contributions on the paychecks to come.
    #[must_use]
    pub fn with(paychecks: &Paychecks, entry: &YearRecord, after_tax: &[Money]) -> Self {
        let above = entry.plan.matching.above_counted_pay;
        let count = paychecks.count_in_year(entry);
        let under = |practice| Self::under(practice, paychecks, entry, after_tax);
        if let Some(practice) = Practice::of(above, paychecks.pay_counted, count) {
            return under(practice);
        }
        let stops = under(Practice::Stops);
        if paychecks.pay() <= paychecks.pay_counted || entry.plan.matching.timing == MatchTiming::Yearly {
            return stops;
        }
        let practices = Practices {
            stops: stops.by_paychecks(),
            spread: under(Practice::spread(paychecks.pay_counted, count)).by_paychecks(),
            whole_year: under(Practice::WholeYear).by_paychecks(),
        };
        let by_other_practice = (practices.most() - practices.stops).or_zero();
        let practices = Some(practices).filter(|practices| practices.differ());
        Self { by_other_practice, practices, ..stops }
    }

    /// The match of all paychecks to come.
    fn by_paychecks(&self) -> Money {
        self.each.iter().copied().sum()
    }

    fn under(practice: Practice, paychecks: &Paychecks, entry: &YearRecord, after_tax: &[Money]) -> Self {
        let rules = &entry.plan.matching;
        let so_far = entry.contributions.match_of_the_year().so_far;
        let counted_before = match practice {
            Practice::Spread { each } => {
                let paid = paychecks.dates.len() - paychecks.to_come.iter().filter(|check| check.is_regular()).count();
                each.times(Decimal::from(paid), RoundingStrategy::ToZero).min(paychecks.pay_so_far)
            }
            Practice::Stops | Practice::WholeYear => paychecks.pay_so_far,
        };
        let mut matcher = Matcher::new(rules, practice, paychecks.pay_counted, counted_before, so_far);
        let mut pay = paychecks.pay_so_far;
        let mut contributions = counted_so_far(paychecks, entry);
        let mut each = Vec::with_capacity(paychecks.to_come.len());
        for (check, after_tax) in paychecks.to_come.iter().zip(after_tax) {
            let on_after_tax = if rules.matches_after_tax() { *after_tax } else { Money::ZERO };
            let counted = counted(entry, check) + on_after_tax;
            contributions += counted;
            let on_this = if check.matched { check.pay } else { Money::ZERO };
            pay += on_this;
            let enough = is_enough(rules, on_this, check.asked.deferral() + check.asked.catch_up() + on_after_tax);
            let counted = if enough { counted } else { Money::ZERO };
            each.push(match rules.timing {
                MatchTiming::EachPaycheck => matcher.paycheck(on_this, counted),
                MatchTiming::Yearly => Money::ZERO,
            });
        }
        let by_paychecks = so_far + each.iter().copied().sum();
        let enough = is_enough(rules, pay.min(paychecks.pay_counted), contributions);
        let of_year = if enough { matcher.year(pay, contributions) } else { Money::ZERO };
        let beyond = (of_year - by_paychecks).or_zero();
        let missed = if beyond <= rounding(paychecks) { Money::ZERO } else { beyond };
        Self { each, beyond, missed, by_other_practice: Money::ZERO, practices: None }
    }

    /// All of it that is still to come, a true-up that may come included.
    #[must_use]
    pub fn to_come(&self, entry: &YearRecord) -> Money {
        self.by_paychecks() + self.above_paychecks(entry)
    }

    /// Of that, what can be counted on: where the practice above the pay that counts is not
    /// known, no more than a match that stops there brings.
    #[must_use]
    pub fn sure(&self, entry: &YearRecord) -> Money {
        self.by_paychecks() + if lost_without_true_up(entry) { Money::ZERO } else { self.beyond }
    }

    /// Of that, what comes above the match of each paycheck: by a true-up, or by another
    /// practice than the one that is shown.
    #[must_use]
    pub fn above_paychecks(&self, entry: &YearRecord) -> Money {
        let beyond = if lost_without_true_up(entry) { Money::ZERO } else { self.beyond };
        beyond.max(self.by_other_practice)
    }

    /// The match that is lost for good because single paychecks miss it.
    #[must_use]
    pub fn lost(&self, entry: &YearRecord) -> Money {
        if !entry.plan.matching.is_open() && lost_without_true_up(entry) { self.missed } else { Money::ZERO }
    }
}

/// What rounding alone can take from a year's match: half a cent on each paycheck.
fn rounding(paychecks: &Paychecks) -> Money {
    let count = paychecks.dates.len().max(paychecks.to_come.len());
    Money::CENT.times(Decimal::from(count) / Decimal::TWO, RoundingStrategy::ToZero)
}

/// Whether a match that the single paychecks miss is lost for good.
#[must_use]
pub fn lost_without_true_up(entry: &YearRecord) -> bool {
    let rules = &entry.plan.matching;
    rules.timing == MatchTiming::EachPaycheck && rules.true_up == Answer::No && !rules.has_only_a_cap()
}

impl Paychecks {
    /// How many paychecks the limit on counted pay is spread over, where a plan spreads it.
    fn count_in_year(&self, entry: &YearRecord) -> usize {
        let usual = entry.payroll.cadence.usual_paydays().and_then(|count| usize::try_from(count).ok());
        usual.unwrap_or_default().max(self.dates.len()).max(1)
    }
}

/// The contributions so far that the match counts.
fn counted_so_far(paychecks: &Paychecks, entry: &YearRecord) -> Money {
    let (rules, money) = (&entry.plan.matching, &entry.contributions);
    let deferrals = money.deferrals().so_far;
    let deferrals = match rules.on_catch_up {
        Answer::No => deferrals.min(paychecks.deferral_limit),
        Answer::Yes | Answer::Unknown => deferrals,
    };
    if rules.matches_after_tax() { deferrals + money.after_tax } else { deferrals }
}

/// The deferrals of a paycheck that the match counts.
fn counted(entry: &YearRecord, check: &Paycheck) -> Money {
    match entry.plan.matching.on_catch_up {
        Answer::No if entry.plan.catch_up_election == Answer::Yes => check.deferral() - check.by_catch_up_election,
        Answer::No => check.deferral() - check.catch_up,
        Answer::Yes | Answer::Unknown => check.deferral(),
    }
}
