//! What a difference on a form means, whether it matters, and whom to ask.

mod amounts;
mod codes;
mod marks;

use super::{other_money, whole_forms};
use crate::worksheets::tax_forms::differences::{Difference, DifferenceCode, DifferenceWords, Higher};

pub(super) const NOTHING_TO_ASK: &str = "There is nothing to ask.";
const NO_TAX_CHANGES: &str = "It doesn’t change your tax here.";
const SAME_LINES: &str = "It doesn’t change your tax: the lines of Form 1040 are the same.";
const ASK_FOR_G: &str = "Ask the payer for a corrected form with code G.";

impl Difference {
    /// It in words, with its severity and where the law or the instructions say so.
    #[must_use]
    pub fn words(&self) -> DifferenceWords {
        match self {
            Self::GrossHigher { box_1, year, conversion } => amounts::gross_higher(box_1, *year, *conversion),
            Self::GrossLower { box_1, year, conversion } => amounts::gross_lower(box_1, *year, *conversion),
            Self::AllTaxable { basis, taxable, too_much, tax } => {
                amounts::all_taxable(*basis, *taxable, *too_much, *tax)
            }
            Self::NotDetermined { taxable, basis, box_2a } => amounts::not_determined(*taxable, *basis, *box_2a),
            Self::TaxableZero { box_2a, old, tax, .. } => amounts::taxable_zero(box_2a, *old, *tax),
            Self::TaxableHigher { box_2a, cause, tax, .. } => match cause {
                Higher::Split { earnings } => amounts::split_taxed(box_2a, *earnings, *tax),
                Higher::TraditionalIra => amounts::traditional_taxed(box_2a, *tax),
                Higher::Unknown => amounts::taxable_higher(box_2a, *tax),
            },
            Self::TaxableLower { box_2a, old, tax, .. } => amounts::taxable_lower(box_2a, *old, *tax),
            Self::BasisMissing { basis, may_be_traditional: true } => amounts::split_without_basis(*basis),
            Self::BasisMissing { basis, .. } => amounts::basis_missing(*basis),
            Self::LossCounted { box_2a, lost, .. } => amounts::loss_counted(box_2a, *lost),
            Self::BasisDiffers { came, due } => amounts::basis_differs(*came, *due),
            Self::WithheldOnDirect { withheld } => amounts::withheld_on_direct(*withheld),
            Self::NothingWithheld { due, small } => amounts::nothing_withheld(*due, *small),
            Self::WithheldDiffers { withheld, due } => amounts::withheld_differs(*withheld, *due),
            Self::NotAddingUp { gross, both } => amounts::not_adding_up(*gross, *both),
            Self::GrossMissing { due } => amounts::gross_missing(*due),
            Self::CodePaidOut { codes, earnings, early_tax } => codes::paid_out(codes, *earnings, *early_tax),
            Self::CodeH { codes, earnings, basis } => codes::h(codes, *earnings, *basis),
            Self::CodeB { codes, earnings } => codes::b(codes, *earnings),
            Self::CodeCorrection { codes } => codes::correction(codes),
            Self::CodeIra { codes } => codes::ira(codes),
            Self::CodeOther { codes } => codes::does_not_fit(codes),
            Self::CodeWithAnother { codes } => codes::with_another(codes),
            Self::CodeMissing { codes } => codes::missing(codes),
            Self::CodeDirect { codes, withheld } => codes::direct(codes, *withheld),
            Self::CodeAge { codes, exception, early_tax } => codes::age(codes, *exception, *early_tax),
            Self::CodeOfCorrection { codes } => codes::of_correction(codes),
            Self::IraChecked => marks::ira_checked(),
            Self::RothBoxes { .. } => marks::roth_boxes(),
            Self::TotalDistribution { checked } => marks::total_distribution(*checked),
            Self::Combined { parts } => marks::combined(parts),
            Self::OneByOne { forms } => marks::one_by_one(*forms),
            Self::Twice => marks::twice(),
            Self::Unexplained { gross, codes, year, kind, tax } => {
                whole_forms::unexplained(*gross, codes, *year, *kind, *tax)
            }
            Self::Missing { form } => whole_forms::missing(form),
            Self::Alike { gross } => other_money::alike(*gross),
            Self::WithoutBasis { gross, taxable, direct, basis } => {
                other_money::without_basis(*gross, *taxable, *direct, *basis)
            }
            Self::OtherMoneyOnIt { amount, taxable } => other_money::other_money_on_it(*amount, *taxable),
            Self::Replaced => other_money::replaced(),
            Self::OfRothAccount { gross, taxable, lost, box_10 } => {
                other_money::of_roth_account(*gross, *taxable, *lost, *box_10)
            }
            Self::PartWithheld { direct, paid, earnings, code } => {
                other_money::part_withheld(*direct, *paid, *earnings, code)
            }
            Self::Before1987 { box_2a } => other_money::before_1987(box_2a),
            Self::AllOther { other } => other_money::all_other(*other),
        }
    }
}

impl DifferenceWords {
    /// The same where the records do not show the earnings: a letter then asks for them.
    #[must_use]
    pub(in crate::worksheets::tax_forms) fn stating_nothing(mut self, code: DifferenceCode) -> Self {
        let of_earnings = matches!(
            code,
            DifferenceCode::AllTaxable
                | DifferenceCode::NotDetermined
                | DifferenceCode::TaxableZero
                | DifferenceCode::TaxableHigher
                | DifferenceCode::TaxableLower
                | DifferenceCode::BasisMissing
                | DifferenceCode::BasisDiffers
                | DifferenceCode::NotAddingUp
        );
        if of_earnings && !self.request.is_empty() {
            self.ask = "Your ledger does not show how much of it was earnings: enter the balance just before the conversion, or the plan’s own figures. Until then, ask the payer how it arrived at boxes 2a and 5.".into();
            self.request = "Please tell me how much of each payment was after-tax contributions and how much was earnings, and check boxes 2a and 5.".into();
        }
        self
    }
}

/// A sentence on contributions from before 1987, for those who may have made any.
fn if_old(old: bool) -> &'static str {
    if old {
        " If you made contributions before 1987, these may come out alone and untaxed, if the plan allowed that on May 5, 1986, and keeps track of them."
    } else {
        ""
    }
}
