//! How the worksheet's findings read.

use super::Waits;
use super::acp::what_is_tested;
use super::findings::Finding;
use crate::date::Date;
use crate::english::uncapitalized;
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Words};
use crate::law::rates::shown::{ACP_MATCH_LEFT_OUT, ACP_MATCH_LEFT_OUT_AUTOMATIC, ACP_MORE, BEST_PAID, OWNER};
use crate::law::rates::{ACP_FACTOR, ACP_MORE_UP_TO};
use crate::law::{Amount, Standing, citations};
use crate::money::Money;
use crate::record::{MatchTested, PlanKind};
use crate::worksheets::feasibility::words::name;
use crate::worksheets::feasibility::{Barred, RefundDays, Untested};

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::KindBarred { barred, year, deferral_limit } => Words::new(
                Problem,
                barred.citation(),
                match barred {
                    Barred::PuertoRico => "Outside this planner",
                    _ => "This kind of plan can’t do it",
                },
                format!(
                    "{} {}{}",
                    barred.why(),
                    barred.instead(),
                    deferral_limit
                        .map_or_else(String::new, |limit| format!(" For {year} that deferral limit is {limit}."))
                ),
            ),
            Self::NoAfterTax => Words::new(
                Problem,
                citations::AFTER_TAX_CONTRIBUTIONS,
                "No after-tax contributions",
                "Without them there is nothing to convert. Make sure your answer is about voluntary after-tax contributions, not about Roth deferrals: plan documents list the two as separate sources.",
            ),
            Self::NoExit => Words::new(
                Problem,
                citations::SEPARATE_CONTRACT,
                "Your money would be locked in",
                "After-tax money could go in, but it would stay there until you leave the employer or reach the plan’s retirement age. Until then it grows, and all of that growth is taxed as income when it moves.",
            ),
            Self::NothingVerified => Words::new(
                Attention,
                citations::AFTER_TAX_CONTRIBUTIONS,
                "Check your plan first",
                "Not every plan can do this: many accept no after-tax contributions or don’t let them move to Roth. A colleague’s word is not enough. Look it up, or send the letter, before you count on the room.",
            ),
            Self::NoRothAccount => Words::new(
                Problem,
                citations::IN_PLAN_ROLLOVER,
                "Two answers contradict each other",
                "You answered that money can be converted inside the plan, and that the plan accepts no Roth deferrals. Without Roth deferrals a plan has no Roth account to convert into. Ask which of the two is right; until then this planner assumes that you can’t convert inside the plan.",
            ),
            Self::DestinationClosed { to_roth_ira } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "The destination doesn’t match",
                if *to_roth_ira {
                    "You answered that money can go to a Roth IRA, and that none can leave the plan while you work there. Ask which of the two is right."
                } else {
                    "You answered that money can go to the plan’s Roth account, and that none can be converted inside the plan. Ask which of the two is right."
                },
            ),
            Self::DeferralsOutOfPlace { kind } => Words::new(
                Attention,
                citations::DEFERRALS_NEED_401K,
                "This kind of plan has no deferrals",
                format!(
                    "A {} accepts no elective deferrals. If yours does, choose 401(k) or 403(b). If the deferrals go to another plan of the same employer, take them out here and add that plan under your other jobs: a 401(k) shares this plan’s limit on annual additions, a 403(b) has its own. Required contributions that a government employer “picks up” count as employer money.",
                    name(*kind)
                ),
            ),
            Self::AfterTaxOutOfPlace { after_tax } => Words::new(
                Problem,
                citations::AFTER_TAX_CONTRIBUTIONS,
                "After-tax money in a plan that accepts none",
                format!(
                    "{}, but according to your other answers this plan accepts none. Check both; the money may be Roth deferrals.",
                    you_entered(*after_tax)
                ),
            ),
            Self::InBeforeExit { after_tax, is_closed } => Words::new(
                if *is_closed { Problem } else { Attention },
                citations::SEPARATE_CONTRACT,
                "Money goes in before you know it can move to Roth",
                format!(
                    "{}, but you don’t know that the money can move to Roth. Set the election to zero until you do: what the money earns is taxable.",
                    you_entered(*after_tax)
                ),
            ),
            Self::NoTransfers => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "No transfers allowed",
                "You answered that money can move to Roth, and that the plan allows 0 transfers a year. Leave the number blank if there is no limit.",
            ),
            Self::AcpTest { days, union_open, match_tested } => Words::new(
                Attention,
                citations::SAFE_HARBOR,
                "The ACP test applies to you",
                format!(
                    "Each year the plan compares {} of its highly compensated employees, as a share of pay, with everyone else’s. Your group may average {ACP_FACTOR} times their average, or up to {ACP_MORE} of pay more but no more than {ACP_MORE_UP_TO} times it, whichever is higher. If the test{} fails, after-tax money comes back to you{}; its earnings are taxable, and money already in Roth is taken from there. A safe harbor 401(k) is not exempt when it comes to after-tax money.{} Ask for the others’ average in the last test and enter it.{}",
                    the_tested(*match_tested),
                    of_plan_year(*days),
                    by(*days),
                    ask_what_is_tested(*match_tested),
                    if *union_open { " If a union negotiated your benefits, the test does not apply to you." } else { "" },
                ),
            ),
            Self::HighlyCompensatedOpen { year, above, wages_above } => Words::new(
                Attention,
                citations::HIGHLY_COMPENSATED,
                "Are you highly compensated?",
                format!(
                    "You are if this employer paid you {} in {}, or if you own more than {OWNER} of it, this year or last.{} If so, the plan must test your match and after-tax money (the ACP test), and some of it may come back. Some plans count only the best-paid {BEST_PAID} of employees; ask.",
                    more_than(*above),
                    year.saturating_sub(1),
                    wages_above.map_or_else(String::new, |wages| format!(
                        " Your box 3 wages of {wages} are above that, so you most likely are."
                    ))
                ),
            ),
            Self::WagesSayHighlyCompensated { wages, above } => Words::new(
                Attention,
                citations::HIGHLY_COMPENSATED,
                "Your wages make you highly compensated",
                format!(
                    "You answered that you are not highly compensated, but your box 3 wages of {wages} exceed {above}. Your answer is right only if your plan counts just the best-paid {BEST_PAID} of employees and you are not among them. Ask."
                ),
            ),
            Self::AcpRefund { others, most_percent, most, own_percent, stays, refund, days, match_tested } => Words::new(
                if refund.is_positive() || *stays == Money::ZERO { Attention } else { Note },
                if leaves_match_out(*match_tested) { citations::ACP_TEST_ALONE } else { citations::ACP_REFUND },
                if refund.is_positive() {
                    "After-tax money would come back"
                } else if *stays == Money::ZERO {
                    "The ACP test leaves nothing for after-tax money"
                } else {
                    "The ACP test sends nothing back"
                },
                format!(
                    "If the others average {others}, the highly compensated may average {most_percent}: {most} for you. The {} you entered comes to {own_percent}. {}{}{} This treats you as the only one; the test uses the average of everyone who is highly compensated, so ask the plan.",
                    uncapitalized(what_is_tested(*match_tested)),
                    comes_back(*refund, *days, *stays, *match_tested),
                    ask_what_is_tested(*match_tested),
                    other_plan_year(*days),
                ),
            ),
            Self::NoAcpTest { untested } => {
                Words::new(Note, citations::NO_ACP_TEST, "No ACP test for you", why_untested(*untested))
            }
            Self::CustomDocument { takes_after_tax } => Words::new(
                if *takes_after_tax { Note } else { Attention },
                citations::AFTER_TAX_CONTRIBUTIONS,
                "A solo 401(k) needs a custom document",
                "The free documents of most brokers don’t allow after-tax contributions. You need a plan document that allows voluntary after-tax contributions and their conversion or withdrawal, and a separate account for them.",
            ),
            Self::OwnBusinessJoins403b => Words::new(
                Note,
                citations::CONTROLLED_BUSINESS,
                "Your own business would share the limit",
                "The law treats you as controlling your 403(b). If you also own more than half of a business with a plan, the two share one limit: add that plan under your other jobs.",
            ),
            Self::EmployerOf403b => Words::new(
                Attention,
                citations::EMPLOYERS_OF_403B,
                "What kind of employer is it?",
                "Only a nonprofit, a public school or a church can have a 403(b), not a company. Choose the right one: plans of governments, and a church’s 403(b), have no ACP test.",
            ),
            Self::ChurchPlanTest => Words::new(
                Attention,
                citations::NO_ACP_TEST,
                "Ask whether your plan has the ACP test",
                "A church’s 403(b) has no such test. For a church’s 401(k) or profit-sharing plan the law does not clearly say so. Ask whether the plan runs the test and how it last came out: if it fails, after-tax money comes back to you.",
            ),
            Self::TwoPlansOfOneEmployer { kind } => Words::new(
                Note,
                citations::PLAN_403B_APART,
                "A second plan of this employer may have its own limit",
                if *kind == PlanKind::Plan403b {
                    "If your employer also has a 401(a) or 401(k) plan for you, what goes into it does not use the room of this 403(b), unless you control the employer. Deferrals to the two count together. Add the plan under your other jobs as one of the same employer."
                } else {
                    "If your employer also has a 403(b) for you, what goes into it does not use the room of this plan, unless you control the employer. Your deferrals to it still count toward your own limit. Add the plan under your other jobs as one of the same employer."
                },
            ),
            Self::MutualFunds403b => Words::new(
                Attention,
                citations::CUSTODIAL_403B,
                "Is your 403(b) in mutual funds?",
                "A 403(b) invested in mutual funds may not pay out money before age 59½ while you work there, and the rule names no exception for after-tax money. Ask whether your plan really pays it out. Converting it to Roth inside the plan is allowed at any age, if the plan offers it.",
            ),
            Self::AcpWaits { waits } => Words::new(
                Attention,
                citations::ACP_REFUND,
                "What the ACP test would send back isn’t known yet",
                match waits {
                    Waits::Paychecks(why) => {
                        format!("The test needs your pay and match of the whole year, which follow from your paychecks. {why}")
                    }
                    Waits::Limits(why) => format!("The test needs the pay that a plan may count. {why}"),
                    Waits::Pay => "The test needs your pay for the year. Enter it on the Room page, or enter your paychecks on the Pace page.".to_owned(),
                },
            ),
        }
    }
}

