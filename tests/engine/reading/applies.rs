//! Which questions apply: those are read, and no others.

use crate::support::drafts::{AT_62, draft, keys, of_year, row_keys, set};
use crate::support::situations::{OF_OWN_BUSINESS, everything_shown};
use crate::support::values::{money, today};
use planner::draft::Draft;
use planner::law::limits::OFFICIAL_YEARS;
use planner::questions::{Field, Key, Kind, List, RowField};

/// A text that counts in a place, where it is shown, in the year on show.
fn telling(draft: &Draft, key: Key) -> String {
    let year = draft.year;
    // The first answer stands for an empty text, so that only another one tells.
    let another = |words: &[&str]| {
        let own = Some(draft.text(key)).filter(|own| !own.is_empty()).unwrap_or(words[0]);
        (*words.iter().find(|word| **word != own).expect("another answer")).to_owned()
    };
    match (key.kind(), key) {
        (_, Key::BirthDate) => "3/31/1986".to_owned(),
        (Kind::Date, _) => format!("6/15/{year}"),
        (Kind::Dates, _) => format!("6/30/{year}, 6/15/{year}"),
        (Kind::Percent | Kind::MatchRate | Kind::Count | Kind::Election, _) => "6".to_owned(),
        (Kind::Money, _) => "1,234".to_owned(),
        (Kind::Months, _) => "June, December".to_owned(),
        (Kind::Words, _) => "Acme".to_owned(),
        (Kind::Year, _) => "2020".to_owned(),
        (Kind::Choice, _) if key.answers().is_empty() => another(&["unknown", "yes"]),
        (Kind::Choice, _) => another(&key.answers().iter().map(|(word, _)| *word).collect::<Vec<_>>()),
    }
}

#[test]
fn a_field_that_is_not_shown_is_neither_read_nor_in_the_way() {
    const OWN: [Field; 7] = [
        Field::OwnElectiveDeferrals,
        Field::OwnCatchUp,
        Field::OwnCatchUpHigher,
        Field::OwnAnnualAdditions,
        Field::OwnPayCounted,
        Field::OwnRothWages,
        Field::OwnWageBase,
    ];
    let young = &[Field::PriorWages, Field::CatchUp][..];
    let situations = [
        ("paid by wages", 2026, AT_62, "wages", &OF_OWN_BUSINESS[..]),
        ("nothing said of pay", 2026, AT_62, "", &OF_OWN_BUSINESS),
        ("own business", 2026, AT_62, "self_employed", &[Field::Pay]),
        ("49", 2026, "1/1/1977", "wages", young),
        ("no birth date", 2026, "", "wages", young),
        ("before the Roth rule", 2025, AT_62, "wages", &[Field::PriorWages]),
        ("first official year", OFFICIAL_YEARS.0, AT_62, "wages", &OWN),
        ("last official year", OFFICIAL_YEARS.1, AT_62, "wages", &OWN),
    ];
    for (situation, year, birth_date, income, hidden) in situations {
        let mut basis = draft(year, birth_date);
        set(&mut basis, Field::Income, income);
        hides(situation, &basis, hidden.iter().map(|field| Key::Sheet(*field)));
    }
    the_acp_test_is_asked_about_where_it_may_be();
    the_match_is_hidden_without_one();
    of_the_ledger_s_rows_only_what_applies_is_read();
    what_follows_from_paychecks_is_hidden_with_them();
    for (relation, hidden) in [
        ("unrelated", &[RowField::Pay, RowField::EmployerSoFar, RowField::EmployerToCome, RowField::AfterTax][..]),
        ("", &[RowField::Pay, RowField::EmployerSoFar, RowField::EmployerToCome, RowField::AfterTax]),
        ("403b_and_own_business", &[RowField::Pay]),
    ] {
        let mut basis = draft(2026, AT_62);
        let job = basis.add_row(List::Jobs);
        basis.set(Key::Row(List::Jobs, job, RowField::Relation), relation.to_owned());
        hides(relation, &basis, hidden.iter().map(|field| Key::Row(List::Jobs, job, *field)));
    }
}

