//! The Plan Feature Checklist: the verdict for every combination of the answers
//! that decide, the guide's rows, each friction, the letter, and the closing.

use crate::support::values::day;
use crate::support::worksheets;
use planner::date::Date;
use planner::money::Money;
use planner::record::{
    Amounts, Answer, Bonus, Cadence, CatchUpOffer, Choice, CountedPay, Destination, ElectionMode, EmployerKind, Income,
    LimitCovers, MatchKind, MatchTier, PlanKind, PlanRules, Record, TransferBy, TransferTiming, YearRecord,
};
use planner::report::Report;
use planner::worksheets::feasibility::Verdict;
use planner::worksheets::plan::{Mark, Plan, Question};

fn of_year(entry: YearRecord, today: &str) -> Plan {
    let year = entry.year;
    let record = Record { birth_date: Date::new(1985, 3, 31).ok(), years: vec![entry], ..Record::default() };
    worksheets::plan(&record, year, day(today)).expect("a result")
}

fn of_plan(plan: PlanRules) -> Plan {
    of_year(YearRecord { plan, ..YearRecord::new(2026) }, "2026-03-02")
}

/// A plan that can do it at once, with every answer given.
fn ideal() -> PlanRules {
    let mut plan = PlanRules {
        after_tax: Answer::Yes,
        in_service_withdrawal: Answer::Yes,
        in_plan_rollover: Answer::Yes,
        transfer_timing: TransferTiming::Automatic,
        transfer_by: TransferBy::Online,
        destination: Destination::Both,
        separate_accounting: Answer::Yes,
        suspends_contributions: Answer::No,
        deferrals_first: Answer::No,
        election_mode: ElectionMode::Standing,
        change_lead_days: Some(0),
        spillover: Answer::No,
        roth_deferrals: Answer::Yes,
        ..PlanRules::default()
    };
    plan.matching.offered = Answer::No;
    plan
}

fn ideal_year() -> YearRecord {
    let mut entry = YearRecord { plan: ideal(), highly_compensated: Answer::No, ..YearRecord::new(2026) };
    entry.payroll.cadence = Cadence::Biweekly;
    entry
}

const BARRED: [PlanKind; 9] = [
    PlanKind::Governmental457b,
    PlanKind::TaxExempt457b,
    PlanKind::Tsp,
    PlanKind::SimpleIra,
    PlanKind::Simple401k,
    PlanKind::Starter401k,
    PlanKind::Sep,
    PlanKind::Sarsep,
    PlanKind::PuertoRico,
];

/// The verdict as the law has it, told in another way than the engine's.
fn right(plan: &PlanRules) -> Verdict {
    use Answer::{No, Unknown, Yes};
    let conversion = match (plan.roth_deferrals, plan.in_plan_rollover) {
        (No, _) => No,
        (_, answer) => answer,
    };
    if BARRED.contains(&plan.kind) || plan.after_tax == No {
        return Verdict::Cannot;
    }
    match (plan.after_tax, conversion, plan.in_service_withdrawal) {
        (_, No, No) => Verdict::Cannot,
        (Unknown, ..) | (_, Unknown, No | Unknown) | (_, No, Unknown) => Verdict::AskFirst,
        (Yes, Yes, _) | (Yes, _, Yes) => Verdict::Works,
        (No, ..) => Verdict::Cannot,
    }
}

#[test]
fn either_exit_is_enough_and_the_verdict_is_right_in_every_combination() {
    let answers = || Answer::WORDS.iter().map(|(answer, _)| *answer);
    let mut count = 0;
    for (kind, _) in PlanKind::WORDS {
        for after_tax in answers() {
            for in_plan_rollover in answers() {
                for in_service_withdrawal in answers() {
                    for roth_deferrals in answers() {
                        let plan = PlanRules {
                            kind: *kind,
                            after_tax,
                            in_plan_rollover,
                            in_service_withdrawal,
                            roth_deferrals,
                            ..ideal()
                        };
                        let verdict = right(&plan);
                        let result = of_plan(plan.clone());
                        assert_eq!(result.verdict, verdict, "{plan:?}");
                        holds_together(&result);
                        count += 1;
                    }
                }
            }
        }
    }
    assert_eq!(count, 14 * 81);
}

