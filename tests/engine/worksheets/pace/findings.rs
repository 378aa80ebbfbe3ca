//! One test for each finding of the pace worksheet: it appears with its severity
//! and its figures, and it does not appear in the case next door. Then what the
//! worksheet says at its end, in each of its cases.
//!
//! All figures follow by hand from one job: every second Friday of 2026, 10,000 a
//! paycheck, 8% deferred, half of 6% matched with a true-up. By the stub of June 5
//! there are 9,600 of deferrals and 3,600 of match; 14 paychecks are to come, 13 of
//! which a change of June 15 reaches in its seven days. 11,200 and 4,200 more leave
//! 72,000 - 20,800 - 7,800 = 43,400: 13 times 33% is 42,900, and the last five at
//! 34% take the other 500.

use crate::support::findings::{finding, hides, says, shows};
use crate::support::values::{day, money, so_far};
use crate::support::worksheets;
use planner::explain::Severity;
use planner::money::Money;
use planner::record::{
    Amounts, Answer, Bonus, Cadence, CatchUpOffer, CountedPay, Election, EmployerKind, MatchRules, MatchTier,
    MatchTiming, OtherJob, Payroll, Raise, Record, Relation, Shift, Strategy, YearRecord,
};
use planner::worksheets::pace::{Code, Pace, Spread};
use planner::worksheets::year::NotReady;

fn half_of(up_to: &str) -> Vec<MatchTier> {
    vec![MatchTier { rate: "50".parse().expect("a rate"), up_to: Some(up_to.parse().expect("a percentage")) }]
}

/// The job that all figures follow from.
fn job() -> YearRecord {
    let mut entry = YearRecord::new(2026);
    entry.plan.change_lead_days = Some(7);
    entry.plan.after_tax = Answer::Yes;
    entry.plan.in_service_withdrawal = Answer::Yes;
    entry.plan.matching =
        MatchRules { offered: Answer::Yes, tiers: half_of("6"), true_up: Answer::Yes, ..MatchRules::default() };
    entry.payroll = Payroll {
        cadence: Cadence::Biweekly,
        known_pay_date: Some(day("2026-01-02")),
        shift: Shift::None,
        pay: Some(money("10,000")),
        pre_tax: "8%".parse().expect("an election"),
        last_stub: Some(day("2026-06-05")),
        pay_so_far: Some(money("120,000")),
        ..Payroll::default()
    };
    entry.contributions.pre_tax = so_far("9,600");
    entry.contributions.employer_match = so_far("3,600");
    entry
}

fn person(entry: YearRecord) -> Record {
    Record { birth_date: Some(day("1985-06-15")), years: vec![entry], ..Record::default() }
}

#[track_caller]
fn on(today: &str, edit: impl FnOnce(&mut YearRecord)) -> Pace {
    let mut entry = job();
    edit(&mut entry);
    let year = entry.year;
    worksheets::pace(&person(entry), year, day(today)).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn plan(edit: impl FnOnce(&mut YearRecord)) -> Pace {
    on("2026-06-15", edit)
}

fn as_it_is(_: &mut YearRecord) {}

fn defers(entry: &mut YearRecord, election: &str) {
    entry.payroll.pre_tax = election.parse().expect("an election");
}

fn takes_now(entry: &mut YearRecord, election: &str) {
    entry.payroll.after_tax = election.parse().expect("an election");
}

#[test]
fn t01_over_whatever_is_entered() {
    let with = |after_tax: &str| plan(|entry| entry.contributions.after_tax = money(after_tax));
    let over = with("60,000");
    shows(&over, "T01", Severity::Problem, &["$3,600.00", "another $13,000.00", "2026", "Room page"]);
    assert_eq!((over.over, over.preventable, over.planned), (money("3,600"), money("13,000"), Money::ZERO));
    hides(&with("43,400"), "T01");
}

#[test]
fn t01_adds_what_can_no_longer_be_stopped_to_what_is_over_already() {
    // The paycheck of June 19 takes 1,000 before any change works.
    let over = plan(|entry| {
        entry.contributions.after_tax = money("60,000");
        takes_now(entry, "10%");
    });
    shows(&over, "T01", Severity::Problem, &["$4,600.00", "another $13,000.00"]);
    assert_eq!(over.planned, money("1,000"));
    let alone = plan(|entry| {
        entry.contributions.after_tax = money("43,400");
        takes_now(entry, "10%");
    });
    // Lower deferrals make room for what the paycheck of June 19 takes.
    shows(&alone, "T23", Severity::Problem, &["$1,000.00 over the limit of 2026", "Nothing is over yet"]);
    assert_eq!((alone.over, alone.preventable), (Money::ZERO, money("1,000")));
    assert!(alone.closing.decision.starts_with("Lower your deferrals: set them to 7% pre-tax from July 3, 2026"));
}

#[test]
fn t01_names_the_plans_own_cap_where_the_law_leaves_room() {
    let over = plan(|entry| {
        entry.plan.after_tax_dollars = Some(money("10,000"));
        entry.contributions.after_tax = money("10,000");
        takes_now(entry, "5%");
    });
    shows(&over, "T01", Severity::Problem, &["$500.00 goes over your plan’s own cap"]);
}

#[test]
fn t02_present_election_goes_over() {
    // 14 paychecks at 34% are 47,600; at 31% they are 43,400 to the cent.
    let present = |election: &'static str| plan(move |entry| takes_now(entry, election));
    shows(&present("34%"), "T02", Severity::Problem, &["34%", "$47,600.00", "$4,200.00", "$43,400.00"]);
    hides(&present("31%"), "T02");
}

#[test]
fn t03_too_late_to_change() {
    let in_december = |today: &str| {
        on(today, |entry| {
            entry.payroll.last_stub = Some(day("2026-12-04"));
            takes_now(entry, "5%");
        })
    };
    let late = in_december("2026-12-12");
    shows(&late, "T03", Severity::Attention, &["2026", "7 days", "December 18, 2026"]);
    assert_eq!((late.planned, late.entries.len()), (money("500"), 0));
    hides(&in_december("2026-12-11"), "T03");
}

#[test]
fn t04_match_lost() {
    // 14,900 are left to defer: seven paychecks of 2,000 and one of 900. The six
    // after them miss 300 of match each.
    let with = |true_up| {
        plan(move |entry| {
            entry.plan.matching.true_up = true_up;
            defers(entry, "20%");
        })
    };
    let lost = with(Answer::No);
    shows(&lost, "T04", Severity::Attention, &["$1,800.00", "September 25, 2026", "10% pre-tax"]);
    assert_eq!(lost.match_lost, money("1,800"));
    hides(&with(Answer::Yes), "T04");
    hides(&plan(|entry| entry.plan.matching.true_up = Answer::No), "T04");
}

#[test]
fn t05_deferrals_elsewhere() {
    // 20,800 here and 24,500 over all jobs.
    let with = |deferrals: &str| {
        let job = OtherJob {
            name: "Acme".into(),
            relation: Relation::Unrelated,
            deferrals: so_far(deferrals),
            ..OtherJob::default()
        };
        plan(|entry| entry.other_jobs = vec![job])
    };
    shows(&with("5,000"), "T05", Severity::Problem, &["$1,300.00", "$9,900.00"]);
    hides(&with("3,700"), "T05");
}

#[test]
fn t06_deferrals_stop() {
    let stops = plan(|entry| defers(entry, "20%"));
    shows(
        &stops,
        "T06",
        Severity::Note,
        &["September 25, 2026", "20% pre-tax", "$24,500.00", "10% pre-tax would last"],
    );
    hides(&plan(as_it_is), "T06");
    let older = |offer| {
        let mut entry = job();
        entry.plan.catch_up = offer;
        defers(&mut entry, "20%");
        let record = Record { birth_date: Some(day("1970-06-15")), ..person(entry) };
        worksheets::pace(&record, 2026, day("2026-06-15")).expect("a result")
    };
    // With 8,000 of catch-up 22,900 are left, and the twelfth paycheck takes 900 of them.
    shows(&older(CatchUpOffer::Standard), "T06", Severity::Note, &["November 20, 2026", "$32,500.00"]);
    shows(&older(CatchUpOffer::None), "T06", Severity::Note, &["September 25, 2026"]);
}

#[test]
fn t07_true_up_open() {
    let with = |true_up, election: &'static str| {
        plan(move |entry| {
            entry.plan.matching.true_up = true_up;
            defers(entry, election);
        })
    };
    let open = with(Answer::Unknown, "20%");
    shows(&open, "T07", Severity::Attention, &["$1,800.00"]);
    assert_eq!(open.room, with(Answer::Yes, "20%").room, "room is kept for it");
    assert_eq!(with(Answer::No, "20%").room, open.room + money("1,800"));
    hides(&with(Answer::Yes, "20%"), "T07");
    hides(&with(Answer::Unknown, "8%"), "T07");
}

