//! The answer's figure with its facts, what to do in order, the cards that say what they
//! understood, and the next year begun with this one's figures.

use planner::date::Weekday;
use planner::draft::Draft;
use planner::questions::{Field, Key, List, RowField};
use planner::report::{Reply, Report};
use planner::service;
use planner::worksheets::pace::What;

use crate::support::drafts::{add, fill};
use crate::support::values::{day, money};
use crate::support::worksheets;

const TODAY: &str = "2026-11-25";

/// One job, late in the year: the laptop's sitting.
fn sitting() -> Draft {
    let mut draft = Draft::new(day(TODAY));
    draft.set(Key::BirthDate, "March 14, 1992".to_owned());
    fill(
        &mut draft,
        &[
            (Field::Cadence, "biweekly"),
            (Field::KnownPayDate, "11/20/26"),
            (Field::PayBasis, "salary"),
            (Field::PayRate, "210k"),
            (Field::PreTaxSoFar, "22,000"),
            (Field::MatchSoFar, "5,500"),
            (Field::AfterTax, "12,000"),
            (Field::PreTaxElection, "11"),
            (Field::AfterTaxElection, "6"),
            (Field::TakeHome, "4,200"),
            (Field::LeastTakeHome, "2,500"),
            (Field::MatchOffered, "yes"),
            (Field::MatchRate1, "50"),
            (Field::MatchUpTo1, "6"),
            (Field::PlanAfterTax, "yes"),
            (Field::InPlanRollover, "yes"),
            (Field::TransferTiming, "automatic"),
        ],
    );
    draft
}

fn with_bonus(mut draft: Draft) -> Draft {
    add(&mut draft, List::Bonuses, &[(RowField::Date, "12/18/2026"), (RowField::Amount, "25,000")]);
    draft
}

fn without(mut draft: Draft, fields: &[Field]) -> Draft {
    for field in fields {
        draft.set(Key::Sheet(*field), String::new());
    }
    draft
}

fn reply(draft: &Draft, page: &str) -> Reply {
    let text = service::answer(&draft.to_saved(), TODAY, page, "paychecks").expect("a reply");
    serde_json::from_str(&text).expect("JSON")
}

fn report(draft: &Draft) -> Report {
    reply(draft, "pace").report.expect("a report")
}

fn hint(reply: &Reply, card: &str) -> String {
    let hint = reply.hints.iter().find(|hint| hint.field == card);
    hint.map(|hint| hint.text.clone()).unwrap_or_default()
}

#[test]
fn the_headline_says_what_from_when_by_when_and_where_the_year_ends() {
    let report = report(&sitting());
    let headline = &report.headline;
    assert_eq!(headline.what, "Set your after-tax election to");
    assert!(!headline.grave && !headline.open && !headline.none, "{headline:?}");
    let names: Vec<&str> = headline.facts.iter().map(|[name, _]| name.as_str()).collect();
    assert_eq!(names, ["Change it by", "From the paycheck of", "2026 ends at"]);
    assert!(headline.facts[1][1].contains("Fri, Dec 4"), "{:?}", headline.facts);
    assert!(headline.facts[2][1].ends_with("of $72,000") && !headline.facts[2][1].contains('.'));
    assert!(headline.below.contains("Leave your deferrals at 11% pre-tax."), "{}", headline.below);
    assert!(!headline.below.contains(".00"), "{}", headline.below);
}

#[test]
fn deadlines_are_business_days() {
    for draft in [sitting(), with_bonus(sitting())] {
        let pace = worksheets::pace(&draft.read(day(TODAY)).record, 2026, day(TODAY)).expect("a result");
        assert!(!pace.entries.is_empty());
        for entry in &pace.entries {
            let weekday = entry.enter_by.weekday();
            assert!(!weekday.is_weekend() || entry.not_before.weekday() == Weekday::Saturday, "{entry:?}");
        }
    }
}

