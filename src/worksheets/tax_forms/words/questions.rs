//! What people and tax software ask of these forms, in plain words.

use crate::law::deadlines::DAYS_TO_ROLL_OVER;
use crate::law::rates::shown::{EARLY, NET_INVESTMENT};
use crate::law::{Citation, citations, form_1040};
use crate::worksheets::tax_forms::questions::{Destination, Facts, Question, RolledOver};

/// Every question with its answer, in the order in which they come up.
pub fn questions(facts: &Facts<'_>) -> Vec<Question> {
    vec![
        rollover(facts),
        destination(facts),
        from_an_ira(),
        contributions(facts),
        tax_on_box_2a(facts),
        blank_box_2a(facts),
        form_8606(),
        large_income(facts),
        early_tax(facts),
        due_or_notice(facts),
        investment_tax(facts),
        roth_ira_limit(facts),
        form_5498(),
        state(),
    ]
}

fn question(asks: &str, answer: impl Into<String>, citation: Citation) -> Question {
    Question { asks: asks.to_owned(), answer: answer.into(), citation }
}

fn rollover(facts: &Facts<'_>) -> Question {
    question(
        "Did you roll over the money?",
        match facts.rolled_over {
            RolledOver::Nothing => {
                "Your ledger shows that nothing was. If something was, enter the conversion first.".to_owned()
            }
            RolledOver::WhatWasNotKept => {
                format!(
                    "Yes for what went straight to Roth, and for what you rolled over within {DAYS_TO_ROLL_OVER} days. Enter the amounts; you kept the rest."
                )
            }
            RolledOver::All => "Yes, all of it. If software asks for the amount, enter all of box 1.".to_owned(),
        },
        citations::FORM_1040_PENSIONS,
    )
}

fn destination(facts: &Facts<'_>) -> Question {
    question(
        "Was it an in-plan Roth rollover, or did it go to a Roth IRA?",
        match facts.destination {
            Destination::Nowhere => "Neither, according to your ledger.",
            Destination::InPlan => "In-plan: it went into the Roth account of the same plan, not to a Roth IRA.",
            Destination::RothIra => {
                "To a Roth IRA. It was not an in-plan Roth rollover, and it was not a conversion of an IRA either."
            }
            Destination::TraditionalIra => "Neither. It went to a traditional IRA, so none of it is Roth.",
            Destination::Several => "You did both or more. Answer form by form: the titles above say which is which.",
        },
        citations::IN_PLAN_ROLLOVER,
    )
}

fn from_an_ira() -> Question {
    question(
        "Did this money come from an IRA?",
        "No. It came from your employer’s plan. The rule that adds all IRAs together does not apply.",
        citations::SEPARATE_CONTRACT,
    )
}

fn contributions(facts: &Facts<'_>) -> Question {
    question(
        "Did you make after-tax contributions to the plan? How much?",
        format!(
            "Yes: {} of what moved in {} was after-tax contributions, and box 5 should say so. Software may call this your cost, basis or investment in the contract. It is not a Roth contribution.",
            facts.amounts.basis, facts.year
        ),
        citations::FORM_1099R_BOX_5,
    )
}

fn tax_on_box_2a(facts: &Facts<'_>) -> Question {
    question(
        "Why do I owe tax on box 2a?",
        format!(
            "The {} there is what the money earned before it moved. Your own {} was taxed when you earned it and is not taxed again. Growth after the move is Roth.",
            facts.amounts.taxable, facts.amounts.basis
        ),
        citations::CONVERSION_INCOME,
    )
}

fn blank_box_2a(facts: &Facts<'_>) -> Question {
    question(
        "Box 2a is blank. What do I enter?",
        format!(
            "Not box 1. A blank is not zero, and some software then counts everything as income. Enter the taxable part, {} according to your ledger, and ask the payer for a corrected form.",
            facts.amounts.taxable
        ),
        citations::FORM_1099R_BOX_2A,
    )
}

fn form_8606() -> Question {
    question(
        "Why is there no Form 8606?",
        "It is for IRAs. Neither a rollover from a plan to a Roth IRA nor one inside the plan goes on it. Several websites say otherwise; the form’s instructions do not. You need it only later, if you withdraw from a Roth IRA before that is tax-free.",
        citations::FORM_8606_USE,
    )
}

fn large_income(facts: &Facts<'_>) -> Question {
    let form_1040::Lines { gross, taxable, .. } = form_1040::lines(facts.year);
    question(
        "Why does my income look so big?",
        format!(
            "Line {gross} shows everything that moved, {}. It is not income. Only line {taxable}, {}, counts toward your income and tax.",
            facts.amounts.gross, facts.amounts.taxable
        ),
        citations::FORM_1040_PENSIONS,
    )
}

fn early_tax(facts: &Facts<'_>) -> Question {
    question(
        &format!("Do I owe the {EARLY} tax on early withdrawals?"),
        if facts.amounts.early.is_positive() {
            format!(
                "On the {} of earnings that you kept, yes: {}. Nothing is due on what was rolled over or was after-tax money.",
                facts.amounts.early, facts.amounts.additional_tax
            )
        } else {
            "Not on a rollover, at any age, and never on after-tax money itself.".to_owned()
        },
        citations::FORMS_EARLY,
    )
}

fn due_or_notice(facts: &Facts<'_>) -> Question {
    question(
        "My return is due, or the IRS has written, and the form is still wrong. What do I do?",
        format!(
            "File what is true, not what the form says: {} is taxable. You can file Form 4852 in place of a wrong form. Answer an IRS letter by its deadline, and send copies of your proof: the plan’s statements, the confirmation of the transfer, and Form 5498 or a statement from the account that received the money. The taxable part of a rollover is income, but it is not an early payment, so no {EARLY} tax is due on it.",
            facts.amounts.taxable
        ),
        citations::FORM_1099R_WRONG,
    )
}

fn investment_tax(facts: &Facts<'_>) -> Question {
    question(
        &format!("Is the {NET_INVESTMENT} tax on investment income due on it?"),
        format!(
            "No. Payments from a plan are not investment income. But the {} is part of your income and may push other investment income over the threshold.",
            facts.amounts.taxable
        ),
        citations::FORMS_NET_INVESTMENT,
    )
}

fn roth_ira_limit(facts: &Facts<'_>) -> Question {
    question(
        "Does it count toward the income limit for a Roth IRA contribution?",
        if facts.in_plan() && facts.amounts.taxable.is_positive() {
            "Taxable earnings that went to a Roth IRA do not: they are subtracted for that limit. For earnings in an in-plan rollover, neither the law nor the worksheet says so, so count them."
        } else {
            "No. The taxable part of a rollover to a Roth IRA is subtracted for that limit. A conversion uses none of the IRA contribution limit either."
        },
        citations::FORMS_ROTH_IRA_LIMIT,
    )
}

fn form_5498() -> Question {
    question(
        "Does Form 5498 have to agree?",
        "Box 2 of the Roth IRA’s Form 5498 shows what arrived there. It comes at the end of May and is not filed. An in-plan rollover has none.",
        citations::FORM_5498_BOX_2,
    )
}

fn state() -> Question {
    question(
        "What about my state’s return?",
        "States differ: most follow the federal taxable amount, but some don’t, and your basis can differ. Pennsylvania, for one, taxes deferrals when you make them. This planner does not cover state returns.",
        citations::FORMS_STATE,
    )
}
