//! One test for each finding of the conversions worksheet: it appears with its severity
//! and its figures, and it does not appear in the case next door. Then what the worksheet
//! says at its end, its price of waiting, its checks, its checklist and its table.
//!
//! All figures follow by hand from one plan that accounts for after-tax money apart:
//! 1,596.15 on January 16 and February 13 of 2026, a balance of 3,200.00 on February 27,
//! and 3,200.00 converted inside the plan on that day, so that 7.70 is taxable.

use crate::support::findings::{finding, hides, says, shows};
use crate::support::values::{day, money};
use crate::support::worksheets;
use planner::date::Date;
use planner::explain::Severity;
use planner::money::Money;
use planner::record::{
    Answer, Balance, Contribution, Conversion, Destination, Form1099R, Opening, Path, PlanKind, PlanName, Record,
    ReturnKind, Returned, Spot, TransferTiming, YearRecord,
};
use planner::report::Report;
use planner::worksheets::conversions::{Clue, Code, Conversions, Mark, csv};
use planner::worksheets::year::NotReady;

fn pays(entry: &mut YearRecord, date: &str, amount: &str) {
    entry.ledger.contributions.push(Contribution::new(day(date), money(amount)));
}

fn worth(entry: &mut YearRecord, date: &str, value: &str) {
    entry.ledger.balances.push(Balance { date: day(date), value: money(value), plan: PlanName::ThisJob });
}

/// Converts inside the plan, with a confirmation.
fn converts<'a>(entry: &'a mut YearRecord, date: &str, amount: &str) -> &'a mut Conversion {
    let conversion = Conversion {
        date: day(date),
        amount: money(amount),
        path: Path::InPlan,
        plan_basis: None,
        plan_earnings: None,
        destination: String::new(),
        confirmation: "A-1".to_owned(),
        plan: PlanName::ThisJob,
        rolled_over: None,
        rolled_over_on: None,
        received_on: None,
        to_traditional: None,
    };
    entry.ledger.conversions.push(conversion);
    entry.ledger.conversions.last_mut().expect("the one just put in")
}

/// The plan that all figures follow from, with nothing in the ledger.
fn plan() -> YearRecord {
    let mut entry = YearRecord::new(2026);
    entry.plan.after_tax = Answer::Yes;
    entry.plan.in_plan_rollover = Answer::Yes;
    entry.plan.in_service_withdrawal = Answer::Yes;
    entry.plan.separate_accounting = Answer::Yes;
    entry.plan.transfer_timing = TransferTiming::AnyDay;
    entry
}

fn contributed() -> YearRecord {
    let mut entry = plan();
    pays(&mut entry, "2026-01-16", "1596.15");
    pays(&mut entry, "2026-02-13", "1596.15");
    entry
}

fn valued() -> YearRecord {
    let mut entry = contributed();
    worth(&mut entry, "2026-02-27", "3200.00");
    entry
}

fn all_converted() -> YearRecord {
    let mut entry = valued();
    converts(&mut entry, "2026-02-27", "3200.00");
    entry
}

fn person(years: Vec<YearRecord>) -> Record {
    Record { birth_date: Some(day("1985-06-15")), years, ..Record::default() }
}

#[track_caller]
fn on(today: &str, entry: YearRecord) -> Conversions {
    let year = entry.year;
    worksheets::conversions(&person(vec![entry]), year, day(today)).unwrap_or_else(|error| panic!("{error}"))
}

/// On March 2, 2026, a few days after the conversion.
#[track_caller]
fn with(mut entry: YearRecord, edit: impl FnOnce(&mut YearRecord)) -> Conversions {
    edit(&mut entry);
    on("2026-03-02", entry)
}

fn as_it_is(_: &mut YearRecord) {}

#[test]
fn nothing_is_found_beyond_the_ira_note_where_all_is_well() {
    let result = with(all_converted(), as_it_is);
    let codes: Vec<Code> = result.findings.iter().map(|found| found.code()).collect();
    assert_eq!(codes, [Code::IraRule]);
    assert_eq!((result.contributed, result.converted), (money("3192.30"), money("3200")));
    assert_eq!((result.basis, result.taxable), (money("3192.30"), money("7.70")));
    assert_eq!(result.waiting.value, Money::ZERO);
    // 1,596.15 waited 42 days and as much 14.
    assert_eq!(result.average_days, Some(28));
}

#[test]
fn c01_a_conversion_with_no_contributions_before_it() {
    let early = with(contributed(), |entry| {
        converts(entry, "2026-01-15", "1596.15");
    });
    shows(&early, "C01", Severity::Problem, &["January 15, 2026", "no after-tax contribution"]);
    assert_eq!(early.taxable, money("1596.15"));
    // On the day of the contribution the contribution comes first.
    let same_day = with(contributed(), |entry| {
        converts(entry, "2026-01-16", "1596.15");
    });
    hides(&same_day, "C01");
    assert_eq!(same_day.taxable, Money::ZERO);
    // Earnings that a statement showed after all basis had left are no slip.
    let dust = with(all_converted(), |entry| {
        worth(entry, "2026-03-01", "1.20");
        converts(entry, "2026-03-01", "1.20");
    });
    hides(&dust, "C01");
    assert_eq!(dust.taxable, money("8.90"));
}

#[test]
fn c01_names_another_plan_whose_contributions_stand_under_another_name() {
    let other = with(contributed(), |entry| {
        converts(entry, "2026-02-27", "3200").plan = "Old job".into();
    });
    shows(&other, "C01", Severity::Problem, &["February 27, 2026", "plan’s name"]);
}

#[test]
fn c02_the_plans_figures_do_not_add_up() {
    let figures = |basis: &str, earnings: &str| {
        with(contributed(), |entry| {
            let made = converts(entry, "2026-02-27", "3200");
            (made.plan_basis, made.plan_earnings) = (Some(money(basis)), Some(money(earnings)));
        })
    };
    let wrong = figures("3192.30", "7.71");
    shows(&wrong, "C02", Severity::Problem, &["February 27, 2026", "gross amount"]);
    assert_eq!(wrong.taxable, money("7.70"));
    hides(&figures("3192.30", "7.70"), "C02");
}

#[test]
fn c03_contributions_are_missing() {
    let basis = |basis: &str| {
        with(contributed(), |entry| converts(entry, "2026-02-27", "3200").plan_basis = Some(money(basis)))
    };
    shows(&basis("3192.31"), "C03", Severity::Attention, &["$0.01", "February 27, 2026"]);
    hides(&basis("3192.30"), "C03");
}

