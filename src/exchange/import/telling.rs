//! What a row is and which money it is of, by its words or by what the person said of them.

use super::asks::Topic;
use super::cells::{quoted, words};
use super::kinds::{self, RowKind, Source};
use super::reader::Reader;
use crate::exchange::csv::Row;
use crate::record::Path;

/// Which money a row is of.
pub(super) enum Of {
    AfterTax {
        assumed: bool,
        named: bool,
    },
    Other(String),
    /// Nobody knows which money goes by this name.
    Unclear(String),
    /// Nothing says which.
    Unnamed,
}

impl Reader<'_> {
    /// What a row is, and whether the person said so.
    pub fn what(&self, row: &Row) -> Result<(RowKind, bool), String> {
        let columns = self.columns;
        let usual = if columns.balances { RowKind::Balance } else { RowKind::Contribution };
        let hints = || columns.hints.iter().map(|column| row.text(*column));
        let mut named = false;
        let what = match columns.own {
            true => {
                let kind = hints().next().unwrap_or_default();
                match kinds::what(kind) {
                    _ if kind.is_empty() => usual,
                    what @ (RowKind::Balance | RowKind::Contribution | RowKind::Conversion(_)) => what,
                    _ => {
                        return Err(format!("{} is no kind. Write contribution, balance or conversion.", quoted(kind)));
                    }
                }
            }
            false => match self.answered(row) {
                Some(what) => {
                    named = true;
                    what
                }
                None => self.by_words(row, usual),
            },
        };
        let how = columns.how.map(|column| row.text(column));
        let what = match (what, how) {
            (RowKind::Conversion(_), Some(how)) => kinds::path(how).map(RowKind::Conversion).ok_or_else(|| {
                format!("{} is no way of a conversion. Write in_plan, roth_ira, split or paid_out.", quoted(how))
            })?,
            _ => what,
        };
        Ok((what, named))
    }

    /// What the person said of a row's activity.
    fn answered(&self, row: &Row) -> Option<RowKind> {
        let activity = self.activity_of(row);
        match self.naming.said(&Topic::Activity(activity).key("")) {
            "contribution" => Some(RowKind::Contribution),
            "in_plan" => Some(RowKind::Conversion(Path::InPlan)),
            "roth_ira" => Some(RowKind::Conversion(Path::RothIra)),
            "other" => Some(RowKind::Neither),
            _ => None,
        }
    }

    /// What a row's words say: the most telling first, and what takes back before all.
    fn by_words(&self, row: &Row, usual: RowKind) -> RowKind {
        let kinds = || self.columns.hints.iter().map(|column| kinds::what(row.text(*column)));
        if kinds().any(|what| what == RowKind::Reversal) {
            return RowKind::Reversal;
        }
        let activity = self.columns.activity.map_or("", |place| row.text(place));
        let by_activity = kinds::what(activity);
        let known = kinds().find(|what| *what != RowKind::Unknown);
        match (by_activity, known) {
            // Other words may be the name of a source, such as “After Tax Contribution”: by
            // themselves they make no contribution of an activity that nobody knows.
            (RowKind::Unknown | RowKind::Unclear, _) if !words(activity).is_empty() => {
                let conversion = kinds().find(|what| matches!(what, RowKind::Conversion(_)));
                let certain = known.filter(|what| by_activity == RowKind::Unknown && *what != RowKind::Contribution);
                conversion.or(certain).unwrap_or(RowKind::Unclear)
            }
            (_, Some(RowKind::Unclear)) => {
                let certain = |what: &RowKind| matches!(what, RowKind::Contribution | RowKind::Conversion(_));
                kinds().find(certain).unwrap_or(RowKind::Unclear)
            }
            (_, known) => known.unwrap_or(usual),
        }
    }

    /// The words by which a person is asked what a row is.
    pub fn activity_of(&self, row: &Row) -> String {
        let columns = self.columns;
        let unclear = |place: &&usize| kinds::what(row.text(**place)) == RowKind::Unclear;
        let activity = columns.activity.map(|place| words(row.text(place))).unwrap_or_default();
        let by_hint = || columns.hints.iter().find(unclear).map_or("", |place| row.text(*place));
        if activity.is_empty() { words(by_hint()) } else { activity }
    }

    /// The words by which a row is of a kind.
    pub fn words_of(&self, row: &Row, kind: RowKind) -> String {
        let mut hints = self.columns.hints.iter().map(|column| row.text(*column));
        let by_words = hints.find(|text| kinds::what(text) == kind).map(str::to_owned);
        by_words.unwrap_or_else(|| self.activity_of(row))
    }

    /// Which money a row is of, by its words or by what was said of them.
    pub fn money(&self, row: &Row, what: RowKind, named: bool) -> Of {
        let columns = self.columns;
        let known = Of::AfterTax { assumed: false, named };
        if columns.own {
            return known;
        }
        let name = columns.source.map(|column| words(row.text(column))).unwrap_or_default();
        let said = if name.is_empty() { "" } else { self.naming.said(&Topic::Source(name.clone()).key("")) };
        match (said, kinds::source(&name)) {
            ("after_tax", _) => return Of::AfterTax { assumed: false, named: true },
            ("other", _) | (_, Source::Other) => return Of::Other(name),
            (_, Source::Unclear) => return Of::Unclear(name),
            (_, Source::AfterTax) => return known,
            (_, Source::Unknown) => {}
        }
        if columns.after_tax {
            return known;
        }
        let by_hint = |wanted: Source| {
            let mut hints = columns.hints.iter().map(|column| row.text(*column));
            hints.find(|text| kinds::source_by_hint(text, what) == wanted)
        };
        if by_hint(Source::AfterTax).is_some() {
            return known;
        }
        match by_hint(Source::Other) {
            Some(other) => Of::Other(other.to_owned()),
            // Who calls a row a conversion in this ledger has said which money it is.
            None if named && matches!(what, RowKind::Conversion(_)) => known,
            None => match self.naming.said("source") {
                "" if columns.is_plain(row) => Of::AfterTax { assumed: true, named },
                _ => Of::Unnamed,
            },
        }
    }
}
