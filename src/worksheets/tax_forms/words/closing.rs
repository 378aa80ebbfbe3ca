//! The decision, the rule and the next action, and the letter to the payer.

use crate::english::{by_count, capitalized, counted, counted_from_one, uncapitalized};
use crate::explain::Closing;
use crate::law::{citations, form_1040};
use crate::worksheets::tax_forms::closing::{Counts, Decision, Ending, FormsHeadline, NextAction, StillToCome};
use crate::worksheets::tax_forms::differences::FoundDifference;

const RULE: &str = "A conversion is income only to the extent that it was not taxed before. Box 1 is everything that moved, box 5 your after-tax contributions, box 2a the earnings, and code G says that it went straight to the new account.";

impl Ending<'_> {
    /// It in words.
    pub fn words(&self) -> Closing {
        Closing {
            decision: self.decision(),
            rule: RULE.into(),
            citations: vec![
                citations::CONVERSION_INCOME,
                citations::FORM_1099R_BOX_2A,
                citations::FORM_1099R_BOX_5,
                citations::FORM_1099R_BOX_7,
            ],
            next_action: next_action(self.next).into(),
            by: self.by,
            words: self.letter(),
        }
    }

    fn decision(&self) -> String {
        let year = self.year;
        let (gross, taxable, lines) = (self.amounts.gross, self.amounts.taxable, self.lines());
        match &self.decision {
            Decision::OnlyReturned => {
                format!(
                    "You entered no conversion and no form for {year}, but the plan is returning money: the table below says what will come."
                )
            }
            Decision::OneToCome { gross, taxable, codes, .. } => {
                format!(
                    "Your Form 1099-R for {year} should show {gross} in box 1 and {taxable} in box 2a, code {codes}. {lines}"
                )
            }
            Decision::SeveralToCome { forms, .. } => {
                format!(
                    "{forms} Forms 1099-R for {year} should come, with {gross} in box 1 and {taxable} in box 2a together. {lines}"
                )
            }
            Decision::Agrees { forms: 0, still_to_come } => {
                format!("None of the forms you received is for your after-tax money{}. {lines}", more(still_to_come))
            }
            Decision::Agrees { forms: 1, still_to_come } => {
                format!("The form you received agrees with your ledger{}. {lines}", more(still_to_come))
            }
            Decision::Agrees { forms, still_to_come } => {
                format!("{} forms you received agree with your ledger{}. {lines}", all(*forms), more(still_to_come))
            }
            Decision::Differs { forms, counts, differences, still_to_come } => format!(
                "{} According to your ledger: {lines}",
                ended(format!("{}: {}{}", differing(*forms, *counts), titles(differences), more(still_to_come))),
            ),
        }
    }

    /// The answer to whether the forms are right.
    pub fn headline(&self) -> FormsHeadline {
        let forms = |count: usize| counted(count, "form", "forms");
        let (answer, grave) = match &self.decision {
            Decision::OnlyReturned => ("No form yet".to_owned(), false),
            Decision::OneToCome { overdue, .. } => (format!("1 form {}", to_come(*overdue)), *overdue),
            Decision::SeveralToCome { forms: count, overdue } => {
                (format!("{} {}", forms(*count), to_come(*overdue)), *overdue)
            }
            Decision::Agrees { forms: 0, .. } => ("Not typed in yet".to_owned(), false),
            Decision::Agrees { forms: 1, still_to_come: StillToCome { forms: 0, .. } } => {
                ("It is right".to_owned(), false)
            }
            Decision::Agrees { forms: count, still_to_come: StillToCome { forms: 0, .. } } => {
                (format!("{} are right", all(*count)), false)
            }
            Decision::Agrees { forms: count, still_to_come } => {
                let (is, should) = (by_count(*count, "is", "are"), to_come(still_to_come.overdue));
                (format!("{count} {is} right, {} {should}", still_to_come.forms), still_to_come.overdue)
            }
            Decision::Differs { counts: Counts { boxes: 0, forms: count }, .. } => {
                (format!("{} to explain", forms(*count)), true)
            }
            Decision::Differs { counts, .. } => (counted(counts.boxes, "box differs", "boxes differ"), true),
        };
        let answer = if self.problem && !grave { format!("{answer}, but see the problem below") } else { answer };
        FormsHeadline { answer, below: self.lines(), grave: grave || self.problem }
    }

    /// The lines of Form 1040.
    fn lines(&self) -> String {
        let form_1040::Lines { gross, taxable, .. } = form_1040::lines(self.year);
        format!("Form 1040, line {gross}: {}; line {taxable}: {}.", self.amounts.gross, self.amounts.taxable)
    }

    /// The differences as a letter to the payer.
    fn letter(&self) -> Option<String> {
        let of_forms: Vec<String> = self
            .to_ask_about
            .iter()
            .map(|sheet| format!("{}\n- {}", sheet.title, sheet.requests().collect::<Vec<_>>().join("\n- ")))
            .collect();
        (!of_forms.is_empty()).then(|| {
            format!(
                "Subject: Form 1099-R for {}: please check\n\nPlease check the following, and send a corrected form if I am right:\n\n{}\n\nI can send pay stubs and plan statements that show my after-tax contributions.",
                self.year,
                of_forms.join("\n\n")
            )
        })
    }
}