#[test]
fn t08_spillover() {
    let with = |spillover| {
        plan(move |entry| {
            entry.plan.spillover = spillover;
            defers(entry, "20%");
        })
    };
    // 28,000 elected, 14,900 left to defer.
    shows(&with(Answer::Yes), "T08", Severity::Attention, &["$13,100.00", "September 25, 2026"]);
    hides(&with(Answer::No), "T08");
    hides(&with(Answer::Unknown), "T08");
}

#[test]
fn t09_lead_time_open() {
    let with = |days| plan(move |entry| entry.plan.change_lead_days = days);
    shows(&with(None), "T09", Severity::Attention, &["7 days"]);
    hides(&with(Some(7)), "T09");
    // 3,333 of the paycheck of June 19 are kept free, so that it fits if the change works there already.
    assert!(
        with(None)
            .unused_because
            .iter()
            .any(|reason| reason.contains("is kept free in case the change takes effect in less than 7 days"))
    );
}

#[test]
fn t10_so_far_assumed() {
    let assumed = plan(|entry| {
        entry.payroll.last_stub = None;
        entry.payroll.pay_so_far = None;
    });
    shows(&assumed, "T10", Severity::Note, &["June 5, 2026", "$120,000.00"]);
    shows(&plan(|entry| entry.payroll.pay_so_far = None), "T10", Severity::Note, &["$120,000.00"]);
    hides(&plan(as_it_is), "T10");
}

#[test]
fn t11_pay_limit_passed() {
    let paid = |pay: &str, before: &str| {
        plan(|entry| {
            entry.payroll.pay = Some(money(pay));
            entry.payroll.pay_so_far = Some(money(before));
        })
    };
    // The sixth paycheck reaches 360,000 to the cent, the seventh passes it.
    let passes = paid("20,000", "240,000");
    shows(&passes, "T11", Severity::Note, &["$360,000.00", "September 11, 2026"]);
    assert!(
        passes
            .lines
            .iter()
            .filter(|line| line.date >= day("2026-09-11"))
            .all(|line| line.employer_match == Money::ZERO)
    );
    hides(&paid("10,000", "220,000"), "T11");
}

#[test]
fn t12_acp_test() {
    let with = |answer| plan(move |entry| entry.highly_compensated = answer);
    shows(&with(Answer::Yes), "T12", Severity::Attention, &["March 15"]);
    hides(&with(Answer::No), "T12");
    hides(&with(Answer::Unknown), "T12");
    let also = |edit: fn(&mut YearRecord)| {
        plan(move |entry| {
            entry.highly_compensated = Answer::Yes;
            edit(entry);
        })
    };
    let fiscal = also(|entry| {
        entry.plan.plan_year_ends = Some(6);
        entry.plan.automatic_arrangement = Answer::No;
    });
    shows(&fiscal, "T12", Severity::Attention, &["September 15, 2026,"]);
    hides(&also(|entry| entry.union_contract = Answer::Yes), "T12");
    hides(&also(|entry| entry.plan.employer = EmployerKind::Government), "T12");
}

