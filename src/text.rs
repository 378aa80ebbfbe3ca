//! What texts from elsewhere may hold: out of a link, a copy of the record, a CSV file; and
//! how a sentence repeats any text. What a person types into the page is kept to the letter.

/// Whether a letter is not seen, or turns the direction of reading, so that it could make
/// a text look like another. Joiners are not among them: the letters of some scripts
/// need them, and so do many pictures.
fn is_unseen(letter: char) -> bool {
    letter.is_control()
        || matches!(
            letter,
            '\u{ad}' | '\u{61c}' | '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}'
                | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}'
        )
}

/// Whether a text has no such letter and is no longer than this. Lines, where the text may
/// have several, end in letters that are not seen.
pub(crate) fn can_stand(text: &str, longest: usize, lines: bool) -> bool {
    let unseen = |letter: char| is_unseen(letter) && !(lines && matches!(letter, '\n' | '\r'));
    text.chars().count() <= longest && !text.contains(unseen)
}

/// A text with a blank for each such letter, none around it, and no longer than this.
pub(crate) fn cleaned(text: &str, longest: usize) -> String {
    let seen = text.chars().map(|letter| if is_unseen(letter) { ' ' } else { letter });
    seen.collect::<String>().trim().chars().take(longest).collect::<String>().trim_end().to_owned()
}
