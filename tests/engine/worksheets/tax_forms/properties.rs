//! What holds of the tax forms for any ledger and any forms that came.

use crate::support::properties::{answer, cases};
use crate::support::values::sum;
use crate::support::worksheets;
use planner::date::Date;
use planner::explain::{Operation, Severity, Step};
use planner::money::Money;
use planner::percent::Percent;
use planner::record::{
    Balance, Contribution, Conversion, Form1099R, Path, PlanName, Record, ReturnKind, Returned, YearRecord,
};
use planner::report::Report;
use planner::worksheets::ledger;
use planner::worksheets::tax_forms::{
    BoxStatus, DifferenceCode, ExpectedForm, FormReason, Sheet, SheetStatus, TaxForms,
};
use proptest::prelude::*;
use proptest::sample::select;

const YEAR: i16 = 2026;

fn any_money() -> impl Strategy<Value = Money> {
    prop_oneof![1 => Just(0_u32), 2 => 0..2_000_u32, 6 => 0..3_000_000_u32].prop_map(Money::cents)
}

fn maybe<T: Clone + std::fmt::Debug + 'static>(
    value: impl Strategy<Value = T> + 'static,
) -> impl Strategy<Value = Option<T>> {
    prop_oneof![1 => Just(None), 2 => value.prop_map(Some)]
}

/// Mostly nothing, as in what few people have.
fn other() -> impl Strategy<Value = Option<Money>> {
    prop_oneof![3 => Just(None), 1 => any_money().prop_map(Some)]
}

fn date(year: i16) -> impl Strategy<Value = Date> {
    (0..365_i32).prop_map(move |days| Date::new(year, 1, 1).and_then(|first| first.plus_days(days)).expect("a day"))
}

fn plan() -> impl Strategy<Value = PlanName> {
    select(vec!["", "", "Acme", "Zenith"]).prop_map(PlanName::from)
}

prop_compose! {
    fn conversion(year: i16)(
        date in date(year),
        amount in any_money(),
        path in select(vec![Path::InPlan, Path::RothIra, Path::Split, Path::TraditionalIra, Path::PaidOut]),
        plan_basis in prop_oneof![4 => Just(None), 1 => any_money().prop_map(Some)],
        plan in plan(),
        rolled_over in maybe(any_money()),
        later in maybe(0..90_i32),
    ) -> Conversion {
        Conversion {
            date,
            amount,
            path,
            plan_basis,
            plan_earnings: None,
            destination: String::new(),
            confirmation: String::new(),
            plan,
            rolled_over,
            rolled_over_on: later.and_then(|days| date.plus_days(days).ok()),
            received_on: None,
            to_traditional: None,
        }
    }
}

prop_compose! {
    fn year(of: i16)(
        contributions in prop::collection::vec((date(of), any_money(), plan()), 0..6),
        balances in prop::collection::vec((date(of), any_money(), plan()), 0..3),
        conversions in prop::collection::vec(conversion(of), 0..6),
        separate in answer(),
        rate in maybe((0..=50_u32).prop_map(|whole| Percent::ten_thousandths(whole * 10_000))),
    ) -> YearRecord {
        let mut entry = YearRecord::new(of);
        entry.plan.separate_accounting = separate;
        let ledger = &mut entry.ledger;
        ledger.tax_rate = rate;
        ledger.contributions =
            contributions.into_iter().map(|(date, amount, plan)| Contribution { plan, ..Contribution::new(date, amount) }).collect();
        ledger.balances = balances.into_iter().map(|(date, value, plan)| Balance { date, value, plan }).collect();
        ledger.conversions = conversions;
        entry
    }
}

prop_compose! {
    fn typed()(
        payer in prop_oneof![plan().prop_map(|plan| plan.to_string()), "\\PC{0,12}"],
        [gross, taxable, withheld, basis, within_5_years] in [maybe(any_money()), maybe(any_money()), maybe(any_money()), maybe(any_money()), maybe(any_money())],
        [not_determined, total, ira] in [any::<bool>(), any::<bool>(), any::<bool>()],
        codes in prop_oneof![select(vec!["G", "1", "7", "", "4G", "H", "8B", "E"]).prop_map(str::to_owned), "\\PC{0,4}"],
        first_roth_year in maybe(2002..2030_i16),
        corrected in prop::bool::weighted(0.2),
        [other_money, other_taxable] in [other(), other()],
    ) -> Form1099R {
        Form1099R {
            corrected, other_money, other_taxable, payer, gross, taxable, not_determined, total, withheld, basis, codes, ira, within_5_years, first_roth_year,
        }
    }
}

prop_compose! {
    fn returned()(
        kind in select(vec![ReturnKind::AnnualAdditions, ReturnKind::Deferrals, ReturnKind::AcpTest]),
        excess in maybe(any_money()),
        pre_tax in other(),
        earnings in maybe(any_money()),
        paid_on in maybe(prop_oneof![date(YEAR), date(YEAR + 1)]),
        converted in answer(),
        roth in answer(),
    ) -> Returned {
        Returned { kind, excess, pre_tax, earnings, paid_on, converted, roth }
    }
}

