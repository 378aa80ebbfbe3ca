//! How the texts about the plan, the match and the paychecks are read.

use crate::support::drafts::draft_of;
use crate::support::values::{day, money, today};
use planner::questions::{Field, Key, List, RowField};
use planner::reading::Reading;
use planner::record::{
    Answer, Cadence, Destination, Election, ElectionMode, ElectionStep, EmployerKind, MOST_ROWS, MatchTiming, PayBasis,
    PlanKind, Record, Shift, Strategy, TransferBy, TransferTiming, YearRecord,
};

fn entry(reading: &Reading) -> &YearRecord {
    reading.record.year(2026).expect("the year on show")
}

/// The places that have a problem.
fn problems(reading: &Reading) -> Vec<Key> {
    reading.problems.iter().map(|problem| problem.key).collect()
}

#[test]
fn every_text_about_the_plan_and_the_paychecks_becomes_the_record() {
    let mut draft = draft_of(&[
        (Field::PlanKind, "solo_401k"),
        (Field::Employer, "own_business"),
        (Field::PlanAfterTax, "yes"),
        (Field::InServiceWithdrawal, "no"),
        (Field::InPlanRollover, "yes"),
        (Field::TransferTiming, "quarterly"),
        (Field::TransferBy, "phone_or_form"),
        (Field::Destination, "roth_401k"),
        (Field::TransfersPerYear, "4"),
        (Field::LeastTransfer, "500"),
        (Field::TransferFee, "$25"),
        (Field::SeparateAccounting, "yes"),
        (Field::SuspendsContributions, "no"),
        (Field::DeferralsFirst, "yes"),
        (Field::ElectionMode, "each_time"),
        (Field::ElectionStep, "half_percent"),
        (Field::ElectionLimit, "75%"),
        (Field::ChangeLeadDays, "10"),
        (Field::Spillover, "yes"),
        (Field::MatchOffered, "yes"),
        (Field::MatchRate1, "100"),
        (Field::MatchUpTo1, "3"),
        (Field::MatchRate2, "50"),
        (Field::MatchUpTo2, "5"),
        (Field::MatchDollarCap, "9,000"),
        (Field::TrueUp, "no"),
        (Field::MatchOnCatchUp, "yes"),
        (Field::MatchOnAfterTax, "no"),
        (Field::OthersAverage, "4.25"),
        (Field::HighlyCompensated, "yes"),
        (Field::RothDeferrals, "yes"),
        (Field::Cadence, "semimonthly"),
        (Field::FirstDay, "15"),
        (Field::SecondDay, "31"),
        (Field::Shift, "after"),
        (Field::PayBasis, "salary"),
        (Field::PayRate, "200,000"),
        (Field::LastStub, "11/13/2026"),
        (Field::PaySoFar, "175,000"),
        (Field::PreTaxElection, "10"),
        (Field::RothElection, "$100"),
        (Field::AfterTaxElection, "17 %"),
        (Field::TakeHome, "4,000"),
        (Field::LeastTakeHome, "3,000"),
        (Field::Strategy, "by_date"),
        (Field::FillBy, "2026-12-15"),
        (Field::WhatIfRaise, "5"),
    ]);
    let raise = draft.add_row(List::Raises);
    let bonus = draft.add_row(List::Bonuses);
    for (list, row, field, text) in [
        (List::Raises, raise, RowField::From, "7/1/2026"),
        (List::Raises, raise, RowField::NewPay, "210,000"),
        (List::Bonuses, bonus, RowField::Date, "12/4/2026"),
        (List::Bonuses, bonus, RowField::Amount, "20,000"),
        (List::Bonuses, bonus, RowField::TakesDeferrals, "no"),
        (List::Bonuses, bonus, RowField::TakesAfterTax, "yes"),
        (List::Bonuses, bonus, RowField::Matched, "no"),
        (List::Bonuses, bonus, RowField::Sure, "unsure"),
    ] {
        draft.set(Key::Row(list, row, field), text.to_owned());
    }
    let reading = draft.read(today());
    assert_eq!(reading.problems, []);
    assert!(reading.applies.paychecks);
    let right = r#"{"format": 2, "years": [{"year": 2026, "highly_compensated": "yes",
        "plan": {"kind": "solo_401k", "employer": "own_business", "after_tax": "yes", "in_service_withdrawal": "no",
            "in_plan_rollover": "yes", "transfer_timing": "quarterly", "transfer_by": "phone_or_form",
            "destination": "roth_401k", "transfers_per_year": 4, "least_transfer": "500", "transfer_fee": "25",
            "separate_accounting": "yes", "suspends_contributions": "no", "deferrals_first": "yes",
            "election_mode": "each_time", "election_step": "half_percent", "election_limit": "75",
            "change_lead_days": 10, "spillover": "yes", "others_average": "4.25", "roth_deferrals": "yes",
            "match": {"offered": "yes", "tiers": [{"rate": "100", "up_to": "3"}, {"rate": "50", "up_to": "5"}],
                "dollar_cap": "9000", "true_up": "no", "on_catch_up": "yes", "on_after_tax": "no"}},
        "payroll": {"cadence": "semimonthly", "first_day": 15, "second_day": 31, "shift": "after", "basis": "salary",
            "pay": "200000", "raises": [{"from": "2026-07-01", "pay": "210000"}],
            "bonuses": [{"date": "2026-12-04", "amount": "20000", "deferrals": "no", "after_tax": "yes",
                "matched": "no", "unsure": true}],
            "last_stub": "2026-11-13", "pay_so_far": "175000", "pre_tax": "10%", "roth": "100", "after_tax": "17%",
            "take_home": "4000", "least_take_home": "3000", "strategy": "by_date", "fill_by": "2026-12-15",
            "what_if_raise": "5"}}]}"#;
    assert_eq!(Ok(&reading.record), Record::from_json(right).as_ref());

    let plan = &entry(&reading).plan;
    assert_eq!((plan.kind, plan.employer), (PlanKind::Solo401k, EmployerKind::OwnBusiness));
    assert_eq!((plan.transfer_timing, plan.transfer_by), (TransferTiming::Quarterly, TransferBy::PhoneOrForm));
    assert_eq!((plan.destination, plan.election_mode), (Destination::Roth401k, ElectionMode::EachTime));
    assert_eq!((plan.election_step, plan.matching.timing), (ElectionStep::HalfPercent, MatchTiming::EachPaycheck));
    let payroll = &entry(&reading).payroll;
    assert_eq!((payroll.cadence, payroll.shift), (Cadence::Semimonthly, Shift::After));
    assert_eq!((payroll.basis, payroll.strategy), (PayBasis::Salary, Strategy::ByDate));
    assert!(payroll.is_entered());
}

