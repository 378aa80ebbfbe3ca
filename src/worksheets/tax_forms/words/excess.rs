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
            arrives: format!("The plan pays back after-tax money first, with its earnings, then deferrals. The law sets no day; plans that follow the usual rule do it within {ADDITIONS_CORRECTED_WITHIN}, by {ADDITIONS_CORRECTED}, {next}."),
            boxes: format!("Form 1099-R for the year of payment: box 1 all of it, box 2a the earnings, box 5 the after-tax money, code E. The {EARLY} tax does not apply."),
            todo: "Only the plan can correct this. Tell its administrator in writing as soon as you see it, and do not roll the money over: it cannot be.".into(),
            citation: citations::CORRECTION,
        },
        ReturnKind::Deferrals => ExcessWords {
            title: "Over the limit on deferrals".into(),
            arrives: format!("You tell a plan how much is too much, and it pays that with earnings by {EXCESS_DEFERRALS_OUT}, {next}. No extension of your return moves that day, nor does a weekend for certain. Many plans want to hear by March 1."),
            boxes: match row.roth {
                Answer::Yes => "One form for the year of payment: box 1 all of it, box 2a the earnings, box 5 the Roth deferrals, codes 8 and B, or P and B. Only the earnings are taxed.".into(),
                _ => format!("Paid in {year}: one form, boxes 1 and 2a all of it, code 8. Paid in {next}: two forms, the excess with code P, taxed in {year}, and the earnings with code 8, taxed in {next}. Add the excess to your wages of {year}. The {EARLY} tax does not apply."),
            },
            todo: "Tell one plan early, with the amount and the year. If it is late, pre-tax money stays in and is taxed twice: for the year of the deferral and again when it comes out.".into(),
            citation: citations::FORMS_EXCESS_DEFERRALS,
        },
        ReturnKind::AcpTest => ExcessWords {
            title: "Refund after the ACP test".into(),
            arrives: format!("The test compares match and after-tax money of the highly paid with that of all others. What is too much comes back with its earnings{}.", refund_days(entry)),
            boxes: format!("Form 1099-R for the year of payment: box 1 all of it, box 2a the earnings, box 5 the after-tax money, code 8; with B if it came out of the plan’s Roth account. The after-tax money is not taxed again, and the {EARLY} tax does not apply."),
            todo: "Deposit the check. It cannot be rolled over. Ask how the plan expects this year’s test to come out before you set the next election.".into(),
            citation: citations::ACP_REFUND,
        },
    };
    ExcessWords { todo: format!("{}{}", words.todo, if_converted(year, row, own)), ..words }
}

/// By when a refund after the ACP test comes, and what the employer owes after that.
fn refund_days(entry: &YearRecord) -> String {
    RefundDays::of(entry).map_or_else(String::new, |days| {
        format!(
            " by {days}. After that the employer owes a tax of {LATE_ACP_REFUND}; {} is the last day",
            days.last.long()
        )
    })
}

/// What to do where the money had been converted, as a further sentence.
fn if_converted(year: i16, row: &Returned, own: bool) -> String {
    let when = match (own, row.converted) {
        (true, Answer::Yes) => "It was converted before:",
        (true, _) => return String::new(),
        (false, _) => "If it was converted before:",
    };
    let out = deadlines::extended_return(year).map(Date::long).unwrap_or_default();
    format!(
        " {when} in the plan’s Roth account the plan takes it from there. In a Roth IRA it was never allowed in, since it could not be rolled over: have the IRA’s trustee take it out with its earnings as an excess contribution by {out}, or {EXCESS_IN_IRA} a year is due."
    )
}
