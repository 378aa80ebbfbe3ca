//! The guide's page: every figure in it is the engine's, every term that it uses is in its
//! glossary, and every way in it leads somewhere.

use std::collections::BTreeSet;

use planner::guide::{self, TERMS, TEXT};
use planner::law::alternatives::IRA;
use planner::law::deadlines;
use planner::law::limits::{self, ANNUAL_ADDITIONS, ELECTIVE_DEFERRALS, OFFICIAL_YEARS};
use planner::worksheets::review::MistakeKind;
use planner::worksheets::{Worksheet, conversions, plan};

const FRAME: &str = include_str!("../../src/guide/frame.html");

/// Numbers that name a form, a law's section, a box, a line of the guide or a code of the tax
/// agency, and no amount.
const NAMES: [&str; 11] = ["1099", "8606", "5498", "1040", "5500", "401", "457", "2", "2a", "5", "7"];

fn page() -> String {
    guide::page().expect("the guide names nothing that is not there")
}

/// The texts between an opening and a closing mark.
fn between<'t>(text: &'t str, open: &str, close: char) -> Vec<&'t str> {
    text.split(open).skip(1).filter_map(|rest| rest.split(close).next()).collect()
}

/// The words that begin with a digit, without what stands in braces.
fn numbers(text: &str) -> Vec<String> {
    let mut plain = String::new();
    for (place, part) in text.split(['{', '}']).enumerate() {
        plain.push_str(if place % 2 == 0 { part } else { " " });
    }
    let words = plain.split(|letter: char| !(letter.is_alphanumeric() || ",.".contains(letter)));
    let words = words.map(|word| word.trim_matches([',', '.']));
    words.filter(|word| word.starts_with(|letter: char| letter.is_ascii_digit())).map(str::to_owned).collect()
}

#[test]
fn no_figure_is_typed_into_its_texts() {
    let head = FRAME.split("<title>").nth(1).and_then(|rest| rest.split("<link").next()).expect("a head");
    for (what, text) in [("guide.md", TEXT), ("glossary.md", TERMS), ("frame.html", head)] {
        assert!(!text.contains(['$', '%']), "{what} has an amount or a rate of its own");
    }
    for (what, text) in [("guide.md", TEXT), ("glossary.md", TERMS)] {
        for number in numbers(text) {
            let step = TEXT.contains(&format!("### Step {number}."));
            // Boxes 10 and 11 of Form 1099-R; Part III has no digit.
            let named = NAMES.contains(&number.as_str()) || step || ["10", "11"].contains(&number.as_str());
            assert!(named, "{what} has the number {number}: name a figure of src/guide/figures.rs instead");
        }
    }
    for figure in guide::figures().expect("every figure is on file") {
        let named = format!("{{{figure}}}");
        assert!([TEXT, TERMS, FRAME].iter().any(|text| text.contains(&named)), "{figure} stands nowhere");
    }
}

#[test]
fn its_figures_are_those_of_the_last_official_year() {
    let (page, year) = (page(), OFFICIAL_YEARS.1);
    let of = |limit: &limits::Limit| limit.on_file(year).expect("an official limit").value;
    let (additions, deferrals) = (of(&ANNUAL_ADDITIONS), of(&ELECTIVE_DEFERRALS));
    for words in [
        format!("up to {} in {year}", (additions - deferrals).in_dollars()),
        format!("{} in {year}, or all of your pay", additions.in_dollars()),
        format!("may not exceed {} in {year}", deferrals.in_dollars()),
        format!("The IRA limit of {}", IRA.of(year).expect("it is published").amount.in_dollars()),
        format!("<title>The mega backdoor Roth, step by step: a guide for {year}</title>"),
    ] {
        assert!(page.contains(&words), "the guide should say: {words}");
    }
    for limit in limits::ALL {
        for year in limit.since.max(OFFICIAL_YEARS.0)..=OFFICIAL_YEARS.1 {
            let amount = limit.on_file(year).expect("an official limit").value.in_dollars();
            assert!(page.contains(&format!("<td>{amount}</td>")), "{} of {year} is not in its table", limit.name);
        }
    }
    for date in [deadlines::forms_sent(year), deadlines::return_due(year), deadlines::ira_statement(year)] {
        let date = date.expect("a day of the calendar").long();
        assert!(page.contains(&format!("<th scope=\"row\">{date}</th>")), "{date} is not in its table");
    }
    assert!(!page.contains(['{', '}']), "a figure is left open");
}

#[test]
fn its_dates_are_in_their_order() {
    let page = page();
    for (name, count) in [("the-dates-of-and-what-follows", 11), ("if-you-work-for-yourself", 9)] {
        let section = page.split(&format!("<h2 id=\"{name}\">")).nth(1).expect("the section");
        let section = section.split("</section>").next().expect("its end");
        let days = between(section, "<th scope=\"row\">", '<');
        assert_eq!(days.len(), count, "{name}");
        let days: Vec<jiff::civil::Date> = days
            .into_iter()
            .map(|day| jiff::civil::Date::strptime("%B %d, %Y", day).unwrap_or_else(|_| panic!("{day}")))
            .collect();
        assert!(days.is_sorted(), "{name}: {days:?}");
    }
}

#[test]
fn every_term_that_it_uses_is_in_the_glossary_and_every_one_there_is_used() {
    let page = page();
    let places: BTreeSet<&str> = between(&page, " id=\"", '"').into_iter().collect();
    assert_eq!(places.len(), page.matches(" id=\"").count(), "two places have the same name");
    let used: BTreeSet<&str> = between(&page, "href=\"#", '"').into_iter().collect();
    for way in &used {
        assert!(places.contains(way), "#{way} leads nowhere");
    }
    let terms = guide::terms().expect("a glossary");
    assert!(terms.len() > 25);
    assert!(terms.is_sorted_by_key(|(name, _)| name.to_lowercase()), "the glossary is in no order");
    for (name, others) in terms {
        let is_it =
            |word: &str| std::iter::once(name).chain(others.iter().copied()).any(|own| own.eq_ignore_ascii_case(word));
        let linked = between(&page, "<a class=\"term\" ", '<');
        let linked = linked.into_iter().filter_map(|link| link.split_once('>')).any(|(_, word)| is_it(word));
        assert!(linked || TEXT.to_lowercase().contains(&name.to_lowercase()), "nothing uses {name}");
    }
    for odd in ["- **Odd** without a meaning", "Odd: no term"] {
        assert!(!TERMS.contains(odd));
    }
}

#[test]
fn it_leads_to_every_worksheet_and_has_the_rows_of_each() {
    let page = page();
    for worksheet in Worksheet::ALL {
        let (slug, question) = (worksheet.slug(), worksheet.page().question);
        assert!(page.contains(&format!("href=\"./#{slug}\"")), "no way to {slug}");
        assert!(page.contains(question), "{question}");
    }
    for section in page.split("<section ").skip(1) {
        let is_glossary = section.starts_with("aria-labelledby=\"glossary\"");
        assert!(is_glossary || section.contains("href=\"./#"), "a section leads to no worksheet: {}", &section[..60]);
    }
    let escaped = |text: &str| text.replace('&', "&amp;");
    for [name, question] in plan::features() {
        assert!(page.contains(&escaped(name)) && page.contains(&escaped(question)), "{name}");
    }
    for [item, _] in conversions::TRACKED {
        assert!(page.contains(item), "{item}");
    }
    for mistake in MistakeKind::ALL {
        assert!(page.contains(mistake.title()) && page.contains(mistake.fix()), "{mistake:?}");
    }
    assert_eq!(page.matches("not tax advice").count(), 1, "said once");
}
