//! The text layer of a PDF: its letters in lines, pages and paragraphs.
//!
//! Whatever the bytes are, reading ends: pages, operators, letters and tables are counted,
//! and what is packed so densely that it can only be a trap is not unpacked.

mod budget;
mod cmap;
pub(super) mod content;
mod encoding;
mod font;
mod layout;

use hayro_syntax::{DecryptionError, LoadPdfError, Pdf};

use super::tax_form::{self, Boxed};
use budget::Budget;

/// The most pages that are read.
const MOST_PAGES: usize = 1_000;

/// The most pages whose rows are read: a pay stub has few.
const MOST_PAGES_OF_ROWS: usize = 4;

/// Why a PDF gave no text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// It opens only with its password.
    Locked,
    /// It is damaged, or locked in a way that is not known.
    Damaged,
}

/// The text of a PDF.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Text {
    /// Its lines; a form feed parts the pages, and an empty line the paragraphs.
    pub text: String,
    /// The rows of its first pages: all that stands at one height, from left to right.
    pub rows: String,
    /// How many pages it has.
    pub pages: usize,
    /// How many of them have no letters, as pictures of pages have none.
    pub without_text: usize,
    /// Whether it has more than was read.
    pub cut: bool,
    /// What stands in the boxes of a Form 1099-R, if it is one.
    pub boxes: Vec<Boxed>,
    /// Whether it holds another such form, with other values.
    pub more_forms: bool,
}

/// Reads the text of a PDF.
///
/// # Errors
/// [`Unread`] says why there is none.
pub fn text(bytes: &[u8], password: &str) -> Result<Text, Unread> {
    let pdf = Pdf::new_with_password(bytes.to_vec(), password).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected) => Unread::Locked,
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Unread::Damaged,
    })?;
    let mut budget = Budget::new();
    let mut fonts = font::Fonts::default();
    let pages = pdf.pages();
    let mut read = Text {
        text: String::new(),
        rows: String::new(),
        pages: pages.len(),
        without_text: 0,
        cut: pages.len() > MOST_PAGES,
        boxes: Vec::new(),
        more_forms: false,
    };
    for (place, page) in pages.iter().take(MOST_PAGES).enumerate() {
        if place > 0 {
            read.text.push('\u{c}');
        }
        let runs = content::runs(page, &mut fonts, &mut budget);
        let boxes = tax_form::boxes(&runs, place + 1);
        if read.boxes.is_empty() {
            read.boxes = boxes;
        } else {
            let other =
                |one: &Boxed| read.boxes.iter().all(|first| (&first.field, &first.value) != (&one.field, &one.value));
            read.more_forms |= boxes.iter().any(other);
        }
        let lines = layout::lines(&runs);
        read.without_text += usize::from(lines.trim().is_empty());
        read.text.push_str(&lines);
        if place < MOST_PAGES_OF_ROWS {
            read.rows.push_str(&layout::rows(&runs));
            read.rows.push('\u{c}');
        }
    }
    read.cut |= budget.is_spent();
    Ok(read)
}
