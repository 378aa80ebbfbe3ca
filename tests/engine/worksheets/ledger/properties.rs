//! What holds of the posted ledger for any entries in any order: not a cent is made or
//! lost, and it comes to the same as a second ledger in whole cents. What holds of the
//! worksheet on top of it: its totals tie out with the ledger’s distributions.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart from dollars")]

use crate::support::worksheets;
use std::collections::BTreeMap;

use crate::support::properties::cases;
use crate::support::values::{cents, sum};
use planner::date::Date;
use planner::money::Money;
use planner::percent::Percent;
use planner::record::{
    Answer, Balance, Contribution, Conversion, Ledger, Path, PlanName, Record, Spot, TransferTiming, YearRecord,
};
use planner::report::Report;
use planner::worksheets::conversions::{self, Conversions, LINES, LedgerLineKind, ROWS, csv};
use planner::worksheets::ledger::{self, BasisBy, Distribution, EntryKind, Pool};
use planner::worksheets::year::NotReady;
use proptest::prelude::*;
use proptest::sample::select;

const YEARS: [i16; 3] = [2024, 2025, 2026];
const LARGEST: u64 = 999_999_999_99;

fn of_cents(cents: u64) -> Money {
    format!("{}.{:02}", cents / 100, cents % 100).parse().expect("an amount that can be entered")
}

fn day(after: i32) -> Date {
    Date::new(YEARS[0], 1, 1).and_then(|first| first.plus_days(after)).expect("a day in range")
}

/// One entry of a ledger.
#[derive(Clone, Debug)]
enum Entry {
    In(Contribution),
    Worth(Balance),
    Out(Conversion),
}

/// Amounts close together, so that entries meet; amounts of a cent, and the largest.
fn amount() -> impl Strategy<Value = Money> {
    prop_oneof![
        8 => (0_u64..3_000_00).prop_map(of_cents),
        2 => (0_u64..4).prop_map(of_cents),
        2 => select(vec![1_000_00_u64, 1_596_15, 500_00]).prop_map(of_cents),
        1 => select(vec![LARGEST, LARGEST - 1, LARGEST / 3]).prop_map(of_cents),
    ]
}

fn rare<T: std::fmt::Debug + Clone + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    prop_oneof![4 => Just(None), 1 => value.prop_map(Some)]
}

fn plan() -> impl Strategy<Value = PlanName> {
    select(vec!["", "", "", "old job"]).prop_map(PlanName::from)
}

prop_compose! {
    fn conversion()(
        day_number in 0..1_096,
        amount in amount(),
        path in select(vec![Path::InPlan, Path::RothIra, Path::Split, Path::PaidOut]),
        (plan_basis, plan_earnings) in (rare(amount()), rare(amount())),
        (rolled_over, rolled_over_on) in (rare(amount()), rare(0..1_096)),
        plan in plan(),
        confirmation in select(vec!["", "A-1"]),
    ) -> Conversion {
        Conversion {
            date: day(day_number), amount, path, plan_basis, plan_earnings, rolled_over, plan,
            rolled_over_on: rolled_over_on.map(day), destination: String::new(), confirmation: confirmation.to_owned(),
        }
    }
}

fn entry() -> impl Strategy<Value = Entry> {
    prop_oneof![
        4 => (0..1_096, amount(), plan()).prop_map(|(on, amount, plan)| Entry::In(Contribution { date: day(on), amount, plan })),
        2 => (0..1_096, amount(), plan()).prop_map(|(on, value, plan)| Entry::Worth(Balance { date: day(on), value, plan })),
        4 => conversion().prop_map(Entry::Out),
    ]
}

fn accounting() -> impl Strategy<Value = [Answer; 3]> {
    let one = || select(vec![Answer::Yes, Answer::Yes, Answer::Unknown, Answer::No]);
    (one(), one(), one()).prop_map(|(a, b, c)| [a, b, c])
}