/// What must be true of every result.
fn holds_together(plan: &Plan) {
    let stops = plan.rows.iter().any(|row| row.mark == Mark::Stops);
    assert_eq!(stops, plan.verdict == Verdict::Cannot, "{:?}", plan.rows);
    let decides = plan.open_questions.iter().any(|open| open.decides);
    assert_eq!(decides, plan.verdict == Verdict::AskFirst, "{:?}", plan.open_questions);
    assert!(plan.open_questions.is_sorted_by_key(|open| !open.decides), "what decides comes first");
    assert_eq!(plan.letter.is_some(), !plan.open_questions.is_empty());
    assert_eq!(plan.closing.words.is_some(), plan.letter.is_some());
    if plan.verdict == Verdict::Cannot {
        assert!(plan.letter.is_none() && plan.frictions.is_empty());
    }
    if let Some(letter) = &plan.letter {
        for (place, open) in plan.open_questions.iter().enumerate() {
            assert!(letter.body.contains(&format!("\n{}. {}\n", place + 1, open.question)), "{}", letter.body);
        }
        assert!(plan.closing.words.as_ref().is_some_and(|words| words.contains(&letter.body)));
    }
    for friction in &plan.frictions {
        assert_eq!(plan.rows[friction.row].mark, Mark::Friction, "{}", friction.title);
    }
    assert!(plan.findings.is_sorted_by_key(|found| found.words.severity), "the gravest first");
    for text in plan
        .rows
        .iter()
        .flat_map(|row| [&row.means, &row.answer])
        .chain(plan.frictions.iter().map(|friction| &friction.text))
        .chain(plan.findings.iter().map(|found| &found.words.text))
        .chain([&plan.closing.decision, &plan.closing.rule, &plan.closing.next_action])
    {
        assert!(!text.is_empty() && !text.contains("  ") && !text.contains(".."), "{text:?}");
    }
    serde_json::to_string(plan).expect("a result is JSON");
}

#[test]
fn the_rows_are_the_guide_s() {
    let names = of_plan(PlanRules::default()).rows.map(|row| row.name);
    assert_eq!(
        names,
        [
            "After-tax contributions",
            "In-service withdrawal",
            "In-plan Roth conversion",
            "Transfer timing",
            "Conversion destination",
            "Payroll cadence",
        ]
    );
    let questions = of_plan(PlanRules::default()).rows.map(|row| row.question);
    assert_eq!(
        questions,
        [
            "Does the plan allow contributions after the regular elective deferral limit is reached?",
            "Can after-tax money leave the plan before termination?",
            "Can the after-tax bucket be moved into a Roth subaccount inside the plan?",
            "How quickly can money be converted after contribution?",
            "Roth IRA, Roth 401(k), or both?",
            "Weekly, biweekly, monthly, or manual election?",
        ]
    );
}

#[test]
fn an_empty_checklist_asks_first_and_every_row_is_open() {
    let plan = of_plan(PlanRules::default());
    assert_eq!(plan.verdict, Verdict::AskFirst);
    assert!(plan.rows.iter().all(|row| row.mark == Mark::Open && row.answer.starts_with("Not known yet")));
    assert_eq!(plan.open_questions.iter().filter(|open| open.decides).count(), 3);
}

#[test]
fn the_ideal_plan_works_with_nothing_left_to_ask() {
    let plan = of_year(ideal_year(), "2026-03-02");
    holds_together(&plan);
    assert_eq!(plan.verdict, Verdict::Works);
    assert!(plan.rows.iter().all(|row| row.mark == Mark::Good), "{:?}", plan.rows);
    assert!(plan.open_questions.is_empty() && plan.frictions.is_empty() && plan.findings.is_empty());
    assert_eq!(plan.closing.by, Some(day("2026-12-31")));
    assert_eq!(plan.closing.words, None);
}

#[test]
fn a_closed_exit_beside_a_sure_one_does_not_matter() {
    let plan = of_plan(PlanRules { in_service_withdrawal: Answer::No, destination: Destination::Roth401k, ..ideal() });
    assert_eq!(plan.verdict, Verdict::Works);
    assert_eq!(plan.rows[1].mark, Mark::Aside);
    assert!(plan.rows[1].means.contains("do not need it"));
    let plan = of_plan(PlanRules { roth_deferrals: Answer::No, destination: Destination::RothIra, ..ideal() });
    assert_eq!((plan.verdict, plan.rows[2].mark), (Verdict::Works, Mark::Aside));
    assert!(plan.rows[2].means.contains("no Roth account"));
}

