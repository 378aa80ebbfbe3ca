//! Bringing rows into the ledger, from the paychecks or from a file or a pasted text.
//! What is not known of a file is asked, and what would be added is shown: rows are added
//! only when the person says so.

use leptos::prelude::*;
use leptos::web_sys::Event;
use planner::report::{Ask, Import, ImportedRow};

use crate::app::dom::element::{button, el, text_area};
use crate::app::dom::reactive::{effect, part};
use crate::app::dom::{files, focus};
use crate::app::state::{Inbox, Incoming, State};

/// The engine's function that takes contributions over from the paychecks.
const PAYCHECKS: &str = "take_over";
/// The one that reads rows of text.
const TEXT: &str = "import_rows";

/// What would be added, and where it comes from.
#[derive(Clone)]
struct Preview {
    function: &'static str,
    text: String,
    said: Result<Import, String>,
}

/// Where rows are looked at before they are added.
#[derive(Clone, Copy)]
struct Desk {
    inbox: &'static Inbox,
    preview: RwSignal<Option<Preview>>,
}

impl Desk {
    /// Shows what a text would add, by what was said of files so far and one more answer;
    /// then leads the keyboard to the question with that key, or to the heading.
    fn look(self, function: &'static str, text: String, kept: String, answer: String) {
        self.inbox.rows(function, [text.clone(), kept, answer.clone()], move |said| {
            let key = answer.split('\n').next().filter(|key| !key.is_empty());
            let asks = said.as_ref().map(|import| import.asks.as_slice()).unwrap_or_default();
            // What was asked may be at another place now.
            let place = key.and_then(|key| asks.iter().position(|ask| ask.key == key));
            let id = place.map_or_else(|| "preview".to_owned(), ask_id);
            self.show(Preview { function, text, said }, id);
        });
    }

    /// Takes the word of a choice for the answer to a question.
    fn answer(self, key: &str, word: &str) {
        let Some(Preview { function, text, said: Ok(import) }) = self.preview.get_untracked() else { return };
        self.look(function, text, import.kept, format!("{key}\n{word}"));
    }

    fn show(self, preview: Preview, id: String) {
        self.preview.set(Some(preview));
        focus::later(id);
    }
}

/// The ways to bring rows in, and what they would add.
pub fn import(state: State) -> AnyView {
    let inbox = state.inbox;
    let desk = Desk { inbox, preview: RwSignal::new(None) };
    let look = move |function, text| desk.look(function, text, inbox.said_of_files(), String::new());
    let pasted = RwSignal::new(String::new());
    let take = move |read: Result<String, String>| match read {
        Ok(text) => look(TEXT, text),
        Err(sentence) => {
            let preview = Preview { function: TEXT, text: String::new(), said: Err(sentence) };
            desk.show(preview, "preview".to_owned());
        }
    };
    let chosen = move |event| files::read_chosen(&event, take);
    // A file with rows may be dropped anywhere.
    effect(move || {
        if let Some(Incoming::Rows(text)) = inbox.incoming.get() {
            inbox.incoming.set(None);
            take(Ok(text));
        }
    });
    let file = el("input")
        .attr("type", "file")
        .id("import-file")
        .attr("accept", ".csv,.tsv,.txt,.ofx,.qfx,text/csv,text/plain")
        .on("change", chosen);
    let area = text_area("import-text", "5", pasted).attr("aria-describedby", "import-hint");
    let show = move || look(TEXT, pasted.get_untracked());
    let fold = el("details")
        .id("import")
        .child(el("summary").child("Add many rows"))
        .child(
            el("div")
                .class("stack")
                .child(el("p").class("hint").id("import-hint").child(
                    "A date and an amount in each row, as the plan’s site or a spreadsheet gives them. The text is read in this browser and sent nowhere.",
                ))
                .child(el("div").class("field").child(el("label").attr("for", "import-file").child("A CSV, OFX or QFX file")).child(file))
                .child(
                    el("div")
                        .class("field")
                        .child(el("label").attr("for", "import-text").child("Or rows to paste"))
                        .child(el("div").class("box").child(area)),
                )
                .child(el("p").child(button("import-show", "quiet").press(show).child("Show what they add"))),
        );
    let paychecks = button("take-over", "quiet").press(move || look(PAYCHECKS, String::new()));
    let shown = move || desk.preview.get().map_or_else(|| ().into_any(), |preview| shown(desk, preview));
    el("div")
        .class("stack")
        .child(el("p").child(paychecks.child("Copy from my paychecks")))
        .child(fold)
        .child(part(shown))
        .view()
}

