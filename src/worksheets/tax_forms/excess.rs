//! Money that the plan returns as too much: what arrives, by when, and what to do.

use serde::Serialize;

use super::Work;
use crate::date::Date;
use crate::law::{Citation, citations, deadlines};
use crate::money::Money;
use crate::record::{Answer, ReturnKind, Returned};

/// A case of money returned, or what its kind means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ReturnCase {
    /// Why the plan returns it.
    pub kind: ReturnKind,
    /// It in a few words.
    pub title: String,
    /// Whether it is the person's own case, not information only.
    pub own: bool,
    /// The excess.
    pub excess: Option<Money>,
    /// The earnings with it.
    pub earnings: Option<Money>,
    /// When it was paid.
    pub paid_on: Option<Date>,
    /// By when it must be out so that nothing worse follows; none where the law sets no day.
    pub by: Option<Date>,
    /// What arrives, and by when.
    pub arrives: String,
    /// What the form for it shows.
    pub boxes: String,
    /// What to do.
    pub todo: String,
    /// Where the law says so.
    pub citation: Citation,
}

/// The year's own cases, and what each kind means that is not among them.
pub(super) fn cases(work: &Work<'_>) -> Vec<ReturnCase> {
    let mut cases: Vec<ReturnCase> = work.entry.returned.iter().map(|row| case(work.year, row, true)).collect();
    for kind in [ReturnKind::AnnualAdditions, ReturnKind::Deferrals, ReturnKind::AcpTest] {
        if cases.iter().all(|case| case.kind != kind) {
            cases.push(case(work.year, &Returned { kind, ..Returned::default() }, false));
        }
    }
    cases
}

/// By when the money must be out.
pub(super) fn by(year: i16, kind: ReturnKind) -> Option<Date> {
    match kind {
        ReturnKind::AnnualAdditions => None,
        ReturnKind::Deferrals => deadlines::excess_deferrals_out(year),
        ReturnKind::AcpTest => deadlines::acp_refund(year),
    }
}

fn case(year: i16, row: &Returned, own: bool) -> ReturnCase {
    let next = year + 1;
    let by = by(year, row.kind);
    let (title, arrives, boxes, mut todo, citation) = match row.kind {
        ReturnKind::AnnualAdditions => (
            "Over the limit on annual additions",
            format!("The plan pays back after-tax money first, with its earnings, then deferrals. The law sets no day; plans that follow the usual rule do it within nine and a half months, by October 15, {next}."),
            "Form 1099-R for the year of payment: box 1 all of it, box 2a the earnings, box 5 the after-tax money, code E. The 10% tax does not apply.".to_owned(),
            "Only the plan can correct this. Tell its administrator in writing as soon as you see it, and do not roll the money over: it cannot be.".to_owned(),
            citations::CORRECTION,
        ),
        ReturnKind::Deferrals => (
            "Over the limit on deferrals",
            format!("You tell a plan how much is too much, and it pays that with earnings by April 15, {next}. No extension of your return moves that day, nor does a weekend for certain. Many plans want to hear by March 1."),
            match row.roth {
                Answer::Yes => "One form for the year of payment: box 1 all of it, box 2a the earnings, box 5 the Roth deferrals, codes 8 and B, or P and B. Only the earnings are taxed.".to_owned(),
                _ => format!("Paid in {year}: one form, boxes 1 and 2a all of it, code 8. Paid in {next}: two forms, the excess with code P, taxed in {year}, and the earnings with code 8, taxed in {next}. Add the excess to your wages of {year}. The 10% tax does not apply."),
            },
            "Tell one plan early, with the amount and the year. If it is late, pre-tax money stays in and is taxed twice: for the year of the deferral and again when it comes out.".to_owned(),
            citations::FORMS_EXCESS_DEFERRALS,
        ),
        ReturnKind::AcpTest => (
            "Refund after the ACP test",
            format!("The test compares match and after-tax money of the highly paid with that of all others. What is too much comes back with its earnings by March 15, {next}, or June 30 under some automatic plans. Later the employer owes a tax of 10%; December 31, {next}, is the last day."),
            "Form 1099-R for the year of payment: box 1 all of it, box 2a the earnings, box 5 the after-tax money, code 8; with B if it came out of the plan’s Roth account. The after-tax money is not taxed again, and the 10% tax does not apply.".to_owned(),
            "Deposit the check. It cannot be rolled over. Ask how the plan expects this year’s test to come out before you set the next election.".to_owned(),
            citations::ACP_REFUND,
        ),
    };
    if row.converted == Answer::Yes || !own {
        let out = deadlines::extended_return(year).map(Date::long).unwrap_or_default();
        let if_so = if own { "It was converted before:" } else { "If it was converted before:" };
        todo.push_str(&format!(
            " {if_so} in the plan’s Roth account the plan takes it from there. In a Roth IRA it was never allowed in, since it could not be rolled over: have the IRA’s trustee take it out with its earnings as an excess contribution by {out}, or 6% a year is due."
        ));
    }
    ReturnCase {
        kind: row.kind,
        title: title.to_owned(),
        own,
        excess: row.excess,
        earnings: row.earnings,
        paid_on: row.paid_on,
        by,
        arrives,
        boxes,
        todo,
        citation,
    }
}
