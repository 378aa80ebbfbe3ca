//! Bringing rows into the ledger, from the paychecks or from a file or a pasted text.
//! What would be added is shown, and added only when the person says so.

use leptos::prelude::*;
use planner::report::{Import, ImportedRow};

use crate::app::dom::element::{button, el, text_area};
use crate::app::dom::reactive::part;
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

/// The ways to bring rows in, and what they would add.
pub fn import(state: State) -> AnyView {
    let inbox = state.inbox;
    let preview = RwSignal::new(None::<Preview>);
    let look = move |function: &'static str, text: String| {
        inbox.rows(function, &text.clone(), move |said| {
            preview.set(Some(Preview { function, text, said }));
            focus::later("preview".to_owned());
        });
    };
    let pasted = RwSignal::new(String::new());
    let take = move |read: Result<String, String>| match read {
        Ok(text) => look(TEXT, text),
        Err(sentence) => {
            preview.set(Some(Preview { function: TEXT, text: String::new(), said: Err(sentence) }));
            focus::later("preview".to_owned());
        }
    };
    let chosen = move |event| files::read_chosen(&event, take);
    // A file with rows may be dropped anywhere.
    Effect::new(move |_| {
        if let Some(Incoming::Rows(text)) = inbox.incoming.get() {
            inbox.incoming.set(None);
            take(Ok(text));
        }
    });
    let file = el("input")
        .attr("type", "file")
        .id("import-file")
        .attr("accept", ".csv,.tsv,.txt,text/csv,text/plain")
        .on("change", chosen);
    let area = text_area("import-text", "5", pasted).attr("aria-describedby", "import-hint");
    let show = move || look(TEXT, pasted.get_untracked());
    let fold = el("details")
        .id("import")
        .child(el("summary").child("Import a CSV file or paste rows"))
        .child(
            el("div")
                .class("stack")
                .child(el("p").class("hint").id("import-hint").child(
                    "A date and an amount in each row, as the plan’s site or a spreadsheet gives them. The text is read in this browser and sent nowhere.",
                ))
                .child(el("div").class("field").child(el("label").attr("for", "import-file").child("A CSV file")).child(file))
                .child(
                    el("div")
                        .class("field")
                        .child(el("label").attr("for", "import-text").child("Or rows to paste"))
                        .child(el("div").class("box").child(area)),
                )
                .child(el("p").child(button("import-show", "quiet").press(show).child("Show what they add"))),
        );
    let paychecks = button("take-over", "quiet").press(move || look(PAYCHECKS, String::new()));
    let shown = move || preview.get().map_or_else(|| ().into_any(), |preview_now| shown(inbox, preview, preview_now));
    el("div")
        .class("stack")
        .child(el("p").child(paychecks.child("Take over from my paychecks")))
        .child(fold)
        .child(part(shown))
        .view()
}

/// What would be added, and the choice.
fn shown(inbox: &'static Inbox, preview: RwSignal<Option<Preview>>, of: Preview) -> AnyView {
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
    let left_out = import.left_out.len();
    let title = if count == 0 { "There is nothing to add".to_owned() } else { rows_in_words("To add: ", count) };
    let card = card.child(heading.child(title)).child(el("p").child(import.says.clone()));
    let card = if count == 0 { card } else { card.child(table(&import.rows)) };
    let sentences = import.left_out.iter().map(|sentence| el("li").child(sentence.clone()).view());
    let card = if left_out == 0 {
        card
    } else {
        card.child(el("h4").child(rows_in_words("Left out: ", left_out)))
            .child(el("ul").class("left-out").attr("tabindex", "0").all(sentences))
    };
    let (function, text) = (of.function, of.text);
    let add = move || {
        let (rows, again) = (import.rows.clone(), text.clone());
        // What was typed since the preview stays: the rows are added to the draft as it
        // is now, and shown anew if they are others now.
        inbox.rows(function, &text, move |said| match said {
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
            .child(button("leave-rows", "quiet").press(leave).child(if count == 1 { "Leave it" } else { "Leave them" }))
    };
    card.child(choice).view()
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