/// What was entered: after-tax money, or else the election alone.
fn you_entered(after_tax: Money) -> String {
    if after_tax.is_positive() {
        format!("You entered {after_tax} of after-tax contributions")
    } else {
        "You entered an after-tax election".to_owned()
    }
}

fn more_than(above: Option<Amount>) -> String {
    match above {
        Some(Amount { value, standing: Standing::Official, .. }) => format!("more than {value}"),
        Some(Amount { value, .. }) => format!("more than {value} (a projection, not law)"),
        None => "more than the amount for that year".to_owned(),
    }
}

fn the_tested(tested: MatchTested) -> String {
    format!("the {}", uncapitalized(what_is_tested(tested)))
}

fn leaves_match_out(tested: MatchTested) -> bool {
    !matches!(tested, MatchTested::Unknown | MatchTested::All)
}

fn by(days: Option<RefundDays>) -> String {
    days.map_or_else(String::new, |days| format!(" by {days}"))
}

/// Which plan year is tested, where it is not the calendar year.
fn of_plan_year(days: Option<RefundDays>) -> String {
    let ends = days.and_then(|days| days.year_ends).map(Date::long);
    ends.map_or_else(String::new, |ends| format!(" of the plan year that ends on {ends},"))
}

fn other_plan_year(days: Option<RefundDays>) -> String {
    let ends = days.and_then(|days| days.year_ends);
    ends.map_or_else(String::new, |ends| {
        format!(
            " These are the figures of calendar {}; the test uses those of the plan year that ends on {}.",
            ends.year(),
            ends.long()
        )
    })
}

