//! The engine as the page calls it: loading its modules, and reading what they reply.

pub mod loader;
pub mod wire;