prop_compose! {
    /// Three years of a ledger, the middle one on show.
    fn record()(
        before in year(YEAR - 1),
        own in year(YEAR),
        after in year(YEAR + 1),
        birth_date in maybe(prop_oneof![date(1966), date(1967), date(1985)]),
    ) -> Record {
        Record { birth_date, years: vec![after, own, before], ..Record::default() }
    }
}

fn today() -> impl Strategy<Value = Date> {
    prop_oneof![date(YEAR), date(YEAR + 1), date(YEAR + 2)]
}

/// The form as it should be, as a person would type it.
fn as_typed(expected: &ExpectedForm) -> Form1099R {
    Form1099R {
        payer: expected.payer.to_string(),
        gross: Some(expected.gross.value),
        taxable: Some(expected.taxable.value),
        total: expected.total,
        withheld: Some(expected.withheld.value),
        basis: Some(expected.basis.value),
        codes: expected.codes.to_owned(),
        ..Form1099R::default()
    }
}

fn explained(step: &Step) -> Result<(), TestCaseError> {
    let values = || step.operands.iter().map(|operand| operand.value);
    let again = match step.operation {
        Operation::Sum => sum(values()),
        Operation::Difference => values().reduce(|one, other| one - other).expect("an operand"),
        _ => step.value,
    };
    prop_assert_eq!(again, step.value, "{}", step.arithmetic());
    Ok(())
}

/// Differences that ask the person, and nothing of the payer: the form may be right.
const ASKED: [DifferenceCode; 9] = [
    DifferenceCode::Unexplained,
    DifferenceCode::Twice,
    DifferenceCode::TaxableHigher,
    DifferenceCode::Alike,
    DifferenceCode::WithoutBasis,
    DifferenceCode::OtherMoneyOnIt,
    DifferenceCode::PartWithheld,
    DifferenceCode::Before1987,
    DifferenceCode::LossCounted,
];

/// The text, the picture and the count of differences say the same.
fn consistent(sheet: &Sheet) -> Result<(), TestCaseError> {
    for line in sheet.boxes.iter().filter(|_| !sheet.expected.is_empty() && !sheet.typed.is_empty()) {
        let of_it = || sheet.differences.iter().filter(|difference| difference.boxes.contains(&line.form_box));
        let grave = of_it().any(|difference| difference.words.severity != Severity::Note);
        prop_assert_eq!(line.status == BoxStatus::Differs, grave, "{:?}", line);
        prop_assert_eq!(line.status == BoxStatus::Match, of_it().next().is_none(), "{:?}", line);
    }
    let differing = sheet.boxes.iter().filter(|line| line.status == BoxStatus::Differs).count();
    if sheet.status == SheetStatus::Differs {
        let says = if differing == 1 { "1 box differs".to_owned() } else { format!("{differing} boxes differ") };
        prop_assert!(differing > 0 && sheet.verdict.starts_with(&says), "{:?}", sheet);
    } else {
        prop_assert_eq!(differing, 0, "{:?}", sheet);
    }
    Ok(())
}

