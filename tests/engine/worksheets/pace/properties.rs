//! What holds of the plan of the after-tax money for any record: it never goes
//! over by a cent, no better change is left out, and its table ties out with
//! payroll reckoned a second time in whole cents.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart from dollars")]

use crate::support::findings::finding;
use crate::support::properties::{self, answer};
use crate::support::second_payroll::{Outcome, Payroll, deferred_so_far, elected, points};
use crate::support::values::cents;
use crate::support::worksheets;
use planner::date::Date;
use planner::money::Money;
use planner::percent::{MatchRate, Percent};
use planner::record::{
    Amounts, Answer, Bonus, Cadence, CatchUpOffer, Choice, Contributions, CountedPay, Election, ElectionStep,
    LimitCovers, MatchKind, MatchRules, MatchTier, MatchTiming, Months, OtherJob, PayBasis, PlanRules, Raise, Record,
    Relation, Shift, Strategy as Spread, YearRecord,
};
use planner::worksheets::pace::{Pace, csv};
use proptest::prelude::*;
use proptest::sample::select;

fn date(year: i16, day_of_year: i32) -> Date {
    Date::new(year, 1, 1).and_then(|first| first.plus_days(day_of_year)).expect("a day in range")
}

fn amount(cents: std::ops::Range<u32>) -> impl Strategy<Value = Money> {
    prop_oneof![1 => Just(Money::ZERO), 3 => cents.prop_map(Money::cents)]
}

fn rare<T: std::fmt::Debug + Clone + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    prop_oneof![3 => Just(None), 1 => value.prop_map(Some)]
}

/// Whole, half and tenth percents up to a most.
fn percent(most: u32) -> impl Strategy<Value = Percent> {
    prop_oneof![(0..=most).prop_map(|whole| whole * 10_000), (0..=most * 10).prop_map(|tenths| tenths * 1_000)]
        .prop_map(Percent::ten_thousandths)
}

fn election(most_percent: u32, most_dollars: u32) -> impl Strategy<Value = Election> {
    prop_oneof![
        1 => Just(Election::NOTHING),
        3 => percent(most_percent).prop_map(Election::Percent),
        1 => (0..most_dollars * 100).prop_map(|cents| Election::Dollars(Money::cents(cents))),
    ]
}

fn step() -> impl Strategy<Value = ElectionStep> {
    select(vec![
        ElectionStep::Percent,
        ElectionStep::HalfPercent,
        ElectionStep::TenthPercent,
        ElectionStep::Dollars,
        ElectionStep::Cents,
    ])
}

/// The months in which elections change, where the plan names any.
fn months() -> impl Strategy<Value = Months> {
    let named = prop::collection::vec(1_u8..=12, 1..=4).prop_map(|months| {
        let months: Vec<String> = months.iter().map(u8::to_string).collect();
        months.join(", ").parse().expect("months")
    });
    prop_oneof![4 => Just(Months::default()), 1 => named]
}

prop_compose! {
    fn match_rules()(
        offered in select(vec![Answer::No, Answer::Yes, Answer::Yes, Answer::Unknown]),
        tiers in prop::collection::vec((1_u32..=150, 1_u32..=6, any::<bool>()), 1..=3),
        dollar_cap in rare((500_00_u32..9_000_00).prop_map(Money::cents)),
        timing in select(vec![MatchTiming::EachPaycheck, MatchTiming::EachPaycheck, MatchTiming::Yearly]),
        (true_up, on_catch_up, on_after_tax) in (answer(), answer(), answer()),
        kind in select(vec![MatchKind::PercentOfPay, MatchKind::PercentOfPay, MatchKind::Dollars, MatchKind::CapOnly]),
        above_counted_pay in select(CountedPay::WORDS.iter().map(|(practice, _)| *practice).collect::<Vec<_>>()),
        least_deferral in rare(percent(12)),
    ) -> MatchRules {
        let last = tiers.len() - 1;
        let mut up_to = 0;
        let tiers = tiers.into_iter().enumerate().map(|(place, (rate, more, open))| {
            up_to += more;
            MatchTier {
                rate: MatchRate::ten_thousandths(rate * 10_000),
                up_to: (place < last || !open).then(|| Percent::ten_thousandths(up_to * 10_000)),
            }
        }).collect();
        // Without a match, tiers may still be there from an answer that was changed.
        MatchRules {
            offered, kind, tiers, dollar_cap, least_deferral, above_counted_pay, timing, true_up, on_catch_up, on_after_tax,
        }
    }
}

prop_compose! {
    fn plan()(
        (election_step, election_limit) in (step(), rare(percent(40))),
        (change_lead_days, change_months) in (prop_oneof![Just(None), (0_u8..=30).prop_map(Some)], months()),
        (spillover, deferrals_first) in (answer(), select(vec![Answer::No, Answer::No, Answer::No, Answer::Yes])),
        matching in match_rules(),
        catch_up in select(vec![CatchUpOffer::None, CatchUpOffer::Standard, CatchUpOffer::Higher]),
        (roth_deferrals, deemed_roth, percent_of_counted_pay) in (answer(), answer(), answer()),
        (deferral_limit, after_tax_dollars) in (rare(amount(0..26_000_00)), rare(amount(0..40_000_00))),
        (after_tax_percent, combined_percent) in (rare(percent(20)), rare(percent(40))),
        reserved_match in rare(amount(0..20_000_00)),
        election_limit_covers in select(LimitCovers::WORDS.iter().map(|(covers, _)| *covers).collect::<Vec<_>>()),
        (bonus_elections, catch_up_election) in (answer(), answer()),
        stops_at_counted_pay in answer(),
        limitation_year_months in prop_oneof![5 => Just(None), 1 => (1_u8..=11).prop_map(Some)],
    ) -> PlanRules {
        PlanRules {
            election_step, election_limit, election_limit_covers, bonus_elections, catch_up_election,
            stops_at_counted_pay, change_lead_days, change_months, spillover, deferrals_first, matching, catch_up,
            roth_deferrals, deemed_roth, percent_of_counted_pay, deferral_limit, after_tax_dollars, after_tax_percent,
            combined_percent, reserved_match, limitation_year_months, ..PlanRules::default()
        }
    }
}

