//! The plan's rules, written back.

use super::Texts;
use crate::questions::Field;
use crate::record::{MatchRules, MatchTier, PlanRules};

impl Texts<Field> {
    pub(super) fn plan(&mut self, plan: &PlanRules) {
        let PlanRules {
            kind,
            employer,
            after_tax,
            in_service_withdrawal,
            in_plan_rollover,
            transfer_timing,
            transfer_by,
            destination,
            transfers_per_year,
            least_transfer,
            transfer_fee,
            separate_accounting,
            suspends_contributions,
            deferrals_first,
            election_mode,
            election_step,
            election_limit,
            change_lead_days,
            spillover,
            matching,
            profit_sharing_percent,
            others_average,
            catch_up,
            roth_deferrals,
            deferral_limit,
            after_tax_dollars,
            after_tax_percent,
            combined_percent,
            percent_of_counted_pay,
            reserved_match,
            limitation_year_months,
        } = plan;
        self.choice(Field::PlanKind, *kind);
        self.choice(Field::Employer, *employer);
        self.choice(Field::PlanAfterTax, *after_tax);
        self.choice(Field::InServiceWithdrawal, *in_service_withdrawal);
        self.choice(Field::InPlanRollover, *in_plan_rollover);
        self.choice(Field::TransferTiming, *transfer_timing);
        self.choice(Field::TransferBy, *transfer_by);
        self.choice(Field::Destination, *destination);
        self.count(Field::TransfersPerYear, *transfers_per_year);
        self.money(Field::LeastTransfer, *least_transfer);
        self.money(Field::TransferFee, *transfer_fee);
        self.choice(Field::SeparateAccounting, *separate_accounting);
        self.choice(Field::SuspendsContributions, *suspends_contributions);
        self.choice(Field::DeferralsFirst, *deferrals_first);
        self.choice(Field::ElectionMode, *election_mode);
        self.choice(Field::ElectionStep, *election_step);
        self.percent(Field::ElectionLimit, *election_limit);
        self.count(Field::ChangeLeadDays, *change_lead_days);
        self.choice(Field::Spillover, *spillover);
        self.matching(matching);
        self.percent(Field::ProfitSharingPercent, *profit_sharing_percent);
        self.percent(Field::OthersAverage, *others_average);
        self.choice(Field::CatchUp, *catch_up);
        self.choice(Field::RothDeferrals, *roth_deferrals);
        self.money(Field::DeferralLimit, *deferral_limit);
        self.money(Field::AfterTaxDollars, *after_tax_dollars);
        self.percent(Field::AfterTaxPercent, *after_tax_percent);
        self.percent(Field::CombinedPercent, *combined_percent);
        self.choice(Field::PercentOfCountedPay, *percent_of_counted_pay);
        self.money(Field::ReservedMatch, *reserved_match);
        self.count(Field::LimitationMonths, *limitation_year_months);
    }

    fn matching(&mut self, matching: &MatchRules) {
        let MatchRules { offered, tiers, dollar_cap, timing, true_up, on_catch_up, on_after_tax } = matching;
        self.choice(Field::MatchOffered, *offered);
        for ((rate_field, up_to_field), tier) in Field::TIERS.into_iter().zip(tiers) {
            let MatchTier { rate, up_to } = *tier;
            self.percent(rate_field, Some(rate));
            self.percent(up_to_field, up_to);
        }
        self.money(Field::MatchDollarCap, *dollar_cap);
        self.choice(Field::MatchTiming, *timing);
        self.choice(Field::TrueUp, *true_up);
        self.choice(Field::MatchOnCatchUp, *on_catch_up);
        self.choice(Field::MatchOnAfterTax, *on_after_tax);
    }
}
