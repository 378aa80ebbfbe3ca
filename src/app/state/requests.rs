//! What is asked of the engine beside its answer: rows, copies, links, the example.

use leptos::prelude::*;
use planner::date::Date;

use super::autosave::Autosave;
use super::replies::Replies;
use crate::app::engine::loader::{Engine, Engines, Module, RawReply};

/// The handle on such requests. Each gives the draft as it is now along.
pub struct Requests {
    today: Date,
    copies: Engine,
    replies: &'static Replies,
    autosave: &'static Autosave,
}

impl Requests {
    pub(super) fn new(today: Date, engines: Engines, replies: &'static Replies, autosave: &'static Autosave) -> Self {
        Self { today, copies: engines.of(Module::Copies), replies, autosave }
    }

    /// Does something with what the module of the page on show says, once it is here.
    pub fn of_page(&'static self, function: &'static str, text: &str, does: impl FnOnce(RawReply) + 'static) {
        self.of_page_with(function, [text, "", ""].map(str::to_owned), does);
    }

    /// The same with two more texts, for a function that takes them.
    pub fn of_page_with(
        &'static self,
        function: &'static str,
        texts: [String; 3],
        does: impl FnOnce(RawReply) + 'static,
    ) {
        let Some(engine) = self.replies.engine() else { return };
        engine.then(self.ask(engine, function, texts, Box::new(does)));
    }

    /// Does something with what the module for files and links says, which may be that it
    /// cannot be loaded.
    pub fn of_copies(&'static self, function: &'static str, text: &str, does: impl FnOnce(RawReply) + 'static) {
        let (engine, texts) = (self.copies, [text, "", ""].map(str::to_owned));
        engine.then_or_lost(self.ask(engine, function, texts, Box::new(does)));
    }

    /// Does something with the file of the page on show.
    pub fn file(&'static self, does: impl FnOnce(RawReply) + 'static) {
        self.of_page("file", self.replies.page(), does);
    }

    /// Asks for the module for files and links.
    pub fn want_copies(&self) {
        self.copies.want();
    }

    /// What a link would fill in or replace; nothing while the engine is not here.
    pub fn offer(&self, link: &str) -> Option<RawReply> {
        self.autosave.text().with_untracked(|saved| self.copies.ask("offer", &[saved, link]))
    }

    fn ask(
        &'static self,
        engine: Engine,
        function: &'static str,
        [text, more, last]: [String; 3],
        does: Box<dyn FnOnce(RawReply)>,
    ) -> impl FnOnce() {
        move || {
            let (saved, today) = (self.autosave.text().get_untracked(), self.today.to_string());
            if let Some(raw) = untrack(|| engine.ask(function, &[&saved, &today, &text, &more, &last])) {
                does(raw);
            }
        }
    }
}