#[test]
fn an_election_without_a_sign_is_in_the_steps_of_payroll() {
    let percent = |text: &str| Election::Percent(text.parse().expect("a percentage"));
    let dollars = |text: &str| Election::Dollars(money(text));
    let elected = |step: &str, text: &str| {
        let reading =
            draft_of(&[(Field::Cadence, "monthly"), (Field::ElectionStep, step), (Field::AfterTaxElection, text)])
                .read(today());
        assert_eq!(reading.problems, [], "{step} {text}");
        entry(&reading).payroll.after_tax
    };
    for step in ["", "percent", "half_percent", "tenth_percent"] {
        assert_eq!(elected(step, "17"), percent("17"), "{step}");
    }
    for step in ["dollars", "cents"] {
        assert_eq!(elected(step, "17"), dollars("17"), "{step}");
        assert_eq!(elected(step, "1,596.15"), dollars("1,596.15"), "{step}");
    }
    for step in ["", "percent", "dollars", "cents"] {
        assert_eq!(elected(step, " 17.5 % "), percent("17.5"), "{step}");
        assert_eq!(elected(step, "$1,500"), dollars("1,500"), "{step}");
        assert_eq!(elected(step, "$ 500"), dollars("500"), "{step}");
        assert!(elected(step, "").is_nothing() && elected(step, "0").is_nothing() && elected(step, "0%").is_nothing());
    }
}

