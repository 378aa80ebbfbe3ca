//! What the choice of the landing spot goes by, and the choice itself.

use planner::questions::{Field, Key};

use crate::app::ask::Item::{Ask, Grid, LedgerYear};
use crate::app::ask::{Group, Options, Question, Words, choice, line, lines, select};
use crate::app::plan::{DESTINATION, IN_PLAN, IN_SERVICE, YES_NO};
use crate::app::room::BIRTH_DATE;

/// All questions of the page.
pub const GROUPS: &[Group] = &[YOU, PLAN, MATTERS, CHOICE];

const fn ask(field: Field, label: &'static str, options: Options) -> Question {
    choice(Key::Sheet(field), label, options)
}

const YOU: Group = Group {
    id: "your-accounts",
    title: Words::Said("Your age and your Roth accounts"),
    hint: Words::Said("Earnings come out free of tax five years after the first money went in, and from age 59½."),
    folded: false,
    items: &[
        Grid(&[LedgerYear, Ask(BIRTH_DATE)]),
        Grid(&[
            Ask(line(Key::Sheet(Field::RothIraSince), "First year of any Roth IRA of yours")
                .hint("For which money first went in. Empty if you have none.")),
            Ask(line(Key::Sheet(Field::PlanRothSince), "First year of this plan’s Roth account")
                .hint("In which your Roth money first went in. Empty if you have none.")),
        ]),
    ],
};

const PLAN: Group = Group {
    id: "what-the-plan-allows",
    title: Words::Said("What the plan allows"),
    hint: Words::Said("The same answers stand in the Plan worksheet."),
    folded: false,
    items: &[
        Ask(IN_PLAN),
        Ask(IN_SERVICE),
        Ask(DESTINATION),
        Ask(ask(Field::PlanLoans, "Does the plan lend to you?", YES_NO)),
    ],
};

/// Where something is better.
const BETTER: Options = &[
    ("unknown", "I don’t know, or no matter"),
    ("roth_ira", "In a Roth IRA"),
    ("plan", "In the plan"),
    ("alike", "Alike in both"),
];

const MATTERS: Group = Group {
    id: "what-matters",
    title: Words::Said("What matters to you"),
    hint: Words::NONE,
    folded: false,
    items: &[
        Ask(ask(Field::NeededEarly, "Might you need the money before age 59½?", YES_NO)),
        Ask(ask(
            Field::LeavesFrom55,
            "Might you leave this job in the year you turn 55, or later but before 59½?",
            YES_NO,
        )),
        Ask(select(Key::Sheet(Field::BetterInvestments), "Where are the investments better?", BETTER)),
        Ask(select(Key::Sheet(Field::LowerCosts), "Where are the costs lower?", BETTER)
            .hint("The yearly costs of the funds that you would use, and the account’s own fees.")),
    ],
};

const CHOICE: Group = Group {
    id: "your-choice",
    title: Words::Said("Your choice"),
    hint: Words::Said("It is kept with its reason and date, and shown beside a conversion that goes elsewhere."),
    folded: false,
    items: &[
        Ask(ask(
            Field::LandingSpot,
            "Conversions go to",
            &[("open", "Not chosen yet"), ("roth_ira", "A Roth IRA"), ("roth_401k", "The plan’s own Roth account")],
        )),
        Ask(lines(Key::Sheet(Field::LandingReason), "Because").hint("In your own words.")),
        Ask(line(Key::Sheet(Field::LandingChosenOn), "Chosen on").hint("Month/day/year")),
    ],
};
