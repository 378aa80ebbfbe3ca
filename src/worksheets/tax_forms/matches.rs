//! Which of the forms that came answers which of the forms expected.
//!
//! A form counts as the one expected where box 1 agrees to the cent; then the payer's
//! name and the code decide. Some payers put several expected forms on one, and some
//! send one for each conversion: sums that agree to the cent are matched as well. What
//! is left is matched by payer and code, the nearest amounts first; but a form that is
//! right as it is for money that the ledger does not hold is left alone.

use super::codes::{self, Group};
use super::differences::is_rounding;
use super::expected_forms::{ExpectedForm, FormReason};
use crate::money::Money;
use crate::order;
use crate::record::Form1099R;

/// Forms expected and forms that came which belong together, by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) expected: Vec<usize>,
    pub(super) typed: Vec<usize>,
}

/// One way to match a form that came; the less, the better.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    /// Whether any of box 1, 2a, 5 and 7 differs.
    inexact: bool,
    other_payer: bool,
    other_code: bool,
    gap: Money,
    forms: usize,
    typed: usize,
    expected: usize,
}

/// Every form, expected or typed, in exactly one of the groups. Of the forms typed, those
/// that do not count are in a group of their own.
pub(super) fn matches(expected: &[ExpectedForm], typed: &[Form1099R], counts: &[bool]) -> Vec<Match> {
    let sets = sets(expected);
    let names = Names::of(expected, typed);
    let mut candidates = candidates(expected, &sets, typed, &names);
    let mut free = Free { expected: vec![true; expected.len()], typed: counts.to_vec(), found: Vec::new() };
    candidates.retain(|candidate| free.typed.get(candidate.typed) == Some(&true));
    for candidate in candidates.iter().filter(|candidate| candidate.gap == Money::ZERO) {
        free.take(sets.get(candidate.expected), &[candidate.typed]);
    }
    one_by_one(expected, typed, &names, &mut free);
    part_withheld(expected, typed, &names, &mut free);
    for candidate in &candidates {
        let of_a_plan = || typed.get(candidate.typed).is_some_and(is_of_a_plan);
        // A form with another code is taken for the one expected only where no other can be meant.
        if !candidate.other_code || (of_a_plan() && (!candidate.other_payer || free.left() == (1, 1))) {
            free.take(sets.get(candidate.expected), &[candidate.typed]);
        }
    }
    free.done()
}

/// All ways to match a form that came with a set of forms expected, the best first. A
/// form that names one plan is never matched with another.
fn candidates(expected: &[ExpectedForm], sets: &[Vec<usize>], typed: &[Form1099R], names: &Names) -> Vec<Candidate> {
    let mut candidates = Vec::new();
    for (place, form) in typed.iter().enumerate() {
        for (number, set) in sets.iter().enumerate() {
            let parts: Vec<&ExpectedForm> = set.iter().filter_map(|part| expected.get(*part)).collect();
            let Some(first) = parts.first() else { continue };
            let named = set.first().is_some_and(|part| names.has(place, *part));
            if names.any(place) && !named {
                continue;
            }
            let sum = |part: fn(&ExpectedForm) -> Money| parts.iter().map(|each| part(each)).sum::<Money>();
            let basis = sum(|part| part.basis.value);
            let gap = (own_gross(form) - sum(|part| part.gross.value)).abs();
            let agrees = is_rounding(gap) || (basis.is_positive() && form.basis == Some(basis));
            let of_roth_account = is_of_roth_account(form) && !agrees;
            // What went to a traditional IRA as a whole may have nothing in box 5.
            let has_basis = basis.is_positive() && parts.iter().any(|part| part.reason != FormReason::TraditionalIra);
            if of_roth_account || (is_without_basis(form) && has_basis && !is_rounding(gap)) {
                continue;
            }
            let other_code = !has_code(form, first);
            let as_expected = form.other_money.is_some()
                || (form.taxable == Some(sum(|part| part.taxable.value)) && form.basis.unwrap_or_default() == basis);
            candidates.push(Candidate {
                inexact: gap != Money::ZERO || other_code || !as_expected,
                other_payer: !named,
                other_code,
                gap,
                forms: parts.len(),
                typed: place,
                expected: number,
            });
        }
    }
    order::sort(&mut candidates);
    candidates
}

