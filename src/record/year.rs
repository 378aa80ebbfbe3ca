//! One calendar year of a person's work and plan.

use std::ops::{Add, AddAssign};

use serde::{Deserialize, Serialize};

use super::beyond::Beyond;
use super::choice::choices;
use super::forms::{Form1099R, MOST_FORMS, Returned};
use super::job::{Job, MOST_FURTHER};
use super::landing::Landing;
use super::ledger::Ledger;
use super::lists::up_to;
use super::payroll::Payroll;
use super::plan::PlanRules;
use super::plan_answers::{LimitationYearKind, PlanKind};
use super::{MOST_JOBS, is_default};
use crate::law::OwnLimits;
use crate::law::limits::FIFTEEN_YEARS;
use crate::money::Money;
use crate::record::Answer;

/// One calendar year: the job whose plan takes the after-tax money, and the others.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YearRecord {
    /// The calendar year.
    pub year: i16,
    /// Which job it is, where the year has several with a plan of their own.
    #[serde(default, skip_serializing_if = "is_default")]
    pub job: Job,
    /// The person's own limits, for a year without official ones.
    #[serde(default, skip_serializing_if = "is_default")]
    pub own_limits: OwnLimits,
    /// Months in which a contribution can still be made; by today's date if not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub months_left: Option<u8>,
    /// What this job pays in the year.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub income: Option<Income>,
    /// The pay of the year that the plan's percentages count, where it is less than all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub eligible_pay: Option<Money>,
    /// Box 3 of last year's Form W-2 from this employer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prior_year_box_3_wages: Option<Money>,
    /// Whether this employer paid the person more last year than makes one highly
    /// compensated (IRC 414(q)), or the person owns more than 5% of it.
    #[serde(default, skip_serializing_if = "is_default")]
    pub highly_compensated: Answer,
    /// Whether a union negotiated the person's benefits: such employees pass the ACP test by
    /// law (26 CFR 1.401(m)-1(b)(2)).
    #[serde(default, skip_serializing_if = "is_default")]
    pub union_contract: Answer,
    /// The rules of this job's plan.
    #[serde(default, skip_serializing_if = "is_default")]
    pub plan: PlanRules,
    /// When and what this job pays, and what is taken from each paycheck.
    #[serde(default, skip_serializing_if = "is_default")]
    pub payroll: Payroll,
    /// What goes into this job's plan for the year.
    #[serde(default, skip_serializing_if = "is_default")]
    pub contributions: Contributions,
    /// What a limitation year that is not the calendar year counts otherwise.
    #[serde(default, skip_serializing_if = "is_default")]
    pub limitation_year: LimitationYear,
    /// Other jobs and businesses of the same year.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "up_to::<MOST_JOBS, _, _>")]
    pub other_jobs: Vec<OtherJob>,
    /// After-tax money in and out, day by day.
    #[serde(default, skip_serializing_if = "is_default")]
    pub ledger: Ledger,
    /// Where conversions of the year are to land.
    #[serde(default, skip_serializing_if = "is_default")]
    pub landing: Landing,
    /// The Forms 1099-R of the year, as they arrived.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "up_to::<MOST_FORMS, _, _>")]
    pub forms: Vec<Form1099R>,
    /// Money of the year that the plan returned as too much.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "up_to::<MOST_FORMS, _, _>")]
    pub returned: Vec<Returned>,
    /// What else the person could do, and the year as a whole.
    #[serde(default, skip_serializing_if = "is_default")]
    pub beyond: Beyond,
    /// Further jobs of the year with a plan of their own.
    #[serde(default, skip_serializing_if = "Vec::is_empty", deserialize_with = "up_to::<MOST_FURTHER, _, _>")]
    pub further: Vec<YearRecord>,
}

impl YearRecord {
    /// A year with nothing entered.
    #[must_use]
    pub fn new(year: i16) -> Self {
        Self { year, ..Self::default() }
    }

    /// What the limitation year counts otherwise than the calendar year: nothing where it is
    /// the calendar year, or not known to be another one.
    #[must_use]
    pub fn counted_otherwise(&self) -> LimitationYear {
        match self.plan.limitation_year {
            LimitationYearKind::Other => self.limitation_year,
            LimitationYearKind::Short => LimitationYear { before: Money::ZERO, ..self.limitation_year },
            LimitationYearKind::Unknown | LimitationYearKind::Calendar => LimitationYear::default(),
        }
    }

    /// The most that the 15-year rule of a 403(b) lets in above the limit (IRC 402(g)(7)).
    #[must_use]
    pub fn fifteen_year_amount(&self) -> Money {
        let told = self.contributions.fifteen_year.filter(|_| self.plan.kind == PlanKind::Plan403b);
        told.unwrap_or_default().min(FIFTEEN_YEARS)
    }
}

/// How a job pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Income {
    /// Form W-2 wages, those of the owner of an S corporation among them.
    Wages {
        /// Gross pay for the whole year from this employer, before deferrals come out.
        pay: Money,
    },
    /// A sole proprietor's or partner's own business.
    SelfEmployed {
        /// Net profit for the year, before any plan contribution for oneself.
        net_profit: Money,
        /// Wages of the year that already bore Social Security tax, from all jobs.
        #[serde(default)]
        social_security_wages: Money,
    },
}

