//! The reader of papers: a file or a pasted text in, what it says out. It knows nothing of
//! what a person has typed, and the page runs it in a worker where it may have one.

#[cfg(target_arch = "wasm32")]
mod exports {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// What a paper says: a [`Reading`](planner::papers::Reading) as JSON.
    #[wasm_bindgen]
    pub fn read(bytes: &[u8], password: &str, today: &str) -> Result<String, String> {
        planner::papers::read_file(bytes, password, today)
    }
}

/// Nothing happens until the page calls.
#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is a part of the page, which runs in a browser.");
    std::process::exit(1);
}
