//! The fullest record that can be: every year, every list at its most rows, every amount
//! and percentage at its largest. No worksheet panics on it, and no amount of any comes
//! near the end of what [`Money`] holds: whoever adds amounts up need not ask.
//!
//! Each struct is written out in full, so that a new field has to be given its largest value.

use planner::date::Date;
use planner::law::OwnLimits;
use planner::money::Money;
use planner::record::{
    Amounts, AmountsTooLarge, Balance, Beyond, Bonus, Cadence, Choice, Contribution, Contributions, Conversion,
    Election, FORMAT, Form1099R, Income, Landing, Ledger, LimitationYear, MOST_FORMS, MOST_JOBS, MOST_LEDGER_ROWS,
    MOST_ROWS, MOST_TIERS, MatchRules, MatchTier, Months, Opening, OtherJob, Payroll, PlanName, PlanRules, Raise,
    Record, Returned, Withdrawal, YEARS, YearRecord,
};
use planner::worksheets::year::{NotReady, Year};
use planner::worksheets::{Worksheet, ledger};
use proptest::prelude::*;
use serde_json::Value;

/// A thousandth of what [`Money`] holds, in dollars.
const FAR_FROM_THE_END: f64 = 92_233_720_368_547.0;

/// The largest amount that can be entered.
fn most() -> Money {
    "999999999.99".parse().expect("an amount")
}

fn all<T: Clone>(row: T, count: usize) -> Vec<T> {
    vec![row; count]
}

/// What is chosen where a question has a closed list of answers.
struct Dice<'a>(std::iter::Cycle<std::slice::Iter<'a, u8>>);

impl<'a> Dice<'a> {
    fn new(thrown: &'a [u8]) -> Self {
        Self(thrown.iter().cycle())
    }

    fn one_of<T: Clone>(&mut self, choices: &[T]) -> T {
        let thrown = self.0.next().copied().map_or(0, usize::from);
        choices[thrown % choices.len()].clone()
    }

    fn choice<C: Choice>(&mut self) -> C {
        self.one_of(C::WORDS).0
    }

    fn yes(&mut self) -> bool {
        self.one_of(&[true, false])
    }

    fn election(&mut self) -> Election {
        let whole = Election::Percent("100".parse().expect("a percentage"));
        self.one_of(&[Election::Dollars(most()), whole, Election::NOTHING])
    }
}

/// The day on which a row of a list falls: they are spread over the year.
fn on(year: i16, row: usize, rows: usize) -> Date {
    let first = Date::new(year, 1, 1).expect("a day");
    first.plus_days(i32::try_from(row * 365 / rows).expect("a day of the year")).expect("a day")
}

fn plan_rules(dice: &mut Dice<'_>) -> PlanRules {
    let all_of_it = Some("100".parse().expect("a percentage"));
    let tier = MatchTier { rate: "1000".parse().expect("a rate"), up_to: dice.one_of(&[None, all_of_it]) };
    PlanRules {
        kind: dice.choice(),
        employer: dice.choice(),
        after_tax: dice.choice(),
        in_service_withdrawal: dice.choice(),
        in_plan_rollover: dice.choice(),
        transfer_timing: dice.choice(),
        transfer_by: dice.choice(),
        destination: dice.choice(),
        transfers_per_year: Some(u8::MAX),
        least_transfer: Some(most()),
        transfer_fee: Some(most()),
        separate_accounting: dice.choice(),
        suspends_contributions: dice.choice(),
        deferrals_first: dice.choice(),
        election_mode: dice.choice(),
        election_step: dice.choice(),
        election_limit: dice.one_of(&[None, all_of_it]),
        election_limit_covers: dice.choice(),
        bonus_elections: dice.choice(),
        catch_up_election: dice.choice(),
        stops_at_counted_pay: dice.choice(),
        change_lead_days: dice.one_of(&[None, Some(0), Some(u8::MAX)]),
        change_months: dice.one_of(&[Months::default(), "6, 12".parse().expect("months")]),
        spillover: dice.choice(),
        matching: MatchRules {
            offered: dice.choice(),
            kind: dice.choice(),
            tiers: all(tier, MOST_TIERS),
            dollar_cap: dice.one_of(&[None, Some(most())]),
            least_deferral: dice.one_of(&[None, all_of_it]),
            above_counted_pay: dice.choice(),
            timing: dice.choice(),
            true_up: dice.choice(),
            on_catch_up: dice.choice(),
            on_after_tax: dice.choice(),
        },
        profit_sharing_percent: all_of_it,
        others_average: all_of_it,
        tested_alone: dice.choice(),
        automatic_arrangement: dice.choice(),
        plan_year_ends: dice.one_of(&[None, Some(12), Some(u8::MAX)]),
        catch_up: dice.choice(),
        roth_deferrals: dice.choice(),
        deemed_roth: dice.choice(),
        deferral_limit: dice.one_of(&[None, Some(most())]),
        after_tax_dollars: dice.one_of(&[None, Some(most())]),
        after_tax_percent: dice.one_of(&[None, all_of_it]),
        combined_percent: dice.one_of(&[None, all_of_it]),
        percent_of_counted_pay: dice.choice(),
        reserved_match: dice.one_of(&[None, Some(most())]),
        limitation_year_months: dice.one_of(&[None, Some(11)]),
        limitation_year: dice.choice(),
        limitation_year_begins: dice.one_of(&[None, Some(7)]),
    }
}

