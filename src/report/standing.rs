//! Where a person stands in a year, over all worksheets.

use super::Report;
use super::wire::wire;

wire! {
    /// Where a person stands in a year.
    pub struct Standing {
        /// The figure that matters now, and the limit as a bar; empty while there is neither.
        pub report: Report,
        /// The name in the address of the page that has the figure.
        pub page: String,
        /// What is to be done or happens, by date; what has none comes last.
        pub tasks: Vec<Task>,
        /// How many more there are.
        pub more: u32,
        /// How each worksheet stands, in the order of the guide.
        pub stages: Vec<StageOfPage>,
    }

    /// Something to do, or that happens.
    pub struct Task {
        /// The day, such as `Fri, Nov 27`; with the year if it is another one than today's.
        pub when: String,
        /// How near it is, where it is near or past.
        pub soon: String,
        /// Its class.
        pub look: String,
        /// What to do or what happens.
        pub what: String,
        /// Why.
        pub why: String,
        /// The name in the address of the page where it is seen to.
        pub page: String,
        /// The id of the field there; empty for the page as a whole.
        pub at: String,
        /// The number of the job whose sheet has it, where another one is on show; empty else.
        pub job: String,
    }

    /// How a worksheet stands.
    pub struct StageOfPage {
        /// The page's name in the address.
        pub page: String,
        /// Its class; empty while nothing of it is entered.
        pub look: String,
        /// How it stands, in a word or two.
        pub says: String,
        /// Its figure, and what that is of, or what it waits for.
        pub figure: String,
        /// The id of the first open question's field; empty if none is open.
        pub at: String,
    }
}
