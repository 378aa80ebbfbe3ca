//! What the guide's six items say.

use crate::english::counted;
use crate::law::citations;
use crate::law::deadlines::FORMS_SENT;
use crate::money::Money;
use crate::record::Answer;
use crate::worksheets::conversions::checklist::{Agreement, Checklist, Earnings, Forms, Mark, ROWS, Row};

/// The guide's six items: the name of each, and where to look.
pub const TRACKED: [[&str; 2]; ROWS] = [
    [
        "Log each after-tax contribution date and amount",
        "Each pay stub, under deductions: “after-tax 401(k),” not “Roth.” The plan’s transaction history shows the same amount a few days later.",
    ],
    [
        "Record when the conversion or withdrawal happened",
        "The plan’s transaction history: “Roth in-plan conversion,” “rollover” or “withdrawal,” with the date it was made, not the date you asked.",
    ],
    [
        "Keep the confirmation showing the Roth destination",
        "The message or letter you get after the transfer, with its number, the gross amount and the receiving account. Save it as a file, because plans delete these when you leave.",
    ],
    [
        "Save the 1099-R and any plan statements that show basis and earnings separately",
        "The plan’s website under “Tax forms” and “Statements.”",
    ],
    [
        "Confirm the taxable earnings, if any, are understood before filing",
        "Compare box 2a of Form 1099-R with “Taxable” on this page. They should match to the cent, or differ by a cent of rounding.",
    ],
    [
        "Recheck the plan after any employer change or payroll update",
        "The first stub after the change, and the plan’s list of sources.",
    ],
];

