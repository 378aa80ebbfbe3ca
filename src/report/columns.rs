//! The geometry of a chart of columns, and its drawing. All places are in thousandths of the
//! plot; what is written beside it stands a few pixels off them.

use super::{Bar, Drawing, Legend};
use crate::money::Money;

/// The pattern of what is planned.
pub(super) const PLANNED: &str = r#"<defs><pattern id="planned" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect class="gap" width="3.6" height="6"/></pattern></defs>"#;

/// The least that two labels stand apart.
const APART: u16 = 130;

/// A chart of columns over time.
pub(crate) struct Columns<'a> {
    /// Its heading.
    pub title: &'a str,
    /// What it shows, in a sentence.
    pub description: String,
    /// What each part of a column is, from the bottom up: its class, its name. Those with
    /// `false` lie outside the limit.
    pub parts: &'a [(&'a str, &'a str, bool)],
    /// The limit, where there is one.
    pub limit: Option<Money>,
    /// The columns, from left to right.
    pub columns: Vec<Column>,
    /// What stands at the limit's other end: what goes unused of it, or over it.
    pub unused: String,
    /// Stretches below the axis, each with its words, from a column on.
    pub spans: Vec<(usize, String)>,
}

/// A column.
pub(crate) struct Column {
    /// How many times as wide as the narrowest one it is.
    pub wide: u16,
    /// What stands below it, if there is room.
    pub label: String,
    /// Whether it is still to come.
    pub planned: bool,
    /// The amount of each of its parts, from the bottom up.
    pub amounts: Vec<Money>,
    /// What stands above it; empty for most.
    pub mark: String,
    /// Its figures.
    pub says: String,
}

impl Column {
    fn total(&self) -> Money {
        self.amounts.iter().map(|amount| amount.or_zero()).sum()
    }
}

/// The step of an axis up to an amount: the least of 1, 2 or 5 times a power of ten dollars
/// that needs no more than four.
pub(crate) fn axis_step(top: Money) -> Money {
    let mut unit = Money::dollars(1);
    loop {
        for step in [unit, unit + unit, unit + unit + unit + unit + unit] {
            if step + step + step + step >= top {
                return step;
            }
        }
        unit = (0..10).map(|_| unit).sum();
    }
}

/// An amount of an axis: `$20k`.
fn short(amount: Money) -> String {
    let dollars = amount.in_dollars();
    dollars.strip_suffix(",000").map_or(dollars.clone(), |thousands| format!("{thousands}k"))
}

/// Thousandths as SVG has them: `12.5%`.
pub(super) fn percent(thousandths: u16) -> String {
    format!("{}.{}%", thousandths / 10, thousandths % 10)
}

