//! What is asked of a file, what an answer does, and that it is kept for the next one.

use crate::support::values::{TODAY, today};
use planner::draft::Draft;
use planner::exchange::{Imported, Namings};
use planner::report::Ask;
use planner::report::Import;
use planner::service;

/// What came in, each row as `date what amount`.
pub fn taken(imported: &Imported) -> Vec<String> {
    imported.rows.iter().map(|row| format!("{} {} {}", row.date, row.what, row.amount)).collect()
}

/// The keys of the questions that wait for an answer.
pub fn open_keys(imported: &Imported) -> Vec<String> {
    imported.asks.iter().filter(|ask| ask.asked && ask.chosen.is_empty()).map(|ask| ask.key.clone()).collect()
}

/// The question with this key.
#[track_caller]
pub fn ask<'a>(imported: &'a Imported, key: &str) -> &'a Ask {
    imported.asks.iter().find(|ask| ask.key == key).unwrap_or_else(|| panic!("no {key}: {:?}", imported.asks))
}

/// An import into nothing, answered one question after the other, each of which must be
/// there to be answered, with that choice.
#[track_caller]
pub fn answered(text: &str, answers: &[(&str, &str)]) -> Imported {
    let draft = Draft::new(today());
    let mut imported = draft.import(today(), text);
    for (key, word) in answers {
        let choices = &ask(&imported, key).choices;
        assert!(choices.iter().any(|[own, _]| own == word), "{key} has no {word}: {choices:?}");
        imported = draft.import_named(today(), text, imported.namings, Some((key, word)));
        assert_eq!(ask(&imported, key).chosen, *word, "the question stays, with its answer");
    }
    imported
}

fn import(text: &str) -> Imported {
    Draft::new(today()).import(today(), text)
}

#[test]
fn what_was_said_holds_for_the_next_file_with_the_same_columns() {
    let january = "Date,Investment,Transaction Type,Amount\n1/16/2026,Fund,Contributions,5\n1/17/2026,Fund,Payout,-7\n";
    let said = answered(january, &[("source", "all"), ("activity Payout", "roth_ira")]);
    assert_eq!(taken(&said), ["2026-01-16 Contribution $5.00", "2026-01-17 Rollover to a Roth IRA $7.00"]);
    assert!(said.says.contains("Your answers are kept in this browser for the next file with these columns."));

    let kept = said.namings.to_text();
    let next = |text: &str| Draft::new(today()).import_named(today(), text, Namings::from_text(&kept), None);
    let february = "Preface\n\nDATE,Investment,Transaction Type,Amount\n2/13/2026,Other,Contributions,6\n";
    let imported = next(february);
    assert_eq!((taken(&imported), open_keys(&imported)), (vec!["2026-02-13 Contribution $6.00".to_owned()], vec![]));
    // Another answer takes the place of the first.
    let other = Draft::new(today()).import_named(today(), february, Namings::from_text(&kept), Some(("source", "no")));
    assert_eq!(taken(&other), [""; 0]);
    // A file with other columns is another kind of file.
    let imported = next(&february.replace("Investment", "Fund"));
    assert_eq!((taken(&imported), open_keys(&imported)), (vec![], vec!["source".to_owned()]));
    // And what cannot be read counts as nothing said.
    for text in ["", "{", "[]", "{\"format\":2,\"files\":[]}", &kept.replace("\"format\":1", "\"format\":9")] {
        assert_eq!(Namings::from_text(text), Namings::default(), "{text}");
    }
    assert_eq!(Namings::from_text(&"x".repeat(1 << 20)), Namings::default());
}

#[test]
fn what_was_said_of_single_rows_holds_for_that_text_alone() {
    let text =
        |day: u8| format!("Date,Fund,Activity,Amount\n1/{day}/2026,A,Contribution,5\n1/{day}/2026,B,Contribution,6\n");
    let first = answered(&text(16), &[("source", "rows")]);
    let keys = open_keys(&first);
    let both = answered(&text(16), &[("source", "rows"), (&keys[0], "no"), (&keys[1], "yes")]);
    assert_eq!(taken(&both), ["2026-01-16 Contribution $6.00"]);
    let next = Draft::new(today()).import_named(today(), &text(17), both.namings, None);
    assert_eq!((taken(&next), open_keys(&next).len()), (vec![], 2), "asked anew, row by row");
    assert!(!next.namings.to_text().contains("row "), "{}", next.namings.to_text());
}

