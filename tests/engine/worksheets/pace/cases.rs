//! The examples of `cases/*.json` about matches, true-ups and pace, to the cent.
//!
//! An example's `paychecks` puts it through the paychecks and the pace worksheet,
//! as `runs` puts it through the room worksheet: a record, a day, and the figures
//! expected. A text that starts with `/` points to a figure of the example; any
//! other stands for itself.

use crate::support::worksheets;
use std::collections::{BTreeMap, BTreeSet};

use crate::support::cases::{self, Example};
use crate::support::values::{day, money};
use planner::date::Date;
use planner::law::YearLimits;
use planner::money::Money;
use planner::record::{Election, Record};
use planner::worksheets::pace::{Code, Line, Pace};
use planner::worksheets::year::paychecks::Paychecks;

/// What the engine gives under a name.
#[derive(Debug, PartialEq, Eq)]
enum Given {
    Dollars(Money),
    Count(usize),
    /// Without trailing zeros.
    Percent(String),
    Day(Date),
}

/// What an example says, read as the kind of thing that the engine gives.
fn said(example: &Example, text: &str, like: &Given) -> Given {
    let said = || example.said(text);
    match like {
        Given::Dollars(_) => Given::Dollars(example.money(text)),
        Given::Count(_) => {
            Given::Count(said().parse().unwrap_or_else(|_| panic!("{}: {} is no count", example.id, said())))
        }
        Given::Percent(_) => Given::Percent(percent(&said())),
        Given::Day(_) => Given::Day(day(&said())),
    }
}

/// A percentage as the engine writes it.
fn percent(digits: &str) -> String {
    digits.parse::<planner::percent::Percent>().expect("a percentage").to_string()
}

fn sum(lines: &[Line], of: fn(&Line) -> Money) -> Money {
    lines.iter().map(of).sum::<Money>()
}

/// Both worksheets of an example's only year.
struct Worksheets {
    paychecks: Paychecks,
    pace: Pace,
    present: Election,
    profit_sharing_to_come: Money,
}

impl Worksheets {
    fn of(record: &Record, today: Date) -> Self {
        // The examples say nothing of taxes: all that is left of pay is there to give.
        let mut record = record.clone();
        let payroll = &mut record.years[0].payroll;
        payroll.take_home = payroll.take_home.or(payroll.pay);
        let record = &record;
        let entry = &record.years[0];
        let limits = YearLimits::of(entry.year, &entry.own_limits).expect("a year with limits");
        let age = entry.year - record.birth_date.expect("a birth date").year();
        let paychecks = Paychecks::of(entry, &limits, age, today).expect("a payroll");
        let pace = worksheets::pace(record, entry.year, today).unwrap_or_else(|error| panic!("{error}"));
        let projected = paychecks.projected(entry);
        let profit_sharing_to_come = projected.contributions.profit_sharing.to_come;
        Self { paychecks, pace, present: entry.payroll.after_tax, profit_sharing_to_come }
    }

    /// Match of all paychecks, and what comes after them where it does come.
    fn match_to_come(&self) -> Money {
        let each = sum(&self.pace.lines, |line| line.employer_match);
        let later =
            if self.pace.match_lost.is_positive() { Money::ZERO } else { self.paychecks.match_beyond_paychecks };
        each + later
    }

    /// What the finding on the present election says after some words.
    fn present_says(&self, before: &str) -> Money {
        let finding = self.pace.findings.iter().find(|finding| finding.code() == Code::PresentGoesOver);
        let text = &finding.expect("the present election goes over").words.text;
        let (_, after) = text.split_once(before).unwrap_or_else(|| panic!("{before:?} in {text}"));
        let amount: String = after.chars().take_while(|c| c.is_ascii_digit() || "$,.".contains(*c)).collect();
        money(amount.trim_end_matches([',', '.']))
    }

