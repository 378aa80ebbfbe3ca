//! How a sentence says what it says: its clauses, the conditions and exceptions in them,
//! whom it is for, and what makes it no rule of this plan today.

use super::clause::{Clause, NEGATORS, split, take_apart};
use super::pattern::{any, find, fits};
use super::words::{Word, words};

/// A sentence, taken apart.
#[derive(Clone, Debug, Default)]
pub struct Parsed {
    /// All its words.
    pub words: Vec<Word>,
    /// Its clauses in order.
    pub clauses: Vec<Clause>,
    /// The group that it is for, in its own words.
    pub group: Option<&'static str>,
    /// Whether it excepts a group, and speaks of the rest.
    pub but_group: bool,
    /// Whether it speaks of plans in general, or of what a plan may choose.
    pub general: bool,
    /// Whether it speaks of what was.
    pub past: bool,
    /// Whether it says how something is taxed.
    pub tax: bool,
    /// Whether it speaks of another plan, of a loan or of insurance.
    pub elsewhere: bool,
    /// Whether it is an example, or a thought.
    pub example: bool,
    /// Whether a question is asked, and its answer if there is one.
    pub question: Option<Option<bool>>,
    /// Whether it holds for a condition that is not everyone's.
    pub unless: bool,
    /// Whether all of it stands in brackets.
    pub bracketed: bool,
    /// A year to come that it takes effect in.
    pub later: bool,
}

/// Groups of employees, and how they are named.
pub const GROUPS: &[(&str, &str)] = &[
    ("HCE", "highly compensated employees"),
    ("highly compensated|paid", "highly compensated employees"),
    ("collective|collectively bargaining|bargained", "employees under a union contract"),
    ("union|local|represented|unionized", "employees under a union contract"),
    ("outside ?of ?the united|us|u", "employees outside the United States"),
    ("puerto rico", "employees in Puerto Rico"),
    ("nonresident|expatriate|foreign|international", "employees outside the United States"),
    ("non resident", "employees outside the United States"),
    ("temporary|leased|seasonal|intern|student", "temporary or seasonal employees"),
    ("part time", "part-time employees"),
    ("grandfathered", "grandfathered participants"),
    ("hired ?on|or before|after|prior|on", "employees hired at a certain time"),
    ("former *3 employee|participant|member", "former employees"),
    ("terminated|retired|retiree participant|employee|member", "former employees"),
    ("executive|officer|partner|physician|pilot|faculty|owner|hourly|nurse|director", "a group of employees"),
    ("certain|some|those|selected ?eligible employee|participant|member|associate|who", "certain employees"),
    ("only employee|participant|member|associate|those|YOU ?of|in|who", "certain employees"),
    ("YOU of|in|at the|our ?# *3 division|subsidiary|unit|location|branch", "employees of one part of the company"),
    ("employee|participant|member|associate who BE|have|has|WAS|work|earn|had|participated", "certain employees"),
    ("YOU with|over|under|above|below|aged", "certain employees"),
    ("acquired|merged|legacy|transferred employee|participant|from", "employees of an acquired company"),
    ("if you BE|WAS a|an", "certain employees"),
    ("YOU covered|employed by|in|under", "certain employees"),
    ("salaried|exempt|hourly ?employee|participant|associate", "a group of employees"),
];

impl Parsed {
    /// Takes a sentence apart. `year` is the present year.
    #[must_use]
    pub fn of(sentence: &str, year: u64) -> Self {
        let all = words(sentence);
        let mut parsed = Self { bracketed: sentence.starts_with(['(', '[']), ..Self::default() };
        let (rest, brackets) = without_brackets(&all);
        let mut exceptions = Vec::new();
        for bracket in brackets {
            if fits(&["EXCEPT|excluding|not|e"], &bracket, 0).is_some() {
                exceptions.push(bracket);
            } else if any(&bracket, &["unless|if|provided", NEGATORS]) {
                parsed.unless = true;
            }
        }
        let (body, question) = asked(&rest);
        parsed.question = question;
        parsed.clauses = split(&body);
        for clause in &mut parsed.clauses {
            take_apart(clause);
        }
        if let Some(first) = parsed.clauses.first_mut() {
            first.exceptions.extend(exceptions);
        }
        parsed.judge(&all, year);
        parsed.words = all;
        parsed
    }

