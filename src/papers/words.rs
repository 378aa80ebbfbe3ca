//! A sentence as words that rules can be written on: small letters, numbers with their
//! value, and one sign for each of the many ways to say the same thing.

/// A word, or a sign that stands for several.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Word {
    /// What it is: a word in small letters without its plural, or a sign in capitals.
    pub is: String,
    /// Its number: percent in ten-thousandths (`#%`), dollars in cents (`#$`), and plain (`#`).
    pub number: Option<u64>,
}

impl Word {
    fn new(is: &str) -> Self {
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

fn replaced(mut words: Vec<Word>, pattern: &str, sign: &str) -> Vec<Word> {
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

/// Ways to say one thing, from the first to the last.
const SIGNS: &[(&str, &str)] = &[
    // What is no negation.
    ("not|no more|greater|higher|larger than", "UPTO"),
    ("no|not later than", "BY"),
    ("no|not less|fewer|lower than", "ATLEAST"),
    ("at least", "ATLEAST"),
    ("whether or not", "WHETHER"),
    ("not only", "ALSO"),
    ("may|can|shall|will|must|do|should not exceed", "UPTO"),
    ("not to|exceeding exceed", "UPTO"),
    ("not exceeding", "UPTO"),
    ("not in excess of", "UPTO"),
    ("up to", "UPTO"),
    ("?a ?the maximum of", "UPTO"),
    ("as much|high as", "UPTO"),
    ("limited to", "UPTO"),
    ("no|without ?a|any charge|fee|cost", "NOFEE"),
    ("free of charge", "NOFEE"),
    ("no minimum|maximum", "NOBOUND"),
    ("not subject to", "NOTSUBJECT"),
    ("not taxed|taxable", "NOTTAXED"),
    (", if any", "IFANY"),
    ("whether you contribute|participate|save|defer or not", "WHETHER"),
    ("participant|member who BE ?an ?active|eligible employee", "participant"),
    // Out of the ordinary.
    ("other than", "EXCEPT"),
    ("with the exception of", "EXCEPT"),
    ("except ?for", "EXCEPT"),
    ("excluding", "EXCEPT"),
    ("apart|aside from", "EXCEPT"),
    ("highly compensated|paid ?employee|participant|associate", "HCE"),
    ("hce", "HCE"),
    // May, and may not.
    ("could|can|may not otherwise", "NOTOTHERWISE"),
    ("may|can|shall|will not ?also be able|allowed|permitted|eligible to", "NOTCAN"),
    ("BE not ?currently ?also able|allowed|permitted|eligible to", "NOTCAN"),
    ("BE unable|ineligible to", "NOTCAN"),
    ("BE prohibited|barred|precluded from", "NOTCAN"),
    ("do not have the ?option|right|ability|opportunity to", "NOTCAN"),
    ("may|can not|never|neither", "NOTCAN"),
    ("may|can no longer", "NOTCAN"),
    ("shall|must not", "NOTCAN"),
    ("will|shall ?also be able|allowed|permitted|eligible to", "CAN"),
    ("BE ?also able|allowed|permitted|eligible|entitled|free to", "CAN"),
    ("?will have|has the option|right|ability|opportunity to|of", "CAN"),
    ("may|can ?also ?then ?now ?still", "CAN"),
    ("could", "COULD"),
    // Ways to Roth.
    ("roth ira", "RIRA"),
    ("roth individual retirement account|annuity", "RIRA"),
    ("?automatic|automated in plan ?roth|ROTH conversion|rollover|transfer", "IPC"),
    ("roth|ROTH in plan conversion|rollover|transfer", "IPC"),
    ("intra plan ?roth|ROTH conversion|rollover|transfer", "IPC"),
    ("in plan convert|conversion to roth|ROTH", "IPC"),
    ("roth|ROTH conversion ?within|inside|in ?the ?plan", "IPC"),
    ("in service ?non ?hardship withdrawal|distribution", "ISW"),
];

/// Finds what kind of money a sentence speaks of: `AT` is after-tax money, `ROTH` are Roth
/// deferrals, whatever they are called, `PRETAX` is money before tax, and `aftertax` a basis
/// that may be either.
fn kinds_of_money(words: Vec<Word>) -> Vec<Word> {
    let mut words = replaced(words, "after|post tax", "aftertax");
    for (pattern, sign) in MONEY {
        words = replaced(words, pattern, sign);
    }
    words
}

const MONEY: &[(&str, &str)] = &[
    ("aftertax|posttax", "aftertax"),
    ("before|pre tax ?elective|401k|salary ?contribution|deferral|saving|basis", "PRETAX"),
    ("pretax ?elective|401k ?contribution|deferral|saving|basis", "PRETAX"),
    ("traditional contribution|deferral|401k", "PRETAX"),
    // After-tax for Roth, in whatever order.
    ("aftertax ( roth ?401k ) ?elective ?contribution|deferral|saving|basis|401k", "ROTH"),
    ("roth ?401k ( aftertax ) ?elective ?contribution|deferral|saving|basis|401k", "ROTH"),
    ("roth ?401k , aftertax contribution|deferral|saving|basis", "ROTH"),
    ("aftertax roth ?401k|elective ?contribution|deferral|saving|basis|option", "ROTH"),
    ("roth ?401k|elective aftertax ?elective ?contribution|deferral|saving|basis|option|account", "ROTH"),
    // After-tax that is not Roth.
    (
        "non|not roth ?voluntary|traditional|regular|employee|401k aftertax ?voluntary|employee|401k|participant ?contribution|saving|money|amount|account|balance|source|basis|deferral",
        "AT",
    ),
    ("aftertax ( non roth ) ?employee|voluntary ?contribution|saving|money|amount|account|balance|source|basis", "AT"),
    ("aftertax non roth ?contribution|saving|money|amount|account|basis", "AT"),
    (
        "traditional|regular|voluntary|supplemental|supplementary|unmatched aftertax ?voluntary|employee|401k ?contribution|saving|money|amount|account|balance|source|basis|election|deferral|sub ?account|subaccount",
        "AT",
    ),
    (
        "?employee|participant|member|additional|matched|unmatched aftertax ?employee|voluntary|401k|participant|member|payroll ?payroll contribution|saving|money|amount|account|balance|source|election|dollar|deposit|subaccount|portion|asset|fund|401k|percent ?sub|source|rate ?account|subaccount|balance|source|portion|money",
        "AT",
    ),
    // Roth deferrals.
    ("designated roth ?elective|401k ?contribution|deferral", "ROTH"),
    (
        "roth elective|401k|403b|salary|employee|saving|basic|after ?elective|saving|employee ?contribution|deferral|option|saving|feature|basis ?deferral",
        "ROTH",
    ),
    ("roth contribution|deferral|saving|basis|option|money", "ROTH"),
    ("before|pre tax", "PRETAX"),
    ("pretax", "PRETAX"),
];