#[test]
fn t13_after_tax_matched() {
    let with = |answer| plan(move |entry| entry.plan.matching.on_after_tax = answer);
    shows(&with(Answer::Yes), "T13", Severity::Note, &["twice"]);
    hides(&with(Answer::No), "T13");
    hides(&with(Answer::Unknown), "T13");
}

#[test]
fn t14_payroll_may_not_stop() {
    shows(&plan(as_it_is), "T14", Severity::Note, &["Many do not stop after-tax money"]);
    hides(&plan(|entry| entry.contributions.after_tax = money("60,000")), "T14");
}

#[test]
fn t15_more_paydays() {
    let with = |shift| plan(move |entry| entry.payroll.shift = shift);
    shows(&with(Shift::Before), "T15", Severity::Note, &["2026 has 27 paydays", "December 31, 2026"]);
    hides(&with(Shift::None), "T15");
}

#[test]
fn t16_match_open() {
    let open = plan(|entry| {
        entry.plan.matching = MatchRules::default();
        entry.contributions.employer_match.to_come = money("4,200");
    });
    shows(&open, "T16", Severity::Attention, &["Room page", "Plan page"]);
    assert_eq!(open.room, money("43,400"), "the person's own figure is used");
    hides(&plan(as_it_is), "T16");
    hides(&plan(|entry| entry.plan.matching.offered = Answer::No), "T16");
}

#[test]
fn t17_deferrals_first() {
    let with = |election: &'static str| {
        plan(move |entry| {
            entry.plan.deferrals_first = Answer::Yes;
            defers(entry, election);
        })
    };
    let waits = with("20%");
    shows(&waits, "T17", Severity::Note, &["none before"]);
    let first = waits.lines.iter().find(|line| line.after_tax.is_positive()).expect("after-tax money");
    assert_eq!(first.date, day("2026-10-09"), "the first payday after the last deferral");
    let full = plan(|entry| {
        entry.plan.deferrals_first = Answer::Yes;
        entry.contributions.pre_tax = so_far("24,500");
    });
    hides(&full, "T17");
}

#[test]
fn t17_an_election_that_takes_nothing_is_not_asked_for() {
    // 8% never fills the deferrals, so that after-tax money never starts.
    let never = plan(|entry| entry.plan.deferrals_first = Answer::Yes);
    shows(&never, "T17", Severity::Note, &[]);
    assert_eq!((never.planned, never.entries.len()), (Money::ZERO, 0), "{:?}", never.entries);
    assert!(!never.unused_because.is_empty(), "it is said why");
}

#[test]
fn t18_taxes_first() {
    let front_loaded = |take_home: Option<&str>| {
        let take_home = take_home.map(money);
        plan(|entry| {
            entry.payroll.strategy = Strategy::FrontLoaded;
            entry.payroll.take_home = take_home;
        })
    };
    shows(&front_loaded(None), "T18", Severity::Attention, &["July 3, 2026", "$2,800.00 of $10,000.00", "$765.00"]);
    hides(&front_loaded(Some("6,500")), "T18");
    hides(&plan(as_it_is), "T18");
}

#[test]
fn t19_date_too_early() {
    let by = |date: &str, strategy| {
        plan(|entry| {
            entry.payroll.strategy = strategy;
            entry.payroll.fill_by = Some(day(date));
        })
    };
    shows(&by("2026-07-02", Strategy::ByDate), "T19", Severity::Attention, &["July 2, 2026"]);
    hides(&by("2026-07-03", Strategy::ByDate), "T19");
    hides(&by("2026-07-02", Strategy::Even), "T19");
}

#[test]
fn t20_plan_cannot() {
    shows(&plan(|entry| entry.plan.after_tax = Answer::No), "T20", Severity::Problem, &[]);
    hides(&plan(as_it_is), "T20");
    hides(&plan(|entry| entry.plan.after_tax = Answer::Unknown), "T20");
}

#[test]
fn t21_who_defers_nothing_more_is_asked_whether_that_is_so() {
    let nothing = |entry: &mut YearRecord| entry.payroll.pre_tax = Election::NOTHING;
    shows(&plan(nothing), "T21", Severity::Attention, &["deferrals use room as well"]);
    hides(&plan(as_it_is), "T21");
    hides(
        &plan(|entry| (entry.payroll.pre_tax, entry.payroll.roth) = (Election::NOTHING, "8%".parse().expect("one"))),
        "T21",
    );
    // At the limit there is nothing left to defer.
    let full = |entry: &mut YearRecord| {
        nothing(entry);
        entry.contributions.pre_tax = so_far("24,500");
    };
    hides(&plan(full), "T21");
}

#[test]
fn t22_a_year_to_date_figure_that_is_empty_against_the_elections_is_named() {
    let deferrals = |entry: &mut YearRecord| entry.contributions.pre_tax = Amounts::default();
    shows(&plan(deferrals), "T22", Severity::Attention, &["no deferrals so far"]);
    let matched = |entry: &mut YearRecord| entry.contributions.employer_match = Amounts::default();
    shows(&plan(matched), "T22", Severity::Attention, &["no match so far"]);
    let after_tax = |entry: &mut YearRecord| entry.payroll.after_tax = "5%".parse().expect("an election");
    shows(&plan(after_tax), "T22", Severity::Attention, &["no after-tax contributions so far"]);
    hides(&plan(as_it_is), "T22");
    // In a year that is still to begin nothing can be in.
    let next = |entry: &mut YearRecord| {
        deferrals(entry);
        matched(entry);
        entry.payroll.last_stub = None;
        entry.payroll.pay_so_far = None;
    };
    hides(&on("2025-12-01", next), "T22");
}

#[test]
fn an_entry_that_waits_for_deferrals_takes_nothing_yet() {
    let pace = plan(|entry| {
        entry.plan.deferrals_first = Answer::Yes;
        entry.payroll.pre_tax = "20%".parse().expect("an election");
        entry.payroll.take_home = Some(money("5,000"));
    });
    let first = pace.entries.first().expect("something to enter");
    assert_eq!((first.takes, first.take_home), (Money::ZERO, Some(money("5,000"))));
    assert!(pace.planned.is_positive(), "later paychecks give");
}

