//! One test for each finding of the landing spot: it appears with its severity and its
//! figures, and it does not appear in the case next door. Then what the plan leaves
//! open, what each fact speaks for, and what the worksheet says at its end.
//!
//! The person is born on May 20, 1980, so turns 59½ on November 20, 2039 and is 46 on
//! the day of the worksheet, June 15, 2026.

use crate::support::findings::{hides, shows};
use crate::support::values::{day, money};
use crate::support::worksheets;
use planner::explain::Severity;
use planner::money::Money;
use planner::record::{
    Answer, Better, Conversion, Destination, EmployerKind, Path, PlanKind, PlanName, Record, Spot, TransferTiming,
    YearRecord,
};
use planner::report::Report;
use planner::worksheets::landing::{Fact, Favors, LandingSpot, Topic};
use planner::worksheets::year::NotReady;

/// A plan that allows both spots, with the Roth IRA's clock long since met.
fn open_plan() -> YearRecord {
    let mut entry = YearRecord::new(2026);
    entry.plan.after_tax = Answer::Yes;
    entry.plan.in_service_withdrawal = Answer::Yes;
    entry.plan.in_plan_rollover = Answer::Yes;
    entry.landing.roth_ira_since = Some(2010);
    entry.landing.plan_roth_since = Some(2012);
    entry
}

#[track_caller]
fn born(birth_date: &str, edit: impl FnOnce(&mut YearRecord)) -> LandingSpot {
    let mut entry = open_plan();
    edit(&mut entry);
    let year = entry.year;
    let record = Record { birth_date: Some(day(birth_date)), years: vec![entry], ..Record::default() };
    assert_eq!(Record::from_json(&record.to_json()).as_ref(), Ok(&record), "a record that can be saved");
    worksheets::landing(&record, year, day("2026-06-15")).unwrap_or_else(|error| panic!("{error}"))
}

#[track_caller]
fn edited(edit: impl FnOnce(&mut YearRecord)) -> LandingSpot {
    born("1980-05-20", edit)
}

fn as_it_is(_: &mut YearRecord) {}

/// A conversion by this path of which a tenth is earnings.
fn converted(date: &str, amount: &str, path: Path) -> Conversion {
    let amount = money(amount);
    let earnings = amount.pro_rata(Money::dollars(1), Money::dollars(10));
    Conversion {
        date: day(date),
        amount,
        path,
        plan_basis: None,
        plan_earnings: Some(earnings),
        destination: String::new(),
        confirmation: String::new(),
        plan: PlanName::ThisJob,
        rolled_over: None,
        rolled_over_on: None,
        received_on: None,
        to_traditional: None,
    }
}

fn chose(entry: &mut YearRecord, spot: Spot, chosen_on: &str) {
    entry.landing.spot = spot;
    entry.landing.chosen_on = Some(day(chosen_on));
}

#[track_caller]
fn fact(landing: &LandingSpot, topic: Topic) -> &Fact {
    landing.facts.iter().find(|fact| fact.topic() == topic).unwrap_or_else(|| panic!("no {topic:?}"))
}

#[test]
fn a_settled_choice_has_no_finding_but_the_guide_s() {
    let landing = edited(|entry| chose(entry, Spot::RothIra, "2026-01-05"));
    assert_eq!(landing.findings.len(), 1, "{:?}", landing.findings);
    shows(&landing, "L15", Severity::Note, &["Since 2024 neither has any", "Until 2023"]);
}

#[test]
fn l01_not_chosen() {
    shows(&edited(as_it_is), "L01", Severity::Attention, &["before the next transfer", "cannot be undone"]);
    hides(&edited(|entry| chose(entry, Spot::Roth401k, "2026-01-05")), "L01");
    let asks = edited(|entry| entry.plan.in_plan_rollover = Answer::Unknown);
    shows(&asks, "L01", Severity::Attention, &[]);
    hides(&edited(|entry| entry.plan.in_plan_rollover = Answer::No), "L01");
    hides(&edited(|entry| entry.plan.after_tax = Answer::No), "L01");
}

