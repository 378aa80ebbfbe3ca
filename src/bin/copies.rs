//! The engine for what goes out of the planner as a whole and what comes into it.
//!
//! A wasm module of its own like `engine`, so that it comes only when a copy is made or
//! opened.

#[cfg(target_arch = "wasm32")]
mod exports {
    use planner::service::copies;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The record of a draft, with what is not in it.
    #[wasm_bindgen]
    pub fn record(draft: &str, today: &str) -> Result<String, String> {
        copies::record(draft, today)
    }

    /// A link with the whole record of a draft.
    #[wasm_bindgen]
    pub fn link(draft: &str, today: &str) -> Result<String, String> {
        copies::link(draft, today)
    }

    /// What a copy would bring, and what it would replace. Every page has an `open` already.
    #[wasm_bindgen(js_name = "openCopy")]
    pub fn open(draft: &str, today: &str, text: &str) -> Result<String, String> {
        copies::open(draft, today, text)
    }

    /// What a link to a plan's rules would fill in.
    #[wasm_bindgen]
    pub fn offer(draft: &str, link: &str) -> Result<String, String> {
        copies::offer(draft, link)
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
