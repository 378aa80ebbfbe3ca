//! The facts about everything else: what the plan does, what it costs, who else can
//! reach the money, and where it can go later.

use super::{Fact, Favors, Topic};
use crate::law::citations;
use crate::record::{Answer, Better, EmployerKind, PlanKind, PlanRules, TransferTiming};
use crate::worksheets::landing::Basis;

pub(super) fn loans(basis: &Basis<'_>) -> Fact {
    let (for_you, lends) = match basis.entry.landing.plan_loans {
        Answer::Yes => ("Your plan lends. What you move to a Roth IRA no longer counts toward a loan.", true),
        Answer::No => ("Your plan does not lend.", false),
        Answer::Unknown => ("It matters if your plan lends; ask if you may ever want a loan.", false),
    };
    Fact {
        topic: Topic::Loans,
        roth_ira: "No loans. To pledge a Roth IRA or to borrow from it counts as taking it out.".to_owned(),
        plan: "If the plan lends: as a rule up to half of your vested balance, and never more than $50,000. Whether Roth money can be lent, the plan says.".to_owned(),
        for_you: for_you.to_owned(),
        favors: if lends { Favors::Plan } else { Favors::Neither },
        matters: lends,
        citation: citations::LOANS,
    }
}

pub(super) fn suspension(basis: &Basis<'_>) -> Fact {
    let (for_you, suspends) = match basis.entry.plan.suspends_contributions {
        Answer::Yes => ("Your plan suspends contributions after a withdrawal.", true),
        Answer::No => ("Your plan does not suspend contributions.", false),
        Answer::Unknown => ("Ask before the first withdrawal whether contributions or the match stop after it.", false),
    };
    Fact {
        topic: Topic::Suspension,
        roth_ira: "The way there is a withdrawal. Some plans stop your contributions, or the match, for some months after one.".to_owned(),
        plan: "A conversion inside the plan pays nothing out, so that a suspension after withdrawals normally does not follow.".to_owned(),
        for_you: for_you.to_owned(),
        favors: if suspends { Favors::Plan } else { Favors::Neither },
        matters: suspends,
        citation: citations::PLAN_DOCUMENT,
    }
}

/// What the person finds better: which spot it speaks for, and whether it matters.
fn better(answer: Better) -> (Favors, bool) {
    match answer {
        Better::RothIra => (Favors::RothIra, true),
        Better::Plan => (Favors::Plan, true),
        Better::Unknown | Better::Alike => (Favors::Neither, false),
    }
}

pub(super) fn investments(basis: &Basis<'_>) -> Fact {
    let answer = basis.entry.landing.investments;
    let (favors, matters) = better(answer);
    Fact {
        topic: Topic::Investments,
        roth_ira: "Whatever the provider that you choose offers: nearly every fund, stock and bond.".to_owned(),
        plan: "The plan’s list, sometimes with funds that individuals cannot buy or a stable value fund, and in some plans a brokerage window to more.".to_owned(),
        for_you: match answer {
            Better::RothIra => "You find those of a Roth IRA better.",
            Better::Plan => "You find those of the plan better.",
            Better::Alike => "You find both alike.",
            Better::Unknown => "Compare the plan’s list with what you would buy.",
        }
        .to_owned(),
        favors,
        matters,
        citation: citations::PLAN_DOCUMENT,
    }
}

pub(super) fn costs(basis: &Basis<'_>) -> Fact {
    let answer = basis.entry.landing.lower_costs;
    let (favors, matters) = better(answer);
    Fact {
        topic: Topic::Costs,
        roth_ira: "What your funds cost. Many providers take no fee for the account itself.".to_owned(),
        plan: "What the plan’s funds cost, and its fee for administration where it takes one. The plan’s yearly fee disclosure (404a-5 notice) lists both.".to_owned(),
        for_you: match answer {
            Better::RothIra => "You find a Roth IRA cheaper.",
            Better::Plan => "You find the plan cheaper.",
            Better::Alike => "You find both alike.",
            Better::Unknown => "Compare the two before you choose: a cost comes back each year.",
        }
        .to_owned(),
        favors,
        matters,
        citation: citations::PLAN_DOCUMENT,
    }
}

pub(super) fn transfer_fee(basis: &Basis<'_>) -> Fact {
    let fee = basis.entry.plan.transfer_fee;
    let (for_you, matters) = match fee {
        Some(fee) if fee.is_positive() => (
            format!(
                "Your plan takes {fee} for each transfer. Ask whether that holds for both ways; some plans charge payments only."
            ),
            true,
        ),
        Some(_) => ("Your plan takes no fee for a transfer.".to_owned(), false),
        None => ("Ask whether a transfer costs anything.".to_owned(), false),
    };
    Fact {
        topic: Topic::TransferFee,
        roth_ira: "Plans may charge for each payment to a Roth IRA, and for a check by express mail.".to_owned(),
        plan: "Conversions inside a plan are often free.".to_owned(),
        for_you,
        favors: Favors::Neither,
        matters,
        citation: citations::PLAN_DOCUMENT,
    }
}

