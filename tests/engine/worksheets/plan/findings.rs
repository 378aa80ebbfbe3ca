//! One test for each finding of the Plan Feature Checklist: it appears with its
//! severity and its figures, and it does not appear in the case next door.

use crate::support::findings::{finding, hides, tells};
use crate::support::values::{money, so_far};
use crate::support::worksheets;
use planner::date::Date;
use planner::explain::Severity;
use planner::record::{
    Answer, Cadence, Destination, Election, EmployerKind, Income, MatchTested, OtherJob, PlanKind, Record, Relation,
    YearRecord,
};
use planner::worksheets::plan::Plan;

/// A plan that can do it, of a person who is not highly compensated, edited.
#[track_caller]
fn edited(edit: impl FnOnce(&mut YearRecord)) -> Plan {
    let mut entry = YearRecord { highly_compensated: Answer::No, ..YearRecord::new(2026) };
    entry.plan.after_tax = Answer::Yes;
    entry.plan.in_service_withdrawal = Answer::Yes;
    entry.plan.in_plan_rollover = Answer::Yes;
    edit(&mut entry);
    let record = Record { years: vec![entry], ..Record::default() };
    worksheets::plan(&record, 2026, Date::new(2026, 11, 24).expect("a day")).expect("a result")
}

#[test]
fn a_plan_without_a_flaw_has_no_finding() {
    assert_eq!(edited(|_| {}).findings, []);
}

#[test]
fn p01_kind_barred() {
    use PlanKind::{Governmental457b, PuertoRico, Sarsep, Sep, Simple401k, SimpleIra, Starter401k, TaxExempt457b, Tsp};
    for (kind, says) in [
        (Governmental457b, "deferral limit is separate"),
        (TaxExempt457b, "no Roth account either"),
        (Tsp, "January 28, 2026"),
        (TaxExempt457b, "no catch-up from age 50"),
        (SimpleIra, "Since 2024 the employer may contribute"),
        (SimpleIra, "deferrals can be Roth"),
        (Simple401k, "regular 401(k)"),
        (Starter401k, "deferrals only"),
        (Sep, "employer money only"),
        (Sep, "Since 2023 employer money can go in as Roth"),
        (PuertoRico, "knows only federal tax law"),
        (Sarsep, "before 1997"),
    ] {
        let plan = edited(|entry| entry.plan.kind = kind);
        tells(&plan, "P01", Severity::Problem, &[says]);
        hides(&plan, "P02");
    }
    tells(
        &edited(|entry| entry.plan.kind = Governmental457b),
        "P01",
        Severity::Problem,
        &["For 2026 that deferral limit is $24,500.00."],
    );
    let outside = finding(&edited(|entry| entry.plan.kind = PuertoRico), "P01").expect("it is outside").clone();
    assert_eq!(outside.title, "Outside this planner");
    assert!(!outside.text.contains("no after-tax contributions"), "which is not so: {}", outside.text);
    for kind in [PlanKind::Plan401k, PlanKind::Plan403b, PlanKind::Solo401k, PlanKind::Governmental401a] {
        hides(&edited(|entry| entry.plan.kind = kind), "P01");
    }
}

#[test]
fn p02_no_after_tax() {
    tells(&edited(|entry| entry.plan.after_tax = Answer::No), "P02", Severity::Problem, &["not about Roth deferrals"]);
    hides(&edited(|entry| entry.plan.after_tax = Answer::Unknown), "P02");
}

#[test]
fn p03_no_exit() {
    let closed = |withdrawal| {
        edited(|entry| {
            entry.plan.in_plan_rollover = Answer::No;
            entry.plan.in_service_withdrawal = withdrawal;
        })
    };
    tells(&closed(Answer::No), "P03", Severity::Problem, &["until you leave the employer", "taxed as income"]);
    hides(&closed(Answer::Unknown), "P03");
    hides(&closed(Answer::Yes), "P03");
    let no_roth = edited(|entry| {
        entry.plan.in_plan_rollover = Answer::Unknown;
        entry.plan.roth_deferrals = Answer::No;
        entry.plan.in_service_withdrawal = Answer::No;
    });
    tells(&no_roth, "P03", Severity::Problem, &[]);
}