/// At 4% from every paycheck 9,600 would be in; with elections of their own nobody can tell.
#[test]
fn t26_to_t28_are_silent_where_one_election_does_not_tell() {
    let skipped = |entry: &mut YearRecord| {
        entry.contributions.pre_tax = so_far("8,800");
        entry.contributions.employer_match = so_far("3,300");
    };
    shows(&plan(skipped), "T26", Severity::Attention, &["$800.00", "$300.00"]);
    let with = |edit: fn(&mut YearRecord)| {
        plan(move |entry| {
            skipped(entry);
            edit(entry);
        })
    };
    hides(&with(|entry| entry.plan.bonus_elections = Answer::Yes), "T26");
    hides(&with(|entry| entry.plan.catch_up_election = Answer::Yes), "T26");
    // 600 of last year's match in it hide as much of this year's that is missing.
    let of_last_year = with(|entry| {
        entry.contributions.employer_match = so_far("3,900");
        entry.contributions.match_of_last_year = money("600");
    });
    shows(&of_last_year, "T26", Severity::Attention, &["$800.00", "$300.00"]);
    // Told apart, it is not asked about once more.
    let told = |last_year: &'static str| {
        plan(move |entry| {
            entry.contributions.employer_match = so_far("5,600");
            entry.contributions.match_of_last_year = money(last_year);
        })
    };
    shows(&told("0"), "T27", Severity::Attention, &["$5,600.00", "$3,600.00", "the other $2,000.00"]);
    hides(&told("2,000"), "T27");
    shows(&told("800"), "T27", Severity::Attention, &["$4,800.00", "the other $1,200.00"]);
    // 20,800 of 24,500 by the election of now. One of its own for catch-up fills the rest otherwise.
    shows(&plan(as_it_is), "T28", Severity::Note, &["$3,700.00"]);
    hides(&plan(|entry| entry.plan.catch_up_election = Answer::Yes), "T28");
}

#[test]
fn t46_a_change_that_must_not_be_missed() {
    // 33% may stand to the end of the year; all that pay leaves may not.
    hides(&plan(as_it_is), "T46");
    let early = plan(|entry| entry.payroll.strategy = Strategy::FrontLoaded);
    let first = early.entries.first().expect("an election").election;
    let change = early.entries.get(1).expect("a change");
    let title = format!("Don’t miss the change for {}", change.from.long());
    shows(&early, "T46", Severity::Attention, &[&first.to_string(), &change.enter_by.long(), "the limit of 2026"]);
    assert_eq!(finding(&early, "T46").expect("raised").title, title);
}

/// What is only to come from a paycheck that no change reaches may still be stopped by payroll.
#[test]
fn t01_asks_payroll_for_what_is_not_in_yet_and_names_a_letter_only_for_what_is() {
    let late = on("2026-12-22", |entry| {
        entry.payroll.last_stub = Some(day("2026-12-04"));
        entry.payroll.pay_so_far = Some(money("240,000"));
        entry.contributions.pre_tax = so_far("19,200");
        entry.contributions.employer_match = so_far("7,200");
        entry.contributions.after_tax = money("44,000");
        takes_now(entry, "20%");
    });
    shows(&late, "T01", Severity::Problem, &["Ask payroll whether it can still stop"]);
    assert!(!finding(&late, "T01").expect("raised").text.contains("letter"));
    let posted = plan(|entry| entry.contributions.after_tax = money("62,000"));
    shows(&posted, "T01", Severity::Problem, &["The Room page has a letter"]);
}

#[test]
fn t04_says_so_where_deferrals_are_full_already() {
    let full = plan(|entry| {
        entry.plan.matching.true_up = Answer::No;
        entry.plan.deferral_limit = Some(money("9,600"));
    });
    shows(&full, "T04", Severity::Attention, &["already reached your deferral limit"]);
}

/// Catch-up that must be Roth, and is not elected so, does not go in: pre-tax deferrals are
/// full at 24,500.
#[test]
fn t04_and_t06_count_no_catch_up_that_is_refused() {
    let mut entry = job();
    entry.plan.matching.true_up = Answer::No;
    entry.prior_year_box_3_wages = Some(money("170,000"));
    defers(&mut entry, "20%");
    let record = Record { birth_date: Some(day("1970-06-15")), ..person(entry) };
    let pace = worksheets::pace(&record, 2026, day("2026-06-15")).expect("a result");
    shows(&pace, "T04", Severity::Attention, &["you reach the deferral limit on September 25, 2026"]);
}

#[test]
fn t05_names_the_election_that_keeps_within_the_limit() {
    let job = OtherJob { relation: Relation::Unrelated, deferrals: so_far("5,000"), ..OtherJob::default() };
    let pace = plan(|entry| entry.other_jobs = vec![job]);
    // 9,900 may still go in: 800 on June 19, and 13 times 700 leave 0.
    shows(
        &pace,
        "T05",
        Severity::Problem,
        &["Set your deferral election to 7% pre-tax from the paycheck of July 3, 2026"],
    );
}

#[test]
fn t11_says_what_is_known_of_the_match_above_the_pay_that_counts() {
    let with = |above, ends| {
        plan(move |entry| {
            entry.payroll.pay = Some(money("20,000"));
            entry.payroll.pay_so_far = Some(money("240,000"));
            entry.plan.matching.above_counted_pay = above;
            entry.plan.stops_at_counted_pay = ends;
        })
    };
    let says = |above, ends| finding(&with(above, ends), "T11").expect("raised").text;
    assert!(says(CountedPay::Unknown, Answer::Unknown).contains("this page assumes that yours does"));
    assert!(
        says(CountedPay::Stops, Answer::No)
            .ends_with("Your match stops there. You can continue to defer and contribute after-tax money.")
    );
    assert!(says(CountedPay::WholeYear, Answer::Yes).ends_with("Your match continues up to the year’s maximum."));
    assert!(says(CountedPay::Spread, Answer::Unknown).contains("even share"));
}

