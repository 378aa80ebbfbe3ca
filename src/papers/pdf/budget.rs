//! How much work a file may cause.

use hayro_syntax::Filter;
use hayro_syntax::object::Stream;

/// The most bytes of a stream as it lies in the file. They unpack to a thousand times as many
/// at worst; a page of text has some ten thousand.
const MOST_PACKED: usize = 200_000;
/// The same of a stream that is not packed.
const MOST_PLAIN: usize = 8_000_000;
/// The most bytes that are unpacked in all.
const MOST_UNPACKED: usize = 250_000_000;
/// The most operators.
const MOST_OPERATORS: usize = 8_000_000;
/// The most letters.
const MOST_LETTERS: usize = 1_500_000;
/// The most entries of tables that fonts have.
const MOST_ENTRIES: usize = 2_000_000;

/// What is left of each.
pub struct Budget {
    unpacked: usize,
    operators: usize,
    letters: usize,
    entries: usize,
    spent: bool,
}

impl Budget {
    /// All of it.
    pub fn new() -> Self {
        Self {
            unpacked: MOST_UNPACKED,
            operators: MOST_OPERATORS,
            letters: MOST_LETTERS,
            entries: MOST_ENTRIES,
            spent: false,
        }
    }

    /// Whether something was left out for want of it.
    pub fn is_spent(&self) -> bool {
        self.spent
    }

    /// Takes an operator.
    pub fn operator(&mut self) -> bool {
        let left = take(&mut self.operators, 1);
        self.spent |= !left;
        left
    }

    /// Takes some letters.
    pub fn letters(&mut self, count: usize) -> bool {
        let left = take(&mut self.letters, count);
        self.spent |= !left;
        left
    }

    /// Takes an entry of a font's table.
    pub fn entry(&mut self) -> bool {
        let left = take(&mut self.entries, 1);
        self.spent |= !left;
        left
    }

    /// What is in a stream; nothing if it is too much.
    pub fn unpack(&mut self, stream: &Stream<'_>) -> Vec<u8> {
        let packed = stream.raw_data().len();
        let filters = stream.filters();
        let dense =
            |filter: &&Filter| matches!(filter, Filter::FlateDecode | Filter::LzwDecode | Filter::RunLengthDecode);
        let layers = filters.iter().filter(dense).count();
        let most = if layers == 0 { MOST_PLAIN } else { MOST_PACKED };
        if packed > most || layers > 1 || filters.len() > 3 || self.unpacked == 0 {
            self.spent = true;
            return Vec::new();
        }
        let unpacked = stream.decoded_data().map(std::borrow::Cow::into_owned).unwrap_or_default();
        self.unpacked = self.unpacked.saturating_sub(unpacked.len());
        unpacked
    }
}

fn take(left: &mut usize, count: usize) -> bool {
    let enough = *left >= count;
    *left = left.saturating_sub(count);
    enough
}
