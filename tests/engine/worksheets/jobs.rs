//! Several jobs of a year, each with a plan of its own: what each leaves to the others.

use planner::draft::Draft;
use planner::exchange::calendar;
use planner::money::Money;
use planner::questions::{Field, Key, List, RowField};
use planner::record::{Answer, Record};
use planner::worksheets::agenda::Agenda;
use planner::worksheets::jobs::Jobs;
use planner::worksheets::pace::{self, Pace};
use planner::worksheets::review;
use planner::worksheets::room::{self, Code, Finding, Room};
use planner::worksheets::year::{NotReady, Year};
use planner::{service, worksheets};
use proptest::prelude::*;

use crate::support::drafts::{add, fill};
use crate::support::properties::cases;
use crate::support::values::{day, money};

const TODAY: &str = "2026-03-10";

/// A job with a plan that works, paid every two weeks.
const JOB: [(Field, &str); 7] = [
    (Field::PlanAfterTax, "yes"),
    (Field::InPlanRollover, "yes"),
    (Field::TransferTiming, "automatic"),
    (Field::Cadence, "biweekly"),
    (Field::PreTaxElection, "5"),
    (Field::PaySoFar, "0"),
    (Field::KnownPayDate, "1/9/2026"),
];

/// A draft with two such jobs, Acme first and Beta on show.
fn two(relation: &str) -> Draft {
    let mut draft = Draft::new(day(TODAY));
    draft.set(Key::BirthDate, "3/31/1985".to_owned());
    fill(&mut draft, &JOB);
    fill(&mut draft, &[(Field::PayRate, "8,000"), (Field::JobName, "Acme")]);
    let row = add(&mut draft, List::Jobs, &[(RowField::Name, "Beta"), (RowField::Relation, relation)]);
    draft.add_job(row);
    fill(&mut draft, &JOB);
    fill(&mut draft, &[(Field::PayRate, "3,000"), (Field::KnownPayDate, "1/16/2026")]);
    draft
}

