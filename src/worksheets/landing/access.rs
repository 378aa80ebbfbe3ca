//! What can be taken out when, and at what cost.

use serde::Serialize;

use super::{Account, Case, dates, recapture};
use crate::date::Date;
use crate::order;

/// What taking money out costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Cost {
    /// No tax.
    Free,
    /// The 10% tax alone, since the money was income before.
    Tenth,
    /// It is income.
    Income,
    /// It is income and bears the 10% tax.
    IncomeAndTenth,
}

/// The cost of each part of the money in one spot.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Access {
    /// Converted after-tax money.
    pub basis: Cost,
    /// The parts of conversions that were income.
    pub taxable: Cost,
    /// What was earned since.
    pub earnings: Cost,
}

/// From when on something changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Today.
    Now,
    /// After leaving the job in or after the year of turning 55.
    LeftFrom55,
    /// At 59½.
    #[serde(rename = "half_age")]
    At59AndAHalf,
    /// Once the Roth IRA's clock is met.
    RothIraClock,
    /// Once the clock of the plan's Roth account is met.
    PlanClock,
}

/// A stage: from a day on, what each part costs in each spot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Stage {
    /// What changes on that day; several where they fall together.
    pub moments: Vec<Moment>,
    /// The day.
    pub from: Date,
    /// Whether some of it holds only if a clock that has not started does so this year.
    pub assumed: bool,
    /// In a Roth IRA.
    pub roth_ira: Access,
    /// In the plan's Roth account, as far as the plan pays.
    pub plan: Access,
}

/// The stages in order of their days, from today on.
pub(super) fn stages(case: &Case<'_>) -> Vec<Stage> {
    let (clocks, today) = (&case.clocks, case.today);
    let ahead = |day: Option<Date>| day.filter(|day| *day > today);
    // Leaving changes nothing for who is 59½ before.
    let left =
        case.year_of_55().map(|day| day.max(today)).filter(|day| !dates::reached(case.turns_59_and_a_half, *day));
    let (roth_ira, plan) = (&clocks.roth_ira, &clocks.plan);
    let mut days = [
        (Moment::Now, Some(today), false),
        (Moment::LeftFrom55, left, false),
        (Moment::At59AndAHalf, ahead(case.turns_59_and_a_half), false),
        (Moment::RothIraClock, ahead(roth_ira.met_on), !roth_ira.started()),
        (Moment::PlanClock, ahead(plan.met_on), !plan.started()),
    ];
    order::sort_by_key(&mut days, |(moment, day, _)| (*day, *moment));
    let mut stages: Vec<Stage> = Vec::new();
    for (moment, from, assumed) in days.into_iter().filter_map(|(moment, day, assumed)| Some((moment, day?, assumed))) {
        // Who left is a case of its own, which joins no other.
        let leaves = moment == Moment::LeftFrom55;
        let same = |stage: &&mut Stage| stage.from == from && !leaves && stage.moments != [Moment::LeftFrom55];
        if let Some(stage) = stages.last_mut().filter(same) {
            stage.moments.push(moment);
            stage.assumed |= assumed;
        } else {
            let access = |account| access(case, account, from, leaves);
            let (roth_ira, plan) = (access(Account::RothIra), access(Account::Plan));
            let hangs =
                |access: Access, account| access.earnings == Cost::Free && !clocks.of_account(account).started();
            let assumed = assumed || hangs(roth_ira, Account::RothIra) || hangs(plan, Account::Plan);
            stages.push(Stage { moments: vec![moment], from, assumed, roth_ira, plan });
        }
    }
    stages
}

/// The cost in a spot on a day; `left` is after leaving the job from 55 on, which frees
/// payments from the plan alone (IRC 72(t)(2)(A)(v), (3)(A)).
fn access(case: &Case<'_>, account: Account, on: Date, left: bool) -> Access {
    let of_age = dates::reached(case.turns_59_and_a_half, on);
    let no_tenth = of_age || (left && account == Account::Plan);
    let earnings = match (of_age, no_tenth) {
        // A clock that has not started counts as if it started this year.
        (true, _) if dates::reached(case.clocks.of_account(account).met_on, on) => Cost::Free,
        (_, true) => Cost::Income,
        (_, false) => Cost::IncomeAndTenth,
    };
    let taxable = if no_tenth || !under_recapture(case, account, on) { Cost::Free } else { Cost::Tenth };
    Access { basis: Cost::Free, taxable, earnings }
}

/// Whether any taxable part in a spot is under the 10% tax on a day. Where nothing
/// landed yet, a conversion of today stands for what will.
fn under_recapture(case: &Case<'_>, account: Account, on: Date) -> bool {
    let mut landed = case
        .layers
        .iter()
        .filter(|layer| layer.account == Some(account))
        .filter(|layer| account == Account::RothIra || layer.is_of_this_plan())
        .peekable();
    let open = |arrived| !dates::reached(recapture::free_on(arrived, case.turns_59_and_a_half), on);
    match landed.peek() {
        None => open(case.today),
        Some(_) => landed.any(|layer| layer.taxable.is_positive() && open(layer.arrived)),
    }
}
