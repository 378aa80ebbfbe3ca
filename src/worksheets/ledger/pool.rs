//! One plan's after-tax money: what it holds, and what each payment takes out of it.

use std::collections::VecDeque;

use rust_decimal::Decimal;
use serde::Serialize;

use super::{Entry, PaidOut, plan_basis};
use crate::date::Date;
use crate::money::Money;
use crate::record::{Conversion, Path, PlanName};

/// How the basis in a conversion was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BasisBy {
    /// The plan's own figures.
    Plan,
    /// Pro rata: the payment times basis over value.
    ProRata,
    /// Everything left, and so all basis that the payment can hold.
    Everything,
}

/// A conversion, posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Distribution {
    /// The conversion as entered.
    #[serde(flatten)]
    pub entered: Conversion,
    /// The basis in the pool just before it.
    pub basis_before: Money,
    /// The value of the pool just before it, at least what left.
    pub value_before: Money,
    /// The latest balance that the value goes by; none where no statement was entered
    /// since the pool was last empty.
    pub valued_on: Option<Date>,
    /// How the basis was found.
    pub by: BasisBy,
    /// After-tax contributions in it.
    pub basis: Money,
    /// Earnings in it.
    pub earnings: Money,
    /// What of it is income now: the earnings, unless they went to a pre-tax account.
    pub taxable: Money,
    /// The basis left in the pool.
    pub basis_left: Money,
    /// The value left in the pool.
    pub value_left: Money,
    /// Basis that the plan's figures have and the ledger's contributions do not.
    pub missing: Money,
    /// Of a payment to the person, what became of it.
    #[serde(skip)]
    pub paid_out: Option<PaidOut>,
    /// Whether the pool is the whole account, pre-tax money included.
    pub whole_account: bool,
    /// The oldest contribution in it, the oldest being taken first.
    pub oldest: Option<Date>,
    /// The basis in it of which the ledger knows when it was paid in.
    #[serde(skip)]
    pub dated: Money,
    /// How long that waited: each contribution's dollars times its days.
    #[serde(skip)]
    pub dollar_days: Decimal,
}

impl Distribution {
    /// Of a payment to the person, what was rolled over in time.
    #[must_use]
    pub fn rolled_in_time(&self) -> Money {
        self.paid_out.map_or(Money::ZERO, |paid| paid.in_time)
    }

    /// Of a payment to the person, the earnings that were not rolled over in time. What
    /// is rolled over counts as earnings first (IRC 402(c)(2)).
    #[must_use]
    pub fn kept_earnings(&self) -> Money {
        match self.paid_out {
            Some(paid) => (self.earnings - paid.in_time).or_zero(),
            None => Money::ZERO,
        }
    }

    /// Whether something of it, paid to the person, can still be rolled over.
    #[must_use]
    pub fn can_be_rolled_over(&self, today: Date) -> bool {
        self.paid_out.is_some_and(|paid| paid.is_open(today))
    }
}

/// A contribution, or what is left of it, that was not converted yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lot {
    /// When it was paid in.
    pub date: Date,
    /// What is left of it.
    pub amount: Money,
}

/// What an entry of the ledger is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// Money came in.
    Contribution,
    /// A statement showed the value.
    Balance,
    /// Money left; the place of its [`Distribution`] in [`Pool::distributions`].
    Conversion(usize),
}

/// An entry of the ledger, with what the pool held after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PostedEntry {
    /// The day.
    pub date: Date,
    /// What happened.
    pub kind: EntryKind,
    /// How much.
    pub amount: Money,
    /// The basis after it.
    pub basis: Money,
    /// The value after it, as far as the entries tell.
    pub value: Money,
}

/// One plan's after-tax money, or its whole account.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pool {
    /// The plan.
    pub plan: PlanName,
    /// All entries in order.
    pub entries: Vec<PostedEntry>,
    /// The conversions in order.
    pub distributions: Vec<Distribution>,
    /// All contributions ever.
    pub contributed: Money,
    /// Basis that the plan's figures have and the ledger's contributions do not.
    pub missing: Money,
    /// The basis still in it.
    pub basis: Money,
    /// Its value, as far as the entries tell.
    pub value: Money,
    /// The latest balance that the value goes by.
    pub valued_on: Option<Date>,
    /// Contributions not converted yet, the oldest first. With [`Pool::unrecovered`] they
    /// sum up to the basis.
    pub waiting: VecDeque<Lot>,
    /// Basis that stayed behind when the last of the value left, because of a loss. It
    /// stands against later earnings (IRC 72(e)(6)) and is no money that waits.
    pub unrecovered: Money,
}

/// Basis taken out of contributions.
struct Taken {
    oldest: Option<Date>,
    dated: Money,
    dollar_days: Decimal,
}

