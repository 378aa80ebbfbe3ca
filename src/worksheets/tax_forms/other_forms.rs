//! What Forms 5498, W-2 and 8606 show and need.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Work;
use crate::date::Date;
use crate::law::{Citation, citations, deadlines};
use crate::money::{Money, Overflow};
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

/// Whether Form 8606 is filed for a conversion by a path. It is for none: its parts are
/// for money that is in a traditional IRA, or comes out of a Roth IRA.
pub(super) const fn needs_form_8606(path: Path) -> bool {
    match path {
        Path::InPlan | Path::RothIra | Path::Split | Path::PaidOut => false,
    }
}

/// What a conversion put into a Roth IRA: all of it, and its taxed part.
fn to_roth_ira(made: &Distribution) -> (Money, Money) {
    match made.entered.path {
        Path::InPlan => (Money::ZERO, Money::ZERO),
        Path::RothIra => (made.entered.amount, made.earnings),
        Path::Split => (made.basis, Money::ZERO),
        Path::PaidOut => {
            let rolled = made.rolled_in_time();
            (rolled, rolled.min(made.earnings))
        }
    }
}

/// What went into a Roth IRA in each year up to this one, the first year first.
pub(super) fn roth_basis(work: &Work<'_>) -> Result<Vec<RothBasis>, Overflow> {
    let mut years: BTreeMap<i16, RothBasis> = BTreeMap::new();
    for made in work.pools.iter().flat_map(|pool| &pool.distributions) {
        let year = made.entered.date.year();
        let (moved, taxed) = to_roth_ira(made);
        if year > work.year || !moved.is_positive() {
            continue;
        }
        let sums = years.entry(year).or_insert(RothBasis { year, ..RothBasis::default() });
        sums.moved = sums.moved.plus(moved)?;
        sums.taxed = sums.taxed.plus(taxed)?;
        sums.basis = sums.moved.minus(sums.taxed)?;
    }
    Ok(years.into_values().collect())
}

pub(super) fn other_forms(work: &Work<'_>) -> Result<Vec<OtherForm>, Overflow> {
    let mut forms = Vec::new();
    let of = |part: fn(&Distribution) -> Money| Money::sum(work.all_moves().map(part));
    let into_roth_ira = of(|made| to_roth_ira(made).0)?;
    let split = of(|made| if made.entered.path == Path::Split { made.earnings } else { Money::ZERO })?;
    let in_plan = of(|made| if made.entered.path == Path::InPlan { made.entered.amount } else { Money::ZERO })?;
    let statement = deadlines::ira_statement(work.year);
    if into_roth_ira.is_positive() {
        forms.push(OtherForm {
            form: "Form 5498 of the Roth IRA",
            says: format!("Box 2, rollover contributions, shows {into_roth_ira}. Box 3 is for conversions of an IRA, and this is none."),
            todo: "It comes after the return is due and is not filed with it. Keep it: it proves that the money arrived.",
            by: statement,
            citation: citations::FORM_5498_BOX_2,
        });
    }
    if split.is_positive() {
        forms.push(OtherForm {
            form: "Form 5498 of the traditional IRA",
            says: format!("Box 2, rollover contributions, shows the earnings of {split}, if they went to an IRA. A plan that took them sends no such form."),
            todo: "Keep it. Those dollars are pre-tax: they add nothing to the basis on line 2 of Form 8606.",
            by: statement,
            citation: citations::FORM_5498_BOX_2,
        });
    }
    forms.push(OtherForm {
        form: "Form W-2",
        says: "After-tax contributions stay in the wages of box 1; some employers name them in box 14. Roth deferrals have code AA, or BB in a 403(b), in box 12; after-tax money has no code there.".to_owned(),
        todo: "Nothing is to be subtracted or added for after-tax contributions.",
        by: work.sent,
        citation: citations::FORM_W2,
    });
    forms.push(OtherForm {
        form: "Form 8606 now",
        says: "It is not filed for a rollover from a plan to a Roth IRA, nor for one inside the plan. Its parts are for money in traditional IRAs and for withdrawals from Roth IRAs.".to_owned(),
        todo: "If software makes one, a code or a mark of the form was typed wrong, or the payment was entered as an IRA’s.",
        by: None,
        citation: citations::FORM_8606_USE,
    });
    let later = if into_roth_ira.is_positive() {
        format!(
            "Only when you withdraw from the Roth IRA before it is qualified: the {into_roth_ira} of {} then counts in line 24, together with other years.",
            work.year
        )
    } else if in_plan.is_positive() {
        format!(
            "Nothing of the {in_plan} stays to be entered. If the plan’s Roth account later moves to a Roth IRA, its contributions, conversions among them, add to line 22."
        )
    } else {
        "Only for what went into an IRA.".to_owned()
    };
    forms.push(OtherForm {
        form: "Form 8606 later",
        says: later,
        todo: "Keep the figures below. After-tax money that went to a traditional IRA would add to line 2.",
        by: None,
        citation: citations::FORM_8606_LATER,
    });
    Ok(forms)
}
