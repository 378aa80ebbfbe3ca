//! The law as data: one dated value, one source; and the citations of every rule used.

pub mod citations;
pub mod limits;

pub use citations::Citation;
pub use limits::{Amount, Limit, OwnLimits, Standing, UnknownYear, YearLimits};
