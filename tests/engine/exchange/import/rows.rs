//! Rows out of CSV texts into the ledger: what is read in whatever way it is written, and
//! a sentence for whatever is not.

use crate::support::values::{TODAY, today};
use planner::draft::Draft;
use planner::exchange::{Imported, LONGEST_IMPORT};
use planner::money::Money;
use planner::questions::{Field, Key, List, RowField};
use planner::record::{Answer, Choice, Ledger, MOST_LEDGER_ROWS, Path};
use planner::report::Import;
use planner::service;

fn empty() -> Draft {
    Draft::new(today())
}

fn import(text: &str) -> Imported {
    empty().import(today(), text)
}

/// What came in, each row as `date what amount`.
fn rows(imported: &Imported) -> Vec<String> {
    imported.rows.iter().map(|row| format!("{} {} {}", row.date, row.what, row.amount)).collect()
}

#[track_caller]
fn contributions(text: &str, right: &[&str]) {
    let imported = import(text);
    let right: Vec<String> = right
        .iter()
        .map(|row| {
            let (date, amount) = row.split_once(' ').expect("a date and an amount");
            format!("{date} Contribution {amount}")
        })
        .collect();
    assert_eq!(rows(&imported), right, "{text:?}: {:?}", imported.left_out);
    assert_eq!(imported.left_out, Vec::<String>::new(), "{text:?}");
}

/// The ledger of a year with an import in it.
fn ledger(imported: &Imported, year: i16) -> Ledger {
    let reading = imported.draft.as_ref().expect("rows were added").read(today());
    assert_eq!((reading.problems.len(), reading.unread_years.len()), (0, 0), "what is added can be read");
    reading.record.year(year).expect("the year is there").ledger.clone()
}

#[test]
fn a_date_is_read_however_it_is_written() {
    for date in [
        "1/16/2026",
        "01/16/2026",
        "1/16/26",
        "1-16-2026",
        "1.16.2026",
        "2026-01-16",
        "2026/1/16",
        "2026-01-16T00:00:00",
        "2026-01-16T09:30:00.000Z",
        "1/16/2026 12:00:00 AM",
        "2026-01-16 09:30",
        "\"Jan 16, 2026\"",
        "\"January 16, 2026\"",
        "Jan. 16 2026",
        "Jan 16, 2026",
        "16-Jan-2026",
        "16-JAN-26",
        "16 January 2026",
        "  1/16/2026  ",
    ] {
        contributions(&format!("Date,Amount\n{date},355.77"), &["2026-01-16 $355.77"]);
        contributions(&format!("{date},355.77"), &["2026-01-16 $355.77"]);
    }
}

#[test]
fn what_is_no_date_gets_its_sentence() {
    for (date, says) in [
        ("abc", "Line 2: “abc” is not a date. Write it as 1/15/2026."),
        ("31/3/2026", "Line 2: “31/3/2026” is not a date. Write it as 1/15/2026."),
        ("2/29/2026", "Line 2: “2/29/2026” is not a date. Write it as 1/15/2026."),
        ("1/16", "Line 2: “1/16” is not a date. Write it as 1/15/2026."),
        ("1/16/026", "Line 2: “1/16/026” is not a date. Write it as 1/15/2026."),
        ("1/16/2026 noon", "Line 2: “1/16/2026 noon” is not a date. Write it as 1/15/2026."),
        ("Foo 16 2026", "Line 2: “Foo 16 2026” is not a date. Write it as 1/15/2026."),
        ("", "Line 2: There is no date. Write it as 1/15/2026."),
        ("1/16/1999", "Line 2: “1/16/1999” is in no year of this ledger, which goes from 2002 to 2198."),
        ("12/31/2199", "Line 2: “12/31/2199” is in no year of this ledger, which goes from 2002 to 2198."),
    ] {
        let imported = import(&format!("Date,Amount\n{date},355.77\n"));
        assert_eq!((imported.left_out.as_slice(), imported.rows.len()), (&[says.to_owned()][..], 0), "{date}");
        assert_eq!((imported.says.as_str(), imported.draft), ("None of its rows can be added.", None));
    }
}

