//! Where the converted money is to land, and what decides it.

macro_rules! landing {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// Where conversions are to go: `roth_ira`, `roth_401k`, or open.
        LandingSpot = "landing-spot": [Choice Spot] at landing.spot, of Person,
            "Landing spot", ask("Conversions go to");
        /// Why there.
        LandingReason = "landing-reason": [Lines] at landing.reason, of Person,
            "Your reason", ask("Why?").hint("In your own words.");
        /// When the person chose.
        LandingChosenOn = "landing-chosen-on": [Date] at landing.chosen_on, of Person,
            "Date of your choice", ask("Chosen on").hint("Month/day/year");
        /// The first year of any Roth IRA; there was none before 1998.
        RothIraSince = "roth-ira-since": [YearSoFar 1998] at landing.roth_ira_since, of Person,
            "First year of a Roth IRA", ask("First year of any Roth IRA you have had")
                .hint("The tax year of its first contribution. Leave blank if you have none.");
        /// The first year of the plan's Roth account; there was none before 2006.
        PlanRothSince = "plan-roth-since": [YearSoFar 2006] at landing.plan_roth_since, of Account,
            "First year of the plan’s Roth account", ask("First year of this plan’s Roth account")
                .hint("The year Roth money first went in, or that of an earlier employer’s Roth account you rolled directly into it. Leave blank if none.");
        /// Whether the money may be needed early.
        NeededEarly = "needed-early": [Choice Answer] at landing.needed_early, of Person,
            "Money before 59½", ask("Might you need the money before age 59½?");
        /// Whether the person means to leave the job from 55 on.
        LeavesFrom55 = "leaves-from-55": [Choice Answer] at landing.leaves_from_55, of Account,
            "Leaving from 55 on", ask("Might you leave this job in the year you turn 55, or later but before 59½?");
        /// Whether the plan lends.
        PlanLoans = "plan-loans": [Choice Answer] at landing.plan_loans, of Account,
            "Loans", ask("Does the plan offer loans?");
        /// Where the investments are better.
        BetterInvestments = "better-investments": [Select Better] at landing.investments, of Account,
            "Investments", ask("Where are the investments better?");
        /// Where the costs are lower.
        LowerCosts = "lower-costs": [Select Better] at landing.lower_costs, of Account,
            "Costs", ask("Where are the costs lower?")
                .hint("The yearly costs of the funds you would use, plus the account’s own fees.");
        /// How much the person thinks of taking out.
        Withdraw = "withdraw": [Money] at landing.withdrawal.amount, of Year,
            "Amount to take out", ask("If I take out");
        /// When.
        WithdrawOn = "withdraw-on": [Date] at landing.withdrawal.on, of Year,
            "Date to take it out", ask("On").hint("Leave blank for today.");
        /// Out of which account.
        WithdrawFrom = "withdraw-from": [Choice Spot] at landing.withdrawal.from, of Year,
            "Account to take it from", ask("From")
                .answers(&[("roth_ira", "A Roth IRA"), ("roth_401k", "The plan’s Roth account")]);
        /// What went straight into Roth IRAs.
        RothIraContributions = "roth-ira-contributions": [Money] at landing.roth_ira_contributions, of Person
            if |a| !a.from_plan,
            "Roth IRA contributions", ask("Regular Roth IRA contributions so far")
                .hint("Without conversions, and less what you have taken out.");
        /// What the plan's Roth account is worth.
        PlanRothValue = "plan-roth-value": [Money] at landing.withdrawal.plan_value, of Job if |a| a.from_plan,
            "Value of the plan’s Roth account", ask("The Roth account is worth");
        /// The Roth deferrals in it.
        PlanRothDeferrals = "plan-roth-deferrals": [Money] at landing.withdrawal.plan_deferrals, of Job
            if |a| a.from_plan,
            "Roth deferrals in the plan", ask("Roth deferrals in it");
        /// Whether the 10% tax has an exception.
        EarlyException = "early-exception": [Choice Answer] at landing.withdrawal.exception, of Year,
            "Exception to the 10% tax", ask("Does an exception to the 10% tax apply?")
                .hint("Such as disability, a birth, or leaving the job in or after the year you turn 55 (plan only).");
    } };
}
pub(crate) use landing;
