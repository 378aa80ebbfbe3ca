//! The engine as the page calls it: loading it, and reading what it replies.

pub mod loader;
pub mod papers;
pub mod wire;
