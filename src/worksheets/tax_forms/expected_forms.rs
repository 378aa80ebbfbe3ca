//! The Forms 1099-R that the ledger says should come, with their figures.

use serde::Serialize;

use super::case::Case;
pub use super::form_reason::FormReason;
use super::{codes, words};
use crate::date::Date;
use crate::explain::{Figure, Step};
use crate::law::{Citation, citations, rates};
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, Path, PlanName, Record, ReturnKind, Returned};
use crate::worksheets::ledger::{BasisBy, Distribution, Pool, STATEMENT_DAYS};

/// The most payments that a step names one by one.
const MOST_NAMED: usize = 12;

/// A Form 1099-R as it should read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExpectedForm {
    /// The plan, as the person calls it; empty for the plan of the year's job.
    pub payer: PlanName,
    /// What it is for.
    #[serde(rename = "way")]
    pub reason: FormReason,
    /// How many payments are on it.
    pub payments: usize,
    /// Box 1.
    pub gross: Figure,
    /// Box 2a.
    pub taxable: Figure,
    /// Box 2b: whether “total distribution” should be checked.
    pub total: bool,
    /// Box 4.
    pub withheld: Figure,
    /// Box 5.
    pub basis: Figure,
    /// Box 7; “1 or 7” while the birth date is not entered, “8B” for Roth money returned.
    pub codes: &'static str,
    /// After-tax contributions that the emptied account lost and box 5 may still show.
    pub lost: Money,
    /// Whether the records show how much of it is earnings. Where they do not, a letter
    /// asks and states nothing.
    #[serde(skip)]
    pub sure: bool,
    /// Of payments to the person, the earnings that went into a traditional IRA in time: in
    /// box 2a, and not taxed.
    #[serde(skip)]
    pub untaxed: Money,
    /// What of it went to a pre-tax account of a split rollover.
    #[serde(skip)]
    pub split_off: Money,
}

impl ExpectedForm {
    /// The payer as a sentence names it.
    #[must_use]
    pub fn payer(&self) -> &str {
        words::plan_name(&self.payer)
    }

    /// Several forms on one, as some payers send them.
    pub(super) fn combined(parts: &[&Self]) -> Option<Self> {
        let first = parts.first()?;
        if parts.len() == 1 {
            return Some((*first).clone());
        }
        let of = |label: &str, citation: Citation, part: fn(&Self) -> Money| {
            let operands = parts.iter().map(|each| (each.reason.name(), part(each)));
            Figure::new([], Step::sum(label, citation, operands))
        };
        Some(Self {
            payer: first.payer.clone(),
            reason: first.reason,
            payments: parts.iter().map(|part| part.payments).sum(),
            gross: of("Box 1 of the forms together", citations::FORM_1099R_BOX_1, |part| part.gross.value),
            taxable: of("Box 2a of the forms together", citations::FORM_1099R_BOX_2A, |part| part.taxable.value),
            withheld: of("Box 4 of the forms together", citations::FORM_1099R_BOX_4, |part| part.withheld.value),
            basis: of("Box 5 of the forms together", citations::FORM_1099R_BOX_5, |part| part.basis.value),
            total: parts.iter().any(|part| part.total),
            codes: first.codes,
            lost: parts.iter().map(|part| part.lost).sum(),
            sure: parts.iter().all(|part| part.sure),
            untaxed: parts.iter().map(|part| part.untaxed).sum(),
            split_off: parts.iter().map(|part| part.split_off).max().unwrap_or_default(),
        })
    }

    /// The form with other money on it, as the person entered that.
    pub(super) fn with_other(mut self, other: OtherMoney) -> Self {
        let OtherMoney { amount, taxable } = other;
        if amount == Money::ZERO {
            return self;
        }
        let and = |figure: &mut Figure, label: &str, citation: Citation, more: Money| {
            let operands = [("in your ledger", figure.value), ("other money, as you entered it", more)];
            *figure = Figure::new(std::mem::take(&mut figure.steps), Step::sum(label, citation, operands));
        };
        and(&mut self.gross, "Box 1 with the other money", citations::FORM_1099R_BOX_1, amount);
        and(&mut self.taxable, "Box 2a with the other money", citations::FORM_1099R_BOX_2A, taxable);
        self
    }
}

/// Money on a form that the ledger does not hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct OtherMoney {
    /// How much of box 1 it is.
    pub amount: Money,
    /// What of it is taxable.
    pub taxable: Money,
}

