//! The landing spot: Roth IRA against Roth 401(k), the plan's own Roth account, as facts
//! that follow from this plan and this person's age. The person chooses, and the
//! worksheet never does.
//!
//! | part | what it tells |
//! |---|---|
//! | [`Allowed`] | which spots the plan leaves open |
//! | [`Fact`] | what holds in each spot, and what it means for this person |
//! | [`Clock`] | from when on earnings are free of tax |
//! | [`Recapture`] | how long the taxable part of a conversion is not free to take |
//! | [`Stage`] | what can be taken out when, and at what cost |
//! | [`Choice`] | what the person chose, and which conversions went elsewhere |

mod access;
mod allowed;
mod choice;
mod clocks;
mod closing;
mod closing_words;
mod dates;
mod facts;
mod findings;
mod names;
mod page;
mod protection;
mod recapture;
mod report;
mod roth_layers;
mod withdrawal;
mod words;

use serde::Serialize;

use crate::date::Date;
use crate::explain::{Closing, Found};
use crate::law::ages;
use crate::money::Money;
use crate::record::{Answer, Record, Spot, YearRecord};
use crate::worksheets::year::{NotReady, Year};

pub use access::{Access, Cost, Moment, Stage};
pub use allowed::{Allowed, Contradiction};
pub use choice::{Choice, Elsewhere, Went};
use clocks::Clocks;
pub use clocks::{Clock, StartedBy};
use closing::Ending;
pub use facts::{Fact, FactWords, Favors, Topic};
pub use findings::{Code, Finding};
pub(super) use page::PAGE;
pub use protection::Protection;
pub use recapture::{Open, Recapture};
pub(super) use report::headline;
use roth_layers::RothLayer;
pub use withdrawal::{Part, Taken};

/// The two spots.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Account {
    /// A Roth IRA.
    RothIra,
    /// The plan's own Roth account.
    Plan,
}

impl Account {
    /// The spot that a person chose, if any.
    #[must_use]
    pub fn chosen(spot: Spot) -> Option<Self> {
        match spot {
            Spot::Open => None,
            Spot::RothIra => Some(Self::RothIra),
            Spot::Roth401k => Some(Self::Plan),
        }
    }
}

/// The worksheet's result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LandingSpot {
    /// The calendar year.
    pub year: i16,
    /// When the person turns 59½. None beyond the calendar.
    #[serde(rename = "half_age_on")]
    pub turns_59_and_a_half_on: Option<Date>,
    /// Which spots the plan leaves open.
    pub allowed: Allowed,
    /// The facts, those that matter for this person first.
    pub facts: Vec<Fact>,
    /// The five-year clocks: the Roth IRA's, this plan's, those of other plans in the ledger.
    pub clocks: Vec<Clock>,
    /// The conversions with a taxable part, in order of their dates.
    pub recaptures: Vec<Recapture>,
    /// What of them is still under the 10% tax.
    pub open: Open,
    /// What can be taken out when, in order of the days.
    pub stages: Vec<Stage>,
    /// Where the money of a year that is over landed, in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub landed: Option<String>,
    /// The withdrawal that the person thinks of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub withdrawal: Option<Taken>,
    /// What the person chose; none while nothing is chosen.
    pub choice: Option<Choice>,
    /// What the worksheet found, the gravest first.
    pub findings: Vec<Found<Finding>>,
    /// Decision, rule, next action.
    pub closing: Closing,
}

/// All that the parts of the worksheet go by.
struct Case<'a> {
    record: &'a Record,
    entry: &'a YearRecord,
    today: Date,
    birth_date: Date,
    turns_59_and_a_half: Option<Date>,
    allowed: Allowed,
    layers: Vec<RothLayer>,
    clocks: Clocks,
    open: Open,
    choice: Option<Choice>,
    /// What landed where in the year of the sheet.
    landed: Landed,
}

/// What landed where in one year.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Landed {
    roth_ira: Money,
    plan: Money,
}