#[test]
fn an_amount_is_read_however_it_is_written() {
    for amount in [
        "1234.56",
        "\"1,234.56\"",
        "$1234.56",
        "\"$1,234.56\"",
        "$ 1234.56",
        "+1234.56",
        "USD 1234.56",
        "1234.56 USD",
        "1234.5600",
        "\u{a0}1234.56\u{a0}",
        "1,234.56",
        "$1,234.56",
    ] {
        contributions(&format!("Date,Amount\r\n1/16/2026,{amount}\r\n"), &["2026-01-16 $1,234.56"]);
        contributions(&format!("Date\tAmount\n1/16/2026\t{amount}"), &["2026-01-16 $1,234.56"]);
        contributions(&format!("1/16/2026,{amount}"), &["2026-01-16 $1,234.56"]);
    }
    contributions("1/16/2026,1,234,567.89", &["2026-01-16 $1,234,567.89"]);
    contributions("Jan 16, 2026, 1,234.56\nFeb 16, 2026, $2,000", &["2026-01-16 $1,234.56", "2026-02-16 $2,000.00"]);
}

#[test]
fn what_is_no_amount_gets_its_sentence() {
    for (amount, says) in [
        ("abc", "Line 2: “abc” is not an amount. Write it as 1,234.56."),
        ("1e9", "Line 2: “1e9” is not an amount. Write it as 1,234.56."),
        ("--5", "Line 2: “--5” is not an amount. Write it as 1,234.56."),
        ("", "Line 2: There is no amount. Write it as 1,234.56."),
        ("1.234", "Line 2: “1.234”: Enter at most two digits after the point, such as 1,234.50."),
        ("\"1,23\"", "Line 2: “1,23”: Put commas only between thousands"),
        ("1234567890", "Line 2: “1234567890”: Enter an amount under $1,000,000,000.00."),
        ("-355.77", "Line 2: -$355.77 is below zero. If it is a conversion, write “conversion” in a column named Kind"),
        ("(355.77)", "Line 2: -$355.77 is below zero."),
        ("355.77-", "Line 2: -$355.77 is below zero."),
        ("($355.77)", "Line 2: -$355.77 is below zero."),
        ("-$355.77", "Line 2: -$355.77 is below zero."),
        ("$-355.77", "Line 2: -$355.77 is below zero."),
        ("\u{2212}355.77", "Line 2: -$355.77 is below zero."),
        ("0.00", "Line 2 has an amount of zero."),
        ("-0.00", "Line 2 has an amount of zero."),
    ] {
        let imported = import(&format!("Date,Amount\n1/16/2026,{amount}\n"));
        let [said] = imported.left_out.as_slice() else { panic!("{amount}: {imported:?}") };
        assert!(said.starts_with(says) && said.ends_with('.'), "{amount}: {said}");
        assert_eq!(imported.rows, []);
    }
}

/// Half an amount must never be taken for all of it.
#[test]
fn a_comma_that_may_part_an_amount_or_two_cells_is_not_guessed_at() {
    for text in [
        "Date,Amount,Shares\n1/16/2026,1,234.56\n",
        "Date,Amount,Description,Kind\n1/16/2026,1,234.56\n",
        "1/16/2026,1,234.56,payroll\n",
        "1/16/2026,12,234\n1/17/2026,1,234.56,7\n",
    ] {
        let imported = import(text);
        assert!(imported.left_out.last().is_some_and(|says| says.contains("A comma inside the amount")), "{text}");
        assert!(imported.rows.iter().all(|row| row.amount.to_string() == "$12,234.00"), "{text}");
    }
    // In quotes, or with the cells that the header names, it is clear.
    contributions("Date,Amount,Shares\n1/16/2026,\"1\",234.56\n", &["2026-01-16 $1.00"]);
    contributions("Date,Amount,Shares\n1/16/2026,1,234.56,3.5\n", &["2026-01-16 $1,234.56"]);
    contributions("Date,Amount,Shares,\n1/16/2026,1,234.56,3.5,\n", &["2026-01-16 $1,234.56"]);
}