#[test]
fn c04_the_plan_reckons_otherwise_than_pro_rata() {
    // Half of the money: 1,600 × 3,192.30 ÷ 3,200 = 1,596.15.
    let basis = |basis: &str, valued: &str| {
        with(contributed(), |entry| {
            worth(entry, valued, "3200");
            converts(entry, "2026-02-27", "1600").plan_basis = Some(money(basis));
        })
    };
    shows(&basis("1596.17", "2026-02-27"), "C04", Severity::Attention, &["$1,596.17", "$1,596.15", "Form 1099-R"]);
    // A cent is rounding, and a balance of the day before is another day's.
    hides(&basis("1596.16", "2026-02-27"), "C04");
    hides(&basis("1500", "2026-02-26"), "C04");
}

#[test]
fn c05_growth_is_not_known_without_a_balance() {
    let part = with(contributed(), |entry| {
        converts(entry, "2026-02-27", "1600");
    });
    shows(&part, "C05", Severity::Attention, &["February 27, 2026", "nothing was earned"]);
    assert_eq!(part.taxable, Money::ZERO);
    // A balance tells it, and so do the plan's figures.
    let known = with(valued(), |entry| {
        converts(entry, "2026-02-27", "1600");
    });
    hides(&known, "C05");
    assert_eq!(known.taxable, money("3.85"));
    let by_plan = with(contributed(), |entry| {
        converts(entry, "2026-02-27", "1600").plan_earnings = Some(money("3.85"));
    });
    hides(&by_plan, "C05");
}

#[test]
fn c05_says_so_of_money_that_waits_longer_than_a_statement_takes() {
    shows(&on("2026-02-17", contributed()), "C05", Severity::Note, &["latest one"]);
    hides(&on("2026-02-16", contributed()), "C05");
}

#[test]
fn c06_an_old_balance() {
    let on_day = |date: &str| {
        let mut entry = valued();
        converts(&mut entry, date, "1600");
        on("2026-04-15", entry)
    };
    shows(&on_day("2026-03-31"), "C06", Severity::Note, &["March 31, 2026", "31 days"]);
    hides(&on_day("2026-03-30"), "C06");
}

#[test]
fn c07_one_pool_for_the_whole_account() {
    let one_pool = |entry: &mut YearRecord| entry.plan.separate_accounting = Answer::No;
    let unknown = with(contributed(), |entry| {
        one_pool(entry);
        converts(entry, "2026-02-27", "1000");
    });
    shows(&unknown, "C07", Severity::Problem, &["whole account", "balance"]);
    let known = with(contributed(), |entry| {
        one_pool(entry);
        worth(entry, "2026-02-27", "31923");
        converts(entry, "2026-02-27", "1000");
    });
    shows(&known, "C07", Severity::Attention, &["Only $0.10 of each dollar", "$3,192.30", "$31,923.00"]);
    assert_eq!((known.basis, known.taxable), (money("100"), money("900")));
    // The rest of the account is no growth that waits.
    assert_eq!((known.waiting.basis, known.waiting.growth), (money("3092.30"), Money::ZERO));
    hides(&with(all_converted(), as_it_is), "C07");
}

#[test]
fn c07_by_the_plans_own_figures_needs_no_balance() {
    let by_plan = with(contributed(), |entry| {
        entry.plan.separate_accounting = Answer::No;
        converts(entry, "2026-02-27", "1000").plan_basis = Some(money("100"));
    });
    shows(&by_plan, "C07", Severity::Attention, &["of each dollar"]);
}

#[test]
fn c08_separate_accounting_is_not_known() {
    let open = with(all_converted(), |entry| entry.plan.separate_accounting = Answer::Unknown);
    shows(&open, "C08", Severity::Attention, &["account of their own", "before you convert"]);
    hides(&with(all_converted(), as_it_is), "C08");
}

#[test]
fn c09_money_waits_too_long_by_the_plans_own_timing() {
    for (timing, last, first) in [
        (TransferTiming::AnyDay, "2026-01-30", "2026-01-31"),
        (TransferTiming::Monthly, "2026-02-23", "2026-02-24"),
        (TransferTiming::Unknown, "2026-02-23", "2026-02-24"),
        (TransferTiming::Quarterly, "2026-04-25", "2026-04-26"),
    ] {
        let wait = |today: &str| {
            let mut entry = contributed();
            entry.plan.transfer_timing = timing;
            on(today, entry)
        };
        hides(&wait(last), "C09");
        shows(&wait(first), "C09", Severity::Attention, &["January 16, 2026", "third common mistake"]);
    }
    // A yearly conversion gives a year and a week.
    let mut entry = contributed();
    entry.plan.transfer_timing = TransferTiming::Yearly;
    let record = person(vec![entry, YearRecord { plan: plan_of(TransferTiming::Yearly), ..YearRecord::new(2027) }]);
    let wait = |today: &str| worksheets::conversions(&record, 2027, day(today)).expect("a result");
    hides(&wait("2027-01-24"), "C09");
    shows(&wait("2027-01-25"), "C09", Severity::Attention, &["$3,192.30", "374 days"]);
}

fn plan_of(timing: TransferTiming) -> planner::record::PlanRules {
    planner::record::PlanRules { transfer_timing: timing, ..plan().plan }
}

#[test]
fn c09_says_what_has_grown() {
    let mut entry = valued();
    entry.plan.transfer_timing = TransferTiming::AnyDay;
    shows(&on("2026-03-02", entry), "C09", Severity::Attention, &["$3,200.00", "$7.70 of growth", "45 days"]);
}

#[test]
fn c10_the_automatic_conversion_has_not_happened() {
    let automatic = |today: &str| {
        let mut entry = contributed();
        entry.plan.transfer_timing = TransferTiming::Automatic;
        on(today, entry)
    };
    let late = automatic("2026-01-24");
    shows(&late, "C10", Severity::Attention, &["$1,596.15", "8 days"]);
    hides(&late, "C09");
    hides(&automatic("2026-01-23"), "C10");
}

#[test]
fn c11_the_number_of_transfers() {
    let limit = |limit: u8| with(all_converted(), |entry| entry.plan.transfers_per_year = Some(limit));
    hides(&limit(3), "C11");
    shows(&limit(2), "C11", Severity::Attention, &["One conversion is left in 2026"]);
    shows(&limit(1), "C11", Severity::Attention, &["All 1", "2027"]);
    let over = with(all_converted(), |entry| {
        entry.plan.transfers_per_year = Some(1);
        pays(entry, "2026-02-27", "100");
        converts(entry, "2026-02-28", "100");
    });
    shows(&over, "C11", Severity::Problem, &["2 conversions", "allows 1"]);
    // A conversion out of another plan does not count.
    let other = with(all_converted(), |entry| {
        entry.plan.transfers_per_year = Some(3);
        entry
            .ledger
            .contributions
            .push(Contribution { plan: "Old job".into(), ..Contribution::new(day("2026-02-27"), money("100")) });
        converts(entry, "2026-02-28", "100").plan = "Old job".into();
    });
    hides(&other, "C11");
}

#[test]
fn c12_under_the_plans_least_amount() {
    let least = |least: &str| with(all_converted(), |entry| entry.plan.least_transfer = Some(money(least)));
    shows(&least("3200.01"), "C12", Severity::Attention, &["$3,200.01", "February 27, 2026"]);
    hides(&least("3200"), "C12");
}

