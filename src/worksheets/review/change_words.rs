//! How what is other next year reads: what it is, this year, next year, what to know.

use super::Change;
use crate::english::capitalized;
use crate::law::{Amount, Standing};
use crate::money::Money;

impl Change {
    /// What it is, this year, next year, what to know.
    #[must_use]
    pub fn row(&self) -> [String; 4] {
        match self {
            Self::Limit { name, this, next, own } => {
                let know = match next.map(|next| next.standing) {
                    _ if *own => "Your own figure, until the IRS publishes it.",
                    Some(Standing::Official) => "Official.",
                    Some(_) => "Worked out with the law’s own formula. Not official.",
                    None => "Not known yet.",
                };
                [capitalized(name), amount(*this), amount(*next), know.to_owned()]
            }
            Self::CatchUp { age, this, next } => [
                "Catch-up that your age allows".to_owned(),
                this.to_string(),
                or_unknown(*next),
                match age {
                    50 => "You turn 50 next year: catch-up begins, outside the limit on annual additions.".to_owned(),
                    60 => "You turn 60 next year: the higher amount, if your plan offers it.".to_owned(),
                    64 => "You turn 64 next year: the higher amount for ages 60 to 63 ends.".to_owned(),
                    age => format!("You are {age} at the end of next year."),
                },
            ],
            Self::RothCatchUp { wages, threshold } => [
                "Catch-up only as Roth".to_owned(),
                String::new(),
                match (wages, threshold) {
                    (Some(wages), Some(threshold)) if wages > threshold => "Yes, based on this year’s pay".to_owned(),
                    (Some(_), Some(_)) => "No, based on this year’s pay".to_owned(),
                    _ => "Not known yet".to_owned(),
                },
                format!(
                    "It goes by box 3 of this year’s Form W-2 from the same employer, above {}. Box 3 may be less than gross pay.",
                    or_unknown(*threshold)
                ),
            ],
            Self::HighlyCompensated { pay, above } => [
                "Highly compensated".to_owned(),
                String::new(),
                match (pay, above) {
                    (Some(pay), Some(above)) if pay > above => "Yes, based on this year’s pay".to_owned(),
                    (Some(_), Some(_)) => "No, based on this year’s pay".to_owned(),
                    _ => "Not known yet".to_owned(),
                },
                format!(
                    "It goes by this year’s pay above {}, or owning more than 5%. Then the ACP test may send after-tax money back.",
                    or_unknown(*above)
                ),
            ],
            Self::TakenOver { begun } => [
                "Your answers".to_owned(),
                String::new(),
                if *begun { "Next year has begun".to_owned() } else { "Choose next year on the Room page".to_owned() },
                "The plan’s rules, the landing spot and the pay dates carry over. You enter again: pay, year-to-date figures, elections, other jobs, last year’s box 3 wages. Unused room does not carry over.".to_owned(),
            ],
            Self::Waiting { value } => [
                "After-tax money that waits".to_owned(),
                value.to_string(),
                value.to_string(),
                "It carries into next year, and counts in the year you convert it.".to_owned(),
            ],
        }
    }
}

fn amount(amount: Option<Amount>) -> String {
    or_unknown(amount.map(|amount| amount.value))
}

fn or_unknown(amount: Option<Money>) -> String {
    amount.map_or_else(|| "not known".to_owned(), |amount| amount.to_string())
}
