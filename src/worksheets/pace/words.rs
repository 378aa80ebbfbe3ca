//! What the worksheet says of its findings, of elections and of changes.

use super::deferrals::{DeferralEntry, Deferrals, Lowering};
use super::findings::{Finding, YearToDate};
use super::left_out::LeftOut;
use super::match_lost::MatchCause;
use super::open_rules_words;
use super::payroll_plan::{Constraint, USUAL_LEAD_DAYS};
use super::take_home::TakeHomeGap;
use super::unsure::Threat;
use super::what_if::Change;
use super::why_unused::WhyUnused;
use super::{Advice, Entry};
use crate::date::Date;
use crate::english::{counted, listed};
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Words};
use crate::law::citations;
use crate::law::rates::shown::{BONUS_WITHHOLDING, MISSED_AFTER_TAX, MISSED_DEFERRAL};
use crate::money::Money;
use crate::percent::InPercent;
use crate::record::{Answer, CountedPay, Election};

/// Match below this is named and no more.
const LITTLE: Money = Money::dollars(1);

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::OverWhatever { over, posted, year, by_law, preventable } => Words::new(
                Problem,
                citations::CORRECTION,
                "Too much goes in, whatever you change now",
                over_whatever(*over, *posted, &limit_passed(*year, *by_law), *preventable),
            ),
            Self::PresentGoesOver { election, present, beyond, room, earned } => Words::new(
                Problem,
                citations::ANNUAL_ADDITIONS,
                "Your current after-tax election goes over the limit if you leave it",
                format!(
                    "{}, {present} would go in{}. That is {beyond} more than fits{}. Make the change in time.",
                    at_present(*election),
                    if earned.is_positive() { format!(" and draw {earned} more of match") } else { String::new() },
                    if earned.is_positive() { String::new() } else { format!("; your room is {room}") },
                ),
            ),
            Self::TooLate { year, lead_days, last } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                format!("It is too late to change a paycheck of {year}"),
                format!(
                    "A change needs {lead_days} days of notice, and the last payday is {}. Ask payroll whether it accepts a late change. If not, start with the first paycheck of next year.",
                    last.long()
                ),
            ),
            Self::MatchLost { lost, cause, advice } => Words::new(
                if *lost < LITTLE { Note } else { Attention },
                citations::MATCH,
                format!("You lose {lost} of match"),
                match_lost(*cause, advice.as_ref()),
            ),
            Self::DeferralsElsewhere { excess, still, within } => Words::new(
                Problem,
                citations::DEFERRALS_PER_PERSON,
                "This payroll does not know what you deferred at another job",
                format!(
                    "Across all your jobs it lets you defer {excess} too much. {} so that no more than {still} goes in here from now on, or give payroll the year-to-date figure of your other job.",
                    within.as_ref().map_or_else(
                        || "Lower your deferral election".to_owned(),
                        |within| format!("Set your deferral election to {},", deferral_step(within))
                    )
                ),
            ),
            Self::DeferralsStop { date, deferrals, limit, lasting } => Words::new(
                Note,
                citations::PLAN_DEFERRALS,
                format!("You reach the deferral limit on {}", date.long()),
                format!(
                    "At {deferrals} you reach {limit} then, and payroll stops your deferrals. From the next paycheck on, that much more of your pay is free.{}",
                    match lasting {
                        Some((lasting, unused)) if *unused >= LITTLE => {
                            format!(
                                " An election of {lasting} would last to the end of the year and leave {unused} of the limit unused."
                            )
                        }
                        Some((lasting, _)) => format!(" An election of {lasting} would last to the end of the year."),
                        None => String::new(),
                    }
                ),
            ),
            Self::TrueUpOpen { beyond } => Words::new(
                Attention,
                citations::AFTER_YEAR_END,
                "Ask whether your plan has a true-up",
                format!(
                    "Your paychecks earn {beyond} less match than the year as a whole. A true-up would add it after the year and use this year’s limit, so this page keeps {beyond} free for it. If there is no true-up, you lose that match and your room is larger."
                ),
            ),
            Self::Spillover { from, amount } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "Your deferrals spill over into after-tax contributions",
                format!(
                    "You reach the deferral limit on {}. After that the same election continues as after-tax money: {amount} by the end of the year. The elections on this page allow for it.",
                    from.long()
                ),
            ),
            Self::LeadTimeOpen { cost } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "Ask how many days of notice a change needs",
                format!(
                    "Until you know, this page assumes {USUAL_LEAD_DAYS} days and stays under the limit even if a change takes effect sooner.{} Enter the number on the Plan page.",
                    if *cost >= LITTLE {
                        format!(" Not knowing it leaves {cost} of your room unused.")
                    } else {
                        String::new()
                    }
                ),
            ),
            Self::SoFarAssumed { stub, pay } => Words::new(
                Note,
                citations::PAY_STUB,
                "Check what this page assumes you were paid",
                so_far_assumed(*stub, *pay),
            ),
            Self::PayLimitPassed { limit, date, above, ends } => Words::new(
                Note,
                citations::PAY_COUNTED,
                format!("Your pay passes {limit} on {}", date.long()),
                pay_limit_passed(*above, *ends),
            ),
            Self::AcpTest { days } => Words::new(
                Attention,
                citations::ACP_TEST,
                "Part of this may come back after the ACP test",
                format!(
                    "The plan compares the match and after-tax money of highly paid employees with everyone else’s. Ask HR how last year’s test came out before you contribute the full amount. The plan pays back what is too much{}, with its earnings, which are taxable.",
                    days.map_or_else(String::new, |days| format!(" by {days}"))
                ),
            ),
            Self::AfterTaxMatched => Words::new(
                Note,
                citations::ADDITIONS_DEFINED,
                "After-tax money is matched, and the match uses room too",
                "Each after-tax dollar that earns match uses the limit twice: once itself and once through its match. This page counts both. Of two ways to spread the money it chooses the one that draws more match, even if less of your own money goes in.",
            ),
            Self::PayrollMayNotStop => Words::new(
                Note,
                citations::ANNUAL_ADDITIONS,
                "Don’t count on payroll to stop you",
                "Payroll stops deferrals at their own limit. Many do not stop after-tax money at the limit on the total, especially when money from another source uses part of it. The elections on this page stay under it without their help.",
            ),
            // With a true-up the year's match is the same either way.
            Self::MatchAboveOpen { above } if above.true_up == Answer::Yes => Words::new(
                Note,
                citations::PAY_COUNTED,
                "Part of your match may come as a true-up",
                open_rules_words::match_above(above),
            ),
            Self::MatchAboveOpen { above } => Words::new(
                Attention,
                citations::PAY_COUNTED,
                format!("Ask what your match does once your pay passes {}", above.limit),
                open_rules_words::match_above(above),
            ),
            Self::OnlyCapKnown { cap } => Words::new(
                Note,
                citations::PLAN_DOCUMENT,
                format!("Room is kept for {cap} of match"),
                "Only its annual cap is entered, so all of it is kept free. Enter the formula on the Plan page, and the match follows from your deferrals.",
            ),
            Self::ContributionsEnd { limit, date } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                format!("All your contributions end on {}", date.long()),
                format!(
                    "Your pay passes {limit} then, and your plan takes nothing from later paychecks. What has not gone in by then cannot go in this year."
                ),
            ),
            Self::EligiblePayOpen { pay } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "Ask which pay your plan’s percentages count",
                open_rules_words::pay_in_doubt(*pay),
            ),
            Self::HighestElectionOpen { highest } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                format!("Ask what the maximum of {} covers", highest.limit),
                open_rules_words::highest_of_all(highest),
            ),
            Self::BonusElectionHigh { bonus } => Words::new(
                Attention,
                citations::BONUS_WITHHOLDING,
                "Taxes may leave less of the bonus than you elected",
                open_rules_words::bonus_taken(bonus),
            ),
            Self::ChangeNotToMiss { change, year } => Words::new(
                Attention,
                citations::ANNUAL_ADDITIONS,
                format!("Don’t miss the change for {}", change.from.long()),
                format!(
                    "{} until then uses more of each paycheck than can last all year. If you don’t change it by {}, {} goes over {}.",
                    change.election,
                    change.by.long(),
                    change.over,
                    limit_passed(*year, change.by_law)
                ),
            ),
            Self::BeyondAtWorst { planned, fits, target } => Words::new(
                Attention,
                citations::ANNUAL_ADDITIONS,
                format!("Only {fits} fits if a point about your 403(b) goes against you"),
                format!(
                    "This page plans {planned}. The Room page says which point that is and whom to ask. Until you know, you can stay within the smaller amount: enter {target} as the maximum after-tax money you want."
                ),
            ),
            Self::MorePaydays { year, count, last } => Words::new(
                Note,
                citations::PAY_415,
                format!("{year} has {count} paydays"),
                format!(
                    "That is one more than usual; the last is {}. Pay counts in the year in which it is paid, and a payday on a bank holiday is normally paid on the business day before.",
                    last.long()
                ),
            ),
            Self::MatchOpen => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "How your match works is not entered",
                "The match to come is your own figure from the Room page. Enter how the match works on the Plan page, and each paycheck’s match follows from it.",
            ),
            Self::DeferralsFirst => Words::new(
                Note,
                citations::PLAN_DOCUMENT,
                "After-tax contributions start after you reach the deferral limit",
                "Your plan accepts none before. Nothing comes out of earlier paychecks, whatever you enter.",
            ),
            Self::TaxesFirst { gap: TakeHomeGap::Least { least } } => Words::new(
                Attention,
                citations::PAY_STUB,
                "Your minimum take-home pay does not count yet",
                format!(
                    "To leave you {least}, this page must know what you take home now. Enter the take-home pay of your latest paycheck."
                ),
            ),
            Self::TaxesFirst { gap: TakeHomeGap::Taxes { date, pay, left, fica, allowance } } => Words::new(
                Attention,
                citations::EMPLOYEE_FICA,
                "Your take-home pay is not entered, so these elections are “up to”",
                format!(
                    "On {} contributions would leave {left} of {pay}. Social Security and Medicare taxes take {fica} of that first, and this page allows {allowance} for income tax, {BONUS_WITHHOLDING} of taxable pay; your own withholding and other deductions may be more. Enter the take-home pay of your latest paycheck, and the elections stay within what you really get.",
                    date.long()
                ),
            ),
            Self::DateTooEarly { date } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "No change can take effect by your date",
                format!("A new election takes effect on no paycheck up to {}. Choose a later date.", date.long()),
            ),
            Self::PlanCannot { feasibility } => Words::new(
                Problem,
                citations::PLAN_DOCUMENT,
                "Your plan can’t do this",
                format!(
                    "{} This page gives no after-tax election unless that changes.",
                    feasibility.stopped().unwrap_or_default()
                ),
            ),
            Self::NothingDeferred { left } => Words::new(
                Attention,
                citations::PLAN_DEFERRALS,
                "No deferral election is entered",
                format!(
                    "All of the room goes to after-tax money. You can still defer {left} this year. If you will, enter your election: deferrals use room as well."
                ),
            ),
            Self::SoFarMissing { missing } => Words::new(
                Attention,
                citations::PAY_STUB,
                "A year-to-date figure may be missing",
                format!(
                    "You have had paychecks this year, but you entered no {} so far. Whatever is missing would be planned a second time and carry you over the limit. Enter the year-to-date figures of your latest stub. If they really are zero, all is well.",
                    missing.iter().copied().map(year_to_date).collect::<Vec<_>>().join(" and no ")
                ),
            ),
            Self::LowerDeferrals { over, year, by_law, lowering } => Words::new(
                Problem,
                citations::ANNUAL_ADDITIONS,
                "Lower your deferrals in time",
                format!(
                    "Left as they are, your deferrals{} would carry you {over} over {}. Nothing is over yet. {}",
                    if lowering.opt_out.is_some() { " and what spills over from them" } else { "" },
                    limit_passed(*year, *by_law),
                    lowered(lowering)
                ),
            ),
            Self::UnsureBonus { threats, safe } => Words::new(
                Attention,
                citations::ANNUAL_ADDITIONS,
                match threats.as_slice() {
                    [only] => format!("The bonus of {} would go over the limit", only.date.long()),
                    _ => "A bonus that is not sure would go over the limit".to_owned(),
                },
                unsure_bonus(threats, *safe),
            ),
            Self::CapByPaycheck { above, cap } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "Ask whether the cap applies to each paycheck",
                format!(
                    "So far you contributed {above} more than {cap} of your pay. This page applies the cap to the year as a whole. Some plans apply it to each paycheck: then that amount is paid back to you, and each paycheck to come can still give {cap}."
                ),
            ),
            Self::LeftOut { left_out } => Words::new(
                Attention,
                citations::ELECTION_LEFT_OUT,
                "Ask payroll whether it left out your elections",
                left_out_words(left_out),
            ),
            Self::MatchOfLastYear { so_far, by_formula } => Words::new(
                Attention,
                citations::CREDITED_FOR,
                "Does part of the match so far belong to last year?",
                format!(
                    "{so_far} of match is in, but your plan’s formula gives at most {by_formula} on your pay and contributions so far. A true-up of last year that is paid this year belongs to last year’s limit. If that is what the other {} is, it does not use this year’s room: ask payroll.",
                    *so_far - *by_formula
                ),
            ),
            Self::DeferralsUnused { unused, advice, last, last_alone, present } => Words::new(
                if advice.as_ref().is_some_and(|advice| advice.more_match >= LITTLE) { Attention } else { Note },
                citations::PLAN_DEFERRALS,
                match advice.as_ref().map(|advice| advice.more_match).filter(|more| *more >= LITTLE) {
                    Some(more) => format!("{unused} of deferrals goes unused, and {more} of match with it"),
                    None => format!("{unused} of deferrals goes unused"),
                },
                deferrals_unused(*present, *unused, advice.as_ref(), last.as_ref().map(|last| (last, *last_alone))),
            ),
        }
    }
}