fn record(entries: &[Entry], accounting: [Answer; 3]) -> Record {
    let years = YEARS.iter().zip(accounting).map(|(year, separate)| {
        let mut record = YearRecord::new(*year);
        record.plan.separate_accounting = separate;
        let of_year = |date: Date| date.year() == *year;
        for entry in entries {
            let Ledger { contributions, balances, conversions, .. } = &mut record.ledger;
            match entry {
                Entry::In(row) if of_year(row.date) => contributions.push(row.clone()),
                Entry::Worth(row) if of_year(row.date) => balances.push(row.clone()),
                Entry::Out(row) if of_year(row.date) => conversions.push(row.clone()),
                _ => {}
            }
        }
        record
    });
    Record { years: years.collect(), ..Record::default() }
}

/// The figures of a move, without what was entered beside them.
fn figures(made: &Distribution) -> (Date, BasisBy, [Money; 10], bool, Option<Date>) {
    let amounts = [
        made.entered.amount,
        made.basis_before,
        made.value_before,
        made.basis,
        made.earnings,
        made.taxable,
        made.basis_left,
        made.value_left,
        made.missing,
        made.dated,
    ];
    (made.entered.date, made.by, amounts, made.whole_account, made.oldest)
}

/// What a second ledger in whole cents has of a conversion: basis, earnings, and the
/// basis and value left.
type Again = [i128; 4];

/// A row in its order: day, kind, amount, basis by the plan, and path.
type Row = (Date, u8, i128, Option<i128>, u8);

/// A pool a second time: nothing but whole cents, the formulas of the rule book, and the
/// entries sorted by its own key.
fn again(entries: &[Entry], plan: &str) -> (Vec<Again>, i128, i128) {
    let mut rows: Vec<Row> = Vec::new();
    for entry in entries {
        match entry {
            Entry::In(row) if row.plan.as_str() == plan => rows.push((row.date, 0, cents(row.amount), None, 0)),
            Entry::Worth(row) if row.plan.as_str() == plan => rows.push((row.date, 1, cents(row.value), None, 0)),
            Entry::Out(row) if row.plan.as_str() == plan => {
                let gross = cents(row.amount);
                let own = row.plan_basis.map(cents).or(row.plan_earnings.map(|earned| (gross - cents(earned)).max(0)));
                let path = match row.path {
                    Path::InPlan => 0,
                    Path::RothIra => 1,
                    Path::Split => 2,
                    Path::TraditionalIra => 3,
                    Path::PaidOut => 4,
                };
                rows.push((row.date, 2, gross, own.map(|own| own.min(gross)), path));
            }
            _ => {}
        }
    }
    rows.sort_unstable();
    let (mut basis, mut value, mut stated) = (0, 0, None);
    let mut out = Vec::new();
    for (date, kind, amount, own, _) in rows {
        match kind {
            0 => (basis, value) = (basis + amount, value + amount),
            1 => (value, stated) = (amount, Some(date)),
            _ => {
                let taken = match own {
                    Some(own) => own,
                    None if amount >= value => amount.min(basis),
                    // Half up: twice the numerator and the denominator more.
                    None => ((2 * amount * basis + value) / (2 * value)).min(amount).min(basis),
                };
                let earned = amount - taken;
                value = value.max(amount);
                if own.is_some() && earned > 0 && stated != Some(date) {
                    value = value.max(basis.max(taken) + earned);
                }
                basis = (basis - taken).max(0);
                value -= amount;
                if value == 0 {
                    stated = None;
                }
                out.push([taken, earned, basis, value]);
            }
        }
    }
    (out, basis, value)
}

