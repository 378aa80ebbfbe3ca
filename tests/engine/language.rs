//! Everything that can reach a page is plain American English. The words and turns that are
//! kept out here are those that crept in before, and that no native speaker would write.

use planner::worksheets::Worksheet;

use crate::support::texts::{self, Text};

/// A habit, and where the same words are right: inside one of these.
type Habit = (&'static [&'static str], &'static [&'static str]);

/// `{}` stands for any figure or name that is put in.
const HABITS: [Habit; 13] = [
    (
        &["of it"],
        &[
            "all of it",
            "any of it",
            "some of it",
            "none of it",
            "most of it",
            "much of it",
            "part of it",
            "{} of it",
            "because of it",
            "of it was",
        ],
    ),
    (&["of yours", "of mine", "of theirs"], &[]),
    (&["by your answers", "by the other answers", "by your ledger", "by the ledger", "by your figures"], &[]),
    (&["stand", "stands", "stood", "standing"], &["as things stand", "where you stand"]),
    (&["reckon", "reckons", "reckoned", "reckoning"], &[]),
    // For “accept” or “offer”.
    (
        &[
            "plan takes",
            "plan take",
            "plans take",
            "take deferrals",
            "takes deferrals",
            "takes no deferrals",
            "take after tax",
            "takes after tax",
            "take voluntary",
            "takes voluntary",
            "takes pre tax",
            "takes roth",
            "takes employer",
            "takes only",
            "takes no other",
            "takes up to",
            "takes at most",
            "takes along",
        ],
        // Out of pay, or out of an account, it is the word.
        &["plan takes nothing from", "plan takes it out"],
    ),
    // For “contribute”.
    (
        &["put in", "puts in", "putting in", "put into", "puts into"],
        &["put into a roth ira", "put into a traditional ira", "put into an ira"],
    ),
    // As nouns.
    (&["the least", "your least", "its least"], &["the least tax"]),
    (&["the most", "your most", "its most"], &[]),
    (&["apart"], &[]),
    (&["on its account", "on their account"], &[]),
    (&["beside", "besides"], &[]),
    (&["anew", "its place of", "the place of"], &["the place of the word"]),
];

/// Sentences that experience.md found and replaced, or the part of them that gives them away.
const REPLACED: [&str; 27] = [
    "Does my plan allow it?",
    "needs two things of",
    "comes with the first thing you enter",
    "may you put in more once",
    "Money from taxed pay",
    "By itself, with each",
    "Every second week",
    "How payroll takes",
    "Days that a change needs",
    "once they are full",
    "When is it reckoned",
    "Most match a year",
    "All hangs on",
    "before you know that it can get out",
    "This way is closed",
    "Words to send",
    "How does it stand to",
    "Another owner",
    "Your least take-home",
    "Ways to spread it",
    "paycheck that gives",
    "Empty: by",
    "of the nearest year are taken over",
    "accounted for apart",
    "at once · Leave them",
    "See to this",
    "Licences of",
];

/// How British words begin, where American ones are spelled in another way.
const BRITISH: [&str; 43] = [
    "analyse",
    "authoris",
    "behaviour",
    "cancelled",
    "cancelling",
    "catalogue",
    "categoris",
    "centre",
    "cheque",
    "colour",
    "customis",
    "defence",
    "emphasise",
    "enrolment",
    "favour",
    "finalis",
    "fulfil ",
    "grey",
    "harbour",
    "honour",
    "instalment",
    "itemis",
    "judgement",
    "labelled",
    "labour",
    "learnt",
    "licence",
    "maximis",
    "minimis",
    "modell",
    "neighbour",
    "offence",
    "optimis",
    "organis",
    "practise",
    "programme",
    "realis",
    "recognis",
    "spelt",
    "summaris",
    "totalled",
    "towards",
    "whilst",
];

/// The words of a text in small letters; what is put into it is `{}`.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    let mut depth = 0_usize;
    for letter in text.chars() {
        match letter {
            '{' => {
                if depth == 0 && !word.is_empty() {
                    words.push(std::mem::take(&mut word));
                }
                depth += 1;
            }
            '}' => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    words.push("{}".to_owned());
                }
            }
            _ if depth > 0 => {}
            _ if letter.is_alphanumeric() => word.extend(letter.to_lowercase()),
            // “Don’t” is one word, and “after-tax” two.
            '’' | '\'' => {}
            _ if !word.is_empty() => words.push(std::mem::take(&mut word)),
            _ => {}
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

/// Where these words come in a row.
fn places(words: &[String], phrase: &str) -> Vec<usize> {
    let phrase: Vec<&str> = phrase.split(' ').collect();
    words.windows(phrase.len()).enumerate().filter(|(_, found)| *found == phrase).map(|(place, _)| place).collect()
}

/// The habits in a text.
fn habits(text: &str) -> Vec<&'static str> {
    let words = words(text);
    let mut found = Vec::new();
    for (phrases, allowed) in &HABITS {
        let free: Vec<(usize, usize)> = allowed
            .iter()
            .flat_map(|allowed| {
                let length = allowed.split(' ').count();
                places(&words, allowed).into_iter().map(move |place| (place, place + length))
            })
            .collect();
        for phrase in *phrases {
            let length = phrase.split(' ').count();
            let is_free = |place: usize| free.iter().any(|(start, end)| *start <= place && place + length <= *end);
            if places(&words, phrase).into_iter().any(|place| !is_free(place)) {
                found.push(*phrase);
            }
        }
    }
    found.extend(REPLACED.iter().filter(|replaced| text.contains(*replaced)));
    let small = format!("{} ", words.join(" "));
    found.extend(BRITISH.iter().filter(|start| small.starts_with(*start) || small.contains(&format!(" {start}"))));
    found
}

