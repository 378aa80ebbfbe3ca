//! Differences of the marks, and of boxes 10 and 11.

use super::{Beside, Difference};
use crate::money::Money;

impl Beside<'_> {
    pub(super) fn marks(&self, found: &mut Vec<Difference>) {
        if self.typed.ira {
            found.push(Difference::IraChecked);
        }
        let box_10 = self.typed.within_5_years.is_some_and(|amount| amount != Money::ZERO);
        if (box_10 || self.typed.first_roth_year.is_some()) && !self.expected.codes.contains('B') {
            found.push(Difference::RothBoxes { box_10 });
        }
        if self.typed.total != self.expected.total {
            found.push(Difference::TotalDistribution { checked: self.typed.total });
        }
    }
}
