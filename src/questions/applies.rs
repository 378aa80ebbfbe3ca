//! Which questions apply to a person. The page asks these and no others, and
//! only these are read.

use std::collections::BTreeMap;

use super::{Field, List, RowField};
use crate::date::Date;
use crate::law::limits::{self, OFFICIAL_YEARS, WAGE_BASE_YEARS};
use crate::record::{
    Answer, Cadence, Choice, EmployerKind, IncomeKind, MatchTiming, PlanKind, Relation, Strategy, may_have_acp_test,
};

/// What decides which questions apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applies {
    /// The job is the person's own business.
    pub self_employed: bool,
    /// 50 or older by the end of the year.
    pub catch_up: bool,
    /// 60 to 63, and the year has the higher amount.
    pub higher_catch_up: bool,
    /// The year has the Roth rule for catch-up, and the wages may count.
    pub roth_catch_up: bool,
    /// The year has no official limits.
    pub own_limits: bool,
    /// The year has no official Social Security wage base.
    pub own_wage_base: bool,
    /// How often the job pays.
    pub cadence: Cadence,
    /// The paychecks are entered, so that pay and deferrals to come follow from them.
    pub paychecks: bool,
    /// Whether the employer matches.
    pub matching: Answer,
    /// The plan fixes profit sharing as a share of pay.
    pub fixed_profit_sharing: bool,
    /// The match is reckoned paycheck by paycheck.
    pub match_each_paycheck: bool,
    /// The person is highly compensated, and the plan may have to pass the ACP test.
    pub acp: bool,
    /// A union negotiated the person's benefits.
    pub union: bool,
    /// The money is to be in by a date.
    pub by_date: bool,
    /// Deferrals spill over into after-tax money once they are full.
    pub spillover: bool,
    /// The ledger holds the after-tax money of several plans.
    pub several_plans: bool,
}

impl Applies {
    /// By the texts of a year's sheet and the birth date.
    pub(crate) fn of(year: i16, texts: &BTreeMap<Field, String>, birth_date: Option<Date>) -> Self {
        let text = |field| texts.get(&field).map_or("", |text| text.trim_matches(' '));
        let typed = |field| !text(field).is_empty();
        let age = birth_date.map_or(0, |date| year - date.year());
        let self_employed = text(Field::Income) == IncomeKind::SelfEmployed.word();
        let catch_up = age >= 50;
        let cadence = Cadence::from_word(text(Field::Cadence)).unwrap_or_default();
        let dated = match cadence {
            Cadence::Weekly | Cadence::Biweekly => typed(Field::KnownPayDate),
            Cadence::Semimonthly | Cadence::Monthly => true,
            Cadence::Manual => typed(Field::PayDates),
            Cadence::Unknown => false,
        };
        let acp = text(Field::HighlyCompensated) == Answer::Yes.word() && {
            let kind = PlanKind::from_word(text(Field::PlanKind)).unwrap_or_default();
            may_have_acp_test(kind, EmployerKind::from_word(text(Field::Employer)).unwrap_or_default())
        };
        Self {
            self_employed,
            catch_up,
            higher_catch_up: (60..=63).contains(&age) && year >= limits::CATCH_UP_60_TO_63.since,
            roth_catch_up: catch_up && !self_employed && year >= limits::ROTH_CATCH_UP_WAGES.since,
            own_limits: !(OFFICIAL_YEARS.0..=OFFICIAL_YEARS.1).contains(&year),
            own_wage_base: !(WAGE_BASE_YEARS.0..=WAGE_BASE_YEARS.1).contains(&year),
            cadence,
            paychecks: !self_employed && dated && typed(Field::PayRate),
            matching: Answer::from_word(text(Field::MatchOffered)).unwrap_or_default(),
            fixed_profit_sharing: typed(Field::ProfitSharingPercent),
            match_each_paycheck: MatchTiming::from_word(text(Field::MatchTiming)) != Some(MatchTiming::Yearly),
            acp,
            union: acp && text(Field::UnionContract) == Answer::Yes.word(),
            by_date: Strategy::from_word(text(Field::Strategy)) == Some(Strategy::ByDate),
            spillover: text(Field::Spillover) == Answer::Yes.word(),
            several_plans: text(Field::SeveralPlans) == Answer::Yes.word(),
        }
    }

    /// Whether the ACP test concerns the person.
    pub(super) fn is_tested(self) -> bool {
        self.acp && !self.union
    }

    /// Whether a question of the year's sheet applies.
    #[must_use]
    pub fn asks(self, field: Field) -> bool {
        field.applies(self)
    }

    /// Whether a list applies.
    #[must_use]
    pub fn lists(self, list: List) -> bool {
        match list {
            List::Raises | List::Bonuses => self.pays(),
            _ => true,
        }
    }

    /// Whether a question of a row applies, by what else its row says.
    pub(crate) fn asks_of(self, texts: &BTreeMap<RowField, String>, field: RowField) -> bool {
        field.applies(InRow { applies: self, texts })
    }

    /// Whether a question of a list applies, where its rows do not decide that.
    #[must_use]
    pub fn asks_in_list(self, field: RowField) -> bool {
        self.asks_of(&BTreeMap::new(), field)
    }

    /// Whether the job pays by paychecks whose cadence is known.
    pub(super) fn pays(self) -> bool {
        !self.self_employed && self.cadence != Cadence::Unknown
    }
}

/// What decides which questions of a row apply. It is asked of every field of every row of
/// a ledger, so that only what is needed is read.
#[derive(Clone, Copy)]
pub(super) struct InRow<'a> {
    pub applies: Applies,
    pub texts: &'a BTreeMap<RowField, String>,
}

impl InRow<'_> {
    /// Whether the row gives this answer.
    pub fn says(self, field: RowField, answer: impl Choice) -> bool {
        self.texts.get(&field).is_some_and(|text| text.trim_matches(' ') == answer.word())
    }

    /// Whether another job's employer has its limits in common with this one's.
    pub fn is_of_related_job(self) -> bool {
        self.says(RowField::Relation, Relation::Related) || self.says(RowField::Relation, Relation::Own403b)
    }
}
