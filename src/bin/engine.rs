//! The engine as a module of its own, which the page loads when it first needs it.
//! For wasm only; Trunk builds it beside the page.
//!
//! It holds no state. Where a function cannot answer, it throws its sentence.

#[cfg(target_arch = "wasm32")]
mod exports {
    use planner::service;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// What a page shows of a draft.
    #[wasm_bindgen]
    pub fn answer(draft: &str, today: &str, page: &str) -> Result<String, String> {
        service::answer(draft, today, page)
    }

    /// The record of a draft.
    #[wasm_bindgen]
    pub fn record(draft: &str, today: &str) -> Result<String, String> {
        service::record(draft, today)
    }

    /// A draft with the example in it.
    #[wasm_bindgen]
    pub fn example(draft: &str, today: &str) -> Result<String, String> {
        service::example(draft, today)
    }

    /// What a text of rows would add to the ledger. JavaScript keeps the word `import`.
    #[wasm_bindgen(js_name = "importRows")]
    pub fn import(draft: &str, today: &str, text: &str) -> Result<String, String> {
        service::import(draft, today, text)
    }

    /// What the paydays so far would add to the ledger.
    #[wasm_bindgen]
    pub fn take_over(draft: &str, today: &str) -> Result<String, String> {
        service::take_over(draft, today)
    }

    /// What a link would fill in.
    #[wasm_bindgen]
    pub fn offer(draft: &str, link: &str) -> Result<String, String> {
        service::offer(draft, link)
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
