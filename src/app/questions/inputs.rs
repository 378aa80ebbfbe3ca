//! The inputs. Each holds the person's text to the letter and shows the engine's
//! sentence beside it when the text cannot be read.

use js_sys::Reflect;
use leptos::prelude::*;
use planner::questions::{Field, Key, Kind, Pair, Question};
use planner::record::{Choice, ElectionStep};
use wasm_bindgen::JsValue;

use super::show::{hint, said};
use super::{Sign, Words};
use crate::app::dom::element::el;
use crate::app::dom::reactive::{condition, text, when};
use crate::app::state::State;

/// What is kept for a box that is checked.
const YES: &str = "yes";

/// A text in one line.
pub fn field(state: State, key: Key, question: &Question) -> AnyView {
    written(state, key, question, false)
}

/// A text in several lines.
pub fn lines(state: State, key: Key, question: &Question) -> AnyView {
    written(state, key, question, true)
}

/// A typed text with its label, hint and error.
fn written(state: State, key: Key, question: &Question, in_lines: bool) -> AnyView {
    let below = Words::below(key, question.hint);
    let id = key.id();
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let focused = RwSignal::new(false);
    let own_id = id.clone();
    let longest = key.kind().longest();
    let too_long = RwSignal::new(false);
    let sentence = text(move || {
        if too_long.get() {
            return format!("This field ends here: it holds up to {longest} characters.");
        }
        let problem = state.replies.problem(&own_id).filter(|problem| !(problem.unfinished && focused.get()));
        problem.map(|problem| problem.message).unwrap_or_default()
    });
    let wrong = condition(move || sentence.with(|sentence| !sentence.is_empty()));
    let described_by = {
        let hint_id = if below.is_none() { String::new() } else { hint_id.clone() };
        let error_id = error_id.clone();
        text(move || if wrong.get() { format!("{hint_id} {error_id}") } else { hint_id.clone() })
    };
    let sign = move || sign_of(state, key.kind());
    let sign_if = move |this: Sign, shown: &'static str| {
        text(move || if sign() == this { shown.to_owned() } else { String::new() })
    };
    let (size, mode) = match key.kind() {
        Kind::Money => ("box money", "decimal"),
        Kind::Percent | Kind::MatchRate | Kind::Election => ("box short", "decimal"),
        Kind::Count | Kind::Year => ("box short", "numeric"),
        // The keyboard of numbers has the point: 3.14.92.
        Kind::Date => ("box date", "decimal"),
        Kind::Dates | Kind::Months | Kind::Choice | Kind::Words => ("box words", "text"),
    };
    let input = if in_lines { el("textarea").attr("rows", "4") } else { el("input").attr("type", "text") };
    let input = input
        .id(id.clone())
        .attr("autocomplete", "off")
        .attr("spellcheck", "false")
        .attr("inputmode", mode)
        .attr("aria-describedby", described_by)
        .attr("aria-invalid", text(move || wrong.get().to_string()))
        .value(text(move || state.draft.text(key)))
        .on("input", move |event| {
            let typed = event_target_value(&event);
            let kept = up_to(&typed, longest);
            too_long.set(kept.len() < typed.len());
            if too_long.get_untracked() {
                let _ = Reflect::set(&event_target::<JsValue>(&event), &"value".into(), &kept.into());
            }
            state.draft.set(key, kept.to_owned());
        })
        .on("focus", move |_| focused.set(true))
        .on("blur", move |_| focused.set(false));
    let label =
        el("label").attr("for", id).child(said(state, Words::Said(question.label))).child(in_its_row(state, key));
    let sign = |this, shown| el("span").class("sign").attr("aria-hidden", "true").child(sign_if(this, shown));
    el("div")
        .class("field")
        .class_while("wrong", wrong)
        .child(label)
        .child(hint(state, below, hint_id))
        .child(look_for(question.look_for))
        .child(el("p").class("error").id(error_id).child(sentence))
        .child(el("div").class(size).child(sign(Sign::Dollars, "$")).child(input).child(sign(Sign::Percent, "%")))
        .view()
}

/// As much of a text as has this many letters. A pasted book would make each key take a
/// second.
fn up_to(text: &str, longest: usize) -> &str {
    let end = text.char_indices().nth(longest).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or_default()
}

/// Which row it is whose label this is, for those who do not see the line it stands in.
fn in_its_row(state: State, key: Key) -> AnyView {
    let Key::Row(list, row, _) = key else { return ().into_any() };
    let place = untrack(|| state.draft.rows(list)).iter().position(|other| *other == row).unwrap_or_default();
    el("span").class("of-row unseen").child(format!(", row {}", place + 1)).view()
}

/// The sign of a kind of number.
fn sign_of(state: State, kind: Kind) -> Sign {
    match kind {
        Kind::Money => Sign::Dollars,
        Kind::Percent | Kind::MatchRate => Sign::Percent,
        // As payroll takes elections.
        Kind::Election => {
            let step = ElectionStep::from_word(&state.draft.text(Key::Sheet(Field::ElectionStep))).unwrap_or_default();
            if step.in_dollars() { Sign::Dollars } else { Sign::Percent }
        }
        Kind::Count | Kind::Year | Kind::Date | Kind::Dates | Kind::Months | Kind::Choice | Kind::Words => Sign::Plain,
    }
}

