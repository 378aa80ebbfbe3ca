//! What comes into the planner and what goes out of it: rows of a ledger, the paydays so
//! far, links, copies, the calendar of the year’s dates, the options of a frame, and an
//! example to try.
//!
//! It stands above the worksheets, since paydays and example take their dates from the
//! paychecks. A text from elsewhere is anybody's, and nothing in it is trusted.
//!
#![doc = include_str!("formats.md")]

mod base64;
mod booklet;
pub mod calendar;
mod copy;
mod csv;
mod embed;
mod example;
mod import;
mod paydays;
mod plan_link;
mod record_link;

pub use copy::{OpenError, OpenedCopy, Source};
pub use embed::{Color, Embed, LEAST_CONTRAST, Theme};
pub use import::{Imported, ImportedRow, LONGEST_IMPORT, Namings};
pub use plan_link::{LONGEST_LINK, LinkError, SharedPlan, SharedRule};
pub use record_link::{LONGEST_WHOLE_LINK, WholeLinkError};