impl Checklist<'_> {
    /// The six items, in the guide's order.
    pub(in crate::worksheets::conversions) fn rows(&self) -> [Row; ROWS] {
        [
            self.contributions_logged(),
            self.conversions_recorded(),
            self.confirmations_kept(),
            self.forms_saved(),
            self.earnings_understood(),
            self.plan_rechecked(),
        ]
    }

    fn contributions_logged(&self) -> Row {
        let (mark, means) = match &self.agreement {
            Agreement::Differs(check) => (
                Mark::Differs,
                format!("They differ from another total by {}. {}", check.difference.abs(), check.look),
            ),
            Agreement::NothingContributed => {
                (Mark::Aside, format!("Nothing has gone in during {} so far.", self.year))
            }
            Agreement::NoOtherCount => (
                Mark::Open,
                "Enter the after-tax total on your latest stub, or the plan’s own total, and this page can tell whether a row is missing.".to_owned(),
            ),
            Agreement::Agrees => {
                (Mark::Done, "They match your stub or your plan to the cent.".to_owned())
            }
        };
        Row {
            name: TRACKED[0][0],
            question: "Once you know the room is there, direct payroll or manual contributions into the after-tax source and move them out promptly through the allowed conversion route.",
            answer: format!(
                "{}, {} in all",
                counted(self.contributions, "contribution", "contributions"),
                self.contributed
            ),
            means,
            look: TRACKED[0][1],
            words: &[],
            mark,
            citation: citations::PAY_STUB,
        }
    }

    fn conversions_recorded(&self) -> Row {
        let (mark, means) = match (self.waiting, self.conversions) {
            (Some(value), _) => (Mark::Open, format!("{value} still waits.")),
            (None, 0) => (Mark::Aside, "Nothing is waiting to be converted.".to_owned()),
            (None, _) => (Mark::Done, "Nothing is waiting.".to_owned()),
        };
        Row {
            name: TRACKED[1][0],
            question: "Do not leave the after-tax bucket sitting unconverted for months unless the plan rules or processing delays absolutely force it.",
            answer: match self.conversions {
                0 => format!("None in {} so far", self.year),
                number => format!("{}, {} in all", counted(number, "conversion", "conversions"), self.converted),
            },
            means,
            look: TRACKED[1][1],
            words: &[],
            mark,
            citation: citations::YEAR_OF_CONVERSION,
        }
    }

    fn confirmations_kept(&self) -> Row {
        let number = counted(self.conversions, "confirmation", "confirmations");
        let (mark, answer, means) = match (self.conversions, self.unconfirmed) {
            (0, _) => (Mark::Aside, "No conversion yet".to_owned(), "There is nothing to confirm."),
            (_, 0) => {
                (Mark::Done, format!("{number} kept"), "It proves the date, and that the money went straight to Roth.")
            }
            (_, missing) => (
                Mark::Open,
                format!("{missing} of {number} missing"),
                "Enter each confirmation number, or where you keep it.",
            ),
        };
        Row {
            name: TRACKED[2][0],
            question: "Make that decision before the transfer so the paperwork matches the intent.",
            answer,
            means: means.to_owned(),
            look: TRACKED[2][1],
            words: &[],
            mark,
            citation: citations::PLAN_STATEMENT,
        }
    }

    fn forms_saved(&self) -> Row {
        let (year, next) = (self.year, self.year.saturating_add(1));
        let (mark, answer, means) = match self.forms {
            Forms::Saved => (
                Mark::Done,
                "Saved",
                "Keep them as long as you have a Roth account: they prove what was taxed.".to_owned(),
            ),
            Forms::None => (
                Mark::Aside,
                "No conversion yet",
                format!(
                    "A year without a conversion brings no Form 1099-R. Save the plan’s year-end statement for {year}."
                ),
            ),
            Forms::Due => (
                Mark::Open,
                "Not saved yet",
                format!(
                    "The form for {year} was due by {FORMS_SENT}, {next}, or the next business day. The Tax forms page shows what it must say."
                ),
            ),
            Forms::ToCome => (
                Mark::Open,
                "Not saved yet",
                format!(
                    "The form for {year} comes by {FORMS_SENT}, {next}, or the next business day. Save the statements as they come."
                ),
            ),
        };
        Row {
            name: TRACKED[3][0],
            question: "Keep it with your year-end statements and note the basis moved, the earnings generated before conversion, and the exact date of transfer.",
            answer: answer.to_owned(),
            means,
            look: TRACKED[3][1],
            words: &[],
            mark,
            citation: citations::PLAN_STATEMENT,
        }
    }

    fn earnings_understood(&self) -> Row {
        let (year, taxable) = (self.year, self.taxable);
        let (mark, answer) = match self.earnings {
            Earnings::Understood => (Mark::Done, "Understood"),
            Earnings::None => (Mark::Aside, "No conversion yet"),
            Earnings::NotTicked => (Mark::Open, "Not checked off yet"),
        };
        let means = match self.earnings {
            Earnings::None => "There is nothing to tax.".to_owned(),
            _ if taxable == Money::ZERO => format!(
                "According to the ledger, none of the conversions in {year} is taxable. Make sure that the plan agrees."
            ),
            _ => format!(
                "{taxable} is ordinary income for {year}; nothing is withheld from a direct rollover. The rest was taxed before."
            ),
        };
        Row {
            name: TRACKED[4][0],
            question: "But the conversion is not magic: earnings can still be taxable, and you still need to report the transaction correctly, usually with Form 1099-R and your return.",
            answer: answer.to_owned(),
            means,
            look: TRACKED[4][1],
            words: &[],
            mark,
            citation: citations::CONVERSION_INCOME,
        }
    }

    fn plan_rechecked(&self) -> Row {
        let (mark, answer, means) = match self.plan_rechecked {
            Answer::Yes => (Mark::Done, "Rechecked", "The Plan page has this year’s answers."),
            Answer::No => (
                Mark::Aside,
                "Nothing changed",
                "Check again when your employer, the plan’s provider or payroll changes.",
            ),
            Answer::Unknown => (
                Mark::Open,
                "Not checked off yet",
                "A new employer, provider or payroll system can end an election or an automatic conversion. Say whether anything changed.",
            ),
        };
        Row {
            name: TRACKED[5][0],
            question: "If your employer changes, revisit the plan from scratch because the feature set can change dramatically.",
            answer: answer.to_owned(),
            means: means.to_owned(),
            look: TRACKED[5][1],
            words: &[],
            mark,
            citation: citations::PLAN_DOCUMENT,
        }
    }
}
