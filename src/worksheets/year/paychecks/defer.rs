//! What elections take from the paychecks to come until payroll stops them: deferrals,
//! catch-up, what spills over, and after-tax money by an election for bonuses.

use super::paycheck::{Asked, Paycheck};
use super::{Kind, Paychecks, elected};
use crate::money::Money;
use crate::record::{Answer, Election, LimitCovers, YearRecord};

/// What the limits leave for deferrals.
struct Left {
    /// By the elections of deferrals.
    regular: Money,
    /// By the election for catch-up, where there is one of its own.
    catch_up: Money,
}

impl Left {
    fn of(paychecks: &Paychecks, entry: &YearRecord) -> Self {
        let so_far = entry.contributions.deferrals().so_far;
        let all = (paychecks.deferral_limit + paychecks.catch_up.allowance - so_far).or_zero();
        if entry.plan.catch_up_election == Answer::Yes {
            let catch_up = catch_up_so_far(paychecks, entry);
            let regular = (paychecks.deferral_limit - (so_far - catch_up)).or_zero().min(all);
            return Self { regular, catch_up: all - regular };
        }
        Self { regular: all, catch_up: Money::ZERO }
    }
}

/// Of the deferrals so far, what went in by the election for catch-up: as entered, or as the
/// elections of now share it.
fn catch_up_so_far(paychecks: &Paychecks, entry: &YearRecord) -> Money {
    let so_far = entry.contributions.deferrals().so_far;
    let asked = Asked::regular(entry, paychecks.latest_pay);
    let share = || so_far.pro_rata(asked.catch_up(), asked.deferral() + asked.catch_up());
    let catch_up = entry.payroll.catch_up_so_far.unwrap_or_else(share);
    catch_up.min(so_far).min(paychecks.catch_up.allowance)
}

impl Paychecks {
    /// Stops deferrals where payroll stops them, and marks catch-up and spillover.
    pub(super) fn defer(&mut self, entry: &YearRecord) {
        let mut so_far = entry.contributions.deferrals().so_far;
        let mut left = Left::of(self, entry);
        let mut paid = self.pay_so_far;
        let (limit, must_be_roth) = (self.deferral_limit, self.catch_up.must_be_roth);
        let separate = entry.plan.catch_up_election == Answer::Yes;
        let mut pre_tax_left = (limit - entry.contributions.pre_tax.so_far).or_zero();
        let ends = entry.plan.stops_at_counted_pay == Answer::Yes;
        for check in &mut self.to_come {
            if ends && paid >= self.pay_counted {
                check.takes_after_tax = false;
                check.asked = Asked::NOTHING;
            }
            let asked = check.asked;
            paid += check.pay;
            let by_election = asked.deferral().min(check.pay);
            let mut taken = by_election.min(left.regular);
            let mut catch_up = asked.catch_up().min(left.catch_up).min(check.pay - taken);
            if self.catch_up.pre_tax_stops {
                // Catch-up is what a Roth election brings, and no more.
                let possible = taken + catch_up;
                catch_up = catch_up.min(asked.catch_up_roth);
                if !separate {
                    taken = taken.min(asked.pre_tax.min(pre_tax_left) + asked.roth);
                }
                self.catch_up_refused += possible - taken - catch_up;
            }
            let regular = (taken + catch_up).min((limit - so_far).or_zero());
            check.catch_up = taken + catch_up - regular;
            check.by_catch_up_election = catch_up;
            check.pre_tax = asked.pre_tax.min(taken) + asked.catch_up_pre_tax.min(catch_up);
            if must_be_roth {
                // By an election of its own, catch-up is Roth from the first paycheck on.
                check.pre_tax = check.pre_tax.min(match self.catch_up.pre_tax_stops {
                    _ if separate => asked.pre_tax.min(taken),
                    // Roth deferrals of earlier in the year cover catch-up as well.
                    true => pre_tax_left,
                    false => regular,
                });
            }
            pre_tax_left = (pre_tax_left - check.pre_tax).or_zero();
            check.roth = taken + catch_up - check.pre_tax;
            self.deemed_roth += (check.roth - asked.roth - asked.catch_up_roth).or_zero();
            if entry.plan.spillover == Answer::Yes {
                check.spillover = (by_election - taken).min(check.pay - taken - catch_up);
            }
            let waits = entry.plan.deferrals_first == Answer::Yes && so_far < limit;
            within_highest(check, entry);
            if !waits {
                check.by_bonus_election = asked.after_tax_of_bonus.min(check.left_by_fica());
            }
            left.regular -= taken;
            left.catch_up -= catch_up;
            so_far += taken + catch_up;
        }
        self.catch_up_refused = self.catch_up_refused.min(left.regular + left.catch_up);
    }
}

/// Keeps what spills over within the plan's highest election, where that covers it, and finds
/// what it leaves.
fn within_highest(check: &mut Paycheck, entry: &YearRecord) {
    let covered = match entry.plan.election_limit_covers {
        LimitCovers::Unknown | LimitCovers::AfterTax => return,
        LimitCovers::Spillover => Money::ZERO,
        LimitCovers::Everything => check.deferral(),
    };
    let Some(limit) = entry.plan.election_limit else { return };
    let highest = elected(Election::Percent(limit), Kind::Regular, check.pay);
    check.spillover = check.spillover.min((highest - covered).or_zero());
    check.highest_left = Some((highest - covered - check.spillover).or_zero());
}