#[test]
fn l02_chosen_closed() {
    let with = |spot, in_plan| {
        edited(|entry| {
            chose(entry, spot, "2026-01-05");
            entry.plan.in_plan_rollover = in_plan;
        })
    };
    let closed = with(Spot::Roth401k, Answer::No);
    shows(&closed, "L02", Severity::Problem, &["plan’s Roth account", "the Roth IRA is open"]);
    hides(&with(Spot::Roth401k, Answer::Unknown), "L02");
    hides(&with(Spot::RothIra, Answer::No), "L02");
    let no_account = edited(|entry| {
        chose(entry, Spot::Roth401k, "2026-01-05");
        entry.plan.roth_deferrals = Answer::No;
    });
    shows(&no_account, "L02", Severity::Problem, &[]);
}

#[test]
fn l03_only_one() {
    let ira = edited(|entry| entry.plan.in_plan_rollover = Answer::No);
    shows(&ira, "L03", Severity::Note, &["Only the Roth IRA is open"]);
    let plan = edited(|entry| entry.plan.in_service_withdrawal = Answer::No);
    shows(&plan, "L03", Severity::Note, &["Only the plan’s Roth account is open", "roll that account over"]);
    hides(&edited(as_it_is), "L03");
    hides(&edited(|entry| entry.plan.in_plan_rollover = Answer::Unknown), "L03");
}

#[test]
fn l04_none_open() {
    let with = |kind, after_tax| {
        edited(|entry| {
            entry.plan.kind = kind;
            entry.plan.after_tax = after_tax;
        })
    };
    shows(&with(PlanKind::Tsp, Answer::Yes), "L04", Severity::Problem, &["Thrift Savings Plan"]);
    shows(&with(PlanKind::Plan401k, Answer::No), "L04", Severity::Problem, &["no after-tax contributions"]);
    hides(&with(PlanKind::Plan401k, Answer::Unknown), "L04");
    let by_destination = |in_plan| {
        edited(|entry| {
            entry.plan.in_service_withdrawal = Answer::Unknown;
            entry.plan.in_plan_rollover = in_plan;
            entry.plan.destination = Destination::Roth401k;
        })
    };
    shows(&by_destination(Answer::No), "L04", Severity::Problem, &["neither to a Roth IRA nor"]);
    hides(&by_destination(Answer::Yes), "L04");
}

#[test]
fn l05_ask_first() {
    let with = |withdrawal, in_plan, destination| {
        edited(|entry| {
            entry.plan.in_service_withdrawal = withdrawal;
            entry.plan.in_plan_rollover = in_plan;
            entry.plan.destination = destination;
        })
    };
    use Answer::{No, Unknown, Yes};
    for destination in [Destination::Unknown, Destination::Both] {
        let both = with(Unknown, Unknown, destination);
        shows(&both, "L05", Severity::Attention, &["the Roth IRA and to the plan’s Roth account"]);
        shows(&with(Yes, Unknown, destination), "L05", Severity::Attention, &["go to the plan’s Roth account while"]);
        shows(&with(Unknown, No, destination), "L05", Severity::Attention, &["go to the Roth IRA while"]);
        hides(&with(Yes, Yes, destination), "L05");
    }
    hides(&with(Unknown, Yes, Destination::Roth401k), "L05");
    hides(&with(Yes, No, Destination::Unknown), "L05");
}

#[test]
fn l06_contradiction() {
    let with = |withdrawal, in_plan, destination| {
        edited(|entry| {
            entry.plan.in_service_withdrawal = withdrawal;
            entry.plan.in_plan_rollover = in_plan;
            entry.plan.destination = destination;
        })
    };
    use Answer::{No, Unknown, Yes};
    use Destination::{Both, Roth401k, RothIra};
    for (landing, says) in [
        (with(No, Yes, RothIra), "none can leave"),
        (with(No, Yes, Both), "none can leave"),
        (with(Yes, No, Both), "none can be converted inside"),
        (with(Yes, Yes, Roth401k), "must offer a direct rollover"),
        (with(Yes, Yes, RothIra), "only to a Roth IRA"),
    ] {
        shows(&landing, "L06", Severity::Attention, &[says]);
    }
    let no_account = edited(|entry| {
        entry.plan.destination = Both;
        entry.plan.roth_deferrals = No;
    });
    shows(&no_account, "L06", Severity::Attention, &["accepts no Roth deferrals"]);
    for landing in [
        with(Yes, Yes, Both),
        with(Yes, Yes, Destination::Unknown),
        with(Yes, No, RothIra),
        with(No, Yes, Roth401k),
        with(Unknown, Yes, Roth401k),
        with(Unknown, Unknown, RothIra),
    ] {
        hides(&landing, "L06");
    }
}

