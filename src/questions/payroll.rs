//! The paydays, the pay, what is taken from each paycheck, and how to spread it.

macro_rules! paydays {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// A pay date that the person knows.
        KnownPayDate = "known-pay-date": [Date] at payroll.known_pay_date, of Plan
            if |a| a.pays() && matches!(a.cadence, Cadence::Weekly | Cadence::Biweekly),
            "A pay date", ask("One of your paydays").hint("All others follow from it.");
        /// The day of the month.
        FirstDay = "first-day": [Count 1..=31] at payroll.first_day, of Plan
            if |a| a.pays() && matches!(a.cadence, Cadence::Semimonthly | Cadence::Monthly),
            "Day of the month", ask("Day of the month").hint("31 for the last day.");
        /// The second day of the month.
        SecondDay = "second-day": [Count 1..=31] at payroll.second_day, of Plan
            if |a| a.pays() && a.cadence == Cadence::Semimonthly,
            "Second day of the month", ask("Second day").hint("31 for the last day.");
        /// What happens on weekends and holidays.
        Shift = "shift": [Choice Shift] at payroll.shift, of Plan if |a| a.pays() && a.cadence != Cadence::Manual,
            "Paydays on weekends", ask("If a payday falls on a weekend or bank holiday, it is paid");
        /// All pay dates.
        PayDates = "pay-dates": [Dates] at payroll.pay_dates, of Plan if |a| a.pays() && a.cadence == Cadence::Manual,
            "Pay dates", ask("Your paydays in {year}").hint("Month/day/year, one per line.");
        /// The first day in the job.
        StartedOn = "started-on": [DateOfYear] at payroll.started_on, of Job if |a| a.pays(),
            "First day of this job", ask("First day of this job, if in {year}")
                .hint("Leave blank if you started earlier.");
        /// The last paycheck of the job.
        EndedOn = "ended-on": [DateOfYear] at payroll.ended_on, of Job if |a| a.pays(),
            "Last paycheck of this job", ask("Last paycheck of this job, if in {year}")
                .hint("Leave blank if you stay.");
        /// Whether the pay is a paycheck's or a year's.
        PayBasis = "pay-basis": [Choice PayBasis] at payroll.basis, of Job if |a| a.pays(),
            "Pay per paycheck or year", ask("You enter")
                .hint("A salary is split over the usual 52, 26, 24 or 12 paychecks.");
        /// Gross pay per paycheck or year.
        PayRate = "pay-rate": [Money] at payroll.pay, of Job if |a| a.pays(),
            "Gross pay", ask("Gross pay").hint("Before taxes and deductions, at the start of {year}.");
    } };
}
pub(crate) use paydays;