#[test]
fn the_destination_follows_from_the_exits() {
    let known = of_plan(PlanRules { destination: Destination::Unknown, in_service_withdrawal: Answer::No, ..ideal() });
    assert_eq!(known.rows[4].mark, Mark::Good);
    assert!(!known.open_questions.iter().any(|open| open.row == 4), "{:?}", known.open_questions);
    let open =
        of_plan(PlanRules { destination: Destination::Unknown, in_service_withdrawal: Answer::Unknown, ..ideal() });
    assert_eq!((open.rows[4].mark, open.verdict), (Mark::Open, Verdict::Works));
}

/// Each friction by itself: what is changed in the ideal plan, the row, the title, and what it says.
type Slows = (fn(&mut YearRecord), usize, &'static str, &'static str);

#[test]
fn each_friction_is_spelt_out() {
    let slows: [Slows; 21] = [
        (|year| year.plan.after_tax_dollars = Some(Money::dollars(15_000)), 0, "A cap in dollars", "$15,000.00"),
        (|year| year.plan.after_tax_percent = "6.5".parse().ok(), 0, "A cap in percent of pay", "6.5%"),
        (|year| year.plan.combined_percent = "40".parse().ok(), 0, "One cap for both", "40%"),
        (|year| year.plan.reserved_match = Some(Money::dollars(9_000)), 0, "Room set aside for the match", "$9,000.00"),
        (|year| year.plan.deferrals_first = Answer::Yes, 0, "Deferrals first", "not the law’s"),
        (|year| year.highly_compensated = Answer::Yes, 0, "A test may send money back", "March 15"),
        (|year| year.plan.suspends_contributions = Answer::Yes, 1, "A pause after each withdrawal", "miss match"),
        (|year| year.plan.transfer_timing = TransferTiming::AnyDay, 3, "You request each transfer", "website"),
        (|year| year.plan.transfer_timing = TransferTiming::Monthly, 3, "Money moves once a month", "usually little"),
        (|year| year.plan.transfer_timing = TransferTiming::Quarterly, 3, "Money moves once a quarter", "taxable"),
        (|year| year.plan.transfer_timing = TransferTiming::Yearly, 3, "Money moves once a year", "taxable"),
        (|year| year.plan.transfers_per_year = Some(4), 3, "Few transfers a year", "at most 4"),
        (|year| year.plan.least_transfer = Some(Money::dollars(1_000)), 3, "A minimum transfer", "$1,000.00"),
        (|year| year.plan.transfer_fee = Some(Money::dollars(25)), 3, "A fee", "$25.00"),
        (|year| year.plan.separate_accounting = Answer::No, 4, "No separate account", "in proportion"),
        (|year| year.plan.election_mode = ElectionMode::EachTime, 5, "Each contribution by hand", "calendar"),
        (|year| year.plan.election_limit = "10".parse().ok(), 5, "A cap on each paycheck", "10%"),
        (
            |year| {
                year.plan.transfer_timing = TransferTiming::Unknown;
                year.plan.transfer_by = TransferBy::PhoneOrForm;
            },
            3,
            "You request each transfer",
            "by phone or on a form",
        ),
        (
            |year| {
                year.plan.transfer_timing = TransferTiming::AnyDay;
                year.plan.transfer_by = TransferBy::Unknown;
            },
            3,
            "You request each transfer",
            "each time",
        ),
        (
            |year| {
                year.plan.after_tax_percent = "10".parse().ok();
                year.plan.percent_of_counted_pay = Answer::No;
            },
            0,
            "A cap in percent of pay",
            "10% of pay as after-tax money.",
        ),
        (
            |year| {
                year.plan.employer = EmployerKind::Nonprofit;
                year.highly_compensated = Answer::Yes;
            },
            0,
            "A test may send money back",
            "safe harbor covers the match only",
        ),
    ];
    for (change, row, title, says) in slows {
        let mut entry = ideal_year();
        change(&mut entry);
        let plan = of_year(entry, "2026-03-02");
        holds_together(&plan);
        assert_eq!(plan.verdict, Verdict::Friction, "{title}");
        let [friction] = plan.frictions.as_slice() else { panic!("{title}: {:?}", plan.frictions) };
        assert_eq!((friction.row, friction.title), (row, title));
        assert!(friction.text.contains(says), "{}", friction.text);
        assert!(plan.closing.decision.contains("One thing to keep in mind: "), "{}", plan.closing.decision);
    }
}

