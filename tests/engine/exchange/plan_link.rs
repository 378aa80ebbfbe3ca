//! The link that shares a plan: it carries the plan's rules to the letter, nothing
//! about the person, and no text of a link does harm.

use std::collections::BTreeSet;

use crate::support::drafts::draft_of;
use crate::support::properties::cases;
use crate::support::values::today;
use planner::draft::Draft;
use planner::exchange::{LONGEST_LINK, LinkError, SharedPlan};
use planner::questions::{Field, Key, Kind, List, RowField, Whose};
use planner::record::{
    Answer, Cadence, CatchUpOffer, Choice, CountedPay, Destination, ElectionMode, ElectionStep, EmployerKind,
    LimitCovers, LimitationYearKind, MatchKind, MatchTested, MatchTiming, PlanKind, Shift, TransferBy, TransferTiming,
};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{Index, select};

fn is_plan(field: Field) -> bool {
    field.whose() == Whose::Plan
}

#[test]
fn the_answers_of_each_question_are_those_of_the_record() {
    fn words<C: Choice>() -> Vec<&'static str> {
        C::WORDS.iter().map(|(_, word)| *word).collect()
    }
    for field in Field::of(Whose::Plan).filter(|field| field.kind() == Kind::Choice) {
        let right = match field {
            Field::PlanKind => words::<PlanKind>(),
            Field::Employer => words::<EmployerKind>(),
            Field::TransferTiming => words::<TransferTiming>(),
            Field::TransferBy => words::<TransferBy>(),
            Field::Destination => words::<Destination>(),
            Field::ElectionMode => words::<ElectionMode>(),
            Field::ElectionStep => words::<ElectionStep>(),
            Field::ElectionLimitCovers => words::<LimitCovers>(),
            Field::MatchKind => words::<MatchKind>(),
            Field::MatchAbove => words::<CountedPay>(),
            Field::MatchTiming => words::<MatchTiming>(),
            Field::CatchUp => words::<CatchUpOffer>(),
            Field::TestedAlone => words::<MatchTested>(),
            Field::Cadence => words::<Cadence>(),
            Field::Shift => words::<Shift>(),
            Field::LimitationYear => words::<LimitationYearKind>(),
            _ => words::<Answer>(),
        };
        let answers: Vec<&str> = field.answers().iter().map(|(word, _)| *word).collect();
        assert_eq!(answers, right, "{field:?}");
    }
    for field in Field::ALL.iter().filter(|field| field.kind() != Kind::Choice) {
        assert!(field.answers().is_empty(), "{field:?}");
    }
}

/// What a link may never carry. A field that is added to the draft must be
/// sorted here by hand.
#[test]
fn every_field_is_known_to_be_the_plan_s_or_the_person_s() {
    let plan: BTreeSet<Field> = Field::of(Whose::Plan).collect();
    assert_eq!(plan.len(), Field::of(Whose::Plan).count(), "no field twice");
    let persons: Vec<&str> = Field::ALL.iter().filter(|field| !plan.contains(field)).map(|field| field.id()).collect();
    assert_eq!(
        persons,
        [
            "income",
            "pay",
            "eligible-pay",
            "net-profit",
            "social-security-wages",
            "pre-tax-so-far",
            "pre-tax-to-come",
            "roth-so-far",
            "roth-to-come",
            "match-so-far",
            "match-of-last-year",
            "match-to-come",
            "profit-sharing-so-far",
            "profit-sharing-to-come",
            "nonelective-so-far",
            "nonelective-to-come",
            "forfeitures-so-far",
            "forfeitures-to-come",
            "after-tax",
            "fifteen-year",
            "limitation-before",
            "later-deferrals",
            "later-other",
            "limitation-pay",
            "prior-wages",
            "others-average",
            "highly-compensated",
            "union-contract",
            "reserved-match",
            "months-left",
            "started-on",
            "ended-on",
            "pay-basis",
            "pay-rate",
            "last-stub",
            "pay-so-far",
            "eligible-so-far",
            "pre-tax-election",
            "roth-election",
            "after-tax-election",
            "bonus-pre-tax",
            "bonus-roth",
            "bonus-after-tax",
            "catch-up-pre-tax",
            "catch-up-roth",
            "catch-up-so-far",
            "take-home",
            "least-take-home",
            "strategy",
            "fill-by",
            "own-target",
            "spillover-only",
            "what-if-raise",
            "several-plans",
            "opening-on",
            "opening-basis",
            "opening-value",
            "opening-plan",
            "before-1987",
            "before-1987-alone",
            "plan-total",
            "plan-total-on",
            "tax-rate",
            "growth",
            "forms-saved",
            "earnings-understood",
            "plan-rechecked",
            "landing-spot",
            "landing-reason",
            "landing-chosen-on",
            "roth-ira-since",
            "plan-roth-since",
            "needed-early",
            "leaves-from-55",
            "plan-loans",
            "better-investments",
            "lower-costs",
            "withdraw",
            "withdraw-on",
            "withdraw-from",
            "roth-ira-contributions",
            "plan-roth-value",
            "plan-roth-deferrals",
            "early-exception",
            "own-elective-deferrals",
            "own-catch-up",
            "own-catch-up-60-to-63",
            "own-annual-additions",
            "own-pay-counted",
            "own-roth-catch-up-wages",
            "own-wage-base",
            "filing-status",
            "magi",
            "hsa-coverage",
            "ira-contributed",
            "other-iras",
            "ira-basis",
            "offers-457b",
            "business-kind",
            "filed-in-time",
            "projected-years",
            "tax-rate-later",
            "dividends",
            "gains-tax",
            "job-name",
            "job-relation",
        ]
    );
}

