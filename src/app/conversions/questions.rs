//! What the ledger asks: what went in, what statements showed, what was converted, and
//! what the payroll and the plan say of the same.

use planner::questions::{Field, Key, List, RowField};

use super::import;
use crate::app::ask::Item::{Ask, Beside, Fold, Grid, LedgerYear, Part};
use crate::app::ask::{Group, Item, Look, Options, Question, ROW, Rows, Words, choice, line, select};
use crate::app::pace::{AFTER_TAX, LAST_STUB};
use crate::app::plan::SEPARATE_ACCOUNTING;

/// All questions of the page.
pub const GROUPS: &[Group] = &[LEDGER, BRING_IN, CONTRIBUTIONS, BALANCES, CONVERSIONS, TOTALS, WAITING, BY_HAND];

const LEDGER: Group = Group {
    id: "your-ledger",
    title: Words::Said("The ledger of {year}"),
    hint: Words::Said(
        "Each year has a sheet of its own. Earlier years count too: what was left unconverted then moves on into this one.",
    ),
    folded: false,
    items: &[
        LedgerYear,
        Ask(choice(
            Key::Sheet(Field::SeveralPlans),
            "Whose after-tax money is it?",
            &[("no", "One plan’s"), ("yes", "Several plans’, such as an old employer’s as well")],
        )),
        Ask(SEPARATE_ACCOUNTING),
    ],
};

const BRING_IN: Group = Group {
    id: "bring-in",
    title: Words::Said("Bring rows in at once"),
    hint: Words::Said("Or type them in below, one by one."),
    folded: false,
    items: &[Part(import::import)],
};

/// A row's date and amount, and its plan where there are several.
const fn entry(list: List, amount: &'static str) -> [Item; 3] {
    [
        Ask(line(Key::Row(list, ROW, RowField::On), "Date")),
        Ask(line(Key::Row(list, ROW, RowField::Sum), amount)),
        Ask(line(Key::Row(list, ROW, RowField::Plan), "Plan").only(|form| form.shown().several_plans)),
    ]
}

const CONTRIBUTIONS: Group = Group {
    id: "contributions",
    title: Words::Said("After-tax contributions"),
    hint: Words::Said(
        "Each payday on which after-tax money went in. Dates are month/day/year; the Enter key goes on to the next row.",
    ),
    folded: false,
    items: &[Item::Rows(Rows {
        list: List::Contributions,
        id: "add-contribution",
        add: "Add a contribution",
        remove: "Remove the contribution",
        look: Look::Lines,
        latest: 12,
        items: &entry(List::Contributions, "Amount"),
    })],
};

const BALANCES: Group = Group {
    id: "balances",
    title: Words::Said("Balances"),
    hint: Words::Said(
        "What the after-tax money was worth *with its earnings*, from a statement or the plan’s site, best on the day before a conversion. If the plan does not keep it apart, the whole account. Without one, what a conversion left behind is not known.",
    ),
    folded: false,
    items: &[Item::Rows(Rows {
        list: List::Balances,
        id: "add-balance",
        add: "Add a balance",
        remove: "Remove the balance",
        look: Look::Lines,
        latest: 12,
        items: &entry(List::Balances, "Worth"),
    })],
};

const CONVERSIONS: Group = Group {
    id: "your-conversions",
    title: Words::Said("Conversions"),
    hint: Words::NONE,
    folded: false,
    items: &[Item::Rows(Rows {
        list: List::Conversions,
        id: "add-conversion",
        add: "Add a conversion",
        remove: "Remove this conversion",
        look: Look::Framed(|form, row| {
            let on = form.text(Key::Row(List::Conversions, row, RowField::On));
            if on.trim().is_empty() { "A conversion".to_owned() } else { format!("Conversion of {on}") }
        }),
        latest: 4,
        items: &[
            Beside(&[
                Ask(of_conversion(RowField::On, "Date").hint("Month/day/year, as the plan made it.")),
                Ask(of_conversion(RowField::Sum, "Amount").hint("All that left the after-tax money.")),
            ]),
            Ask(select(
                Key::Row(List::Conversions, ROW, RowField::How),
                "Where did it go?",
                &[
                    ("in_plan", "Into the plan’s own Roth account"),
                    ("roth_ira", "Straight to a Roth IRA"),
                    ("split", "Split: contributions to a Roth IRA, earnings to a pre-tax account"),
                    ("paid_out", "Paid to me, then put into a Roth IRA"),
                ],
            )),
            Beside(&[
                Ask(of_conversion(RowField::RolledOver, "Put into a Roth IRA")),
                Ask(of_conversion(RowField::RolledOverOn, "Put in on").hint("You have 60 days.")),
            ]),
            Ask(of_conversion(RowField::Plan, "Plan").only(|form| form.shown().several_plans)),
            Beside(&[
                Ask(of_conversion(RowField::Destination, "Account that received it")),
                Ask(of_conversion(RowField::Confirmation, "Confirmation, or where it is")),
            ]),
            Fold(
                "The plan’s own figures for it",
                &[Beside(&[
                    Ask(of_conversion(RowField::PlanBasis, "Contributions in it").hint("Plans say “basis”.")),
                    Ask(of_conversion(RowField::PlanEarnings, "Earnings in it").hint("One of the two is enough.")),
                ])],
            ),
        ],
    })],
};

const fn of_conversion(field: RowField, label: &'static str) -> Question {
    line(Key::Row(List::Conversions, ROW, field), label)
}

const TOTALS: Group = Group {
    id: "totals",
    title: Words::Said("Does it agree?"),
    hint: Words::Said("The ledger is held against the payroll’s and the plan’s own totals for {year}."),
    folded: false,
    items: &[
        Grid(&[Ask(AFTER_TAX), Ask(LAST_STUB)]),
        Grid(&[
            Ask(line(Key::Sheet(Field::PlanTotal), "After-tax contributions by the plan")
                .hint("Its total for {year}, from a statement or its site.")),
            Ask(line(Key::Sheet(Field::PlanTotalOn), "Up to which day?").hint("Empty: up to today.")),
        ]),
    ],
};

const WAITING: Group = Group {
    id: "waiting-price",
    title: Words::Said("The price of waiting"),
    hint: Words::Said(
        "What the money earns before it is converted is taxed. With these two the worksheet says how much.",
    ),
    folded: false,
    items: &[Grid(&[
        Ask(line(Key::Sheet(Field::TaxRate), "Your tax rate").hint("On the last dollar, federal and state together.")),
        Ask(line(Key::Sheet(Field::Growth), "Growth to reckon with").hint("In percent a year.")),
    ])],
};

const DONE: Options = &[("unknown", "Not yet"), ("yes", "Done")];

const BY_HAND: Group = Group {
    id: "by-hand",
    title: Words::Said("What only you can tick"),
    hint: Words::NONE,
    folded: false,
    items: &[
        Ask(select(Key::Sheet(Field::FormsSaved), "Form 1099-R and the statements of {year} are saved", DONE)),
        Ask(select(
            Key::Sheet(Field::EarningsUnderstood),
            "I know what of it is taxed, before I file the return for {year}",
            DONE,
        )),
        Ask(select(
            Key::Sheet(Field::PlanRechecked),
            "The plan is looked at again after a change of employer or payroll",
            &[("unknown", "Not yet"), ("yes", "Done"), ("no", "Nothing changed")],
        )),
    ],
};
