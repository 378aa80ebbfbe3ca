//! The hints beside fields that need the law's figures or the day.

use crate::date::Date;
use crate::law::limits::{self, Limit};
use crate::law::rates::shown::OWNER;
use crate::questions::{Applies, Field};
use crate::report::Hint;
use crate::worksheets::year;

/// All of them for this year.
pub fn hints(year: i16, today: Date, applies: Applies) -> Vec<Hint> {
    const LIMITS: [(Field, &Limit); 7] = [
        (Field::OwnElectiveDeferrals, &limits::ELECTIVE_DEFERRALS),
        (Field::OwnAnnualAdditions, &limits::ANNUAL_ADDITIONS),
        (Field::OwnCatchUp, &limits::CATCH_UP),
        (Field::OwnCatchUpHigher, &limits::CATCH_UP_60_TO_63),
        (Field::OwnPayCounted, &limits::PAY_COUNTED),
        (Field::OwnRothWages, &limits::ROTH_CATCH_UP_WAGES),
        (Field::OwnWageBase, &limits::SOCIAL_SECURITY_WAGE_BASE),
    ];
    let hint = |field: Field, text| Hint { field: field.id().to_owned(), text };
    let on_file = |limit: &Limit| match limit.on_file(year) {
        Some(amount) => format!("Projected: {}. Leave blank to use it.", amount.value),
        None => "Not known to this planner: fill it in.".to_owned(),
    };
    let months = year::months_left(year, today);
    let mut hints = vec![
        hint(Field::MonthsLeft, format!("By today’s date {months}, this month included.")),
        hint(Field::HighlyCompensated, highly_compensated(year)),
    ];
    if applies.own_limits {
        let asked = LIMITS.iter().filter(|(field, _)| applies.asks(*field));
        hints.extend(asked.map(|(field, limit)| hint(*field, on_file(limit))));
    }
    hints
}

fn highly_compensated(year: i16) -> String {
    match limits::highly_compensated_above(year) {
        Some(amount) => format!(
            "You are if this employer paid you more than {} in {}, or you own more than {OWNER} of it, this year or last.",
            amount.value,
            year - 1
        ),
        None => format!(
            "You are if you earn more than an amount that the IRS sets for each year, or own more than {OWNER} of this employer."
        ),
    }
}