/// What stands in the ledger, and where the money is to land, is nobody else's business.
#[test]
fn nothing_of_the_ledger_travels_in_a_link() {
    let of_the_ledger: Vec<Field> = Field::of(Whose::Person).chain(Field::of(Whose::Ledger)).collect();
    let mut draft = draft_of(&[(Field::PlanKind, "401k")]);
    let plain = draft.plan_link();
    for field in &of_the_ledger {
        draft.set(Key::Sheet(*field), "yes".to_owned());
    }
    for list in List::LEDGER {
        let row = draft.add_row(list);
        draft.set(Key::Row(list, row, RowField::Sum), "355.77".to_owned());
    }
    assert_eq!(draft.plan_link(), plain);
    for field in &of_the_ledger {
        assert!(!is_plan(*field), "{field:?}");
        let shared = SharedPlan::from_link(&format!("plan/1?plan-kind=401k&{}=yes", field.id())).expect("a plan");
        assert_eq!(shared.skipped(), 1, "{field:?}");
        assert_eq!(Draft::new(today()).with_plan(&shared).text(Key::Sheet(*field)), "", "{field:?}");
    }
    let rows = "plan/1?plan-kind=401k&contribution-0-sum=1&conversion-0-on=1/2/2026&form-0-box-1=1&sum=1";
    assert_eq!(SharedPlan::from_link(rows).map(|shared| shared.skipped()), Ok(4));
}

#[test]
fn the_link_is_readable_and_stays_as_it_was_at_first() {
    let draft = draft_of(&[
        (Field::Pay, "200,000"),
        (Field::PlanKind, "403b"),
        (Field::PlanAfterTax, "yes"),
        (Field::InServiceWithdrawal, "unknown"),
        (Field::TransferFee, "$25"),
        (Field::MatchRate1, "50%"),
        (Field::KnownPayDate, "1/2/2026"),
        (Field::PayDates, "1/2/2026, 1/16/2026\n1/30/2026"),
        (Field::LeastTransfer, "   "),
    ]);
    let link = draft.plan_link();
    assert_eq!(
        link,
        "plan/1?plan-kind=403b&plan-after-tax=yes&transfer-fee=%2425&match-rate-1=50%25&known-pay-date=1/2/2026&pay-dates=1/2/2026,%201/16/2026%0A1/30/2026"
    );
    let shared = SharedPlan::from_link(&link).expect("a plan");
    assert_eq!(SharedPlan::from_link(&format!("#{link}")).as_ref(), Ok(&shared));
    assert_eq!((shared.skipped(), shared.note()), (0, None));
    let taken = Draft::new(today()).with_plan(&shared);
    assert_eq!(taken.plan_link(), link);
    assert_eq!(taken.text(Key::Sheet(Field::PayDates)), "1/2/2026, 1/16/2026\n1/30/2026");
}

