//! How the job pays, and what goes into its plan in the year.

use super::Pair;
use super::{Field, Key};

macro_rules! contributions {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// How this job pays: `wages` (if empty) or `self_employed`.
        Income = "income": [Choice IncomeKind] at by_hand, of Job,
            "How this job pays", ask("How does this job pay you?");
        /// Gross pay for the year.
        Pay = "pay": [Money] at by_hand, of Job if |a| !a.self_employed && !a.paychecks,
            "Gross pay", ask("Gross pay from this employer for all of {year}").hint(
                "Salary and bonus before taxes and deductions, from January to December. If you left, regular pay up to 2½ months later counts; severance does not. Owners of an S corporation: your W-2 wages.",
            );
        /// Of that, the pay that the plan's percentages count.
        EligiblePay = "eligible-pay": [Money] at eligible_pay, of Job
            if |a| !a.self_employed && !a.paychecks && a.percent_caps,
            "Eligible pay", ask("Eligible pay for all of {year}")
                .hint("What your plan’s percentages count. Leave blank if all pay counts.");
        /// Net profit of the own business.
        NetProfit = "net-profit": [Money] at by_hand, of Job if |a| a.self_employed,
            "Net profit", ask("Net profit of your business for all of {year}").hint(
                "A sole proprietor’s Schedule C profit, or a partner’s earned income, before any contribution for yourself.",
            );
        /// Wages that bore Social Security tax.
        SocialSecurityWages = "social-security-wages": [Money] at by_hand, of Job if |a| a.self_employed,
            "Social Security wages", ask("Wages from other jobs that bear Social Security tax")
                .hint("They lower your self-employment tax. Leave blank if there are none.");
        /// Pre-tax deferrals so far.
        PreTaxSoFar = "pre-tax-so-far": [Sum] at contributions.pre_tax.so_far, of Job,
            "Pre-tax deferrals so far", SO_FAR;
        /// Pre-tax deferrals still to come.
        PreTaxToCome = "pre-tax-to-come": [Sum] at contributions.pre_tax.to_come, of Job if |a| !a.paychecks,
            "Pre-tax deferrals to come", TO_COME;
        /// Roth deferrals so far.
        RothSoFar = "roth-so-far": [Sum] at contributions.roth.so_far, of Job,
            "Roth deferrals so far", SO_FAR;
        /// Roth deferrals still to come.
        RothToCome = "roth-to-come": [Sum] at contributions.roth.to_come, of Job if |a| !a.paychecks,
            "Roth deferrals to come", TO_COME;
        /// Match so far.
        MatchSoFar = "match-so-far": [Sum] at contributions.employer_match.so_far, of Job,
            "Match so far", SO_FAR;
        /// Of that, the match of the year before.
        MatchOfLastYear = "match-of-last-year": [Sum] at contributions.match_of_last_year, of Job,
            "Match for last year", ask("Of the match so far, the part for {last_year}")
                .hint("Such as a true-up paid early this year. It uses none of this year’s room.");
        /// Match still to come.
        MatchToCome = "match-to-come": [Sum] at contributions.employer_match.to_come, of Job
            if |a| !a.paychecks || a.match_is_told(),
            "Match to come", TO_COME;
        /// Profit sharing so far.
        ProfitSharingSoFar = "profit-sharing-so-far": [Sum] at contributions.profit_sharing.so_far, of Job,
            "Profit sharing so far", SO_FAR;
        /// Profit sharing still to come.
        ProfitSharingToCome = "profit-sharing-to-come": [Sum] at contributions.profit_sharing.to_come, of Job
            if |a| !a.paychecks || !a.fixed_profit_sharing,
            "Profit sharing to come", TO_COME;
        /// Other employer money so far.
        NonelectiveSoFar = "nonelective-so-far": [Sum] at contributions.nonelective.so_far, of Job,
            "Other employer money so far", SO_FAR;
        /// Other employer money still to come.
        NonelectiveToCome = "nonelective-to-come": [Sum] at contributions.nonelective.to_come, of Job,
            "Other employer money to come", TO_COME;
        /// Forfeitures so far.
        ForfeituresSoFar = "forfeitures-so-far": [Sum] at contributions.forfeitures.so_far, of Job,
            "Forfeitures so far", SO_FAR;
        /// Forfeitures still to come.
        ForfeituresToCome = "forfeitures-to-come": [Sum] at contributions.forfeitures.to_come, of Job,
            "Forfeitures to come", TO_COME;
        /// After-tax money in.
        AfterTax = "after-tax": [Sum] at contributions.after_tax, of Job,
            "After-tax contributions so far", ask("Your after-tax contributions so far").hint(
                "Plans call them voluntary after-tax or non-Roth after-tax. Count them even if they have already moved to Roth.",
            );
        /// The 15-year amount of a 403(b).
        FifteenYear = "fifteen-year": [Money] at contributions.fifteen_year, of Job if |a| a.plan_403b,
            "15-year amount", ask("Extra deferrals your plan allows you for {year} after 15 years of service").hint(
                "Ask the plan. Enter 0 if there are none. They come before catch-up, and use room.",
            );
        /// Annual additions of the year before in a limitation year that began in it.
        LimitationBefore = "limitation-before": [Sum] at limitation_year.before, of Job
            if |a| a.limitation_year == LimitationYearKind::Other,
            "Additions of last year that count", ask("Contributions from its first day through December 31, {last_year}")
                .hint("Deferrals without catch-up, employer money and after-tax contributions, added up.");
        /// Deferrals after a limitation year that ends within the year.
        LaterDeferrals = "later-deferrals": [Sum] at limitation_year.later_deferrals, of Job
            if |a| a.other_limitation_year(),
            "Deferrals after the limitation year", ask("Your {year} deferrals after the limitation year")
                .hint("Keep them in the amounts above, too: the limit on deferrals goes by calendar year.");
        /// Other additions after it.
        LaterOther = "later-other": [Sum] at limitation_year.later_other, of Job
            if |a| a.other_limitation_year(),
            "Other additions after the limitation year", ask("Employer and after-tax money in {year} after the limitation year")
                .hint("Keep it in the amounts above, too.");
        /// Pay in the limitation year.
        LimitationPay = "limitation-pay": [Money] at limitation_year.pay, of Job
            if |a| !a.self_employed && a.other_limitation_year(),
            "Pay in the limitation year", ask("Gross pay in the limitation year");
        /// Last year's box 3 wages.
        PriorWages = "prior-wages": [Money] at prior_year_box_3_wages, of Job if |a| a.roth_catch_up,
            "Box 3 wages", ask("Box 3 of your {last_year} Form W-2 from this employer").hint(
                "They decide whether your catch-up must be Roth. Enter 0 if you did not work here then, or if your wages bear no Social Security tax.",
            );
    } };
}
pub(crate) use contributions;

