//! The ledger, the landing spot and the tax forms, written back.

use super::Texts;
use crate::questions::{Field, RowField};
use crate::record::{Balance, Contribution, Conversion, Form1099R, Landing, Ledger, Returned};

impl Texts<Field> {
    /// All but the lists, which have rows of their own.
    pub(super) fn ledger(&mut self, ledger: &Ledger) {
        let Ledger {
            contributions: _,
            balances: _,
            conversions: _,
            plan_total,
            plan_total_on,
            tax_rate,
            growth,
            forms_saved,
            earnings_understood,
            plan_rechecked,
        } = ledger;
        // A record just names plans; the page asks for them once there are several.
        self.checked(Field::SeveralPlans, ledger.names_plans());
        self.money(Field::PlanTotal, *plan_total);
        self.date(Field::PlanTotalOn, *plan_total_on);
        self.percent(Field::TaxRate, *tax_rate);
        self.percent(Field::Growth, *growth);
        self.choice(Field::FormsSaved, *forms_saved);
        self.choice(Field::EarningsUnderstood, *earnings_understood);
        self.choice(Field::PlanRechecked, *plan_rechecked);
    }

    pub(super) fn landing(&mut self, landing: &Landing) {
        let Landing {
            spot,
            reason,
            chosen_on,
            roth_ira_since,
            plan_roth_since,
            needed_early,
            leaves_from_55,
            plan_loans,
            investments,
            lower_costs,
        } = landing;
        self.choice(Field::LandingSpot, *spot);
        self.words(Field::LandingReason, reason);
        self.date(Field::LandingChosenOn, *chosen_on);
        self.count(Field::RothIraSince, *roth_ira_since);
        self.count(Field::PlanRothSince, *plan_roth_since);
        self.choice(Field::NeededEarly, *needed_early);
        self.choice(Field::LeavesFrom55, *leaves_from_55);
        self.choice(Field::PlanLoans, *plan_loans);
        self.choice(Field::BetterInvestments, *investments);
        self.choice(Field::LowerCosts, *lower_costs);
    }
}

pub(super) fn contribution(contribution: &Contribution) -> Texts<RowField> {
    let Contribution { date, amount, plan } = contribution;
    let mut texts = Texts::default();
    texts.date(RowField::On, Some(*date));
    texts.money(RowField::Sum, Some(*amount));
    texts.words(RowField::Plan, plan);
    texts
}

pub(super) fn balance(balance: &Balance) -> Texts<RowField> {
    let Balance { date, value, plan } = balance;
    let mut texts = Texts::default();
    texts.date(RowField::On, Some(*date));
    texts.money(RowField::Sum, Some(*value));
    texts.words(RowField::Plan, plan);
    texts
}

pub(super) fn conversion(conversion: &Conversion) -> Texts<RowField> {
    let Conversion {
        date,
        amount,
        path,
        plan_basis,
        plan_earnings,
        destination,
        confirmation,
        plan,
        rolled_over,
        rolled_over_on,
    } = conversion;
    let mut texts = Texts::default();
    texts.date(RowField::On, Some(*date));
    texts.money(RowField::Sum, Some(*amount));
    texts.choice(RowField::How, *path);
    texts.money(RowField::PlanBasis, *plan_basis);
    texts.money(RowField::PlanEarnings, *plan_earnings);
    texts.words(RowField::Destination, destination);
    texts.words(RowField::Confirmation, confirmation);
    texts.words(RowField::Plan, plan);
    texts.money(RowField::RolledOver, *rolled_over);
    texts.date(RowField::RolledOverOn, *rolled_over_on);
    texts
}

pub(super) fn form(form: &Form1099R) -> Texts<RowField> {
    let Form1099R {
        payer,
        gross,
        taxable,
        not_determined,
        total,
        withheld,
        basis,
        codes,
        ira,
        within_5_years,
        first_roth_year,
    } = form;
    let mut texts = Texts::default();
    texts.words(RowField::Payer, payer);
    texts.money(RowField::Box1, *gross);
    texts.money(RowField::Box2a, *taxable);
    texts.checked(RowField::NotDetermined, *not_determined);
    texts.checked(RowField::TotalDistribution, *total);
    texts.money(RowField::Box4, *withheld);
    texts.money(RowField::Box5, *basis);
    texts.words(RowField::Box7, codes);
    texts.checked(RowField::IraBox, *ira);
    texts.money(RowField::Box10, *within_5_years);
    texts.count(RowField::Box11, *first_roth_year);
    texts
}

pub(super) fn returned(returned: &Returned) -> Texts<RowField> {
    let Returned { kind, excess, earnings, paid_on, converted, roth } = returned;
    let mut texts = Texts::default();
    texts.choice(RowField::ReturnKind, *kind);
    texts.money(RowField::Excess, *excess);
    texts.money(RowField::ReturnedEarnings, *earnings);
    texts.date(RowField::PaidOn, *paid_on);
    texts.choice(RowField::WasConverted, *converted);
    texts.choice(RowField::WasRoth, *roth);
    texts
}
