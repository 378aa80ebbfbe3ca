//! What the worksheet finds in the ledger, as data. [`words`](super::words) says it.

mod basis;
mod entries;
mod paid_out;
mod timing;

use super::case::Case;
use super::reconciliation::Check;
use super::request::Way;
use super::waiting::Waiting;
use crate::date::Date;
use crate::explain::Found;
use crate::findings;
use crate::money::Money;
use crate::worksheets::feasibility::Cause;
use crate::worksheets::ledger::Distribution;

findings! {
    /// What the worksheet finds in the ledger. Days are those of the conversions meant.
    Finding,
    /// The code of a finding, stable over versions.
    Code {
        /// A conversion has no contributions before it.
        NothingContributed = "C01" { days: Vec<Date> },
        /// The plan's basis and earnings do not add up to the gross amount.
        PlanFiguresDoNotAddUp = "C02" { days: Vec<Date> },
        /// The plan's basis is more than the ledger's contributions: rows are missing.
        RowsMissing = "C03" { days: Vec<Date>, missing: Money, none_entered: bool },
        /// The plan's basis differs from pro rata on a statement of the same day.
        NotProRata = "C04" { days: Vec<Date>, by_the_plan: Money, pro_rata: Money, may_be_old: bool },
        /// Without a statement's balance the growth is not known.
        GrowthUnknown = "C05" { of: Unvalued },
        /// The balance that a conversion goes by is old.
        OldStatement = "C06" { days: Vec<Date> },
        /// The whole account is one pool, and little of each dollar is basis.
        WholeAccount = "C07" { share: Option<BasisShare> },
        /// It is not known whether the plan accounts for after-tax money apart.
        AccountingOpen = "C08",
        /// Money waits too long (the guide's third common mistake).
        WaitsTooLong = "C09" { amount: Money, growth: Money, since: Date, waited: i32 },
        /// The plan converts by itself, and has not.
        AutomaticMissing = "C10" { amount: Money, waited: i32 },
        /// The plan's number of transfers a year is near, reached or passed.
        TransfersUsed = "C11" { made: usize, limit: usize, year: i16 },
        /// A conversion is under the plan's least amount.
        UnderLeast = "C12" { days: Vec<Date>, least: Money },
        /// The money lost value: no deduction, and the basis stays.
        Loss = "C13" { of: LossOf },
        /// A conversion left a small rest.
        Rest = "C14" { converted: Money, on: Date, rest: Money },
        /// Paid to you: the 60 days run.
        SixtyDaysOpen = "C15" { left: Money, paid_on: Date, deadline: Date, receipt_known: bool },
        /// Paid to you: the 60 days are missed, or the rollover came late.
        SixtyDaysMissed = "C16" { from: Date, deadline: Date, missed: Missed },
        /// Paid to you: 20% of the taxable part is withheld and must come from other money.
        Withheld = "C17" { withheld: Money, paid_on: Date },
        /// Paid to you: a part was kept.
        KeptPart = "C18" { kept: Kept, rolled_over: Money, paid_on: Date },
        /// The IRA pro-rata rule does not apply (the guide's fourth common mistake).
        IraRule = "C19" { was_split: bool },
        /// Entries are dated after today.
        Future = "C20" { entries: usize, as_of: Date },
        /// A conversion went elsewhere than to the chosen landing spot.
        Elsewhere = "C21" { days: Vec<Date> },
        /// A conversion took a way that the plan's answers rule out.
        RuledOut = "C22" { days: Vec<Date> },
        /// The pay stub has another total.
        StubDiffers = "C23" { check: Check },
        /// The plan has another total.
        PlanDiffers = "C24" { check: Check },
        /// Money of an earlier year counts in the year of its conversion.
        EarlierMoney = "C25" { days: Vec<Date>, year: i16 },
        /// Contributions are suspended after a withdrawal.
        Suspended = "C26" { withdrawn_on: Date },
        /// A row seems to be entered twice.
        Twice = "C27" { days: Vec<Date>, balances_too: bool },
        /// A conversion has no confirmation.
        NoConfirmation = "C28" { days: Vec<Date> },
        /// Paid to you: whether the rollover was in time hangs on the day of receipt.
        ReceiptAsked = "C29" { paid_on: Date, deadline: Date, asked: Receipt },
        /// Entered as paid to you, and by its form it went straight.
        StraightByForm = "C30" { days: Vec<Date> },
        /// An owner's deposits of January may have been made for the year.
        ForYearBefore = "C31" { amount: Money, last: Date, year: i16 },
        /// What waits may be part of what the plan paid back.
        MaybeReturned = "C32" { returned: Money, paid_on: Date },
        /// Whether the plan pays contributions from before 1987 first is not known.
        Before1987Asked = "C33" { amount: Money },
        /// A part of a payment was returned as too much, and is no conversion.
        CarvedOut = "C34" { returned: Money, on: Date },
        /// Money is there, and the plan cannot do it.
        Stuck = "C35" { amount: Money, growth: Money, cause: Cause, way: Way },
        /// Whether money that the plan returned had been converted is not known.
        ReturnedUnknown = "C36" { returned: Money, paid_on: Date, taken: Money },
    }
}

