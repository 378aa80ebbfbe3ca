//! Where the person stands over all worksheets, which the header shows on every page.

use std::sync::Arc;
use std::time::Duration;

use leptos::leptos_dom::helpers::TimeoutHandle;
use leptos::prelude::*;
use planner::report::{Reply, Standing};

use super::draft::OpenDraft;
use super::replies::{Answer, Replies};
use super::today::Today;
use crate::app::dom::reactive::effect;
use crate::app::engine::loader::Engine;
use crate::app::engine::wire::read;

/// How long typing rests before it is worked out: it takes all worksheets, and nobody looks
/// at it while they type.
const PAUSE: Duration = Duration::from_millis(300);

/// The handle on where the person stands.
pub struct Standings {
    today: Today,
    draft: &'static OpenDraft,
    replies: &'static Replies,
    engine: Engine,
    now: RwSignal<Option<Result<Standing, String>>>,
    waiting: StoredValue<Option<TimeoutHandle>>,
}

impl Standings {
    pub(super) fn new(today: Today, draft: &'static OpenDraft, replies: &'static Replies, engine: Engine) -> Self {
        Self { today, draft, replies, engine, now: RwSignal::new(None), waiting: StoredValue::new(None) }
    }

    /// Works it out whenever typing rests, as long as there is anything to read.
    pub(super) fn start(&'static self) {
        effect(move || {
            self.replies.text().track();
            self.today.get();
            self.engine.is_coming();
            if let Some(waiting) = self.waiting.try_update_value(Option::take).flatten() {
                waiting.clear();
            }
            if untrack(|| self.draft.is_empty()) {
                return self.now.set(None);
            }
            self.engine.want();
            self.waiting.set_value(set_timeout_with_handle(move || self.work_out(), PAUSE).ok());
        });
    }

    fn work_out(&self) {
        let (text, day) = (self.replies.text().get_untracked(), self.today.now().to_string());
        if let Some(raw) = untrack(|| self.engine.ask("standing", &[&text, &day])) {
            self.now.set(Some(read(raw)));
        }
    }

    /// Where the person stands; nothing before anything is typed and worked out.
    pub fn now(&self) -> RwSignal<Option<Result<Standing, String>>> {
        self.now
    }

    /// Its figure and its bar, as any page shows a report.
    pub fn answer(&'static self) -> Memo<Answer> {
        let always = |_: Option<&Answer>, _: Option<&Answer>| true;
        let answer = move |_: Option<&Answer>| match self.now.get() {
            Some(Ok(standing)) => {
                Answer::Replied(Arc::new(Reply { report: Some(standing.report), ..Reply::default() }))
            }
            Some(Err(sentence)) => Answer::Failed(sentence),
            None => Answer::Coming,
        };
        Memo::new_with_compare(answer, always)
    }
}