#[test]
fn rows_are_found_with_any_delimiter_line_break_and_mark() {
    let right = ["2026-01-16 $1,355.77", "2026-01-30 $355.77"];
    for text in [
        "Date,Amount\n1/16/2026,\"1,355.77\"\n1/30/2026,355.77\n",
        "Date,Amount\r\n1/16/2026,\"1,355.77\"\r\n1/30/2026,355.77",
        "Date,Amount\r1/16/2026,\"1,355.77\"\r1/30/2026,355.77\r",
        "\u{feff}Date,Amount\n1/16/2026,\"1,355.77\"\n1/30/2026,355.77\n",
        "Date;Amount\n1/16/2026;1,355.77\n1/30/2026;355.77\n",
        "Date\tAmount\n1/16/2026\t1,355.77\n1/30/2026\t355.77\n",
        "\"Date\",\"Amount\"\n\"1/16/2026\",\"1,355.77\"\n \"1/30/2026\" , \"355.77\" \n",
        "\n\n  \nDate,Amount\n\n1/16/2026,\"1,355.77\"\n,\n1/30/2026,355.77\n\n",
        "Amount,Date\n\"1,355.77\",1/16/2026\n355.77,1/30/2026\n",
        "1/16/2026 1,355.77\n1/30/2026 355.77\n",
        "1/16/2026   $1,355.77\nJan 30, 2026   $355.77\n",
        "1/16/2026\t1,355.77\n1/30/2026\t355.77",
        "1/30/2026,355.77\n1/16/2026,\"1,355.77\"",
    ] {
        contributions(text, &right);
    }
}

#[test]
fn quotes_hold_line_breaks_delimiters_and_quotes() {
    let text = "Date,Amount,Description\n1/16/2026,100,\"a, \"\"b\"\"\r\nc\nd\"\n1/30/2026,x,\n2/13/2026,200,\"\"\n";
    let imported = import(text);
    assert_eq!(rows(&imported), ["2026-01-16 Contribution $100.00", "2026-02-13 Contribution $200.00"]);
    // The row with four lines in it is counted as four.
    assert_eq!(imported.left_out, ["Line 5: “x” is not an amount. Write it as 1,234.56."]);

    let unclosed = "Date,Amount,Description\n1/16/2026,100,\"open\n1/30/2026,200,\n";
    let imported = import(unclosed);
    assert_eq!(rows(&imported), ["2026-01-30 Contribution $200.00"], "the rest is not swallowed");
    assert_eq!(imported.left_out, ["Line 2: A quote is opened and never closed. Close it, or take it out."]);

    let swallowed = format!("Date,Amount,Note\n1/16/2026,1,\"\n{}\"\n1/30/2026,2,\n", "1/1/2026,5,\n".repeat(60));
    let imported = import(&swallowed);
    assert_eq!(rows(&imported), ["2026-01-30 Contribution $2.00"]);
    assert!(imported.left_out[0].starts_with("Line 2: One row runs over 62 lines."), "{:?}", imported.left_out);
}

#[test]
fn the_headers_of_plan_sites_are_known() {
    for text in [
        // A site that names each source.
        "Trade Date,Source,Activity,Amount ($)\n01/16/2026,After-Tax,Contribution,355.77\n",
        "Date,Money Type,Transaction Type,Fund,Units,Amount\n01/16/2026,EMPLOYEE AFTER TAX,Contributions,S&P 500,3.2,355.77\n",
        "Posted Date;Contribution Source;Contribution Amount\n01/16/2026;Aftertax;355.77\n",
        "Pay Date,Source Name,Contribution\n01/16/2026,Voluntary After-Tax (Non-Roth),355.77\n",
        "Transaction Date,Description,Amount\n01/16/2026,AFTER-TAX CONTRIBUTION,355.77\n",
        "Run Date,Action,Amount ($)\n01/16/2026,Payroll contribution,355.77\n",
        // A column for each source.
        "Pay Date,Pre-Tax,Roth,After-Tax,Match\n01/16/2026,500.00,0.00,355.77,213.46\n",
        "Check Date,Amount,After-Tax Contributions\n01/16/2026,900.00,355.77\n",
        // Something stands before the header.
        "Account: 401(k)\nFrom 1/1/2026 to 6/30/2026\n\nDate,Amount,Balance\n01/16/2026,355.77,355.77\n",
        "TRADE DATE,AMOUNT\n01/16/2026,355.77\n",
        "Date *,Amount (USD)\n01/16/2026,355.77\n",
        // Two files put together.
        "Date,Amount\n01/16/2026,355.77\nDate,Amount\n",
    ] {
        contributions(text, &["2026-01-16 $355.77"]);
    }
    // No header: the first date and the first money count.
    contributions("Acme 401(k),1/16/2026,x,355.77,3.21\n", &["2026-01-16 $355.77"]);
}