#[test]
fn c13_a_loss_is_no_deduction() {
    let converted = |value: &str| {
        with(contributed(), |entry| {
            worth(entry, "2026-02-27", value);
            converts(entry, "2026-02-27", value);
        })
    };
    let lost = converted("3000");
    shows(&lost, "C13", Severity::Note, &["$192.30", "can’t be deducted"]);
    assert_eq!((lost.taxable, lost.basis, lost.waiting.value), (Money::ZERO, money("3000"), Money::ZERO));
    hides(&converted("3192.30"), "C13");
    // Before a conversion it is said of what waits.
    let waiting = with(contributed(), |entry| worth(entry, "2026-02-27", "3000"));
    shows(&waiting, "C13", Severity::Note, &["$192.30", "nothing is taxable"]);
    assert_eq!((waiting.waiting.value, waiting.waiting.loss), (money("3000"), money("192.30")));
}

#[test]
fn c13_basis_that_was_lost_does_not_wait_and_lowers_later_earnings_only_by_the_plan_s_figures() {
    let later = with(contributed(), |entry| {
        worth(entry, "2026-02-20", "3000");
        converts(entry, "2026-02-20", "3000");
        pays(entry, "2026-02-27", "1000");
        worth(entry, "2026-03-01", "1100");
    });
    assert_eq!(later.waiting.since, Some(day("2026-02-27")));
    assert_eq!((later.waiting.value, later.waiting.growth), (money("1100"), money("100")));
}

#[test]
fn c14_a_small_rest_stays_behind() {
    let rest = |amount: &str| {
        with(valued(), |entry| {
            converts(entry, "2026-02-27", amount);
        })
    };
    // 62.74 is 2% of 3,137.26 and a little less; of 3,137.25 it would be more.
    shows(&rest("3137.26"), "C14", Severity::Note, &["$62.74", "balance of $3,137.26"]);
    hides(&rest("3137.25"), "C14");
    hides(&rest("3200"), "C14");
}

fn paid_out(today: &str, edit: impl FnOnce(&mut Conversion)) -> Conversions {
    let mut entry = valued();
    let made = converts(&mut entry, "2026-02-27", "3200");
    made.path = Path::PaidOut;
    edit(made);
    on(today, entry)
}

fn rolled(amount: &str, date: &str) -> impl FnOnce(&mut Conversion) {
    let (amount, date) = (money(amount), day(date));
    move |made| (made.rolled_over, made.rolled_over_on) = (Some(amount), Some(date))
}

#[test]
fn c15_the_sixty_days_run() {
    // 60 days from February 27 end on April 28.
    let open = paid_out("2026-04-28", |_| {});
    shows(&open, "C15", Severity::Problem, &["$3,200.00", "April 28, 2026"]);
    hides(&open, "C16");
    says(&open.closing.next_action, &["$3,200.00", "April 28, 2026"]);
    assert_eq!(open.closing.by, Some(day("2026-04-28")));
    hides(&paid_out("2026-04-29", |_| {}), "C15");
    let part = paid_out("2026-04-28", rolled("3000", "2026-03-01"));
    shows(&part, "C15", Severity::Problem, &["Put $200.00"]);
    hides(&paid_out("2026-04-28", rolled("3200", "2026-03-01")), "C15");
}

#[test]
fn c16_the_sixty_days_are_missed() {
    let missed = paid_out("2026-05-13", |_| {});
    shows(
        &missed,
        "C16",
        Severity::Attention,
        &["$3,200.00", "$7.70", "10% more, $0.77", "under 59½", "Rev. Proc. 2020-46"],
    );
    hides(&paid_out("2026-04-29", rolled("3200", "2026-04-28")), "C16");
}

#[test]
fn c16_a_rollover_that_came_late() {
    let late = paid_out("2026-05-25", rolled("3200", "2026-05-13"));
    shows(&late, "C16", Severity::Problem, &["$3,200.00 went into the IRA after", "April 28, 2026", "6%"]);
    hides(&late, "C18");
}

#[test]
fn c16_the_additional_tax_ends_at_59_and_a_half() {
    // Paid on February 27, 2026: born on August 27, 1966 one is 59½ on that day.
    for (birth, early) in [("1966-08-27", false), ("1966-08-28", true), ("1966-02-01", false)] {
        let mut entry = valued();
        converts(&mut entry, "2026-02-27", "3200").path = Path::PaidOut;
        let record = Record { birth_date: Some(day(birth)), ..person(vec![entry]) };
        let result = worksheets::conversions(&record, 2026, day("2026-05-15")).expect("a result");
        let text = &finding(&result, "C16").expect("missed").text;
        assert_eq!(text.contains("10% more"), early, "{birth}: {text}");
    }
}

#[test]
fn c17_a_fifth_of_the_taxable_part_is_withheld() {
    let open = paid_out("2026-03-02", |_| {});
    shows(&open, "C17", Severity::Attention, &["$1.54", "20%", "from other money"]);
    hides(&paid_out("2026-03-02", |made| made.plan_earnings = Some(Money::ZERO)), "C17");
    hides(&with(all_converted(), as_it_is), "C17");
    hides(&paid_out("2026-03-02", rolled("3200", "2026-03-01")), "C17");
}

#[test]
fn c18_a_part_was_kept() {
    // The earnings of 7.70 count as rolled over first.
    let basis_kept = paid_out("2026-05-15", rolled("7.70", "2026-03-01"));
    shows(&basis_kept, "C18", Severity::Note, &["$3,192.30", "None of it is taxable"]);
    let earnings_kept = paid_out("2026-05-15", rolled("7.69", "2026-03-01"));
    shows(
        &earnings_kept,
        "C18",
        Severity::Attention,
        &["$3,192.31", "$0.01 of earnings is taxable", "$3,192.30 was taxed before"],
    );
    hides(&paid_out("2026-05-15", rolled("3200", "2026-03-01")), "C18");
}

#[test]
fn c19_the_ira_rule_does_not_apply() {
    let converted = with(all_converted(), as_it_is);
    shows(&converted, "C19", Severity::Note, &["for IRAs only", "fourth common mistake"]);
    hides(&with(contributed(), as_it_is), "C19");
    let split = with(valued(), |entry| converts(entry, "2026-02-27", "3200").path = Path::Split);
    shows(&split, "C19", Severity::Note, &["traditional IRA are different"]);
    assert_eq!((split.taxable, split.basis), (Money::ZERO, money("3192.30")));
}

#[test]
fn c20_dates_in_the_future_do_not_count_yet() {
    let future = on("2026-02-26", all_converted());
    shows(&future, "C20", Severity::Attention, &["2 entries", "February 26, 2026"]);
    assert_eq!((future.converted, future.waiting.value), (Money::ZERO, money("3192.30")));
    assert_eq!(future.ledger.iter().filter(|line| line.to_come).count(), 2);
    let today = on("2026-02-27", all_converted());
    hides(&today, "C20");
    assert_eq!(today.converted, money("3200"));
}

