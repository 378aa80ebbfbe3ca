//! What tells the sheets of a year's jobs apart, asked once there are several.

macro_rules! job {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// What the person calls the job.
        JobName = "job-name": [Words] at job.name, of Account if |a| a.several_jobs,
            "Name of this job", ask("What do you call this job?")
                .hint("You see this name in your dates, and at the top, where you choose the job.");
        /// How it stands to the first job of the year.
        JobRelation = "job-relation": [Choice Relation] at job.relation, of Account if |a| a.further_job,
            "How this employer is related to the first", ask("How is this employer related to that of your first job?");
    } };
}
pub(crate) use job;
