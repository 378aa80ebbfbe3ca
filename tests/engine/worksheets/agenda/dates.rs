//! Every date of the law review's tables for the years 2026 to 2028: each act falls in the year
//! named and closes the year before, unless said.

use planner::date::Date;
use planner::law::{deadlines, owner_deadlines};

fn day(text: &str) -> Option<Date> {
    Some(text.parse().expect("a date"))
}

/// A rule of the law for a year, and the days on which its acts fall in 2026, 2027 and 2028.
type Row = (&'static str, fn(i16) -> Option<Date>, [&'static str; 3]);

/// Acts that close the year before.
const CLOSING: [Row; 20] = [
    ("fourth payment of estimated tax", deadlines::estimated_tax, ["2026-01-15", "2027-01-15", "2028-01-18"]),
    ("W-2 and 1099-R sent", deadlines::forms_sent, ["2026-02-02", "2027-02-01", "2028-01-31"]),
    ("a plan is told of excess deferrals", deadlines::excess_told, ["2026-03-01", "2027-03-01", "2028-03-01"]),
    ("ACP refund", |year| deadlines::acp_refund(year, 12, false), ["2026-03-15", "2027-03-15", "2028-03-15"]),
    ("ACP refund, automatic", |year| deadlines::acp_refund(year, 12, true), ["2026-06-30", "2027-06-30", "2028-06-30"]),
    ("ACP refund, last", |year| deadlines::acp_refund_last(year, 12), ["2026-12-31", "2027-12-31", "2028-12-31"]),
    ("excess deferrals out", deadlines::excess_deferrals_out, ["2026-04-15", "2027-04-15", "2028-04-15"]),
    ("Form 1040", deadlines::return_due, ["2026-04-15", "2027-04-15", "2028-04-18"]),
    ("IRA, Roth IRA, HSA", deadlines::ira_contribution, ["2026-04-15", "2027-04-15", "2028-04-18"]),
    ("Form 5498", deadlines::ira_statement, ["2026-06-01", "2027-06-01", "2028-05-31"]),
    ("415(c) excess returned", deadlines::additions_corrected, ["2026-10-15", "2027-10-15", "2028-10-15"]),
    ("extended return", deadlines::extended_return, ["2026-10-15", "2027-10-15", "2028-10-16"]),
    ("Roth catch-up on Form W-2", deadlines::roth_catch_up_corrected, ["2026-01-31", "2027-01-31", "2028-01-31"]),
    ("money of a tax-exempt employer", deadlines::tax_exempt_money, ["2026-10-15", "2027-10-15", "2028-10-15"]),
    ("first year's deferrals", owner_deadlines::first_deferrals, ["2026-04-15", "2027-04-15", "2028-04-18"]),
    (
        "an owner's after-tax deposit",
        |year| deadlines::last_contribution(year, true),
        ["2026-01-30", "2027-01-30", "2028-01-30"],
    ),
    ("partnership or S corporation", owner_deadlines::business_return, ["2026-03-16", "2027-03-15", "2028-03-15"]),
    ("the same, extended", owner_deadlines::extended_business_return, ["2026-09-15", "2027-09-15", "2028-09-15"]),
    ("Form 5500-EZ", owner_deadlines::form_5500_ez, ["2026-07-31", "2027-08-02", "2028-07-31"]),
    ("a sole proprietor's employer money", owner_deadlines::employer_money, ["2026-10-15", "2027-10-15", "2028-10-16"]),
];

/// Form 1099-R to the IRS.
const FILED: [Row; 2] = [
    ("on paper", owner_deadlines::forms_filed_on_paper, ["2026-03-02", "2027-03-01", "2028-02-28"]),
    ("electronically", owner_deadlines::forms_filed_electronically, ["2026-03-31", "2027-03-31", "2028-03-31"]),
];

/// Acts of the year itself.
const OF_THE_YEAR: [Row; 3] = [
    (
        "last payday and conversion",
        |year| deadlines::last_contribution(year, false),
        ["2026-12-31", "2027-12-31", "2028-12-31"],
    ),
    ("own plan adopted", owner_deadlines::plan_adopted, ["2026-12-31", "2027-12-31", "2028-12-31"]),
    ("next limits", deadlines::next_limits, ["2026-11-15", "2027-11-15", "2028-11-15"]),
];

#[test]
fn every_date_of_the_tables_is_so() {
    let rows = CLOSING.iter().chain(&FILED).map(|row| (row, 1)).chain(OF_THE_YEAR.iter().map(|row| (row, 0)));
    for ((name, rule, days), years_before) in rows {
        for (year, expected) in (2026..=2028).zip(days) {
            assert_eq!(rule(year - years_before), day(expected), "{name}, {year}");
        }
    }
}

#[test]
fn what_nothing_moves_is_to_be_done_on_the_business_day_before() {
    for (unmoved, before) in [
        // An owner's deposit: Saturday and Sunday.
        ("2027-01-30", "2027-01-29"),
        ("2028-01-30", "2028-01-28"),
        // Excess deferrals, a Saturday.
        ("2028-04-15", "2028-04-14"),
        // ACP refunds, a Sunday.
        ("2026-03-15", "2026-03-13"),
        // A conversion, a Sunday.
        ("2028-12-31", "2028-12-29"),
        // A business day stays.
        ("2026-12-31", "2026-12-31"),
    ] {
        assert_eq!(day(unmoved).and_then(deadlines::paid_by), day(before), "{unmoved}");
    }
}

#[test]
fn beyond_the_calendar_there_is_no_date() {
    for (name, rule, _) in CLOSING.iter().chain(&FILED) {
        assert_eq!(rule(2199), None, "{name}");
        assert_eq!(rule(i16::MAX), None, "{name}");
    }
}