#[test]
fn pay_dates_are_read_in_any_order_and_once_each() {
    let dates = |text: &str| {
        let reading = draft_of(&[(Field::Cadence, "manual"), (Field::PayDates, text)]).read(today());
        (entry(&reading).payroll.pay_dates.clone(), reading.problems)
    };
    let right = vec![day("2026-01-02"), day("2026-01-16"), day("2026-12-31")];
    for text in [
        "1/2/2026, 1/16/2026, 12/31/2026",
        "12/31/2026 1/2/2026 1/16/2026",
        "1/2/2026\n1/16/2026\r\n12/31/2026\n",
        "1/2/2026;1/16/2026;;12-31-2026",
        " 2026-01-02\t2026-01-16, 2026-12-31, ",
        "1/2/2026 1/2/2026 1/16/2026 12/31/2026",
    ] {
        assert_eq!(dates(text), (right.clone(), vec![]), "{text:?}");
    }
    assert_eq!(dates(" ,\n; "), (vec![], vec![]));
    // A list that cannot be read whole counts as none.
    let (read, said) = dates("1/2/2026, 1/16/2026, 13/1/2026");
    assert_eq!(read, []);
    assert!(said[0].message.starts_with("“13/1/2026”: Enter a month from 1 to 12"), "{}", said[0].message);
    let many = |count: i32| {
        let first = day("2026-01-01");
        let all = (0..count).map(|days| first.plus_days(days).expect("a day").to_string());
        all.collect::<Vec<_>>().join(" ")
    };
    let most = i32::try_from(MOST_ROWS).expect("a small number");
    assert_eq!(dates(&many(most)).0.len(), MOST_ROWS);
    let (read, said) = dates(&many(most + 1));
    assert_eq!((read.len(), said[0].message.as_str(), said[0].unfinished), (0, "Enter at most 60 pay dates.", false));
}

#[test]
fn counts_keep_to_their_range() {
    for (field, least, most) in [
        (Field::TransfersPerYear, 0, 99),
        (Field::ChangeLeadDays, 0, 90),
        (Field::FirstDay, 1, 31),
        (Field::SecondDay, 1, 31),
        (Field::LimitationMonths, 1, 11),
        (Field::LimitationBegins, 1, 12),
        (Field::MonthsLeft, 0, 12),
    ] {
        let kind = if field == Field::LimitationBegins { "other" } else { "" };
        let read = |count: i32| {
            let reading = draft_of(&[
                (Field::Cadence, "semimonthly"),
                (Field::LimitationYear, kind),
                (field, &count.to_string()),
            ])
            .read(today());
            let year = entry(&reading);
            let value = match field {
                Field::TransfersPerYear => year.plan.transfers_per_year,
                Field::ChangeLeadDays => year.plan.change_lead_days,
                Field::FirstDay => year.payroll.first_day,
                Field::SecondDay => year.payroll.second_day,
                Field::LimitationMonths => year.plan.limitation_year_months,
                Field::LimitationBegins => year.plan.limitation_year_begins,
                _ => year.months_left,
            };
            (value.map(i32::from), reading.problems.first().map(|problem| problem.message.clone()))
        };
        let says = format!("Enter a whole number from {least} to {most}.");
        assert_eq!(read(least), (Some(least), None), "{field:?}");
        assert_eq!(read(most), (Some(most), None), "{field:?}");
        assert_eq!(read(most + 1), (None, Some(says.clone())), "{field:?}");
        assert_eq!(read(least - 1), (None, Some(says)), "{field:?}");
    }
}

/// The tiers read from rate and bound of up to three tiers, and the places that have a problem.
fn tiers(texts: [(&str, &str); 3]) -> (Vec<String>, Vec<Key>) {
    let fields = [
        (Field::MatchRate1, Field::MatchUpTo1),
        (Field::MatchRate2, Field::MatchUpTo2),
        (Field::MatchRate3, Field::MatchUpTo3),
    ];
    let mut draft = draft_of(&[(Field::MatchOffered, "yes")]);
    for ((rate, up_to), (rate_text, up_to_text)) in fields.into_iter().zip(texts) {
        draft.set(Key::Sheet(rate), rate_text.to_owned());
        draft.set(Key::Sheet(up_to), up_to_text.to_owned());
    }
    let reading = draft.read(today());
    let shown = |tier: &planner::record::MatchTier| {
        format!("{} to {}", tier.rate, tier.up_to.map_or_else(|| "the end".to_owned(), |up_to| up_to.to_string()))
    };
    (entry(&reading).plan.matching.tiers.iter().map(shown).collect(), problems(&reading))
}

