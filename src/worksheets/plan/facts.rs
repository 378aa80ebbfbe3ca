//! What decides which rules of the plan matter to the person.

use crate::law::ages;
use crate::record::{Answer, Bonus, CountedPay, Income, MatchTiming};
use crate::worksheets::year::{RothCatchUp, Year, roth_catch_up};

/// What decides which rules of the plan matter to the person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Facts {
    /// Old enough for catch-up by the end of the year.
    pub catch_up_age: bool,
    /// Catch-up must be Roth.
    pub roth_catch_up: bool,
    /// The paychecks of the year are known.
    pub has_paychecks: bool,
    /// The year's pay passes what a plan may count.
    pub high_pay: bool,
    /// What the match does then is not known, and matters.
    pub match_above_open: bool,
    /// It is not known whether the plan's percentages count some pay.
    pub pay_in_doubt: bool,
    /// It is not known what is taken from a bonus to come, or whether it is matched.
    pub bonus_open: bool,
}

impl Facts {
    /// Of a year. What cannot be worked out yet matters to nobody yet.
    pub fn of(year: &Year<'_>) -> Self {
        let entry = year.entry;
        let (age, limits) = (year.age().ok(), year.limits().ok());
        let paychecks = year.paychecks().ok().flatten();
        let counted = limits.map(|limits| limits.pay_counted.value);
        let pay = match (paychecks, entry.income) {
            (Some(paychecks), _) => Some(paychecks.pay()),
            (None, Some(Income::Wages { pay })) => Some(pay),
            _ => None,
        };
        let high_pay = pay.zip(counted).is_some_and(|(pay, counted)| pay > counted);
        let matching = &entry.plan.matching;
        let by_paychecks = matching.timing == MatchTiming::EachPaycheck && matching.true_up != Answer::Yes;
        let bonus_open = |bonus: &Bonus| {
            bonus.date > year.today && [bonus.deferrals, bonus.after_tax, bonus.matched].contains(&Answer::Unknown)
        };
        Self {
            catch_up_age: age.is_some_and(|age| age >= ages::CATCH_UP),
            roth_catch_up: age
                .zip(limits)
                .is_some_and(|(age, limits)| roth_catch_up(entry, limits, age) == RothCatchUp::Required),
            has_paychecks: paychecks.is_some(),
            high_pay,
            match_above_open: high_pay
                && by_paychecks
                && matching.above_counted_pay == CountedPay::Unknown
                && paychecks.is_none_or(|paychecks| paychecks.practices.is_some()),
            pay_in_doubt: paychecks.is_some_and(|paychecks| paychecks.pay_in_doubt(entry).is_some()),
            bonus_open: paychecks.is_some() && entry.payroll.bonuses.iter().any(bonus_open),
        }
    }
}
