//! Whatever leaves the page: files and links, which go to the person and nowhere else.

use leptos::prelude::*;
use planner::report::Copy as Record;

use super::autosave::Autosave;
use super::notices::Notices;
use super::requests::Requests;
use super::storage;
use super::today::Today;
use crate::app::dom::files;
use crate::app::embed;
use crate::app::engine::wire::read;

/// The name of the file with everything that can be read.
const RECORD: &str = "mega-backdoor-roth";
/// The name of the file with everything as it was typed.
const AS_TYPED: &str = "mega-backdoor-roth-as-typed";
/// The name of the file with a text that stands in the browser's storage.
const SAVED: &str = "mega-backdoor-roth-saved";

/// The handle on what goes out.
pub struct Outgoing {
    today: Today,
    autosave: &'static Autosave,
    requests: &'static Requests,
    notices: &'static Notices,
    /// What was handed over in a frame and its text, which may be all that the person gets.
    pub handed: RwSignal<Option<(String, String)>>,
}

impl Outgoing {
    pub(super) fn new(
        today: Today,
        autosave: &'static Autosave,
        requests: &'static Requests,
        notices: &'static Notices,
    ) -> Self {
        Self { today, autosave, requests, notices, handed: RwSignal::new(None) }
    }

    /// Hands over the record as a file, and tells what it lacks.
    pub fn download_record(&'static self) {
        self.requests.or_lost("record", "", move |raw| match read(raw) {
            Ok(Record { text, note }) => {
                self.download_json(RECORD, &text);
                if !note.is_empty() {
                    self.notices.tell(note);
                }
            }
            Err(sentence) => self.notices.tell(sentence),
        });
    }

    /// Hands over every text as it was typed.
    pub fn download_as_typed(&self) {
        self.download_json(AS_TYPED, &self.autosave.text().get_untracked());
    }

    /// Hands over a text that is saved under this key, whatever it is.
    pub fn download_saved(&self, key: &str) {
        match storage::read(key) {
            Ok(Some(text)) => self.download_json(SAVED, &text),
            _ => self.notices.tell("That text is no longer saved in this browser.".to_owned()),
        }
    }

    /// Hands over the table that the page on show has as a file, under this name.
    pub fn download_table(&'static self, name: String) {
        self.requests.file(move |raw| match read::<String>(raw) {
            Ok(text) if name.ends_with(".ics") => self.download(&name, "text/calendar", &text),
            Ok(csv) => self.download(&name, "text/csv", &csv),
            Err(sentence) => self.notices.tell(sentence),
        });
    }

    /// Hands over a text as a file.
    fn download(&self, name: &str, kind: &str, text: &str) {
        if files::download(name, kind, text).is_err() {
            self.notices.tell("The browser did not allow the download.".to_owned());
        }
        if embed::is_framed() {
            self.hand_over("file", text);
        }
    }

    /// Shows a text to copy, in the place of what the page around a frame may not allow.
    pub fn hand_over(&self, what: &str, text: &str) {
        self.handed.set(Some((what.to_owned(), text.to_owned())));
    }

    /// Does something with the link to everything.
    pub fn link(&self, does: impl FnOnce(Result<String, String>) + 'static) {
        self.requests.or_lost("link", "", |raw| does(read(raw)));
    }

    fn download_json(&self, what: &str, text: &str) {
        self.download(&format!("{what}-{}.json", self.today.now()), "application/json", text);
    }
}
