//! What the guide's six rows say: the guide's question, where to look for the answer, and
//! what the person's answer means.

use super::Case;
use super::rows::{Feature, reached_by};
use crate::record::{Answer, Cadence, Destination, ElectionMode, PlanKind, TransferTiming};
use crate::worksheets::feasibility::words::a_name;
use crate::worksheets::feasibility::{Cause, Exits};

const NOT_KNOWN: &str = "Not known yet";

impl Feature {
    /// The guide's name.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::AfterTax => "After-tax contributions",
            Self::Withdrawal => "In-service withdrawal",
            Self::InPlan => "In-plan Roth conversion",
            Self::Timing => "Transfer timing",
            Self::Destination => "Conversion destination",
            Self::Cadence => "Payroll cadence",
        }
    }

    /// The guide's question.
    pub(super) fn question(self) -> &'static str {
        match self {
            Self::AfterTax => "Does the plan allow contributions after the regular elective deferral limit is reached?",
            Self::Withdrawal => "Can after-tax money leave the plan before termination?",
            Self::InPlan => "Can the after-tax bucket be moved into a Roth subaccount inside the plan?",
            Self::Timing => "How quickly can money be converted after contribution?",
            Self::Destination => "Roth IRA, Roth 401(k), or both?",
            Self::Cadence => "Weekly, biweekly, monthly, or manual election?",
        }
    }

    /// Where to look, and the words that plan papers use.
    pub(super) fn where_to_look(self) -> (&'static str, &'static [&'static str]) {
        match self {
            Self::AfterTax => (
                "The summary plan description under “Contributions”, and the list of sources on the page where you change your contributions. Roth deferrals are something else, although they also come out of take-home pay.",
                &["voluntary after-tax", "non-Roth after-tax", "employee after-tax", "traditional after-tax"],
            ),
            Self::Withdrawal => (
                "The summary plan description under “Withdrawals while employed”. Look at the rule for the after-tax source; the one for deferrals is stricter.",
                &[
                    "in-service withdrawal of after-tax employee contributions",
                    "non-hardship withdrawal",
                    "in-service distribution",
                ],
            ),
            Self::InPlan => (
                "The summary plan description under “Roth” or “Rollovers”, and the plan’s website under “Convert” or “Withdrawals and loans”. Ask whether it covers the after-tax source and can run automatically.",
                &[
                    "in-plan Roth rollover",
                    "in-plan Roth conversion",
                    "Roth in-plan conversion",
                    "automatic conversion",
                ],
            ),
            Self::Timing => (
                "The fine print of the conversion or withdrawal: how often, the minimum amount, the cost, and whether you do it online or by phone.",
                &["frequency", "daily", "automatic", "limit of withdrawals per plan year", "minimum amount"],
            ),
            Self::Destination => (
                "The form or the page for the conversion or withdrawal: where it lets the money go. Choose a direct rollover, never a check to yourself.",
                &["direct rollover to a Roth IRA", "designated Roth account", "Roth source"],
            ),
            Self::Cadence => (
                "Your pay stub for the pay dates, and the page where you change your contributions for how elections are entered, the maximum, and the first paycheck on which a change takes effect.",
                &["pay frequency", "payroll deduction", "contribution election", "spillover"],
            ),
        }
    }

    /// The person's answer in words, and what it means for them.
    pub(super) fn answer_and_meaning(self, case: &Case<'_>) -> (String, String) {
        let plan = &case.entry.plan;
        let (answer, means) = match self {
            Self::AfterTax => match case.cause {
                Some(Cause::Kind(barred)) => return (format!("No: {}", a_name(plan.kind)), barred.why().to_owned()),
                _ => (yes_or_no(plan.after_tax), after_tax(plan.after_tax)),
            },
            Self::Withdrawal => {
                return (yes_or_no(case.exits.withdrawal).to_owned(), withdrawal(case.exits, plan.kind));
            }
            Self::InPlan => {
                return (yes_or_no(plan.in_plan_rollover).to_owned(), in_plan(case.exits, plan.roth_deferrals));
            }
            Self::Timing => timing(plan.transfer_timing),
            Self::Destination => destination(plan.destination, reached_by(case.exits)),
            Self::Cadence => return cadence(case.entry.payroll.cadence, plan.election_mode),
        };
        (answer.to_owned(), means.to_owned())
    }
}

fn yes_or_no(answer: Answer) -> &'static str {
    match answer {
        Answer::Unknown => NOT_KNOWN,
        Answer::Yes => "Yes",
        Answer::No => "No",
    }
}

fn after_tax(answer: Answer) -> &'static str {
    match answer {
        Answer::Yes => {
            "The plan has the source you need: voluntary contributions from your take-home pay, on top of your deferrals."
        }
        Answer::No => {
            "Without after-tax contributions there is nothing to convert, and the plan accepts nothing from you beyond deferrals and catch-up."
        }
        Answer::Unknown => {
            "Everything depends on this. The law allows such contributions, but the plan’s document decides, and many plans don’t accept them."
        }
    }
}

