//! What differs between a form that came and the one expected.
//!
//! The modules here decide; [`words`](super::words) says what a difference means,
//! whether it matters and whom to ask.

mod amounts;
mod code;
mod data;
mod marks;
mod whole;

use serde::{Serialize, Serializer};

use super::boxes::FormBox;
use super::case::{Case, TaxAtRate};
use super::codes;
use super::expected_forms::{ExpectedForm, OtherMoney};
use crate::date::Date;
use crate::explain::{Coded, Severity};
use crate::law::Citation;
use crate::money::Money;
use crate::order;
use crate::record::Form1099R;

pub(super) use data::is_rounding;
pub use data::{Codes, Compared, Higher, MissingForm, Part, Undetermined, Unexplained};
pub(super) use whole::{alike, counted_elsewhere, missing, unexplained};

crate::findings! {
    /// What can differ between a form that came and the one expected.
    Difference,
    /// The code of a difference, stable over versions.
    DifferenceCode {
        /// Box 1 is above the ledger.
        GrossHigher = "F01" { box_1: Compared, year: i16, conversion: Option<Date> },
        /// Box 1 is below the ledger.
        GrossLower = "F02" { box_1: Compared, year: i16, conversion: Option<Date> },
        /// All is treated as taxable: box 2a equals box 1, and box 5 is empty.
        AllTaxable = "F03" { basis: Money, taxable: Money, too_much: Money, tax: Option<TaxAtRate> },
        /// The taxable amount is not determined: box 2a is blank, or “not determined” is checked.
        NotDetermined = "F04" { taxable: Money, basis: Money, box_2a: Undetermined },
        /// Box 2a is zero, and the ledger has earnings.
        TaxableZero = "F05" { box_2a: Compared, box_5_as_well: bool, old: bool, tax: Option<TaxAtRate> },
        /// Box 2a is above the ledger.
        TaxableHigher = "F06" { box_2a: Compared, box_5_as_well: bool, cause: Higher, tax: Option<TaxAtRate> },
        /// Box 2a is below the ledger, and not zero.
        TaxableLower = "F07" { box_2a: Compared, box_5_as_well: bool, old: bool, tax: Option<TaxAtRate> },
        /// Box 5 is empty, and after-tax money moved.
        BasisMissing = "F08" { basis: Money, may_be_traditional: bool },
        /// Box 5 differs, and no other box says so already.
        BasisDiffers = "F09" { came: Money, due: Money },
        /// Tax was withheld on a direct rollover.
        WithheldOnDirect = "F10" { withheld: Money },
        /// No tax was withheld on a payment to the person.
        NothingWithheld = "F11" { due: Money, small: bool },
        /// The tax withheld on a payment to the person is not 20%.
        WithheldDiffers = "F12" { withheld: Money, due: Money },
        /// The code says a payment to the person, and it was a direct rollover.
        CodePaidOut = "F13" { codes: Codes, earnings: Money, early_tax: Option<Money> },
        /// Code H on after-tax money.
        CodeH = "F14" { codes: Codes, earnings: Money, basis: Money },
        /// Code B on after-tax money.
        CodeB = "F15" { codes: Codes, earnings: Money },
        /// The code says a correction (E, 8 or P), and nothing was returned.
        CodeCorrection = "F16" { codes: Codes },
        /// The code says an IRA (J, K, N, Q, R, S, T or Y).
        CodeIra = "F17" { codes: Codes },
        /// Any other code that does not fit.
        CodeOther = "F18" { codes: Codes },
        /// Code G with another, such as 4G.
        CodeWithAnother = "F19" { codes: Codes },
        /// Box 7 is empty.
        CodeMissing = "F20" { codes: Codes },
        /// Code G, a direct rollover, on a payment to the person.
        CodeDirect = "F21" { codes: Codes, withheld: Option<Money> },
        /// The code says another age: 1, 2 and 7 on a payment to the person.
        CodeAge = "F22" { codes: Codes, exception: bool, early_tax: Money },
        /// The IRA box is checked.
        IraChecked = "F23",
        /// Box 10 or 11 is filled.
        RothBoxes = "F24" { box_10: bool },
        /// “Total distribution” is checked or not, against the ledger.
        TotalDistribution = "F25" { checked: bool },
        /// The boxes do not add up: box 1 is not boxes 2a and 5 together.
        NotAddingUp = "F26" { gross: Money, both: Money },
        /// Nothing in the ledger explains the form.
        Unexplained = "F27" { gross: Money, codes: Vec<char>, year: i16, kind: Unexplained, tax: Option<TaxAtRate> },
        /// An expected form is not there.
        Missing = "F28" { form: MissingForm },
        /// The same form twice.
        Twice = "F29",
        /// One form for several expected.
        Combined = "F30" { parts: Vec<Part> },
        /// Several forms for one expected.
        OneByOne = "F31" { forms: usize },
        /// Box 1 is empty.
        GrossMissing = "F32" { due: Money },
        /// A correction without its code: 8, P or E is expected.
        CodeOfCorrection = "F33" { codes: Codes },
        /// It is like another form in box 1 and code: one of the two may be corrected.
        Alike = "F34" { gross: Money },
        /// It has no after-tax money: employer money taken as Roth, or pre-tax money.
        WithoutBasis = "F35" { gross: Money, taxable: Money, direct: bool, basis: Money },
        /// Boxes 1 and 2a go beyond the ledger as with other money on the form.
        OtherMoneyOnIt = "F36" { amount: Money, taxable: Money },
        /// A corrected form took its place.
        Replaced = "F37",
        /// It is of the plan's Roth account.
        OfRothAccount = "F38" { gross: Money, taxable: Money, lost: Money, box_10: Money },
        /// A part of a direct rollover was withheld, and is on a form of its own.
        PartWithheld = "F39" { direct: Money, paid: Money, earnings: Money, code: String },
        /// The contributions may be from before 1987, and come out alone.
        Before1987 = "F40" { box_2a: Compared },
        /// All of it is other money, as the person entered it.
        AllOther = "F41" { other: OtherMoney },
        /// Box 2a is lower by basis that was lost before, which the payer may still count.
        LossCounted = "F42" { box_2a: Compared, box_5_as_well: bool, lost: Money },
    }
}

