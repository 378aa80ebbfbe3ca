//! The person's own figures for the limits of a year that has no official ones.

macro_rules! own_limits {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// Own figure: elective deferrals.
        OwnElectiveDeferrals = "own-elective-deferrals": [Money] at own_limits.elective_deferrals, of Year
            if |a| a.own_limits,
            "Limit on elective deferrals", ask("Elective deferrals").reckoned();
        /// Own figure: catch-up.
        OwnCatchUp = "own-catch-up": [Money] at own_limits.catch_up, of Year if |a| a.own_limits,
            "Catch-up limit", ask("Catch-up from age 50").reckoned();
        /// Own figure: catch-up for ages 60 to 63.
        OwnCatchUpHigher = "own-catch-up-60-to-63": [Money] at own_limits.catch_up_60_to_63, of Year
            if |a| a.own_limits,
            "Catch-up limit for ages 60 to 63", ask("Catch-up for ages 60 to 63").reckoned();
        /// Own figure: annual additions.
        OwnAnnualAdditions = "own-annual-additions": [Money] at own_limits.annual_additions, of Year
            if |a| a.own_limits,
            "Limit on annual additions", ask("Annual additions (the total)").reckoned();
        /// Own figure: pay that a plan may count.
        OwnPayCounted = "own-pay-counted": [Money] at own_limits.pay_counted, of Year if |a| a.own_limits,
            "Pay that a plan may count", ask("Pay that a plan may count").reckoned();
        /// Own figure: wages above which catch-up must be Roth.
        OwnRothWages = "own-roth-catch-up-wages": [Money] at own_limits.roth_catch_up_wages, of Year
            if |a| a.own_limits,
            "Wages for Roth catch-up", ask("Wages above which catch-up must be Roth").reckoned();
        /// Own figure: Social Security wage base.
        OwnWageBase = "own-wage-base": [Money] at own_limits.social_security_wage_base, of Year
            if |a| a.own_wage_base,
            "Social Security wage base", ask("Social Security wage base").reckoned();
    } };
}
pub(crate) use own_limits;