#[test]
fn p04_nothing_verified() {
    let with = |withdrawal| {
        edited(|entry| {
            entry.plan.after_tax = Answer::Unknown;
            entry.plan.in_plan_rollover = Answer::Unknown;
            entry.plan.in_service_withdrawal = withdrawal;
        })
    };
    tells(&with(Answer::Unknown), "P04", Severity::Attention, &["Not every plan can do this"]);
    hides(&with(Answer::Yes), "P04");
    hides(&with(Answer::No), "P04");
}

#[test]
fn p05_no_roth_account() {
    let with = |roth| edited(|entry| entry.plan.roth_deferrals = roth);
    tells(&with(Answer::No), "P05", Severity::Problem, &["no Roth account to convert into"]);
    hides(&with(Answer::Yes), "P05");
    hides(&with(Answer::Unknown), "P05");
}

#[test]
fn p06_destination_closed() {
    let with = |destination, withdrawal, in_plan| {
        edited(|entry| {
            entry.plan.destination = destination;
            entry.plan.in_service_withdrawal = withdrawal;
            entry.plan.in_plan_rollover = in_plan;
        })
    };
    use Answer::{No, Unknown, Yes};
    use Destination::{Both, Roth401k, RothIra};
    tells(&with(RothIra, No, Yes), "P06", Severity::Attention, &["Roth IRA", "none can leave"]);
    tells(&with(Both, No, Yes), "P06", Severity::Attention, &["Roth IRA"]);
    tells(&with(Roth401k, Yes, No), "P06", Severity::Attention, &["none can be converted inside"]);
    tells(&with(Both, Yes, No), "P06", Severity::Attention, &["none can be converted inside"]);
    hides(&with(RothIra, Unknown, Yes), "P06");
    hides(&with(RothIra, Yes, No), "P06");
    hides(&with(Roth401k, No, Yes), "P06");
    hides(&with(Destination::Unknown, No, Yes), "P06");
}

#[test]
fn p07_deferrals_out_of_place() {
    let with = |kind, deferrals: &str, roth| {
        edited(|entry| {
            entry.plan.kind = kind;
            entry.plan.roth_deferrals = roth;
            entry.contributions.pre_tax = so_far(deferrals);
        })
    };
    use PlanKind::{Governmental401a, Plan401k, ProfitSharing};
    tells(&with(Governmental401a, "100", Answer::Unknown), "P07", Severity::Attention, &["picks up"]);
    tells(&with(ProfitSharing, "0", Answer::Yes), "P07", Severity::Attention, &["profit-sharing"]);
    hides(&with(ProfitSharing, "0", Answer::Unknown), "P07");
    hides(&with(Plan401k, "100", Answer::Yes), "P07");
}

#[test]
fn p08_after_tax_out_of_place() {
    let with = |answer, after_tax: &str| {
        edited(|entry| {
            entry.plan.after_tax = answer;
            entry.contributions.after_tax = money(after_tax);
        })
    };
    tells(&with(Answer::No, "5,000"), "P08", Severity::Problem, &["$5,000.00", "may be Roth deferrals"]);
    hides(&with(Answer::No, "0"), "P08");
    hides(&with(Answer::Yes, "5,000"), "P08");
    let elected = edited(|entry| {
        entry.plan.kind = PlanKind::Tsp;
        entry.payroll.after_tax = Election::Dollars(money("100"));
    });
    tells(&elected, "P08", Severity::Problem, &["an after-tax election"]);
}

#[test]
fn p09_in_before_exit() {
    let with = |exit, after_tax: &str| {
        edited(|entry| {
            entry.plan.in_plan_rollover = exit;
            entry.plan.in_service_withdrawal = exit;
            entry.contributions.after_tax = money(after_tax);
        })
    };
    tells(&with(Answer::Unknown, "5,000"), "P09", Severity::Attention, &["$5,000.00", "Set the election to zero"]);
    tells(&with(Answer::No, "5,000"), "P09", Severity::Problem, &["$5,000.00"]);
    hides(&with(Answer::Yes, "5,000"), "P09");
    hides(&with(Answer::Unknown, "0"), "P09");
}