/// Of the highly compensated in a plan that may be tested.
fn the_acp_test_is_asked_about_where_it_may_be() {
    const OF_TEST: [Field; 4] =
        [Field::UnionContract, Field::TestedAlone, Field::AutomaticArrangement, Field::PlanYearEnds];
    let with = |texts: &[(Field, &str)]| {
        let mut basis = draft(2026, AT_62);
        for (field, text) in texts {
            set(&mut basis, *field, text);
        }
        basis
    };
    let yes = (Field::HighlyCompensated, "yes");
    for texts in [
        &[][..],
        &[(Field::HighlyCompensated, "no")],
        &[yes, (Field::PlanKind, "solo_401k")],
        &[yes, (Field::PlanKind, "governmental_401a")],
        &[yes, (Field::Employer, "government")],
        &[yes, (Field::Employer, "church"), (Field::PlanKind, "403b")],
    ] {
        hides(&format!("{texts:?}"), &with(texts), OF_TEST.iter().map(|field| Key::Sheet(*field)));
    }
    let union = with(&[yes, (Field::UnionContract, "yes")]);
    hides("a union", &union, OF_TEST[1..].iter().map(|field| Key::Sheet(*field)));
    for texts in [&[yes][..], &[yes, (Field::Employer, "church")], &[yes, (Field::PlanKind, "profit_sharing")]] {
        let applies = with(texts).applies(today());
        assert!(OF_TEST.iter().all(|field| applies.asks(*field)), "{texts:?}");
    }
}

fn of_the_ledger_s_rows_only_what_applies_is_read() {
    let mut basis = draft(2026, AT_62);
    for list in List::ALL {
        basis.add_row(*list);
    }
    for list in List::LEDGER {
        basis.set(Key::Row(list, 0, RowField::On), "6/15/2026".to_owned());
        basis.set(Key::Row(list, 0, RowField::Sum), "500".to_owned());
    }
    for several in ["", "unknown", "no"] {
        set(&mut basis, Field::SeveralPlans, several);
        hides(several, &basis, List::LEDGER.iter().map(|list| Key::Row(*list, 0, RowField::Plan)));
    }
    for how in ["", "in_plan", "roth_ira", "split"] {
        basis.set(Key::Row(List::Conversions, 0, RowField::How), how.to_owned());
        let of_60_days = [RowField::RolledOver, RowField::RolledOverOn];
        hides(how, &basis, of_60_days.iter().map(|field| Key::Row(List::Conversions, 0, *field)));
    }
    basis.set(Key::Row(List::Returns, 0, RowField::Excess), "500".to_owned());
    for (kind, field) in [
        ("", RowField::WasRoth),
        ("annual_additions", RowField::WasRoth),
        ("acp_test", RowField::WasRoth),
        ("deferrals", RowField::WasConverted),
        ("deferrals", RowField::ExcessPreTax),
        ("acp_test", RowField::ExcessPreTax),
    ] {
        basis.set(Key::Row(List::Returns, 0, RowField::ReturnKind), kind.to_owned());
        hides(kind, &basis, std::iter::once(Key::Row(List::Returns, 0, field)));
    }
}

fn the_match_is_hidden_without_one() {
    const OF_MATCH: [Field; 14] = [
        Field::MatchKind,
        Field::MatchLeast,
        Field::MatchAbove,
        Field::MatchRate1,
        Field::MatchUpTo1,
        Field::MatchRate2,
        Field::MatchUpTo2,
        Field::MatchRate3,
        Field::MatchUpTo3,
        Field::MatchDollarCap,
        Field::MatchTiming,
        Field::TrueUp,
        Field::MatchOnCatchUp,
        Field::MatchOnAfterTax,
    ];
    for offered in ["", "unknown", "no"] {
        let mut basis = draft(2026, AT_62);
        set(&mut basis, Field::MatchOffered, offered);
        let changes_what_is_shown = [Field::MatchTiming];
        let hidden = OF_MATCH.iter().filter(|field| !changes_what_is_shown.contains(field));
        hides(offered, &basis, hidden.map(|field| Key::Sheet(*field)));
        set(&mut basis, Field::MatchTiming, "yearly");
        assert_eq!(of_year(&basis.read(today()), 2026).plan.matching.timing, Default::default());
    }
    let mut yearly = draft(2026, AT_62);
    set(&mut yearly, Field::MatchOffered, "yes");
    set(&mut yearly, Field::MatchTiming, "yearly");
    hides("a yearly match", &yearly, std::iter::once(Key::Sheet(Field::TrueUp)));
}

