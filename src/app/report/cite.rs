//! Where the law says so.

use leptos::prelude::AnyView;
use planner::report::Citation;

use crate::app::dom::element::el;

/// A citation, linked where it can be read. Nothing is fetched until it is followed.
pub fn cite(citation: &Citation) -> AnyView {
    let Citation { reference, says, url } = citation.clone();
    let cite = el("cite");
    if url.is_empty() {
        return cite.attr("title", says).child(reference).view();
    }
    let link =
        el("a").attr("href", url).attr("title", says).attr("target", "_blank").attr("rel", "noopener noreferrer");
    cite.child(link.child(reference)).view()
}
