//! What the lines of the worksheet say.

use crate::law::rates::shown::EARLY;
use crate::worksheets::conversions::totals::{LINES, Line, Totals};

impl Totals {
    /// The lines of the worksheet, in order.
    pub(in crate::worksheets::conversions) fn lines(self) -> [Line; LINES] {
        let Self { year, is_one_pool, contributed, converted, left, kept, basis, taxable, unconverted } = self;
        let one_pool = if is_one_pool {
            " This plan has one pool, so pre-tax money comes along and is part of the taxable amount."
        } else {
            ""
        };
        [
            Line {
                name: "Contributed",
                amount: contributed,
                guide: "Log each after-tax contribution date and amount.",
                law: "It comes from pay that was taxed, so it comes out again untaxed: it is your basis.".to_owned(),
            },
            Line {
                name: "Converted",
                amount: converted,
                guide: "Record when the conversion or withdrawal happened.",
                law: if kept.is_positive() {
                    format!(
                        "What went to Roth in {year}, whenever you contributed it. In all, {left} left the after-tax account, which is box 1 of Form 1099-R; {kept} of that was paid to you and is not in an IRA."
                    )
                } else {
                    format!(
                        "What went to Roth in {year}, whenever you contributed it. Box 1 of Form 1099-R shows everything that left the after-tax account."
                    )
                },
            },
            Line {
                name: "Basis moved",
                amount: basis,
                guide: "Note the basis moved.",
                law: "Each payment carries basis in the proportion of basis to value, or as the plan itself figured it; a payment of everything carries all of it. It is box 5 of Form 1099-R.".to_owned(),
            },
            Line {
                name: "Taxable",
                amount: taxable,
                guide: "Confirm the taxable earnings, if any, are understood before filing.",
                law: format!(
                    "Ordinary income for {year}, with no {EARLY} tax on what was converted. It is box 2a of Form 1099-R.{one_pool} Your state’s basis can differ: Pennsylvania taxed pre-tax deferrals when they were made, and so did New Jersey for 403(b) and 457(b) plans."
                ),
            },
            Line {
                name: "Unconverted",
                amount: unconverted,
                guide: "The longer the money stays unconverted, the more taxable earnings can build up and muddy the result.",
                law: "Its growth is known only as far as you entered balances.".to_owned(),
            },
        ]
    }
}