fn ask_what_is_tested(tested: MatchTested) -> String {
    match tested {
        MatchTested::Unknown => format!(
            " If your plan is a safe harbor plan, ask what it tests: it may leave out all match or, with a safe harbor for deferrals only, match up to {ACP_MATCH_LEFT_OUT} of pay ({ACP_MATCH_LEFT_OUT_AUTOMATIC} with certain automatic enrollment). The others’ average is then often close to zero, and far more can come back."
        ),
        _ => String::new(),
    }
}

fn comes_back(refund: Money, days: Option<RefundDays>, stays: Money, tested: MatchTested) -> String {
    let on_top = if tested == MatchTested::None { "" } else { "On top of your match, " };
    if !refund.is_positive() {
        return format!("Nothing you entered would come back. {on_top}{stays} of after-tax money can stay.");
    }
    format!(
        "{refund} of your after-tax money would come back to you{}, with its earnings, which are taxable. {on_top}{stays} can stay.",
        by(days)
    )
}

fn why_untested(untested: Untested) -> &'static str {
    match untested {
        Untested::NobodyElse => {
            "The test compares you with the other people in the plan. Without staff there is nobody to compare you with. That ends with the first employee in the plan."
        }
        Untested::Church => "A church’s 403(b) has no such test.",
        Untested::Government => "Government plans have no such test.",
        Untested::Union => {
            "Employees whose benefits were negotiated by a union pass the test by law. A plan’s document can still limit them; ask if yours does."
        }
    }
}
