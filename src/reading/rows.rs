//! The ledger, the landing spot and the tax forms, read.

use super::Reader;
use crate::date::Date;
use crate::questions::{Field, Key, List, RowField};
use crate::record::{Answer, Balance, Contribution, Conversion, Form1099R, Landing, Ledger, Returned, YEARS};

const NO_DATE: &str = "Enter the date as well.";

impl Reader<'_> {
    pub(super) fn ledger(&mut self) -> Ledger {
        let sheet = Key::Sheet;
        let ledger = Ledger {
            contributions: self.rows(List::Contributions, Self::contribution),
            balances: self.rows(List::Balances, Self::balance),
            conversions: self.rows(List::Conversions, Self::conversion),
            plan_total: self.money(sheet(Field::PlanTotal)),
            plan_total_on: self.date(sheet(Field::PlanTotalOn), Some(self.year)),
            tax_rate: self.percent(sheet(Field::TaxRate)),
            growth: self.percent(sheet(Field::Growth)),
            forms_saved: self.choice(sheet(Field::FormsSaved)),
            earnings_understood: self.choice(sheet(Field::EarningsUnderstood)),
            plan_rechecked: self.choice(sheet(Field::PlanRechecked)),
        };
        // A record just names plans, so that the answer is in it once a row names one.
        if self.choice::<Answer>(sheet(Field::SeveralPlans)) == Answer::Yes && !ledger.names_plans() {
            self.leave_out([sheet(Field::SeveralPlans)]);
        }
        ledger
    }

    /// A contribution, once its date and amount are typed.
    fn contribution(&mut self, id: u32) -> Option<Contribution> {
        let key = |field| Key::Row(List::Contributions, id, field);
        let date = self.date(key(RowField::On), Some(self.year));
        let amount = self.money(key(RowField::Sum));
        self.dated(amount, key(RowField::Sum), key(RowField::On), NO_DATE);
        Some(Contribution { date: date?, amount: amount?, plan: self.words(key(RowField::Plan)) })
    }

    /// A balance, once its date and amount are typed.
    fn balance(&mut self, id: u32) -> Option<Balance> {
        let key = |field| Key::Row(List::Balances, id, field);
        let date = self.date(key(RowField::On), Some(self.year));
        let value = self.money(key(RowField::Sum));
        self.dated(value, key(RowField::Sum), key(RowField::On), NO_DATE);
        Some(Balance { date: date?, value: value?, plan: self.words(key(RowField::Plan)) })
    }

    /// A conversion, once its date and amount are typed.
    fn conversion(&mut self, id: u32) -> Option<Conversion> {
        let key = |field| Key::Row(List::Conversions, id, field);
        let date = self.date(key(RowField::On), Some(self.year));
        let amount = self.money(key(RowField::Sum));
        self.dated(amount, key(RowField::Sum), key(RowField::On), NO_DATE);
        let conversion = Conversion {
            date: date.unwrap_or(Date::LAST),
            amount: amount.unwrap_or_default(),
            path: self.choice(key(RowField::How)),
            plan_basis: self.money(key(RowField::PlanBasis)),
            plan_earnings: self.money(key(RowField::PlanEarnings)),
            destination: self.words(key(RowField::Destination)),
            confirmation: self.words(key(RowField::Confirmation)),
            plan: self.words(key(RowField::Plan)),
            rolled_over: self.money(key(RowField::RolledOver)),
            rolled_over_on: self.date(key(RowField::RolledOverOn), None),
        };
        (date.is_some() && amount.is_some()).then_some(conversion)
    }

    pub(super) fn landing(&mut self) -> Landing {
        let sheet = Key::Sheet;
        Landing {
            spot: self.choice(sheet(Field::LandingSpot)),
            reason: self.words(sheet(Field::LandingReason)),
            chosen_on: self.date(sheet(Field::LandingChosenOn), None),
            // Roth IRAs began in 1998, Roth accounts of plans in 2006.
            roth_ira_since: self.year_number(sheet(Field::RothIraSince), 1998..=self.year),
            plan_roth_since: self.year_number(sheet(Field::PlanRothSince), 2006..=self.year),
            needed_early: self.choice(sheet(Field::NeededEarly)),
            leaves_from_55: self.choice(sheet(Field::LeavesFrom55)),
            plan_loans: self.choice(sheet(Field::PlanLoans)),
            investments: self.choice(sheet(Field::BetterInvestments)),
            lower_costs: self.choice(sheet(Field::LowerCosts)),
        }
    }

    /// A form as it arrived. One with nothing in it stands for none.
    pub(super) fn form(&mut self, id: u32) -> Option<Form1099R> {
        let key = |field| Key::Row(List::Forms, id, field);
        let form = Form1099R {
            payer: self.words(key(RowField::Payer)),
            gross: self.money(key(RowField::Box1)),
            taxable: self.money(key(RowField::Box2a)),
            not_determined: self.choice::<Answer>(key(RowField::NotDetermined)) == Answer::Yes,
            total: self.choice::<Answer>(key(RowField::TotalDistribution)) == Answer::Yes,
            withheld: self.money(key(RowField::Box4)),
            basis: self.money(key(RowField::Box5)),
            codes: self.words(key(RowField::Box7)),
            ira: self.choice::<Answer>(key(RowField::IraBox)) == Answer::Yes,
            within_5_years: self.money(key(RowField::Box10)),
            first_roth_year: self.year_number(key(RowField::Box11), 2006..=YEARS.1),
        };
        (form != Form1099R::default()).then_some(form)
    }

    /// What the plan returned, once an amount is typed.
    pub(super) fn returned(&mut self, id: u32) -> Option<Returned> {
        let key = |field| Key::Row(List::Returns, id, field);
        let returned = Returned {
            kind: self.choice(key(RowField::ReturnKind)),
            excess: self.money(key(RowField::Excess)),
            earnings: self.money(key(RowField::ReturnedEarnings)),
            paid_on: self.date(key(RowField::PaidOn), None),
            converted: self.choice(key(RowField::WasConverted)),
            roth: self.choice(key(RowField::WasRoth)),
        };
        (returned.excess.is_some() || returned.earnings.is_some()).then_some(returned)
    }
}
