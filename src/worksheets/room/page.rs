//! The Contribution Room Worksheet, simple at first: what applies to few people unfolds or
//! shows only to them.

use crate::questions::cards::Item::{Amounts, Ask, AskAs, AskIf, Fold, Grid, When};
use crate::questions::cards::{CAPS, Card, Item, Look, Page, Part, READ_STUB, Rows, ask, of, shown};
use crate::questions::{Field, Key, List, RowField, contributions, jobs};

/// The page.
pub(in crate::worksheets) const PAGE: Page = Page {
    name: "Room",
    question: "How much more can you contribute this year?",
    invitation: "See how much still fits this year",
    worksheet: "Contribution Room Worksheet",
    cards: CARDS,
};

const CARDS: &[Card] =
    &[THIS_JOB, YOU_AND_YOUR_PAY, WHAT_GOES_IN, READ_STUB, CATCH_UP, OWN_LIMITS, OTHER_JOBS, CAPS, SPECIAL_CASES];

const THIS_JOB: Card = Card {
    id: "this-job",
    title: "This job",
    hint: "All pages show this job: its plan, its pay dates, its limits. At the top you choose another one. What is about you is the same for all.",
    folded: false,
    items: &[When(
        |applies| applies.several_jobs,
        &[ask(Field::JobName), ask(Field::JobRelation), Item::Part(Part::RemoveJob)],
    )],
};

const YOU_AND_YOUR_PAY: Card = Card {
    id: "you",
    title: "You and your pay",
    hint: "",
    folded: false,
    items: &[
        Ask(Key::BirthDate),
        ask(Field::Income),
        ask(Field::Pay),
        When(|applies| applies.paychecks, &[shown(Field::PayRate)]),
        ask(Field::NetProfit),
        ask(Field::SocialSecurityWages),
    ],
};

const WHAT_GOES_IN: Card = Card {
    id: "money",
    title: "Contributions to the plan in {year}",
    hint: "*So far* is the year-to-date column of your pay stub. *Still to come* follows from the paychecks on the Pace page, or is what you expect.",
    folded: false,
    items: &[
        When(
            |applies| applies.paychecks,
            &[
                shown(Field::PreTaxSoFar),
                shown(Field::RothSoFar),
                shown(Field::MatchSoFar),
                shown(Field::AfterTax),
                ask(Field::MatchToCome),
            ],
        ),
        When(
            |applies| !applies.paychecks,
            &[
                Amounts(&contributions::PRE_TAX),
                Amounts(&contributions::ROTH),
                Amounts(&contributions::MATCH),
                ask(Field::AfterTax),
            ],
        ),
        ask(Field::FifteenYear),
        Fold(
            "Profit sharing, other employer money, forfeitures, match for last year",
            &[
                ask(Field::MatchOfLastYear),
                Amounts(&contributions::PROFIT_SHARING),
                Amounts(&contributions::NONELECTIVE),
                Amounts(&contributions::FORFEITURES),
            ],
        ),
    ],
};

const CATCH_UP: Card = Card {
    id: "catch-up-heading",
    title: "Catch-up contributions",
    hint: "From the year in which you turn 50 you may defer more. Only deferrals above the usual limit are catch-up, and they don’t count toward the limit on the total. Enter them with your deferrals.",
    folded: false,
    items: &[
        AskIf(Key::Sheet(Field::CatchUp), |applies| applies.higher_catch_up),
        // Whoever is not of that age has one amount, and is not asked which.
        AskAs(
            Key::Sheet(Field::CatchUp),
            &[("unknown", "I don’t know"), ("standard", "Yes"), ("none", "No")],
            |applies| !applies.higher_catch_up,
        ),
        ask(Field::PriorWages),
        AskIf(Key::Sheet(Field::RothDeferrals), |applies| applies.catch_up),
        ask(Field::DeemedRoth),
    ],
};

const OWN_LIMITS: Card = Card {
    id: "own-limits",
    title: "Limits of {year} (not official)",
    hint: "This planner has no official figures for this year. Enter the IRS’s own once they are out, or use the projection.",
    folded: false,
    items: &[Grid(&[
        ask(Field::OwnElectiveDeferrals),
        ask(Field::OwnAnnualAdditions),
        ask(Field::OwnCatchUp),
        ask(Field::OwnCatchUpHigher),
        ask(Field::OwnPayCounted),
        ask(Field::OwnRothWages),
        ask(Field::OwnWageBase),
    ])],
};

const fn job(field: RowField) -> Item {
    of(List::Jobs, field)
}

const OTHER_JOBS: Card = Card {
    id: "jobs",
    title: "Other jobs this year",
    hint: "Everything above is about the job whose plan accepts your after-tax money. Enter any other job or business of this year here: the deferral limit covers all your jobs; each unrelated employer has its own limit on the total.",
    folded: false,
    items: &[Item::Rows(&Rows {
        list: List::Jobs,
        id: "add-job",
        add: "Add a job",
        remove: "Remove this job",
        look: Look::Named("Another job", "", RowField::Name),
        latest: 12,
        items: &[
            job(RowField::Name),
            job(RowField::Relation),
            job(RowField::Is403b),
            job(RowField::Pay),
            Amounts(&jobs::DEFERRALS),
            Amounts(&jobs::EMPLOYER),
            job(RowField::AfterTax),
            Item::Part(Part::AddJob),
        ],
    })],
};

const SPECIAL_CASES: Card = Card {
    id: "special-cases",
    title: "Special cases",
    hint: "",
    folded: true,
    items: &[
        Grid(&[
            ask(Field::LimitationYear),
            ask(Field::LimitationMonths),
            ask(Field::LimitationBegins),
            ask(Field::MonthsLeft),
        ]),
        Grid(&[
            ask(Field::LimitationPay),
            ask(Field::LimitationBefore),
            ask(Field::LaterDeferrals),
            ask(Field::LaterOther),
        ]),
    ],
};
