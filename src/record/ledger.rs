//! The ledger of after-tax money in one year: what went in, what the statements
//! showed, and what was converted.

use serde::{Deserialize, Serialize};

use super::{Path, PlanName, is_default};
use crate::date::Date;
use crate::money::Money;
use crate::percent::Percent;
use crate::record::Answer;

/// The most contributions, balances or conversions in one year: one a day and some.
pub const MOST_LEDGER_ROWS: usize = 400;

/// A year of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Ledger {
    /// What was there before the ledger begins.
    #[serde(skip_serializing_if = "is_default")]
    pub opening: Opening,
    /// After-tax contributions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub contributions: Vec<Contribution>,
    /// What statements showed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub balances: Vec<Balance>,
    /// Conversions and other payments out of the after-tax money.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub conversions: Vec<Conversion>,
    /// The year's after-tax contributions to this plan, by the plan's own statement.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_total: Option<Money>,
    /// The day up to which [`Ledger::plan_total`] counts; open counts as today.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan_total_on: Option<Date>,
    /// The person's own marginal tax rate on income, federal and state together.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tax_rate: Option<Percent>,
    /// The growth a year with which to reckon what waiting costs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub growth: Option<Percent>,
    /// Whether Form 1099-R and the statements of the year are saved.
    #[serde(skip_serializing_if = "is_default")]
    pub forms_saved: Answer,
    /// Whether the person understands the year's taxable earnings.
    #[serde(skip_serializing_if = "is_default")]
    pub earnings_understood: Answer,
    /// Whether the plan was looked at again after a change of employer or payroll;
    /// "no" says that nothing changed.
    #[serde(skip_serializing_if = "is_default")]
    pub plan_rechecked: Answer,
}

impl Ledger {
    /// The days of all entries, in no order.
    pub fn days(&self) -> impl Iterator<Item = Date> {
        let contributions = self.contributions.iter().map(|row| row.date);
        let balances = self.balances.iter().map(|row| row.date);
        let conversions = self.conversions.iter().map(|row| row.date);
        contributions.chain(balances).chain(conversions).chain(self.opening.entered().map(|(on, _)| on))
    }

    /// Whether any entry names its plan, and so is not of the plan of the year's job.
    #[must_use]
    pub fn names_plans(&self) -> bool {
        let contributions = self.contributions.iter().map(|row| &row.plan);
        let balances = self.balances.iter().map(|row| &row.plan);
        let conversions = self.conversions.iter().map(|row| &row.plan);
        let mut plans = contributions.chain(balances).chain(conversions).chain([&self.opening.plan]);
        plans.any(|plan| !plan.is_this_job())
    }
}

/// After-tax money from before the ledger begins, as the plan or an old statement has it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Opening {
    /// The day; what the ledger has of that day comes after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// After-tax contributions in the plan on that day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Money>,
    /// What they were worth with their earnings; open if nobody knows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Money>,
    /// What of the basis was paid in before 1987 and is still there (IRC 72(e)(8)(D)).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub before_1987: Option<Money>,
    /// Whether the plan pays that part first and alone: it could on May 5, 1986, and keeps
    /// count of it.
    #[serde(skip_serializing_if = "is_default")]
    pub before_1987_alone: Answer,
    /// The plan that it is of.
    #[serde(skip_serializing_if = "PlanName::is_this_job")]
    pub plan: PlanName,
}

impl Opening {
    /// The day and the basis, once both are entered.
    #[must_use]
    pub fn entered(&self) -> Option<(Date, Money)> {
        Some((self.on?, self.basis?))
    }
}

/// A contribution of after-tax money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// When it was paid in.
    pub date: Date,
    /// How much.
    pub amount: Money,
    /// The plan that it is of.
    #[serde(default, skip_serializing_if = "PlanName::is_this_job")]
    pub plan: PlanName,
    /// Whether an owner made it for the year before, within 30 days after its end
    /// (26 CFR 1.415(c)-1(b)(6)): it uses that year’s limit.
    #[serde(default, skip_serializing_if = "is_default")]
    pub for_year_before: bool,
}

impl Contribution {
    /// A contribution to the plan of the year's job, of which no more is known.
    #[must_use]
    pub fn new(date: Date, amount: Money) -> Self {
        Self { date, amount, plan: PlanName::ThisJob, for_year_before: false }
    }
}

/// What a statement showed: the after-tax money with its earnings or, where the plan
/// does not account for it apart, the whole account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Balance {
    /// The day; contributions of the same day are in it, conversions are not yet out.
    pub date: Date,
    /// How much was there.
    pub value: Money,
    /// The plan that it is of.
    #[serde(default, skip_serializing_if = "PlanName::is_this_job")]
    pub plan: PlanName,
}

/// A conversion, or another payment out of the after-tax money.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conversion {
    /// When the plan made it.
    pub date: Date,
    /// All that left the after-tax account, basis and earnings.
    pub amount: Money,
    /// How it left.
    #[serde(default, skip_serializing_if = "is_default")]
    pub path: Path,
    /// The after-tax contributions in it, by the plan's own figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_basis: Option<Money>,
    /// The earnings in it, by the plan's own figures.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan_earnings: Option<Money>,
    /// The account that received it, as the person calls it.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub destination: String,
    /// The confirmation's number, or a note where it is kept.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub confirmation: String,
    /// The plan that it is of.
    #[serde(default, skip_serializing_if = "PlanName::is_this_job")]
    pub plan: PlanName,
    /// Of a payment to the person, what went into a Roth IRA.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rolled_over: Option<Money>,
    /// When it did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rolled_over_on: Option<Date>,
    /// When the payment reached the person, from which the 60 days run.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<Date>,
    /// What of the payment went into a traditional IRA or a plan’s pre-tax account, by the
    /// same day.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_traditional: Option<Money>,
}

impl Conversion {
    /// A conversion of this day and amount, of which no more is known.
    #[must_use]
    pub fn new(date: Date, amount: Money) -> Self {
        Self {
            date,
            amount,
            path: Path::default(),
            plan_basis: None,
            plan_earnings: None,
            destination: String::new(),
            confirmation: String::new(),
            plan: PlanName::ThisJob,
            rolled_over: None,
            rolled_over_on: None,
            received_on: None,
            to_traditional: None,
        }
    }
}