#[test]
fn c21_elsewhere_than_the_chosen_landing_spot() {
    let chosen = |spot: Spot, since: Option<&str>| {
        with(all_converted(), |entry| {
            entry.landing.spot = spot;
            entry.landing.chosen_on = since.map(day);
        })
    };
    let elsewhere = chosen(Spot::RothIra, Some("2026-02-27"));
    shows(&elsewhere, "C21", Severity::Attention, &["February 27, 2026", "cannot be undone"]);
    assert!(elsewhere.conversions[0].elsewhere);
    assert!(chosen(Spot::RothIra, None).conversions[0].elsewhere);
    // A choice made later does not count, and neither does one that fits.
    hides(&chosen(Spot::RothIra, Some("2026-02-28")), "C21");
    hides(&chosen(Spot::Roth401k, Some("2026-02-27")), "C21");
    hides(&chosen(Spot::Open, None), "C21");
}

#[test]
fn c21_the_choice_of_the_nearest_earlier_year_holds() {
    let mut earlier = YearRecord::new(2024);
    earlier.landing.spot = Spot::Roth401k;
    let mut nearer = YearRecord::new(2025);
    nearer.landing.spot = Spot::RothIra;
    let mut this = all_converted();
    let result = |this: &YearRecord| {
        let record = person(vec![this.clone(), earlier.clone(), nearer.clone()]);
        worksheets::conversions(&record, 2026, day("2026-03-02")).expect("a result")
    };
    shows(&result(&this), "C21", Severity::Attention, &[]);
    assert_eq!(result(&this).landing.map(|landing| landing.spot), Some(Spot::RothIra));
    this.landing.spot = Spot::Roth401k;
    hides(&result(&this), "C21");
}

#[test]
fn c22_a_way_that_the_plans_answers_rule_out() {
    let in_plan = |edit: fn(&mut YearRecord)| with(all_converted(), edit);
    for edit in [
        (|entry| entry.plan.in_plan_rollover = Answer::No) as fn(&mut YearRecord),
        |entry| entry.plan.roth_deferrals = Answer::No,
        |entry| entry.plan.destination = Destination::RothIra,
    ] {
        shows(&in_plan(edit), "C22", Severity::Attention, &["February 27, 2026"]);
    }
    hides(&in_plan(|entry| entry.plan.in_service_withdrawal = Answer::No), "C22");
    hides(&in_plan(|entry| entry.plan.destination = Destination::Both), "C22");
    let to_ira = |edit: fn(&mut YearRecord)| {
        with(all_converted(), |entry| {
            entry.ledger.conversions[0].path = Path::RothIra;
            edit(entry);
        })
    };
    shows(&to_ira(|entry| entry.plan.in_service_withdrawal = Answer::No), "C22", Severity::Attention, &[]);
    shows(&to_ira(|entry| entry.plan.destination = Destination::Roth401k), "C22", Severity::Attention, &[]);
    hides(&to_ira(|entry| entry.plan.in_plan_rollover = Answer::No), "C22");
}

/// The stub of February 13 with this after-tax money so far.
fn stub(amount: &str) -> Conversions {
    with(all_converted(), |entry| {
        entry.contributions.after_tax = money(amount);
        entry.payroll.last_stub = Some(day("2026-02-13"));
    })
}

#[test]
fn c23_the_stub_differs() {
    let differs = stub("3192.29");
    shows(&differs, "C23", Severity::Attention, &["$0.01 more", "February 13, 2026", "$3,192.29"]);
    assert_eq!(differs.rows[0].mark, Mark::Differs);
    let agrees = stub("3192.30");
    hides(&agrees, "C23");
    assert!(agrees.checks[0].agrees());
    assert_eq!(agrees.rows[0].mark, Mark::Done);
    // What is not entered cannot differ.
    assert_eq!(with(all_converted(), as_it_is).rows[0].mark, Mark::Open);
}

#[test]
fn c23_says_where_to_look() {
    // The stub counts one contribution less or more, and the ledger's latest is near.
    says(&stub("1596.15").checks[0].look, &["contribution of February 13, 2026", "too late"]);
    says(&stub("4788.45").checks[0].look, &["one contribution of $1,596.15", "January 16, 2026 and February 13, 2026"]);
    says(&stub("6384.60").checks[0].look, &["2 contributions of $1,596.15"]);
    // 1,596.15 for 1,569.15: two digits exchanged.
    says(&stub("3165.30").checks[0].look, &["may be $1,569.15"]);
    says(&stub("3000").checks[0].look, &["No single row"]);
    says(&stub("3200").checks[0].look, &["Rows seem to be missing"]);
    let (entered, meant) = (money("1596.15"), money("1569.15"));
    assert_eq!(stub("3165.30").checks[0].clue, Some(Clue::TwoDigits { row: day("2026-01-16"), entered, meant }));
    assert_eq!(stub("3000").checks[0].clue, Some(Clue::NoRow));
    let dated = |rows: &[(&str, &str)], theirs: &str, on_day: &str| {
        let mut entry = plan();
        for (date, amount) in rows {
            pays(&mut entry, date, amount);
        }
        entry.contributions.after_tax = money(theirs);
        entry.payroll.last_stub = Some(day(on_day));
        on("2026-12-31", entry).checks[0].look.clone()
    };
    let three = [("2026-01-05", "400"), ("2026-03-13", "500"), ("2026-06-12", "600")];
    says(&dated(&three, "1100", "2026-11-13"), &["January 5, 2026", "December", "2025"]);
    says(&dated(&three, "1000", "2026-11-13"), &["contribution of March 13, 2026", "really came out of your pay"]);
    says(&dated(&three, "1500", "2026-06-11"), &["contribution of June 12, 2026", "may count already"]);
    let twice = [("2026-01-16", "400"), ("2026-03-13", "500"), ("2026-03-13", "500")];
    says(&dated(&twice, "900", "2026-11-13"), &["twice on March 13, 2026"]);
}

#[test]
fn c23_looks_into_the_january_of_the_next_year() {
    let look = |date: &str| {
        let mut entry = contributed();
        entry.contributions.after_tax = money("3792.30");
        entry.payroll.last_stub = Some(day("2026-12-31"));
        let mut next = YearRecord::new(2027);
        pays(&mut next, date, "600");
        worksheets::conversions(&person(vec![entry, next]), 2026, day("2027-02-01")).expect("a result").checks[0]
            .look
            .clone()
    };
    says(&look("2027-01-15"), &["January 15, 2027", "belongs to 2026"]);
    assert!(!look("2027-01-16").contains("January 16, 2027"));
}

