//! The planner inside a page of somebody else: without header and footer, dressed as the
//! address of its frame asks, and honest about what is kept there.

mod dress;
mod foot;
mod handed;

use std::sync::OnceLock;

use leptos::prelude::window;
use planner::exchange::Embed;

pub use self::dress::dress;
pub use self::foot::foot;
pub use self::handed::handed;

/// The options of the frame, read once; none in the planner by itself.
pub fn options() -> Option<&'static Embed> {
    static OPTIONS: OnceLock<Option<Embed>> = OnceLock::new();
    OPTIONS.get_or_init(|| Embed::from_query(&window().location().search().unwrap_or_default())).as_ref()
}

/// Whether another page shows this one in a frame.
pub fn is_framed() -> bool {
    window().top().ok().flatten().is_none_or(|top| top != window())
}