#[test]
fn other_money_is_left_out_and_named() {
    let text = "Date,Source,Amount\n1/16/2026,Pre-Tax,900\n1/16/2026,After-Tax,355.77\n1/16/2026,Roth,10\n\
        1/16/2026,Employer Match,213.46\n1/16/2026,Safe Harbor,1\n1/16/2026,Roth After-Tax,5\n1/16/2026,Source 7,5\n";
    let imported = import(text);
    assert_eq!(rows(&imported), ["2026-01-16 Contribution $355.77"]);
    assert_eq!(
        imported.left_out,
        ["6 rows, the first in line 2, are of other money (“Pre-Tax”, “Roth”, “Employer Match”, “Safe Harbor” and \
            others). Only after-tax money belongs in this ledger."]
    );
    for (words, taken) in [
        ("Pre-tax deferral", false),
        ("Roth deferral", false),
        ("Company match", false),
        ("Safe harbor contribution", false),
        ("Profit Sharing", false),
        ("Catch-up contribution", false),
        ("After-tax contribution", true),
        ("After-tax employee contribution, no match", true),
        ("Employee contribution", true),
        ("Payroll of Acme Company", true),
    ] {
        let imported = import(&format!("Date,Description,Amount\n1/16/2026,{:?},5\n", words));
        assert_eq!(imported.rows.len(), usize::from(taken), "{words}: {:?}", imported.left_out);
        if !taken {
            let right = format!("Line 2 is of other money (“{words}”). Only after-tax money belongs in this ledger.");
            assert_eq!(imported.left_out, [right]);
        }
        // The same without a header.
        assert_eq!(import(&format!("1/16/2026,{words:?},5\n")).rows.len(), usize::from(taken), "{words}");
    }
    // Where a column names the source, what others say does not matter.
    contributions("Date,Source,Description,Amount\n1/16/2026,After-Tax,Match period,5\n", &["2026-01-16 $5.00"]);
}

#[test]
fn what_is_no_contribution_is_left_out() {
    for words in [
        "Dividend",
        "Dividends and capital gain distribution",
        "Change in market value",
        "Exchange In",
        "Recordkeeping fee",
        "Rollover contribution",
        "Interest",
        "Loan repayment",
        "Transfer",
    ] {
        let imported = import(&format!("Date,Source,Activity,Amount\n1/16/2026,After-Tax,{words},5\n"));
        assert_eq!(imported.left_out, [format!("Line 2 is no contribution, balance or conversion (“{words}”).")]);
    }
}

#[test]
fn a_conversion_is_known_by_its_words_and_its_sign_drops() {
    for (words, what) in [
        ("Roth In-Plan Conversion", "Conversion within the plan"),
        ("In-plan Roth rollover", "Conversion within the plan"),
        ("CONVERSION", "Conversion within the plan"),
        ("Rollover to Roth IRA", "Rollover to a Roth IRA"),
        ("Conversion to Roth IRA", "Rollover to a Roth IRA"),
        ("In-service withdrawal", "Rollover to a Roth IRA"),
    ] {
        for amount in ["-2500.01", "(2500.01)", "2500.01"] {
            let imported = import(&format!("Date,Source,Activity,Amount\n4/1/2026,After-Tax,{words},{amount}\n"));
            assert_eq!(rows(&imported), [format!("2026-04-01 {what} $2,500.01")], "{words} {amount}");
            assert!(imported.says.contains("How each conversion went is taken from the words"), "{}", imported.says);
        }
    }
    // A site may list it on both sides.
    let both = "Date,Activity,Amount\n4/1/2026,Roth in-plan conversion,-2500\n4/1/2026,Roth in-plan conversion,2500\n";
    let imported = import(both);
    assert_eq!(rows(&imported), ["2026-04-01 Conversion within the plan $2,500.00"]);
    assert!(imported.left_out[0].starts_with("Line 3 is the Roth side of a conversion"), "{:?}", imported.left_out);
    let both =
        "Date,Source,Activity,Amount\n4/1/2026,After-Tax,Conversion,-2500\n4/1/2026,Roth In-Plan,Conversion,2500\n";
    assert_eq!(rows(&import(both)), ["2026-04-01 Conversion within the plan $2,500.00"]);
}

#[test]
fn a_file_of_balances_is_one() {
    let imported = import("As of,Ending Balance\n3/31/2026,\"$2,512.20\"\n6/30/2026,0.00\n");
    assert_eq!(rows(&imported), ["2026-03-31 Balance $2,512.20", "2026-06-30 Balance $0.00"]);
    assert_eq!(imported.says, "2 balances can be added, from March 31, 2026 to June 30, 2026.");
}

const HEADER: &str =
    "Date,Kind,Amount,How,Plan basis,Plan earnings,Rolled over,Rolled over on,Account,Confirmation,Plan\r\n";