#[test]
fn c24_the_plans_total_differs() {
    let total = |amount: &str, on_day: Option<&str>| {
        with(all_converted(), |entry| {
            entry.ledger.plan_total = Some(money(amount));
            entry.ledger.plan_total_on = on_day.map(day);
        })
    };
    shows(&total("1596.15", None), "C24", Severity::Attention, &["$1,596.15 more", "March 2, 2026"]);
    hides(&total("1596.15", Some("2026-02-12")), "C24");
    hides(&total("3192.30", None), "C24");
    // A total of nothing is a total, and other plans are not in it.
    shows(&total("0", None), "C24", Severity::Attention, &["$3,192.30 more"]);
}

#[test]
fn c25_money_of_an_earlier_year_counts_in_the_year_of_its_conversion() {
    let converted = |paid_in: &str| {
        let mut before = YearRecord::new(2025);
        let mut entry = plan();
        pays(if paid_in.starts_with("2025") { &mut before } else { &mut entry }, paid_in, "1000");
        converts(&mut entry, "2026-01-15", "1010");
        let record = person(vec![before, entry]);
        let of = |year: i16| worksheets::conversions(&record, year, day("2026-03-02"));
        (of(2025), of(2026).expect("a result"))
    };
    let (before, after) = converted("2025-12-31");
    shows(&after, "C25", Severity::Note, &["2026", "January 15, 2026"]);
    assert_eq!((after.contributed, after.converted, after.taxable), (Money::ZERO, money("1010"), money("10")));
    let before = before.expect("a result");
    assert_eq!((before.converted, before.waiting.value), (Money::ZERO, money("1000")));
    let (nothing, same_year) = converted("2026-01-01");
    hides(&same_year, "C25");
    assert_eq!(nothing, Err(NotReady::EmptyLedger));
}

#[test]
fn c26_contributions_are_suspended_after_a_withdrawal() {
    let suspends = |path: Path| {
        with(all_converted(), |entry| {
            entry.plan.suspends_contributions = Answer::Yes;
            entry.ledger.conversions[0].path = path;
        })
    };
    shows(&suspends(Path::RothIra), "C26", Severity::Attention, &["February 27, 2026", "until when"]);
    hides(&suspends(Path::InPlan), "C26");
    hides(&with(all_converted(), |entry| entry.ledger.conversions[0].path = Path::RothIra), "C26");
}

#[test]
fn c27_a_row_that_seems_to_be_entered_twice() {
    let again = |date: &str, amount: &str| with(all_converted(), |entry| pays(entry, date, amount));
    shows(&again("2026-02-13", "1596.15"), "C27", Severity::Attention, &["February 13, 2026"]);
    hides(&again("2026-02-12", "1596.15"), "C27");
    hides(&again("2026-02-13", "1596.14"), "C27");
    // Two conversions of a day with two confirmations are two.
    let converted = |confirmation: &str| {
        with(all_converted(), |entry| {
            pays(entry, "2026-02-20", "3200");
            converts(entry, "2026-02-27", "3200").confirmation = confirmation.to_owned();
        })
    };
    shows(&converted("A-1"), "C27", Severity::Attention, &["February 27, 2026"]);
    hides(&converted("A-2"), "C27");
    let balances = with(all_converted(), |entry| worth(entry, "2026-02-27", "3100"));
    shows(&balances, "C27", Severity::Attention, &["the larger counts"]);
    assert_eq!(balances.taxable, money("7.70"));
}

#[test]
fn c28_a_conversion_without_a_confirmation() {
    let none = with(all_converted(), |entry| entry.ledger.conversions[0].confirmation.clear());
    shows(&none, "C28", Severity::Note, &["February 27, 2026"]);
    assert_eq!(none.rows[2].mark, Mark::Open);
    let kept = with(all_converted(), as_it_is);
    hides(&kept, "C28");
    assert_eq!(kept.rows[2].mark, Mark::Done);
}

#[test]
fn many_days_are_named_up_to_three() {
    let many = with(contributed(), |entry| {
        for date in ["2026-02-14", "2026-02-15", "2026-02-16", "2026-02-17", "2026-02-18"] {
            converts(entry, date, "100");
        }
    });
    shows(
        &many,
        "C05",
        Severity::Attention,
        &["February 14, 2026, February 15, 2026, February 16, 2026 and 2 more days"],
    );
}

#[test]
fn everything_is_converted() {
    let closing = with(all_converted(), as_it_is).closing;
    assert_eq!(closing.decision, "All of it is converted: $3,200.00 in 2026, $7.70 of it taxable.");
    says(&closing.rule, &["pool of their own", "calendar year in which they are converted"]);
    says(&closing.next_action, &["December 31, 2026"]);
    assert_eq!((closing.by, closing.words), (None, None));
}

#[test]
fn money_has_waited() {
    let closing = with(valued(), as_it_is).closing;
    assert_eq!(
        closing.decision,
        "$3,200.00 has been waiting since January 16, 2026, 45 days; $7.70 of that is growth. Nothing was converted in 2026."
    );
    says(&closing.next_action, &["convert it now", "December 31, 2026"]);
    assert_eq!(closing.by, Some(day("2026-03-09")));
    let words = closing.words.expect("a request");
    says(&words, &["Subject:", "$3,200.00", "$3,192.30", "basis", "Form 1099-R", "whichever the plan allows"]);
}

#[test]
fn what_is_not_known_is_not_called_nothing() {
    says(&with(contributed(), as_it_is).closing.decision, &["no statement shows yet"]);
    let flat = with(contributed(), |entry| worth(entry, "2026-02-27", "3192.30"));
    says(&flat.closing.decision, &["no growth that we know of"]);
    let down = with(contributed(), |entry| worth(entry, "2026-02-27", "3000"));
    says(&down.closing.decision, &["$3,000.00 has been waiting", "$192.30 less than you contributed"]);
    let today = on("2026-01-16", contributed());
    says(&today.closing.decision, &["$1,596.15 came in today and waits"]);
    let dust = with(all_converted(), |entry| worth(entry, "2026-03-01", "1.20"));
    says(
        &dust.closing.decision,
        &["$1.20 of earnings is still there, with no contributions left in it", "$3,200.00 was converted"],
    );
}

#[test]
fn the_next_action_keeps_the_plans_timing() {
    for (timing, by) in [
        (TransferTiming::Automatic, "2026-03-09"),
        (TransferTiming::AnyDay, "2026-03-09"),
        (TransferTiming::Monthly, "2026-03-31"),
        (TransferTiming::Quarterly, "2026-03-31"),
        (TransferTiming::Yearly, "2026-12-31"),
        (TransferTiming::Unknown, "2026-12-31"),
    ] {
        let closing = with(contributed(), |entry| entry.plan.transfer_timing = timing).closing;
        assert_eq!(closing.by, Some(day(by)), "{timing:?}");
    }
    // Never past the year in which it is to count.
    assert_eq!(on("2026-12-30", contributed()).closing.by, Some(day("2026-12-31")));
}