/// What brings the money in if nothing is changed.
fn at_present(election: Election) -> String {
    if election.is_nothing() {
        "By spillover and your election for bonuses".to_owned()
    } else {
        format!("At {election} of every paycheck to come")
    }
}

/// What is too much, and who can do something about it.
fn over_whatever(over: Money, posted: Money, limit: &str, preventable: Money) -> String {
    let mut sentences = vec![format!(
        "{over} goes over {limit}: it is already in, or comes from paychecks that can no longer be changed. Set your after-tax election to zero at once."
    )];
    if posted < over {
        sentences.push("Ask payroll whether it can still stop the next paycheck’s contributions.".to_owned());
    }
    sentences
        .push("Tell the plan administrator as well, since only the plan can pay back what has gone in.".to_owned());
    if posted.is_positive() {
        sentences.push("The Room page has a letter for it.".to_owned());
    }
    if preventable.is_positive() {
        sentences.push(format!("Set your deferrals to zero as well, or another {preventable} goes over."));
    }
    sentences.join(" ")
}

/// What happens where pay passes what a plan may count.
fn pay_limit_passed(above: CountedPay, ends: Answer) -> String {
    let matched = match above {
        CountedPay::Unknown => {
            "In most payrolls the match stops there, and this page assumes that yours does. Some plans continue to match: ask yours."
        }
        CountedPay::Stops => "Your match stops there.",
        CountedPay::Spread => "Your match counts at most an even share of that from each paycheck, so it continues.",
        CountedPay::WholeYear => "Your match continues up to the year’s maximum.",
    };
    let contributions = match ends {
        Answer::Unknown => {
            " You can continue to defer and contribute after-tax money unless your plan stops contributions there: ask."
        }
        Answer::No => " You can continue to defer and contribute after-tax money.",
        Answer::Yes => "",
    };
    format!("A plan may count no more pay than that in a year. {matched}{contributions}")
}