/// Pay and what is to come follow from the paychecks once these are entered.
fn what_follows_from_paychecks_is_hidden_with_them() {
    let mut paychecks = draft(2026, AT_62);
    for (field, text) in [
        (Field::Cadence, "biweekly"),
        (Field::KnownPayDate, "1/2/2026"),
        (Field::PayRate, "5,000"),
        (Field::MatchOffered, "yes"),
        (Field::MatchRate1, "50"),
    ] {
        set(&mut paychecks, field, text);
    }
    let follows = [Field::Pay, Field::PreTaxToCome, Field::RothToCome, Field::MatchToCome];
    hides("paychecks", &paychecks, follows.iter().map(|field| Key::Sheet(*field)));
    for field in [Field::MatchRate1, Field::MatchRate2, Field::MatchDollarCap] {
        let mut told = paychecks.clone();
        set(&mut told, Field::MatchRate1, "");
        set(&mut told, Field::MatchToCome, "500");
        let is_told = |draft: &Draft| of_year(&draft.read(today()), 2026).contributions.employer_match.to_come;
        assert_eq!(is_told(&told), money("500"), "neither rate nor cap, so typed");
        set(&mut told, field, "100");
        assert_eq!(is_told(&told), money("0"), "{field:?}");
    }
    set(&mut paychecks, Field::MatchOffered, "unknown");
    set(&mut paychecks, Field::MatchToCome, "500");
    let reading = paychecks.read(today());
    assert_eq!(of_year(&reading, 2026).contributions.employer_match.to_come, money("500"), "not known, so typed");
}

#[track_caller]
fn hides(situation: &str, basis: &Draft, hidden: impl Iterator<Item = Key>) {
    let without = basis.read(today());
    for key in hidden {
        for text in ["abc".to_owned(), telling(basis, key)] {
            let mut draft = basis.clone();
            draft.set(key, text.clone());
            assert_eq!(draft.read(today()), without, "{situation}: {key:?} {text:?}");
            assert_eq!(draft.text(key), text);
        }
    }
}

#[test]
fn what_the_page_asks_of_a_row_is_what_is_read_of_it() {
    for (basis, hidden) in everything_shown() {
        let shown = basis.applies(today());
        for list in List::ALL.iter().filter(|list| shown.lists(**list)) {
            for key in row_keys(&basis, *list) {
                let Key::Row(list, id, field) = key else { panic!("{key:?} is no row's") };
                assert_eq!(basis.asks_row(shown, list, id, field), !hidden.contains(&key), "{key:?}");
                assert!(!basis.asks_row(shown, list, id + 1, field), "none of a row that does not stand");
            }
        }
    }
}

/// The texts without which a field does not count.
fn needs(key: Key, year: i16) -> Vec<(Key, String)> {
    const TIERS: [(Field, &str); 5] = [
        (Field::MatchRate1, "50"),
        (Field::MatchUpTo1, "3"),
        (Field::MatchRate2, "25"),
        (Field::MatchUpTo2, "5"),
        (Field::MatchRate3, "10"),
    ];
    let tiers =
        |count: usize| TIERS.iter().take(count).map(|(field, text)| (Key::Sheet(*field), (*text).to_owned())).collect();
    let day = format!("12/1/{year}");
    match key {
        Key::Sheet(Field::SocialSecurityWages) => vec![(Key::Sheet(Field::NetProfit), "1".to_owned())],
        Key::Sheet(Field::MatchUpTo1) => tiers(1),
        Key::Sheet(Field::MatchRate2) => tiers(2),
        Key::Sheet(Field::MatchUpTo2) => tiers(3),
        Key::Sheet(Field::MatchRate3) => tiers(4),
        Key::Sheet(Field::MatchUpTo3) => tiers(5),
        Key::Row(List::Raises, row, RowField::From) => {
            vec![(Key::Row(List::Raises, row, RowField::NewPay), "1".to_owned())]
        }
        Key::Row(List::Raises, row, _) => vec![(Key::Row(List::Raises, row, RowField::From), day)],
        Key::Row(list, row, field) => {
            let parts = match list {
                List::Bonuses => vec![(RowField::Date, day), (RowField::Amount, "1".to_owned())],
                List::Contributions | List::Balances | List::Conversions => {
                    vec![(RowField::On, day), (RowField::Sum, "1".to_owned())]
                }
                List::Returns => vec![(RowField::Excess, "1".to_owned())],
                List::Jobs | List::Raises | List::Forms => vec![],
            };
            let others = parts.into_iter().filter(|(part, _)| *part != field);
            others.map(|(part, text)| (Key::Row(list, row, part), text)).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn a_field_that_is_shown_is_read() {
    for (basis, hidden) in everything_shown() {
        let without = basis.read(today());
        let shown = keys(&basis).into_iter().filter(|key| !hidden.contains(key));
        for key in shown {
            let text = telling(&basis, key);
            let mut draft = basis.clone();
            for (other, text) in needs(key, basis.year) {
                draft.set(other, text);
            }
            let before = draft.read(today());
            draft.set(key, text);
            let after = draft.read(today());
            assert_eq!(after.problems, [], "{key:?}");
            let decides = matches!(key, Key::Sheet(Field::Income | Field::SeveralPlans));
            let shows = decides && after.applies != without.applies;
            assert!(shows || after.record != before.record, "{key:?} is not read");
        }
    }
}
