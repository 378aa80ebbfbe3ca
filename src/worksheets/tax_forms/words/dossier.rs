//! What to keep, how long, and how the year's page names things.

use crate::law::citations;
use crate::record::{Landing, Spot};
use crate::worksheets::tax_forms::dossier::Keep;

const AS_LONG_AS_ROTH: &str =
    "as long as there is Roth money from them, and three years after the return of the last withdrawal";

/// What to keep, and how long.
pub const KEEP: [Keep; 5] = [
    Keep { what: "Forms 1099-R with this page", how_long: AS_LONG_AS_ROTH, citation: citations::FORMS_RECORDS },
    Keep {
        what: "Plan statements and pay stubs that show after-tax contributions and earnings separately",
        how_long: "just as long: they prove what was taxed before",
        citation: citations::FORMS_RECORDS,
    },
    Keep {
        what: "Confirmations that show which Roth account received the money",
        how_long: "just as long, sorted by year, because each conversion has five years of its own",
        citation: citations::FORMS_RECORDS,
    },
    Keep {
        what: "Forms 5498 of Roth IRAs, and every Form 8606 ever filed",
        how_long: "just as long: a later Form 8606 builds on them",
        citation: citations::FORM_8606_LATER,
    },
    Keep {
        what: "The tax return with its forms",
        how_long: "three years after it was filed or due, whichever is later; six if more than 25% of income was left out",
        citation: citations::FORMS_RECORDS,
    },
];

/// Where conversions were to land, why, and since when.
pub fn landing(landing: &Landing) -> String {
    let spot = match landing.spot {
        Spot::Open => return "No landing spot was chosen on the Landing spot page.".to_owned(),
        Spot::RothIra => "a Roth IRA",
        Spot::Roth401k => "the plan’s own Roth account",
    };
    let when = landing.chosen_on.map(|on| format!(" on {}", on.long())).unwrap_or_default();
    let reason = landing.reason.trim();
    let why = if reason.is_empty() { String::new() } else { format!(" Your reason: “{reason}”") };
    format!("You chose {spot}{when}.{why}")
}
