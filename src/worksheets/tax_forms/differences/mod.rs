//! What differs between a form that came and the one expected, each under a stable code.
//!
//! | code | difference | when |
//! |---|---|---|
//! | F01 | box 1 is too high | above the ledger |
//! | F02 | box 1 is too low | below the ledger |
//! | F03 | all is treated as taxable | box 2a equals box 1, and box 5 is empty |
//! | F04 | the taxable amount is not determined | box 2a is blank, or “not determined” is checked |
//! | F05 | box 2a is zero | the ledger has earnings |
//! | F06 | box 2a is too high | above the ledger |
//! | F07 | box 2a is too low | below the ledger, and not zero |
//! | F08 | box 5 is empty | after-tax money moved |
//! | F09 | box 5 differs | and no other box says so already |
//! | F10 | tax was withheld | on a direct rollover |
//! | F11 | no tax was withheld | on a payment to the person |
//! | F12 | the tax withheld is not 20% | on a payment to the person |
//! | F13 | a payment to the person, by the code | a payment's code on a direct rollover |
//! | F14 | code H | on after-tax money |
//! | F15 | code B | on after-tax money |
//! | F16 | a correction, by the code | E, 8 or P where nothing was returned |
//! | F17 | an IRA, by the code | J, K, N, Q, R, S, T or Y |
//! | F18 | a code that does not fit | any other |
//! | F19 | code G with another | such as 4G |
//! | F20 | box 7 is empty | |
//! | F21 | a direct rollover, by the code | G on a payment to the person |
//! | F22 | another age, by the code | 1, 2 and 7 on a payment to the person |
//! | F23 | the IRA box is checked | |
//! | F24 | box 10 or 11 is filled | |
//! | F25 | “total distribution” | is checked or not, against the ledger |
//! | F26 | the boxes do not add up | box 1 is not boxes 2a and 5 together |
//! | F27 | a form that nothing in the ledger explains | |
//! | F28 | an expected form is not there | |
//! | F29 | the same form twice | |
//! | F30 | one form for several expected | |
//! | F31 | several forms for one expected | |
//! | F32 | box 1 is empty | |
//! | F33 | a correction without its code | 8, P or E is expected |

mod amounts;
mod code;
mod marks;
mod whole;

use serde::Serialize;

use super::Work;
use super::boxes::Place;
use super::expected::Expected;
use crate::explain::Severity;
use crate::law::Citation;
use crate::money::{Money, Overflow};
use crate::record::Form1099R;

pub(super) use whole::{combined, missing, one_by_one, unexplained};

/// The code of a difference; the module's table says what each stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum DifferenceCode {
    /// Box 1 is too high.
    #[serde(rename = "F01")]
    GrossHigher,
    /// Box 1 is too low.
    #[serde(rename = "F02")]
    GrossLower,
    /// All is treated as taxable.
    #[serde(rename = "F03")]
    AllTaxable,
    /// The taxable amount is not determined.
    #[serde(rename = "F04")]
    NotDetermined,
    /// Box 2a is zero.
    #[serde(rename = "F05")]
    TaxableZero,
    /// Box 2a is too high.
    #[serde(rename = "F06")]
    TaxableHigher,
    /// Box 2a is too low.
    #[serde(rename = "F07")]
    TaxableLower,
    /// Box 5 is empty.
    #[serde(rename = "F08")]
    BasisMissing,
    /// Box 5 differs.
    #[serde(rename = "F09")]
    BasisDiffers,
    /// Tax was withheld on a direct rollover.
    #[serde(rename = "F10")]
    WithheldOnDirect,
    /// No tax was withheld on a payment to the person.
    #[serde(rename = "F11")]
    NothingWithheld,
    /// The tax withheld is not 20%.
    #[serde(rename = "F12")]
    WithheldDiffers,
    /// A payment to the person, by the code.
    #[serde(rename = "F13")]
    CodePaidOut,
    /// Code H.
    #[serde(rename = "F14")]
    CodeH,
    /// Code B.
    #[serde(rename = "F15")]
    CodeB,
    /// A correction, by the code.
    #[serde(rename = "F16")]
    CodeCorrection,
    /// An IRA, by the code.
    #[serde(rename = "F17")]
    CodeIra,
    /// A code that does not fit.
    #[serde(rename = "F18")]
    CodeOther,
    /// Code G with another.
    #[serde(rename = "F19")]
    CodeWithAnother,
    /// Box 7 is empty.
    #[serde(rename = "F20")]
    CodeMissing,
    /// A direct rollover, by the code.
    #[serde(rename = "F21")]
    CodeDirect,
    /// Another age, by the code.
    #[serde(rename = "F22")]
    CodeAge,
    /// The IRA box is checked.
    #[serde(rename = "F23")]
    IraChecked,
    /// Box 10 or 11 is filled.
    #[serde(rename = "F24")]
    RothBoxes,
    /// “Total distribution” is checked or not.
    #[serde(rename = "F25")]
    TotalDistribution,
    /// The boxes do not add up.
    #[serde(rename = "F26")]
    NotAddingUp,
    /// Nothing in the ledger explains the form.
    #[serde(rename = "F27")]
    Unexplained,
    /// An expected form is not there.
    #[serde(rename = "F28")]
    Missing,
    /// The same form twice.
    #[serde(rename = "F29")]
    Twice,
    /// One form for several expected.
    #[serde(rename = "F30")]
    Combined,
    /// Several forms for one expected.
    #[serde(rename = "F31")]
    OneByOne,
    /// Box 1 is empty.
    #[serde(rename = "F32")]
    GrossMissing,
    /// A correction without its code.
    #[serde(rename = "F33")]
    CodeOfCorrection,
}

/// Something that differs on a form.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Its code, stable over versions.
    pub code: DifferenceCode,
    /// How much it matters.
    pub severity: Severity,
    /// The boxes in which it stands.
    pub at: &'static [Place],
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

/// The differences of one form, the gravest first.
#[derive(Default)]
pub(super) struct Found(pub(super) Vec<Difference>);

impl Found {
    fn add(
        &mut self,
        code: DifferenceCode,
        severity: Severity,
        at: &'static [Place],
        citation: Citation,
        [title, means, matters, ask, request]: [String; 5],
    ) {
        let place = self.0.partition_point(|other| other.severity <= severity);
        self.0.insert(place, Difference { code, severity, at, title, means, matters, ask, request, citation });
    }

    fn has(&self, code: DifferenceCode) -> bool {
        self.0.iter().any(|other| other.code == code)
    }
}

/// A form that came beside the one expected.
struct Beside<'a> {
    work: &'a Work<'a>,
    expected: &'a Expected,
    typed: &'a Form1099R,
    /// Box 1 as typed; a blank counts as nothing.
    gross: Money,
    /// Box 5 as typed; a blank counts as nothing.
    basis: Money,
    /// Box 7, code by code.
    codes: Vec<char>,
}

/// All that differs between the form that came and the one expected.
pub(super) fn between(work: &Work<'_>, expected: &Expected, typed: &Form1099R) -> Result<Found, Overflow> {
    let mut found = Found::default();
    let (gross, basis) = (typed.gross.unwrap_or_default(), typed.basis.unwrap_or_default());
    let beside = Beside { work, expected, typed, gross, basis, codes: super::codes::read(&typed.codes) };
    beside.amounts(&mut found)?;
    beside.withheld(&mut found)?;
    beside.code(&mut found)?;
    beside.marks(&mut found);
    Ok(found)
}
