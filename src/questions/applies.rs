//! Which questions apply to a person. The page asks these and no others, and
//! only these are read.

use super::{Field, List, RowField};
use crate::date::Date;
use crate::law::limits::{self, OFFICIAL_YEARS, WAGE_BASE_YEARS};
use crate::money::Money;
use crate::order::Map;
use crate::percent::Percent;
use crate::record::{
    Answer, Cadence, Choice, EmployerKind, IncomeKind, LimitationYearKind, MatchKind, MatchTiming, PayBasis, PlanKind,
    Relation, Spot, Strategy, may_have_acp_test,
};

/// What decides which questions apply.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Applies {
    /// The job is the person's own business.
    pub self_employed: bool,
    /// The person owns the business that has the plan.
    pub owner: bool,
    /// A withdrawal is thought of, out of the plan's Roth account.
    pub from_plan: bool,
    /// The year is over, as [`Draft::applies`](crate::draft::Draft::applies) knows by the day:
    /// what was to be decided for it is past. What is read does not go by it.
    pub past: bool,
    /// A landing spot is chosen.
    pub spot_chosen: bool,
    /// 50 or older by the end of the year.
    pub catch_up: bool,
    /// 60 to 63, and the year has the higher amount.
    pub higher_catch_up: bool,
    /// The year has the Roth rule for catch-up.
    pub roth_catch_up: bool,
    /// The plan is a 403(b).
    pub plan_403b: bool,
    /// Which year the limit on annual additions goes by.
    pub limitation_year: LimitationYearKind,
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
    /// What is known of the match's formula.
    pub match_kind: MatchKind,
    /// The match is calculated paycheck by paycheck.
    pub match_each_paycheck: bool,
    /// The person is highly compensated, and the plan may have to pass the ACP test.
    pub acp: bool,
    /// A union negotiated the person's benefits.
    pub union: bool,
    /// Neither the match's rate nor the most that it pays is entered.
    pub match_open: bool,
    /// Pay comes near what a plan may count in the year, or above it.
    pub high_pay: bool,
    /// The plan has limits that are a percentage of pay.
    pub percent_caps: bool,
    /// The highest election is entered.
    pub election_limit: bool,
    /// Payroll takes elections of their own for bonuses.
    pub bonus_elections: bool,
    /// Payroll takes an election of its own for catch-up.
    pub catch_up_election: bool,
    /// The money is to be in by a date.
    pub by_date: bool,
    /// Deferrals spill over into after-tax money once they are full.
    pub spillover: bool,
    /// The ledger holds the after-tax money of several plans.
    pub several_plans: bool,
    /// The year has sheets of several jobs, as the sheet itself knows.
    pub several_jobs: bool,
    /// The job on show is not the first of them.
    pub further_job: bool,
}

