//! What a person is asked: every question once, a file a subject, a row a question.
//!
//! A row names a question's field, its id, what its text is read as, where in the record it
//! is read into and written from, whose it is, when it applies, what a list of mistakes calls
//! it, and how a page asks it:
//!
//! ```text
//! /// How soon money can move.
//! TransferTiming = "transfer-timing": [Choice TransferTiming] at plan.transfer_timing, of Plan,
//!     "Transfer timing", ask("Transfer timing: how soon can the money move to Roth?")
//!         .hint("What it earns until then is taxed.");
//! ```
//!
//! So a new question is a field of the record, a row, a place in a [card](cards), and whatever
//! a worksheet finds by it. Answers have their words and labels where they are declared: see
//! [`Choice`](crate::record::Choice).
//!
//! The rows of a subject are a macro that hands them to another one, `contributions! { rows! }`, or
//! to those of the next subject, `contributions! { plan! rows! }`. That way the page, which loads
//! first, links the words of the questions, and [`reading`](crate::reading) alone the code
//! that reads and writes their texts. A place `by_hand` is read there in a function of its
//! own, since the record holds it in another shape than the page asks for it.

mod applies;
mod beyond;
pub mod cards;
pub(crate) mod contributions;
mod fields;
mod job;
pub(crate) mod jobs;
mod key;
mod kind;
mod landing;
mod ledger;
mod list;
mod matching;
mod own_limits;
mod payroll;
mod plan;
mod plan_limits;
mod question;
mod tax_forms;

pub use applies::Applies;
pub use fields::{Field, RowField, Whose};
pub use key::{Key, ROW};
pub use kind::Kind;
pub use list::List;
use question::ask;
pub use question::{Hint, Input, Pair, Question};

// The rows, for those who read and write them.
pub(crate) use beyond::beyond;
pub(crate) use contributions::contributions;
pub(crate) use job::job;
pub(crate) use jobs::jobs;
pub(crate) use landing::landing;
pub(crate) use ledger::{conversions, deposits, entries, ledger};
pub(crate) use matching::matching;
pub(crate) use own_limits::own_limits;
pub(crate) use payroll::{bonuses, paychecks, paydays, raises};
pub(crate) use plan::plan;
pub(crate) use plan_limits::plan_limits;
pub(crate) use tax_forms::{forms, returns};
