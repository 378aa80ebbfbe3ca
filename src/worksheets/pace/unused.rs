//! Why a part of the room stays unused.

use super::Planned;
use super::course::{Course, Holder, USUAL_LEAD_DAYS};
use crate::money::{Money, Overflow};
use crate::record::{Answer, Election, Strategy};
use crate::worksheets::year::paychecks::elected;

/// Why something stays unused, in sentences.
pub(super) fn unused_because(planned: &Planned, unused: Money) -> Result<Vec<String>, Overflow> {
    let mut because = Vec::new();
    if !unused.is_positive() || planned.path.is_none() {
        return Ok(because);
    }
    let course = &planned.course;
    let path = planned.path();
    let kept = course.kept_free(&path)?;
    if kept.is_positive() {
        because.push(format!("{kept} is kept free in case the change works sooner than {USUAL_LEAD_DAYS} days."));
    }
    if course.start >= course.takes.len() {
        because.push("No paycheck can be changed any more.".to_owned());
        return Ok(because);
    }
    let held = path.iter().enumerate().find_map(|(place, (from, steps))| {
        let to = path.get(place + 1).map_or(course.takes.len(), |(next, _)| *next);
        course.held(*from, to).filter(|(most, _)| most == steps).map(|(_, holder)| holder)
    });
    if let Some(holder) = held {
        because.push(what_holds(holder).to_owned());
    }
    let late = course.takes.iter().zip(&course.paychecks.to_come).skip(course.start);
    if course.entry.plan.deferrals_first == Answer::Yes
        && late.clone().any(|(takes, check)| !takes && check.takes_after_tax)
    {
        because.push("After-tax money waits until your deferrals are full.".to_owned());
    }
    let date = course.entry.payroll.fill_by.filter(|_| course.entry.payroll.strategy == Strategy::ByDate);
    if let Some(date) = date.filter(|date| late.clone().any(|(takes, check)| *takes && check.date > *date)) {
        because.push(format!("Nothing is taken after {}, your date.", date.long()));
    }
    let step = course.election(1);
    let smallest = course.smallest_step()?;
    if smallest.is_some_and(|smallest| unused.minus(kept).is_ok_and(|rest| rest < smallest)) {
        because.push(match step {
            Election::Percent(_) => {
                format!("Elections go in steps of {step}, and one more step on one paycheck would go over.")
            }
            Election::Dollars(_) => format!("Elections go in steps of {step}."),
        });
    } else if because.is_empty() && unused <= super::strategy::ALIKE {
        because.push("So little is not worth another change.".to_owned());
    }
    Ok(because)
}

/// What holds an election back, in a sentence.
fn what_holds(holder: Holder) -> &'static str {
    match holder {
        Holder::Pay => "Your pay after deferrals holds it back.",
        Holder::TakeHome => "Your take-home pay holds it back.",
        Holder::LeastTakeHome => "Your least take-home pay holds it back.",
        Holder::Highest => "The highest election that your payroll takes holds it back.",
    }
}

impl Course {
    /// The least that one more step would take from a paycheck.
    fn smallest_step(&self) -> Result<Option<Money>, Overflow> {
        let mut smallest = None::<Money>;
        for (place, check) in self.paychecks.to_come.iter().enumerate().skip(self.start) {
            if self.takes.get(place) == Some(&true) {
                let step = elected(self.election(1), check.kind, check.pay)?;
                if step.is_positive() {
                    smallest = Some(smallest.map_or(step, |least| least.min(step)));
                }
            }
        }
        Ok(smallest)
    }
}
