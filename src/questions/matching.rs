//! The match and profit sharing, and what the ACP test of the match goes by.

macro_rules! matching {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// Whether the employer matches.
        MatchOffered = "match-offered": [Choice Answer] at plan.matching.offered, of Plan,
            "Employer match", ask("Does the employer match your deferrals?");
        /// What is known of the match's formula.
        MatchKind = "match-kind": [Choice MatchKind] at plan.matching.kind, of Plan
            if |a| a.matching == Answer::Yes,
            "Kind of match", ask("What does your employer match?");
        /// The first tier's rate.
        MatchRate1 = "match-rate-1": [MatchRate] at by_hand, of Plan if |a| a.match_has_rate(),
            "Match rate", ask("It adds").hint("Percent of each dollar you contribute: 50 for 50¢.");
        /// The first tier's bound.
        MatchUpTo1 = "match-up-to-1": [Percent] at by_hand, of Plan if |a| a.match_by_pay(),
            "Match up to", ask("on what you contribute up to")
                .hint("Percent of pay. Leave blank if all deferrals are matched.");
        /// The second tier's rate.
        MatchRate2 = "match-rate-2": [MatchRate] at by_hand, of Plan if |a| a.match_by_pay(),
            "Second match rate", ask("then it adds").hint("The next tier, if there is one.");
        /// The second tier's bound.
        MatchUpTo2 = "match-up-to-2": [Percent] at by_hand, of Plan if |a| a.match_by_pay(),
            "Second match up to", ask("on what you contribute up to").hint("Percent of pay, from the first dollar.");
        /// The third tier's rate.
        MatchRate3 = "match-rate-3": [MatchRate] at by_hand, of Plan if |a| a.match_by_pay(),
            "Third match rate", ask("then it adds").hint("A third tier.");
        /// The third tier's bound.
        MatchUpTo3 = "match-up-to-3": [Percent] at by_hand, of Plan if |a| a.match_by_pay(),
            "Third match up to", ask("on what you contribute up to").hint("Percent of pay, from the first dollar.");
        /// The most match a year.
        MatchDollarCap = "match-dollar-cap": [Money] at plan.matching.dollar_cap, of Plan
            if |a| a.matching == Answer::Yes,
            "Annual cap on the match", ask("Annual cap on the match")
                .hint("In dollars of match. 50% of the first $6,000 you contribute is $3,000.");
        /// The least deferral for a match.
        MatchLeast = "match-least": [Percent] at plan.matching.least_deferral, of Plan if |a| a.match_has_rate(),
            "Minimum deferral for a match", ask("You must defer at least")
                .hint("Percent of pay, if there is no match below it.");
        /// When the match is worked out.
        MatchTiming = "match-timing": [Choice MatchTiming] at plan.matching.timing, of Plan
            if |a| a.match_has_rate(),
            "How the match is calculated", ask("How is the match calculated?");
        /// Whether there is a true-up.
        TrueUp = "true-up": [Choice Answer] at plan.matching.true_up, of Plan
            if |a| a.match_has_rate() && a.match_each_paycheck,
            "True-up", ask("Is there a true-up?")
                .hint("After the year ends, it makes up any match that single paychecks missed.");
        /// How the match keeps to the pay that a plan may count.
        MatchAbove = "match-above": [Choice CountedPay] at plan.matching.above_counted_pay, of Plan
            if |a| a.match_by_pay() && a.match_each_paycheck && a.high_pay,
            "Match above the pay limit", ask("What happens to the match once your pay passes what a plan may count?");
        /// Whether catch-up is matched.
        MatchOnCatchUp = "match-on-catch-up": [Choice Answer] at plan.matching.on_catch_up, of Plan
            if |a| a.match_has_rate(),
            "Match on catch-up", ask("Is catch-up matched?");
        /// Whether after-tax money is matched.
        MatchOnAfterTax = "match-on-after-tax": [Choice Answer] at plan.matching.on_after_tax, of Plan
            if |a| a.match_has_rate(),
            "Match on after-tax money", ask("Are after-tax contributions matched?");
        /// Profit sharing as a share of pay.
        ProfitSharingPercent = "profit-sharing-percent": [Percent] at plan.profit_sharing_percent, of Plan,
            "Profit sharing in percent", ask("Profit sharing a year").hint("Percent of pay, if the plan fixes it.");
        /// The average of the others in the ACP test.
        OthersAverage = "others-average": [Percent] at plan.others_average, of Job,
            "Average of the others", ask("Average of the other employees in the last ACP test").hint(
                "Percent of pay, if HR tells you. It shows how much might come back to you.",
            );
        /// Whether the person is highly compensated.
        HighlyCompensated = "highly-compensated": [Choice Answer] at highly_compensated, of Job,
            "Highly compensated", ask("Are you highly compensated?").reckoned();
        /// Whether a union negotiated the person's benefits.
        UnionContract = "union-contract": [Choice Answer] at union_contract, of Job if |a| a.acp,
            "Union contract", ask("Did a union negotiate your retirement benefits?");
        /// What of the match the ACP test counts.
        TestedAlone = "tested-alone": [Choice MatchTested] at plan.tested_alone, of Plan if |a| a.is_tested(),
            "What the ACP test counts", ask("What does the ACP test count?")
                .hint("A safe harbor plan may leave out match.");
        /// Whether the plan has longer for refunds.
        AutomaticArrangement = "automatic-arrangement": [Choice Answer] at plan.automatic_arrangement, of Plan
            if |a| a.is_tested(),
            "Automatic enrollment (EACA)",
            ask("Does the plan have an eligible automatic contribution arrangement (EACA)?");
        /// When the plan year ends.
        PlanYearEnds = "plan-year-ends": [Count 1..=12] at plan.plan_year_ends, of Plan if |a| a.is_tested(),
            "Last month of the plan year", ask("Last month of the plan year")
                .hint("6 for June. Leave blank for December.");
    } };
}
pub(crate) use matching;
