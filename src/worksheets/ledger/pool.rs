//! One plan's after-tax money: what it holds, and what each payment takes out of it.

use std::collections::VecDeque;

use rust_decimal::Decimal;
use serde::Serialize;

use super::day::{self, Payment, Refund};
use super::{Entry, PaidOut};
use crate::date::Date;
use crate::money::Money;
use crate::order;
use crate::record::{Answer, Conversion, Opening, Path, PlanName};

/// How the basis in a conversion was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum BasisBy {
    /// The plan's own figures.
    Plan,
    /// Pro rata: the payment times basis over value.
    ProRata,
    /// Contributions from before 1987 first, and the rest pro rata (IRC 72(e)(8)(D)).
    Before1987,
    /// Everything left, and so all basis that the payment can hold.
    Everything,
}

/// Several payments of one day, which are one distribution.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SameDay {
    /// All of them.
    pub gross: Money,
    /// The basis in all of them.
    pub basis: Money,
}

/// A conversion, posted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Distribution {
    /// The conversion as entered.
    #[serde(flatten)]
    pub entered: Conversion,
    /// How it left, by the forms as well: a check that the plan made out to an IRA's
    /// custodian went straight, whatever was entered.
    #[serde(skip)]
    pub path: Path,
    /// What left for good: all of it but what the plan declared to be a refund afterwards.
    pub moved: Money,
    /// What the plan declared to be a refund of too much, which is no conversion.
    #[serde(skip)]
    pub refunded: Refund,
    /// Where it is one of several payments of a day: all of them.
    #[serde(skip)]
    pub same_day: Option<SameDay>,
    /// The basis in the pool just before the payments of the day.
    pub basis_before: Money,
    /// The value of the pool just before them, at least what left.
    pub value_before: Money,
    /// What of the basis was from before 1987 and comes out first.
    #[serde(skip)]
    pub before_1987: Money,
    /// The latest balance that the value goes by; none where no statement was entered
    /// since the pool was last empty.
    pub valued_on: Option<Date>,
    /// How the basis was found.
    pub by: BasisBy,
    /// After-tax contributions in what moved.
    pub basis: Money,
    /// Earnings in it; out of a whole account, pre-tax money as well.
    pub earnings: Money,
    /// What of it is income now: the earnings, unless they went to a pre-tax account.
    pub taxable: Money,
    /// The basis left in the pool after the payments of the day.
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
    /// Of a payment to the person, what was put into a Roth IRA in time.
    #[must_use]
    pub fn rolled_in_time(&self) -> Money {
        self.paid_out.map_or(Money::ZERO, |paid| paid.in_time)
    }

    /// Of a payment to the person, the earnings that were not rolled over in time. What
    /// is rolled over counts as earnings first (IRC 402(c)(2)).
    #[must_use]
    pub fn kept_earnings(&self) -> Money {
        match self.paid_out {
            Some(paid) => (self.earnings - paid.rolled_over()).or_zero(),
            None => Money::ZERO,
        }
    }

    /// What reached a Roth account: all, the basis alone, or what was rolled over in time.
    #[must_use]
    pub fn to_roth(&self) -> Money {
        match self.path {
            Path::InPlan | Path::RothIra => self.moved,
            Path::Split => self.basis,
            Path::TraditionalIra => Money::ZERO,
            Path::PaidOut => self.rolled_in_time(),
        }
    }

    /// The earnings that reached a Roth account. Where a part went to a traditional IRA,
    /// that took them first.
    #[must_use]
    pub fn earnings_to_roth(&self) -> Money {
        self.taxable.min(self.to_roth())
    }

    /// What was converted: what reached a Roth account, and of a split rollover both parts.
    /// Money that was paid out and kept is none.
    #[must_use]
    pub fn converted(&self) -> Money {
        if self.path == Path::Split { self.moved } else { self.to_roth() }
    }

    /// What went to a traditional IRA or a pre-tax account: the earnings, and the basis.
    #[must_use]
    pub fn to_traditional(&self) -> (Money, Money) {
        match (self.path, self.paid_out) {
            (Path::Split, _) => (self.earnings, Money::ZERO),
            (Path::TraditionalIra, _) => (self.earnings, self.basis),
            (_, Some(paid)) => {
                let earnings = self.earnings.min(paid.to_traditional);
                (earnings, paid.to_traditional - earnings)
            }
            _ => (Money::ZERO, Money::ZERO),
        }
    }

    /// Whether it was entered as paid to the person, and a form shows that it went straight.
    #[must_use]
    pub fn went_straight_by_form(&self) -> bool {
        self.path != self.entered.path
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
    /// Whether it is of the opening line, so that it waited longer than the ledger knows.
    pub opening: bool,
}

