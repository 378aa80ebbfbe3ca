//! The records of `tests/records`.
//!
//! `example.json` is the example that the README shows, and `every-field.json` has every
//! field of the format. The records named after an older format are as they were written
//! then: they are never edited, since such records must be readable for good.

pub const EXAMPLE: &str = include_str!("../../records/example.json");
pub const EVERY_FIELD: &str = include_str!("../../records/every-field.json");
pub const EXAMPLE_2: &str = include_str!("../../records/format-2-example.json");
pub const EVERY_FIELD_2: &str = include_str!("../../records/format-2-every-field.json");
pub const EXAMPLE_1: &str = include_str!("../../records/format-1-example.json");
pub const EVERY_FIELD_1: &str = include_str!("../../records/format-1-every-field.json");
