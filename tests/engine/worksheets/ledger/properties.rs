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
    Answer, Balance, Contribution, Conversion, Ledger, Opening, Path, PlanName, Record, ReturnKind, Returned, Spot,
    TransferTiming, YearRecord,
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
    /// An opening line; a year has one, the last that was entered.
    Before(Opening),
    /// What the plan returned, in the ledger of the year before.
    Back(Returned),
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
        path in select(vec![Path::InPlan, Path::RothIra, Path::Split, Path::TraditionalIra, Path::PaidOut]),
        (received, to_traditional) in (rare(0..90), rare(amount())),
        (plan_basis, plan_earnings) in (rare(amount()), rare(amount())),
        (rolled_over, rolled_over_on) in (rare(amount()), rare(0..1_096)),
        plan in plan(),
        confirmation in select(vec!["", "A-1"]),
    ) -> Conversion {
        Conversion {
            date: day(day_number), amount, path, plan_basis, plan_earnings, rolled_over, plan,
            rolled_over_on: rolled_over_on.map(day), destination: String::new(), confirmation: confirmation.to_owned(),
            received_on: received.map(|after| day(day_number + after)), to_traditional,
        }
    }
}

fn entry() -> impl Strategy<Value = Entry> {
    prop_oneof![
        4 => (0..1_096, amount(), plan()).prop_map(|(on, amount, plan)| Entry::In(Contribution { plan, ..Contribution::new(day(on), amount) })),
        2 => (0..1_096, amount(), plan()).prop_map(|(on, value, plan)| Entry::Worth(Balance { date: day(on), value, plan })),
        4 => conversion().prop_map(Entry::Out),
        1 => opening().prop_map(Entry::Before),
        1 => returned().prop_map(Entry::Back),
    ]
}

prop_compose! {
    fn opening()(
        on in 0..1_096,
        (basis, value, before_1987) in (amount(), rare(amount()), rare(amount())),
        alone in select(vec![Answer::Yes, Answer::No, Answer::Unknown]),
        plan in plan(),
    ) -> Opening {
        Opening { on: Some(day(on)), basis: Some(basis), value, before_1987, before_1987_alone: alone, plan }
    }
}

prop_compose! {
    fn returned()(
        kind in select(vec![ReturnKind::AnnualAdditions, ReturnKind::AcpTest, ReturnKind::Deferrals]),
        (excess, earnings, on) in (rare(amount()), rare(amount()), 0..1_096),
        converted in select(vec![Answer::Yes, Answer::No, Answer::Unknown]),
    ) -> Returned {
        Returned { kind, excess, earnings, paid_on: Some(day(on)), converted, ..Returned::default() }
    }
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
                Entry::Before(opening) if opening.on.is_some_and(of_year) => {
                    // Whatever the order of typing, the same one of several.
                    let key = |row: &Opening| {
                        (row.on, row.basis, row.value, row.before_1987, row.before_1987_alone as u8, row.plan.clone())
                    };
                    if key(opening) > key(&record.ledger.opening) {
                        record.ledger.opening = opening.clone();
                    }
                }
                Entry::Back(row) if row.paid_on.is_some_and(of_year) => record.returned.push(row.clone()),
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

/// What a second ledger in whole cents has of a conversion: basis, earnings, taxable, and
/// the basis and value left.
type Again = [i128; 5];

/// A payment of a day as the second ledger has it: all that decides anything, in the order
/// in which a day’s payments are taken.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Paid {
    gross: i128,
    own: Option<i128>,
    path: u8,
    /// Of a payment to the person: rolled over in time to a Roth IRA and to a traditional one.
    rolled: (i128, i128),
    /// Carved out of it: excess and earnings.
    carved: (i128, i128),
    row: usize,
}

/// What came of a payment to the person, by the rule book: 60 days from receipt; from the
/// plan’s date, a check may have been two weeks on its way.
fn rolled(row: &Conversion, gross: i128) -> (i128, i128) {
    let roth = row.rolled_over.map_or(0, cents).min(gross);
    let traditional = row.to_traditional.map_or(0, cents).min(gross - roth);
    let days = match row.received_on {
        Some(received) => received.max(row.date).day_number() + 60,
        None => row.date.day_number() + 60 + 14,
    };
    let late = row.rolled_over_on.is_some_and(|on| on.day_number() > days);
    if late { (0, 0) } else { (roth, traditional) }
}