impl Applies {
    /// By the texts of a year's sheet and the birth date.
    pub(crate) fn of(year: i16, texts: &Map<Field, String>, birth_date: Option<Date>) -> Self {
        let text = |field| texts.get(&field).map_or("", |text| text.trim_matches(' '));
        let typed = |field| !text(field).is_empty();
        let age = birth_date.map_or(0, |date| year - date.year());
        let self_employed = text(Field::Income) == IncomeKind::SelfEmployed.word();
        let catch_up = age >= 50;
        let limitation_year = LimitationYearKind::from_word(text(Field::LimitationYear)).unwrap_or_default();
        let own_limits = !(OFFICIAL_YEARS.0..=OFFICIAL_YEARS.1).contains(&year);
        let cadence = Cadence::from_word(text(Field::Cadence)).unwrap_or_default();
        let dated = match cadence {
            Cadence::Weekly | Cadence::Biweekly => typed(Field::KnownPayDate),
            Cadence::Semimonthly | Cadence::Monthly => true,
            Cadence::Manual => typed(Field::PayDates),
            Cadence::Unknown => false,
        };
        let owner = (self_employed && text(Field::NetProfit).parse::<Money>().is_ok())
            || text(Field::PlanKind) == PlanKind::Solo401k.word()
            || text(Field::Employer) == EmployerKind::OwnBusiness.word();
        let acp = text(Field::HighlyCompensated) == Answer::Yes.word() && {
            let kind = PlanKind::from_word(text(Field::PlanKind)).unwrap_or_default();
            may_have_acp_test(kind, EmployerKind::from_word(text(Field::Employer)).unwrap_or_default())
        };
        let amount = |field| text(field).parse::<Money>().unwrap_or_default();
        let is_percent = |field| text(field).parse::<Percent>().is_ok();
        let paychecks =
            !self_employed && limitation_year != LimitationYearKind::Other && dated && typed(Field::PayRate);
        let salary = text(Field::PayBasis) == PayBasis::Salary.word();
        let paydays = if salary { 1 } else { cadence.usual_paydays().unwrap_or(1) };
        let own_counted = Some(amount(Field::OwnPayCounted)).filter(|own| own_limits && own.is_positive());
        let matching = Answer::from_word(text(Field::MatchOffered)).unwrap_or_default();
        let matched = matching == Answer::Yes;
        let match_kind = MatchKind::from_word(text(Field::MatchKind)).filter(|_| matched).unwrap_or_default();
        let counted = own_counted.or_else(|| limits::PAY_COUNTED.published(year));
        let pays = !self_employed && cadence != Cadence::Unknown;
        let says_yes = |field| text(field) == Answer::Yes.word();
        let shown = Self {
            self_employed,
            owner,
            past: false,
            spot_chosen: Spot::from_word(text(Field::LandingSpot)).is_some_and(|spot| spot != Spot::Open),
            from_plan: text(Field::WithdrawFrom) == Spot::Roth401k.word(),
            catch_up,
            higher_catch_up: (60..=63).contains(&age) && year >= limits::CATCH_UP_60_TO_63.since,
            roth_catch_up: catch_up && year >= limits::ROTH_CATCH_UP_WAGES.since,
            plan_403b: text(Field::PlanKind) == PlanKind::Plan403b.word(),
            limitation_year,
            own_limits,
            own_wage_base: !(WAGE_BASE_YEARS.0..=WAGE_BASE_YEARS.1).contains(&year),
            cadence,
            paychecks,
            matching,
            fixed_profit_sharing: typed(Field::ProfitSharingPercent),
            match_kind,
            match_open: matched && !typed(Field::MatchDollarCap),
            high_pay: pays && may_pass(amount(Field::PayRate), paydays, counted),
            percent_caps: is_percent(Field::AfterTaxPercent) || is_percent(Field::CombinedPercent),
            election_limit: is_percent(Field::ElectionLimit),
            bonus_elections: pays && says_yes(Field::BonusElections),
            catch_up_election: pays && catch_up && says_yes(Field::CatchUpElection),
            match_each_paycheck: MatchTiming::from_word(text(Field::MatchTiming)) != Some(MatchTiming::Yearly),
            acp,
            union: acp && text(Field::UnionContract) == Answer::Yes.word(),
            by_date: Strategy::from_word(text(Field::Strategy)) == Some(Strategy::ByDate),
            spillover: text(Field::Spillover) == Answer::Yes.word(),
            several_plans: text(Field::SeveralPlans) == Answer::Yes.word(),
            several_jobs: false,
            further_job: false,
        };
        // A rate says the formula in whichever field it is typed, if that field is asked.
        let has_rate = Field::TIERS.iter().any(|(rate, _)| typed(*rate) && shown.asks(*rate));
        Self { match_open: shown.match_open && !has_rate, ..shown }
    }

    /// Whether the limitation year is known not to be the calendar year.
    pub(super) fn other_limitation_year(self) -> bool {
        matches!(self.limitation_year, LimitationYearKind::Other | LimitationYearKind::Short)
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
    pub(crate) fn asks_of(self, texts: &Map<RowField, String>, field: RowField) -> bool {
        field.applies(InRow { applies: self, texts })
    }

    /// Whether a question of a list applies, where its rows do not decide that.
    #[must_use]
    pub fn asks_in_list(self, field: RowField) -> bool {
        self.asks_of(&Map::new(), field)
    }

    /// Whether there is a match of which a rate may be known.
    pub(super) fn match_has_rate(self) -> bool {
        self.matching == Answer::Yes && self.match_kind != MatchKind::CapOnly
    }

    /// Whether there is a match up to a percentage of pay.
    pub(super) fn match_by_pay(self) -> bool {
        self.matching == Answer::Yes && self.match_kind == MatchKind::PercentOfPay
    }

    /// Whether the match to come has to be told, because its formula is not.
    pub(super) fn match_is_told(self) -> bool {
        self.matching == Answer::Unknown || (self.matching == Answer::Yes && self.match_open)
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
    pub texts: &'a Map<RowField, String>,
}

impl InRow<'_> {
    /// Whether the row gives this answer.
    pub fn says(self, field: RowField, answer: impl Choice) -> bool {
        self.texts.get(&field).is_some_and(|text| text.trim_matches(' ') == answer.word())
    }

    /// Whether another job's plan has its limit in common with this one's, or may have.
    pub fn shares_the_limit(self) -> bool {
        self.is_of_related_job() || (self.applies.plan_403b && self.says(RowField::Is403b, Answer::Yes))
    }

    /// Whether another job's employer is related to this one's, or joined with it.
    pub fn is_of_related_job(self) -> bool {
        self.says(RowField::Relation, Relation::Related) || self.says(RowField::Relation, Relation::Own403b)
    }
}

/// Whether so much pay on so many paydays comes to more than two thirds of what a plan may
/// count: a bonus or a raise may bring it above. Where that limit is not known it may.
fn may_pass(pay: Money, paydays: u32, counted: Option<Money>) -> bool {
    let times = |many: u32| (0..many).map(|_| pay).sum::<Money>();
    counted.is_none_or(|counted| times(paydays) + times(paydays) + times(paydays) > counted + counted)
}
