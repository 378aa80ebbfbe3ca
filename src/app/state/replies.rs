//! What the engine replies to the draft, for the page on show.

use std::sync::Arc;

use leptos::prelude::*;
use planner::report::{Problem, Reply, Report};

use super::draft::OpenDraft;
use super::navigation::Navigation;
use super::today::Today;
use crate::app::dom::clock;
use crate::app::dom::reactive::effect;
use crate::app::engine::loader::{Engine, RawReply};
use crate::app::engine::wire::read;

/// What stands in the answer's place just now.
#[derive(Clone)]
pub enum Answer {
    /// Nobody has typed anything yet.
    Unasked,
    /// The engine is on its way.
    Coming,
    /// The engine cannot answer, as this sentence says.
    Failed(String),
    /// What the engine says of the draft.
    Replied(Arc<Reply>),
}

impl Answer {
    /// The answer out of what the engine says, if it is here.
    fn of(engine: Engine, raw: Option<RawReply>) -> Self {
        match raw {
            None if engine.is_coming() => Self::Coming,
            None => Self::Unasked,
            Some(raw) => match read(raw) {
                Ok(reply) => Self::Replied(Arc::new(reply)),
                Err(sentence) => Self::Failed(sentence),
            },
        }
    }

    /// What the engine says, if it says anything.
    pub fn reply(&self) -> Option<&Reply> {
        if let Self::Replied(reply) = self { Some(reply) } else { None }
    }

    /// The worksheet's result, if there is one.
    pub fn report(&self) -> Option<&Report> {
        self.reply()?.report.as_ref()
    }
}

/// The handle on what the engine replies.
pub struct Replies {
    draft: &'static OpenDraft,
    navigation: &'static Navigation,
    engine: Engine,
    /// The draft as the engine takes it, which is also how it is saved.
    text: RwSignal<String>,
    /// The ids of the closed tables that are open just now, with spaces between them.
    open: RwSignal<String>,
    /// What the engine says of it to the page on show.
    answer: Memo<Answer>,
    /// The texts that cannot be read. They notify only when they change.
    problems: RwSignal<Vec<Problem>>,
    /// How long the last answer took, in milliseconds, and the saving before it.
    pub(super) took: StoredValue<f64>,
}

impl Replies {
    pub(super) fn new(
        today: Today,
        draft: &'static OpenDraft,
        navigation: &'static Navigation,
        engine: Engine,
    ) -> Self {
        let (text, open) = (RwSignal::new(draft.to_saved().0), RwSignal::new(String::new()));
        let took = StoredValue::new(0.0);
        let answer = move |_: Option<&Answer>| {
            let began = clock::milliseconds();
            let page = navigation.on_show();
            if !page.is_worksheet {
                return Answer::Unasked;
            }
            let day = today.get().to_string();
            let raw = text.with(|text| open.with(|open| engine.ask("answer", &[text, &day, page.slug, open])));
            let answer = Answer::of(engine, raw);
            took.set_value(clock::milliseconds() - began);
            answer
        };
        // Every change may change any figure: each part of the page looks for itself whether
        // what it shows has changed.
        let always = |_: Option<&Answer>, _: Option<&Answer>| true;
        let (answer, problems) = (Memo::new_with_compare(answer, always), RwSignal::new(Vec::new()));
        Self { draft, navigation, engine, text, open, answer, problems, took }
    }

    /// Asks for the engine of each page that is shown, once there is anything to read, and
    /// takes what it cannot read from its replies.
    pub(super) fn start(&'static self) {
        effect(move || {
            self.navigation.on_show();
            if !untrack(|| self.draft.is_empty()) {
                self.want_engine();
            }
        });
        let (answer, problems) = (self.answer, self.problems);
        effect(move || {
            let now = answer.with(|answer| answer.reply().map(|reply| reply.problems.clone()).unwrap_or_default());
            if problems.with_untracked(|before| *before != now) {
                problems.set(now);
            }
        });
    }

    /// What stands in the answer's place.
    pub fn answer(&self) -> Memo<Answer> {
        self.answer
    }

    /// What is wrong with the text of the field with this id.
    pub fn problem(&self, id: &str) -> Option<Problem> {
        self.problems.with(|problems| problems.iter().find(|problem| problem.field == id).cloned())
    }

    /// What the engine says beside the field with this id.
    pub fn hint(&self, id: &str) -> String {
        let hint = |answer: &Answer| {
            let hint = answer.reply()?.hints.iter().find(|hint| hint.field == id)?;
            Some(hint.text.clone())
        };
        self.answer.with(hint).unwrap_or_default()
    }

    /// Has the rows of a closed table come with the answer while it is open.
    pub fn follow_fold(&'static self, id: String, is_open: Signal<bool>) {
        let closed = id.clone();
        effect(move || self.open(&id, is_open.get()));
        on_cleanup(move || self.open(&closed, false));
    }

    fn open(&self, id: &str, is_open: bool) {
        let before = self.open.get_untracked();
        let others = before.split(' ').filter(|other| !other.is_empty() && *other != id);
        let now = others.chain(is_open.then_some(id)).collect::<Vec<_>>().join(" ");
        if now != before {
            self.open.set(now);
        }
    }

    /// Asks for the engine where it is not here and the page on show needs it.
    pub fn want_engine(&self) {
        if untrack(|| self.navigation.on_show()).is_worksheet {
            self.engine.want();
        }
    }

    /// Loads it anew.
    pub fn load_engine(&self) {
        self.engine.load();
    }

    /// The name of the page on show.
    pub(super) fn page(&self) -> &'static str {
        untrack(|| self.navigation.on_show()).slug
    }

    /// The draft as the engine was given it last.
    pub(super) fn text(&self) -> RwSignal<String> {
        self.text
    }

    /// Has the engine reply to a draft. It does so here, and not when its answer is shown,
    /// so that it can be timed.
    pub(super) fn ask(&self, text: String) {
        self.text.set(text);
        self.want_engine();
        self.answer.with_untracked(|_| ());
    }
}
