//! What holds of any text that is read into the ledger.

use crate::support::properties::cases;
use crate::support::values::{TODAY, today};
use crate::support::worksheets;
use planner::draft::Draft;
use planner::exchange::{Imported, Namings};
use planner::questions::{Field, Key, List, RowField};
use planner::record::{Ledger, MOST_LEDGER_ROWS, Opening, YearRecord};
use planner::service;
use planner::worksheets::conversions;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

/// A row of a ledger as a person may have typed it.
#[derive(Clone, Debug)]
struct Typed {
    year: i16,
    list: List,
    texts: Vec<(RowField, String)>,
}

fn amount() -> impl Strategy<Value = String> {
    prop_oneof![
        5 => (1_u32..99_999_999_u32).prop_map(|cents| format!("{}.{:02}", cents / 100, cents % 100)),
        1 => Just("999999999.99".to_owned()),
    ]
}

/// Words without blanks around them and without letters that are not seen, as a record
/// keeps them.
fn words() -> impl Strategy<Value = String> {
    let signs = ["", "", "=1+1", "+", "-5", "@x", "a, b", "\"", "a \"b\" c", "a;b", "A-1093", "O’Brien’s", "\u{1f4b0}"];
    prop_oneof![
        3 => select(signs.to_vec()).prop_map(str::to_owned),
        1 => "[=+@a-z\",;.\u{e9}-][a-zA-Z0-9 ,;\"'=\u{e9}\u{1f4b0}-]{0,30}[a-z\"]",
    ]
}

fn typed() -> impl Strategy<Value = Typed> {
    let date = (2024_i16..=2027, 1_u8..=12, 1_u8..=28);
    let path = select(vec!["in_plan", "roth_ira", "split", "traditional_ira", "paid_out"]);
    let list = select(List::LEDGER.to_vec());
    let part = || prop::option::of(amount());
    let parts = (part(), part(), part(), part(), any::<bool>(), any::<bool>());
    (date, list, amount(), path, parts, (words(), words(), words())).prop_map(
        |(
            (year, month, day),
            list,
            sum,
            path,
            (basis, earnings, rolled_over, to_traditional, dated, received),
            (account, confirmation, plan),
        )| {
            let date = format!("{month}/{day}/{year}");
            let mut texts = vec![(RowField::On, date.clone()), (RowField::Sum, sum), (RowField::Plan, plan)];
            if list == List::Conversions {
                texts.push((RowField::How, path.to_owned()));
                texts.extend(basis.map(|text| (RowField::PlanBasis, text)));
                texts.extend(earnings.map(|text| (RowField::PlanEarnings, text)));
                texts.extend([(RowField::Destination, account), (RowField::Confirmation, confirmation)]);
                if path == "paid_out" {
                    texts.extend(rolled_over.map(|text| (RowField::RolledOver, text)));
                    texts.extend(dated.then(|| (RowField::RolledOverOn, date.clone())));
                    texts.extend(received.then_some((RowField::ReceivedOn, date)));
                    texts.extend(to_traditional.map(|text| (RowField::ToTraditional, text)));
                }
            }
            Typed { year, list, texts }
        },
    )
}

/// Money from before the ledger, in the year 2025.
fn opening() -> impl Strategy<Value = Vec<(Field, String)>> {
    let amounts = (amount(), prop::option::of(amount()), prop::option::of(amount()));
    (1_u8..=28, amounts, select(vec!["", "yes", "no"]), words()).prop_map(
        |(day, (basis, value, before), alone, plan)| {
            let texts = [
                (Field::OpeningOn, format!("1/{day}/2025")),
                (Field::OpeningBasis, basis),
                (Field::OpeningValue, value.unwrap_or_default()),
                (Field::Before1987, before.unwrap_or_default()),
                (Field::Before1987Alone, alone.to_owned()),
                (Field::OpeningPlan, plan),
            ];
            texts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
        },
    )
}

/// The same with money from before the ledger.
fn draft_opened(rows: &[Typed], opening: &[(Field, String)]) -> Draft {
    let mut draft = draft_of(rows);
    draft.year = 2025;
    if !opening.is_empty() {
        draft.set(Key::Sheet(Field::SeveralPlans), "yes".to_owned());
    }
    for (field, text) in opening {
        draft.set(Key::Sheet(*field), text.clone());
    }
    draft.year = 2026;
    draft
}

