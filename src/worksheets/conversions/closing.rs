//! The end of the worksheet: how the year stands and what is to be done next.

use super::case::Case;
use super::findings::Finding;
use super::reconciliation::Check;
use super::request::{Request, Way};
use super::waiting::Waiting;
use crate::date::Date;
use crate::explain::{Found, Severity};
use crate::money::Money;
use crate::record::{Path, TransferTiming};
use crate::worksheets::feasibility::Cause;
use crate::worksheets::ledger::PaidOut;

/// What the worksheet found, as far as its end goes by it.
pub(super) struct Outcome<'a> {
    pub waiting: &'a Waiting,
    pub converted: Money,
    pub taxable: Money,
    pub kept: Money,
    pub checks: &'a [Check],
    pub findings: &'a [Found<Finding>],
}

/// The end of the worksheet as data.
pub(super) struct Ending {
    pub year: i16,
    /// Whether the plan keeps all its money in one pool.
    pub is_one_pool: bool,
    /// A payment to the person that can still be rolled over.
    pub open_payment: Option<PaidOut>,
    /// What was converted, if anything.
    pub converted: Option<Converted>,
    /// What was paid to the person and is in no IRA.
    pub kept: Money,
    /// What went to a traditional IRA or a pre-tax account, basis as well, but for the part of
    /// a split rollover.
    pub to_traditional: Money,
    pub waits: Waits,
    pub next: Next,
}

/// What was converted in the year.
pub(super) struct Converted {
    pub amount: Money,
    /// What of all that left is income; not known while contributions are missing.
    pub taxable: Option<Money>,
}

/// What waits to be converted.
pub(super) enum Waits {
    Nothing,
    /// Earnings, and no contributions any more. It is never pre-tax money of a plan with one
    /// pool: nothing of that counts as waiting.
    Earnings(Money),
    /// At the end of a year that is over.
    AtYearEnd {
        value: Money,
        since: Date,
        earned: Earned,
    },
    /// Today.
    Now {
        value: Money,
        since: Date,
        days: i32,
        earned: Earned,
    },
}

/// What the money that waits has earned.
pub(super) enum Earned {
    Growth(Money),
    Loss(Money),
    /// Nothing, by the latest statement.
    Nothing,
    /// No statement tells.
    Unknown,
}

/// What to do next.
pub(super) enum Next {
    RollOver {
        left: Money,
        deadline: Date,
    },
    /// A grave finding, by its title.
    Correct {
        title: String,
    },
    /// What waited at the end of a year that is over was converted later.
    SeeYear(i16),
    /// The plan cannot do it, and so much is there already.
    NoWay {
        cause: Cause,
        way: Way,
        by: Option<Date>,
        /// The request where it can move, or else the question how it can.
        request: Request,
    },
    /// The plan cannot do it, and nothing waits.
    NothingMore {
        cause: Cause,
    },
    /// The year has not begun: what waits is converted in this one.
    NotBegun {
        today: i16,
    },
    /// The plan makes no more conversions in the year.
    AskForOneMore {
        year: i16,
        value: Money,
    },
    /// There is less than the plan converts.
    GrowToLeast {
        value: Money,
        least: Money,
    },
    Convert {
        year: i16,
        timing: TransferTiming,
        by: Option<Date>,
        /// Whether a way to Roth is surely open.
        sure: bool,
        request: Request,
    },
    FindDifference {
        look: String,
    },
    SaveConfirmations,
    /// A year that is over, without a conversion.
    Nothing,
    CompareForm,
    AfterNextContribution,
}

impl Ending {
    pub(super) fn of(case: &Case<'_>, outcome: &Outcome<'_>) -> Self {
        let open_payment = open_payment(case);
        let missing = |found: &Found<Finding>| matches!(found.finding, Finding::NothingContributed { .. });
        let is_known = !outcome.findings.iter().any(missing);
        let converted = Converted { amount: outcome.converted, taxable: is_known.then_some(outcome.taxable) };
        // Of a split rollover both parts count as converted.
        let others = case.distributions.iter().filter(|made| made.path != Path::Split);
        let to_traditional = others.map(|made| made.to_traditional()).map(|(earned, basis)| earned + basis);
        Self {
            year: case.year(),
            is_one_pool: case.is_one_pool(),
            open_payment,
            converted: outcome.converted.is_positive().then_some(converted),
            kept: if open_payment.is_some() { Money::ZERO } else { outcome.kept },
            to_traditional: to_traditional.sum(),
            waits: Waits::of(case, outcome.waiting),
            next: match open_payment {
                Some(PaidOut { left, deadline, .. }) => Next::RollOver { left, deadline },
                None => Next::of(case, outcome),
            },
        }
    }
}