macro_rules! paychecks {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// The pay date of the latest stub.
        LastStub = "last-stub": [DateOfYear] at payroll.last_stub, of Job if |a| a.pays(),
            "Date of the latest pay stub", ask("Payday of that stub").hint("Leave blank to use the latest payday.");
        /// Gross pay so far.
        PaySoFar = "pay-so-far": [Money] at payroll.pay_so_far, of Job if |a| a.pays(),
            "Gross pay so far", ask("Gross pay so far").hint(
                "Leave severance out; regular pay that came after you left counts. Leave blank to estimate it.",
            );
        /// Of that, the pay that the plan's percentages count.
        EligibleSoFar = "eligible-so-far": [Money] at payroll.eligible_so_far, of Job
            if |a| a.pays() && a.percent_caps,
            "Eligible pay so far", ask("Eligible pay so far")
                .hint("Without bonuses that your plan’s percentages leave out. Leave blank if all pay counts.");
        /// Pre-tax deferrals from each paycheck.
        PreTaxElection = "pre-tax-election": [Election] at payroll.pre_tax, of Job if |a| a.pays(),
            "Pre-tax election", ask("Pre-tax deferrals");
        /// Roth deferrals from each paycheck.
        RothElection = "roth-election": [Election] at payroll.roth, of Job if |a| a.pays(),
            "Roth election", ask("Roth deferrals");
        /// After-tax money from each paycheck.
        AfterTaxElection = "after-tax-election": [Election] at payroll.after_tax, of Job if |a| a.pays(),
            "After-tax election now", ask("After-tax contributions");
        /// Pre-tax deferrals from bonuses.
        BonusPreTax = "bonus-pre-tax": [Election] at payroll.bonus_pre_tax, of Job if |a| a.bonus_elections,
            "Pre-tax election for bonuses", ask("Pre-tax, from bonuses");
        /// Roth deferrals from bonuses.
        BonusRoth = "bonus-roth": [Election] at payroll.bonus_roth, of Job if |a| a.bonus_elections,
            "Roth election for bonuses", ask("Roth, from bonuses");
        /// After-tax contributions from bonuses.
        BonusAfterTax = "bonus-after-tax": [Election] at payroll.bonus_after_tax, of Job if |a| a.bonus_elections,
            "After-tax election for bonuses", ask("After-tax, from bonuses");
        /// Pre-tax catch-up.
        CatchUpPreTax = "catch-up-pre-tax": [Election] at payroll.catch_up_pre_tax, of Job
            if |a| a.catch_up_election,
            "Pre-tax catch-up election", ask("Pre-tax catch-up");
        /// Roth catch-up.
        CatchUpRoth = "catch-up-roth": [Election] at payroll.catch_up_roth, of Job if |a| a.catch_up_election,
            "Roth catch-up election", ask("Roth catch-up");
        /// Catch-up so far.
        CatchUpSoFar = "catch-up-so-far": [Money] at payroll.catch_up_so_far, of Job if |a| a.catch_up_election,
            "Catch-up so far", ask("Catch-up so far")
                .hint("Part of your deferrals so far. Leave blank to estimate it.");
        /// Take-home pay of the latest paycheck.
        TakeHome = "take-home": [Money] at payroll.take_home, of Job if |a| a.pays(),
            "Take-home pay", ask("Take-home pay of that stub").hint("What reached your bank.");
        /// The least take-home pay.
        LeastTakeHome = "least-take-home": [Money] at payroll.least_take_home, of Job if |a| a.pays(),
            "Minimum take-home pay", ask("Minimum take-home pay you want").hint("Per regular paycheck.");
        /// How to spread the money.
        Strategy = "strategy": [Choice Strategy] at payroll.strategy, of Job if |a| a.pays(),
            "How to spread it", ask("After-tax money goes in");
        /// The date by which it is in.
        FillBy = "fill-by": [DateOfYear] at payroll.fill_by, of Job if |a| a.pays() && a.by_date,
            "Filled by", ask("By which date?");
        /// The most after-tax money that the person wants.
        OwnTarget = "own-target": [Money] at payroll.own_target, of Job if |a| a.pays(),
            "Maximum after-tax money you want", ask("Maximum after-tax money you want in {year}")
                .hint("Leave blank to use all your room.");
        /// Whether only what spills over is wanted.
        SpilloverOnly = "spillover-only": [Checked] at payroll.spillover_only, of Job if |a| a.pays() && a.spillover,
            "Only spillover", ask("I want only the after-tax money that spills over");
        /// A raise to try out.
        WhatIfRaise = "what-if-raise": [Percent] at payroll.what_if_raise, of Job if |a| a.pays(),
            "A raise to try out", ask("A raise to try out")
                .hint("In percent; 5 if blank. Affects only the what-ifs.");
    } };
}
pub(crate) use paychecks;

macro_rules! raises {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// The first pay date of a raise.
        From = "from": [Date] at by_hand,
            "First payday of the raise", ask("First payday of the raise");
        /// The pay after a raise.
        NewPay = "new-pay": [Money] at by_hand,
            "Pay after the raise", ask("New gross pay").hint("The full amount, not the difference.");
    } };
}
pub(crate) use raises;

macro_rules! bonuses {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// The pay date of a bonus.
        Date = "date": [Date] at by_hand,
            "Payday of the bonus", ask("Payday");
        /// A bonus.
        Amount = "amount": [Money] at by_hand,
            "Bonus", ask("Amount before taxes");
        /// Whether deferrals are taken from a bonus.
        TakesDeferrals = "takes-deferrals": [Choice Answer] at deferrals,
            "Deferrals from the bonus", ask("Are percentage deferrals taken from it?");
        /// Whether after-tax money is taken from a bonus.
        TakesAfterTax = "takes-after-tax": [Choice Answer] at after_tax,
            "After-tax money from the bonus", ask("Is after-tax money taken from it?");
        /// Whether a bonus is pay for the match.
        Matched = "matched": [Choice Answer] at matched,
            "Match on the bonus", ask("Does it count for the match?");
        /// Whether the plan's percentages count a bonus.
        Eligible = "eligible": [Choice Answer] at eligible if |row| row.applies.percent_caps,
            "Eligible pay", ask("Do the plan’s percentage limits count it as pay?");
        /// Whether a bonus is sure: `sure` (if empty) or `unsure`.
        Sure = "sure": [Choice Certainty] at by_hand,
            "How sure the bonus is", ask("How sure is it?");
    } };
}
pub(crate) use bonuses;