#[test]
fn what_is_no_friction_is_none() {
    let none: [fn(&mut YearRecord); 5] = [
        |year| year.plan.transfer_fee = Some(Money::ZERO),
        // Set up once, it runs by itself.
        |year| year.plan.transfer_by = TransferBy::PhoneOrForm,
        |year| {
            year.plan.suspends_contributions = Answer::Yes;
            year.plan.in_service_withdrawal = Answer::No;
            year.plan.destination = Destination::Roth401k;
        },
        |year| {
            year.highly_compensated = Answer::Yes;
            year.plan.employer = EmployerKind::Government;
        },
        |year| year.plan.change_lead_days = Some(10),
    ];
    for change in none {
        let mut entry = ideal_year();
        change(&mut entry);
        let plan = of_year(entry, "2026-03-02");
        assert_eq!((plan.verdict, plan.frictions.as_slice()), (Verdict::Works, &[][..]));
    }
}

#[test]
fn several_frictions_are_counted_and_named() {
    let plan = of_plan(PlanRules {
        transfer_timing: TransferTiming::Monthly,
        after_tax_dollars: Some(Money::dollars(15_000)),
        ..ideal()
    });
    assert_eq!(
        plan.closing.decision,
        "Your plan can do it: it accepts after-tax money and lets you move it to Roth by conversion inside the plan or by withdrawal to a Roth IRA. 2 things to keep in mind: a cap in dollars; money moves once a month."
    );
}

#[test]
fn the_letter_asks_just_what_is_open() {
    let mut plan = ideal();
    plan.in_plan_rollover = Answer::Unknown;
    plan.in_service_withdrawal = Answer::No;
    let result = of_year(YearRecord { plan, highly_compensated: Answer::No, ..YearRecord::new(2026) }, "2026-11-24");
    holds_together(&result);
    assert_eq!(result.verdict, Verdict::AskFirst);
    let letter = result.letter.expect("a letter");
    assert_eq!(
        letter.body,
        "Hello,\n\nI would like to know how our 401(k) plan handles after-tax contributions and their conversion to Roth. Please answer the following, or point me to the page of the summary plan description that does:\n\n1. May I convert after-tax contributions and their earnings to Roth inside the plan (in-plan Roth rollover) while I work here? Can that run automatically?\n\nAn answer by December 8, 2026 would let me set my election in time.\n\nThank you.\n"
    );
    assert!(result.closing.next_action.contains("the first answer decides"));
}

