//! The engine as the page meets it: texts in, JSON out, a sentence for whatever it
//! cannot answer.

use crate::support::drafts::fill;
use crate::support::properties::cases;
use crate::support::values::{TODAY, today};
use crate::support::worksheets;
use planner::draft::Draft;
use planner::questions::{Applies, Field, Key, List, RowField};
use planner::record::Record;
use planner::report::{Copy, Offer, Reply, Report};
use planner::service;
use planner::worksheets::year::NotReady;
use planner::worksheets::{Worksheet, pace};
use proptest::prelude::*;

/// The names of the worksheets' pages.
fn pages() -> impl Iterator<Item = &'static str> {
    Worksheet::ALL.iter().map(|worksheet| worksheet.slug())
}

fn example() -> Draft {
    Draft::example(2026, today())
}

fn with(mut draft: Draft, texts: &[(Field, &str)]) -> Draft {
    fill(&mut draft, texts);
    draft
}

/// What is closed until it is opened, on whatever page.
const CLOSED: &str = "paychecks spreads what-ifs checklist worked-out checks price conversions months ledger recapture facts-other software other-forms roth-basis returns dossier dates dates-past form-8606 employers changes worth-table";

/// What the engine says to a page with all open.
fn answer(draft: &str, today: &str, page: &str) -> Result<String, String> {
    service::answer(draft, today, page, CLOSED)
}

fn reply(draft: &Draft, page: &str) -> Reply {
    let text = answer(&draft.to_saved(), TODAY, page).expect("a reply");
    serde_json::from_str(&text).expect("the reply is JSON")
}

fn report(draft: &Draft, page: &str) -> Report {
    reply(draft, page).report.unwrap_or_else(|| panic!("no report on {page}"))
}

/// On a phone an answered card folds into what it was understood to say.
#[test]
fn the_cards_of_the_ledger_say_what_they_were_understood_to_say() {
    let said = |draft: &Draft, page: &str, card: &str| {
        let hints = reply(draft, page).hints;
        hints.into_iter().find(|hint| hint.field == card).map(|hint| hint.text)
    };
    let (empty, example) = (Draft::new(today()), example());
    for (card, says) in [
        ("your-ledger", "The plan tracks after-tax money separately"),
        ("contributions", "contributions, $"),
        ("balances", "3 balances, the latest of Sep 30"),
        ("your-conversions", "3 conversions, $"),
        ("your-accounts", "Roth account in the plan since 2026"),
        ("what-the-plan-allows", "Conversion inside the plan only"),
        ("your-choice", "The plan’s own Roth account, chosen on January 2, 2026"),
        ("tax-year", "41 at the end of 2026"),
    ] {
        let line = said(&example, "conversions", card).unwrap_or_else(|| panic!("nothing on {card}"));
        assert!(line.contains(says), "{card}: {line}");
        assert_eq!(said(&empty, "conversions", card), None, "{card} of nothing");
    }
    // What is not entered is not said.
    assert_eq!(said(&example, "forms", "forms-that-came"), None);
    let asked = with(example, &[(Field::FilingStatus, "joint"), (Field::Magi, "250,000")]);
    let beyond = said(&asked, "review", "what-else").expect("a line");
    assert!(beyond.ends_with("income of $250,000"), "{beyond}");
}

#[test]
fn the_room_is_the_worksheets() {
    let draft = example();
    let right = worksheets::room(&draft.read(today()).record, 2026, today()).expect("a result");
    let report = report(&draft, "room");
    assert_eq!(report.headline.figure, right.room.value.about());
    assert_eq!((report.headline.id.as_str(), report.headline.unofficial), ("room", false));
    assert_eq!(report.closing.decision, right.closing.decision);
    assert_eq!(report.closing.by, format!("By {}", right.closing.by.expect("a day").long()));
    assert_eq!(report.findings.len(), right.findings.len());
    assert_eq!(report.lines.len(), right.lines.len());
    for (line, right) in report.lines.iter().zip(&right.lines) {
        assert_eq!((&line.name, &line.amount), (&right.name, &right.amount.value.to_string()));
        let sums: Vec<String> = right.amount.steps.iter().map(planner::explain::Step::arithmetic).collect();
        assert_eq!(line.steps.iter().map(|step| step.sum.clone()).collect::<Vec<_>>(), sums);
    }
    let picture = report.picture.expect("a picture");
    assert!(picture.svg.contains("Limit $72,000<") && !picture.svg.contains("class=\"over\""), "{}", picture.svg);
    let amounts = right.picture.segments.iter().map(|segment| segment.amount.to_string());
    assert_eq!(picture.legend.iter().map(|part| part.amount.clone()).collect::<Vec<_>>(), amounts.collect::<Vec<_>>());
}

