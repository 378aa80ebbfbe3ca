//! The engine, a wasm module that is loaded when it is first needed.
//!
//! Reading texts and working out worksheets is most of the code: who only looks at the
//! page needs none of it. Once loaded, its calls return at once. A call that ends in a trap
//! takes the module down and leaves the page and all texts alive; it is loaded anew.

use js_sys::futures::JsFuture;
use js_sys::{Array, Function, Promise, Reflect};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::{JsCast, JsValue};

pub use planner::service::Module;

use crate::app::dom::focus;

/// What boot.js calls the function that loads a module of the engine.
const LOADER: &str = "loadEngine";
const LOST: &str = "The part of the planner that calculates could not be loaded. What you typed stays. Check your connection, then try again.";
const STOPPED: &str = "The calculation stopped because of an error in the planner. What you typed stays. Change the figure that you typed last, or try again.";

/// Where a module is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    Unasked,
    Coming,
    Here,
    Lost,
}

/// A module's reply as the browser has it, not yet read, or the sentence in the place of it.
pub type RawReply = Result<JsValue, String>;

/// What is done once the module is here.
struct Later {
    does: Box<dyn FnOnce()>,
    /// Whether it is done as well if the module cannot be loaded.
    even_if_lost: bool,
}

/// The handle on one module.
#[derive(Clone, Copy)]
pub struct Engine {
    name: &'static str,
    state: RwSignal<State>,
    /// Its exports; none after a call that ended in a trap.
    module: StoredValue<Option<JsValue>, LocalStorage>,
    later: StoredValue<Option<Later>, LocalStorage>,
}

impl Engine {
    /// A module that nobody has asked for.
    pub fn new(module: Module) -> Self {
        let name = module.name();
        let (module, later) = (StoredValue::new_local(None), StoredValue::new_local(None));
        Self { name, state: RwSignal::new(State::Unasked), module, later }
    }

    /// Whether it is still on its way; nobody has asked for it before.
    pub fn is_coming(self) -> bool {
        self.state.get() == State::Coming
    }

    /// Loads it where it was not asked for, or where a trap took it down. One that
    /// could not be loaded is not asked for again at every key: the person is.
    pub fn want(self) {
        match self.state.get_untracked() {
            State::Unasked => self.load(),
            State::Here if !self.has_module() => self.load(),
            _ => {}
        }
    }

    /// Loads it anew.
    pub fn load(self) {
        if self.state.get_untracked() == State::Coming {
            return;
        }
        self.state.set(State::Coming);
        spawn_local(async move {
            let module = import(self.name).await;
            let lost = module.is_err();
            self.module.set_value(module.ok());
            self.state.set(if lost { State::Lost } else { State::Here });
            let goes_on = |later: &Later| !lost || later.even_if_lost;
            if self.later.with_value(|later| later.as_ref().is_some_and(goes_on)) {
                if let Some(later) = self.later.try_update_value(Option::take).flatten() {
                    (later.does)();
                }
            } else if self.later.with_value(Option::is_some) {
                // Who pressed a button is led to what became of it.
                focus::later("answer".to_owned());
            }
        });
    }

    /// Does this once the module is here. If it takes a second try, only what was
    /// asked for last is done.
    pub fn then(self, does: impl FnOnce() + 'static) {
        self.later(Box::new(does), false);
    }

    /// Does this once the module is here or cannot be loaded.
    pub fn then_or_lost(self, does: impl FnOnce() + 'static) {
        self.later(Box::new(does), true);
    }

    fn later(self, does: Box<dyn FnOnce()>, even_if_lost: bool) {
        if self.has_module() {
            return does();
        }
        self.later.set_value(Some(Later { does, even_if_lost }));
        self.load();
    }

    /// What one of its functions says to these texts; nothing while it is not here.
    pub fn ask(self, function: &str, texts: &[&str]) -> Option<RawReply> {
        match self.state.get() {
            State::Unasked | State::Coming => None,
            State::Here => Some(self.call(function, texts)),
            State::Lost => Some(Err(LOST.to_owned())),
        }
    }

    fn call(self, function: &str, texts: &[&str]) -> RawReply {
        let stopped = || Err(STOPPED.to_owned());
        let Some(module) = self.module.get_value() else { return stopped() };
        let texts: Array = texts.iter().map(|text| JsValue::from_str(text)).collect();
        let said = Reflect::get(&module, &function.into())
            .and_then(JsCast::dyn_into::<Function>)
            .and_then(|function| function.apply(&JsValue::NULL, &texts));
        // It throws its sentences as texts. Whatever else is thrown has stopped it.
        said.or_else(|thrown| match thrown.as_string() {
            Some(sentence) => Err(sentence),
            None => {
                self.module.set_value(None);
                stopped()
            }
        })
    }

    fn has_module(self) -> bool {
        self.module.with_value(Option::is_some)
    }
}

/// The sentence about a reply that makes no sense.
pub fn stopped() -> String {
    STOPPED.to_owned()
}

async fn import(name: &str) -> Result<JsValue, JsValue> {
    let loader: Function = Reflect::get(&js_sys::global(), &LOADER.into())?.dyn_into()?;
    let module: Promise = loader.call1(&JsValue::NULL, &name.into())?.dyn_into()?;
    JsFuture::from(module).await
}
