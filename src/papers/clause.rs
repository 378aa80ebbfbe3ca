//! How a sentence says what it says: its clauses, the conditions and exceptions in them,
//! whom it is for, and what makes it no rule of this plan today.

use super::words::{Word, any, find, fits, words};

/// What takes back or turns what a clause says.
const NEGATORS: &str = "not|no|never|neither|nor|none|NOTCAN|without|nothing|prohibit|prohibited|unavailable|discontinued|ceased|cease|frozen|eliminated|excluded|exclude|rather|instead|longer|unable|ineligible|suspended|COULD|formerly|previously|hardly|lack|refuse|declined|forbidden|disallowed|stopped|ended|closed|terminated|EXCEPT|unless";

/// Words that begin a condition.
const CONDITIONS: &str = "if|unless|once|when|whenever|until|provided|while|where|upon|before|subject|assuming|should";

/// A clause.
#[derive(Clone, Debug, Default)]
pub struct Clause {
    /// It without conditions, brackets and exceptions.
    pub main: Vec<Word>,
    /// Its conditions.
    pub conditions: Vec<Vec<Word>>,
    /// What it excepts.
    pub exceptions: Vec<Vec<Word>>,
}

impl Clause {
    /// Whether something stands in its main part.
    #[must_use]
    pub fn has(&self, pattern: &str) -> bool {
        find(&self.main, pattern).is_some()
    }

    /// Whether any of these does.
    #[must_use]
    pub fn any(&self, patterns: &[&str]) -> bool {
        any(&self.main, patterns)
    }

    /// Whether any of these stands there with none of the other words inside.
    #[must_use]
    pub fn any_without(&self, patterns: &[&str], without: &str) -> bool {
        patterns.iter().any(|pattern| {
            let elements: Vec<&str> = pattern.split(' ').collect();
            (0..self.main.len()).any(|at| {
                fits(&elements, &self.main, at).is_some_and(|end| find(&self.main[at..end], without).is_none())
            })
        })
    }

    /// How many words turn what it says.
    #[must_use]
    pub fn negators(&self) -> usize {
        (0..self.main.len()).filter(|at| fits(&[NEGATORS], &self.main, *at).is_some()).count()
    }

    /// Whether each condition is one that a person meets by doing the thing itself.
    #[must_use]
    pub fn open_to_all(&self) -> bool {
        self.conditions.iter().all(|condition| harmless(condition))
    }
}

/// Conditions that leave a rule a rule for everyone: being eligible, having reached the
/// limit, having chosen.
fn harmless(condition: &[Word]) -> bool {
    // What excepts a group leaves the rule to the rest.
    if condition.first().is_some_and(|word| word.is == "unless")
        && GROUPS.iter().any(|(pattern, _)| find(condition, pattern).is_some())
    {
        return true;
    }
    // The plan's other articles limit every right in it.
    if fits(&["subject", "to", "?the", "?other", "section|article|term|provision|limitation", "?#.|#"], condition, 0)
        .is_some_and(|end| {
            condition[end..].iter().all(|word| ["of", "the", "this", "plan", "below"].contains(&word.is.as_str()))
        })
    {
        return true;
    }
    let asks_the_plan = "permitted|allowed|authorized|authorised|adoption|provide|decide|offered|hired|union|HCE|before|unless|option|available|collective|local|approved|#.";
    if find(condition, asks_the_plan).is_some() {
        return false;
    }
    any(
        condition,
        &[
            "eligible",
            "reach|reached|reaching",
            "limit|maximum",
            "wish|want|choose|elect|elected|decide|chose",
            "still|actively ?working|employed",
            "working",
            "law|code|irs|legal",
            "hire|join",
            "save|contribute|defer",
            "request",
        ],
    )
}

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

const GROUPS: &[(&str, &str)] = &[
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

/// Cuts a sentence into clauses.
fn split(body: &[Word]) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let mut clause = Clause::default();
    let mut list = false;
    for (at, word) in body.iter().enumerate() {
        let starts_clause =
            |at: usize| fits(&["you|the|your|no|there|they|it|we|each|NOTCAN|earlier"], body, at).is_some();
        let cut = match word.is.as_str() {
            ";" => !list,
            "." | "—" | "but" | "however" | "although" | "though" => true,
            "," => fits(&[",", "and|or|so|plus"], body, at).is_some() && starts_clause(at + 2),
            _ => false,
        };
        list |= word.is == ":";
        if cut {
            clauses.push(std::mem::take(&mut clause));
            // "but" keeps what follows from being read alone.
            if word.is == "but" {
                clause.main.push(word.clone());
            }
        } else {
            clause.main.push(word.clone());
        }
    }
    clauses.push(clause);
    clauses.retain(|clause| !clause.main.is_empty());
    clauses
}

/// Takes conditions and exceptions out of a clause.
fn take_apart(clause: &mut Clause) {
    let all = std::mem::take(&mut clause.main);
    let mut at = 0;
    while at < all.len() {
        if all[at].is == "EXCEPT" {
            let end = exception_end(&all, at);
            clause.exceptions.push(all[at..end].to_vec());
            at = end;
        } else if condition_at(&all, at) {
            // A time ends where the deed begins: "made after 2010 cannot …".
            let time = fits(&["after|before|prior|on"], &all, at).is_some();
            let stops = |next: &usize| {
                all[*next].is == "," || (time && fits(&["CAN|NOTCAN|is|are|will"], &all, *next).is_some())
            };
            let end = (at + 1..all.len()).find(stops).unwrap_or(all.len());
            clause.conditions.push(all[at..end].to_vec());
            at = end;
        } else {
            clause.main.push(all[at].clone());
            at += 1;
        }
    }
}

fn condition_at(all: &[Word], at: usize) -> bool {
    match all[at].is.as_str() {
        // `once a year` is a number, and `subject to` needs its second word.
        "once" => {
            fits(&["once", "YOU|your|the|deferral|contribution|AT|PRETAX|pre|eligible"], all, at).is_some()
                && fits(&["once", "EACH", "month|quarter|YEAR|calendar|plan|week|day"], all, at).is_none()
        }
        "subject" => fits(&["subject", "to"], all, at).is_some(),
        "before" => fits(&["before", "YOU|age|#|the|january|your|AT|making|any|a|reaching|59½"], all, at).is_some(),
        "where" => true,
        "after" => {
            fits(&["after", "YOU|reaching|age|termination|separation|retirement|leaving|#|59½|your"], all, at).is_some()
        }
        "on" => fits(&["on|at", "or", "after"], all, at).is_some(),
        "at" => fits(&["at", "age|retirement|termination|separation"], all, at).is_some(),
        "as" => fits(&["as", "long", "as"], all, at).is_some(),
        "in" => fits(&["in", "the", "event|case"], all, at).is_some() || fits(&["in", "case"], all, at).is_some(),
        "prior" => true,
        word => CONDITIONS.split('|').any(|one| one == word),
    }
}

fn exception_end(all: &[Word], at: usize) -> usize {
    let mut next = at + 1;
    while next < all.len() {
        let relative = fits(&[",", "which|that|who"], all, next).is_some();
        match all[next].is.as_str() {
            "," if relative => {
                return (next + 1..all.len()).find(|end| all[*end].is == ",").unwrap_or(all.len());
            }
            "," | "NOTCAN" | "CAN" | "is" | "are" | "do" => return next,
            _ => next += 1,
        }
    }
    next
}