#[test]
fn the_plan_is_the_worksheets() {
    let draft = example();
    let right = worksheets::plan(&draft.read(today()).record, 2026, today()).expect("a result");
    let report = report(&draft, "plan");
    assert_eq!(report.headline.id, "verdict");
    assert_eq!(report.closing.decision, right.closing.decision);
    assert_eq!(report.closing.words, right.closing.words.unwrap_or_default());
    assert_eq!(report.checklist.len(), right.rows.len());
    assert_eq!(report.checklist[0].citation.reference, right.rows[0].citation.reference);
    assert_eq!(report.link, draft.plan_link());
    assert!(report.picture.is_none() && report.lines.is_empty() && report.chart.is_none());
}

#[test]
fn the_pace_is_the_worksheets() {
    let draft = example();
    let right = worksheets::pace(&draft.read(today()).record, 2026, today()).expect("a result");
    let report = report(&draft, "pace");
    assert_eq!(report.headline.id, "election");
    let ends = report.headline.facts.last().expect("what the year ends at");
    let (filled, limit) = (right.chart.filled.about(), right.chart.limit.about());
    assert_eq!(*ends, ["2026 ends at".to_owned(), format!("*{filled}* of {limit}")]);
    let chart = report.chart.expect("a chart");
    assert_eq!(chart.bars.len(), right.chart.bars.len());
    let last = right.lines.last().expect("a paycheck");
    let bar = chart.bars.last().expect("a bar");
    assert!(bar.says.contains(&last.date.with_weekday()) && bar.says.contains(&last.after_tax.to_string()));
    let paychecks = report.tables.iter().find(|table| table.id == "paychecks").expect("a table");
    assert_eq!(service::file(&draft.to_saved(), TODAY, "pace"), Ok(pace::csv(&right.lines)));
    let has = |column: &str| paychecks.columns.iter().any(|name| name == column);
    assert!(has("After-tax") && has("Left under limit") && !has("Catch-up"));
    assert!(paychecks.rows.iter().all(|row| row.len() == paychecks.columns.len()));
    for table in &report.tables {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.id);
    }
    assert!(report.link.is_empty());
}

#[test]
fn what_is_closed_comes_once_it_is_open() {
    let draft = example().to_saved();
    let reply = |page: &str, open: &str| -> Reply {
        serde_json::from_str(&service::answer(&draft, TODAY, page, open).expect("a reply")).expect("the reply is JSON")
    };
    for page in pages() {
        let (whole, closed) = (reply(page, CLOSED), reply(page, "").report.expect("a report"));
        for table in &closed.tables {
            assert_eq!(table.rows.is_empty(), table.folded, "{}", table.id);
        }
        assert!(closed.dossier.is_none_or(|dossier| dossier.tables.is_empty()));
        // The list above names all that is closed, and what is open is all that differs.
        let mut expected = reply(page, "").report.expect("a report");
        let whole = whole.report.expect("a report");
        assert!(whole.tables.iter().all(|table| !table.rows.is_empty()), "{page}");
        expected.tables.clone_from(&whole.tables);
        expected.dossier.clone_from(&whole.dossier);
        assert_eq!(whole, expected);
        for table in whole.tables.iter().filter(|table| table.folded) {
            let open = reply(page, &table.id).report.expect("a report");
            let with_rows = open.tables.iter().filter(|one| one.folded && !one.rows.is_empty());
            assert_eq!(with_rows.collect::<Vec<_>>(), [table]);
        }
    }
    let conversions = reply("conversions", "").report.expect("a report");
    let ledger = conversions.tables.iter().find(|table| table.id == "ledger").expect("a table");
    assert!(ledger.file.ends_with(".csv") && service::file(&draft, TODAY, "conversions").is_ok());
    for (said, page) in
        [(service::file(&draft, TODAY, "room"), "room"), (service::file(&draft, TODAY, "forms"), "forms")]
    {
        assert!(said.is_err_and(|says| says.contains("no worksheet")), "{page}");
    }
}

