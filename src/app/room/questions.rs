//! What the worksheet asks, simple at first: what applies to few people unfolds or
//! shows only to them.

use planner::questions::{Field, Key, List, RowField};

use crate::app::ask::Item::{Ask, Beside, Fold, Grid, Year};
use crate::app::ask::{Group, Item, Look, Options, Question, ROW, Rows, Words, choice, line, pair};
use crate::app::plan::{CAPS, YES_NO};

/// All questions of the worksheet.
pub const GROUPS: &[Group] = &[YOU_AND_YOUR_PAY, WHAT_GOES_IN, CATCH_UP, OWN_LIMITS, OTHER_JOBS, CAPS, SPECIAL_CASES];

const YOU_AND_YOUR_PAY: Group = Group {
    id: "you",
    title: Words::Said("You and your pay"),
    hint: Words::NONE,
    folded: false,
    items: &[
        Beside(&[Year, Ask(BIRTH_DATE)]),
        Ask(choice(
            Key::Sheet(Field::Income),
            "How does this job pay you?",
            &[("wages", "A paycheck, with a Form W-2"), ("self_employed", "My own business: I am self-employed")],
        )),
        Ask(line(Key::Sheet(Field::Pay), "Gross pay from this employer for all of {year}").hint(
            "Salary and bonus before taxes and deductions, from January to December. Owners of an S corporation: your W-2 wages.",
        )),
        Item::Instead("Your pay follows from your paychecks, in the Pace worksheet.", |form| form.shown().paychecks),
        Ask(line(Key::Sheet(Field::NetProfit), "Net profit of your business for all of {year}").hint(
            "A sole proprietor’s Schedule C profit, or a partner’s earned income, before any contribution for yourself.",
        )),
        Ask(line(Key::Sheet(Field::SocialSecurityWages), "Wages from other jobs that bear Social Security tax")
            .hint("They lower your self-employment tax. Leave it empty if there are none.")),
    ],
};

/// The birth date, which other pages ask as well.
pub const BIRTH_DATE: Question = line(Key::BirthDate, "Birth date").hint("Month/day/year");

const WHAT_GOES_IN: Group = Group {
    id: "money",
    title: Words::Said("What goes into the plan in {year}"),
    hint: Words::Said(
        "*So far* is the year-to-date column of your pay stub. *Still to come* is what you expect from now to the end of the year; once you enter your paychecks in the Pace worksheet, it follows from them. Leave empty what does not apply.",
    ),
    folded: false,
    items: &[
        Ask(amounts(Field::PreTaxSoFar, Field::PreTaxToCome, "Your pre-tax deferrals")
            .hint("What you choose to have taken from your pay before tax.")),
        Ask(amounts(Field::RothSoFar, Field::RothToCome, "Your Roth deferrals").hint(
            "Taken from your pay after tax into the plan’s Roth account. Not the same as after-tax contributions.",
        )),
        Ask(amounts(Field::MatchSoFar, Field::MatchToCome, "Employer match")),
        Ask(line(Key::Sheet(Field::AfterTax), "Your after-tax contributions so far").hint(
            "Plans call them voluntary after-tax or non-Roth after-tax. Count them even if they were already moved to Roth.",
        )),
        Fold(
            "Profit sharing, other employer money, forfeitures",
            &[
                Ask(amounts(Field::ProfitSharingSoFar, Field::ProfitSharingToCome, "Profit sharing")),
                Ask(amounts(Field::NonelectiveSoFar, Field::NonelectiveToCome, "Other employer money").hint(
                    "Money that does not depend on your deferrals: a nonelective or safe harbor contribution, stock from an ESOP.",
                )),
                Ask(amounts(Field::ForfeituresSoFar, Field::ForfeituresToCome, "Forfeitures")
                    .hint("Money that others left behind and the plan shared out to you.")),
            ],
        ),
    ],
};

const CATCH_UP: Group = Group {
    id: "catch-up-heading",
    title: Words::Said("Catch-up contributions"),
    hint: Words::Said(
        "From the year in which you turn 50 you may defer more. Only deferrals above the usual limit are catch-up; they stand outside the limit on the total. Enter them with your deferrals.",
    ),
    folded: false,
    items: &[
        Ask(catch_up(&[
            ("unknown", "I don’t know"),
            ("higher", "Yes, with the higher amount for ages 60 to 63"),
            ("standard", "Yes, the usual amount only"),
            ("none", "No"),
        ])
        .only(|form| form.shown().higher_catch_up)),
        Ask(catch_up(&[("unknown", "I don’t know"), ("standard", "Yes"), ("none", "No")])
            .only(|form| !form.shown().higher_catch_up)),
        Ask(line(Key::Sheet(Field::PriorWages), "Box 3 of your {last_year} Form W-2 from this employer").hint(
            "Social Security wages. They decide whether your catch-up must be Roth. If you did not work here then, enter 0.",
        )),
        Ask(choice(Key::Sheet(Field::RothDeferrals), "Does the plan take Roth deferrals?", YES_NO)
            .only(|form| form.shown().catch_up)),
    ],
};