#[test]
fn what_is_kept_has_an_end() {
    let mut namings = Namings::default();
    for file in 0..40 {
        let text = format!("Date,Fund,Column {file},Activity,Amount\n1/16/2026,A,x,Contribution,5\n");
        namings = Draft::new(today()).import_named(today(), &text, namings, Some(("source", "all"))).namings;
    }
    for answer in 0..400 {
        let key = format!("activity {answer} {}", "x".repeat(2_000));
        let text = "Date,Fund,Activity,Amount\n1/16/2026,A,Contribution,5\n";
        namings = Draft::new(today()).import_named(today(), text, namings, Some((&key, "other"))).namings;
    }
    let kept = namings.to_text();
    assert!(kept.len() < 100_000, "{}", kept.len());
    assert!(kept.contains("column39") && !kept.contains("column12,"), "the latest stay");
    assert_eq!(Namings::from_text(&kept), namings);
}

#[test]
fn a_source_in_words_of_the_plan_s_own_can_be_named_and_so_can_its_column() {
    // The column that says which money it is has a name that nobody could know.
    let text =
        "Date,Fund,Bucket,Activity,Amount\n1/16/2026,A,Supp 01,Contribution,5\n1/16/2026,A,Match,Contribution,6\n";
    let imported = answered(text, &[("source", "c2"), ("source Supp 01", "after_tax")]);
    assert_eq!(taken(&imported), ["2026-01-16 Contribution $5.00"]);
    assert_eq!(imported.left_out, ["Line 3 is of other money (“Match”). Only after-tax money belongs in this ledger."]);
    // After-tax money is not all that goes by the name.
    for name in ["After-Tax Match", "After-Tax Roth", "Employee"] {
        let text = format!("Date,Source,Amount\n1/16/2026,{name},5\n");
        assert_eq!(
            (import(&text).rows.len(), open_keys(&import(&text))),
            (0, vec![format!("source {name}")]),
            "{name}"
        );
    }
    // Columns of numbers are not offered.
    let choices: Vec<&str> = ask(&imported, "source").choices.iter().map(|[_, label]| label.as_str()).collect();
    assert!(choices.iter().all(|label| !label.contains("Amount") && !label.contains("“Date”")), "{choices:?}");
}

#[test]
fn columns_that_were_taken_wrongly_can_be_changed() {
    let text = "Date,Amount,Contribution Date,Ours\n1/16/2026,900,1/30/2026,5\n";
    assert_eq!(taken(&import(text)), ["2026-01-16 Contribution $900.00"]);
    let imported = answered(text, &[("date", "c2"), ("amount", "c3")]);
    assert_eq!(taken(&imported), ["2026-01-30 Contribution $5.00"]);
    // A word that is no choice does no harm.
    for word in ["c99", "cx", "none", "\u{1f4b0}", ""] {
        for key in ["date", "amount", "source", "activity", "account", "as of", "2: date", ""] {
            let imported = Draft::new(today()).import_named(today(), text, Namings::default(), Some((key, word)));
            assert_eq!(imported.rows.len() + imported.rows_left_out, imported.read, "{key} {word}");
        }
    }
}