/// Each rule that changes a figure is asked while it is open, and not where it is known or
/// does not matter.
#[test]
fn the_letter_asks_every_open_rule_that_matters() {
    let asked = |born: i16, edit: &dyn Fn(&mut YearRecord)| {
        let mut entry = ideal_year();
        entry.payroll.known_pay_date = Some(day("2026-01-02"));
        entry.payroll.pay = Some(Money::dollars(10_000));
        entry.payroll.pre_tax = "5%".parse().expect("an election");
        entry.plan.matching.offered = Answer::Yes;
        entry.plan.matching.tiers = vec![MatchTier { rate: "100".parse().expect("a rate"), up_to: "10".parse().ok() }];
        entry.plan.matching.true_up = Answer::No;
        entry.plan.matching.on_after_tax = Answer::No;
        edit(&mut entry);
        let birth_date = Date::new(born, 3, 31).ok();
        let record = Record { birth_date, years: vec![entry], ..Record::default() };
        let plan = worksheets::plan(&record, 2026, day("2026-01-05")).expect("a result");
        plan.open_questions.iter().map(|open| open.question).collect::<Vec<_>>()
    };
    let nothing = |_: &mut YearRecord| {};
    assert_eq!(asked(1985, &nothing), []);
    let rich = |entry: &mut YearRecord| entry.payroll.pay = Some(Money::dollars(20_000));
    assert_eq!(asked(1985, &rich), [Question::StopsAtCountedPay, Question::MatchAbove]);
    let known = |entry: &mut YearRecord| {
        rich(entry);
        entry.plan.stops_at_counted_pay = Answer::No;
        entry.plan.matching.above_counted_pay = CountedPay::Stops;
        entry.plan.after_tax_percent = "10".parse().ok();
        entry.plan.percent_of_counted_pay = Answer::Yes;
    };
    assert_eq!(asked(1985, &known), []);
    let one = |edit: &dyn Fn(&mut YearRecord)| asked(1985, edit);
    let open_caps = |entry: &mut YearRecord| {
        known(entry);
        entry.plan.percent_of_counted_pay = Answer::Unknown;
    };
    assert_eq!(one(&open_caps), [Question::PercentOfCountedPay]);
    assert_eq!(one(&|entry| entry.plan.change_lead_days = None), [Question::ChangeLeadDays]);
    assert_eq!(one(&|entry| entry.plan.election_limit = "50".parse().ok()), [Question::HighestCovers]);
    let covers = |entry: &mut YearRecord| {
        entry.plan.election_limit = "50".parse().ok();
        entry.plan.election_limit_covers = LimitCovers::AfterTax;
    };
    assert_eq!(one(&covers), []);
    let bonus = |answer| Bonus {
        deferrals: answer,
        after_tax: answer,
        matched: answer,
        ..Bonus::new(day("2026-03-01"), Money::dollars(9_000))
    };
    assert_eq!(one(&|entry| entry.payroll.bonuses = vec![bonus(Answer::Unknown)]), [Question::Bonuses]);
    assert_eq!(one(&|entry| entry.payroll.bonuses = vec![bonus(Answer::No)]), []);
    let capped = |entry: &mut YearRecord| {
        entry.payroll.bonuses = vec![bonus(Answer::No)];
        entry.plan.after_tax_percent = "10".parse().ok();
    };
    assert_eq!(one(&capped), [Question::EligiblePay]);
    let by_cap = |entry: &mut YearRecord| {
        entry.plan.matching.kind = MatchKind::CapOnly;
        entry.plan.matching.dollar_cap = Some(Money::dollars(6_000));
    };
    assert_eq!(one(&by_cap), [Question::Match]);
    let months = |entry: &mut YearRecord| entry.plan.limitation_year_months = Some(6);
    assert_eq!(one(&months), [Question::LimitationYear]);
    let old_hand = |entry: &mut YearRecord| entry.plan.kind = PlanKind::Plan403b;
    assert_eq!(one(&old_hand), [Question::FifteenYears]);
    // At 50 catch-up matters as well, and above the wages of the rule whether it becomes Roth.
    let at_50 = |entry: &mut YearRecord| entry.prior_year_box_3_wages = Some(Money::dollars(200_000));
    let of_catch_up = [Question::CatchUp, Question::CatchUpElection, Question::DeemedRoth, Question::MatchOnCatchUp];
    assert_eq!(asked(1976, &at_50), of_catch_up);
    let none = |entry: &mut YearRecord| {
        at_50(entry);
        entry.plan.catch_up = CatchUpOffer::None;
    };
    assert_eq!(asked(1976, &none), []);
}

#[test]
fn nothing_personal_gets_into_the_letter() {
    let letter = |change: fn(&mut YearRecord)| {
        let mut entry = YearRecord::new(2026);
        change(&mut entry);
        of_year(entry, "2026-11-24").letter.expect("a letter")
    };
    let plain = letter(|_| {});
    assert_eq!(letter(|year| year.highly_compensated = Answer::Yes), plain, "not even who is highly compensated");
    let full = letter(|year| {
        year.income = Some(Income::Wages { pay: Money::dollars(223_456) });
        year.prior_year_box_3_wages = Some(Money::dollars(176_100));
        let amounts = Amounts { so_far: Money::dollars(12_345), to_come: Money::dollars(678) };
        year.contributions.pre_tax = amounts;
        year.contributions.roth = amounts;
        year.contributions.employer_match = amounts;
        year.contributions.after_tax = Money::dollars(9_876);
        year.payroll.cadence = Cadence::Weekly;
        year.payroll.pay = Some(Money::dollars(4_321));
        year.payroll.take_home = Some(Money::dollars(2_109));
        year.payroll.last_stub = Date::new(2026, 11, 20).ok();
    });
    assert_eq!(full, plain);
}