const fn next_action(next: NextAction) -> &'static str {
    match next {
        NextAction::FollowTheTable => {
            "Follow the last column of the table for your case, and keep the plan’s letter with the form when it comes."
        }
        NextAction::AskThePayer => {
            "Check what you typed against the paper, then send the message below to the payer. If your return is due first, file what is true, with Form 4852 in place of the wrong form, and keep the plan’s statements."
        }
        NextAction::WaitForForms => {
            "Wait for the forms, and type in each when it comes. Keep the confirmations of all conversions until then."
        }
        NextAction::LookForForms => {
            "Look on the plan’s website under tax forms, type in each form, and ask for any that are missing."
        }
        NextAction::SeeToDifferences => "Clear up the differences above before you file.",
        NextAction::SayWhatItIs => {
            "Answer the questions about the forms before you file. Write to the payer only if no answer fits."
        }
        NextAction::SeeToFindings => "Fix the problem below before you file.",
        NextAction::File => "Enter the lines above on your return, and print the page for your files.",
    }
}

/// How much differs, as the start of a sentence.
fn differing(forms: usize, Counts { boxes, forms: open }: Counts) -> String {
    let of_boxes = || {
        format!(
            "{} from your ledger in {}",
            by_count(forms, "The form differs", "The forms differ"),
            counted_from_one(boxes, "box", "boxes"),
        )
    };
    let of_forms = || format!("{} to be explained", counted_from_one(open, "form has", "forms have"));
    match (boxes, open) {
        (0, _) => capitalized(&of_forms()),
        (_, 0) => of_boxes(),
        _ => format!("{}, and {}", of_boxes(), of_forms()),
    }
}

/// All of several, in words.
fn all(count: usize) -> String {
    if count == 2 { "Both".to_owned() } else { format!("All {count}") }
}

const fn to_come(overdue: bool) -> &'static str {
    if overdue { "missing" } else { "to come" }
}

/// A sentence with its end, if that is no question.
fn ended(mut sentence: String) -> String {
    if !sentence.ends_with('?') {
        sentence.push('.');
    }
    sentence
}

/// How many forms have not come, as the end of a sentence.
fn more(still_to_come: &StillToCome) -> String {
    match still_to_come {
        StillToCome { forms: 0, .. } => String::new(),
        StillToCome { forms, overdue: false } => format!("; {forms} more should come"),
        StillToCome { forms, overdue: true } => format!("; {forms} more should have come"),
    }
}

fn titles(differences: &[&FoundDifference]) -> String {
    differences.iter().map(|difference| uncapitalized(&difference.words.title)).collect::<Vec<_>>().join("; ")
}
