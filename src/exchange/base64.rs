//! Bytes as letters that stand for themselves in an address: base64url without padding
//! (RFC 4648, section 5).
//!
//! It is our own although the framework of the page has `base64` 0.22 in its tree. Measured
//! in `copies`, the one module that needs it: 388,168 bytes with these lines, 396,888 with the
//! package (155,536 and 158,785 by gzip). There is no upkeep to save: the lines are held to the
//! RFC's examples by a test and do not change, and the package would be one more to watch
//! for advisories where texts from anybody are opened.

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// The letters for some bytes: four for every three.
pub(super) fn encoded(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_u32, |bits, place| bits << 8 | u32::from(three.get(place).copied().unwrap_or(0)));
        let digits = [18, 12, 6, 0].map(|shift| bits >> shift & 63).into_iter().take(three.len() + 1);
        text.extend(digits.filter_map(|digit| DIGITS.get(digit as usize)).map(|digit| char::from(*digit)));
    }
    text
}

/// The bytes that some letters stand for; none if no bytes give just these letters.
pub(super) fn decoded(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() / 4 * 3 + 2);
    for four in text.as_bytes().chunks(4) {
        let bits = (0..4).try_fold(0_u32, |bits, place| {
            let digit = four.get(place).map_or(Some(0), |letter| value(*letter));
            digit.map(|digit| bits << 6 | digit)
        })?;
        // One letter has too few bits for a byte, and what is left over has none set.
        let [_, three @ ..] = bits.to_be_bytes();
        let (whole, rest) = three.split_at_checked(four.len().checked_sub(1).filter(|count| *count > 0)?)?;
        if rest.iter().any(|byte| *byte != 0) {
            return None;
        }
        bytes.extend_from_slice(whole);
    }
    Some(bytes)
}

fn value(letter: u8) -> Option<u32> {
    let value = match letter {
        b'A'..=b'Z' => letter - b'A',
        b'a'..=b'z' => letter - b'a' + 26,
        b'0'..=b'9' => letter - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(value.into())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_the_rfc_hold_both_ways() {
        for (bytes, text) in [
            ("", ""),
            ("f", "Zg"),
            ("fo", "Zm8"),
            ("foo", "Zm9v"),
            ("foob", "Zm9vYg"),
            ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
            ("\u{3ff}\u{3fe}", "z7_Pvg"),
        ] {
            assert_eq!(encoded(bytes.as_bytes()), text);
            assert_eq!(decoded(text).as_deref(), Some(bytes.as_bytes()));
        }
    }

    #[test]
    fn no_two_texts_stand_for_the_same_bytes() {
        for text in ["Z", "Zg==", "Zh", "Zm9", "Zm9vZ", "Zm9v\n", "Zm+v", "Zm/v", "Zg\u{e9}", "AAAB\u{0}AAA"] {
            assert_eq!(decoded(text), None, "{text:?}");
        }
        let all: Vec<u8> = (0..=255).collect();
        for length in 0..=all.len() {
            let bytes = all.get(..length).unwrap_or_default();
            assert_eq!(decoded(&encoded(bytes)).as_deref(), Some(bytes));
        }
    }
}
