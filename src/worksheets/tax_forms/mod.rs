//! The tax forms: what each Form 1099-R of a year should show, how those that came
//! compare, what goes on Form 1040, what other forms need, and what to keep.
//!
//! A payer reports a year's conversions on Form 1099-R: box 1 is all that moved, box 5
//! the after-tax contributions in it, box 2a the earnings, which are income of the year
//! (IRC 402A(c)(4)(A), 408A(d)(3)(A)), and box 7 says G. Where the payer lacks the
//! basis or takes the wrong code, the person is taxed on money that was taxed before.

mod boxes;
mod case;
mod closing;
mod codes;
mod differences;
mod dossier;
mod excess;
mod expected_forms;
mod findings;
mod form_reason;
mod matches;
mod other_forms;
mod page;
mod questions;
mod report;
mod sheets;
mod software;
mod standing;
mod tax_return;
mod words;

use serde::Serialize;

use crate::date::Date;
use crate::explain::{Closing, Found};
use crate::law::{ages, deadlines};
use crate::worksheets::year::{NotReady, Year};
use case::Case;
use other_forms::OtherFormFact;
use tax_return::ReturnEntry;

pub use boxes::{BoxLine, BoxStatus, FormBox};
pub use case::TaxAtRate;
pub use closing::FormsHeadline;
pub use differences::{
    Codes, Compared, Difference, DifferenceCode, DifferenceWords, FoundDifference, Higher, MissingForm, Part,
    Undetermined, Unexplained,
};
pub use dossier::{Dossier, Keep};
pub use excess::ReturnedExcess;
pub use expected_forms::{ExpectedForm, FormReason, OtherMoney};
pub use findings::{Code, Finding};
pub use other_forms::{OtherForm, RothBasis};
pub(super) use page::PAGE;
pub use questions::Question;
pub(super) use report::headline;
pub use sheets::{Sheet, SheetStatus};
pub use software::{Screen, SoftwareEntry};
pub use tax_return::{Amounts, ReturnLine};

/// The worksheet's result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TaxForms {
    /// The calendar year.
    pub year: i16,
    /// By when payers send Form 1099-R.
    pub sent: Option<Date>,
    /// The forms that the ledger says should come.
    pub expected: Vec<ExpectedForm>,
    /// Each form, expected or typed, beside the other.
    pub sheets: Vec<Sheet>,
    /// What goes on Form 1040 for the conversions, in dollars.
    pub amounts: Amounts,
    /// Form 1040 line by line.
    pub tax_return: Vec<ReturnLine>,
    /// How to type each form into tax software.
    pub software: Vec<SoftwareEntry>,
    /// What other forms show or need.
    pub other_forms: Vec<OtherForm>,
    /// Whether Form 8606 is filed for the year's conversions.
    pub form_8606_needed: bool,
    /// What went into a Roth IRA, year by year, for a later Form 8606.
    pub roth_basis: Vec<RothBasis>,
    /// Money returned as too much: the year's own cases, or else what each kind means.
    pub returns: Vec<ReturnedExcess>,
    /// What people and tax software ask.
    pub questions: Vec<Question>,
    /// The year to print and keep.
    pub dossier: Dossier,
    /// The answer to whether the forms are right, in a few words.
    pub headline: FormsHeadline,
    /// What the worksheet found, the gravest first.
    pub findings: Vec<Found<Finding>>,
    /// Decision, rule, next action.
    pub closing: Closing,
}

/// Works the worksheet.
///
/// The day decides what is due and what is late.
///
/// ```
/// use planner::date::Date;
/// use planner::money::Money;
/// use planner::record::Record;
/// use planner::worksheets::tax_forms;
/// use planner::worksheets::year::Year;
/// let record = Record::from_json(r#"{"format": 3, "years": [{"year": 2023, "ledger": {
///     "contributions": [{"date": "2023-03-31", "amount": "30000.00"}],
///     "conversions": [{"date": "2023-06-30", "amount": "30100.00", "path": "roth_ira"}]
/// }}]}"#)?;
/// let year = Year::of(&record, 2023, Date::new(2024, 2, 15)?)?;
/// let forms = tax_forms::worksheet(&year)?;
/// assert_eq!(forms.expected[0].basis.value, Money::dollars(30_000));
/// assert_eq!(forms.amounts.taxable, Money::dollars(100));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`NotReady`].
pub fn worksheet(of: &Year<'_>) -> Result<TaxForms, NotReady> {
    let &Year { record, entry, year, today, .. } = of;
    let pools = of.pools();
    let half_past_59 = record.birth_date.and_then(ages::turns_59_and_a_half);
    let birth_date = record.birth_date;
    let case = Case { record, entry, year, today, pools, birth_date, half_past_59, sent: deadlines::forms_sent(year) };
    let expected = expected_forms::expected(record, &case);
    if expected.is_empty() && entry.forms.is_empty() && entry.returned.is_empty() {
        return Err(NotReady::NoForms { year });
    }
    let sheets = sheets::sheets(&case, &expected);
    let amounts = tax_return::amounts(&case, &expected, &sheets);
    let findings = Found::sorted(findings::findings(&case, &expected, &sheets, &amounts));
    let ending = closing::ending(&case, &expected, &sheets, &amounts, &findings);
    Ok(TaxForms {
        year,
        sent: case.sent,
        tax_return: tax_return::entries(year, &amounts).iter().map(ReturnEntry::words).collect(),
        software: software::entries(&case, &expected, &sheets),
        other_forms: other_forms::facts(&case).iter().map(OtherFormFact::words).collect(),
        form_8606_needed: case.all_moves().any(|made| other_forms::needs_form_8606(made.path)),
        roth_basis: other_forms::roth_basis(&case),
        returns: excess::returned(&case),
        questions: words::questions::questions(&questions::facts(&case, &amounts)),
        dossier: dossier::dossier(record, &case),
        headline: ending.headline(),
        closing: ending.words(),
        findings,
        expected,
        sheets,
        amounts,
    })
}
