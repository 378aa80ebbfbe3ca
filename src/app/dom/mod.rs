//! What only the browser can give, and the elements that the page is built of.

pub mod browser;
pub mod element;
pub mod reactive;
pub mod release;