/// Two amounts under one heading: so far, and still to come.
pub fn pair(state: State, pair: &Pair, row: u32) -> AnyView {
    let (so_far, to_come) = (pair.so_far.of_row(row), pair.to_come.of_row(row));
    let hint_id = format!("{}-hint", so_far.id());
    // What follows from the paychecks is not asked.
    let asked = condition(move || state.draft.asks(to_come));
    let follows = || el("p").class("follows").child("Still to come: follows from your paychecks").view();
    let amounts = el("div")
        .class("pair")
        .child(field(state, so_far, so_far.question()))
        .child(when(asked, move || field(state, to_come, to_come.question())))
        .child(when(condition(move || !asked.get()), follows));
    el("fieldset")
        .class("amounts")
        .child(el("legend").child(said(state, Words::Said(pair.label))))
        .child(hint(state, Words::below(so_far, pair.hint), hint_id))
        .child(amounts)
        .view()
}

/// A choice among a few words, as radio buttons.
pub fn choice(state: State, key: Key, question: &Question) -> AnyView {
    let id = key.id();
    let hint_id = format!("{id}-hint");
    // Yes, no and don't know are equal parts, in this order; which is not known comes last.
    let thirds = question.answers.len() == 3 && matches!(question.answers, [("unknown", _), ..]);
    let last = usize::from(thirds);
    let order = question.answers.iter().enumerate();
    let order = order.clone().skip(last).chain(order.take(last));
    let buttons = order.map(|(place, (word, label))| {
        let option_id = if place == 0 { id.clone() } else { format!("{id}-{word}") };
        let chosen = condition(move || {
            let text = state.draft.text(key);
            // Not to know is said, too: what is chosen already could not be clicked.
            text == *word || (text.is_empty() && place == 0 && !thirds)
        });
        let button = el("input")
            .attr("type", "radio")
            .id(option_id.clone())
            .attr("name", id.clone())
            .attr("value", *word)
            .on_while("checked", chosen)
            .on("change", move |_| state.draft.set(key, (*word).to_owned()));
        let said = condition(move || state.draft.text(key) == *word);
        let label = if thirds && *word == "unknown" { "Don’t know" } else { *label };
        let label = el("label").attr("for", option_id).child(label);
        el("div").class("option").class_while("said", said).child(button).child(label).view()
    });
    el("fieldset")
        .class(if thirds { "choice thirds" } else { "choice" })
        .child(el("legend").child(said(state, Words::Said(question.label))))
        .child(hint(state, Words::below(key, question.hint), hint_id))
        .child(look_for(question.look_for))
        .child(el("div").class("options").all(buttons))
        .view()
}

/// A box to check.
pub fn check(state: State, key: Key, question: &Question) -> AnyView {
    let id = key.id();
    let box_ = el("input")
        .attr("type", "checkbox")
        .id(id.clone())
        .on_while("checked", condition(move || state.draft.text(key) == YES))
        .on("change", move |event| {
            state.draft.set(key, if event_target_checked(&event) { YES } else { "" }.to_owned())
        });
    let label = el("label").attr("for", id).child(said(state, Words::Said(question.label)));
    el("div").class("option").child(box_).child(label).view()
}

/// A choice among many words, in a list that opens.
pub fn select(state: State, key: Key, question: &Question) -> AnyView {
    let first = question.answers.first().map_or("", |(word, _)| *word);
    let chosen =
        text(move || Some(state.draft.text(key)).filter(|text| !text.is_empty()).unwrap_or_else(|| first.to_owned()));
    let set = move |word| state.draft.set(key, word);
    let options = question.answers.iter().map(|(word, label)| ((*word).to_owned(), (*label).to_owned()));
    let below = Words::below(key, question.hint);
    list(state, key.id(), question, below, options.collect(), chosen, Box::new(set))
}

/// A list that opens, its options as what is kept and what is read.
fn list(
    state: State,
    id: String,
    question: &Question,
    below: Words,
    options: Vec<(String, String)>,
    chosen: Signal<String>,
    set: Box<dyn Fn(String)>,
) -> AnyView {
    let options = options.into_iter().map(|(word, label)| el("option").attr("value", word).child(label).view());
    let hint_id = format!("{id}-hint");
    let described_by = if below.is_none() { String::new() } else { hint_id.clone() };
    let list = el("select")
        .id(id.clone())
        .attr("aria-describedby", described_by)
        .value(chosen)
        .on("change", move |event| set(event_target_value(&event)))
        .all(options);
    el("div")
        .class("field")
        .child(el("label").attr("for", id).child(said(state, Words::Said(question.label))))
        .child(hint(state, below, hint_id))
        .child(look_for(question.look_for))
        .child(el("div").class("box words").child(list))
        .view()
}

/// What to look for, in a fold of its own.
fn look_for(points: &'static [&'static str]) -> AnyView {
    if points.is_empty() {
        return ().into_any();
    }
    let points = points.iter().map(|point| el("li").child(*point).view());
    el("details").class("look-for").child(el("summary").child("What to look for")).child(el("ul").all(points)).view()
}
