//! The glossary: its terms, each with the other words for it and what it means.

use super::{Fault, slug};

/// A term.
pub(super) struct Term<'t> {
    /// What it is called first.
    pub name: &'t str,
    /// What else it is called.
    pub others: Vec<&'t str>,
    /// What it means.
    pub meaning: &'t str,
}

/// The terms, in the order of the alphabet.
pub(super) struct Glossary<'t>(pub Vec<Term<'t>>);

impl Term<'_> {
    /// Its place on the page.
    pub(super) fn place(&self) -> String {
        format!("term-{}", slug(self.name))
    }
}

impl<'t> Glossary<'t> {
    /// Reads a list of which each line is `- **Name** (other, other): meaning`.
    pub(super) fn read(text: &'t str) -> Result<Self, Fault> {
        let term = |line: &'t str| {
            let (name, rest) = line.strip_prefix("- **")?.split_once("**")?;
            let (others, meaning) = match rest.strip_prefix(" (") {
                Some(rest) => rest.split_once("): ")?,
                None => ("", rest.strip_prefix(": ")?),
            };
            let others = others.split(", ").filter(|other| !other.is_empty()).collect();
            Some(Term { name, others, meaning })
        };
        let terms = text.lines().map(|line| term(line).ok_or_else(|| Fault::new("this is no term:", line)));
        terms.collect::<Result<_, _>>().map(Self)
    }

    /// The term that goes by this name.
    pub(super) fn find(&self, name: &str) -> Result<&Term<'t>, Fault> {
        let is = |own: &&str| own.eq_ignore_ascii_case(name);
        let found = self.0.iter().find(|term| is(&term.name) || term.others.iter().any(is));
        found.ok_or_else(|| Fault::new("the glossary has no", name))
    }
}