fn payroll(year: i16, dice: &mut Dice<'_>) -> Payroll {
    let raise = |row| Raise { from: on(year, row, MOST_ROWS), pay: most() };
    let bonus = |row| Bonus {
        date: on(year, row, MOST_ROWS),
        amount: most(),
        deferrals: dice.choice(),
        after_tax: dice.choice(),
        matched: dice.choice(),
        eligible: dice.choice(),
        unsure: dice.yes(),
    };
    Payroll {
        raises: (0..MOST_ROWS).map(raise).collect(),
        bonuses: (0..MOST_ROWS).map(bonus).collect(),
        // One that is known: it gives the paychecks.
        cadence: dice.one_of(&[
            Cadence::Weekly,
            Cadence::Biweekly,
            Cadence::Semimonthly,
            Cadence::Monthly,
            Cadence::Manual,
        ]),
        known_pay_date: Some(on(year, 0, 1)),
        first_day: Some(15),
        second_day: Some(31),
        shift: dice.choice(),
        pay_dates: (0..MOST_ROWS).map(|row| on(year, row, MOST_ROWS)).collect(),
        ended_on: None,
        started_on: dice.one_of(&[None, Some(on(year, 1, 3))]),
        basis: dice.choice(),
        pay: Some(most()),
        last_stub: dice.one_of(&[None, Some(on(year, 1, 2))]),
        pay_so_far: dice.one_of(&[None, Some(most())]),
        eligible_so_far: dice.one_of(&[None, Some(most())]),
        bonus_pre_tax: dice.election(),
        bonus_roth: dice.election(),
        bonus_after_tax: dice.election(),
        catch_up_pre_tax: dice.election(),
        catch_up_roth: dice.election(),
        catch_up_so_far: dice.one_of(&[None, Some(most())]),
        pre_tax: dice.election(),
        roth: dice.election(),
        after_tax: dice.election(),
        take_home: dice.one_of(&[None, Some(most())]),
        least_take_home: dice.one_of(&[None, Some(most())]),
        strategy: dice.choice(),
        fill_by: dice.one_of(&[None, Some(on(year, 2, 3))]),
        own_target: dice.one_of(&[None, Some(most())]),
        spillover_only: dice.one_of(&[false, false, true]),
        what_if_raise: Some("100".parse().expect("a percentage")),
    }
}

/// The fullest ledger, with so much in each of its rows.
fn full_ledger(year: i16, each: Money, dice: &mut Dice<'_>) -> Ledger {
    let plan = |row: usize| PlanName::from(if row.is_multiple_of(7) { "Old job" } else { "" });
    let date = |row| on(year, row, MOST_LEDGER_ROWS);
    let rows = 0..MOST_LEDGER_ROWS;
    let conversion = |row| Conversion {
        date: date(row),
        amount: each,
        path: dice.choice(),
        plan_basis: dice.one_of(&[None, Some(most())]),
        plan_earnings: dice.one_of(&[None, Some(most())]),
        destination: String::new(),
        confirmation: String::new(),
        plan: plan(row),
        rolled_over: dice.one_of(&[None, Some(most())]),
        rolled_over_on: dice.one_of(&[None, Some(date(row))]),
        received_on: dice.one_of(&[None, Some(date(row))]),
        to_traditional: dice.one_of(&[None, Some(most())]),
    };
    Ledger {
        conversions: rows.clone().map(conversion).collect(),
        opening: Opening {
            on: Some(on(year, 1, 2)),
            basis: Some(each),
            value: Some(each),
            before_1987: Some(most()),
            before_1987_alone: dice.choice(),
            plan: PlanName::ThisJob,
        },
        contributions: rows
            .clone()
            .map(|row| Contribution { plan: plan(row), ..Contribution::new(date(row), each) })
            .collect(),
        balances: rows.map(|row| Balance { date: date(row), value: most(), plan: plan(row) }).collect(),
        plan_total: Some(most()),
        plan_total_on: Some(on(year, 1, 2)),
        tax_rate: Some("100".parse().expect("a percentage")),
        growth: Some("100".parse().expect("a percentage")),
        forms_saved: dice.choice(),
        earnings_understood: dice.choice(),
        plan_rechecked: dice.choice(),
    }
}

