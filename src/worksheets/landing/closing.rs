//! The end of the worksheet: what is decided, and what to do next. It never chooses.

use super::{Account, Case, Choice, Clock, Fact, Landed, Topic};
use crate::date::Date;
use crate::money::Money;
use crate::record::Answer;
use crate::worksheets::feasibility::Cause;

/// What the worksheet ends in.
pub(super) struct Ending<'a> {
    pub decision: Decision<'a>,
    /// The clocks, which say from when on earnings are free.
    pub roth_ira: &'a Clock,
    pub plan: &'a Clock,
    pub next: Next,
    pub by: Option<Date>,
}

/// Where the money is to land, as far as it is known.
pub(super) enum Decision<'a> {
    /// The year is over: where its money landed.
    Landed { year: i16, landed: Landed, choice: Option<&'a Choice>, elsewhere: Money },
    /// The person chose; so much went elsewhere since.
    Chosen { choice: &'a Choice, elsewhere: Money },
    /// No spot is open, where the plan cannot do it for this cause.
    NoneOpen { stopped: Option<Cause> },
    /// One spot is open.
    OnlyOne { open: Account },
    /// Both are open.
    BothOpen { reasons: Reasons },
    /// Of some spot it is not known.
    AskFirst { unknown: Vec<Account>, reasons: Reasons },
}

/// What speaks for each spot, of what matters for the person.
pub(super) struct Reasons {
    pub roth_ira: Vec<Topic>,
    pub plan: Vec<Topic>,
}

/// What to do next.
pub(super) enum Next {
    /// Wait, since no spot is open; a choice may be made already.
    Wait { chosen: bool },
    /// Look at another year, since this one is over.
    Over { year: i16 },
    /// Have the money moved to this spot.
    Transfer { to: Account },
    /// Ask the plan about these spots.
    Ask { unknown: Vec<Account> },
    /// Choose.
    Choose,
}

impl<'a> Ending<'a> {
    pub fn of(case: &'a Case<'_>, facts: &[Fact]) -> Self {
        let end = Date::year_end(case.entry.year).ok();
        Self {
            decision: decision(case, facts),
            roth_ira: &case.clocks.roth_ira,
            plan: &case.clocks.plan,
            next: next(case),
            by: end.filter(|end| !case.allowed.closed() && *end >= case.today),
        }
    }
}

fn decision<'a>(case: &'a Case<'_>, facts: &[Fact]) -> Decision<'a> {
    let allowed = case.allowed;
    if case.is_over() {
        let elsewhere = case.choice.as_ref().map(Choice::total_elsewhere).unwrap_or_default();
        return Decision::Landed {
            year: case.entry.year,
            landed: case.landed,
            choice: case.choice.as_ref(),
            elsewhere,
        };
    }
    if let Some(choice) = &case.choice {
        return Decision::Chosen { choice, elsewhere: choice.total_elsewhere() };
    }
    if allowed.closed() {
        return Decision::NoneOpen { stopped: allowed.stopped };
    }
    match allowed.only() {
        Some(open) => Decision::OnlyOne { open },
        None if allowed.choice() => Decision::BothOpen { reasons: Reasons::of(facts) },
        None => Decision::AskFirst { unknown: allowed.unknown().collect(), reasons: Reasons::of(facts) },
    }
}

impl Reasons {
    fn of(facts: &[Fact]) -> Self {
        let reasons = |account| {
            let reasons = facts.iter().filter(|fact| fact.matters() && fact.favors().speaks_for(account));
            reasons.map(Fact::topic).collect()
        };
        Self { roth_ira: reasons(Account::RothIra), plan: reasons(Account::Plan) }
    }
}

fn next(case: &Case<'_>) -> Next {
    let allowed = case.allowed;
    if case.is_over() {
        return Next::Over { year: case.entry.year };
    }
    if allowed.closed() {
        return Next::Wait { chosen: case.choice.is_some() };
    }
    // A spot that is closed is none to write about.
    let spot = case.chosen().filter(|account| allowed.to(*account) != Answer::No).or(allowed.only());
    match spot {
        Some(to) if allowed.to(to) == Answer::Yes => Next::Transfer { to },
        None if allowed.choice() => Next::Choose,
        _ => Next::Ask { unknown: allowed.unknown().collect() },
    }
}
