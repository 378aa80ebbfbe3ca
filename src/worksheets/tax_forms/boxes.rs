//! A Form 1099-R box by box: what should stand in each, what does, and why.

use serde::Serialize;

use super::differences::FoundDifference;
use super::expected_forms::ExpectedForm;
use super::words;
use crate::explain::{Figure, Step};
use crate::law::Citation;
use crate::money::Money;
use crate::record::Form1099R;

/// A box of Form 1099-R.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FormBox {
    /// Box 1.
    Gross,
    /// Box 2a.
    Taxable,
    /// Box 2b, the first mark.
    NotDetermined,
    /// Box 2b, the second mark.
    Total,
    /// Box 4.
    Withheld,
    /// Box 5.
    Basis,
    /// Box 7.
    Codes,
    /// The mark beside box 7.
    Ira,
    /// Box 10.
    Within5Years,
    /// Box 11.
    FirstRothYear,
}

/// The boxes in the order of the paper, with their numbers and names.
const BOXES: [(FormBox, &str, &str); 10] = [
    (FormBox::Gross, "1", "Gross distribution"),
    (FormBox::Taxable, "2a", "Taxable amount"),
    (FormBox::NotDetermined, "2b", "Taxable amount not determined"),
    (FormBox::Total, "2b", "Total distribution"),
    (FormBox::Withheld, "4", "Federal income tax withheld"),
    (FormBox::Basis, "5", "Employee contributions / Designated Roth contributions or insurance premiums"),
    (FormBox::Codes, "7", "Distribution code(s)"),
    (FormBox::Ira, "7", "IRA/SEP/SIMPLE"),
    (FormBox::Within5Years, "10", "Amount allocable to IRR within 5 years"),
    (FormBox::FirstRothYear, "11", "1st year of desig. Roth contrib."),
];

/// How what stands in a box compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BoxStatus {
    /// Nothing was typed.
    Plain,
    /// It is as it should be.
    Match,
    /// It is not, and it does not matter.
    Noted,
    /// It is not.
    Differs,
}

/// A box, filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoxLine {
    /// Which.
    #[serde(rename = "place")]
    pub form_box: FormBox,
    /// Its number on paper.
    pub number: &'static str,
    /// Its name on paper.
    pub name: &'static str,
    /// What should stand in it; empty where nothing is known of the form.
    pub expected: String,
    /// What stands in it; none where no form was typed.
    pub typed: Option<String>,
    /// How the two compare.
    #[serde(rename = "look")]
    pub status: BoxStatus,
    /// Why it should be so.
    pub why: String,
    /// How the figure came about.
    pub steps: Vec<Step>,
    /// Where the form's instructions or the law say so.
    pub citation: Citation,
}

/// All boxes of a form.
pub(super) fn boxes(
    expected: Option<&ExpectedForm>,
    typed: Option<&Form1099R>,
    differences: &[FoundDifference],
) -> Vec<BoxLine> {
    let line = |&(form_box, number, name): &(FormBox, _, _)| {
        let figure = expected.and_then(|expected| figure(form_box, expected));
        let of_it = || differences.iter().filter(|each| each.boxes.contains(&form_box));
        let (why, citation) = words::boxes::why(form_box, expected.map(|expected| expected.reason));
        BoxLine {
            form_box,
            number,
            name,
            expected: expected.map(|expected| should(form_box, expected)).unwrap_or_default(),
            typed: typed.map(|typed| stands(form_box, typed)),
            status: match (typed, expected) {
                (Some(_), Some(_)) if of_it().any(FoundDifference::matters) => BoxStatus::Differs,
                (Some(_), Some(_)) if of_it().next().is_some() => BoxStatus::Noted,
                (Some(_), Some(_)) => BoxStatus::Match,
                _ => BoxStatus::Plain,
            },
            why,
            steps: figure.map(|figure| figure.steps.clone()).unwrap_or_default(),
            citation,
        }
    };
    BOXES.iter().map(line).collect()
}

fn figure(form_box: FormBox, expected: &ExpectedForm) -> Option<&Figure> {
    match form_box {
        FormBox::Gross => Some(&expected.gross),
        FormBox::Taxable => Some(&expected.taxable),
        FormBox::Withheld => Some(&expected.withheld),
        FormBox::Basis => Some(&expected.basis),
        _ => None,
    }
}

fn mark(checked: bool) -> String {
    if checked { "checked" } else { "not checked" }.to_owned()
}

fn should(form_box: FormBox, expected: &ExpectedForm) -> String {
    match (figure(form_box, expected), form_box) {
        (Some(figure), _) => figure.value.to_string(),
        (_, FormBox::Codes) => expected.codes.to_owned(),
        (_, FormBox::Total) => mark(expected.total),
        (_, FormBox::Within5Years | FormBox::FirstRothYear) => "blank".to_owned(),
        _ => mark(false),
    }
}

fn stands(form_box: FormBox, typed: &Form1099R) -> String {
    let blank = || "blank".to_owned();
    let money = |amount: Option<Money>| amount.map_or_else(blank, |amount| amount.to_string());
    match form_box {
        FormBox::Gross => money(typed.gross),
        FormBox::Taxable => money(typed.taxable),
        FormBox::Withheld => money(typed.withheld),
        FormBox::Basis => money(typed.basis),
        FormBox::Within5Years => money(typed.within_5_years),
        FormBox::FirstRothYear => typed.first_roth_year.map_or_else(blank, |year| year.to_string()),
        FormBox::NotDetermined => mark(typed.not_determined),
        FormBox::Total => mark(typed.total),
        FormBox::Ira => mark(typed.ira),
        FormBox::Codes if typed.codes.is_empty() => blank(),
        FormBox::Codes => typed.codes.clone(),
    }
}
