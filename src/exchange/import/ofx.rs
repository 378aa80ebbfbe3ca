//! OFX and QFX (Open Financial Exchange 1 and 2), read as a table like any other: a row for
//! each transaction, with its 401(k) source, so that all that is asked and left out of other
//! files is of these as well.
//!
//! The reading is our own. `ofxy` 0.2 reads statements of banks and cards and nothing of
//! investments, under the GPL 3, with chrono, isolang and tracing; `sgmlish` 0.2 (MIT) parses
//! SGML for serde, with nom, thiserror and log, and all aggregates would still be types to
//! write. What is needed is a dozen tags, which never nest within themselves and whose values
//! end at the next `<`, with or without a closing tag.

/// How many bytes are looked at for the tag that makes a text OFX.
const LONGEST_HEAD: usize = 8 << 10;
const HEADER: &str = "Date\tAccount number\tSource\tActivity\tDescription\tAmount\n";
/// A transaction (OFX 2.2, sections 11.4.4 and 13.9.2.4), and what is said of it that has no
/// words of its own. Whether money goes into an investment (`+`), out of it (`-`) or as the
/// sign says (blank). Shares that move without an amount are no row of this ledger.
const TRANSACTIONS: [(&str, &str, char); 21] = [
    ("STMTTRN", "", ' '),
    ("BUYMF", INTO, '+'),
    ("BUYOTHER", INTO, '+'),
    ("BUYSTOCK", INTO, '+'),
    ("BUYDEBT", INTO, '+'),
    ("BUYOPT", INTO, '+'),
    ("SELLMF", OUT, '-'),
    ("SELLOTHER", OUT, '-'),
    ("SELLSTOCK", OUT, '-'),
    ("SELLDEBT", OUT, '-'),
    ("SELLOPT", OUT, '-'),
    ("REINVEST", "Reinvestment", ' '),
    ("INCOME", "Dividend or other income", ' '),
    ("RETOFCAP", "Dividend or other income", ' '),
    ("MARGININTEREST", "Interest", ' '),
    ("INVEXPENSE", "Fee", ' '),
    ("JRNLFUND", "Exchange", ' '),
    ("JRNLSEC", "Exchange", ' '),
    ("TRANSFER", "Transfer of shares", ' '),
    ("SPLIT", "Exchange of shares", ' '),
    ("CLOSUREOPT", "Exchange of shares", ' '),
];
const INTO: &str = "Money into an investment";
const OUT: &str = "Money out of an investment";

/// A transaction as far as it has come.
#[derive(Default)]
struct Transaction<'a> {
    tag: &'static str,
    usual: &'static str,
    sign: char,
    date: &'a str,
    source: &'a str,
    memo: &'a str,
    name: &'a str,
    kind: &'a str,
    amount: &'a str,
    by_payroll: bool,
}

/// An OFX text as a table parted by tabs; nothing if it is no OFX.
pub(super) fn as_table(text: &str) -> Option<String> {
    let head = text.get(..text.floor_char_boundary(LONGEST_HEAD)).unwrap_or_default();
    let is_ofx = head.as_bytes().windows(5).any(|part| part.eq_ignore_ascii_case(b"<OFX>"));
    if !is_ofx {
        return None;
    }
    let (mut table, mut account, mut open) = (HEADER.to_owned(), "", None::<Transaction<'_>>);
    for part in text.split('<').skip(1) {
        let (tag, value) = part.split_once('>').unwrap_or((part, ""));
        let (tag, value) = (tag.trim().to_ascii_uppercase(), value.trim());
        let begun = TRANSACTIONS.iter().find(|(name, ..)| *name == tag);
        if let Some((tag, usual, sign)) = begun {
            open = Some(Transaction { tag, usual, sign: *sign, ..Transaction::default() });
        } else if let Some(ended) = tag.strip_prefix('/') {
            if let Some(transaction) = open.take_if(|open| open.tag == ended) {
                transaction.write(account, &mut table);
            }
        } else if let Some(open) = &mut open {
            open.take(&tag, value);
        } else if tag == "ACCTID" {
            account = value;
        }
    }
    Some(table)
}

impl<'a> Transaction<'a> {
    fn take(&mut self, tag: &str, value: &'a str) {
        match tag {
            "DTTRADE" | "DTPOSTED" => self.date = value,
            "INV401KSOURCE" => self.source = value,
            "MEMO" => self.memo = value,
            "NAME" => self.name = value,
            "TRNTYPE" => self.kind = value,
            "TOTAL" | "TRNAMT" => self.amount = value,
            "DTPAYROLL" => self.by_payroll = true,
            _ => {}
        }
    }

    fn write(&self, account: &str, table: &mut String) {
        let usual = if self.usual.is_empty() { self.kind } else { self.usual };
        let words: Vec<&str> = [self.memo, self.name, usual].into_iter().filter(|words| !words.is_empty()).collect();
        let (activity, more) = match (self.by_payroll && self.sign == '+', words.as_slice()) {
            (true, more) => ("Payroll contribution", more),
            (false, [activity, more @ ..]) => (*activity, more),
            (false, []) => ("", [].as_slice()),
        };
        // Sites differ in the sign of what is paid for an investment.
        let bare = self.amount.trim_start_matches(['-', '+']);
        let amount = match self.sign {
            '+' => bare.to_owned(),
            '-' => format!("-{bare}"),
            _ => self.amount.to_owned(),
        };
        let cells =
            [day(self.date), account.to_owned(), self.source.to_owned(), activity.to_owned(), more.join(" "), amount];
        for (place, cell) in cells.iter().enumerate() {
            table.push_str(if place == 0 { "" } else { "\t" });
            let cell = cell.replace(['\t', '\n', '\r', '"'], " ");
            table.push_str(&cell.replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">"));
        }
        table.push('\n');
    }
}

/// `20260402160000.000[-5:EST]` as `2026-04-02`; what is no such day as it is written.
fn day(text: &str) -> String {
    match (text.get(..4), text.get(4..6), text.get(6..8)) {
        (Some(year), Some(month), Some(day)) => format!("{year}-{month}-{day}"),
        _ => text.to_owned(),
    }
}
