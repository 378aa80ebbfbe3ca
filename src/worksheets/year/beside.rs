//! Another job of the year with a plan of its own.

use crate::record::Record;

/// Another job of the year: the record as it is seen from there, with that job on top of each
/// year that has it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// What the person calls it, or which one it is.
    pub name: String,
    /// The record, seen from it.
    pub record: Record,
}