/// What must hold of every result.
fn sound(result: &TaxForms) -> Result<(), TestCaseError> {
    prop_assert!(result.findings.is_sorted_by_key(|finding| finding.words.severity));
    for form in &result.expected {
        for figure in [&form.gross, &form.taxable, &form.withheld, &form.basis] {
            prop_assert_eq!(figure.steps.last().map(|step| step.value), Some(figure.value));
            figure.steps.iter().try_for_each(explained)?;
            prop_assert!(!figure.value.is_negative());
        }
    }
    let mut expected: Vec<usize> = result.sheets.iter().flat_map(|sheet| sheet.expected.clone()).collect();
    expected.sort_unstable();
    prop_assert!(expected.into_iter().eq(0..result.expected.len()), "every form expected stands on one sheet");
    for sheet in &result.sheets {
        prop_assert!(!sheet.title.is_empty() && !sheet.verdict.is_empty() && sheet.boxes.len() == 10);
        prop_assert!(sheet.differences.is_sorted_by_key(|difference| difference.words.severity));
        let alone = matches!(
            sheet.status,
            SheetStatus::Unexplained | SheetStatus::Asked | SheetStatus::Other | SheetStatus::Replaced
        );
        prop_assert_eq!(alone, sheet.expected.is_empty());
        consistent(sheet)?;
        for difference in &sheet.differences {
            for text in
                [&difference.words.title, &difference.words.means, &difference.words.matters, &difference.words.ask]
            {
                prop_assert!(!text.is_empty(), "{:?}", difference.code());
            }
            prop_assert!(
                difference.words.severity == Severity::Note
                    || ASKED.contains(&difference.code())
                    || !difference.words.request.is_empty()
            );
        }
    }
    // What is green has no problem under it.
    let of_sheets = result.sheets.iter().flat_map(|sheet| &sheet.differences).map(|found| found.words.severity);
    let of_findings = result.findings.iter().map(|found| found.words.severity);
    let problem = of_sheets.chain(of_findings).any(|severity| severity == Severity::Problem);
    prop_assert!(result.headline.grave || !problem, "{:?}", result.headline);
    let figures = &result.amounts;
    prop_assert!(
        [figures.gross, figures.taxable, figures.withheld, figures.wages].iter().all(|one| !one.is_negative())
    );
    for text in std::iter::once(&result.closing.words).flatten() {
        prop_assert!(!text.contains("-$"), "a letter with a negative amount: {}", text);
    }
    let closing = &result.closing;
    prop_assert!(!closing.decision.is_empty() && !closing.rule.is_empty() && !closing.next_action.is_empty());
    Ok(())
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn the_forms_expected_add_up_to_what_moved(record in record(), today in today()) {
        let pools = ledger::posted(&record);
        let moves: Vec<_> = pools.iter().flat_map(|pool| pool.distributions_in(YEAR)).collect();
        let Ok(result) = worksheets::tax_forms(&record, YEAR, today) else {
            prop_assert!(moves.iter().all(|made| made.entered.amount == Money::ZERO));
            return Ok(());
        };
        sound(&result)?;
        let of = |part: fn(&ExpectedForm) -> Money| sum(result.expected.iter().map(part));
        prop_assert_eq!(of(|form| form.gross.value), sum(moves.iter().map(|made| made.entered.amount)));
        prop_assert_eq!(of(|form| form.taxable.value), sum(moves.iter().map(|made| made.taxable)));
        prop_assert_eq!(of(|form| form.basis.value), sum(moves.iter().map(|made| made.basis)));
        for form in &result.expected {
            let parts = sum([form.taxable.value, form.basis.value]);
            // Earnings that went to a pre-tax account are in box 1 alone.
            let adds_up = !matches!(form.reason, FormReason::SplitPreTax | FormReason::TraditionalIra);
            prop_assert!(parts == form.gross.value || !adds_up);
            prop_assert!(form.gross.value.is_positive());
            prop_assert!(form.reason == FormReason::PaidOut || form.withheld.value == Money::ZERO);
        }
        let amounts = &result.amounts;
        prop_assert_eq!((amounts.gross, amounts.taxable), (of(|form| form.gross.value), of(|form| form.taxable.value)));
        prop_assert_eq!(result.dossier.moved, amounts.gross);
        prop_assert_eq!(amounts.by_forms, None);
        prop_assert!(!result.form_8606_needed);
    }

    #[test]
    fn the_forms_expected_agree_with_themselves(
        record in record(),
        returned in prop::collection::vec(returned(), 0..3),
        today in today(),
        turned in any::<prop::sample::Index>(),
    ) {
        let mut record = record;
        record.years[1].returned = returned;
        let Ok(result) = worksheets::tax_forms(&record, YEAR, today) else { return Ok(()) };
        let mut typed: Vec<Form1099R> = result.expected.iter().map(as_typed).collect();
        if !typed.is_empty() {
            let by = turned.index(typed.len());
            typed.rotate_left(by);
        }
        record.years[1].forms = typed;
        let Ok(again) = worksheets::tax_forms(&record, YEAR, today) else { return Ok(()) };
        sound(&again)?;
        prop_assert_eq!(&again.expected, &result.expected);
        for sheet in &again.sheets {
            let grave = sheet.differences.iter().filter(|difference| difference.words.severity != Severity::Note);
            prop_assert_eq!(grave.count(), 0, "{:?}", sheet);
            prop_assert!(sheet.status == SheetStatus::Match, "{:?}", sheet);
        }
        if let Some(by_forms) = again.amounts.by_forms {
            let amounts = &again.amounts;
            prop_assert_eq!((by_forms.gross, by_forms.taxable), (amounts.gross, amounts.taxable));
            prop_assert_eq!(by_forms.withheld, amounts.withheld);
        }
    }

    #[test]
    fn any_forms_are_compared_without_a_panic(
        record in record(),
        typed in prop::collection::vec(typed(), 0..6),
        returned in prop::collection::vec(returned(), 0..3),
        today in today(),
    ) {
        let mut record = record;
        let count = typed.len();
        record.years[1].forms = typed;
        record.years[1].returned = returned;
        let Ok(result) = worksheets::tax_forms(&record, YEAR, today) else { return Ok(()) };
        sound(&result)?;
        let mut places: Vec<usize> = result.sheets.iter().flat_map(|sheet| sheet.typed.clone()).collect();
        places.sort_unstable();
        prop_assert!(places.into_iter().eq(0..count), "every form that came stands on one sheet");
        serde_json::to_string(&result).expect("a result is JSON");
        let report = Report::from(result);
        for table in report.tables.iter().chain(report.dossier.iter().flat_map(|dossier| &dossier.tables)) {
            prop_assert!(table.rows.iter().all(|row| row.len() == table.columns.len()), "{}", table.id);
        }
    }
}
