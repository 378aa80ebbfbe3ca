//! What the lines of pay stubs are called, as far as the name alone tells whose money it is.

/// The figures that a stub may give, by the field of the year that asks for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Gross pay so far.
    Gross,
    /// Pre-tax deferrals so far.
    PreTax,
    /// Roth deferrals so far.
    Roth,
    /// After-tax contributions so far.
    AfterTax,
    /// Employer match so far.
    Match,
}

impl Figure {
    /// All of them, in the order in which they are shown.
    pub const ALL: [Self; 5] = [Self::Gross, Self::PreTax, Self::Roth, Self::AfterTax, Self::Match];

    /// The id of the field that asks for it.
    pub const fn field(self) -> &'static str {
        match self {
            Self::Gross => "pay-so-far",
            Self::PreTax => "pre-tax-so-far",
            Self::Roth => "roth-so-far",
            Self::AfterTax => "after-tax",
            Self::Match => "match-so-far",
        }
    }
}

/// What a name tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Label {
    /// It is this figure, or a part of it.
    Sure(Figure),
    /// It is this figure if a line beside it is surely Roth, or else one of these.
    BesideRoth(Figure, &'static [Figure], &'static str),
    /// It may be a part of one of these.
    Unsure(&'static [Figure], &'static str),
    /// It is none of them.
    Other,
}

impl Label {
    /// Whether what it stands beside is a part of a figure: none if it is not, and why it may
    /// only be one where that is not sure.
    pub fn is_of(&self, figure: Figure, beside_roth: bool) -> Option<Result<(), &'static str>> {
        let sure = |of: Figure| (of == figure).then_some(Ok(()));
        match self {
            Self::Sure(of) => sure(*of),
            Self::BesideRoth(of, ..) if beside_roth => sure(*of),
            Self::BesideRoth(_, of, why) | Self::Unsure(of, why) => of.contains(&figure).then_some(Err(*why)),
            Self::Other => None,
        }
    }
}

const KINDS: &[Figure] = &[Figure::PreTax, Figure::Roth, Figure::AfterTax];
const PRE_TAX_OR_ROTH: &[Figure] = &[Figure::PreTax, Figure::Roth];
const ROTH_OR_AFTER_TAX: &[Figure] = &[Figure::Roth, Figure::AfterTax];

const WHICH_KIND: &str = "It doesn’t say whether this is pre-tax or Roth.";
const ROTH_BY_NAME: &str = "On some stubs this is the name of the Roth line.";
const WHOSE_YEAR: &str = "A true-up may belong to last year.";
const WHICH_PLAN: &str = "It doesn’t say of which plan.";
const UNKNOWN: &str = "This name is not one that is known here.";

/// Names that tell by themselves, folded.
const SURE: [(Figure, &[&str]); 5] = [
    (Figure::Gross, &["grosspay", "totalgross", "totalgrosspay", "grossearnings", "totalearnings"]),
    (
        Figure::PreTax,
        &[
            "401kpretax",
            "401kpretaxreg",
            "401kpretaxdeferral",
            "401kpretaxcontribution",
            "401kptbc",
            "pretax401k",
            "pretax403b",
            "traditional401k",
            "traditional403b",
            "401ktraditional",
            "401kpre",
            "401kdeferralpretax",
            "401kcatchuppretax",
            "401kpretaxcatchup",
            "catchuppretax",
            "403bpretax",
            "kpretax",
            "retirement401kbeforetax",
            "401kbeforetax",
        ],
    ),
    (
        Figure::Roth,
        &[
            "roth",
            "roth401k",
            "roth403b",
            "401kroth",
            "403broth",
            "roth401kdeferral",
            "roth401kcontribution",
            "rth401k",
            "r401k",
            "rothcontribution",
            "rothcatchup",
            "roth401kcatchup",
            "401krothcatchup",
            "rthcu",
        ],
    ),
    (
        Figure::AfterTax,
        &[
            "401kaftertaxspillover",
            "401kspillover",
            "401knonrothaftertax",
            "aftertaxnonroth",
            "nonrothaftertax",
            "voluntaryaftertax",
            "voluntaryaftertax401k",
            "supplementalposttax401k",
        ],
    ),
    (
        Figure::Match,
        &[
            "401kmatcher",
            "401kmatcherb",
            "401kermatch",
            "401kmatch",
            "401kpretaxemployermatch",
            "401kemployermatch",
            "401kcompanymatch",
            "401kcomatch",
            "employer401kmatch",
            "company401kmatch",
            "403bmatch",
            "ermatch",
            "er401k",
            "er401kmatch",
            "comatch401k",
            "companymatch",
            "employermatch",
        ],
    ),
];

/// Names of pre-tax deferrals, once another line is surely Roth.
const PLAIN: [&str; 7] =
    ["401k", "403b", "401kcontribution", "401kdeferral", "401kreg", "d401k", "401kemployeecontribution"];

/// Names of after-tax money, once another line is surely Roth.
const AFTER_TAX: [&str; 11] = [
    "aftertax",
    "aftertax401k",
    "401kaftertax",
    "401kaftertaxreg",
    "401kempaftertax",
    "401kafttx",
    "401kat",
    "at401k",
    "posttax401k",
    "401kposttax",
    "aftertax403b",
];

/// What belongs to no figure although it may sound like one.
const NOT_OF_THE_PLAN: [&str; 18] = [
    "loan",
    "457b",
    "wage",
    "taxable",
    "eligible",
    "restor",
    "nonqual",
    "nqdc",
    "defcomp",
    "dcp",
    "409a",
    "serp",
    "hsa",
    "stock",
    "espp",
    "rothira",
    "total",
    "deductions",
];

/// Words of whatever may be money of the plan.
const OF_THE_PLAN: [&str; 9] =
    ["401k", "403b", "roth", "aftertax", "posttax", "catchup", "spillover", "deferral", "retirementplan"];

/// What a name tells. Case, blanks and signs do not count.
pub fn label(name: &str) -> Label {
    let name = folded(name);
    let is = |names: &[&str]| names.contains(&name.as_str());
    if let Some((figure, _)) = SURE.iter().find(|(_, names)| is(names)) {
        return Label::Sure(*figure);
    }
    let has = |parts: &[&str]| parts.iter().any(|part| name.contains(part));
    if is(&PLAIN) {
        return Label::BesideRoth(Figure::PreTax, PRE_TAX_OR_ROTH, WHICH_KIND);
    }
    if is(&AFTER_TAX) {
        return Label::BesideRoth(Figure::AfterTax, ROTH_OR_AFTER_TAX, ROTH_BY_NAME);
    }
    if has(&NOT_OF_THE_PLAN) {
        return Label::Other;
    }
    if has(&["trueup", "mattup"]) {
        return Label::Unsure(&[Figure::Match], WHOSE_YEAR);
    }
    if is(&["match", "401ker"]) {
        return Label::Unsure(&[Figure::Match], WHICH_PLAN);
    }
    if has(&["match"]) {
        return Label::Unsure(&[Figure::Match], UNKNOWN);
    }
    if has(&["catchup"]) || is(&["401kcu", "kcu"]) {
        return Label::Unsure(PRE_TAX_OR_ROTH, WHICH_KIND);
    }
    if has(&OF_THE_PLAN) { Label::Unsure(KINDS, UNKNOWN) } else { Label::Other }
}

/// A name without case, blanks and signs: `401(k) – Pre-Tax` is `401kpretax`.
fn folded(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|c| c.to_ascii_lowercase()).collect()
}
