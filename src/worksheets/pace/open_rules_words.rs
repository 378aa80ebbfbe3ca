//! What the worksheet says of rules that are not known.

use super::open_rules::{BonusTaken, HighestOfAll, MatchAbove};
use crate::law::rates::shown::BONUS_WITHHOLDING;
use crate::record::Answer;
use crate::worksheets::year::paychecks::PayInDoubt;

/// What each practice would bring, and what is kept for it.
pub(super) fn match_above(above: &MatchAbove) -> String {
    let MatchAbove { limit, date, to_come, true_up } = above;
    let (stops, spread, whole_year, kept) = (to_come.stops, to_come.spread, to_come.whole_year, to_come.most());
    let rest = match true_up {
        Answer::Yes => "The true-up makes up the difference after the year ends.".to_owned(),
        Answer::No => "Ask your plan administrator which it is, and enter it on the Plan page. What the match does not use is room for after-tax money.".to_owned(),
        Answer::Unknown => "Ask your plan administrator which it is, and whether a true-up makes up the difference.".to_owned(),
    };
    format!(
        "The law has one limit on pay for the year, and plans keep to it in different ways. If the match stops once your pay passes {limit} on {}, {stops} of it is still to come; if each paycheck counts at most its share of the limit, {spread}; if it continues up to the year’s maximum, {whole_year}. Room is kept for {kept}. {rest}",
        date.long()
    )
}

/// Which pay is counted or left out.
pub(super) fn pay_in_doubt(pay: PayInDoubt) -> String {
    match pay {
        PayInDoubt::Bonuses { date, amount } => format!(
            "Your plan takes nothing from {amount} of bonus pay from {} on and does not match it, so its percentage limits are assumed not to count it either. If they do, say so under the bonus: more after-tax money fits.",
            date.long()
        ),
        PayInDoubt::SoFar { above } => format!(
            "Your pay so far is {above} more than your regular paychecks, and the plan’s percentage limits are assumed to count all of it. If they leave out a bonus that is in it, enter your eligible pay so far: less after-tax money fits then."
        ),
    }
}

/// What would be the most.
pub(super) fn highest_of_all(highest: &HighestOfAll) -> String {
    let HighestOfAll { limit, from, taken, each, year } = highest;
    format!(
        "This page assumes that {limit} is the maximum for the after-tax election only, on top of deferrals and spillover: {taken} in all on {}. If it is the maximum for all contributions together, no more than {each} can come out of that paycheck, or {year} in the year. Ask payroll, and enter the answer on the Plan page.",
        from.long()
    )
}

/// What taxes may leave of a bonus.
pub(super) fn bonus_taken(bonus: &BonusTaken) -> String {
    let BonusTaken { date, taken, left } = bonus;
    format!(
        "Your election for bonuses takes {taken} from the one of {}. After Social Security tax, Medicare tax, and {BONUS_WITHHOLDING} for income tax, about {left} of it is left. If payroll takes no more than that, {} more can come from regular pay.",
        date.long(),
        *taken - *left
    )
}