#[test]
fn p10_no_transfers() {
    let with = |most| edited(|entry| entry.plan.transfers_per_year = most);
    tells(&with(Some(0)), "P10", Severity::Attention, &["Leave the number blank"]);
    hides(&with(Some(1)), "P10");
    hides(&with(None), "P10");
}

fn highly_compensated(answer: Answer, employer: EmployerKind, kind: PlanKind) -> Plan {
    edited(|entry| {
        entry.highly_compensated = answer;
        entry.plan.employer = employer;
        entry.plan.kind = kind;
    })
}

#[test]
fn p11_acp_test() {
    use PlanKind::{Plan401k, Solo401k};
    let with = |answer, employer| highly_compensated(answer, employer, Plan401k);
    for employer in [EmployerKind::Company, EmployerKind::Nonprofit] {
        let says = [
            "by March 15, 2027 (or by June 30, 2027 if the plan has an eligible automatic contribution arrangement)",
            "safe harbor 401(k) is not exempt",
            "1.25 times their average",
            "2% of pay more but no more than 2 times it",
            "ask what it tests: it may leave out all match",
            "If a union negotiated your benefits",
        ];
        tells(&with(Answer::Yes, employer), "P11", Severity::Attention, &says);
        hides(&with(Answer::No, employer), "P11");
        hides(&with(Answer::Unknown, employer), "P11");
    }
    for employer in [EmployerKind::Government, EmployerKind::Church, EmployerKind::OwnBusiness] {
        hides(&with(Answer::Yes, employer), "P11");
    }
    hides(&highly_compensated(Answer::Yes, EmployerKind::Company, Solo401k), "P11");
}

#[test]
fn p12_highly_compensated_open() {
    let with = |answer, wages: Option<&str>| {
        edited(|entry| {
            entry.highly_compensated = answer;
            entry.prior_year_box_3_wages = wages.map(money);
        })
    };
    let open = with(Answer::Unknown, None);
    tells(
        &open,
        "P12",
        Severity::Attention,
        &["more than $160,000.00 in 2025", "more than 5% of it, this year or last"],
    );
    tells(&with(Answer::Unknown, Some("176,100")), "P12", Severity::Attention, &["$176,100.00", "most likely are"]);
    let not_above = with(Answer::Unknown, Some("160,000"));
    assert!(!finding(&not_above, "P12").expect("still open").text.contains("likely"));
    let next = YearRecord::new(2028);
    let record = Record { years: vec![next], ..Record::default() };
    let next = worksheets::plan(&record, 2028, Date::new(2026, 11, 24).expect("a day")).expect("a result");
    tells(&next, "P12", Severity::Attention, &["more than $170,000.00 (a projection, not law) in 2027"]);
    hides(&with(Answer::Yes, None), "P12");
    hides(&with(Answer::No, None), "P12");
    hides(&highly_compensated(Answer::Unknown, EmployerKind::Government, PlanKind::Plan403b), "P12");
}

#[test]
fn p13_wages_say_highly_compensated() {
    let with = |answer, wages: &str| {
        edited(|entry| {
            entry.highly_compensated = answer;
            entry.prior_year_box_3_wages = Some(money(wages));
        })
    };
    tells(
        &with(Answer::No, "160,000.01"),
        "P13",
        Severity::Attention,
        &["$160,000.01 exceed $160,000.00", "best-paid 20%"],
    );
    hides(&with(Answer::No, "160,000"), "P13");
    hides(&with(Answer::Yes, "176,100"), "P13");
}

/// The plan of somebody highly compensated, edited.
#[track_caller]
fn tested(edit: impl FnOnce(&mut YearRecord)) -> Plan {
    edited(|entry| {
        entry.highly_compensated = Answer::Yes;
        edit(entry);
    })
}