#[test]
fn the_planner_s_own_export_comes_back_with_all_that_it_says() {
    let text = format!(
        "{HEADER}2026-01-16,contribution,355.77,,,,,,,,\r\n\
        2025-12-19,contribution,300.00,,,,,,,,Old job\r\n\
        2026-03-31,balance,0.00,,,,,,,,\r\n\
        2026-04-01,conversion,1356.02,paid_out,1350.00,6.02,1356.02,2026-05-15,\"'=Roth, \"\"mine\"\"\",'+1 x,Old job\r\n\
        2026-04-02,conversion,10.00,split,,,,,''quoted',A's,\r\n\
        2026-04-03,conversion,11.00,roth_ira,,,,,,,\r\n\
        2026-04-04,conversion,12.00,in_plan,,,,,,,\r\n"
    );
    let imported = import(&text);
    assert_eq!(imported.left_out, Vec::<String>::new());
    assert_eq!(
        imported.says,
        "2 contributions ($655.77 in all), 1 balance and 4 conversions ($1,389.02 in all) can be added, from \
        December 19, 2025 to April 4, 2026. The rows name their plans, so the ledger will hold several plans."
    );
    assert_eq!(imported.rows[0].what, "Contribution, Old job");
    assert_eq!(imported.rows[3].what, "Paid to you, Old job");
    let draft = imported.draft.as_ref().expect("rows were added");
    assert_eq!(draft.year, 2026, "the year on show stays");
    assert_eq!(draft.text(Key::Row(List::Conversions, 0, RowField::Sum)), "1,356.02", "as a person types it");
    assert_eq!(draft.text(Key::Row(List::Conversions, 0, RowField::RolledOverOn)), "5/15/2026");
    let ledger_2026 = ledger(&imported, 2026);
    assert_eq!(ledger_2026.contributions.len(), 1);
    assert_eq!(ledger_2026.balances[0].value.plain(), "0.00");
    let paths: Vec<Path> = ledger_2026.conversions.iter().map(|row| row.path).collect();
    assert_eq!(paths, [Path::PaidOut, Path::Split, Path::RothIra, Path::InPlan]);
    let paid = &ledger_2026.conversions[0];
    assert_eq!(paid.destination, "=Roth, \"mine\"");
    assert_eq!((paid.confirmation.as_str(), paid.plan.as_str()), ("+1 x", "Old job"));
    let amounts = [paid.plan_basis, paid.plan_earnings, paid.rolled_over].map(|amount| amount.expect("typed").plain());
    assert_eq!(amounts, ["1350.00", "6.02", "1356.02"]);
    let split = &ledger_2026.conversions[1];
    assert_eq!(
        (split.destination.as_str(), split.confirmation.as_str()),
        ("''quoted'", "A's"),
        "other apostrophes stay"
    );
    assert_eq!(ledger(&imported, 2025).contributions[0].plan.as_str(), "Old job");
}

#[test]
fn receipt_last_year_s_deposit_and_money_from_before_come_back() {
    let header = format!(
        "{},Received on,To traditional,For last year,Worth,Before 1987,Before 1987 alone\r\n",
        HEADER.trim_end()
    );
    let text = format!(
        "{header}2026-01-02,opening,100.00,,,,,,,,Old job,,,,120.00,40.00,no\r\n\
        2026-01-16,contribution,355.77,,,,,,,,,,,yes,,,\r\n\
        2026-04-01,conversion,10.00,paid_out,,,4.00,2026-05-15,,,,2026-04-09,5.00,,,,\r\n"
    );
    let imported = import(&text);
    assert_eq!(imported.left_out, Vec::<String>::new());
    assert_eq!(imported.rows[0].what, "Money from before this ledger, Old job");
    assert!(imported.says.starts_with(
        "1 contribution, 1 conversion and the money from before this ledger can be added, from January 2, 2026 to April 1, 2026."
    ), "{}", imported.says);
    let draft = imported.draft.as_ref().expect("rows were added");
    assert_eq!(draft.text(Key::Row(List::Contributions, 0, RowField::ForYearBefore)), "yes");
    let ledger = ledger(&imported, 2026);
    let paid = &ledger.conversions[0];
    assert_eq!(paid.received_on.map(|on| on.to_string()).as_deref(), Some("2026-04-09"));
    assert_eq!(paid.to_traditional.map(Money::plain).as_deref(), Some("5.00"));
    let opening = &ledger.opening;
    let amounts = [opening.basis, opening.value, opening.before_1987].map(|amount| amount.expect("typed").plain());
    assert_eq!(amounts, ["100.00", "120.00", "40.00"]);
    assert_eq!((opening.before_1987_alone, opening.plan.as_str()), (Answer::No, "Old job"));
    assert!(ledger.balances.is_empty(), "it is no balance");
    // Once more it stands there; another one has no place.
    let again = draft.import(today(), &text);
    assert_eq!((again.says.as_str(), again.draft), ("Every row is already in the ledger.", None));
    let other = draft.import(today(), &format!("{header}2026-01-03,opening,100.00,,,,,,,,,,,,,,\r\n"));
    assert_eq!(
        other.left_out,
        ["Line 2: The ledger of 2026 has another line of money from before it. Correct that one by hand."]
    );
}

