//! Words of the report of which some are strong.

use leptos::prelude::*;

use crate::app::dom::element::el;

/// A text; words between asterisks are strong.
pub fn marked(text: &str) -> AnyView {
    let piece = |(place, piece): (usize, &str)| {
        if place % 2 == 1 { el("b").child(piece).view() } else { piece.to_owned().into_any() }
    };
    text.split('*').enumerate().map(piece).collect::<Vec<_>>().into_any()
}
