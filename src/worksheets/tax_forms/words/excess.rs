//! Money that the plan returns as too much: what arrives, what its form shows, what to do.

use crate::date::Date;
use crate::law::deadlines::{ADDITIONS_CORRECTED, ADDITIONS_CORRECTED_WITHIN, EXCESS_DEFERRALS_OUT};
use crate::law::rates::shown::{EARLY, EXCESS_IN_IRA, LATE_ACP_REFUND};
use crate::law::{Citation, citations, deadlines};
use crate::record::{Answer, ReturnKind, Returned, YearRecord};
use crate::worksheets::feasibility::RefundDays;

/// What is said of money returned.
pub struct ExcessWords {
    /// It in a few words.
    pub title: String,
    /// What arrives, and by when.
    pub arrives: String,
    /// What the form for it shows.
    pub boxes: String,
    /// What to do.
    pub todo: String,
    /// Where the law says so.
    pub citation: Citation,
}

/// What is said of the person's own case, or of a kind that is not among the person's.
pub fn words(entry: &YearRecord, row: &Returned, own: bool) -> ExcessWords {
    let year = entry.year;
    let next = year + 1;
    let words = match row.kind {
        ReturnKind::AnnualAdditions => ExcessWords {
            title: "Over the limit on annual additions".into(),
            arrives: format!("The plan pays back after-tax money first, with its earnings, then deferrals, which are taxable. The law sets no deadline; plans that follow the usual rule pay within {ADDITIONS_CORRECTED_WITHIN}, by {ADDITIONS_CORRECTED}, {next}."),
            boxes: format!("Form 1099-R for the year of payment: everything in box 1, the earnings and any pre-tax deferrals in box 2a, the after-tax money in box 5, code E. It goes on lines 5a and 5b. The {EARLY} tax does not apply."),
            todo: "Only the plan can correct this. Tell its administrator in writing as soon as you see it, and do not roll the money over: that is not allowed.".into(),
            citation: citations::CORRECTION,
        },
        ReturnKind::Deferrals => ExcessWords {
            title: "Over the limit on deferrals".into(),
            arrives: format!("You tell a plan how much is over, and it pays that out with earnings by {EXCESS_DEFERRALS_OUT}, {next}. An extension of your return does not move that date, and a weekend may not either. Many plans want to know by March 1."),
            boxes: match row.roth {
                Answer::Yes => "One form for the year of payment: everything in box 1, the earnings in box 2a, the Roth deferrals in box 5, codes 8 and B, or P and B. Only the earnings are taxed, on line 1h.".into(),
                _ => format!("If paid in {year}, one form comes, with everything in boxes 1 and 2a and code 8. If paid in {next}, two forms come, one for the excess with code P, taxed in {year}, and one for the earnings with code 8, taxed in {next}. Add the excess to your wages for {year}. The {EARLY} tax does not apply."),
            },
            todo: "Tell one plan early, with the amount and the year. If the money comes out late, it is taxed twice, once for the year of the deferral and again when it comes out. That is true of Roth deferrals too: after April 15, whatever comes out of the Roth account counts as the excess first, is income, and cannot be rolled over.".into(),
            citation: citations::FORMS_EXCESS_DEFERRALS,
        },
        ReturnKind::AcpTest => ExcessWords {
            title: "Refund after the ACP test".into(),
            arrives: format!("The test compares the match and after-tax money of highly paid employees with everyone else’s. Whatever is over comes back with its earnings{}.", refund_days(entry)),
            boxes: format!("Form 1099-R for the year of payment: everything in box 1, the earnings in box 2a, the after-tax money in box 5, code 8; with B if it came out of the plan’s Roth account. The earnings are income on line 1h for the year of payment, nothing goes on lines 5a and 5b, the after-tax money is not taxed again, and the {EARLY} tax does not apply."),
            todo: "Deposit the check. It cannot be rolled over. Before you set your next election, ask how the plan expects this year’s test to come out.".into(),
            citation: citations::ACP_REFUND,
        },
    };
    ExcessWords { todo: format!("{}{}", words.todo, if_converted(year, row, own)), ..words }
}

/// By when a refund after the ACP test comes, and what the employer owes after that.
fn refund_days(entry: &YearRecord) -> String {
    RefundDays::of(entry).map_or_else(String::new, |days| {
        format!(
            " by {days}. After that the employer owes a {LATE_ACP_REFUND} tax; {} is the last day",
            days.last.long()
        )
    })
}

/// What to do where the money had been converted, as a further sentence.
fn if_converted(year: i16, row: &Returned, own: bool) -> String {
    let when = match (own, row.converted) {
        (true, Answer::Yes) => "It had been converted:",
        (true, _) => return String::new(),
        (false, _) => "If it had been converted:",
    };
    let out = deadlines::extended_return(year).map(Date::long).unwrap_or_default();
    format!(
        " {when} from its own Roth account, the plan takes it out itself. In a Roth IRA it was never allowed, because it could not be rolled over: have the IRA’s trustee take it out with its earnings as an excess contribution by {out}, if you filed your return on time or have an extension; otherwise {EXCESS_IN_IRA} a year is due."
    )
}