prop_compose! {
    fn bonus(year: i16)(
        // Some are paid in the year before or after.
        day in -20_i32..380,
        amount in amount(0..60_000_00),
        (deferrals, after_tax, matched, eligible) in (answer(), answer(), answer(), answer()),
        unsure in select(vec![false, false, true]),
    ) -> Bonus {
        Bonus { date: date(year, day), amount, deferrals, after_tax, matched, eligible, unsure }
    }
}

/// A payroll's calendar; its shift moves most.
fn calendar(year: i16) -> impl Strategy<Value = planner::record::Payroll> {
    let known = (0_i32..365).prop_map(move |day| Some(date(year, day)));
    let by_weeks = (select(vec![Cadence::Weekly, Cadence::Biweekly, Cadence::Biweekly]), known).prop_map(
        |(cadence, known_pay_date)| planner::record::Payroll { cadence, known_pay_date, ..Default::default() },
    );
    let by_month = (select(vec![Cadence::Semimonthly, Cadence::Monthly]), rare(1_u8..=31), rare(1_u8..=31)).prop_map(
        |(cadence, first_day, second_day)| planner::record::Payroll {
            cadence,
            first_day,
            second_day,
            ..Default::default()
        },
    );
    let listed = prop::collection::vec(0_i32..365, 1..=12).prop_map(move |days| planner::record::Payroll {
        cadence: Cadence::Manual,
        pay_dates: days.into_iter().map(|day| date(year, day)).collect(),
        ..Default::default()
    });
    (prop_oneof![3 => by_weeks, 3 => by_month, 1 => listed], select(vec![Shift::Before, Shift::After, Shift::None]))
        .prop_map(|(payroll, shift)| planner::record::Payroll { shift, ..payroll })
}

prop_compose! {
    fn payroll(year: i16)(
        calendar in calendar(year),
        (basis, pay) in prop_oneof![
            (Just(PayBasis::Paycheck), 500_00_u32..25_000_00),
            (Just(PayBasis::Salary), 30_000_00_u32..500_000_00),
        ],
        raises in prop::collection::vec((0_i32..365, prop_oneof![9 => 70_u64..150, 1 => Just(0)]), 0..=2),
        bonuses in prop_oneof![3 => Just(Vec::new()), 2 => prop::collection::vec(bonus(year), 1..=3)],
        pay_so_far in rare(amount(0..200_000_00)),
        last_stub_day in rare(0_i32..365),
        (pre_tax, roth) in (election(30, 3_000), election(15, 1_000)),
        after_tax in election(25, 2_500),
        (take_home, least_take_home) in (rare(40_u64..80), rare(10_u64..70)),
        strategy in select(vec![Spread::Even, Spread::Even, Spread::FrontLoaded, Spread::ByDate]),
        fill_by in rare(0_i32..365),
        of_bonuses in (election(30, 3_000), election(15, 1_000), election(75, 9_000)),
        of_catch_up in (election(10, 900), election(10, 900), rare(amount(0..8_000_00))),
        eligible_so_far in rare(amount(0..150_000_00)),
        (what_if_raise, started_on, own_target) in (rare(percent(30)), rare(-20_i32..200), rare(amount(0..40_000_00))),
    ) -> planner::record::Payroll {
        let share = |hundredths: u64| Money::cents(u32::try_from(u64::from(pay) * hundredths / 100).expect("in range"));
        // Take-home pay is a paycheck's, whatever the pay is.
        let parts = match (basis, calendar.cadence) {
            (PayBasis::Paycheck, _) => 1,
            (_, Cadence::Weekly) => 52,
            (_, Cadence::Biweekly) => 26,
            (_, Cadence::Semimonthly) => 24,
            _ => 12,
        };
        let home = |hundredths: u64| Money::cents(u32::try_from(u64::from(pay) * hundredths / 100 / parts).expect("in range"));
        planner::record::Payroll {
            basis,
            pay: Some(Money::cents(pay)),
            raises: raises.into_iter().map(|(day, of)| Raise { from: date(year, day), pay: share(of) }).collect(),
            bonuses, pay_so_far, pre_tax, roth, after_tax,
            last_stub: last_stub_day.map(|day| date(year, day)),
            take_home: take_home.map(home),
            least_take_home: least_take_home.map(home),
            strategy,
            fill_by: fill_by.map(|day| date(year, day)),
            started_on: started_on.map(|day| date(year, day)),
            what_if_raise,
            own_target,
            bonus_pre_tax: of_bonuses.0,
            bonus_roth: of_bonuses.1,
            bonus_after_tax: of_bonuses.2,
            catch_up_pre_tax: of_catch_up.0,
            catch_up_roth: of_catch_up.1,
            catch_up_so_far: of_catch_up.2,
            eligible_so_far,
            ..calendar
        }
    }
}

