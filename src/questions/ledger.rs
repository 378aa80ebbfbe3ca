//! The ledger of after-tax money: what went in, what statements showed, what was converted.

macro_rules! ledger {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// Whether the ledger holds the after-tax money of several plans.
        SeveralPlans = "several-plans": [Choice Answer] at by_hand, of Account,
            "Plans in the ledger", ask("Which plans is this money in?")
                .answers(&[("no", "One plan"), ("yes", "Several plans, such as an old employer’s as well")]);
        /// From which day the ledger knows what there was.
        OpeningOn = "opening-on": [DateOfYear] at ledger.opening.on, of Ledger,
            "Date of the opening line", ask("As of");
        /// After-tax contributions from before.
        OpeningBasis = "opening-basis": [Money] at ledger.opening.basis, of Ledger,
            "Earlier contributions", ask("After-tax contributions in the plan").hint("Plans call this “basis.”");
        /// What they were worth.
        OpeningValue = "opening-value": [Money] at ledger.opening.value, of Ledger,
            "Value of the earlier money", ask("Worth, with earnings");
        /// The plan of the opening line.
        OpeningPlan = "opening-plan": [Words] at ledger.opening.plan, of Ledger if |a| a.several_plans,
            "Plan of the earlier money", ask("Plan");
        /// What of them is from before 1987.
        Before1987 = "before-1987": [Money] at ledger.opening.before_1987, of Ledger,
            "Contributions from before 1987", ask("Contributed before 1987");
        /// Whether the plan pays that part first and alone.
        Before1987Alone = "before-1987-alone": [Choice Answer] at ledger.opening.before_1987_alone, of Ledger,
            "Paying out money from before 1987", ask("Does the plan pay that part out first, without earnings?");
        /// The year's after-tax contributions by the plan's own statement.
        PlanTotal = "plan-total": [Money] at ledger.plan_total, of Ledger,
            "The plan’s own total", ask("After-tax contributions according to the plan")
                .hint("Its total for {year}, from a statement or its website.");
        /// The day up to which that total counts.
        PlanTotalOn = "plan-total-on": [DateOfYear] at ledger.plan_total_on, of Ledger,
            "Date of the plan’s total", ask("Through which day?").hint("Leave blank for today.");
        /// The person's tax rate.
        TaxRate = "tax-rate": [Percent] at ledger.tax_rate, of Person,
            "Your tax rate", ask("Your tax rate").hint("On your last dollar, federal and state together.");
        /// The growth a year to reckon with.
        Growth = "growth": [Percent] at ledger.growth, of Account,
            "Growth a year", ask("Assumed growth").hint("In percent a year.");
        /// Whether the year's forms and statements are saved.
        FormsSaved = "forms-saved": [Select Answer] at ledger.forms_saved, of Ledger,
            "Form 1099-R and statements", ask("I saved Form 1099-R and the statements for {year}")
                .answers(&[("unknown", "Not yet"), ("yes", "Done")]);
        /// Whether the taxable earnings are understood.
        EarningsUnderstood = "earnings-understood": [Select Answer] at ledger.earnings_understood, of Ledger,
            "Taxable earnings", ask("I know how much is taxed on my return for {year}")
                .answers(&[("unknown", "Not yet"), ("yes", "Done")]);
        /// Whether the plan was looked at again.
        PlanRechecked = "plan-rechecked": [Select Answer] at ledger.plan_rechecked, of Ledger,
            "The plan after a change", ask("I rechecked the plan after a change of employer or payroll")
                .answers(&[("unknown", "Not yet"), ("yes", "Done"), ("no", "Nothing changed")]);
    } };
}
pub(crate) use ledger;

/// What each row of the ledger has. Its place in the record goes by the list.
macro_rules! entries {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// The day of a row of the ledger.
        On = "on": [Date] at by_hand,
            "Date in the ledger", ask("Date");
        /// The amount of a row of the ledger.
        Sum = "sum": [Money] at by_hand,
            "Amount in the ledger", ask("Amount");
        /// The plan of a row, where the ledger holds several.
        Plan = "plan": [Words] at plan if |row| row.applies.several_plans,
            "Plan", ask("Plan");
    } };
}
pub(crate) use entries;

macro_rules! deposits {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// Whether an owner's contribution was made for the year before.
        ForYearBefore = "for-year-before": [Checked] at for_year_before if |row| row.applies.owner,
            "Deposit for last year", ask("Made for last year").hint("Possible through January 30.");
    } };
}
pub(crate) use deposits;

macro_rules! conversions {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// How a conversion went: `in_plan` (if empty), `roth_ira`, `split`, `traditional_ira` or
        /// `paid_out`.
        How = "how": [Select Path] at path,
            "How it went", ask("Where did it go?");
        /// The basis in a conversion by the plan's figures.
        PlanBasis = "plan-basis": [Money] at plan_basis,
            "Basis by the plan’s figures", ask("After-tax contributions").hint("Plans call this “basis.”");
        /// The earnings in a conversion by the plan's figures.
        PlanEarnings = "plan-earnings": [Money] at plan_earnings,
            "Earnings by the plan’s figures", ask("Earnings").hint("Plans may call this “taxable.”");
        /// The account that received a conversion.
        Destination = "destination": [Words] at destination,
            "Account that received it", ask("Account that received it");
        /// The confirmation of a conversion.
        Confirmation = "confirmation": [Words] at confirmation,
            "Confirmation", ask("Confirmation number, or where you keep it");
        /// Of a payment to the person, what went into a Roth IRA.
        RolledOver = "rolled-over": [Money] at rolled_over if |row| row.says(RowField::How, Path::PaidOut),
            "Amount put into a Roth IRA", ask("Put into a Roth IRA");
        /// When it did.
        RolledOverOn = "rolled-over-on": [Date] at rolled_over_on if |row| row.says(RowField::How, Path::PaidOut),
            "Date it went into a Roth IRA", ask("Date it went in").hint("You have 60 days.");
        /// When the payment came.
        ReceivedOn = "received-on": [Date] at received_on if |row| row.says(RowField::How, Path::PaidOut),
            "Date it was received", ask("Received on").hint("The 60 days run from here.");
        /// What of it went into a traditional IRA.
        ToTraditional = "to-traditional": [Money] at to_traditional if |row| row.says(RowField::How, Path::PaidOut),
            "Amount put into a traditional IRA", ask("Put into a traditional IRA");
    } };
}
pub(crate) use conversions;

use super::{List, Question, RowField, ask};

/// How a list asks for a field that other lists ask for in other words.
pub(super) const fn in_list(list: List, field: RowField) -> Option<&'static Question> {
    match (list, field) {
        (List::Balances, RowField::Sum) => Some(&const { ask("Worth") }),
        (List::Conversions, RowField::On) => {
            Some(&const { ask("Date").hint("Month/day/year, when the plan made it.") })
        }
        (List::Conversions, RowField::Sum) => {
            Some(&const { ask("Amount").hint("Contributions plus earnings. Leave blank to add the two.") })
        }
        _ => None,
    }
}
