//! From a record back to the texts that the page's fields would hold.
//!
//! The mirror of how a draft is read. Each part of the record is taken apart whole, so
//! that a new field does not compile until it is written back as well.

mod ledger;
mod payroll;
mod plan;
mod texts;

use std::collections::BTreeMap;

use crate::draft::{Draft, Row, Sheet, typed};
use crate::questions::{Field, RowField};
use crate::record::{Contributions, Income, OtherJob, Record, YearRecord};
use crate::rules::OwnLimits;
use texts::Texts;

impl Draft {
    /// The draft that reads as this record, with the given year on show.
    ///
    /// Every figure of the record is in it, as a person would type it. What a record has
    /// that the page does not ask for, as only one that was written by hand can, stands in
    /// its field and does not count there: [`Draft::left_out`] names it.
    ///
    /// ```
    /// use planner::date::Date;
    /// use planner::draft::Draft;
    /// use planner::questions::{Field, Key};
    /// use planner::record::Record;
    /// let text = r#"{"format": 3, "years": [{"year": 2026, "income": {"kind": "wages", "pay": "200000.00"}}]}"#;
    /// let record = Record::from_json(text)?;
    /// let draft = Draft::from_record(&record, 2026);
    /// assert_eq!(draft.text(Key::Sheet(Field::Pay)), "200,000.00");
    /// assert_eq!(draft.read(Date::new(2026, 11, 24)?).record, record);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn from_record(record: &Record, year: i16) -> Self {
        // Whatever the format that it came in, a record is of the newest.
        let Record { format: _, birth_date, years } = record;
        let birth_date = birth_date.map(typed::date).unwrap_or_default();
        Self { year, birth_date, sheets: years.iter().map(|entry| (entry.year, sheet(entry))).collect() }
    }
}

fn sheet(entry: &YearRecord) -> Sheet {
    let YearRecord {
        year: _,
        own_limits,
        months_left,
        income,
        prior_year_box_3_wages,
        highly_compensated,
        plan,
        payroll,
        contributions,
        other_jobs,
        ledger,
        landing,
        forms,
        returned,
    } = entry;
    let mut texts = Texts::default();
    texts.own_limits(own_limits);
    texts.count(Field::MonthsLeft, *months_left);
    texts.income(*income);
    texts.money(Field::PriorWages, *prior_year_box_3_wages);
    texts.choice(Field::HighlyCompensated, *highly_compensated);
    texts.plan(plan);
    texts.payroll(payroll);
    texts.contributions(contributions);
    texts.ledger(ledger);
    texts.landing(landing);
    Sheet {
        jobs: rows(other_jobs, job),
        raises: rows(&payroll.raises, payroll::raise),
        bonuses: rows(&payroll.bonuses, payroll::bonus),
        contributions: rows(&ledger.contributions, ledger::contribution),
        balances: rows(&ledger.balances, ledger::balance),
        conversions: rows(&ledger.conversions, ledger::conversion),
        forms: rows(forms, ledger::form),
        returns: rows(returned, ledger::returned),
        texts: texts.into_map(),
    }
}

/// The rows of a list, numbered from 0.
fn rows<T>(entries: &[T], write: fn(&T) -> Texts<RowField>) -> Vec<Row> {
    let texts = entries.iter().map(|entry| write(entry).into_map());
    (0..).zip(texts).map(|(id, texts): (u32, BTreeMap<_, _>)| Row { id, texts }).collect()
}

fn job(job: &OtherJob) -> Texts<RowField> {
    let OtherJob { name, relation, pay, deferrals, employer, after_tax } = job;
    let mut texts = Texts::default();
    texts.words(RowField::Name, name);
    texts.choice(RowField::Relation, *relation);
    texts.money(RowField::Pay, *pay);
    texts.amounts(RowField::DeferralsSoFar, RowField::DeferralsToCome, *deferrals);
    texts.amounts(RowField::EmployerSoFar, RowField::EmployerToCome, *employer);
    texts.sum(RowField::AfterTax, *after_tax);
    texts
}

impl Texts<Field> {
    fn income(&mut self, income: Option<Income>) {
        match income {
            None => {}
            Some(Income::Wages { pay }) => self.money(Field::Pay, Some(pay)),
            Some(Income::SelfEmployed { net_profit, social_security_wages }) => {
                self.words(Field::Income, "self_employed");
                self.money(Field::NetProfit, Some(net_profit));
                self.sum(Field::SocialSecurityWages, social_security_wages);
            }
        }
    }

    fn contributions(&mut self, contributions: &Contributions) {
        let Contributions { pre_tax, roth, employer_match, profit_sharing, nonelective, forfeitures, after_tax } =
            contributions;
        self.amounts(Field::PreTaxSoFar, Field::PreTaxToCome, *pre_tax);
        self.amounts(Field::RothSoFar, Field::RothToCome, *roth);
        self.amounts(Field::MatchSoFar, Field::MatchToCome, *employer_match);
        self.amounts(Field::ProfitSharingSoFar, Field::ProfitSharingToCome, *profit_sharing);
        self.amounts(Field::NonelectiveSoFar, Field::NonelectiveToCome, *nonelective);
        self.amounts(Field::ForfeituresSoFar, Field::ForfeituresToCome, *forfeitures);
        self.sum(Field::AfterTax, *after_tax);
    }

    fn own_limits(&mut self, limits: &OwnLimits) {
        let OwnLimits {
            elective_deferrals,
            catch_up,
            catch_up_60_to_63,
            annual_additions,
            pay_counted,
            roth_catch_up_wages,
            social_security_wage_base,
        } = limits;
        self.money(Field::OwnElectiveDeferrals, *elective_deferrals);
        self.money(Field::OwnCatchUp, *catch_up);
        self.money(Field::OwnCatchUpHigher, *catch_up_60_to_63);
        self.money(Field::OwnAnnualAdditions, *annual_additions);
        self.money(Field::OwnPayCounted, *pay_counted);
        self.money(Field::OwnRothWages, *roth_catch_up_wages);
        self.money(Field::OwnWageBase, *social_security_wage_base);
    }
}
