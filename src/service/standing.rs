//! Where a person stands: one list of what to do over all worksheets, how each worksheet
//! stands, and the figure that matters now.

use super::{day, json, read};
use crate::date::Date;
use crate::draft::Draft;
use crate::english::counted;
use crate::law::deadlines::paid_by;
use crate::report::{Drawing, Headline, Report, StageOfPage, Standing, Task};
use crate::worksheets::Worksheet;
use crate::worksheets::agenda::report::headline;
use crate::worksheets::agenda::{self, Action, Agenda, Kind, Stage, State, Worked};
use crate::worksheets::jobs::Jobs;
use crate::worksheets::year::Year;

/// How many entries of the list are shown.
const MOST: usize = 8;
/// How many days off a day is near.
const NEAR: i32 = 7;

/// Where a person stands in the year on show: a [`Standing`].
///
/// ```
/// use planner::date::Date;
/// use planner::draft::Draft;
/// use planner::report::Standing;
/// use planner::service;
/// let today = Date::new(2026, 11, 24)?;
/// let standing = service::standing(&Draft::example_of(today).to_saved(), "2026-11-24")?;
/// let standing: Standing = serde_json::from_str(&standing)?;
/// assert_eq!(standing.page, "pace");
/// assert!(standing.tasks.iter().any(|task| task.page == "conversions"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// # Errors
/// A sentence about a text that is no draft or no day, or a year that cannot be worked out.
pub fn standing(draft: &str, today: &str) -> Result<String, String> {
    let (draft, today) = (read(draft)?, day(today)?);
    json(&of(&draft, today)?)
}

fn of(draft: &Draft, today: Date) -> Result<Standing, String> {
    let record = draft.read(today).record;
    let jobs = Jobs::of(&record, draft.year, today);
    let year = jobs.year(draft.year, today).map_err(|wait| wait.to_string())?;
    let worked = Worked::of(&year);
    let agenda = Agenda::worked(&worked);
    let now = matters(&agenda, &worked);
    let report = Report {
        headline: now.and_then(|(worksheet, action)| next(worksheet, action, &worked, today)).unwrap_or_default(),
        picture: picture(&year),
        ..Report::default()
    };
    let shown = draft.job();
    let tasks: Vec<Task> = agenda.ahead().map(|action| task(action, shown, today)).collect();
    Ok(Standing {
        report,
        page: now.map(|(worksheet, _)| worksheet.slug().to_owned()).unwrap_or_default(),
        more: u32::try_from(tasks.len().saturating_sub(MOST)).unwrap_or(u32::MAX),
        tasks: tasks.into_iter().take(MOST).collect(),
        stages: agenda.standings.iter().map(stage).collect(),
    })
}

/// The worksheet whose figure matters now, and what is to be done there: what is wrong comes
/// first, then what is the person's to do next, then whatever has a figure.
fn matters<'a>(agenda: &'a Agenda, worked: &Worked<'_, '_>) -> Option<(Worksheet, Option<&'a Action>)> {
    // The review has none of its own: it counts what is to be done elsewhere.
    let with_figure = |standing: &&agenda::Standing| headline(standing.worksheet, worked).is_some();
    let of = |worksheet| agenda.standings.iter().filter(with_figure).find(|standing| standing.worksheet == worksheet);
    if let Some(wrong) = agenda.standings.iter().filter(with_figure).find(|standing| standing.stage == Stage::Wrong) {
        return Some((wrong.worksheet, None));
    }
    // The figures are those of the job on show.
    let here = |action: &&Action| action.job.is_empty() || action.job == worked.year.job;
    let mut mine = agenda.ahead().filter(|action| action.kind == Kind::Yours).filter(here);
    let next = mine.find_map(|action| {
        let standing = of(action.place.worksheet).filter(|standing| standing.stage == Stage::NeedsAction)?;
        Some((standing.worksheet, Some(action)))
    });
    let room = || of(Worksheet::Room).or_else(|| agenda.standings.iter().find(with_figure));
    next.or_else(|| room().map(|standing| (standing.worksheet, None)))
}

/// That figure, with what to do and by when below it.
fn next(worksheet: Worksheet, action: Option<&Action>, worked: &Worked<'_, '_>, today: Date) -> Option<Headline> {
    let headline = headline(worksheet, worked)?;
    let Some(action) = action else { return Some(headline) };
    let Task { when, soon, why, .. } = task(action, worked.year.entry.job.id, today);
    let soon = if soon.is_empty() { soon } else { format!(" ({soon})") };
    let by = action.date.map(|_| format!("By {when}{soon}. ")).unwrap_or_default();
    Some(Headline { below: format!("{by}{why}"), ..headline })
}

/// The limit as a bar, once the room is known.
fn picture(year: &Year<'_>) -> Option<Drawing> {
    Worksheet::Room.report(year).ok()?.picture
}

fn task(action: &Action, shown: u32, today: Date) -> Task {
    // What is the person's to do is done by a business day.
    let date = if action.kind == Kind::Yours { action.date.and_then(paid_by) } else { action.before.or(action.date) };
    let off = date.map(|date| date.day_number() - today.day_number());
    let soon = match off {
        Some(..0) if action.kind == Kind::Yours => "overdue".to_owned(),
        Some(0) => "today".to_owned(),
        Some(1) => "tomorrow".to_owned(),
        Some(days @ 2..=NEAR) => format!("in {days} days"),
        _ => String::new(),
    };
    let look = match (action.state, action.kind) {
        (State::Overdue, _) => "overdue",
        (_, Kind::ByItself) => "by-itself",
        _ if !soon.is_empty() => "soon",
        _ => "",
    };
    let elsewhere = !action.job.is_empty() && action.job_number != shown;
    let when = match date {
        None => "Any time".to_owned(),
        Some(date) if date.year() == today.year() => date.with_weekday(),
        Some(date) => format!("{}, {}", date.with_weekday(), date.year()),
    };
    Task {
        when,
        soon,
        look: look.to_owned(),
        what: action.what.clone(),
        why: action.why.clone(),
        page: action.place.worksheet.slug().to_owned(),
        at: action.place.at.to_owned(),
        job: if elsewhere { action.job_number.to_string() } else { String::new() },
    }
}

fn stage(standing: &agenda::Standing) -> StageOfPage {
    let (look, says) = match standing.stage {
        Stage::NotBegun => ("", "Not begun".to_owned()),
        Stage::Open if standing.open.is_empty() => ("open", "Not complete".to_owned()),
        Stage::Open => ("open", counted(standing.open.len(), "question", "questions")),
        Stage::NeedsAction => ("due", "Needs action".to_owned()),
        Stage::Wrong => ("wrong", "Fix this".to_owned()),
        Stage::Done => ("done", "Done".to_owned()),
    };
    let figure = match (standing.figure.as_str(), standing.stage) {
        (_, Stage::NotBegun) => String::new(),
        ("", _) => standing.waits.clone(),
        (figure, _) => format!("{}: {figure}", standing.what),
    };
    StageOfPage {
        page: standing.worksheet.slug().to_owned(),
        look: look.to_owned(),
        says,
        figure,
        at: standing.open.first().cloned().unwrap_or_default(),
    }
}