#[test]
fn t22_asks_no_match_so_far_of_a_match_that_comes_once_a_year() {
    let yearly = |entry: &mut YearRecord| {
        entry.plan.matching.timing = MatchTiming::Yearly;
        entry.contributions.employer_match = Amounts::default();
    };
    hides(&plan(yearly), "T22");
}

#[test]
fn every_finding_has_a_test_of_its_name() {
    let tests = include_str!("findings.rs");
    let table = include_str!("../../../../src/worksheets/pace/findings.rs");
    for row in table.lines().filter_map(|line| line.strip_prefix("//! | T")) {
        let number = &row[..2];
        assert!(tests.contains(&format!("fn t{number}_")), "no test for T{number}");
    }
}

#[test]
fn the_end_says_what_to_enter_by_when_and_in_which_words() {
    let pace = plan(as_it_is);
    assert_eq!((pace.room, pace.planned, pace.unused), (money("43,400"), money("43,400"), Money::ZERO));
    assert!(pace.unused_because.is_empty() && !pace.keep);
    let closing = &pace.closing;
    assert_eq!(
        closing.decision,
        "Set your after-tax election to 33% from July 3, 2026, then 34% from October 23, 2026: $43,400.00 of after-tax money goes in for 2026, the whole room to the cent."
    );
    says(
        &closing.next_action,
        &[
            "By June 26, 2026, set your after-tax election to 33%",
            "Between October 3, 2026 and October 16, 2026, set your after-tax election to 34%",
        ],
    );
    says(&closing.rule, &["$72,000.00", "$43,400.00", "14 paychecks", "rounded half up"]);
    assert_eq!(closing.by, Some(day("2026-06-26")));
    let words = closing.words.as_deref().expect("words to send");
    says(
        words,
        &[
            "- to 33% of pay from the paycheck of July 3, 2026 on",
            "- to 34% of pay from the paycheck of October 23, 2026 on",
        ],
    );
    let windows: Vec<_> = pace.entries.iter().map(|entry| (entry.not_before, entry.enter_by)).collect();
    assert_eq!(windows, [(day("2026-06-15"), day("2026-06-26")), (day("2026-10-03"), day("2026-10-16"))]);
}

#[test]
fn dollars_are_asked_for_in_dollars() {
    // 43,400 over 13 paychecks are 3,338, and 6 more from the last.
    let pace = plan(|entry| {
        entry.plan.election_step = planner::record::ElectionStep::Dollars;
        takes_now(entry, "0%");
    });
    assert_eq!(
        pace.closing.decision,
        "Set your after-tax election to $3,338.00 from July 3, 2026, then $3,344.00 from December 18, 2026: $43,400.00 of after-tax money goes in for 2026, the whole room to the cent."
    );
    says(
        pace.closing.words.as_deref().expect("words"),
        &["- to $3,338.00 a paycheck from the paycheck of July 3, 2026 on"],
    );
}

#[test]
fn the_end_keeps_a_present_election_that_is_right() {
    let pace = plan(|entry| takes_now(entry, "31%"));
    assert!(pace.keep && pace.entries.is_empty());
    says(&pace.closing.decision, &["Keep 31%: $43,400.00", "the whole room to the cent"]);
    says(&pace.closing.next_action, &["Leave your after-tax election at 31%."]);
    assert_eq!((pace.closing.by, pace.closing.words.clone()), (None, None));
}

#[test]
fn the_end_keeps_a_present_election_until_it_is_changed() {
    // 42,500 are left: 14 times 30% are 42,000, and 31% from the last five takes the other 500.
    let pace = plan(|entry| {
        entry.contributions.after_tax = money("900");
        takes_now(entry, "30%");
    });
    assert!(pace.keep);
    assert_eq!(pace.entries.len(), 1);
    says(
        &pace.closing.decision,
        &["Keep 30% for now, then 31% from October 23, 2026", "$42,500.00 of after-tax money"],
    );
    says(&pace.closing.next_action, &["Between "]);
}

#[test]
fn the_end_says_that_nothing_is_left() {
    let full = |election: &'static str, in_already: &str| {
        plan(|entry| {
            entry.contributions.after_tax = money(in_already);
            takes_now(entry, election);
        })
    };
    let none = full("0%", "43,400");
    says(&none.closing.decision, &["No after-tax room is left for 2026: leave your after-tax election at zero."]);
    says(&none.closing.next_action, &["Leave your after-tax election at zero."]);
    assert_eq!((none.planned, none.unused), (Money::ZERO, Money::ZERO));
    let over = full("0%", "60,000");
    says(
        &over.closing.decision,
        &["You go $3,600.00 over the 2026 limit even without more after-tax money.", "another $13,000.00"],
    );
}

#[test]
fn the_end_says_what_the_person_is_over_and_what_can_no_longer_be_stopped() {
    let over = plan(|entry| {
        entry.contributions.after_tax = money("60,000");
        takes_now(entry, "10%");
    });
    says(&over.closing.decision, &["$4,600.00 over the 2026 limit even without more", "another $13,000.00"]);
    says(&over.closing.next_action, &["By June 26, 2026, set your after-tax election to zero"]);
}

#[test]
fn the_end_says_that_it_is_too_late_and_goes_on_in_january() {
    let late = on("2026-12-12", |entry| {
        entry.payroll.last_stub = Some(day("2026-12-04"));
        entry.payroll.pay_so_far = Some(money("250,000"));
        entry.contributions.pre_tax = so_far("20,000");
        entry.contributions.employer_match = so_far("7,500");
        takes_now(entry, "5%");
    });
    says(&late.closing.decision, &["It is too late to change a paycheck of 2026: $500.00"]);
    says(&late.closing.next_action, &["Keep your last pay stub", "Then for 2027 (its limits are not official yet)"]);
    assert_eq!(late.closing.by, Some(day("2026-12-24")));
    assert_eq!(late.unused_because, ["It is too late to change a paycheck."]);
}