#[test]
fn by_when_to_act() {
    let ask = |today: &str| of_year(YearRecord::new(2026), today).closing.by;
    assert_eq!(ask("2026-03-02"), Some(day("2026-03-16")));
    assert_eq!(ask("2026-12-24"), Some(day("2026-12-31")));
    assert_eq!(ask("2026-12-31"), Some(day("2026-12-31")));
    assert_eq!(ask("2027-01-01"), None);
    assert_eq!(ask("2025-12-24"), Some(day("2026-01-07")));
    let works = |lead, income, today: &str| {
        let mut entry = ideal_year();
        entry.plan.change_lead_days = lead;
        entry.income = income;
        of_year(entry, today).closing
    };
    assert_eq!(works(Some(10), None, "2026-03-02").by, Some(day("2026-12-21")));
    assert_eq!(works(Some(10), None, "2026-12-22").by, None);
    let own = Some(Income::SelfEmployed { net_profit: Money::dollars(100_000), social_security_wages: Money::ZERO });
    assert_eq!(works(None, own, "2027-01-30").by, Some(day("2027-01-30")));
    let past = works(None, own, "2027-01-31");
    assert!(past.by.is_none() && past.next_action.contains("year is over"));
}

#[test]
fn the_closing_names_what_is_missing() {
    let decision = |plan: PlanRules| of_plan(plan).closing.decision;
    let unknown = Answer::Unknown;
    assert!(decision(PlanRules { after_tax: Answer::No, ..ideal() }).contains("accepts no after-tax contributions"));
    let no_exit = PlanRules { in_service_withdrawal: Answer::No, in_plan_rollover: Answer::No, ..ideal() };
    assert!(decision(no_exit).contains("no way to move it to Roth"));
    assert!(decision(PlanRules { kind: PlanKind::Tsp, ..ideal() }).contains("the Thrift Savings Plan accepts no"));
    assert!(decision(PlanRules { kind: PlanKind::PuertoRico, ..ideal() }).contains("does not cover Puerto Rico"));
    assert!(decision(PlanRules { after_tax: unknown, ..ideal() }).contains("money could move to Roth"));
    let open_exits = PlanRules { in_service_withdrawal: unknown, in_plan_rollover: unknown, ..ideal() };
    assert!(decision(open_exits).contains("don’t know yet whether that money can move"));
    assert!(decision(PlanRules::default()).contains("and lets them move to Roth"));
}

#[test]
fn only_a_year_that_the_record_does_not_have_gives_no_result() {
    let record = Record { years: vec![YearRecord::new(2031)], ..Record::default() };
    assert!(worksheets::plan(&record, 2031, day("2026-11-24")).is_ok(), "no birth date, no pay, no limits");
    let error = worksheets::plan(&record, 2026, day("2026-11-24")).expect_err("no such year");
    assert_eq!(error.to_string(), "Nothing is entered for 2026 yet.");
}

/// A plan that can do it while something is wrong is not shown as if nothing were.
#[test]
fn the_headline_is_green_only_without_a_problem() {
    let report = |plan: PlanRules| Report::from(of_plan(plan));
    let fine = report(ideal()).headline;
    assert_eq!((fine.figure.as_str(), fine.grave), ("It works", false));
    let contradiction = report(PlanRules { roth_deferrals: Answer::No, destination: Destination::RothIra, ..ideal() });
    assert_eq!((contradiction.headline.figure.as_str(), contradiction.headline.grave), ("It works", true));
    assert!(contradiction.headline.below.starts_with("Two answers contradict each other."));
    assert!(contradiction.closing.decision.contains("Clear this up first: two answers contradict each other."));
    let cannot = report(PlanRules { after_tax: Answer::No, ..ideal() }).headline;
    assert_eq!((cannot.figure.as_str(), cannot.none, cannot.below.as_str()), ("It can’t", true, ""));
    let open = report(PlanRules { after_tax: Answer::Unknown, ..ideal() }).headline;
    assert_eq!((open.figure.as_str(), open.grave, open.open), ("Ask first", false, true));
}
