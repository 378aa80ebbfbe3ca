//! Which plan an entry of the ledger is of.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Which plan an entry of the ledger is of. Records and results write it as a text, which
/// is empty for the plan of the year's job. That one comes first in order.
///
/// ```
/// use planner::record::PlanName;
/// assert_eq!(PlanName::from("Old job"), PlanName::Named("Old job".to_owned()));
/// assert_eq!(PlanName::from(""), PlanName::ThisJob);
/// assert_eq!(PlanName::ThisJob.as_str(), "");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum PlanName {
    /// The plan of the year's job, which has no name of its own.
    #[default]
    ThisJob,
    /// Another plan, as the person calls it.
    Named(String),
}

impl PlanName {
    /// Whether it is the plan of the year's job.
    #[must_use]
    pub fn is_this_job(&self) -> bool {
        *self == Self::ThisJob
    }

    /// As records and tables write it: empty for the plan of the year's job.
    #[must_use]
    pub fn as_str(&self) -> &str {
        match self {
            Self::ThisJob => "",
            Self::Named(name) => name,
        }
    }

    /// Its name in a text, which says by itself what the plan of the year's job is.
    #[must_use]
    pub fn or<'a>(&'a self, this_job: &'a str) -> &'a str {
        match self {
            Self::ThisJob => this_job,
            Self::Named(name) => name,
        }
    }
}

impl AsRef<str> for PlanName {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl From<&str> for PlanName {
    fn from(name: &str) -> Self {
        name.to_owned().into()
    }
}

impl From<String> for PlanName {
    fn from(name: String) -> Self {
        if name.is_empty() { Self::ThisJob } else { Self::Named(name) }
    }
}

impl fmt::Display for PlanName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for PlanName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for PlanName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer).map(Self::from)
    }
}