/// A draft with these rows, all in years that hold several plans.
fn draft_of(rows: &[Typed]) -> Draft {
    let mut draft = Draft::new(today());
    for row in rows {
        draft.year = row.year;
        draft.set(Key::Sheet(Field::SeveralPlans), "yes".to_owned());
        let id = draft.add_row(row.list);
        for (field, text) in &row.texts {
            draft.set(Key::Row(row.list, id, *field), text.clone());
        }
    }
    draft.year = 2026;
    draft
}

/// The rows of all years' ledgers, in an order of their own.
fn ledgers(draft: &Draft) -> Vec<String> {
    let reading = draft.read(today());
    assert_eq!((reading.problems.len(), reading.unread_years.len()), (0, 0), "what is added can be read");
    let mut all = Vec::new();
    let json = |row: serde_json::Result<String>| row.expect("a row is JSON");
    for Ledger { opening, contributions, balances, conversions, .. } in
        reading.record.years.into_iter().map(|year| year.ledger)
    {
        all.extend((opening != Opening::default()).then(|| json(serde_json::to_string(&opening))));
        all.extend(contributions.iter().map(|row| json(serde_json::to_string(row))));
        all.extend(balances.iter().map(|row| json(serde_json::to_string(row))));
        all.extend(conversions.iter().map(|row| json(serde_json::to_string(row))));
    }
    all.sort_unstable();
    all
}

/// The planner's own export of all years, one after the other.
fn export(draft: &Draft) -> String {
    let record = draft.read(today()).record;
    let of_year = |year: &YearRecord| {
        let result = worksheets::conversions(&record, year.year, today()).ok()?;
        Some(conversions::csv(&result.ledger))
    };
    record.years.iter().filter_map(of_year).collect()
}

/// Its lines in an order of their own.
fn lines(csv: &str) -> Vec<&str> {
    let mut lines: Vec<&str> = csv.lines().collect();
    lines.sort_unstable();
    lines
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn the_planner_s_own_export_comes_back_the_same(
        rows in vec(typed(), 1..30),
        opening in prop_oneof![Just(Vec::new()), opening()],
    ) {
        let draft = draft_opened(&rows, &opening);
        let csv = export(&draft);
        let imported = Draft::new(today()).import(today(), &csv);
        prop_assert_eq!(&imported.left_out, &Vec::<String>::new(), "{}", csv);
        prop_assert_eq!(imported.rows.len(), rows.len() + usize::from(!opening.is_empty()));
        let taken = imported.draft.expect("rows were added");
        prop_assert_eq!(ledgers(&taken), ledgers(&draft), "{}", csv);
        let again = export(&taken);
        prop_assert_eq!(lines(&again), lines(&csv));

        // Once more adds nothing, neither to what came in nor to what was there.
        for there in [&taken, &draft] {
            let again = there.import(today(), &csv);
            prop_assert_eq!((again.rows.len(), again.draft), (0, None));
            prop_assert!(again.says.starts_with("Every row is already in the ledger"), "{}", again.says);
        }
    }

    #[test]
    fn what_stands_and_what_is_new_add_up(there in vec(typed(), 0..12), more in vec(typed(), 1..12)) {
        let all: Vec<Typed> = there.iter().chain(&more).cloned().collect();
        let csv = export(&draft_of(&all));
        let imported = draft_of(&there).import(today(), &csv);
        prop_assert_eq!(imported.rows.len(), more.len());
        let taken = imported.draft.expect("rows were added");
        prop_assert_eq!(ledgers(&taken), ledgers(&draft_of(&all)));
    }
}

