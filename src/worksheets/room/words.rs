//! How the worksheet's findings read.

use rust_decimal::Decimal;

use super::StillToCome;
use super::findings::{Finding, Unless};
use crate::english::listed;
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Reading, Words};
use crate::law::deadlines::EXCESS_DEFERRALS_OUT;
use crate::law::limits::ROTH_CATCH_UP_SMALL;
use crate::law::rates::shown::{EMPLOYER_SHARE, EMPLOYER_SHARE_BEFORE};
use crate::law::{Standing, citations};
use crate::money::{Money, RoundingStrategy};

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::OverLimit { used, limit, over, posted, if_short: true, .. } => Words::new(
                Attention,
                citations::SHORT_YEAR,
                "Over the limit, if the limitation year is that short",
                format!(
                    "{used} counts toward a limit of {limit} only if the limitation year has so few months: then {over} is too much{}. Answer the question about the limitation year first.",
                    of_which_posted(*posted, false)
                ),
            ),
            Self::OverLimit { used, limit, over, certain, posted, may_be_catch_up, by_owner, .. } => Words::new(
                if certain.is_positive() { Problem } else { Attention },
                citations::CORRECTION,
                if certain.is_positive() { "Over the limit on annual additions" } else { "Over the limit, unless it is catch-up" },
                format!(
                    "{used} counts toward a limit of {limit}: {over} too much{}.{}",
                    of_which_posted(*posted, *by_owner),
                    relief(*may_be_catch_up, *certain)
                ),
            ),
            Self::ExcessDeferrals { year, excess, certain, posted, unless, here, several, room_if_returned } => Words::new(
                if certain.is_positive() { Problem } else { Attention },
                citations::EXCESS_DEFERRALS,
                match (certain.is_positive(), *posted == Money::ZERO) {
                    (false, _) => "Too much deferred, unless your plan allows it",
                    (true, false) => "Too much deferred",
                    (true, true) => "Too much will be deferred",
                },
                format!(
                    "{} {}",
                    by_how_much(*excess, *certain, *unless),
                    if *posted == Money::ZERO {
                        format!("All of that is still to come{}.", if certain.is_positive() { ": lower your deferrals by as much" } else { "" })
                    } else {
                        returned(*year, *certain, *several, here.then_some(*room_if_returned))
                    }
                ),
            ),
            Self::OverPlanDeferralLimit { over, limit } => Words::new(
                Problem,
                citations::PLAN_DOCUMENT,
                "Above the plan’s own deferral limit",
                format!(
                    "{over} of your deferrals is above the plan’s limit of {limit} and is not catch-up. Ask the plan how it will correct this."
                ),
            ),
            Self::DeferralsExceedPay { pay, so_far, by_calendar } => Words::new(
                Problem,
                citations::CATCH_UP_PAY,
                "Deferrals exceed pay",
                match (so_far, by_calendar) {
                    (false, _) => format!(
                        "Deferrals come out of pay, so they cannot exceed {pay}. Check the pay and the deferrals that you entered."
                    ),
                    (true, false) => format!(
                        "Your deferrals so far exceed your pay so far, {pay}. Check both against your latest pay stub."
                    ),
                    (true, true) => format!(
                        "Your deferrals so far exceed your pay so far as the calendar gives it, {pay}. Enter your pay so far from your latest pay stub."
                    ),
                },
            ),
            Self::CatchUpNotRoth { wages_of, threshold, catch_up, roth } => Words::new(
                Problem,
                citations::ROTH_CATCH_UP,
                "Your catch-up must be Roth",
                format!(
                    "Your {wages_of} wages here exceed {threshold}. {catch_up} of your deferrals is catch-up and must be Roth, but only {roth} is. Switch what is still to come to Roth, and ask the plan to correct the rest. If it has a deemed Roth election, it can report that part as Roth on your Form W-2 before the form is issued, or roll it over to Roth inside the plan; otherwise it pays that part out. A shortfall of {ROTH_CATCH_UP_SMALL} or less needs no correction. The room does not change."
                ),
            ),
            Self::NoRothNoCatchUp { wages_of, threshold, limit } => Words::new(
                Attention,
                citations::ROTH_CATCH_UP,
                "No catch-up in this plan",
                format!(
                    "Your {wages_of} wages here exceed {threshold}, so your catch-up must be Roth, but the plan accepts no Roth deferrals. You can make no catch-up contributions here: deferrals above {limit} are too much."
                ),
            ),
            Self::CatchUpIsRoth { wages_of, threshold, catch_up, roth, deemed } => Words::new(
                Note,
                citations::ROTH_CATCH_UP,
                "Catch-up must be Roth for you",
                format!(
                    "Your {wages_of} wages here exceed {threshold}, so every catch-up dollar must be Roth.{} The room does not change.{RELATED_WAGES}",
                    covered(*catch_up, *roth, *deemed)
                ),
            ),
            Self::PreTaxStops { wages_of, threshold, limit, refused, known } => Words::new(
                Attention,
                citations::ROTH_CATCH_UP,
                "Your pre-tax deferrals stop at the limit",
                format!(
                    "Your {wages_of} wages here exceed {threshold}, so catch-up must be Roth. {} That leaves {refused} of catch-up unused. To use it, enter a Roth election.",
                    if *known {
                        format!("Your plan does not turn pre-tax deferrals into Roth, so they stop at {limit}.")
                    } else {
                        format!(
                            "Some plans turn pre-tax deferrals above the limit into Roth catch-up automatically (a “deemed Roth election”); not all do. Ask yours. Until you answer, this page assumes that your deferrals stop at {limit}."
                        )
                    }
                ),
            ),
            Self::PriorWagesNeeded { wages_of, threshold, owner: true, .. } => Words::new(
                Note,
                citations::ROTH_CATCH_UP,
                "Must your catch-up be Roth?",
                format!(
                    "If this business paid you wages in {wages_of}, enter box 3 of that Form W-2: above {threshold}, your catch-up must be Roth. If it did not, enter 0."
                ),
            ),
            Self::PriorWagesNeeded { wages_of, threshold, has_catch_up, owner: false } => Words::new(
                if *has_catch_up { Attention } else { Note },
                citations::ROTH_CATCH_UP,
                "Must your catch-up be Roth?",
                format!(
                    "Enter box 3 of your {wages_of} Form W-2 from this employer. If it exceeds {threshold}, your catch-up must be Roth. If you had no such wages, or they bear no Social Security tax (as with some state and local jobs), enter 0.{RELATED_WAGES} It does not change the room unless the plan accepts no Roth deferrals."
                ),
            ),
            Self::HigherCatchUpOpen { age, higher, used_here, deferred, above } => Words::new(
                Attention,
                citations::CATCH_UP_60_TO_63,
                "Ask about the higher catch-up",
                format!(
                    "At {age} you may make up to {higher} of catch-up contributions if your plan offers the amount for ages 60 to 63.{} Until you answer, this page uses {used_here}.",
                    if *above { format!(" A plan that accepted {deferred} very likely offers it.") } else { String::new() }
                ),
            ),
            Self::PaySetsLimit { pay } => Words::new(
                Note,
                citations::ANNUAL_ADDITIONS,
                "Your pay sets the limit",
                format!(
                    "Annual additions may not exceed 100% of pay, here {pay}, which is less than the dollar limit."
                ),
            ),
            Self::PayCannotFill { pay_left, room } => Words::new(
                Attention,
                citations::PAY_415,
                "Your pay cannot fill the room",
                format!(
                    "After your deferrals and after-tax contributions, {pay_left} of this job’s pay is left, before taxes and other deductions. The room is {room}."
                ),
            ),
            Self::PlanCap { by_law, room, cap } => Words::new(
                Note,
                citations::PLAN_DOCUMENT,
                "The plan’s own cap is lower",
                format!("The law would leave {by_law}. The plan leaves {room}: {cap}."),
            ),
            Self::UnusedCatchUp { room, room_with_it, must_be_roth } => Words::new(
                Note,
                citations::RECLASSIFICATION,
                "Unused catch-up might make more room",
                format!(
                    "If your plan treats deferrals above the limit on annual additions as catch-up, more after-tax money fits. Many recordkeepers block it, so ask first.{}",
                    if *must_be_roth { " Those deferrals must then be Roth." } else { "" }
                ),
            )
            .contested([
                used_here("Only deferrals above the deferral limit are catch-up.", *room),
                other_reading(
                    "Deferrals above the limit on annual additions become catch-up, if the plan operates that way.",
                    *room_with_it,
                ),
            ]),
            Self::UnrelatedJob { job, left, catch_up_left } => Words::new(
                Note,
                citations::RELATED_EMPLOYERS,
                "The other job has its own limit",
                format!(
                    "Contributions to the plan of {} do not reduce the room here. Only deferrals are added up across all jobs: {}{}.",
                    job_name(job),
                    left_to_defer(*left),
                    if_any(*catch_up_left, format!(", and {catch_up_left} as catch-up here"))
                ),
            ),
            Self::ClaimedElsewhere { job, deferrals, additions } => Words::new(
                Note,
                citations::ELECTIVE_DEFERRALS,
                "What your other sheet already takes",
                format!(
                    "The sheet of {} takes {deferrals} of your deferral limit, which is one for all your jobs. What is still to come there is in it.{}",
                    job_name(job),
                    additions.map_or_else(String::new, |amount| format!(" Employer and after-tax money there takes {amount} of the limit that the two plans share."))
                ),
            ),
            Self::RelatedJob { job } => Words::new(
                Note,
                citations::RELATED_EMPLOYERS,
                "Related employers share one limit",
                format!(
                    "Deferrals, employer money and after-tax contributions at {} count toward the same limit, and there is one catch-up amount for both.",
                    job_name(job)
                ),
            ),
            Self::JoinedPlan { joined, room, room_if_own_only } => {
                let words = Words::new(
                    Attention,
                    citations::CONTROLLED_BUSINESS,
                    "Your 403(b) and your own business share one limit",
                    format!(
                        "The law treats you as controlling your 403(b), so {joined} in the other plan counts toward the same dollar limit. {}",
                        if room == room_if_own_only {
                            "Some read the rule as leaving out the nonprofit’s own money; the room is the same either way."
                        } else {
                            "There are two readings of whether the nonprofit’s own money counts too."
                        }
                    ),
                );
                if room == room_if_own_only {
                    return words;
                }
                words.contested([
                    used_here("The whole 403(b) counts, including the employer’s money in it.", *room),
                    other_reading("Only your own contributions to the 403(b) count.", *room_if_own_only),
                ])
            }
            Self::CatchUpElsewhere { above, limit, here } => Words::new(
                Note,
                citations::CATCH_UP_TWO_EMPLOYERS,
                "Catch-up across two jobs still uses room here",
                format!(
                    "Across all your jobs you defer {above} more than {limit}, which your age allows. But {here} of that exceeds no limit of this plan, so here it is not catch-up and uses room."
                ),
            ),
            Self::EmployerDollarCostsTwo { room, room_if_once } => Words::new(
                Attention,
                citations::EARNED_INCOME,
                "An employer dollar costs you two",
                "Money that your business contributes for you counts as an annual addition and also lowers the pay that caps them. Without it, more after-tax money fits, but you lose the deduction.",
            )
            .contested([
                used_here("Employer money lowers pay, so it is subtracted twice.", *room),
                other_reading(
                    "Employer money is subtracted once. Many calculators do this; the law’s words do not support it.",
                    *room_if_once,
                ),
            ]),
            Self::OverEmployerShare { employer, most } => Words::new(
                Problem,
                citations::NOT_DEDUCTIBLE,
                "More employer money than your business can deduct",
                format!(
                    "You entered {employer}. For yourself the business can deduct at most {most}: {EMPLOYER_SHARE_BEFORE} of net profit less half of the self-employment tax. What is above that is not deductible, and a tax of 10% is due on it each year until it is used up."
                ),
            ),
            Self::OverShareOfWages { employer, most } => Words::new(
                Attention,
                citations::NOT_DEDUCTIBLE,
                "More employer money than your corporation can deduct on your wages",
                format!(
                    "You entered {employer}. The corporation can deduct at most {EMPLOYER_SHARE} of the wages of those in the plan, {most} on yours. Profit on Schedule K-1 is no pay. Only if your spouse is in the plan as well do those wages count, too. After-tax contributions are not limited by this."
                ),
            ),
            Self::ShortYear { months, open, pay_counted } => Words::new(
                Attention,
                citations::SHORT_YEAR,
                if *open { "Is the limitation year really short?" } else { "A short limitation year" },
                format!(
                    "{} A limitation year is short if the plan is new, changes its year, or ends in mid-year; joining in mid-year does not shorten it. The limits on deferrals and catch-up are not reduced. Of pay, the plan may count {} if it counts only pay of the short year, otherwise {pay_counted}.",
                    if *open {
                        format!(
                            "You entered {months} months, so the dollar limit used here is {months}/12 of the full one. If the plan’s year has twelve months and only begins in another month, say so under “Special cases”: that changes the limit."
                        )
                    } else {
                        format!("The dollar limit is {months}/12 of the full one.")
                    },
                    short_pay(*pay_counted, *months)
                ),
            ),
            Self::NotOfficial { year, standing, source } => Words::new(
                Attention,
                *source,
                "Not official",
                format!(
                    "This planner does not have the IRS figures for {year}. The limits used are {}, not law.",
                    if *standing == Standing::Own { "your own figures" } else { "a projection" }
                ),
            ),
            Self::FifteenYearsOpen { most, above } => Words::new(
                if above.is_positive() { Attention } else { Note },
                citations::FIFTEEN_YEARS,
                "Does the 15-year rule apply to you?",
                format!(
                    "Some 403(b) plans allow up to {most} more deferrals a year after 15 years of service. Ask the plan and enter the amount. If you qualify, the first {most} above the deferral limit falls under that rule: it is not catch-up, need not be Roth, and uses this room. Until you know, leave {most} of the room free."
                ),
            ),
            Self::FifteenYearsUsed { amount } => Words::new(
                Note,
                citations::FIFTEEN_YEARS,
                "Deferrals under the 15-year rule use room",
                format!(
                    "The first {amount} above the deferral limit falls under the 15-year rule. It is not catch-up, need not be Roth, and counts as an annual addition."
                ),
            ),
            Self::PlanCannot { cause, outside: true } => Words::new(
                Problem,
                citations::PLAN_DOCUMENT,
                "Not in this plan",
                format!("{} The limit on annual additions does not apply to it, so this page gives no room.", cause.why()),
            ),
            Self::PlanCannot { cause, .. } => Words::new(
                Problem,
                citations::PLAN_DOCUMENT,
                "Not in this plan",
                format!(
                    "{} The room on this page is what the law leaves, not what your plan accepts. Don’t contribute after-tax money because of it.",
                    cause.why()
                ),
            ),
            Self::AskFirst { open } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "Does your plan allow it?",
                format!(
                    "{} This is the room by law. Answer the questions of the Plan page before you contribute.",
                    open.why()
                ),
            ),
            Self::OverPlanCap { over } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "Above the plan’s own cap",
                format!(
                    "The plan’s cap is passed by {over}. Check the cap and the amounts that you entered; if they are right, ask the plan how it will correct this."
                ),
            ),
            Self::StillToComeEmpty { still } => Words::new(
                Attention,
                citations::PAY_STUB,
                "“Still to come” is empty",
                format!(
                    "If the rest of the year is like the year so far, about {} is still to come. That would leave about {} of room. Enter what you expect, or enter your paychecks on the Pace page.",
                    may_come(still),
                    still.room
                ),
            ),
            Self::BeyondTheRoom { beyond, room } => Words::new(
                Problem,
                citations::ANNUAL_ADDITIONS,
                "Your current elections contribute more than fits",
                format!(
                    "Left as they are, your elections carry after-tax money {beyond} past the room of {room}: from your after-tax election, from spillover, or from the match on them. The Pace page says what to change, and by when."
                ),
            ),
            Self::MatchDrawnToo { drawn } if drawn.range().0 == drawn.range().1 => Words::new(
                Attention,
                citations::ADDITIONS_DEFINED,
                "After-tax contributions draw match, which uses room too",
                format!(
                    "Your employer matches after-tax contributions, and that match counts toward the same limit. Of your own money, {} fits.",
                    drawn.matched
                ),
            ),
            Self::MatchDrawnToo { drawn } => Words::new(
                Attention,
                citations::ADDITIONS_DEFINED,
                "After-tax contributions draw match, which uses room too",
                format!(
                    "Your employer matches after-tax contributions, and that match counts toward the same limit. Of your own money, {} fits if it goes in evenly{}, and {} if it goes in evenly over the rest of the year{}.{}",
                    drawn.matched,
                    drawn.stops.map_or_else(
                        || " while the match counts".to_owned(),
                        |last| format!(" by {}, the last paycheck on which the match counts", last.long())
                    ),
                    drawn.evenly,
                    if drawn.stops.is_some() {
                        format!("; once the match has stopped, {}", drawn.unmatched)
                    } else if drawn.unmatched > drawn.evenly {
                        format!("; on paychecks where your deferrals draw all the match already, {}", drawn.unmatched)
                    } else {
                        String::new()
                    },
                    drawn.if_it_goes_on.map_or_else(String::new, |fits| format!(
                        " That holds if the match stops once pay passes what a plan may count. If it goes on, {fits} fits. Ask which, and say so on the Pace page."
                    ))
                ),
            ),
            Self::MatchOfLastYear { so_far, formula, last_year } => Words::new(
                Attention,
                citations::AFTER_YEAR_END,
                "Is some of the match for last year?",
                format!(
                    "{so_far} of match is in, but the formula gives {formula} on your pay and contributions so far. If part of it is for {last_year}, such as a true-up, enter that part: it uses no room of this year if it was allocated for {last_year} and paid within 30 days after the employer’s return for {last_year} was due. If not, check the match formula and the pay so far."
                ),
            ),
            Self::Another403b { job, room, room_if_joined: Some(joined), left } => Words::new(
                Attention,
                citations::TWO_403B,
                "Two 403(b) plans may share one limit",
                format!(
                    "There are two readings of whether your 403(b) at {} shares the limit with this one. Ask both plans before you contribute more than the smaller amount. Deferrals are added up in any case: {}.",
                    job_name(job),
                    left_to_defer(*left)
                ),
            )
            .contested([
                used_here("Each employer’s 403(b) has its own limit.", *room),
                other_reading("You are treated as controlling each 403(b), so all of them share one limit.", *joined),
            ]),
            Self::Another403b { job, left, .. } => Words::new(
                Attention,
                citations::TWO_403B,
                "Is the other plan a 403(b), too?",
                format!(
                    "Say whether the plan of {} is a 403(b). If it is, some plans count both toward one limit; if not, it does not reduce the room here. Deferrals are added up in any case: {}.",
                    job_name(job),
                    left_to_defer(*left)
                ),
            ),
            Self::OtherLimitationYear { year, last: None, .. } => Words::new(
                Attention,
                citations::LIMITATION_YEAR,
                "When does the limitation year begin?",
                format!(
                    "Enter its first month under “Special cases”. Until then this page counts the calendar year {year}."
                ),
            ),
            Self::OtherLimitationYear { year, last: Some(last), ended } => Words::new(
                Attention,
                citations::LIMITATION_YEAR,
                "The limitation year is not the calendar year",
                format!(
                    "It ends on {} and has the dollar limit of {year}. Contributions since its first day count, even those before January; those after its last day do not. The limit on deferrals still goes by the calendar year.{}",
                    last.long(),
                    if *ended { format!(" That year is over: contributions now count for {}.", year + 1) } else { String::new() }
                ),
            ),
        }
    }
}