#[test]
fn a_list_of_days_and_amounts_is_taken_and_what_that_supposes_is_said() {
    let supposed =
        "Nothing says which money these rows are. They count as after-tax money: make sure that all of them are.";
    for text in ["1/16/2026,355.77\n", "Date,Amount\n1/16/2026,355.77\n", "Date,Activity,Amount\n1/16/2026,,355.77\n"] {
        let imported = import(text);
        assert_eq!(taken(&imported), ["2026-01-16 Contribution $355.77"]);
        assert!(imported.says.contains(supposed), "{}", imported.says);
        assert_eq!(ask(&imported, "source").chosen, "all");
        assert_eq!(open_keys(&imported), [""; 0]);
        assert_eq!(taken(&answered(text, &[("source", "no")])), [""; 0]);
    }
    for text in ["Date,After-Tax\n1/16/2026,5\n", "Date,Source,Amount\n1/16/2026,After-Tax,5\n"] {
        assert!(!import(text).says.contains("Nothing says"), "{}", import(text).says);
    }
    // In a history of activities, or of an account, other money is to be expected.
    for text in [
        "Date,Transaction Type,Amount\n1/16/2026,Contributions,355.77\n",
        "Date,Fund,Amount\n1/16/2026,Index,355.77\n",
        "Date,Total\n1/16/2026,355.77\n",
        "Date,Account,Amount\n1/16/2026,Plan 7,355.77\n",
        "Date,Transaction,Price,Amount\n1/16/2026,,5.00,355.77\n",
        "Date,Amount,Source\n1/16/2026,355.77,\n",
        // Deductions of a paycheck are of many kinds.
        "Pay Date,Description,Amount,YTD\n1/16/2026,Medical,355.77,711.54\n",
    ] {
        let imported = import(text);
        assert_eq!((taken(&imported), open_keys(&imported)), (vec![], vec!["source".to_owned()]), "{text}");
    }
}

#[test]
fn of_several_accounts_the_plan_s_is_asked_unless_their_names_say_it() {
    let of = |one: &str, two: &str| {
        format!("Date,Account,Source,Amount\n1/16/2026,{one},After-Tax,5\n1/16/2026,{two},After-Tax,6\n")
    };
    for (one, two) in
        [("12345", "67890"), ("Acme 401(k)", "Bmce 401(k)"), ("Acme 401(k)", "12345"), ("Roth IRA", "HSA")]
    {
        let text = of(one, two);
        let imported = import(&text);
        assert_eq!((taken(&imported), open_keys(&imported)), (vec![], vec!["account".to_owned()]), "{one}, {two}");
        let word = format!("of {two}");
        assert_eq!(taken(&answered(&text, &[("account", &word)])), ["2026-01-16 Contribution $6.00"]);
        assert_eq!(answered(&text, &[("account", "all")]).rows.len(), 2);
    }
    for two in ["Roth IRA", "Rollover IRA 123", "INDIVIDUAL - TOD", "Health Savings Account", "Joint Brokerage"] {
        let imported = import(&of("Acme 401(k) Plan", two));
        assert_eq!(taken(&imported), ["2026-01-16 Contribution $5.00"], "{two}");
        assert!(imported.left_out[0].contains("is of another account"), "{:?}", imported.left_out);
    }
    // One alone is the plan's, unless its name says that it is none.
    assert_eq!(import("Date,Account,Source,Amount\n1/16/2026,12345,After-Tax,5\n").rows.len(), 1);
    let ira = import("Date,Account,Source,Amount\n1/16/2026,Roth IRA,After-Tax,5\n");
    assert_eq!((ira.rows.len(), open_keys(&ira)), (0, vec!["account".to_owned()]));
    // Accounts of which no row would be added do not matter.
    let text =
        "Date,Account,Source,Activity,Amount\n1/16/2026,1,After-Tax,Contribution,5\n1/16/2026,2,After-Tax,Dividend,6\n";
    assert_eq!((import(text).rows.len(), open_keys(&import(text))), (1, vec![]));
}