#[test]
fn l07_elsewhere() {
    let with = |spot, conversions: Vec<Conversion>| {
        edited(|entry| {
            chose(entry, spot, "2026-03-10");
            entry.ledger.conversions = conversions;
        })
    };
    let in_plan = |date: &str| converted(date, "1,000", Path::InPlan);
    let one = with(Spot::RothIra, vec![in_plan("2026-03-09"), in_plan("2026-03-10")]);
    shows(&one, "L07", Severity::Attention, &["$1,000.00 of the conversion of March 10, 2026"]);
    let two = with(Spot::RothIra, vec![in_plan("2026-03-10"), in_plan("2026-04-10")]);
    shows(&two, "L07", Severity::Attention, &["$2,000.00 of 2 conversions since March 10, 2026"]);
    hides(&with(Spot::RothIra, vec![in_plan("2026-03-09")]), "L07");
    hides(&with(Spot::Roth401k, vec![in_plan("2026-03-10")]), "L07");
    hides(&with(Spot::RothIra, vec![converted("2026-03-10", "1,000", Path::RothIra)]), "L07");
    hides(&with(Spot::RothIra, vec![converted("2026-03-10", "1,000", Path::Split)]), "L07");
    let split = with(Spot::Roth401k, vec![converted("2026-03-10", "1,000", Path::Split)]);
    shows(&split, "L07", Severity::Attention, &["$1,000.00"]);
    // Another plan's conversions are none of this choice.
    hides(&with(Spot::RothIra, vec![Conversion { plan: "Old job".into(), ..in_plan("2026-03-10") }]), "L07");
}

#[test]
fn l07_of_a_payment_what_was_kept() {
    let paid = |rolled: Option<&str>| {
        edited(|entry| {
            chose(entry, Spot::RothIra, "2026-03-10");
            let payment = converted("2026-04-10", "1,000", Path::PaidOut);
            entry.ledger.conversions = vec![Conversion { rolled_over: rolled.map(money), ..payment }];
        })
    };
    let went = |landing: &LandingSpot| -> Vec<(String, &'static str)> {
        let choice = landing.choice.as_ref().expect("a choice");
        choice.elsewhere.iter().map(|elsewhere| (elsewhere.amount.plain(), elsewhere.went.in_words())).collect()
    };
    assert_eq!(went(&paid(None)), [("1000.00".to_owned(), "Paid to you, and not rolled over")]);
    assert_eq!(went(&paid(Some("0"))), [("1000.00".to_owned(), "Paid to you, and not rolled over")]);
    assert_eq!(went(&paid(Some("999.99"))), [("0.01".to_owned(), "Paid to you, and this part not rolled over")]);
    assert_eq!(went(&paid(Some("1,000"))), []);
}

#[test]
fn l08_chosen_after() {
    let with = |date: &str| {
        edited(|entry| {
            chose(entry, Spot::RothIra, "2026-03-10");
            entry.ledger.conversions = vec![converted(date, "1,000", Path::RothIra)];
        })
    };
    shows(&with("2026-03-09"), "L08", Severity::Note, &["March 10, 2026", "after 1 conversion of the year"]);
    hides(&with("2026-03-10"), "L08");
}

