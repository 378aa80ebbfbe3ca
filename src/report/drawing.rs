//! Drawings: what stands in their `svg`, what it shows in a sentence, and its figures.

use super::wire::wire;

wire! {
    /// A drawing, what it shows in a sentence, and its figures.
    pub struct Drawing {
        /// Its heading.
        pub title: String,
        /// What it shows, in a sentence.
        pub description: String,
        /// What stands in its `svg`: numbers, classes, days and amounts, and nothing that a
        /// person typed.
        pub svg: String,
        /// What its parts are.
        pub legend: Vec<Legend>,
        /// Its bars from left to right, where each says its figures.
        pub bars: Vec<Bar>,
    }

    /// What a part of a drawing is.
    pub struct Legend {
        /// Its class.
        pub look: String,
        /// Its name.
        pub label: String,
        /// Its amount; empty if it has none.
        pub amount: String,
    }

    /// A bar of a chart.
    pub struct Bar {
        /// Where it starts, in thousandths of the chart.
        pub start: u16,
        /// How wide it is, in thousandths of the chart.
        pub width: u16,
        /// Its figures. Words between asterisks are strong.
        pub says: String,
    }
}

impl Legend {
    /// A part by its class, its name and its amount.
    pub(crate) fn new(look: &str, label: impl Into<String>, amount: impl Into<String>) -> Self {
        Self { look: look.to_owned(), label: label.into(), amount: amount.into() }
    }
}
