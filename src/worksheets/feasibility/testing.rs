//! Whether the ACP test concerns a person, and by when its refunds come.

use std::fmt;

use crate::date::Date;
use crate::law::deadlines::{acp_refund, acp_refund_last, month_end};
use crate::record::{Answer, EmployerKind, PlanKind, YearRecord, may_have_acp_test};

/// The last month of a plan year that is the calendar year.
const DECEMBER: u8 = 12;

/// Whether the plan has to pass the ACP test with this person in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AcpTest {
    /// It has to.
    Applies,
    /// It is not settled: a church's plan that is no 403(b).
    Doubtful,
    /// It has not.
    Exempt(Untested),
}

/// Why there is no test.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Untested {
    /// Nobody else is in the plan to compare with.
    NobodyElse,
    /// It is the 403(b) of a church.
    Church,
    /// It is the plan of a government.
    Government,
    /// The benefits were bargained by a union.
    Union,
}

impl AcpTest {
    /// Whether the test concerns the person of a year.
    ///
    /// ```
    /// use planner::record::{Answer, EmployerKind, YearRecord};
    /// use planner::worksheets::feasibility::{AcpTest, Untested};
    /// let mut entry = YearRecord::new(2026);
    /// assert_eq!(AcpTest::of(&entry), AcpTest::Applies);
    /// entry.union_contract = Answer::Yes;
    /// assert_eq!(AcpTest::of(&entry), AcpTest::Exempt(Untested::Union));
    /// entry.plan.employer = EmployerKind::Church;
    /// assert_eq!(AcpTest::of(&entry), AcpTest::Exempt(Untested::Union));
    /// entry.union_contract = Answer::No;
    /// assert_eq!(AcpTest::of(&entry), AcpTest::Doubtful);
    /// ```
    #[must_use]
    pub fn of(entry: &YearRecord) -> Self {
        let (kind, employer) = (entry.plan.kind, entry.plan.employer);
        if may_have_acp_test(kind, employer) {
            return match employer {
                _ if entry.union_contract == Answer::Yes => Self::Exempt(Untested::Union),
                EmployerKind::Church => Self::Doubtful,
                _ => Self::Applies,
            };
        }
        Self::Exempt(match (kind, employer) {
            (PlanKind::Solo401k, _) | (_, EmployerKind::OwnBusiness) => Untested::NobodyElse,
            (PlanKind::Plan403b, EmployerKind::Church) => Untested::Church,
            _ => Untested::Government,
        })
    }
}

/// By when what failed the test comes back, so that the employer owes no tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RefundDays {
    /// The day, by what is known of the plan.
    pub by: Date,
    /// The later day, while it is not known whether the plan has an eligible automatic
    /// contribution arrangement.
    pub or_by: Option<Date>,
    /// The last day for it, with a tax on the employer.
    pub last: Date,
    /// The last day of a plan year that is not the calendar year.
    pub year_ends: Option<Date>,
}

impl RefundDays {
    /// The days for the plan year that ends in this year. None beyond the calendar.
    #[must_use]
    pub fn of(entry: &YearRecord) -> Option<Self> {
        let plan = &entry.plan;
        let last_month = plan.plan_year_ends.filter(|month| (1..=DECEMBER).contains(month)).unwrap_or(DECEMBER);
        let after = |automatic| acp_refund(entry.year, last_month, automatic);
        Some(Self {
            by: after(plan.automatic_arrangement == Answer::Yes)?,
            or_by: if plan.automatic_arrangement == Answer::Unknown { after(true) } else { None },
            last: acp_refund_last(entry.year, last_month)?,
            year_ends: month_end(entry.year, last_month).filter(|_| last_month != DECEMBER),
        })
    }
}

impl fmt::Display for RefundDays {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.by.long())?;
        match self.or_by {
            Some(later) => {
                write!(f, " (or by {} if the plan has an eligible automatic contribution arrangement)", later.long())
            }
            None => Ok(()),
        }
    }
}