pub(super) fn effort(basis: &Basis<'_>) -> Fact {
    let by_itself = basis.entry.plan.transfer_timing == TransferTiming::Automatic;
    Fact {
        topic: Topic::Effort,
        roth_ira: "A second account to look after, and a request for each payment, often with a check. It can hold all your Roth IRA money in one place, and stays with you when you change jobs.".to_owned(),
        plan: "All stays in one account with payroll. Many plans can convert each contribution by itself.".to_owned(),
        for_you: if by_itself {
            "Your plan moves each contribution by itself. Ask where to: it is nearly always its own Roth account."
        } else {
            "By your answers each transfer is asked for, so that both spots take about the same work."
        }
        .to_owned(),
        favors: if by_itself { Favors::Plan } else { Favors::Neither },
        matters: by_itself,
        citation: citations::PLAN_DOCUMENT,
    }
}

pub(super) fn moving_later(basis: &Basis<'_>) -> Fact {
    let undecided = basis.allowed.choice() && basis.chosen().is_none();
    Fact {
        topic: Topic::MovingLater,
        roth_ira: "It can go to another Roth IRA only, never into a plan.".to_owned(),
        plan: "It can go to a Roth IRA once the plan pays it out. What you converted then counts among your own contributions, which come out first, and the Roth IRA’s clock counts.".to_owned(),
        for_you: if undecided {
            "The plan keeps both doors open; the way to a Roth IRA is for good."
        } else {
            "The way from the plan to a Roth IRA stays open; there is none back."
        }
        .to_owned(),
        favors: Favors::Plan,
        matters: undecided,
        citation: citations::MOVING_LATER,
    }
}

/// Whose creditor protection a plan has.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(in crate::worksheets::landing) enum Protection {
    /// That of ERISA.
    Erisa,
    /// None outside bankruptcy but the state's: only an owner is in it.
    OwnersOnly,
    /// That of its own law: governments and most churches.
    OwnLaw,
}

impl Protection {
    pub(in crate::worksheets::landing) fn of(plan: &PlanRules) -> Self {
        match (plan.kind, plan.employer) {
            (PlanKind::Solo401k, _) | (_, EmployerKind::OwnBusiness) => Self::OwnersOnly,
            (PlanKind::Governmental401a | PlanKind::Governmental457b | PlanKind::Tsp, _)
            | (_, EmployerKind::Government | EmployerKind::Church) => Self::OwnLaw,
            _ => Self::Erisa,
        }
    }
}

pub(super) fn creditors(basis: &Basis<'_>) -> Fact {
    let protection = Protection::of(&basis.entry.plan);
    let (plan, for_you, favors, citation) = match protection {
        Protection::Erisa => (
            "Under federal law (ERISA) creditors cannot reach it, in bankruptcy or outside. Divorce orders and federal taxes can.",
            "The plan is the safer place outside bankruptcy; in bankruptcy both are safe.",
            Favors::Plan,
            citations::CREDITORS,
        ),
        Protection::OwnersOnly => (
            "Safe in bankruptcy. A plan of an owner without employees is not under ERISA, so that outside bankruptcy state law decides.",
            "For your own business’s plan, look up your state’s law on both spots.",
            Favors::Neither,
            citations::OUTSIDE_ERISA,
        ),
        Protection::OwnLaw => (
            "Safe in bankruptcy. Plans of governments and most churches are not under ERISA; the laws that set them up mostly protect them too.",
            "Look up what protects your plan, and your state’s law on IRAs.",
            Favors::Neither,
            citations::OUTSIDE_ERISA,
        ),
    };
    Fact {
        topic: Topic::Creditors,
        roth_ira: "Safe in bankruptcy: there is a cap for IRAs, but what was rolled over from a plan does not count toward it. Outside bankruptcy state law decides, and states differ.".to_owned(),
        plan: plan.to_owned(),
        for_you: for_you.to_owned(),
        favors,
        matters: protection == Protection::OwnersOnly,
        citation,
    }
}

pub(super) fn income_limit() -> Fact {
    Fact {
        topic: Topic::IncomeLimit,
        roth_ira: "None for rollovers from a plan. The known limit holds for direct contributions only.".to_owned(),
        plan: "None.".to_owned(),
        for_you: "High pay closes neither spot, and a rollover takes nothing of your yearly IRA limit.".to_owned(),
        favors: Favors::Neither,
        matters: false,
        citation: citations::NO_INCOME_LIMIT,
    }
}

pub(super) fn beneficiaries() -> Fact {
    Fact {
        topic: Topic::Beneficiaries,
        roth_ira: "You name whom you want, as far as your state’s property law lets you.".to_owned(),
        plan: "In most plans your spouse inherits, unless the spouse agrees in writing to somebody else.".to_owned(),
        for_you: "Name beneficiaries in each account. After a death, both must be paid out within the same limits, mostly ten years.".to_owned(),
        favors: Favors::Neither,
        matters: false,
        citation: citations::SPOUSE,
    }
}