/// The earnings of some of a day’s payments: straight to a pre-tax account first, then the
/// split ones, then what went straight to Roth, then what was rolled over, then the rest.
fn assign(paid: &[&Paid], earnings: i128) -> Vec<i128> {
    let mut left = earnings;
    let mut each = vec![0; paid.len()];
    let room = |class: usize, paid: &Paid| match (class, paid.path) {
        (0, 3) | (1, 2) | (2, 0 | 1) => paid.gross,
        (3, 4) => paid.rolled.0 + paid.rolled.1,
        (4, 4) => paid.gross - paid.rolled.0 - paid.rolled.1,
        _ => 0,
    };
    for class in 0..5 {
        let all: i128 = paid.iter().map(|paid| room(class, paid)).sum();
        let here = left.min(all);
        if here <= 0 {
            continue;
        }
        let (mut sum, mut given) = (0, 0);
        for (place, paid) in paid.iter().enumerate() {
            sum += room(class, paid);
            // Half up, of the running sum.
            let so_far = (2 * here * sum + all) / (2 * all);
            each[place] += so_far - given;
            given = so_far;
        }
        left -= here;
    }
    each
}

/// A pool a second time: nothing but whole cents, the formulas of the rule book, and the
/// entries day by day.
#[derive(Default)]
struct Pot {
    basis: i128,
    value: i128,
    lost: i128,
    old: i128,
    alone: bool,
    stated: Option<Date>,
    out: Vec<Again>,
}

impl Pot {
    fn empty_if_worthless(&mut self) {
        if self.value == 0 {
            (self.lost, self.basis, self.old) = (self.lost + self.basis, 0, 0);
        }
    }

    fn pay(&mut self, on: Date, paid: &[Paid]) {
        let gross: i128 = paid.iter().map(|paid| paid.gross).sum();
        let own: i128 = paid.iter().filter_map(|paid| paid.own).sum();
        let earned: i128 = paid.iter().filter_map(|paid| Some(paid.gross - paid.own?)).sum();
        self.value = self.value.max(gross);
        if earned > 0 && self.stated != Some(on) {
            self.value = self.value.max(self.basis.max(own) + earned);
        }
        let before = self.basis;
        let all = if gross >= self.value {
            gross.min(before)
        } else {
            let first = if self.alone { self.old.min(gross) } else { 0 };
            let (rest, basis, value) = (gross - first, before - first, self.value - first);
            first + if rest == 0 { 0 } else { ((2 * rest * basis + value) / (2 * value)).min(rest).min(basis) }
        };
        let others: Vec<&Paid> = paid.iter().filter(|paid| paid.own.is_none()).collect();
        let theirs: i128 = others.iter().map(|paid| paid.gross).sum();
        let basis_of_others = (all - own).max(0).min(theirs);
        let mut assigned = assign(&others, theirs - basis_of_others).into_iter();
        let mut made = Vec::new();
        for paid in paid {
            let basis = paid.own.unwrap_or_else(|| paid.gross - assigned.next().expect("one for each"));
            let beyond = (basis - self.basis).max(0);
            self.lost -= beyond.min(self.lost);
            self.basis -= basis - beyond;
            let carved = (paid.carved.0.min(basis), paid.carved.1.min(paid.gross - basis));
            let (basis, earned) = (basis - carved.0, paid.gross - basis - carved.1);
            let moved = paid.gross - carved.0 - carved.1;
            let roth = paid.rolled.0.min(moved);
            let traditional = paid.rolled.1.min(moved - roth);
            let taxed = match paid.path {
                2 | 3 => 0,
                4 => (earned - traditional).max(0),
                _ => earned,
            };
            made.push([basis, earned, taxed]);
        }
        self.value -= gross;
        self.old = (self.old - (before - self.basis)).max(0).min(self.basis);
        let (basis, value) = (self.basis, self.value);
        self.out.extend(made.into_iter().map(|[one, two, three]| [one, two, three, basis, value]));
        if self.value == 0 {
            self.stated = None;
            self.empty_if_worthless();
        }
    }

    fn give_back(&mut self, on: Date, excess: i128, earnings: i128) {
        let gone = excess.min(self.basis);
        if gone <= 0 {
            return;
        }
        let earned = if gone == excess { earnings } else { (2 * earnings * gone + excess) / (2 * excess) };
        if earned > 0 && self.stated != Some(on) {
            self.value = self.value.max(self.basis + earned);
        }
        self.basis -= gone;
        self.value = (self.value - gone - earned).max(0);
        self.old = self.old.min(self.basis);
        if self.value == 0 {
            self.stated = None;
            self.empty_if_worthless();
        }
    }
}

