//! The plan's own limits, and whom and when they let in.

macro_rules! plan_limits {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// Catch-up: `none`, `standard`, `higher`, or open.
        CatchUp = "catch-up": [Choice CatchUpOffer] at plan.catch_up, of Plan if |a| a.catch_up,
            "Catch-up", ask("Does the plan accept catch-up contributions?");
        /// Roth deferrals: `yes`, `no`, or open.
        RothDeferrals = "roth-deferrals": [Choice Answer] at plan.roth_deferrals, of Plan,
            "Roth deferrals", ask("Does the plan accept Roth deferrals?")
                .hint("If so, it has a Roth account, which a conversion inside the plan needs.");
        /// Whether catch-up becomes Roth without an election.
        DeemedRoth = "deemed-roth": [Choice Answer] at plan.deemed_roth, of Plan if |a| a.roth_catch_up,
            "Automatic Roth catch-up", ask("Does the plan turn pre-tax deferrals above the limit into Roth catch-up automatically?")
                .hint("If your catch-up must be Roth: plans call it a “deemed Roth election”. Without it, pre-tax deferrals stop at the limit.");
        /// The plan's own limit on deferrals.
        DeferralLimit = "deferral-limit": [Money] at plan.deferral_limit, of Plan,
            "Plan’s limit on deferrals", ask("The plan’s own limit on deferrals")
                .hint("In dollars, if lower than the law’s.");
        /// The plan's cap on after-tax money in dollars.
        AfterTaxDollars = "after-tax-dollars": [Money] at plan.after_tax_dollars, of Plan,
            "After-tax limit in dollars", ask("Plan’s after-tax limit a year").hint("In dollars.");
        /// The same as a percentage of pay.
        AfterTaxPercent = "after-tax-percent": [Percent] at plan.after_tax_percent, of Plan,
            "After-tax limit in percent", ask("Plan’s after-tax limit in percent").hint("Percent of pay.");
        /// The cap on deferrals and after-tax money together.
        CombinedPercent = "combined-percent": [Percent] at plan.combined_percent, of Plan,
            "Combined limit in percent", ask("Plan’s limit on deferrals plus after-tax money")
                .hint("Percent of pay, not counting catch-up.");
        /// Whether those percentages stop at the pay that a plan may count: `yes`, `no`, or open.
        PercentOfCountedPay = "percent-of-counted-pay": [Choice Answer] at plan.percent_of_counted_pay, of Plan,
            "Pay for the percentages", ask("Do those percentages stop at the pay that a plan may count?")
                .answers(&[("unknown", "I don’t know"), ("yes", "Yes"), ("no", "No, all pay counts")]);
        /// The match for which the plan keeps room. It follows from one's pay.
        ReservedMatch = "reserved-match": [Money] at plan.reserved_match, of Job,
            "Room set aside for match", ask("Room the plan sets aside for the match").hint(
                "Some plans set room aside for the largest possible match, whatever you defer. In dollars.",
            );
        /// Which year the limit on annual additions goes by.
        LimitationYear = "limitation-year": [Select LimitationYearKind] at plan.limitation_year, of Plan,
            "Limitation year", ask("Which year does the plan’s limit on annual additions go by?")
                .hint("The plan’s document calls it the limitation year. Joining in mid-year does not shorten it.");
        /// Months in a short limitation year.
        LimitationMonths = "limitation-months": [Count 1..=11] at plan.limitation_year_months, of Plan
            if |a| matches!(a.limitation_year, LimitationYearKind::Unknown | LimitationYearKind::Short),
            "Months in a short limitation year", ask("Months in a short limitation year")
                .hint("Only if it really has fewer than 12.");
        /// The month in which it begins.
        LimitationBegins = "limitation-begins": [Count 1..=12] at plan.limitation_year_begins, of Plan
            if |a| a.limitation_year == LimitationYearKind::Other,
            "First month of the limitation year", ask("Month in which it begins")
                .hint("7 for July. For the year, choose the one in which it ends.");
        /// Months left to contribute in.
        MonthsLeft = "months-left": [Count 0..=12] at months_left, of Job,
            "Months left", ask("Months left to contribute in").reckoned();
    } };
}
pub(crate) use plan_limits;