#[test]
fn l09_undated() {
    let with = |chosen_on: Option<&str>| {
        edited(|entry| {
            entry.landing.spot = Spot::RothIra;
            entry.landing.chosen_on = chosen_on.map(day);
            entry.ledger.conversions = vec![converted("2026-01-02", "1,000", Path::InPlan)];
        })
    };
    let undated = with(None);
    shows(&undated, "L09", Severity::Attention, &["all conversions of 2026"]);
    // All conversions of the year are compared.
    shows(&undated, "L07", Severity::Attention, &["$1,000.00"]);
    hides(&with(Some("2026-01-05")), "L09");
    hides(&edited(as_it_is), "L09");
}

#[test]
fn l10_dated_ahead() {
    let with = |chosen_on: &str| edited(|entry| chose(entry, Spot::RothIra, chosen_on));
    let ahead = with("2026-06-16");
    shows(&ahead, "L10", Severity::Attention, &["June 16, 2026"]);
    assert!(!ahead.choice.expect("a choice").before_next_transfer);
    let today = with("2026-06-15");
    hides(&today, "L10");
    assert!(today.choice.expect("a choice").before_next_transfer);
}

#[test]
fn l11_roth_ira_not_started() {
    let not_started = |entry: &mut YearRecord| entry.landing.roth_ira_since = None;
    shows(
        &edited(not_started),
        "L11",
        Severity::Note,
        &["begin in 2026", "January 1, 2031", "even if you choose the plan"],
    );
    hides(&edited(as_it_is), "L11");
    // 59½ on January 1, 2031 is in time with a clock that starts now; a day earlier it waits.
    shows(&born("1971-07-01", not_started), "L11", Severity::Note, &[]);
    shows(&born("1971-06-30", not_started), "L11", Severity::Attention, &[]);
    let by_ledger = edited(|entry| {
        not_started(entry);
        entry.ledger.conversions = vec![converted("2026-01-02", "1,000", Path::RothIra)];
    });
    hides(&by_ledger, "L11");
}

#[test]
fn l12_plan_clock_at_leaving() {
    let with = |leaves, since| {
        born("1972-01-20", |entry| {
            entry.landing.leaves_from_55 = leaves;
            entry.landing.plan_roth_since = since;
        })
    };
    let says = ["January 1, 2027", "as long as the money stays", "end on January 1, 2015."];
    shows(&with(Answer::Yes, Some(2022)), "L12", Severity::Attention, &says);
    shows(&with(Answer::Yes, None), "L12", Severity::Attention, &["January 1, 2031"]);
    hides(&with(Answer::Yes, Some(2021)), "L12");
    hides(&with(Answer::No, Some(2022)), "L12");
    hides(&with(Answer::Unknown, Some(2022)), "L12");
}

#[test]
fn l13_needed_early_in_plan() {
    let with = |needed, withdrawal, spot| {
        edited(|entry| {
            entry.landing.needed_early = needed;
            entry.plan.in_service_withdrawal = withdrawal;
            entry.landing.spot = spot;
        })
    };
    use Answer::{No, Unknown, Yes};
    shows(&with(Yes, No, Spot::Open), "L13", Severity::Attention, &["allows only its own Roth account"]);
    shows(&with(Yes, Yes, Spot::Roth401k), "L13", Severity::Attention, &["chose the plan’s Roth account"]);
    hides(&with(Yes, Yes, Spot::RothIra), "L13");
    hides(&with(Yes, Yes, Spot::Open), "L13");
    hides(&with(Unknown, No, Spot::Open), "L13");
    hides(&with(No, No, Spot::Open), "L13");
    // On the day of 59½ nothing is early any more: born December 15, 1966.
    let at = |birth_date: &str| {
        born(birth_date, |entry| {
            entry.landing.needed_early = Yes;
            entry.plan.in_service_withdrawal = No;
        })
    };
    shows(&at("1966-12-16"), "L13", Severity::Attention, &[]);
    hides(&at("1966-12-15"), "L13");
}