    fn given(&self, name: &str) -> Given {
        let lines = &self.pace.lines;
        let count = |wanted: &dyn Fn(&Line) -> bool| Given::Count(lines.iter().filter(|line| wanted(line)).count());
        let first = lines.first().expect("a paycheck");
        let filled = lines.iter().rev().find(|line| line.after_tax.is_positive());
        Given::Dollars(match name {
            "pay" => self.paychecks.pay(),
            "first_pay" => first.pay,
            "deferrals" => sum(lines, |line| line.deferral + line.catch_up),
            "catch_ups" => sum(lines, |line| line.catch_up),
            "first_match" => first.employer_match,
            "match_each" => sum(lines, |line| line.employer_match),
            "match_to_come" => self.match_to_come(),
            "match_true_up" => self.paychecks.match_beyond_paychecks,
            "profit_sharing_to_come" => self.profit_sharing_to_come,
            "match_lost" => self.pace.match_lost,
            "room" => self.pace.room,
            "planned" => self.pace.planned,
            // Nobody is asked to change an election for less than a dollar.
            "filled" => {
                assert!(self.pace.unused < Money::dollars(1), "{} unused", self.pace.unused);
                self.pace.planned + self.pace.unused
            }
            "unused" => self.pace.unused,
            "over" => self.pace.over,
            "first_takes" => first.after_tax,
            "last_takes" => filled.expect("after-tax money").after_tax,
            "last_takes_with_the_rest" => filled.expect("after-tax money").after_tax + self.pace.unused,
            "present_year" => self.present_says("of every paycheck to come, "),
            "present_beyond" => self.present_says("That is "),
            "paychecks" => return Given::Count(lines.len()),
            "paychecks_with_deferral" => return count(&|line| line.deferral.is_positive()),
            "paychecks_alike" => return count(&|line| line.after_tax == first.after_tax),
            "first_percent" | "present_percent" => {
                let election = match name {
                    "present_percent" => self.present,
                    _ => self.pace.entries.first().expect("an entry").election,
                };
                match election {
                    Election::Percent(percent) => return Given::Percent(percent.to_string()),
                    Election::Dollars(dollars) => panic!("{dollars} is no percentage"),
                }
            }
            "first_date" => return Given::Day(first.date),
            "last_matched" => {
                let last = lines.iter().rev().find(|line| line.employer_match.is_positive());
                return Given::Day(last.expect("a match").date);
            }
            _ => panic!("the cases expect {name:?}, which this test does not know"),
        })
    }
}

#[test]
fn every_example_of_match_and_pace_comes_out_to_the_cent() {
    let runs = cases::runs("paychecks");
    for run in &runs {
        let id = &run.example.id;
        let worksheets = Worksheets::of(&run.record, run.today);
        for (name, text) in &run.expect {
            let given = worksheets.given(name);
            assert_eq!(given, said(&run.example, text, &given), "{id}: {name}, expected from {text}");
        }
        for (name, text) in &run.never {
            let given = worksheets.given(name);
            assert_ne!(given, said(&run.example, text, &given), "{id}: {name} repeats the published mistake");
        }
    }
    assert!(runs.len() >= 30, "{} runs", runs.len());
}

#[test]
fn no_figure_of_an_example_that_only_runs_here_is_passed_over() {
    let mut only_here: BTreeMap<String, (Example, BTreeSet<String>)> = BTreeMap::new();
    for run in cases::runs("paychecks").into_iter().filter(|run| !run.example.json["not_here"].is_null()) {
        let (_, expected) =
            only_here.entry(run.example.id.clone()).or_insert_with(|| (run.example.clone(), BTreeSet::new()));
        expected.extend(run.expect.into_values());
    }
    for (id, (example, expected)) in &only_here {
        for figure in example.results() {
            let elsewhere = example.json["elsewhere"].get(&figure).is_some();
            assert!(expected.contains(&figure) != elsewhere, "{id}: {figure} must be run or be elsewhere");
        }
    }
    let ids: Vec<&str> = only_here.keys().map(String::as_str).collect();
    assert_eq!(
        ids,
        [
            "bogleheads-2018-550k",
            "fool-80k",
            "humaninterest-tiered",
            "ianberger-ps",
            "irs-mary-2012-match",
            "irs-mary-2019-match",
            "percent-election-whole",
            "securian-3-9",
        ]
    );
}