impl Difference {
    /// The boxes in which it stands; none where it is of the form as a whole.
    #[must_use]
    pub const fn boxes(&self) -> &'static [FormBox] {
        match self {
            Self::GrossHigher { .. } | Self::GrossLower { .. } | Self::GrossMissing { .. } => &[FormBox::Gross],
            Self::TaxableZero { box_5_as_well: false, .. }
            | Self::TaxableHigher { box_5_as_well: false, .. }
            | Self::TaxableLower { box_5_as_well: false, .. }
            | Self::LossCounted { box_5_as_well: false, .. } => &[FormBox::Taxable],
            Self::AllTaxable { .. }
            | Self::TaxableZero { .. }
            | Self::TaxableHigher { .. }
            | Self::TaxableLower { .. }
            | Self::LossCounted { .. } => &[FormBox::Taxable, FormBox::Basis],
            Self::NotDetermined { box_2a: Undetermined::CheckedButRight, .. } => &[FormBox::NotDetermined],
            Self::NotDetermined { .. } => &[FormBox::Taxable, FormBox::NotDetermined],
            Self::BasisMissing { .. } | Self::BasisDiffers { .. } => &[FormBox::Basis],
            Self::WithheldOnDirect { .. } | Self::NothingWithheld { .. } | Self::WithheldDiffers { .. } => {
                &[FormBox::Withheld]
            }
            Self::CodePaidOut { .. }
            | Self::CodeH { .. }
            | Self::CodeB { .. }
            | Self::CodeCorrection { .. }
            | Self::CodeIra { .. }
            | Self::CodeOther { .. }
            | Self::CodeWithAnother { .. }
            | Self::CodeMissing { .. }
            | Self::CodeDirect { .. }
            | Self::CodeAge { .. }
            | Self::CodeOfCorrection { .. } => &[FormBox::Codes],
            Self::IraChecked => &[FormBox::Ira],
            Self::RothBoxes { box_10: true } => &[FormBox::Within5Years],
            Self::RothBoxes { box_10: false } => &[FormBox::FirstRothYear],
            Self::TotalDistribution { .. } => &[FormBox::Total],
            Self::OtherMoneyOnIt { taxable: Money::ZERO, .. } => &[FormBox::Gross],
            Self::OtherMoneyOnIt { .. } => &[FormBox::Gross, FormBox::Taxable],
            Self::Before1987 { .. } => &[FormBox::Taxable, FormBox::Basis],
            Self::PartWithheld { .. } => &[FormBox::Withheld, FormBox::Codes],
            Self::NotAddingUp { .. } => &[FormBox::Gross, FormBox::Taxable, FormBox::Basis],
            Self::Unexplained { .. }
            | Self::Missing { .. }
            | Self::Twice
            | Self::Combined { .. }
            | Self::OneByOne { .. }
            | Self::Alike { .. }
            | Self::WithoutBasis { .. }
            | Self::Replaced
            | Self::OfRothAccount { .. }
            | Self::AllOther { .. } => &[],
        }
    }
}

