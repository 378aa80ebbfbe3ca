//! Differences of the marks, and of boxes 10 and 11.

use super::DifferenceCode as Code;
use super::{Beside, Found};
use crate::explain::Severity;
use crate::law::citations;
use crate::money::Money;
use crate::worksheets::tax_forms::boxes::Place;

impl Beside<'_> {
    pub(super) fn marks(&self, found: &mut Found) {
        if self.typed.ira {
            found.add(
                Code::IraChecked,
                Severity::Problem,
                &[Place::Ira],
                citations::FORM_1099R_BOX_7,
                [
                    "The IRA/SEP/SIMPLE box is checked",
                    "The mark says that the money came from an IRA. It came from a plan of your employer.",
                    "Software would put it on the IRA lines and ask for Form 8606, where all your IRAs are reckoned in. That pro-rata rule has no part in this.",
                    "Ask the payer for a corrected form without the mark.",
                    "The IRA/SEP/SIMPLE box is checked. The payment came from a 401(k) or 403(b) plan, so it should not be.",
                ]
                .map(str::to_owned),
            );
        }
        let within = self.typed.within_5_years.is_some_and(|amount| amount != Money::ZERO);
        if (within || self.typed.first_roth_year.is_some()) && !self.expected.codes.contains('B') {
            found.add(
                Code::RothBoxes,
                Severity::Note,
                if within { &[Place::Within5Years] } else { &[Place::FirstRothYear] },
                citations::FORM_1099R_BOXES_10_11,
                [
                    "Box 10 or 11 is filled",
                    "Both boxes belong to payments out of a Roth account of the plan. Some payers fill them on conversions as well.",
                    "Neither changes the tax of this year.",
                    "There is nothing to ask. Note the year in box 11, if it is the first year of your Roth account in the plan: its five-year clock starts then.",
                    "",
                ]
                .map(str::to_owned),
            );
        }
        if self.typed.total != self.expected.total {
            let (title, means) = if self.typed.total {
                (
                    "“Total distribution” is checked",
                    "By your ledger the account was not emptied for good. The payer may count the after-tax account by itself as the account.",
                )
            } else {
                (
                    "“Total distribution” is not checked",
                    "By your ledger the account was emptied. The payer may still hold something of yours.",
                )
            };
            found.add(
                Code::TotalDistribution,
                Severity::Note,
                &[Place::Total],
                citations::FORM_1099R_BOX_2B,
                [title, means, "It changes no tax here.", "There is nothing to ask.", ""].map(str::to_owned),
            );
        }
    }
}
