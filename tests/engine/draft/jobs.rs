//! Several jobs of a year, each with a sheet of its own: typed, shown, kept, read, and gone on
//! with.

use planner::draft::Change;
use planner::draft::{Draft, FORMAT, FORMAT_OF_JOBS, History, SavedError, Sheet};
use planner::questions::{Field, Key, List, RowField, Whose};
use planner::record::{MOST_SHEETS, Record, Relation, YearRecord};
use proptest::prelude::*;

use crate::support::drafts::{add, draft_of, fill, filled, of_year, set};
use crate::support::properties::cases;
use crate::support::values::{day, today};

/// A draft with a job “Acme” and a job “Beta”, the second one on show.
fn two(relation: &str) -> Draft {
    let mut draft = draft_of(&[(Field::Pay, "200,000"), (Field::Magi, "250,000"), (Field::PlanAfterTax, "yes")]);
    let row = add(
        &mut draft,
        List::Jobs,
        &[(RowField::Name, "Beta"), (RowField::Relation, relation), (RowField::DeferralsSoFar, "9,000")],
    );
    draft.add_job(row);
    fill(&mut draft, &[(Field::Pay, "90,000"), (Field::PreTaxSoFar, "1,000")]);
    draft
}

fn text(draft: &Draft, field: Field) -> &str {
    draft.text(Key::Sheet(field))
}

#[test]
fn a_job_with_a_plan_takes_name_and_relation_along_and_leaves_its_sums() {
    let mut draft = two("related");
    assert_eq!(draft.job(), 1);
    assert_eq!((text(&draft, Field::JobName), text(&draft, Field::JobRelation)), ("Beta", "related"));
    assert!(draft.sheet().is_some_and(|sheet| sheet.jobs.is_empty()), "its row is gone");
    assert_eq!(text(&draft, Field::Magi), "250,000", "what is the person's stays");
    assert_eq!(text(&draft, Field::PlanAfterTax), "");
    draft.show_job(0);
    assert_eq!((text(&draft, Field::Pay), text(&draft, Field::PlanAfterTax)), ("200,000", "yes"));
    assert_eq!(text(&draft, Field::JobRelation), "", "the first is related to nobody");
    set(&mut draft, Field::Magi, "1");
    draft.show_job(1);
    assert_eq!((text(&draft, Field::Magi), text(&draft, Field::Pay)), ("1", "90,000"));
    draft.show_job(7);
    assert_eq!(draft.job(), 1, "there is no such job");
}

#[test]
fn whose_a_question_is_says_what_a_job_shares_with_the_others() {
    for field in Field::ALL {
        let mut draft = two("unrelated");
        draft.show_job(0);
        set(&mut draft, *field, "x");
        draft.show_job(1);
        assert_eq!(text(&draft, *field) == "x", !field.whose().is_of_job(), "{field:?}");
    }
    for whose in [Whose::Person, Whose::Year] {
        assert!(Field::of(whose).next().is_some());
    }
}

/// The record says the same of its fields as the questions do of theirs.
#[test]
fn the_record_takes_the_same_from_the_person_as_the_draft() {
    let record = Record::from_json(crate::support::records::EVERY_FIELD).expect("a record");
    let entry = &record.years[0];
    let nobody = YearRecord::new(entry.year);
    let seen = |entry: YearRecord| {
        let record = Record { years: vec![entry], ..Record::default() };
        let draft = Draft::from_record(&record, record.years[0].year);
        Field::ALL.iter().filter(|field| !text(&draft, **field).is_empty()).copied().collect::<Vec<_>>()
    };
    let typed = seen(entry.clone());
    assert!(typed.len() > 80, "{}", typed.len());
    let of_job: Vec<Field> = typed.iter().copied().filter(|field| field.whose().is_of_job()).collect();
    // Whether the ledger names plans is written from its rows.
    assert_eq!(seen(entry.with_person_of(&nobody)), of_job);
    let of_person: Vec<Field> = typed.iter().copied().filter(|field| !field.whose().is_of_job()).collect();
    assert_eq!(seen(nobody.with_person_of(entry)), of_person);
}

