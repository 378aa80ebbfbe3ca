//! The edges of the room's rules, by name: birthdays, thresholds, limits to the cent.

use crate::support::room_invariants;
use crate::support::values::{day, money};
use planner::date::Date;
use planner::money::Money;
use planner::record::{Amounts, Answer, CatchUpOffer, Income, OtherJob, Record, Relation, YearRecord};
use planner::worksheets::room::Room;
use planner::worksheets::year::RothCatchUp;

/// One job with this pay and these pre-tax deferrals.
fn one_job(year: i16, birth_date: &str, pay: &str, deferrals: &str) -> Record {
    let mut entry = YearRecord::new(year);
    entry.income = Some(Income::Wages { pay: money(pay) });
    entry.contributions.pre_tax.so_far = money(deferrals);
    Record { birth_date: Some(day(birth_date)), years: vec![entry], ..Record::default() }
}

#[track_caller]
fn reckon(record: &Record) -> Room {
    let year = record.years[0].year;
    room_invariants::worksheet(record, Date::new(year, 6, 15).expect("a day")).expect("a result")
}

#[track_caller]
fn with(mut record: Record, edit: impl FnOnce(&mut YearRecord)) -> Room {
    edit(&mut record.years[0]);
    reckon(&record)
}

/// Deferrals, catch-up from 50, catch-up from 60 to 63: rule book, section 1.
const LIMITS: [(i16, &str, &str, &str); 4] = [
    (2023, "22,500", "7,500", "7,500"),
    (2024, "23,000", "7,500", "7,500"),
    (2025, "23,500", "7,500", "11,250"),
    (2026, "24,500", "8,000", "11,250"),
];

#[test]
fn catch_up_is_right_at_every_age_in_every_official_year_under_every_offer() {
    let offers = [CatchUpOffer::None, CatchUpOffer::Standard, CatchUpOffer::Higher, CatchUpOffer::Unknown];
    for (year, general, from_50, from_60) in LIMITS {
        // More than any catch-up, so that the whole of it is used and the rest is in excess.
        let tried = money("12,000");
        let deferred = money(general) + tried;
        for age in 18..=80 {
            for offer in offers {
                let record = one_job(year, &format!("{}-06-15", year - age), "300,000", &deferred.plain());
                let room = with(record, |entry| entry.plan.catch_up = offer);
                let right = match (age, offer) {
                    (..50, _) | (_, CatchUpOffer::None) => Money::ZERO,
                    (60..=63, CatchUpOffer::Higher) => money(from_60),
                    (50.., _) => money(from_50),
                };
                let at = format!("{year}, age {age}, {offer:?}");
                assert_eq!(room.age_at_year_end, age, "{at}");
                assert_eq!(room.catch_up_allowance, right, "{at}");
                assert_eq!(room.catch_up.value, right, "{at}");
                assert_eq!(room.catch_up_left, Money::ZERO, "{at}");
                assert_eq!(room.regular_deferrals.value + right, deferred, "{at}");
                assert_eq!(room.excess_deferrals.value + right, tried, "{at}");
            }
        }
    }
}

#[test]
fn age_counts_at_the_end_of_the_year() {
    // A person born on 31 December reaches the age in the year; one day later, in the next.
    for (born, age, catch_up) in [
        ("1976-12-31", 50, "8,000"),
        ("1977-01-01", 49, "0"),
        ("1966-12-31", 60, "11,250"),
        ("1967-01-01", 59, "8,000"),
        ("1963-01-01", 63, "11,250"),
        ("1962-12-31", 64, "8,000"),
    ] {
        let record = one_job(2026, born, "300,000", "35,750");
        let room = with(record, |entry| entry.plan.catch_up = CatchUpOffer::Higher);
        assert_eq!(room.age_at_year_end, age, "born {born}");
        assert_eq!(room.catch_up.value, money(catch_up), "born {born}");
    }
}

#[test]
fn a_deferral_is_catch_up_from_the_first_cent_above_the_limit() {
    for (deferred, regular, catch_up, room) in [
        ("24,499.99", "24,499.99", "0", "47,500.01"),
        ("24,500.00", "24,500.00", "0", "47,500.00"),
        ("24,500.01", "24,500.00", "0.01", "47,500.00"),
        ("32,500.00", "24,500.00", "8,000.00", "47,500.00"),
        ("32,500.01", "24,500.01", "8,000.00", "47,499.99"),
    ] {
        let result = reckon(&one_job(2026, "1970-06-15", "300,000", deferred));
        assert_eq!(result.regular_deferrals.value, money(regular), "{deferred}");
        assert_eq!(result.catch_up.value, money(catch_up), "{deferred}");
        assert_eq!(result.room.value, money(room), "{deferred}");
    }
}