prop_compose! {
    fn contributions()(
        (pre_tax, roth) in (amount(0..20_000_00), amount(0..10_000_00)),
        (matched, to_come) in (amount(0..8_000_00), amount(0..6_000_00)),
        (profit_sharing, nonelective) in (amount(0..9_000_00), amount(0..5_000_00)),
        after_tax in amount(0..25_000_00),
    ) -> Contributions {
        let so_far = |so_far| Amounts { so_far, to_come: Money::ZERO };
        Contributions {
            pre_tax: so_far(pre_tax),
            roth: so_far(roth),
            employer_match: Amounts { so_far: matched, to_come },
            profit_sharing: Amounts { so_far: Money::ZERO, to_come: profit_sharing },
            nonelective: so_far(nonelective),
            forfeitures: Amounts::default(),
            after_tax,
            ..Contributions::default()
        }
    }
}

prop_compose! {
    fn job()(
        relation in select(vec![Relation::Unrelated, Relation::Related]),
        pay in (10_000_00_u32..200_000_00).prop_map(Money::cents),
        (deferrals, employer) in ((amount(0..15_000_00), amount(0..5_000_00)), (amount(0..8_000_00), amount(0..5_000_00))),
        after_tax in amount(0..9_000_00),
    ) -> OtherJob {
        let both = |(so_far, to_come)| Amounts { so_far, to_come };
        OtherJob {
            name: "Acme".to_owned(), relation, pay: Some(pay), deferrals: both(deferrals), employer: both(employer), after_tax,
            ..OtherJob::default()
        }
    }
}

/// A record of one year, and a day from a little before that year to its end.
#[derive(Clone)]
struct Case {
    record: Record,
    today: Date,
}

impl std::fmt::Debug for Case {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "on {}: {}", self.today, serde_json::to_string(&self.record).expect("a record is JSON"))
    }
}

fn case() -> impl Strategy<Value = Case> {
    (2024_i16..=2027).prop_flat_map(|year| {
        let whole = (payroll(year), plan(), contributions());
        let person = (25_i16..=68, rare(amount(100_000_00..200_000_00)), prop::collection::vec(job(), 0..=1));
        (whole, person, -30_i32..365).prop_map(move |((payroll, plan, contributions), (age, wages, jobs), today)| {
            let entry = YearRecord {
                prior_year_box_3_wages: wages,
                plan,
                payroll,
                contributions,
                other_jobs: jobs,
                ..YearRecord::new(year)
            };
            let birth_date = Date::new(year - age, 6, 15).ok();
            Case { record: Record { birth_date, years: vec![entry], ..Record::default() }, today: date(year, today) }
        })
    })
}

/// The plan of a record's only year; none where nothing is to come.
fn plan_of(record: &Record, today: Date) -> Option<Pace> {
    match worksheets::pace(record, record.years[0].year, today) {
        Ok(pace) => Some(pace),
        Err(error) => {
            let sentence = error.to_string();
            assert!(sentence.ends_with('.') && sentence.contains("is still to come"), "{sentence}");
            None
        }
    }
}

fn elections(pace: &Pace) -> Vec<(Date, Election)> {
    pace.entries.iter().map(|entry| (entry.from, entry.election)).collect()
}

fn lead_days(record: &Record) -> i32 {
    record.years[0].plan.change_lead_days.map_or(7, i32::from)
}

/// The first paycheck date on which a change of today can work.
fn earliest(record: &Record, today: Date) -> Date {
    today.plus_days(lead_days(record)).expect("a day in range")
}

fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { max_shrink_iters: 4_000, ..properties::cases(cases) }
}

