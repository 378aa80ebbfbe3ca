//! The worksheets of the guide: each turns a record into a result that ends in
//! a decision, the rule behind it and the next action.

pub mod pace;
pub mod paychecks;
pub mod plan;
pub mod room;
