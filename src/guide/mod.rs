//! The guide: the whole method as a page that is read without running the planner.
//!
//! Its text is `guide.md` and `glossary.md`. They have no figure of their own: a name in braces
//! stands for one of the law's, words between asterisks are a term of the glossary, and a line
//! that begins with `@` is a list or a table that the planner has already. So the page says what
//! the worksheets say, and a new year's limits are in it once they are in [`law`](crate::law).
//! Whatever a text names and nobody knows is a [`Fault`], and no page.

mod figures;
mod glossary;
mod inline;
mod markup;
mod tables;

use std::fmt;

use figures::Figures;
use glossary::Glossary;
use markup::Markup;

/// The text of the guide.
pub const TEXT: &str = include_str!("guide.md");

/// The text of its glossary.
pub const TERMS: &str = include_str!("glossary.md");

/// What stands around both: the page's head, its header and its foot.
const FRAME: &str = include_str!("frame.html");

/// The name of the page's file.
pub const FILE: &str = "guide.html";

/// Something that a text names and that is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault(String);

impl Fault {
    fn new(what: &str, name: &str) -> Self {
        Self(format!("The guide: {what} “{name}”"))
    }

    fn not_on_file(name: &str) -> Self {
        Self::new("the year has no", name)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Fault {}

/// The page as HTML.
///
/// ```
/// let page = planner::guide::page()?;
/// assert!(page.contains("<h1>The mega backdoor Roth, step by step</h1>"));
/// # Ok::<(), planner::guide::Fault>(())
/// ```
///
/// # Errors
/// [`Fault`] where its text names what is not there.
pub fn page() -> Result<String, Fault> {
    let figures = Figures::new()?;
    let glossary = Glossary::read(TERMS)?;
    let markup = Markup { figures: &figures, glossary: &glossary };
    let body = markup.page(TEXT)?;
    Ok(figures.fill(FRAME)?.replace("<!-- the guide -->", &body))
}

/// The names of the figures that its texts can have.
///
/// # Errors
/// [`Fault`] where a figure is not on file.
pub fn figures() -> Result<Vec<&'static str>, Fault> {
    Ok(Figures::new()?.names().collect())
}

/// The names of the glossary's terms, each with the other words for it.
///
/// # Errors
/// [`Fault`] where a line is no term.
pub fn terms() -> Result<Vec<(&'static str, Vec<&'static str>)>, Fault> {
    Ok(Glossary::read(TERMS)?.0.into_iter().map(|term| (term.name, term.others)).collect())
}

/// The name of a heading or a term as an address has it: `catch-up-contributions`.
fn slug(name: &str) -> String {
    let mut slug = String::new();
    for letter in name.chars() {
        if letter.is_alphanumeric() {
            slug.extend(letter.to_lowercase());
        } else if !slug.is_empty() && !slug.ends_with('-') {
            slug.push('-');
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// A text as HTML has it.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
