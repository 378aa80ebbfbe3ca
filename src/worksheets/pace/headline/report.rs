//! The headline as a part of the report.

use rust_decimal::Decimal;

use super::Says;
use crate::date::Date;
use crate::english::{listed, uncapitalized};
use crate::explain::Severity;
use crate::law::Standing;
use crate::law::rates::shown::BONUS_WITHHOLDING;
use crate::percent::Percent;
use crate::record::Election;
use crate::report::{Headline, whole_dollars};
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::pace::deferrals::Deferrals;
use crate::worksheets::pace::{Pace, What, timeline, words};

/// The answer, from when and by when.
pub(in crate::worksheets) fn headline(pace: &Pace) -> Headline {
    let says = Says::of(pace);
    let grave = pace.findings.first().is_some_and(|found| found.words.severity == Severity::Problem);
    let if_allowed = pace.verdict == Verdict::AskFirst;
    // Whether the pay is there for it is not known for sure before take-home pay is.
    let up_to =
        pace.up_to || matches!(says, Says::Set(_, entry) if entry.take_home.is_none() && !entry.election.is_nothing());
    let (what, year, figure) = match &says {
        Says::Cannot => ("After-tax contributions", pace.year, "Not in this plan".to_owned()),
        Says::Wrong(what, amount) => (*what, pace.year, amount.in_dollars()),
        Says::Set(what, entry) if up_to => (*what, entry.from.year(), format!("Up to {}", entry.election)),
        Says::Set(what, entry) => (*what, entry.from.year(), words::or_zero(entry.election)),
        Says::Keep(year, election) => ("Keep your after-tax election at", *year, words::or_zero(*election)),
    };
    let what = if if_allowed { format!("If your plan allows it: {}", uncapitalized(what)) } else { what.to_owned() };
    let none = matches!(says, Says::Cannot);
    let facts = facts(pace, &says);
    let below = below(pace, &says, up_to);
    Headline {
        id: "election".to_owned(),
        what,
        year,
        unofficial: pace.standing != Standing::Official,
        figure,
        facts,
        below,
        grave: grave && !none,
        open: (if_allowed || up_to) && !grave && !none,
        none,
    }
}

/// From when, by when, and what the year comes to.
fn facts(pace: &Pace, says: &Says<'_>) -> Vec<[String; 2]> {
    let mut facts = Vec::new();
    let mut fact = |name: &str, says: String| facts.push([name.to_owned(), says]);
    let today = pace.timeline.this_year.first().map(|event| event.on);
    let by = |by: Date| {
        let days = today.map(|today| timeline::days_to(today, by));
        let distance = days.and_then(timeline::distance).unwrap_or_default();
        format!("*{}* {distance}", by.with_weekday()).trim_end().to_owned()
    };
    let lowering = pace.timeline.this_year.iter().find_map(|event| match &event.what {
        What::Lower(entry) => Some(entry),
        _ => None,
    });
    match (says, lowering) {
        (Says::Cannot, _) => return facts,
        (Says::Wrong(..), Some(entry)) => {
            fact("Lower deferrals to", format!("*{}*", entry.deferrals));
            fact("Change them by", by(entry.enter_by));
        }
        (Says::Set(_, entry), _) => {
            fact("Change it by", by(entry.enter_by));
            fact("From the paycheck of", format!("*{}*", entry.from.with_weekday()));
        }
        (Says::Wrong(..) | Says::Keep(..), _) => {}
    }
    if !pace.lines.is_empty() {
        let (filled, limit) = (pace.chart.filled.about(), pace.chart.limit.about());
        fact(&format!("{} ends at", pace.year), format!("*{filled}* of {limit}"));
    }
    facts
}

/// What to know with it: what comes next, what stays as it is, and what holds it back.
fn below(pace: &Pace, says: &Says<'_>, up_to: bool) -> String {
    let mut sentences = Vec::new();
    match says {
        Says::Cannot => return "The Plan page says what is missing and whom to ask.".to_owned(),
        Says::Wrong(..) => {}
        Says::Set(..) | Says::Keep(..) => {
            let shown = usize::from(matches!(says, Says::Set(..)));
            let later = pace.entries.iter().skip(shown);
            let later = later.map(|entry| format!("{} from {}", words::or_zero(entry.election), entry.from.short()));
            let later = listed(later);
            if !later.is_empty() {
                sentences.push(format!("Then {later}."));
            }
            let present = pace.timeline.this_year.iter().find_map(|event| match &event.what {
                What::Today { deferrals, .. } if *deferrals != Deferrals::NOTHING => Some(deferrals),
                _ => None,
            });
            sentences.extend(
                present.filter(|_| !pace.lines.is_empty()).map(|now| format!("Leave your deferrals at {now}.")),
            );
        }
    }
    if let (Says::Set(..), true) = (says, up_to) {
        sentences.push(format!(
            "Does your pay allow it? This counts {BONUS_WITHHOLDING} of it for income tax. Add your take-home pay to be sure."
        ));
    } else if let (Says::Set(_, entry), Some(exact)) = (says, pace.exact) {
        // Where something else holds the election back, the exact need says nothing.
        let near = |percent: Percent| exact >= percent && exact.fraction() < percent.fraction() + Decimal::new(2, 2);
        if matches!(entry.election, Election::Percent(percent) if near(percent) && percent != exact) {
            sentences.push(format!("To the cent it would take {exact}."));
        }
    }
    if pace.unused.is_positive() && !up_to && !matches!(says, Says::Wrong(..)) {
        let because = pace.unused_because.first().map(|why| format!(" {why}")).unwrap_or_default();
        sentences.push(format!("{} goes unused.{because}", pace.unused.about()));
    }
    whole_dollars(&sentences.join(" "))
}