proptest! {
    #![proptest_config(cases(1_000))]

    #[test]
    fn what_is_planned_never_goes_over_and_agrees_with_payroll_to_the_cent(Case { record, today } in case()) {
        let Some(pace) = plan_of(&record, today) else { return Ok(()) };
        let payroll = Payroll::of(&record, today);
        let outcome = payroll.run(&elections(&pace));
        let over = (outcome.used - outcome.cap).max(0);
        prop_assert_eq!(cents(pace.planned), outcome.planned(), "planned");
        let told = cents(pace.over) + cents(pace.preventable);
        if told == 0 {
            prop_assert!(over == 0, "over by {over}");
            prop_assert!(outcome.caps_left.is_none_or(|left| left >= 0 || outcome.planned() == 0), "over a cap of the plan");
            prop_assert_eq!(cents(pace.unused), outcome.left().max(0), "unused");
        } else {
            prop_assert_eq!(cents(pace.unused), 0);
        }
        // Over the law's limit is over; over a cap of the plan's alone may be told as well.
        prop_assert!(told >= over, "over by {over}, told {told}");
    }

    #[test]
    fn the_table_ties_out(Case { record, today } in case()) {
        let Some(pace) = plan_of(&record, today) else { return Ok(()) };
        let payroll = Payroll::of(&record, today);
        let outcome = payroll.run(&elections(&pace));
        ties_out(&pace, &payroll, &outcome)?;
        written(&pace)?;
        charted(&pace)?;
        // At a related employer deferrals here may turn into catch-up that this payroll does not see.
        let alone = record.years[0].other_jobs.iter().all(|job| job.relation == Relation::Unrelated);
        if alone && payroll.pay() >= payroll.deferrals() {
            // Late in the year none may be to come any more.
            if let Some(last) = pace.lines.last() {
                prop_assert_eq!(cents(last.additions_left), outcome.cap - outcome.used + outcome.off_paychecks);
            }
            within_the_limit(&pace)?;
        }
    }

    #[test]
    fn windows_are_right_and_lead_days_are_kept(Case { record, today } in case()) {
        let Some(pace) = plan_of(&record, today) else { return Ok(()) };
        let lead = lead_days(&record);
        let payroll = Payroll::of(&record, today);
        let mut before = record.years[0].payroll.after_tax;
        for entry in &pace.entries {
            prop_assert!(entry.from >= earliest(&record, today), "{} is too early", entry.from);
            prop_assert!(entry.not_before >= today && entry.enter_by >= today, "no day that is over");
            prop_assert!(entry.election != before, "nothing is entered twice");
            before = entry.election;
            prop_assert!(entry.not_before <= entry.enter_by, "{} to {}", entry.not_before, entry.enter_by);
            let mut day = entry.not_before;
            while day <= entry.enter_by {
                prop_assert!(record.years[0].plan.change_months.allow(day), "no month for changes");
                let works = day.plus_days(lead).expect("a day in range");
                let first = payroll.checks.iter().map(|check| check.date).find(|date| *date >= works);
                prop_assert_eq!(first, Some(entry.from), "entered on {}", day);
                day = day.plus_days(1).expect("a day in range");
            }
        }
        prop_assert!(pace.entries.is_sorted_by(|one, next| one.from < next.from));
        prop_assert!(pace.closing.by.is_none_or(|by| by >= today));
    }

    #[test]
    fn elections_are_in_the_plans_steps_and_within_every_ceiling(Case { record, today } in case()) {
        let Some(pace) = plan_of(&record, today) else { return Ok(()) };
        let plan = &record.years[0].plan;
        let payroll = Payroll::of(&record, today);
        let planned = elections(&pace);
        for (place, (from, election)) in planned.iter().enumerate() {
            let size = match (plan.election_step, election) {
                (ElectionStep::Percent, Election::Percent(_)) => 10_000,
                (ElectionStep::HalfPercent, Election::Percent(_)) => 5_000,
                (ElectionStep::TenthPercent, Election::Percent(_)) => 1_000,
                (ElectionStep::Dollars, Election::Dollars(_)) => 100,
                (ElectionStep::Cents, Election::Dollars(_)) => 1,
                _ => panic!("{election} is no step of {:?}", plan.election_step),
            };
            let count = match election {
                Election::Percent(percent) => points(percent),
                Election::Dollars(dollars) => cents(*dollars),
            };
            prop_assert_eq!(count % size, 0);
            let until = planned.get(place + 1).map(|(next, _)| *next);
            for check in &payroll.checks {
                if check.date >= *from && until.is_none_or(|until| check.date < until) {
                    prop_assert!(payroll.may_stand(*election, check), "{} on {}", election, check.date);
                }
            }
            let check = payroll.checks.iter().find(|check| check.date == *from).expect("a paycheck on that day");
            if check.takes {
                prop_assert_eq!(cents(pace.entries[place].takes), elected(*election, check.regular, check.pay));
            }
        }
    }

    #[test]
    fn a_change_that_works_sooner_than_thought_does_not_go_over(Case { record, today } in case()) {
        let Some(pace) = plan_of(&record, today) else { return Ok(()) };
        if record.years[0].plan.change_lead_days.is_some() || cents(pace.over) + cents(pace.preventable) > 0 {
            return Ok(());
        }
        let payroll = Payroll::of(&record, today);
        let planned = elections(&pace);
        let as_planned = payroll.run(&planned).left();
        // The lead is the plan's, whatever it is, but never works on the day itself.
        for lead in 1..7 {
            for last_day in [false, true] {
                let sooner: Vec<(Date, Election)> = pace.entries.iter().filter_map(|entry| {
                    let entered = if last_day { entry.enter_by } else { entry.not_before };
                    let works = entered.plus_days(lead).expect("a day in range");
                    let first = payroll.checks.iter().map(|check| check.date).find(|date| *date >= works)?;
                    Some((first, entry.election))
                }).collect();
                let outcome = payroll.run(&sooner);
                prop_assert!(
                    outcome.left() >= 0.min(as_planned),
                    "{planned:?} goes over as {sooner:?} by {}", -outcome.left()
                );
            }
        }
    }

    #[test]
    fn whoever_forgets_the_later_change_stays_under_unless_it_is_for_match_and_said_or_pay_held_the_first_back(Case { record, today } in case()) {
        let Some(pace) = plan_of(&record, today) else { return Ok(()) };
        let entry = &record.years[0];
        if entry.payroll.strategy != Spread::Even || cents(pace.over) + cents(pace.preventable) > 0 || cents(pace.planned) == 0 {
            return Ok(());
        }
        let payroll = Payroll::of(&record, today);
        let start = earliest(&record, today);
        let mut first = elections(&pace);
        first.truncate(1);
        // Where the present election goes on first, that is what is left standing; where the plan takes
        // changes in some months only, nobody chose that.
        let any_month = entry.plan.change_months.is_empty();
        if any_month && first.first().is_some_and(|(from, _)| payroll.checks.iter().any(|check| check.date >= start && check.date < *from)) {
            first.clear();
        }
        let standing = first.first().map_or(entry.payroll.after_tax, |(_, election)| *election);
        let changeable = || payroll.checks.iter().filter(|check| check.date >= start);
        if changeable().all(|check| payroll.may_stand(standing, check)) {
            let left = payroll.run(&first).left_by_limits();
            let for_match = entry.plan.matching.on_after_tax == Answer::Yes && finding(&pace, "T46").is_some();
            prop_assert!(left >= 0 || for_match, "{standing} goes over when it is left standing");
        }
    }
}