#[test]
fn p11_goes_by_the_plan_year_and_the_arrangement() {
    let with = |ends, arrangement| {
        tested(|entry| {
            entry.plan.plan_year_ends = ends;
            entry.plan.automatic_arrangement = arrangement;
        })
    };
    let text = |plan: &Plan| finding(plan, "P11").expect("raised").text.clone();
    let fiscal = with(Some(6), Answer::No);
    tells(
        &fiscal,
        "P11",
        Severity::Attention,
        &["of the plan year that ends on June 30, 2026,", "by September 15, 2026;"],
    );
    assert!(fiscal.frictions[0].text.contains("by September 15, 2026,"), "{}", fiscal.frictions[0].text);
    tells(&with(Some(6), Answer::Yes), "P11", Severity::Attention, &["by December 31, 2026;"]);
    let calendar = with(None, Answer::Yes);
    tells(&calendar, "P11", Severity::Attention, &["by June 30, 2027;"]);
    for plan in [&calendar, &with(Some(12), Answer::No)] {
        assert!(!text(plan).contains("plan year that ends") && !text(plan).contains("arrangement"), "{}", text(plan));
    }
    assert!(!text(&with(Some(6), Answer::Yes)).contains("March"), "March 15 is for calendar years");
}

#[test]
fn a_union_contract_has_no_test() {
    let with = |union| {
        tested(|entry| {
            entry.union_contract = union;
            entry.plan.others_average = "4".parse().ok();
            entry.income = Some(Income::Wages { pay: money("400,000") });
            entry.contributions.after_tax = money("30,000");
        })
    };
    let pilot = with(Answer::Yes);
    tells(&pilot, "P15", Severity::Note, &["negotiated by a union", "document can still limit"]);
    hides(&pilot, "P11");
    hides(&pilot, "P14");
    assert!(pilot.acp.is_none() && pilot.frictions.is_empty(), "{:?}", pilot.frictions);
    assert!(!pilot.letter.is_some_and(|letter| letter.body.contains("401(m)")));
    for other in [Answer::No, Answer::Unknown] {
        tells(&with(other), "P14", Severity::Attention, &["$8,400.00 of your"]);
        hides(&with(other), "P15");
    }
    let told = tested(|entry| entry.union_contract = Answer::No);
    assert!(!finding(&told, "P11").expect("raised").text.contains("union"));
}

fn averaged(answer: Answer, after_tax: &str, pay: Option<&str>) -> Plan {
    edited(|entry| {
        entry.highly_compensated = answer;
        entry.plan.others_average = "4".parse().ok();
        entry.income = pay.map(|pay| Income::Wages { pay: money(pay) });
        entry.contributions.employer_match = so_far("10,800");
        entry.contributions.after_tax = money(after_tax);
    })
}

#[test]
fn p14_acp_refund() {
    let failing = averaged(Answer::Yes, "30,000", Some("400,000"));
    let says = [
        "average 4%",
        "may average 6%",
        "$21,600.00",
        "11.33%",
        "$19,200.00",
        "March 15, 2027",
        "On top of your match, $10,800.00 can",
    ];
    tells(&failing, "P14", Severity::Attention, &says);
    hides(&failing, "P11");
    tells(&averaged(Answer::Unknown, "30,000", Some("400,000")), "P14", Severity::Attention, &["$19,200.00"]);
    tells(&failing, "P14", Severity::Attention, &["If your plan is a safe harbor plan, ask"]);
    let passing = averaged(Answer::Yes, "10,800", Some("400,000"));
    tells(&passing, "P14", Severity::Note, &["Nothing you entered would come back", "$10,800.00 of after-tax money"]);
    tells(&averaged(Answer::Yes, "10,800.01", Some("400,000")), "P14", Severity::Attention, &["$0.01 of your"]);
    hides(&averaged(Answer::No, "30,000", Some("400,000")), "P14");
    let no_pay = averaged(Answer::Yes, "30,000", None);
    hides(&no_pay, "P14");
    tells(&no_pay, "P11", Severity::Attention, &[]);
    tells(&no_pay, "P22", Severity::Attention, &["your pay for the year"]);
}