/// Tables like those of plan sites, with whatever in their cells.
fn table() -> impl Strategy<Value = String> {
    const HEADERS: [&str; 16] = [
        "",
        "Date,Amount",
        "Trade Date,Source,Activity,Amount ($)",
        "Pay Date;After-Tax;Match",
        "Date\tDescription\tAmount",
        "As of,Balance",
        "Date,Kind,Amount,How,Plan basis,Plan earnings,Rolled over,Rolled over on,Account,Confirmation,Plan,Received on,To traditional,For last year,Worth,Before 1987,Before 1987 alone",
        "Amount,Date,Plan,Confirmation",
        "Date,Investment,Transaction Type,Amount,Shares/Unit",
        "Run Date,Account,Account Number,Action,Amount ($)",
        "Pay Date,Pre-Tax,After-Tax Savings,After-Tax YTD,Match,Total",
        "Pay Date,Pre-Tax,Supplemental,Match,Total",
        "Check Date,,401(k),,After-Tax\n,Gross,Current,YTD,Current",
        "Pay Date\tDeduction\tCurrent\tYTD",
        "When,Who,What,How much",
        "Trade Date,Transaction Activity,Transaction Description,Fund,Dollar Amount\n\nDate,Account,Type,Amount",
    ];
    const CELLS: [&str; 57] = [
        "",
        " ",
        "1/16/2026",
        "2026-01-30",
        "Jan 15, 2026",
        "13/13/2026",
        "1/1/1999",
        "355.77",
        "$1,234.56",
        "\"1,234.56\"",
        "(5.00)",
        "-5",
        "0",
        "1e9",
        "999,999,999.99",
        "9999999999",
        "After-Tax",
        "Match",
        "Roth",
        "Conversion",
        "balance",
        "contribution",
        "opening",
        "paid_out",
        "roth_ira",
        "'=1",
        "\"",
        "\"\"",
        "\"a\nb\"",
        "\0",
        "\u{202e}",
        "\u{1f469}\u{200d}",
        "x,y",
        "Dividend",
        "\u{feff}",
        "10/30/2026 as of 10/29/2026",
        "1/2/2026 as of 12/31/2025",
        "1/2/2026 as of",
        "05 - AT SUPPLEMENTAL",
        "After-Tax Roth",
        "Contributions",
        "Withdrawals",
        "Funds Received",
        "Contribution Reversal",
        "Balance Forward",
        "Roth In-Plan Conversion",
        "Something new",
        "Acme 401(k)",
        "Roth IRA",
        "12345",
        "Total",
        "YTD",
        "Date",
        "Amount",
        "Date,Fund,Amount",
        "-355.90",
        "1/16/2026,Acme 401(k),1,Contributions,355.77",
    ];
    const BREAKS: [&str; 4] = ["\n", "\r\n", "\r", "\n\n"];
    let cell = prop_oneof![4 => select(CELLS.to_vec()).prop_map(str::to_owned), 1 => vec(any::<char>(), 0..6).prop_map(String::from_iter)];
    let row = vec(cell, 0..12);
    (select(HEADERS.to_vec()), vec(row, 0..14), select(vec![",", ";", "\t", " "]), select(BREAKS.to_vec())).prop_map(
        |(header, rows, between, line)| {
            let rows: Vec<String> = rows.into_iter().map(|row| row.join(between)).collect();
            format!("{header}{line}{}", rows.join(line))
        },
    )
}

/// Bytes of any kind, as far as they can be a text at all.
fn bytes() -> impl Strategy<Value = String> {
    prop_oneof![
        vec(any::<u8>(), 0..400).prop_map(|bytes| String::from_utf8_lossy(&bytes).into_owned()),
        vec(select("\",;\t\r\n 01/26-.$()'=Date,Amount".chars().collect::<Vec<_>>()), 0..200)
            .prop_map(String::from_iter),
    ]
}

/// OFX with whatever in it.
fn ofx() -> impl Strategy<Value = String> {
    const PARTS: [&str; 26] = [
        "<OFX>",
        "<ACCTID>1",
        "<ACCTID>Roth IRA",
        "<BUYMF>",
        "</BUYMF>",
        "<SELLMF>",
        "</SELLMF>",
        "<STMTTRN>",
        "</STMTTRN>",
        "<TRANSFER>",
        "</TRANSFER>",
        "<DTTRADE>20260116120000.000[-5:EST]",
        "<DTPOSTED>2026",
        "<DTPOSTED>\u{e9}\u{e9}\u{e9}\u{e9}",
        "<TOTAL>-355.77",
        "<TOTAL>1,2",
        "<TRNAMT>5.00</TRNAMT>",
        "<INV401KSOURCE>AFTERTAX",
        "<INV401KSOURCE>OTHERVEST",
        "<MEMO>Plan Contribution",
        "<MEMO>a\tb\"",
        "<NAME>&amp;",
        "<DTPAYROLL>20260116",
        "<TRNTYPE>CREDIT",
        "\n",
        "<",
    ];
    vec(select(PARTS.to_vec()), 0..40).prop_map(|parts| format!("OFXHEADER:100\n<OFX>{}", parts.concat()))
}

