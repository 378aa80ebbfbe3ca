//! Differences of box 7.

use super::{Beside, Codes, Difference};
use crate::law::rates;
use crate::money::{Money, RoundingStrategy};
use crate::worksheets::tax_forms::codes::{Group, group};
use crate::worksheets::tax_forms::expected_forms::FormReason;

impl Beside<'_> {
    pub(super) fn code(&self) -> Option<Difference> {
        let expected = self.expected;
        if self.codes.is_empty() {
            Some(Difference::CodeMissing { codes: self.both() })
        } else if expected.reason.is_direct() {
            self.direct()
        } else if expected.reason == FormReason::PaidOut {
            self.paid_out()
        } else {
            let fits = self.codes.iter().any(|code| expected.codes.contains(*code));
            (!fits).then(|| Difference::CodeOfCorrection { codes: self.both() })
        }
    }

    /// Box 7 as it came and as it should be.
    fn both(&self) -> Codes {
        Codes { came: self.codes.clone(), due: self.expected.codes, reason: self.expected.reason }
    }

    fn direct(&self) -> Option<Difference> {
        let with_g = self.codes.contains(&'G');
        if with_g && self.codes.len() == 1 {
            return None;
        }
        let of = |wanted: Group| self.codes.iter().any(|code| group(*code) == wanted);
        let (codes, earnings) = (self.both(), self.expected.taxable.value);
        Some(if of(Group::RothRollover) {
            Difference::CodeH { codes, earnings, basis: self.expected.basis.value }
        } else if of(Group::RothAccount) {
            Difference::CodeB { codes, earnings }
        } else if of(Group::Correction) {
            Difference::CodeCorrection { codes }
        } else if of(Group::Ira) {
            Difference::CodeIra { codes }
        } else if of(Group::Payment) && !with_g {
            let tenth = early_tax(self.typed.taxable.unwrap_or(earnings));
            let early = self.codes.contains(&'1') && tenth.is_positive();
            Difference::CodePaidOut { codes, earnings, early_tax: early.then_some(tenth) }
        } else if with_g {
            Difference::CodeWithAnother { codes }
        } else {
            Difference::CodeOther { codes }
        })
    }

    fn paid_out(&self) -> Option<Difference> {
        if self.codes.iter().any(|code| code.is_ascii_digit() && self.expected.codes.contains(*code)) {
            return None;
        }
        let codes = self.both();
        Some(if self.codes.iter().any(|code| matches!(code, '1' | '2' | '3' | '7')) {
            let exception = self.codes.iter().any(|code| matches!(code, '2' | '3'));
            Difference::CodeAge { codes, exception, early_tax: early_tax(self.expected.taxable.value) }
        } else if self.codes.contains(&'G') {
            Difference::CodeDirect { codes, withheld: self.typed.withheld.filter(|amount| amount.is_positive()) }
        } else {
            Difference::CodeOther { codes }
        })
    }
}

/// The additional tax on a payment before age 59½.
fn early_tax(taxable: Money) -> Money {
    taxable.times(rates::EARLY, RoundingStrategy::MidpointAwayFromZero)
}
