//! What a fact means for this person.

use crate::date::Date;
use crate::law::rates::shown::EARLY;
use crate::money::Money;
use crate::record::Answer;
use crate::worksheets::landing::words::on;
use crate::worksheets::landing::{Clock, Open};

pub fn reach(needed_early: Answer, turns_59_and_a_half: Option<Date>, young: bool, plan_qualified: bool) -> String {
    let turns = on(turns_59_and_a_half);
    match needed_early {
        Answer::Yes => {
            format!(
                "You may need the money before you turn 59½ on {turns}. A Roth IRA lets you take it out; the plan may not."
            )
        }
        Answer::Unknown => format!("It matters if you may need the money before you turn 59½ on {turns}."),
        Answer::No if young => "You do not expect to need the money before 59½.".to_owned(),
        Answer::No if plan_qualified => "You are 59½, and both parts come out of the plan tax-free.".to_owned(),
        Answer::No => {
            "You are 59½. Until the plan’s five years are over, its payments still carry taxable earnings.".to_owned()
        }
    }
}

/// From when on earnings are free of tax.
pub fn free(clock: &Clock) -> String {
    if clock.qualified { "now".to_owned() } else { format!("from {}", on(clock.qualified_on)) }
}

pub fn leaving_from_55(leaves: Answer, from: Option<Date>, young: bool, public_safety: bool) -> String {
    let from = on(from);
    let for_you = match leaves {
        Answer::Yes => format!(
            "You may leave at 55 or later: if you do so on or after {from}, the plan pays without the {EARLY} tax. In a Roth IRA, that tax still applies until 59½ to earnings, and to the taxable parts of conversions under five years old."
        ),
        Answer::Unknown => format!("It matters if you may leave this job between {from} and 59½."),
        Answer::No if young => return "You don’t plan to leave the job in those years.".to_owned(),
        Answer::No => return format!("You are 59½, so the {EARLY} tax no longer applies in either spot."),
    };
    let earlier = if public_safety || leaves != Answer::No {
        " For government public safety employees, firefighters and corrections staff, the age is 50, or 25 years of service under the plan."
    } else {
        ""
    };
    format!("{for_you}{earlier}")
}

pub fn recapture(open: Open, young: bool) -> String {
    if open.taxable.is_positive() {
        format!(
            "It covers {} of your conversions today: at most {} of tax, until {}. The after-tax part is free.",
            open.taxable,
            open.tax,
            on(open.until)
        )
    } else if young {
        "It covers none of your conversions today. If you convert soon after each contribution, it hardly ever will."
            .to_owned()
    } else {
        "From 59½, it does not apply.".to_owned()
    }
}

pub fn transfer_fee(fee: Option<Money>) -> String {
    match fee {
        Some(fee) if fee.is_positive() => format!(
            "Your plan charges {fee} for each transfer. Ask whether that applies to both kinds; some plans charge only for payments."
        ),
        Some(_) => "Your plan charges no fee for a transfer.".to_owned(),
        None => "Ask whether a transfer costs anything.".to_owned(),
    }
}
