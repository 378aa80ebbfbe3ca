//! What a plan's paper was found to say, beside the questions of the page.

use super::wire::wire;

wire! {
    /// What was found in a paper.
    #[derive(Default)]
    pub struct Booklet {
        /// What it is, in a few words.
        pub title: String,
        /// What to know of the paper before any answer, in sentences.
        pub notes: Vec<String>,
        /// The questions that it speaks of, those that decide first.
        pub questions: Vec<BookletQuestion>,
        /// What no sentence was found about, in a sentence; empty if nothing that decides.
        pub missing: String,
        /// Whether it asks for its password.
        pub locked: bool,
        /// The draft with the answer that was taken, as it is saved; empty if none was.
        pub draft: String,
    }

    /// A question, and the sentences that speak of it.
    #[derive(Default)]
    pub struct BookletQuestion {
        /// The question.
        pub title: String,
        /// The id of its field on the page; empty if none is asked now.
        pub field: String,
        /// The person's own answer, in a sentence; empty if there is none.
        pub answered: String,
        /// The sentences.
        pub quotes: Vec<Quote>,
    }

    /// A sentence of the paper.
    #[derive(Default)]
    pub struct Quote {
        /// What tells it from the others, to take its answer by.
        pub key: String,
        /// What it is taken to say.
        pub says: String,
        /// The sentence before it.
        pub before: String,
        /// It, to the letter.
        pub text: String,
        /// The sentence after it.
        pub after: String,
        /// Where it stands.
        pub page: String,
        /// Why it is not sure; empty if no reason is known.
        pub doubt: String,
        /// What the button says that takes its answer; empty if there is none to take.
        pub take: String,
    }
}