#[test]
fn a_slip_in_the_planner_s_own_export_is_said() {
    for (row, says) in [
        ("1/1/2026,gift,1,,,,,,,,", "“gift” is no kind. Write contribution, balance or conversion."),
        ("1/1/2026,dividend,1,,,,,,,,", "“dividend” is no kind."),
        (
            "1/1/2026,conversion,1,by mail,,,,,,,",
            "“by mail” is no way of a conversion. Write in_plan, roth_ira, split or",
        ),
        ("1/1/2026,conversion,1,,x,,,,,,", "“x” is not an amount."),
        ("1/1/2026,conversion,1,,,-1,,,,,", "“-1” is below zero. Write it without the minus sign."),
        ("1/1/2026,conversion,1,,,,,soon,,,", "“soon” is not a date."),
        ("1/1/2026,contribution,-1,,,,,,,,", "-$1.00 is below zero."),
        ("1/1/2026,balance,-1,,,,,,,,", "-$1.00 is below zero."),
    ] {
        let imported = import(&format!("{HEADER}{row}\r\n"));
        assert_eq!(imported.left_out.len(), 1, "{row}: {imported:?}");
        assert!(imported.left_out[0].starts_with(&format!("Line 2: {says}")), "{row}: {:?}", imported.left_out);
    }
    // What may be left empty.
    let imported = import(&format!("{HEADER}1/1/2026,,1,,,,,,,,\r\n1/2/2026,Conversion,2\r\n"));
    assert_eq!(rows(&imported), ["2026-01-01 Contribution $1.00", "2026-01-02 Conversion within the plan $2.00"]);
}

#[test]
fn a_row_that_stands_in_the_ledger_is_left_out() {
    let once = import("1/16/2026,355.77\n1/30/2026,355.77\n");
    let draft = once.draft.expect("rows were added");
    let twice = draft.import(today(), "Date,Amount\n1/30/26,$355.77\n1/16/2026,355.77\n");
    assert_eq!((twice.says.as_str(), twice.draft), ("Every row is already in the ledger.", None));
    assert_eq!(twice.left_out, ["2 rows, the first in line 2, are already in the ledger."]);
    // Another amount, another day, another kind are other rows.
    let more = draft.import(
        today(),
        "Date,Kind,Amount\n1/16/2026,,355.78\n1/17/2026,,355.77\n1/16/2026,balance,355.77\n1/30/2026,,355.77",
    );
    assert_eq!(more.rows.len(), 3);
    assert_eq!(more.left_out, ["Line 5 is already in the ledger."]);
}

#[test]
fn two_equal_rows_of_one_text_are_both_kept_and_mentioned() {
    let text = "1/16/2026,355.77\n1/16/2026,355.77\n1/16/2026,355.77\n";
    let imported = import(text);
    assert_eq!(imported.rows.len(), 3);
    assert!(imported.says.contains(" 2 rows are the same as another row of this text."), "{}", imported.says);
    let draft = imported.draft.expect("rows were added");
    assert_eq!(draft.import(today(), text).rows, [], "and once more adds none");
    // One of two stands already: the other is new.
    let one = import("1/16/2026,355.77").draft.expect("a row");
    let again = one.import(today(), "1/16/2026,355.77\n1/16/2026,355.77\n");
    assert_eq!((again.rows.len(), again.left_out.len()), (1, 1));
}

#[test]
fn a_plan_counts_where_the_ledger_holds_several() {
    let text = "Date,Plan Name,Amount\n1/16/2026,Acme 401(k),5\n";
    let imported = import(text);
    assert_eq!(imported.rows[0].what, "Contribution", "the plan of this job, which its site names in every row");
    assert_eq!(ledger(&imported, 2026).contributions[0].plan.as_str(), "");
    let mut several = empty();
    several.set(Key::Sheet(Field::SeveralPlans), "yes".to_owned());
    let imported = several.import(today(), text);
    assert_eq!(ledger(&imported, 2026).contributions[0].plan.as_str(), "Acme 401(k)");
    let draft = imported.draft.expect("a row");
    assert_eq!(draft.import(today(), text).rows, []);
    assert_eq!(draft.import(today(), "1/16/2026,5").rows.len(), 1, "of another plan, and so another row");
}