#[test]
fn l14_leaving_from_55() {
    let with = |leaves, spot| {
        born("1972-01-20", |entry| {
            entry.landing.leaves_from_55 = leaves;
            entry.landing.spot = spot;
        })
    };
    let says = ["January 1, 2027", "no 10% tax", "Earnings are still income"];
    shows(&with(Answer::Yes, Spot::Open), "L14", Severity::Note, &says);
    shows(&with(Answer::Yes, Spot::RothIra), "L14", Severity::Attention, &says);
    hides(&with(Answer::No, Spot::Open), "L14");
    hides(&with(Answer::Unknown, Spot::Open), "L14");
    let leaves = |entry: &mut YearRecord| entry.landing.leaves_from_55 = Answer::Yes;
    shows(&born("1966-12-16", leaves), "L14", Severity::Note, &[]);
    hides(&born("1966-12-15", leaves), "L14");
    let no_account = born("1972-01-20", |entry| {
        leaves(entry);
        entry.plan.in_plan_rollover = Answer::No;
    });
    hides(&no_account, "L14");
}

#[test]
fn l15_required_distributions() {
    shows(&edited(as_it_is), "L15", Severity::Note, &["Roth 401(k)", "Since 2024", "favors neither"]);
    let fact = fact(&edited(as_it_is), Topic::RequiredDistributions).clone();
    assert_eq!((fact.favors(), fact.matters()), (Favors::Neither, false));
    assert!(fact.words().for_you.contains("The guide names this as a reason"));
}

#[test]
fn l16_under_recapture() {
    let with = |birth_date: &str, date: &str| {
        let mut entry = open_plan();
        entry.year = date.get(..4).and_then(|year| year.parse().ok()).expect("a year");
        entry.ledger.conversions =
            vec![converted(date, "1,234.50", Path::InPlan), converted(date, "1,000", Path::RothIra)];
        let record = Record { birth_date: Some(day(birth_date)), years: vec![entry, open_plan()], ..Record::default() };
        worksheets::landing(&record, 2026, day("2026-06-15")).expect("a result")
    };
    // 123.45 and 100.00 were taxable; a tenth of 223.45 rounds to 22.35.
    let open = with("1980-05-20", "2022-03-01");
    shows(&open, "L16", Severity::Note, &["$223.45", "$22.35", "January 1, 2027"]);
    hides(&with("1980-05-20", "2021-12-31"), "L16");
    shows(&with("1966-12-16", "2022-03-01"), "L16", Severity::Note, &["June 16, 2026"]);
    hides(&with("1966-12-15", "2022-03-01"), "L16");
}

#[test]
fn l17_own_plan() {
    let with = |kind, employer| {
        edited(|entry| {
            entry.plan.kind = kind;
            entry.plan.employer = employer;
        })
    };
    use EmployerKind::{Church, Company, Government, OwnBusiness};
    for landing in [with(PlanKind::Solo401k, Company), with(PlanKind::Plan401k, OwnBusiness)] {
        shows(&landing, "L17", Severity::Note, &["ERISA", "In bankruptcy it is safe"]);
        let creditors = fact(&landing, Topic::Creditors);
        assert_eq!((creditors.favors(), creditors.matters()), (Favors::Neither, true));
    }
    for (landing, favors) in [
        (with(PlanKind::Plan401k, Company), Favors::Plan),
        (with(PlanKind::Plan403b, Church), Favors::Neither),
        (with(PlanKind::Plan403b, Government), Favors::Neither),
        (with(PlanKind::Governmental401a, Company), Favors::Neither),
    ] {
        hides(&landing, "L17");
        assert_eq!(fact(&landing, Topic::Creditors).favors(), favors);
    }
}

#[test]
fn l18_lends() {
    let with = |lends| edited(|entry| entry.landing.plan_loans = lends);
    let lends = with(Answer::Yes);
    shows(&lends, "L18", Severity::Note, &["no longer counts"]);
    assert_eq!((fact(&lends, Topic::Loans).favors(), fact(&lends, Topic::Loans).matters()), (Favors::Plan, true));
    for other in [with(Answer::No), with(Answer::Unknown)] {
        hides(&other, "L18");
        assert!(!fact(&other, Topic::Loans).matters());
    }
}