#[test]
fn a_job_s_sheet_goes_and_leaves_the_others_as_they_stand_to_each_other() {
    let with_third = |second: &str, third: &str| {
        let mut draft = two(second);
        let row = add(&mut draft, List::Jobs, &[(RowField::Name, "Gamma"), (RowField::Relation, third)]);
        draft.add_job(row);
        draft.show_job(0);
        draft.remove_job();
        draft.show_job(2);
        (draft.job(), text(&draft, Field::JobRelation).to_owned())
    };
    assert_eq!(with_third("related", "related"), (2, "related".to_owned()), "all of one group");
    assert_eq!(with_third("related", "unrelated"), (2, "unrelated".to_owned()));
    assert_eq!(with_third("unrelated", "related"), (2, String::new()), "related to who went, not to who is first now");

    let mut draft = two("related");
    draft.remove_job();
    assert_eq!((draft.job(), text(&draft, Field::Pay)), (0, "200,000"));
    let before = draft.clone();
    draft.remove_job();
    assert_eq!(draft, before, "the only sheet stays");
}

#[test]
fn a_year_takes_a_few_jobs_and_no_more() {
    let mut draft = draft_of(&[]);
    for count in 1..=6 {
        assert_eq!(draft.takes_job(), count < MOST_SHEETS, "{count}");
        let row = add(&mut draft, List::Jobs, &[(RowField::Name, "One more")]);
        draft.add_job(row);
    }
    let sheet = draft.sheet().expect("a sheet");
    assert_eq!(sheet.jobs_of_year(), [0, 1, 2, 3]);
    assert_eq!(sheet.jobs.len(), 3, "the others stay rows");
}

#[test]
fn each_step_with_jobs_is_taken_back() {
    let (mut draft, mut history) = (draft_of(&[(Field::Pay, "200,000")]), History::default());
    let row = add(&mut draft, List::Jobs, &[(RowField::Name, "Beta")]);
    let before = draft.clone();
    history.change(&mut draft, Change::AddedJob, |draft| draft.add_job(row));
    history.set(&mut draft, Key::Sheet(Field::Pay), "1".to_owned());
    history.change(&mut draft, Change::ShowedJob, |draft| draft.show_job(0));
    history.change(&mut draft, Change::RemovedJob, Draft::remove_job);
    let after = draft.clone();
    for change in [Change::RemovedJob, Change::ShowedJob, Change::Typed(Key::Sheet(Field::Pay)), Change::AddedJob] {
        assert_eq!(history.undo(&mut draft), Some(change));
    }
    assert_eq!(draft, before);
    while history.redo(&mut draft).is_some() {}
    assert_eq!(draft, after);
}

#[test]
fn what_is_saved_has_a_new_format_only_with_further_jobs() {
    let draft = two("related");
    let saved = draft.to_saved();
    assert!(saved.starts_with(&format!("{{\"format\":{FORMAT_OF_JOBS},")), "{saved}");
    assert_eq!(Draft::from_saved(&saved), Ok(draft.clone()));
    let alone = draft_of(&[(Field::Pay, "200,000")]).to_saved();
    assert!(alone.starts_with(&format!("{{\"format\":{FORMAT},")) && !alone.contains("others"), "{alone}");
    // What cannot be is refused: a job twice, the person's texts, jobs below jobs.
    for (from, to) in [
        ("\"job\":1", "\"job\":0"),
        ("\"others\":[{\"texts\":{", "\"others\":[{\"texts\":{\"magi\":\"1\","),
        ("\"others\":[{", "\"others\":[{\"others\":[{\"job\":5}],"),
    ] {
        let odd = saved.replacen(from, to, 1);
        assert_ne!(odd, saved);
        assert_eq!(Draft::from_saved(&odd), Err(SavedError::Unreadable), "{to}");
    }
}

#[test]
fn the_record_has_each_job_and_nothing_twice() {
    let draft = two("related");
    let record = draft.read(today()).record;
    assert_eq!(record.format, planner::record::FORMAT_OF_JOBS);
    let [entry] = record.years.as_slice() else { panic!("one year") };
    assert_eq!((entry.job.id, entry.job.name.as_str(), entry.job.relation), (1, "Beta", Relation::Related));
    let [acme] = entry.further.as_slice() else { panic!("one further job") };
    assert_eq!((acme.job.id, acme.beyond.magi), (0, None));
    assert!(entry.beyond.magi.is_some());
    let again = Record::from_json(&record.to_json()).expect("a record");
    assert_eq!(again, record);
    assert_eq!(Record::from_link(&record.to_link().expect("a link")), Ok(record.clone()));
    assert_eq!(Draft::from_record(&record, 2026).read(today()).record, record);
    assert_eq!(draft_of(&[(Field::Pay, "1")]).read(today()).record.format, planner::record::FORMAT);

    let text = record.to_json();
    for (from, to) in [
        ("\"further\": [\n        {\n          \"year\": 2026", "\"further\": [\n        {\n          \"year\": 2025"),
        ("\"further\": [\n        {", "\"further\": [\n        {\"job\": {\"id\": 1},"),
        ("\"further\": [\n        {", "\"further\": [\n        {\"beyond\": {\"magi\": \"1.00\"},"),
    ] {
        let odd = text.replacen(from, to, 1);
        assert_ne!(odd, text, "{from}");
        let error = Record::from_json(&odd).expect_err(to);
        assert!(error.to_string().contains("further jobs"), "{to}: {error}");
    }
}

