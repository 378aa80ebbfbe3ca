//! Patterns of words: where one stands in a sentence, and a sign put in its place.

use super::words::Word;

/// Whether an element of a pattern is this word. Capitals name a class or a sign.
fn is(element: &str, word: &str) -> bool {
    element.split('|').any(|one| {
        one == word
            || match one {
                "YOU" => matches!(
                    word,
                    "you"
                        | "participant"
                        | "member"
                        | "employee"
                        | "associate"
                        | "colleague"
                        | "everyone"
                        | "anyone"
                        | "one"
                        | "teammate"
                ),
                "PLAN" => matches!(
                    word,
                    "plan" | "company" | "employer" | "we" | "program" | "firm" | "university" | "corporation" | "it"
                ),
                "BE" => matches!(word, "is" | "are" | "be" | "am" | "being" | "been"),
                "WAS" => matches!(word, "was" | "were"),
                "OKAY" => matches!(
                    word,
                    "permitted"
                        | "allowed"
                        | "available"
                        | "accepted"
                        | "offered"
                        | "authorized"
                        | "authorised"
                        | "possible"
                        | "supported"
                ),
                "GRANT" => matches!(
                    word,
                    "accept"
                        | "permit"
                        | "allow"
                        | "offer"
                        | "provide"
                        | "include"
                        | "support"
                        | "feature"
                        | "have"
                        | "has"
                        | "let"
                ),
                "GIVE" => {
                    matches!(
                        word,
                        "make"
                            | "contribute"
                            | "elect"
                            | "save"
                            | "defer"
                            | "authorize"
                            | "put"
                            | "designate"
                            | "choose"
                            | "invest"
                            | "add"
                            | "made"
                            | "contributed"
                            | "elected"
                            | "saved"
                            | "deferred"
                            | "give"
                            | "direct"
                            | "begin"
                            | "start"
                            | "go"
                            | "participate"
                    )
                }
                "PAY" => matches!(word, "pay" | "compensation" | "salary" | "earning" | "wage"),
                "EACH" => matches!(word, "each" | "per" | "every" | "a" | "any" | "the" | "in" | "during"),
                "YEAR" => matches!(word, "year" | "annually" | "yearly"),
                "MATCH" => matches!(word, "match" | "matched" | "matching"),
                "OUT" => matches!(
                    word,
                    "withdraw" | "withdrawn" | "withdrawal" | "distribution" | "withdrawing" | "distributed" | "ISW"
                ),
                "TURN" => matches!(
                    word,
                    "convert"
                        | "converted"
                        | "converting"
                        | "conversion"
                        | "rollover"
                        | "roll"
                        | "transfer"
                        | "transferred"
                        | "move"
                        | "rolled"
                ),
                _ => false,
            }
    })
}

/// The end of a pattern that begins at a word; none where it does not fit. Elements are
/// divided by spaces: `a|b` is either, `?a` may be missing, `*3` is up to three words.
#[must_use]
pub fn fits(pattern: &[&str], words: &[Word], at: usize) -> Option<usize> {
    let Some((element, rest)) = pattern.split_first() else { return Some(at) };
    if let Some(most) = element.strip_prefix('*').and_then(|most| most.parse::<usize>().ok()) {
        return (0..=most).filter(|skip| at + skip <= words.len()).find_map(|skip| fits(rest, words, at + skip));
    }
    if let Some(optional) = element.strip_prefix('?') {
        let with = words.get(at).filter(|word| is(optional, &word.is)).and_then(|_| fits(rest, words, at + 1));
        return with.or_else(|| fits(rest, words, at));
    }
    words.get(at).filter(|word| is(element, &word.is)).and_then(|_| fits(rest, words, at + 1))
}

/// Where a pattern stands first: its first word and the one after its last.
#[must_use]
pub fn find(words: &[Word], pattern: &str) -> Option<(usize, usize)> {
    let elements: Vec<&str> = pattern.split(' ').collect();
    (0..words.len()).find_map(|at| fits(&elements, words, at).map(|end| (at, end)))
}

/// Whether any of the patterns stands in the words.
#[must_use]
pub fn any(words: &[Word], patterns: &[&str]) -> bool {
    patterns.iter().any(|pattern| find(words, pattern).is_some())
}

/// The words with a sign wherever a pattern stood.
#[must_use]
pub fn replaced(mut words: Vec<Word>, pattern: &str, sign: &str) -> Vec<Word> {
    let elements: Vec<&str> = pattern.split(' ').collect();
    let mut at = 0;
    while at < words.len() {
        if let Some(end) = fits(&elements, &words, at).filter(|end| *end > at) {
            words.splice(at..end, [Word::new(sign)]);
        }
        at += 1;
    }
    words
}