#[test]
fn l19_suspends() {
    let with = |suspends, withdrawal, spot| {
        edited(|entry| {
            entry.plan.suspends_contributions = suspends;
            entry.plan.in_service_withdrawal = withdrawal;
            entry.landing.spot = spot;
        })
    };
    use Answer::{No, Unknown, Yes};
    shows(&with(Yes, Yes, Spot::Open), "L19", Severity::Note, &["for how long"]);
    shows(&with(Yes, Unknown, Spot::RothIra), "L19", Severity::Attention, &[]);
    hides(&with(Yes, No, Spot::Open), "L19");
    hides(&with(No, Yes, Spot::RothIra), "L19");
    hides(&with(Unknown, Yes, Spot::RothIra), "L19");
}

#[test]
fn l20_earlier_in_ledger() {
    let with = |path, since| {
        edited(|entry| {
            entry.ledger.conversions = vec![converted("2026-01-02", "1,000", path)];
            entry.landing.roth_ira_since = Some(since);
            entry.landing.plan_roth_since = Some(since);
        })
    };
    shows(&with(Path::RothIra, 2027), "L20", Severity::Attention, &["the Roth IRA", "2027", "2026"]);
    shows(&with(Path::InPlan, 2027), "L20", Severity::Attention, &["the plan’s Roth account"]);
    hides(&with(Path::RothIra, 2026), "L20");
    hides(&with(Path::InPlan, 2025), "L20");
}

#[test]
fn what_matters_comes_first_and_speaks_by_the_answers() {
    let landing = edited(|entry| {
        entry.landing.needed_early = Answer::Yes;
        entry.landing.investments = Better::RothIra;
        entry.landing.lower_costs = Better::Plan;
        entry.plan.transfer_timing = TransferTiming::Automatic;
        entry.plan.suspends_contributions = Answer::Yes;
        entry.plan.transfer_fee = Some(money("25"));
    });
    assert!(landing.facts.is_sorted_by_key(|fact| !fact.matters()));
    let matters: Vec<(Topic, Favors)> =
        landing.facts.iter().filter(|fact| fact.matters()).map(|fact| (fact.topic(), fact.favors())).collect();
    assert_eq!(
        matters,
        [
            (Topic::Reach, Favors::RothIra),
            (Topic::FirstHome, Favors::RothIra),
            (Topic::Suspension, Favors::Plan),
            (Topic::Investments, Favors::RothIra),
            (Topic::Costs, Favors::Plan),
            (Topic::TransferFee, Favors::Neither),
            (Topic::Effort, Favors::Plan),
            (Topic::MovingLater, Favors::Plan),
        ]
    );
    assert_eq!(landing.facts.len(), 16);
    assert!(fact(&landing, Topic::TransferFee).words().for_you.contains("$25.00"));
    assert_eq!(
        landing.closing.decision,
        "Your plan allows both spots, and the choice is yours. For you, access to the converted money, a first home and investments favor the Roth IRA; suspended contributions, yearly costs, paperwork and moving it later favor the plan’s Roth account."
    );
}

#[test]
fn age_decides_what_matters() {
    let of_age = born("1960-01-20", |entry| {
        entry.landing.needed_early = Answer::Yes;
        entry.landing.leaves_from_55 = Answer::Yes;
        chose(entry, Spot::RothIra, "2026-01-05");
    });
    assert_eq!(of_age.facts.iter().filter(|fact| fact.matters()).count(), 0);
    assert_eq!(fact(&of_age, Topic::Reach).favors(), Favors::Neither);
    // At 57 a clock that starts now outlasts 59½, and the plan's is met before.
    let late = born("1969-01-20", |entry| entry.landing.roth_ira_since = None);
    let clocks = fact(&late, Topic::Clocks);
    assert_eq!((clocks.favors(), clocks.matters()), (Favors::Plan, true));
    assert!(
        clocks.words().for_you.contains("January 1, 2031") && clocks.words().for_you.contains("July 20, 2028"),
        "{clocks:?}"
    );
    // From the year of turning 50 on, leaving from 55 is asked about.
    let matters = |birth_date: &str| fact(&born(birth_date, as_it_is), Topic::LeavingFrom55).matters();
    assert!(matters("1976-12-31") && !matters("1977-01-01"));
    let officer = born("1976-01-20", |entry| entry.plan.employer = EmployerKind::Government);
    assert!(fact(&officer, Topic::LeavingFrom55).words().for_you.contains("the age is 50, or 25 years of service"));
}

