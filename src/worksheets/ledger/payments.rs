//! What the payments of one day take out of a pool.

use super::day::{self, Payment, Refund};
use super::pool::{EntryKind, Pool, PostedEntry};
use super::{BasisBy, Distribution, PaidOut, SameDay};
use crate::money::Money;
use crate::record::{Answer, Path};

impl Pool {
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
    pub(super) fn pay(&mut self, payments: Vec<Payment<'_>>) {
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
}
