//! Exports in shapes of custodians and payrolls that no situation has yet: of each only what
//! is surely after-tax money is taken, and what is not known is asked.

use super::naming::{answered, open_keys, taken};
use crate::support::values::today;
use planner::draft::Draft;
use planner::exchange::Imported;

fn import(text: &str) -> Imported {
    Draft::new(today()).import(today(), text)
}

#[test]
fn money_types_in_words_of_their_own_are_asked_about_and_roth_deferrals_never_taken() {
    let text = "Effective Date,Money Type,Activity,Amount\n\
        2026-01-15,EE Voluntary Non-Roth,Payroll Contribution,250.00\n\
        2026-01-15,Roth 401(k),Payroll Contribution,100.00\n\
        2026-01-15,Safe Harbor Match,Payroll Contribution,80.00\n";
    let imported = import(text);
    assert_eq!(taken(&imported), Vec::<String>::new());
    let keys = open_keys(&imported);
    assert_eq!(keys.len(), 1, "{keys:?}");
    let chosen = answered(text, &[(&keys[0], "after_tax")]);
    assert_eq!(taken(&chosen), ["2026-01-15 Contribution $250.00"]);
}

#[test]
fn a_pay_table_takes_the_current_after_tax_column_and_neither_the_year_to_date_nor_the_total() {
    let text = "Check Date,Gross Pay,401(k) Pre-Tax,401(k) After-Tax,401(k) After-Tax YTD,Total Deductions\n\
        01/15/2026,\"4,000.00\",400.00,240.00,240.00,640.00\n\
        01/30/2026,\"4,000.00\",400.00,240.00,480.00,640.00\n";
    let imported = import(text);
    assert_eq!(taken(&imported), ["2026-01-15 Contribution $240.00", "2026-01-30 Contribution $240.00"]);
    assert_eq!(open_keys(&imported), [""; 0]);
}

#[test]
fn refunds_and_reversals_are_no_contributions_and_said_to_be_left_out() {
    let text = "Date,Source,Transaction,Amount\n\
        2026-01-15,After-Tax,Contribution,250.00\n\
        2026-03-10,After-Tax,Corrective Distribution,-120.00\n\
        2026-03-11,After-Tax,Contribution Reversal,-50.00\n";
    let imported = import(text);
    assert_eq!(taken(&imported), ["2026-01-15 Contribution $250.00"]);
    assert_eq!(imported.left_out.len() + open_keys(&imported).len(), 2, "{:?}", imported.left_out);
}

#[test]
fn an_in_plan_conversion_counts_once_where_it_leaves() {
    let text = "Date,Source,Transaction,Amount\n\
        2026-01-15,After-Tax,Contribution,250.00\n\
        2026-01-16,After-Tax,Roth In-Plan Conversion,-250.10\n\
        2026-01-16,Roth In-Plan Conversion,Roth In-Plan Conversion,250.10\n";
    assert_eq!(
        taken(&import(text)),
        ["2026-01-15 Contribution $250.00", "2026-01-16 Conversion within the plan $250.10"]
    );
}

#[test]
fn amounts_with_fractions_of_cents_and_shares_are_not_taken_for_dollars() {
    let text = "Date,Source,Transaction,Shares,Unit Price,Amount\n\
        2026-01-15,After-Tax,Contribution,3.1234,80.0410,250.00\n\
        2026-01-15,Pre-Tax,Contribution,1.2345,80.0410,98.81\n";
    let imported = import(text);
    assert_eq!(taken(&imported), ["2026-01-15 Contribution $250.00"]);
}

#[test]
fn a_column_of_amounts_without_any_source_among_several_columns_is_asked_for() {
    let text = "Posted,Employee,Employer\n2026-01-15,250.00,80.00\n2026-01-30,250.00,80.00\n";
    let imported = import(text);
    assert_eq!(taken(&imported), Vec::<String>::new(), "{:?}", imported.says);
    assert!(!open_keys(&imported).is_empty());
}
