//! The options of a frame: a closed list, of which nothing but what is on it is taken.

use std::collections::BTreeSet;

use planner::exchange::{Color, Embed, LEAST_CONTRAST, SharedPlan, Theme};
use planner::worksheets::Worksheet;
use proptest::prelude::*;

/// The page that makes the code of a frame. Its form has every option, by its name.
const PAGE: &str = include_str!("../../../assets/embed.html");

fn read(query: &str) -> Embed {
    Embed::from_query(query).expect("it asks to be embedded")
}

#[test]
fn only_embed_embeds() {
    for query in ["", "?", "?theme=dark", "?embedded", "?embe", "?Embed", "?no=embed"] {
        assert_eq!(Embed::from_query(query), None, "{query}");
    }
    for query in ["?embed", "embed", "?embed=1", "?theme=plaid&embed", "?embed&utm_source=letter", "?embed=&&=&="] {
        assert_eq!(read(query), Embed::default(), "{query}");
    }
}

#[test]
fn every_option_is_read() {
    let embed =
        read("?embed&start=pace&show=pace,room&theme=dark&accent=1a4f8b&accent-dark=9CC4FF&year=2027&key=my-blog-2");
    assert_eq!(
        embed,
        Embed {
            start: Some(Worksheet::Pace),
            show: vec![Worksheet::Room, Worksheet::Pace],
            theme: Some(Theme::Dark),
            accent: Some(Color(0x1a, 0x4f, 0x8b)),
            accent_dark: Some(Color(0x9c, 0xc4, 0xff)),
            year: Some(2027),
            key: "my-blog-2".to_owned(),
        }
    );
    assert_eq!(read("?embed&show=room%2Cpace").show, [Worksheet::Room, Worksheet::Pace]);
    assert_eq!(read("?embed&theme=light&theme=dark").theme, Some(Theme::Light), "the first counts");
}

#[test]
fn what_is_not_on_the_list_changes_nothing() {
    for query in [
        "start=data",
        "start=attic",
        "show=",
        "show=data,privacy",
        "theme=auto",
        "theme=DARK",
        "accent=red",
        "accent=fff",
        "accent=%230b5d4e",
        "accent=0b5d4e;color:red",
        "accent=+b5d4e",
        "year=",
        "year=next",
        "year=99999",
        "key=Blog",
        "key=a_b",
        "key=a/b",
        "key=../x",
        "key=mbr.plan",
        "style=red",
        "css=https://intruder.example/",
        "key=aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ] {
        assert_eq!(read(&format!("?embed&{query}")), Embed::default(), "{query}");
    }
}

#[test]
fn it_begins_with_a_worksheet_that_it_shows() {
    assert_eq!(read("?embed").first(), None);
    assert_eq!(read("?embed&show=forms,pace").first(), Some(Worksheet::Pace));
    assert_eq!(read("?embed&show=forms,pace&start=forms").first(), Some(Worksheet::TaxForms));
    let all = read("?embed");
    assert!(Worksheet::ALL.iter().all(|worksheet| all.shows(*worksheet)));
    let one = read("?embed&show=room");
    assert_eq!(Worksheet::ALL.iter().filter(|worksheet| one.shows(**worksheet)).count(), 1);
}

#[test]
fn an_accent_that_cannot_be_read_is_ignored() {
    // In light surroundings as on light ground, in dark ones as on dark ground.
    for (accent, light, dark) in [
        ("0b5d4e", true, false),
        ("7fd1b9", false, true),
        ("ffffff", false, true),
        ("000000", true, false),
        ("777777", false, false),
        ("ff0000", false, false),
        ("0000ee", true, false),
        ("c00000", true, false),
    ] {
        let embed = read(&format!("?embed&accent={accent}&accent-dark={accent}"));
        assert_eq!((embed.accent.is_some(), embed.accent_dark.is_some()), (light, dark), "{accent}");
    }
}