#[test]
fn tiers_of_a_match_rise_and_the_last_may_have_no_end() {
    let fine = |texts, right: &[&str]| {
        let (read, said) = tiers(texts);
        assert_eq!(
            (read.as_slice(), said),
            (right.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>().as_slice(), vec![])
        );
    };
    fine([("", ""), ("", ""), ("", "")], &[]);
    fine([("50", "6"), ("", ""), ("", "")], &["50% to 6%"]);
    fine([("50", ""), ("", ""), ("", "")], &["50% to the end"]);
    fine([("200%", "1"), ("100", "3.5"), ("50", "6")], &["200% to 1%", "100% to 3.5%", "50% to 6%"]);
    fine([("100", "3"), ("50", ""), ("", "")], &["100% to 3%", "50% to the end"]);
    // A row left empty between two is no tier.
    fine([("100", "3"), ("", ""), ("50", "5")], &["100% to 3%", "50% to 5%"]);
    fine([("0", "3"), ("50", "6"), ("", "")], &["0% to 3%", "50% to 6%"]);
}

#[test]
fn a_tier_that_is_not_clear_is_left_out_with_all_that_come_after_it() {
    let wrong = |texts, right: &[&str], field| {
        let (read, said) = tiers(texts);
        assert_eq!(read, right, "{texts:?}");
        assert_eq!(said, [Key::Sheet(field)], "{texts:?}");
    };
    // A bound without its rate.
    wrong([("", "6"), ("", ""), ("", "")], &[], Field::MatchUpTo1);
    wrong([("100", "3"), ("", "5"), ("25", "8")], &["100% to 3%"], Field::MatchUpTo2);
    // A tier after one that has no end.
    wrong([("50", ""), ("25", "6"), ("", "")], &["50% to the end"], Field::MatchRate2);
    wrong([("50", ""), ("", ""), ("25", "")], &["50% to the end"], Field::MatchRate3);
    // Bounds that do not rise.
    wrong([("100", "3"), ("50", "3"), ("", "")], &["100% to 3%"], Field::MatchUpTo2);
    wrong([("100", "5"), ("50", "3"), ("25", "6")], &["100% to 5%"], Field::MatchUpTo2);
    wrong([("100", "0"), ("", ""), ("", "")], &[], Field::MatchUpTo1);
    // A bound or a rate that cannot be read is no tier without bound.
    wrong([("100", "x"), ("50", "6"), ("", "")], &[], Field::MatchUpTo1);
    wrong([("100", "3"), ("x", "6"), ("25", "8")], &["100% to 3%"], Field::MatchRate2);
}

#[test]
fn the_sentences_about_tiers_say_what_to_do() {
    let says = |texts: &[(Field, &str)]| {
        let mut draft = draft_of(texts);
        draft.set(Key::Sheet(Field::MatchOffered), "yes".to_owned());
        let reading = draft.read(today());
        assert!(reading.problems[0].unfinished, "the person may still be typing");
        reading.problems[0].message.clone()
    };
    assert_eq!(
        says(&[(Field::MatchUpTo1, "6")]),
        "Enter as well how much of each dollar the employer matches, such as 50."
    );
    assert!(
        says(&[(Field::MatchRate1, "50"), (Field::MatchRate2, "25")])
            .starts_with("The tier before this one has no end")
    );
    assert_eq!(
        says(&[
            (Field::MatchRate1, "100"),
            (Field::MatchUpTo1, "3.50"),
            (Field::MatchRate2, "50"),
            (Field::MatchUpTo2, "3.5"),
        ]),
        "Enter a share of pay above the 3.5% of the tier before."
    );
}

