//! The year to print and keep.

use serde::Serialize;

use super::Work;
use crate::date::Date;
use crate::law::{Citation, citations};
use crate::money::{Money, Overflow};
use crate::record::{Contribution, Landing, Ledger, Path, Record, Spot};
use crate::worksheets::ledger::{self, Distribution, Pool};

/// The year's record, for the files.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Dossier {
    /// The day on which it was made.
    pub made_on: Date,
    /// The year's after-tax contributions by date.
    pub contributions: Vec<Contribution>,
    /// Their sum.
    pub contributed: Money,
    /// The year's conversions by date.
    pub conversions: Vec<Distribution>,
    /// All that moved.
    pub moved: Money,
    /// The after-tax contributions in it.
    pub basis: Money,
    /// The earnings in it.
    pub earnings: Money,
    /// What of it is income of the year.
    pub taxable: Money,
    /// After-tax contributions that had not moved by the year's end.
    pub unconverted: Money,
    /// Where conversions were to land, why, and since when, in a sentence.
    pub landing: String,
    /// What to keep, and how long.
    pub keep: Vec<Keep>,
}

/// A paper to keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Keep {
    /// Which.
    pub what: &'static str,
    /// How long, and why.
    pub how_long: &'static str,
    /// Where the law says so.
    pub citation: Citation,
}

const AS_LONG_AS_ROTH: &str =
    "as long as there is Roth money from them, and three years after the return of the last withdrawal";

/// What to keep, and how long.
const KEEP: [Keep; 5] = [
    Keep { what: "Forms 1099-R with this page", how_long: AS_LONG_AS_ROTH, citation: citations::FORMS_RECORDS },
    Keep {
        what: "Plan statements and pay stubs that show after-tax contributions and earnings apart",
        how_long: "the same: they prove what was taxed before",
        citation: citations::FORMS_RECORDS,
    },
    Keep {
        what: "Confirmations that show the Roth account which received the money",
        how_long: "the same, and by the year, since each conversion has five years of its own",
        citation: citations::FORMS_RECORDS,
    },
    Keep {
        what: "Forms 5498 of Roth IRAs, and every Form 8606 ever filed",
        how_long: "the same: a later Form 8606 is built on them",
        citation: citations::FORM_8606_LATER,
    },
    Keep {
        what: "The tax return with its forms",
        how_long: "three years after it was filed or due, whichever is later; six where more than 25% of income was left out",
        citation: citations::FORMS_RECORDS,
    },
];

pub(super) fn dossier(record: &Record, work: &Work<'_>) -> Result<Dossier, Overflow> {
    let mut contributions = work.entry.ledger.contributions.clone();
    contributions.sort_by(|one, other| (one.date, &one.plan, one.amount).cmp(&(other.date, &other.plan, other.amount)));
    let mut conversions: Vec<Distribution> = work.all_moves().cloned().collect();
    conversions.sort_by_key(|made| made.entered.date);
    let sum = |part: fn(&Distribution) -> Money| Money::sum(conversions.iter().map(part));
    // What later years took out was still in at the year's end.
    let later = record.years.iter().any(|entry| entry.year > work.year && entry.ledger != Ledger::default());
    let at_year_end = later.then(|| ledger::posted_until(record, Date::year_end(work.year).unwrap_or(Date::LAST)));
    let at_year_end = at_year_end.transpose()?;
    let pools = at_year_end.as_deref().unwrap_or(work.pools);
    let left: Vec<Money> = pools.iter().map(Pool::waits).collect::<Result<_, _>>()?;
    Ok(Dossier {
        made_on: work.today,
        contributed: Money::sum(contributions.iter().map(|row| row.amount))?,
        moved: sum(|made| made.entered.amount)?,
        basis: sum(|made| made.basis)?,
        earnings: sum(|made| made.earnings)?,
        taxable: sum(|made| made.taxable)?,
        unconverted: Money::sum(left)?,
        landing: landing(&work.entry.landing),
        keep: KEEP.to_vec(),
        contributions,
        conversions,
    })
}

fn landing(landing: &Landing) -> String {
    let spot = match landing.spot {
        Spot::Open => return "No landing spot was chosen in the Landing spot worksheet.".to_owned(),
        Spot::RothIra => "a Roth IRA",
        Spot::Roth401k => "the plan’s own Roth account",
    };
    let when = landing.chosen_on.map(|on| format!(" on {}", on.long())).unwrap_or_default();
    let reason = landing.reason.trim();
    let why = if reason.is_empty() { String::new() } else { format!(" Your reason: “{reason}”") };
    format!("You chose {spot}{when}.{why}")
}

/// How a conversion went, as a table names it.
#[must_use]
pub const fn path_name(path: Path) -> &'static str {
    match path {
        Path::InPlan => "in-plan",
        Path::RothIra => "to a Roth IRA",
        Path::Split => "split",
        Path::PaidOut => "paid to you",
    }
}
