//! How low deferrals must be where too much would go in, and until when that can be done.

use super::{Changes, DeferralEntry, Deferrals, Ladder, Trial};
use crate::date::Date;
use crate::law::business_days::last_of;
use crate::money::Money;
use crate::record::Answer;
use crate::worksheets::pace::case::Case;
use crate::worksheets::year::NotReady;

/// How lower deferrals keep a year within its limits that would pass them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lowering {
    /// What goes over whatever is deferred from now on.
    pub stays: Money,
    /// The highest election from the first paycheck that can be changed.
    pub now: DeferralEntry,
    /// What then spills over.
    pub spills: Money,
    /// The highest election from the last paycheck on which lowering still prevents it, if
    /// that is a later one.
    pub last: Option<DeferralEntry>,
    /// The last day on which to opt out of spillover, where that alone prevents it, and
    /// whether match is lost by it.
    pub opt_out: Option<(Date, bool)>,
}

impl Lowering {
    /// Of a year in which something goes over; none where lower deferrals prevent nothing.
    pub(in crate::worksheets::pace) fn of(case: &Case) -> Result<Option<Self>, NotReady> {
        let plan = &case.plan;
        if !plan.changeable() {
            return Ok(None);
        }
        let over = |changes: Changes| case.trial(&changes).map(|trial| trial.over());
        let stays = over(vec![(plan.start, Deferrals::NOTHING)])?;
        if stays >= over(Changes::new())? {
            return Ok(None);
        }
        let ladder = Ladder::of(&plan.entry);
        // The highest step from a paycheck on with which no more goes over than must.
        let highest = |place: usize| -> Result<Deferrals, NotReady> {
            let (mut low, mut high) = (0, ladder.present().saturating_add(1));
            while high - low > 1 {
                let middle = low + (high - low) / 2;
                if over(vec![(place, ladder.at(middle))])? <= stays { low = middle } else { high = middle }
            }
            Ok(ladder.at(low))
        };
        let now = highest(plan.start)?;
        let Some(entry) = plan.deferral_entry(plan.start, now) else { return Ok(None) };
        let spills = case.trial(&vec![(plan.start, now)])?.spilled();
        let places: Vec<usize> =
            (plan.start..plan.offers.len()).filter(|place| plan.window(*place).is_some()).collect();
        let last_place = last_that(&places, |place| Ok(over(vec![(place, Deferrals::NOTHING)])? <= stays))?;
        let last = match last_place.filter(|place| *place > plan.start) {
            Some(place) => plan.deferral_entry(place, highest(place)?),
            None => None,
        };
        let opt_out = if plan.entry.plan.spillover == Answer::Yes && plan.spillover().is_positive() {
            let place = last_that(&places, |place| Ok(Trial::opted_out(case, place)?.over() <= stays))?;
            let by = place.and_then(|place| plan.window(place)).map(|(opens, by)| last_of(opens, by));
            by.map(|by| (by, plan.entry.plan.matching.matches_after_tax()))
        } else {
            None
        };
        Ok(Some(Self { stays, now: entry, spills, last, opt_out }))
    }
}

/// The highest deferral election from the first paycheck that can be changed with which no
/// more is deferred over all jobs than one person may, as far as that can still be done; none
/// where nothing can be done or nothing is too much.
pub(in crate::worksheets::pace) fn within_person(case: &Case) -> Result<Option<DeferralEntry>, NotReady> {
    let plan = &case.plan;
    if !plan.changeable() || !case.left.excess_deferrals.is_positive() {
        return Ok(None);
    }
    let excess = |deferrals: Deferrals| -> Result<Money, NotReady> {
        Ok(case.trial(&vec![(plan.start, deferrals)])?.left.excess_deferrals)
    };
    let least = excess(Deferrals::NOTHING)?;
    let ladder = Ladder::of(&plan.entry);
    let (mut low, mut high) = (0, ladder.present().saturating_add(1));
    while high - low > 1 {
        let middle = low + (high - low) / 2;
        if excess(ladder.at(middle))? <= least { low = middle } else { high = middle }
    }
    Ok(plan.deferral_entry(plan.start, ladder.at(low)).filter(|_| least < case.left.excess_deferrals))
}

/// The last of the places for which something holds that holds for all before it.
fn last_that(places: &[usize], holds: impl Fn(usize) -> Result<bool, NotReady>) -> Result<Option<usize>, NotReady> {
    let (mut low, mut high) = (0, places.len());
    while low < high {
        let middle = low + (high - low) / 2;
        let Some(place) = places.get(middle) else { break };
        if holds(*place)? { low = middle + 1 } else { high = middle }
    }
    Ok(low.checked_sub(1).and_then(|last| places.get(last)).copied())
}