#[test]
fn the_request_names_the_way_that_was_chosen() {
    let words = |edit: fn(&mut YearRecord)| with(valued(), edit).closing.words.expect("a request");
    says(&words(|entry| entry.landing.spot = Spot::RothIra), &["to my Roth IRA, as a direct rollover"]);
    says(&words(|entry| entry.landing.spot = Spot::Roth401k), &["in-plan Roth rollover"]);
    says(&words(|entry| entry.plan.destination = Destination::RothIra), &["to my Roth IRA"]);
    says(&words(|entry| entry.plan.destination = Destination::Roth401k), &["in-plan Roth rollover"]);
    let like_before = words(|entry| converts(entry, "2026-02-27", "100").path = Path::RothIra);
    says(&like_before, &["to my Roth IRA"]);
}

#[test]
fn conversions_that_the_plan_does_not_take_are_not_asked_for() {
    let used = with(all_converted(), |entry| {
        entry.plan.transfers_per_year = Some(1);
        pays(entry, "2026-02-28", "1000");
    });
    says(&used.closing.next_action, &["conversions for 2026 are used up", "$1,000.00", "January 2027"]);
    assert_eq!(used.closing.words, None);
    let small = with(contributed(), |entry| entry.plan.least_transfer = Some(money("5000")));
    says(&small.closing.next_action, &["converts $5,000.00 or more", "$3,192.30"]);
    let enough = with(contributed(), |entry| entry.plan.least_transfer = Some(money("3192.30")));
    says(&enough.closing.next_action, &["convert it now"]);
}

#[test]
fn a_mistake_comes_before_everything_else() {
    let wrong = with(contributed(), |entry| {
        converts(entry, "2026-01-15", "100");
    });
    says(&wrong.closing.next_action, &["Fix “Contributions are missing before a conversion"]);
}

#[test]
fn a_year_that_is_over() {
    let over = |entry: YearRecord, today: &str| on(today, entry);
    let waited = over(contributed(), "2027-01-01");
    says(&waited.closing.decision, &["At the end of 2026, $3,192.30 had been waiting since January 16, 2026"]);
    says(&waited.closing.next_action, &["page for 2027"]);
    assert_eq!((waited.as_of, waited.is_over, waited.waiting.days), (day("2026-12-31"), true, 349));
    assert!(!over(contributed(), "2026-12-31").is_over);
    says(&over(all_converted(), "2027-01-01").closing.next_action, &["Form 1099-R for 2026"]);
    let nothing = {
        let record = person(vec![all_converted(), YearRecord::new(2027)]);
        worksheets::conversions(&record, 2027, day("2028-01-15")).expect("a result")
    };
    assert_eq!(nothing.closing.decision, "Nothing was converted in 2027, and nothing waits.");
    says(&nothing.closing.next_action, &["Nothing is left to do for 2027"]);
}

#[test]
fn the_ledger_is_empty() {
    let error = worksheets::conversions(&person(vec![plan()]), 2026, day("2026-03-02")).expect_err("nothing entered");
    assert_eq!(error, NotReady::EmptyLedger);
    says(&error.to_string(), &["Enter your first after-tax contribution"]);
    let error = worksheets::conversions(&person(vec![plan()]), 2025, day("2026-03-02")).expect_err("no such year");
    assert_eq!(error, NotReady::NoSuchYear { year: 2025 });
    // A ledger that only begins later is not empty.
    assert!(worksheets::conversions(&person(vec![contributed()]), 2026, day("2026-01-02")).is_ok());
}

#[test]
fn what_waiting_costs() {
    let priced = with(all_converted(), |entry| {
        entry.ledger.tax_rate = Some("32".parse().expect("a rate"));
        entry.ledger.growth = Some("10".parse().expect("a rate"));
        entry.plan.transfer_fee = Some(money("1"));
    });
    let price = &priced.price;
    assert_eq!(price.tax.as_ref().map(|tax| tax.value), Some(money("2.46")));
    assert_eq!(price.tax_waiting.as_ref().map(|tax| tax.value), Some(Money::ZERO));
    // To December 31 it is 349 and 321 days, to March 31 it is 74 and 46:
    // 1,596.15 × 670 × 10% ÷ 365 = 292.991..., and × 120 it is 52.476...
    let growth: Vec<Money> = price.rhythms.iter().map(|rhythm| rhythm.growth).collect();
    assert_eq!(growth, [money("292.99"), money("52.48"), Money::ZERO]);
    let tax: Vec<Option<Money>> = price.rhythms.iter().map(|rhythm| rhythm.tax).collect();
    assert_eq!(tax, [Some(money("93.76")), Some(money("16.79")), Some(Money::ZERO)]);
    let fees: Vec<Money> = price.rhythms.iter().map(|rhythm| rhythm.fees).collect();
    assert_eq!(fees, [money("1"), money("1"), money("2")]);
    let saves: Vec<Option<Money>> = price.rhythms.iter().map(|rhythm| rhythm.saves).collect();
    assert_eq!(saves, [None, Some(money("76.97")), Some(money("15.79"))]);
}

#[test]
fn without_a_rate_the_growth_stands_alone() {
    let price = with(valued(), as_it_is).price;
    assert!(price.growth_assumed && price.tax.is_none() && price.tax_waiting.is_none());
    assert_eq!(price.growth_rate.to_string(), "7%");
    // 1,596.15 × 670 × 7% ÷ 365 = 205.094...
    assert_eq!(price.rhythms[0].growth, money("205.09"));
    assert!(price.rhythms.iter().all(|rhythm| rhythm.tax.is_none() && rhythm.saves.is_none()));
    let report = Report::from(with(valued(), as_it_is));
    let table = report.tables.iter().find(|table| table.id == "price").expect("the table");
    says(&table.note, &["Enter your own tax rate", "7% a year, assumed", "365"]);
}

#[test]
fn the_six_items() {
    let result = with(all_converted(), |entry| {
        entry.contributions.after_tax = money("3192.30");
        entry.ledger.forms_saved = Answer::Yes;
        entry.ledger.earnings_understood = Answer::Yes;
        entry.ledger.plan_rechecked = Answer::Yes;
    });
    assert!(result.rows.iter().all(|row| row.mark == Mark::Done), "{:?}", result.rows);
    let open = with(valued(), as_it_is);
    let marks: Vec<Mark> = open.rows.iter().map(|row| row.mark).collect();
    assert_eq!(marks, [Mark::Open, Mark::Open, Mark::Aside, Mark::Aside, Mark::Aside, Mark::Open]);
    let converted = with(all_converted(), |entry| entry.ledger.plan_rechecked = Answer::No);
    let marks: Vec<Mark> = converted.rows.iter().map(|row| row.mark).collect();
    assert_eq!(marks, [Mark::Open, Mark::Done, Mark::Done, Mark::Open, Mark::Open, Mark::Aside]);
    let names: Vec<&str> = open.rows.iter().map(|row| row.name).collect();
    assert_eq!(names[0], "Log each after-tax contribution date and amount");
    assert_eq!(names[5], "Recheck the plan after any employer change or payroll update");
}

