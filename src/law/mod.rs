//! The law as data: one dated value, one source; and the citations of every rule used.
//!
//! Whatever a worksheet takes from the law stands here and nowhere else: the yearly
//! dollar [`limits`] and the [`alternatives`] to a plan, with the [`indexing`] that projects the next, the [`ages`] that matter,
//! [`deadlines`] and [`owner_deadlines`] with the [`business_days`] that move them, [`rates`], the lines of
//! [`form_1040`], and where the law says so ([`citations`]).

pub mod ages;
pub mod alternatives;
pub mod business_days;
pub mod citations;
pub mod deadlines;
pub mod form_1040;
pub mod indexing;
pub mod limits;
pub mod owner_deadlines;
pub mod rates;
mod year_limits;

pub use citations::Citation;
pub use limits::{Amount, Limit, Standing};
pub use year_limits::{OwnLimits, UnknownYear, YearLimits};