/// The pre-tax deferrals.
pub const PRE_TAX: Pair =
    amounts(Field::PreTaxSoFar, Field::PreTaxToCome, "Your pre-tax deferrals").hint("Taken from your pay before tax.");

/// The Roth deferrals.
pub const ROTH: Pair = amounts(Field::RothSoFar, Field::RothToCome, "Your Roth deferrals")
    .hint("Taken from your pay after tax into the plan’s Roth account. Not the same as after-tax contributions.");

/// The match.
pub const MATCH: Pair = amounts(Field::MatchSoFar, Field::MatchToCome, "Employer match");

/// Profit sharing.
pub const PROFIT_SHARING: Pair = amounts(Field::ProfitSharingSoFar, Field::ProfitSharingToCome, "Profit sharing");

/// What else the employer puts in.
pub const NONELECTIVE: Pair = amounts(Field::NonelectiveSoFar, Field::NonelectiveToCome, "Other employer money").hint(
    "Contributions that do not depend on your deferrals, such as nonelective or safe harbor contributions or ESOP stock.",
);

/// Forfeitures of others.
pub const FORFEITURES: Pair = amounts(Field::ForfeituresSoFar, Field::ForfeituresToCome, "Forfeitures")
    .hint("Money that former employees forfeited and the plan allocated to you.");

const fn amounts(so_far: Field, to_come: Field, label: &'static str) -> Pair {
    Pair::new(Key::Sheet(so_far), Key::Sheet(to_come), label)
}
