//! What the tax forms' page asks: the forms as they came, and what the plan returned.

use planner::questions::{Key, List, RowField};

use crate::app::ask::Item::{Ask, Beside, LedgerYear};
use crate::app::ask::{Group, Item, Look, Question, ROW, Rows, Words, check, choice, line, select};
use crate::app::plan::YES_NO;
use crate::app::room::BIRTH_DATE;

/// All questions of the page.
pub const GROUPS: &[Group] = &[YEAR, CAME, RETURNED];

const YEAR: Group = Group {
    id: "tax-year",
    title: Words::Said("The year of the conversions"),
    hint: Words::Said(
        "The forms carry this year and come early in the next one. Your age decides between the codes of box 7.",
    ),
    folded: false,
    items: &[Beside(&[LedgerYear, Ask(BIRTH_DATE)])],
};

const fn on_form(field: RowField, label: &'static str) -> Question {
    line(Key::Row(List::Forms, ROW, field), label)
}

const fn checked(field: RowField, label: &'static str) -> Question {
    check(Key::Row(List::Forms, ROW, field), label)
}

const CAME: Group = Group {
    id: "forms-that-came",
    title: Words::Said("Forms 1099-R that came"),
    hint: Words::Said("As they stand on the paper, box by box. Leave empty what is empty there."),
    folded: false,
    items: &[Item::Rows(Rows {
        list: List::Forms,
        id: "add-form",
        add: "Add a Form 1099-R",
        remove: "Remove this form",
        look: Look::Framed(|form, row| {
            let payer = form.text(Key::Row(List::Forms, row, RowField::Payer));
            if payer.trim().is_empty() { "Form 1099-R".to_owned() } else { format!("Form 1099-R from {payer}") }
        }),
        latest: 4,
        items: &[
            Ask(on_form(RowField::Payer, "Payer").hint("The plan or the firm that runs it.")),
            Beside(&[
                Ask(on_form(RowField::Box1, "1 Gross distribution")),
                Ask(on_form(RowField::Box2a, "2a Taxable amount")),
            ]),
            Beside(&[
                Ask(checked(RowField::NotDetermined, "2b Taxable amount not determined")),
                Ask(checked(RowField::TotalDistribution, "2b Total distribution")),
            ]),
            Beside(&[
                Ask(on_form(RowField::Box4, "4 Federal income tax withheld")),
                Ask(on_form(RowField::Box5, "5 Employee contributions")),
            ]),
            Beside(&[
                Ask(on_form(RowField::Box7, "7 Distribution codes")),
                Ask(checked(RowField::IraBox, "7 IRA/SEP/SIMPLE")),
            ]),
            Beside(&[
                Ask(on_form(RowField::Box10, "10 Within 5 years")),
                Ask(on_form(RowField::Box11, "11 1st year of Roth")),
            ]),
        ],
    })],
};

const fn of_return(field: RowField, label: &'static str) -> Question {
    line(Key::Row(List::Returns, ROW, field), label)
}

const RETURNED: Group = Group {
    id: "money-returned",
    title: Words::Said("Money that the plan returned"),
    hint: Words::Said("Only if more went in for {year} than may: what came back, or what the plan says will."),
    folded: true,
    items: &[Item::Rows(Rows {
        list: List::Returns,
        id: "add-return",
        add: "Add a return",
        remove: "Remove this return",
        look: Look::Framed(|_, _| "Money returned".to_owned()),
        latest: 4,
        items: &[
            Ask(select(
                Key::Row(List::Returns, ROW, RowField::ReturnKind),
                "Why?",
                &[
                    ("annual_additions", "All contributions together passed the yearly limit"),
                    ("deferrals", "Deferrals passed their yearly limit"),
                    ("acp_test", "The plan failed its ACP test"),
                ],
            )),
            Beside(&[
                Ask(of_return(RowField::Excess, "Excess").hint("Without its earnings.")),
                Ask(of_return(RowField::ReturnedEarnings, "Earnings on it")),
            ]),
            Ask(of_return(RowField::PaidOn, "Paid on").hint("Empty if it has not come yet.")),
            Ask(choice(
                Key::Row(List::Returns, ROW, RowField::WasConverted),
                "Had the money been converted before?",
                YES_NO,
            )),
            Ask(choice(Key::Row(List::Returns, ROW, RowField::WasRoth), "Were they Roth deferrals?", YES_NO)),
        ],
    })],
};