fn again(record: &Record, plan: &str) -> Pot {
    let mut pot = Pot::default();
    let refunds = |converted: bool| {
        let all = record.years.iter().flat_map(|year| year.returned.iter().map(|row| (year.year, row)));
        let mut all: Vec<(Date, i128, i128, i16)> = all
            .filter(|(_, row)| row.kind != ReturnKind::Deferrals && (row.converted == Answer::Yes) == converted)
            .map(|(year, row)| {
                let of = |amount: Option<Money>| amount.map_or(0, cents);
                (row.paid_on.expect("a day"), of(row.excess), of(row.earnings), year)
            })
            .collect();
        all.sort_by_key(|&(on, excess, earnings, year)| (on, excess, earnings, year));
        all
    };
    let mut rows: Vec<(Date, Paid)> = Vec::new();
    for row in record.years.iter().flat_map(|year| &year.ledger.conversions).filter(|row| row.plan.as_str() == plan) {
        let gross = cents(row.amount);
        let own = row.plan_basis.map(cents).or(row.plan_earnings.map(|earned| (gross - cents(earned)).max(0)));
        let path = match row.path {
            Path::InPlan => 0,
            Path::RothIra => 1,
            Path::Split => 2,
            Path::TraditionalIra => 3,
            Path::PaidOut => 4,
        };
        let own = own.map(|own| own.min(gross));
        rows.push((row.date, Paid { gross, own, path, rolled: rolled(row, gross), carved: (0, 0), row: rows.len() }));
    }
    if plan.is_empty() {
        for (on, excess, earnings, _) in refunds(true) {
            let mut left: Vec<&mut (Date, Paid)> = rows
                .iter_mut()
                .filter(|(date, paid)| *date <= on && date.year() == on.year() && paid.path > 0)
                .collect();
            left.sort_by_key(|(date, paid)| (*date, paid.gross, paid.path, paid.own));
            // The last that holds it, or else a share of each, by running sums rounded half up.
            let whole = left.iter().rposition(|(_, paid)| paid.gross >= excess + earnings);
            let all: i128 = left.iter().map(|(_, paid)| paid.gross).sum();
            if let Some(place) = whole {
                let (_, paid) = &mut *left[place];
                paid.carved = (paid.carved.0 + excess, paid.carved.1 + earnings);
            } else if all >= excess + earnings && all > 0 {
                let (mut sum, mut taken) = (0, (0, 0));
                for (_, paid) in left.into_iter().map(|row| &mut *row) {
                    sum += paid.gross;
                    let so_far = |amount: i128| (2 * amount * sum + all) / (2 * all);
                    let now = (so_far(excess), so_far(earnings));
                    paid.carved = (paid.carved.0 + now.0 - taken.0, paid.carved.1 + now.1 - taken.1);
                    taken = now;
                }
            }
        }
    }
    rows.sort();
    let mut days: Vec<Date> = (0..1_096).map(day).collect();
    days.dedup();
    for on in days {
        for year in &record.years {
            let opening = &year.ledger.opening;
            if opening.on == Some(on) && opening.plan.as_str() == plan {
                let (basis, value) = (opening.basis.map_or(0, cents), opening.value.map(cents));
                pot.empty_if_worthless();
                pot.basis += basis;
                pot.value += value.unwrap_or(basis);
                pot.stated = value.map_or(pot.stated, |_| Some(on));
                pot.old += opening.before_1987.map_or(0, cents).min(basis);
                pot.alone = opening.before_1987_alone == Answer::Yes;
            }
        }
        let ledgers = || record.years.iter().map(|year| &year.ledger);
        for row in ledgers().flat_map(|ledger| &ledger.contributions) {
            if row.date == on && row.plan.as_str() == plan {
                pot.empty_if_worthless();
                pot.basis += cents(row.amount);
                pot.value += cents(row.amount);
            }
        }
        let balances = ledgers().flat_map(|ledger| &ledger.balances);
        if let Some(value) =
            balances.filter(|row| row.date == on && row.plan.as_str() == plan).map(|row| cents(row.value)).max()
        {
            (pot.value, pot.stated) = (value, Some(on));
        }
        if plan.is_empty() {
            for (_, excess, earnings, _) in refunds(false).into_iter().filter(|(paid_on, ..)| *paid_on == on) {
                pot.give_back(on, excess, earnings);
            }
        }
        let of_the_day: Vec<Paid> = rows.iter().filter(|(date, _)| *date == on).map(|(_, paid)| paid.clone()).collect();
        if !of_the_day.is_empty() {
            pot.pay(on, &of_the_day);
        }
    }
    pot
}