/// The limit that is passed: the law's, or a cap of the plan's alone.
pub(super) fn limit_passed(year: i16, by_law: bool) -> String {
    if by_law { format!("the limit of {year}") } else { "your plan’s own cap on after-tax money".to_owned() }
}

/// The last election that still keeps to the limit.
pub(super) fn last_chance(last: &DeferralEntry) -> String {
    format!(
        "Your last chance is to set it to {} by {}, for the paycheck of {}.",
        last.deferrals,
        last.enter_by.long(),
        last.from.long()
    )
}

/// How deferrals are lowered, and until when.
fn lowered(lowering: &Lowering) -> String {
    let mut ways = vec![format!(
        "Set your deferral election to {} from the paycheck of {}, by {}{}.",
        lowering.now.deferrals,
        lowering.now.from.long(),
        lowering.now.enter_by.long(),
        if lowering.spills.is_positive() { format!("; {} then spills over", lowering.spills) } else { String::new() }
    )];
    if let Some(last) = &lowering.last {
        ways.push(last_chance(last));
    }
    if let Some((by, matched)) = lowering.opt_out {
        let cost =
            if matched { ", which gives up the match on it unless you elect after-tax money instead" } else { "" };
        ways.push(format!("Or opt out of spillover by {}{cost}.", by.long()));
    }
    ways.join(" ")
}