#[test]
fn what_goes_over_is_drawn_over() {
    let report = report(&with(example(), &[(Field::AfterTax, "70,000")]), "room");
    assert!(report.headline.grave);
    assert!(report.picture.expect("a picture").svg.contains("class=\"over\""));
}

#[test]
fn what_is_missing_is_said() {
    let empty = Draft::new(today());
    let wait = |page| reply(&empty, page).wait;
    assert_eq!(wait("room"), NotReady::BirthDate.to_string());
    assert!(!wait("pace").is_empty());
    // The checklist needs nothing at all: whatever is open is a question to ask.
    assert_eq!(report(&empty, "plan").headline.figure, "Ask first");
}

#[test]
fn a_problem_stands_in_the_way_where_its_text_is_needed() {
    let mut draft = with(example(), &[(Field::TakeHome, "12,3"), (Field::TransferFee, "x")]);
    let job = draft.add_row(List::Jobs);
    draft.set(Key::Row(List::Jobs, job, RowField::AfterTax), "?".to_owned());
    draft.set(Key::Row(List::Jobs, job, RowField::Relation), "related".to_owned());
    let fields = |page| {
        let reply = reply(&draft, page);
        assert_eq!(reply.problems.len(), 3);
        assert!(reply.report.is_none() && reply.wait.is_empty());
        reply.in_the_way().map(|problem| problem.field.clone()).collect::<Vec<_>>()
    };
    assert_eq!(fields("plan"), ["transfer-fee"]);
    for page in ["room", "pace"] {
        let mut all = fields(page);
        all.sort();
        assert_eq!(all, ["job-0-after-tax", "take-home", "transfer-fee"]);
    }
    let reply = reply(&draft, "pace");
    let take_home = reply.problems.iter().find(|problem| problem.field == "take-home").expect("a problem");
    assert_eq!(take_home.title, Field::TakeHome.title());
    assert!(take_home.unfinished && take_home.message.starts_with("Put commas"));

    // A payday that cannot be read leaves the plan as it is.
    let draft = with(example(), &[(Field::KnownPayDate, "soon")]);
    assert_eq!(report(&draft, "plan").headline.id, "verdict");
}

#[test]
fn what_is_wrong_in_the_ledger_stands_in_the_way_of_the_ledger_alone() {
    let mut draft = with(example(), &[(Field::PlanTotal, "1,2"), (Field::RothIraSince, "1990")]);
    let row = draft.add_row(List::Contributions);
    draft.set(Key::Row(List::Contributions, row, RowField::Sum), "?".to_owned());
    let form = draft.add_row(List::Forms);
    draft.set(Key::Row(List::Forms, form, RowField::Box1), "?".to_owned());
    for page in ["plan", "room", "pace"] {
        assert_eq!(reply(&draft, page).in_the_way().count(), 0, "{page}");
        assert!(reply(&draft, page).report.is_some(), "{page}");
    }
    for page in ["conversions", "landing", "forms"] {
        let reply = reply(&draft, page);
        let mut fields: Vec<&str> = reply.in_the_way().map(|problem| problem.field.as_str()).collect();
        fields.sort_unstable();
        let row = format!("contribution-{row}-sum");
        assert_eq!(fields, [&row, "form-0-box-1", "plan-total", "roth-ira-since"], "{page}");
        assert!(reply.report.is_none() && reply.wait.is_empty(), "{page}");
    }
    // And what is wrong elsewhere does not stand in the ledger's way.
    let draft = with(example(), &[(Field::TakeHome, "?")]);
    assert_eq!(reply(&draft, "conversions").in_the_way().count(), 0);
    assert!(reply(&draft, "conversions").report.is_some());
}

#[test]
fn years_with_texts_left_out_are_named() {
    let mut draft = example();
    draft.year = 2025;
    draft.set(Key::Sheet(Field::Pay), "much".to_owned());
    draft.year = 2026;
    assert_eq!(reply(&draft, "room").unread_years, [2025]);
}

