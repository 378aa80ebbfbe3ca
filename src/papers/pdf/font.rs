//! What a font says of its codes: their letters and their widths.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::object::{Array, Dict, Name, Number, Object, ObjectIdentifier, Stream};

use super::budget::Budget;
use super::cmap::CMap;
use super::encoding::{Encoding, glyph};

/// The letter in the place of one that is not known.
const UNKNOWN: &str = "\u{fffd}";

/// A font.
#[derive(Debug, Default)]
pub struct Font {
    /// Whether codes have two bytes.
    wide: bool,
    table: CMap,
    /// The letters of one-byte codes that the table lacks.
    letters: HashMap<u32, String>,
    /// Widths in thousandths of the size.
    widths: HashMap<u32, f64>,
    /// The width of a code that has none.
    usual: Usual,
}

/// Widths where a font does not give them.
#[derive(Debug, Default, Clone, Copy)]
enum Usual {
    /// All alike.
    Fixed(f64),
    /// About those of Helvetica and Times.
    #[default]
    ByLetter,
}

/// The fonts of a file, each read once.
#[derive(Default)]
pub struct Fonts {
    read: HashMap<ObjectIdentifier, Rc<Font>>,
}

/// A letter of a shown string.
pub struct Glyph<'a> {
    /// Its letters.
    pub letters: &'a str,
    /// Its width, as a share of the size.
    pub width: f64,
    /// Whether the space between words is added to it.
    pub is_space: bool,
}

impl Fonts {
    /// The font that a dictionary describes.
    pub fn of(&mut self, dict: &Dict<'_>, budget: &mut Budget) -> Rc<Font> {
        let id = dict.obj_id();
        if let Some(font) = id.and_then(|id| self.read.get(&id)) {
            return Rc::clone(font);
        }
        let font = Rc::new(Font::of(dict, budget));
        if let Some(id) = id {
            self.read.insert(id, Rc::clone(&font));
        }
        font
    }
}

