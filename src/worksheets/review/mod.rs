//! The yearly review: the dates of the year, the mistakes that people make, what changes with
//! the next year, the years side by side, and what else a person could do.
//!
//! | part | what it tells |
//! |---|---|
//! | [`Agenda`] | the dated list, over all worksheets |
//! | [`Mistake`] | each common mistake: made, excluded by what was entered, or open |
//! | [`Change`] | what is other next year |
//! | [`JobLine`] | each job of the year that has a plan of its own, the same |
//! | [`YearLine`] | each year of the record: limit, used, unused, converted, taxed, basis |
//! | [`Way`] | what else there is, with this year's figure and its condition, in order of use |
//! | [`JobChange`] | what a change of jobs means, where there was one |
//! | [`Projection`] | what the room is worth, by assumptions that can be changed |

mod backdoor;
mod change_words;
mod changes;
mod closing;
mod employer_words;
mod findings;
mod job_change;
mod mistake_words;
mod mistakes;
mod page;
mod projection;
mod report;
mod way_words;
mod ways;
mod words;
mod years;

use serde::Serialize;

use crate::explain::{Closing, Found};
use crate::law::Standing;
use crate::worksheets::agenda::{Agenda, Worked};
use crate::worksheets::year::{NotReady, Year};

pub use backdoor::Backdoor;
pub use changes::Change;
pub use employer_words::{EMPLOYERS, EMPLOYERS_HEAD};
pub use findings::{Code, Finding};
pub use job_change::JobChange;
pub use mistakes::{Mistake, MistakeKind, Status};
pub(super) use page::PAGE;
pub use projection::{Assumptions, Projection, Scenario};
pub use ways::{Fits, Way, WayKind};
pub use years::{JobLine, YearLine};

/// The worksheet's result.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Review {
    /// The calendar year.
    pub year: i16,
    /// How sure its limits are; none where they are not known.
    pub standing: Option<Standing>,
    /// The dated list, and how each worksheet stands.
    pub agenda: Agenda,
    /// The common mistakes, the guide's four first.
    pub mistakes: Vec<Mistake>,
    /// What is other next year.
    pub changes: Vec<Change>,
    /// Each year of the record, in order.
    pub years: Vec<YearLine>,
    /// The jobs of the year, where it has several with a plan of their own.
    pub jobs: Vec<JobLine>,
    /// What else there is, in order of use.
    pub ways: Vec<Way>,
    /// A backdoor Roth IRA with its own arithmetic, where the year's limit is known.
    pub backdoor: Option<Backdoor>,
    /// What a change of jobs in the year means.
    pub job_change: Option<JobChange>,
    /// What the room is worth.
    pub projection: Option<Projection>,
    /// What the worksheet found, the gravest first.
    pub findings: Vec<Found<Finding>>,
    /// Decision, rule, next action.
    pub closing: Closing,
}

/// All that the parts of the worksheet go by.
struct Case<'y, 'r> {
    year: &'y Year<'r>,
    worked: Worked<'y, 'r>,
    agenda: Agenda,
    mistakes: Vec<Mistake>,
    years: Vec<YearLine>,
    ways: Vec<Way>,
    backdoor: Option<Backdoor>,
    job_change: Option<JobChange>,
}

/// Reviews a year.
///
/// ```
/// use planner::date::Date;
/// use planner::record::{Record, YearRecord};
/// use planner::worksheets::review;
/// use planner::worksheets::year::Year;
/// let record = Record { years: vec![YearRecord::new(2026)], ..Record::default() };
/// let review = review::worksheet(&Year::of(&record, 2026, Date::new(2026, 11, 24)?)?)?;
/// assert_eq!(review.mistakes.len(), 13);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// None today: whatever is not known is left out or asked.
pub fn worksheet(year: &Year<'_>) -> Result<Review, NotReady> {
    let worked = Worked::of(year);
    let agenda = Agenda::worked(&worked);
    let backdoor = backdoor::backdoor(year);
    let case = Case {
        year,
        agenda,
        mistakes: mistakes::mistakes(&worked),
        years: years::years(year),
        ways: ways::ways(&worked, backdoor.as_ref()),
        backdoor,
        job_change: job_change::job_change(&worked),
        worked,
    };
    let findings = findings::findings(&case);
    let closing = closing::closing(&case, &findings);
    Ok(Review {
        year: year.year,
        standing: year.limits().ok().map(|limits| limits.standing),
        changes: changes::changes(year),
        jobs: years::jobs(year),
        projection: projection::projection(&case.worked),
        agenda: case.agenda,
        mistakes: case.mistakes,
        years: case.years,
        ways: case.ways,
        backdoor: case.backdoor,
        job_change: case.job_change,
        findings,
        closing,
    })
}