#[test]
fn each_row_goes_to_its_own_year_and_nothing_else_changes() {
    let mut draft = empty();
    draft.set(Key::Sheet(Field::SeparateAccounting), "no".to_owned());
    draft.set(Key::Sheet(Field::Pay), "200,000".to_owned());
    let row = draft.add_row(List::Contributions);
    draft.set(Key::Row(List::Contributions, row, RowField::Sum), "1,2".to_owned());
    let imported = draft.import(today(), "6/30/2024,100\n1/16/2026,300\n12/31/2024,200\n1/5/2027,400\n");
    assert!(imported.says.ends_with(" 1 row is dated after today."), "{}", imported.says);
    let days: Vec<String> = imported.rows.iter().map(|row| row.date.to_string()).collect();
    assert_eq!(days, ["2024-06-30", "2024-12-31", "2026-01-16", "2027-01-05"], "in order");
    let mut taken = imported.draft.expect("rows were added");
    assert_eq!(taken.year, 2026);
    assert_eq!(taken.text(Key::Row(List::Contributions, row, RowField::Sum)), "1,2", "what was typed stays");
    assert_eq!(taken.text(Key::Row(List::Contributions, row + 1, RowField::Sum)), "300.00");
    assert_eq!(taken.sheets.keys().copied().collect::<Vec<_>>(), [2024, 2026, 2027]);
    let reading = taken.read(today());
    let plan = &reading.record.year(2024).expect("a new year").plan;
    assert_eq!(plan.separate_accounting.word(), "no", "a new year takes over what holds for its neighbors");
    // Without the new rows it is the draft as it was.
    taken.remove_row(List::Contributions, row + 1);
    taken.sheets.retain(|year, _| *year == 2026);
    assert_eq!(taken, draft);
}

#[test]
fn a_year_takes_no_more_rows_than_its_list() {
    let line = |day: usize| format!("{}/{}/2026,{}.00\n", day / 28 % 12 + 1, day % 28 + 1, day + 1);
    let text: String = (0..MOST_LEDGER_ROWS + 7).map(line).collect();
    let imported = import(&text);
    assert_eq!(imported.rows.len(), MOST_LEDGER_ROWS);
    let right = "7 rows, the first in line 401, don’t fit: the ledger of 2026 holds 400 contributions.";
    assert_eq!(imported.left_out, [right]);
    let draft = imported.draft.expect("rows were added");
    assert_eq!(Draft::from_saved(&draft.to_saved()).as_ref(), Ok(&draft));
    // Once more: those that stand are told from those that find no place.
    let again = draft.import(today(), &text);
    assert_eq!(again.left_out.len(), 2, "{:?}", again.left_out);
    assert!(again.left_out[0].starts_with("7 rows") && again.left_out[1].starts_with("400 rows"));
    // Far more than can be kept, and of another list.
    let many: String = (0..20_000).map(line).collect();
    let imported = draft.import(today(), &many.replace("/2026,", "/2025,"));
    assert_eq!(imported.rows.len(), MOST_LEDGER_ROWS);
    let total: usize = imported.left_out.iter().filter_map(|says| says.split(' ').next()?.parse::<usize>().ok()).sum();
    assert_eq!(total, 20_000 - MOST_LEDGER_ROWS);
    assert_eq!(draft.import(today(), "As of,Balance\n1/1/2026,5").rows.len(), 1);
}

#[test]
fn bad_rows_never_make_a_flood_of_sentences() {
    let text = format!("Date,Amount\n{}", "x,1\n".repeat(5_000));
    let imported = import(&text);
    assert_eq!(imported.left_out.len(), 21);
    assert_eq!(imported.left_out[0], "Line 2: “x” is not a date. Write it as 1/15/2026.");
    assert_eq!(imported.left_out[20], "And 4980 more can’t be added. Correct these first, then try again.");
    let years: String = (2003..2190).map(|year| format!("1/1/{year},5\n").repeat(801)).collect();
    let imported = import(&years);
    assert_eq!(imported.left_out.len(), 21, "one for each of a few years");
}

