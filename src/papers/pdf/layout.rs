//! Runs of letters as lines and paragraphs.

use super::content::Run;

/// A gap from which on two runs are two words, as a share of the letters’ size.
const WORD: f64 = 0.16;
/// One from which on they are two cells of a table.
const CELL: f64 = 1.8;
/// How much farther apart than within a paragraph two lines must be to be of two.
const PARAGRAPH: f64 = 1.35;

/// A line of a page.
struct Line {
    text: String,
    x: f64,
    end: f64,
    y: f64,
    size: f64,
    turned: u8,
}

/// The lines of a page, an empty one between paragraphs.
pub fn lines(runs: &[Run]) -> String {
    let mut lines: Vec<Line> = Vec::new();
    let mut last: Option<&Run> = None;
    for run in runs {
        // What is printed twice to make it bold is read once.
        let again = last.is_some_and(|last| {
            last.letters == run.letters && near(last.x, run.x, run.size * 0.1) && near(last.y, run.y, run.size * 0.1)
        });
        last = Some(run);
        if again {
            continue;
        }
        match lines.last_mut() {
            Some(line) if line.takes(run) => line.add(run),
            _ if run.letters.trim().is_empty() => {}
            _ => lines.push(Line::of(run)),
        }
    }
    let usual = usual_step(&lines);
    let mut text = String::new();
    for (place, line) in lines.iter().enumerate() {
        if let Some(before) = place.checked_sub(1).and_then(|before| lines.get(before)) {
            text.push('\n');
            if parts(before, line, usual) {
                text.push('\n');
            }
        }
        text.push_str(line.text.trim());
    }
    text
}

/// The rows of a page: the runs that stand at one height, from left to right, whichever of
/// them was drawn first.
pub fn rows(runs: &[Run]) -> String {
    let mut runs: Vec<&Run> = runs.iter().filter(|run| run.turned == 0 && !run.letters.trim().is_empty()).collect();
    crate::order::sort_by(&mut runs, |one, other| one.x.total_cmp(&other.x));
    // From the top, each with its height.
    let mut rows: Vec<(f64, Vec<&Run>)> = Vec::new();
    for run in runs {
        match rows.iter_mut().find(|(y, _)| near(*y, run.y, run.size * 0.45)) {
            Some((_, row)) => row.push(run),
            None => {
                let place = rows.iter().position(|(y, _)| *y < run.y).unwrap_or(rows.len());
                rows.insert(place, (run.y, vec![run]));
            }
        }
    }
    let mut text = String::new();
    for (_, row) in rows {
        let mut line: Option<Line> = None;
        for run in row {
            match &mut line {
                // What is printed twice to make it bold is read once.
                Some(line) if line.text.ends_with(&run.letters) && run.x < line.end - run.size * 0.3 => {}
                Some(line) => line.add(run),
                None => line = Some(Line::of(run)),
            }
        }
        text.push_str(&line.map(|line| line.text).unwrap_or_default());
        text.push('\n');
    }
    text
}

impl Line {
    fn of(run: &Run) -> Self {
        Self { text: run.letters.clone(), x: run.x, end: run.end, y: run.y, size: run.size, turned: run.turned }
    }

    /// Whether a run stands on the same line, after what is there.
    fn takes(&self, run: &Run) -> bool {
        let size = self.size.max(run.size);
        self.turned == run.turned && near(self.y, run.y, size * 0.45) && run.x > self.end - size * 0.6
    }

    fn add(&mut self, run: &Run) {
        let gap = run.x - self.end;
        let size = self.size.max(run.size);
        let spaced = self.text.ends_with(char::is_whitespace) || run.letters.starts_with(char::is_whitespace);
        // A bullet or a number stands before its text, and is no cell.
        let label = self.text.trim().chars().count() <= 3;
        if gap > size * CELL && !label && !self.text.trim().is_empty() {
            self.text.truncate(self.text.trim_end().len());
            self.text.push('\t');
        } else if gap > size * WORD && !spaced {
            self.text.push(' ');
        }
        self.text.push_str(&run.letters);
        self.end = run.end.max(self.end);
        if !run.letters.trim().is_empty() {
            self.size = self.size.max(run.size);
        }
    }
}

fn near(one: f64, other: f64, within: f64) -> bool {
    (one - other).abs() <= within
}

/// How far apart the lines of a page mostly are, as a share of their size.
fn usual_step(lines: &[Line]) -> f64 {
    let mut steps: Vec<f64> = lines
        .windows(2)
        .filter_map(|pair| match pair {
            [one, other] => Some((one.y - other.y) / other.size.max(0.1)),
            _ => None,
        })
        .filter(|step| (0.8..2.5).contains(step))
        .collect();
    crate::order::sort_by(&mut steps, f64::total_cmp);
    // Most steps are within paragraphs; what is between them is larger.
    steps.get(steps.len() / 3).copied().unwrap_or(1.2)
}

/// Whether a paragraph ends between two lines.
fn parts(before: &Line, line: &Line, usual: f64) -> bool {
    let size = line.size.max(0.1);
    let step = (before.y - line.y) / size;
    let ended = before.text.trim_end().ends_with(['.', ':', '?', '!', ';']);
    if before.turned != line.turned || (before.size - line.size).abs() > size * 0.12 {
        return true;
    }
    // A column ends where the next line stands higher; a sentence may go on in it.
    if step < 0.3 {
        return ended || !line.text.trim_start().starts_with(char::is_lowercase);
    }
    step > usual * PARAGRAPH || (ended && before.end - before.x < (line.end - line.x) * 0.4)
}
