//! The first visit's page stands in index.html, before anything is loaded. What it says is the
//! engine's: names, questions and figures.

use planner::law::limits::{ANNUAL_ADDITIONS, ELECTIVE_DEFERRALS, OFFICIAL_YEARS};
use planner::worksheets::Worksheet;

const INDEX: &str = include_str!("../../index.html");

/// Checks that the page has these lines, in this order, and says what to put there if not.
fn assert_lists(what: &str, lines: &[String]) {
    let list = lines.join("\n");
    let there: Vec<&str> = INDEX.lines().map(str::trim).collect();
    let stands = there.windows(lines.len()).any(|window| window.iter().zip(lines).all(|(line, own)| line == own));
    assert!(stands, "index.html has other {what}. Put these lines there:\n\n{list}\n");
}

#[test]
fn the_steps_in_the_header_and_on_the_page_are_the_worksheets() {
    let steps = Worksheet::ALL.iter().map(|worksheet| (worksheet.slug(), worksheet.page()));
    let header =
        steps.clone().map(|(slug, page)| format!("<li><a id=\"step-{slug}\" href=\"#{slug}\">{}</a></li>", page.name));
    assert_lists("steps in its header", &header.collect::<Vec<_>>());
    let guide = steps.map(|(slug, page)| format!("<li><a href=\"#{slug}\">{}</a> {}</li>", page.name, page.question));
    assert_lists("steps on its page", &guide.collect::<Vec<_>>());
    let count = ["Five", "Six", "Seven", "Eight"][Worksheet::ALL.len() - 5];
    assert!(INDEX.contains(&format!(">{count} steps, in any order<")), "index.html counts them otherwise");
}

#[test]
fn the_figures_are_those_of_the_last_official_year() {
    let (first, last) = OFFICIAL_YEARS;
    let of = |limit: &planner::law::limits::Limit| limit.on_file(last).expect("an official limit").value;
    let (all, deferrals) = (of(&ANNUAL_ADDITIONS), of(&ELECTIVE_DEFERRALS));
    let whole = |money: planner::money::Money| money.in_dollars().trim_end_matches(".00").to_owned();
    let (more, all, deferrals) = (whole(all - deferrals), whole(all), whole(deferrals));
    for words in [
        format!("Put up to {more} more a&nbsp;year into Roth"),
        format!("What can go into your 401(k) in {last}</span> <span>{all}<"),
        format!("<strong>{deferrals}</strong>"),
        format!("<strong>Up to {more} more</strong>"),
        format!("Forgetting that {all} is the total"),
        format!("IRS limits for {first} to {last}."),
    ] {
        assert!(INDEX.contains(&words), "index.html should say: {words}");
    }
    // No other figure stands there that nothing holds.
    let dollars = INDEX.matches('$').count();
    assert_eq!(dollars, 5, "an amount stands in index.html that this test does not hold");
}
