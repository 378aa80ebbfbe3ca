//! The tiers of a match, which a record has in a list and the page in fields.

use super::Reader;
use crate::percent::Percent;
use crate::questions::{Field, Key};
use crate::record::MatchTier;

impl Reader<'_> {
    /// The match's tiers up to the first that is not clear: what would come
    /// after it cannot be placed.
    pub(super) fn tiers(&mut self) -> Vec<MatchTier> {
        let read = Field::TIERS.map(|(rate, up_to)| {
            let (rate, up_to) = (Key::Sheet(rate), Key::Sheet(up_to));
            (rate, up_to, self.percent::<1_000>(rate), self.percent(up_to))
        });
        let mut tiers = Vec::new();
        let mut below = Some(Percent::ZERO);
        for (place, (rate_key, up_to_key, rate, up_to)) in read.into_iter().enumerate() {
            let unread = |key: Key, is_none: bool| is_none && !self.asked(key).is_empty();
            if unread(rate_key, rate.is_none()) || unread(up_to_key, up_to.is_none()) {
                self.leave_out_tiers(place);
                break;
            }
            let (key, message) = match (rate, below, up_to) {
                (None, _, None) => continue,
                (None, _, Some(_)) => {
                    (up_to_key, "Enter as well how much of each dollar the employer matches, such as 50.".to_owned())
                }
                (Some(_), None, _) => (
                    rate_key,
                    "The tier before this one has no end, so this one never begins. Enter up to which share of pay the earlier tier goes.".to_owned(),
                ),
                (Some(_), Some(low), Some(high)) if high <= low => {
                    (up_to_key, format!("Enter a share of pay above the {low} of the tier before."))
                }
                (Some(rate), ..) => {
                    tiers.push(MatchTier { rate, up_to });
                    below = up_to;
                    continue;
                }
            };
            self.problem::<()>(key, message, true);
            self.leave_out_tiers(place);
            break;
        }
        tiers
    }

    /// Leaves out the tiers from one on.
    fn leave_out_tiers(&mut self, from: usize) {
        let fields = Field::TIERS.into_iter().skip(from);
        self.leave_out(fields.flat_map(|(rate, up_to)| [rate, up_to]).map(Key::Sheet));
    }
}
