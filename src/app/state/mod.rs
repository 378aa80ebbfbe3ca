//! What the page knows, in handles that each say what they are for: a view takes those
//! that it needs. They are made once and last as long as the page.

mod aside;
mod autosave;
mod draft;
mod erase;
mod example;
mod guard;
mod inbox;
mod navigation;
mod notices;
mod outgoing;
mod replies;
mod requests;
mod saved;
mod standing;
mod storage;
mod today;
mod undo;

use leptos::prelude::RwSignal;

pub use self::aside::{Aside, SetAside};
pub use self::autosave::Autosave;
pub use self::draft::OpenDraft;
pub use self::erase::Erase;
pub use self::example::Example;
use self::guard::Guard;
pub use self::guard::Saving;
pub use self::inbox::{Inbox, Incoming};
pub use self::navigation::{Navigation, Route};
pub use self::notices::{Notice, Notices};
pub use self::outgoing::Outgoing;
pub use self::replies::{Answer, Replies};
use self::requests::Requests;
pub use self::standing::Standings;
pub use self::today::Today;
pub use self::undo::{Done, Undo};
use super::engine::loader::{Engine, Module};

/// All the handles, for what shows a whole page.
#[derive(Clone, Copy)]
pub struct State {
    /// The day on which the person is.
    pub today: Today,
    /// The page on show, and the field that the person is led to.
    pub navigation: &'static Navigation,
    /// What is typed.
    pub draft: &'static OpenDraft,
    /// What was done to it, and the way back.
    pub undo: &'static Undo,
    /// What the engine replies to it.
    pub replies: &'static Replies,
    /// Where the person stands over all worksheets.
    pub standings: &'static Standings,
    /// How it is saved.
    pub autosave: &'static Autosave,
    /// The example, a place beside what is typed.
    pub example: &'static Example,
    /// What is set aside in the browser.
    pub aside: &'static Aside,
    /// What comes in as a whole: copies, links, rows, other tabs' figures.
    pub inbox: &'static Inbox,
    /// What goes out: files and links.
    pub outgoing: &'static Outgoing,
    /// What the person should know about what was saved or handed over.
    pub notices: &'static Notices,
    /// Erasing everything.
    pub erase: &'static Erase,
}

impl State {
    /// Takes up what an earlier visit saved, and saves every change from here on. The
    /// engine is not asked for before there is anything to read.
    pub fn new(first: Route) -> Self {
        let today = Today::new();
        let notices = lasting(Notices::new());
        let aside = lasting(Aside::new(today, notices));
        let (guard, found) = Guard::new(aside, notices);
        let signal = RwSignal::new(found.unwrap_or_else(|| draft::fresh(today.now())));
        let navigation = lasting(Navigation::new(first));
        let undo = lasting(Undo::new(signal));
        let draft = lasting(OpenDraft::new(today, signal, undo, aside, guard));
        let engine = Engine::new(Module::Engine);
        let replies = lasting(Replies::new(today, draft, navigation, engine));
        let standings = lasting(Standings::new(today, draft, replies, engine));
        let autosave = lasting(Autosave::new(draft, replies, guard, notices));
        let requests = lasting(Requests::new(today, engine, replies, autosave));
        let example = lasting(Example::new(guard, draft, undo, autosave, requests, notices));
        let inbox = lasting(Inbox::new(draft, example, requests, notices));
        let outgoing = lasting(Outgoing::new(today, autosave, requests, notices));
        let erase = lasting(Erase::new(draft, example, autosave, inbox, notices));
        example.resume();
        autosave.start();
        replies.start();
        standings.start();
        today.start(notices);
        Self {
            today,
            navigation,
            draft,
            undo,
            replies,
            standings,
            autosave,
            example,
            aside,
            inbox,
            outgoing,
            notices,
            erase,
        }
    }
}

/// Keeps a handle as long as the page, so that every view can hold it.
fn lasting<T>(handle: T) -> &'static T {
    Box::leak(Box::new(handle))
}