#[test]
fn the_closing_never_chooses_and_has_the_words() {
    let open = edited(as_it_is);
    assert!(open.closing.words.is_none() && open.closing.by == Some(day("2026-12-31")));
    let ira = edited(|entry| {
        chose(entry, Spot::RothIra, "2026-01-05");
        entry.landing.reason = " One place for everything. ".to_owned();
    });
    assert_eq!(
        ira.closing.decision,
        "You chose the Roth IRA on January 5, 2026: “One place for everything.” Your plan allows it."
    );
    let words = ira.closing.words.expect("words");
    assert!(words.contains("as trustee or custodian, FBO [my name]") && words.contains("direct rollover"), "{words}");
    let plan = edited(|entry| chose(entry, Spot::Roth401k, "2026-01-05"));
    assert!(plan.closing.words.expect("words").contains("in-plan Roth direct rollover"));
    let only = edited(|entry| entry.plan.in_service_withdrawal = Answer::No);
    assert!(only.closing.words.expect("words").contains("in-plan Roth direct rollover"));
    assert!(only.closing.decision.contains("nothing to choose"));
    let ask = edited(|entry| entry.plan.in_service_withdrawal = Answer::Unknown);
    assert!(
        ask.closing.decision.starts_with("Ask first: you haven’t found out yet whether your plan allows the Roth IRA.")
    );
    let question = ask.closing.words.expect("a question");
    assert!(question.contains("Can I take them out") && !question.contains("Can I convert them"), "{question}");
    let closed = edited(|entry| entry.plan.after_tax = Answer::No);
    assert!(closed.closing.words.is_none() && closed.closing.by.is_none());
    assert!(closed.closing.decision.starts_with("There is no landing spot to choose."));
    let past = edited(|entry| entry.year = 2025);
    assert!(
        past.closing.by.is_none()
            && past.closing.decision.starts_with("2025 is over")
            && past.closing.next_action.contains("Nothing is left to choose")
    );
}

#[test]
fn what_is_missing_is_said() {
    let today = day("2026-06-15");
    let years = vec![open_plan()];
    let without = Record { years: years.clone(), ..Record::default() };
    assert_eq!(worksheets::landing(&without, 2025, today), Err(NotReady::NoSuchYear { year: 2025 }));
    let error = worksheets::landing(&without, 2026, today).expect_err("no birth date");
    assert_eq!(error.to_string(), "Enter your birth date: catch-up and access to the money depend on your age.");
    let born = |text: &str| Record { birth_date: Some(day(text)), years: years.clone(), ..Record::default() };
    assert_eq!(worksheets::landing(&born("2026-06-16"), 2026, today), Err(NotReady::NotBorn));
    assert!(worksheets::landing(&born("2026-06-15"), 2026, today).is_ok());
}

#[test]
fn the_report_shows_what_matters_open_and_the_rest_folded() {
    let landing = edited(|entry| {
        chose(entry, Spot::RothIra, "2026-01-05");
        entry.landing.needed_early = Answer::Yes;
        let dates = (1..=13).map(|day| format!("2026-02-{day:02}"));
        entry.ledger.conversions = dates.map(|date| converted(&date, "100", Path::InPlan)).collect();
    });
    let report = Report::from(landing);
    let tables: Vec<(&str, bool, usize)> =
        report.tables.iter().map(|table| (table.id.as_str(), table.folded, table.rows.len())).collect();
    assert_eq!(
        tables,
        [
            ("facts", false, 3),
            ("access", false, 3),
            ("clocks", false, 2),
            ("recapture", true, 13),
            ("elsewhere", false, 13),
            ("facts-other", true, 13),
        ]
    );
    for table in &report.tables {
        assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.id);
    }
    assert_eq!((report.headline.id.as_str(), report.headline.figure.as_str()), ("landing", "Roth IRA"));
    assert!(report.closing.mail && !report.headline.grave);
}
