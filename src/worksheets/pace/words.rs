//! What the worksheet says of its findings, of elections and of changes.

use super::Entry;
use super::findings::{Finding, TakeHomeGap, YearToDate};
use super::open_rules_words;
use super::payroll_plan::{Constraint, USUAL_LEAD_DAYS};
use super::what_if::Change;
use super::why_unused::WhyUnused;
use crate::date::Date;
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Words};
use crate::law::citations;
use crate::money::Money;
use crate::percent::InPercent;
use crate::record::{Answer, Election};

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::OverWhatever { over, year, by_law } => Words::new(
                Problem,
                citations::CORRECTION,
                "Too much goes in, whatever you enter now",
                format!(
                    "{over} goes over {}. Enter zero at once, and tell the plan administrator: what cannot be stopped any more only the plan can pay back. The Room worksheet has the words.",
                    limit_passed(*year, *by_law)
                ),
            ),
            Self::PresentGoesOver { election, present, beyond, room } => Words::new(
                Problem,
                citations::ANNUAL_ADDITIONS,
                "Your present election goes over if you leave it",
                format!(
                    "At {election} on every paycheck to come, {present} would go in, {beyond} more than the {room} that fits. Make the change below in time."
                ),
            ),
            Self::TooLate { year, lead_days, last } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                format!("No paycheck of {year} can be changed any more"),
                format!(
                    "A change needs {lead_days} days, and the last payday is {}. Ask payroll whether it takes a late change; otherwise start with the first paycheck of the next year.",
                    last.long()
                ),
            ),
            Self::MatchLost { lost, deferrals_stop, lasting } => Words::new(
                Attention,
                citations::MATCH,
                format!("You lose {lost} of match"),
                match_lost(*deferrals_stop, *lasting),
            ),
            Self::DeferralsElsewhere { excess, still } => Words::new(
                Problem,
                citations::DEFERRALS_PER_PERSON,
                "This payroll does not know what you deferred at another job",
                format!(
                    "Its own limit lets {excess} too much in over all jobs. Lower your deferral election so that no more than {still} goes in here from now on, or give payroll your other year-to-date figure."
                ),
            ),
            Self::DeferralsStop { date, pre_tax, roth, limit, lasting } => Words::new(
                Note,
                citations::PLAN_DEFERRALS,
                format!("Your deferrals are full on {}", date.long()),
                format!(
                    "At {pre_tax} pre-tax and {roth} Roth a paycheck they reach {limit} then, and payroll stops them. From the next paycheck on, that much more of your pay is free.{}",
                    would_last(*lasting)
                ),
            ),
            Self::TrueUpOpen { beyond } => Words::new(
                Attention,
                citations::AFTER_YEAR_END,
                "Ask whether there is a true-up",
                format!(
                    "Your paychecks earn {beyond} less match than the year as a whole. A true-up would make it good after the year and count in this year’s limit, so {beyond} is kept free for it. If there is none, that match is lost and the room is larger."
                ),
            ),
            Self::Spillover { from, amount } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "Your deferrals spill over into after-tax money",
                format!(
                    "Once deferrals reach their limit on {}, the same election goes on as after-tax money: {amount} by the end of the year. The plan below counts it.",
                    from.long()
                ),
            ),
            Self::LeadTimeOpen => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "Ask how many days a change needs",
                format!(
                    "Until you know, {USUAL_LEAD_DAYS} days are counted, and if the change works sooner it still does not go over. Enter the number in the Plan worksheet."
                ),
            ),
            Self::SoFarAssumed { stub, pay } => {
                Words::new(Note, citations::PAY_STUB, "Check what is taken as paid so far", so_far_assumed(*stub, *pay))
            }
            Self::PayLimitPassed { limit, date } => Words::new(
                Note,
                citations::PAY_COUNTED,
                format!("Your pay passes {limit} on {}", date.long()),
                "A plan may count no more pay than that in a year, so the match stops there. You can still defer and put in after-tax money.",
            ),
            Self::AcpTest { days } => Words::new(
                Attention,
                citations::ACP_TEST,
                "Part of this may come back after the ACP test",
                format!(
                    "The plan compares match and after-tax money of the highly paid with that of all others. Ask HR how last year’s test came out before you put in the full amount: what is too much is paid back{}, with its earnings, which are taxable.",
                    days.map_or_else(String::new, |days| format!(" by {days}"))
                ),
            ),
            Self::AfterTaxMatched => Words::new(
                Note,
                citations::ADDITIONS_DEFINED,
                "After-tax money is matched, and the match takes room as well",
                "Each after-tax dollar that earns match uses the limit twice: once itself, once by its match. Both are counted here.",
            ),
            Self::PayrollMayNotStop => Words::new(
                Note,
                citations::ANNUAL_ADDITIONS,
                "Do not count on payroll to stop you",
                "Payroll stops deferrals at their own limit. Many do not stop after-tax money at the limit on the total, least of all with money from another source. This plan stays under it by itself.",
            ),
            Self::MatchAboveOpen { above } => Words::new(
                // With a true-up the year's match is the same either way.
                if above.true_up == Answer::Yes { Note } else { Attention },
                citations::PAY_COUNTED,
                format!("What your match does once your pay passes {} is not known", above.limit),
                open_rules_words::match_above(above),
            ),
            Self::OnlyCapKnown { cap } => Words::new(
                Note,
                citations::PLAN_DOCUMENT,
                format!("Room is kept for {cap} of match"),
                "Only the most that it pays in a year is entered, so all of it is kept free. Enter the formula in the Plan worksheet, and the match follows from your deferrals.",
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
                "The match’s rules are not entered",
                "The match to come is the figure in the Room worksheet. Enter the match in the Plan worksheet, and each paycheck’s match follows from it.",
            ),
            Self::DeferralsFirst => Words::new(
                Note,
                citations::PLAN_DOCUMENT,
                "After-tax money starts once your deferrals are full",
                "Your plan takes none before. The paychecks up to then give nothing, whatever you enter.",
            ),
            Self::TaxesFirst { gap: TakeHomeGap::Least { least } } => Words::new(
                Attention,
                citations::PAY_STUB,
                "Your least take-home pay does not count yet",
                format!(
                    "To keep {least}, the plan must know what you take home now: enter the take-home pay of your latest paycheck."
                ),
            ),
            Self::TaxesFirst { gap: TakeHomeGap::Taxes { date, pay, left } } => Words::new(
                Attention,
                citations::PAY_STUB,
                "Taxes come out of your paycheck first",
                format!(
                    "On {} only {left} of {pay} would be left for taxes and for you. Enter the take-home pay of your latest paycheck, and the plan stays within what is really there.",
                    date.long()
                ),
            ),
            Self::DateTooEarly { date } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "No change can work by your date",
                format!("A new election works on no paycheck up to {}. Choose a later date.", date.long()),
            ),
            Self::PlanCannot { feasibility } => Words::new(
                Problem,
                citations::PLAN_DOCUMENT,
                "This plan cannot do it",
                format!(
                    "{} Enter no after-tax election before that is cleared up.",
                    feasibility.stopped().unwrap_or_default()
                ),
            ),
            Self::NothingDeferred => Words::new(
                Attention,
                citations::PLAN_DEFERRALS,
                "Nothing is deferred from the paychecks to come",
                "No deferral election is entered, so all of the room goes to after-tax money. If you do defer, enter how much; deferrals take room as well.",
            ),
            Self::SoFarMissing { missing } => Words::new(
                Attention,
                citations::PAY_STUB,
                "A year-to-date figure may be missing",
                format!(
                    "Paychecks of this year are paid, but no {} so far are entered. What is missing there would be planned a second time, and go over the limit. Enter the year-to-date figures of your latest stub; if they really are nothing, all is well.",
                    missing.iter().copied().map(year_to_date).collect::<Vec<_>>().join(", no ")
                ),
            ),
        }
    }
}