#[test]
fn november_plans_the_last_paychecks_and_january_together() {
    // 20,800 and 7,800 by the year's end and 37,400 in already leave 6,000 for three paychecks.
    let pace = on("2026-11-10", |entry| {
        entry.payroll.last_stub = Some(day("2026-11-06"));
        entry.payroll.pay_so_far = Some(money("230,000"));
        entry.contributions.pre_tax = so_far("18,400");
        entry.contributions.employer_match = so_far("6,900");
        entry.contributions.after_tax = money("37,400");
    });
    assert_eq!(
        pace.closing.decision,
        "Set your after-tax election to 20% from November 20, 2026: $6,000.00 of after-tax money goes in for 2026, the whole room to the cent."
    );
    // 27 paydays of 2027: 21,600 deferred and 8,100 of match leave 45,300 of the projected 75,000.
    let next = pace.next_year.as_ref().expect("late in the year");
    assert_eq!((next.year, next.paychecks, next.first_pay_date), (2027, 27, Some(day("2027-01-01"))));
    assert_eq!((next.room, next.planned), (money("45,300"), money("45,300")));
    assert_eq!(next.carried.to_string(), "20%");
    let entered: Vec<_> = next.entries.iter().map(|entry| (entry.election.to_string(), entry.from)).collect();
    assert_eq!(entered, [("16%".to_owned(), day("2027-01-01")), ("17%".to_owned(), day("2027-03-26"))]);
    // After the paycheck of December 18 is out of reach, and in time for January 1.
    let first = next.entries.first().expect("an entry");
    assert_eq!((first.not_before, first.enter_by), (day("2026-12-12"), day("2026-12-24")));
    says(
        &pace.closing.next_action,
        &[
            "By November 13, 2026, set your after-tax election to 20%",
            "Then for 2027 (its limits are not official yet): between December 12, 2026 and December 24, 2026, set it to 16%, starting with the paycheck of January 1, 2027.",
        ],
    );
    assert_eq!(pace.closing.by, Some(day("2026-11-13")));
}

#[test]
fn january_waits_for_the_last_payday_where_the_lead_is_not_known() {
    let pace = on("2026-11-10", |entry| {
        entry.payroll.last_stub = Some(day("2026-11-06"));
        entry.payroll.pay_so_far = Some(money("230,000"));
        entry.plan.change_lead_days = None;
    });
    let next = pace.next_year.as_ref().expect("late in the year");
    let first = next.entries.first().expect("an entry");
    assert_eq!((first.not_before, first.enter_by), (day("2026-12-18"), day("2026-12-24")));
}

#[test]
fn no_january_is_planned_before_october_nor_for_listed_dates() {
    assert_eq!(on("2026-09-30", |entry| entry.payroll.last_stub = Some(day("2026-09-25"))).next_year, None);
    let october = on("2026-10-01", |entry| entry.payroll.last_stub = Some(day("2026-09-25")));
    assert!(october.next_year.is_some());
    let listed = on("2026-11-10", |entry| {
        entry.payroll.cadence = Cadence::Manual;
        entry.payroll.pay_dates = vec![day("2026-11-20"), day("2026-12-18")];
        entry.payroll.last_stub = None;
    });
    assert_eq!(listed.next_year, None);
}

#[test]
fn limits_that_are_not_official_are_said_to_be_so() {
    let next_year = on("2026-06-15", |entry| {
        entry.year = 2027;
        entry.contributions = planner::record::Contributions::default();
        entry.payroll.last_stub = None;
        entry.payroll.pay_so_far = None;
    });
    says(&next_year.closing.decision, &["The limits of 2027 used here are not official."]);
    assert!(!plan(as_it_is).closing.decision.contains("official"));
    // A change of June would work in June 2026 already: it waits for the last payday of 2026.
    let first = next_year.entries.first().expect("an entry");
    assert_eq!(
        (first.from, first.not_before, first.enter_by),
        (day("2027-01-01"), day("2026-12-12"), day("2026-12-24"))
    );
}

#[test]
fn a_change_that_starts_next_month_is_tried_out() {
    let pace = on("2026-06-08", as_it_is);
    let tried = pace.what_ifs.iter().find(|tried| tried.change.starts_with("If the change starts on")).expect("tried");
    assert_eq!(tried.change, "If the change starts on July 1, 2026 or later");
    assert_eq!(tried.entries, "33% from July 3, 2026; 34% from October 23, 2026");
    assert_eq!((tried.room, tried.planned, tried.unused), (money("43,400"), money("43,400"), Money::ZERO));
    let already = plan(as_it_is);
    assert!(
        already.what_ifs.iter().all(|tried| !tried.change.starts_with("If the change starts")),
        "it starts in July"
    );
}

#[test]
fn a_bonus_that_may_not_come_is_tried_out_and_not_planned() {
    let unsure = |date: &str| Bonus {
        date: day(date),
        amount: money("10,000"),
        deferrals: Answer::Unknown,
        after_tax: Answer::Unknown,
        matched: Answer::Unknown,
        eligible: Answer::Unknown,
        unsure: true,
    };
    let pace =
        plan(|entry| entry.payroll.bonuses = vec![unsure("2026-09-15"), unsure("2026-03-13"), unsure("2027-02-01")]);
    assert_eq!(pace.room, money("43,400"), "it is not planned");
    let tried: Vec<_> = pace.what_ifs.iter().filter(|tried| tried.change.contains("bonus")).collect();
    assert_eq!(tried.len(), 1, "a bonus of the past or of next year changes nothing: {tried:?}");
    // 800 deferred from it and 300 of match leave 42,300 for 14 paychecks: 30%, and 31% from the last three.
    assert_eq!(tried[0].change, "If the bonus of $10,000.00 comes on September 15, 2026");
    assert_eq!(tried[0].entries, "30% from July 3, 2026; 31% from November 20, 2026");
    assert_eq!((tried[0].room, tried[0].planned), (money("42,300"), money("42,300")));
}