/// What an entry of the ledger is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// What was there before the ledger begins.
    Opening,
    /// Money came in.
    Contribution,
    /// A statement showed the value.
    Balance,
    /// The plan returned money as too much.
    Refund,
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
    /// All contributions ever, those of the opening line among them.
    pub contributed: Money,
    /// Basis that the plan's figures have and the ledger's contributions do not.
    pub missing: Money,
    /// Basis that the plan returned as too much.
    pub refunded: Money,
    /// The basis still in it.
    pub basis: Money,
    /// What of it was paid in before 1987.
    pub before_1987: Money,
    /// Whether the plan pays that part first and alone.
    pub before_1987_alone: Answer,
    /// Its value, as far as the entries tell.
    pub value: Money,
    /// The latest balance that the value goes by.
    pub valued_on: Option<Date>,
    /// Contributions not converted yet, the oldest first. They sum up to the basis.
    pub waiting: VecDeque<Lot>,
    /// Basis that was lost when the last of the value left. Whether it stands against later
    /// earnings (IRC 72(e)(6)) is not settled, so that it does so only where the plan's own
    /// figures have it.
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
        order::sort_by(&mut entries, Entry::order);
        self.entries.reserve(entries.len());
        let mut payments: Vec<Payment<'_>> = Vec::new();
        for entry in entries {
            // What leaves on one day is one distribution.
            if payments.last().is_some_and(|last| last.entered.date != entry.date()) {
                self.pay(std::mem::take(&mut payments));
            }
            let (date, kind, amount) = match entry {
                Entry::Opening(date, opening) => (date, EntryKind::Opening, self.open(date, opening)),
                Entry::Contribution(date, amount) => {
                    self.contribute(Lot { date, amount, opening: false });
                    (date, EntryKind::Contribution, amount)
                }
                Entry::Balance(date, value) => {
                    self.value = value;
                    self.valued_on = Some(date);
                    (date, EntryKind::Balance, value)
                }
                Entry::Refund(date, refund, year) => {
                    let gone = self.refund(date, refund, year);
                    (date, EntryKind::Refund, gone)
                }
                Entry::Conversion(payment) => {
                    payments.push(payment);
                    continue;
                }
            };
            self.entries.push(PostedEntry { date, kind, amount, basis: self.basis, value: self.value });
        }
        self.pay(payments);
    }

    /// What was there before.
    fn open(&mut self, date: Date, opening: &Opening) -> Money {
        let basis = opening.basis.unwrap_or_default();
        self.contribute(Lot { date, amount: basis, opening: true });
        if let Some(value) = opening.value {
            self.value += value - basis;
            self.valued_on = Some(date);
        }
        self.before_1987 += opening.before_1987.unwrap_or_default().min(basis);
        self.before_1987_alone = opening.before_1987_alone;
        opening.value.unwrap_or(basis)
    }

    fn contribute(&mut self, lot: Lot) {
        if self.value == Money::ZERO {
            // A statement of nothing may say so as well as a conversion of everything.
            self.close();
        }
        self.contributed += lot.amount;
        self.basis += lot.amount;
        self.value += lot.amount;
        if lot.amount.is_positive() {
            self.waiting.push_back(lot);
        }
    }

    /// The plan returned contributions of a year as too much: they leave with their
    /// earnings, as far as they are still there.
    fn refund(&mut self, date: Date, refund: Refund, year: i16) -> Money {
        let basis = refund.basis.min(self.basis);
        let earnings =
            if basis == refund.basis { refund.earnings } else { refund.earnings.pro_rata(basis, refund.basis) };
        if !basis.is_positive() {
            return Money::ZERO;
        }
        if earnings.is_positive() && self.valued_on != Some(date) {
            self.value = self.value.max(self.basis + earnings);
        }
        let gone = basis + earnings;
        self.basis -= basis;
        self.refunded += basis;
        self.value = (self.value - gone).or_zero();
        self.before_1987 = self.before_1987.min(self.basis);
        // The latest of the year are those that passed its limit.
        let mut left = basis;
        let of_the_year = |lot: &Lot| lot.date.year() <= year;
        for wanted in [true, false] {
            for lot in self.waiting.iter_mut().rev().filter(|lot| of_the_year(lot) == wanted) {
                let part = lot.amount.min(left);
                lot.amount -= part;
                left -= part;
            }
        }
        self.waiting.retain(|lot| lot.amount.is_positive());
        if self.value == Money::ZERO {
            self.valued_on = None;
            self.close();
        }
        gone
    }

    /// The basis in a payment of this much by the ledger alone, out of this value.
    fn basis_in(&self, amount: Money, value: Money) -> (BasisBy, Money) {
        if amount >= value {
            return (BasisBy::Everything, amount.min(self.basis));
        }
        let first = match self.before_1987_alone {
            Answer::Yes => self.before_1987.min(amount),
            Answer::No | Answer::Unknown => Money::ZERO,
        };
        let (rest, basis) = (amount - first, self.basis - first);
        // Where all of it is old, nothing is left to divide.
        let pro_rata = if rest.is_positive() { rest.pro_rata(basis, value - first).min(rest).min(basis) } else { rest };
        (if first.is_positive() { BasisBy::Before1987 } else { BasisBy::ProRata }, first + pro_rata)
    }

    /// The payments of one day.
    fn pay(&mut self, payments: Vec<Payment<'_>>) {
        let Some(date) = payments.first().map(|payment| payment.entered.date) else { return };
        let gross: Money = payments.iter().map(|payment| payment.entered.amount).sum();
        let by_plan = || payments.iter().filter_map(|payment| Some((payment.entered.amount, payment.plan_basis()?)));
        let plan_basis: Money = by_plan().map(|(_, basis)| basis).sum();
        let plan_earnings: Money = by_plan().map(|(amount, basis)| amount - basis).sum();
        let (basis_before, valued_on) = (self.basis, self.valued_on);
        let mut value_before = self.value.max(gross);
        if plan_earnings.is_positive() && valued_on != Some(date) {
            // Earnings that the plan reports were there, whatever an older statement says:
            // what stays is then no loss.
            value_before = value_before.max(basis_before.max(plan_basis) + plan_earnings);
        }
        // What the plan's figures leave of the day's basis is in the other payments.
        let others: Vec<&Payment<'_>> = payments.iter().filter(|payment| payment.plan_basis().is_none()).collect();
        let others_gross: Money = others.iter().map(|payment| payment.entered.amount).sum();
        let (by, basis_by_ledger) = self.basis_in(gross, value_before);
        let others_basis = (basis_by_ledger - plan_basis).or_zero().min(others_gross);
        let mut others_earnings = day::assigned(&others, others_gross - others_basis).into_iter();
        let same_day = SameDay { gross, basis: plan_basis + others_basis };
        let before_1987 = if self.before_1987_alone == Answer::Yes { self.before_1987 } else { Money::ZERO };
        let first = self.distributions.len();
        let mut value = value_before;
        for payment in &payments {
            let amount = payment.entered.amount;
            let (by, basis) = match payment.plan_basis() {
                Some(basis) => (BasisBy::Plan, basis),
                None => (by, amount - others_earnings.next().unwrap_or_default()),
            };
            let earnings = amount - basis;
            // Basis that was lost before is only there if the plan says so.
            let beyond = (basis - self.basis).or_zero();
            let recovered = beyond.min(self.unrecovered);
            let missing = beyond - recovered;
            self.unrecovered -= recovered;
            self.missing += missing;
            let taken = self.take(basis - beyond, date);
            self.basis -= basis - beyond;
            value -= amount;
            let refunded =
                Refund { basis: payment.refund.basis.min(basis), earnings: payment.refund.earnings.min(earnings) };
            let (moved, basis, earnings) =
                (amount - refunded.total(), basis - refunded.basis, earnings - refunded.earnings);
            self.refunded += refunded.basis;
            let paid_out = (payment.path == Path::PaidOut).then(|| PaidOut::of(payment.entered, moved));
            let place = self.distributions.len();
            self.distributions.push(Distribution {
                path: payment.path,
                moved,
                refunded,
                same_day: (payments.len() > 1).then_some(same_day),
                basis_before,
                value_before,
                before_1987,
                valued_on,
                by,
                basis,
                earnings,
                taxable: match (payment.path, paid_out) {
                    (Path::Split | Path::TraditionalIra, _) => Money::ZERO,
                    (_, Some(paid)) => (earnings - paid.to_traditional).or_zero(),
                    _ => earnings,
                },
                basis_left: Money::ZERO,
                value_left: Money::ZERO,
                missing,
                paid_out,
                whole_account: payment.whole_account,
                oldest: taken.oldest,
                dated: taken.dated,
                dollar_days: taken.dollar_days,
                entered: payment.entered.clone(),
            });
            let kind = EntryKind::Conversion(place);
            self.entries.push(PostedEntry { date, kind, amount, basis: self.basis, value });
        }
        self.value = value;
        self.before_1987 = (self.before_1987 - (basis_before - self.basis)).or_zero().min(self.basis);
        for made in self.distributions.iter_mut().skip(first) {
            (made.basis_left, made.value_left) = (self.basis, value);
        }
        if value == Money::ZERO {
            self.valued_on = None;
            self.close();
            if let Some(last) = self.entries.last_mut() {
                last.basis = self.basis;
            }
        }
    }

    /// Nothing is left, so that what basis there is has no value any more.
    fn close(&mut self) {
        self.waiting.clear();
        self.unrecovered += self.basis;
        self.basis = Money::ZERO;
        self.before_1987 = Money::ZERO;
    }

    /// Takes basis out of the oldest contributions.
    fn take(&mut self, basis: Money, on: Date) -> Taken {
        let mut left = basis;
        let mut taken = Taken { oldest: None, dated: Money::ZERO, dollar_days: Decimal::ZERO };
        while left.is_positive() {
            let Some(lot) = self.waiting.front_mut() else { break };
            let part = lot.amount.min(left);
            if !lot.opening {
                let days = Decimal::from(on.day_number() - lot.date.day_number());
                taken.dollar_days += part.to_decimal() * days;
                taken.dated += part;
            }
            taken.oldest = taken.oldest.or(Some(lot.date));
            left -= part;
            lot.amount -= part;
            if lot.amount == Money::ZERO {
                self.waiting.pop_front();
            }
        }
        taken
    }

    /// What its contributions that wait come to.
    #[must_use]
    pub fn waits(&self) -> Money {
        if self.value == Money::ZERO { Money::ZERO } else { self.basis }
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