#[test]
fn the_preview_says_what_is_set_and_what_it_replaces() {
    let link = "plan/1?transfer-fee=25&plan-kind=403b&match-rate-1=50&after-tax-percent=6.50&known-pay-date=1/2/2026&match-dollar-cap=lots&first-day=15&change-lead-days=3";
    let shared = SharedPlan::from_link(link).expect("a plan");
    let draft = draft_of(&[
        (Field::PlanKind, "401k"),
        (Field::MatchRate1, " 50.0 % "),
        (Field::TransferFee, "1,000"),
        (Field::FirstDay, "  "),
        (Field::ChangeLeadDays, "seven"),
    ]);
    let preview: Vec<_> =
        draft.preview(&shared).into_iter().map(|rule| (rule.field, rule.title, rule.text, rule.replaces)).collect();
    let some = |text: &str| Some(text.to_owned());
    let rule = |field: Field, title: &'static str, text: &str, replaces| (field, title, text.to_owned(), replaces);
    assert_eq!(
        preview,
        [
            rule(Field::PlanKind, "Kind of plan", "403(b)", some("401(k)")),
            rule(Field::TransferFee, "Fee per transfer", "$25.00", some("$1,000.00")),
            rule(Field::ChangeLeadDays, "Days of notice for a change", "3", some("seven")),
            rule(Field::MatchRate1, "Match rate", "50%", None),
            rule(Field::MatchDollarCap, "Annual cap on the match", "lots", None),
            rule(Field::AfterTaxPercent, "After-tax limit in percent", "6.5%", None),
            rule(Field::KnownPayDate, "A pay date", "January 2, 2026", None),
            rule(Field::FirstDay, "Day of the month", "15", None),
        ]
    );
}

#[test]
fn a_shared_plan_changes_nothing_but_its_own_fields_of_the_year_on_show() {
    let mut draft = draft_of(&[(Field::Pay, "200,000"), (Field::TransferFee, "10"), (Field::PlanKind, "401k")]);
    draft.set(Key::BirthDate, "3/31/1985".to_owned());
    let job = draft.add_row(List::Jobs);
    draft.set(Key::Row(List::Jobs, job, RowField::Name), "Acme".to_owned());
    draft.year = 2025;
    draft.set(Key::Sheet(Field::PlanKind), "tsp".to_owned());
    draft.year = 2026;
    let shared = SharedPlan::from_link("plan/1?plan-kind=403b&cadence=weekly").expect("a plan");
    let mut right = draft.clone();
    right.set(Key::Sheet(Field::PlanKind), "403b".to_owned());
    right.set(Key::Sheet(Field::Cadence), "weekly".to_owned());
    assert_eq!(draft.with_plan(&shared), right);
}

#[test]
fn what_is_no_link_of_a_plan_is_refused_for_the_right_reason() {
    use LinkError::{Damaged, Empty, Newer, NoAnswer, NotAPlan, TooLong, Twice};
    let long = |count: usize| format!("plan/1?match-dollar-cap={}", "9".repeat(count));
    let bytes = |count: usize| format!("plan/1?{}", "a=1&".repeat(count));
    for (link, error) in [
        ("", NotAPlan),
        ("#", NotAPlan),
        ("room", NotAPlan),
        ("plan", NotAPlan),
        ("##plan/1?plan-kind=401k", NotAPlan),
        ("plan/", NotAPlan),
        ("plan/?plan-kind=401k", NotAPlan),
        ("plan/0?plan-kind=401k", NotAPlan),
        ("plan/-1?plan-kind=401k", NotAPlan),
        ("plan/one?plan-kind=401k", NotAPlan),
        ("plan/2?anything", Newer),
        ("plan/99999999999999999999999", Newer),
        ("plan/1", Empty),
        ("plan/1?", Empty),
        ("plan/1?&&", Empty),
        ("plan/1?pay=1&utm_source=x", Empty),
        ("plan/1?match-dollar-cap=", Empty),
        ("plan/1?match-dollar-cap=%20%20", Empty),
        ("plan/1?plan-kind=401k&plan-kind=401k", Twice(Field::PlanKind)),
        ("plan/1?match-up-to-1=6&match-up-to-1=7", Twice(Field::MatchUpTo1)),
        ("plan/1?plan-kind", NoAnswer(Field::PlanKind)),
        ("plan/1?plan-kind=", NoAnswer(Field::PlanKind)),
        ("plan/1?plan-kind=401K", NoAnswer(Field::PlanKind)),
        ("plan/1?plan-kind=%20401k", NoAnswer(Field::PlanKind)),
        ("plan/1?plan-after-tax=maybe", NoAnswer(Field::PlanAfterTax)),
        ("plan/1?transfer-fee=1%00", NoAnswer(Field::TransferFee)),
        ("plan/1?transfer-fee=1%0A2", NoAnswer(Field::TransferFee)),
        ("plan/1?transfer-fee=%E2%80%AE52", NoAnswer(Field::TransferFee)),
        ("plan/1?pay-dates=1/2/2026%09", NoAnswer(Field::PayDates)),
        ("plan/1?transfer-fee=%", Damaged),
        ("plan/1?transfer-fee=%2", Damaged),
        ("plan/1?transfer-fee=%zz", Damaged),
        ("plan/1?transfer-fee=%+1", Damaged),
        ("plan/1?transfer-fee=%C3", Damaged),
        ("plan/1?transfer-fee=%ED%A0%80", Damaged),
        (&long(401), NoAnswer(Field::MatchDollarCap)),
        (&bytes(LONGEST_LINK), TooLong),
    ] {
        assert_eq!(SharedPlan::from_link(link), Err(error), "{link}");
        assert!(error.to_string().ends_with('.') && error.to_string().starts_with("This link"));
    }
    assert!(SharedPlan::from_link(&long(400)).is_ok());
}

