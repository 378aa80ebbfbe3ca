//! The page. It takes in raw text, gives it to the engine at every change and shows
//! what comes back; it computes nothing and knows no worksheet.

mod booklet;
mod dom;
mod embed;
mod engine;
mod file_drop;
mod frame;
mod notices;
mod pages;
mod questions;
mod report;
mod shell;
mod state;
mod toolbar;
mod undo;

pub use self::shell::start;
