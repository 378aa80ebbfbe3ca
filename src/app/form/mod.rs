//! The state behind all pages: the draft, how it is kept, and what the engine says of it.

mod changes;
mod copies;

use std::collections::BTreeMap;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, window_event_listener_untyped};
use leptos::prelude::*;
use planner::date::Date;
use planner::draft::{Draft, History};
use planner::questions::{Applies, Key, List};
use planner::report::{Opened, Problem};

use super::answer::Answer;
use super::browser;
use super::engine::{Engine, Engines, Said};
use super::keeping::{Keeper, Told};
use super::pages::Page;
pub use changes::Notice;
pub use copies::Brought;

/// How long saving and reckoning may take, in milliseconds, to follow every key.
const QUICK: f64 = 12.0;
/// How long typing rests before they follow, where they take longer.
const PAUSE: Duration = Duration::from_millis(150);
/// How long they wait at most for such a rest, in milliseconds: every change is kept
/// within a second.
const LONGEST_WAIT: f64 = 700.0;

/// The handle that every part of the page holds.
#[derive(Clone, Copy)]
pub struct Form {
    /// The day on which the page was opened.
    pub today: Date,
    /// How changes are kept.
    pub keeper: Keeper,
    /// What the person should know about what was saved or handed over.
    pub told: RwSignal<Option<Told>>,
    /// What came from outside and is not decided about yet.
    pub brought: RwSignal<Option<Brought>>,
    /// What a copy brings, until the person has decided about it.
    pub opened: RwSignal<Option<Result<Opened, String>>>,
    /// The page on show.
    pub page: RwSignal<&'static Page>,
    /// Where texts are read and worksheets worked out.
    engines: Engines,
    /// What the engine says of the draft to the page on show.
    pub answer: Memo<Answer>,
    /// The draft. Typing does not notify it, since hundreds of fields may follow it.
    draft: RwSignal<Draft>,
    /// Notified when a text was typed, whichever it is.
    typed: Trigger,
    /// Notified when that field's text was typed.
    typed_in: StoredValue<BTreeMap<Key, ArcTrigger>>,
    /// The texts that cannot be read. They notify only when they change.
    problems: RwSignal<Vec<Problem>>,
    /// The draft as it was saved last, which is also how the engine takes it.
    saved: RwSignal<String>,
    /// What waits for a pause in the typing to save and reckon.
    waiting: StoredValue<Option<TimeoutHandle>>,
    /// Since when it does, by the browser's clock.
    waits_since: StoredValue<f64>,
    /// How long that took the last time, in milliseconds.
    took: StoredValue<f64>,
    /// The id of the field that the person was led to last.
    sought: RwSignal<String>,
    year: Memo<i16>,
    shown: Memo<Applies>,
    /// What can be taken back.
    history: StoredValue<History>,
    /// Notified when that may have changed.
    stepped: Trigger,
    /// What was just done or undone, as long as it is to be told.
    notice: RwSignal<Option<Notice>>,
}

impl Form {
    /// Takes up what an earlier visit saved, and saves every change from here on. The
    /// engine is not asked for before there is anything to read, and then for the
    /// module of the page on show.
    pub fn new(today: Date, page: RwSignal<&'static Page>) -> Self {
        let (keeper, found) = Keeper::new();
        let draft = RwSignal::new(found.draft.unwrap_or_else(|| Draft::new(today)));
        let saved = RwSignal::new(draft.with_untracked(Draft::to_saved));
        let engines = Engines::new();
        // Every change may change any figure: comparing two answers would cost more
        // than showing the new one.
        let always = |_: Option<&Answer>, _: Option<&Answer>| true;
        let day = today.to_string();
        let took = StoredValue::new(0.0);
        let answer = move |_: Option<&Answer>| {
            let began = browser::milliseconds();
            let page = page.get();
            let Some(module) = page.module() else { return Answer::Unasked };
            let (slug, engine) = (page.slug, engines.of(module));
            let said = saved.with(|saved| engine.ask("answer", &[saved, &day, slug]));
            let answer = Answer::of(engine, said);
            took.set_value(browser::milliseconds() - began);
            answer
        };
        let answer = Memo::new_with_compare(answer, always);
        let typed = Trigger::new();
        let problems = RwSignal::new(Vec::new());
        let form = Self {
            today,
            keeper,
            told: RwSignal::new(found.told),
            brought: RwSignal::new(None),
            opened: RwSignal::new(None),
            page,
            engines,
            answer,
            draft,
            typed,
            typed_in: StoredValue::new(BTreeMap::new()),
            problems,
            saved,
            waiting: StoredValue::new(None),
            waits_since: StoredValue::new(0.0),
            took,
            sought: RwSignal::new(String::new()),
            year: Memo::new(move |_| draft.with(|draft| draft.year)),
            shown: Memo::new(move |_| {
                typed.track();
                draft.with(|draft| draft.applies(today))
            }),
            history: StoredValue::default(),
            stepped: Trigger::new(),
            notice: RwSignal::new(None),
        };
        Effect::new(move |before: Option<()>| {
            draft.track();
            typed.track();
            if before.is_some() {
                form.settle_soon();
            }
        });
        Effect::new(move |_| {
            page.track();
            if !draft.with_untracked(Draft::is_empty) {
                form.want_engine();
            }
        });
        Effect::new(move |_| {
            let now = answer.with(|answer| answer.reply().map(|reply| reply.problems.clone()).unwrap_or_default());
            if problems.with_untracked(|before| *before != now) {
                problems.set(now);
            }
        });
        // Who leaves in the midst of typing loses nothing. They listen as long as the
        // page is open, so nothing ever takes the listeners off.
        for leaving in ["pagehide", "visibilitychange"] {
            let _ = window_event_listener_untyped(leaving, move |_| form.settle_now());
        }
        form
    }

