//! What a page shows: its operators, carried out as far as they place letters.

use std::rc::Rc;

use hayro_syntax::content::UntypedIter;
use hayro_syntax::object::{Array, Dict, Object, Rect, Stream};
use hayro_syntax::page::{Page, Resources};

use super::budget::Budget;
use super::font::{Font, Fonts};

/// How deep forms may hold forms, and states may be saved.
const DEEPEST_FORM: usize = 8;
const DEEPEST_STATE: usize = 64;

/// Some letters that were shown one after the other.
#[derive(Clone, Debug)]
pub struct Run {
    /// Them.
    pub letters: String,
    /// Where they begin, along the line.
    pub x: f64,
    /// Where they end.
    pub end: f64,
    /// The height of the line they stand on; it grows upwards.
    pub y: f64,
    /// The size of the letters.
    pub size: f64,
    /// Which way they read, in quarter turns.
    pub turned: u8,
}

/// A matrix as PDF writes it.
#[derive(Clone, Copy)]
struct Matrix([f64; 6]);

impl Matrix {
    const NONE: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// First this one, then the other.
    fn then(self, other: Self) -> Self {
        let ([a, b, c, d, e, f], [p, q, r, s, t, u]) = (self.0, other.0);
        Self([a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u])
    }

    fn of(numbers: &[f64]) -> Option<Self> {
        let numbers: [f64; 6] = numbers.try_into().ok()?;
        numbers.iter().all(|number| number.is_finite() && number.abs() < 1e9).then_some(Self(numbers))
    }
}

/// The state that `q` saves.
#[derive(Clone)]
struct State {
    matrix: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    spacing: f64,
    word_spacing: f64,
    stretch: f64,
    leading: f64,
    rise: f64,
}

/// What carries the operators out.
struct Reader<'b> {
    fonts: &'b mut Fonts,
    budget: &'b mut Budget,
    runs: Vec<Run>,
    /// Text matrix, and that of the line’s beginning.
    text: Matrix,
    line: Matrix,
    /// The marks that are open: whether each is of what is no text of its page, and its own
    /// text for what it holds.
    marks: Vec<Mark>,
}

#[derive(Default)]
struct Mark {
    artifact: bool,
    instead: Option<String>,
    said: bool,
}

/// All that a page shows, in the order in which it does.
pub fn runs(page: &Page<'_>, fonts: &mut Fonts, budget: &mut Budget) -> Vec<Run> {
    let bytes = contents(page.raw(), budget);
    let state = State {
        matrix: Matrix::NONE,
        font: None,
        size: 0.0,
        spacing: 0.0,
        word_spacing: 0.0,
        stretch: 1.0,
        leading: 0.0,
        rise: 0.0,
    };
    let mut reader =
        Reader { fonts, budget, runs: Vec::new(), text: Matrix::NONE, line: Matrix::NONE, marks: Vec::new() };
    reader.show(&bytes, page.resources(), state, 0);
    let mut runs = reader.runs;
    runs.extend(filled_in(page, budget));
    runs
}

/// What was filled into the page's form fields, where each stands.
fn filled_in(page: &Page<'_>, budget: &mut Budget) -> Vec<Run> {
    let Some(notes) = page.raw().get::<Array<'_>>("Annots") else { return Vec::new() };
    let mut runs = Vec::new();
    for note in notes.iter::<Dict<'_>>() {
        // A field with one place has its value beside it or in its parent.
        let parent = note.get::<Dict<'_>>("Parent");
        let of = |dict: &Dict<'_>| dict.get::<hayro_syntax::object::String<'_>>("V").map(|value| text_string(&value));
        let value = of(&note).or_else(|| parent.as_ref().and_then(of));
        let place = note.get::<Rect>("Rect");
        if let (Some(letters), Some(place)) = (value, place)
            && budget.letters(letters.len().max(1))
        {
            let height = place.y1 - place.y0;
            let size = (height * 0.7).clamp(4.0, 12.0);
            let y = place.y0 + (height - size).max(0.0) / 2.0;
            runs.push(Run { letters, x: place.x0, end: place.x1, y, size, turned: 0 });
        }
    }
    runs
}