/// A safe harbor plan may leave the match out on both sides. The others then put in next to
/// nothing, and nearly all of the after-tax money comes back.
#[test]
fn p14_where_after_tax_money_is_tested_alone() {
    let with = |alone, others: &str| {
        tested(|entry| {
            entry.plan.tested_alone = alone;
            entry.plan.others_average = others.parse().ok();
            entry.income = Some(Income::Wages { pay: money("400,000") });
            entry.contributions.employer_match = so_far("10,800");
            entry.contributions.after_tax = money("30,000");
        })
    };
    let alone = with(MatchTested::None, "0.2");
    // Twice 0.2% of the 360,000 that count is 1,440.
    let says = ["average 0.4%: $1,440.00 for you", "8.33%", "$28,560.00 of your", "$1,440.00 can stay"];
    tells(&alone, "P14", Severity::Attention, &says);
    let text = finding(&alone, "P14").expect("raised").text.clone();
    assert!(!text.contains("match") && !text.contains("safe harbor"), "{text}");
    let arithmetic: Vec<_> = alone.acp.expect("a test").refund.steps.iter().map(|step| step.label.clone()).collect();
    assert_eq!(arithmetic, ["After-tax money", "Above the maximum", "After-tax money that comes back"]);
    // With the match the others average more, and so does the person.
    tells(&with(MatchTested::All, "4"), "P14", Severity::Attention, &["$19,200.00 of your", "On top of your match"]);
    assert!(!finding(&with(MatchTested::All, "4"), "P14").expect("raised").text.contains("safe harbor"));
}

/// With the safe harbor for deferrals alone, match up to 4% of pay is left out: 14,400 of
/// 360,000, or 12,600 at 3½%.
#[test]
fn p14_where_match_up_to_a_share_of_pay_is_left_out() {
    let with = |match_tested| {
        tested(|entry| {
            entry.plan.tested_alone = match_tested;
            entry.plan.others_average = "1".parse().ok();
            entry.income = Some(Income::Wages { pay: money("400,000") });
            entry.contributions.employer_match = so_far("18,000");
            entry.contributions.after_tax = money("10,000");
        })
    };
    // 3,600 of match and 10,000 are 3.78% of 360,000; 2% are 7,200.
    let says =
        ["match above 4% of pay and after-tax money you entered comes to 3.78%", "$6,400.00 of your", "$3,600.00 can"];
    tells(&with(MatchTested::AboveFour), "P14", Severity::Attention, &says);
    let automatic = ["match above 3.5% of pay", "4.28%", "$8,200.00 of your", "$1,800.00 can"];
    tells(&with(MatchTested::AboveThreeAndAHalf), "P14", Severity::Attention, &automatic);
    // All match counted, nothing of the after-tax money stays.
    tells(&with(MatchTested::All), "P14", Severity::Attention, &["7.78%", "$10,000.00 of your", "$0.00 can stay"]);
    tells(&with(MatchTested::Unknown), "P14", Severity::Attention, &["match up to 4% of pay (3.5% with"]);
    assert!(!finding(&with(MatchTested::AboveFour), "P14").expect("raised").text.contains("safe harbor"));
}

#[test]
fn p14_of_another_plan_year_says_whose_figures_it_takes() {
    let fiscal = tested(|entry| {
        entry.plan.plan_year_ends = Some(9);
        entry.plan.automatic_arrangement = Answer::No;
        entry.plan.others_average = "4".parse().ok();
        entry.income = Some(Income::Wages { pay: money("400,000") });
        entry.contributions.after_tax = money("30,000");
    });
    let says = ["by December 15, 2026,", "figures of calendar 2026", "plan year that ends on September 30, 2026"];
    tells(&fiscal, "P14", Severity::Attention, &says);
    assert_eq!(fiscal.acp.expect("a test").by, Date::new(2026, 12, 15).ok());
    let beyond = tested(|entry| entry.plan.plan_year_ends = Some(200));
    tells(&beyond, "P11", Severity::Attention, &["March 15, 2027"]);
}

