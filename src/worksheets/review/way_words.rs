//! How what else there is reads: what it is, why it stands where it does, on what condition.

use super::{Fits, Way, WayKind};
use crate::law::{Citation, citations};

impl WayKind {
    /// What it is.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Match => "Deferrals up to the full match",
            Self::Hsa => "Health savings account (HSA)",
            Self::Deferrals => "Deferrals up to the limit, Roth or pre-tax",
            Self::CatchUp => "Catch-up contributions",
            Self::AfterTax => "After-tax money of your plan, moved to Roth",
            Self::RothIra => "Roth IRA",
            Self::Ira => "Traditional IRA that you deduct",
            Self::Backdoor => "Backdoor Roth IRA",
            Self::Plan457b => "457(b) plan of your employer",
            Self::OwnBusiness => "Plan of your own business",
            Self::Taxable => "Taxable account",
        }
    }

    /// Where the law says so.
    #[must_use]
    pub const fn citation(self) -> Citation {
        match self {
            Self::Match => citations::MATCH,
            Self::Hsa => citations::HSA,
            Self::Deferrals => citations::ELECTIVE_DEFERRALS,
            Self::CatchUp => citations::CATCH_UP,
            Self::AfterTax => citations::ANNUAL_ADDITIONS,
            Self::RothIra => citations::ROTH_IRA_PHASE_OUT,
            Self::Ira => citations::IRA_DEDUCTION,
            Self::Backdoor => citations::BACKDOOR_IRA,
            Self::Plan457b => citations::OWN_LIMIT_457B,
            Self::OwnBusiness => citations::OWN_BUSINESS_PLAN,
            Self::Taxable => citations::TAXABLE_ACCOUNT,
        }
    }

    /// Why it stands where it does in the order.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::Match => "No other dollar earns as much at once.",
            Self::Hsa => "Deductible going in and tax-free coming out for medical costs.",
            Self::Deferrals => "Pre-tax saves tax now; Roth saves it later. Costs nothing extra.",
            Self::CatchUp => "Outside the limit on annual additions, so it uses no after-tax room.",
            Self::AfterTax => "The largest amount that can become Roth in a year, whatever your income.",
            Self::RothIra => "Freer than a plan: contributions come out at any time.",
            Self::Ira => "Saves tax now, once your deferrals are full.",
            Self::Backdoor => "The way into a Roth IRA above its income limit.",
            Self::Plan457b => "A separate deferral limit, on top of the plan’s.",
            Self::OwnBusiness => "A limit on annual additions of its own.",
            Self::Taxable => "No limit, and open at any time; dividends and gains are taxed.",
        }
    }
}

impl Way {
    /// Whether it fits, in words.
    #[must_use]
    pub const fn mark(self) -> &'static str {
        match self.fits {
            Fits::Yes => "Yes",
            Fits::Depends => "It depends",
            Fits::No => "No",
        }
    }

    /// On what condition.
    #[must_use]
    pub const fn condition(self) -> &'static str {
        match (self.kind, self.fits) {
            (WayKind::Match, Fits::Yes) => {
                "If the match comes with each paycheck and there is no true-up, spread your deferrals over the year."
            }
            (WayKind::Match, Fits::No) => "There is no match.",
            (WayKind::Match, Fits::Depends) => "If your employer matches.",
            (WayKind::Hsa, Fits::Yes) => {
                "With no other health cover, and for the months with the plan. What your employer contributes counts."
            }
            (WayKind::Hsa, Fits::No) => "It needs a high-deductible health plan.",
            (WayKind::Hsa, Fits::Depends) => "If you have a high-deductible health plan and no other health cover.",
            (WayKind::Deferrals, Fits::No) => "Your kind of plan accepts no deferrals.",
            (WayKind::Deferrals, _) => "As far as pay allows. Roth deferrals if you expect a higher tax rate later.",
            (WayKind::CatchUp, Fits::No) => "From the year in which you turn 50.",
            (WayKind::CatchUp, _) => "If your plan accepts it. Above a wage threshold, only as Roth.",
            (WayKind::AfterTax, Fits::No) => "Your plan cannot do it.",
            (WayKind::AfterTax, Fits::Depends) => "If your plan accepts it and lets it move to Roth. Ask first.",
            (WayKind::AfterTax, Fits::Yes) => "With money that you do not need, since it is taxed already.",
            (WayKind::RothIra, Fits::No) => "Your income rules it out, or the limit is used.",
            (WayKind::RothIra, Fits::Depends) => {
                "Depends on filing status and income. Conversions do not count as income here."
            }
            (WayKind::RothIra, Fits::Yes) => "Shared with all your IRAs, and never more than your pay.",
            (WayKind::Ira, Fits::No) => "With a plan at work, your income allows no deduction, or the limit is used.",
            (WayKind::Ira, Fits::Depends) => "Depends on filing status and income, since a plan at work covers you.",
            (WayKind::Ira, Fits::Yes) => {
                "Instead of a Roth IRA, not as well. It also gets in the way of a backdoor Roth IRA."
            }
            (WayKind::Backdoor, Fits::Yes) => "With no other IRA money on December 31. File Form 8606.",
            (WayKind::Backdoor, Fits::No) => "The IRA limit is used.",
            (WayKind::Backdoor, Fits::Depends) => {
                "Taxed in proportion to all other traditional, SEP and SIMPLE IRAs on December 31. Moving their pre-tax money into a plan before then avoids it."
            }
            (WayKind::Plan457b, Fits::No) => "Your employer has none.",
            (WayKind::Plan457b, _) if self.tax_exempt_employer => {
                "From a tax-exempt employer: the money stays open to the employer’s creditors, has no catch-up from 50, and rarely moves to an IRA."
            }
            (WayKind::Plan457b, _) => {
                "If your employer has one. A government plan’s money can move to an IRA later; a tax-exempt employer’s creditors can reach its plan’s money."
            }
            (WayKind::OwnBusiness, _) => {
                "If you have net earnings in addition to this job. Deferrals are shared with all plans; the employer’s part is about 20% of net earnings."
            }
            (WayKind::Taxable, _) => {
                "For what fits nowhere else, or may be needed soon. Funds with few dividends cost the least tax."
            }
        }
    }
}
