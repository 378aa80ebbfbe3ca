//! From a record back to the texts that the page's fields would hold.
//!
//! The mirror of how a draft is read, by the same rows of the catalogue. A test holds every
//! field of the record against them, so that none is read or written by neither.

mod texts;

use crate::date::Date;
use crate::draft::{Draft, Row, Sheet, typed};
use crate::money::Money;
use crate::order::Map;
use crate::questions::{Field, RowField};
use crate::questions::{
    beyond, contributions, job, landing, ledger, matching, own_limits, paychecks, paydays, plan, plan_limits,
};
use crate::questions::{bonuses, conversions, deposits, entries, forms, jobs, returns};
use crate::record::{
    Balance, Bonus, Certainty, Contribution, Conversion, Form1099R, Income, IncomeKind, MatchTier, OtherJob, Raise,
    Record, Returned, YearRecord,
};
use texts::{Texts, write};

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
    let mut texts = Texts::default();
    texts.income(entry.income);
    contributions! { plan! matching! plan_limits! paydays! paychecks! ledger! landing! own_limits! beyond! job! write! texts entry Field: }
    texts.tiers(&entry.plan.matching.tiers);
    // A record just names plans; the page asks for them once there are several.
    texts.checked(Field::SeveralPlans, entry.ledger.names_plans());
    let YearRecord { other_jobs, payroll, ledger, forms, returned, .. } = entry;
    Sheet {
        jobs: rows(other_jobs, job),
        raises: rows(&payroll.raises, raise),
        bonuses: rows(&payroll.bonuses, bonus),
        contributions: rows(&ledger.contributions, contribution),
        balances: rows(&ledger.balances, balance),
        conversions: rows(&ledger.conversions, conversion),
        forms: rows(forms, form),
        returns: rows(returned, self::returned),
        texts: texts.into_map(),
        job: entry.job.id,
        others: entry.jobs().into_iter().filter(|job| job.job.id != entry.job.id).map(sheet).collect(),
    }
}

impl Texts<Field> {
    fn income(&mut self, income: Option<Income>) {
        match income {
            None => {}
            Some(Income::Wages { pay }) => self.money(Field::Pay, Some(pay)),
            Some(Income::SelfEmployed { net_profit, social_security_wages }) => {
                self.choice(Field::Income, IncomeKind::SelfEmployed);
                self.money(Field::NetProfit, Some(net_profit));
                self.sum(Field::SocialSecurityWages, social_security_wages);
            }
        }
    }

    fn tiers(&mut self, tiers: &[MatchTier]) {
        for ((rate_field, up_to_field), tier) in Field::TIERS.into_iter().zip(tiers) {
            let MatchTier { rate, up_to } = *tier;
            self.percent(rate_field, Some(rate));
            self.percent(up_to_field, up_to);
        }
    }
}

/// The rows of a list, numbered from 0.
fn rows<T>(entries: &[T], write: fn(&T) -> Texts<RowField>) -> Vec<Row> {
    let texts = entries.iter().map(|entry| write(entry).into_map());
    (0..).zip(texts).map(|(id, texts): (u32, Map<_, _>)| Row { id, texts }).collect()
}

fn job(job: &OtherJob) -> Texts<RowField> {
    let mut texts = Texts::default();
    jobs! { write! texts job RowField: }
    texts
}

fn raise(raise: &Raise) -> Texts<RowField> {
    let Raise { from, pay } = *raise;
    let mut texts = Texts::default();
    texts.date(RowField::From, Some(from));
    texts.money(RowField::NewPay, Some(pay));
    texts
}

fn bonus(bonus: &Bonus) -> Texts<RowField> {
    let mut texts = Texts::default();
    texts.date(RowField::Date, Some(bonus.date));
    texts.money(RowField::Amount, Some(bonus.amount));
    bonuses! { write! texts bonus RowField: }
    if bonus.unsure {
        texts.choice(RowField::Sure, Certainty::Unsure);
    }
    texts
}

fn contribution(contribution: &Contribution) -> Texts<RowField> {
    let mut texts = Texts::entry(contribution.date, contribution.amount);
    entries! { deposits! write! texts contribution RowField: }
    texts
}

fn balance(balance: &Balance) -> Texts<RowField> {
    let mut texts = Texts::entry(balance.date, balance.value);
    entries! { write! texts balance RowField: }
    texts
}

fn conversion(conversion: &Conversion) -> Texts<RowField> {
    let mut texts = Texts::entry(conversion.date, conversion.amount);
    entries! { conversions! write! texts conversion RowField: }
    texts
}

impl Texts<RowField> {
    /// A row of the ledger.
    fn entry(date: Date, amount: Money) -> Self {
        let mut texts = Self::default();
        texts.date(RowField::On, Some(date));
        texts.money(RowField::Sum, Some(amount));
        texts
    }
}

fn form(form: &Form1099R) -> Texts<RowField> {
    let mut texts = Texts::default();
    forms! { write! texts form RowField: }
    texts
}

fn returned(returned: &Returned) -> Texts<RowField> {
    let mut texts = Texts::default();
    returns! { write! texts returned RowField: }
    texts
}