    fn judge(&mut self, all: &[Word], year: u64) {
        let group_in =
            |part: &[Word]| GROUPS.iter().find(|(pattern, _)| find(part, pattern).is_some()).map(|(_, name)| *name);
        for clause in &self.clauses {
            let excepted = clause.exceptions.iter().any(|part| group_in(part).is_some())
                || clause
                    .conditions
                    .iter()
                    .any(|part| part.first().is_some_and(|word| word.is == "unless") && group_in(part).is_some());
            self.but_group |= excepted;
            let others = |condition: &&Vec<Word>| condition.first().is_none_or(|word| word.is != "unless");
            self.group = self.group.or_else(|| group_in(&clause.main));
            self.group = self.group.or_else(|| clause.conditions.iter().filter(others).find_map(|part| group_in(part)));
            self.unless |= clause.conditions.iter().any(|part| {
                part.first().is_some_and(|word| word.is == "unless")
                    && !any(part, &["unless you *3 elect|choose|direct|opt|change|cancel|decide"])
                    && group_in(part).is_none()
            });
        }
        if !self.but_group && self.group.is_none() {
            self.group = group_in(all);
        }
        self.general = any(
            all,
            &[
                "many|some|most|other|certain|few|typical ?401k|403b|retirement|qualified plan|employer|company",
                "plan|employer|sponsor|company|administrator CAN *2 permit|allow|offer|provide|include|accept|elect|choose|authorize|add|decide|amend",
                "plan sponsor|that|which|document",
                "a|an 401k|retirement|qualified plan",
                "a plan CAN|that|which|must",
                "an|some employer",
                "employer|plan *2 elect|elected|option",
                "adoption agreement",
                "if|whether|when|where|unless *4 plan|employer|company|committee *2 permit|allow|offer|provide|accept|so|have|authorize|decide|determine",
                "if|whether|when|where *5 BE ?so permitted|authorized|authorised|allowed|available|provided|offered|elected",
                "have|has been|BE authorized|authorised|elected",
                "to the extent",
                "BLANK",
                "CAN be permitted|allowed|available|offered|authorized",
                "check|see|review|refer|consult|ask *6 plan|summary|document|administrator|spd",
                "your employer|plan CAN",
                "depending|depend|varie|vary",
                "if applicable|available|permitted|allowed|elected|selected",
                "discretion|discretionary *6 whether",
                "PLAN COULD",
                "might",
            ],
        );
        self.past = any(
            all,
            &[
                "formerly|previously|historically|frozen|grandfathered|discontinued|ceased",
                "used to",
                "in the past",
                "no longer",
                "had",
                "WAS",
                "before|until|through|prior *4 #",
                "in|of|to #",
                "COULD",
                "have been *3 made",
                "at one time",
            ],
        ) && (any(
            all,
            &[
                "formerly|previously|historically|frozen|grandfathered|discontinued|ceased|COULD|had",
                "used to",
                "in the past",
                "no longer",
                "at # time",
            ],
        ) || (any(all, &["WAS"]) && !any(all, &["if|provided|that you|YOU WAS"]))
            || all.iter().enumerate().any(|(at, word)| {
                let time = fits(&["before|until|through|prior"], all, at).is_some();
                time && !word.is.is_empty() && all[at..].iter().take(6).any(|word| old_year(word, year))
            }));
        self.later =
            all.iter().any(|word| word.is == "#" && word.number.is_some_and(|number| number > year && number < 2100))
                || any(all, &["proposed|considering|planned|expect|expected|intend", "in the future"]);
        self.tax = any(
            all,
            &[
                "taxed|taxable|taxe|NOTTAXED|taxation",
                "tax free",
                "income tax|taxe",
                "five|# year period|rule|clock|waiting",
                "penalty|withholding|1099|1099r",
                "tax law|rule|treatment|consequence",
                "qualified distribution",
            ],
        );
        self.elsewhere = any(
            all,
            &[
                "loan",
                "insurance|premium|medical|dental|disability|hsa|fsa|espp",
                "stock purchase",
                "another|other|prior|previous|former|old *3 plan|employer",
                "former|previous|prior|last employer",
                "deferred compensation|pension|restoration",
                "nonqualified|non qualified",
                "supplemental ?executive|retirement plan",
                "457b|457",
                "direct rollover",
                "rollover *4 into|accepted",
                "rollover contribution|from|in",
                "roll *6 into",
                "eligible rollover distribution",
                "qualified plan",
            ],
        );
        self.example =
            any(all, &["example|suppose|imagine|hypothetical|illustration|assume|would", "for instance", "e g"]);
    }

    /// Whether a condition holds a negation, which may turn the rule.
    #[must_use]
    pub fn turned_condition(&self) -> bool {
        let negated = |part: &Vec<Word>| (1..part.len()).any(|at| fits(&[NEGATORS], part, at).is_some());
        self.clauses.iter().any(|clause| clause.conditions.iter().any(negated))
    }

    /// Why nothing in it can be a rule of this plan for everyone.
    #[must_use]
    pub fn no_rule(&self) -> Option<&'static str> {
        if self.general {
            Some("It speaks of what a plan may choose.")
        } else if self.example {
            Some("It is an example.")
        } else if matches!(self.question, Some(None)) {
            Some("It is a question.")
        } else if self.unless {
            Some("It names an exception.")
        } else {
            None
        }
    }
}

/// Whether a number is a year before the present one.
fn old_year(word: &Word, year: u64) -> bool {
    word.is == "#" && word.number.is_some_and(|number| number > 1950 && number <= year)
}

/// The words outside of brackets, and those in each.
fn without_brackets(all: &[Word]) -> (Vec<Word>, Vec<Vec<Word>>) {
    let (mut rest, mut brackets) = (Vec::new(), Vec::new());
    let mut inside: Option<Vec<Word>> = None;
    // A sentence that stands wholly in brackets is read like any other.
    let wholly =
        all.first().is_some_and(|word| word.is == "(") && all.iter().filter(|word| word.is == "(").count() == 1;
    for word in all {
        match (word.is.as_str(), &mut inside) {
            ("(" | ")", _) if wholly => {}
            ("(", None) => inside = Some(Vec::new()),
            (")", Some(_)) => brackets.extend(inside.take()),
            (_, Some(words)) => words.push(word.clone()),
            _ => rest.push(word.clone()),
        }
    }
    brackets.extend(inside);
    (rest, brackets)
}

/// What is asked, where a question begins the sentence, and the answer to it.
fn asked(all: &[Word]) -> (Vec<Word>, Option<Option<bool>>) {
    let Some(mark) = all.iter().position(|word| word.is == "?") else { return (all.to_vec(), None) };
    let answer = &all[mark + 1..];
    let hedged = any(answer, &["but|only|if|unless|EXCEPT|however|until|not|CAN|certain|some|depend"]);
    let said = match answer.first().map(|word| word.is.as_str()) {
        Some("yes") if !hedged => Some(true),
        Some("no") if !hedged => Some(false),
        _ => None,
    };
    (all[..mark].to_vec(), Some(said))
}
