//! Tables from codes to letters, as a font’s `ToUnicode` has them.

use std::collections::HashMap;

use super::budget::Budget;

/// The most letters of one code.
const MOST_OF_A_CODE: usize = 16;

/// Codes and their letters.
#[derive(Debug, Default)]
pub struct CMap {
    letters: HashMap<u32, String>,
    /// How many bytes a code has, where the table says so.
    pub bytes: Option<usize>,
}

/// A piece of a table’s text.
enum Token {
    /// `<0041>`: its bytes.
    Code(Vec<u8>),
    /// `[` or `]`.
    Bracket(bool),
    /// Anything else.
    Word(Vec<u8>),
}

impl CMap {
    /// Reads a table.
    pub fn of(text: &[u8], budget: &mut Budget) -> Self {
        let mut map = Self::default();
        let mut codes: Vec<Vec<u8>> = Vec::new();
        let mut list: Option<Vec<Vec<u8>>> = None;
        let mut section = Section::None;
        let mut at = 0;
        while let Some(token) = token(text, &mut at) {
            match (token, section) {
                (Token::Word(word), _) => {
                    section = match word.as_slice() {
                        b"begincodespacerange" => Section::Space,
                        b"beginbfchar" => Section::Chars,
                        b"beginbfrange" => Section::Ranges,
                        _ => Section::None,
                    };
                    codes.clear();
                    list = None;
                }
                (Token::Bracket(true), Section::Ranges) => list = Some(Vec::new()),
                (Token::Bracket(false), Section::Ranges) => {
                    if let (Some(list), [from, to]) = (list.take(), codes.as_slice()) {
                        let (from, to) = (number(from), number(to));
                        for (code, letters) in (from..=to).zip(list) {
                            if !map.put(code, text_of(&letters), budget) {
                                return map;
                            }
                        }
                    }
                    codes.clear();
                }
                (Token::Code(code), section) => {
                    if let Some(list) = &mut list {
                        list.push(code);
                        continue;
                    }
                    codes.push(code);
                    let full = match (section, codes.as_slice()) {
                        (Section::Space, [from, _]) => {
                            map.bytes = map.bytes.max(Some(from.len()));
                            true
                        }
                        (Section::Chars, [code, letters]) => {
                            if !map.put(number(code), text_of(letters), budget) {
                                return map;
                            }
                            true
                        }
                        (Section::Ranges, [from, to, first]) => {
                            if !map.range(number(from), number(to), first, budget) {
                                return map;
                            }
                            true
                        }
                        (Section::None, _) => true,
                        _ => false,
                    };
                    if full {
                        codes.clear();
                    }
                }
                _ => {}
            }
        }
        map
    }

    /// The letters of a code.
    pub fn get(&self, code: u32) -> Option<&str> {
        self.letters.get(&code).map(String::as_str)
    }

    fn put(&mut self, code: u32, letters: String, budget: &mut Budget) -> bool {
        if !budget.entry() {
            return false;
        }
        self.letters.insert(code, letters);
        true
    }

    fn range(&mut self, from: u32, to: u32, first: &[u8], budget: &mut Budget) -> bool {
        for step in 0..=to.saturating_sub(from).min(0xffff) {
            let mut letters = first.to_vec();
            // Only the last two bytes count on.
            if let [.., high, low] = letters.as_mut_slice() {
                let value = (u32::from(*high) << 8 | u32::from(*low)) + step;
                (*high, *low) = ((value >> 8) as u8, value as u8);
            } else if let Some(low) = letters.last_mut() {
                *low = low.wrapping_add(step as u8);
            }
            if !self.put(from.saturating_add(step), text_of(&letters), budget) {
                return false;
            }
        }
        true
    }
}

#[derive(Clone, Copy)]
enum Section {
    None,
    Space,
    Chars,
    Ranges,
}

/// A code as a number.
fn number(code: &[u8]) -> u32 {
    code.iter().fold(0_u32, |number, byte| number << 8 | u32::from(*byte))
}

/// Letters in UTF-16.
fn text_of(bytes: &[u8]) -> String {
    if let [one] = bytes {
        return char::from(*one).to_string();
    }
    let units = bytes.chunks_exact(2).take(MOST_OF_A_CODE);
    let units: Vec<u16> = units.map(|unit| unit.iter().fold(0, |value, byte| value << 8 | u16::from(*byte))).collect();
    String::from_utf16_lossy(&units)
}

fn token(text: &[u8], at: &mut usize) -> Option<Token> {
    loop {
        let byte = *text.get(*at)?;
        *at += 1;
        match byte {
            b'%' => *at += text[*at..].iter().take_while(|byte| !matches!(byte, b'\n' | b'\r')).count(),
            b'[' => return Some(Token::Bracket(true)),
            b']' => return Some(Token::Bracket(false)),
            b'<' if text.get(*at) == Some(&b'<') => *at += 1,
            b'<' => {
                let inside: Vec<u8> = text[*at..].iter().copied().take_while(|byte| *byte != b'>').collect();
                *at += inside.len() + 1;
                let digits: Vec<u8> =
                    inside.iter().filter_map(|byte| char::from(*byte).to_digit(16)).map(|digit| digit as u8).collect();
                let code =
                    digits.chunks(2).map(|pair| pair.iter().fold(0, |value, digit| value << 4 | digit)).collect();
                return Some(Token::Code(code));
            }
            byte if byte.is_ascii_alphabetic() => {
                let rest = text[*at..].iter().copied().take_while(u8::is_ascii_alphanumeric);
                let word: Vec<u8> = std::iter::once(byte).chain(rest).collect();
                *at += word.len() - 1;
                return Some(Token::Word(word));
            }
            _ => {}
        }
    }
}
