//! What the plan allows, how money moves to Roth in it, and how its payroll takes an election.

macro_rules! plan {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// Kind of plan.
        PlanKind = "plan-kind": [Select PlanKind] at plan.kind, of Plan,
            "Kind of plan", ask("Kind of plan")
                .hint("You’ll find it on the cover of the summary plan description and on your statement.");
        /// Kind of employer.
        Employer = "employer": [Select EmployerKind] at plan.employer, of Plan,
            "Kind of employer", ask("Kind of employer");
        /// Whether the plan takes after-tax contributions.
        PlanAfterTax = "plan-after-tax": [Choice Answer] at plan.after_tax, of Plan,
            "After-tax contributions", ask("After-tax contributions: can you contribute more after you reach the deferral limit?")
                .hint("Paid from your take-home pay, on top of pre-tax and Roth deferrals. Not the same as Roth deferrals.")
                .look_for(&["“voluntary after-tax”", "“non-Roth after-tax”", "“employee after-tax contributions”"]);
        /// Whether after-tax money can leave the plan during employment.
        InServiceWithdrawal = "in-service-withdrawal": [Choice Answer] at plan.in_service_withdrawal, of Plan,
            "In-service withdrawal",
            ask("In-service withdrawal: can after-tax money leave the plan while you work there?")
                .hint("It goes to your own Roth IRA.")
                .look_for(&[
                    "“in-service withdrawal of after-tax employee contributions”",
                    "“in-service distribution”, with no age given for after-tax money",
                ]);
        /// Whether after-tax money can move to the plan's Roth account.
        InPlanRollover = "in-plan-rollover": [Choice Answer] at plan.in_plan_rollover, of Plan,
            "In-plan Roth conversion",
            ask("In-plan Roth conversion: can after-tax money move to a Roth account inside the plan?")
                .hint("One of these two ways is enough.")
                .look_for(&["“in-plan Roth rollover”", "“in-plan Roth conversion”", "“automatic Roth conversion”"]);
        /// How soon money can move.
        TransferTiming = "transfer-timing": [Choice TransferTiming] at plan.transfer_timing, of Plan,
            "Transfer timing", ask("Transfer timing: how soon can the money move to Roth?")
                .hint("Whatever it earns until then is taxed.");
        /// How a transfer is asked for.
        TransferBy = "transfer-by": [Choice TransferBy] at plan.transfer_by, of Plan,
            "How you request a transfer", ask("How do you request a transfer?");
        /// Where money can go.
        Destination = "destination": [Choice Destination] at plan.destination, of Plan,
            "Conversion destination", ask("Conversion destination: where can it go?");
        /// The most transfers a year.
        TransfersPerYear = "transfers-per-year": [Count 0..=99] at plan.transfers_per_year, of Plan,
            "Transfers allowed a year", ask("Transfers allowed a year").hint("A number.");
        /// The smallest transfer.
        LeastTransfer = "least-transfer": [Money] at plan.least_transfer, of Plan,
            "Minimum transfer", ask("Minimum transfer").hint("In dollars.");
        /// The fee of a transfer.
        TransferFee = "transfer-fee": [Money] at plan.transfer_fee, of Plan,
            "Fee per transfer", ask("Fee per transfer").hint("In dollars.");
        /// Whether after-tax money is accounted for apart.
        SeparateAccounting = "separate-accounting": [Choice Answer] at plan.separate_accounting, of Plan,
            "Separate accounting", ask("Does the plan track after-tax money and its earnings separately?")
                .hint("If not, each transfer includes a share of all your money in the plan, and most of it is taxed.");
        /// Whether a withdrawal suspends contributions.
        SuspendsContributions = "suspends-contributions": [Choice Answer] at plan.suspends_contributions, of Plan,
            "Suspension after a withdrawal", ask("Are contributions suspended after a withdrawal?");
        /// Whether deferrals must be at their limit first.
        DeferralsFirst = "deferrals-first": [Choice Answer] at plan.deferrals_first, of Plan,
            "Deferrals first", ask("Must you reach the deferral limit before after-tax contributions start?");
        /// How often the job pays.
        Cadence = "cadence": [Select Cadence] at payroll.cadence, of Plan,
            "Payroll cadence", ask("How often are you paid?");
        /// Whether an election runs by itself.
        ElectionMode = "election-mode": [Choice ElectionMode] at plan.election_mode, of Plan,
            "Automatic or manual election", ask("Do your after-tax contributions continue automatically?");
        /// The steps of an election.
        ElectionStep = "election-step": [Choice ElectionStep] at plan.election_step, of Plan,
            "How elections are entered", ask("Elections are entered in");
        /// The highest election.
        ElectionLimit = "election-limit": [Percent] at plan.election_limit, of Plan,
            "Maximum after-tax election", ask("Maximum after-tax election")
                .hint("Percent of a paycheck, if your payroll has a maximum.");
        /// What the highest election covers.
        ElectionLimitCovers = "election-limit-covers": [Choice LimitCovers] at plan.election_limit_covers, of Plan
            if |a| a.election_limit,
            "What the maximum covers", ask("What does that maximum cover?");
        /// Days that a change needs.
        ChangeLeadDays = "change-lead-days": [Count 0..=90] at plan.change_lead_days, of Plan,
            "Days of notice for a change", ask("Days of notice for a change")
                .hint("Before the payday on which it takes effect.");
        /// Months in which elections may change.
        ChangeMonths = "change-months": [Months] at plan.change_months, of Plan,
            "Months for changes", ask("Months in which you may change elections")
                .hint("Such as June, December. Leave blank if you can change them at any time.");
        /// Whether deferrals spill over into after-tax.
        Spillover = "spillover": [Choice Answer] at plan.spillover, of Plan,
            "Spillover", ask("After you reach the deferral limit, do contributions continue as after-tax?")
                .hint("Plans call it “spillover”.");
        /// Whether contributions end where pay passes what a plan may count.
        StopsAtCountedPay = "stops-at-counted-pay": [Choice Answer] at plan.stops_at_counted_pay, of Plan
            if |a| a.high_pay,
            "Contributions above the pay limit",
            ask("Do all your contributions stop once your pay passes what a plan may count?");
        /// Whether bonuses have elections of their own.
        BonusElections = "bonus-elections": [Choice Answer] at plan.bonus_elections, of Plan if |a| a.pays(),
            "Separate elections for bonuses", ask("Do you make a separate election for bonuses?");
        /// Whether catch-up has an election of its own.
        CatchUpElection = "catch-up-election": [Choice Answer] at plan.catch_up_election, of Plan
            if |a| a.pays() && a.catch_up,
            "Separate election for catch-up", ask("Do you make a separate election for catch-up?");
    } };
}
pub(crate) use plan;
