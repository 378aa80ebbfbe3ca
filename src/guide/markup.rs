//! The blocks of the guide's text: headings, paragraphs, lists, tables, notes, and what the
//! planner puts in by itself.

use super::figures::Figures;
use super::glossary::Glossary;
use super::{Fault, escaped, slug, tables};
use crate::worksheets::Worksheet;

/// What a text is turned into HTML with.
pub(super) struct Markup<'g> {
    pub figures: &'g Figures,
    pub glossary: &'g Glossary<'g>,
}

impl Markup<'_> {
    /// A whole text. Each part under a second heading is a section.
    pub(super) fn page(&self, text: &str) -> Result<String, Fault> {
        let mut html = String::new();
        let mut in_section = false;
        for block in text.split("\n\n").map(str::trim).filter(|block| !block.is_empty()) {
            if let Some(title) = block.strip_prefix("## ") {
                if in_section {
                    html.push_str("</section>\n");
                }
                in_section = true;
                let (place, title) = self.heading(title)?;
                html.push_str(&format!("<section aria-labelledby=\"{place}\">\n<h2 id=\"{place}\">{title}</h2>\n"));
            } else {
                html.push_str(&self.block(block, text)?);
            }
            html.push('\n');
        }
        if in_section {
            html.push_str("</section>\n");
        }
        Ok(html)
    }

    /// A heading's place and its words.
    fn heading(&self, title: &str) -> Result<(String, String), Fault> {
        let title = self.figures.fill(title)?;
        // Its place stays when the year moves on.
        let steady: String = title
            .split(' ')
            .filter(|word| !word.chars().all(|letter| letter.is_ascii_digit()))
            .collect::<Vec<_>>()
            .join(" ");
        Ok((slug(&steady), escaped(&title)))
    }

    fn block(&self, block: &str, text: &str) -> Result<String, Fault> {
        if let Some(title) = block.strip_prefix("### ") {
            let (place, title) = self.heading(title)?;
            return Ok(format!("<h3 id=\"{place}\">{title}</h3>"));
        }
        if let Some(title) = block.strip_prefix("# ") {
            return Ok(format!("<h1>{}</h1>", self.inline(title)?));
        }
        if let Some(name) = block.strip_prefix('@') {
            return self.put_in(name, text);
        }
        if let Some(words) = block.strip_prefix("> ") {
            return Ok(format!(
                "<p class=\"aside\"><strong>Often said otherwise.</strong> {}</p>",
                self.inline(words)?
            ));
        }
        if block.starts_with("- ") {
            let items = block.lines().map(|line| self.inline(line.trim_start_matches("- ")));
            let items: Vec<String> = items.collect::<Result<_, _>>()?;
            return Ok(format!("<ul>\n<li>{}</li>\n</ul>", items.join("</li>\n<li>")));
        }
        if block.starts_with("| ") {
            let rows: Vec<Vec<String>> = block.lines().map(cells).collect();
            return self.table("", &rows);
        }
        Ok(format!("<p>{}</p>", self.inline(block)?))
    }

    /// What a line that begins with `@` stands for.
    fn put_in(&self, name: &str, text: &str) -> Result<String, Fault> {
        match name.split_once(' ') {
            None if name == "contents" => self.contents(text),
            None if name == "glossary" => self.glossary(),
            Some(("worksheet", slug)) => link(slug),
            Some(("table", table)) => {
                let rows = tables::rows(table)?;
                self.table(table, &rows)
            }
            _ => Err(Fault::new("nothing is called", name)),
        }
    }

    /// A table whose first row is its head. Its cells may have figures and terms.
    fn table(&self, name: &str, rows: &[Vec<String>]) -> Result<String, Fault> {
        let row = |cells: &Vec<String>, open: &str, first: &str, rest: &str| {
            let cells = cells.iter().enumerate().map(|(place, cell)| {
                let (tag, scope) = if place == 0 { ("th", first) } else { (open, rest) };
                Ok(format!("<{tag}{scope}>{}</{tag}>", self.inline(cell)?))
            });
            cells.collect::<Result<String, Fault>>().map(|cells| format!("<tr>{cells}</tr>\n"))
        };
        let (head, body) = rows.split_first().ok_or_else(|| Fault::new("there is no row in the table", name))?;
        let head = row(head, "th", " scope=\"col\"", " scope=\"col\"")?;
        let body =
            body.iter().map(|cells| row(cells, "td", " scope=\"row\"", "")).collect::<Result<String, Fault>>()?;
        let wide =
            if name == "limits" { " wide\" tabindex=\"0\" role=\"region\" aria-label=\"Limits by year" } else { "" };
        Ok(format!(
            "<div class=\"sheet{wide}\"><table>\n<thead>\n{head}</thead>\n<tbody>\n{body}</tbody>\n</table></div>"
        ))
    }

    /// The sections, each with the way to it.
    fn contents(&self, text: &str) -> Result<String, Fault> {
        let titles = text.lines().filter_map(|line| line.strip_prefix("## "));
        let item =
            |title| self.heading(title).map(|(place, title)| format!("<li><a href=\"#{place}\">{title}</a></li>\n"));
        let items: String = titles.map(item).collect::<Result<_, _>>()?;
        Ok(format!("<nav class=\"contents\" aria-label=\"In this guide\"><ol>\n{items}</ol></nav>"))
    }

    fn glossary(&self) -> Result<String, Fault> {
        let mut html = String::from("<dl itemscope itemtype=\"https://schema.org/DefinedTermSet\">\n");
        for term in &self.glossary.0 {
            let (place, name) = (term.place(), escaped(term.name));
            let others = match term.others.as_slice() {
                [] => String::new(),
                others => format!(" <small>also: {}</small>", escaped(&others.join(", "))),
            };
            let meaning = self.inline(term.meaning)?;
            html.push_str(&format!(
                "<div itemprop=\"hasDefinedTerm\" itemscope itemtype=\"https://schema.org/DefinedTerm\">\n\
                 <dt id=\"{place}\"><span itemprop=\"name\">{name}</span>{others}</dt>\n\
                 <dd itemprop=\"description\">{meaning}</dd>\n</div>\n"
            ));
        }
        Ok(html + "</dl>")
    }
}

/// The cells of a line `| one | two |`.
fn cells(line: &str) -> Vec<String> {
    line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}

/// The way to a worksheet, with the question that it answers.
fn link(slug: &str) -> Result<String, Fault> {
    let worksheet = Worksheet::from_slug(slug).ok_or_else(|| Fault::new("there is no worksheet", slug))?;
    let page = worksheet.page();
    Ok(format!(
        "<p class=\"to-worksheet\"><a href=\"./#{slug}\"><strong>{}</strong> <span>{}</span></a></p>",
        escaped(page.name),
        escaped(page.question)
    ))
}
