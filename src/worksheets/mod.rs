//! The worksheets of the guide: each turns a record into a result that ends in
//! a decision, the rule behind it and the next action.

pub mod conversions;
pub mod landing;
pub mod ledger;
pub mod pace;
pub mod paychecks;
pub mod plan;
pub mod room;
pub mod tax_forms;