/// Every form of the year: for each plan the conversions by path, then what was returned.
pub(super) fn expected(record: &Record, case: &Case<'_>) -> Vec<ExpectedForm> {
    let mut forms = Vec::new();
    for pool in case.pools {
        forms.extend(converted(case, pool));
    }
    for entry in &record.years {
        let paid_in_the_year = |row: &&Returned| row.paid_on.is_some_and(|paid| paid.year() == case.year);
        for row in entry.returned.iter().filter(paid_in_the_year) {
            forms.extend(returned(row, case.year <= entry.year));
        }
    }
    forms
}

/// The forms for the year's conversions of one plan.
fn converted(case: &Case<'_>, pool: &Pool) -> Vec<ExpectedForm> {
    let by_path = |path: Path| case.moves(pool).filter(|made| made.path == path).collect::<Vec<&Distribution>>();
    let split = by_path(Path::Split);
    let mut forms = vec![
        of_moves(pool, FormReason::InPlan, "G", &by_path(Path::InPlan)),
        of_moves(pool, FormReason::RothIra, "G", &by_path(Path::RothIra)),
        of_moves(pool, FormReason::SplitRoth, "G", &split),
        of_moves(pool, FormReason::SplitPreTax, "G", &split),
        of_moves(pool, FormReason::TraditionalIra, "G", &by_path(Path::TraditionalIra)),
    ];
    for codes in [codes::EARLY, codes::NORMAL, codes::AGE_OPEN] {
        let mut with_code = by_path(Path::PaidOut);
        with_code.retain(|made| case.code_on(made.entered.date) == codes);
        forms.push(of_moves(pool, FormReason::PaidOut, codes, &with_code));
    }
    forms.into_iter().flatten().collect()
}

/// The forms for money returned as too much, paid out in its own year or later.
fn returned(row: &Returned, in_its_year: bool) -> Vec<ExpectedForm> {
    let (excess, earnings) = (row.excess.unwrap_or_default(), row.earnings.unwrap_or_default());
    let both = excess + earnings;
    let forms = match row.kind {
        ReturnKind::AnnualAdditions => {
            let pre_tax = row.pre_tax.unwrap_or_default().min(excess);
            vec![of_return(FormReason::AnnualAdditions, "E", both, excess - pre_tax)]
        }
        ReturnKind::AcpTest => vec![of_return(FormReason::AcpTest, "8", both, excess)],
        ReturnKind::Deferrals if row.roth == Answer::Yes => {
            vec![of_return(FormReason::Deferrals, "8B", both, excess)]
        }
        // Both parts are then taxed in one year.
        ReturnKind::Deferrals if in_its_year => vec![of_return(FormReason::Deferrals, "8", both, Money::ZERO)],
        ReturnKind::Deferrals => vec![
            of_return(FormReason::Deferrals, codes::YEAR_BEFORE, excess, Money::ZERO),
            of_return(FormReason::Deferrals, "8", earnings, Money::ZERO),
        ],
    };
    forms.into_iter().flatten().collect()
}

const ALL_THAT_LEFT: &str = "Everything that left the after-tax account";

