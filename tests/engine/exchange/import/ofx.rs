//! OFX and QFX: transactions of plans, brokers and banks as rows like any other.

use super::naming::{answered, ask, open_keys, taken};
use crate::support::values::today;
use planner::draft::Draft;
use planner::exchange::Imported;

fn import(text: &str) -> Imported {
    Draft::new(today()).import(today(), text)
}

/// A statement of a plan, as sites write it: in one line, its values without closing tags.
fn plan(transactions: &str) -> String {
    format!(
        "OFXHEADER:100\nDATA:OFXSGML\n\n<OFX><INVSTMTMSGSRSV1><INVSTMTTRNRS><INVSTMTRS><DTASOF>20261101<INVACCTFROM>\
        <BROKERID>example.com<ACCTID>093926</INVACCTFROM><INVTRANLIST>{transactions}</INVTRANLIST></INVSTMTRS></OFX>"
    )
}

/// A purchase for a source, with a memo or without.
fn buy(day: &str, source: &str, memo: &str, total: &str) -> String {
    let memo = if memo.is_empty() { String::new() } else { format!("<MEMO>{memo}") };
    format!(
        "<BUYMF><INVBUY><INVTRAN><FITID>1<DTTRADE>{day}160000.000[-5:EST]{memo}</INVTRAN><SECID><UNIQUEID>9</SECID>\
        <UNITS>4.0<UNITPRICE>5.0<TOTAL>{total}<INV401KSOURCE>{source}</INVBUY><BUYTYPE>BUY</BUYMF>"
    )
}

#[test]
fn a_plan_s_transactions_name_their_source() {
    let text = plan(&format!(
        "{}{}{}{}<INVEXPENSE><INVTRAN><DTTRADE>20260420</INVTRAN><TOTAL>-1.00<INV401KSOURCE>AFTERTAX</INVEXPENSE>",
        buy("20260402", "PRETAX", "Plan Contribution", "-500.00"),
        buy("20260402", "AFTERTAX", "Plan Contribution", "-355.77"),
        buy("20260416", "AFTERTAX", "Plan Contribution", "300.0"),
        buy("20260416", "MATCH", "Plan Contribution", "213.46"),
    ));
    let imported = import(&text);
    assert_eq!(taken(&imported), ["2026-04-02 Contribution $355.77", "2026-04-16 Contribution $300.00"]);
    assert_eq!(open_keys(&imported), [""; 0]);
    assert!(imported.left_out[0].contains("2 rows, the first in line 2, are of other money (“PRETAX”, “MATCH”)"));
    assert!(imported.left_out[1].contains("(“Fee”)"), "{:?}", imported.left_out);
    assert!(imported.says.ends_with("Line 2 is the first transaction of the file, line 3 the second, and so on."));
    // In XML, which closes each tag, and in small letters it is the same.
    let xml =
        text.replace("<TOTAL>-355.77", "<Total>-355.77</Total>").replace("<OFX>", "<?OFX VERSION=\"200\"?>\n<ofx>\n");
    assert_eq!(taken(&import(&xml)), taken(&imported));
}

#[test]
fn what_a_purchase_is_for_is_asked_where_nothing_says_it() {
    let text = plan(&format!(
        "{}{}",
        buy("20260402", "AFTERTAX", "", "300.00"),
        buy("20260403", "OTHERVEST", "Plan Contribution", "7.00")
    ));
    let imported = import(&text);
    let keys = ["activity Money into an investment", "source OTHERVEST"];
    assert_eq!((taken(&imported), open_keys(&imported)), (vec![], keys.map(str::to_owned).to_vec()));
    let imported = answered(&text, &[(keys[0], "contribution"), (keys[1], "after_tax")]);
    assert_eq!(taken(&imported), ["2026-04-02 Contribution $300.00", "2026-04-03 Contribution $7.00"]);
    // One with a payday is payroll's.
    let payroll = plan(&buy("20260402", "AFTERTAX", "", "300.00<DTPAYROLL>20260402"));
    assert_eq!(taken(&import(&payroll)), ["2026-04-02 Contribution $300.00"]);
    // An exchange into a fund is none.
    let exchange = plan(&buy("20260402", "AFTERTAX", "Fund Exchange In", "300.00"));
    assert_eq!((taken(&import(&exchange)), open_keys(&import(&exchange))), (vec![], vec![]));
}

#[test]
fn a_conversion_leaves_the_after_tax_money_and_counts_once() {
    let sell = "<SELLMF><INVSELL><INVTRAN><DTTRADE>20260504<MEMO>Roth In-Plan Conversion</INVTRAN><TOTAL>1002.00\
        <INV401KSOURCE>AFTERTAX</INVSELL></SELLMF>";
    let text = plan(&format!("{sell}{}", buy("20260504", "AFTERTAX", "Roth In-Plan Conversion", "-1002.00")));
    let imported = import(&text);
    assert_eq!(taken(&imported), ["2026-05-04 Conversion within the plan $1,002.00"]);
    assert!(imported.left_out[0].contains("is the Roth side of a conversion"), "{:?}", imported.left_out);
    // Shares that move have no amount, which a person is to look up.
    let moved = plan(
        "<TRANSFER><INVTRAN><DTTRADE>20260504<MEMO>In-Plan Roth Conversion</INVTRAN><UNITS>-3<INV401KSOURCE>AFTERTAX</TRANSFER>",
    );
    assert_eq!(import(&moved).left_out, ["Line 2: There is no amount. Write it as 1,234.56."]);
}

#[test]
fn a_statement_of_a_bank_says_nothing_of_sources() {
    let text = "<OFX><STMTRS><BANKACCTFROM><ACCTID>1</BANKACCTFROM><STMTTRN><TRNTYPE>DIRECTDEP<DTPOSTED>20260116\
        <TRNAMT>2100.00<NAME>ACME PAYROLL DEPOSIT</STMTTRN><STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260117<TRNAMT>5<NAME>\
        Contribution &amp; more</STMTTRN></STMTRS></OFX>";
    let imported = import(text);
    assert_eq!(taken(&imported), [""; 0]);
    assert_eq!(open_keys(&imported), ["activity ACME PAYROLL DEPOSIT", "source"]);
    assert!(ask(&imported, "source").about.contains("Contribution & more"));
    let two = text.replace(
        "</STMTRS>",
        "</STMTRS><STMTRS><ACCTID>2<STMTTRN><DTPOSTED>20260117<TRNAMT>5<NAME>Contribution</STMTTRN></STMTRS>",
    );
    assert_eq!(open_keys(&import(&two)), ["account"]);
}

#[test]
fn what_only_begins_like_it_has_no_rows() {
    for text in
        ["<OFX>", "<OFX><STMTTRN>", "<OFX><BUYMF><TOTAL>5", "<ofx></BUYMF></STMTTRN>", "<OFX><STMTTRN></STMTTRN>"]
    {
        let imported = import(text);
        assert_eq!((imported.rows.len(), imported.draft), (0, None), "{text}");
    }
}
