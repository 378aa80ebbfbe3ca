//! The page: a thin Leptos app around the engine, for wasm only. Trunk builds it.

#[cfg(target_arch = "wasm32")]
mod app;

#[cfg(target_arch = "wasm32")]
fn main() {
    app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is the page's program, which runs in a browser. The README says how to build and serve it.");
    std::process::exit(1);
}
