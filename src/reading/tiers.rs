//! The plan's rules, read.

use super::Reader;
use crate::percent::Percent;
use crate::questions::{Field, Key};
use crate::record::{MatchRules, MatchTier, PlanRules};

impl Reader<'_> {
    pub(super) fn plan(&mut self) -> PlanRules {
        let sheet = Key::Sheet;
        PlanRules {
            kind: self.choice(sheet(Field::PlanKind)),
            employer: self.choice(sheet(Field::Employer)),
            after_tax: self.choice(sheet(Field::PlanAfterTax)),
            in_service_withdrawal: self.choice(sheet(Field::InServiceWithdrawal)),
            in_plan_rollover: self.choice(sheet(Field::InPlanRollover)),
            transfer_timing: self.choice(sheet(Field::TransferTiming)),
            transfer_by: self.choice(sheet(Field::TransferBy)),
            destination: self.choice(sheet(Field::Destination)),
            transfers_per_year: self.count(sheet(Field::TransfersPerYear), 0..=99),
            least_transfer: self.money(sheet(Field::LeastTransfer)),
            transfer_fee: self.money(sheet(Field::TransferFee)),
            separate_accounting: self.choice(sheet(Field::SeparateAccounting)),
            suspends_contributions: self.choice(sheet(Field::SuspendsContributions)),
            deferrals_first: self.choice(sheet(Field::DeferralsFirst)),
            election_mode: self.choice(sheet(Field::ElectionMode)),
            election_step: self.choice(sheet(Field::ElectionStep)),
            election_limit: self.percent(sheet(Field::ElectionLimit)),
            change_lead_days: self.count(sheet(Field::ChangeLeadDays), 0..=90),
            spillover: self.choice(sheet(Field::Spillover)),
            matching: self.matching(),
            profit_sharing_percent: self.percent(sheet(Field::ProfitSharingPercent)),
            others_average: self.percent(sheet(Field::OthersAverage)),
            catch_up: self.choice(sheet(Field::CatchUp)),
            roth_deferrals: self.choice(sheet(Field::RothDeferrals)),
            percent_of_counted_pay: self.choice(sheet(Field::PercentOfCountedPay)),
            deferral_limit: self.money(sheet(Field::DeferralLimit)),
            after_tax_dollars: self.money(sheet(Field::AfterTaxDollars)),
            after_tax_percent: self.percent(sheet(Field::AfterTaxPercent)),
            combined_percent: self.percent(sheet(Field::CombinedPercent)),
            reserved_match: self.money(sheet(Field::ReservedMatch)),
            limitation_year_months: self.count(sheet(Field::LimitationMonths), 1..=11),
        }
    }

    pub(super) fn matching(&mut self) -> MatchRules {
        let sheet = Key::Sheet;
        MatchRules {
            offered: self.choice(sheet(Field::MatchOffered)),
            tiers: self.tiers(),
            dollar_cap: self.money(sheet(Field::MatchDollarCap)),
            timing: self.choice(sheet(Field::MatchTiming)),
            true_up: self.choice(sheet(Field::TrueUp)),
            on_catch_up: self.choice(sheet(Field::MatchOnCatchUp)),
            on_after_tax: self.choice(sheet(Field::MatchOnAfterTax)),
        }
    }

    /// The match's tiers up to the first that is not clear: what would come
    /// after it cannot be placed.
    pub(super) fn tiers(&mut self) -> Vec<MatchTier> {
        let read = Field::TIERS.map(|(rate, up_to)| {
            let (rate, up_to) = (Key::Sheet(rate), Key::Sheet(up_to));
            (rate, up_to, self.percent::<1_000>(rate), self.percent(up_to))
        });
        let mut tiers = Vec::new();
        let mut below = Some(Percent::ZERO);
        for (place, (rate_key, up_to_key, rate, up_to)) in read.into_iter().enumerate() {
            let unread = |key: Key, is_none: bool| is_none && !self.asked(key).is_empty();
            if unread(rate_key, rate.is_none()) || unread(up_to_key, up_to.is_none()) {
                self.leave_out_tiers(place);
                break;
            }
            let (key, message) = match (rate, below, up_to) {
                (None, _, None) => continue,
                (None, _, Some(_)) => {
                    (up_to_key, "Enter as well how much of each dollar the employer matches, such as 50.".to_owned())
                }
                (Some(_), None, _) => (
                    rate_key,
                    "The tier before this one has no end, so this one never begins. Enter up to which share of pay the earlier tier goes.".to_owned(),
                ),
                (Some(_), Some(low), Some(high)) if high <= low => {
                    (up_to_key, format!("Enter a share of pay above the {low} of the tier before."))
                }
                (Some(rate), ..) => {
                    tiers.push(MatchTier { rate, up_to });
                    below = up_to;
                    continue;
                }
            };
            self.problem::<()>(key, message, true);
            self.leave_out_tiers(place);
            break;
        }
        tiers
    }

    /// Leaves out the tiers from one on.
    fn leave_out_tiers(&mut self, from: usize) {
        let fields = Field::TIERS.into_iter().skip(from);
        self.leave_out(fields.flat_map(|(rate, up_to)| [rate, up_to]).map(Key::Sheet));
    }
}