#[test]
fn the_year_month_by_month() {
    let result = with(all_converted(), as_it_is);
    let ends: Vec<Date> = result.months.iter().map(|month| month.until).collect();
    assert_eq!(ends, [day("2026-01-31"), day("2026-02-28"), day("2026-03-02")]);
    let [january, february, march] = result.months.as_slice() else { panic!("three months") };
    assert_eq!((january.waiting, january.converted_so_far), (money("1596.15"), Money::ZERO));
    assert_eq!((february.waiting, february.converted_so_far), (Money::ZERO, money("3200")));
    assert_eq!((february.contributed, february.taxable), (money("1596.15"), money("7.70")));
    assert_eq!((march.contributed, march.converted_so_far), (Money::ZERO, money("3200")));
    let bars: Vec<[u16; 5]> =
        result.chart.bars.iter().map(|bar| [bar.start, bar.width, bar.converted, bar.waiting, bar.growth]).collect();
    assert_eq!(bars, [[0, 83, 0, 498, 0], [83, 83, 1_000, 0, 0], [166, 84, 1_000, 0, 0]]);
}

#[test]
fn the_table_as_a_file() {
    let result = with(all_converted(), |entry| {
        let made = &mut entry.ledger.conversions[0];
        made.path = Path::PaidOut;
        made.plan_basis = Some(money("3192.30"));
        made.plan_earnings = Some(money("7.70"));
        made.rolled_over = Some(money("3200"));
        made.rolled_over_on = Some(day("2026-03-01"));
        made.destination = "Roth IRA, \"mine\"".to_owned();
        made.confirmation = "=1+1".to_owned();
        made.received_on = Some(day("2026-02-28"));
        made.to_traditional = Some(money("0.50"));
        entry.ledger.contributions[0].for_year_before = true;
        entry.ledger.opening = Opening {
            on: Some(day("2026-01-02")),
            basis: Some(money("100")),
            value: Some(money("120")),
            before_1987: Some(money("40")),
            before_1987_alone: Answer::No,
            plan: PlanName::default(),
        };
    });
    assert_eq!(
        csv(&result.ledger),
        "Date,Kind,Amount,How,Plan basis,Plan earnings,Rolled over,Rolled over on,Account,Confirmation,Plan,Received on,To traditional,For last year,Worth,Before 1987,Before 1987 alone\r\n\
         2026-01-02,opening,100.00,,,,,,,,,,,,120.00,40.00,no\r\n\
         2026-01-16,contribution,1596.15,,,,,,,,,,,yes,,,\r\n\
         2026-02-13,contribution,1596.15,,,,,,,,,,,,,,\r\n\
         2026-02-27,balance,3200.00,,,,,,,,,,,,,,\r\n\
         2026-02-27,conversion,3200.00,paid_out,3192.30,7.70,3200.00,2026-03-01,\"Roth IRA, \"\"mine\"\"\",'=1+1,,2026-02-28,0.50,,,,\r\n"
    );
}

#[test]
fn cells_that_a_spreadsheet_would_run_get_an_apostrophe() {
    for (typed, cell) in [
        ("=x", "'=x"),
        ("+x", "'+x"),
        ("-x", "'-x"),
        ("@x", "'@x"),
        ("'=x", "''=x"),
        ("'x", "'x"),
        ("x=", "x="),
        ("-a,b", "\"'-a,b\""),
    ] {
        let result = with(all_converted(), |entry| entry.ledger.conversions[0].destination = typed.to_owned());
        says(&csv(&result.ledger), &[&format!(",{cell},A-1,,")]);
    }
}

#[test]
fn the_report_shows_each_conversion_with_its_arithmetic() {
    let report = Report::from(with(valued(), |entry| {
        converts(entry, "2026-02-27", "1600").destination = "Plan Roth".to_owned();
    }));
    let table = report.tables.iter().find(|table| table.id == "conversions").expect("the table");
    let row = table.rows.first().expect("the conversion");
    assert_eq!(*row, ["February 27, 2026", "$1,600.00", "$3.85", "In-plan Roth rollover"]);
    assert!(!table.folded);
    let table = report.tables.iter().find(|table| table.id == "worked-out").expect("how it was found");
    let row = table.rows.first().expect("the conversion");
    assert_eq!(row[1], "$1,596.15");
    says(&row[2], &["Pro rata", "$1,600.00 × $3,192.30 ÷ $3,200.00", "$1,600.00 − $1,596.15 = $3.85"]);
    assert_eq!(&row[3..], ["42 days", "Plan Roth", "A-1"]);
    // What is taxed so far comes first, then what waits.
    let headline = &report.headline;
    assert_eq!((headline.id.as_str(), headline.figure.as_str()), ("taxable", "$3.85"));
    let facts: Vec<(&str, &str)> = headline.facts.iter().map(|[name, value]| (name.as_str(), value.as_str())).collect();
    assert_eq!(facts, [("Converted", "$1,600"), ("Waiting", "$1,600"), ("Since", "February 13, 2026")]);
    assert_eq!(headline.below, "$3.85 of what waits is growth.");
    let items = report.tables.iter().find(|table| table.id == "checklist").expect("the guide’s items");
    assert_eq!((items.rows.len(), items.folded), (6, true));
    let folded: Vec<&str> = report.tables.iter().filter(|table| table.folded).map(|table| table.id.as_str()).collect();
    assert_eq!(folded, ["checklist", "worked-out", "price", "months", "ledger"]);
    assert_eq!(
        report.lines.iter().map(|line| line.name.as_str()).collect::<Vec<_>>(),
        ["Contributed", "Converted", "Basis moved", "Taxable", "Unconverted"]
    );
    let chart = report.chart.expect("a chart");
    assert_eq!(
        chart.legend.iter().map(|part| part.look.as_str()).collect::<Vec<_>>(),
        ["part-converted", "part-after-tax", "part-growth"]
    );
    assert!(!chart.svg.contains("limit") && !chart.bars.is_empty());
}

#[test]
fn several_plans_are_pools_of_their_own() {
    let result = with(all_converted(), |entry| {
        let plan = || PlanName::from("Old job");
        entry
            .ledger
            .contributions
            .push(Contribution { plan: plan(), ..Contribution::new(day("2026-01-02"), money("500")) });
        entry.ledger.balances.push(Balance { date: day("2026-02-28"), value: money("510"), plan: plan() });
        pays(entry, "2026-02-28", "100");
    });
    assert_eq!((result.waiting.value, result.waiting.growth), (money("610"), money("10")));
    assert_eq!(result.waiting.since, Some(day("2026-01-02")));
    let report = Report::from(result);
    let table = report.tables.iter().find(|table| table.id == "waiting").expect("the table");
    assert_eq!(table.rows.iter().map(|row| row[0].as_str()).collect::<Vec<_>>(), ["This job’s plan", "Old job"]);
}

