//! The state behind all pages: the draft, what the engine says of it, and what was
//! replaced.

use std::collections::BTreeMap;
use std::time::Duration;

use leptos::leptos_dom::helpers::{TimeoutHandle, window_event_listener_untyped};
use leptos::prelude::*;
use planner::date::Date;
use planner::draft::{Draft, Key, List, Shown};
use planner::report::{Import, Offer, Problem};

use super::answer::Answer;
use super::browser;
use super::engine::{self, Engine, Engines, Module, Said};
use super::pages::Page;
use super::read::read;
use super::storage::{self, Keeping};

/// A draft that was replaced, and in which words.
#[derive(Clone)]
pub struct Replaced {
    what: &'static str,
    draft: Draft,
}

/// How long saving and reckoning may take, in milliseconds, to follow every key.
const QUICK: f64 = 12.0;
/// How long typing rests before they follow, where they take longer.
const PAUSE: Duration = Duration::from_millis(150);

/// The handle that every part of the page holds.
#[derive(Clone, Copy)]
pub struct Form {
    /// The day on which the page was opened.
    pub today: Date,
    /// How changes are kept.
    pub keeping: RwSignal<Keeping>,
    /// Something to tell about what was saved.
    pub notice: RwSignal<Option<String>>,
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
    /// How long that took the last time, in milliseconds.
    took: StoredValue<f64>,
    /// The id of the field that the person was led to last.
    sought: RwSignal<String>,
    year: Memo<i16>,
    shown: Memo<Shown>,
    replaced: RwSignal<Option<Replaced>>,
}

