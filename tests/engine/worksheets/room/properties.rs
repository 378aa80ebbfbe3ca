//! What holds of the room for any record: a second reckoning in whole cents, a
//! cent more used is never more room, and nothing that can be entered panics.
//!
//! The invariants of every single result are in `support::room_invariants`.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart from dollars")]

use crate::support::properties::{answer, cases};
use crate::support::room_invariants;
use crate::support::values::{cents, day, money};
use crate::support::worksheets;
use planner::date::Date;
use planner::law::OwnLimits;
use planner::money::Money;
use planner::percent::Percent;
use planner::record::{
    Amounts, Answer, CatchUpOffer, Contributions, Income, LimitationYear, LimitationYearKind, MOST_JOBS, OtherJob,
    PlanKind, PlanRules, Record, Relation, YearRecord,
};
use planner::worksheets::room::Room;
use planner::worksheets::year::Monthly;
use planner::worksheets::year::NotReady;
use proptest::prelude::*;
use proptest::sample::{Index, select};

const LARGEST_ENTERED: &str = "999,999,999.99";

fn dollars() -> impl Strategy<Value = Money> {
    // One cent under the largest, so that a cent more can still be entered.
    const LARGEST: u64 = 99_999_999_998;
    let limits =
        [23_500_00, 24_500_00, 8_000_00, 11_250_00, 32_500_00, 35_750_00, 70_000_00, 72_000_00, 150_000_00, 360_000_00];
    prop_oneof![
        3 => Just(0),
        4 => 0_u64..40_000_00,
        2 => 0_u64..500_000_00,
        2 => (select(limits.to_vec()), 0_u64..3).prop_map(|(limit, cents)| limit + cents - 1),
        1 => 0..=LARGEST,
    ]
    .prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100).parse().expect("an amount that can be entered"))
}

/// What goes into a plan: mostly so little that room is left.
fn small_dollars() -> impl Strategy<Value = Money> {
    prop_oneof![
        12 => Just(Money::ZERO),
        5 => (0_u32..6_000_00).prop_map(Money::cents),
        2 => (0_u32..36_000_00).prop_map(Money::cents),
        1 => dollars(),
    ]
}

fn pay() -> impl Strategy<Value = Money> {
    prop_oneof![3 => (20_000_00_u32..500_000_00).prop_map(Money::cents), 1 => dollars()]
}

fn amounts() -> impl Strategy<Value = Amounts> {
    (small_dollars(), small_dollars()).prop_map(|(so_far, to_come)| Amounts { so_far, to_come })
}

fn percent() -> impl Strategy<Value = Percent> {
    (0_u32..=10_000)
        .prop_map(|points| format!("{}.{:02}", points / 100, points % 100).parse().expect("a percentage to 100"))
}

fn offer() -> impl Strategy<Value = CatchUpOffer> {
    select(vec![CatchUpOffer::None, CatchUpOffer::Standard, CatchUpOffer::Higher, CatchUpOffer::Unknown])
}

fn income() -> impl Strategy<Value = Income> {
    let wages = pay().prop_map(|pay| Income::Wages { pay });
    let own = (pay(), small_dollars())
        .prop_map(|(net_profit, social_security_wages)| Income::SelfEmployed { net_profit, social_security_wages });
    prop_oneof![2 => wages, 1 => own]
}

fn rare<T: std::fmt::Debug + Clone + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    prop_oneof![3 => Just(None), 1 => value.prop_map(Some)]
}

fn limitation_year_kind() -> impl Strategy<Value = LimitationYearKind> {
    use LimitationYearKind::{Calendar, Other, Short, Unknown};
    prop_oneof![3 => Just(Unknown), 1 => Just(Calendar), 1 => Just(Short), 1 => Just(Other)]
}

prop_compose! {
    fn plan()(
        kind in select(vec![PlanKind::Plan401k, PlanKind::Plan403b]),
        catch_up in offer(),
        (roth_deferrals, percent_of_counted_pay) in (answer(), answer()),
        (deferral_limit, after_tax_dollars, reserved_match) in (rare(dollars()), rare(dollars()), rare(dollars())),
        (after_tax_percent, combined_percent) in (rare(percent()), rare(percent())),
        (limitation_year_months, limitation_year) in (rare(1_u8..=11), limitation_year_kind()),
        (limitation_year_begins, deemed_roth) in (rare(1_u8..=12), answer()),
    ) -> PlanRules {
        PlanRules {
            kind, catch_up, roth_deferrals, deferral_limit, after_tax_dollars, after_tax_percent, combined_percent,
            percent_of_counted_pay, reserved_match, limitation_year_months, limitation_year,
            limitation_year_begins, deemed_roth, ..PlanRules::default()
        }
    }
}