const OWN_LIMITS: Group = Group {
    id: "own-limits",
    title: Words::Said("Limits of {year} (not official)"),
    hint: Words::Said(
        "This planner has no official figures for this year. Enter those of the IRS notice once it is out, or take the projection.",
    ),
    folded: false,
    items: &[Grid(&[
        Ask(line(Key::Sheet(Field::OwnElectiveDeferrals), "Elective deferrals").reckoned_hint()),
        Ask(line(Key::Sheet(Field::OwnAnnualAdditions), "Annual additions (the total)").reckoned_hint()),
        Ask(line(Key::Sheet(Field::OwnCatchUp), "Catch-up from age 50").reckoned_hint()),
        Ask(line(Key::Sheet(Field::OwnCatchUpHigher), "Catch-up for ages 60 to 63").reckoned_hint()),
        Ask(line(Key::Sheet(Field::OwnPayCounted), "Pay that a plan may count").reckoned_hint()),
        Ask(line(Key::Sheet(Field::OwnRothWages), "Wages above which catch-up must be Roth").reckoned_hint()),
        Ask(line(Key::Sheet(Field::OwnWageBase), "Social Security wage base").reckoned_hint()),
    ])],
};

const OTHER_JOBS: Group = Group {
    id: "jobs",
    title: Words::Said("Other jobs this year"),
    hint: Words::Said(
        "Had another job or a business this year? The limit on deferrals is yours over all jobs; the limit on the total is each employer’s own.",
    ),
    folded: false,
    items: &[Item::Rows(Rows {
        id: "add-job",
        add: "Add a job",
        remove: "Remove this job",
        list: List::Jobs,
        look: Look::Framed(|form, job| {
            let name = form.text(Key::Row(List::Jobs, job, RowField::Name));
            if name.trim().is_empty() { "Another job".to_owned() } else { name }
        }),
        latest: 12,
        items: &[
            Ask(line(job(RowField::Name), "Employer’s name (as you like)")),
            Ask(choice(
                job(RowField::Relation),
                "How does it stand to the job above?",
                &[
                    ("unrelated", "Another owner"),
                    ("related", "The same company or group of companies"),
                    (
                        "403b_and_own_business",
                        "One of the two plans is a 403(b), and I own more than half of the business behind the other",
                    ),
                ],
            )),
            Ask(line(job(RowField::Pay), "Gross pay there for the year")),
            Ask(pair(
                job(RowField::DeferralsSoFar),
                job(RowField::DeferralsToCome),
                "Your deferrals there, pre-tax and Roth",
            )
            .hint("To a 401(k), 403(b), SARSEP or SIMPLE. Leave out a 457(b): its limit is its own.")),
            Ask(pair(job(RowField::EmployerSoFar), job(RowField::EmployerToCome), "Employer money there")),
            Ask(line(job(RowField::AfterTax), "After-tax contributions there so far")),
        ],
    })],
};

const SPECIAL_CASES: Group = Group {
    id: "special-cases",
    title: Words::Said("Special cases"),
    hint: Words::NONE,
    folded: true,
    items: &[Grid(&[
        Ask(line(Key::Sheet(Field::LimitationMonths), "Months in a short first plan year").hint(
            "Only for a new plan whose limitation year is under 12 months. Joining in mid-year does not count. If the plan’s year is not the calendar year, choose above the year in which it ends.",
        )),
        Ask(line(Key::Sheet(Field::MonthsLeft), "Months left to contribute in").reckoned_hint()),
    ])],
};

const fn amounts(so_far: Field, to_come: Field, label: &'static str) -> Question {
    pair(Key::Sheet(so_far), Key::Sheet(to_come), label)
}

const fn catch_up(options: Options) -> Question {
    choice(Key::Sheet(Field::CatchUp), "Does the plan take catch-up contributions?", options)
}

const fn job(field: RowField) -> Key {
    Key::Row(List::Jobs, ROW, field)
}