/// What a difference says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DifferenceWords {
    /// How much it matters.
    pub severity: Severity,
    /// It in a few words.
    pub title: String,
    /// What it means.
    pub means: String,
    /// Whether it matters, and for what.
    pub matters: String,
    /// Whom to ask for what.
    pub ask: String,
    /// It as a line of a letter to the payer; empty where there is nothing to ask.
    pub request: String,
    /// Where the law or the form's instructions say so.
    pub citation: Citation,
}

/// A difference as a sheet holds it: what differs, where, and how it reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FoundDifference {
    /// What differs, as data; scripts see its code.
    #[serde(rename = "code", serialize_with = "code_alone")]
    pub difference: Difference,
    /// The boxes in which it stands.
    #[serde(rename = "at")]
    pub boxes: &'static [FormBox],
    /// How it reads.
    #[serde(flatten)]
    pub words: DifferenceWords,
}

fn code_alone<S: Serializer>(difference: &Difference, serializer: S) -> Result<S::Ok, S::Error> {
    difference.code().serialize(serializer)
}

impl FoundDifference {
    /// The differences of one form with their words, the gravest first and otherwise as
    /// they were found. Where the records are not `sure` of the earnings, no letter states
    /// them.
    pub(super) fn sorted(differences: Vec<Difference>, sure: bool) -> Vec<Self> {
        let words = |difference: &Difference| {
            if sure { difference.words() } else { difference.words().stating_nothing(difference.code()) }
        };
        let found = |difference: Difference| Self { boxes: difference.boxes(), words: words(&difference), difference };
        let mut sorted: Vec<Self> = differences.into_iter().map(found).collect();
        order::sort_by_key(&mut sorted, |found| found.words.severity);
        sorted
    }

    /// Its code.
    #[must_use]
    pub fn code(&self) -> DifferenceCode {
        self.difference.code()
    }

    /// Whether it is more than good to know.
    #[must_use]
    pub fn matters(&self) -> bool {
        self.words.severity != Severity::Note
    }
}

/// Whether one of these is among the differences found so far.
fn any(found: &[Difference], codes: &[DifferenceCode]) -> bool {
    found.iter().any(|difference| codes.contains(&difference.code()))
}

/// A form that came beside the one expected.
struct Beside<'a> {
    case: &'a Case<'a>,
    expected: &'a ExpectedForm,
    typed: &'a Form1099R,
    /// Box 1 as typed; a blank counts as nothing.
    gross: Money,
    /// Box 5 as typed; a blank counts as nothing.
    basis: Money,
    /// Box 7, code by code.
    codes: Vec<char>,
    /// Of several forms, the one for the part of a direct rollover that was withheld.
    withheld_part: Option<&'a Form1099R>,
}

/// All that differs between the form that came and the one expected.
pub(super) fn between(
    case: &Case<'_>,
    expected: &ExpectedForm,
    typed: &Form1099R,
    withheld_part: Option<&Form1099R>,
) -> Vec<Difference> {
    let (gross, basis) = (typed.gross.unwrap_or_default(), typed.basis.unwrap_or_default());
    let beside = Beside { case, expected, typed, gross, basis, codes: codes::read(&typed.codes), withheld_part };
    let mut found = Vec::new();
    beside.amounts(&mut found);
    match beside.part_withheld() {
        Some(part) => found.push(part),
        None => {
            found.extend(beside.withheld());
            found.extend(beside.code());
        }
    }
    beside.marks(&mut found);
    found
}