impl Landed {
    fn of(layers: &[RothLayer], year: i16) -> Self {
        let to = |account| {
            let of_the_year = layers.iter().filter(|layer| layer.date.year() == year && layer.account == Some(account));
            of_the_year.map(|layer| layer.taxable + layer.basis).sum()
        };
        Self { roth_ira: to(Account::RothIra), plan: to(Account::Plan) }
    }
}

/// Compares the landing spots of one year.
///
/// The day decides what holds now, and by when to choose.
///
/// ```
/// use planner::date::Date;
/// use planner::record::{Answer, Record, YearRecord};
/// use planner::worksheets::landing;
/// use planner::worksheets::year::Year;
/// let mut year = YearRecord::new(2026);
/// year.plan.in_plan_rollover = Answer::Yes;
/// year.plan.in_service_withdrawal = Answer::Yes;
/// let record = Record { birth_date: Date::new(1980, 3, 31).ok(), years: vec![year], ..Record::default() };
/// let year = Year::of(&record, 2026, Date::new(2026, 11, 24)?)?;
/// let landing = landing::worksheet(&year)?;
/// assert!(landing.allowed.choice());
/// assert_eq!(landing.turns_59_and_a_half_on, Some(Date::new(2039, 9, 30)?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// [`NotReady`] says what is still to be entered, as a sentence.
pub fn worksheet(of: &Year<'_>) -> Result<LandingSpot, NotReady> {
    let &Year { record, entry, year, today, .. } = of;
    let birth_date = record.birth_date.ok_or(NotReady::BirthDate)?;
    if birth_date > today {
        return Err(NotReady::NotBorn);
    }
    let turns_59_and_a_half = ages::turns_59_and_a_half(birth_date);
    let allowed = Allowed::of(&entry.plan, of.feasibility);
    let layers = roth_layers::roth_layers(record, of.pools(), today);
    let clocks = Clocks::of(&entry.landing, &layers, turns_59_and_a_half, (year, today));
    let recaptures = recapture::recaptures(&layers, turns_59_and_a_half, today);
    let open = recapture::open(&recaptures);
    let choice = Choice::of(entry, allowed, &layers, today);
    let landed = Landed::of(&layers, year);
    let case =
        Case { record, entry, landed, today, birth_date, turns_59_and_a_half, allowed, layers, clocks, open, choice };
    let facts = facts::facts(&case);
    Ok(LandingSpot {
        year,
        turns_59_and_a_half_on: turns_59_and_a_half,
        allowed,
        clocks: clocks::listed(&case),
        recaptures,
        open,
        stages: access::stages(&case),
        landed: case.is_over().then(|| case.landed.in_words()),
        withdrawal: withdrawal::taken(&case),
        findings: findings::findings(&case),
        closing: Ending::of(&case, &facts).into(),
        facts,
        choice: case.choice,
    })
}

impl Case<'_> {
    /// Whether the year is over, so that its money has landed and nothing is left to choose.
    fn is_over(&self) -> bool {
        self.entry.year < self.today.year()
    }

    /// Whether the person is younger than 59½ today.
    fn young(&self) -> bool {
        !dates::reached(self.turns_59_and_a_half, self.today)
    }

    /// Whether the money may be needed before 59½, which is still to come.
    fn needed_early(&self) -> Answer {
        if self.young() { self.entry.landing.needed_early } else { Answer::No }
    }

    /// Whether the person means to leave the job from 55 on and before 59½.
    fn leaves_from_55(&self) -> Answer {
        if self.young() { self.entry.landing.leaves_from_55 } else { Answer::No }
    }

    /// January 1 of the year of turning 55; none beyond the calendar.
    fn year_of_55(&self) -> Option<Date> {
        dates::year_start(self.birth_date.year().checked_add(ages::SEPARATION)?)
    }

    /// The spot that the person chose.
    fn chosen(&self) -> Option<Account> {
        Account::chosen(self.entry.landing.spot)
    }
}
