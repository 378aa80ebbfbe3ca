//! What to do and what happens, in order.

use super::wire::wire;

wire! {
    /// A stretch of time, such as a year, with what happens in it.
    pub struct Period {
        /// Its name.
        pub name: String,
        /// What to know about it.
        pub note: String,
        /// What happens, in order.
        pub steps: Vec<Moment>,
        /// How many of them stand open, where not all do.
        pub open: i16,
        /// What the button says that takes this year's figures over into it; empty if there
        /// is nothing to take over.
        pub start: String,
    }

    /// Something that happens on a day, or that is to be done by then.
    pub struct Moment {
        /// Its class: `today`, `do` for what is to be done, empty for what comes by itself.
        pub look: String,
        /// The day of the week.
        pub weekday: String,
        /// The day.
        pub day: String,
        /// What happens or is to be done.
        pub says: String,
        /// What to know of it.
        pub more: String,
        /// Words to copy; empty if there are none.
        pub copy: String,
    }
}
