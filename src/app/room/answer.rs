//! The answer: the figure, the picture, the worksheet, what was found, and the
//! decision, the rule and the next action.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use planner::draft::Problem;
use planner::explain::{Closing, Finding, Severity};
use planner::rules::{Citation, Standing};
use planner::worksheets::room::{Code, Room};

use super::bar::Bar;
use super::worksheet::Worksheet;
use crate::app::browser;
use crate::app::form::{Form, Outcome};

/// How long the figures must rest before a screen reader is told of them.
const QUIET: Duration = Duration::from_millis(700);

/// The answer's column.
#[component]
pub fn Answer(form: Form) -> impl IntoView {
    let room = Memo::new(move |_| {
        form.outcome.with(|outcome| match outcome {
            Outcome::Ready(room) => Some((**room).clone()),
            _ => None,
        })
    });
    let ready = move || room.with(Option::is_some);
    view! {
        <section class="answer" id="answer" aria-labelledby="answer-heading" tabindex="-1">
            <h2 id="answer-heading" class="unseen">"Contribution Room Worksheet"</h2>
            <Spoken form/>
            <Show when=ready fallback=move || view! { <Waiting form/> }>
                <Headline room/>
                <Bar room/>
                <ClosingView room/>
                <Findings room/>
                <Worksheet room/>
            </Show>
            <p class="keep">
                <button type="button" id="download" class="quiet" on:click=move |_| form.download_record()>
                    "Download your figures (JSON)"
                </button>
                {move || {
                    let years = form.unread_years();
                    (!years.is_empty())
                        .then(|| {
                            let years: Vec<String> = years.iter().map(i16::to_string).collect();
                            view! {
                                <span class="hint">
                                    {format!(" A text that cannot be read is left out in {}.", years.join(", "))}
                                </span>
                            }
                        })
                }}
            </p>
        </section>
        <a class="peek" href="#answer">
            <span>"After-tax room left"</span>
            <output id="peek">{move || with(room, |room| room.room.value.to_string(), "…")}</output>
        </a>
    }
}

/// Something of the room, or the fallback while there is none.
pub fn with<T: From<&'static str>>(room: Memo<Option<Room>>, of: impl FnOnce(&Room) -> T, fallback: &'static str) -> T {
    room.with(|room| room.as_ref().map_or_else(|| fallback.into(), of))
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
        view! { <li><a href=format!("#{id}") on:click=go>{problem.message.clone()}</a></li> }
    };
    view! {
        <div class="card waiting" id="waiting">
            {move || {
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
            }}
        </div>
    }
}

/// The answer's one figure.
#[component]
fn Headline(room: Memo<Option<Room>>) -> impl IntoView {
    let over = move || room.with(|room| room.as_ref().is_some_and(|room| room.over.value.is_positive()));
    let official = move || room.with(|room| room.as_ref().is_none_or(|room| room.standing == Standing::Official));
    view! {
        <div class="headline" class:over=over>
            <p class="what">
                {move || {
                    with(
                        room,
                        |room| {
                            let what = if room.over.value.is_positive() { "Over the limit of" } else { "After-tax room left for" };
                            format!("{what} {}", room.year)
                        },
                        "",
                    )
                }}
                <Show when=move || !official()>
                    <strong class="tag">"not official"</strong>
                </Show>
            </p>
            <p class="figure" id="room">
                {move || {
                    with(
                        room,
                        |room| {
                            let figure = if room.over.value.is_positive() { &room.over } else { &room.room };
                            figure.value.to_string()
                        },
                        "",
                    )
                }}
            </p>
        </div>
    }
}

/// Decision, rule, next action.
#[component]
fn ClosingView(room: Memo<Option<Room>>) -> impl IntoView {
    let closing = move |of: fn(&Closing) -> String| with(room, |room| of(&room.closing), "");
    let words = Memo::new(move |_| room.with(|room| room.as_ref().and_then(|room| room.closing.words.clone())));
    let by = Memo::new(move |_| room.with(|room| room.as_ref().and_then(|room| room.closing.by)));
    let citations = Memo::new(move |_| {
        room.with(|room| room.as_ref().map(|room| room.closing.citations.clone()).unwrap_or_default())
    });
    view! {
        <dl class="card closing">
            <div>
                <dt>"Decision"</dt>
                <dd id="decision">{move || closing(|closing| closing.decision.clone())}</dd>
            </div>
            <div class="next">
                <dt>"Next action"</dt>
                <dd>
                    <p id="next-action">{move || closing(|closing| closing.next_action.clone())}</p>
                    {move || by.get().map(|by| view! { <p class="by">"By "<strong>{by.long()}</strong></p> })}
                    {move || {
                        words
                            .get()
                            .map(|words| {
                                view! {
                                    <details>
                                        <summary>"Words to send"</summary>
                                        <pre class="words" tabindex="0">{words}</pre>
                                    </details>
                                }
                            })
                    }}
                </dd>
            </div>
            <div>
                <dt>"Rule"</dt>
                <dd>
                    <p id="rule">{move || closing(|closing| closing.rule.clone())}</p>
                    <ul class="cites">
                        {move || {
                            citations
                                .get()
                                .into_iter()
                                .map(|citation| view! { <li><Cite citation/></li> })
                                .collect_view()
                        }}
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
fn Findings(room: Memo<Option<Room>>) -> impl IntoView {
    let findings =
        Memo::new(move |_| room.with(|room| room.as_ref().map(|room| room.findings.clone()).unwrap_or_default()));
    view! {
        <Show when=move || findings.with(|findings| !findings.is_empty())>
            <section class="card findings" aria-labelledby="findings">
                <h3 id="findings">"What to know about your figures"</h3>
                <ul>
                    <For
                        each=move || findings.get()
                        key=|finding| format!("{:?}{}{:?}", finding.code, finding.text, finding.readings)
                        children=|finding| view! { <FindingView finding/> }
                    />
                </ul>
            </section>
        </Show>
    }
}

#[component]
fn FindingView(finding: Finding<Code>) -> impl IntoView {
    let (class, word) = match finding.severity {
        Severity::Problem => ("problem", "Correct this"),
        Severity::Attention => ("attention", "See to this"),
        Severity::Note => ("note", "Good to know"),
    };
    let readings = finding
        .readings
        .into_iter()
        .map(|reading| {
            view! {
                <tr class:used=reading.used_here>
                    <th scope="row">
                        {reading.says}
                        {reading.used_here.then(|| view! { " "<span class="tag">"used here"</span> })}
                    </th>
                    <td>{reading.room.to_string()}</td>
                </tr>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <li class=class>
            <p class="severity">{word}</p>
            <h4>{finding.title}</h4>
            <p>{finding.text}</p>
            {(!readings.is_empty())
                .then(|| {
                    view! {
                        <table class="readings">
                            <caption>"Two readings, and the room under each"</caption>
                            <tbody>{readings}</tbody>
                        </table>
                    }
                })}
            <p class="cites"><Cite citation=finding.citation/></p>
        </li>
    }
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