/// What a worksheet says with that job on show.
fn seen<T>(draft: &Draft, job: u32, of: impl Fn(&Year<'_>) -> T) -> T {
    let mut draft = draft.clone();
    draft.show_job(job);
    let record = draft.read(day(TODAY)).record;
    let jobs = Jobs::of(&record, draft.year, day(TODAY));
    of(&jobs.year(draft.year, day(TODAY)).expect("a year"))
}

fn rooms(draft: &Draft) -> [Room; 2] {
    [0, 1].map(|job| seen(draft, job, |year| room::worksheet(year).expect("a room")))
}

fn paces(draft: &Draft) -> [Pace; 2] {
    [0, 1].map(|job| seen(draft, job, |year| pace::worksheet(year).expect("a pace")))
}

fn after_tax(draft: &mut Draft, job: u32, text: &str) {
    draft.show_job(job);
    fill(draft, &[(Field::AfterTax, text)]);
}

/// What the first job's pace plans beyond its present elections: deferrals, match, and all
/// after-tax money to come.
fn planned(draft: &Draft) -> (Money, Money, Money) {
    let [acme, _] = paces(draft);
    acme.deferrals.as_ref().map_or((Money::ZERO, Money::ZERO, acme.planned), |advice| {
        (advice.more_deferred.or_zero(), advice.more_match.or_zero(), advice.after_tax_planned)
    })
}

#[test]
fn unrelated_jobs_share_the_deferral_limit_and_nothing_else() {
    let draft = two("unrelated");
    let [acme, beta] = rooms(&draft);
    let (more, ..) = planned(&draft);
    assert!(more.is_positive(), "the first has deferrals to plan");
    // Each counts what the other's paychecks bring, the second one also what the first plans.
    assert_eq!(elsewhere(&draft, 0), beta.regular_deferrals.value);
    assert_eq!(elsewhere(&draft, 1), acme.regular_deferrals.value + more);
    let limit = acme.limits.elective_deferrals.value;
    assert_eq!(acme.deferrals_left, limit - acme.regular_deferrals.value - beta.regular_deferrals.value);
    assert_eq!(beta.deferrals_left, acme.deferrals_left - more, "what is left is offered once");
    // Each plan has a limit of its own.
    assert_eq!(acme.cap.value, acme.limits.annual_additions.value);
    assert_eq!(beta.used.value, beta.regular_deferrals.value);
}

#[test]
fn no_deferral_is_offered_twice() {
    for relation in ["unrelated", "related"] {
        let draft = two(relation);
        let [acme, beta] = paces(&draft);
        let more = |pace: &Pace| pace.deferrals.as_ref().map_or(Money::ZERO, |advice| advice.more_deferred.or_zero());
        let [room, _] = rooms(&draft);
        assert!(more(&acme).is_positive());
        assert!(more(&acme) + more(&beta) <= room.deferrals_left, "{} {}", more(&acme), more(&beta));
    }
}

/// Deferrals of the other jobs as a job's year has them.
fn elsewhere(draft: &Draft, job: u32) -> Money {
    seen(draft, job, |year| year.entry.other_jobs.iter().map(|job| job.deferrals.total()).sum())
}

#[test]
fn related_jobs_share_one_limit_whichever_is_on_show() {
    let mut draft = two("related");
    after_tax(&mut draft, 0, "7,000");
    after_tax(&mut draft, 1, "2,000");
    draft.show_job(1);
    fill(&mut draft, &[(Field::ProfitSharingSoFar, "1,500")]);
    let [acme, beta] = rooms(&draft);
    let (deferrals, matched, after_tax) = planned(&draft);
    assert!(after_tax.is_positive());
    // Seen from the second, what the pace of the first plans is used as well.
    let more = deferrals + matched + after_tax;
    assert_eq!(beta.used.value, acme.used.value + more);
    assert_eq!(beta.room_by_law.value, (acme.room_by_law.value - more).or_zero());
    assert_eq!(beta.deferrals_left, acme.deferrals_left - deferrals);
    assert_eq!(beta.over.value, Money::ZERO);
}

#[test]
fn no_room_is_offered_twice_among_related_jobs() {
    let draft = two("related");
    let [_, beta] = paces(&draft);
    let [room, _] = rooms(&draft);
    let (deferrals, matched, after_tax) = planned(&draft);
    assert!(after_tax.is_positive());
    let offered = deferrals + matched + after_tax + beta.planned;
    assert!(offered <= room.room.value, "{offered} of {}", room.room.value);
    // Two unrelated plans have room of their own.
    let [acme, beta] = paces(&two("unrelated"));
    let [of_acme, of_beta] = rooms(&two("unrelated"));
    assert!(acme.planned <= of_acme.room.value && beta.planned <= of_beta.room.value);
    assert!(beta.planned.is_positive());
}

#[test]
fn a_403b_beside_a_401k_says_so_to_both() {
    let mut draft = two("same_employer_403b");
    fill(&mut draft, &[(Field::PlanKind, "403b")]);
    let kinds = |job| seen(&draft, job, |year| year.entry.other_jobs[0].is_403b);
    assert_eq!((kinds(0), kinds(1)), (Answer::Yes, Answer::No));
    let [acme, beta] = rooms(&draft);
    assert_eq!(acme.cap.value, acme.limits.annual_additions.value, "each plan has a limit of its own");
    assert_eq!(beta.used.value, beta.regular_deferrals.value);
    assert_eq!(beta.deferrals_left, acme.deferrals_left - planned(&draft).0);
}

#[test]
fn a_457b_takes_nothing_of_what_the_others_share() {
    let mut draft = two("related");
    fill(&mut draft, &[(Field::PlanKind, "governmental_457b"), (Field::PreTaxSoFar, "20,000")]);
    assert_eq!(elsewhere(&draft, 0), Money::ZERO);
}

#[test]
fn the_old_job_keeps_its_sheet_with_its_paydays_and_is_over() {
    let mut draft = two("unrelated");
    draft.show_job(0);
    fill(&mut draft, &[(Field::EndedOn, "3/6/2026"), (Field::PreTaxSoFar, "8,000"), (Field::PaySoFar, "40,000")]);
    assert_eq!(seen(&draft, 0, |year| pace::worksheet(year).err()), Some(NotReady::NoneToCome { year: 2026 }));
    assert_eq!(elsewhere(&draft, 1), money("8,000"), "nothing is to come there");
    let beta = seen(&draft, 1, |year| pace::worksheet(year).expect("a pace"));
    assert!(beta.planned.is_positive());
}

#[test]
fn r39_what_the_other_sheet_claims_is_said_and_only_then() {
    let claimed = |room: &Room| {
        room.findings
            .iter()
            .filter(|found| found.code() == Code::ClaimedElsewhere)
            .map(|found| found.finding.clone())
            .collect::<Vec<_>>()
    };
    let [acme, _] = rooms(&two("unrelated"));
    let found = claimed(&acme);
    let [Finding::ClaimedElsewhere { job, deferrals, additions: None }] = found.as_slice() else {
        panic!("no shared additions: {found:?}");
    };
    assert_eq!((job.as_str(), *deferrals), ("Beta", elsewhere(&two("unrelated"), 0)));
    let [_, beta] = rooms(&two("related"));
    assert!(
        matches!(&claimed(&beta)[..], [Finding::ClaimedElsewhere { additions: Some(amount), .. }] if amount.is_positive())
    );
    // A job that is a mere row has no sheet.
    let mut draft = Draft::new(day(TODAY));
    draft.set(Key::BirthDate, "3/31/1985".to_owned());
    fill(&mut draft, &JOB);
    fill(&mut draft, &[(Field::PayRate, "8,000")]);
    add(&mut draft, List::Jobs, &[(RowField::Name, "Beta"), (RowField::DeferralsSoFar, "9,000")]);
    assert_eq!(claimed(&seen(&draft, 0, |year| room::worksheet(year).expect("a room"))), []);
}

#[test]
fn the_dates_of_all_jobs_stand_in_one_list_each_with_its_own_id() {
    let draft = two("unrelated");
    let [from_acme, from_beta] = [0, 1].map(|job| seen(&draft, job, Agenda::of));
    let ids = |agenda: &Agenda| {
        let mut ids: Vec<String> = agenda.actions.iter().map(|action| action.id.clone()).collect();
        ids.sort();
        ids
    };
    assert_eq!(ids(&from_acme), ids(&from_beta), "whichever job is on show");
    let mut once = ids(&from_acme);
    once.dedup();
    assert_eq!(once.len(), from_acme.actions.len(), "no id twice");
    let last = |name: &str| {
        from_acme.actions.iter().filter(|action| action.what.starts_with(&format!("{name}: Last paycheck"))).count()
    };
    let titles: Vec<&str> = from_acme.actions.iter().map(|action| action.what.as_str()).collect();
    assert_eq!((last("Acme"), last("Beta")), (1, 1), "{titles:?}");
    assert_eq!(from_acme.actions.iter().filter(|action| action.id == "ira-contributions-2026").count(), 1);
    assert!(!titles.iter().any(|title| title.contains(": Last day for IRA")), "what is the person's has no job");
    let file = calendar::file(&from_acme, day(TODAY));
    assert!(file.contains("UID:last-payday-2026@") && file.contains("UID:job-1-last-payday-2026@"));

    // With one job nothing is named.
    let mut alone = draft;
    alone.remove_job();
    let agenda = seen(&alone, 0, Agenda::of);
    assert!(agenda.actions.iter().all(|action| !action.what.contains("Acme")));
}

#[test]
fn the_review_has_a_line_for_each_job() {
    let mut draft = two("unrelated");
    after_tax(&mut draft, 0, "7,000");
    let review = seen(&draft, 0, |year| review::worksheet(year).expect("a review"));
    let [acme, beta] = review.jobs.as_slice() else { panic!("{:?}", review.jobs) };
    assert_eq!((acme.name.as_str(), beta.name.as_str()), ("Acme", "Beta"));
    assert_eq!(acme.limit.map(|filled| filled.after_tax), Some(money("7,000")));
    assert_eq!(beta.limit.map(|filled| filled.after_tax), Some(Money::ZERO));
    draft.show_job(1);
    draft.remove_job();
    assert_eq!(seen(&draft, 0, |year| review::worksheet(year).expect("a review")).jobs, []);
}

#[test]
fn the_command_and_the_page_tell_the_same_of_each_job() {
    let mut draft = two("related");
    let record: Record = draft.read(day(TODAY)).record;
    let results = worksheets::results(&record, day(TODAY));
    let year = &results["years"][0];
    assert_eq!(year["further"][0]["job"], "Acme");
    let [acme, beta] = rooms(&draft);
    assert_eq!(year["room"]["room"]["value"], serde_json::json!(beta.room.value));
    assert_eq!(year["further"][0]["room"]["room"]["value"], serde_json::json!(acme.room.value));
    let shown = service::change_jobs(&draft.to_saved(), TODAY, "show 0").expect("a draft");
    draft.show_job(0);
    assert_eq!(shown, draft.to_saved());
    assert!(service::change_jobs(&shown, TODAY, "show nothing").is_err());
    assert!(service::change_jobs("", TODAY, "remove").is_err());
    let mut alone = draft.clone();
    alone.remove_job();
    assert_eq!(service::change_jobs(&shown, TODAY, "remove"), Ok(alone.to_saved()));
    let row = draft.add_row(List::Jobs);
    let mut three = draft.clone();
    three.add_job(row);
    let added = service::change_jobs(&draft.to_saved(), TODAY, &format!("add {row}"));
    assert_eq!(added, Ok(three.to_saved()));
    let reply = service::answer(&draft.to_saved(), TODAY, "room", "").expect("an answer");
    assert!(reply.contains("What your other sheet already takes"));
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn two_jobs_agree(
        rates in (500_u32..20_000, 500_u32..20_000),
        elections in (0_u32..20, 0_u32..20),
        so_far in (0_u32..20_000, 0_u32..20_000),
        matched in 0_u32..9_000,
        relation in prop::sample::select(vec!["unrelated", "related", "same_employer_403b"]),
    ) {
        let mut draft = two(relation);
        for (job, rate, election, after_tax) in [(0, rates.0, elections.0, so_far.0), (1, rates.1, elections.1, so_far.1)] {
            draft.show_job(job);
            let (rate, election, after_tax) = (rate.to_string(), election.to_string(), after_tax.to_string());
            fill(&mut draft, &[(Field::PayRate, &rate), (Field::PreTaxElection, &election), (Field::AfterTax, &after_tax)]);
        }
        fill(&mut draft, &[(Field::MatchSoFar, &matched.to_string())]);
        let [acme, beta] = rooms(&draft);
        let [_, second] = paces(&draft);
        let (deferrals, matched_more, after_tax) = planned(&draft);
        prop_assert_eq!(beta.deferrals_left, (acme.deferrals_left - deferrals).or_zero());
        if relation == "related" {
            let more = deferrals + matched_more + after_tax;
            prop_assert_eq!(beta.used.value, acme.used.value + more);
            prop_assert!(more + second.planned <= acme.room.value.max(more));
            prop_assert!(more <= acme.room.value || !acme.room.value.is_positive());
        } else {
            prop_assert_eq!(acme.used.value - acme.regular_deferrals.value, Money::dollars(so_far.0));
            prop_assert_eq!(beta.used.value - beta.regular_deferrals.value, Money::dollars(so_far.1 + matched));
        }
    }
}

/// The start page's figure is of the job on show, whatever the other one has to do first.
#[test]
fn the_start_page_leads_with_the_job_on_show_and_lists_both() {
    let mut draft = two("unrelated");
    draft.show_job(0);
    let standing = service::standing(&draft.to_saved(), TODAY).expect("a standing");
    let standing: planner::report::Standing = serde_json::from_str(&standing).expect("a standing");
    let of = |name: &str| standing.tasks.iter().any(|task| task.what.starts_with(name));
    assert!(of("Acme: ") && of("Beta: "), "{:?}", standing.tasks);
    // What is to be done for the other job leads to its sheet.
    for task in &standing.tasks {
        assert_eq!(task.job, if task.what.starts_with("Beta: ") { "1" } else { "" }, "{}", task.what);
    }
    let acme = seen(&draft, 0, Agenda::of);
    let first = acme.ahead().find(|action| action.job == "Acme" && action.place.worksheet.slug() == standing.page);
    assert!(first.is_some_and(|action| standing.report.headline.below.contains(&action.why)));
}
