//! What an answer still waits for: the fields, in the page's order, each with its name.

use crate::draft::Draft;
use crate::questions::cards::keys;
use crate::questions::{Applies, Field, Key};
use crate::report::Hint;
use crate::worksheets::Worksheet;

/// The fields without which a worksheet has no answer.
const NEEDED: [Field; 7] = [
    Field::Cadence,
    Field::KnownPayDate,
    Field::FirstDay,
    Field::PayDates,
    Field::PayRate,
    Field::Pay,
    Field::NetProfit,
];

/// The answers that decide whether the plan can do it.
const DECIDE: [Field; 3] = [Field::PlanAfterTax, Field::InServiceWithdrawal, Field::InPlanRollover];

/// More than these at once help nobody.
const MOST: usize = 6;

/// What a page's answer waits for before there is one; after that, `ready`, what would make
/// it sure.
pub fn missing(worksheet: Worksheet, draft: &Draft, applies: Applies, ready: bool) -> Vec<Hint> {
    let is_open = |key: &Key| match key.answers().first() {
        Some((first, _)) => *first == "unknown" && matches!(draft.text(*key).trim(), "" | "unknown"),
        None => draft.text(*key).trim().is_empty(),
    };
    let asks = |key: &Key| match key {
        Key::Sheet(field) => applies.asks(*field),
        _ => true,
    };
    let mut wanted = Vec::new();
    match worksheet {
        Worksheet::Plan => keys_of(worksheet, &mut |key| {
            if !key.answers().is_empty() {
                wanted.push(key);
            }
        }),
        Worksheet::Room | Worksheet::Pace if !ready => keys_of(worksheet, &mut |key| {
            if key == Key::BirthDate || NEEDED.iter().any(|field| key == Key::Sheet(*field)) {
                wanted.push(key);
            }
        }),
        Worksheet::Room | Worksheet::Pace => {
            let can = |field: Field| draft.text(Key::Sheet(field)) == "yes";
            let decided = can(Field::PlanAfterTax) && (can(Field::InServiceWithdrawal) || can(Field::InPlanRollover));
            wanted.extend(DECIDE.iter().filter(|_| !decided).map(|field| Key::Sheet(*field)));
            if worksheet == Worksheet::Pace {
                wanted.push(Key::Sheet(Field::TakeHome));
            }
        }
        _ => {}
    }
    let open = wanted.into_iter().filter(|key| asks(key) && is_open(key));
    open.take(MOST).map(|key| Hint { field: key.id(), text: key.title().to_owned() }).collect()
}

/// How many of a page's questions are answered, where it is made of choices.
pub fn answered(worksheet: Worksheet, draft: &Draft, applies: Applies) -> String {
    if worksheet != Worksheet::Plan {
        return String::new();
    }
    let (mut all, mut answered) = (0_u16, 0_u16);
    keys_of(worksheet, &mut |key| {
        let unknown = key.answers().first().is_some_and(|(first, _)| *first == "unknown");
        if unknown && matches!(key, Key::Sheet(field) if applies.asks(field)) {
            all += 1;
            answered += u16::from(!matches!(draft.text(key).trim(), "" | "unknown"));
        }
    });
    format!("{answered} of {all} answered")
}

fn keys_of(worksheet: Worksheet, found: &mut dyn FnMut(Key)) {
    for card in worksheet.page().cards {
        keys(card.items, found);
    }
}
