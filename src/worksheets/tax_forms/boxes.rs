//! A Form 1099-R box by box: what should stand in each, what does, and why.

use serde::Serialize;

use super::differences::Difference;
use super::expected::{Expected, Way};
use crate::explain::{Figure, Step};
use crate::law::{Citation, citations};
use crate::money::Money;
use crate::record::Form1099R;

/// A box of Form 1099-R.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
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
const PLACES: [(Place, &str, &str); 10] = [
    (Place::Gross, "1", "Gross distribution"),
    (Place::Taxable, "2a", "Taxable amount"),
    (Place::NotDetermined, "2b", "Taxable amount not determined"),
    (Place::Total, "2b", "Total distribution"),
    (Place::Withheld, "4", "Federal income tax withheld"),
    (Place::Basis, "5", "Employee contributions / Designated Roth contributions or insurance premiums"),
    (Place::Codes, "7", "Distribution code(s)"),
    (Place::Ira, "7", "IRA/SEP/SIMPLE"),
    (Place::Within5Years, "10", "Amount allocable to IRR within 5 years"),
    (Place::FirstRothYear, "11", "1st year of desig. Roth contrib."),
];

/// How what stands in a box compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// Nothing was typed.
    Plain,
    /// It is as it should be.
    Match,
    /// It is not.
    Differs,
}

/// A box, filled in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct BoxLine {
    /// Which.
    pub place: Place,
    /// Its number on paper.
    pub number: &'static str,
    /// Its name on paper.
    pub name: &'static str,
    /// What should stand in it; empty where nothing is known of the form.
    pub expected: String,
    /// What stands in it; none where no form was typed.
    pub typed: Option<String>,
    /// How the two compare.
    pub look: Look,
    /// Why it should be so.
    pub why: String,
    /// How the figure came about.
    pub steps: Vec<Step>,
    /// Where the form's instructions or the law say so.
    pub citation: Citation,
}

/// All boxes of a form.
pub(super) fn boxes(
    year: i16,
    expected: Option<&Expected>,
    typed: Option<&Form1099R>,
    differences: &[Difference],
) -> Vec<BoxLine> {
    PLACES
        .iter()
        .map(|(place, number, name)| {
            let (why, citation) = why(*place, year, expected);
            let figure = expected.and_then(|expected| figure(*place, expected));
            let look = match (typed, expected) {
                (Some(_), Some(_)) if differences.iter().any(|each| each.at.contains(place)) => Look::Differs,
                (Some(_), Some(_)) => Look::Match,
                _ => Look::Plain,
            };
            BoxLine {
                place: *place,
                number,
                name,
                expected: expected.map(|expected| should(*place, expected)).unwrap_or_default(),
                typed: typed.map(|typed| stands(*place, typed)),
                look,
                why,
                steps: figure.map(|figure| figure.steps.clone()).unwrap_or_default(),
                citation,
            }
        })
        .collect()
}

fn figure(place: Place, expected: &Expected) -> Option<&Figure> {
    match place {
        Place::Gross => Some(&expected.gross),
        Place::Taxable => Some(&expected.taxable),
        Place::Withheld => Some(&expected.withheld),
        Place::Basis => Some(&expected.basis),
        _ => None,
    }
}

fn mark(checked: bool) -> String {
    if checked { "checked" } else { "not checked" }.to_owned()
}

fn should(place: Place, expected: &Expected) -> String {
    match (figure(place, expected), place) {
        (Some(figure), _) => figure.value.to_string(),
        (_, Place::Codes) => expected.codes.to_owned(),
        (_, Place::Total) => mark(expected.total),
        (_, Place::Within5Years | Place::FirstRothYear) => "blank".to_owned(),
        _ => mark(false),
    }
}

