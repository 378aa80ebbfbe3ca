//! The engine for the pages of what is to come: plan, room and pace.
//!
//! A wasm module of its own, which the page loads when it first needs it; Trunk builds
//! it beside the page. It holds no state. Where a function cannot answer, it throws its
//! sentence.

#[cfg(target_arch = "wasm32")]
mod exports {
    use planner::service::{self, planning};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// What a page shows of a draft.
    #[wasm_bindgen]
    pub fn answer(draft: &str, today: &str, page: &str) -> Result<String, String> {
        planning::answer(draft, today, page)
    }

    /// A draft with the example in it.
    #[wasm_bindgen]
    pub fn example(draft: &str, today: &str) -> Result<String, String> {
        service::example(draft, today)
    }
}

/// Nothing happens until the page calls.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is the page's engine, which runs in a browser. As a command it is called `worksheets`.");
    std::process::exit(1);
}