#[test]
fn c03_the_plan_s_figures_alone_are_no_problem() {
    let alone = with(YearRecord::new(2026), |entry| {
        let made = converts(entry, "2026-02-27", "3200");
        made.plan_basis = Some(money("3000"));
    });
    shows(&alone, "C03", Severity::Note, &["$3,000.00", "Only the plan’s figures show"]);
    assert_eq!(alone.taxable, money("200"));
}

#[test]
fn c29_a_few_days_over_are_a_question_until_the_day_of_receipt_is_known() {
    // 60 days from February 27 end on April 28; 14 more on May 12.
    let over = |date: &str| paid_out("2026-06-15", rolled("3200", date));
    for (date, from) in [("2026-04-29", "February 28, 2026"), ("2026-05-12", "March 13, 2026")] {
        shows(&over(date), "C29", Severity::Attention, &[from, "$0.77 of additional tax"]);
        hides(&over(date), "C16");
    }
    hides(&over("2026-04-28"), "C29");
    shows(&over("2026-05-13"), "C16", Severity::Problem, &["$3,200.00 went into the IRA after"]);
    let received = |on: &str| {
        let on = day(on);
        paid_out("2026-06-15", move |made| {
            rolled("3200", "2026-05-12")(made);
            made.received_on = Some(on);
        })
    };
    hides(&received("2026-03-13"), "C29");
    hides(&received("2026-03-13"), "C16");
    shows(&received("2026-03-12"), "C16", Severity::Problem, &["May 11, 2026"]);
    // Nothing rolled over yet: it may still be.
    let open = paid_out("2026-05-12", |_| {});
    shows(&open, "C29", Severity::Attention, &["$3,200.00 can still be rolled over"]);
    hides(&open, "C16");
}

#[test]
fn c30_a_check_to_the_custodian_went_straight_by_its_form() {
    let with_form = |codes: &str, withheld: Option<Money>| {
        let mut entry = valued();
        let made = converts(&mut entry, "2026-02-27", "3200");
        made.path = Path::PaidOut;
        rolled("3200", "2026-06-01")(made);
        entry.forms.push(Form1099R {
            gross: Some(money("3200")),
            codes: codes.to_owned(),
            withheld,
            ..Form1099R::default()
        });
        on("2026-06-15", entry)
    };
    let straight = with_form("G", None);
    shows(&straight, "C30", Severity::Attention, &["February 27, 2026", "for your benefit"]);
    hides(&straight, "C16");
    assert_eq!(straight.converted, money("3200"));
    for other in [with_form("1", None), with_form("G", Some(money("1.54")))] {
        hides(&other, "C30");
        shows(&other, "C16", Severity::Problem, &["$3,200.00 went into the IRA after"]);
        assert_eq!(other.converted, Money::ZERO);
    }
}

#[test]
fn c31_an_owner_s_january_deposit_may_be_for_the_year_before() {
    let record = |kind: PlanKind, amount: &str, on: &str| {
        let mut entry = valued();
        entry.plan.kind = kind;
        entry.contributions.after_tax = money("4192.30");
        let mut next = YearRecord::new(2027);
        next.ledger.contributions.push(Contribution::new(day(on), money(amount)));
        let record = Record { years: vec![entry, next], ..Record::default() };
        worksheets::conversions(&record, 2026, day("2027-03-01")).expect("a result")
    };
    shows(&record(PlanKind::Solo401k, "1000", "2027-01-30"), "C31", Severity::Note, &["$1,000.00", "January 30, 2027"]);
    hides(&record(PlanKind::Solo401k, "1000", "2027-01-30"), "C23");
    for other in [
        record(PlanKind::Solo401k, "1000", "2027-01-31"),
        record(PlanKind::Solo401k, "900", "2027-01-20"),
        record(PlanKind::Plan401k, "1000", "2027-01-30"),
    ] {
        hides(&other, "C31");
        assert!(finding(&other, "C23").is_some());
    }
}

#[test]
fn c33_asks_whether_old_money_comes_out_first() {
    let old = |alone: Answer| {
        with(YearRecord::new(2026), |entry| {
            entry.ledger.opening = Opening {
                on: Some(day("2026-01-02")),
                basis: Some(money("5000")),
                value: Some(money("14500")),
                before_1987: Some(money("5000")),
                before_1987_alone: alone,
                ..Opening::default()
            };
            converts(entry, "2026-02-27", "3000");
        })
    };
    shows(&old(Answer::Unknown), "C33", Severity::Attention, &["before 1987"]);
    hides(&old(Answer::Yes), "C33");
    hides(&old(Answer::No), "C33");
    assert_eq!(old(Answer::Yes).taxable, Money::ZERO);
    assert_eq!(old(Answer::No).taxable, money("1965.52"));
}

#[test]
fn c34_what_was_returned_out_of_a_payment_is_no_conversion() {
    let returned = |on_day: &str, path: Path| {
        let mut entry = valued();
        converts(&mut entry, "2026-02-27", "3200").path = path;
        entry.returned.push(Returned {
            kind: ReturnKind::AcpTest,
            excess: Some(money("192.30")),
            earnings: Some(money("2.70")),
            paid_on: Some(day(on_day)),
            converted: Answer::Yes,
            ..Returned::default()
        });
        on("2026-06-15", entry)
    };
    let carved = returned("2026-03-10", Path::RothIra);
    shows(&carved, "C34", Severity::Note, &["$195.00"]);
    assert_eq!((carved.converted, carved.taxable, carved.basis), (money("3005"), money("5"), money("3000")));
    hides(&returned("2026-03-10", Path::InPlan), "C34");
    hides(&returned("2026-02-01", Path::RothIra), "C34");
}

#[test]
fn payments_of_one_day_are_one_and_what_goes_straight_takes_the_earnings_first() {
    // 3,200 with 7.70 of earnings: 5 straight to a Roth IRA, the rest paid out and kept.
    let parts = |straight: &str, kept: &str| {
        with(valued(), |entry| {
            converts(entry, "2026-02-27", straight).path = Path::RothIra;
            converts(entry, "2026-02-27", kept).path = Path::PaidOut;
        })
    };
    let of = |result: &Conversions, path: Path| {
        let made = result.conversions.iter().find(|made| made.path == path).expect("one");
        (made.basis.value, made.taxable.value)
    };
    let most = parts("200", "3000");
    assert_eq!(of(&most, Path::RothIra), (money("192.30"), money("7.70")));
    assert_eq!(of(&most, Path::PaidOut), (money("3000"), Money::ZERO));
    let little = parts("5", "3195");
    assert_eq!(of(&little, Path::RothIra), (Money::ZERO, money("5")));
    assert_eq!(of(&little, Path::PaidOut), (money("3192.30"), money("2.70")));
}