fn stands(place: Place, typed: &Form1099R) -> String {
    let blank = || "blank".to_owned();
    let money = |amount: Option<Money>| amount.map_or_else(blank, |amount| amount.to_string());
    match place {
        Place::Gross => money(typed.gross),
        Place::Taxable => money(typed.taxable),
        Place::Withheld => money(typed.withheld),
        Place::Basis => money(typed.basis),
        Place::Within5Years => money(typed.within_5_years),
        Place::FirstRothYear => typed.first_roth_year.map_or_else(blank, |year| year.to_string()),
        Place::NotDetermined => mark(typed.not_determined),
        Place::Total => mark(typed.total),
        Place::Ira => mark(typed.ira),
        Place::Codes if typed.codes.is_empty() => blank(),
        Place::Codes => typed.codes.clone(),
    }
}

fn why(place: Place, year: i16, expected: Option<&Expected>) -> (String, Citation) {
    let way = expected.map(|expected| expected.way);
    let correction = way.is_some_and(Way::is_correction);
    let (text, citation) = match place {
        Place::Gross => (
            "All that left the account, after-tax money and earnings together. A direct rollover counts as well.",
            citations::FORM_1099R_BOX_1,
        ),
        Place::Taxable => match way {
            Some(Way::SplitRoth | Way::SplitPreTax) => (
                "Nothing is taxed: the basis was taxed before, and the earnings stay in a pre-tax account. The box says 0.00 and is not blank.",
                citations::FORMS_SPLIT,
            ),
            Some(Way::Deferrals | Way::AcpTest | Way::AnnualAdditions) => {
                ("What was not taxed before is income.", citations::FORM_1099R_CORRECTIONS)
            }
            _ => (
                "The earnings, which are income of the year. Where there are none the box says 0.00 and is not blank.",
                citations::FORM_1099R_BOX_2A,
            ),
        },
        Place::NotDetermined => {
            ("The plan keeps a record of after-tax money, so it can say what is taxable.", citations::FORM_1099R_BOX_2B)
        }
        Place::Total => (
            "Checked only where the payments of the year emptied the whole account. Nothing is taxed by it.",
            citations::FORM_1099R_BOX_2B,
        ),
        Place::Withheld => match way {
            Some(Way::PaidOut) => (
                "20% of the taxable part is withheld from a payment to you. It counts toward your tax.",
                citations::FORMS_WITHHOLDING,
            ),
            _ if correction => ("Nothing has to be withheld from a correction.", citations::FORM_1099R_BOX_4),
            _ => ("Nothing is withheld from a direct rollover.", citations::FORMS_WITHHOLDING),
        },
        Place::Basis => (
            "The after-tax contributions in it. They were taxed when you earned them and are not taxed again.",
            citations::FORM_1099R_BOX_5,
        ),
        Place::Codes => {
            let text = match way {
                Some(Way::PaidOut) => {
                    "1 is a payment before age 59½, 7 one from then on; the day of the payment decides."
                }
                Some(Way::AnnualAdditions) => "E is for annual additions above the limit.",
                Some(Way::Deferrals | Way::AcpTest) => {
                    "8 says that it is taxed in the year of payment, P that it is taxed in the year before; B is added for Roth money."
                }
                _ => "G is a direct rollover, to a Roth IRA or within the plan.",
            };
            // One payroll vendor's account of the form of 2026; the IRS's was not read.
            let newer = if year >= 2026 {
                " The form of 2026 is said to call the box 7a and to have new boxes 7b, 7c and 7d; that comes from a single source, and nothing suggests that they matter here."
            } else {
                ""
            };
            return (format!("{text}{newer}"), citations::FORM_1099R_BOX_7);
        }
        Place::Ira => ("A 401(k) or 403(b) is no IRA.", citations::FORM_1099R_BOX_7),
        Place::Within5Years => {
            ("Only for payments out of a Roth account of the plan, not into one.", citations::FORM_1099R_BOXES_10_11)
        }
        Place::FirstRothYear => {
            ("Only for payments out of a Roth account of the plan, not into one.", citations::FORM_1099R_BOXES_10_11)
        }
    };
    (text.to_owned(), citation)
}
