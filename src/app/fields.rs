//! The inputs. Each holds the person's text to the letter and shows the
//! engine's sentence beside it when the text cannot be read.

use leptos::prelude::*;
use planner::draft::{Field, Key, Kind};

use super::form::Form;
use super::reactive::{condition, text};

/// A text input with its label, hint and error.
#[component]
pub fn TextField(
    form: Form,
    key: Key,
    #[prop(into)] label: Signal<String>,
    #[prop(optional, into)] hint: Option<Signal<String>>,
    #[prop(optional)] autocomplete: Option<&'static str>,
) -> impl IntoView {
    let id = key.id();
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let focused = RwSignal::new(false);
    let sentence = text(move || {
        let problem = form.problem(key).filter(|problem| !(problem.unfinished && focused.get()));
        problem.map(|problem| problem.message).unwrap_or_default()
    });
    let wrong = condition(move || sentence.with(|sentence| !sentence.is_empty()));
    let right = condition(move || !wrong.get());
    let described_by = {
        let (hint_id, error_id) = (hint.is_some().then(|| hint_id.clone()), error_id.clone());
        text(move || {
            let error = wrong.get().then(|| error_id.clone());
            hint_id.clone().into_iter().chain(error).collect::<Vec<_>>().join(" ")
        })
    };
    let (prefix, suffix, mode) = match key.kind() {
        Kind::Money => (Some("$"), None, "decimal"),
        Kind::Percent => (None, Some("%"), "decimal"),
        Kind::Months => (None, None, "numeric"),
        Kind::Date | Kind::Choice | Kind::Words => (None, None, "text"),
    };
    let kind = match key.kind() {
        Kind::Money => "money",
        Kind::Percent | Kind::Months => "short",
        Kind::Date => "date",
        Kind::Choice | Kind::Words => "words",
    };
    view! {
        <div class="field" class:wrong=wrong>
            <label for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <p class="hint" id=hint_id>{hint}</p> })}
            <p class="error" id=error_id hidden=right>{sentence}</p>
            <div class=format!("box {kind}")>
                {prefix.map(|sign| view! { <span class="sign" aria-hidden="true">{sign}</span> })}
                <input
                    id=id
                    type="text"
                    inputmode=mode
                    autocomplete=autocomplete.unwrap_or("off")
                    spellcheck="false"
                    prop:value=text(move || form.text(key))
                    aria-describedby=described_by
                    aria-invalid=text(move || wrong.get().to_string())
                    on:input=move |event| form.set(key, event_target_value(&event))
                    on:focus=move |_| focused.set(true)
                    on:blur=move |_| focused.set(false)
                />
                {suffix.map(|sign| view! { <span class="sign" aria-hidden="true">{sign}</span> })}
            </div>
        </div>
    }
}

/// Two amounts under one heading: so far, and still to come.
#[component]
pub fn AmountsRow(
    form: Form,
    #[prop(into)] legend: Signal<String>,
    so_far: Key,
    to_come: Key,
    #[prop(optional, into)] hint: Option<String>,
) -> impl IntoView {
    view! {
        <fieldset class="amounts">
            <legend>{legend}</legend>
            {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
            <div class="pair">
                <TextField form key=so_far label="So far"/>
                <TextField form key=to_come label="Still to come"/>
            </div>
        </fieldset>
    }
}

/// Two amounts of this year's sheet.
#[component]
pub fn SheetAmounts(
    form: Form,
    legend: &'static str,
    so_far: Field,
    to_come: Field,
    #[prop(optional)] hint: Option<&'static str>,
) -> impl IntoView {
    let (so_far, to_come) = (Key::Sheet(so_far), Key::Sheet(to_come));
    match hint {
        Some(hint) => view! { <AmountsRow form legend so_far to_come hint/> }.into_any(),
        None => view! { <AmountsRow form legend so_far to_come/> }.into_any(),
    }
}

/// A choice among a few words, as radio buttons. The first option's word is
/// taken if none was chosen.
#[component]
pub fn Choice(
    form: Form,
    key: Key,
    #[prop(into)] legend: String,
    #[prop(optional, into)] hint: Option<String>,
    options: &'static [(&'static str, &'static str)],
) -> impl IntoView {
    let id = key.id();
    let first = options.first().map_or("", |(word, _)| *word);
    let buttons = options
        .iter()
        .map(|(word, label)| {
            let option_id = if *word == first { id.clone() } else { format!("{id}-{word}") };
            let chosen = condition(move || {
                let text = form.text(key);
                text == *word || (text.is_empty() && *word == first)
            });
            view! {
                <div class="option">
                    <input
                        type="radio"
                        id=option_id.clone()
                        name=id.clone()
                        value=*word
                        prop:checked=chosen
                        on:change=move |_| form.set(key, (*word).to_owned())
                    />
                    <label for=option_id>{*label}</label>
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset class="choice">
            <legend>{legend}</legend>
            {hint.map(|hint| view! { <p class="hint">{hint}</p> })}
            <div class="options">{buttons}</div>
        </fieldset>
    }
}