fn form(dice: &mut Dice<'_>) -> Form1099R {
    Form1099R {
        payer: String::new(),
        corrected: dice.yes(),
        gross: Some(most()),
        taxable: Some(most()),
        not_determined: dice.yes(),
        total: dice.yes(),
        withheld: Some(most()),
        basis: Some(most()),
        codes: dice.one_of(&["G", "H", "1", "7", "4G", "8", "P"]).to_owned(),
        ira: dice.yes(),
        within_5_years: Some(most()),
        first_roth_year: Some(YEARS.0),
        other_money: dice.yes().then(most),
        other_taxable: dice.yes().then(most),
    }
}

fn landing_spot(year: i16, dice: &mut Dice<'_>) -> Landing {
    Landing {
        spot: dice.choice(),
        reason: String::new(),
        chosen_on: Some(on(year, 1, 4)),
        roth_ira_since: Some(YEARS.0),
        plan_roth_since: Some(YEARS.0),
        needed_early: dice.choice(),
        leaves_from_55: dice.choice(),
        plan_loans: dice.choice(),
        investments: dice.choice(),
        lower_costs: dice.choice(),
        roth_ira_contributions: Some(most()),
        withdrawal: Withdrawal {
            amount: Some(most()),
            on: Some(on(year, 1, 5)),
            from: dice.choice(),
            plan_value: Some(most()),
            plan_deferrals: Some(most()),
            exception: dice.choice(),
        },
    }
}

/// The fullest year, with so much in each row of its ledger.
fn full_year(year: i16, each: Money, dice: &mut Dice<'_>) -> YearRecord {
    let twice = Amounts { so_far: most(), to_come: most() };
    let business = Income::SelfEmployed { net_profit: most(), social_security_wages: most() };
    let job = |_| OtherJob {
        name: String::new(),
        relation: dice.choice(),
        is_403b: dice.choice(),
        pay: Some(most()),
        deferrals: twice,
        employer: twice,
        after_tax: most(),
    };
    YearRecord {
        job: planner::record::Job::default(),
        further: Vec::new(),
        other_jobs: (0..MOST_JOBS).map(job).collect(),
        year,
        own_limits: OwnLimits {
            elective_deferrals: Some(most()),
            catch_up: Some(most()),
            catch_up_60_to_63: Some(most()),
            annual_additions: Some(most()),
            pay_counted: Some(most()),
            roth_catch_up_wages: Some(most()),
            social_security_wage_base: Some(most()),
        },
        months_left: Some(12),
        // A business has no paychecks, and wages have the more to add up.
        income: Some(dice.one_of(&[Income::Wages { pay: most() }, Income::Wages { pay: most() }, business])),
        eligible_pay: dice.one_of(&[None, Some(most())]),
        prior_year_box_3_wages: Some(most()),
        highly_compensated: dice.choice(),
        union_contract: dice.choice(),
        plan: plan_rules(dice),
        payroll: payroll(year, dice),
        contributions: Contributions {
            pre_tax: twice,
            roth: twice,
            employer_match: twice,
            profit_sharing: twice,
            nonelective: twice,
            forfeitures: twice,
            after_tax: most(),
            match_of_last_year: dice.one_of(&[Money::ZERO, most()]),
            fifteen_year: dice.one_of(&[None, Some(most())]),
        },
        limitation_year: LimitationYear {
            before: most(),
            later_deferrals: most(),
            later_other: most(),
            pay: dice.one_of(&[None, Some(most())]),
        },
        ledger: full_ledger(year, each, dice),
        landing: landing_spot(year, dice),
        forms: (0..MOST_FORMS).map(|_| form(dice)).collect(),
        returned: (0..MOST_FORMS)
            .map(|_| Returned {
                kind: dice.choice(),
                excess: Some(most()),
                pre_tax: dice.yes().then(most),
                earnings: Some(most()),
                paid_on: Some(on(year, 1, 2)),
                converted: dice.choice(),
                roth: dice.choice(),
            })
            .collect(),
        beyond: Beyond {
            filing_status: dice.choice(),
            magi: Some(most()),
            hsa_coverage: dice.choice(),
            other_iras: Some(most()),
            ira_basis: Some(most()),
            ira_contributed: Some(most()),
            offers_457b: dice.choice(),
            business: dice.choice(),
            filed_in_time: dice.choice(),
            projected_years: Some(60),
            tax_rate_later: dice.one_of(&[None, "100".parse().ok()]),
            dividends: dice.one_of(&[None, "100".parse().ok()]),
            gains_tax: dice.one_of(&[None, "0".parse().ok(), "100".parse().ok()]),
        },
    }
}