prop_compose! {
    fn contributions()(
        (pre_tax, roth) in (amounts(), amounts()),
        (employer_match, profit_sharing) in (amounts(), amounts()),
        (nonelective, forfeitures) in (amounts(), amounts()),
        after_tax in small_dollars(),
        (match_of_last_year, fifteen_year) in (small_dollars(), rare(small_dollars())),
    ) -> Contributions {
        Contributions {
            pre_tax, roth, employer_match, profit_sharing, nonelective, forfeitures, after_tax, match_of_last_year,
            fifteen_year,
        }
    }
}

prop_compose! {
    fn job()(
        name in "[a-z ]{0,6}",
        relation in select(vec![Relation::Unrelated, Relation::Related, Relation::Same403b, Relation::Own403b]),
        pay in pay(),
        (deferrals, employer) in (amounts(), amounts()),
        after_tax in small_dollars(),
        is_403b in answer(),
    ) -> OtherJob {
        OtherJob { name, relation, is_403b, pay: Some(pay), deferrals, employer, after_tax }
    }
}

prop_compose! {
    fn limitation_year()(
        (before, later_deferrals, later_other) in (small_dollars(), small_dollars(), small_dollars()),
        pay in rare(pay()),
    ) -> LimitationYear {
        LimitationYear { before, later_deferrals, later_other, pay }
    }
}

prop_compose! {
    fn own_limits()(
        (elective_deferrals, catch_up, catch_up_60_to_63) in (rare(dollars()), rare(dollars()), rare(dollars())),
        (annual_additions, pay_counted) in (rare(dollars()), rare(dollars())),
        (roth_catch_up_wages, social_security_wage_base) in (rare(dollars()), rare(dollars())),
    ) -> OwnLimits {
        OwnLimits {
            elective_deferrals, catch_up, catch_up_60_to_63, annual_additions, pay_counted, roth_catch_up_wages,
            social_security_wage_base,
        }
    }
}

prop_compose! {
    fn record()(
        year in 2023_i16..=2027,
        age in 18_i16..=80,
        (month, day) in (1_u8..=12, 1_u8..=28),
        income in income(),
        own in own_limits(),
        months_left in rare(0_u8..=12),
        prior_year_box_3_wages in rare(dollars()),
        plan in plan(),
        (contributions, limitation_year) in (contributions(), limitation_year()),
        other_jobs in prop_oneof![1 => Just(Vec::new()), 2 => prop::collection::vec(job(), 0..4)],
    ) -> Record {
        // No more can come after the limitation year than comes at all.
        let other_money = contributions.employer().total() + contributions.after_tax;
        let later_other = limitation_year.later_other.min(other_money);
        let limitation_year = LimitationYear { later_other, ..limitation_year };
        // Where the limits are official, the person's own must change nothing.
        let own_limits = if year == 2027 { OwnLimits::default() } else { own };
        let entry = YearRecord {
            own_limits, months_left, income: Some(income), prior_year_box_3_wages, plan, contributions, limitation_year, other_jobs,
            ..YearRecord::new(year)
        };
        Record {
            birth_date: Some(Date::new(year - age, month, day).expect("a day that every month has")),
            years: vec![entry],
            ..Record::default()
        }
    }
}

fn today(record: &Record) -> Date {
    Date::new(record.years[0].year, 6, 15).expect("a day in June")
}

fn result(record: &Record) -> Room {
    room_invariants::worksheet(record, today(record)).expect("a whole record has a result")
}

/// The rule book's section 3 in whole cents, apart from the engine.
mod second_reckoning {
    use super::*;

    pub struct Reckoned {
        pub cap: i128,
        pub catch_up: i128,
        pub used: i128,
        pub room: i128,
    }