#[test]
fn a_plan_s_lower_deferral_limit_makes_catch_up_earlier() {
    for (deferred, catch_up, room) in
        [("20,000.00", "0", "52,000.00"), ("20,000.01", "0.01", "52,000.00"), ("28,000.01", "8,000", "51,999.99")]
    {
        let record = one_job(2026, "1970-06-15", "300,000", deferred);
        let result = with(record, |entry| entry.plan.deferral_limit = Some(money("20,000")));
        assert_eq!(result.catch_up.value, money(catch_up), "{deferred}");
        assert_eq!(result.room.value, money(room), "{deferred}");
    }
}

#[test]
fn catch_up_must_be_roth_above_150_000_and_not_at_it() {
    for (wages, rule) in [
        ("149,999.99", RothCatchUp::Free),
        ("150,000.00", RothCatchUp::Free),
        ("150,000.01", RothCatchUp::Required),
        ("0", RothCatchUp::Free),
    ] {
        let record = one_job(2026, "1970-06-15", "300,000", "32,500");
        let room = with(record, |entry| entry.prior_year_box_3_wages = Some(money(wages)));
        assert_eq!(room.roth_catch_up, rule, "{wages}");
        assert_eq!(room.room.value, money("47,500"), "the tax character never changes the room: {wages}");
    }
    assert_eq!(reckon(&one_job(2026, "1970-06-15", "300,000", "0")).roth_catch_up, RothCatchUp::Unknown);
}

#[test]
fn the_roth_rule_begins_with_2026_at_50_and_takes_the_way_in_where_there_is_no_roth() {
    for (year, born, roth, allowance, rule) in [
        (2025, "1970-06-15", Answer::No, "7,500", RothCatchUp::NotApplicable),
        (2026, "1977-01-01", Answer::No, "0", RothCatchUp::NotApplicable),
        (2026, "1976-12-31", Answer::No, "0", RothCatchUp::Required),
        (2026, "1976-12-31", Answer::Unknown, "8,000", RothCatchUp::Required),
        (2026, "1976-12-31", Answer::Yes, "8,000", RothCatchUp::Required),
    ] {
        let room = with(one_job(year, born, "300,000", "0"), |entry| {
            entry.prior_year_box_3_wages = Some(money("200,000"));
            entry.plan.roth_deferrals = roth;
        });
        assert_eq!(room.catch_up_allowance, money(allowance), "{year} {born} {roth:?}");
        assert_eq!(room.roth_catch_up, rule, "{year} {born} {roth:?}");
    }
}

#[test]
fn the_lesser_of_pay_and_the_dollar_limit_caps() {
    for (pay, cap) in [("71,999.99", "71,999.99"), ("72,000.00", "72,000"), ("72,000.01", "72,000"), ("0", "0")] {
        assert_eq!(reckon(&one_job(2026, "1985-06-15", pay, "0")).cap.value, money(cap), "{pay}");
    }
}

#[test]
fn catch_up_needs_pay_left_for_it() {
    // IRC 414(v)(2)(A)(ii): at most pay less the other deferrals.
    for (pay, catch_up) in [("24,500.00", "0"), ("24,500.01", "0.01"), ("32,499.99", "7,999.99"), ("32,500", "8,000")] {
        let room = reckon(&one_job(2026, "1970-06-15", pay, "32,500"));
        assert_eq!(room.catch_up.value, money(catch_up), "{pay}");
    }
}

#[test]
fn one_cent_left_exactly_full_and_one_cent_over() {
    for (after_tax, room, over) in
        [("35,499.99", "0.01", "0"), ("35,500.00", "0", "0"), ("35,500.01", "0", "0.01"), ("38,000", "0", "2,500")]
    {
        let result = with(one_job(2026, "1985-06-15", "300,000", "24,500"), |entry| {
            entry.contributions.employer_match.so_far = money("12,000");
            entry.contributions.after_tax = money(after_tax);
        });
        assert_eq!(result.room.value, money(room), "{after_tax}");
        assert_eq!(result.over.value, money(over), "{after_tax}");
        assert_eq!(result.over_posted, money(over), "all of it is posted: {after_tax}");
    }
}

#[test]
fn what_is_still_to_come_is_over_but_not_posted() {
    for (so_far, to_come, over, posted) in [
        ("47,500.00", "0.01", "0.01", "0"),
        ("47,500.01", "0.00", "0.01", "0.01"),
        ("47,501.00", "9.00", "10", "1"),
        ("0", "47,500.01", "0.01", "0"),
    ] {
        let room = with(one_job(2026, "1985-06-15", "300,000", "24,500"), |entry| {
            entry.contributions.profit_sharing = Amounts { so_far: money(so_far), to_come: money(to_come) };
        });
        assert_eq!((room.over.value, room.over_posted), (money(over), money(posted)), "{so_far} and {to_come}");
    }
}

/// Catch-up is outside the limit wherever in the group it was deferred, so it
/// is no part of what is posted against the limit either.
#[test]
fn catch_up_at_a_related_employer_is_not_posted_against_the_limit() {
    let room = with(one_job(2026, "1970-06-15", "300,000", "24,500"), |entry| {
        entry.contributions.employer_match = Amounts { so_far: money("40,000"), to_come: money("20,000") };
        entry.other_jobs.push(OtherJob {
            relation: Relation::Related,
            pay: Some(money("100,000")),
            deferrals: Amounts { so_far: money("8,000"), to_come: Money::ZERO },
            ..OtherJob::default()
        });
    });
    assert_eq!(room.catch_up.value, money("8,000"));
    assert_eq!(room.used.value, money("84,500"));
    assert_eq!(room.over.value, money("12,500"));
    assert_eq!(room.over_posted, Money::ZERO, "24,500 and 40,000 are posted, which is within 72,000");
}