#[test]
fn the_timeline_goes_from_today_to_the_last_paycheck_in_order() {
    let pace = worksheets::pace(&with_bonus(sitting()).read(day(TODAY)).record, 2026, day(TODAY)).expect("a result");
    let steps = &pace.timeline.this_year;
    assert!(matches!(steps.first().map(|step| &step.what), Some(What::Today { .. })));
    assert!(matches!(steps.last().map(|step| &step.what), Some(What::Last { .. })));
    assert!(steps.is_sorted_by_key(|step| step.on));
    let changes = steps.iter().filter(|step| step.what.is_to_do()).count();
    assert_eq!(changes, pace.entries.len(), "each election is entered once");
    let bonus = steps.iter().find_map(|step| match step.what {
        What::Bonus { pay, .. } => Some(pay),
        _ => None,
    });
    assert_eq!(bonus, Some(money("25,000")));
    assert!(!pace.timeline.next_year.is_empty(), "late in the year the next one is planned as well");
}

#[test]
fn every_step_to_do_can_be_copied_and_no_other() {
    let report = report(&with_bonus(sitting()));
    assert_eq!(report.timeline.iter().map(|period| period.name.as_str()).collect::<Vec<_>>(), ["2026", "2027"]);
    assert_eq!(report.timeline[1].start, "Start 2027 with this year’s pay and elections");
    for step in report.timeline.iter().flat_map(|period| &period.steps) {
        assert_eq!(step.look == "do", !step.copy.is_empty(), "{step:?}");
        assert!(step.copy.is_empty() || step.copy.contains("from the paycheck of"), "{step:?}");
    }
}

#[test]
fn a_bonus_with_room_left_suggests_an_election_of_its_own() {
    let of_bonus = |draft: &Draft| {
        let pace = worksheets::pace(&draft.read(day(TODAY)).record, 2026, day(TODAY)).expect("a result");
        pace.timeline.this_year.iter().find_map(|step| match step.what {
            What::Bonus { alone, .. } => Some((alone, pace.unused)),
            _ => None,
        })
    };
    let (alone, unused) = of_bonus(&with_bonus(sitting())).expect("a bonus");
    assert!(unused.is_positive() && alone.is_some_and(|percent| percent <= 100), "{alone:?} with {unused} left");
    let mut full = with_bonus(sitting());
    fill(&mut full, &[(Field::AfterTax, "43,000")]);
    let (alone, unused) = of_bonus(&full).expect("a bonus");
    assert!(alone.is_none() || unused.is_positive(), "{alone:?} with {unused} left");
}

#[test]
fn a_plan_that_cannot_do_it_has_no_timeline_and_is_gray() {
    let mut draft = sitting();
    fill(&mut draft, &[(Field::PlanAfterTax, "no")]);
    let report = report(&draft);
    assert!(report.headline.none && !report.headline.grave && !report.headline.open);
    assert!(report.timeline.is_empty() && report.headline.facts.is_empty());
}

#[test]
fn without_take_home_pay_the_answer_is_a_question_and_links_to_it() {
    let draft = without(sitting(), &[Field::TakeHome]);
    let reply = reply(&draft, "pace");
    let headline = reply.report.expect("a report").headline;
    assert!(headline.open && headline.figure.starts_with("Up to "), "{headline:?}");
    assert!(headline.figure != "Up to 100%");
    assert_eq!(reply.missing.iter().map(|hint| hint.field.as_str()).collect::<Vec<_>>(), ["take-home"]);
}

#[test]
fn the_first_answer_comes_after_six_fields() {
    const FIRST: [Field; 5] =
        [Field::Cadence, Field::KnownPayDate, Field::PayRate, Field::PreTaxSoFar, Field::AfterTax];
    let whole = sitting();
    let mut draft = Draft::new(day(TODAY));
    let missing =
        |draft: &Draft| reply(draft, "pace").missing.iter().map(|hint| hint.field.clone()).collect::<Vec<_>>();
    assert_eq!(missing(&draft), ["birth-date", "cadence"], "payday and pay are asked once that is known");
    draft.set(Key::BirthDate, "3-14-92".to_owned());
    for field in FIRST {
        assert!(reply(&draft, "pace").report.is_none() || field == Field::PreTaxSoFar || field == Field::AfterTax);
        draft.set(Key::Sheet(field), whole.text(Key::Sheet(field)).to_owned());
    }
    assert!(reply(&draft, "pace").report.is_some());
}

