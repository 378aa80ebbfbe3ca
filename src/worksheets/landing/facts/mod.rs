//! The facts: what holds at each spot, and what it means for this person.

mod access;
mod ways;

use serde::Serialize;

use super::{Account, Basis};
use crate::law::Citation;
pub(super) use ways::Protection;

/// What a fact is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Topic {
    /// When the converted money can be taken out.
    Reach,
    /// The five-year clocks of earnings.
    Clocks,
    /// The 10% tax on the taxable part of a conversion.
    Recapture,
    /// Leaving the job from 55 on.
    LeavingFrom55,
    /// A first home.
    FirstHome,
    /// Loans.
    Loans,
    /// Contributions suspended after a withdrawal.
    Suspension,
    /// Investments.
    Investments,
    /// Yearly costs.
    Costs,
    /// The fee of a transfer.
    TransferFee,
    /// How much there is to do.
    Effort,
    /// Moving the money later.
    MovingLater,
    /// Creditors.
    Creditors,
    /// Required distributions.
    RequiredDistributions,
    /// The income limit of Roth IRAs.
    IncomeLimit,
    /// Spouse and beneficiaries.
    Beneficiaries,
}

impl Topic {
    /// What a person calls it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Reach => "Getting at the converted money",
            Self::Clocks => "Five-year clocks of earnings",
            Self::Recapture => "Five years of each conversion",
            Self::LeavingFrom55 => "Leaving the job from 55 on",
            Self::FirstHome => "A first home",
            Self::Loans => "Loans",
            Self::Suspension => "Suspended contributions",
            Self::Investments => "Investments",
            Self::Costs => "Yearly costs",
            Self::TransferFee => "Fee of a transfer",
            Self::Effort => "Work for you",
            Self::MovingLater => "Moving it later",
            Self::Creditors => "Creditors",
            Self::RequiredDistributions => "Required distributions",
            Self::IncomeLimit => "Income limit",
            Self::Beneficiaries => "Spouse and heirs",
        }
    }

    /// The same in the middle of a sentence.
    pub(super) fn in_sentence(self) -> String {
        let mut letters = self.title().chars();
        letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
    }
}

/// Which spot a fact speaks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Favors {
    /// The Roth IRA.
    RothIra,
    /// The plan's Roth account.
    Plan,
    /// Neither.
    Neither,
}

impl Favors {
    /// Whether it speaks for a spot.
    #[must_use]
    pub fn speaks_for(self, account: Account) -> bool {
        matches!((self, account), (Self::RothIra, Account::RothIra) | (Self::Plan, Account::Plan))
    }
}

/// A fact about both spots.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is about.
    pub topic: Topic,
    /// What holds in a Roth IRA.
    pub roth_ira: String,
    /// What holds in the plan's Roth account.
    pub plan: String,
    /// What it means for this person.
    pub for_you: String,
    /// Which spot it speaks for.
    pub favors: Favors,
    /// Whether it matters for this person.
    pub matters: bool,
    /// Where the law or the plan says so.
    pub citation: Citation,
}

/// The facts, those that matter first.
pub(super) fn facts(basis: &Basis<'_>) -> Vec<Fact> {
    let mut facts = vec![
        access::reach(basis),
        access::clocks(basis),
        access::leaving_from_55(basis),
        access::recapture(basis),
        access::first_home(basis),
        ways::loans(basis),
        ways::suspension(basis),
        ways::investments(basis),
        ways::costs(basis),
        ways::transfer_fee(basis),
        ways::effort(basis),
        ways::moving_later(basis),
        ways::creditors(basis),
        access::required_distributions(),
        ways::income_limit(),
        ways::beneficiaries(),
    ];
    // A stable order: what matters keeps its rank.
    facts.sort_by_key(|fact| !fact.matters);
    facts
}