    /// Deferrals, catch-up, catch-up 60 to 63, additions, pay counted, wage base: dollars.
    const LIMITS: [(i16, [i128; 6]); 5] = [
        (2023, [22_500, 7_500, 7_500, 66_000, 330_000, 160_200]),
        (2024, [23_000, 7_500, 7_500, 69_000, 345_000, 168_600]),
        (2025, [23_500, 7_500, 11_250, 70_000, 350_000, 176_100]),
        (2026, [24_500, 8_000, 11_250, 72_000, 360_000, 184_500]),
        (2027, [25_500, 8_500, 11_750, 75_000, 375_000, 192_300]),
    ];

    fn both(amounts: Amounts) -> i128 {
        cents(amounts.so_far) + cents(amounts.to_come)
    }

    /// Hundredths of a percent.
    fn points(percent: Percent) -> i128 {
        cents(percent.to_string().trim_end_matches('%').parse().expect("a percentage to two decimals"))
    }

    /// Half of the self-employment tax, half up, in units of a hundred-millionth of a cent.
    fn half_tax(net_profit: i128, wages: i128, base: i128) -> i128 {
        let earnings = net_profit * 9_235;
        if earnings < 400_00 * 10_000 {
            return 0;
        }
        let social_security = earnings.min((base - wages).max(0) * 10_000);
        (social_security * 124 + earnings * 29 + 10_000_000) / 20_000_000
    }