/// Whether a text is one that a person reads, and not a name, a selector or a piece of markup.
fn is_prose(text: &str) -> bool {
    let letters = text.chars().filter(|letter| letter.is_alphabetic()).count();
    text.contains(' ')
        && letters * 2 > text.len() / 2
        && !["</", "/>", "-src '"].iter().any(|markup| text.contains(markup))
}

/// The sentences of a text.
fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n']).flat_map(|line| line.split_inclusive(['.', '!', '?'])).filter(|part| part.contains(' '))
}

/// Whether a colon parts two clauses here: words go on after it in small letters, and are
/// more than a name or a figure.
fn has_a_colon_between_clauses(sentence: &str) -> bool {
    sentence.split_once(": ").is_some_and(|(before, after)| {
        let clause = after.split(' ').take_while(|word| !word.starts_with('{')).count() > 3;
        clause && before.split(' ').count() > 2 && after.starts_with(|letter: char| letter.is_lowercase())
    })
}

fn prose() -> Vec<Text> {
    let texts: Vec<Text> = texts::all().into_iter().filter(|text| is_prose(&text.text)).collect();
    assert!(texts.len() > 3000, "only {} texts are found", texts.len());
    texts
}

#[test]
fn no_text_has_a_habit_of_its_own() {
    let mut found = Vec::new();
    for Text { place, text } in prose() {
        found.extend(habits(&text).into_iter().map(|habit| format!("{place}: “{habit}” in “{text}”")));
    }
    assert!(found.is_empty(), "{} texts are not plain English:\n{}", found.len(), found.join("\n"));
}

#[test]
fn apostrophes_and_quotes_are_curly() {
    let mut found = Vec::new();
    for Text { place, text } in prose() {
        let letters: Vec<char> = text.chars().collect();
        let straight = letters
            .windows(3)
            .any(|three| three[1] == '\'' && three[0].is_alphabetic() && (three[2].is_alphabetic() || three[2] == ' '));
        if straight || (text.contains(" \"") && !text.contains('=')) {
            found.push(format!("{place}: “{text}”"));
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_colon_between_clauses_is_seldom() {
    let (mut all, mut with) = (0, 0);
    let mut in_a_row = Vec::new();
    for Text { place, text } in prose() {
        let mut before = false;
        for sentence in sentences(&text) {
            let colon = has_a_colon_between_clauses(sentence);
            all += 1;
            with += usize::from(colon);
            if colon && before {
                in_a_row.push(format!("{place}: “{text}”"));
            }
            before = colon;
        }
    }
    println!("{with} of {all} sentences have a colon between clauses");
    assert!(all > 4000, "only {all} sentences are found");
    assert!(with * 12 < all, "{with} of {all} sentences have a colon between clauses");
    assert!(in_a_row.is_empty(), "two sentences in a row:\n{}", in_a_row.join("\n"));
}

#[test]
fn a_page_is_called_a_page() {
    for Text { place, text } in prose() {
        for worksheet in Worksheet::ALL {
            let called = format!("{} worksheet", worksheet.page().name);
            assert!(!text.contains(&called), "{place}: other texts call it a page: “{text}”");
        }
    }
}

#[test]
fn the_habits_are_seen_where_they_are() {
    for (text, habit) in [
        ("$12 was moved, of it $3 taxable.", "of it"),
        ("Some friend of yours", "of yours"),
        ("It stands on the cover.", "stands"),
        ("Your plan takes no cash.", "plan takes"),
        ("Your business puts in {amount}.", "puts in"),
        ("Your least take-home pay", "your least"),
        ("The most a year", "the most"),
        ("Kept apart.", "apart"),
        ("A job besides this one", "besides"),
        ("The colour of money", "colour"),
        ("Words to send", "Words to send"),
    ] {
        assert!(habits(text).contains(&habit), "{habit} is not seen in “{text}”");
    }
    for text in
        ["All of it is taxed.", "As things stand, {by} is over.", "{left} of it is left.", "Put into a Roth IRA"]
    {
        assert_eq!(habits(text), Vec::<&str>::new(), "{text}");
    }
    assert!(has_a_colon_between_clauses("It waits there: nobody has asked for it yet."));
    assert!(!has_a_colon_between_clauses("Set it to zero: {amount}."));
}

#[test]
fn texts_are_read_out_of_sources_and_nothing_else_is() {
    let source = "/// Doc \"no\"\nlet a = 'x'; let b = '\"'; let c = \"one \\\n    two\"; // \"not\"\n\
        fn f<'a>(s: &'a str) { g(r#\"raw \"in\" it\"#, '\\'', \"end\") }\n#[cfg(test)]\nmod t { const T: &str = \"test\"; }";
    let found: Vec<String> = texts::rust(source).into_iter().map(|(_, text)| text).collect();
    assert_eq!(found, ["one two", "raw \"in\" it", "end"]);
    let found: Vec<String> =
        texts::script("// \"no\"\nconst a = `b ${c}`; /* 'no' */ f('d')").into_iter().map(|(_, text)| text).collect();
    assert_eq!(found, ["b ${c}", "d"]);
    let page = "<!-- no --><p aria-label=\"said so\">A <strong>bold</strong> word</p><p>next</p>";
    let found: Vec<String> =
        texts::html(page).into_iter().map(|(_, text)| text).filter(|text| !text.is_empty()).collect();
    assert_eq!(found, ["said so", "A bold word", "next"]);
}