#[test]
fn a_bonus_of_another_year_is_no_pay_of_this_one() {
    let with = |date: &str| {
        let bonus = Bonus {
            date: day(date),
            amount: money("50,000"),
            deferrals: Answer::Yes,
            after_tax: Answer::Yes,
            matched: Answer::Yes,
            eligible: Answer::Unknown,
            unsure: false,
        };
        plan(|entry| entry.payroll.bonuses = vec![bonus])
    };
    for date in ["2027-01-15", "2025-12-15"] {
        assert_eq!((with(date).room, with(date).lines.len()), (money("43,400"), 14), "{date}");
    }
    assert_eq!(with("2026-12-31").lines.len(), 15);
}

#[test]
fn a_raise_is_tried_out() {
    // 11,000 from July 3 on: 21,840 deferred and 8,190 of match leave 41,970. 29% of 13 paychecks
    // are 41,470, and 30% from the last four takes 440 of the other 500.
    let pace = plan(|entry| entry.payroll.what_if_raise = "10".parse().ok());
    let tried = pace.what_ifs.iter().find(|tried| tried.change.contains("raise")).expect("tried");
    assert_eq!(tried.change, "If you get a raise of 10% from July 3, 2026");
    assert_eq!(tried.entries, "29% from July 3, 2026; 30% from November 6, 2026");
    assert_eq!((tried.room, tried.planned, tried.unused), (money("41,970"), money("41,910"), money("60")));
    let usual = plan(as_it_is);
    assert!(usual.what_ifs.iter().any(|tried| tried.change.contains("a raise of 5%")));
}

#[test]
fn strategies_stand_side_by_side() {
    let pace = plan(|entry| entry.payroll.fill_by = Some(day("2026-09-30")));
    let of = |strategy| -> &Spread {
        pace.strategies.iter().find(|spread| spread.strategy == strategy).expect("each strategy")
    };
    assert_eq!(of(Strategy::Even).entries, "33% from July 3, 2026; 34% from October 23, 2026");
    assert_eq!(of(Strategy::Even).last, Some(day("2026-12-18")));
    // 64% is what deferrals, 765 of Social Security and Medicare and 22% of 9,200 leave: six
    // paychecks of 6,400, and 5,000 from the seventh.
    assert_eq!(
        of(Strategy::FrontLoaded).entries,
        "64% from July 3, 2026; 50% from September 25, 2026; nothing from October 9, 2026"
    );
    assert_eq!(of(Strategy::FrontLoaded).last, Some(day("2026-09-25")));
    assert_eq!(of(Strategy::ByDate).last, Some(day("2026-09-25")));
    assert!(pace.strategies.iter().all(|spread| spread.planned == money("43,400") && spread.match_lost == Money::ZERO));
    let without = plan(as_it_is);
    assert!(without.strategies.iter().all(|spread| spread.strategy != Strategy::ByDate), "without a date");
}

#[test]
fn early_money_loses_the_match_that_later_paychecks_would_have_earned() {
    // Half of after-tax money and deferrals up to a fifth of pay: 2,000 a paycheck are matched.
    let pace = plan(|entry| {
        entry.plan.matching.on_after_tax = Answer::Yes;
        entry.plan.matching.true_up = Answer::No;
        entry.plan.matching.tiers = half_of("20");
        entry.plan.after_tax_dollars = Some(money("15,600"));
    });
    let lost = |strategy| pace.strategies.iter().find(|spread| spread.strategy == strategy).expect("each").match_lost;
    // Evenly 12% of 13 paychecks is 15,600 and each earns 1,000 of match; early it is two paychecks that do.
    assert_eq!(pace.planned, money("15,600"));
    says(&pace.closing.decision, &["$15,600.00 of after-tax money, with $7,800.00 of match on it, goes in for 2026"]);
    let more = lost(Strategy::FrontLoaded) - lost(Strategy::Even);
    assert_eq!(more, money("6,000"), "ten paychecks with 400 of match instead of 1,000");
}

#[test]
fn early_money_waits_only_for_paychecks_that_cannot_give() {
    // All of the first paychecks is deferred; after-tax money starts when deferrals are full.
    let pace = plan(|entry| {
        entry.payroll.strategy = Strategy::FrontLoaded;
        defers(entry, "100%");
    });
    assert!(pace.planned.is_positive(), "{}", pace.closing.decision);
    assert!(pace.unused <= money("100"));
}

#[test]
fn a_take_home_floor_does_not_bind_the_present_election() {
    // The paycheck of June 19 takes 2,000 by the present election, whatever is to be kept.
    let pace = plan(|entry| {
        takes_now(entry, "20%");
        entry.payroll.take_home = Some(money("4,500"));
        entry.payroll.least_take_home = Some(money("6,000"));
    });
    assert_eq!(pace.lines[0].after_tax, money("2,000"));
    assert_eq!(pace.entries[0].election.to_string(), "5%", "6,500 less 500 is 6,000");
    assert_eq!(pace.unused_because, ["More would push your take-home pay below your minimum."]);
}

