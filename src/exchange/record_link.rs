//! A link that carries a whole record.
//!
//! Its text is `all/1?` and the record's JSON in base64url. It stands after the `#` of an
//! address, the part that browsers send to no server.

use std::fmt;

use super::base64;
use crate::record::{Record, RecordError};

/// What a link begins with, up to its version.
const BEGINNING: &str = "all/";
/// The version of the links that this planner writes.
const VERSION: &str = "1";
/// The longest link read and written, in bytes: browsers and mail programs take it, and it
/// carries some years with what a person types in them. A long ledger goes as a file.
pub const LONGEST_WHOLE_LINK: usize = 32 << 10;

/// Why a link to a whole record cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WholeLinkError {
    /// Not such a link at all.
    NotARecord,
    /// Made by a newer planner.
    Newer,
    /// Longer than [`LONGEST_WHOLE_LINK`].
    TooLong,
    /// Some of it was lost or changed on its way.
    Damaged,
    /// What it carries is no record of this planner.
    Record(RecordError),
}

impl fmt::Display for WholeLinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotARecord => "This link carries no record. Ask for it again, and copy all of it.",
            Self::Newer => {
                "This link was made by a newer planner. Reload the page to get the newest planner, and open the link again."
            }
            Self::TooLong => "This link is longer than a record’s can be. Ask for the record as a file.",
            Self::Damaged => {
                "This link was damaged on its way. Ask for it again, and copy all of it, or ask for the record as a file."
            }
            Self::Record(error) => return error.fmt(f),
        })
    }
}

impl std::error::Error for WholeLinkError {}

impl Record {
    /// The text of a link with all of this record, to stand after the `#` of the planner's
    /// address; none if it were longer than [`LONGEST_WHOLE_LINK`].
    ///
    /// ```
    /// use planner::record::Record;
    /// let record = Record::default();
    /// let link = record.to_link().unwrap_or_default();
    /// assert_eq!(link, "all/1?eyJmb3JtYXQiOjMsInllYXJzIjpbXX0");
    /// assert_eq!(Record::from_link(&format!("https://planner.example/#{link}"))?, record);
    /// # Ok::<(), planner::exchange::WholeLinkError>(())
    /// ```
    #[must_use]
    pub fn to_link(&self) -> Option<String> {
        let link = format!("{BEGINNING}{VERSION}?{}", base64::encoded(unindented(&self.to_json()).as_bytes()));
        (link.len() <= LONGEST_WHOLE_LINK).then_some(link)
    }

    /// Whether a text is meant as a link to a whole record, with or without the address
    /// before its `#`.
    #[must_use]
    pub fn is_link(text: &str) -> bool {
        fragment(text).starts_with(BEGINNING)
    }

    /// Reads the text of a link, with or without the address before its `#`. Mail programs
    /// break long links into lines, so blanks in it do not count.
    ///
    /// # Errors
    /// A [`WholeLinkError`], whose text tells the person what to do.
    pub fn from_link(text: &str) -> Result<Self, WholeLinkError> {
        let link = fragment(text);
        let rest = link.strip_prefix(BEGINNING).ok_or(WholeLinkError::NotARecord)?;
        let (version, packed) = rest.split_once('?').unwrap_or((rest, ""));
        if version != VERSION {
            return Err(if is_version(version) { WholeLinkError::Newer } else { WholeLinkError::Damaged });
        }
        if link.len() > LONGEST_WHOLE_LINK {
            return Err(WholeLinkError::TooLong);
        }
        let packed: String = packed.split_ascii_whitespace().collect();
        let json = base64::decoded(&packed).and_then(|bytes| String::from_utf8(bytes).ok());
        Self::from_json(&json.ok_or(WholeLinkError::Damaged)?).map_err(|error| match error {
            RecordError::CutOff | RecordError::Unreadable { .. } => WholeLinkError::Damaged,
            error => WholeLinkError::Record(error),
        })
    }
}

/// JSON without the blanks between its parts. Writing the record once more without them would
/// compile all of its writing once more.
fn unindented(json: &str) -> String {
    let (mut in_text, mut escaped) = (false, false);
    let is_kept = |letter: &char| {
        let quote = *letter == '"' && !escaped;
        escaped = in_text && *letter == '\\' && !escaped;
        in_text ^= quote;
        in_text || quote || !letter.is_ascii_whitespace()
    };
    json.chars().filter(is_kept).collect()
}

/// Whether a text can be the version of a link, be it of this planner or a newer one.
pub(super) fn is_version(text: &str) -> bool {
    !text.is_empty() && !text.starts_with('0') && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What stands after the first `#`, or all of a text without any.
pub(super) fn fragment(text: &str) -> &str {
    text.split_once('#').map_or(text, |(_, fragment)| fragment).trim()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn only_blanks_between_the_parts_go(texts in prop::collection::vec("[a \\\\\"\n{}\\[\\],:]{0,12}", 0..6)) {
            let value = serde_json::json!({ "a b": texts, "n": [1, {}, []] });
            let pretty = serde_json::to_string_pretty(&value).expect("JSON");
            prop_assert_eq!(unindented(&pretty), value.to_string());
        }
    }
}
