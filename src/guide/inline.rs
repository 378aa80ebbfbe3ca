//! What stands within a line: figures, terms, strong words, ways to worksheets.

use super::glossary::Glossary;
use super::markup::Markup;
use super::{Fault, escaped};
use crate::worksheets::Worksheet;

impl Markup<'_> {
    /// A line as HTML: its figures filled in, its terms leading to the glossary.
    pub(super) fn inline(&self, text: &str) -> Result<String, Fault> {
        let filled = escaped(&self.figures.fill(text)?);
        let strong = between(&filled, "**", |words| Ok(format!("<strong>{words}</strong>")))?;
        links(&between(&strong, "*", |name| term(self.glossary, name))?)
    }
}

fn term(glossary: &Glossary<'_>, name: &str) -> Result<String, Fault> {
    let place = glossary.find(name)?.place();
    Ok(format!("<a class=\"term\" href=\"#{place}\">{name}</a>"))
}

/// The text with whatever stands between two of these marks said in another way.
fn between(text: &str, mark: &str, said: impl Fn(&str) -> Result<String, Fault>) -> Result<String, Fault> {
    let mut whole = String::new();
    for (place, part) in text.split(mark).enumerate() {
        if place % 2 == 1 {
            whole.push_str(&said(part)?);
        } else {
            whole.push_str(part);
        }
    }
    if text.matches(mark).count() % 2 == 1 {
        return Err(Fault::new("a mark is open in", text));
    }
    Ok(whole)
}

/// The text with `[words](#worksheet)` as the way to that worksheet.
fn links(text: &str) -> Result<String, Fault> {
    let mut whole = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("](#") {
        let (slug, behind) = after.split_once(')').ok_or_else(|| Fault::new("a link is open in", text))?;
        let (before, words) = before.rsplit_once('[').ok_or_else(|| Fault::new("a link is open in", text))?;
        let worksheet = Worksheet::from_slug(slug).ok_or_else(|| Fault::new("there is no worksheet", slug))?;
        whole.push_str(&format!("{before}<a href=\"./#{}\">{words}</a>", worksheet.slug()));
        rest = behind;
    }
    whole.push_str(rest);
    Ok(whole)
}
