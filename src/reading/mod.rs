//! From typed texts to a record, with a sentence for every text that cannot be read.

mod ledger;
mod left_out;
mod payroll;
mod plan;
mod texts;
mod write;

use crate::date::{Date, DateError};
use crate::draft::{Draft, Row, Sheet};
use crate::money::Money;
use crate::questions::{Applies, Field, Key, List, RowField};
use crate::record::{Amounts, Contributions, Income, OtherJob, Record, Relation, YearRecord};
use crate::rules::OwnLimits;

pub use left_out::LeftOut;
use texts::is_unfinished;

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
    /// Other years in which some text cannot be read and is left out.
    pub unread_years: Vec<i16>,
}

impl Draft {
    /// Reads the draft. Questions that do not apply are not read, so a text
    /// left in one of them neither counts nor stands in the way.
    #[must_use]
    pub fn read(&self, today: Date) -> Reading {
        let nothing = Sheet::default();
        let mut on_show = Reader::of(self.year, self.sheet().unwrap_or(&nothing));
        let birth_date = on_show.birth_date(&self.birth_date, today);
        let year = on_show.year(birth_date);
        let mut record = Record { birth_date, ..Record::default() };
        let mut unread_years = Vec::new();
        for (other, sheet) in self.sheets.iter().filter(|(other, _)| **other != self.year) {
            let mut reader = Reader::of(*other, sheet);
            record.years.push(reader.year(birth_date));
            if !reader.problems.is_empty() {
                unread_years.push(*other);
            }
        }
        let place = record.years.partition_point(|entry| entry.year < year.year);
        record.years.insert(place, year);
        Reading { record, problems: on_show.problems, applies: on_show.applies, unread_years }
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
        self.applies = Applies::of(self.year, &self.sheet.texts, birth_date);
        let sheet = Key::Sheet;
        let income = if self.applies.self_employed {
            let net_profit = self.money(sheet(Field::NetProfit));
            let social_security_wages = self.money(sheet(Field::SocialSecurityWages)).unwrap_or_default();
            if net_profit.is_none() {
                self.leave_out([sheet(Field::Income), sheet(Field::SocialSecurityWages)]);
            }
            net_profit.map(|net_profit| Income::SelfEmployed { net_profit, social_security_wages })
        } else {
            if self.asked(sheet(Field::Income)) != "wages" {
                self.leave_out([sheet(Field::Income)]);
            }
            self.money(sheet(Field::Pay)).map(|pay| Income::Wages { pay })
        };
        let contributions = Contributions {
            pre_tax: self.amounts(sheet(Field::PreTaxSoFar), sheet(Field::PreTaxToCome)),
            roth: self.amounts(sheet(Field::RothSoFar), sheet(Field::RothToCome)),
            employer_match: self.amounts(sheet(Field::MatchSoFar), sheet(Field::MatchToCome)),
            after_tax: self.money(sheet(Field::AfterTax)).unwrap_or_default(),
            profit_sharing: self.amounts(sheet(Field::ProfitSharingSoFar), sheet(Field::ProfitSharingToCome)),
            nonelective: self.amounts(sheet(Field::NonelectiveSoFar), sheet(Field::NonelectiveToCome)),
            forfeitures: self.amounts(sheet(Field::ForfeituresSoFar), sheet(Field::ForfeituresToCome)),
        };
        YearRecord {
            year: self.year,
            income,
            contributions,
            prior_year_box_3_wages: self.money(sheet(Field::PriorWages)),
            highly_compensated: self.choice(sheet(Field::HighlyCompensated)),
            other_jobs: self.rows(List::Jobs, Self::job),
            plan: self.plan(),
            payroll: self.payroll(),
            months_left: self.count(sheet(Field::MonthsLeft), 0..=12),
            own_limits: self.own_limits(),
            ledger: self.ledger(),
            landing: self.landing(),
            forms: self.rows(List::Forms, Self::form),
            returned: self.rows(List::Returns, Self::returned),
        }
    }

    fn own_limits(&mut self) -> OwnLimits {
        let mut own = |field| self.money(Key::Sheet(field));
        OwnLimits {
            elective_deferrals: own(Field::OwnElectiveDeferrals),
            catch_up: own(Field::OwnCatchUp),
            catch_up_60_to_63: own(Field::OwnCatchUpHigher),
            annual_additions: own(Field::OwnAnnualAdditions),
            pay_counted: own(Field::OwnPayCounted),
            roth_catch_up_wages: own(Field::OwnRothWages),
            social_security_wage_base: own(Field::OwnWageBase),
        }
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

    fn job(&mut self, id: u32) -> Option<OtherJob> {
        let key = |field| Key::Row(List::Jobs, id, field);
        let relation = self.choice(key(RowField::Relation));
        let apart = relation == Relation::Unrelated;
        Some(OtherJob {
            name: self.words(key(RowField::Name)),
            relation,
            pay: if relation == Relation::Related { self.money(key(RowField::Pay)) } else { None },
            deferrals: self.amounts(key(RowField::DeferralsSoFar), key(RowField::DeferralsToCome)),
            employer: if apart {
                Amounts::default()
            } else {
                self.amounts(key(RowField::EmployerSoFar), key(RowField::EmployerToCome))
            },
            after_tax: if apart { Money::ZERO } else { self.money(key(RowField::AfterTax)).unwrap_or_default() },
        })
    }

    fn amounts(&mut self, so_far: Key, to_come: Key) -> Amounts {
        Amounts { so_far: self.money(so_far).unwrap_or_default(), to_come: self.money(to_come).unwrap_or_default() }
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
