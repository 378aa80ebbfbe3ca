//! The engine for the pages of what went in: conversions, landing spot and tax forms.
//!
//! A wasm module of its own like `engine`, so that who only plans does not load it.

#[cfg(target_arch = "wasm32")]
mod exports {
    use planner::service::{self, ledger};
    use wasm_bindgen::prelude::wasm_bindgen;

    /// What a page shows of a draft.
    #[wasm_bindgen]
    pub fn answer(draft: &str, today: &str, page: &str) -> Result<String, String> {
        ledger::answer(draft, today, page)
    }

    /// A draft with the example in it.
    #[wasm_bindgen]
    pub fn example(draft: &str, today: &str) -> Result<String, String> {
        service::example(draft, today)
    }

    /// What a text of rows would add to the ledger. JavaScript keeps the word `import`.
    #[wasm_bindgen(js_name = "importRows")]
    pub fn import(draft: &str, today: &str, text: &str) -> Result<String, String> {
        ledger::import(draft, today, text)
    }

    /// What the paydays so far would add to the ledger.
    #[wasm_bindgen]
    pub fn take_over(draft: &str, today: &str) -> Result<String, String> {
        ledger::take_over(draft, today)
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
