//! The plan's rules. Those of [`Whose::Plan`](super::Whose::Plan) alone are in a link.

macro_rules! plan {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// Kind of plan.
        PlanKind = "plan-kind": [Select PlanKind] at plan.kind, of Plan,
            "Kind of plan", ask("Kind of plan")
                .hint("It stands on the cover of the summary plan description, and on your statement.");
        /// Kind of employer.
        Employer = "employer": [Select EmployerKind] at plan.employer, of Plan,
            "Kind of employer", ask("Kind of employer");
        /// Whether the plan takes after-tax contributions.
        PlanAfterTax = "plan-after-tax": [Choice Answer] at plan.after_tax, of Plan,
            "After-tax contributions", ask("After-tax contributions: may you put in more once deferrals are full?")
                .hint("Money from taxed pay, on top of pre-tax and Roth deferrals. Not the same as Roth deferrals.")
                .look_for(&["“voluntary after-tax”", "“non-Roth after-tax”", "“employee after-tax contributions”"]);
        /// Whether after-tax money can leave the plan during employment.
        InServiceWithdrawal = "in-service-withdrawal": [Choice Answer] at plan.in_service_withdrawal, of Plan,
            "In-service withdrawal",
            ask("In-service withdrawal: can after-tax money leave the plan while you work there?")
                .hint("It then goes to a Roth IRA of yours.")
                .look_for(&[
                    "“in-service withdrawal of after-tax employee contributions”",
                    "“in-service distribution”, with no age given for after-tax money",
                ]);
        /// Whether after-tax money can move to the plan's Roth account.
        InPlanRollover = "in-plan-rollover": [Choice Answer] at plan.in_plan_rollover, of Plan,
            "In-plan Roth conversion",
            ask("In-plan Roth conversion: can after-tax money move to a Roth account inside the plan?")
                .hint("One of the two ways is enough.")
                .look_for(&["“in-plan Roth rollover”", "“in-plan Roth conversion”", "“automatic Roth conversion”"]);
        /// How soon money can move.
        TransferTiming = "transfer-timing": [Choice TransferTiming] at plan.transfer_timing, of Plan,
            "Transfer timing", ask("Transfer timing: how soon can the money move to Roth?")
                .hint("What it earns until then is taxed.");
        /// How a transfer is asked for.
        TransferBy = "transfer-by": [Choice TransferBy] at plan.transfer_by, of Plan,
            "How a transfer is asked for", ask("How is a transfer asked for?");
        /// Where money can go.
        Destination = "destination": [Choice Destination] at plan.destination, of Plan,
            "Conversion destination", ask("Conversion destination: where can it go?");
        /// The most transfers a year.
        TransfersPerYear = "transfers-per-year": [Count 0..=99] at plan.transfers_per_year, of Plan,
            "Most transfers a year", ask("Most transfers a year").hint("A number.");
        /// The smallest transfer.
        LeastTransfer = "least-transfer": [Money] at plan.least_transfer, of Plan,
            "Smallest transfer", ask("Smallest transfer").hint("In dollars.");
        /// The fee of a transfer.
        TransferFee = "transfer-fee": [Money] at plan.transfer_fee, of Plan,
            "Fee of a transfer", ask("Fee of a transfer").hint("In dollars.");
        /// Whether after-tax money is accounted for apart.
        SeparateAccounting = "separate-accounting": [Choice Answer] at plan.separate_accounting, of Plan,
            "Separate accounting", ask("Are after-tax money and its earnings accounted for apart?")
                .hint("If not, each transfer takes a share of all your money in the plan, and most of it is taxed.");
        /// Whether a withdrawal suspends contributions.
        SuspendsContributions = "suspends-contributions": [Choice Answer] at plan.suspends_contributions, of Plan,
            "Suspension after a withdrawal", ask("Are contributions suspended after a withdrawal?");
        /// Whether deferrals must be at their limit first.
        DeferralsFirst = "deferrals-first": [Choice Answer] at plan.deferrals_first, of Plan,
            "Deferrals first", ask("Must deferrals be full before after-tax money starts?");
        /// How often the job pays.
        Cadence = "cadence": [Select Cadence] at payroll.cadence, of Plan,
            "Payroll cadence", ask("Payroll cadence: how often are you paid?");
        /// Whether an election runs by itself.
        ElectionMode = "election-mode": [Choice ElectionMode] at plan.election_mode, of Plan,
            "Automatic or manual election", ask("Is an election automatic or manual?");
        /// The steps of an election.
        ElectionStep = "election-step": [Choice ElectionStep] at plan.election_step, of Plan,
            "Steps of an election", ask("In which steps?");
        /// The highest election.
        ElectionLimit = "election-limit": [Percent] at plan.election_limit, of Plan,
            "Highest after-tax election", ask("Highest after-tax election")
                .hint("Percent of a paycheck, if payroll has one.");
        /// Days that a change needs.
        ChangeLeadDays = "change-lead-days": [Count 0..=90] at plan.change_lead_days, of Plan,
            "Days that a change needs", ask("Days that a change needs").hint("Before the payday on which it works.");
        /// Whether deferrals spill over into after-tax.
        Spillover = "spillover": [Choice Answer] at plan.spillover, of Plan,
            "Spillover", ask("Do deferrals go on as after-tax money once they are full?")
                .hint("Plans call it “spillover”.");
        /// Whether the employer matches.
        MatchOffered = "match-offered": [Choice Answer] at plan.matching.offered, of Plan,
            "Employer match", ask("Does the employer match your deferrals?");
        /// The first tier's rate.
        MatchRate1 = "match-rate-1": [MatchRate] at by_hand, of Plan if |a| a.matching == Answer::Yes,
            "Match rate", ask("It matches").hint("Percent of each dollar: 50 for half.");
        /// The first tier's bound.
        MatchUpTo1 = "match-up-to-1": [Percent] at by_hand, of Plan if |a| a.matching == Answer::Yes,
            "Match up to", ask("of what you defer up to").hint("Percent of pay. Empty if all deferrals are matched.");
        /// The second tier's rate.
        MatchRate2 = "match-rate-2": [MatchRate] at by_hand, of Plan if |a| a.matching == Answer::Yes,
            "Second match rate", ask("then it matches").hint("The next tier, if there is one.");
        /// The second tier's bound.
        MatchUpTo2 = "match-up-to-2": [Percent] at by_hand, of Plan if |a| a.matching == Answer::Yes,
            "Second match up to", ask("of what you defer up to").hint("Percent of pay, from the first dollar.");
        /// The third tier's rate.
        MatchRate3 = "match-rate-3": [MatchRate] at by_hand, of Plan if |a| a.matching == Answer::Yes,
            "Third match rate", ask("then it matches").hint("A third tier.");
        /// The third tier's bound.
        MatchUpTo3 = "match-up-to-3": [Percent] at by_hand, of Plan if |a| a.matching == Answer::Yes,
            "Third match up to", ask("of what you defer up to").hint("Percent of pay, from the first dollar.");
        /// The most match a year.
        MatchDollarCap = "match-dollar-cap": [Money] at plan.matching.dollar_cap, of Plan
            if |a| a.matching == Answer::Yes,
            "Most match a year", ask("Most match a year").hint("In dollars, if the plan has such a cap.");
        /// When the match is reckoned.
        MatchTiming = "match-timing": [Choice MatchTiming] at plan.matching.timing, of Plan
            if |a| a.matching == Answer::Yes,
            "When the match is reckoned", ask("When is it reckoned?");
        /// Whether there is a true-up.
        TrueUp = "true-up": [Choice Answer] at plan.matching.true_up, of Plan
            if |a| a.matching == Answer::Yes && a.match_each_paycheck,
            "True-up", ask("Is there a true-up?")
                .hint("After the year it makes good the match that single paychecks missed.");
        /// Whether catch-up is matched.
        MatchOnCatchUp = "match-on-catch-up": [Choice Answer] at plan.matching.on_catch_up, of Plan
            if |a| a.matching == Answer::Yes,
            "Match on catch-up", ask("Is catch-up matched?");
        /// Whether after-tax money is matched.
        MatchOnAfterTax = "match-on-after-tax": [Choice Answer] at plan.matching.on_after_tax, of Plan
            if |a| a.matching == Answer::Yes,
            "Match on after-tax money", ask("Is after-tax money matched?");
        /// Profit sharing as a share of pay.
        ProfitSharingPercent = "profit-sharing-percent": [Percent] at plan.profit_sharing_percent, of Plan,
            "Profit sharing in percent", ask("Profit sharing a year").hint("Percent of pay, if the plan fixes it.");
        /// The average of the others in the ACP test.
        OthersAverage = "others-average": [Percent] at plan.others_average, of Year,
            "Average of the others", ask("Average of the other employees in the last ACP test").hint(
                "If HR tells it, in percent of pay: then the worksheet reckons what might come back to you.",
            );
        /// Whether the person is highly compensated.
        HighlyCompensated = "highly-compensated": [Choice Answer] at highly_compensated, of Year,
            "Highly compensated", ask("Are you highly compensated?").reckoned();
        /// Catch-up: `none`, `standard`, `higher`, or open.
        CatchUp = "catch-up": [Choice CatchUpOffer] at plan.catch_up, of Plan if |a| a.catch_up,
            "Catch-up", ask("Does the plan take catch-up contributions?");
        /// Roth deferrals: `yes`, `no`, or open.
        RothDeferrals = "roth-deferrals": [Choice Answer] at plan.roth_deferrals, of Plan,
            "Roth deferrals", ask("Does the plan take Roth deferrals?")
                .hint("Then it has a Roth account, which a conversion inside the plan needs.");
        /// The plan's own limit on deferrals.
        DeferralLimit = "deferral-limit": [Money] at plan.deferral_limit, of Plan,
            "Plan’s limit on deferrals", ask("The plan’s own limit on deferrals")
                .hint("In dollars, if lower than the law’s.");
        /// The plan's cap on after-tax money in dollars.
        AfterTaxDollars = "after-tax-dollars": [Money] at plan.after_tax_dollars, of Plan,
            "Most after-tax money", ask("Most after-tax money a year").hint("In dollars.");
        /// The same as a percentage of pay.
        AfterTaxPercent = "after-tax-percent": [Percent] at plan.after_tax_percent, of Plan,
            "Most after-tax money in percent", ask("Most after-tax money as a share of pay").hint("Percent of pay.");
        /// The cap on deferrals and after-tax money together.
        CombinedPercent = "combined-percent": [Percent] at plan.combined_percent, of Plan,
            "Most of both together in percent", ask("Most deferrals and after-tax money together")
                .hint("Percent of pay, catch-up apart.");
        /// Whether those percentages stop at the pay that a plan may count: `yes`, `no`, or open.
        PercentOfCountedPay = "percent-of-counted-pay": [Choice Answer] at plan.percent_of_counted_pay, of Plan,
            "Pay for the percentages", ask("Do those percentages stop at the pay that a plan may count?")
                .answers(&[("unknown", "I don’t know"), ("yes", "Yes"), ("no", "No, all pay counts")]);
        /// The match for which the plan keeps room. It follows from one's pay.
        ReservedMatch = "reserved-match": [Money] at plan.reserved_match, of Year,
            "Match kept free", ask("Match for which the plan keeps room").hint(
                "Some plans leave room for the largest possible match whatever you defer: its dollars.",
            );
        /// Months in a short limitation year.
        LimitationMonths = "limitation-months": [Count 1..=11] at plan.limitation_year_months, of Plan,
            "Months in the plan year", ask("Months in a short first plan year").hint(
                "Only for a new plan whose limitation year is under 12 months. Joining in mid-year does not count. If the plan’s year is not the calendar year, choose above the year in which it ends.",
            );
        /// Months left to contribute in.
        MonthsLeft = "months-left": [Count 0..=12] at months_left, of Year,
            "Months left", ask("Months left to contribute in").reckoned();
    } };
}
pub(crate) use plan;