fn ties_out(pace: &Pace, payroll: &Payroll, outcome: &Outcome) -> Result<(), TestCaseError> {
    prop_assert_eq!(pace.lines.len(), payroll.checks.len());
    let deferred = cents(deferred_so_far(payroll));
    let mut deferrals_left = (payroll.deferral_limit - deferred).max(0);
    let mut catch_up_left = (payroll.allowance - (deferred - payroll.deferral_limit).max(0)).max(0);
    let mut additions_left = outcome.cap - outcome.posted;
    for (place, (line, check)) in pace.lines.iter().zip(&payroll.checks).enumerate() {
        prop_assert_eq!((line.date, cents(line.pay)), (check.date, check.pay));
        prop_assert_eq!(cents(line.deferral) + cents(line.catch_up), check.deferral, "deferral on {}", line.date);
        prop_assert_eq!(cents(line.catch_up), check.catch_up, "catch-up on {}", line.date);
        prop_assert_eq!(cents(line.employer_match), outcome.matched[place], "match on {}", line.date);
        prop_assert_eq!(cents(line.after_tax), outcome.after_tax[place], "after-tax money on {}", line.date);
        deferrals_left -= cents(line.deferral);
        catch_up_left -= cents(line.catch_up);
        additions_left -= cents(line.deferral) + cents(line.employer_match) + cents(line.after_tax);
        prop_assert_eq!(cents(line.deferrals_left), deferrals_left);
        prop_assert_eq!(cents(line.catch_up_left), catch_up_left);
        prop_assert_eq!(cents(line.additions_left), additions_left);
        prop_assert!(deferrals_left >= 0 && catch_up_left >= 0, "{} {}", deferrals_left, catch_up_left);
        prop_assert!(line.after_tax <= line.pay, "more than the paycheck has");
        prop_assert!(line.take_home.is_none_or(|home| !home.is_negative()), "{:?}", line.take_home);
    }
    prop_assert_eq!(pace.planned, pace.lines.iter().map(|line| line.after_tax).sum::<Money>());
    Ok(())
}

fn charted(pace: &Pace) -> Result<(), TestCaseError> {
    let chart = &pace.chart;
    let so_far = chart.bars.len() - pace.lines.len();
    prop_assert!(so_far <= 1, "one bar for what is in so far");
    let mut end = 0;
    for bar in &chart.bars {
        prop_assert_eq!(bar.start, end);
        end += bar.width;
        prop_assert!(bar.deferral + bar.employer + bar.after_tax + bar.catch_up <= 1_000, "{:?}", bar);
    }
    prop_assert!(chart.bars.is_sorted_by_key(|bar| (bar.deferral, bar.employer, bar.after_tax, bar.catch_up)));
    prop_assert!(end == 1_000 || chart.bars.is_empty());
    prop_assert!(chart.limit_at <= 1_000 && !chart.description.contains('-'), "{}", chart.description);
    let nothing: Vec<Date> =
        pace.lines.iter().filter(|line| line.after_tax == Money::ZERO).map(|line| line.date).collect();
    prop_assert_eq!(&pace.nothing_taken_on, &nothing);
    Ok(())
}

/// No bar rises above the limit, unless the year goes over.
fn within_the_limit(pace: &Pace) -> Result<(), TestCaseError> {
    for bar in &pace.chart.bars {
        let filled = bar.deferral + bar.employer + bar.after_tax;
        prop_assert!(
            filled <= pace.chart.limit_at || pace.over.is_positive() || pace.preventable.is_positive(),
            "{:?} of {}",
            bar,
            pace.chart.limit_at
        );
    }
    Ok(())
}

/// The table reads back from its CSV.
fn written(pace: &Pace) -> Result<(), TestCaseError> {
    let text = csv(&pace.lines);
    prop_assert!(text.ends_with("\r\n"));
    let mut rows = text.split_terminator("\r\n").map(|row| row.split(',').collect::<Vec<_>>());
    let header = rows.next().expect("a header");
    let rows: Vec<_> = rows.collect();
    prop_assert_eq!(rows.len(), pace.lines.len());
    for (row, line) in rows.iter().zip(&pace.lines) {
        prop_assert_eq!(row.len(), header.len());
        let field = |name: &str| {
            let place = header.iter().position(|column| *column == name).expect("a column");
            row[place].to_owned()
        };
        prop_assert_eq!(field("date"), line.date.to_string());
        for (name, amount) in [
            ("pay", line.pay),
            ("deferral", line.deferral),
            ("catch_up", line.catch_up),
            ("match", line.employer_match),
            ("after_tax", line.after_tax),
            ("deferrals_left", line.deferrals_left),
            ("catch_up_left", line.catch_up_left),
            ("annual_additions_left", line.additions_left),
        ] {
            prop_assert_eq!(field(name).replace('.', "").parse::<i128>(), Ok(cents(amount)), "{}", name);
        }
        prop_assert_eq!(field("take_home"), line.take_home.map(Money::plain).unwrap_or_default());
    }
    Ok(())
}

