//! The draft as it is kept between visits: JSON with a version.

use std::fmt;

use serde::{Deserialize, Serialize};

use super::Draft;

/// The version of the saved text that this planner writes. Format 2 is format 3 without
/// the ledger, the landing spot and the forms; format 1 is format 2 without the fields
/// of the plan and the paychecks.
pub const FORMAT: u32 = 3;

#[derive(Serialize, Deserialize)]
struct Saved<D> {
    format: u32,
    draft: D,
}

/// Why a saved text cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SavedError {
    /// Written by a newer planner: it must not be overwritten.
    Newer,
    /// Not a draft of this planner.
    Unreadable,
}

impl fmt::Display for SavedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Newer => {
                "The figures saved in this browser were written by a newer planner. They are left as they are; reload to get the newest planner. What you type now is not saved."
            }
            Self::Unreadable => {
                "The figures saved in this browser could not be read. They are set aside in this browser, and you start with an empty page."
            }
        })
    }
}

impl std::error::Error for SavedError {}

impl Draft {
    /// The text to save.
    #[must_use]
    pub fn to_saved(&self) -> String {
        serde_json::to_string(&Saved { format: FORMAT, draft: self }).unwrap_or_default()
    }

    /// Reads a saved text.
    ///
    /// # Errors
    /// A [`SavedError`], whose text tells the person what becomes of it.
    pub fn from_saved(text: &str) -> Result<Self, SavedError> {
        #[derive(Deserialize)]
        struct Header {
            format: u64,
        }
        // A newer text may be written quite otherwise, so that its version alone tells. One of
        // this format is gone through once only, since every change in the page comes by here.
        let newer = |format: u64| format > u64::from(FORMAT);
        let saved: Saved<Self> = serde_json::from_str(text).map_err(|_| {
            let is_newer = serde_json::from_str(text).is_ok_and(|header: Header| newer(header.format));
            if is_newer { SavedError::Newer } else { SavedError::Unreadable }
        })?;
        if newer(saved.format.into()) {
            return Err(SavedError::Newer);
        }
        let sound = saved.format >= 1 && saved.draft.is_sound();
        if sound { Ok(saved.draft) } else { Err(SavedError::Unreadable) }
    }
}