/// What must be true of every pool.
fn whole(pool: &Pool) -> Result<(), TestCaseError> {
    let out = sum(pool.distributions.iter().map(|made| made.basis));
    let missing = sum(pool.distributions.iter().map(|made| made.missing));
    prop_assert_eq!(missing, pool.missing);
    // Not a cent of basis is made or lost.
    prop_assert_eq!(sum([pool.contributed, missing]), sum([out, pool.basis]));
    let lots = sum(pool.waiting.iter().map(|lot| lot.amount));
    prop_assert_eq!(sum([lots, pool.unrecovered]), pool.basis);
    prop_assert!(pool.waiting.iter().all(|lot| lot.amount.is_positive()));
    prop_assert!(pool.waiting.iter().zip(pool.waiting.iter().skip(1)).all(|(one, next)| one.date <= next.date));
    prop_assert!(!pool.basis.is_negative() && !pool.value.is_negative() && !pool.unrecovered.is_negative());
    for made in &pool.distributions {
        let amount = made.entered.amount;
        prop_assert_eq!(sum([made.basis, made.earnings]), amount);
        prop_assert!(made.basis <= amount && !made.basis.is_negative());
        let taxable = if made.entered.path == Path::Split { Money::ZERO } else { made.earnings };
        prop_assert_eq!(made.taxable, taxable);
        prop_assert_eq!(sum([made.basis_before, made.missing]), sum([made.basis, made.basis_left]));
        prop_assert_eq!(made.value_before, sum([amount, made.value_left]));
        prop_assert!(made.missing == Money::ZERO || made.by == BasisBy::Plan);
        prop_assert!(made.dated <= made.basis && (made.oldest.is_some() == made.dated.is_positive()));
        prop_assert!(made.oldest.is_none_or(|oldest| oldest <= made.entered.date));
    }
    prop_assert!(pool.entries.windows(2).all(|pair| pair[0].date <= pair[1].date));
    let places: Vec<usize> = pool
        .entries
        .iter()
        .filter_map(|line| if let EntryKind::Conversion(place) = line.kind { Some(place) } else { None })
        .collect();
    prop_assert_eq!(places, (0..pool.distributions.len()).collect::<Vec<_>>());
    if let Some(last) = pool.entries.last() {
        prop_assert_eq!((last.basis, last.value), (pool.basis, pool.value));
    }
    Ok(())
}

/// What must be true of every worksheet.
fn ties_out(record: &Record, pools: &[Pool], result: &Conversions) -> Result<(), TestCaseError> {
    let year = result.year;
    let moves = || pools.iter().flat_map(|pool| pool.distributions_in(year));
    prop_assert_eq!(result.converted, sum(moves().map(|made| made.entered.amount)));
    prop_assert_eq!(result.basis, sum(moves().map(|made| made.basis)));
    prop_assert_eq!(result.taxable, sum(moves().map(|made| made.taxable)));
    let entry = record.year(year).expect("the year");
    prop_assert_eq!(result.contributed, sum(entry.ledger.contributions.iter().map(|row| row.amount)));
    // Each conversion's own arithmetic comes to what the ledger posted.
    let mut posted: Vec<&Distribution> = moves().collect();
    posted.sort_by_key(|made| made.entered.date);
    prop_assert_eq!(result.conversions.len(), posted.len());
    for (shown, made) in result.conversions.iter().zip(posted) {
        prop_assert_eq!((shown.basis.value, shown.taxable.value), (made.basis, made.taxable));
        prop_assert_eq!(shown.basis.steps.last().map(|step| step.value), Some(shown.basis.value));
    }
    let rows = entry.ledger.contributions.len() + entry.ledger.balances.len() + entry.ledger.conversions.len();
    prop_assert_eq!(result.ledger.len(), rows);
    prop_assert!(result.ledger.windows(2).all(|pair| (pair[0].date, pair[0].kind) <= (pair[1].date, pair[1].kind)));
    prop_assert_eq!(csv(&result.ledger).lines().count(), rows + 1);
    prop_assert!(result.ledger.iter().all(|line| line.entered.is_some() == (line.kind == LedgerLineKind::Conversion)));
    prop_assert_eq!(result.months.len(), 12);
    for of in [
        (|month| month.contributed) as fn(&conversions::Month) -> Money,
        |month| month.converted,
        |month| month.basis,
        |month| month.taxable,
    ]
    .into_iter()
    .zip([result.contributed, result.converted, result.basis, result.taxable])
    {
        prop_assert_eq!(sum(result.months.iter().map(of.0)), of.1);
    }
    let last = result.months.last().expect("December");
    prop_assert_eq!(last.converted_so_far, result.converted);
    prop_assert_eq!((last.waiting, last.growth), (result.waiting.basis, result.waiting.growth));
    prop_assert_eq!(sum([result.waiting.basis, result.waiting.growth]), result.waiting.value);
    prop_assert_eq!(result.chart.bars.len(), 12);
    prop_assert!(result.chart.bars.iter().all(|bar| bar.converted + bar.waiting + bar.growth <= 1_000));
    for pair in result.price.rhythms.windows(2) {
        prop_assert!(pair[0].growth >= pair[1].growth && pair[0].conversions <= pair[1].conversions);
    }
    prop_assert!(result.findings.windows(2).all(|pair| pair[0].words.severity <= pair[1].words.severity));
    for finding in &result.findings {
        prop_assert!(finding.words.text.ends_with('.') && !finding.words.title.is_empty(), "{:?}", finding);
    }
    let closing = &result.closing;
    prop_assert!(closing.decision.ends_with('.') && closing.rule.ends_with('.') && !closing.next_action.is_empty());
    prop_assert!(serde_json::to_string(result).is_ok());
    let report = Report::from(result.clone());
    prop_assert_eq!((report.lines.len(), report.checklist.len()), (LINES, ROWS));
    for table in &report.tables {
        prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.id);
    }
    Ok(())
}