#[test]
fn hints_follow_the_year() {
    let hint = |draft: &Draft, field: Field| {
        let hints = reply(draft, "room").hints;
        hints.into_iter().find(|hint| hint.field == field.id()).map(|hint| hint.text)
    };
    let mut draft = Draft::new(today());
    assert_eq!(hint(&draft, Field::MonthsLeft).as_deref(), Some("By today’s date 2, this month included."));
    assert!(hint(&draft, Field::HighlyCompensated).is_some_and(|text| text.contains("$160,000.00 in 2025")));
    assert_eq!(hint(&draft, Field::OwnPayCounted), None);
    draft.year = 2027;
    assert_eq!(hint(&draft, Field::OwnPayCounted).as_deref(), Some("Projected: $375,000.00. Leave blank to use it."));
}

#[test]
fn the_record_and_the_example_are_the_drafts() {
    let draft = example();
    let copy = service::record(&draft.to_saved(), TODAY).expect("a record");
    let copy: Copy = serde_json::from_str(&copy).expect("the copy is JSON");
    assert_eq!(Record::from_json(&copy.text).expect("a record"), draft.read(today()).record);
    assert_eq!(copy.note, "");
    assert_eq!(service::example(TODAY), Ok(Draft::example_of(today()).to_saved()));
}

#[test]
fn a_link_is_offered_before_it_is_taken() {
    let draft = with(Draft::new(today()), &[(Field::PlanAfterTax, "no")]);
    let offer = service::offer(&draft.to_saved(), "plan/1?plan-after-tax=yes&transfer-fee=25&x=y").expect("an offer");
    let offer: Offer = serde_json::from_str(&offer).expect("the offer is JSON");
    let rules: Vec<(&str, &str)> =
        offer.rules.iter().map(|rule| (rule.text.as_str(), rule.replaces.as_str())).collect();
    assert_eq!(rules, [("Yes", "No"), ("$25.00", "")]);
    assert!(offer.note.starts_with("One part"));
    let taken = Draft::from_saved(&offer.draft).expect("a draft");
    assert_eq!(taken.text(Key::Sheet(Field::PlanAfterTax)), "yes");
    let refused = service::offer(&draft.to_saved(), "plan/2?plan-after-tax=yes").expect_err("a newer link");
    assert!(refused.contains("newer planner"), "{refused}");
}

#[test]
fn what_cannot_be_answered_is_said_in_a_sentence() {
    let draft = example().to_saved();
    let newer = draft.replacen("\"format\":3", "\"format\":5", 1);
    assert_ne!(newer, draft);
    for (draft, today, page, says) in [
        ("", TODAY, "room", "cannot be read"),
        ("{\"format\":3}", TODAY, "room", "cannot be read"),
        (&newer, TODAY, "room", "newer planner"),
        (&draft, "tomorrow", "room", "not a day"),
        (&draft, TODAY, "roof", "no worksheet “roof”"),
    ] {
        let sentence = answer(draft, today, page).expect_err(says);
        assert!(sentence.contains(says) && sentence.ends_with('.'), "{sentence}");
    }
    assert!(service::record("[]", TODAY).is_err());
    assert!(service::example("tomorrow").is_err_and(|says| says.contains("not a day")));
    assert!(service::offer("null", "plan/1?plan-kind=401k").is_err());
}