    pub fn reckon(record: &Record) -> Reckoned {
        let entry = &record.years[0];
        let plan = &entry.plan;
        let limits = LIMITS.iter().find(|(year, _)| *year == entry.year).expect("a year with limits").1;
        let [general, catch_up, catch_up_60, additions, counted, base] = limits.map(|dollars| dollars * 100);
        let age = entry.year - record.birth_date.expect("a birth date").year();

        let group = |relation: Relation| entry.other_jobs.iter().filter(move |job| job.relation == relation);
        let money = &entry.contributions;
        let here = both(money.pre_tax) + both(money.roth);
        let employer = (cents(money.employer_match.so_far) - cents(money.match_of_last_year)).max(0)
            + cents(money.employer_match.to_come)
            + both(money.profit_sharing)
            + both(money.nonelective)
            + both(money.forfeitures);
        let after_tax = cents(money.after_tax);
        let related: i128 = group(Relation::Related).map(|job| both(job.deferrals)).sum();
        let related_rest: i128 = group(Relation::Related).map(|job| both(job.employer) + cents(job.after_tax)).sum();
        let related_pay: i128 = group(Relation::Related).map(|job| cents(job.pay.expect("pay"))).sum();
        let joined: i128 = group(Relation::Own403b).map(|job| both(job.deferrals)).sum();
        let joined_rest: i128 = group(Relation::Own403b).map(|job| both(job.employer) + cents(job.after_tax)).sum();

        let other = plan.limitation_year == LimitationYearKind::Other;
        let short = plan.limitation_year == LimitationYearKind::Short;
        let begins = plan.limitation_year_begins.filter(|month| other && *month > 1);
        let otherwise = |amount: Money| if other || short { cents(amount) } else { 0 };
        let limitation = entry.limitation_year;
        let before = if other { cents(limitation.before) } else { 0 };
        let threshold = if entry.year == 2026 { 150_000_00 } else { 155_000_00 };
        let mandate = age >= 50
            && entry.year >= 2026
            && entry.prior_year_box_3_wages.is_some_and(|wages| cents(wages) > threshold);
        let pay = match entry.income.expect("income") {
            Income::Wages { pay } => limitation.pay.filter(|_| other || short).map_or(cents(pay), cents),
            Income::SelfEmployed { net_profit, social_security_wages } => {
                let net = cents(net_profit);
                let after = net - half_tax(net, cents(social_security_wages), base) - employer;
                after.max(0)
            }
        };
        let by_age = match age {
            ..50 => 0,
            60..=63 if plan.catch_up == CatchUpOffer::Higher => catch_up_60,
            _ => catch_up,
        };
        let closed = plan.catch_up == CatchUpOffer::None || (mandate && plan.roth_deferrals == Answer::No);
        let allowance = if closed { 0 } else { by_age };
        let limit_here = plan.deferral_limit.map_or(general, |limit| cents(limit).min(general));
        let fifteen = match money.fifteen_year {
            Some(amount) if plan.kind == PlanKind::Plan403b => cents(amount).min(3_000_00),
            _ => 0,
        };
        let fifteen = fifteen.min(here).min((here + related - general).max(0));
        let above = (here - limit_here).max(here + related - general).max(0) - fifteen;
        let of_pay = (pay + related_pay - (here + related - above)).max(0);
        let catch_up = allowance.min(above).min(of_pay);
        // The calendar year's last deferrals are those above its limit.
        let later = otherwise(limitation.later_deferrals).min(here);
        let catch_up_in_time = catch_up.min((above - later).max(0));

        let joined_catch_up = (joined - general).max(0).min(by_age - catch_up);
        let months =
            plan.limitation_year_months.filter(|_| short || plan.limitation_year == LimitationYearKind::Unknown);
        let dollars = additions * i128::from(months.unwrap_or(12)) / 12;
        let joined_in_all = joined - joined_catch_up + joined_rest;
        let cap = (dollars - joined_in_all).max(0).min(pay + related_pay);
        let other_money = (employer + after_tax - otherwise(limitation.later_other)).max(0);
        let used = here + related - later - catch_up_in_time + other_money + before + related_rest;
        let after_tax_in_caps = after_tax;

        let counted = match begins.and_then(|_| LIMITS.iter().find(|(year, _)| *year == entry.year - 1)) {
            Some((_, limits)) => limits[4] * 100,
            None => counted,
        };
        let counted_pay = if plan.percent_of_counted_pay == Answer::No { pay } else { pay.min(counted) };
        // Only what is above this plan's own limit can be this plan's catch-up.
        let counted_here = here - catch_up.min((here - limit_here).max(0));
        let caps = [
            plan.after_tax_dollars.map(|dollars| cents(dollars) - after_tax_in_caps),
            plan.after_tax_percent.map(|percent| counted_pay * points(percent) / 10_000 - after_tax_in_caps),
            plan.combined_percent
                .map(|percent| counted_pay * points(percent) / 10_000 - counted_here - after_tax_in_caps),
            plan.reserved_match.map(|reserved| additions - general - cents(reserved) - after_tax_in_caps),
        ];
        let by_law = if joined_in_all > dollars { 0 } else { (cap - used).max(0) };
        let room = caps.into_iter().flatten().fold(by_law, i128::min).max(0);
        Reckoned { cap, catch_up, used, room }
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn the_room_agrees_with_a_second_reckoning(record in record()) {
        let room = result(&record);
        let again = second_reckoning::reckon(&record);
        prop_assert_eq!(cents(room.catch_up.value), again.catch_up, "catch-up");
        prop_assert_eq!(cents(room.cap.value), again.cap, "cap");
        prop_assert_eq!(cents(room.used.value), again.used, "used");
        prop_assert_eq!(cents(room.room.value), again.room, "room");
    }
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn a_cent_more_used_is_never_more_room(record in record()) {
        let before = result(&record);
        for (name, spend) in SPENDINGS {
            let mut more = record.clone();
            spend(&mut more.years[0].contributions);
            let after = result(&more);
            prop_assert!(after.room.value <= before.room.value, "{} made room", name);
            prop_assert!(after.used.value >= before.used.value, "{} was not used", name);
            prop_assert!(after.over.value >= before.over.value, "{} cured an excess", name);
        }
        for place in 0..record.years[0].other_jobs.len() {
            for (name, spend) in SPENDINGS_ELSEWHERE {
                let mut more = record.clone();
                spend(&mut more.years[0].other_jobs[place]);
                let after = result(&more);
                match record.years[0].other_jobs[place].relation {
                    // Another owner's plan has a limit of its own.
                    Relation::Unrelated | Relation::Same403b => prop_assert_eq!(after.room.value, before.room.value, "{}", name),
                    Relation::Related | Relation::Own403b => {
                        prop_assert!(after.room.value <= before.room.value, "{} elsewhere made room", name);
                        prop_assert!(after.over.value >= before.over.value, "{} elsewhere cured an excess", name);
                    }
                }
            }
        }
    }

    #[test]
    fn an_after_tax_cent_takes_exactly_a_cent_of_room(mut record in record()) {
        let before = result(&record);
        add(&mut record.years[0].contributions.after_tax);
        let after = result(&record);
        if before.room.value.is_positive() {
            prop_assert_eq!(after.room.value + Money::CENT, before.room.value);
        }
        if before.over.value.is_positive() {
            prop_assert_eq!(before.over.value + Money::CENT, after.over.value);
        }
    }

    #[test]
    fn filling_the_room_leaves_none_and_is_not_over(mut record in record()) {
        let before = result(&record);
        if before.over.value.is_positive() {
            return Ok(());
        }
        let after_tax = &mut record.years[0].contributions.after_tax;
        *after_tax += before.room.value;
        let full = result(&record);
        prop_assert_eq!(full.room.value, Money::ZERO);
        prop_assert_eq!(full.over.value, Money::ZERO);
        prop_assert_eq!(full.total_if_filled, before.total_if_filled);
    }

    #[test]
    fn a_plan_cap_never_makes_room(record in record(), cap in dollars(), share in percent()) {
        let before = result(&record).room.value;
        let caps: [fn(&mut PlanRules, Money, Percent); 4] = [
            |plan, cap, _| plan.after_tax_dollars = Some(plan.after_tax_dollars.map_or(cap, |own| own.min(cap))),
            |plan, _, share| plan.after_tax_percent = Some(plan.after_tax_percent.map_or(share, |own| own.min(share))),
            |plan, _, share| plan.combined_percent = Some(plan.combined_percent.map_or(share, |own| own.min(share))),
            |plan, cap, _| plan.reserved_match = Some(plan.reserved_match.map_or(cap, |own| own.max(cap))),
        ];
        for set in caps {
            let mut capped = record.clone();
            set(&mut capped.years[0].plan, cap, share);
            prop_assert!(result(&capped).room.value <= before);
        }
        let mut capped = record.clone();
        capped.years[0].plan.after_tax_dollars = Some(cap);
        let after_tax = capped.years[0].contributions.after_tax;
        prop_assert!(result(&capped).room.value <= (cap - after_tax).or_zero());
    }

    #[test]
    fn an_even_pace_never_exceeds_and_sums_exactly(amount in dollars(), count in 0_u32..=366) {
        let pace = Monthly::even(amount, count);
        prop_assert_eq!(pace.is_none(), count == 0);
        if let Some(pace) = pace {
            let but_last: Money = (1..count).map(|_| pace.each).sum();
            prop_assert_eq!(but_last + pace.last, amount);
            prop_assert!(pace.each <= pace.last);
            prop_assert!(pace.last - pace.each < Money::cents(count));
        }
    }

    #[test]
    fn any_text_is_read_or_refused_without_a_panic(text in "\\PC{0,200}") {
        prop_assert!(read(&text).is_err(), "no such text is a record: {}", text);
    }

    #[test]
    fn any_bytes_are_read_or_refused_without_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_damaged_record_is_read_or_refused_without_a_panic(
        record in record(),
        damages in prop::collection::vec((any::<Index>(), damage()), 1..6),
    ) {
        let mut text: Vec<char> = record.to_json().chars().collect();
        for (place, damage) in damages {
            let place = place.index(text.len().max(1));
            match damage {
                Damage::Delete(count) => drop(text.drain(place.min(text.len())..(place + count).min(text.len()))),
                Damage::Insert(piece) => drop(text.splice(place..place, piece.chars())),
                Damage::Cut => text.truncate(place),
                Damage::Repeat(count) => {
                    let piece: Vec<char> = text[place..(place + count).min(text.len())].to_vec();
                    drop(text.splice(place..place, piece));
                }
            }
        }
        let _ = read(&text.into_iter().collect::<String>());
    }
}

type Spending<T> = (&'static str, fn(&mut T));

fn add(amount: &mut Money) {
    *amount += Money::CENT;
}

const SPENDINGS: [Spending<Contributions>; 13] = [
    ("a pre-tax deferral", |money| add(&mut money.pre_tax.so_far)),
    ("a pre-tax deferral to come", |money| add(&mut money.pre_tax.to_come)),
    ("a Roth deferral", |money| add(&mut money.roth.so_far)),
    ("a Roth deferral to come", |money| add(&mut money.roth.to_come)),
    ("match", |money| add(&mut money.employer_match.so_far)),
    ("match to come", |money| add(&mut money.employer_match.to_come)),
    ("profit sharing", |money| add(&mut money.profit_sharing.so_far)),
    ("profit sharing to come", |money| add(&mut money.profit_sharing.to_come)),
    ("other employer money", |money| add(&mut money.nonelective.so_far)),
    ("other employer money to come", |money| add(&mut money.nonelective.to_come)),
    ("a forfeiture", |money| add(&mut money.forfeitures.so_far)),
    ("a forfeiture to come", |money| add(&mut money.forfeitures.to_come)),
    ("after-tax money", |money| add(&mut money.after_tax)),
];

const SPENDINGS_ELSEWHERE: [Spending<OtherJob>; 5] = [
    ("a deferral", |job| add(&mut job.deferrals.so_far)),
    ("a deferral to come", |job| add(&mut job.deferrals.to_come)),
    ("employer money", |job| add(&mut job.employer.so_far)),
    ("employer money to come", |job| add(&mut job.employer.to_come)),
    ("after-tax money", |job| add(&mut job.after_tax)),
];

#[derive(Clone, Debug)]
enum Damage {
    Delete(usize),
    Insert(&'static str),
    Cut,
    Repeat(usize),
}

fn damage() -> impl Strategy<Value = Damage> {
    let pieces = vec![
        "0",
        "9",
        "9999999999",
        "-",
        ".",
        "e99",
        "\"",
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "null",
        "true",
        "\\u0000",
        "\t",
        "é",
        "\u{1F4B0}",
        "\"1\"",
        "32767",
        "-32768",
        "[[[[[[[[",
    ];
    prop_oneof![
        4 => select(pieces).prop_map(Damage::Insert),
        3 => (1_usize..12).prop_map(Damage::Delete),
        1 => Just(Damage::Cut),
        2 => (1_usize..40).prop_map(Damage::Repeat),
    ]
}

/// Reads a text as the page and the command do. What is read has a result or
/// a sentence for every year, and writes the JSON that it is read from.
fn read(text: &str) -> Result<Record, String> {
    let record = Record::from_json(text).map_err(|error| {
        assert!(!error.to_string().is_empty());
        error.to_string()
    })?;
    assert_eq!(Record::from_json(&record.to_json()).as_ref(), Ok(&record));
    for entry in &record.years {
        if let Err(error) = worksheets::room(&record, entry.year, day("2026-11-24")) {
            assert!(!error.to_string().is_empty());
        }
    }
    Ok(record)
}

fn largest() -> Amounts {
    Amounts { so_far: money(LARGEST_ENTERED), to_come: money(LARGEST_ENTERED) }
}

/// A year with the largest amount in every field, for each way of working.
fn everything_at_its_largest(year: i16, income: Income) -> Record {
    let most = money(LARGEST_ENTERED);
    let all = largest();
    let jobs = [Relation::Unrelated, Relation::Related, Relation::Own403b].into_iter().cycle().take(MOST_JOBS);
    let entry = YearRecord {
        income: Some(income),
        prior_year_box_3_wages: Some(most),
        own_limits: OwnLimits {
            elective_deferrals: Some(most),
            catch_up: Some(most),
            catch_up_60_to_63: Some(most),
            annual_additions: Some(most),
            pay_counted: Some(most),
            roth_catch_up_wages: Some(most),
            social_security_wage_base: Some(most),
        },
        plan: PlanRules {
            kind: PlanKind::Plan403b,
            catch_up: CatchUpOffer::Higher,
            deferral_limit: Some(most),
            after_tax_dollars: Some(most),
            after_tax_percent: "100".parse().ok(),
            combined_percent: "100".parse().ok(),
            reserved_match: Some(most),
            ..PlanRules::default()
        },
        contributions: Contributions {
            pre_tax: all,
            roth: all,
            employer_match: all,
            profit_sharing: all,
            nonelective: all,
            forfeitures: all,
            after_tax: most,
            match_of_last_year: Money::ZERO,
            fifteen_year: Some(most),
        },
        limitation_year: LimitationYear {
            before: most,
            later_deferrals: Money::ZERO,
            later_other: Money::ZERO,
            pay: Some(most),
        },
        other_jobs: jobs
            .map(|relation| OtherJob {
                name: "x".repeat(1_000),
                relation,
                is_403b: Answer::Yes,
                pay: Some(most),
                deferrals: all,
                employer: all,
                after_tax: most,
            })
            .collect(),
        ..YearRecord::new(year)
    };
    Record { birth_date: Some(day("1964-06-15")), years: vec![entry], ..Record::default() }
}

/// The properties would say little if hardly any record that they draw left room.
#[test]
fn the_records_drawn_are_of_every_kind() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let (mut open, mut over, mut catch_up, mut capped) = (0, 0, 0, 0);
    for _ in 0..400 {
        let room = result(&record().new_tree(&mut runner).expect("a record").current());
        open += u32::from(room.room.value.is_positive());
        over += u32::from(room.over.value.is_positive());
        catch_up += u32::from(room.catch_up.value.is_positive());
        capped += u32::from(room.room.value < room.room_by_law.value);
    }
    println!("of 400: {open} with room, {over} over, {catch_up} with catch-up, {capped} under a plan's cap");
    assert!(open >= 100 && over >= 40 && catch_up >= 20 && capped >= 40, "{open} {over} {catch_up} {capped}");
}

#[test]
fn the_largest_amount_in_every_field_has_a_result() {
    let most = money(LARGEST_ENTERED);
    for year in [2012, 2023, 2024, 2025, 2026, 2027, 2031] {
        for income in [
            Income::Wages { pay: most },
            Income::SelfEmployed { net_profit: most, social_security_wages: Money::ZERO },
            Income::SelfEmployed { net_profit: most, social_security_wages: most },
            Income::Wages { pay: Money::ZERO },
        ] {
            let record = everything_at_its_largest(year, income);
            let room = room_invariants::worksheet(&record, day("2026-11-24")).expect("amounts stay in range");
            assert_eq!(room.room.value, Money::ZERO);
            assert!(room.over.value.is_positive());
        }
    }
}

/// A year comes in as any whole number that JSON can hold, with limits of one's own.
#[test]
fn no_year_that_a_record_can_hold_panics() {
    let most = money(LARGEST_ENTERED);
    for year in [i16::MIN, -1, 0, 1, 1899, 1900, 1975, 1986, 2001, 2002, 2022, 2199, 2200, 9999, i16::MAX - 1, i16::MAX]
    {
        let record = everything_at_its_largest(year, Income::Wages { pay: most });
        if let Ok(record) = Record::from_json(&record.to_json()) {
            for today in ["1964-06-15", "2026-11-24", "2199-12-31"] {
                if let Err(error) = worksheets::room(&record, year, day(today)) {
                    let sentence = error.to_string();
                    assert!(!sentence.ends_with(": ."), "asks for nothing that can be given: {sentence}");
                }
            }
        }
    }
}

#[test]
fn what_is_missing_is_said_and_not_guessed() {
    let whole = everything_at_its_largest(2026, Income::Wages { pay: Money::dollars(200_000) });
    let missing = |edit: fn(&mut Record), year: i16| {
        let mut record = whole.clone();
        edit(&mut record);
        worksheets::room(&record, year, day("2026-11-24")).map(|room| room.room.value)
    };
    assert_eq!(missing(|_| {}, 2025), Err(NotReady::NoSuchYear { year: 2025 }));
    assert_eq!(missing(|record| record.birth_date = None, 2026), Err(NotReady::BirthDate));
    assert_eq!(missing(|record| record.birth_date = Some(day("2026-11-25")), 2026), Err(NotReady::NotBorn));
    assert_eq!(missing(|record| record.years[0].income = None, 2026), Err(NotReady::Pay));
    let no_related_pay = |record: &mut Record| {
        for job in &mut record.years[0].other_jobs {
            job.name = "Acme".into();
            job.pay = None;
        }
    };
    assert_eq!(missing(no_related_pay, 2026), Err(NotReady::RelatedPay { job: "Acme".into() }));
    let unknown = |record: &mut Record| {
        record.years[0].year = 2031;
        record.years[0].own_limits = OwnLimits::default();
    };
    assert!(matches!(missing(unknown, 2031), Err(NotReady::UnknownYear(error)) if error.year == 2031));
    let no_wage_base = |record: &mut Record| {
        record.years[0].year = 2031;
        record.years[0].own_limits.social_security_wage_base = None;
        record.years[0].income =
            Some(Income::SelfEmployed { net_profit: Money::dollars(1), social_security_wages: Money::ZERO });
    };
    assert_eq!(missing(no_wage_base, 2031), Err(NotReady::WageBase { year: 2031 }));
}
