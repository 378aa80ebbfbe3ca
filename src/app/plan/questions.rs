//! What the Plan Feature Checklist asks.

use planner::questions::{Field, Key};

use crate::app::ask::{Group, Item, Options, Question, Words, choice, line, select};

/// All questions of the page.
pub const GROUPS: &[Group] = &[KIND, FEATURES, DETAILS, ELECTION, MATCH, CAPS];

const fn ask(field: Field, label: &'static str, options: Options) -> Question {
    choice(Key::Sheet(field), label, options)
}

const fn typed(field: Field, label: &'static str, hint: &'static str) -> Item {
    Item::Ask(line(Key::Sheet(field), label).hint(hint))
}

/// Yes, no, or not known; the first stands for a question not answered.
pub const YES_NO: Options = &[("unknown", "I don’t know"), ("yes", "Yes"), ("no", "No")];

const KIND: Group = Group {
    id: "kind",
    title: Words::Said("Your plan"),
    hint: Words::Said("Everything here is about the plan’s rules, not about you: it can be shared without your pay."),
    folded: false,
    items: &[
        Item::Year,
        Item::Ask(
            select(
                Key::Sheet(Field::PlanKind),
                "Kind of plan",
                &[
                    ("401k", "401(k)"),
                    ("403b", "403(b)"),
                    ("solo_401k", "Solo 401(k), one participant"),
                    ("profit_sharing", "Profit sharing, without deferrals"),
                    ("governmental_401a", "Governmental 401(a)"),
                    ("governmental_457b", "Governmental 457(b)"),
                    ("tax_exempt_457b", "457(b) of a nonprofit"),
                    ("tsp", "Thrift Savings Plan (TSP)"),
                    ("simple_ira", "SIMPLE IRA"),
                    ("simple_401k", "SIMPLE 401(k)"),
                    ("starter_401k", "Starter 401(k)"),
                    ("sep", "SEP IRA"),
                    ("sarsep", "SARSEP"),
                ],
            )
            .hint("It stands on the cover of the summary plan description, and on your statement."),
        ),
        Item::Ask(select(
            Key::Sheet(Field::Employer),
            "Kind of employer",
            &[
                ("company", "A company"),
                ("nonprofit", "A nonprofit"),
                ("government", "A government or public school"),
                ("church", "A church"),
                ("own_business", "My own business, without other staff"),
            ],
        )),
    ],
};

const FEATURES: Group = Group {
    id: "features",
    title: Words::Said("The six features"),
    hint: Words::Said(
        "Look in the *summary plan description*, which every plan must give you, and on the page where you change your contributions. “I don’t know” is a good answer: the letter on this page asks for you.",
    ),
    folded: false,
    items: &[
        Item::Ask(
            ask(Field::PlanAfterTax, "After-tax contributions: may you put in more once deferrals are full?", YES_NO)
                .hint("Money from taxed pay, on top of pre-tax and Roth deferrals. Not the same as Roth deferrals.")
                .look_for(&["“voluntary after-tax”", "“non-Roth after-tax”", "“employee after-tax contributions”"]),
        ),
        Item::Ask(IN_SERVICE),
        Item::Ask(IN_PLAN),
        Item::Ask(
            ask(Field::RothDeferrals, "Does the plan take Roth deferrals?", YES_NO)
                .hint("Then it has a Roth account, which a conversion inside the plan needs."),
        ),
        Item::Ask(
            ask(
                Field::TransferTiming,
                "Transfer timing: how soon can the money move to Roth?",
                &[
                    ("unknown", "I don’t know"),
                    ("automatic", "By itself, with each contribution"),
                    ("any_day", "Any day, when I ask"),
                    ("monthly", "Once a month"),
                    ("quarterly", "Once a quarter"),
                    ("yearly", "Once a year"),
                ],
            )
            .hint("What it earns until then is taxed."),
        ),
        Item::Ask(DESTINATION),
        Item::Ask(CADENCE),
        Item::Ask(ask(
            Field::ElectionMode,
            "Is an election automatic or manual?",
            &[
                ("unknown", "I don’t know"),
                ("standing", "It runs until I change it"),
                ("each_time", "Each contribution by hand"),
            ],
        )),
    ],
};

/// Whether after-tax money can leave the plan, which the landing spot asks as well.
pub const IN_SERVICE: Question = ask(
    Field::InServiceWithdrawal,
    "In-service withdrawal: can after-tax money leave the plan while you work there?",
    YES_NO,
)
.hint("It then goes to a Roth IRA of yours.")
.look_for(&[
    "“in-service withdrawal of after-tax employee contributions”",
    "“in-service distribution”, with no age given for after-tax money",
]);

/// Whether it can move to Roth inside the plan, which the landing spot asks as well.
pub const IN_PLAN: Question = ask(
    Field::InPlanRollover,
    "In-plan Roth conversion: can after-tax money move to a Roth account inside the plan?",
    YES_NO,
)
.hint("One of the two ways is enough.")
.look_for(&["“in-plan Roth rollover”", "“in-plan Roth conversion”", "“automatic Roth conversion”"]);

/// Where it can go, which the landing spot asks as well.
pub const DESTINATION: Question = ask(
    Field::Destination,
    "Conversion destination: where can it go?",
    &[
        ("unknown", "I don’t know"),
        ("roth_ira", "A Roth IRA"),
        ("roth_401k", "The plan’s Roth account"),
        ("both", "Either"),
    ],
);

/// Whether after-tax money stands apart, which the ledger asks as well.
pub const SEPARATE_ACCOUNTING: Question =
    ask(Field::SeparateAccounting, "Are after-tax money and its earnings accounted for apart?", YES_NO)
        .hint("If not, each transfer takes a share of all your money in the plan, and most of it is taxed.");

