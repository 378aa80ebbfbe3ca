//! The answer: the figure, the picture, the worksheet, what was found, and the
//! decision, the rule and the next action.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use planner::draft::Problem;
use planner::explain::{Finding, Reading, Severity};
use planner::rules::{Citation, Standing};
use planner::worksheets::room::{Code, Room};

use super::bar::Bar;
use super::worksheet::Worksheet;
use crate::app::browser;
use crate::app::form::{Form, Outcome};
use crate::app::reactive::{When, condition, part, text};

/// How long the figures must rest before a screen reader is told of them.
const QUIET: Duration = Duration::from_millis(700);

/// The answer's column.
#[component]
pub fn Answer(form: Form) -> impl IntoView {
    let room = form.outcome;
    let ready = condition(move || room.with(|outcome| outcome.room().is_some()));
    let left_out = text(move || match form.unread_years().as_slice() {
        [] => String::new(),
        years => {
            let years: Vec<String> = years.iter().map(i16::to_string).collect();
            format!(" A text that cannot be read is left out in {}.", years.join(", "))
        }
    });
    view! {
        <section class="answer" id="answer" aria-labelledby="answer-heading" tabindex="-1">
            <h2 id="answer-heading" class="unseen">"Contribution Room Worksheet"</h2>
            <Spoken form/>
            <When on=condition(move || !ready.get())>
                <Waiting form/>
            </When>
            <When on=ready>
                <Headline room/>
                <Bar room/>
                <ClosingView room/>
                <Findings room/>
                <Worksheet room/>
            </When>
            <p class="keep">
                <button type="button" id="download" class="quiet" on:click=move |_| form.download_record()>
                    "Download your figures (JSON)"
                </button>
                <span class="hint">{left_out}</span>
            </p>
        </section>
        <a class="peek" href="#answer">
            <span>{text(move || room.with(|outcome| outcome.room().map_or("Your answer", what).to_owned()))}</span>
            <output id="peek">{text(move || room.with(|outcome| outcome.room().map_or_else(|| "…".to_owned(), figure)))}</output>
        </a>
    }
}

/// A text of the room, empty while there is none.
fn of(room: Memo<Outcome>, of: fn(&Room) -> String) -> Signal<String> {
    text(move || room.with(|outcome| outcome.room().map(of).unwrap_or_default()))
}

/// What the one figure is.
fn what(room: &Room) -> &'static str {
    if room.over.value.is_positive() { "Over the limit" } else { "After-tax room left" }
}

/// The one figure.
fn figure(room: &Room) -> String {
    let figure = if room.over.value.is_positive() { &room.over } else { &room.room };
    figure.value.to_string()
}

/// What stands in the answer's place until there is one.
#[component]
fn Waiting(form: Form) -> impl IntoView {
    let entry = |problem: &Problem| {
        let id = problem.key.id();
        let target = id.clone();
        let go = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            browser::focus(&target);
        };
        view! { <li><a href=format!("#{id}") on:click=go>{format!("{}: {}", problem.key.title(), problem.message)}</a></li> }
    };
    view! {
        <div class="card waiting" id="waiting">
            {part(move || {
                form.outcome
                    .with(|outcome| match outcome {
                        Outcome::Fix(problems) => {
                            view! {
                                <h3>"There is something to correct first"</h3>
                                <ul class="errors">{problems.iter().map(entry).collect_view()}</ul>
                            }
                                .into_any()
                        }
                        Outcome::Wait(wait) => {
                            view! {
                                <h3>"Your answer appears here"</h3>
                                <p>{wait.to_string()}</p>
                            }
                                .into_any()
                        }
                        Outcome::Ready(_) => ().into_any(),
                    })
            })}
        </div>
    }
}

/// The answer's one figure.
#[component]
fn Headline(room: Memo<Outcome>) -> impl IntoView {
    let is = move |of: fn(&Room) -> bool| condition(move || room.with(|outcome| outcome.room().is_some_and(of)));
    view! {
        <div class="headline" class:over=is(|room| room.over.value.is_positive())>
            <p class="what">
                {of(room, |room| format!("{}, {}", what(room), room.year))}
                <When on=is(|room| room.standing != Standing::Official)>
                    <strong class="tag">"not official"</strong>
                </When>
            </p>
            <p class="figure" id="room">{of(room, figure)}</p>
        </div>
    }
}