/// What a bonus that is not sure does, and what to do for its payday.
fn unsure_bonus(threats: &[Threat], safe: Option<(Election, Date)>) -> String {
    let of = |threat: &Threat| {
        let comes = format!(
            "If the bonus of {} comes on {} while {} is in force, {} goes over the limit.",
            threat.amount,
            threat.date.long(),
            or_zero(threat.standing),
            threat.over
        );
        let remedy = match threat.remedy {
            None => "No change can be entered for that payday.".to_owned(),
            Some(remedy) if remedy.still_over.is_positive() => format!(
                "Set your election to {} for that payday by {}, and come back here then: the elections after it must be lower as well.",
                or_zero(remedy.election),
                remedy.by.long()
            ),
            Some(remedy) => {
                format!("Set your election to {} for that payday by {}.", at_most(remedy.election), remedy.by.long())
            }
        };
        format!("{comes} {remedy}")
    };
    let mut sentences: Vec<String> = threats.iter().map(of).collect();
    if let Some((election, from)) = safe {
        let which = if threats.len() > 1 { "whichever bonus comes" } else { "whether it comes or not" };
        sentences.push(format!(
            "If your payroll accepts no change for a single payday, {} from {} stays under the limit, {which}.",
            or_zero(election),
            from.long()
        ));
    }
    sentences.join(" ")
}