/// What follows from paychecks is never taken from figures that they replace.
#[test]
fn p22_acp_waits() {
    let with = |birth_date: Option<Date>, edit: fn(&mut YearRecord)| {
        let mut entry = YearRecord { highly_compensated: Answer::Yes, ..YearRecord::new(2026) };
        entry.plan.after_tax = Answer::Yes;
        entry.plan.in_plan_rollover = Answer::Yes;
        entry.plan.others_average = "4".parse().ok();
        entry.payroll.cadence = Cadence::Monthly;
        entry.payroll.pay = Some(money("30,000"));
        // Out of date: the paychecks give 360,000.
        entry.income = Some(Income::Wages { pay: money("10,000") });
        entry.contributions.after_tax = money("30,000");
        edit(&mut entry);
        let record = Record { birth_date, years: vec![entry], ..Record::default() };
        worksheets::plan(&record, 2026, Date::new(2026, 11, 24).expect("a day")).expect("a result")
    };
    let waits = with(None, |_| {});
    tells(&waits, "P22", Severity::Attention, &["Enter your birth date"]);
    tells(&waits, "P11", Severity::Attention, &[]);
    hides(&waits, "P14");
    assert!(waits.acp.is_none());
    let known = with(Date::new(1985, 3, 31).ok(), |_| {});
    tells(&known, "P14", Severity::Attention, &["$8,400.00 of your"]);
    hides(&known, "P22");
    for edit in [
        (|entry| entry.highly_compensated = Answer::No) as fn(&mut YearRecord),
        |entry| entry.plan.others_average = None,
        |entry| entry.union_contract = Answer::Yes,
        |entry| entry.plan.employer = EmployerKind::Government,
    ] {
        hides(&with(None, edit), "P22");
    }
    // Without paychecks the birth date is not needed.
    let by_hand = with(None, |entry| {
        entry.payroll.pay = None;
        entry.income = Some(Income::Wages { pay: money("360,000") });
    });
    tells(&by_hand, "P14", Severity::Attention, &["$8,400.00 of your"]);
    hides(&by_hand, "P22");
}

#[test]
fn p07_goes_by_elections_where_paychecks_are_entered() {
    let with = |elected: &str, to_come: &str| {
        edited(|entry| {
            entry.plan.kind = PlanKind::ProfitSharing;
            entry.payroll.cadence = Cadence::Monthly;
            entry.payroll.pay = Some(money("10,000"));
            entry.payroll.pre_tax = Election::Dollars(money(elected));
            entry.contributions.pre_tax.to_come = money(to_come);
        })
    };
    // No birth date, so that no paychecks can be worked out: what was typed instead is stale.
    tells(&with("500", "0"), "P07", Severity::Attention, &[]);
    hides(&with("0", "900"), "P07");
}

#[test]
fn p19_church_plan_test() {
    use EmployerKind::{Church, Company};
    use PlanKind::{Plan401k, Plan403b, ProfitSharing};
    for kind in [Plan401k, ProfitSharing] {
        let doubtful = highly_compensated(Answer::Yes, Church, kind);
        tells(&doubtful, "P19", Severity::Attention, &["does not clearly say so"]);
        hides(&doubtful, "P15");
        hides(&doubtful, "P11");
    }
    hides(&highly_compensated(Answer::Yes, Church, Plan403b), "P19");
    hides(&highly_compensated(Answer::No, Church, Plan401k), "P19");
    hides(&highly_compensated(Answer::Yes, Company, Plan401k), "P19");
}

#[test]
fn p20_two_plans_of_one_employer() {
    use PlanKind::{Governmental401a, Plan401k, Plan403b};
    let with = |kind, relation| {
        edited(|entry| {
            entry.plan.kind = kind;
            entry.plan.employer = EmployerKind::Government;
            entry.other_jobs.push(OtherJob { relation, ..OtherJob::default() });
        })
    };
    let says = ["401(a)", "unless you control the employer"];
    tells(&with(Plan403b, Relation::Unrelated), "P20", Severity::Note, &says);
    tells(
        &with(Governmental401a, Relation::Related),
        "P20",
        Severity::Note,
        &["has a 403(b)", "count toward your own limit"],
    );
    hides(&with(Plan403b, Relation::Same403b), "P20");
    hides(&with(Governmental401a, Relation::Same403b), "P20");
    hides(&with(Plan401k, Relation::Unrelated), "P20");
}

