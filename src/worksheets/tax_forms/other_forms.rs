//! What Forms 5498, W-2 and 8606 show and need.

use std::collections::BTreeMap;

use serde::Serialize;

use super::case::Case;
use crate::date::Date;
use crate::law::{Citation, deadlines};
use crate::money::Money;
use crate::record::Path;
use crate::worksheets::ledger::Distribution;

/// What another form shows or needs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct OtherForm {
    /// The form.
    pub form: &'static str,
    /// What it shows, or whether it is filed.
    pub says: String,
    /// What to do with it.
    pub todo: &'static str,
    /// When it comes.
    pub by: Option<Date>,
    /// Where the form's instructions say so.
    pub citation: Citation,
}

/// What went from plans into a Roth IRA in one year, for a later Form 8606.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RothBasis {
    /// The year.
    pub year: i16,
    /// All of it: what it adds to line 24.
    pub moved: Money,
    /// The part that was taxed in that year; withdrawn within five years and before age
    /// 59½ it bears 10% (IRC 408A(d)(3)(F)).
    pub taxed: Money,
    /// The after-tax contributions in it, which are free at any time.
    pub basis: Money,
}

/// Whether Form 8606 is filed for a conversion by a path in its own year. It is for none:
/// its parts are for money that is in a traditional IRA, or comes out of a Roth IRA. Basis
/// that went to a traditional IRA stands on line 2 of the next one.
pub(super) const fn needs_form_8606(path: Path) -> bool {
    match path {
        Path::TraditionalIra => false,
        Path::InPlan | Path::RothIra | Path::Split | Path::PaidOut => false,
    }
}

/// What a conversion put into a Roth IRA: all of it, and its taxed part.
fn to_roth_ira(made: &Distribution) -> (Money, Money) {
    if made.path == Path::InPlan { (Money::ZERO, Money::ZERO) } else { (made.to_roth(), made.earnings_to_roth()) }
}

/// The year in which it reached the Roth IRA, whose Form 5498 shows it.
fn arrived_in(made: &Distribution) -> i16 {
    let paid_out = made.path == Path::PaidOut;
    made.entered.rolled_over_on.filter(|_| paid_out).unwrap_or(made.entered.date).year()
}

/// What went into a Roth IRA in each year up to this one, the first year first.
pub(super) fn roth_basis(case: &Case<'_>) -> Vec<RothBasis> {
    let mut years: BTreeMap<i16, RothBasis> = BTreeMap::new();
    for made in case.pools.iter().flat_map(|pool| &pool.distributions) {
        let year = made.entered.date.year();
        let (moved, taxed) = to_roth_ira(made);
        if year > case.year || !moved.is_positive() {
            continue;
        }
        let sums = years.entry(year).or_insert(RothBasis { year, ..RothBasis::default() });
        sums.moved += moved;
        sums.taxed += taxed;
        sums.basis = sums.moved - sums.taxed;
    }
    years.into_values().collect()
}

/// What another form shows or needs, as data.
pub(super) enum OtherFormFact {
    /// The Roth IRA reports what arrived.
    RothIra5498 { rolled_in: Money, year: i16, by: Option<Date> },
    /// A traditional IRA reports the earnings of a split rollover.
    TraditionalIra5498 { rolled_in: Money, basis: Money, by: Option<Date> },
    /// The employer reports wages.
    W2 { by: Option<Date> },
    /// Form 8606 for the year.
    Form8606Now,
    /// After-tax contributions that are basis of a traditional IRA now.
    Form8606Basis { basis: Money, year: i16 },
    /// Form 8606 in a later year.
    Form8606Later(LaterUse),
}

/// What a later Form 8606 takes of the year's conversions.
pub(super) enum LaterUse {
    /// What went into a Roth IRA.
    RothIra { moved: Money, year: i16 },
    /// What stayed in the plan, once that moves to a Roth IRA.
    InPlan { moved: Money },
    /// Nothing.
    Nothing,
}

pub(super) fn facts(case: &Case<'_>) -> Vec<OtherFormFact> {
    let of = |part: fn(&Distribution) -> Money| case.all_moves().map(part).sum::<Money>();
    let rolled_in = of(|made| to_roth_ira(made).0);
    let in_plan = of(|made| if made.path == Path::InPlan { made.moved } else { Money::ZERO });
    let by = deadlines::ira_statement(case.year);
    let arrived = |year: i16| {
        case.all_moves().filter(|made| arrived_in(made) == year).map(|made| to_roth_ira(made).0).sum::<Money>()
    };
    let mut facts = Vec::new();
    // What was paid to the person at the end of the year may arrive in the next one.
    for year in [case.year, case.year + 1] {
        let rolled_in = arrived(year);
        if rolled_in.is_positive() {
            facts.push(OtherFormFact::RothIra5498 { rolled_in, year, by: deadlines::ira_statement(year) });
        }
    }
    let (earnings, basis) = (of(|made| made.to_traditional().0), of(|made| made.to_traditional().1));
    let to_traditional = earnings + basis;
    if to_traditional.is_positive() {
        facts.push(OtherFormFact::TraditionalIra5498 { rolled_in: to_traditional, basis, by });
    }
    facts.push(OtherFormFact::W2 { by: case.sent });
    facts.push(OtherFormFact::Form8606Now);
    if basis.is_positive() {
        facts.push(OtherFormFact::Form8606Basis { basis, year: case.year });
    }
    facts.push(OtherFormFact::Form8606Later(if rolled_in.is_positive() {
        LaterUse::RothIra { moved: rolled_in, year: case.year }
    } else if in_plan.is_positive() {
        LaterUse::InPlan { moved: in_plan }
    } else {
        LaterUse::Nothing
    }));
    facts
}