/// All years at their fullest, with so much in each row of their ledgers.
fn fullest(each: Money, born: i16, thrown: &[u8]) -> Record {
    let dice = &mut Dice::new(thrown);
    let years = (YEARS.0..=YEARS.1).map(|year| full_year(year, each, dice)).collect();
    Record { format: FORMAT, birth_date: Some(on(born, 1, 2)), years }
}

/// So much in each row that all ledgers together come to the most that they may.
fn spread_out() -> Money {
    let years = usize::try_from(YEARS.1 - YEARS.0 + 1).expect("a count");
    let rows = Money::cents(u32::try_from(2 * years * (MOST_LEDGER_ROWS + 1)).expect("a count"));
    Money::LARGEST.pro_rata(Money::CENT, rows) - Money::CENT
}

/// Every worksheet's result of a year, and its report; of one that waits, for what.
fn worked_out(record: &Record, year: i16, today: Date) -> Vec<Result<Value, NotReady>> {
    let year = Year::of(record, year, today).expect("a year of the record");
    let result = |&worksheet: &Worksheet| {
        let report = worksheet.report(&year);
        let result = worksheet.result(&year);
        assert_eq!(report.err(), result.as_ref().err().cloned());
        result
    };
    Worksheet::ALL.iter().map(result).collect()
}

/// The largest amount that stands anywhere in a result, in dollars.
fn largest(result: &Value) -> f64 {
    match result {
        Value::String(text) => text.parse::<f64>().map_or(0.0, f64::abs),
        Value::Array(values) => values.iter().map(largest).fold(0.0, f64::max),
        Value::Object(fields) => fields.values().map(largest).fold(0.0, f64::max),
        _ => 0.0,
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(16))]

    #[test]
    fn no_worksheet_of_the_fullest_record_comes_near_the_end(
        thrown in prop::collection::vec(any::<u8>(), 97),
        born in prop::sample::select(vec![1900_i16, 1940, 1963, 1975, 2001]),
        year in prop::sample::select(vec![YEARS.0, 2024, 2026, YEARS.1]),
        (today, every_year) in (0_usize..12, any::<bool>()),
    ) {
        let mut record = fullest(spread_out(), born, &thrown);
        if !every_year {
            // One ledger with the largest amounts alone.
            record.years.iter_mut().for_each(|entry| entry.ledger = Ledger::default());
            let entry = record.years.iter_mut().find(|entry| entry.year == year).expect("every year");
            entry.ledger = full_ledger(year, most(), &mut Dice::new(&thrown));
        }
        prop_assert_eq!(record.bounded(), Ok(()));
        let results = worked_out(&record, year, on(year, today, 12));
        let waits = results.iter().filter_map(|result| result.as_ref().err());
        // All answer, but for Pace where no paycheck is to come.
        for wait in waits {
            prop_assert!(matches!(wait, NotReady::OwnBusiness | NotReady::LimitationYear { .. } | NotReady::NoneToCome { .. }), "{wait}");
        }
        let largest = results.iter().flatten().map(largest).fold(0.0, f64::max);
        prop_assert!((9e8..FAR_FROM_THE_END).contains(&largest), "{largest}");
    }
}

#[test]
fn ledgers_beyond_the_bound_are_refused_and_would_do_no_harm() {
    let record = fullest(most(), 1975, &[0, 1, 2, 3, 5, 7, 11]);
    assert_eq!(record.bounded(), Err(AmountsTooLarge));
    let wait = Year::of(&record, 2026, on(2026, 1, 2)).err().map(|wait| wait.to_string());
    let sentence = "These amounts add up to more than a trillion dollars. Check the largest one for extra digits.";
    assert_eq!(wait.as_deref(), Some(sentence));
    // Even where nobody asks first, posting stays in range.
    assert!(!ledger::posted(&record).is_empty());
}