impl Pool {
    pub(super) fn post(&mut self, mut entries: Vec<Entry<'_>>) {
        // Rows are mostly in order already, which this sort makes use of.
        entries.sort_by(Entry::order);
        self.entries.reserve(entries.len());
        for entry in entries {
            let (date, kind, amount) = match entry {
                Entry::Contribution(date, amount) => {
                    self.contribute(date, amount);
                    (date, EntryKind::Contribution, amount)
                }
                Entry::Balance(date, value) => {
                    self.value = value;
                    self.valued_on = Some(date);
                    (date, EntryKind::Balance, value)
                }
                Entry::Conversion(entered, whole_account) => {
                    let place = self.distributions.len();
                    self.convert(entered, whole_account);
                    (entered.date, EntryKind::Conversion(place), entered.amount)
                }
            };
            self.entries.push(PostedEntry { date, kind, amount, basis: self.basis, value: self.value });
        }
    }

    fn contribute(&mut self, date: Date, amount: Money) {
        if self.value == Money::ZERO {
            // A statement of nothing may say so as well as a conversion of everything.
            self.close();
        }
        self.contributed += amount;
        self.basis += amount;
        self.value += amount;
        if amount.is_positive() {
            self.waiting.push_back(Lot { date, amount });
        }
    }

    fn convert(&mut self, entered: &Conversion, whole_account: bool) {
        let amount = entered.amount;
        let basis_before = self.basis;
        let (by, basis) = match plan_basis(entered) {
            Some(basis) => (BasisBy::Plan, basis),
            None if amount >= self.value => (BasisBy::Everything, amount.min(basis_before)),
            None => (BasisBy::ProRata, amount.pro_rata(basis_before, self.value).min(amount).min(basis_before)),
        };
        let missing = (basis - basis_before).or_zero();
        let earnings = amount - basis;
        let mut value_before = self.value.max(amount);
        if by == BasisBy::Plan && earnings.is_positive() && self.valued_on != Some(entered.date) {
            // Earnings that the plan reports were there, whatever an older statement says:
            // what stays is then no loss.
            value_before = value_before.max(basis_before.max(basis) + earnings);
        }
        self.missing += missing;
        self.basis = (basis_before - basis).or_zero();
        self.value = value_before - amount;
        let taken = self.take(basis - missing, entered.date);
        self.distributions.push(Distribution {
            basis_before,
            value_before,
            valued_on: self.valued_on,
            by,
            basis,
            earnings,
            taxable: if matches!(entered.path, Path::Split | Path::TraditionalIra) { Money::ZERO } else { earnings },
            basis_left: self.basis,
            value_left: self.value,
            missing,
            paid_out: PaidOut::of(entered),
            whole_account,
            oldest: taken.oldest,
            dated: taken.dated,
            dollar_days: taken.dollar_days,
            entered: entered.clone(),
        });
        if self.value == Money::ZERO {
            self.valued_on = None;
            self.close();
        }
    }

    /// Nothing is left, so that what basis there is has no value any more.
    fn close(&mut self) {
        self.waiting.clear();
        self.unrecovered = self.basis;
    }

    /// Takes basis out of the oldest contributions, and what they do not hold out of that
    /// which stayed behind before them.
    fn take(&mut self, basis: Money, on: Date) -> Taken {
        let mut left = basis;
        let mut taken = Taken { oldest: None, dated: Money::ZERO, dollar_days: Decimal::ZERO };
        while left.is_positive() {
            let Some(lot) = self.waiting.front_mut() else { break };
            let part = lot.amount.min(left);
            let days = Decimal::from(on.day_number() - lot.date.day_number());
            taken.dollar_days += part.to_decimal() * days;
            taken.oldest = taken.oldest.or(Some(lot.date));
            left -= part;
            lot.amount -= part;
            if lot.amount == Money::ZERO {
                self.waiting.pop_front();
            }
        }
        taken.dated = basis - left;
        self.unrecovered -= left;
        taken
    }

    /// What its contributions that wait come to, without what was lost before.
    #[must_use]
    pub fn waits(&self) -> Money {
        if self.value == Money::ZERO { Money::ZERO } else { self.basis - self.unrecovered }
    }

    /// The conversions of one calendar year, which is the year that they are taxed in.
    pub fn distributions_in(&self, year: i16) -> impl Iterator<Item = &Distribution> {
        self.distributions.iter().filter(move |distribution| distribution.entered.date.year() == year)
    }
}

/// The average of days that converted basis waited, in whole days rounded half up; none
/// where none was converted.
#[must_use]
pub fn average_days<'a>(distributions: impl IntoIterator<Item = &'a Distribution>) -> Option<u32> {
    let (mut days, mut dollars) = (Decimal::ZERO, Decimal::ZERO);
    for distribution in distributions {
        days = days.checked_add(distribution.dollar_days)?;
        dollars = dollars.checked_add(distribution.dated.to_decimal())?;
    }
    let average = days.checked_div(dollars)?;
    let whole = average.round_dp_with_strategy(0, crate::money::RoundingStrategy::MidpointAwayFromZero);
    u32::try_from(whole).ok()
}