/// What is not matched yet, and what is.
struct Free {
    expected: Vec<bool>,
    typed: Vec<bool>,
    found: Vec<Match>,
}

impl Free {
    /// Matches them, if none of them is matched yet.
    fn take(&mut self, set: Option<&Vec<usize>>, typed: &[usize]) {
        let Some(set) = set else { return };
        let all = |flags: &[bool], places: &[usize]| places.iter().all(|place| flags.get(*place) == Some(&true));
        if !all(&self.expected, set) || !all(&self.typed, typed) {
            return;
        }
        for (flags, places) in [(&mut self.expected, set.as_slice()), (&mut self.typed, typed)] {
            for place in places {
                if let Some(flag) = flags.get_mut(*place) {
                    *flag = false;
                }
            }
        }
        self.found.push(Match { expected: set.clone(), typed: typed.to_vec() });
    }

    /// How many of each are left.
    fn left(&self) -> (usize, usize) {
        let count = |flags: &[bool]| flags.iter().filter(|free| **free).count();
        (count(&self.expected), count(&self.typed))
    }

    /// All groups in the order of the forms expected, then what came without reason or
    /// does not count.
    fn done(mut self) -> Vec<Match> {
        self.typed.fill(true);
        for place in self.found.iter().flat_map(|group| &group.typed) {
            if let Some(flag) = self.typed.get_mut(*place) {
                *flag = false;
            }
        }
        let places = |flags: &[bool]| -> Vec<usize> {
            flags.iter().enumerate().filter(|(_, free)| **free).map(|(place, _)| place).collect()
        };
        for place in places(&self.expected) {
            self.found.push(Match { expected: vec![place], typed: Vec::new() });
        }
        for place in places(&self.typed) {
            self.found.push(Match { expected: Vec::new(), typed: vec![place] });
        }
        let key = |group: &Match| {
            let last = usize::MAX;
            (group.expected.first().copied().unwrap_or(last), group.typed.first().copied().unwrap_or(last))
        };
        order::sort_by_key(&mut self.found, key);
        self.found
    }
}

/// The forms expected one by one, and those that a payer may put on one: both parts of
/// a split, and all direct rollovers of a plan.
fn sets(expected: &[ExpectedForm]) -> Vec<Vec<usize>> {
    let mut sets: Vec<Vec<usize>> = (0..expected.len()).map(|place| vec![place]).collect();
    let mut start = 0;
    for plan in expected.chunk_by(|one, next| one.payer == next.payer) {
        let places = |wanted: fn(FormReason) -> bool| -> Vec<usize> {
            let own = plan.iter().enumerate().filter(|(_, form)| wanted(form.reason));
            own.map(|(place, _)| start + place).collect()
        };
        let split = places(|reason| matches!(reason, FormReason::SplitRoth | FormReason::SplitPreTax));
        let direct = places(FormReason::is_direct);
        if direct.len() > split.len() && direct.len() > 1 {
            sets.push(direct);
        }
        if split.len() > 1 {
            sets.push(split);
        }
        start += plan.len();
    }
    sets
}

/// One form for each payment: those left with its code that add up to a form expected.
fn one_by_one(expected: &[ExpectedForm], typed: &[Form1099R], names: &Names, free: &mut Free) {
    for (place, form) in expected.iter().enumerate() {
        let of_it =
            |number: usize, came: &Form1099R| has_code(came, form) && (names.has(number, place) || !names.any(number));
        let left: Vec<usize> = typed
            .iter()
            .enumerate()
            .filter(|(number, came)| free.typed.get(*number) == Some(&true) && of_it(*number, came))
            .map(|(number, _)| number)
            .collect();
        let amounts = left.iter().filter_map(|number| typed.get(*number)?.gross);
        if left.len() > 1 && amounts.sum::<Money>() == form.gross.value {
            free.take(Some(&vec![place]), &left);
        }
    }
}