/// How an excess of deferrals comes back.
fn returned(year: i16, certain: Money, several: bool, room_if_returned: Option<Money>) -> String {
    let tell = if certain.is_positive() { "Tell" } else { "In that case, tell" };
    let whom = if several { "one of the plans" } else { "the plan" };
    let here = room_if_returned.map_or_else(String::new, |room| {
        format!(" While it stays it uses room here; returned in time from this plan, it would leave {room} of room.")
    });
    format!(
        "{tell} {whom} early: the excess and its earnings must be paid out by {EXCESS_DEFERRALS_OUT}, {}, or it is taxed twice.{here}",
        year + 1
    )
}

fn of_which_posted(posted: Money, by_owner: bool) -> String {
    if posted == Money::ZERO {
        ", all of it still to come".to_owned()
    } else if by_owner {
        format!(", of which {posted} is already in and has to be corrected")
    } else {
        format!(", of which {posted} is already in, and only the plan can correct that")
    }
}

fn relief(may_be_catch_up: Money, certain: Money) -> String {
    let then = if certain.is_positive() {
        format!("then {certain} is too much")
    } else {
        "then nothing is too much".to_owned()
    };
    if_any(
        may_be_catch_up,
        format!(
            " Up to {may_be_catch_up} of your deferrals counts as catch-up if the plan accepts it and operates that way: {then}. Ask."
        ),
    )
}