#[test]
fn a_raise_or_a_bonus_half_typed_never_counts_and_an_amount_asks_for_its_date() {
    for (list, date, amount, says) in [
        (List::Raises, RowField::From, RowField::NewPay, "Enter the first payday of this raise as well."),
        (List::Bonuses, RowField::Date, RowField::Amount, "Enter the payday of this bonus as well."),
    ] {
        let read = |date_text: &str, amount_text: &str| {
            let mut draft = draft_of(&[(Field::Cadence, "monthly")]);
            let row = draft.add_row(list);
            draft.set(Key::Row(list, row, date), date_text.to_owned());
            draft.set(Key::Row(list, row, amount), amount_text.to_owned());
            let reading = draft.read(today());
            let payroll = &entry(&reading).payroll;
            let count = payroll.raises.len() + payroll.bonuses.len();
            let said =
                reading.problems.iter().map(|problem| (problem.key, problem.message.clone())).collect::<Vec<_>>();
            (count, said, row)
        };
        assert_eq!(read("7/1/2026", "5,000").0, 1);
        assert_eq!(read("", "").1, []);
        let (count, said, _) = read("7/1/2026", "");
        assert_eq!((count, said), (0, vec![]), "a date alone has nothing to count");
        let (count, said, row) = read(" ", "5,000");
        assert_eq!((count, said), (0, vec![(Key::Row(list, row, amount), says.to_owned())]));
        let (count, said, row) = read("7/1", "5,000");
        assert_eq!((count, said[0].0, said.len()), (0, Key::Row(list, row, date), 1));
        let (count, said, row) = read("7/1/2025", "5,000");
        assert_eq!((count, said), (0, vec![(Key::Row(list, row, date), "Enter a date in 2026.".to_owned())]));
        let (count, said, row) = read("7/1/2026", "5,00");
        assert_eq!((count, said[0].0, said.len()), (0, Key::Row(list, row, amount), 1));
        let (count, said, row) = read("", "5,00");
        assert_eq!((count, said[0].0, said.len()), (0, Key::Row(list, row, amount), 1));
    }
}

#[test]
fn raises_and_bonuses_count_only_where_the_schedule_is_known() {
    for (texts, lists) in [
        (&[][..], false),
        (&[(Field::Cadence, "unknown")], false),
        (&[(Field::Cadence, "weekly")], true),
        (&[(Field::Cadence, "manual")], true),
        (&[(Field::Cadence, "weekly"), (Field::Income, "self_employed")], false),
    ] {
        let mut draft = draft_of(texts);
        let row = draft.add_row(List::Bonuses);
        draft.set(Key::Row(List::Bonuses, row, RowField::Date), "12/4/2026".to_owned());
        draft.set(Key::Row(List::Bonuses, row, RowField::Amount), "20,000".to_owned());
        let reading = draft.read(today());
        assert_eq!(reading.applies.lists(List::Bonuses), lists, "{texts:?}");
        assert!(reading.applies.lists(List::Jobs));
        assert_eq!(entry(&reading).payroll.bonuses.len(), usize::from(lists), "{texts:?}");
    }
}

/// What the schedule asks for, by the cadence.
#[test]
fn each_cadence_asks_for_its_own_dates() {
    let dates = [Field::KnownPayDate, Field::FirstDay, Field::SecondDay, Field::PayDates, Field::Shift];
    for (cadence, asked) in [
        ("", &[][..]),
        ("unknown", &[]),
        ("weekly", &[Field::KnownPayDate, Field::Shift]),
        ("biweekly", &[Field::KnownPayDate, Field::Shift]),
        ("semimonthly", &[Field::FirstDay, Field::SecondDay, Field::Shift]),
        ("monthly", &[Field::FirstDay, Field::Shift]),
        ("manual", &[Field::PayDates]),
    ] {
        let shown = draft_of(&[(Field::Cadence, cadence)]).read(today()).applies;
        let asks: Vec<Field> = dates.into_iter().filter(|field| shown.asks(*field)).collect();
        assert_eq!(asks, asked, "{cadence}");
        assert_eq!(shown.asks(Field::PayRate), !asked.is_empty(), "{cadence}");
    }
}

/// Texts left in a question that is not asked do not count.
#[test]
fn a_question_that_is_not_asked_is_not_read() {
    let reading = draft_of(&[
        (Field::MatchOffered, "no"),
        (Field::MatchRate1, "50"),
        (Field::MatchUpTo1, "x"),
        (Field::TrueUp, "yes"),
        (Field::KnownPayDate, "soon"),
        (Field::PayRate, "5,000"),
        (Field::AfterTaxElection, "17"),
        (Field::FillBy, "never"),
    ])
    .read(today());
    assert_eq!(reading.problems, []);
    let year = entry(&reading);
    assert_eq!((year.plan.matching.tiers.len(), year.plan.matching.true_up), (0, Answer::Unknown));
    assert_eq!((year.payroll.pay, year.payroll.after_tax), (None, Election::NOTHING));
    assert!(!reading.applies.paychecks && !year.payroll.is_entered());
}
