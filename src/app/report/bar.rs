//! The limit as a stacked bar, and the same figures as a table.

use leptos::prelude::*;
use planner::report::{Picture, Segment};

use crate::app::dom::element::el;
use crate::app::dom::reactive::part;
use crate::app::state::Answer;

/// The pattern of what is still to come.
const STRIPES: &str = r#"<defs><pattern id="to-come" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="stripe" width="5" height="12"/></pattern></defs>"#;

/// Where the bar begins and how high it is.
const BAR: (u16, u16) = (10, 44);
/// The same of the frame around what is over the limit.
const AROUND_THE_BAR: (u16, u16) = (4, 56);

/// The bar and its table.
pub fn bar(answer: Memo<Answer>) -> AnyView {
    let picture = move || {
        answer.with(|answer| {
            let picture = answer.report().and_then(|report| report.picture.as_ref());
            picture.map(|picture| vec![drawing(picture), table(picture)]).into_any()
        })
    };
    el("figure").class("card bar").child(part(picture)).view()
}

/// The drawing. It holds numbers and fixed names only, so that it can be written as
/// a text; what it shows is said in its label.
fn drawing(picture: &Picture) -> AnyView {
    let mut shapes = String::from(STRIPES);
    let mut rect = |look: &str, start: u16, length: u16, (top, height): (u16, u16)| {
        shapes.push_str(&format!(r#"<rect {look} x="{start}" y="{top}" width="{length}" height="{height}"/>"#));
    };
    for segment in &picture.segments {
        rect(&format!(r#"class="{}""#, segment.look), segment.start, segment.length, BAR);
        if segment.to_come {
            rect(r#"fill="url(#to-come)""#, segment.start, segment.length, BAR);
        }
    }
    let limit = picture.limit_at;
    if picture.over > 0 {
        rect(r#"class="over""#, limit, picture.over, AROUND_THE_BAR);
    }
    shapes.push_str(&format!(r#"<line class="limit" x1="{limit}" x2="{limit}" y1="2" y2="62"/>"#));
    let label = picture.description.clone();
    view! { <svg viewBox="0 0 1000 64" preserveAspectRatio="none" role="img" aria-label=label inner_html=shapes></svg> }
        .into_any()
}

fn table(picture: &Picture) -> AnyView {
    let row = |segment: &Segment| {
        let stripes = if segment.to_come { " striped" } else { "" };
        line(format!("swatch {}{stripes}", segment.look), &segment.label, segment.amount.clone())
    };
    let limit = line("swatch limit".to_owned(), "The limit", picture.limit.clone());
    el("table")
        .child(el("caption").class("unseen").child("What fills the limit"))
        .child(el("tbody").all(picture.segments.iter().map(row)))
        .child(el("tfoot").child(limit))
        .view()
}

fn line(swatch: String, label: &str, amount: String) -> AnyView {
    let swatch = el("span").attr("class", swatch).attr("aria-hidden", "true");
    el("tr").child(el("th").attr("scope", "row").child(swatch).child(label)).child(el("td").child(amount)).view()
}
