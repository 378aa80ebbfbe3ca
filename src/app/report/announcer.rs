//! The decision for screen readers.

use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;

use crate::app::dom::element::el;
use crate::app::dom::reactive::effect;
use crate::app::state::Answer;

/// How long the figures must rest before a screen reader is told of them.
const QUIET: Duration = Duration::from_millis(700);

/// The decision, spoken once the figures have come to rest.
pub fn announcer(answer: Memo<Answer>) -> AnyView {
    let spoken = RwSignal::new(String::new());
    let timer = StoredValue::new(None::<TimeoutHandle>);
    effect(move || {
        let sentence = answer.with(|answer| match answer {
            Answer::Replied(reply) => match (&reply.report, reply.in_the_way().count()) {
                (Some(report), _) => report.closing.decision.clone(),
                (None, 0) => String::new(),
                (None, problems) => format!("{problems} to correct before there is an answer."),
            },
            Answer::Failed(sentence) => sentence.clone(),
            Answer::Unasked | Answer::Coming => String::new(),
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
    el("p").class("unseen").attr("role", "status").attr("aria-live", "polite").child(Signal::from(spoken)).view()
}
