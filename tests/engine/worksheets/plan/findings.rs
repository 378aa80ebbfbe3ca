//! One test for each finding of the Plan Feature Checklist: it appears with its
//! severity and its figures, and it does not appear in the case next door.

use crate::support::findings::{finding, hides, tells};
use crate::support::values::{money, so_far};
use crate::support::worksheets;
use planner::date::Date;
use planner::explain::Severity;
use planner::record::{
    Answer, Destination, Election, EmployerKind, Income, OtherJob, PlanKind, Record, Relation, YearRecord,
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
    use PlanKind::{Governmental457b, Sarsep, Sep, Simple401k, SimpleIra, Starter401k, TaxExempt457b, Tsp};
    for (kind, says) in [
        (Governmental457b, "limit on deferrals is separate"),
        (TaxExempt457b, "no Roth account either"),
        (Tsp, "January 28, 2026"),
        (SimpleIra, "and nothing else"),
        (Simple401k, "ordinary 401(k)"),
        (Starter401k, "deferrals only"),
        (Sep, "employer money only"),
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
        &["For 2026 it is $24,500.00."],
    );
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
    tells(&with(Some(0)), "P10", Severity::Attention, &["Leave the number empty"]);
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
        let says = ["March 15, 2027", "safe harbor 401(k) is not free", "1.25 times"];
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
    tells(&open, "P12", Severity::Attention, &["more than $160,000.00 in 2025", "more than 5%"]);
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
    tells(&with(Answer::No, "160,000.01"), "P13", Severity::Attention, &["$160,000.01 exceed $160,000.00", "fifth"]);
    hides(&with(Answer::No, "160,000"), "P13");
    hides(&with(Answer::Yes, "176,100"), "P13");
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
    let says =
        ["average 4%", "may average 6%", "$21,600.00", "11.33%", "$19,200.00", "March 15, 2027", "$10,800.00 can"];
    tells(&failing, "P14", Severity::Attention, &says);
    hides(&failing, "P11");
    tells(&averaged(Answer::Unknown, "30,000", Some("400,000")), "P14", Severity::Attention, &["$19,200.00"]);
    let passing = averaged(Answer::Yes, "10,800", Some("400,000"));
    tells(&passing, "P14", Severity::Note, &["Nothing you entered would come back", "$10,800.00 of after-tax money"]);
    tells(&averaged(Answer::Yes, "10,800.01", Some("400,000")), "P14", Severity::Attention, &["$0.01 of your"]);
    hides(&averaged(Answer::No, "30,000", Some("400,000")), "P14");
    let no_pay = averaged(Answer::Yes, "30,000", None);
    hides(&no_pay, "P14");
    tells(&no_pay, "P11", Severity::Attention, &[]);
}

#[test]
fn p15_no_acp_test() {
    use EmployerKind::{Church, Company, Government, OwnBusiness};
    use PlanKind::{Governmental401a, Plan401k, Plan403b, Solo401k};
    for (employer, kind, says) in [
        (Government, Plan403b, "governments"),
        (Company, Governmental401a, "governments"),
        (Church, Plan403b, "chosen to be under"),
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
    tells(&with(PlanKind::Plan403b, EmployerKind::Company), "P18", Severity::Attention, &["not to a company"]);
    hides(&with(PlanKind::Plan403b, EmployerKind::Nonprofit), "P18");
    hides(&with(PlanKind::Plan401k, EmployerKind::Company), "P18");
}
