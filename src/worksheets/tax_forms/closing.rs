//! The end of the worksheet: decision, rule, next action.

use super::expected::Expected;
use super::sheets::{Sheet, State};
use super::tax_return::Amounts;
use super::{Work, excess};
use crate::explain::{Closing, Severity};
use crate::law::{citations, deadlines, form_1040};

pub(super) fn closing(work: &Work<'_>, expected: &[Expected], sheets: &[Sheet], amounts: &Amounts) -> Closing {
    let differing: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.grave().next().is_some()).collect();
    let open = sheets.iter().filter(|sheet| sheet.state == State::Open).count();
    let decision = if expected.is_empty() && work.entry.forms.is_empty() {
        only_returned(work)
    } else if work.entry.forms.is_empty() {
        to_come(work, expected, amounts)
    } else {
        let came: Vec<&Sheet> = differing.iter().copied().filter(|sheet| sheet.state != State::Open).collect();
        if came.is_empty() { agrees(work, open, amounts) } else { differs(work, &came, open, amounts) }
    };
    let due = deadlines::return_due(work.year).filter(|due| *due >= work.today);
    let asks = differing.iter().any(|sheet| sheet.grave().any(|difference| !difference.request.is_empty()));
    let nothing_to_file = expected.is_empty() && work.entry.forms.is_empty();
    let (next_action, by) = if nothing_to_file {
        let days = work.entry.returned.iter().filter_map(|row| excess::by(work.year, row.kind));
        (
            "Follow the last column of the table for your case, and keep the plan’s letter with the form that comes.",
            days.filter(|day| *day >= work.today).min(),
        )
    } else if asks {
        (
            "Check what you typed against the paper, then send the words below to the payer. If the form stays wrong, file by what is true, attach an explanation, and keep the plan’s statements.",
            due,
        )
    } else if open > 0 && work.sent.is_some_and(|sent| sent >= work.today) {
        (
            "Wait for the forms, and type in each when it comes. Keep the confirmations of all conversions till then.",
            work.sent,
        )
    } else if open > 0 {
        ("Look on the plan’s site under tax forms, type in each form, and ask for what is not there.", due)
    } else if !differing.is_empty() {
        ("See to the differences above before you file.", due)
    } else {
        ("Enter the lines above on your return, and print the year’s page for your files.", due)
    };
    Closing {
        decision,
        rule: "A conversion is income only as far as it was not taxed before. Box 1 is all that moved, box 5 your after-tax contributions, box 2a the earnings, and code G says that it went straight to a Roth account.".to_owned(),
        citations: vec![citations::CONVERSION_INCOME, citations::FORM_1099R_BOX_2A, citations::FORM_1099R_BOX_5, citations::FORM_1099R_BOX_7],
        next_action: next_action.to_owned(),
        by,
        words: words(work, &differing),
    }
}

fn lines(work: &Work<'_>, amounts: &Amounts) -> String {
    let form_1040::Lines { gross: whole, taxable: part, .. } = form_1040::lines(work.year);
    format!("Form 1040, line {whole}: {}; line {part}: {}.", amounts.gross, amounts.taxable)
}

fn to_come(work: &Work<'_>, expected: &[Expected], amounts: &Amounts) -> String {
    let what = match expected {
        [only] => format!(
            "Your Form 1099-R for {} should show {} in box 1 and {} in box 2a, code {}.",
            work.year, only.gross.value, only.taxable.value, only.codes
        ),
        several => format!(
            "{} Forms 1099-R for {} should come, with {} in box 1 and {} in box 2a together.",
            several.len(),
            work.year,
            amounts.gross,
            amounts.taxable
        ),
    };
    format!("{what} {}", lines(work, amounts))
}

fn agrees(work: &Work<'_>, open: usize, amounts: &Amounts) -> String {
    let what = match work.entry.forms.len() {
        1 => "The form that came agrees with your ledger".to_owned(),
        count => format!("All {count} forms that came agree with your ledger"),
    };
    format!("{what}{}. {}", to_wait_for(work, open), lines(work, amounts))
}

/// How many forms have not come, as the end of a sentence.
fn to_wait_for(work: &Work<'_>, open: usize) -> String {
    match (open, work.sent.is_some_and(|sent| work.today > sent)) {
        (0, _) => String::new(),
        (open, false) => format!("; {open} more should come"),
        (open, true) => format!("; {open} more should have come"),
    }
}

fn differs(work: &Work<'_>, differing: &[&Sheet], open: usize, amounts: &Amounts) -> String {
    let titles: Vec<String> =
        differing.iter().flat_map(|sheet| sheet.grave()).map(|difference| in_sentence(&difference.title)).collect();
    let places = if titles.len() == 1 { "one place".to_owned() } else { format!("{} places", titles.len()) };
    let (what, verb) = if work.entry.forms.len() == 1 { ("The form", "differs") } else { ("The forms", "differ") };
    format!(
        "{what} {verb} from your ledger in {places}: {}{}. By your ledger, {}",
        titles.join("; "),
        to_wait_for(work, open),
        lines(work, amounts)
    )
}

fn only_returned(work: &Work<'_>) -> String {
    format!(
        "No conversion and no form of {} is entered; the plan returns money, and the table below says what comes.",
        work.year
    )
}

/// A title as part of a sentence: with a small first letter, unless it names a box or a code.
fn in_sentence(title: &str) -> String {
    let mut letters = title.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The differences as a letter to the payer.
fn words(work: &Work<'_>, differing: &[&Sheet]) -> Option<String> {
    let mut requests = Vec::new();
    for sheet in differing {
        let of_it: Vec<&str> = sheet
            .differences
            .iter()
            .filter(|difference| difference.severity != Severity::Note && !difference.request.is_empty())
            .map(|difference| difference.request.as_str())
            .collect();
        if !of_it.is_empty() {
            requests.push(format!("{}\n- {}", sheet.title, of_it.join("\n- ")));
        }
    }
    if requests.is_empty() {
        return None;
    }
    Some(format!(
        "Subject: Form 1099-R for {}: please check\n\nPlease check the following, and send a corrected form where I am right:\n\n{}\n\nMy after-tax contributions are on my pay stubs and on the plan’s statements, which I can send.",
        work.year,
        requests.join("\n\n")
    ))
}