impl Form {
    /// Takes up what an earlier visit saved, and saves every change from here on. The
    /// engine is not asked for before there is anything to read, and then for the
    /// module of the page on show.
    pub fn new(today: Date, page: RwSignal<&'static Page>) -> Self {
        let found = storage::load();
        let draft = RwSignal::new(found.draft.unwrap_or_else(|| Draft::new(today)));
        let keeping = RwSignal::new(found.keeping);
        let notice = RwSignal::new(found.error.map(|error| error.to_string()));
        let saved = RwSignal::new(draft.with_untracked(Draft::to_saved));
        let engines = Engines::new();
        // Every change may change any figure: comparing two answers would cost more
        // than showing the new one.
        let always = |_: Option<&Answer>, _: Option<&Answer>| true;
        let day = today.to_string();
        let took = StoredValue::new(0.0);
        let answer = move |_: Option<&Answer>| {
            let began = browser::milliseconds();
            let Page { slug, module, .. } = *page.get();
            let engine = engines.of(module);
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
            keeping,
            notice,
            page,
            engines,
            answer,
            draft,
            typed,
            typed_in: StoredValue::new(BTreeMap::new()),
            problems,
            saved,
            waiting: StoredValue::new(None),
            took,
            sought: RwSignal::new(String::new()),
            year: Memo::new(move |_| draft.with(|draft| draft.year)),
            shown: Memo::new(move |_| {
                typed.track();
                draft.with(|draft| draft.shown(today))
            }),
            replaced: RwSignal::new(None),
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
                form.engine().want();
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

    /// The module of the page on show.
    pub fn engine(self) -> Engine {
        self.engines.of(self.page.get_untracked().module)
    }

    /// Asks for the module that reads links to a plan's rules.
    pub fn want_offer(self) {
        self.engines.of(Module::Planning).want();
    }

    /// Saves and reckons: at once while that is quick, and otherwise when typing pauses.
    fn settle_soon(self) {
        self.cancel();
        if self.took.get_value() <= QUICK {
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
        let text = self.draft.with_untracked(Draft::to_saved);
        if self.keeping.get_untracked() != Keeping::ReadOnly {
            self.keeping.set(storage::save(&text));
        }
        self.saved.set(text);
        self.engine().want();
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
        self.draft.update_untracked(|draft| draft.set(key, text));
        if let Some(typed) = self.typed_in.with_value(|all| all.get(&key).cloned()) {
            typed.notify();
        }
        self.typed.notify();
    }

    /// The year on show.
    pub fn year(self) -> i16 {
        self.year.get()
    }

    /// Shows another year, with the plan's answers of the nearest one if it has none.
    pub fn set_year(self, year: i16) {
        let before = self.draft.get_untracked();
        if self.draft.try_update(|draft| draft.show_year(year)).flatten().is_some() {
            self.replaced
                .set(Some(Replaced {
                    what: "The plan’s answers of the nearest year are taken over.", draft: before
                }));
        }
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
    pub fn shown(self) -> Shown {
        self.shown.get()
    }

    /// Whether a field's question applies, which is whether the engine reads it.
    pub fn asks(self, key: Key) -> bool {
        match key {
            Key::BirthDate => true,
            Key::Sheet(field) => self.shown().asks(field),
            // The lines of the ledger are many, and nothing in them decides on the rest.
            Key::Row(List::Contributions | List::Balances, ..) => true,
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

    /// Adds a row to a list and returns its number.
    pub fn add_row(self, list: List) -> u32 {
        self.draft.try_update(|draft| draft.add_row(list)).unwrap_or_default()
    }

    /// Takes a row out of a list; it can be brought back.
    pub fn remove_row(self, list: List, id: u32) {
        self.remember(match list {
            List::Jobs => "That job is removed.",
            List::Raises => "That raise is removed.",
            List::Bonuses => "That bonus is removed.",
            List::Contributions => "That contribution is removed.",
            List::Balances => "That balance is removed.",
            List::Conversions => "That conversion is removed.",
            List::Forms => "That form is removed.",
            List::Returns => "That return is removed.",
        });
        self.draft.update(|draft| draft.remove_row(list, id));
    }

    /// What a link would fill in or replace; nothing while the engine is not here.
    pub fn offer(self, link: &str) -> Option<Result<Offer, String>> {
        self.settle_now();
        let said = self.saved.with_untracked(|saved| self.engines.of(Module::Planning).ask("offer", &[saved, link]))?;
        Some(said.and_then(|offer| read(&offer)))
    }

    /// Fills in the rules that a link brought; what was there can be brought back.
    pub fn take_plan(self, link: &str) {
        if let Some(Ok(offer)) = untrack(|| self.offer(link)) {
            self.replace("The plan’s rules are filled in from the link.", Ok(offer.draft));
        }
    }

    /// Does something with what one of the engine's ways to bring rows in would add.
    pub fn import(self, function: &'static str, text: &str, does: impl FnOnce(Result<Import, String>) + 'static) {
        self.once_said(function, text, move |said| {
            does(said.and_then(|import| read(&import)));
        });
    }

    /// Adds the rows that an import brought; what was there can be brought back.
    pub fn take_rows(self, import: Import) {
        self.replace("The rows are added.", Ok(import.draft));
    }

    /// Fills the page with the example; what was there can be brought back.
    pub fn try_example(self) {
        self.once_said("example", "", move |said| self.replace("The example is filled in.", said));
    }

    /// Empties the page; what was there can be brought back.
    pub fn clear(self) {
        self.remember("The page is cleared.");
        self.draft.set(Draft::new(self.today));
    }

    /// What was just replaced, in words.
    pub fn replaced(self) -> Option<&'static str> {
        self.replaced.with(|replaced| replaced.as_ref().map(|replaced| replaced.what))
    }

    /// Brings back what was replaced last; that can be undone as well.
    pub fn undo(self) {
        if let Some(replaced) = self.replaced.try_update(Option::take).flatten() {
            self.remember("It is again as it was.");
            self.draft.set(replaced.draft);
        }
    }

    /// Lets go of what was replaced.
    pub fn forget_replaced(self) {
        self.replaced.set(None);
    }

    /// Whether nothing was typed yet.
    pub fn is_empty(self) -> bool {
        self.typed.track();
        self.draft.with(Draft::is_empty)
    }

    /// Hands over the record as a file.
    pub fn download_record(self) {
        self.once_said("record", "", move |said| match said {
            Ok(record) => self.download("mega-backdoor-roth.json", "application/json", &record),
            Err(sentence) => self.notice.set(Some(sentence)),
        });
    }

    /// Hands over a text as a file.
    pub fn download(self, name: &str, kind: &str, text: &str) {
        if browser::download(name, kind, text).is_err() {
            self.notice.set(Some("The browser did not allow the download.".to_owned()));
        }
    }

    /// Does something with what the engine says of the draft today and of another text,
    /// once it is here.
    fn once_said(self, function: &'static str, text: &str, does: impl FnOnce(Said) + 'static) {
        let (engine, text) = (self.engine(), text.to_owned());
        engine.then(move || {
            self.settle_now();
            let (saved, today) = (self.saved.get_untracked(), self.today.to_string());
            if let Some(said) = untrack(|| engine.ask(function, &[&saved, &today, &text])) {
                does(said);
            }
        });
    }

    /// Puts a saved draft in the place of this one, or says why not.
    fn replace(self, what: &'static str, saved: Said) {
        match saved.and_then(|saved| Draft::from_saved(&saved).map_err(|_| engine::stopped())) {
            Ok(draft) => {
                self.remember(what);
                self.draft.set(draft);
            }
            Err(sentence) => self.notice.set(Some(sentence)),
        }
    }

    fn remember(self, what: &'static str) {
        let draft = self.draft.get_untracked();
        self.replaced.set((!draft.is_empty()).then_some(Replaced { what, draft }));
    }
}