#[test]
fn a_text_of_another_job_that_cannot_be_read_is_told() {
    let mut draft = two("unrelated");
    assert_eq!(draft.read(today()).unread_years, [0_i16; 0]);
    set(&mut draft, Field::Pay, "9O,000");
    draft.show_job(0);
    let reading = draft.read(today());
    assert_eq!((reading.problems, reading.unread_years), (Vec::new(), vec![2026]));
    assert_eq!(draft.left_out(today()).asked, [(2026, Key::Sheet(Field::Pay))]);
}

#[test]
fn the_next_year_begins_with_each_job() {
    let mut draft = two("related");
    for (job, rate) in [(0, "7,000"), (1, "3,000")] {
        draft.show_job(job);
        fill(&mut draft, &[(Field::PlanAfterTax, "yes"), (Field::PayRate, rate), (Field::AfterTaxElection, "4")]);
    }
    draft.start_next_year(Some("9".to_owned()), None);
    assert_eq!((draft.year, draft.job()), (2027, 1));
    assert_eq!((text(&draft, Field::PayRate), text(&draft, Field::AfterTaxElection)), ("3,000", "9"));
    assert_eq!((text(&draft, Field::JobName), text(&draft, Field::JobRelation)), ("Beta", "related"));
    assert_eq!(text(&draft, Field::PreTaxSoFar), "", "what is of one year stays in it");
    draft.show_job(0);
    assert_eq!((text(&draft, Field::PayRate), text(&draft, Field::AfterTaxElection)), ("7,000", "4"));
    assert_eq!(text(&draft, Field::PlanAfterTax), "yes");
}

#[test]
fn a_job_has_its_number_in_each_year() {
    let mut draft = two("unrelated");
    draft.show_year(2025);
    let gamma = add(&mut draft, List::Jobs, &[(RowField::Name, "Gamma")]);
    draft.remove_job();
    draft.add_job(gamma);
    assert_eq!(draft.job(), 2, "another job has another number");
    let beta = add(&mut draft, List::Jobs, &[(RowField::Name, "Beta ")]);
    draft.add_job(beta);
    assert_eq!(draft.job(), 1, "and the same one has its own");
}

#[test]
fn a_year_says_that_it_holds_several_jobs() {
    let held = two("related").years_held();
    assert_eq!(held, [(2026, "2 jobs with a plan, 7 answers".to_owned())]);
}

#[test]
fn paydays_end_with_the_job() {
    let texts = [(Field::Cadence, "monthly"), (Field::PayRate, "10,000"), (Field::EndedOn, "6/30/2026")];
    let record = draft_of(&texts).read(day("2026-03-01")).record;
    let dates = planner::worksheets::year::paychecks::calendar::pay_dates(&record.years[0].payroll, 2026);
    assert_eq!(dates.len(), 6);
    let goes_on = draft_of(&texts[..2]).read(day("2026-03-01")).record;
    assert_eq!(planner::worksheets::year::paychecks::calendar::pay_dates(&goes_on.years[0].payroll, 2026).len(), 12);
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn showing_a_job_loses_nothing(draft in filled()) {
        let mut again = draft.clone();
        let row = again.add_row(List::Jobs);
        again.add_job(row);
        again.remove_job();
        again.show_job(draft.job());
        if draft.sheet().is_some_and(|sheet| sheet.jobs.len() < 50 && sheet.jobs_of_year().len() < MOST_SHEETS) {
            prop_assert_eq!(again.sheets.get(&draft.year), draft.sheets.get(&draft.year));
        }
        let (Some(sheet), read) = (draft.sheet(), draft.read(today())) else { return Ok(()) };
        for job in Sheet::jobs_of_year(sheet) {
            let mut shown = draft.clone();
            shown.show_job(job);
            prop_assert_eq!(Draft::from_saved(&shown.to_saved()), Ok(shown.clone()));
            let there = shown.read(today());
            let (here, there) = (of_year(&read, draft.year), of_year(&there, draft.year));
            // Some of what is the person's is asked by what the job on show is.
            let nobody = YearRecord::new(draft.year);
            let found = here.jobs().into_iter().find(|entry| entry.job.id == job);
            prop_assert_eq!(found.map(|entry| entry.with_person_of(&nobody)), Some(there.with_person_of(&nobody)));
        }
    }
}
