//! A sentence as words that rules can be written on: small letters, numbers with their
//! value, and one sign for each of the many ways to say the same thing.

use super::pattern::replaced;
use super::signs::{SIGNS, kinds_of_money};

/// A word, or a sign that stands for several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What it is: a word in small letters without its plural, or a sign in capitals.
    pub is: String,
    /// Its number: percent in ten-thousandths (`#%`), dollars in cents (`#$`), and plain (`#`).
    pub number: Option<u64>,
}

impl Word {
    /// A word without a number.
    #[must_use]
    pub fn new(is: &str) -> Self {
        Self { is: is.to_owned(), number: None }
    }
}

/// The words of a sentence, with all signs put in.
#[must_use]
pub fn words(sentence: &str) -> Vec<Word> {
    let mut words = kinds_of_money(plain(sentence));
    for (pattern, sign) in SIGNS {
        words = replaced(words, pattern, sign);
    }
    words
}

/// The words alone.
fn plain(sentence: &str) -> Vec<Word> {
    let text = sentence
        .to_ascii_lowercase()
        .replace("401(k)", "401k")
        .replace("403(b)", "403b")
        .replace("401(a)", "401a")
        .replace("59 ½", "59½")
        .replace("59 1/2", "59½")
        .replace("59-1/2", "59½")
        .replace("1/10", "one tenth")
        .replace(['’', '‘'], "'")
        .replace("can't", "can not")
        .replace("cannot", "can not")
        .replace("won't", "will not")
        .replace("n't", " not")
        .replace("'s", "")
        .replace("per cent ", "percent ")
        .replace("cent(s)", "cents");
    let letters: Vec<char> = text.chars().collect();
    let mut words = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let c = letters[at];
        let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
        if c.is_ascii_digit()
            || (matches!(c, '$' | '.') && digit(at + 1))
            || (c == '$' && letters.get(at + 1) == Some(&'.') && digit(at + 2))
        {
            at = number(&letters, at, &mut words);
        } else if c.is_alphabetic() {
            let from = at;
            while letters.get(at).is_some_and(|c| c.is_alphanumeric() || *c == '½') {
                at += 1;
            }
            let word: String = letters[from..at].iter().collect();
            push(&word, &mut words);
        } else {
            match c {
                '%' | '¢' => sign_number(&mut words, c),
                ',' | ';' | ':' | '(' | ')' | '?' | '—' => words.push(Word::new(&c.to_string())),
                '–' => words.push(Word::new("—")),
                '.' if at + 1 < letters.len() => words.push(Word::new(".")),
                '/' => words.push(Word::new("/")),
                '☐' | '□' | '☒' | '☑' | '_' => words.push(Word::new("BLANK")),
                _ => {}
            }
            at += 1;
        }
    }
    // Two hyphens with spaces are a dash; others are gone.
    words
}

/// Puts a word in, as its singular, or as the number that it names.
fn push(word: &str, words: &mut Vec<Word>) {
    let number = match word {
        "zero" => 0,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "four" => 4,
        "five" => 5,
        "six" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        "fifteen" => 15,
        "twenty" => 20,
        "thirty" => 30,
        "fifty" => 50,
        "percent" | "pct" | "percentage" | "percentages" => {
            let number = words.last().is_some_and(|last| last.is == "#");
            if number {
                sign_number(words, '%');
            } else {
                words.push(Word::new("percent"));
            }
            return;
        }
        "cents" => {
            sign_number(words, '¢');
            return;
        }
        "dollars" if words.last().is_some_and(|last| last.is == "#") => {
            if let Some(last) = words.last_mut() {
                last.is = "#$".to_owned();
                last.number = last.number.map(|n| n.saturating_mul(100));
            }
            return;
        }
        _ => {
            words.push(Word::new(&singular(word)));
            return;
        }
    };
    words.push(Word { is: "#".to_owned(), number: Some(number) });
}

fn singular(word: &str) -> String {
    if word.len() <= 3
        || !word.is_ascii()
        || word.ends_with("ss")
        || word.ends_with("us")
        || word.ends_with("is")
        || word == "always"
    {
        return word.to_owned();
    }
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    for end in ["sses", "ches", "shes", "xes", "uses"] {
        if word.ends_with(end) && word.len() > 5 {
            return word[..word.len() - 2].to_owned();
        }
    }
    if word == "does" {
        return "do".to_owned();
    }
    word.strip_suffix('s').unwrap_or(word).to_owned()
}

/// Makes the number before it one of percent or cents.
fn sign_number(words: &mut Vec<Word>, sign: char) {
    match words.last_mut() {
        Some(last) if last.is == "#" => {
            // A plain number is held in ten-thousandths where it had a point.
            let whole = last.number.unwrap_or(0);
            if sign == '%' {
                last.is = "#%".to_owned();
                last.number = Some(whole.saturating_mul(100));
            } else {
                last.is = "#$".to_owned();
                last.number = Some(whole);
            }
        }
        Some(last) if last.is == "#." && sign == '%' => last.is = "#%".to_owned(),
        _ => words.push(Word::new("percent")),
    }
}

/// Reads a number from here on, and puts it in.
fn number(letters: &[char], from: usize, words: &mut Vec<Word>) -> usize {
    let dollars = letters[from] == '$';
    let mut at = from + usize::from(dollars);
    let (mut whole, mut part, mut places) = (0_u64, 0_u64, None);
    while let Some(&c) = letters.get(at) {
        let next = letters.get(at + 1).is_some_and(char::is_ascii_digit);
        if let Some(digit) = c.to_digit(10) {
            match places {
                None => whole = whole.saturating_mul(10).saturating_add(digit.into()),
                Some(2) => {}
                Some(count) => {
                    part = part * 10 + u64::from(digit);
                    places = Some(count + 1);
                }
            }
        } else if c == ',' && next && letters.get(at + 3).is_some_and(char::is_ascii_digit) && places.is_none() {
            // Thousands.
        } else if c == '.' && next && places.is_none() {
            places = Some(0_u8);
        } else {
            break;
        }
        at += 1;
    }
    let hundredths = whole.saturating_mul(100).saturating_add(if places == Some(1) { part * 10 } else { part });
    let mut is = "#";
    if letters.get(at) == Some(&'½') {
        words.push(Word::new(&format!("{whole}½")));
        return at + 1;
    }
    // `401k`, `1st`, `457b`
    if letters.get(at).is_some_and(|c| c.is_alphabetic()) && !dollars {
        let mut word = whole.to_string();
        while let Some(c) = letters.get(at).filter(|c| c.is_alphanumeric()) {
            word.push(*c);
            at += 1;
        }
        words.push(Word::new(&word));
        return at;
    }
    let number = if dollars {
        is = "#$";
        hundredths
    } else if places.is_some() {
        is = "#.";
        hundredths
    } else {
        whole
    };
    words.push(Word { is: is.to_owned(), number: Some(number) });
    at
}