/// A good export with some of its letters changed, taken out or put in.
fn broken() -> impl Strategy<Value = String> {
    let letters: Vec<char> = "\",;\t\r\n0/$(-'\0\u{e9}\u{1f4b0}".chars().collect();
    (vec(typed(), 1..6), vec((any::<Index>(), 0_u8..3, select(letters)), 1..8)).prop_map(|(rows, edits)| {
        let mut csv: Vec<char> = export(&draft_of(&rows)).chars().collect();
        for (place, how, letter) in edits {
            let place = place.index(csv.len());
            match how {
                0 => csv[place] = letter,
                1 => csv.insert(place, letter),
                _ => _ = csv.remove(place),
            }
        }
        csv.into_iter().collect()
    })
}

/// What must hold of any import into any draft.
#[track_caller]
fn check(draft: &Draft, imported: &Imported) {
    assert!(imported.says.ends_with('.'), "{}", imported.says);
    assert!(imported.left_out.len() <= 30, "no flood");
    for says in &imported.left_out {
        assert!(says.ends_with('.') && says.chars().count() < 400, "{says}");
        assert!(!says.contains(|letter: char| letter.is_control() || letter == '\u{202e}'), "{says:?}");
    }
    assert_eq!(imported.draft.is_some(), !imported.rows.is_empty());
    assert_eq!(imported.rows.len() + imported.rows_left_out, imported.read, "every row is added or left out");
    assert!(imported.asks.len() < 300, "no flood");
    for ask in &imported.asks {
        assert!(ask.choices.iter().any(|[word, _]| *word == ask.chosen), "what holds is a choice: {ask:?}");
        assert!(ask.key.chars().count() <= 300 && ask.about.chars().count() < 400, "{ask:?}");
        let texts = ask.choices.iter().flatten().chain([&ask.key, &ask.label, &ask.about]);
        assert!(texts.into_iter().all(|text| !text.contains(|letter: char| letter.is_control())), "{ask:?}");
    }
    let keys: std::collections::BTreeSet<&str> = imported.asks.iter().map(|ask| ask.key.as_str()).collect();
    assert_eq!(keys.len(), imported.asks.len(), "no question twice: {:?}", imported.asks);
    assert_eq!(Namings::from_text(&imported.namings.to_text()), imported.namings, "it can be kept");
    assert!(imported.rows.is_sorted_by_key(|row| row.date));
    let Some(taken) = &imported.draft else { return };
    assert_eq!(Draft::from_saved(&taken.to_saved()).as_ref(), Ok(taken), "it can be saved");
    let (before, after) = (ledgers(draft), ledgers(taken));
    assert_eq!(after.len(), before.len() + imported.rows.len(), "every row that is shown counts");
    assert!(before.iter().all(|row| after.contains(row)), "what stood stays");
    for sheet in taken.sheets.values() {
        assert!(List::LEDGER.iter().all(|list| sheet.rows(*list).len() <= MOST_LEDGER_ROWS));
    }
    assert_eq!((taken.year, &taken.birth_date), (draft.year, &draft.birth_date));
}

proptest! {
    #![proptest_config(cases(1_500))]

    #[test]
    fn no_text_does_harm(
        text in prop_oneof![3 => table(), 2 => broken(), 1 => bytes(), 1 => ofx()],
        there in vec(typed(), 0..4),
    ) {
        let draft = draft_of(&there);
        let imported = draft.import(today(), &text);
        check(&draft, &imported);
        if let Some(taken) = &imported.draft {
            let again = taken.import(today(), &text);
            prop_assert_eq!(again.rows, vec![], "once more adds nothing: {:?}", text);
        }
        prop_assert!(service::import(&draft.to_saved(), TODAY, &text).is_ok());
    }
}

/// The places of a question and of a choice, or another key and word in their stead.
type Answer = (Index, Index, Option<(String, String)>);