/// The money whose growth no statement tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unvalued {
    /// Parts that were converted on these days.
    Conversions(Vec<Date>),
    /// What waits.
    Waiting,
}

/// The share of basis in an account that is one pool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BasisShare {
    /// The basis in the account.
    pub basis: Money,
    /// All that the account is worth.
    pub value: Money,
    /// The basis in one dollar of it.
    pub of_a_dollar: Money,
}

/// Where value was lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LossOf {
    /// In a conversion of everything.
    Emptied {
        /// When.
        on: Date,
        /// How much basis was lost.
        loss: Money,
    },
    /// In a conversion of a part, while the rest is worth less than its basis.
    Partly {
        /// When.
        on: Date,
        /// The basis left.
        basis_left: Money,
        /// What that is worth.
        value_left: Money,
    },
    /// In what still waits, by so much.
    Waiting(Money),
}

/// What hangs on the day on which a payment was received.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Receipt {
    /// Whether this rollover was in time: it was if the payment was received from this day on,
    /// and else the earnings bear so much additional tax.
    RolledOver {
        /// What was rolled over.
        amount: Money,
        /// From this day of receipt on it was in time.
        from: Date,
        /// The additional tax on the earnings in it, if it was not.
        additional_tax: Money,
        /// Whether the person was under 59½, where their birth date is known.
        under_59_and_a_half: Option<bool>,
    },
    /// Whether this much can still be rolled over, today.
    StillOpen {
        /// What is in no IRA.
        left: Money,
        /// Today.
        today: Date,
    },
}

/// What was not rolled over within the 60 days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missed {
    /// So much came into the Roth IRA afterwards.
    RolledOverLate {
        /// How much.
        late: Money,
        /// The additional tax on the earnings in it; none from age 59½ on.
        additional_tax: Option<Money>,
    },
    /// All of it was kept.
    Kept(Kept),
}

/// What was kept of a payment to the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Kept {
    /// All of it.
    pub amount: Money,
    /// The earnings in it.
    pub earnings: Money,
    /// Whether it was out of a whole account, so that pre-tax money is among the earnings.
    pub whole_account: bool,
    /// The basis in it.
    pub basis: Money,
    /// The additional tax on the earnings of one who is under 59½.
    pub additional_tax: Money,
    /// Whether the person was under 59½, where their birth date is known.
    pub under_59_and_a_half: Option<bool>,
}

/// What is found, the gravest first.
pub(super) fn findings(case: &Case<'_>, checks: &[Check], waiting: &Waiting) -> Vec<Found<Finding>> {
    let mut found = Vec::new();
    paid_out::findings(case, &mut found);
    basis::findings(case, waiting, &mut found);
    timing::findings(case, waiting, &mut found);
    entries::findings(case, checks, &mut found);
    Found::sorted(found)
}

/// The days of some distributions; none where there are no such distributions.
fn days_of<'a>(distributions: impl IntoIterator<Item = &'a Distribution>) -> Option<Vec<Date>> {
    let days: Vec<Date> = distributions.into_iter().map(|distribution| distribution.entered.date).collect();
    (!days.is_empty()).then_some(days)
}
