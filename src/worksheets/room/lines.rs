//! The guide's six lines under the guide's names, and what the law says where
//! the guide's own arithmetic is wrong.

use serde::Serialize;

use super::Case;
use crate::explain::{Figure, Step};
use crate::law::ages::CATCH_UP as CATCH_UP_AGE;
use crate::law::{Standing, citations};
use crate::money::Money;
use crate::record::Relation;
use crate::worksheets::feasibility::Feasibility;

/// How many lines the worksheet has.
pub const LINES: usize = 7;

/// One line of the worksheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The line's name, the guide's where it has one.
    pub name: String,
    /// Its amount and how it came about.
    pub amount: Figure,
    /// What the guide asks for; empty on a line that the law adds.
    pub guide: &'static str,
    /// What the law says instead, or what to know about it.
    pub law: String,
    /// Whether the line is a part of the total used, and not beside it.
    pub counts: bool,
}

pub(super) fn lines(case: &Case<'_>, feasibility: Feasibility) -> [Line; LINES] {
    let in_plan = feasibility.cause.is_none();
    [
        Line {
            name: "Employee elective deferrals".into(),
            amount: case.deferrals.regular.clone(),
            guide: "Record pre-tax and Roth employee contributions already used.",
            law: "What is still planned for the year counts too, so it is included. Catch-up is not: see its line."
                .into(),
            counts: true,
        },
        Line {
            name: "Employer match/profit sharing".into(),
            amount: case.additions.employer.clone(),
            guide: "Include all employer dollars that count toward the combined cap.",
            law: "Money still to come and forfeitures are included, so that they cannot push you over later.".into(),
            counts: true,
        },
        Line {
            name: "Catch-up contributions".into(),
            amount: case.deferrals.catch_up.clone(),
            guide: "Note whether separate catch-up space applies in your situation.",
            law: catch_up_law(case),
            counts: false,
        },
        Line {
            name: "After-tax money already in".into(),
            amount: after_tax(case),
            guide: "",
            law: "The guide has no line for it. It counts toward the same limit.".into(),
            counts: true,
        },
        Line {
            name: "Total used".into(),
            amount: case.additions.used.clone(),
            guide: "Sum the above items carefully.",
            law: "Everything above except catch-up.".into(),
            counts: true,
        },
        room(case, feasibility),
        pace(case, in_plan),
    ]
}

fn room(case: &Case<'_>, feasibility: Feasibility) -> Line {
    let (year, limit) = (case.limits.year, case.limits.annual_additions);
    let not_official = if limit.standing == Standing::Official { "" } else { " (not official)" };
    let (amount, law) = match feasibility.outside_the_limit() {
        Some(barred) => (
            Figure::new([], Step::given("Not in this plan", barred.citation(), Money::ZERO)),
            "The limit on annual additions does not apply to this kind of plan.".to_owned(),
        ),
        None => (
            Figure {
                value: case.room.value,
                steps: [&case.cap.steps, &case.room_by_law.steps, &case.room.steps]
                    .into_iter()
                    .flatten()
                    .cloned()
                    .collect(),
            },
            format!(
                "$70,000 was the limit of 2025. For {year} it is {}{not_official}, and never more than 100% of pay; a plan can set a lower cap.",
                limit.value
            ),
        ),
    };
    Line { name: "Remaining after-tax room".into(), amount, guide: "$70,000 minus total used.", law, counts: false }
}

fn catch_up_law(case: &Case<'_>) -> String {
    let rule = "The guide adds this to the total. By law, catch-up does not count toward it, and only deferrals above a limit are catch-up.";
    let (age, year) = (case.age, case.limits.year);
    if age < CATCH_UP_AGE {
        return format!("{rule} You are under {CATCH_UP_AGE} at the end of {year}, so none applies to you.");
    }
    let (most, left) = (case.deferrals.allowance, case.deferrals.catch_up_left);
    format!("{rule} In the year in which you turn {age}, up to {most} can be catch-up in this plan; {left} is unused.")
}

fn pace(case: &Case<'_>, in_plan: bool) -> Line {
    let (amount, law) = match case.pace.filter(|_| in_plan) {
        Some(pace) => {
            let mut bounds =
                vec![("room", case.room.value), ("pay left", case.pay_left), ("pay still to come", case.pay_to_come)];
            bounds.extend(case.kept_free.map(|fits| ("room less what may still come with it", fits)));
            let fill = Step::least("Room that your pay can fill", citations::PAY_415, bounds);
            let divided = Step::formula(
                "Each month",
                citations::PAY_STUB,
                format!("{} ÷ {}, rounded down to the cent", pace.total, pace.contributions),
                pace.each,
            );
            let law = match pace.contributions {
                1 => format!("One contribution of {}.", pace.last),
                _ if pace.each == Money::ZERO => format!("One contribution of {}.", pace.last),
                count if pace.last == pace.each => format!("{count} months of {} each.", pace.each),
                count => format!("{} months of {}, the last one {}.", count - 1, pace.each, pace.last),
            };
            (Figure::new([fill], divided), law)
        }
        None => (
            Figure::new([], Step::given("Each month", citations::PAY_STUB, Money::ZERO)),
            if in_plan {
                format!("No month of {} is left to contribute in.", case.limits.year)
            } else {
                "Your plan does not allow it.".to_owned()
            },
        ),
    };
    Line {
        name: "Contribution pace".into(),
        amount,
        guide: "Monthly amount needed to fill the remaining room by year-end.",
        law,
        counts: false,
    }
}

/// After-tax money here and at related employers.
fn after_tax(case: &Case<'_>) -> Figure {
    let related = case.entry.other_jobs.iter().filter(|job| job.relation == Relation::Related);
    let mut parts = vec![("in this plan", case.additions.after_tax)];
    parts
        .extend(related.map(|job| ("at a related employer", job.after_tax)).filter(|(_, amount)| amount.is_positive()));
    Figure::new([], Step::sum("After-tax money already in", citations::ADDITIONS_DEFINED, parts))
}