/// An election as the highest to set.
fn at_most(election: Election) -> String {
    if election.is_nothing() { "zero".to_owned() } else { format!("{election} or less") }
}

/// What payroll may have left out, and what the employer makes good.
fn left_out_words(left_out: &LeftOut) -> String {
    let LeftOut { paychecks, deferrals, employer_match, after_tax, unused } = left_out;
    let missing = if employer_match.is_positive() {
        format!("Your deferrals so far are {deferrals} and your match {employer_match}")
    } else {
        format!("Your deferrals so far are {deferrals}")
    };
    let mut owed = Vec::new();
    if employer_match.is_positive() {
        owed.push(format!("the whole missed match ({employer_match}), so that it is owed and not lost"));
    }
    owed.push(format!(
        "up to {MISSED_DEFERRAL} of the missed deferral ({}), or less or nothing where it is corrected early and you are told",
        left_out.for_deferrals()
    ));
    if after_tax.is_positive() {
        owed.push(format!(
            "{MISSED_AFTER_TAX} of after-tax money that was left out as well ({} of {after_tax}), even where it is corrected early",
            left_out.for_after_tax()
        ));
    }
    let room = if *unused >= left_out.owed() {
        "What it pays in uses room of this year, and the elections on this page still fit."
    } else {
        "What it pays in uses room of this year: keep that much free."
    };
    format!(
        "{missing} less than your elections call for, as if payroll had skipped them on {}. If you haven’t changed your elections this year, ask payroll. If it made a mistake, your employer must make up {}. {room}",
        counted(*paychecks, "paycheck", "paychecks"),
        listed_long(&owed)
    )
}

/// A list whose items have commas of their own.
fn listed_long(items: &[String]) -> String {
    match items {
        [.., _, last] => format!("{}; and {last}", items.get(..items.len() - 1).unwrap_or_default().join("; ")),
        _ => items.join("; "),
    }
}

