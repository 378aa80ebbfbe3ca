//! Numbers of persons and accounts never reach the screen.

/// The fewest digits in a row that are taken for an account's number.
const ACCOUNT_DIGITS: usize = 7;

/// The text with Social Security and account numbers replaced by dots: nine digits as
/// `123-45-6789` or with spaces, seven or more in a row, and whatever number follows the
/// words that announce one.
#[must_use]
pub fn masked(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let mut shown = String::with_capacity(text.len());
    let mut at = 0;
    while at < letters.len() {
        let c = letters[at];
        let inside = at > 0 && (letters[at - 1].is_ascii_digit() || matches!(letters[at - 1], '$' | '.' | ','));
        if c.is_ascii_digit() && !inside {
            let end = number_end(&letters, at);
            let run: String = letters[at..end].iter().collect();
            if personal(&run) || (announced(&shown) && run.chars().filter(char::is_ascii_digit).count() > 3) {
                shown.push_str("•••");
            } else {
                shown.push_str(&run);
            }
            at = end;
        } else {
            shown.push(c);
            at += 1;
        }
    }
    shown
}

/// The end of a run of digits, which may be divided by one hyphen or space each; letters
/// between digits belong to an account's number.
fn number_end(letters: &[char], from: usize) -> usize {
    let digit = |at: usize| letters.get(at).is_some_and(char::is_ascii_digit);
    let mut end = from;
    while digit(end) || (letters.get(end).is_some_and(|c| matches!(c, '-' | ' ' | '–' | '‑')) && digit(end + 1)) {
        end += 1;
    }
    end
}

fn personal(run: &str) -> bool {
    let groups: Vec<&str> = run.split(|c: char| !c.is_ascii_digit()).collect();
    let lengths: Vec<usize> = groups.iter().map(|group| group.len()).collect();
    if groups.iter().any(|group| group.len() >= ACCOUNT_DIGITS) {
        return true;
    }
    // A phone number and a date are no one's secret.
    let known = matches!(lengths.as_slice(), [3, 3, 4] | [1, 3, 3, 4] | [4, 2, 2] | [2, 2, 4] | [3, 4]);
    lengths.windows(3).any(|three| three == [3, 2, 4])
        || (!known && run.contains('-') && lengths.iter().sum::<usize>() > ACCOUNT_DIGITS)
}

/// Whether the words before a number say that it is one of a person or an account.
fn announced(before: &str) -> bool {
    let tail: String =
        before.chars().rev().take(40).collect::<Vec<_>>().into_iter().rev().collect::<String>().to_ascii_lowercase();
    let tail = tail.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, ':' | '#' | '.'));
    [
        "account number",
        "account no",
        "acct",
        "account",
        "ssn",
        "social security number",
        "social security no",
        "employee id",
        "member id",
        "participant id",
    ]
    .iter()
    .any(|words| tail.ends_with(words))
}
