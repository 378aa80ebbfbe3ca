//! Several jobs of one year, each with a plan, a payroll and a ledger of its own.
//!
//! One of them is on top of the year, with all that is the person's; the others stand in
//! [`YearRecord::further`] with what is theirs alone.

use serde::{Deserialize, Serialize};

use super::landing::Landing;
use super::plan_answers::PlanKind;
use super::year::{Relation, YearRecord};
use super::{Withdrawal, is_default};

/// The most jobs of one year with a plan of their own.
pub const MOST_SHEETS: usize = 4;

/// The most of them that stand below the one on top.
pub(super) const MOST_FURTHER: usize = MOST_SHEETS - 1;

/// What tells a job from the others of its year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Job {
    /// A number of its own, the same in every year. The least is that of the first job.
    #[serde(skip_serializing_if = "is_default")]
    pub id: u32,
    /// What the person calls it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// How it stands to the first job; of no account in that one.
    #[serde(skip_serializing_if = "is_default")]
    pub relation: Relation,
}

impl Job {
    /// What a job is called: its name, or else which one of its year it is, from 1.
    #[must_use]
    pub fn called(name: &str, place: usize) -> String {
        let name = name.trim();
        if name.is_empty() { format!("Job {place}") } else { name.to_owned() }
    }
}

impl YearRecord {
    /// The jobs of the year, the first one first.
    #[must_use]
    pub fn jobs(&self) -> Vec<&Self> {
        let mut jobs: Vec<&Self> = std::iter::once(self).chain(&self.further).collect();
        crate::order::sort_by_key(&mut jobs, |job| job.job.id);
        jobs
    }

    /// The year with that job on top; none if it has no such job.
    #[must_use]
    pub fn with_on_top(&self, id: u32) -> Option<Self> {
        let mut top = self.jobs().into_iter().find(|job| job.job.id == id)?.with_person_of(self);
        let others = self.jobs().into_iter().filter(|job| job.job.id != id);
        let nobody = Self::new(self.year);
        top.further = others.map(|job| job.with_person_of(&nobody)).collect();
        Some(top)
    }

    /// What is the job's out of this, and what is the person's out of another one. A test
    /// holds it against what [`whose`](crate::questions::Field::whose) says of each question.
    #[must_use]
    pub fn with_person_of(&self, person: &Self) -> Self {
        let (job, own) = (self, &person.landing);
        let mut entry = Self {
            own_limits: person.own_limits.clone(),
            other_jobs: person.other_jobs.clone(),
            beyond: person.beyond.clone(),
            landing: Landing {
                plan_roth_since: job.landing.plan_roth_since,
                leaves_from_55: job.landing.leaves_from_55,
                plan_loans: job.landing.plan_loans,
                investments: job.landing.investments,
                lower_costs: job.landing.lower_costs,
                withdrawal: Withdrawal {
                    plan_value: job.landing.withdrawal.plan_value,
                    plan_deferrals: job.landing.withdrawal.plan_deferrals,
                    ..own.withdrawal.clone()
                },
                ..own.clone()
            },
            further: Vec::new(),
            ..job.clone()
        };
        entry.ledger.tax_rate = person.ledger.tax_rate;
        entry
    }

    /// How another job of the year stands to this one.
    #[must_use]
    pub fn relation_to(&self, other: &Self, first: u32) -> Relation {
        let (here, there) = (self.job.relation, other.job.relation);
        let is_403b = |job: &Self| job.plan.kind == PlanKind::Plan403b;
        match (here, there) {
            _ if self.job.id == first => there,
            _ if other.job.id == first => here,
            // Who is in the first one's group stands to a third as the first one does.
            (Relation::Related, third) | (third, Relation::Related) => third,
            // Two plans of the first one's employer, neither of them of the first one's kind.
            (Relation::Same403b, Relation::Same403b) => Relation::Related,
            // Two businesses that the person controls are one group (IRC 415(h)).
            (Relation::Own403b, Relation::Own403b) if !is_403b(self) && !is_403b(other) => Relation::Related,
            _ => Relation::Unrelated,
        }
    }

    /// Whether the further jobs are some: few, each with a number of its own, of this year,
    /// with nothing of the person's and no jobs below them.
    pub(super) fn has_sound_jobs(&self) -> bool {
        let nobody = Self::new(self.year);
        let mut ids = crate::order::set([self.job.id]);
        self.further.len() <= MOST_FURTHER
            && self
                .further
                .iter()
                .all(|job| ids.insert(job.job.id) && job.year == self.year && job.with_person_of(&nobody) == *job)
    }
}