/// What is asked, what would be added, and the choice.
fn shown(desk: Desk, of: Preview) -> AnyView {
    let Desk { inbox, preview } = desk;
    let leave = move || {
        preview.set(None);
        focus::later(if of.function == TEXT { "import-text" } else { "take-over" }.to_owned());
    };
    let card = el("div").class("preview").attr("role", "group").attr("aria-labelledby", "preview");
    let heading = el("h3").id("preview").attr("tabindex", "-1");
    let import = match of.said {
        Ok(import) => import,
        Err(sentence) => {
            let leave = button("leave-rows", "quiet").press(leave).child("Close");
            let card = card.child(heading.child("It cannot be read")).child(el("p").class("error").child(sentence));
            return card.child(el("p").class("send").child(leave)).view();
        }
    };
    let count = import.rows.len();
    let waits = import.asks.iter().any(|ask| ask.asked && ask.chosen.is_empty());
    let title = match count {
        0 if waits => "Questions about this file".to_owned(),
        0 => "There is nothing to add".to_owned(),
        _ => rows_in_words("To add: ", count),
    };
    let card = card.child(heading.child(title)).child(el("p").child(import.says.clone()));
    let (function, text) = (of.function, of.text);
    let ask = |place: usize, ask: &Ask| {
        let key = ask.key.clone();
        question(place, ask, move |event| desk.answer(&key, &event_target_value(&event)))
    };
    let asks = |asked: bool| import.asks.iter().enumerate().filter(move |(_, ask)| ask.asked == asked);
    let card = card.all(asks(true).map(|(place, of)| ask(place, of)));
    let card = if asks(false).next().is_none() {
        card
    } else {
        let all = el("div").class("stack").all(asks(false).map(|(place, of)| ask(place, of)));
        card.child(el("details").child(el("summary").child("How the file is read")).child(all))
    };
    let card = if count == 0 { card } else { card.child(table(&import.rows)) };
    let sentences = import.left_out.iter().map(|sentence| el("li").child(sentence.clone()).view());
    let card = if import.left_out.is_empty() {
        card
    } else {
        card.child(el("h4").child("Left out")).child(el("ul").class("left-out").attr("tabindex", "0").all(sentences))
    };
    let (rows, kept) = (import.rows.clone(), import.kept.clone());
    let add = move || {
        let (rows, again) = (rows.clone(), text.clone());
        // What was typed since the preview stays: the rows are added to the draft as it
        // is now, and shown anew if they are others now.
        inbox.rows(function, [text.clone(), kept.clone(), String::new()], move |said| match said {
            Ok(import) if import.rows == rows => {
                preview.set(None);
                inbox.take_rows(import);
                focus::later("add-contribution".to_owned());
            }
            said => preview.set(Some(Preview { function, text: again, said })),
        });
    };
    let choice = el("p").class("send");
    let choice = if count == 0 {
        choice.child(button("leave-rows", "quiet").press(leave).child("Close"))
    } else {
        choice
            .child(button("add-rows", "").press(add).child(rows_in_words("Add ", count)))
            .child(button("leave-rows", "quiet").press(leave).child("Cancel"))
    };
    card.child(choice).view()
}

fn ask_id(place: usize) -> String {
    format!("ask-{place}")
}

/// A question with its choices, in a list that opens.
fn question(place: usize, ask: &Ask, chosen: impl FnMut(Event) + 'static) -> AnyView {
    let (id, hint_id) = (ask_id(place), format!("ask-{place}-hint"));
    let option = |[word, label]: &[String; 2]| {
        let option = el("option").attr("value", word.as_str()).child(label.as_str());
        if *word == ask.chosen { option.attr("selected", "").view() } else { option.view() }
    };
    let about = match ask.about.as_str() {
        "" => ().into_any(),
        about => el("p").class("hint").id(hint_id.as_str()).child(about).view(),
    };
    let list = el("select").id(id.as_str()).attr("aria-describedby", hint_id).on("change", chosen);
    el("div")
        .class("field")
        .child(el("label").attr("for", id).child(ask.label.as_str()))
        .child(about)
        .child(el("div").class("box words").child(list.all(ask.choices.iter().map(option))))
        .view()
}

fn rows_in_words(before: &str, count: usize) -> String {
    if count == 1 { format!("{before}1 row") } else { format!("{before}{count} rows") }
}

fn table(rows: &[ImportedRow]) -> AnyView {
    let row = |row: &ImportedRow| {
        el("tr")
            .child(el("th").attr("scope", "row").child(row.date.clone()))
            .child(el("td").child(row.what.clone()))
            .child(el("td").class("amount").child(row.amount.clone()))
            .view()
    };
    let head = ["Date", "What", "Amount"].map(|name| el("th").attr("scope", "col").child(name).view());
    let table = el("table")
        .child(el("caption").class("unseen").child("Rows to add"))
        .child(el("thead").child(el("tr").all(head.into_iter())))
        .child(el("tbody").all(rows.iter().map(row)));
    el("div")
        .class("rows-to-add")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-label", "Rows to add")
        .child(table)
        .view()
}