#[test]
fn a_link_of_four_kibibytes_is_read_and_one_byte_more_is_not() {
    let mut link = "plan/1?plan-kind=401k&x=".to_owned();
    link.push_str(&"y".repeat(LONGEST_LINK - link.len()));
    assert!(SharedPlan::from_link(&link).is_ok());
    link.push('y');
    assert_eq!(SharedPlan::from_link(&link), Err(LinkError::TooLong));
}

#[test]
fn what_is_no_rule_of_a_plan_is_left_out_with_a_note() {
    let one = SharedPlan::from_link("plan/1?plan-kind=401k&fbclid=x").expect("a plan");
    assert_eq!(one.skipped(), 1);
    assert!(one.note().is_some_and(|note| note.starts_with("One part of this link")));
    let link = "plan/1?pay=1&birth-date=3/31/1985&plan-kind=401k&reserved-match=9000&highly-compensated=yes";
    let four = SharedPlan::from_link(link).expect("a plan");
    assert!(four.note().is_some_and(|note| note.starts_with("4 parts of this link")));
    let taken = Draft::new(today()).with_plan(&four);
    assert_eq!(taken, draft_of(&[(Field::PlanKind, "401k")]));
}

#[test]
fn a_year_s_weekly_pay_dates_fit_with_every_answer_beside_them() {
    let mut draft = Draft::new(today());
    for field in Field::of(Whose::Plan) {
        let text = match field.kind() {
            Kind::Choice => {
                field.answers().iter().map(|(word, _)| *word).max_by_key(|word| word.len()).expect("a word")
            }
            _ => "123,456.78",
        };
        draft.set(Key::Sheet(field), text.to_owned());
    }
    let dates = vec!["12/31/2026"; 60].join(", ");
    draft.set(Key::Sheet(Field::PayDates), dates.clone());
    let shared = SharedPlan::from_link(&draft.plan_link()).expect("a plan");
    assert_eq!(Draft::new(today()).with_plan(&shared).text(Key::Sheet(Field::PayDates)), dates);
}

/// Texts that people type, paste or break things with.
fn text() -> impl Strategy<Value = String> {
    let nasty = [
        "",
        " ",
        "\u{a0}",
        "\t",
        "\r\n",
        "\0",
        "&",
        "=",
        "%",
        "%41",
        "+",
        "#",
        "?",
        "&pay=1",
        "\u{202e}4321",
        "\u{1f469}\u{200d}\u{1f4bb}",
        "\u{e9}\u{301}",
        "\u{10ffff}",
        "</script>",
        "1/2/2026\n1/16/2026",
        "$1,234.50",
        "6.5 %",
    ];
    let words = ["401k", "403b", "yes", "no", "unknown", "weekly", "both", "higher", "company", "percent", "before"];
    prop_oneof![
        2 => select(nasty.to_vec()).prop_map(str::to_owned),
        4 => select(words.to_vec()).prop_map(str::to_owned),
        2 => vec(any::<char>(), 0..12).prop_map(String::from_iter),
        1 => vec(any::<char>(), 0..500).prop_map(String::from_iter),
        2 => (0_u32..300_000).prop_map(|dollars| dollars.to_string()),
    ]
}

fn filled() -> impl Strategy<Value = Draft> {
    vec((any::<Index>(), text()), 0..60).prop_map(|texts| {
        let mut draft = Draft::new(today());
        for (place, text) in texts {
            draft.set(Key::Sheet(*place.get(&Field::of(Whose::Plan).collect::<Vec<_>>())), text);
        }
        draft
    })
}