/// Of payments to the person that still have time, the one whose time ends first.
fn open_payment(case: &Case<'_>) -> Option<PaidOut> {
    case.distributions.iter().filter_map(|distribution| distribution.paid_out).find(|paid| paid.is_open(case.today))
}

impl Waits {
    fn of(case: &Case<'_>, waiting: &Waiting) -> Self {
        let &Waiting { value, since, days, .. } = waiting;
        if !waiting.any() {
            return Self::Nothing;
        }
        let Some(since) = since else { return Self::Earnings(value) };
        let earned = Earned::of(waiting);
        if case.is_over() { Self::AtYearEnd { value, since, earned } } else { Self::Now { value, since, days, earned } }
    }
}

impl Earned {
    fn of(waiting: &Waiting) -> Self {
        let is_known = waiting.plans.iter().any(|plan| plan.valued_on.is_some() || plan.whole_account);
        match (waiting.growth.is_positive(), waiting.loss.is_positive()) {
            (true, _) => Self::Growth(waiting.growth),
            (false, true) => Self::Loss(waiting.loss),
            (false, false) if is_known => Self::Nothing,
            (false, false) => Self::Unknown,
        }
    }
}

impl Next {
    fn of(case: &Case<'_>, outcome: &Outcome<'_>) -> Self {
        let grave = outcome.findings.iter().find(|found| found.words.severity == Severity::Problem);
        let differing = outcome.checks.iter().find(|check| !check.agrees());
        if let Some(grave) = grave {
            Self::Correct { title: grave.words.title.clone() }
        } else if outcome.waiting.any() && case.is_over() {
            Self::SeeYear(case.year().saturating_add(1))
        } else if outcome.waiting.any() && case.year() > case.today.year() {
            Self::NotBegun { today: case.today.year() }
        } else if let Some(cause) = case.feasibility.cause.filter(|_| outcome.waiting.in_own_plan()) {
            let way = Way::of(case.feasibility, cause);
            let by = match way {
                Way::InPlan | Way::ToRothIra => convert_by(case.today, case.entry.plan.transfer_timing),
                Way::Open | Way::Closed => None,
            };
            let mut request = Request::of(case, outcome.waiting);
            if matches!(way, Way::InPlan | Way::ToRothIra) {
                request.to_roth_ira = Some(way == Way::ToRothIra);
            }
            Self::NoWay { cause, way, by, request }
        } else if outcome.waiting.any() {
            Self::convert(case, outcome.waiting)
        } else if let Some(check) = differing {
            Self::FindDifference { look: check.look.clone() }
        } else if case.unconfirmed().next().is_some() {
            Self::SaveConfirmations
        } else if let Some(cause) = case.feasibility.cause.filter(|_| !case.is_over()) {
            Self::NothingMore { cause }
        } else if !case.is_over() {
            Self::AfterNextContribution
        } else if case.distributions.is_empty() {
            Self::Nothing
        } else {
            Self::CompareForm
        }
    }

    /// Money waits and can be converted.
    fn convert(case: &Case<'_>, waiting: &Waiting) -> Self {
        let plan = &case.entry.plan;
        let (year, value) = (case.today.year(), waiting.value);
        let made = case.own_distributions().count();
        if plan.transfers_per_year.map(usize::from).is_some_and(|limit| limit > 0 && made >= limit) {
            return Self::AskForOneMore { year, value };
        }
        if let Some(least) = plan.least_transfer.filter(|least| value < *least) {
            return Self::GrowToLeast { value, least };
        }
        let timing = plan.transfer_timing;
        let (by, request) = (convert_by(case.today, timing), Request::of(case, waiting));
        let sure = case.feasibility.exits.sure() || !waiting.in_own_plan();
        Self::Convert { year, timing, by, sure, request }
    }

    /// By when.
    pub(super) fn by(&self) -> Option<Date> {
        match self {
            Self::RollOver { deadline, .. } => Some(*deadline),
            Self::AskForOneMore { year, .. } => Date::new(year.saturating_add(1), 1, 31).ok(),
            Self::Convert { by, .. } | Self::NoWay { by, .. } => *by,
            _ => None,
        }
    }
}

/// The day by which the plan's timing lets money be converted, in this year.
fn convert_by(today: Date, timing: TransferTiming) -> Option<Date> {
    let year_end = Date::year_end(today.year()).unwrap_or(Date::LAST);
    let month_end = |month: u8| (28..=31).rev().find_map(|day| Date::new(today.year(), month, day).ok());
    let by = match timing {
        TransferTiming::Automatic | TransferTiming::AnyDay => today.plus_days(7).ok(),
        TransferTiming::Monthly => month_end(today.month()),
        TransferTiming::Quarterly => month_end(today.month().div_ceil(3) * 3),
        TransferTiming::Yearly | TransferTiming::Unknown => Some(year_end),
    };
    by.map(|by| by.min(year_end))
}
