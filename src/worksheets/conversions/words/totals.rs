//! What the lines of the worksheet say.

use crate::law::rates::shown::EARLY;
use crate::worksheets::conversions::totals::{LINES, Line, Totals};

impl Totals {
    /// The lines of the worksheet, in order.
    pub(in crate::worksheets::conversions) fn lines(self) -> [Line; LINES] {
        let Self { year, is_one_pool, contributed, converted, left, kept, basis, taxable, unconverted } = self;
        let one_pool = if is_one_pool {
            " This plan has one pool, so pre-tax money comes along and is in the taxable part."
        } else {
            ""
        };
        [
            Line {
                name: "Contributed",
                amount: contributed,
                guide: "Log each after-tax contribution date and amount.",
                law: "It is taxed pay, so it comes out again untaxed: it is your basis.".to_owned(),
            },
            Line {
                name: "Converted",
                amount: converted,
                guide: "Record when the conversion or withdrawal happened.",
                law: if kept.is_positive() {
                    format!(
                        "What went to Roth in {year}, whenever it had been contributed. In all, {left} left the after-tax money, which Form 1099-R has in box 1; {kept} of that was paid to you and is in no IRA."
                    )
                } else {
                    format!(
                        "What went to Roth in {year}, whenever it had been contributed. Form 1099-R has all that left the after-tax money in box 1."
                    )
                },
            },
            Line {
                name: "Basis moved",
                amount: basis,
                guide: "Note the basis moved.",
                law: "Each payment takes basis along in the proportion of basis to value, or as the plan itself reckoned; a payment of everything takes all. Form 1099-R has it in box 5.".to_owned(),
            },
            Line {
                name: "Taxable",
                amount: taxable,
                guide: "Confirm the taxable earnings, if any, are understood before filing.",
                law: format!(
                    "Ordinary income of {year}, with no {EARLY} on what was converted. Form 1099-R has it in box 2a.{one_pool} Your state may count another basis: Pennsylvania taxed pre-tax deferrals when they were made, and New Jersey those to 403(b) and 457(b) plans."
                ),
            },
            Line {
                name: "Unconverted",
                amount: unconverted,
                guide: "The longer the money stays unconverted, the more taxable earnings can build up and muddy the result.",
                law: "Its growth is known only as far as balances were entered.".to_owned(),
            },
        ]
    }
}