#[test]
fn a_pay_table_gives_what_was_taken_from_each_paycheck_and_never_a_year_to_date() {
    let right = ["2026-01-16 Contribution $355.77", "2026-01-30 Contribution $355.77"];
    for text in [
        "Check Date,Gross Pay,401(k) Pre-Tax Current,401(k) Pre-Tax YTD,401(k) After-Tax Current,401(k) After-Tax YTD,Net Pay\n\
            01/16/2026,5000.00,500.00,500.00,355.77,355.77,3000.00\n01/30/2026,5000.00,500.00,1000.00,355.77,711.54,3000.00\n",
        "Pay Date,YTD After-Tax 401k,After-Tax 401k,Match\n1/16/2026,355.77,355.77,9\n1/30/2026,711.54,355.77,9\n",
        "Payment Date,,401(k),,After-Tax 401(k),,Medical,\n,,Current,YTD,Current,YTD,Current,YTD\n\
            1/16/2026,,500,500,355.77,355.77,80,80\n1/30/2026,,500,1000,355.77,711.54,80,160\n",
        "Pay Date,Deduction,Current,YTD\n1/16/2026,401(k),500,500\n1/16/2026,After-Tax 401(k),355.77,355.77\n\
            1/16/2026,After-Tax Life Insurance,4,4\n1/30/2026,401(k),500,1000\n1/30/2026,After-Tax 401(k),355.77,711.54\n",
    ] {
        let imported = import(text);
        assert_eq!((taken(&imported), open_keys(&imported)), (right.map(str::to_owned).to_vec(), vec![]), "{text}");
        let choices = &ask(&imported, "amount").choices;
        assert!(choices.iter().all(|[_, label]| !label.contains("YTD")), "{choices:?}");
    }
    // All that payroll takes after tax is more than what it takes for the plan.
    for text in [
        "Pay Date,Gross Pay,Pre Tax Deductions,Employee Taxes,Post Tax Deductions,Net Pay\n1/16/2026,5000,600,900,400,3100\n",
        "Pay Date,Check Number,Gross,Taxes,Deductions,Net\n1/16/2026,1234,5000,900,1000,3100\n",
        "Pay Date,Pre-Tax,Roth,Supplemental,Match,Total\n1/16/2026,500,0,355.77,213,1069\n",
        "Payroll Date,Employee,Employer Match,Total\n1/16/2026,500,213,713\n",
        "Pay Date,After-Tax Matched,After-Tax Unmatched,Roth\n1/16/2026,100,255.77,0\n",
    ] {
        let imported = import(text);
        assert_eq!((taken(&imported), open_keys(&imported)), (vec![], vec!["amount".to_owned()]), "{text}");
    }
    let text = "Pay Date,Pre-Tax,Roth,Supplemental,Match,Total\n1/16/2026,500,0,355.77,213,1069\n";
    assert_eq!(taken(&answered(text, &[("amount", "c3")])), ["2026-01-16 Contribution $355.77"]);
    assert_eq!(taken(&answered(text, &[("amount", "none")])), [""; 0]);
}

#[test]
fn a_header_in_unknown_words_is_one_and_of_several_amounts_none_is_guessed() {
    let imported = import("When paid,How much\n1/16/2026,355.77\n");
    assert_eq!((taken(&imported).len(), imported.left_out.len()), (1, 0), "{:?}", imported.left_out);
    assert_eq!(ask(&imported, "amount").chosen, "c1");
    // A column may be empty in the first rows.
    let late = import("When paid,Salary,Extra\n1/16/2026,5000,\n1/30/2026,5000,355.77\n");
    assert_eq!((taken(&late), open_keys(&late)), (vec![], vec!["amount".to_owned()]));
    let text = "When paid,Salary,Extra\n1/16/2026,5000,355.77\n";
    let imported = import(text);
    assert_eq!((taken(&imported), open_keys(&imported)), (vec![], vec!["amount".to_owned()]));
    assert_eq!(taken(&answered(text, &[("amount", "c2")])), ["2026-01-16 Contribution $355.77"]);
}