fn contents(page: &Dict<'_>, budget: &mut Budget) -> Vec<u8> {
    if let Some(stream) = page.get::<Stream<'_>>("Contents") {
        return budget.unpack(&stream);
    }
    let mut bytes = Vec::new();
    if let Some(streams) = page.get::<Array<'_>>("Contents") {
        for stream in streams.iter::<Stream<'_>>() {
            bytes.append(&mut budget.unpack(&stream));
            bytes.push(b' ');
        }
    }
    bytes
}

impl Reader<'_> {
    fn show(&mut self, bytes: &[u8], resources: &Resources<'_>, mut state: State, depth: usize) {
        let mut saved: Vec<State> = Vec::new();
        let mut operators = UntypedIter::new(bytes);
        while let Some(instruction) = operators.next() {
            if !self.budget.operator() {
                return;
            }
            let operands: Vec<&Object<'_>> = instruction.operands().collect();
            let numbers: Vec<f64> = operands
                .iter()
                .filter_map(|object| if let Object::Number(number) = object { Some(number.as_f64()) } else { None })
                .collect();
            let first = numbers.first().copied().filter(|number| number.is_finite()).unwrap_or(0.0);
            match (&**instruction.operator, operands.as_slice()) {
                (b"q", _) if saved.len() < DEEPEST_STATE => saved.push(state.clone()),
                (b"Q", _) => state = saved.pop().unwrap_or(state),
                (b"cm", _) => {
                    if let Some(matrix) = Matrix::of(&numbers) {
                        state.matrix = matrix.then(state.matrix);
                    }
                }
                (b"BT", _) => (self.text, self.line) = (Matrix::NONE, Matrix::NONE),
                (b"Tf", [Object::Name(name), ..]) => {
                    state.font = resources.get_font(name).map(|dict| self.fonts.of(&dict, self.budget));
                    state.size = first;
                }
                (b"Tc", _) => state.spacing = first,
                (b"Tw", _) => state.word_spacing = first,
                (b"Tz", _) => state.stretch = first / 100.0,
                (b"TL", _) => state.leading = first,
                (b"Ts", _) => state.rise = first,
                (b"Td", _) => self.next_line(&numbers),
                (b"TD", _) => {
                    state.leading = -numbers.get(1).copied().unwrap_or(0.0);
                    self.next_line(&numbers);
                }
                (b"Tm", _) => {
                    if let Some(matrix) = Matrix::of(&numbers) {
                        (self.text, self.line) = (matrix, matrix);
                    }
                }
                (b"T*", _) => self.next_line(&[0.0, -state.leading]),
                (b"Tj", [Object::String(string), ..]) => self.string(string, &state),
                (b"'", [Object::String(string), ..]) => {
                    self.next_line(&[0.0, -state.leading]);
                    self.string(string, &state);
                }
                (b"\"", [_, _, Object::String(string), ..]) => {
                    state.word_spacing = first;
                    state.spacing = numbers.get(1).copied().unwrap_or(0.0);
                    self.next_line(&[0.0, -state.leading]);
                    self.string(string, &state);
                }
                (b"TJ", [Object::Array(pieces), ..]) => {
                    for piece in pieces.iter::<Object<'_>>() {
                        match piece {
                            Object::String(string) => self.string(&string, &state),
                            Object::Number(back) => {
                                self.advance(-back.as_f64() / 1_000.0 * state.size * state.stretch);
                            }
                            _ => {}
                        }
                    }
                }
                (b"Do", [Object::Name(name), ..]) if depth < DEEPEST_FORM => {
                    if let Some(form) = resources.get_x_object(name) {
                        self.form(&form, resources, &state, depth);
                    }
                }
                (b"BMC" | b"BDC", [Object::Name(name), ..]) if self.marks.len() < DEEPEST_STATE => {
                    let about = operands.get(1).and_then(|object| match object {
                        Object::Dict(dict) => dict.get::<hayro_syntax::object::String<'_>>("ActualText"),
                        _ => None,
                    });
                    let artifact = name.as_ref() == b"Artifact";
                    self.marks.push(Mark { artifact, instead: about.map(|text| text_string(&text)), said: false });
                }
                (b"EMC", _) => drop(self.marks.pop()),
                _ => {}
            }
        }
    }

    fn form(&mut self, form: &Stream<'_>, resources: &Resources<'_>, state: &State, depth: usize) {
        let dict = form.dict();
        let is_form =
            dict.get::<hayro_syntax::object::Name<'_>>("Subtype").is_some_and(|kind| kind.as_ref() == b"Form");
        if !is_form {
            return;
        }
        let bytes = self.budget.unpack(form);
        let mut inner = state.clone();
        let matrix = dict.get::<Array<'_>>("Matrix").map(|matrix| {
            matrix.iter::<hayro_syntax::object::Number>().map(|number| number.as_f64()).collect::<Vec<_>>()
        });
        if let Some(matrix) = matrix.and_then(|matrix| Matrix::of(&matrix)) {
            inner.matrix = matrix.then(inner.matrix);
        }
        let (text, line) = (self.text, self.line);
        match dict.get::<Dict<'_>>("Resources") {
            Some(own) => self.show(&bytes, &Resources::new(own), inner, depth + 1),
            None => self.show(&bytes, resources, inner, depth + 1),
        }
        (self.text, self.line) = (text, line);
    }

    fn next_line(&mut self, by: &[f64]) {
        if let [x, y, ..] = by
            && let Some(step) = Matrix::of(&[1.0, 0.0, 0.0, 1.0, *x, *y])
        {
            self.line = step.then(self.line);
            self.text = self.line;
        }
    }

    fn advance(&mut self, by: f64) {
        if by.is_finite() {
            self.text = Matrix([1.0, 0.0, 0.0, 1.0, by, 0.0]).then(self.text);
        }
    }

    fn string(&mut self, string: &[u8], state: &State) {
        let Some(font) = state.font.clone() else { return };
        let mut run: Option<Run> = None;
        for glyph in font.glyphs(string) {
            if !self.budget.letters(1) {
                return;
            }
            let placed = Matrix([1.0, 0.0, 0.0, 1.0, 0.0, state.rise]).then(self.text).then(state.matrix);
            let spaced = state.spacing + if glyph.is_space { state.word_spacing } else { 0.0 };
            let width = (glyph.width * state.size + spaced) * state.stretch;
            let letters = match self.marks.iter_mut().rev().find(|mark| mark.instead.is_some()) {
                Some(mark) if mark.said => "",
                Some(mark) => {
                    mark.said = true;
                    mark.instead.as_deref().unwrap_or_default()
                }
                None => glyph.letters,
            };
            let (x, y, size, turned) = upright(placed, state.size);
            let [a, b, ..] = placed.0;
            let end = x + width * a.hypot(b);
            match &mut run {
                Some(run) => {
                    run.letters.push_str(letters);
                    run.end = end;
                }
                None => run = Some(Run { letters: letters.to_owned(), x, end, y, size, turned }),
            }
            self.advance(width);
        }
        if let Some(run) = run.filter(|run| !run.letters.is_empty() && !self.marks.iter().any(|mark| mark.artifact)) {
            self.runs.push(run);
        }
    }
}

/// Where letters stand on a page that is turned so that they are upright.
fn upright(placed: Matrix, size: f64) -> (f64, f64, f64, u8) {
    let [a, b, c, d, e, f] = placed.0;
    let size = (size * c.hypot(d)).abs();
    if a.abs() >= b.abs() {
        if a >= 0.0 { (e, f, size, 0) } else { (-e, -f, size, 2) }
    } else if b > 0.0 {
        (f, -e, size, 1)
    } else {
        (-f, e, size, 3)
    }
}

/// A text string: UTF-16 by its mark, or letters by their bytes.
pub fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest.chunks_exact(2);
            String::from_utf16_lossy(
                &units.map(|unit| unit.iter().fold(0, |value, byte| value << 8 | u16::from(*byte))).collect::<Vec<_>>(),
            )
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        bytes => bytes.iter().map(|byte| crate::papers::file::windows(*byte)).collect(),
    }
}
