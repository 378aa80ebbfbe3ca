//! The facts: what holds at each spot, and what they go by for this person.

mod for_you;
mod weight;
mod words;

use super::{Account, Case, Clock, Open, Protection};
use crate::date::Date;
use crate::explain::Coded;
use crate::money::Money;
use crate::order;
use crate::record::{Answer, Better, EmployerKind, TransferTiming};

pub use weight::Favors;
pub use words::FactWords;

crate::findings! {
    /// A fact about both spots, with what it goes by for this person.
    Fact,
    /// What a fact is about.
    Topic {
        /// When the converted money can be taken out.
        Reach = "reach" { needed_early: Answer, turns_59_and_a_half: Option<Date>, young: bool, plan_qualified: bool },
        /// The five-year clocks of earnings.
        Clocks = "clocks" { roth_ira: Clock, plan: Clock, one_decides: bool },
        /// The 10% tax on the taxable part of a conversion.
        Recapture = "recapture" { open: Open, needed_early: Answer, young: bool },
        /// Leaving the job from 55 on.
        LeavingFrom55 = "leaving_from55" { leaves: Answer, from: Option<Date>, near: bool, young: bool, public_safety: bool },
        /// A first home.
        FirstHome = "first_home" { needed_early: Answer },
        /// Loans.
        Loans = "loans" { plan_lends: Answer },
        /// Contributions suspended after a withdrawal.
        Suspension = "suspension" { plan_suspends: Answer },
        /// Investments.
        Investments = "investments" { better: Better },
        /// Yearly costs.
        Costs = "costs" { better: Better },
        /// The fee of a transfer.
        TransferFee = "transfer_fee" { fee: Option<Money> },
        /// How much there is to do.
        Effort = "effort" { automatic: bool },
        /// Moving the money later.
        MovingLater = "moving_later" { undecided: bool },
        /// Creditors.
        Creditors = "creditors" { protection: Protection },
        /// Required distributions.
        RequiredDistributions = "required_distributions",
        /// The income limit of Roth IRAs.
        IncomeLimit = "income_limit",
        /// Spouse and beneficiaries.
        Beneficiaries = "beneficiaries",
    }
}

impl Fact {
    /// What it is about.
    #[must_use]
    pub fn topic(&self) -> Topic {
        self.code()
    }
}

/// From this age on, leaving from 55 on is near enough to matter while nothing is said about it.
const NEAR_55: i16 = 50;

/// The facts, those that matter first.
pub(super) fn facts(case: &Case<'_>) -> Vec<Fact> {
    let (plan, landing) = (&case.entry.plan, &case.entry.landing);
    let (young, needed_early) = (case.young(), case.needed_early());
    let mut facts = vec![
        Fact::Reach {
            needed_early,
            turns_59_and_a_half: case.turns_59_and_a_half,
            young,
            plan_qualified: case.clocks.plan.qualified,
        },
        clocks(case),
        Fact::LeavingFrom55 {
            leaves: case.leaves_from_55(),
            from: case.year_of_55(),
            near: case.today.year().saturating_sub(case.birth_date.year()) >= NEAR_55,
            young,
            public_safety: plan.employer == EmployerKind::Government,
        },
        Fact::Recapture { open: case.open, needed_early, young },
        Fact::FirstHome { needed_early },
        Fact::Loans { plan_lends: landing.plan_loans },
        Fact::Suspension { plan_suspends: plan.suspends_contributions },
        Fact::Investments { better: landing.investments },
        Fact::Costs { better: landing.lower_costs },
        Fact::TransferFee { fee: plan.transfer_fee },
        Fact::Effort { automatic: plan.transfer_timing == TransferTiming::Automatic },
        Fact::MovingLater { undecided: case.allowed.choice() && case.chosen().is_none() },
        Fact::Creditors { protection: Protection::of(plan) },
        Fact::RequiredDistributions,
        Fact::IncomeLimit,
        Fact::Beneficiaries,
    ];
    // A stable order: what matters keeps its rank.
    order::sort_by_key(&mut facts, |fact| !fact.matters());
    facts
}

fn clocks(case: &Case<'_>) -> Fact {
    // A clock matters where it outlasts age 59½.
    let decides = |account: Account| {
        let clock = case.clocks.of_account(account);
        !clock.qualified && clock.qualified_on != case.turns_59_and_a_half && case.allowed.to(account) != Answer::No
    };
    Fact::Clocks {
        roth_ira: case.clocks.roth_ira.clone(),
        plan: case.clocks.plan.clone(),
        one_decides: decides(Account::RothIra) || decides(Account::Plan),
    }
}
