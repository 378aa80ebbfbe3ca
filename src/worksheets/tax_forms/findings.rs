//! What the worksheet finds that is not a box of a form.

use super::case::Case;
use super::excess;
use super::expected_forms::ExpectedForm;
use super::sheets::{Sheet, SheetStatus};
use super::tax_return::{Amounts, sheet_of};
use crate::date::Date;
use crate::law::{deadlines, rates};
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, Path, PlanName, ReturnKind, Returned};
use crate::worksheets::ledger::{BasisBy, Distribution, PaidOut, Pool};

crate::findings! {
    /// What the worksheet can find that is not a box of a form.
    Finding,
    /// The code of a finding, stable over versions.
    Code {
        /// Forms came, and the ledger has no conversion.
        NoConversion = "X01" { year: i16 },
        /// Money moved from a plan without any contributions entered.
        NoContributions = "X02" { plan: PlanName },
        /// The plan's basis exceeds the contributions entered.
        BasisMissing = "X03" { missing: Money, plan: PlanName, none_entered: bool },
        /// A whole account without a balance: its earnings are not known.
        WholeWithoutBalance = "X04" { paid_on: Date },
        /// A partial conversion without a balance: its earnings are not known.
        PartWithoutBalance = "X05" { converted_on: Date, plan: PlanName },
        /// Forms are not typed in after the day on which payers send them.
        FormsDue = "X06" { forms: usize, sent: Date },
        /// Forms are still to come before the day on which payers send them.
        FormsToCome = "X07" { forms: usize, sent: Date },
        /// The year is not over, and more conversions may come.
        YearOpen = "X08" { year: i16 },
        /// A payment is still to be rolled over within 60 days.
        RollOverOpen = "X09" { paid_on: Date, last_day: Date, kept: Money },
        /// A payment was not rolled over in time.
        RollOverMissed = "X10" { paid_on: Date, last_day: Date, earnings: Money, tenth: Tenth, late: Money },
        /// A payment was rolled over in part.
        RolledOverInPart = "X11" { paid_on: Date, kept: Money, earnings: Money, tenth: Tenth },
        /// The birth date is open, and a payment's code depends on it.
        BirthDateOpen = "X12",
        /// Returned money had been converted.
        ConvertedExcess = "X13" { out_by: Option<Date>, held: Held },
        /// Money is still to be returned: no day is entered.
        ReturnToCome = "X14" { kind: ReturnKind, excess: Option<Money>, by: Option<Date>, late: bool },
        /// Excess deferrals came back after April 15.
        ReturnLate = "X15" { paid_on: Date, by: Date, year: i16 },
        /// A loss that cannot be deducted: an account was emptied below its basis.
        Loss = "X16" { lost: Money, plan: PlanName },
        /// The return by the forms differs from that by the ledger.
        ReturnDiffers = "X17" { by_ledger: Money, by_forms: Money },
        /// What had left the plan was declared a refund: the conversion's form is for less.
        CarvedOut = "X18" { left: Money, refund: Money, taxable: Money, wages: Money, year: i16 },
        /// The form says a direct rollover of what the ledger has as paid to the person.
        DirectByForm = "X19" { paid_on: Date, last_day: Date },
    }
}

/// The additional tax on earnings of a payment that were kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tenth {
    /// None: the person was old enough.
    None,
    /// None, by the form's code.
    Excepted,
    /// So much, without an exception.
    Due(Money),
    /// Not known without the birth date.
    AgeOpen,
}

/// Where converted money is that had to come back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Held {
    /// The plan took it out of its Roth account.
    TakenOut,
    /// In the plan's Roth account, out of which the plan takes it.
    InPlan,
    /// It may be in a Roth IRA.
    MayBeInIra,
}

pub(super) fn findings(
    case: &Case<'_>,
    expected: &[ExpectedForm],
    sheets: &[Sheet],
    amounts: &Amounts,
) -> Vec<Finding> {
    let mut found = Vec::new();
    let unexplained = |sheet: &Sheet| sheet.expected.is_empty() && sheet.status != SheetStatus::Replaced;
    if case.all_moves().next().is_none() && sheets.iter().any(unexplained) {
        found.push(Finding::NoConversion { year: case.year });
    }
    for pool in case.pools {
        ledger(pool, &case.moves(pool).collect::<Vec<_>>(), &mut found);
    }
    payments(case, expected, sheets, &mut found);
    carved_out(case, amounts, &mut found);
    for row in &case.entry.returned {
        returned(case, row, &mut found);
    }
    arrival(case, sheets, &mut found);
    if let Some(by_forms) = amounts.by_forms.filter(|by_forms| by_forms.taxable != amounts.taxable) {
        found.push(Finding::ReturnDiffers { by_ledger: amounts.taxable, by_forms: by_forms.taxable });
    }
    found
}