/// How often pay comes, which the plan's and the pace's page both ask.
pub const CADENCE: Question = select(
    Key::Sheet(Field::Cadence),
    "Payroll cadence: how often are you paid?",
    &[
        ("unknown", "I don’t know"),
        ("weekly", "Every week"),
        ("biweekly", "Every second week"),
        ("semimonthly", "Twice a month"),
        ("monthly", "Once a month"),
        ("manual", "On dates that I list"),
    ],
);

const DETAILS: Group = Group {
    id: "transfer-details",
    title: Words::Said("How money moves to Roth"),
    hint: Words::Said("Leave empty what your plan does not have."),
    folded: true,
    items: &[
        Item::Ask(ask(
            Field::TransferBy,
            "How is a transfer asked for?",
            &[
                ("unknown", "I don’t know"),
                ("online", "On the plan’s site"),
                ("phone_or_form", "By phone or on a form"),
            ],
        )),
        Item::Ask(SEPARATE_ACCOUNTING),
        Item::Ask(ask(Field::SuspendsContributions, "Are contributions suspended after a withdrawal?", YES_NO)),
        Item::Ask(ask(Field::DeferralsFirst, "Must deferrals be full before after-tax money starts?", YES_NO)),
        Item::Grid(&[
            typed(Field::TransfersPerYear, "Most transfers a year", "A number."),
            typed(Field::LeastTransfer, "Smallest transfer", "In dollars."),
            typed(Field::TransferFee, "Fee of a transfer", "In dollars."),
        ]),
        Item::Ask(ask(Field::HighlyCompensated, "Are you highly compensated?", YES_NO).reckoned_hint()),
        typed(
            Field::OthersAverage,
            "Average of the other employees in the last ACP test",
            "If HR tells it, in percent of pay: then the worksheet reckons what might come back to you.",
        ),
    ],
};

const ELECTION: Group = Group {
    id: "election-rules",
    title: Words::Said("How payroll takes an election"),
    hint: Words::NONE,
    folded: true,
    items: &[
        Item::Ask(ask(
            Field::ElectionStep,
            "In which steps?",
            &[
                ("percent", "Whole percent"),
                ("half_percent", "Half percents"),
                ("tenth_percent", "Tenths of a percent"),
                ("dollars", "Whole dollars"),
                ("cents", "Dollars and cents"),
            ],
        )),
        Item::Grid(&[
            typed(Field::ElectionLimit, "Highest after-tax election", "Percent of a paycheck, if payroll has one."),
            typed(Field::ChangeLeadDays, "Days that a change needs", "Before the payday on which it works."),
        ]),
        Item::Ask(
            ask(Field::Spillover, "Do deferrals go on as after-tax money once they are full?", YES_NO)
                .hint("Plans call it “spillover”."),
        ),
    ],
};

const MATCH: Group = Group {
    id: "match-rules",
    title: Words::Said("The match and profit sharing"),
    hint: Words::Said("They take room as well, so the paychecks need their formulas."),
    folded: true,
    items: &[
        Item::Ask(ask(Field::MatchOffered, "Does the employer match your deferrals?", YES_NO)),
        Item::Grid(&[
            typed(Field::MatchRate1, "It matches", "Percent of each dollar: 50 for half."),
            typed(Field::MatchUpTo1, "of what you defer up to", "Percent of pay. Empty if all deferrals are matched."),
            typed(Field::MatchRate2, "then it matches", "The next tier, if there is one."),
            typed(Field::MatchUpTo2, "of what you defer up to", "Percent of pay, from the first dollar."),
            typed(Field::MatchRate3, "then it matches", "A third tier."),
            typed(Field::MatchUpTo3, "of what you defer up to", "Percent of pay, from the first dollar."),
            typed(Field::MatchDollarCap, "Most match a year", "In dollars, if the plan has such a cap."),
        ]),
        Item::Ask(ask(
            Field::MatchTiming,
            "When is it reckoned?",
            &[("each_paycheck", "With each paycheck"), ("yearly", "Once, on the whole year")],
        )),
        Item::Ask(
            ask(Field::TrueUp, "Is there a true-up?", YES_NO)
                .hint("After the year it makes good the match that single paychecks missed."),
        ),
        Item::Ask(ask(Field::MatchOnCatchUp, "Is catch-up matched?", YES_NO)),
        Item::Ask(ask(Field::MatchOnAfterTax, "Is after-tax money matched?", YES_NO)),
        typed(Field::ProfitSharingPercent, "Profit sharing a year", "Percent of pay, if the plan fixes it."),
    ],
};

/// The plan's own limits, which the room's page asks as well.
pub const CAPS: Group = Group {
    id: "plan-rules",
    title: Words::Said("The plan’s own limits"),
    hint: Words::Said("Only what your plan’s summary or HR says. Leave empty what it does not have."),
    folded: true,
    items: &[
        Item::Grid(&[
            typed(Field::DeferralLimit, "The plan’s own limit on deferrals", "In dollars, if lower than the law’s."),
            typed(Field::AfterTaxDollars, "Most after-tax money a year", "In dollars."),
            typed(Field::AfterTaxPercent, "Most after-tax money as a share of pay", "Percent of pay."),
            typed(
                Field::CombinedPercent,
                "Most deferrals and after-tax money together",
                "Percent of pay, catch-up apart.",
            ),
        ]),
        Item::Ask(ask(
            Field::PercentOfCountedPay,
            "Do those percentages stop at the pay that a plan may count?",
            &[("unknown", "I don’t know"), ("yes", "Yes"), ("no", "No, all pay counts")],
        )),
        typed(
            Field::ReservedMatch,
            "Match for which the plan keeps room",
            "Some plans leave room for the largest possible match whatever you defer: its dollars.",
        ),
    ],
};