fn by_how_much(excess: Money, certain: Money, unless: Unless) -> String {
    let rule = match unless {
        Unless::Nothing => return format!("Your elective deferrals exceed the limit per person by {excess}."),
        Unless::HigherCatchUp => "your plan does not offer the higher catch-up",
        Unless::FifteenYears => "the 15-year rule does not apply to you",
    };
    if certain.is_positive() {
        format!("Your elective deferrals exceed the limit per person by {certain}, and by {excess} if {rule}.")
    } else {
        format!("Only if {rule} do your elective deferrals exceed the limit per person, by {excess}.")
    }
}

/// What can still be deferred over all jobs.
fn left_to_defer(left: Money) -> String {
    if left.is_positive() {
        format!("{left} more can be deferred this year")
    } else {
        "no more can be deferred this year".to_owned()
    }
}

fn may_come(still: &StillToCome) -> String {
    let parts =
        [(still.deferrals, "deferrals"), (still.employer_match, "match"), (still.profit_sharing, "profit sharing")];
    let parts = parts.into_iter().filter(|(amount, _)| amount.is_positive());
    listed(parts.map(|(amount, name)| format!("{amount} of {name}")))
}

/// The pay that a plan may count in a short year, if it counts that year's alone.
fn short_pay(pay_counted: Money, months: u8) -> Money {
    let exact = pay_counted.to_decimal() * Decimal::from(months) / Decimal::from(12);
    Money::rounded(exact, RoundingStrategy::ToZero)
}

/// What the plan may do with wages of last year.
const RELATED_WAGES: &str = " Your plan may add wages from related employers or from a predecessor.";

/// How catch-up that must be Roth is.
fn covered(catch_up: Money, roth: Money, deemed: Money) -> String {
    if !catch_up.is_positive() {
        String::new()
    } else if deemed.is_positive() {
        format!(
            " Your plan automatically treats {} of your {catch_up} in catch-up contributions as Roth.",
            deemed.min(catch_up)
        )
    } else {
        format!(" Your Roth deferrals of {roth} cover the {catch_up} of catch-up.")
    }
}

/// What is said of an amount, where there is one.
fn if_any(amount: Money, said: String) -> String {
    if amount.is_positive() { said } else { String::new() }
}

fn used_here(says: &str, room: Money) -> Reading {
    Reading { says: says.to_owned(), room, used_here: true }
}

fn other_reading(says: &str, room: Money) -> Reading {
    Reading { says: says.to_owned(), room, used_here: false }
}

/// What to call another job in a sentence.
pub(super) fn job_name(name: &str) -> &str {
    if name.is_empty() { "the other job" } else { name }
}
