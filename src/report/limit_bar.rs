//! The limit as a bar: what fills it, solid for what is in and striped for what is to come.

use super::columns::{PLANNED, percent};
use super::{Drawing, Legend};

/// A part of the bar. Places are in thousandths of the bar.
pub(crate) struct Part {
    /// Its class.
    pub look: &'static str,
    /// Its name.
    pub label: &'static str,
    /// Its amount.
    pub amount: String,
    /// Whether it is still to come.
    pub planned: bool,
    /// Where it starts.
    pub start: u16,
    /// How long it is.
    pub length: u16,
}

/// The limit as a bar, from nothing to its mark and, where more is in or comes, beyond it.
pub(crate) struct LimitBar {
    /// Its heading.
    pub title: String,
    /// What it shows, in a sentence.
    pub description: String,
    /// What fills it, from left to right.
    pub parts: Vec<Part>,
    /// Where the limit is.
    pub limit_at: u16,
    /// How far the bar goes over the limit.
    pub over: u16,
    /// The limit.
    pub limit: String,
}

impl LimitBar {
    /// The drawing.
    pub fn drawing(self) -> Drawing {
        let mut svg = PLANNED.to_owned();
        for part in &self.parts {
            let place = format!(
                r#"x="{}" y="0" width="{}" height="100%""#,
                percent(part.start),
                percent(part.length.saturating_sub(2).max(1))
            );
            svg.push_str(&format!(r#"<rect class="{}" {place}/>"#, part.look));
            if part.planned {
                svg.push_str(&format!(r#"<rect fill="url(#planned)" {place}/>"#));
            }
        }
        let limit = percent(self.limit_at);
        if self.over > 0 {
            let over = percent(self.over);
            svg.push_str(&format!(r#"<rect class="over" x="{limit}" y="0" width="{over}" height="100%"/>"#));
        }
        svg.push_str(&format!(
            r#"<line class="mark" x1="{limit}" x2="{limit}" y1="-5" y2="115%"/><text y="-10">$0</text><text class="end strong" x="{limit}" y="-10">Limit {}</text>"#,
            self.limit
        ));
        let legend = self.parts.into_iter().map(|part| {
            let look = if part.planned { format!("{} planned", part.look) } else { part.look.to_owned() };
            Legend::new(&look, part.label, part.amount)
        });
        Drawing { title: self.title, description: self.description, svg, legend: legend.collect(), bars: Vec::new() }
    }
}
