//! From typed texts to a record, with a sentence for every text that cannot be read.

mod left_out;
mod rows;
mod texts;
mod tiers;
mod write;

use crate::date::{Date, DateError};
use crate::draft::{Draft, Row, Sheet};
use crate::questions::{Applies, Field, Key, List};
use crate::questions::{
    beyond, contributions, job, landing, ledger, matching, own_limits, paychecks, paydays, plan, plan_limits,
};
use crate::record::{Answer, Income, IncomeKind, Record, YearRecord};

pub use left_out::LeftOut;
use texts::{is_unfinished, read};

/// A text that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where it stands.
    pub key: Key,
    /// What is wrong and what to do.
    pub message: String,
    /// Whether it may only be half typed, so that the page can wait with the
    /// sentence until the person has left the field.
    pub unfinished: bool,
}

/// A draft, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Everything that could be read.
    pub record: Record,
    /// Everything on show that could not, in the page's order.
    pub problems: Vec<Problem>,
    /// Which questions apply to this person.
    pub applies: Applies,
    /// Other years in which some text cannot be read and is left out, and the year on show
    /// where one is of another job.
    pub unread_years: Vec<i16>,
}

impl Draft {
    /// Reads the draft. Questions that do not apply are not read, so a text
    /// left in one of them neither counts nor stands in the way.
    #[must_use]
    pub fn read(&self, today: Date) -> Reading {
        let nothing = Sheet::default();
        let shown = self.sheet().unwrap_or(&nothing);
        let mut on_show = Reader::of(self.year, shown);
        let birth_date = on_show.birth_date(&self.birth_date, today);
        let mut year = on_show.year(birth_date);
        let mut record = Record { birth_date, ..Record::default() };
        let mut unread_years = Vec::new();
        for (other, sheet) in &self.sheets {
            if *other == self.year {
                continue;
            }
            let mut reader = Reader::of(*other, sheet);
            let mut entry = reader.year(birth_date);
            let behind = entry.take_further(sheet, birth_date);
            record.years.push(entry);
            if !behind || !reader.problems.is_empty() {
                unread_years.push(*other);
            }
        }
        if !year.take_further(shown, birth_date) {
            unread_years.push(self.year);
        }
        let place = record.years.partition_point(|entry| entry.year < year.year);
        record.years.insert(place, year);
        Reading { record: record.in_its_format(), problems: on_show.problems, applies: on_show.applies, unread_years }
    }
}

impl YearRecord {
    /// Reads the sheets behind the one on show, and says whether all of their texts could be.
    fn take_further(&mut self, sheet: &Sheet, birth_date: Option<Date>) -> bool {
        self.job.id = sheet.job;
        let nobody = Self::new(self.year);
        let mut is_read = true;
        for behind in sheet.behind() {
            let mut reader = Reader::of(self.year, &behind);
            let mut entry = reader.year(birth_date).with_person_of(&nobody);
            entry.job.id = behind.job;
            is_read &= reader.problems.iter().all(|problem| !problem.key.is_of_job());
            self.further.push(entry);
        }
        is_read
    }
}

/// Reads one year's sheet.
struct Reader<'a> {
    year: i16,
    sheet: &'a Sheet,
    /// The row that is just being read.
    row: Option<&'a Row>,
    applies: Applies,
    problems: Vec<Problem>,
    /// Texts that are no problem by themselves and yet not in the record: what they belong
    /// to is not complete, or they are none of the answers.
    left_out: Vec<Key>,
}

impl<'a> Reader<'a> {
    fn of(year: i16, sheet: &'a Sheet) -> Self {
        Self { year, sheet, row: None, applies: Applies::default(), problems: Vec::new(), left_out: Vec::new() }
    }

    fn birth_date(&mut self, text: &str, today: Date) -> Option<Date> {
        match Date::typed(text) {
            Ok(date) if date <= today => Some(date),
            Ok(_) => self.problem(Key::BirthDate, "Enter a birth date that is not in the future.".to_owned(), false),
            Err(DateError::Empty) => None,
            Err(error) => {
                let unfinished = is_unfinished(text, error);
                self.problem(Key::BirthDate, error.to_string(), unfinished)
            }
        }
    }

    fn year(&mut self, birth_date: Option<Date>) -> YearRecord {
        self.applies = self.sheet.applies(self.year, birth_date);
        let mut entry = YearRecord { income: self.income(), ..YearRecord::new(self.year) };
        let key = Key::Sheet;
        contributions! { read! self entry Field key: }
        entry.other_jobs = self.rows(List::Jobs, Self::job);
        plan! { read! self entry Field key: }
        entry.plan.matching.tiers = self.tiers();
        matching! { plan_limits! paydays! read! self entry Field key: }
        entry.payroll.raises = self.rows(List::Raises, Self::raise);
        entry.payroll.bonuses = self.rows(List::Bonuses, Self::bonus);
        paychecks! { own_limits! read! self entry Field key: }
        entry.ledger.contributions = self.rows(List::Contributions, Self::contribution);
        entry.ledger.balances = self.rows(List::Balances, Self::balance);
        entry.ledger.conversions = self.rows(List::Conversions, Self::conversion);
        ledger! { landing! beyond! job! read! self entry Field key: }
        // A record just names plans, so that the answer is in it once a row names one.
        if self.choice::<Answer>(key(Field::SeveralPlans)) == Answer::Yes && !entry.ledger.names_plans() {
            self.leave_out([key(Field::SeveralPlans)]);
        }
        entry.forms = self.rows(List::Forms, Self::form);
        entry.returned = self.rows(List::Returns, Self::returned);
        entry
    }

    /// What the job pays, once its figure is typed.
    fn income(&mut self) -> Option<Income> {
        let key = Key::Sheet;
        let kind: IncomeKind = self.choice(key(Field::Income));
        if kind == IncomeKind::Wages {
            return self.money(key(Field::Pay)).map(|pay| Income::Wages { pay });
        }
        let net_profit = self.money(key(Field::NetProfit));
        let social_security_wages = self.money(key(Field::SocialSecurityWages)).unwrap_or_default();
        if net_profit.is_none() {
            self.leave_out([key(Field::Income), key(Field::SocialSecurityWages)]);
        }
        net_profit.map(|net_profit| Income::SelfEmployed { net_profit, social_security_wages })
    }

    /// The rows of a list, without those that are not complete.
    fn rows<T>(&mut self, list: List, read: fn(&mut Self, u32) -> Option<T>) -> Vec<T> {
        let rows = if self.applies.lists(list) { self.sheet.rows(list) } else { &[] };
        let read = |row: &'a Row| {
            self.row = Some(row);
            let entry = read(self, row.id);
            if entry.is_none() {
                self.leave_out(row.texts.keys().map(|field| Key::Row(list, row.id, *field)));
            }
            entry
        };
        rows.iter().filter_map(read).collect()
    }

    fn problem<T>(&mut self, key: Key, message: String, unfinished: bool) -> Option<T> {
        self.problems.push(Problem { key, message, unfinished });
        None
    }

    /// Notes which of these texts are asked for and yet not in the record.
    fn leave_out(&mut self, keys: impl IntoIterator<Item = Key>) {
        for key in keys {
            if !self.asked(key).trim().is_empty() {
                self.left_out.push(key);
            }
        }
    }
}