#[test]
fn contrast_is_that_of_the_recommendation() {
    // Its formula with the library's power, over every gray and every pure color.
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |Color(red, green, blue)| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    for part in 0..=255 {
        for color in [Color(part, part, part), Color(part, 0, 0), Color(0, part, 0), Color(255, 0, part)] {
            let expected = 1.05 / (luminance(color) + 0.05);
            let found = color.contrast(Color(255, 255, 255));
            assert!((found - expected).abs() < 1e-9, "{color:?}: {found}, not {expected}");
        }
    }
    // Known pairs: black on white, and the lightest gray that white can be read on.
    assert!((Color(0, 0, 0).contrast(Color(255, 255, 255)) - 21.0).abs() < 1e-9);
    assert!(Color(0x76, 0x76, 0x76).contrast(Color(255, 255, 255)) >= LEAST_CONTRAST);
    assert!(Color(0x77, 0x77, 0x77).contrast(Color(255, 255, 255)) < LEAST_CONTRAST);
}

#[test]
fn accents_are_measured_on_the_grounds_of_the_style_sheet() {
    let style = include_str!("../../../style/tokens.css");
    let (light, dark) = style.split_once("@media (prefers-color-scheme: dark)").expect("it has dark colors");
    for (theme, tokens) in [(Theme::Light, light), (Theme::Dark, dark)] {
        for (ground, name) in theme.grounds().into_iter().zip(["--paper", "--card", "--accent-ink"]) {
            let (_, rest) = tokens.split_once(&format!("{name}: #")).unwrap_or_else(|| panic!("there is no {name}"));
            let hex = rest.split(';').next().expect("a text before the end");
            assert_eq!(Color::from_hex(hex), Some(ground), "{name} in {theme:?} is #{hex}");
        }
        // The planner's own accents pass their own test.
        let (_, rest) = tokens.split_once("--accent: #").expect("there is an accent");
        let own = Color::from_hex(&rest[..6]).expect("a color");
        assert!(own.can_be_read(theme), "{own:?} in {theme:?}");
    }
}

/// The values of an attribute, wherever it stands in a page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(start.as_str()).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// The part of the page between two texts.
fn within<'a>(page: &'a str, from: &str, to: &str) -> &'a str {
    let (_, rest) = page.split_once(from).unwrap_or_else(|| panic!("the page has no {from}"));
    rest.split(to).next().unwrap_or_default()
}

#[test]
fn the_page_offers_every_option_and_no_other() {
    let form = within(PAGE, "<form", "</form>");
    let names: BTreeSet<&str> = values(form, "name").into_iter().collect();
    assert_eq!(names, Embed::NAMES.into_iter().chain(["plan"]).collect());
    // Each value that it offers is one that the planner takes.
    let slugs: Vec<&str> = Worksheet::ALL.iter().map(|worksheet| worksheet.slug()).collect();
    let boxes: Vec<&str> = form
        .split("<input")
        .filter_map(|rest| rest.split('>').next())
        .filter(|input| input.contains(" name=\"show\""))
        .flat_map(|input| values(input, "value"))
        .collect();
    assert_eq!(boxes, slugs, "the worksheets to show");
    let offered = |name: &str| values(within(form, &format!("<select id=\"{name}\""), "</select>"), "value");
    assert_eq!(offered("start"), [&[""], slugs.as_slice()].concat(), "the worksheets to start with");
    assert_eq!(offered("theme"), ["", "light", "dark"]);
    for theme in ["light", "dark"] {
        assert!(read(&format!("?embed&theme={theme}")).theme.is_some(), "{theme} is not taken");
    }
    // Each name is said, so that an address can be written by hand.
    for name in Embed::NAMES {
        assert!(form.contains(&format!("<code>{name}</code>")), "the page does not say {name}");
    }
}

#[test]
fn the_page_calls_the_worksheets_by_their_names() {
    for worksheet in Worksheet::ALL {
        let named = format!("value=\"{}\">{}</option>", worksheet.slug(), worksheet.page().name);
        assert!(PAGE.contains(&named), "the page has no {named}");
    }
}

proptest! {
    #[test]
    fn no_query_stops_it_or_brings_in_a_text(query in ".{0,80}", name in "[a-z-]{0,12}", value in ".{0,40}") {
        for query in [query.clone(), format!("?embed&{query}"), format!("?embed&{name}={value}"), format!("embed&key={value}")] {
            if let Some(embed) = Embed::from_query(&query) {
                prop_assert!(embed.key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-'));
                let _ = embed.first();
            }
        }
        let _ = SharedPlan::from_link(&query);
    }
}