/// Why match is lost, and how not to lose it.
fn match_lost(cause: MatchCause, advice: Option<&Advice>) -> String {
    let why = match cause {
        MatchCause::CountedPay { limit, date, full } => format!(
            "Your pay passes {limit} on {}, and in most payrolls the match stops there. What goes in after that earns none, and your plan has no true-up.{} If your plan continues to match, the match is larger and your room smaller: ask.",
            date.long(),
            if full { " Before that, the limit on the total leaves no room for more after-tax money that would earn it." } else { "" }
        ),
        MatchCause::DeferralsFull { date } => format!(
            "Your plan matches each paycheck and has no true-up, and you reach the deferral limit on {}. The paychecks after it earn no match on deferrals.",
            date.long()
        ),
        MatchCause::AlreadyFull => "Your plan matches each paycheck and has no true-up, and you have already reached your deferral limit here. The paychecks to come earn no match on deferrals. Next year, spread your deferrals over all paychecks.".to_owned(),
        MatchCause::TooLittle => "Your plan matches each paycheck and has no true-up, and some paychecks earn less than the year as a whole would. Check the match so far. If it is right, defer at least what the match counts from every paycheck.".to_owned(),
    };
    match advice {
        Some(advice) => format!("{why} {}", advised(advice)),
        None => why,
    }
}

/// What a better deferral election gains, and the after-tax election that goes with it.
pub(super) fn deferrals_gain(advice: &Advice) -> String {
    format!("It adds {} and leaves {}. {}", gains(advice), room_left(advice), goes_with(advice))
}

fn room_left(advice: &Advice) -> String {
    let room = advice.room;
    if advice.room_is_shared {
        format!("{room} of room for after-tax money and the match on it")
    } else {
        format!("{room} of after-tax room")
    }
}

/// The after-tax election that goes with other deferrals.
pub(in crate::worksheets) fn goes_with(advice: &Advice) -> String {
    let after_tax = match advice.after_tax.as_slice() {
        [] => "as it is now".to_owned(),
        elections => entries(elections, Election::NOTHING),
    };
    format!("The after-tax election that goes with it: {after_tax}.")
}

/// `$6,250.00 more of match and $12,500.00 more of deferrals`.
fn gains(advice: &Advice) -> String {
    let mut gains = Vec::new();
    if advice.more_match >= LITTLE {
        gains.push(format!("{} more match", advice.more_match));
    }
    if advice.more_deferred >= LITTLE {
        gains.push(format!("{} more in deferrals", advice.more_deferred));
    }
    listed(gains)
}

/// A deferral election as advice, with what it gains.
fn advised(advice: &Advice) -> String {
    let steps: Vec<String> = advice.entries.iter().map(deferral_step).collect();
    let unused = if advice.unused >= LITTLE {
        format!(" {} of the deferral limit is left even then.", advice.unused)
    } else {
        String::new()
    };
    format!(
        "{}et your deferral election to {}. That adds {} and leaves {}.{unused} {}",
        if advice.bearable { "S" } else { "If you can afford it, s" },
        steps.join(", then "),
        gains(advice),
        room_left(advice),
        goes_with(advice)
    )
}

/// `10% pre-tax from the paycheck of January 15, 2026 (by January 8, 2026)`.
pub(super) fn deferral_step(entry: &DeferralEntry) -> String {
    format!("{} from the paycheck of {} (by {})", entry.deferrals, entry.from.long(), entry.enter_by.long())
}

/// That deferrals stay unused, and how to use them.
fn deferrals_unused(
    present: Deferrals,
    unused: Money,
    advice: Option<&Advice>,
    last: Option<(&DeferralEntry, bool)>,
) -> String {
    let mut sentences = vec![if present == Deferrals::NOTHING {
        format!("You can still defer {unused} this year.")
    } else {
        format!("At {present} you end the year {unused} below the limit on deferrals.")
    }];
    if advice.is_some_and(|advice| advice.more_match >= LITTLE) {
        sentences.push("Deferrals that earn match come before after-tax money.".to_owned());
    }
    sentences.extend(advice.map(advised));
    if let Some((last, alone)) = last {
        sentences.push(format!(
            "{} {} {} the paycheck of {}, by {}: payroll stops it at the limit.",
            if advice.is_some() { "Or keep your election and set" } else { "To fill it, set" },
            last.deferrals,
            if alone { "for" } else { "from" },
            last.from.long(),
            last.enter_by.long()
        ));
    }
    if advice.is_none() && last.is_none() {
        sentences.push("A higher election would fill it, if you can afford it.".to_owned());
    }
    sentences.join(" ")
}