#[test]
fn what_stays_unused_is_explained_by_what_really_holds_it_back() {
    let reasons = |edit: &dyn Fn(&mut YearRecord)| plan(|entry| edit(entry)).unused_because;
    let highest = |entry: &mut YearRecord| entry.plan.election_limit = "10".parse().ok();
    assert_eq!(reasons(&highest), ["It is the maximum that your payroll accepts."]);
    let in_dollars = |entry: &mut YearRecord| {
        entry.plan.election_step = planner::record::ElectionStep::Dollars;
        highest(entry);
    };
    assert_eq!(reasons(&in_dollars), ["It is the maximum that your payroll accepts."]);
    assert_eq!(plan(in_dollars).entries[0].takes, money("1,000"), "10% of each paycheck, in dollars too");
    // A floor without a known take-home pay cannot hold anything back.
    let floor = |entry: &mut YearRecord| entry.payroll.least_take_home = Some(money("6,000"));
    assert_eq!(plan(floor).planned, money("43,400"));
    let home = |entry: &mut YearRecord| entry.payroll.take_home = Some(money("2,000"));
    assert_eq!(reasons(&home), ["Your take-home pay does not leave more."]);
    let nothing = |entry: &mut YearRecord| {
        entry.payroll.take_home = Some(money("6,000"));
        floor(entry);
    };
    assert_eq!(reasons(&nothing), ["More would push your take-home pay below your minimum."]);
    let cents = |entry: &mut YearRecord| entry.plan.election_step = planner::record::ElectionStep::Cents;
    assert_eq!(plan(cents).unused, Money::ZERO, "the last paycheck takes the 2 cents that 13 times 3,338.46 leave");
    assert_eq!(reasons(&cents), [""; 0]);
    let step = |entry: &mut YearRecord| entry.contributions.after_tax = money("50");
    assert_eq!(
        reasons(&step),
        ["Elections go in steps of 1%, and one more step on a single paycheck would go over the limit."]
    );
}

#[test]
fn a_match_that_is_not_offered_any_more_counts_for_nothing() {
    let none = plan(|entry| {
        entry.plan.matching.offered = Answer::No;
        entry.plan.matching.timing = MatchTiming::Yearly;
    });
    assert_eq!(none.room, money("47,600"), "72,000 less 20,800 and the 3,600 that is in");
    assert!(none.lines.iter().all(|line| line.employer_match == Money::ZERO));
}

#[test]
fn a_regular_paycheck_and_a_bonus_of_one_day_have_one_election() {
    for amount in ["3,000", "7,777.77", "25,000"] {
        for date in ["2026-07-17", "2026-10-23", "2026-12-18"] {
            let bonus = Bonus {
                date: day(date),
                amount: money(amount),
                deferrals: Answer::Unknown,
                after_tax: Answer::Unknown,
                matched: Answer::Unknown,
                eligible: Answer::Unknown,
                unsure: false,
            };
            for strategy in [Strategy::Even, Strategy::FrontLoaded] {
                let pace = plan(|entry| {
                    entry.payroll.bonuses = vec![bonus];
                    entry.payroll.strategy = strategy;
                });
                for entry in &pace.entries {
                    assert!(entry.not_before <= entry.enter_by, "{strategy:?}, {amount} on {date}: {entry:?}");
                }
            }
        }
    }
}

#[test]
fn dollars_are_not_taken_from_a_paycheck_without_pay() {
    let unpaid = plan(|entry| {
        entry.plan.election_step = planner::record::ElectionStep::Dollars;
        let raise = |from: &str, pay: &str| Raise { from: day(from), pay: money(pay) };
        entry.payroll.raises = vec![raise("2026-09-01", "0"), raise("2026-10-01", "10,000")];
    });
    let september = unpaid.lines.iter().filter(|line| line.date.month() == 9);
    assert!(september.clone().count() == 2 && september.clone().all(|line| line.after_tax == Money::ZERO));
    assert!(unpaid.planned.is_positive());
}

#[test]
fn raises_before_and_after_the_year_are_in_force_or_not() {
    let raise = |from: &str, pay: &str| Raise { from: day(from), pay: money(pay) };
    let before = plan(|entry| entry.payroll.raises = vec![raise("2025-01-01", "12,000")]);
    assert!(before.lines.iter().all(|line| line.pay == money("12,000")));
    let after = plan(|entry| entry.payroll.raises = vec![raise("2027-01-01", "12,000")]);
    assert!(after.lines.iter().all(|line| line.pay == money("10,000")));
}

#[test]
fn what_is_missing_is_said_in_a_sentence() {
    let of = |entry: YearRecord, year, today: &str| worksheets::pace(&person(entry), year, day(today));
    assert_eq!(of(YearRecord::new(2026), 2026, "2026-06-15"), Err(NotReady::Paychecks));
    let mut past = job();
    past.payroll.last_stub = None;
    assert_eq!(of(past, 2026, "2027-01-10"), Err(NotReady::NoneToCome { year: 2026 }));
    let mut own = job();
    own.income = Some(planner::record::Income::SelfEmployed {
        net_profit: money("100,000"),
        social_security_wages: Money::ZERO,
    });
    assert_eq!(of(own, 2026, "2026-06-15"), Err(NotReady::OwnBusiness));
    assert!(of(job(), 2025, "2026-06-15").is_err_and(|error| error.to_string().contains("2025")));
    for error in [NotReady::Paychecks, NotReady::OwnBusiness, NotReady::NoneToCome { year: 2026 }] {
        assert!(error.to_string().ends_with('.'));
    }
}

#[test]
fn t04_match_that_paychecks_missed_is_named_even_if_deferrals_never_stop() {
    let pace = plan(|entry| {
        entry.plan.matching.true_up = Answer::No;
        entry.payroll.pre_tax = "1%".parse().expect("an election");
    });
    let lost = pace.findings.iter().find(|finding| finding.code() == Code::MatchLost);
    assert_eq!(lost.is_some(), pace.match_lost.is_positive());
    let text = &lost.expect("the paychecks so far earned more than those to come").words.text;
    assert!(text.contains("some paychecks earn less"), "{text}");
}

#[test]
fn once_the_last_paycheck_is_paid_january_is_still_planned() {
    let paid = |entry: &mut YearRecord| entry.payroll.last_stub = Some(day("2026-12-18"));
    let pace = on("2026-12-28", paid);
    assert!(pace.lines.is_empty() && pace.entries.is_empty());
    assert!(pace.closing.decision.starts_with("All paychecks of 2026 are paid"), "{}", pace.closing.decision);
    let next = pace.next_year.expect("late in the year");
    assert!(!next.entries.is_empty());
    assert!(pace.closing.next_action.contains("2027"), "{}", pace.closing.next_action);
}