/// Gaps in a plan's ledger that make the expected figures unsure.
fn ledger(pool: &Pool, moves: &[&Distribution], found: &mut Vec<Finding>) {
    if moves.is_empty() {
        return;
    }
    let plan = || pool.plan.clone();
    let unknown = pool.contributed == Money::ZERO && moves.iter().any(|made| made.by != BasisBy::Plan);
    if unknown || moves.iter().any(|made| made.has_nothing_before()) {
        found.push(Finding::NoContributions { plan: plan() });
    }
    let missing: Money = moves.iter().map(|made| made.missing).sum();
    if missing.is_positive() {
        let none_entered = pool.contributed == Money::ZERO;
        found.push(Finding::BasisMissing { missing, plan: plan(), none_entered });
    }
    let mut unsure = moves.iter().filter(|made| made.by != BasisBy::Plan && made.valued_on.is_none());
    if let Some(made) = unsure.clone().find(|made| made.whole_account) {
        found.push(Finding::WholeWithoutBalance { paid_on: made.entered.date });
    } else if let Some(made) = unsure.find(|made| made.by == BasisBy::ProRata) {
        found.push(Finding::PartWithoutBalance { converted_on: made.entered.date, plan: plan() });
    }
    // As on the page of the conversions: the last one that emptied the account at a loss.
    let emptied_at_a_loss =
        |made: &&&Distribution| !made.whole_account && made.value_left == Money::ZERO && made.basis_left.is_positive();
    if let Some(made) = moves.iter().rfind(emptied_at_a_loss) {
        found.push(Finding::Loss { lost: made.basis_left, plan: plan() });
    }
}

/// Payments to the person and their 60 days.
fn payments(case: &Case<'_>, expected: &[ExpectedForm], sheets: &[Sheet], found: &mut Vec<Finding>) {
    let by_path = case.all_moves().filter(|made| made.entered.path == Path::PaidOut);
    let is_direct = |made: &&Distribution| {
        made.went_straight_by_form()
            || sheet_of(case, expected, sheets, made).is_some_and(|sheet| sheet.is_direct(case))
    };
    let (direct, paid_out): (Vec<&Distribution>, Vec<&Distribution>) = by_path.partition(is_direct);
    for made in direct {
        let paid_on = made.entered.date;
        found.push(Finding::DirectByForm { paid_on, last_day: deadlines::rollover(paid_on) });
    }
    let tenth = |made: &Distribution| match case.half_past_59 {
        None => Tenth::AgeOpen,
        Some(half) if made.entered.date >= half => Tenth::None,
        Some(_) if sheet_of(case, expected, sheets, made).is_some_and(|sheet| sheet.is_excepted(case)) => {
            Tenth::Excepted
        }
        Some(_) => Tenth::Due(made.kept_earnings().times(rates::EARLY, RoundingStrategy::MidpointAwayFromZero)),
    };
    for made in &paid_out {
        let paid_on = made.entered.date;
        let last_day = made.paid_out.map_or_else(|| deadlines::rollover(paid_on), |paid| paid.deadline);
        let rolled = made.paid_out.map_or(Money::ZERO, PaidOut::rolled_over);
        let kept = made.moved - rolled;
        let earnings = made.kept_earnings();
        if made.can_be_rolled_over(case.today) {
            found.push(Finding::RollOverOpen { paid_on, last_day, kept });
        } else if rolled == Money::ZERO {
            let late = made.paid_out.map_or(Money::ZERO, |paid| paid.late);
            found.push(Finding::RollOverMissed { paid_on, last_day, earnings, tenth: tenth(made), late });
        } else if kept.is_positive() {
            found.push(Finding::RolledOverInPart { paid_on, kept, earnings, tenth: tenth(made) });
        }
    }
    if !paid_out.is_empty() && case.half_past_59.is_none() {
        found.push(Finding::BirthDateOpen);
    }
}

/// What left the plan beyond what the forms of the conversions are for.
fn carved_out(case: &Case<'_>, amounts: &Amounts, found: &mut Vec<Finding>) {
    let left: Money = case.all_moves().map(|made| made.entered.amount).sum();
    let refund: Money = case.all_moves().map(|made| made.refunded.total()).sum();
    if refund.is_positive() {
        let &Amounts { taxable, wages, .. } = amounts;
        found.push(Finding::CarvedOut { left, refund, taxable, wages, year: case.year });
    }
}

/// Money returned as too much.
fn returned(case: &Case<'_>, row: &Returned, found: &mut Vec<Finding>) {
    let by = excess::by(case.entry, row.kind);
    if row.converted == Answer::Yes {
        found.push(Finding::ConvertedExcess { out_by: deadlines::extended_return(case.year), held: held(case, row) });
    }
    match (row.paid_on, by) {
        (None, by) => {
            let late = excess::is_late(case.entry, row.kind, case.today);
            found.push(Finding::ReturnToCome { kind: row.kind, excess: row.excess, by, late });
        }
        (Some(paid_on), Some(by)) if row.kind == ReturnKind::Deferrals && paid_on > by => {
            found.push(Finding::ReturnLate { paid_on, by, year: case.year });
        }
        _ => {}
    }
}

/// Where the money is: in the plan if every conversion since the year began, up to the day of
/// the refund, stayed in it.
fn held(case: &Case<'_>, row: &Returned) -> Held {
    let by = row.paid_on.unwrap_or(case.today);
    let since = |made: &&Distribution| made.entered.date.year() >= case.year && made.entered.date <= by;
    let mut moves = case.pools.iter().flat_map(|pool| &pool.distributions).filter(since).peekable();
    if moves.peek().is_none() || moves.any(|made| made.path != Path::InPlan) {
        return Held::MayBeInIra;
    }
    if row.paid_on.is_some() { Held::TakenOut } else { Held::InPlan }
}

/// Whether forms are due, and whether the year can still bring more.
fn arrival(case: &Case<'_>, sheets: &[Sheet], found: &mut Vec<Finding>) {
    if case.today.year() <= case.year {
        found.push(Finding::YearOpen { year: case.year });
    }
    let forms = sheets.iter().filter(|sheet| sheet.status == SheetStatus::Open).count();
    let Some(sent) = case.sent.filter(|_| forms > 0) else { return };
    found.push(if case.forms_are_due() {
        Finding::FormsDue { forms, sent }
    } else {
        Finding::FormsToCome { forms, sent }
    });
}
