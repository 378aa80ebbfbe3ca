//! What a person is asked: every question once.

mod answers;
mod applies;
mod fields;

pub use answers::Answers;
pub use applies::Applies;
pub use fields::{Field, Key, Kind, List, RowField};