/// A direct rollover from which a part was withheld: two forms, one with code G and one for
/// the part that counts as paid to the person, which add up to the form expected.
fn part_withheld(expected: &[ExpectedForm], typed: &[Form1099R], names: &Names, free: &mut Free) {
    for (place, form) in expected.iter().enumerate().filter(|(_, form)| form.reason.is_direct()) {
        let of_it = |number: usize| names.has(number, place) || !names.any(number);
        let left = || typed.iter().enumerate().filter(|(number, _)| of_it(*number));
        let paid = left().filter(|(_, came)| is_paid_out(came) && came.withheld.is_some_and(Money::is_positive));
        let pairs = paid.flat_map(|paid| left().map(move |direct| (direct, paid)));
        let sum = |one: &Form1099R, other: &Form1099R| one.gross.unwrap_or_default() + other.gross.unwrap_or_default();
        let adding_up = pairs.filter(|((_, direct), (_, paid))| {
            codes::read(&direct.codes).contains(&'G') && sum(direct, paid) == form.gross.value
        });
        for ((direct, _), (paid, _)) in adding_up.collect::<Vec<_>>() {
            free.take(Some(&vec![place]), &[direct.min(paid), direct.max(paid)]);
        }
    }
}

/// Box 1 without the money that the ledger does not hold.
fn own_gross(form: &Form1099R) -> Money {
    (form.gross.unwrap_or_default() - form.other_money.unwrap_or_default()).or_zero()
}

/// For each form that came, of which of those expected its payer's name is the plan's
/// name, or holds it, or is held by it.
struct Names(Vec<Vec<bool>>);

impl Names {
    fn of(expected: &[ExpectedForm], typed: &[Form1099R]) -> Self {
        let small = |name: &str| name.trim().to_lowercase();
        let plans: Vec<String> = expected.iter().map(|form| small(form.payer.as_str())).collect();
        let of_one = |form: &Form1099R| {
            let payer = small(&form.payer);
            let same = |plan: &String| {
                let both = !payer.is_empty() && !plan.is_empty();
                both && (payer.contains(plan.as_str()) || plan.contains(&payer))
            };
            plans.iter().map(same).collect()
        };
        Self(typed.iter().map(of_one).collect())
    }

    fn has(&self, typed: usize, expected: usize) -> bool {
        self.0.get(typed).and_then(|row| row.get(expected)) == Some(&true)
    }

    fn any(&self, typed: usize) -> bool {
        self.0.get(typed).is_some_and(|row| row.contains(&true))
    }
}

/// Whether box 7 can be that of the form expected.
fn has_code(typed: &Form1099R, expected: &ExpectedForm) -> bool {
    let codes = codes::read(&typed.codes);
    match expected.reason {
        _ if codes.is_empty() => true,
        FormReason::PaidOut => codes.iter().any(|code| matches!(code, '1' | '2' | '3' | '7')),
        reason if reason.is_correction() => codes.iter().any(|code| expected.codes.contains(*code)),
        _ => codes.contains(&'G'),
    }
}

/// Whether box 7 is that of a payment to the person.
pub(super) fn is_paid_out(typed: &Form1099R) -> bool {
    let codes = codes::read(&typed.codes);
    !codes.is_empty() && codes.iter().all(|code| matches!(code, '1' | '2' | '7'))
}

/// Whether the code is one of a plan's Roth account: H, or B without a correction.
pub(super) fn is_of_roth_account(typed: &Form1099R) -> bool {
    let codes = codes::read(&typed.codes);
    let of = |wanted: Group| codes.iter().any(|code| codes::group(*code) == wanted);
    (of(Group::RothRollover) || of(Group::RothAccount)) && !of(Group::Correction) && !of(Group::Ira)
}

/// Whether it reads like the form of money that was never taxed: employer money that the
/// person chose to have as Roth (Notice 2024-2, section L), pre-tax money that was converted,
/// rolled over to a traditional IRA or withdrawn. Nothing is in box 5, and all of it is
/// taxable, or, under code G, none of it.
pub(super) fn is_without_basis(typed: &Form1099R) -> bool {
    let codes = codes::read(&typed.codes);
    let direct = codes == ['G'];
    let taxed = typed.taxable == typed.gross;
    typed.other_money.is_none()
        && (direct || is_paid_out(typed))
        && typed.gross.is_some_and(Money::is_positive)
        && (taxed || (direct && typed.taxable == Some(Money::ZERO)))
        && typed.basis.unwrap_or_default() == Money::ZERO
        && !typed.not_determined
        && !typed.ira
}

/// Whether the code is one that a plan's form has for such money, right or wrong.
fn is_of_a_plan(typed: &Form1099R) -> bool {
    codes::read(&typed.codes)
        .iter()
        .all(|code| !matches!(codes::group(*code), Group::Correction | Group::Ira | Group::Other))
}
