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

#[cfg(test)]
mod tests {
    use super::*;

    fn part(start: u16, length: u16, planned: bool) -> Part {
        Part { look: "part-room", label: "Room left", amount: "$1.00".to_owned(), planned, start, length }
    }

    fn drawn(parts: Vec<Part>, over: u16) -> Drawing {
        let (title, description, limit) = (String::new(), String::new(), "$72,000".to_owned());
        LimitBar { title, description, parts, limit_at: 800, over, limit }.drawing()
    }

    #[test]
    fn what_is_to_come_is_striped_and_what_goes_over_stands_behind_the_mark() {
        let drawing = drawn(vec![part(0, 300, false), part(300, 500, true)], 0);
        assert!(drawing.svg.contains(r#"<rect class="part-room" x="0.0%" y="0" width="29.8%""#), "{}", drawing.svg);
        assert_eq!(drawing.svg.matches("url(#planned)").count(), 1);
        assert!(drawing.svg.contains(r#"x1="80.0%""#) && drawing.svg.contains(">Limit $72,000<"));
        assert!(!drawing.svg.contains("class=\"over\""));
        assert_eq!(
            drawing.legend.iter().map(|part| part.look.as_str()).collect::<Vec<_>>(),
            ["part-room", "part-room planned"]
        );
        assert!(
            drawn(vec![part(0, 900, false)], 100).svg.contains(r#"<rect class="over" x="80.0%" y="0" width="10.0%""#)
        );
    }
}
