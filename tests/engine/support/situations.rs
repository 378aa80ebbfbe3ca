//! The situations of a person that between them show every question.

use std::collections::BTreeSet;

use super::drafts::{AT_62, draft, keys, row_keys, set};
use planner::draft::Draft;
use planner::questions::{Field, Key, List, RowField};
use planner::record::{Choice, ReturnKind};

/// Asked only of those who are paid by wages on a known schedule.
pub const OF_PAYCHECKS: [Field; 25] = [
    Field::BonusElections,
    Field::BonusPreTax,
    Field::BonusRoth,
    Field::BonusAfterTax,
    Field::CatchUpElection,
    Field::CatchUpPreTax,
    Field::CatchUpRoth,
    Field::CatchUpSoFar,
    Field::EligibleSoFar,
    Field::StopsAtCountedPay,
    Field::StartedOn,
    Field::EndedOn,
    Field::PayBasis,
    Field::PayRate,
    Field::LastStub,
    Field::PaySoFar,
    Field::PreTaxElection,
    Field::RothElection,
    Field::AfterTaxElection,
    Field::TakeHome,
    Field::LeastTakeHome,
    Field::Strategy,
    Field::WhatIfRaise,
    Field::OwnTarget,
    Field::SpilloverOnly,
];
pub const OF_DATES: [Field; 5] =
    [Field::KnownPayDate, Field::FirstDay, Field::SecondDay, Field::Shift, Field::PayDates];
/// What follows from the paychecks once they are entered.
const FOLLOWS: [Field; 4] = [Field::Pay, Field::EligiblePay, Field::PreTaxToCome, Field::RothToCome];
pub const OF_OWN_BUSINESS: [Field; 2] = [Field::NetProfit, Field::SocialSecurityWages];

/// Drafts that between them show every field, each with the fields that it does not show.
pub fn everything_shown() -> Vec<(Draft, Vec<Key>)> {
    let mut basis = draft(2028, AT_62);
    // What tells jobs apart is asked of the second.
    let first = basis.add_row(List::Jobs);
    basis.add_job(first);
    let job = basis.add_row(List::Jobs);
    for list in List::ALL.iter().filter(|list| **list != List::Jobs) {
        basis.add_row(*list);
    }
    basis.set(Key::Row(List::Conversions, 0, RowField::How), "paid_out".to_owned());
    set(&mut basis, Field::MatchOffered, "yes");
    set(&mut basis, Field::Spillover, "yes");
    set(&mut basis, Field::HighlyCompensated, "yes");
    for (field, text) in [
        (Field::MatchOffered, "yes"),
        (Field::ElectionLimit, "50"),
        (Field::AfterTaxPercent, "10"),
        (Field::OwnPayCounted, "1"),
        (Field::PayRate, "300,000"),
        (Field::BonusElections, "yes"),
        (Field::CatchUpElection, "yes"),
    ] {
        set(&mut basis, field, text);
    }
    set(&mut basis, Field::SeveralPlans, "yes");
    set(&mut basis, Field::PlanKind, "403b");
    set(&mut basis, Field::LimitationYear, "short");
    let situation = |texts: &[(Field, &str)], hidden: &[&[Field]], lists: bool| {
        let mut draft = basis.clone();
        for (field, text) in texts {
            set(&mut draft, *field, text);
        }
        let mut hidden: Vec<Key> = hidden.concat().into_iter().map(Key::Sheet).collect();
        // Whether it was converted is asked of what was after-tax money, Roth of deferrals.
        let (kind, not_asked) = if lists {
            (ReturnKind::Deferrals, &[RowField::WasConverted, RowField::ExcessPreTax][..])
        } else {
            (ReturnKind::AnnualAdditions, &[RowField::WasRoth][..])
        };
        draft.set(Key::Row(List::Returns, 0, RowField::ReturnKind), kind.word().to_owned());
        hidden.extend(not_asked.iter().map(|field| Key::Row(List::Returns, 0, *field)));
        // Pay is asked of a related employer, and another 403(b) of an unrelated one.
        let (field, word, not_asked) = if lists {
            (RowField::Relation, "related", RowField::Is403b)
        } else {
            (RowField::Is403b, "yes", RowField::Pay)
        };
        draft.set(Key::Row(List::Jobs, job, field), word.to_owned());
        hidden.push(Key::Row(List::Jobs, job, not_asked));
        // Only an owner deposits for the year before.
        if !texts.contains(&(Field::Employer, "own_business")) {
            hidden.push(Key::Row(List::Contributions, 0, RowField::ForYearBefore));
        }
        // A withdrawal is out of the plan's Roth account, or out of a Roth IRA.
        if lists {
            set(&mut draft, Field::WithdrawFrom, "roth_401k");
            hidden.push(Key::Sheet(Field::RothIraContributions));
        } else {
            hidden.extend([Field::PlanRothValue, Field::PlanRothDeferrals].map(Key::Sheet));
        }
        if !lists {
            hidden.extend(row_keys(&draft, List::Raises));
            hidden.extend(row_keys(&draft, List::Bonuses));
        }
        (draft, hidden)
    };
    let fill_by = &[Field::FillBy][..];
    let all = vec![
        situation(
            &[(Field::LimitationYear, "other")],
            &[&[Field::LimitationMonths], &OF_OWN_BUSINESS, &OF_PAYCHECKS, &OF_DATES, &[Field::MatchAbove], fill_by],
            false,
        ),
        situation(
            &[
                (Field::Income, "self_employed"),
                (Field::Employer, "own_business"),
                (Field::Cadence, "weekly"),
                (Field::Strategy, "by_date"),
            ],
            &[
                &[
                    Field::Pay,
                    Field::EligiblePay,
                    Field::MatchAbove,
                    Field::LimitationPay,
                    Field::LimitationBegins,
                    Field::LimitationBefore,
                ],
                // The plan of an owner alone is not tested.
                &[Field::UnionContract, Field::TestedAlone, Field::AutomaticArrangement, Field::PlanYearEnds],
                &OF_PAYCHECKS,
                &OF_DATES,
                fill_by,
            ],
            false,
        ),
        situation(
            &[(Field::Cadence, "biweekly")],
            &[
                &OF_OWN_BUSINESS,
                &[Field::LimitationBegins, Field::LimitationBefore, Field::FirstDay, Field::SecondDay, Field::PayDates],
                fill_by,
            ],
            true,
        ),
        situation(
            &[(Field::Cadence, "semimonthly"), (Field::Strategy, "by_date")],
            &[
                &OF_OWN_BUSINESS,
                &[Field::LimitationBegins, Field::LimitationBefore, Field::KnownPayDate, Field::PayDates],
                &FOLLOWS,
            ],
            true,
        ),
        situation(
            &[(Field::Cadence, "manual")],
            &[
                &OF_OWN_BUSINESS,
                &[
                    Field::LimitationBegins,
                    Field::LimitationBefore,
                    Field::KnownPayDate,
                    Field::FirstDay,
                    Field::SecondDay,
                    Field::Shift,
                ],
                fill_by,
            ],
            true,
        ),
    ];
    let shown: BTreeSet<Key> =
        all.iter().flat_map(|(draft, hidden)| keys(draft).into_iter().filter(|key| !hidden.contains(key))).collect();
    assert_eq!(shown.len(), keys(&basis).len(), "every place is shown in some situation");
    all
}