/// The form for some conversions of one plan; none where nothing moved.
fn of_moves(pool: &Pool, reason: FormReason, codes: &'static str, moves: &[&Distribution]) -> Option<ExpectedForm> {
    let dated = |part: fn(&Distribution) -> Money| {
        moves.iter().map(|made| (made.entered.date, part(made))).collect::<Vec<(Date, Money)>>()
    };
    let sum = |part: fn(&Distribution) -> Money| moves.iter().map(|made| part(made)).sum::<Money>();
    let basis = total("After-tax contributions that moved", citations::FORM_1099R_BOX_5, dated(|made| made.basis));
    let none = |label: &str, citation| Figure::new([], Step::given(label, citation, Money::ZERO));
    let untaxed = || none("Nothing is taxed in a split rollover", citations::FORMS_SPLIT);
    let (gross, taxable, basis) = match reason {
        FormReason::SplitRoth => {
            let gross = total("After-tax contributions that moved", citations::FORMS_SPLIT, dated(|made| made.basis));
            (gross, untaxed(), basis)
        }
        FormReason::SplitPreTax => (
            total("Earnings that moved to a pre-tax account", citations::FORMS_SPLIT, dated(|made| made.earnings)),
            untaxed(),
            none("The after-tax contributions are on the other form", citations::FORMS_SPLIT),
        ),
        FormReason::TraditionalIra => {
            let nothing = none("Nothing is taxed in a rollover to a traditional IRA", citations::FORMS_60_DAYS);
            (total(ALL_THAT_LEFT, citations::FORM_1099R_BOX_1, dated(|made| made.moved)), nothing, basis)
        }
        _ => {
            let gross = total(ALL_THAT_LEFT, citations::FORM_1099R_BOX_1, dated(|made| made.moved));
            let operands = [("box 1", gross.value), ("box 5", basis.value)];
            let step = Step::difference("Earnings that moved", citations::FORM_1099R_BOX_2A, operands);
            (gross, Figure::new([], step), basis)
        }
    };
    if !gross.value.is_positive() {
        return None;
    }
    let withheld = match reason {
        FormReason::PaidOut => {
            let rate = (rates::shown::WITHHOLDING.to_string(), rates::WITHHOLDING);
            let half_up = RoundingStrategy::MidpointAwayFromZero;
            let box_2a = ("box 2a", taxable.value);
            Figure::new([], Step::times("Tax withheld", citations::FORMS_WITHHOLDING, box_2a, rate, half_up))
        }
        _ => none("Nothing is withheld from a direct rollover", citations::FORMS_WITHHOLDING),
    };
    // Only the last conversions of the year can have emptied the account for good. Those of
    // one day are one payment, whichever accounts received it.
    let first = moves.first()?;
    let last = pool.distributions_in(first.entered.date.year()).last().filter(|last| last.value_left == Money::ZERO);
    let of_last_day = |last: &&Distribution| moves.iter().any(|made| made.entered.date == last.entered.date);
    let is_last = |last: &&Distribution| moves.iter().any(|made| std::ptr::eq::<Distribution>(*made, *last));
    let split = matches!(reason, FormReason::SplitRoth | FormReason::SplitPreTax);
    Some(ExpectedForm {
        payer: pool.plan.clone(),
        reason,
        payments: moves.len(),
        gross,
        taxable,
        total: reason != FormReason::InPlan && last.filter(of_last_day).is_some_and(|made| made.whole_account),
        withheld,
        basis,
        codes,
        lost: last
            .filter(|_| reason != FormReason::SplitPreTax)
            .filter(is_last)
            .map_or(Money::ZERO, |made| made.basis_left),
        sure: moves.iter().all(|made| is_sure(pool, made)),
        untaxed: if reason == FormReason::PaidOut { sum(|made| made.earnings - made.taxable) } else { Money::ZERO },
        split_off: if split { sum(|made| made.earnings) } else { Money::ZERO },
    })
}

/// Whether the records show how much of a conversion is earnings: by the plan's figures, by
/// a balance that is not old, or because everything left that the plan accounts for apart.
fn is_sure(pool: &Pool, made: &Distribution) -> bool {
    match made.by {
        BasisBy::Plan => true,
        _ if pool.contributed == Money::ZERO || made.has_nothing_before() => false,
        BasisBy::Everything => made.valued_on.is_some() || !made.whole_account,
        BasisBy::ProRata | BasisBy::Before1987 => made
            .valued_on
            .is_some_and(|valued_on| made.entered.date.day_number() - valued_on.day_number() <= STATEMENT_DAYS),
    }
}

/// The form for one part of it; none where nothing was returned.
fn of_return(reason: FormReason, codes: &'static str, gross: Money, basis: Money) -> Option<ExpectedForm> {
    if !gross.is_positive() {
        return None;
    }
    let citation = citations::FORM_1099R_CORRECTIONS;
    let given = |label: &str, value| Figure::new([], Step::given(label, citation, value));
    let taxable = Step::difference("Taxable part", citation, [("box 1", gross), ("box 5", basis)]);
    Some(ExpectedForm {
        payer: PlanName::ThisJob,
        reason,
        payments: 1,
        gross: given("Returned, as you entered it", gross),
        taxable: Figure::new([], taxable),
        total: false,
        withheld: given("Nothing has to be withheld from a correction", Money::ZERO),
        basis: given("Money that was taxed before", basis),
        codes,
        lost: Money::ZERO,
        sure: true,
        untaxed: Money::ZERO,
        split_off: Money::ZERO,
    })
}

/// The sum of payments: one by one where they are few, and else how many they are.
fn total(label: &str, citation: Citation, parts: Vec<(Date, Money)>) -> Figure {
    let step = match parts.as_slice() {
        [(_, only)] => Step::given(label, citation, *only),
        [(first, _), .., (last, _)] if parts.len() > MOST_NAMED => {
            let shown = format!("sum of {} from {} to {}", parts.len(), first.long(), last.long());
            Step::formula(label, citation, shown, parts.iter().map(|(_, amount)| *amount).sum())
        }
        _ => Step::sum(label, citation, parts.iter().map(|(date, amount)| (date.long(), *amount))),
    };
    Figure::new([], step)
}
