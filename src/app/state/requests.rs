//! What is asked of the engine beside its answer: rows, copies, links, the example.

use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsValue;

use super::autosave::Autosave;
use super::replies::Replies;
use super::today::Today;
use crate::app::engine::loader::{Engine, RawReply};
use crate::app::engine::papers;

/// The handle on such requests. Each gives the draft as it is now along.
pub struct Requests {
    today: Today,
    engine: Engine,
    replies: &'static Replies,
    autosave: &'static Autosave,
}

impl Requests {
    pub(super) fn new(today: Today, engine: Engine, replies: &'static Replies, autosave: &'static Autosave) -> Self {
        Self { today, engine, replies, autosave }
    }

    /// Does something with the example, which may be that it cannot be made.
    pub fn example(&'static self, does: impl FnOnce(RawReply) + 'static) {
        let engine = self.engine;
        engine.then_or_lost(move || {
            if let Some(raw) = untrack(|| engine.ask("example", &[&self.today.now().to_string()])) {
                does(raw);
            }
        });
    }

    /// Does something with what the engine says, once it is here.
    pub fn once_here(&'static self, function: &'static str, text: &str, does: impl FnOnce(RawReply) + 'static) {
        self.once_here_with(function, [text, "", ""].map(str::to_owned), does);
    }

    /// The same with two more texts, for a function that takes them.
    pub fn once_here_with(
        &'static self,
        function: &'static str,
        texts: [String; 3],
        does: impl FnOnce(RawReply) + 'static,
    ) {
        self.engine.then(self.ask(function, texts, Box::new(does)));
    }

    /// Does something with what the engine says, which may be that it cannot be loaded.
    pub fn or_lost(&'static self, function: &'static str, text: &str, does: impl FnOnce(RawReply) + 'static) {
        let texts = [text, "", ""].map(str::to_owned);
        self.engine.then_or_lost(self.ask(function, texts, Box::new(does)));
    }

    /// Does something with the file of the page on show.
    pub fn file(&'static self, does: impl FnOnce(RawReply) + 'static) {
        self.once_here("file", self.replies.page(), does);
    }

    /// Does something with what a paper says: a file, or a text.
    pub fn read_paper(&self, paper: JsValue, password: String, does: impl FnOnce(Result<String, String>) + 'static) {
        let today = self.today.now().to_string();
        spawn_local(async move { does(papers::read(&paper, &password, &today).await) });
    }

    /// Does something with what was read in a paper, beside the draft.
    pub fn booklet(&'static self, reading: String, take: String, does: impl FnOnce(RawReply) + 'static) {
        self.engine.then_or_lost(self.ask("booklet", [reading, take, self.replies.page().to_owned()], Box::new(does)));
    }

    /// Asks for the engine where it is not here.
    pub fn want_engine(&self) {
        self.engine.want();
    }

    /// What a link would fill in or replace; nothing while the engine is not here.
    pub fn offer(&self, link: &str) -> Option<RawReply> {
        self.autosave.text().with_untracked(|saved| self.engine.ask("offer", &[saved, link]))
    }

    fn ask(
        &'static self,
        function: &'static str,
        [text, more, last]: [String; 3],
        does: Box<dyn FnOnce(RawReply)>,
    ) -> impl FnOnce() {
        move || {
            let (saved, today) = (self.autosave.text().get_untracked(), self.today.now().to_string());
            if let Some(raw) = untrack(|| self.engine.ask(function, &[&saved, &today, &text, &more, &last])) {
                does(raw);
            }
        }
    }
}
