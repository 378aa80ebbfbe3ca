//! What the worksheet says of rules that are not known.

use super::open_rules::{HighestOfAll, MatchAbove, PayInDoubt};
use crate::record::Answer;

/// What each practice would bring, and what is kept for it.
pub(super) fn match_above(above: &MatchAbove) -> String {
    let MatchAbove { limit, date, to_come, true_up } = above;
    let (stops, spread, whole_year, kept) = (to_come.stops, to_come.spread, to_come.whole_year, to_come.most());
    let rest = match true_up {
        Answer::Yes => "The true-up makes up the difference after the year ends.".to_owned(),
        Answer::No => "Ask your plan administrator which it is, and enter it in the Plan worksheet. What the match does not take is room for after-tax money.".to_owned(),
        Answer::Unknown => "Ask your plan administrator which it is, and whether a true-up makes up the difference.".to_owned(),
    };
    format!(
        "The law has one limit on pay for the year, and plans keep to it in different ways. If the match stops once your pay passes {limit} on {}, {stops} of it is still to come; if each paycheck counts at most its share of the limit, {spread}; if it goes on until the year’s most is reached, {whole_year}. Room is kept for {kept}. {rest}",
        date.long()
    )
}

/// Which pay is counted or left out.
pub(super) fn pay_in_doubt(pay: PayInDoubt) -> String {
    match pay {
        PayInDoubt::Bonuses { date, amount } => format!(
            "Your plan takes nothing from {amount} of bonus pay from {} on and does not match it, so its percentage limits are taken not to count it either. If they do, say so with the bonus: more after-tax money fits.",
            date.long()
        ),
        PayInDoubt::SoFar { above } => format!(
            "Your pay so far is {above} more than your regular paychecks, and the plan’s percentage limits are taken to count it. If they leave out a bonus in it, enter your eligible pay so far: less after-tax money fits then."
        ),
    }
}

/// What would be the most.
pub(super) fn highest_of_all(highest: &HighestOfAll) -> String {
    let HighestOfAll { limit, from, taken, each, year } = highest;
    format!(
        "Here {limit} is the highest after-tax election, and deferrals and spillover come on top: {taken} in all on {}. If it covers all contributions together, no more than {each} can be taken from that paycheck, and {year} in the year. Ask payroll, and enter what the maximum covers in the Plan worksheet.",
        from.long()
    )
}
