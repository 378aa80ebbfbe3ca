//! Other jobs and businesses of the year.

macro_rules! jobs {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// What the person calls another job.
        Name = "name": [Words] at name,
            "Employer’s name", ask("Employer’s name (any name)");
        /// How another job stands to this one.
        Relation = "relation": [Choice Relation] at relation,
            "How the employers are related", ask("How are the two employers related?");
        /// Whether the other job's plan is a 403(b).
        Is403b = "is-403b": [Choice Answer] at is_403b
            if |row| row.applies.plan_403b && !row.is_of_related_job(),
            "Another 403(b)", ask("Is the plan there a 403(b), too?");
        /// Gross pay at another job.
        Pay = "pay": [Money] at pay if |row| row.says(RowField::Relation, Relation::Related),
            "Pay there", ask("Gross pay there for the year");
        /// Deferrals at another job so far.
        DeferralsSoFar = "deferrals-so-far": [Sum] at deferrals.so_far,
            "Deferrals there so far", SO_FAR;
        /// Deferrals at another job still to come.
        DeferralsToCome = "deferrals-to-come": [Sum] at deferrals.to_come,
            "Deferrals there to come", TO_COME;
        /// Employer money at another job so far.
        EmployerSoFar = "employer-so-far": [Sum] at employer.so_far if |row| row.shares_the_limit(),
            "Employer money there so far", SO_FAR;
        /// Employer money at another job still to come.
        EmployerToCome = "employer-to-come": [Sum] at employer.to_come if |row| row.shares_the_limit(),
            "Employer money there to come", TO_COME;
        /// After-tax money at another job.
        AfterTax = "after-tax": [Sum] at after_tax if |row| row.shares_the_limit(),
            "After-tax contributions there", ask("After-tax contributions there so far");
    } };
}
pub(crate) use jobs;

use super::{Key, List, Pair, ROW, RowField};

/// The deferrals there.
pub const DEFERRALS: Pair =
    of_job(RowField::DeferralsSoFar, RowField::DeferralsToCome, "Your deferrals there, pre-tax and Roth")
        .hint("To a 401(k), 403(b), SARSEP or SIMPLE. Leave out a 457(b): it has its own limit.");

/// What the employer puts in there.
pub const EMPLOYER: Pair = of_job(RowField::EmployerSoFar, RowField::EmployerToCome, "Employer money there");

const fn of_job(so_far: RowField, to_come: RowField, label: &'static str) -> Pair {
    Pair::new(Key::Row(List::Jobs, ROW, so_far), Key::Row(List::Jobs, ROW, to_come), label)
}
