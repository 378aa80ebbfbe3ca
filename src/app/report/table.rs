//! Tables of a result. In a narrow window each row becomes a list of its own.

use leptos::prelude::*;
use planner::report::{Report, Table};

use super::drawing;
use super::follow::slice;
use crate::app::dom::element::{el, fold};
use crate::app::dom::reactive::{condition, memo, part, text};
use crate::app::state::{Outgoing, Replies};

/// The tables of the report, in order.
pub fn tables(replies: &'static Replies, outgoing: &'static Outgoing) -> AnyView {
    let answer = replies.answer();
    // The tables of a page come and go with its figures; what is open stays so.
    let ids = memo(move || {
        answer.with(|answer| {
            let tables = answer.report().map(|report| report.tables.iter().map(|table| table.id.clone()));
            tables.map(Iterator::collect::<Vec<_>>).unwrap_or_default()
        })
    });
    part(move || ids.get().into_iter().map(|id| one(replies, outgoing, id)).collect::<Vec<_>>().into_any())
}

fn one(replies: &'static Replies, outgoing: &'static Outgoing, id: String) -> AnyView {
    let own = id.clone();
    let answer = slice(replies.answer(), move |report| find(report, &own));
    let head = |table: &Table| (table.folded, table.file.clone());
    let head = answer.with_untracked(|answer| answer.report().and_then(|report| find(report, &id)).map(head));
    let Some((folded, file)) = head else { return ().into_any() };
    // It says the figure of what is folded below it.
    let own = id.clone();
    let title = move |report: &Report| find(report, &own).map(|table| table.title.clone());
    let title = text(move || answer.with(|answer| answer.report().and_then(&title).unwrap_or_default()));
    let heading = el("h3").id(id.clone()).child(title);
    let button = button_of(outgoing, &id, file);
    let own = id.clone();
    let content = move || {
        let id = own.clone();
        let shown = move |report: &Report| find(report, &id).map(shown);
        part(move || answer.with(|answer| answer.report().and_then(&shown).unwrap_or_else(|| ().into_any())))
    };
    let section = el("div").class("card table");
    if folded {
        let open = RwSignal::new(false);
        replies.follow_fold(id, open.into());
        section.child(fold(open, el("summary").child(heading), content).child(button)).view()
    } else {
        // It stays open, also where the report would have it closed by now.
        let own = id.clone();
        let closed = move |report: &Report| find(report, &own).is_some_and(|table| table.folded);
        let closed = condition(move || answer.with(|answer| answer.report().is_some_and(&closed)));
        replies.follow_fold(id, closed);
        section.child(heading).child(content()).child(button).view()
    }
}

fn find<'a>(report: &'a Report, id: &str) -> Option<&'a Table> {
    report.tables.iter().find(|table| table.id == id)
}

/// The way to the same as a file, where it can be had as one.
fn button_of(outgoing: &'static Outgoing, id: &str, file: String) -> AnyView {
    if file.is_empty() {
        return ().into_any();
    }
    let button = el("button").attr("type", "button").class("quiet").id(format!("{id}-csv"));
    let says = if file.ends_with(".ics") { "Download as a calendar file" } else { "Download as CSV" };
    let save = move || outgoing.download_table(file.clone());
    el("p").child(button.press(save).child(says)).view()
}

/// A table of the report.
pub fn shown(table: &Table) -> AnyView {
    let minor = |place: usize| table.minor.iter().any(|minor| usize::from(minor.unsigned_abs()) == place);
    let cell = |(place, text): (usize, &String)| {
        let (words, tag) = text.split_once('\t').unwrap_or((text, ""));
        let tag = (!tag.is_empty()).then(|| el("span").class("chip").child(tag).view());
        let is_figure = words.starts_with(['$', '-', '–']) || words.ends_with('%');
        let class = class(minor(place), is_figure);
        let column = table.columns.get(place).map_or("", String::as_str);
        let cell = if place == 0 { el("th").attr("scope", "row") } else { el("td").attr("data-label", column) };
        cell.class(class).child(words).child(tag.into_any()).view()
    };
    let row = |row: &Vec<String>| el("tr").all(row.iter().enumerate().map(cell)).view();
    // The name of a column of figures stands above them.
    let figures = |place: usize| table.rows.iter().filter_map(|row| row.get(place)).any(|text| text.starts_with('$'));
    let head = |(place, column): (usize, &String)| {
        el("th").attr("scope", "col").class(class(minor(place), figures(place))).child(column.clone()).view()
    };
    let figures = el("table")
        .class(if table.total { "figures total" } else { "figures" })
        .child(el("caption").class("unseen").child(table.title.clone()))
        .child(el("thead").child(el("tr").all(table.columns.iter().enumerate().map(head))))
        .child(el("tbody").all(table.rows.iter().map(row)));
    let scroll = el("div")
        .class("scroll")
        .attr("role", "region")
        .attr("tabindex", "0")
        .attr("aria-labelledby", table.id.clone())
        .child(figures);
    // In a narrow window a row is one line until all columns are asked for.
    let every = (!table.minor.is_empty()).then(|| {
        let check = el("input").attr("type", "checkbox").class("every");
        el("label").class("few").child(check).child(" Show every column").view()
    });
    let note = (!table.note.is_empty()).then(|| el("p").class("hint").child(table.note.clone()).view());
    // What explains a table comes after it.
    let chart = table.chart.as_ref().map(|chart| el("figure").class("chart").child(drawing::drawn(chart)).view());
    chart.into_iter().chain(every).chain([scroll.view()]).chain(note).collect::<Vec<_>>().into_any()
}

/// The class of a cell: whether a narrow table can do without it, and whether it is a figure.
const fn class(minor: bool, is_figure: bool) -> &'static str {
    match (minor, is_figure) {
        (true, true) => "minor num",
        (true, false) => "minor",
        (false, true) => "num",
        (false, false) => "",
    }
}
