//! What the pace worksheet asks: paydays, pay, what is taken, and how to spread it.

use planner::questions::{Field, Key, List, RowField};
use planner::record::{Choice, ElectionStep};

use crate::app::ask::{Group, Item, Look, Options, Question, ROW, Rows, Sign, Words, choice, line, lines};
use crate::app::form::Form;
use crate::app::plan::{CADENCE, YES_NO};

/// All questions of the page.
pub const GROUPS: &[Group] = &[PAYDAYS, PAY, SO_FAR, ELECTIONS, TAKE_HOME, SPREAD];

const fn ask(field: Field, label: &'static str) -> Question {
    line(Key::Sheet(field), label)
}

const PAYDAYS: Group = Group {
    id: "paydays",
    title: Words::Said("Your paydays"),
    hint: Words::NONE,
    folded: false,
    items: &[
        Item::Year,
        Item::Ask(CADENCE),
        Item::Ask(ask(Field::KnownPayDate, "One of your paydays").hint("Month/day/year. All others follow from it.")),
        Item::Beside(&[
            Item::Ask(ask(Field::FirstDay, "Day of the month").hint("31 for the last. Usual: 15.")),
            Item::Ask(ask(Field::SecondDay, "Second day").hint("31 for the last.")),
        ]),
        Item::Ask(lines(Key::Sheet(Field::PayDates), "Your paydays in {year}").hint("Month/day/year, one a line.")),
        Item::Ask(choice(
            Key::Sheet(Field::Shift),
            "If a payday falls on a weekend or bank holiday, it is paid",
            &[("before", "on the business day before"), ("after", "on the business day after"), ("none", "on the day")],
        )),
    ],
};

const PAY: Group = Group {
    id: "pay-rates",
    title: Words::Said("Your pay"),
    hint: Words::NONE,
    folded: false,
    items: &[
        Item::Ask(
            choice(
                Key::Sheet(Field::PayBasis),
                "You enter",
                &[("paycheck", "gross pay per paycheck"), ("salary", "a yearly salary")],
            )
            .hint("A salary is split over the usual 52, 26, 24 or 12 paychecks."),
        ),
        Item::Ask(ask(Field::PayRate, "Gross pay").hint("Before taxes and deductions, at the start of {year}.")),
        Item::Rows(RAISES),
        Item::Rows(BONUSES),
    ],
};

const RAISES: Rows = Rows {
    list: List::Raises,
    id: "add-raise",
    add: "Add a raise",
    remove: "Remove this raise",
    look: Look::Framed(|_, _| "A raise".to_owned()),
    latest: 12,
    items: &[Item::Beside(&[
        Item::Ask(raise(RowField::From, "First payday of it").hint("Month/day/year")),
        Item::Ask(raise(RowField::NewPay, "Gross pay from then").hint("As above, not the difference.")),
    ])],
};

const fn raise(field: RowField, label: &'static str) -> Question {
    line(Key::Row(List::Raises, ROW, field), label)
}

const BONUSES: Rows = Rows {
    list: List::Bonuses,
    id: "add-bonus",
    add: "Add a bonus",
    remove: "Remove this bonus",
    look: Look::Framed(|_, _| "A bonus still to come".to_owned()),
    latest: 12,
    items: &[
        Item::Beside(&[
            Item::Ask(bonus(RowField::Date, "Payday").hint("Month/day/year")),
            Item::Ask(bonus(RowField::Amount, "Amount before taxes")),
        ]),
        Item::Ask(of_bonus(
            RowField::Sure,
            "How sure is it?",
            &[("sure", "Sure"), ("unsure", "Not sure: only as a what-if")],
        )),
        Item::Ask(of_bonus(RowField::TakesDeferrals, "Are percentage deferrals taken from it?", YES_NO)),
        Item::Ask(of_bonus(RowField::TakesAfterTax, "Is after-tax money taken from it?", YES_NO)),
        Item::Ask(of_bonus(RowField::Matched, "Does it count for the match?", YES_NO)),
    ],
};

const fn bonus(field: RowField, label: &'static str) -> Question {
    line(Key::Row(List::Bonuses, ROW, field), label)
}

const fn of_bonus(field: RowField, label: &'static str, options: Options) -> Question {
    choice(Key::Row(List::Bonuses, ROW, field), label, options)
}

const SO_FAR: Group = Group {
    id: "so-far",
    title: Words::Said("Your latest pay stub"),
    hint: Words::Said("The *year-to-date* column. The same figures stand in the Room worksheet."),
    folded: false,
    items: &[
        Item::Beside(&[
            Item::Ask(LAST_STUB),
            Item::Ask(ask(Field::PaySoFar, "Gross pay so far").hint("Empty: by the calendar.")),
        ]),
        Item::Grid(&[
            Item::Ask(ask(Field::PreTaxSoFar, "Pre-tax deferrals so far")),
            Item::Ask(ask(Field::RothSoFar, "Roth deferrals so far")),
            Item::Ask(ask(Field::MatchSoFar, "Match so far")),
            Item::Ask(AFTER_TAX),
        ]),
    ],
};

/// The payday of the latest stub, which the ledger is held against as well.
pub const LAST_STUB: Question = ask(Field::LastStub, "Payday of that stub").hint("Empty: the latest by the calendar.");

/// What that stub says of after-tax money.
pub const AFTER_TAX: Question = ask(Field::AfterTax, "After-tax contributions so far");

const ELECTIONS: Group = Group {
    id: "elections",
    title: Words::Said("What is taken from each paycheck now"),
    hint: Words::Said(
        "As you elected it on the payroll site. A percentage with %, dollars with $; without a sign it is what your payroll uses.",
    ),
    folded: false,
    items: &[Item::Grid(&[
        Item::Ask(ask(Field::PreTaxElection, "Pre-tax deferrals").sign(election_sign)),
        Item::Ask(ask(Field::RothElection, "Roth deferrals").sign(election_sign)),
        Item::Ask(ask(Field::AfterTaxElection, "After-tax contributions").sign(election_sign)),
    ])],
};

/// The unit in which payroll takes elections.
fn election_sign(form: Form) -> Sign {
    let step = ElectionStep::from_word(&form.text(Key::Sheet(Field::ElectionStep))).unwrap_or_default();
    if step.in_dollars() { Sign::Dollars } else { Sign::Percent }
}

const TAKE_HOME: Group = Group {
    id: "take-home-pay",
    title: Words::Said("What you take home"),
    hint: Words::Said(
        "After-tax money comes out of what taxes leave. With these two the plan never asks for more than is there.",
    ),
    folded: false,
    items: &[Item::Beside(&[
        Item::Ask(ask(Field::TakeHome, "Take-home pay of that stub").hint("What reached your bank.")),
        Item::Ask(ask(Field::LeastTakeHome, "Least you want to keep").hint("Per regular paycheck.")),
    ])],
};

const SPREAD: Group = Group {
    id: "spread",
    title: Words::Said("How to spread it"),
    hint: Words::NONE,
    folded: false,
    items: &[
        Item::Ask(choice(
            Key::Sheet(Field::Strategy),
            "After-tax money goes in",
            &[
                ("even", "evenly to the end of the year"),
                ("front_loaded", "as early as pay allows"),
                ("by_date", "evenly up to a date"),
            ],
        )),
        Item::Ask(ask(Field::FillBy, "By which date?").hint("Month/day/year")),
        Item::Ask(
            ask(Field::WhatIfRaise, "A raise to try out").hint("In percent; 5 if empty. It changes only the what-ifs."),
        ),
    ],
};
