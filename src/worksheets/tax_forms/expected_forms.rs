//! The Forms 1099-R that the ledger says should come, with their figures.

use serde::Serialize;

use super::case::Case;
use super::{codes, words};
use crate::date::Date;
use crate::explain::{Figure, Step};
use crate::law::{Citation, citations, rates};
use crate::money::{Money, RoundingStrategy};
use crate::record::{Answer, Path, PlanName, Record, ReturnKind, Returned};
use crate::worksheets::ledger::{Distribution, Pool};

/// The most payments that a step names one by one.
const MOST_NAMED: usize = 12;

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FormReason {
    /// In-plan Roth rollovers.
    InPlan,
    /// Direct rollovers to a Roth IRA.
    RothIra,
    /// The basis of split rollovers, to a Roth IRA.
    SplitRoth,
    /// The earnings of split rollovers, to a pre-tax account.
    SplitPreTax,
    /// Direct rollovers of all to a traditional IRA.
    TraditionalIra,
    /// Payments to the person.
    PaidOut,
    /// Annual additions above the limit, returned.
    AnnualAdditions,
    /// Elective deferrals above the limit, returned.
    Deferrals,
    /// Excess aggregate contributions, returned after the ACP test.
    AcpTest,
}

impl FormReason {
    /// What a form says that it is for.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::InPlan => "in-plan Roth rollover",
            Self::RothIra => "direct rollover to a Roth IRA",
            Self::SplitRoth => "split rollover, Roth part",
            Self::SplitPreTax => "split rollover, pre-tax part",
            Self::TraditionalIra => "direct rollover to a traditional IRA",
            Self::PaidOut => "payment to you",
            Self::AnnualAdditions => "annual additions above the limit, returned",
            Self::Deferrals => "excess deferrals, returned",
            Self::AcpTest => "refund after the ACP test",
        }
    }

    /// Whether code G belongs on it.
    #[must_use]
    pub const fn is_direct(self) -> bool {
        matches!(self, Self::InPlan | Self::RothIra | Self::SplitRoth | Self::SplitPreTax | Self::TraditionalIra)
    }

    /// Whether it is for money returned as too much.
    #[must_use]
    pub const fn is_correction(self) -> bool {
        matches!(self, Self::AnnualAdditions | Self::Deferrals | Self::AcpTest)
    }
}

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
            gross: of("Box 1 of both forms together", citations::FORM_1099R_BOX_1, |part| part.gross.value),
            taxable: of("Box 2a of both forms together", citations::FORM_1099R_BOX_2A, |part| part.taxable.value),
            withheld: of("Box 4 of both forms together", citations::FORM_1099R_BOX_4, |part| part.withheld.value),
            basis: of("Box 5 of both forms together", citations::FORM_1099R_BOX_5, |part| part.basis.value),
            total: parts.iter().any(|part| part.total),
            codes: first.codes,
            lost: parts.iter().map(|part| part.lost).sum(),
        })
    }
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
        ReturnKind::AnnualAdditions => vec![of_return(FormReason::AnnualAdditions, "E", both, excess)],
        ReturnKind::AcpTest => vec![of_return(FormReason::AcpTest, "8", both, excess)],
        ReturnKind::Deferrals if row.roth == Answer::Yes => {
            vec![of_return(FormReason::Deferrals, "8B", both, excess)]
        }
        // Both parts are then taxed in one year.
        ReturnKind::Deferrals if in_its_year => vec![of_return(FormReason::Deferrals, "8", both, Money::ZERO)],
        ReturnKind::Deferrals => vec![
            of_return(FormReason::Deferrals, "P", excess, Money::ZERO),
            of_return(FormReason::Deferrals, "8", earnings, Money::ZERO),
        ],
    };
    forms.into_iter().flatten().collect()
}

/// The form for some conversions of one plan; none where nothing moved.
fn of_moves(pool: &Pool, reason: FormReason, codes: &'static str, moves: &[&Distribution]) -> Option<ExpectedForm> {
    let amounts = moves.iter().map(|made| (made.entered.date, made.moved));
    let bases = moves.iter().map(|made| (made.entered.date, made.basis));
    let earnings = moves.iter().map(|made| (made.entered.date, made.earnings));
    let basis = total("After-tax contributions that moved", citations::FORM_1099R_BOX_5, bases.collect());
    let none = |label: &str, citation| Figure::new([], Step::given(label, citation, Money::ZERO));
    let untaxed = || none("Nothing is taxed in a split rollover", citations::FORMS_SPLIT);
    let (gross, taxable, basis) = match reason {
        FormReason::SplitRoth => {
            let gross = total("After-tax contributions that moved", citations::FORMS_SPLIT, bases_of(moves));
            (gross, untaxed(), basis)
        }
        FormReason::SplitPreTax => (
            total("Earnings that moved to a pre-tax account", citations::FORMS_SPLIT, earnings.collect()),
            untaxed(),
            none("The after-tax contributions are on the other form", citations::FORMS_SPLIT),
        ),
        FormReason::TraditionalIra => {
            let gross = total("All that left the after-tax account", citations::FORM_1099R_BOX_1, amounts.collect());
            (gross, untaxed(), basis)
        }
        _ => {
            let gross = total("All that left the after-tax account", citations::FORM_1099R_BOX_1, amounts.collect());
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
    // Only the last conversion of the year can have emptied the account for good.
    let last = pool.distributions_in(moves.first().map_or(0, |made| made.entered.date.year())).last();
    let emptied = last.filter(|last| {
        last.value_left == Money::ZERO && moves.iter().any(|made| std::ptr::eq::<Distribution>(*made, *last))
    });
    Some(ExpectedForm {
        payer: pool.plan.clone(),
        reason,
        payments: moves.len(),
        gross,
        taxable,
        total: reason != FormReason::InPlan && emptied.is_some_and(|made| made.whole_account),
        withheld,
        basis,
        codes,
        lost: emptied.filter(|_| reason != FormReason::SplitPreTax).map_or(Money::ZERO, |made| made.basis_left),
    })
}

fn bases_of(moves: &[&Distribution]) -> Vec<(Date, Money)> {
    moves.iter().map(|made| (made.entered.date, made.basis)).collect()
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