/// What of the figures so far was taken from the calendar.
fn so_far_assumed(stub: Option<Date>, pay: Option<Money>) -> String {
    let stub =
        stub.map(|stub| format!("The year-to-date figures are assumed to be those of the stub of {}.", stub.long()));
    let pay = pay.map(|pay| format!("Gross pay so far is assumed to be {pay}, from the calendar."));
    let advice = "Enter your stub’s own figures to be exact.".to_owned();
    [stub, pay, Some(advice)].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

fn year_to_date(figure: YearToDate) -> &'static str {
    match figure {
        YearToDate::Deferrals => "deferrals",
        YearToDate::Match => "match",
        YearToDate::AfterTax => "after-tax contributions",
    }
}

/// Why a part of the room stays unused, in a sentence.
pub(super) fn why_unused(why: WhyUnused) -> String {
    match why {
        WhyUnused::Reserve { amount } => {
            format!("{amount} is kept free in case the change takes effect in less than {USUAL_LEAD_DAYS} days.")
        }
        WhyUnused::TooLate => "It is too late to change a paycheck.".to_owned(),
        WhyUnused::Held { constraint } => holds_back(constraint).to_owned(),
        WhyUnused::DeferralsFirst => "After-tax money waits until you reach the deferral limit.".to_owned(),
        WhyUnused::AfterDate { date } => format!("Nothing comes out after {}, your date.", date.long()),
        WhyUnused::StepTooLarge { step: step @ Election::Percent(_) } => {
            format!("Elections go in steps of {step}, and one more step on a single paycheck would go over the limit.")
        }
        WhyUnused::StepTooLarge { step } => format!("Elections go in steps of {step}."),
        WhyUnused::Months { months } => {
            format!(
                "Elections can be changed only in {}, and two elections cannot fill the room.",
                listed(months.named())
            )
        }
        WhyUnused::Bonus => "It is kept free for a bonus that may come when no election can be changed.".to_owned(),
        WhyUnused::TooLittle => "It is too little for another change.".to_owned(),
    }
}

fn holds_back(constraint: Constraint) -> &'static str {
    match constraint {
        Constraint::Pay => "Your pay after deferrals does not leave more.",
        Constraint::Taxes => {
            "Your pay after deferrals, Social Security, Medicare and an allowance for income tax does not leave more. Enter your take-home pay to be exact."
        }
        Constraint::TakeHome => "Your take-home pay does not leave more.",
        Constraint::LeastTakeHome => "More would push your take-home pay below your minimum.",
        Constraint::Highest => "It is the maximum that your payroll accepts.",
    }
}

/// The entries in a few words: `17% from June 5, 2026; 6% from October 16, 2026`.
pub(super) fn entries(entries: &[Entry], now: Election) -> String {
    if entries.is_empty() {
        return if now.is_nothing() { "nothing".to_owned() } else { format!("keep {now}") };
    }
    let each = entries.iter().map(|entry| format!("{} from {}", election(entry.election), entry.from.long()));
    each.collect::<Vec<_>>().join("; ")
}

/// The same where the year may go over with them.
pub(super) fn entries_and_over(listed: &[Entry], now: Election, over: Money) -> String {
    let words = entries(listed, now);
    if over.is_positive() { format!("{words}; even so, {over} too much goes in") } else { words }
}

/// An election as a sentence names it.
pub(super) fn election(election: Election) -> String {
    if election.is_nothing() { "nothing".to_owned() } else { election.to_string() }
}

/// An election as the one to set.
pub(super) fn or_zero(election: Election) -> String {
    if election.is_nothing() { "zero".to_owned() } else { election.to_string() }
}

/// A change to try, as a condition.
pub(super) fn change(change: &Change) -> String {
    match change {
        Change::Later { from } => format!("If the change starts on {} or later", from.long()),
        Change::Bonus(bonus) => format!("If the bonus of {} comes on {}", bonus.amount, bonus.date.long()),
        Change::Raise { share, from, .. } => {
            format!("If you get a raise of {} from {}", InPercent(*share), from.long())
        }
    }
}