    /// The module that has the worksheet of the page on show, if it is a worksheet's.
    pub fn engine(self) -> Option<Engine> {
        self.page.get_untracked().module().map(|module| self.engines.of(module))
    }

    /// Asks for that module where it is not here.
    pub fn want_engine(self) {
        if let Some(engine) = self.engine() {
            engine.want();
        }
    }

    /// Loads that module anew.
    pub fn load_engine(self) {
        if let Some(engine) = self.engine() {
            engine.load();
        }
    }

    /// Saves and reckons: at once while that is quick, and otherwise when typing pauses.
    fn settle_soon(self) {
        let now = browser::milliseconds();
        if !self.cancel() {
            self.waits_since.set_value(now);
        }
        if self.took.get_value() <= QUICK || now - self.waits_since.get_value() >= LONGEST_WAIT {
            return self.settle();
        }
        self.waiting.set_value(set_timeout_with_handle(move || self.settle_now(), PAUSE).ok());
    }

    /// Saves and reckons if that still waits for a pause.
    fn settle_now(self) {
        if self.cancel() {
            self.settle();
        }
    }

    fn cancel(self) -> bool {
        let waiting = self.waiting.try_update_value(Option::take).flatten();
        waiting.map(|waiting| waiting.clear()).is_some()
    }

    fn settle(self) {
        let began = browser::milliseconds();
        let (text, is_empty) = self.draft.with_untracked(|draft| (draft.to_saved(), draft.is_empty()));
        self.keeper.save(&text, is_empty);
        self.saved.set(text);
        self.want_engine();
        // The answer is worked out here, and not when it is shown, so that it is timed.
        self.answer.with_untracked(|_| ());
        self.took.set_value(browser::milliseconds() - began);
    }

    /// A field's text as typed.
    pub fn text(self, key: Key) -> String {
        let typed = self.typed_in.try_update_value(|all| all.entry(key).or_default().clone());
        if let Some(typed) = typed {
            typed.track();
        }
        self.draft.with(|draft| draft.text(key).to_owned())
    }

    /// Keeps a field's text.
    pub fn set(self, key: Key, text: String) {
        self.history.update_value(|history| self.draft.update_untracked(|draft| history.set(draft, key, text)));
        if let Some(typed) = self.typed_in.with_value(|all| all.get(&key).cloned()) {
            typed.notify();
        }
        self.typed.notify();
        self.stepped.notify();
        // Its “Undo” would be of this text now.
        if self.notice.with_untracked(Option::is_some) {
            self.notice.set(None);
        }
    }

    /// The year on show.
    pub fn year(self) -> i16 {
        self.year.get()
    }

    /// What is wrong with the text of the field with this id.
    pub fn problem(self, id: &str) -> Option<Problem> {
        self.problems.with(|problems| problems.iter().find(|problem| problem.field == id).cloned())
    }

    /// What the engine says beside the field with this id.
    pub fn hint(self, id: &str) -> String {
        let hint = |answer: &Answer| {
            let hint = answer.reply()?.hints.iter().find(|hint| hint.field == id)?;
            Some(hint.text.clone())
        };
        self.answer.with(hint).unwrap_or_default()
    }

    /// Which questions apply.
    pub fn shown(self) -> Applies {
        self.shown.get()
    }

    /// Whether a field's question applies, which is whether the engine reads it.
    pub fn asks(self, key: Key) -> bool {
        match key {
            Key::BirthDate => true,
            Key::Sheet(field) => self.shown().asks(field),
            // The lines of the ledger are many, and nothing in them decides on the rest.
            Key::Row(List::Contributions | List::Balances, _, field) => self.shown().asks_in_list(field),
            Key::Row(list, id, field) => {
                self.typed.track();
                self.draft.with(|draft| draft.asks_row(self.shown(), list, id, field))
            }
        }
    }

    /// The years to choose from: those with limits, or all that a ledger can have.
    pub fn years(self, of_ledger: bool) -> Vec<i16> {
        self.draft.with(|draft| if of_ledger { draft.ledger_years(self.today) } else { draft.years(self.today) })
    }

    /// The numbers of a list's rows.
    pub fn rows(self, list: List) -> Vec<u32> {
        let numbers = |draft: &Draft| draft.sheet().map(|sheet| sheet.rows(list).iter().map(|row| row.id).collect());
        self.draft.with(numbers).unwrap_or_default()
    }

    /// Leads the person to the field with this id, wherever it stands.
    pub fn seek(self, id: &str) {
        self.sought.set(id.to_owned());
    }

    /// The number of the row that the person was led to last, if it is of this list.
    pub fn sought_row(self, list: List) -> Option<u32> {
        self.sought.with(|id| id.strip_prefix(list.id())?.strip_prefix('-')?.split('-').next()?.parse().ok())
    }

    /// Whether nothing was typed yet.
    pub fn is_empty(self) -> bool {
        self.typed.track();
        self.draft.with(Draft::is_empty)
    }

    /// Does something with what the engine says of the draft today and of another text,
    /// once it is here.
    fn once_said(self, function: &'static str, text: &str, does: impl FnOnce(Said) + 'static) {
        let (Some(engine), text) = (self.engine(), text.to_owned()) else { return };
        engine.then(move || {
            self.settle_now();
            let (saved, today) = (self.saved.get_untracked(), self.today.to_string());
            if let Some(said) = untrack(|| engine.ask(function, &[&saved, &today, &text])) {
                does(said);
            }
        });
    }
}