#[test]
fn what_came_or_went_is_nothing_before_it_is_said_what_it_was() {
    for words in [
        "Withdrawals",
        "Withdrawal",
        "Distribution",
        "Deposit",
        "DIRECT DEPOSIT PAYROLL",
        "Funds Received",
        "Journal",
        "Something new",
    ] {
        let text = format!("Date,Source,Activity,Amount\n1/16/2026,After-Tax,{words},5\n");
        let imported = import(&text);
        let key = format!("activity {words}");
        assert_eq!((taken(&imported), open_keys(&imported)), (vec![], vec![key.clone()]), "{words}");
        for (word, right) in [
            ("contribution", vec!["2026-01-16 Contribution $5.00".to_owned()]),
            ("in_plan", vec!["2026-01-16 Conversion within the plan $5.00".to_owned()]),
            ("roth_ira", vec!["2026-01-16 Rollover to a Roth IRA $5.00".to_owned()]),
            ("other", vec![]),
        ] {
            assert_eq!(taken(&answered(&text, &[(&key, word)])), right, "{words} {word}");
        }
    }
    // What is known never counts, and is not asked.
    for words in [
        "REVENUE CREDIT",
        "Recordkeeping Fee",
        "Loan Repayments",
        "Exchange Out",
        "Dividend Received",
        "Change In Market Value",
        "Buy",
        "Sweep out",
        "Fund Transfer In",
    ] {
        let imported = import(&format!("Date,Source,Activity,Amount\n1/16/2026,After-Tax,{words},5\n"));
        assert_eq!((taken(&imported), open_keys(&imported)), (vec![], vec![]), "{words}");
    }
    for words in ["Contribution Reversal", "Reversed contribution", "Contribution correction", "Refund of excess"] {
        for amount in ["5", "-5"] {
            let imported = import(&format!("Date,Source,Activity,Amount\n1/16/2026,After-Tax,{words},{amount}\n"));
            let right = format!("Line 2: “{words}” takes back or corrects another row. Correct that one by hand.");
            assert_eq!((imported.left_out, imported.rows.len()), (vec![right], 0));
        }
    }
}

#[test]
fn totals_and_notes_are_no_rows() {
    let text = "Trade Date,Source,Amount\n1/16/2026,After-Tax,5\nTotal,,5\nGrand Total,After-Tax,5\n,Subtotal,5\n\nDownloaded 11/1/2026 9:10 pm\n";
    let imported = import(text);
    assert_eq!(taken(&imported), ["2026-01-16 Contribution $5.00"]);
    assert_eq!(imported.left_out, ["3 rows, the first in line 3, are totals, which are never counted."]);
    assert_eq!((imported.read, imported.rows_left_out), (4, 3));
}

#[test]
fn each_table_of_a_file_has_its_own_columns_and_questions() {
    let text = "Date,Fund,Activity,Amount\n1/16/2026,A,Contribution,5\n\nPay Date,Other,Action,Symbol,Dollars\n1/30/2026,x,Contribution,B,7\n\
        Date,Fund,Activity,Amount\n2/13/2026,A,Contribution,6\n";
    assert_eq!(open_keys(&import(text)), ["1: source", "2: source"]);
    let imported = answered(text, &[("1: source", "all"), ("2: source", "no")]);
    assert_eq!(taken(&imported), ["2026-01-16 Contribution $5.00", "2026-02-13 Contribution $6.00"]);
}

#[test]
fn the_service_hands_questions_and_answers_over_as_texts() {
    let draft = Draft::new(today()).to_saved();
    let text = "Date,Investment,Transaction Type,Amount\n1/16/2026,Fund,Contributions,5\n";
    let reply = |kept: &str, answer: &str| -> Import {
        serde_json::from_str(&service::import_named(&draft, TODAY, text, kept, answer).expect("a reply")).expect("JSON")
    };
    let first = reply("", "");
    assert_eq!((first.rows.len(), first.draft.as_str(), first.kept.as_str()), (0, "", ""));
    let source = &first.asks[0];
    assert_eq!((source.key.as_str(), source.chosen.as_str(), source.asked), ("source", "", true));
    assert_eq!(source.choices[0], ["".to_owned(), "Choose".to_owned()]);
    let then = reply(&first.kept, "source\nall");
    assert_eq!((then.rows.len(), then.asks[0].chosen.as_str()), (1, "all"));
    assert_eq!(reply(&then.kept, "").rows, then.rows, "what is kept is all that the next one needs");
    for (kept, answer) in [("{", ""), ("", "\n"), ("", "source"), ("\0", "\n\n\n")] {
        assert_eq!(reply(kept, answer).rows.len(), 0);
    }
}