/// What must be true of every pool.
fn whole(pool: &Pool) -> Result<(), TestCaseError> {
    let out = sum(pool.distributions.iter().map(|made| made.basis));
    let missing = sum(pool.distributions.iter().map(|made| made.missing));
    prop_assert_eq!(missing, pool.missing);
    // Not a cent of basis is made or lost.
    prop_assert_eq!(sum([pool.contributed, missing]), sum([out, pool.basis, pool.unrecovered, pool.refunded]));
    let lots = sum(pool.waiting.iter().map(|lot| lot.amount));
    prop_assert_eq!(lots, pool.basis);
    prop_assert!(pool.waiting.iter().all(|lot| lot.amount.is_positive()));
    prop_assert!(pool.waiting.iter().zip(pool.waiting.iter().skip(1)).all(|(one, next)| one.date <= next.date));
    prop_assert!(!pool.basis.is_negative() && !pool.value.is_negative() && !pool.unrecovered.is_negative());
    for made in &pool.distributions {
        let amount = made.moved;
        prop_assert_eq!(sum([amount, made.refunded.basis, made.refunded.earnings]), made.entered.amount);
        prop_assert_eq!(sum([made.basis, made.earnings]), amount);
        prop_assert!(made.basis <= amount && !made.basis.is_negative());
        let (earnings_elsewhere, basis_elsewhere) = made.to_traditional();
        prop_assert_eq!(sum([made.taxable, earnings_elsewhere]), made.earnings);
        prop_assert!(made.earnings_to_roth() <= made.to_roth() && basis_elsewhere <= made.basis);
        let gross = made.same_day.map_or(made.entered.amount, |day| day.gross);
        prop_assert!(gross >= made.entered.amount);
        prop_assert_eq!(made.value_before, sum([gross, made.value_left]));
        prop_assert!(made.missing == Money::ZERO || made.by == BasisBy::Plan);
        prop_assert!(
            made.dated <= made.basis + made.refunded.basis && (made.oldest.is_some() || !made.dated.is_positive())
        );
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
    prop_assert_eq!(result.left, sum(moves().map(|made| made.moved)));
    let elsewhere = |made: &Distribution| match made.path {
        Path::TraditionalIra => made.moved,
        Path::PaidOut => made.moved - made.rolled_in_time(),
        Path::InPlan | Path::RothIra | Path::Split => Money::ZERO,
    };
    prop_assert_eq!(result.left, sum([result.converted, sum(moves().map(elsewhere))]));
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
    let of_a_list =
        |line: &&conversions::LedgerLine| !matches!(line.kind, LedgerLineKind::Opening | LedgerLineKind::Refund);
    prop_assert_eq!(result.ledger.iter().filter(of_a_list).count(), rows);
    prop_assert!(result.ledger.windows(2).all(|pair| (pair[0].date, pair[0].kind) <= (pair[1].date, pair[1].kind)));
    let openings = result.ledger.iter().filter(|line| line.kind == LedgerLineKind::Opening).count();
    prop_assert_eq!(csv(&result.ledger).lines().count(), rows + openings + 1);
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
        // A sentence may end with a label in quotation marks.
        let text = finding.words.text.trim_end_matches('”');
        prop_assert!(text.ends_with('.') && !finding.words.title.is_empty(), "{:?}", finding);
    }
    let closing = &result.closing;
    prop_assert!(closing.decision.ends_with('.') && closing.rule.ends_with('.') && !closing.next_action.is_empty());
    prop_assert!(serde_json::to_string(result).is_ok());
    let report = Report::from(result.clone());
    let checklist = report.tables.iter().find(|table| table.id == "checklist");
    prop_assert_eq!((report.lines.len(), checklist.map(|table| table.rows.len())), (LINES, Some(ROWS)));
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
        let record = record(&entries, [Answer::Yes; 3]);
        let pools = ledger::posted(&record);
        let mut plans: BTreeMap<&str, &Pool> = pools.iter().map(|pool| (pool.plan.as_str(), pool)).collect();
        for plan in ["", "old job"] {
            let pot = again(&record, plan);
            let Some(pool) = plans.remove(plan) else {
                prop_assert!(pot.out.is_empty() && pot.basis == 0 && pot.value == 0);
                continue;
            };
            let ours: Vec<Again> = pool
                .distributions
                .iter()
                .map(|made| [made.basis, made.earnings, made.taxable, made.basis_left, made.value_left].map(cents))
                .collect();
            prop_assert_eq!(ours, pot.out, "plan {:?}", plan);
            prop_assert_eq!(
                [pool.basis, pool.value, pool.unrecovered].map(cents),
                [pot.basis, pot.value, pot.lost]
            );
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
    let row = Contribution::new(day(0), largest);
    let mut entries = vec![Entry::In(row); 400];
    entries.extend((0..400).map(|after| Entry::In(Contribution::new(day(400 + after), largest))));
    entries.extend((0..300).map(|after| Entry::In(Contribution::new(day(740 + after), largest))));
    let record = record(&entries, [Answer::Yes; 3]);
    assert!(record.bounded().is_err());
    let error = worksheets::conversions(&record, 2026, day(1_095)).expect_err("more than a trillion");
    assert!(matches!(error, NotReady::TooLarge(_)), "{error}");
}