impl Columns<'_> {
    /// What the whole height of the plot is.
    fn top(&self) -> Money {
        let most = self.columns.iter().map(Column::total).max().unwrap_or_default();
        self.limit.unwrap_or_default().max(most)
    }

    /// Where each column starts, and where the last one ends.
    pub(crate) fn edges(&self) -> Vec<u16> {
        let whole = self.columns.iter().map(|column| u32::from(column.wide)).sum::<u32>().max(1);
        let mut before = 0;
        let mut edges = vec![0];
        for column in &self.columns {
            before += u32::from(column.wide);
            edges.push(u16::try_from(before * 1_000 / whole).unwrap_or(1_000));
        }
        edges
    }

    /// How far from the top each part of a column begins, from the bottom up, and the top of
    /// the last.
    pub(crate) fn tops(&self, column: &Column) -> Vec<u16> {
        let top = self.top();
        let mut so_far = Money::ZERO;
        let mut tops = vec![1_000];
        for amount in &column.amounts {
            so_far += amount.or_zero();
            tops.push(1_000 - so_far.thousandths_of(top));
        }
        tops
    }

    /// The drawing.
    pub(crate) fn drawing(self) -> Drawing {
        let edges = self.edges();
        let places: Vec<(u16, u16)> = edges.iter().zip(edges.iter().skip(1)).map(|(from, to)| (*from, *to)).collect();
        let top = self.top();
        let mut svg = PLANNED.to_owned();
        self.draw_axis(&mut svg, top);
        for (column, (from, to)) in self.columns.iter().zip(&places) {
            self.draw_column(&mut svg, column, *from, *to);
        }
        self.draw_limit(&mut svg, top);
        self.draw_today(&mut svg, &places);
        self.draw_spans(&mut svg, &edges);
        self.draw_labels(&mut svg, &places);
        let last = self.columns.last();
        let part = |(place, (look, name, _)): (usize, &(&str, &str, bool))| {
            let amount = *last?.amounts.get(place)?;
            amount.is_positive().then(|| Legend::new(look, *name, amount.about()))
        };
        let mut legend: Vec<Legend> = self.parts.iter().enumerate().filter_map(part).collect();
        self.draw_totals(&mut svg, &legend);
        if self.columns.iter().any(|column| column.planned) {
            legend.push(Legend::new("planned", "Planned", ""));
        }
        let bars = self.columns.into_iter().zip(places);
        let bars = bars.map(|(column, (start, end))| Bar { start, width: end - start, says: column.says });
        Drawing { title: self.title.to_owned(), description: self.description, svg, legend, bars: bars.collect() }
    }

    fn draw_axis(&self, svg: &mut String, top: Money) {
        let step = axis_step(top);
        let mut amount = Money::ZERO;
        while amount <= top && step.is_positive() {
            let y = percent(1_000 - amount.thousandths_of(top));
            svg.push_str(&format!(r#"<line class="grid" x2="100%" y1="{y}" y2="{y}"/><text class="tick" x="-8" y="{y}" dy=".35em">{}</text>"#, short(amount)));
            amount += step;
        }
    }

    fn draw_column(&self, svg: &mut String, column: &Column, from: u16, to: u16) {
        let gap = ((to - from) / 6).min(8);
        let (x, width) = (percent(from + gap / 2), percent((to - from - gap).max(1)));
        let tops = self.tops(column);
        for ((look, ..), (low, high)) in self.parts.iter().zip(tops.iter().zip(tops.iter().skip(1))) {
            if low == high {
                continue;
            }
            let place = format!(r#"x="{x}" y="{}" width="{width}" height="{}""#, percent(*high), percent(low - high));
            svg.push_str(&format!(r#"<rect class="{look}" {place}/>"#));
            if column.planned {
                svg.push_str(&format!(r#"<rect fill="url(#planned)" {place}/>"#));
            }
        }
        let inside = self.parts.iter().zip(&column.amounts).filter(|((.., inside), _)| *inside);
        let filled: Money = inside.map(|(_, amount)| amount.or_zero()).sum();
        if let Some(limit) = self.limit.filter(|limit| filled > *limit) {
            let top = self.top();
            let (high, low) = (1_000 - filled.thousandths_of(top), 1_000 - limit.thousandths_of(top));
            let (high, height) = (percent(high), percent((low - high).max(4)));
            svg.push_str(&format!(r#"<rect class="over" x="{x}" y="{high}" width="{width}" height="{height}"/>"#));
        }
        if let (false, Some(high)) = (column.mark.is_empty(), tops.last()) {
            let (middle, end) = (percent((from + to) / 2), if from > 500 { " end" } else { "" });
            let (high, mark) = (percent(*high), &column.mark);
            svg.push_str(&format!(r#"<svg x="{middle}" y="{high}" class="mark{end}"><circle cy="-10" r="4"/><text x="9" y="-6">{mark}</text></svg>"#));
        }
    }

    fn draw_limit(&self, svg: &mut String, top: Money) {
        let Some(limit) = self.limit else { return };
        let y = percent(1_000 - limit.thousandths_of(top));
        svg.push_str(&format!(
            r#"<line class="limit" x2="100%" y1="{y}" y2="{y}"/><text class="strong" y="{y}" dy="-7">Limit {}</text>"#,
            limit.about()
        ));
        if !self.unused.is_empty() {
            svg.push_str(&format!(r#"<text class="end" x="100%" y="{y}" dy="-7">{}</text>"#, self.unused));
        }
    }

    /// A line before the first column that is planned.
    fn draw_today(&self, svg: &mut String, places: &[(u16, u16)]) {
        let first = self.columns.iter().position(|column| column.planned);
        let Some((x, _)) = first.and_then(|first| places.get(first)) else { return };
        let end = if *x > 150 { " end" } else { "" };
        let x = percent(*x);
        svg.push_str(&format!(r#"<line class="today" x1="{x}" x2="{x}" y1="0" y2="100%"/><svg x="{x}" class="today{end}"><text x="-6" y="16">Today</text></svg>"#));
    }

    fn draw_spans(&self, svg: &mut String, edges: &[u16]) {
        let ends = self.spans.iter().skip(1).map(|(from, _)| *from).chain([self.columns.len()]);
        svg.push_str(r#"<svg y="100%" class="spans">"#);
        for ((from, words), to) in self.spans.iter().zip(ends) {
            let (Some(from), Some(to)) = (edges.get(*from), edges.get(to)) else { continue };
            let (start, end, middle) = (percent(from + 3), percent(to.saturating_sub(3)), percent((from + to) / 2));
            svg.push_str(&format!(
                r#"<line x1="{start}" x2="{end}" y1="7" y2="7"/><text x="{middle}" y="24">{words}</text>"#
            ));
        }
        svg.push_str("</svg>");
    }

    /// The days below the columns, as many as do not touch each other; the first and the last
    /// in any case.
    fn draw_labels(&self, svg: &mut String, places: &[(u16, u16)]) {
        let middles = places.iter().map(|(from, to)| (from + to) / 2);
        let last = places.last().map_or(1_000, |(from, to)| (from + to) / 2);
        let count = self.columns.len();
        let mut free = 0;
        svg.push_str(r#"<svg y="100%" class="days">"#);
        for (place, (column, middle)) in self.columns.iter().zip(middles).enumerate() {
            let is_last = place + 1 == count;
            if (!is_last && (middle < free || middle + APART > last)) || column.label.is_empty() {
                continue;
            }
            free = middle + APART;
            svg.push_str(&format!(r#"<text x="{}" y="42">{}</text>"#, percent(middle), column.label));
        }
        svg.push_str("</svg>");
    }

    /// The totals beside the last column, each at its part, where there is room for them.
    fn draw_totals(&self, svg: &mut String, legend: &[Legend]) {
        let Some(last) = self.columns.last() else { return };
        let tops = self.tops(last);
        let shown = self.parts.iter().zip(tops.iter().zip(tops.iter().skip(1))).filter(|(_, (low, high))| low != high);
        let mut lowest = 1_000;
        for ((own, ..), (low, high)) in shown {
            let Some(Legend { look, label, amount }) = legend.iter().find(|part| part.look == *own) else { continue };
            let y = ((low + high) / 2).min(lowest);
            lowest = y.saturating_sub(APART);
            svg.push_str(&format!(r#"<svg x="100%" y="{}" class="total"><rect class="{look}" x="12" y="-14" width="3" height="32"/><text x="22">{label}</text><text class="strong" x="22" y="18">{amount}</text></svg>"#, percent(y)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PARTS: [(&str, &str, bool); 2] = [("part-a", "A", true), ("part-b", "B", false)];

    fn column(a: u32, b: u32, planned: bool) -> Column {
        let amounts = vec![Money::dollars(a), Money::dollars(b)];
        let label = format!("${a}");
        Column { wide: 1, label, planned, amounts, mark: String::new(), says: format!("*{a}*") }
    }

    fn chart(limit: Option<u32>, columns: Vec<Column>) -> Columns<'static> {
        let (description, unused) = (String::new(), String::new());
        let limit = limit.map(Money::dollars);
        Columns { title: "", description, parts: &PARTS, limit, columns, unused, spans: Vec::new() }
    }

    #[test]
    fn an_axis_has_round_steps_and_never_more_than_four() {
        for (top, step) in
            [(0, 1), (4, 1), (5, 2), (20, 5), (21, 10), (72_000, 20_000), (80_000, 20_000), (80_001, 50_000)]
        {
            assert_eq!(axis_step(Money::dollars(top)), Money::dollars(step), "{top}");
        }
        assert_eq!(
            [Money::dollars(20_000), Money::dollars(500), Money::dollars(1_500)].map(short),
            ["$20k", "$500", "$1,500"]
        );
        assert!(axis_step(Money::LARGEST).is_positive());
    }

    #[test]
    fn columns_fill_the_width_without_a_gap_and_the_height_up_to_the_limit() {
        let mut chart = chart(Some(100), vec![column(20, 0, false), column(40, 10, true), column(80, 20, true)]);
        assert_eq!(chart.edges(), [0, 333, 666, 1_000]);
        chart.columns[0].wide = 2;
        assert_eq!(chart.edges(), [0, 500, 750, 1_000]);
        assert_eq!(chart.tops(&chart.columns[0]), [1_000, 800, 800]);
        assert_eq!(chart.tops(&chart.columns[2]), [1_000, 200, 0]);
    }

    #[test]
    fn what_is_past_is_solid_and_what_is_planned_is_striped() {
        let drawing = chart(Some(100), vec![column(20, 0, false), column(40, 0, true)]).drawing();
        assert_eq!(drawing.svg.matches("class=\"part-a\"").count(), 3, "two columns and the total: {}", drawing.svg);
        assert_eq!(drawing.svg.matches("url(#planned)").count(), 1);
        assert_eq!(drawing.svg.matches("Today").count(), 1);
        assert!(drawing.svg.contains(">Limit $100<"));
        let legend: Vec<&str> = drawing.legend.iter().map(|part| part.label.as_str()).collect();
        assert_eq!(legend, ["A", "Planned"], "what is nothing has no name");
        assert_eq!(drawing.bars.iter().map(|bar| (bar.start, bar.width)).collect::<Vec<_>>(), [(0, 500), (500, 500)]);
    }

    #[test]
    fn only_what_counts_goes_over_the_limit() {
        let is_over = |columns| chart(Some(100), columns).drawing().svg.contains("class=\"over\"");
        assert!(is_over(vec![column(101, 0, true)]));
        assert!(!is_over(vec![column(100, 50, true)]), "catch-up lies outside the limit");
    }

    #[test]
    fn labels_do_not_touch_each_other_and_nothing_needs_columns() {
        let drawing = chart(None, (0..26).map(|place| column(place, 0, true)).collect()).drawing();
        assert!(drawing.svg.matches("y=\"42\"").count() <= 8, "{}", drawing.svg);
        assert!(drawing.svg.contains(">$25</text>"), "the last one is always named");
        assert!(chart(None, Vec::new()).drawing().bars.is_empty());
    }
}
