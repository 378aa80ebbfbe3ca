//! How the worksheet's findings read.

use super::findings::Finding;
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Reading, Words};
use crate::law::deadlines::EXCESS_DEFERRALS_OUT;
use crate::law::rates::shown::EMPLOYER_SHARE_BEFORE;
use crate::law::{Standing, citations};
use crate::money::Money;

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::OverLimit { used, limit, over, posted, may_be_catch_up } => Words::new(
                Problem,
                citations::CORRECTION,
                "Over the limit on annual additions",
                format!(
                    "{used} counts toward a limit of {limit}: {over} too much{}.{}",
                    of_which_posted(*posted),
                    relief(*may_be_catch_up)
                ),
            ),
            Self::ExcessDeferrals { year, excess, room_if_returned } => Words::new(
                Problem,
                citations::EXCESS_DEFERRALS,
                "Too much deferred",
                format!(
                    "Your elective deferrals exceed the limit per person by {excess}. Tell one of the plans early: the excess and its earnings must be paid out by {EXCESS_DEFERRALS_OUT}, {}, or it is taxed twice. While it stays it uses room here; returned in time from this plan it would leave {room_if_returned} of room.",
                    year + 1
                ),
            ),
            Self::OverPlanDeferralLimit { over, limit } => Words::new(
                Problem,
                citations::PLAN_DOCUMENT,
                "Above the plan's own deferral limit",
                format!(
                    "{over} of your deferrals is above the plan's limit of {limit} and is not catch-up. Ask the plan how it will correct this."
                ),
            ),
            Self::DeferralsExceedPay { pay } => Words::new(
                Problem,
                citations::CATCH_UP_PAY,
                "Deferrals exceed pay",
                format!(
                    "Deferrals come out of pay, so they cannot exceed {pay}. Check the pay and the deferrals that you entered."
                ),
            ),
            Self::CatchUpNotRoth { wages_of, threshold, catch_up, roth } => Words::new(
                Problem,
                citations::ROTH_CATCH_UP,
                "Your catch-up must be Roth",
                format!(
                    "Your {wages_of} wages here exceed {threshold}. {catch_up} is catch-up and must be Roth, but only {roth} of your deferrals is. Switch what is still to come to Roth and ask the plan how it corrects the rest. The room does not change."
                ),
            ),
            Self::NoRothNoCatchUp { wages_of, threshold, limit } => Words::new(
                Attention,
                citations::ROTH_CATCH_UP,
                "No catch-up in this plan",
                format!(
                    "Your {wages_of} wages here exceed {threshold}, so catch-up must be Roth, and the plan takes no Roth deferrals. Your catch-up limit here is $0.00; deferrals above {limit} are in excess."
                ),
            ),
            Self::CatchUpIsRoth { wages_of, threshold, catch_up, roth } => Words::new(
                Note,
                citations::ROTH_CATCH_UP,
                "Catch-up must be Roth for you",
                format!(
                    "Your {wages_of} wages here exceed {threshold}, so every catch-up dollar must be Roth.{} The room does not change.",
                    if_any(*catch_up, format!(" Your Roth deferrals of {roth} cover the {catch_up} of catch-up."))
                ),
            ),
            Self::PriorWagesNeeded { wages_of, threshold, has_catch_up } => Words::new(
                if *has_catch_up { Attention } else { Note },
                citations::ROTH_CATCH_UP,
                "Must your catch-up be Roth?",
                format!(
                    "Enter box 3 of your {wages_of} Form W-2 from this employer. If it exceeds {threshold}, catch-up must be Roth. It does not change the room unless the plan takes no Roth deferrals."
                ),
            ),
            Self::HigherCatchUpOpen { age, higher, used_here } => Words::new(
                Attention,
                citations::CATCH_UP_60_TO_63,
                "Ask about the higher catch-up",
                format!(
                    "At {age} you may make up to {higher} of catch-up if your plan offers the amount for ages 60 to 63; here {used_here} is used until you say so."
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
                    "After deferrals and after-tax money already in, {pay_left} of this job's pay is left, less taxes and other deductions. The room is {room}."
                ),
            ),
            Self::PlanCap { by_law, room, cap } => Words::new(
                Note,
                citations::PLAN_DOCUMENT,
                "The plan's own cap is lower",
                format!("The law would leave {by_law}. The plan leaves {room}: {cap}."),
            ),
            Self::UnusedCatchUp { room, room_with_it, must_be_roth } => Words::new(
                Note,
                citations::RECLASSIFICATION,
                "Unused catch-up might make more room",
                format!(
                    "If your plan treats deferrals that exceed the limit on annual additions as catch-up, more after-tax money fits. Many recordkeepers block it: ask first.{}",
                    if *must_be_roth { " Those deferrals must then be Roth." } else { "" }
                ),
            )
            .contested([
                used_here("Only deferrals above the deferral limit are catch-up.", *room),
                other_reading(
                    "Deferrals above the limit on annual additions become catch-up, if the plan operates so.",
                    *room_with_it,
                ),
            ]),
            Self::UnrelatedJob { job, left, catch_up_left } => Words::new(
                Note,
                citations::RELATED_EMPLOYERS,
                "The other job has a limit of its own",
                format!(
                    "What goes into the plan of {} does not reduce the room here. Only deferrals count together: {left} more can be deferred this year over all jobs{}.",
                    job_name(job),
                    if_any(*catch_up_left, format!(", and {catch_up_left} as catch-up here"))
                ),
            ),
            Self::RelatedJob { job } => Words::new(
                Note,
                citations::RELATED_EMPLOYERS,
                "Related employers share one limit",
                format!(
                    "Deferrals, employer money and after-tax money at {} count toward the same limit, and there is one catch-up amount for both.",
                    job_name(job)
                ),
            ),
            Self::JoinedPlan { joined, room, room_if_own_only } => Words::new(
                Attention,
                citations::CONTROLLED_BUSINESS,
                "Your 403(b) and your own business share one limit",
                format!(
                    "The law treats you as controlling your 403(b), so {joined} in the other plan counts toward the same dollar limit. Whether the non-profit's own money counts too is read in two ways."
                ),
            )
            .contested([
                used_here("The whole 403(b) counts, the employer's money in it too.", *room),
                other_reading("Only your own contributions to the 403(b) count.", *room_if_own_only),
            ]),
            Self::CatchUpElsewhere { above, limit } => Words::new(
                Note,
                citations::CATCH_UP_TWO_EMPLOYERS,
                "Catch-up over two jobs still uses room here",
                format!(
                    "Over all jobs {above} is above {limit}, which your age allows. But the deferrals here break no limit of this plan, so in this plan they are not catch-up and use its room."
                ),
            ),
            Self::EmployerDollarCostsTwo { room, room_if_once } => Words::new(
                Attention,
                citations::EARNED_INCOME,
                "An employer dollar costs you two",
                "Money that your business puts in for you counts as an annual addition and also lowers the pay that caps them. With no employer money, more after-tax money fits, but you lose the deduction.",
            )
            .contested([
                used_here("Employer money lowers pay, so it is taken off twice.", *room),
                other_reading(
                    "Employer money is taken off once. Many calculators do this; the law's words do not support it.",
                    *room_if_once,
                ),
            ]),
            Self::OverEmployerShare { employer, most } => Words::new(
                Problem,
                citations::EMPLOYER_SHARE,
                "More employer money than the law allows",
                format!(
                    "For yourself the business may put in and deduct at most {most}: {EMPLOYER_SHARE_BEFORE} of net profit less half of the self-employment tax. You entered {employer}."
                ),
            ),
            Self::ShortYear { months } => Words::new(
                Attention,
                citations::SHORT_YEAR,
                "A short limitation year",
                format!(
                    "The dollar limit is multiplied by {months}/12 because the plan's limitation year is that short. Joining in the middle of a full year does not shorten it. The limits on deferrals and catch-up stay whole."
                ),
            ),
            Self::NotOfficial { year, standing, source } => Words::new(
                Attention,
                *source,
                "Not official",
                format!(
                    "The IRS figures for {year} are not in this planner. The limits used are {}, not law.",
                    if *standing == Standing::Own { "your own figures" } else { "a projection" }
                ),
            ),
            Self::FifteenYearCatchUp => Words::new(
                Note,
                citations::ELECTIVE_DEFERRALS,
                "The 15-year catch-up is not reckoned here",
                "Some 403(b) plans allow more deferrals after 15 years of service. Deferrals under that rule are not in this worksheet; ask the plan.",
            ),
            Self::PlanCannot { cause } => Words::new(
                Problem,
                citations::PLAN_DOCUMENT,
                "This plan cannot do it",
                format!(
                    "{} The room here is what the law leaves, not what your plan takes. Put no after-tax money in on its account.",
                    cause.why()
                ),
            ),
        }
    }
}

fn of_which_posted(posted: Money) -> String {
    if posted == Money::ZERO {
        ", all of it still to come".to_owned()
    } else {
        format!(", of which {posted} is already posted. Only the plan can correct what is posted")
    }
}

fn relief(may_be_catch_up: Money) -> String {
    if_any(
        may_be_catch_up,
        format!(" Up to {may_be_catch_up} of your deferrals may become catch-up if the plan operates so; ask."),
    )
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
