//! Reading a plan's paper with the person: each sentence that speaks of a question is shown,
//! and each answer waits for its own click.

use leptos::prelude::*;
use leptos::web_sys::HtmlInputElement;
use planner::report::{Booklet, BookletQuestion, Quote};
use wasm_bindgen::JsValue;

use crate::app::dom::element::{Element, button, el, text_area};
use crate::app::dom::focus;
use crate::app::dom::reactive::{effect, part};
use crate::app::state::{Inbox, State};

/// Where a paper is read. All of it is gone with the page.
#[derive(Clone, Copy)]
struct Desk {
    inbox: &'static Inbox,
    /// The paper, to be read again with its password.
    paper: StoredValue<JsValue, LocalStorage>,
    /// What it says, as the engine takes it.
    reading: StoredValue<String>,
    password: RwSignal<String>,
    shown: RwSignal<Option<Result<Booklet, String>>>,
    busy: RwSignal<bool>,
}

impl Desk {
    fn read(self, paper: JsValue) {
        self.paper.set_value(paper);
        self.read_again();
    }

    fn read_again(self) {
        self.busy.set(true);
        self.inbox.read_paper(self.paper.get_value(), self.password.get_untracked(), move |read| match read {
            Ok(reading) => {
                self.reading.set_value(reading);
                self.take(String::new());
            }
            failed => self.show(failed.map(|_| Booklet::default()), "found".to_owned()),
        });
    }

    /// Shows what was read, and takes the answer with this key.
    fn take(self, key: String) {
        let id = if key.is_empty() { "found".to_owned() } else { quote_id(&key) };
        self.inbox.booklet(self.reading.get_value(), key, move |shown| self.show(shown, id));
    }

    fn show(self, shown: Result<Booklet, String>, id: String) {
        self.busy.set(false);
        self.shown.set(Some(shown));
        focus::later(id);
    }

    /// Forgets the paper.
    fn leave(self) {
        self.shown.set(None);
        self.paper.set_value(JsValue::NULL);
        self.reading.set_value(String::new());
        self.password.set(String::new());
        focus::later("booklet-file".to_owned());
    }
}

/// The ways to a paper, and what it says.
pub fn booklet(state: State) -> AnyView {
    let (inbox, pasted) = (state.inbox, RwSignal::new(String::new()));
    let desk = Desk {
        inbox,
        paper: StoredValue::new_local(JsValue::NULL),
        reading: StoredValue::new(String::new()),
        password: RwSignal::new(String::new()),
        shown: RwSignal::new(None),
        busy: RwSignal::new(false),
    };
    let chosen = move |event| {
        let input: HtmlInputElement = event_target(&event);
        if let Some(file) = input.files().and_then(|files| files.get(0)) {
            input.set_value("");
            desk.read(file.into());
        }
    };
    // A file may be dropped anywhere; one that leads to another page is read there.
    let here = state.navigation.on_show_now().slug;
    effect(move || {
        if let Some((paper, page)) = inbox.paper.get()
            && page.is_none_or(|page| page == here)
        {
            inbox.paper.set(None);
            desk.read(paper);
        }
    });
    let file = el("input").attr("type", "file").id("booklet-file").attr("accept", ".pdf,.txt").on("change", chosen);
    let area = text_area("booklet-text", "5", pasted);
    let read = button("booklet-read", "quiet").press(move || desk.read(pasted.get_untracked().into()));
    let shown = move || match desk.shown.get() {
        _ if desk.busy.get() => el("p").child("Reading…").view(),
        None => ().into_any(),
        Some(shown) => found(desk, shown),
    };
    el("div")
        .class("stack")
        .child(labeled("booklet-file", "A PDF or text file").child(file))
        .child(labeled("booklet-text", "Or text to paste").child(el("div").class("box").child(area)))
        .child(el("p").child(read.child("Read it")))
        .child(el("div").attr("role", "status").child(part(shown)))
        .view()
}

fn labeled(id: &'static str, label: &'static str) -> Element {
    el("div").class("field").child(el("label").attr("for", id).child(label))
}

fn found(desk: Desk, shown: Result<Booklet, String>) -> AnyView {
    let card = el("div").class("preview").attr("role", "group").attr("aria-labelledby", "found");
    let heading = el("h3").id("found").attr("tabindex", "-1");
    let paragraph = |class, text: &String| el("p").class(class).child(text.as_str()).view();
    let card = match shown {
        Err(sentence) => card.child(heading.child("It cannot be read")).child(paragraph("error", &sentence)),
        Ok(of) => card
            .child(heading.child(of.title.as_str()))
            .all(of.notes.iter().map(|note| paragraph("note", note)))
            .child(if of.locked { unlock(desk) } else { ().into_any() })
            .all(of.questions.iter().map(|of| question(desk, of)))
            .child(paragraph("", &of.missing)),
    };
    let leave = button("booklet-leave", "quiet").press(move || desk.leave());
    card.child(el("p").class("send").child(leave.child("Put the paper away"))).view()
}

fn unlock(desk: Desk) -> AnyView {
    let typed = move |event| desk.password.set(event_target_value(&event));
    let field = el("input").attr("type", "password").id("booklet-password").attr("autocomplete", "off");
    let open = button("booklet-open", "").press(move || desk.read_again());
    labeled("booklet-password", "Password of the file")
        .child(el("div").class("box").child(field.value(desk.password.into()).on("input", typed)))
        .child(el("p").child(open.child("Open it")))
        .view()
}

fn question(desk: Desk, of: &BookletQuestion) -> AnyView {
    let title = match of.field.as_str() {
        "" => el("span"),
        id => {
            let sought = id.to_owned();
            el("a").attr("href", format!("#{id}")).press(move || focus::on(&sought))
        }
    };
    el("section")
        .child(el("h4").child(title.child(of.title.as_str())))
        .child(el("p").class("answered").child(of.answered.as_str()))
        .all(of.quotes.iter().map(|of| quote(desk, of)))
        .view()
}

fn quote(desk: Desk, of: &Quote) -> AnyView {
    let id = quote_id(&of.key);
    let take = match of.take.as_str() {
        "" => ().into_any(),
        words => {
            let key = of.key.clone();
            let take = el("button").attr("type", "button").class("quiet").attr("aria-describedby", id.as_str());
            el("p").child(take.press(move || desk.take(key.clone())).child(words)).view()
        }
    };
    let near = |text: &str| el("span").class("near").child(text).view();
    el("div")
        .class("found")
        .id(id)
        .attr("tabindex", "-1")
        .child(el("p").class("says").child(of.says.as_str()))
        .child(
            el("blockquote")
                .child(near(&of.before))
                .child(" ")
                .child(el("mark").child(of.text.as_str()))
                .child(" ")
                .child(near(&of.after)),
        )
        .child(el("p").class("hint").child(of.page.as_str()).child(" ").child(of.doubt.as_str()))
        .child(take)
        .view()
}

fn quote_id(key: &str) -> String {
    format!("found-{key}")
}