choices! {
    /// How a job pays, without its figures.
    IncomeKind {
        /// [`Income::Wages`].
        Wages = "wages" => "A paycheck, with a Form W-2",
        /// [`Income::SelfEmployed`].
        SelfEmployed = "self_employed" => "My own business: I am self-employed",
    }
}

/// An amount in two parts: what the latest pay stub shows, and what is still planned.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Amounts {
    /// Posted so far this year.
    pub so_far: Money,
    /// Still to come for this year.
    pub to_come: Money,
}

impl Amounts {
    /// Both parts together.
    #[must_use]
    pub fn total(self) -> Money {
        self.so_far + self.to_come
    }
}

impl Add for Amounts {
    type Output = Self;

    /// Part by part.
    fn add(self, other: Self) -> Self {
        Self { so_far: self.so_far + other.so_far, to_come: self.to_come + other.to_come }
    }
}

impl AddAssign for Amounts {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

/// What a limitation year that is not the calendar year counts otherwise than that year
/// does (26 CFR 1.415(j)-1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct LimitationYear {
    /// Annual additions from its first day to the end of the calendar year before: deferrals
    /// without catch-up, employer money, after-tax contributions.
    #[serde(skip_serializing_if = "is_default")]
    pub before: Money,
    /// Deferrals of the calendar year after its last day, so far and to come. They count
    /// toward the limit on deferrals, which goes by the calendar year (IRC 402(g)).
    #[serde(skip_serializing_if = "is_default")]
    pub later_deferrals: Money,
    /// Employer money and after-tax contributions of the calendar year after its last day.
    #[serde(skip_serializing_if = "is_default")]
    pub later_other: Money,
    /// Gross pay from its first to its last day; that of the calendar year if not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Money>,
}

/// What goes into this job's plan for the year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Contributions {
    /// Pre-tax elective deferrals, catch-up included.
    #[serde(skip_serializing_if = "is_default")]
    pub pre_tax: Amounts,
    /// Roth elective deferrals, catch-up included.
    #[serde(skip_serializing_if = "is_default")]
    pub roth: Amounts,
    /// Employer match, Roth match and match on student loans included.
    #[serde(skip_serializing_if = "is_default")]
    pub employer_match: Amounts,
    /// Of the match so far, what belongs to the year before: it was allocated for that year,
    /// and paid within 30 days after the employer's return was due (26 CFR 1.415(c)-1(b)(6)(i)).
    #[serde(skip_serializing_if = "is_default")]
    pub match_of_last_year: Money,
    /// What the plan lets the person defer above the limit after 15 years of service in a
    /// 403(b) (IRC 402(g)(7)); not known if not given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fifteen_year: Option<Money>,
    /// Profit sharing.
    #[serde(skip_serializing_if = "is_default")]
    pub profit_sharing: Amounts,
    /// Other employer money that does not depend on deferrals.
    #[serde(skip_serializing_if = "is_default")]
    pub nonelective: Amounts,
    /// Forfeitures of others allocated to this account.
    #[serde(skip_serializing_if = "is_default")]
    pub forfeitures: Amounts,
    /// After-tax employee contributions already in for the year.
    #[serde(skip_serializing_if = "is_default")]
    pub after_tax: Money,
}

impl Contributions {
    /// All elective deferrals.
    #[must_use]
    pub fn deferrals(&self) -> Amounts {
        self.pre_tax + self.roth
    }

    /// The match that belongs to the year.
    #[must_use]
    pub fn match_of_the_year(&self) -> Amounts {
        let so_far = (self.employer_match.so_far - self.match_of_last_year).or_zero();
        Amounts { so_far, ..self.employer_match }
    }

    /// All employer money and forfeitures of the year.
    #[must_use]
    pub fn employer(&self) -> Amounts {
        self.match_of_the_year() + self.profit_sharing + self.nonelective + self.forfeitures
    }
}

choices! {
    /// How another job stands to this one.
    Relation {
        /// Not related: deferrals are added up per person, everything else is separate.
        Unrelated = "unrelated" => "Not related",
        /// The same group of employers: one limit on annual additions for both.
        Related = "related" => "The same company or group of companies",
        /// The same employer, and just one of the two plans is a 403(b): a 403(b) counts as
        /// the participant's own, so each plan has a limit on annual additions of its own
        /// unless the participant controls the employer (26 CFR 1.415(f)-1(f)). Deferrals
        /// count per person.
        Same403b = "same_employer_403b" => "The same employer, but one plan is a 403(b) and the other is not",
        /// One of the two plans is a 403(b), and the person owns more than half of
        /// the business behind the other.
        Own403b = "403b_and_own_business" => "One of the two plans is a 403(b), and I own more than half of the business behind the other",
    }
}

/// Another job or business of the same year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct OtherJob {
    /// What the person calls it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// How it stands to this job.
    pub relation: Relation,
    /// Whether its plan is a 403(b); asked beside a 403(b) here.
    #[serde(skip_serializing_if = "is_default")]
    pub is_403b: Answer,
    /// Gross pay for the year; needed from a related employer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay: Option<Money>,
    /// Elective deferrals there, pre-tax and Roth, without a 457(b).
    #[serde(skip_serializing_if = "is_default")]
    pub deferrals: Amounts,
    /// Employer money and forfeitures there.
    #[serde(skip_serializing_if = "is_default")]
    pub employer: Amounts,
    /// After-tax contributions there.
    #[serde(skip_serializing_if = "is_default")]
    pub after_tax: Money,
}