/// A small year: few paychecks, coarse steps, so that every way can be tried.
fn small_case() -> impl Strategy<Value = Case> {
    let few = |case: &Case| {
        let checks = Payroll::of(&case.record, case.today).checks;
        (2..=12).contains(&checks.iter().filter(|check| check.date >= earliest(&case.record, case.today)).count())
    };
    case()
        .prop_map(|mut case| {
            let entry = &mut case.record.years[0];
            entry.payroll.strategy = Spread::Even;
            // A bonus that no change can follow is planned for and leaves more.
            entry.payroll.bonuses.retain(|bonus| !bonus.unsure);
            if !matches!(entry.plan.election_step, ElectionStep::Percent | ElectionStep::HalfPercent) {
                entry.plan.election_step = ElectionStep::Dollars;
                // Dollars are tried one by one.
                entry.payroll.pay = entry.payroll.pay.map(|pay| pay.min(Money::dollars(1_500)));
                entry.payroll.basis = PayBasis::Paycheck;
                entry.payroll.raises.clear();
            }
            case
        })
        .prop_filter("few paychecks to come", few)
}

/// Every election of a plan's steps up to a paycheck's pay.
fn every_election(step: ElectionStep, most_dollars: i128) -> Vec<Election> {
    let percents =
        |step: u32| (0..=1_000_000 / step).map(move |count| Election::Percent(Percent::ten_thousandths(count * step)));
    match step {
        ElectionStep::Percent => percents(10_000).collect(),
        ElectionStep::HalfPercent => percents(5_000).collect(),
        _ => (0..=u32::try_from(most_dollars).expect("few dollars"))
            .map(|dollars| Election::Dollars(Money::dollars(dollars)))
            .collect(),
    }
}

fn is_more(one: Election, other: Election) -> bool {
    match (one, other) {
        (Election::Percent(one), Election::Percent(other)) => one > other,
        (Election::Dollars(one), Election::Dollars(other)) => one > other,
        _ => false,
    }
}

proptest! {
    #![proptest_config(cases(120))]

    #[test]
    fn no_change_fills_more_than_a_dollar_more(Case { record, today } in small_case()) {
        let Some(pace) = plan_of(&record, today) else { return Ok(()) };
        if cents(pace.over) + cents(pace.preventable) > 0 || cents(pace.room) == 0 {
            return Ok(());
        }
        let entry = &record.years[0];
        let payroll = Payroll::of(&record, today);
        // Of the paychecks those on which a change can work first, entered in a month for changes.
        let start = earliest(&record, today);
        let mut works = std::collections::BTreeSet::new();
        let soonest = |stub: Date| stub.plus_days(1 - lead_days(&record)).expect("a day in range");
        let mut entered = entry.payroll.last_stub.map_or(today, |stub| soonest(stub).max(today));
        while entered.year() <= entry.year {
            if entry.plan.change_months.allow(entered) {
                let earliest = entered.plus_days(lead_days(&record)).expect("a day in range");
                works.extend(payroll.checks.iter().map(|check| check.date).find(|date| *date >= earliest));
            }
            entered = entered.plus_days(1).expect("a day in range");
        }
        let dates: Vec<Date> = works.into_iter().filter(|date| *date >= start).collect();
        let Some(first_date) = dates.first().copied() else { return Ok(()) };
        let planned = elections(&pace);
        // What stands first: the plan's first entry, or the present election kept.
        let first = planned.first().filter(|(from, _)| *from == first_date).map_or(entry.payroll.after_tax, |(_, election)| *election);
        let most = payroll.checks.iter().map(|check| check.free()).max().unwrap_or(0) / 100 + 1;
        let all = every_election(entry.plan.election_step, most);
        let lead_known = entry.plan.change_lead_days.is_some();
        let unpaid_before: Vec<Date> =
            payroll.checks.iter().map(|check| check.date).filter(|date| *date > today && *date < first_date).collect();
        // What is left; nothing where the first election goes over on paychecks that it may reach sooner than thought.
        let left = |first: Election, later: &[(Date, Election)]| {
            let from = |date: Date| payroll.run(&[&[(date, first)], later].concat()).left();
            let sooner = unpaid_before.first().filter(|_| !lead_known).map_or(0, |sooner| from(*sooner));
            let left = from(first_date);
            (left >= 0 && sooner >= 0).then_some(left)
        };
        // Where after-tax money earns match, a way that earns less of it is no better.
        let matched = |first: Election, later: &[(Date, Election)]| {
            let outcome = payroll.run(&[&[(first_date, first)], later].concat());
            outcome.matched.iter().sum::<i128>() + outcome.off_paychecks
        };
        let as_planned = payroll.run(&planned);
        let as_matched = as_planned.matched.iter().sum::<i128>() + as_planned.off_paychecks;
        let stands = |election: Election, from: Date, until: Option<Date>| {
            let mut checks = payroll.checks.iter().filter(|check| check.date >= from && until.is_none_or(|until| check.date < until));
            checks.all(|check| payroll.may_stand(election, check))
        };
        let alone = left(first, &[]).filter(|_| stands(first, first_date, None) && matched(first, &[]) + 100 >= as_matched);
        let mut least = alone.unwrap_or(i128::MAX);
        for place in dates.iter().copied().filter(|date| *date > first_date) {
            let paid = payroll.checks.iter().map(|check| check.date);
            let before = paid.filter(|date| *date < place).max().expect("an earlier date");
            // A change that may work at once is entered once the paycheck before is paid, a week ahead,
            // in a month for changes.
            let mut entered = before;
            let mut close = !lead_known;
            while close && entered.plus_days(7).is_ok_and(|works| works <= place) {
                close = !entry.plan.change_months.allow(entered);
                entered = entered.plus_days(1).expect("a day in range");
            }
            for change in &all {
                if (close && is_more(*change, first)) || !stands(first, first_date, Some(place)) || !stands(*change, place, None) {
                    continue;
                }
                if matched(first, &[(place, *change)]) + 100 < as_matched {
                    continue;
                }
                least = least.min(left(first, &[(place, *change)]).unwrap_or(i128::MAX));
            }
        }
        prop_assert!(
            cents(pace.unused) <= least.saturating_add(100),
            "{} unused, and another change leaves {least}: {planned:?}", pace.unused
        );

        // One more step of what stands first goes over, or some paycheck cannot give it.
        let next = all.iter().copied().find(|election| is_more(*election, first));
        if let Some(next) = next {
            let over = left(next, &[]).is_none();
            let gives = |election| payroll.run(&[(first_date, election)]).planned();
            prop_assert!(over || gives(next) == gives(first) || !stands(next, first_date, None), "{next} could stand from {first_date} on");
        }
    }
}