proptest! {
    #![proptest_config(cases(512))]

    #[test]
    fn not_a_cent_is_made_or_lost(
        entries in prop::collection::vec(entry(), 0..28),
        accounting in accounting(),
    ) {
        let pools = ledger::posted(&record(&entries, accounting));
        for pool in &pools {
            whole(pool)?;
        }
    }

    #[test]
    fn a_second_ledger_in_whole_cents_comes_to_the_same(
        entries in prop::collection::vec(entry(), 0..28),
    ) {
        let pools = ledger::posted(&record(&entries, [Answer::Yes; 3]));
        let mut plans: BTreeMap<&str, &Pool> = pools.iter().map(|pool| (pool.plan.as_str(), pool)).collect();
        for plan in ["", "old job"] {
            let (moves, basis, value) = again(&entries, plan);
            let Some(pool) = plans.remove(plan) else {
                prop_assert!(moves.is_empty() && basis == 0 && value == 0);
                continue;
            };
            let ours: Vec<Again> = pool
                .distributions
                .iter()
                .map(|made| [made.basis, made.earnings, made.basis_left, made.value_left].map(cents))
                .collect();
            prop_assert_eq!(ours, moves, "plan {:?}", plan);
            prop_assert_eq!((cents(pool.basis), cents(pool.value)), (basis, value));
        }
        prop_assert!(plans.is_empty());
    }

    #[test]
    fn the_order_of_typing_changes_no_cent(
        (entries, shuffled) in prop::collection::vec(entry(), 0..24)
            .prop_flat_map(|entries| (Just(entries.clone()), Just(entries).prop_shuffle())),
        accounting in accounting(),
    ) {
        let typed = ledger::posted(&record(&entries, accounting));
        let mut other = record(&shuffled, accounting);
        other.years.reverse();
        let other = ledger::posted(&other);
        prop_assert_eq!(typed.len(), other.len());
        for (one, two) in typed.iter().zip(&other) {
            prop_assert_eq!(&one.entries, &two.entries);
            prop_assert_eq!(&one.waiting, &two.waiting);
            let of = |pool: &Pool| pool.distributions.iter().map(figures).collect::<Vec<_>>();
            prop_assert_eq!(of(one), of(two));
        }
    }

    #[test]
    fn what_comes_later_changes_nothing_before_it(
        entries in prop::collection::vec(entry(), 0..24),
        accounting in accounting(),
        until in 0..1_096,
    ) {
        let record = record(&entries, accounting);
        let until = day(until);
        let all = ledger::posted(&record);
        let part = ledger::posted_until(&record, until);
        for pool in &part {
            whole(pool)?;
            let whole = all.iter().find(|other| other.plan == pool.plan).expect("its pool");
            let lines = whole.entries.iter().take_while(|line| line.date <= until);
            prop_assert_eq!(pool.entries.iter().collect::<Vec<_>>(), lines.collect::<Vec<_>>());
            prop_assert_eq!(&pool.distributions[..], &whole.distributions[..pool.distributions.len()]);
        }
        let counted = |pools: &[Pool]| pools.iter().flat_map(|pool| &pool.entries).filter(|line| line.date <= until).count();
        prop_assert_eq!(counted(&all), counted(&part));
    }

    #[test]
    fn the_worksheet_ties_out_with_the_ledger(
        entries in prop::collection::vec(entry(), 0..24),
        accounting in accounting(),
        (rate, growth) in (rare(0_u32..=100), rare(0_u32..=100)),
        timing in select(vec![TransferTiming::Unknown, TransferTiming::Automatic, TransferTiming::AnyDay, TransferTiming::Yearly]),
        (limit, least, fee) in (rare(0_u8..4), rare(amount()), rare(0_u64..50_00)),
        (spot, stub, plan_total) in (select(vec![Spot::Open, Spot::RothIra, Spot::Roth401k]), rare(amount()), rare(amount())),
    ) {
        let mut record = record(&entries, accounting);
        for year in &mut record.years {
            let percent = |whole: u32| Percent::ten_thousandths(whole * 10_000);
            (year.ledger.tax_rate, year.ledger.growth) = (rate.map(percent), growth.map(percent));
            (year.plan.transfer_timing, year.plan.transfers_per_year) = (timing, limit);
            (year.plan.least_transfer, year.plan.transfer_fee) = (least, fee.map(of_cents));
            year.landing.spot = spot;
            year.contributions.after_tax = stub.unwrap_or_default();
            year.ledger.plan_total = plan_total;
        }
        let again = Record::from_json(&record.to_json());
        prop_assert_eq!(again.as_ref(), Ok(&record));
        for year in YEARS {
            let end = Date::year_end(year).expect("a year");
            let pools = ledger::posted_until(&record, end);
            // On its last day and long after it a year comes to the same.
            for today in [end, day(2_000)] {
                match worksheets::conversions(&record, year, today) {
                    Ok(result) => ties_out(&record, &pools, &result)?,
                    Err(error) => prop_assert!(pools.is_empty() && error == NotReady::EmptyLedger),
                }
            }
            // In the midst of it nothing panics, and what is still to come stands in the table.
            if let Ok(result) = worksheets::conversions(&record, year, Date::new(year, 6, 30).expect("a day")) {
                prop_assert!(result.ledger.iter().all(|line| line.to_come == (line.date > result.as_of)));
                prop_assert!(result.conversions.iter().all(|made| made.date <= result.as_of));
            }
        }
    }
}

#[test]
fn amounts_too_large_to_add_up_are_an_error_and_no_panic() {
    let largest = of_cents(LARGEST);
    let row = Contribution { date: day(0), amount: largest, plan: PlanName::ThisJob };
    let mut entries = vec![Entry::In(row); 400];
    entries.extend(
        (0..400)
            .map(|after| Entry::In(Contribution { date: day(400 + after), amount: largest, plan: PlanName::ThisJob })),
    );
    entries.extend(
        (0..300)
            .map(|after| Entry::In(Contribution { date: day(740 + after), amount: largest, plan: PlanName::ThisJob })),
    );
    let record = record(&entries, [Answer::Yes; 3]);
    assert!(record.bounded().is_err());
    let error = worksheets::conversions(&record, 2026, day(1_095)).expect_err("more than a trillion");
    assert!(matches!(error, NotReady::TooLarge(_)), "{error}");
}