impl Font {
    fn of(dict: &Dict<'_>, budget: &mut Budget) -> Self {
        let mut font = Self::default();
        if let Some(table) = dict.get::<Stream<'_>>("ToUnicode") {
            font.table = CMap::of(&budget.unpack(&table), budget);
        }
        let kind = dict.get::<Name<'_>>("Subtype");
        let kind = kind.as_deref().unwrap_or_default();
        if kind == b"Type0" {
            font.wide = font.table.bytes != Some(1);
            let inner = dict.get::<Array<'_>>("DescendantFonts").and_then(|all| all.iter::<Dict<'_>>().next());
            font.usual = Usual::Fixed(1_000.0);
            if let Some(inner) = inner {
                font.wide_widths(&inner, budget);
            }
            return font;
        }
        font.simple_letters(dict, kind == b"TrueType", budget);
        font.simple_widths(dict, kind == b"Type3", budget);
        font
    }

    /// The letters of one-byte codes, by the font’s encoding and what differs from it.
    fn simple_letters(&mut self, dict: &Dict<'_>, true_type: bool, budget: &mut Budget) {
        let named = dict.get::<Name<'_>>("Encoding");
        let described = dict.get::<Dict<'_>>("Encoding");
        let base = named.or_else(|| described.as_ref()?.get::<Name<'_>>("BaseEncoding"));
        let base = base.and_then(|name| Encoding::named(&name));
        let own = if base.is_none() { own_encoding(dict, budget) } else { Vec::new() };
        let encoding = base.unwrap_or(if true_type { Encoding::Windows } else { Encoding::Standard });
        for code in 0..=u8::MAX {
            if let Some(letter) = encoding.letter(code) {
                self.letters.insert(code.into(), letter.to_string());
            }
        }
        for (code, name) in own {
            self.name(code, &name);
        }
        let Some(differences) = described.and_then(|described| described.get::<Array<'_>>("Differences")) else {
            return;
        };
        let mut code = 0_u32;
        for item in differences.iter::<Object<'_>>() {
            if !budget.entry() {
                return;
            }
            match item {
                Object::Number(number) => code = u32::try_from(number.as_i64()).unwrap_or(0),
                Object::Name(name) => {
                    self.name(code, &name);
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
    }

    fn name(&mut self, code: u32, name: &[u8]) {
        match glyph(name) {
            Some(letters) => self.letters.insert(code, letters),
            None => self.letters.remove(&code),
        };
    }

    fn simple_widths(&mut self, dict: &Dict<'_>, own_space: bool, budget: &mut Budget) {
        let first = dict.get::<Number>("FirstChar").map_or(0, |first| first.as_i64());
        let scale = if own_space {
            let matrix = dict.get::<Array<'_>>("FontMatrix").and_then(|matrix| matrix.iter::<Number>().next());
            matrix.map_or(1.0, |scale| scale.as_f64() * 1_000.0)
        } else {
            1.0
        };
        if let Some(widths) = dict.get::<Array<'_>>("Widths") {
            for (code, width) in (first..).zip(widths.iter::<Number>()) {
                if !budget.entry() {
                    return;
                }
                self.widths.insert(u32::try_from(code).unwrap_or(0), width.as_f64() * scale);
            }
            let missing = dict.get::<Dict<'_>>("FontDescriptor").and_then(|about| about.get::<Number>("MissingWidth"));
            self.usual = missing.map_or(Usual::ByLetter, |width| Usual::Fixed(width.as_f64()));
        }
        let name = dict.get::<Name<'_>>("BaseFont");
        if self.widths.is_empty() && name.is_some_and(|name| name.windows(7).any(|part| part == b"Courier")) {
            self.usual = Usual::Fixed(600.0);
        }
    }

    /// `[1 [500 600] 10 20 700]`: widths from 1 on, and one for all from 10 to 20.
    fn wide_widths(&mut self, inner: &Dict<'_>, budget: &mut Budget) {
        self.usual = Usual::Fixed(inner.get::<Number>("DW").map_or(1_000.0, |width| width.as_f64()));
        let Some(widths) = inner.get::<Array<'_>>("W") else { return };
        let mut before: Vec<f64> = Vec::new();
        for item in widths.iter::<Object<'_>>() {
            match (item, before.as_slice()) {
                (Object::Array(list), [first]) => {
                    for (code, width) in (*first as u32..).zip(list.iter::<Number>()) {
                        if !budget.entry() {
                            return;
                        }
                        self.widths.insert(code, width.as_f64());
                    }
                    before.clear();
                }
                (Object::Number(width), [first, last]) => {
                    for code in *first as u32..=(*last as u32).min(0xffff) {
                        if !budget.entry() {
                            return;
                        }
                        self.widths.insert(code, width.as_f64());
                    }
                    before.clear();
                }
                (Object::Number(number), _) => before.push(number.as_f64()),
                _ => before.clear(),
            }
        }
    }

    /// The glyphs of a shown string.
    pub fn glyphs<'a>(&'a self, string: &'a [u8]) -> impl Iterator<Item = Glyph<'a>> {
        string.chunks(if self.wide { 2 } else { 1 }).map(move |code| {
            let number = code.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
            let known = self.table.get(number).or_else(|| self.letters.get(&number).map(String::as_str));
            let letters = known.unwrap_or(UNKNOWN);
            let width = self.widths.get(&number).copied().unwrap_or_else(|| self.usual.width(letters));
            Glyph { letters, width: width / 1_000.0, is_space: code == [b' '] }
        })
    }
}

impl Usual {
    fn width(self, letters: &str) -> f64 {
        match (self, letters.chars().next()) {
            (Self::Fixed(width), _) => width,
            (Self::ByLetter, Some('i' | 'j' | 'l' | 'I' | '.' | ',' | ';' | ':' | '\'' | '’' | '!' | '|')) => 250.0,
            (Self::ByLetter, Some(' ' | 'f' | 't' | '/')) => 278.0,
            (Self::ByLetter, Some('r' | '(' | ')' | '-' | '“' | '”')) => 333.0,
            (Self::ByLetter, Some('m' | 'M' | 'W' | '%' | '—')) => 850.0,
            (Self::ByLetter, Some('A'..='Z' | 'w')) => 690.0,
            (Self::ByLetter, _) => 520.0,
        }
    }
}

/// The encoding in the clear text of a Type 1 font: `dup 65 /A put`.
fn own_encoding(dict: &Dict<'_>, budget: &mut Budget) -> Vec<(u32, Vec<u8>)> {
    let about = dict.get::<Dict<'_>>("FontDescriptor");
    let Some(file) = about.and_then(|about| about.get::<Stream<'_>>("FontFile")) else { return Vec::new() };
    let bytes = budget.unpack(&file);
    let clear = bytes.windows(5).position(|part| part == b"eexec").unwrap_or(bytes.len().min(20_000));
    let Some(clear) = bytes.get(..clear) else { return Vec::new() };
    let words: Vec<&[u8]> =
        clear.split(|byte| byte.is_ascii_whitespace()).filter(|word| !word.is_empty()).take(20_000).collect();
    let entry = |part: &[&[u8]]| match part {
        [b"dup", code, name, b"put"] => {
            let code = std::str::from_utf8(code).ok()?.parse().ok()?;
            Some((code, name.strip_prefix(b"/")?.to_vec()))
        }
        _ => None,
    };
    words.windows(4).filter_map(entry).collect()
}