fn withdrawal(exits: Exits, kind: PlanKind) -> String {
    let yes = if kind == PlanKind::Plan403b {
        "After-tax money can go straight to your Roth IRA while you work here. If your 403(b) is in mutual funds, ask whether it may before age 59½."
    } else {
        "After-tax money can go straight to your Roth IRA while you work here. The law sets no minimum age for that, unlike for deferrals, which generally can’t be paid out before 59½."
    };
    exit(exits.withdrawal, exits.in_plan, yes, "conversion inside the plan")
}

fn in_plan(exits: Exits, roth_deferrals: Answer) -> String {
    let means = exit(
        exits.in_plan,
        exits.withdrawal,
        "After-tax money can move to the plan’s own Roth account and stays in the plan.",
        "withdrawal to a Roth IRA",
    );
    match roth_deferrals {
        Answer::No => {
            format!("The plan accepts no Roth deferrals, so it has no Roth account to convert into. {means}")
        }
        _ => means,
    }
}

/// What one way out means, given the other.
fn exit(this: Answer, other: Answer, yes: &str, other_way: &str) -> String {
    match (this, other) {
        (Answer::Yes, _) => yes.to_owned(),
        (Answer::No, Answer::Yes) => format!("Your plan doesn’t offer this. You do not need it: {other_way} is enough."),
        (Answer::No, Answer::Unknown) => format!("Your plan doesn’t offer this, so everything depends on {other_way}."),
        (Answer::No, Answer::No) => {
            "Your plan offers neither way: after-tax money would stay until you leave the employer or reach the plan’s retirement age, and what it earns would be taxable.".to_owned()
        }
        (Answer::Unknown, Answer::Yes) => format!("You don’t need to know: {other_way} is enough."),
        (Answer::Unknown, Answer::No) => "Your plan doesn’t offer the other way, so everything depends on this one.".to_owned(),
        (Answer::Unknown, Answer::Unknown) => format!("One way is enough: this one or {other_way}."),
    }
}

fn timing(timing: TransferTiming) -> (&'static str, &'static str) {
    match timing {
        TransferTiming::Unknown => {
            (NOT_KNOWN, "The shorter the wait, the less the money earns before it moves, and only that is taxed.")
        }
        TransferTiming::Automatic => (
            "Automatically, with each contribution",
            "The money earns next to nothing before it moves, so next to nothing is taxed.",
        ),
        TransferTiming::AnyDay => (
            "On any day, when you ask",
            "Ask right after each contribution, and the money earns next to nothing before it moves.",
        ),
        TransferTiming::Monthly => ("Once a month", "What the money earns in up to a month is taxed when it moves."),
        TransferTiming::Quarterly => {
            ("Once a quarter", "What the money earns in up to three months is taxed when it moves.")
        }
        TransferTiming::Yearly => ("Once a year", "What the money earns in up to a year is taxed when it moves."),
    }
}

fn destination(answer: Destination, by_the_exits: Destination) -> (&'static str, &'static str) {
    match answer {
        Destination::Unknown => (NOT_KNOWN, leads_to(by_the_exits)),
        Destination::RothIra => (
            "A Roth IRA",
            "You choose the provider and the investments, and can take the converted after-tax money out again at any time.",
        ),
        Destination::Roth401k => (
            "The plan’s Roth account",
            "The money stays in the plan, with the plan’s investments, fees and withdrawal rules.",
        ),
        Destination::Both => (
            "Either",
            "You choose. A Roth IRA gives you more freedom; the plan’s Roth account is simpler and can run automatically.",
        ),
    }
}

fn leads_to(destination: Destination) -> &'static str {
    match destination {
        Destination::Unknown => "It depends on the two ways above.",
        Destination::RothIra => "A withdrawal goes to your own Roth IRA.",
        Destination::Roth401k => "A conversion inside the plan goes to the plan’s own Roth account.",
        Destination::Both => "Your plan offers both ways: you choose.",
    }
}

fn cadence(cadence: Cadence, mode: ElectionMode) -> (String, String) {
    let often = match cadence {
        Cadence::Unknown => NOT_KNOWN,
        Cadence::Weekly => "Weekly",
        Cadence::Biweekly => "Every two weeks",
        Cadence::Semimonthly => "Twice a month",
        Cadence::Monthly => "Monthly",
        Cadence::Manual => "On dates that you list",
    };
    let (by, means) = match mode {
        ElectionMode::Unknown => ("", "Ask whether an election stays in force until you change it."),
        ElectionMode::Standing => (
            ", by an election that stays in force",
            "After-tax money comes out of each paycheck until you change the election. Payroll may not stop it at the limit for you.",
        ),
        ElectionMode::EachTime => {
            (", each contribution by hand", "Nothing is automatic: you make each contribution yourself.")
        }
    };
    (format!("{often}{by}"), means.to_owned())
}