/// A plan's cap on deferrals and after-tax money together counts what this plan
/// takes in. A deferral at a related employer cannot open room under it.
#[test]
fn a_related_deferral_opens_no_room_under_a_combined_cap() {
    let room = |related: &str| {
        with(one_job(2026, "1970-06-15", "100,000", "20,000"), |entry| {
            entry.plan.combined_percent = "25".parse().ok();
            entry.other_jobs.push(OtherJob {
                relation: Relation::Related,
                pay: Some(money("100,000")),
                deferrals: Amounts { so_far: money(related), to_come: Money::ZERO },
                ..OtherJob::default()
            });
        })
        .room
        .value
    };
    assert_eq!(room("4,500.00"), money("5,000"));
    assert_eq!(room("4,500.01"), money("5,000"), "the catch-up is not this plan's");
    assert_eq!(room("12,500.00"), money("5,000"));
}

#[test]
fn a_joined_403b_shares_the_dollar_limit_and_not_the_pay() {
    for (there, cap) in [("42,000.00", "30,000"), ("42,000.01", "29,999.99"), ("41,999.99", "30,000")] {
        let room = with(one_job(2026, "1985-06-15", "30,000", "0"), |entry| {
            entry.other_jobs.push(OtherJob {
                relation: Relation::Own403b,
                employer: Amounts { so_far: money(there), to_come: Money::ZERO },
                ..OtherJob::default()
            });
        });
        assert_eq!(room.cap.value, money(cap), "{there}");
    }
}

#[test]
fn a_short_limitation_year_rounds_its_dollar_limit_down() {
    // 70,000 x 1/12 = 5,833.33 and a third.
    for (year, months, cap) in
        [(2025, Some(1), "5,833.33"), (2026, Some(11), "66,000"), (2026, Some(6), "36,000"), (2026, None, "72,000")]
    {
        let record = one_job(year, "1985-06-15", "300,000", "0");
        let room = with(record, |entry| entry.plan.limitation_year_months = months);
        assert_eq!(room.cap.value, money(cap), "{year} {months:?}");
        assert_eq!(room.deferrals_left, room.limits.elective_deferrals.value, "deferrals are never prorated");
    }
}

#[test]
fn a_business_under_400_of_net_earnings_bears_no_tax() {
    // 433.13 x 92.35% is 399.9956; 433.14 is 400.0048, half of 15.3% of which is 30.60.
    for (profit, half) in [("433.13", "0"), ("433.14", "30.60")] {
        let record = one_job(2026, "1985-06-15", "0", "0");
        let room = with(record, |entry| {
            entry.income = Some(Income::SelfEmployed { net_profit: money(profit), social_security_wages: Money::ZERO });
        });
        let step = room.cap.steps.iter().find(|step| step.label == "Half of the self-employment tax");
        assert_eq!(step.map(|step| step.value), Some(money(half)), "{profit}");
    }
}

#[test]
fn the_pay_that_a_plan_may_count_bounds_a_percentage_from_its_cent() {
    for (pay, counted, room) in [
        ("359,999.00", Answer::Yes, "35,999.90"),
        ("360,000.00", Answer::Yes, "36,000"),
        ("400,000.00", Answer::Yes, "36,000"),
        ("400,000.00", Answer::Unknown, "36,000"),
        ("400,000.00", Answer::No, "40,000"),
    ] {
        let result = with(one_job(2026, "1985-06-15", pay, "0"), |entry| {
            entry.plan.after_tax_percent = "10".parse().ok();
            entry.plan.percent_of_counted_pay = counted;
        });
        assert_eq!(result.room.value, money(room), "{pay} {counted:?}");
    }
}

#[test]
fn a_month_counts_until_its_year_ends_and_an_owner_has_thirty_days_more() {
    let owner = Income::SelfEmployed { net_profit: money("100,000"), social_security_wages: Money::ZERO };
    let wages = Income::Wages { pay: money("100,000") };
    for (income, today, months) in [
        (wages, "2025-12-31", Some(12)),
        (wages, "2026-01-01", Some(12)),
        (wages, "2026-12-31", Some(1)),
        (wages, "2027-01-01", None),
        (owner, "2026-12-31", Some(1)),
        (owner, "2027-01-30", Some(1)),
        (owner, "2027-01-31", None),
    ] {
        let mut record = one_job(2026, "1985-06-15", "0", "0");
        record.years[0].income = Some(income);
        let room = room_invariants::worksheet(&record, day(today)).expect("a result");
        assert_eq!(room.pace.map(|pace| pace.contributions), months, "{income:?} on {today}");
    }
}