/// Answers to whatever is asked, by the places of question and choice; some to nothing.
fn answers() -> impl Strategy<Value = Vec<Answer>> {
    let keys = ["date", "amount", "source", "activity", "account", "as of", "source Match", "2: source", "row 0 2", ""];
    let words =
        ["", "c0", "c3", "c999", "all", "rows", "no", "yes", "none", "after_tax", "contribution", "effective", "\0"];
    let any_word = prop_oneof![3 => select(words.to_vec()).prop_map(str::to_owned), 1 => ".{0,8}"];
    let other = (select(keys.to_vec()).prop_map(str::to_owned), any_word);
    vec((any::<Index>(), any::<Index>(), prop::option::weighted(0.3, other)), 0..6)
}

proptest! {
    #![proptest_config(cases(1_000))]

    /// Whatever is answered, each row is added once or left out, and what was said holds.
    #[test]
    fn no_answer_does_harm(
        text in prop_oneof![6 => table(), 1 => broken(), 1 => bytes(), 2 => ofx()],
        there in vec(typed(), 0..3),
        answers in answers(),
    ) {
        let draft = draft_of(&there);
        let mut imported = draft.import(today(), &text);
        for (question, choice, other) in answers {
            let answer = match other {
                Some(answer) => answer,
                None if imported.asks.is_empty() => continue,
                None => {
                    let ask = question.get(&imported.asks);
                    (ask.key.clone(), choice.get(&ask.choices)[0].clone())
                }
            };
            imported = draft.import_named(today(), &text, imported.namings, Some((&answer.0, &answer.1)));
            check(&draft, &imported);
            prop_assert!(imported.read <= text.split(['\n', '\r', '<']).count());
        }
        // What was kept is all that it takes to read the text in the same way.
        let kept = Namings::from_text(&imported.namings.to_text());
        let again = draft.import_named(today(), &text, kept.clone(), None);
        prop_assert_eq!(&again, &imported);
        if let Some(taken) = &imported.draft {
            prop_assert_eq!(taken.import_named(today(), &text, kept, None).rows, vec![], "once more adds nothing");
        }
    }
}

/// Texts of payroll, of which any may be wrong.
fn payroll() -> impl Strategy<Value = Vec<(Field, String)>> {
    let fields = [
        (Field::Cadence, vec!["", "weekly", "biweekly", "semimonthly", "monthly", "manual"]),
        (Field::KnownPayDate, vec!["1/2/2026", "12/31/2025", "x"]),
        (Field::PayDates, vec!["1/2/2026, 1/16/2026", "1/16/2026 11/30/2026", "?"]),
        (Field::PayRate, vec!["5,000", "185,000", "999,999,999.99", ""]),
        (Field::PayBasis, vec!["salary", "paycheck"]),
        (Field::PreTaxElection, vec!["13%", "$999,999,999", "100%", ""]),
        (Field::AfterTaxElection, vec!["5%", "100", "$999,999,999.99", "0", "x"]),
        (Field::Spillover, vec!["yes", "no"]),
        (Field::DeferralsFirst, vec!["yes", "no"]),
        (Field::AfterTax, vec!["", "0", "5,000", "x"]),
        (Field::LastStub, vec!["", "1/16/2026", "12/31/2026"]),
        (Field::Income, vec!["", "wages", "self_employed"]),
    ];
    vec(any::<Index>(), fields.len()).prop_map(move |places| {
        let text = |((field, texts), place): (&(Field, Vec<&str>), Index)| (*field, (*place.get(texts)).to_owned());
        fields.iter().zip(places).map(text).collect()
    })
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn no_payroll_does_harm(texts in payroll(), there in vec(typed(), 0..4), year in 2023_i16..=2027) {
        let mut draft = draft_of(&there);
        draft.year = year;
        for (field, text) in &texts {
            draft.set(Key::Sheet(*field), text.clone());
        }
        let imported = draft.take_over_paydays(today());
        prop_assert!(imported.says.ends_with('.'), "{}", imported.says);
        prop_assert_eq!(imported.draft.is_some(), !imported.rows.is_empty());
        prop_assert!(imported.rows.iter().all(|row| row.date <= today() && row.date.year() == year && row.amount.is_positive()));
        if let Some(taken) = imported.draft {
            let count = |draft: &Draft| draft.read(today()).record.year(year).map_or(0, |year| year.ledger.contributions.len());
            prop_assert_eq!(count(&taken), count(&draft) + imported.rows.len());
            prop_assert_eq!(taken.take_over_paydays(today()).rows, vec![], "once more adds nothing");
        }
    }
}