/// Decision, rule, next action.
#[component]
fn ClosingView(room: Memo<Outcome>) -> impl IntoView {
    let by = of(room, |room| room.closing.by.map(|by| format!("By {}", by.long())).unwrap_or_default());
    let words = of(room, |room| room.closing.words.clone().unwrap_or_default());
    let citations =
        move || room.with(|outcome| outcome.room().map(|room| room.closing.citations.clone()).unwrap_or_default());
    view! {
        <dl class="card closing">
            <div>
                <dt>"Decision"</dt>
                <dd id="decision">{of(room, |room| room.closing.decision.clone())}</dd>
            </div>
            <div class="next">
                <dt>"Next action"</dt>
                <dd>
                    <p id="next-action">{of(room, |room| room.closing.next_action.clone())}</p>
                    <p class="by">{by}</p>
                    <When on=condition(move || words.with(|words| !words.is_empty()))>
                        <details>
                            <summary>"Words to send"</summary>
                            <pre class="letter" tabindex="0">{words}</pre>
                        </details>
                    </When>
                </dd>
            </div>
            <div>
                <dt>"Rule"</dt>
                <dd>
                    <p id="rule">{of(room, |room| room.closing.rule.clone())}</p>
                    <ul class="cites">
                        {part(move || {
                            let citations = citations().into_iter();
                            citations.map(|citation| view! { <li><Cite citation/></li> }).collect_view().into_any()
                        })}
                    </ul>
                </dd>
            </div>
        </dl>
    }
}

/// A citation, linked where it can be read. Nothing is fetched until it is followed.
#[component]
pub fn Cite(citation: Citation) -> impl IntoView {
    if citation.url.is_empty() {
        view! { <cite title=citation.says>{citation.reference}</cite> }.into_any()
    } else {
        view! {
            <cite>
                <a href=citation.url title=citation.says target="_blank" rel="noopener noreferrer">
                    {citation.reference}
                </a>
            </cite>
        }
        .into_any()
    }
}

/// What the worksheet found.
#[component]
fn Findings(room: Memo<Outcome>) -> impl IntoView {
    let findings = move || room.with(|outcome| outcome.room().map(|room| room.findings.clone()).unwrap_or_default());
    view! {
        <When on=condition(move || !findings().is_empty())>
            <section class="card findings" aria-labelledby="findings">
                <h3 id="findings">"What to know about your figures"</h3>
                <ul>
                    {part(move || {
                        let findings = findings().into_iter();
                        findings.map(|finding| view! { <FindingView finding/> }).collect_view().into_any()
                    })}
                </ul>
            </section>
        </When>
    }
}

#[component]
fn FindingView(finding: Finding<Code>) -> impl IntoView {
    let (class, word) = match finding.severity {
        Severity::Problem => ("problem", "Correct this"),
        Severity::Attention => ("attention", "See to this"),
        Severity::Note => ("note", "Good to know"),
    };
    view! {
        <li class=class>
            <p class="severity">{word}</p>
            <h4>{finding.title}</h4>
            <p>{finding.text}</p>
            {readings(finding.readings)}
            <p class="cites"><Cite citation=finding.citation/></p>
        </li>
    }
}

/// The two readings of a contested point.
fn readings(readings: Vec<Reading>) -> AnyView {
    if readings.is_empty() {
        return ().into_any();
    }
    let row = |reading: Reading| {
        let used = if reading.used_here { " (used here)" } else { "" };
        view! {
            <tr>
                <th scope="row">{reading.says}<strong>{used}</strong></th>
                <td>{reading.room.to_string()}</td>
            </tr>
        }
    };
    view! {
        <table class="readings">
            <caption>"Two readings, and the room under each"</caption>
            <tbody>{readings.into_iter().map(row).collect_view()}</tbody>
        </table>
    }
    .into_any()
}

/// The decision for screen readers, once the figures have come to rest.
#[component]
fn Spoken(form: Form) -> impl IntoView {
    let spoken = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    Effect::new(move |_| {
        let sentence = form.outcome.with(|outcome| match outcome {
            Outcome::Ready(room) => room.closing.decision.clone(),
            Outcome::Fix(problems) => format!("{} to correct before there is an answer.", problems.len()),
            Outcome::Wait(_) => String::new(),
        });
        if let Some(earlier) = timer.try_update_value(Option::take).flatten() {
            earlier.clear();
        }
        let later = set_timeout_with_handle(
            move || {
                let _ = spoken.try_set(sentence);
            },
            QUIET,
        );
        timer.set_value(later.ok());
    });
    view! { <p class="unseen" role="status" aria-live="polite">{spoken}</p> }
}
