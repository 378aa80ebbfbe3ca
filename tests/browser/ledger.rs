//! The ledger: rows by keyboard and by hundreds, rows brought in, and nothing lost.
//!
//! What the pages must say is worked out here by the engine from the same texts.

use fantoccini::key::Key as Press;
use planner::date::Date;
use planner::draft::Draft;
use planner::questions::{Field, Key, List, RowField};

use crate::page::Page;
use crate::site::Site;

/// The number of lines of contributions in the page.
const LINES: &str = "document.querySelectorAll('[aria-labelledby=contributions] li.line').length";

/// A draft with this many contributions in each of some years.
fn draft(today: Date, years: std::ops::RangeInclusive<i16>, rows: u32) -> Draft {
    let mut draft = Draft::new(today);
    draft.birth_date = "3/31/1985".to_owned();
    for year in years {
        draft.year = year;
        for place in 0..rows {
            let row = draft.add_row(List::Contributions);
            let (month, day) = (place / 28 % 12 + 1, place % 28 + 1);
            draft.set(Key::Row(List::Contributions, row, RowField::On), format!("{month}/{day}/{year}"));
            draft.set(Key::Row(List::Contributions, row, RowField::Sum), format!("{}.25", 100 + place));
        }
    }
    draft
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn the_enter_key_goes_on_to_the_next_row_and_a_removed_row_comes_back() {
    let site = Site::serve();
    let page = Page::open(&site, "conversions").await;
    page.choose("year", "2025").await;
    page.tab_to("add-contribution").await;
    page.press(&[Press::Enter.into()]).await;
    for (row, (date, amount)) in
        [("1/15/2025", "1,000"), ("1/31/2025", "1,000.50"), ("2/14/2025", "999.50")].iter().enumerate()
    {
        page.wait_for(&format!("#contribution-{row}-on:focus")).await;
        page.type_on(date).await;
        page.press(&[Press::Tab.into()]).await;
        page.type_on(amount).await;
        page.press(&[Press::Enter.into()]).await;
    }
    page.wait_for("#contribution-3-on:focus").await;
    assert_eq!(page.number(LINES).await, 4.0);
    let label = page.words("document.getElementById('contribution-1-sum').labels[0].textContent").await;
    assert_eq!(label, "Amount, row 2");

    page.click("[aria-label='Remove the contribution of row 2']").await;
    page.wait_for_text("#done", "That contribution is removed").await;
    assert!(!page.has("#contribution-1-sum").await);
    page.wait_for_focus("add-contribution").await;
    page.click("#undo").await;
    page.wait_for("#contribution-1-sum").await;
    assert_eq!(page.value("contribution-1-sum").await, "1,000.50");
    // What was undone can be done again: no press loses anything.
    page.click("#redo").await;
    page.wait_for_just(LINES, "3").await;
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn pasted_rows_are_shown_before_they_are_added_and_can_be_taken_back() {
    let site = Site::serve();
    let page = Page::open(&site, "conversions").await;
    let today = page.today().await;
    let text = "1/15/2025,\"1,000.00\"\n1/31/2025,much\n2/14/2025,1200.50\n";
    page.choose("year", "2025").await;
    let mut draft = Draft::new(today);
    draft.year = 2025;
    let expected = draft.import(today, text);
    assert_eq!((expected.rows.len(), expected.left_out.len()), (2, 1), "{expected:?}");

    page.click("#bring-in > summary").await;
    page.click("#import summary").await;
    page.click("#import-text").await;
    page.paste(text).await;
    page.click("#import-show").await;
    page.wait_for("#preview:focus").await;
    let shown = page.text(".preview").await;
    for words in [&expected.says, &expected.left_out[0], &expected.rows[1].amount.to_string(), &expected.rows[1].what] {
        assert!(shown.contains(words), "the preview does not say {words:?}: {shown}");
    }
    assert_eq!(page.number(LINES).await, 0.0, "rows are added before anybody said so");

    page.click("#leave-rows").await;
    assert!(!page.has(".preview").await);
    page.click("#import-show").await;
    // What is typed meanwhile is not lost by adding the rows.
    page.wait_for("#add-rows").await;
    page.click("#waiting-price summary").await;
    page.type_into("tax-rate", "32").await;
    assert_eq!(page.text("#add-rows").await, "Add 2 rows");
    page.click("#add-rows").await;
    page.wait_for("#contribution-1-sum").await;
    assert_eq!(page.value("tax-rate").await, "32");
    let date = page.value("contribution-1-on").await;
    assert_eq!(Date::typed(&date), Date::new(2025, 2, 14), "{date}");

    // The same rows again are no rows to add.
    page.click("#import-show").await;
    page.wait_for_text("#preview", "nothing to add").await;
    page.click("#leave-rows").await;
    page.click("#undo").await;
    page.wait_for_just(LINES, "0").await;
    assert_eq!(page.value("tax-rate").await, "32");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_file_is_read_in_the_browser() {
    let site = Site::serve();
    let page = Page::open(&site, "conversions").await;
    page.choose("year", "2025").await;
    page.click("#bring-in > summary").await;
    page.click("#import summary").await;
    let give = |text: &str| {
        format!(
            "((input) => {{ const files = new DataTransfer(); files.items.add(new File([{text}], 'rows.csv'));
                input.files = files.files; input.dispatchEvent(new Event('change', {{ bubbles: true }})); return ''; }})
                (document.getElementById('import-file'))"
        )
    };
    page.words(&give("'Date,Amount\\n1/15/2025,250.00\\n'")).await;
    page.wait_for_text("#add-rows", "Add 1 row").await;
    page.words(&give("'x'.repeat(5e6)")).await;
    page.wait_for_text(".preview .error", "more than 4 MB").await;
    assert!(!page.has("#add-rows").await);
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn contributions_are_taken_over_from_the_paychecks() {
    let site = Site::serve();
    let page = Page::open(&site, "conversions").await;
    let today = page.today().await;
    let mut draft = Draft::new(today);
    draft.year = 2025;
    draft.birth_date = "3/31/1985".to_owned();
    for (field, text) in [
        (Field::Cadence, "monthly"),
        (Field::FirstDay, "15"),
        (Field::PayRate, "10,000"),
        (Field::PreTaxElection, "10"),
        (Field::AfterTaxElection, "5"),
        (Field::AfterTax, "6,000"),
        (Field::PreTaxSoFar, "12,000"),
        (Field::PaySoFar, "120,000"),
    ] {
        draft.set(Key::Sheet(field), text.to_owned());
    }
    let expected = draft.take_over_paydays(today);
    assert_eq!(expected.rows.len(), 12, "{expected:?}");
    page.bring(&draft).await;

    page.click("#bring-in > summary").await;
    page.click("#take-over").await;
    page.wait_for_text(".preview", &expected.says).await;
    page.click("#add-rows").await;
    page.wait_for_just(LINES, "12").await;
    page.wait_for_focus("add-contribution").await;
    for row in [0, 11] {
        let (date, amount) =
            (page.value(&format!("contribution-{row}-on")).await, page.value(&format!("contribution-{row}-sum")).await);
        assert_eq!(Date::typed(&date).expect("a date"), expected.rows[row].date);
        assert_eq!(amount.trim_start_matches('$'), expected.rows[row].amount.to_string().trim_start_matches('$'));
    }
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_year_of_four_hundred_rows_shows_the_latest_and_leads_to_a_mistake_in_another() {
    let site = Site::serve();
    let page = Page::open(&site, "conversions").await;
    let mut draft = draft(page.today().await, 2025..=2025, 400);
    draft.set(Key::Row(List::Contributions, 7, RowField::Sum), "abc".to_owned());
    page.bring(&draft).await;

    page.wait_for_text(".earlier", "12 of 400 rows are shown").await;
    assert_eq!(page.number(LINES).await, 12.0);
    assert!(page.has("#contribution-399-sum").await && !page.has("#contribution-7-sum").await);
    assert!(
        page.number("document.getElementById('add-contribution').disabled ? 1 : 0").await > 0.0,
        "the list is full"
    );
    page.wait_for("#waiting .errors a").await;
    page.click("#waiting .errors a").await;
    page.wait_for("#contribution-7-sum:focus").await;
    assert!(page.text("#contribution-7-sum-error").await.starts_with("Enter "));
    page.replace("contribution-7-sum", "12.34").await;
    page.wait_for(".closing").await;
    page.wait_for_focus("contribution-7-sum").await;

    page.click(".earlier .link").await;
    page.wait_for_text(".earlier", "63 of 400").await;
    page.click(".earlier .link:last-child").await;
    page.wait_for_just(LINES, "400").await;
    page.wait_for("#contribution-0-on:focus").await;
    assert!(!page.has(".earlier").await);
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn who_leaves_while_a_long_ledger_still_waits_loses_nothing() {
    let site = Site::serve();
    let page = Page::open(&site, "conversions").await;
    let today = page.today().await;
    page.bring(&draft(today, 2002..=2026, 400)).await;
    page.wait_for(".closing").await;
    page.click("#waiting-price summary").await;
    page.type_into("tax-rate", "32").await;
    assert_eq!(page.value("tax-rate").await, "32");
    page.type_on(".5").await;
    // Within the pause that saving waits for, as far as a browser lets a test be quick.
    page.reload().await;
    page.wait_for("#waiting-price").await;
    assert_eq!(page.value("tax-rate").await, "32.5");
    page.assert_quiet().await;
}

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn what_a_file_does_not_say_is_asked_and_kept_for_the_next_one() {
    const KEPT: &str = "localStorage.getItem('mbr.files') ?? 'nothing'";
    let site = Site::serve();
    let page = Page::open(&site, "conversions").await;
    let text = |day: u8| format!("Date,Investment,Transaction Type,Amount\n1/{day}/2025,Fund,Contributions,250.00\n");
    page.choose("year", "2025").await;
    page.click("#bring-in > summary").await;
    page.click("#import summary").await;
    page.click("#import-text").await;
    page.paste(&text(15)).await;
    page.click("#import-show").await;
    page.wait_for("#preview:focus").await;
    assert!(page.text(".preview").await.contains("Which of this money is after-tax"));
    assert!(!page.has("#add-rows").await, "rows are taken before anybody said which money they are");

    page.choose("ask-0", "all").await;
    page.wait_for_text("#add-rows", "Add 1 row").await;
    page.wait_for_focus("ask-0").await;
    assert_eq!(page.words(KEPT).await, "nothing", "kept before the rows are added");
    page.click("#add-rows").await;
    page.wait_for("#contribution-0-sum").await;
    page.wait_for_words(KEPT, "transactiontype").await;

    // The next file with these columns is not asked about again.
    page.replace("import-text", "").await;
    page.paste(&text(31)).await;
    page.click("#import-show").await;
    page.wait_for_text("#add-rows", "Add 1 row").await;
    assert_eq!(page.value("ask-0").await, "all");
    page.assert_quiet().await;
}