/// A name, and what it adds.
type Spending = (&'static str, fn(&mut Contributions));

/// A hundred dollars more in each place where money that is in or will come is told.
const SPENDINGS: [Spending; 4] = [
    ("after-tax money", |money| add(&mut money.after_tax)),
    ("match", |money| add(&mut money.employer_match.so_far)),
    ("profit sharing to come", |money| add(&mut money.profit_sharing.to_come)),
    ("other employer money", |money| add(&mut money.nonelective.so_far)),
];

fn add(amount: &mut Money) {
    *amount += Money::dollars(100);
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn more_used_never_plans_more_than_the_likeness_of_two_ways(Case { record, today } in case()) {
        let Some(before) = plan_of(&record, today) else { return Ok(()) };
        for (name, spend) in SPENDINGS {
            let mut more = record.clone();
            spend(&mut more.years[0].contributions);
            let after = plan_of(&more, today).expect("the same paychecks");
            let strategy = record.years[0].payroll.strategy;
            prop_assert!(cents(after.room) <= cents(before.room), "{name} made room");
            // Ways that fill within a dollar are alike, and a step up on one paycheck with one down on
            // another may fit better than those that the search has tried.
            let step = match record.years[0].plan.election_step {
                ElectionStep::Percent => 100,
                ElectionStep::HalfPercent => 200,
                ElectionStep::TenthPercent => 1_000,
                ElectionStep::Dollars | ElectionStep::Cents => i128::MAX,
            };
            let largest = before.lines.iter().map(|line| cents(line.pay)).max().unwrap_or(0);
            let likeness = 2 * largest / step + 1_00;
            let no_more = cents(after.planned) <= cents(before.planned) + likeness;
            // Where after-tax money draws a match of its own, the room holds both, and another way may
            // draw less match and leave more of it to after-tax money. Then both together are no more.
            let matched = record.years[0].plan.matching.on_after_tax == Answer::Yes;
            let filled = |pace: &Pace| cents(pace.room) - cents(pace.unused);
            prop_assert!(
                no_more || (matched && filled(&after) <= filled(&before) + likeness),
                "{name}: {strategy:?} planned {} and then {}", before.planned, after.planned
            );
            prop_assert!(after.over >= before.over, "{name} cured what is over");
        }
    }

    #[test]
    fn the_least_take_home_pay_is_kept_from_the_first_change_on(Case { record, today } in case()) {
        let Some(pace) = plan_of(&record, today) else { return Ok(()) };
        let Some(least) = record.years[0].payroll.least_take_home else { return Ok(()) };
        let payroll = Payroll::of(&record, today);
        let Some(first) = pace.entries.first() else { return Ok(()) };
        for (line, check) in pace.lines.iter().zip(&payroll.checks).filter(|(line, _)| line.date >= first.from) {
            let by_election = cents(line.after_tax) - check.spillover;
            if let Some(home) = line.take_home.filter(|_| by_election > 0) {
                prop_assert!(home >= least, "{home} of {least} on {}", line.date);
            }
        }
        for entry in &pace.entries {
            // Where deferrals are filled first it may take nothing yet, and there is nothing to lower.
            let takes = entry.takes.is_positive();
            prop_assert!(entry.take_home.is_none_or(|home| !takes || home >= least), "{entry:?}");
        }
    }
}

/// What nobody enters on purpose, and the record allows.
fn odd_money() -> impl Strategy<Value = Money> {
    select(vec!["0.00", "0.01", "999999999.99", "500000000.00", "4294967.29", "42949672.96", "100000.00"])
        .prop_map(|text| text.parse().expect("an amount that can be entered"))
}

fn odd_election() -> impl Strategy<Value = Election> {
    prop_oneof![
        odd_money().prop_map(Election::Dollars),
        select(vec![0_u32, 1, 1_000_000, 333_333])
            .prop_map(|points| Election::Percent(Percent::ten_thousandths(points))),
    ]
}

fn odd_date() -> impl Strategy<Value = Date> {
    select(vec!["1900-01-01", "2025-12-31", "2026-01-01", "2026-02-28", "2026-12-31", "2027-01-01", "2199-12-31"])
        .prop_map(|text| text.parse().expect("a day"))
}

prop_compose! {
    fn odd_payroll()(
        cadence in select(vec![Cadence::Unknown, Cadence::Weekly, Cadence::Biweekly, Cadence::Semimonthly, Cadence::Monthly, Cadence::Manual]),
        (known_pay_date, last_stub, fill_by) in (rare(odd_date()), rare(odd_date()), rare(odd_date())),
        (started_on, ended_on) in (rare(odd_date()), rare(odd_date())),
        (first_day, second_day) in (rare(select(vec![1_u8, 30, 31])), rare(select(vec![1_u8, 30, 31]))),
        pay_dates in prop_oneof![prop::collection::vec(odd_date(), 0..4), prop::collection::vec((0_i32..365).prop_map(|day| date(2026, day)), 60)],
        basis in select(vec![PayBasis::Paycheck, PayBasis::Salary]),
        (pay, pay_so_far) in (rare(odd_money()), rare(odd_money())),
        raises in prop::collection::vec((odd_date(), odd_money()).prop_map(|(from, pay)| Raise { from, pay }), 0..3),
        bonuses in prop::collection::vec((odd_date(), odd_money(), answer(), any::<bool>()), 0..4),
        (pre_tax, roth, after_tax) in (odd_election(), odd_election(), odd_election()),
        (take_home, least_take_home) in (rare(odd_money()), rare(odd_money())),
        strategy in select(vec![Spread::Even, Spread::FrontLoaded, Spread::ByDate]),
        (what_if_raise, own_target, spillover_only) in (rare(percent(100)), rare(odd_money()), any::<bool>()),
        of_bonuses in (odd_election(), odd_election(), odd_election()),
        of_catch_up in (odd_election(), odd_election(), rare(odd_money())),
        eligible_so_far in rare(odd_money()),
    ) -> planner::record::Payroll {
        let bonus = |(date, amount, each, unsure)| Bonus { date, amount, deferrals: each, after_tax: each, matched: each, eligible: each, unsure };
        planner::record::Payroll {
            cadence, known_pay_date, first_day, second_day, shift: Shift::After, pay_dates, started_on, ended_on, basis,
            pay: pay.or(Some(Money::dollars(5_000))),
            raises,
            bonuses: bonuses.into_iter().map(bonus).collect(),
            last_stub, pay_so_far, pre_tax, roth, after_tax, take_home, least_take_home, strategy, fill_by, what_if_raise,
            own_target, spillover_only,
            bonus_pre_tax: of_bonuses.0, bonus_roth: of_bonuses.1, bonus_after_tax: of_bonuses.2,
            catch_up_pre_tax: of_catch_up.0, catch_up_roth: of_catch_up.1, catch_up_so_far: of_catch_up.2, eligible_so_far,
        }
    }
}

prop_compose! {
    fn odd_case()(
        payroll in odd_payroll(),
        plan in plan(),
        (limit, cap, reserved) in (rare(odd_money()), rare(odd_money()), rare(odd_money())),
        contributions in contributions(),
        (so_far, to_come) in (rare(odd_money()), rare(odd_money())),
        year in select(vec![2026_i16, 2026, 2027, 2025, 2002, 2198]),
        today in odd_date(),
        birth_date in rare(odd_date()),
    ) -> Case {
        let mut entry = YearRecord { payroll, plan, contributions, ..YearRecord::new(year) };
        entry.plan.deferral_limit = limit;
        entry.plan.after_tax_dollars = cap;
        entry.plan.reserved_match = reserved;
        entry.contributions.after_tax = so_far.unwrap_or_default();
        entry.contributions.profit_sharing.to_come = to_come.unwrap_or_default();
        let birth_date = birth_date.or_else(|| Date::new(1970, 6, 15).ok());
        Case { record: Record { birth_date, years: vec![entry], ..Record::default() }, today }
    }
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn nothing_that_can_be_entered_panics_and_errors_are_sentences(Case { record, today } in odd_case()) {
        prop_assert_eq!(Record::from_json(&record.to_json()), Ok(record.clone()));
        match worksheets::pace(&record, record.years[0].year, today) {
            Ok(pace) => {
                prop_assert!(!pace.planned.is_negative() && !pace.unused.is_negative() && !pace.over.is_negative());
                charted(&pace)?;
                written(&pace)?;
                said_well(&pace)?;
            }
            Err(error) => {
                let sentence = error.to_string();
                prop_assert!(sentence.ends_with('.') && sentence.starts_with(char::is_uppercase), "{}", sentence);
            }
        }
    }

    #[test]
    fn every_text_is_a_whole_sentence(Case { record, today } in case()) {
        let Some(pace) = plan_of(&record, today) else { return Ok(()) };
        said_well(&pace)?;
    }
}

/// Texts start large, end in a full stop, and hold no negative amount and no doubled word or blank.
fn said_well(pace: &Pace) -> Result<(), TestCaseError> {
    let closing = &pace.closing;
    let findings = pace.findings.iter().map(|finding| finding.words.text.as_str());
    let because = pace.unused_because.iter().map(String::as_str);
    let texts = [closing.decision.as_str(), &closing.rule, &closing.next_action, &pace.chart.description];
    for text in texts.into_iter().chain(findings).chain(because) {
        prop_assert!(text.starts_with(|c: char| c.is_uppercase() || c == '$' || c.is_ascii_digit()), "{:?}", text);
        prop_assert!(text.ends_with(['.', '?']), "{:?}", text);
        prop_assert!(!text.contains("-$") && !text.contains("  ") && !text.contains(".."), "{:?}", text);
        let words: Vec<&str> = text.split(' ').collect();
        prop_assert!(words.windows(2).all(|pair| pair[0] != pair[1]), "{:?}", text);
    }
    let titles =
        pace.findings.iter().all(|finding| !finding.words.title.is_empty() && !finding.words.title.ends_with('.'));
    prop_assert!(titles && pace.findings.is_sorted_by_key(|finding| finding.words.severity));
    let codes: Vec<_> = pace.findings.iter().map(|finding| format!("{:?}", finding.code())).collect();
    prop_assert!(codes.iter().all(|code| codes.iter().filter(|other| *other == code).count() == 1), "{:?}", codes);
    Ok(())
}
