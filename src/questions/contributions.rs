//! How the job pays, and what goes into its plan in the year.

use super::Pair;
use super::{Field, Key};

macro_rules! contributions {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// How this job pays: `wages` (if empty) or `self_employed`.
        Income = "income": [Choice IncomeKind] at by_hand, of Year,
            "How this job pays", ask("How does this job pay you?");
        /// Gross pay for the year.
        Pay = "pay": [Money] at by_hand, of Year if |a| !a.self_employed && !a.paychecks,
            "Gross pay", ask("Gross pay from this employer for all of {year}").hint(
                "Salary and bonus before taxes and deductions, from January to December. Owners of an S corporation: your W-2 wages.",
            );
        /// Of that, the pay that the plan's percentages count.
        EligiblePay = "eligible-pay": [Money] at eligible_pay, of Year
            if |a| !a.self_employed && !a.paychecks && a.percent_caps,
            "Eligible pay", ask("Eligible pay for all of {year}")
                .hint("What your plan’s percentages count. Leave blank if all pay counts.");
        /// Net profit of the own business.
        NetProfit = "net-profit": [Money] at by_hand, of Year if |a| a.self_employed,
            "Net profit", ask("Net profit of your business for all of {year}").hint(
                "A sole proprietor’s Schedule C profit, or a partner’s earned income, before any contribution for yourself.",
            );
        /// Wages that bore Social Security tax.
        SocialSecurityWages = "social-security-wages": [Money] at by_hand, of Year if |a| a.self_employed,
            "Social Security wages", ask("Wages from other jobs that bear Social Security tax")
                .hint("They lower your self-employment tax. Leave it empty if there are none.");
        /// Pre-tax deferrals so far.
        PreTaxSoFar = "pre-tax-so-far": [Sum] at contributions.pre_tax.so_far, of Year,
            "Pre-tax deferrals so far", SO_FAR;
        /// Pre-tax deferrals still to come.
        PreTaxToCome = "pre-tax-to-come": [Sum] at contributions.pre_tax.to_come, of Year if |a| !a.paychecks,
            "Pre-tax deferrals to come", TO_COME;
        /// Roth deferrals so far.
        RothSoFar = "roth-so-far": [Sum] at contributions.roth.so_far, of Year,
            "Roth deferrals so far", SO_FAR;
        /// Roth deferrals still to come.
        RothToCome = "roth-to-come": [Sum] at contributions.roth.to_come, of Year if |a| !a.paychecks,
            "Roth deferrals to come", TO_COME;
        /// Match so far.
        MatchSoFar = "match-so-far": [Sum] at contributions.employer_match.so_far, of Year,
            "Match so far", SO_FAR;
        /// Match still to come.
        MatchToCome = "match-to-come": [Sum] at contributions.employer_match.to_come, of Year
            if |a| !a.paychecks || a.match_is_told(),
            "Match to come", TO_COME;
        /// Profit sharing so far.
        ProfitSharingSoFar = "profit-sharing-so-far": [Sum] at contributions.profit_sharing.so_far, of Year,
            "Profit sharing so far", SO_FAR;
        /// Profit sharing still to come.
        ProfitSharingToCome = "profit-sharing-to-come": [Sum] at contributions.profit_sharing.to_come, of Year
            if |a| !a.paychecks || !a.fixed_profit_sharing,
            "Profit sharing to come", TO_COME;
        /// Other employer money so far.
        NonelectiveSoFar = "nonelective-so-far": [Sum] at contributions.nonelective.so_far, of Year,
            "Other employer money so far", SO_FAR;
        /// Other employer money still to come.
        NonelectiveToCome = "nonelective-to-come": [Sum] at contributions.nonelective.to_come, of Year,
            "Other employer money to come", TO_COME;
        /// Forfeitures so far.
        ForfeituresSoFar = "forfeitures-so-far": [Sum] at contributions.forfeitures.so_far, of Year,
            "Forfeitures so far", SO_FAR;
        /// Forfeitures still to come.
        ForfeituresToCome = "forfeitures-to-come": [Sum] at contributions.forfeitures.to_come, of Year,
            "Forfeitures to come", TO_COME;
        /// After-tax money in.
        AfterTax = "after-tax": [Sum] at contributions.after_tax, of Year,
            "After-tax contributions so far", ask("Your after-tax contributions so far").hint(
                "Plans call them voluntary after-tax or non-Roth after-tax. Count them even if they were already moved to Roth.",
            );
        /// Last year's box 3 wages.
        PriorWages = "prior-wages": [Money] at prior_year_box_3_wages, of Year if |a| a.roth_catch_up,
            "Box 3 wages", ask("Box 3 of your {last_year} Form W-2 from this employer").hint(
                "Social Security wages. They decide whether your catch-up must be Roth. If you did not work here then, enter 0.",
            );
    } };
}
pub(crate) use contributions;

/// The pre-tax deferrals.
pub const PRE_TAX: Pair = amounts(Field::PreTaxSoFar, Field::PreTaxToCome, "Your pre-tax deferrals")
    .hint("What you choose to have taken from your pay before tax.");

/// The Roth deferrals.
pub const ROTH: Pair = amounts(Field::RothSoFar, Field::RothToCome, "Your Roth deferrals")
    .hint("Taken from your pay after tax into the plan’s Roth account. Not the same as after-tax contributions.");

/// The match.
pub const MATCH: Pair = amounts(Field::MatchSoFar, Field::MatchToCome, "Employer match");

/// Profit sharing.
pub const PROFIT_SHARING: Pair = amounts(Field::ProfitSharingSoFar, Field::ProfitSharingToCome, "Profit sharing");

/// What else the employer puts in.
pub const NONELECTIVE: Pair = amounts(Field::NonelectiveSoFar, Field::NonelectiveToCome, "Other employer money").hint(
    "Money that does not depend on your deferrals: a nonelective or safe harbor contribution, stock from an ESOP.",
);

/// Forfeitures of others.
pub const FORFEITURES: Pair = amounts(Field::ForfeituresSoFar, Field::ForfeituresToCome, "Forfeitures")
    .hint("Money that others left behind and the plan shared out to you.");

const fn amounts(so_far: Field, to_come: Field, label: &'static str) -> Pair {
    Pair::new(Key::Sheet(so_far), Key::Sheet(to_come), label)
}
