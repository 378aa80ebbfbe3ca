//! What people and tax software ask of these forms, in plain words.

use serde::Serialize;

use super::Work;
use super::tax_return::Amounts;
use crate::law::{Citation, citations, form_1040};
use crate::money::Money;
use crate::record::Path;

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Question {
    /// The question.
    pub asks: String,
    /// The answer.
    pub answer: String,
    /// Where the law or a form's instructions say so.
    pub citation: Citation,
}

pub(super) fn questions(work: &Work<'_>, amounts: &Amounts) -> Vec<Question> {
    let used = |path: Path| work.all_moves().any(|made| made.entered.path == path);
    let [in_plan, roth_ira, split, paid] = [Path::InPlan, Path::RothIra, Path::Split, Path::PaidOut].map(used);
    let form_1040::Lines { gross: whole, taxable: part, .. } = form_1040::lines(work.year);
    let Amounts { gross, taxable, basis, .. } = amounts;
    let mut questions = Vec::new();
    let mut add = |asks: &str, answer: String, citation| {
        questions.push(Question { asks: asks.to_owned(), answer, citation });
    };
    add(
        "Did you roll over the money?",
        if work.all_moves().next().is_none() {
            "By your ledger nothing was. Enter the conversion first if something was.".to_owned()
        } else if paid {
            "Yes for what went straight to Roth, and for what you put into a Roth IRA within 60 days. Enter the amounts; the rest you kept.".to_owned()
        } else {
            "Yes, all of it. Where software asks for the amount, enter the whole of box 1.".to_owned()
        },
        citations::FORM_1040_PENSIONS,
    );
    add(
        "Was it an in-plan Roth rollover, or did it go to a Roth IRA?",
        match (in_plan, roth_ira || split || paid) {
            (true, false) => {
                "In-plan: it went into the Roth account of the same plan. It did not go to a Roth IRA.".to_owned()
            }
            (false, false) => "Neither, by your ledger.".to_owned(),
            (true, true) => {
                "You used both ways. Answer form by form: the titles above say which is for which.".to_owned()
            }
            _ => {
                "To a Roth IRA. It was no in-plan Roth rollover, and it was no conversion of an IRA either.".to_owned()
            }
        },
        citations::IN_PLAN_ROLLOVER,
    );
    add(
        "Did this money come from an IRA?",
        "No. It came from a plan of your employer. The rule that reckons all IRAs together has no part in it."
            .to_owned(),
        citations::SEPARATE_CONTRACT,
    );
    add(
        "Did you make after-tax contributions to the plan? How much?",
        format!(
            "Yes: {basis} of them are in what moved in {}, and box 5 should say so. Software may call this your cost, basis or investment in the contract. It is no Roth contribution.",
            work.year
        ),
        citations::FORM_1099R_BOX_5,
    );
    add(
        "Why do I owe tax on box 2a?",
        format!(
            "The {taxable} there is what the money earned before it moved. Your own {basis} was taxed when you earned it and is not taxed again. Growth after the move is Roth."
        ),
        citations::CONVERSION_INCOME,
    );
    add(
        "Box 2a is blank. What do I enter?",
        format!(
            "Not box 1. A blank is not zero, and some software then takes the whole as income. Enter the taxable part, {taxable} by your ledger, and ask the payer for a corrected form."
        ),
        citations::FORM_1099R_BOX_2A,
    );
    add(
        "Why is there no Form 8606?",
        "It is for IRAs. Neither a rollover from a plan to a Roth IRA nor one inside the plan is on it. Several sites say otherwise; the form’s instructions do not. It comes only later, if you withdraw from a Roth IRA before that is tax-free.".to_owned(),
        citations::FORM_8606_USE,
    );
    add(
        "Why does my income look so big?",
        format!(
            "Line {whole} shows all that moved, {gross}. It is not income. Only line {part}, {taxable}, counts toward your income and tax."
        ),
        citations::FORM_1040_PENSIONS,
    );
    add(
        "Do I owe the 10% tax on early withdrawals?",
        if amounts.early.is_positive() {
            format!(
                "On the {} of earnings that you kept, yes: {}. Nothing on what was rolled over or was after-tax money.",
                amounts.early, amounts.additional_tax
            )
        } else {
            "Not on a rollover, at any age, and never on after-tax money itself.".to_owned()
        },
        citations::FORMS_EARLY,
    );
    add(
        "Is the 3.8% tax on investment income due on it?",
        format!(
            "No. Payments from a plan are no investment income. But the {taxable} is part of your income, and may lift other investment income over the threshold."
        ),
        citations::FORMS_NET_INVESTMENT,
    );
    add(
        "Does it count toward the income limit for a Roth IRA contribution?",
        if in_plan && taxable > &Money::ZERO {
            "Taxable earnings that went to a Roth IRA do not: they are subtracted for that limit. For earnings of an in-plan rollover neither the law nor the worksheet says so, so count them.".to_owned()
        } else {
            "No. The taxable part of a rollover to a Roth IRA is subtracted for that limit. A conversion needs no room under the IRA limit either.".to_owned()
        },
        citations::FORMS_ROTH_IRA_LIMIT,
    );
    add(
        "Does Form 5498 have to agree?",
        "The Roth IRA’s Form 5498 shows in box 2 what arrived there. It comes at the end of May and is not filed. An in-plan rollover has none.".to_owned(),
        citations::FORM_5498_BOX_2,
    );
    add(
        "What about my state’s return?",
        "States differ: most follow the federal taxable amount, some do not, and some tax contributions differently. This planner does not cover them.".to_owned(),
        citations::FORMS_STATE,
    );
    questions
}