/// Whether a link must carry this text, told in another way than the planner's.
fn carried(field: Field, text: &str) -> bool {
    if field.kind() == Kind::Choice {
        return text != "unknown" && field.answers().iter().any(|answer| answer.0 == text);
    }
    let lines = field == Field::PayDates;
    let unseen = |letter: char| {
        (letter.is_control() && !(lines && "\r\n".contains(letter)))
            || "\u{ad}\u{61c}\u{200b}\u{200e}\u{200f}\u{feff}".contains(letter)
            || [0x2028..=0x202e, 0x2060..=0x206f, 0xe_0000..=0xe_007f]
                .iter()
                .any(|range| range.contains(&u32::from(letter)))
    };
    let longest = if lines { 1_000 } else { 400 };
    !text.trim().is_empty() && text.chars().count() <= longest && !text.chars().any(unseen)
}

/// A good link with some of its letters changed, taken out or put in.
fn broken() -> impl Strategy<Value = String> {
    let letters: Vec<char> = "plan/1?&=%#+-0aF\0\u{e9}\u{1f4b0}".chars().collect();
    (filled(), vec((any::<Index>(), 0_u8..3, select(letters)), 1..6)).prop_map(|(draft, edits)| {
        let mut link: Vec<char> = draft.plan_link().chars().collect();
        for (place, how, letter) in edits {
            let place = place.index(link.len());
            match how {
                0 => link[place] = letter,
                1 => link.insert(place, letter),
                _ => _ = link.remove(place),
            }
        }
        link.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(cases(500))]

    #[test]
    fn a_plan_goes_through_a_link_to_the_letter(draft in filled()) {
        let link = draft.plan_link();
        prop_assert!(link.len() <= LONGEST_LINK && link.is_ascii());
        prop_assert!(!link.contains(['#', ' ', '"', '<', '>', '\n']), "{}", link);
        let taken = match SharedPlan::from_link(&link) {
            Ok(shared) => {
                prop_assert_eq!(shared.skipped(), 0);
                Draft::new(today()).with_plan(&shared)
            }
            Err(error) => {
                prop_assert_eq!(error, LinkError::Empty);
                Draft::new(today())
            }
        };
        // Only a link that is full may leave out a text that it could carry.
        let full = link.len() > LONGEST_LINK / 4;
        for field in Field::of(Whose::Plan) {
            let (typed, came) = (draft.text(Key::Sheet(field)), taken.text(Key::Sheet(field)));
            if carried(field, typed) {
                prop_assert!(came == typed || full && came.is_empty(), "{:?}: {:?} came as {:?}", field, typed, came);
            } else {
                prop_assert_eq!(came, "", "{:?}", field);
            }
        }
    }

    #[test]
    fn nothing_personal_is_ever_in_a_link(draft in filled(), texts in vec(text(), 1..8)) {
        let link = draft.plan_link();
        let mut person = draft;
        let mut texts = texts.iter().cycle();
        let mut next = || texts.next().cloned().unwrap_or_default();
        person.set(Key::BirthDate, next());
        for field in Field::ALL.iter().filter(|field| !is_plan(**field)) {
            person.set(Key::Sheet(*field), next());
        }
        for list in List::ALL {
            let row = person.add_row(*list);
            for field in RowField::ALL {
                person.set(Key::Row(*list, row, *field), next());
            }
        }
        for year in [2025, 2027] {
            person.year = year;
            person.set(Key::Sheet(Field::PlanKind), next());
        }
        person.year = 2026;
        prop_assert_eq!(person.plan_link(), link);
    }

    #[test]
    fn no_link_makes_a_panic(link in prop_oneof![3 => broken(), 1 => "plan/1\\?\\PC{0,80}", 1 => "\\PC{0,80}"]) {
        match SharedPlan::from_link(&link) {
            Ok(shared) => {
                let draft = Draft::new(today());
                let preview = draft.preview(&shared);
                prop_assert!(!preview.is_empty());
                prop_assert!(preview.iter().all(|rule| is_plan(rule.field) && !rule.text.is_empty()));
                let taken = draft.with_plan(&shared);
                _ = taken.read(today());
                prop_assert!(taken.preview(&shared).iter().all(|rule| rule.replaces.is_none()));
            }
            Err(error) => prop_assert!(error.to_string().ends_with('.')),
        }
    }
}