/// The limit that is passed: the law's, or a cap of the plan's alone.
fn limit_passed(year: i16, by_law: bool) -> String {
    if by_law { format!("the limit of {year}") } else { "your plan’s own cap on after-tax money".to_owned() }
}

/// Why match is lost: deferrals stop on a day, or no paycheck says why.
fn match_lost(deferrals_stop: Option<Date>, lasting: Option<Election>) -> String {
    match deferrals_stop {
        Some(date) => format!(
            "The match is reckoned paycheck by paycheck, there is no true-up, and your deferrals stop on {}. A paycheck without deferrals earns no match on them.{}",
            date.long(),
            would_last(lasting)
        ),
        None => "The match is reckoned paycheck by paycheck, there is no true-up, and some paychecks earn less than the year as a whole would. Check the match so far; if it is right, defer at least what the match counts from every paycheck.".to_owned(),
    }
}

/// The deferral election that would not stop early, as advice after another sentence.
fn would_last(lasting: Option<Election>) -> String {
    match lasting {
        Some(election) => format!(" An election of {election} in all would last to the end of the year."),
        None => String::new(),
    }
}

/// What of the figures so far was taken from the calendar.
fn so_far_assumed(stub: Option<Date>, pay: Option<Money>) -> String {
    let stub = stub.map(|stub| format!("The figures so far are taken to be those of the stub of {}.", stub.long()));
    let pay = pay.map(|pay| format!("Gross pay so far is taken to be {pay}, from the calendar."));
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
            format!("{amount} is kept free in case the change works sooner than {USUAL_LEAD_DAYS} days.")
        }
        WhyUnused::TooLate => "No paycheck can be changed any more.".to_owned(),
        WhyUnused::Held { constraint } => format!("{} holds it back.", holds_back(constraint)),
        WhyUnused::DeferralsFirst => "After-tax money waits until your deferrals are full.".to_owned(),
        WhyUnused::AfterDate { date } => format!("Nothing is taken after {}, your date.", date.long()),
        WhyUnused::StepTooLarge { step: step @ Election::Percent(_) } => {
            format!("Elections go in steps of {step}, and one more step on one paycheck would go over.")
        }
        WhyUnused::StepTooLarge { step } => format!("Elections go in steps of {step}."),
        WhyUnused::TooLittle => "So little is not worth another change.".to_owned(),
    }
}

fn holds_back(constraint: Constraint) -> &'static str {
    match constraint {
        Constraint::Pay => "Your pay after deferrals",
        Constraint::TakeHome => "Your take-home pay",
        Constraint::LeastTakeHome => "Your least take-home pay",
        Constraint::Highest => "The highest election that your payroll takes",
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

/// A change to try, as a condition.
pub(super) fn change(change: &Change) -> String {
    match change {
        Change::Later { from } => format!("If the change starts on {} or later", from.long()),
        Change::Bonus(bonus) => format!("If the bonus of {} comes on {}", bonus.amount, bonus.date.long()),
        Change::Raise { share, raise } => {
            format!("If you get a raise of {} from {}", InPercent(*share), raise.from.long())
        }
    }
}