#[test]
fn p21_mutual_funds_403b() {
    let with = |birth_date: Option<&str>, edit: fn(&mut YearRecord)| {
        let mut entry = YearRecord { highly_compensated: Answer::No, ..YearRecord::new(2026) };
        entry.plan.kind = PlanKind::Plan403b;
        entry.plan.employer = EmployerKind::Nonprofit;
        entry.plan.after_tax = Answer::Yes;
        entry.plan.in_service_withdrawal = Answer::Yes;
        entry.plan.in_plan_rollover = Answer::No;
        edit(&mut entry);
        let birth_date = birth_date.and_then(|day| day.parse().ok());
        let record = Record { birth_date, years: vec![entry], ..Record::default() };
        worksheets::plan(&record, 2026, Date::new(2026, 11, 24).expect("a day")).expect("a result")
    };
    for birth_date in [None, Some("1985-03-31"), Some("1967-06-01")] {
        let young = with(birth_date, |_| {});
        tells(&young, "P21", Severity::Attention, &["mutual funds", "inside the plan is allowed at any age"]);
        assert!(!young.rows[1].means.contains("no minimum age"), "{}", young.rows[1].means);
    }
    hides(&with(Some("1967-05-24"), |_| {}), "P21");
    hides(&with(None, |entry| entry.plan.in_plan_rollover = Answer::Yes), "P21");
    hides(&with(None, |entry| entry.plan.in_service_withdrawal = Answer::Unknown), "P21");
    let other = with(None, |entry| entry.plan.kind = PlanKind::Plan401k);
    hides(&other, "P21");
    assert!(other.rows[1].means.contains("no minimum age"));
}

#[test]
fn p15_no_acp_test() {
    use EmployerKind::{Church, Company, Government, OwnBusiness};
    use PlanKind::{Governmental401a, Plan401k, Plan403b, Solo401k};
    for (employer, kind, says) in [
        (Government, Plan403b, "Government plans"),
        (Company, Governmental401a, "Government plans"),
        (Church, Plan403b, "A church’s 403(b)"),
        (OwnBusiness, Plan401k, "nobody to compare"),
        (Company, Solo401k, "first employee"),
    ] {
        tells(&highly_compensated(Answer::Yes, employer, kind), "P15", Severity::Note, &[says]);
        hides(&highly_compensated(Answer::No, employer, kind), "P15");
    }
    hides(&highly_compensated(Answer::Yes, Company, Plan401k), "P15");
}

#[test]
fn p16_custom_document() {
    let with = |kind, after_tax| {
        edited(|entry| {
            entry.plan.kind = kind;
            entry.plan.after_tax = after_tax;
        })
    };
    tells(&with(PlanKind::Solo401k, Answer::Unknown), "P16", Severity::Attention, &["most brokers"]);
    tells(&with(PlanKind::Solo401k, Answer::Yes), "P16", Severity::Note, &[]);
    hides(&with(PlanKind::Plan401k, Answer::Unknown), "P16");
}

#[test]
fn p17_own_business_joins_403b() {
    let with = |kind, relation| {
        edited(|entry| {
            entry.plan.kind = kind;
            entry.other_jobs.push(OtherJob { relation, ..OtherJob::default() });
        })
    };
    tells(&with(PlanKind::Plan403b, Relation::Unrelated), "P17", Severity::Note, &["more than half"]);
    hides(&with(PlanKind::Plan403b, Relation::Own403b), "P17");
    hides(&with(PlanKind::Plan401k, Relation::Unrelated), "P17");
}

#[test]
fn p18_employer_of_403b() {
    let with = |kind, employer| highly_compensated(Answer::No, employer, kind);
    tells(&with(PlanKind::Plan403b, EmployerKind::Company), "P18", Severity::Attention, &["not a company"]);
    hides(&with(PlanKind::Plan403b, EmployerKind::Nonprofit), "P18");
    hides(&with(PlanKind::Plan401k, EmployerKind::Company), "P18");
}