#[test]
fn what_the_page_asks_is_what_is_read() {
    for born in ["", "3/31/1985", "1/1/1964", "1/1/2030", "2/30/1985"] {
        let mut draft = example();
        draft.set(Key::BirthDate, born.to_owned());
        let shown: Applies = draft.applies(today());
        assert_eq!(shown, draft.read(today()).applies, "{born}");
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn no_text_stops_the_engine(
        places in prop::collection::vec((0..Field::ALL.len(), "[0-9$%.,/ a-z-]{0,12}|99999999999|1e999|[yesno]{2,3}"), 0..24),
        year in 1899..2201_i16,
        born in "[0-9/]{0,10}|3/31/1985",
        other in "\\PC{0,40}",
    ) {
        let mut draft = example();
        draft.year = year;
        draft.set(Key::BirthDate, born);
        for (place, text) in places {
            draft.set(Key::Sheet(Field::ALL[place]), text);
        }
        let saved = draft.to_saved();
        for page in pages() {
            let said = answer(&saved, TODAY, page);
            prop_assert_eq!(said.is_ok(), planner::record::is_year(year));
            prop_assert!(answer(&other, &other, page).is_err());
        }
        let _ = service::record(&saved, TODAY);
        let _ = service::example(&saved);
        let _ = service::offer(&saved, &format!("plan/1?{other}"));
    }
}

/// What is said beside the fields of a draft without being in the way.
fn notes(draft: &Draft) -> Vec<(String, String)> {
    let reply = reply(draft, "pace");
    let notes = reply.problems.iter().filter(|problem| !problem.in_the_way);
    notes.map(|problem| (problem.field.clone(), problem.message.clone())).collect()
}

#[test]
fn what_is_typed_and_does_not_count_is_said_beside_its_field() {
    let paid = [
        (Field::Cadence, "semimonthly"),
        (Field::FirstDay, "15"),
        (Field::SecondDay, "31"),
        (Field::PayBasis, "salary"),
        (Field::PayRate, "120,000"),
        (Field::LastStub, "11/13/2026"),
        (Field::PaySoFar, "105,000"),
        (Field::AfterTaxPercent, "10"),
    ];
    let mut draft = Draft::new(today());
    draft.set(Key::BirthDate, "3/31/1970".to_owned());
    fill(&mut draft, &paid);
    let bonus = |draft: &mut Draft, date: &str| {
        let row = draft.add_row(List::Bonuses);
        draft.set(Key::Row(List::Bonuses, row, RowField::Date), date.to_owned());
        draft.set(Key::Row(List::Bonuses, row, RowField::Amount), "5,000".to_owned());
    };
    bonus(&mut draft, "12/18/2026");
    assert_eq!(notes(&draft), []);
    bonus(&mut draft, "11/13/2026");
    bonus(&mut draft, "3/13/2026");
    let past = notes(&draft);
    let fields: Vec<&str> = past.iter().map(|(field, _)| field.as_str()).collect();
    assert_eq!(fields, ["bonus-1-date", "bonus-2-date"]);
    assert!(past[0].1.contains("November 13, 2026") && past[0].1.ends_with('.'), "{past:?}");
    assert!(report(&draft, "pace").headline.figure.contains(['%', '$']), "nothing is in the way");

    let says = |texts: &[(Field, &str)]| {
        let mut draft = with(draft.clone(), texts);
        draft.sheets.get_mut(&2026).expect("the year").bonuses.clear();
        notes(&draft).into_iter().map(|(field, _)| field).collect::<Vec<_>>()
    };
    assert_eq!(says(&[]), [""; 0]);
    // Both paydays are on the 30th in some months, or always.
    assert_eq!(says(&[(Field::FirstDay, "30")]), ["second-day"]);
    assert_eq!(says(&[(Field::FirstDay, "20"), (Field::SecondDay, "20")]), ["second-day"]);
    assert_eq!(says(&[(Field::StartedOn, "7/1/2026")]), [""; 0], "half a year has half the paydays");
    assert_eq!(says(&[(Field::StartedOn, "11/20/2026")]), ["last-stub"]);
    assert_eq!(says(&[(Field::EligibleSoFar, "105,000.01")]), ["eligible-so-far"]);
    let catch_up = [(Field::CatchUpElection, "yes"), (Field::PreTaxSoFar, "9,000"), (Field::CatchUpSoFar, "9,001")];
    assert_eq!(says(&catch_up), ["catch-up-so-far"]);
    let listed =
        [(Field::Cadence, "manual"), (Field::PayDates, "6/1/2026, 12/1/2026"), (Field::StartedOn, "6/15/2026")];
    assert_eq!(says(&listed), ["pay-dates"]);
}

#[test]
fn the_match_is_read_back_on_its_card() {
    let draft = with(example(), &[(Field::MatchOffered, "yes")]);
    let hint =
        |page| reply(&draft, page).hints.into_iter().find(|hint| hint.field == "match-rules").map(|hint| hint.text);
    let plan = hint("plan").expect("a hint");
    assert!(plan.contains("for each $1") && plan.contains("worth up to $") && plan.ends_with("2026."), "{plan}");
    assert_eq!(hint("room"), Some(plan));
    assert_eq!(hint("conversions"), None);
}
