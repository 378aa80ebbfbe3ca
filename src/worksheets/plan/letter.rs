//! The questions for the plan in words, and the letter that asks them.
//!
//! Nothing personal goes into the letter: no name, pay, age or amount.

use serde::Serialize;

use super::{Case, Question};
use crate::worksheets::feasibility::Verdict;
use crate::worksheets::feasibility::words::name;

/// A letter to the plan or to human resources.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Letter {
    /// The subject line.
    pub subject: String,
    /// The text, with line feeds.
    pub body: String,
}

impl Question {
    /// The question as the letter asks it.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::AfterTax => {
                "Does the plan accept voluntary after-tax contributions (employee contributions that are neither pre-tax nor Roth)? Is there a cap on them?"
            }
            Self::InPlan => {
                "May I convert after-tax contributions and their earnings to Roth inside the plan (in-plan Roth rollover) while I work here? Can that run automatically?"
            }
            Self::Withdrawal => {
                "May I withdraw after-tax contributions and their earnings while I work here and roll them over directly to a Roth IRA?"
            }
            Self::RothDeferrals => "Does the plan accept Roth deferrals, and so have a Roth account?",
            Self::TransferTiming => {
                "How soon after a contribution can it be converted or withdrawn, and how often in a year? Is there a minimum amount or a fee?"
            }
            Self::TransferBy => "Do I request a conversion or withdrawal on the website, by phone or on a form?",
            Self::Destination => "Where can the money go: to a Roth IRA, to the plan’s Roth account, or to either?",
            Self::SeparateAccounting => {
                "Are after-tax contributions and their earnings accounted for separately from the rest of my account?"
            }
            Self::Suspension => "Does a withdrawal of after-tax money suspend my contributions or the match?",
            Self::DeferralsFirst => "Can after-tax contributions begin before my deferrals reach their limit?",
            Self::ElectionMode => {
                "Does an after-tax election stay in force for each paycheck? In what steps can I enter it, what is the maximum, and how many days before payday must I change it?"
            }
            Self::ChangeLeadDays => "How many days before a payday must I enter a change of my election?",
            Self::HighestCovers => {
                "Does the maximum for an election cover after-tax contributions only, spillover as well, or all contributions together?"
            }
            Self::EligiblePay => {
                "Which pay do the plan’s percentage limits on contributions count? Do they count bonuses?"
            }
            Self::PercentOfCountedPay => {
                "Do the plan’s percentage limits on contributions count pay above the limit under section 401(a)(17)?"
            }
            Self::StopsAtCountedPay => {
                "Do all contributions from pay stop once pay for the year passes the limit under section 401(a)(17)?"
            }
            Self::Bonuses => {
                "Are deferrals and after-tax contributions taken from bonuses? Can I elect them separately? Are bonuses matched?"
            }
            Self::CatchUp => {
                "Does the plan accept catch-up contributions, and does it offer the higher amount for ages 60 to 63?"
            }
            Self::CatchUpElection => {
                "Do I elect catch-up contributions separately, or do they follow from my regular deferral election?"
            }
            Self::DeemedRoth => {
                "If catch-up contributions must be Roth, does the plan treat pre-tax deferrals above the limit as Roth automatically (a deemed Roth election)?"
            }
            Self::FifteenYears => {
                "Does the plan allow more deferrals after 15 years of service (section 402(g)(7)), and how much would it allow me this year?"
            }
            Self::LimitationYear => {
                "What is the plan’s limitation year under section 415: the calendar year, another twelve months, or a short year?"
            }
            Self::Spillover => {
                "When my deferrals reach their limit, do contributions continue automatically as after-tax (spillover)?"
            }
            Self::Match => {
                "Is there an employer match, what is its formula, and is it calculated for each paycheck or for the year?"
            }
            Self::TrueUp => {
                "If I miss match on some paychecks, does the employer make it up after the end of the year (true-up)?"
            }
            Self::MatchAbove => {
                "Once pay for the year passes the limit under section 401(a)(17), does the match stop, count at most an even share of each paycheck, or continue up to the year’s maximum?"
            }
            Self::MatchOnCatchUp => "Are catch-up contributions matched?",
            Self::MatchOnAfterTax => "Are after-tax contributions matched?",
            Self::AcpTest => {
                "Does the plan limit or refund after-tax contributions of highly compensated employees because of the ACP test under section 401(m)? If it is a safe harbor plan, how much of the match does the test leave out? What was the average of the other employees in the last test, and by when are refunds paid?"
            }
        }
    }
}

/// The letter with the open questions, if there are any.
pub(super) fn letter(case: &Case<'_>) -> Option<Letter> {
    if case.open_questions.is_empty() {
        return None;
    }
    let mut body = format!(
        "Hello,\n\nI would like to know how our {} handles after-tax contributions and their conversion to Roth. Please answer the following, or point me to the page of the summary plan description that does:\n\n",
        name(case.entry.plan.kind)
    );
    for (place, open) in case.open_questions.iter().enumerate() {
        body.push_str(&format!("{}. {}\n", place + 1, open.question));
    }
    if let Some(by) = case.by.filter(|_| case.verdict == Verdict::AskFirst) {
        body.push_str(&format!("\nAn answer by {} would let me set my election in time.\n", by.long()));
    }
    body.push_str("\nThank you.\n");
    Some(Letter { subject: "After-tax contributions and Roth conversions in our plan".to_owned(), body })
}