#[test]
fn each_card_says_what_it_understood() {
    let said = reply(&with_bonus(sitting()), "pace");
    assert_eq!(hint(&said, "paydays"), "3 paychecks left, next on Fri, Dec 4");
    assert_eq!(hint(&said, "pay-rates"), "$8,076.92 a paycheck, $25,000 on Dec 18");
    assert_eq!(hint(&said, "so-far"), "$39,500 of the $72,000 limit is in");
    assert!(hint(&said, "elections").starts_with("Deferrals reach $24,500 by "), "{}", hint(&said, "elections"));
    assert!(hint(&said, "match-rules").starts_with("50¢ for each $1 on the first 6% of pay"));
    assert!(hint(&said, "take-home-pay").starts_with("After-tax can take up to $2,184"));
    let empty = reply(&Draft::new(day(TODAY)), "pace");
    for card in ["paydays", "pay-rates", "so-far", "elections", "match-rules", "take-home-pay", "election-rules"] {
        assert_eq!(hint(&empty, card), "", "{card}");
    }
}

#[test]
fn the_next_year_begins_with_this_one_s_pay_and_elections() {
    let mut draft = with_bonus(sitting());
    add(&mut draft, List::Raises, &[(RowField::From, "12/4/2026"), (RowField::NewPay, "220,000")]);
    let pace = worksheets::pace(&draft.read(day(TODAY)).record, 2026, day(TODAY)).expect("a result");
    let carried = pace.next_year.expect("the next year").carried;
    let saved = service::start_next_year(&draft.to_saved(), TODAY).expect("a draft");
    let next = Draft::from_saved(&saved).expect("it is read");
    assert_eq!(next.year, 2027);
    let text = |field| next.text(Key::Sheet(field)).to_owned();
    assert_eq!((text(Field::Cadence).as_str(), text(Field::PayBasis).as_str()), ("biweekly", "salary"));
    assert_eq!((text(Field::PayRate).as_str(), text(Field::PreTaxElection).as_str()), ("220,000", "11"));
    assert_eq!(text(Field::AfterTaxElection), carried.to_string());
    for of_the_year in [Field::PreTaxSoFar, Field::MatchSoFar, Field::AfterTax, Field::LastStub, Field::PaySoFar] {
        assert_eq!(text(of_the_year), "", "{of_the_year:?}");
    }
    assert!(next.sheet().expect("a sheet").rows(List::Bonuses).is_empty());
    assert!(service::start_next_year("", TODAY).is_err());
    // What the year has already stays.
    let mut own = draft.clone();
    own.year = 2027;
    own.set(Key::Sheet(Field::PreTaxElection), "15".to_owned());
    own.year = 2026;
    let saved = service::start_next_year(&own.to_saved(), TODAY).expect("a draft");
    let next = Draft::from_saved(&saved).expect("it is read");
    assert_eq!(next.text(Key::Sheet(Field::PreTaxElection)), "15");
}

#[test]
fn the_table_has_what_is_paid_in_one_row_the_changes_as_tags_and_the_total_last() {
    let report = report(&with_bonus(sitting()));
    let table = report.tables.iter().find(|table| table.id == "paychecks").expect("a table");
    let first: Vec<&str> = table.rows.iter().map(|row| row[0].as_str()).collect();
    assert_eq!((first[0], first.last().copied()), ("Through Nov 20", Some("2026")));
    assert!(first.iter().any(|name| name.ends_with("\tbonus")), "{first:?}");
    assert!(first.iter().any(|name| name.starts_with("Dec 4\t") && name.ends_with('%')), "{first:?}");
    assert!(table.total && table.minor.iter().all(|place| usize::from(place.unsigned_abs()) < table.columns.len()));
    let names: Vec<&str> =
        table.minor.iter().map(|place| table.columns[usize::from(place.unsigned_abs())].as_str()).collect();
    assert!(!names.contains(&"After-tax") && !names.contains(&"Left under limit"), "{names:?}");
}

#[test]
fn a_bar_says_what_its_row_says() {
    let report = report(&sitting());
    let chart = report.chart.expect("a chart");
    let table = report.tables.iter().find(|table| table.id == "paychecks").expect("a table");
    let after_tax = table.columns.iter().position(|column| column == "After-tax").expect("a column");
    let left = table.columns.len() - 1;
    assert_eq!(chart.bars.len() + 1, table.rows.len(), "the total has no bar");
    for (bar, row) in chart.bars.iter().zip(&table.rows).skip(1) {
        assert!(bar.says.contains(&row[after_tax]) && bar.says.contains(&row[left]), "{} against {row:?}", bar.says);
    }
}