#[test]
fn what_is_no_table_at_all_is_said() {
    for (text, says) in [
        ("", "Nothing is entered yet."),
        ("  \r\n\t\n", "Nothing is entered yet."),
        ("\u{feff}", "Nothing is entered yet."),
        ("hello", "No row with a date and an amount was found."),
        ("<html><body>1/16/2026</body></html>", "No row with a date and an amount was found."),
        ("Name,Color\nApple,Red\n", "No row with a date and an amount was found."),
        ("\0\0\0\0", "No row with a date and an amount was found."),
        ("Date,Amount\n", "None of its rows can be added."),
    ] {
        let imported = import(text);
        assert!(imported.says.starts_with(says), "{text:?}: {}", imported.says);
        assert_eq!((imported.rows.len(), imported.draft), (0, None));
    }
    let large = "1/16/2026,1\n".repeat(LONGEST_IMPORT / 12 + 1);
    assert!(import(&large).says.starts_with("This text is larger than four megabytes."));
}

#[test]
fn words_are_cleaned_and_capped() {
    let long = "x".repeat(5_000);
    let row = |account: &str| format!("{HEADER}4/1/2026,conversion,1,,,,,,{account},,\r\n");
    for (account, right) in [
        (long.as_str(), "x".repeat(200)),
        ("a\0b\u{202e}c", "a b c".to_owned()),
        ("\"a\nb\"", "a b".to_owned()),
        ("\u{1f469}\u{200d}\u{1f4bb}", "\u{1f469}\u{200d}\u{1f4bb}".to_owned()),
        ("'", "'".to_owned()),
        ("'=1", "=1".to_owned()),
    ] {
        let imported = import(&row(account));
        assert_eq!(ledger(&imported, 2026).conversions[0].destination, right, "{account:?}");
    }
    // Neither does a sentence repeat all of a huge cell, nor letters that are not seen.
    let imported = import(&format!("Date,Amount\n\u{202e}{long},1\n"));
    assert_eq!(imported.left_out, [format!("Line 2: “{}…” is not a date. Write it as 1/15/2026.", "x".repeat(40))]);
}

#[test]
fn huge_texts_are_read_in_time() {
    let megabytes = |unit: &str| unit.repeat(LONGEST_IMPORT / 4 / unit.len());
    for text in [
        megabytes("\""),
        megabytes("\"\"\n"),
        megabytes("\"a\n"),
        megabytes(","),
        megabytes("\r"),
        megabytes("1/1/26,1\n"),
        megabytes("1/1/2026,x\n"),
        megabytes("Date,Amount\n"),
        megabytes("\u{1f4b0}"),
        megabytes("1/1/2026,\"1\n"),
        megabytes("\0"),
        format!("Date,Amount\n1/1/2026,5,\"{}", megabytes("\"\",")),
        format!("Date,Amount\n{}", megabytes("1/1/2026,\"1\n")),
        format!("Date,Amount\n{}", megabytes("1/1/2026,x\n")),
    ] {
        let start = std::time::Instant::now();
        let imported = import(&text);
        assert!(imported.left_out.len() <= 30 && imported.rows.len() <= MOST_LEDGER_ROWS);
        // Seconds without optimisation; a cost that grows with the square takes hours.
        assert!(start.elapsed().as_secs() < 60, "{:?}", text.chars().take(20).collect::<String>());
    }
}

#[test]
fn the_service_gives_the_same_as_texts() {
    let draft = empty().to_saved();
    let text = "Date,Amount\n1/16/2026,355.77\nsoon,1\n";
    let reply: Import = serde_json::from_str(&service::import(&draft, TODAY, text).expect("a reply")).expect("JSON");
    let right = import(text);
    assert_eq!((reply.says, reply.left_out), (right.says, right.left_out));
    assert_eq!(reply.rows[0].date, "January 16, 2026");
    assert_eq!((reply.rows[0].what.as_str(), reply.rows[0].amount.as_str()), ("Contribution", "$355.77"));
    assert_eq!(Draft::from_saved(&reply.draft).ok(), right.draft);
    let none: Import = serde_json::from_str(&service::import(&draft, TODAY, "").expect("a reply")).expect("JSON");
    assert_eq!(none.draft, "");
    for (draft, today) in [("", TODAY), (draft.as_str(), "soon")] {
        assert!(service::import(draft, today, text).is_err_and(|says| says.ends_with('.')));
        assert!(service::take_over(draft, today).is_err_and(|says| says.ends_with('.')));
    }
}
