//! The worksheets of the guide: each turns a [`Year`] of the record into a result that
//! ends in a decision, the rule behind it and the next action.
//!
//! Below them stands what they share: the [`year`] worked out once, whether the plan can
//! do it ([`feasibility`]), the [`ledger`] posted, and the form of a [`checklist`]. [`Worksheet`] is the only list of
//! them; whatever goes over all worksheets goes over [`Worksheet::ALL`].
//!
#![doc = include_str!("findings.md")]

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::date::Date;
use crate::questions::cards::Page;
use crate::record::{Record, YearRecord};
use crate::report::Report;

pub mod agenda;
pub mod checklist;
pub mod conversions;
pub mod feasibility;
pub mod jobs;
pub mod landing;
pub mod ledger;
pub mod pace;
pub mod plan;
pub mod review;
pub mod room;
pub mod tax_forms;
pub mod year;

use jobs::Jobs;
use year::{NotReady, Year};

/// Makes of one list of worksheets all that is one thing for each.
macro_rules! worksheets {
    ($($(#[$about:meta])* $Worksheet:ident = $slug:literal, $folder:ident reads $Reads:ident $(, csv of $lines:ident)?;)*) => {
        /// A worksheet.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Worksheet {
            $($(#[$about])* $Worksheet,)*
        }

        impl Worksheet {
            /// Every worksheet, in the order of the guide.
            pub const ALL: &[Self] = &[$(Self::$Worksheet),*];

            /// Its name in the page's address and in the command's results.
            #[must_use]
            pub const fn slug(self) -> &'static str {
                match self { $(Self::$Worksheet => $slug,)* }
            }

            /// What of a year it cannot do without.
            #[must_use]
            pub const fn reads(self) -> Reads {
                match self { $(Self::$Worksheet => Reads::$Reads,)* }
            }

            /// Its page: what it asks, and in which words.
            #[must_use]
            pub const fn page(self) -> &'static Page {
                match self { $(Self::$Worksheet => &$folder::PAGE,)* }
            }

            /// What it can find, each under its code: the code, and a line that says what it is.
            pub fn codes(self) -> Vec<(&'static str, &'static str)> {
                match self {
                    $(Self::$Worksheet => $folder::Code::ALL.iter().map(|code| (code.id(), code.about())).collect(),)*
                }
            }

            /// Its result for a year, as the command prints it.
            ///
            /// # Errors
            /// [`NotReady`] says what is still to be entered.
            pub fn result(self, year: &Year<'_>) -> Result<Value, NotReady> {
                match self { $(Self::$Worksheet => $folder::worksheet(year).map(value),)* }
            }

            /// Its report on a year, as the page shows it.
            ///
            /// # Errors
            /// [`NotReady`] says what is still to be entered.
            pub fn report(self, year: &Year<'_>) -> Result<Report, NotReady> {
                match self { $(Self::$Worksheet => $folder::worksheet(year).map(Report::from),)* }
            }

            /// What it has to keep as a file on a year, as comma-separated values; none for one
            /// that has no file.
            ///
            /// # Errors
            /// [`NotReady`] says what is still to be entered.
            pub fn file(self, year: &Year<'_>) -> Result<Option<String>, NotReady> {
                match self {
                    $($(Self::$Worksheet => $folder::worksheet(year).map(|result| Some($folder::csv(&result.$lines))),)?)*
                    _ => Ok(None),
                }
            }
        }
    };
}

worksheets! {
    /// The Plan Feature Checklist: whether the plan can do it at all.
    Plan = "plan", plan reads Rules;
    /// The Contribution Room Worksheet: how much still fits.
    Room = "room", room reads Planned;
    /// The contribution pace: what to enter on the payroll site, and until when.
    Pace = "pace", pace reads Planned, csv of lines;
    /// The Conversion Tracking Checklist: what went to Roth, and what of it is taxed.
    Conversions = "conversions", conversions reads Posted, csv of ledger;
    /// The landing spot: Roth IRA or the plan's own Roth account.
    Landing = "landing", landing reads Posted;
    /// What Form 1099-R should say, and what goes on the return.
    TaxForms = "forms", tax_forms reads Posted;
    /// The yearly review: every date, the common mistakes, the next year, and what else to do.
    Review = "review", review reads Anything;
}

/// What of a year a worksheet cannot do without: what else cannot be read does not stand in
/// its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reads {
    /// The plan's rules.
    Rules,
    /// What is to come: the plan's rules, pay, contributions and elections.
    Planned,
    /// What went in and out: the ledger, the landing spot and the forms.
    Posted,
    /// Nothing: it shows what there is.
    Anything,
}

impl Worksheet {
    /// The worksheet with this name.
    ///
    /// ```
    /// use planner::worksheets::Worksheet;
    /// assert_eq!(Worksheet::from_slug("forms"), Some(Worksheet::TaxForms));
    /// assert_eq!(Worksheet::from_slug("data"), None);
    /// ```
    #[must_use]
    pub fn from_slug(slug: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|worksheet| worksheet.slug() == slug)
    }
}

/// Every worksheet's result of every year of a record, as the command prints them; a
/// worksheet that is not ready says what it waits for. A year with further jobs has the same of
/// each.
#[must_use]
pub fn results(record: &Record, today: Date) -> Value {
    let results_of = |entry: &YearRecord| {
        let jobs = Jobs::of(record, entry.year, today);
        let mut results = results_of(entry.year, &jobs.year(entry.year, today));
        if !jobs.beside().is_empty() {
            let further = jobs.beside().iter().map(|job| {
                let mut results = self::results_of(entry.year, &Year::of(&job.record, entry.year, today));
                results.insert("job".to_owned(), job.name.clone().into());
                Value::Object(results)
            });
            results.insert("further".to_owned(), further.collect());
        }
        Value::Object(results)
    };
    json!({ "today": today, "years": record.years.iter().map(results_of).collect::<Vec<_>>() })
}

/// Every worksheet's result of one year.
fn results_of(number: i16, year: &Result<Year<'_>, NotReady>) -> Map<String, Value> {
    let mut results = Map::from_iter([("year".to_owned(), number.into())]);
    for worksheet in Worksheet::ALL {
        let result = year.as_ref().map_err(NotReady::clone).and_then(|year| worksheet.result(year));
        let result = result.unwrap_or_else(|wait| json!({ "not_ready": wait.to_string() }));
        results.insert(worksheet.slug().to_owned(), result);
    }
    results
}

/// A result as JSON. Everything in one has a text or a list for it.
fn value(result: impl Serialize) -> Value {
    serde_json::to_value(result).unwrap_or_default()
}
