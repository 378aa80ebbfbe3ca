//! The tax forms: what each Form 1099-R of a year should show, how those that came
//! compare, what goes on Form 1040, what other forms need, and what to keep.
//!
//! A payer reports a year's conversions on Form 1099-R: box 1 is all that moved, box 5
//! the after-tax contributions in it, box 2a the earnings, which are income of the year
//! (IRC 402A(c)(4)(A), 408A(d)(3)(A)), and box 7 says G. Where the payer lacks the
//! basis or takes the wrong code, the person is taxed on money that was taxed before.

mod boxes;
mod closing;
mod codes;
mod differences;
mod dossier;
mod excess;
mod expected;
mod findings;
mod matching;
mod other_forms;
mod page;
mod questions;
mod report;
mod sheets;
mod tax_return;

use serde::Serialize;

use crate::date::Date;
use crate::explain::{Closing, Finding};
use crate::law::{ages, deadlines};
use crate::money::{Money, Overflow, RoundingStrategy};
use crate::record::YearRecord;
use crate::worksheets::ledger::{Distribution, Pool};
use crate::worksheets::year::{NotReady, Year};

pub use boxes::{BoxLine, Look, Place};
pub use differences::{Difference, DifferenceCode};
pub use dossier::{Dossier, Keep, path_name};
pub use excess::ReturnCase;
pub use expected::{Expected, Way};
pub use findings::Code;
pub use other_forms::{OtherForm, RothBasis};
pub(super) use page::PAGE;
pub use questions::Question;
pub use sheets::{Sheet, State};
pub use tax_return::{Amounts, ReturnLine};

/// The worksheet's result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Forms {
    /// The calendar year.
    pub year: i16,
    /// By when payers send Form 1099-R.
    pub sent: Option<Date>,
    /// The forms that the ledger says should come.
    pub expected: Vec<Expected>,
    /// Each form, expected or typed, beside the other.
    pub sheets: Vec<Sheet>,
    /// What goes on Form 1040 for the conversions, in dollars.
    pub amounts: Amounts,
    /// Form 1040 line by line.
    pub tax_return: Vec<ReturnLine>,
    /// What other forms show or need.
    pub other_forms: Vec<OtherForm>,
    /// Whether Form 8606 is filed for the year's conversions.
    pub form_8606_needed: bool,
    /// What went into a Roth IRA, year by year, for a later Form 8606.
    pub roth_basis: Vec<RothBasis>,
    /// Money returned as too much: the year's own cases, or else what each kind means.
    pub returns: Vec<ReturnCase>,
    /// What people and tax software ask.
    pub questions: Vec<Question>,
    /// The year to print and keep.
    pub dossier: Dossier,
    /// What the worksheet found, the gravest first.
    pub findings: Vec<Finding<Code>>,
    /// Decision, rule, next action.
    pub closing: Closing,
}

/// All that the parts of the worksheet go by.
struct Work<'a> {
    entry: &'a YearRecord,
    year: i16,
    today: Date,
    pools: &'a [Pool],
    /// The day on which the person reaches age 59½, where the birth date is entered.
    half_past_59: Option<Date>,
    /// By when payers send Form 1099-R.
    sent: Option<Date>,
}

impl<'a> Work<'a> {
    /// The year's conversions of one plan that moved anything.
    fn moves(&self, pool: &'a Pool) -> impl Iterator<Item = &'a Distribution> {
        pool.distributions_in(self.year).filter(|made| made.entered.amount.is_positive())
    }

    /// The year's conversions of all plans.
    fn all_moves(&self) -> impl Iterator<Item = &'a Distribution> {
        self.pools.iter().flat_map(|pool| self.moves(pool))
    }

    /// The code of a payment to the person on a day.
    fn code_on(&self, day: Date) -> &'static str {
        match self.half_past_59 {
            None => "1 or 7",
            Some(half) if day < half => "1",
            Some(_) => "7",
        }
    }

    /// The tax on an amount at the person's own rate, in a sentence.
    fn stake(&self, amount: Money) -> Result<String, Overflow> {
        let Some(rate) = self.entry.ledger.tax_rate else {
            return Ok("Enter your tax rate in the Conversions worksheet to see what that costs.".to_owned());
        };
        let tax = amount.times(rate.fraction(), RoundingStrategy::MidpointAwayFromZero)?;
        Ok(format!("At your rate of {rate} that is {tax} of tax."))
    }
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
pub fn worksheet(of: &Year<'_>) -> Result<Forms, NotReady> {
    let &Year { record, entry, year, today, .. } = of;
    let pools = of.pools()?;
    let half_past_59 = record.birth_date.and_then(ages::turns_59_and_a_half);
    let work = Work { entry, year, today, pools, half_past_59, sent: deadlines::forms_sent(year) };
    let expected = expected::expected(record, &work)?;
    if expected.is_empty() && entry.forms.is_empty() && entry.returned.is_empty() {
        return Err(NotReady::NoForms { year });
    }
    let sheets = sheets::sheets(&work, &expected)?;
    let amounts = tax_return::amounts(&work, &expected, &sheets)?;
    let findings = findings::findings(&work, &sheets, &amounts)?;
    Ok(Forms {
        year,
        sent: work.sent,
        tax_return: tax_return::lines(&work, &amounts),
        other_forms: other_forms::other_forms(&work)?,
        form_8606_needed: work.all_moves().any(|made| other_forms::needs_form_8606(made.entered.path)),
        roth_basis: other_forms::roth_basis(&work)?,
        returns: excess::cases(&work),
        questions: questions::questions(&work, &amounts),
        dossier: dossier::dossier(record, &work)?,
        closing: closing::closing(&work, &expected, &sheets, &amounts),
        findings,
        expected,
        sheets,
        amounts,
    })
}
