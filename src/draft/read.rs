//! From typed texts to a record, with a sentence for every text that cannot be read.

use super::{Draft, Field, JobField, JobSheet, Key};
use crate::date::{Date, DateError};
use crate::money::{Money, MoneyError};
use crate::percent::{Percent, PercentError};
use crate::record::{
    Amounts, Answer, CatchUpOffer, Contributions, Income, OtherJob, PlanKind, PlanRules, Record, Relation, YearRecord,
};
use crate::rules::OwnLimits;
use crate::rules::limits::{self, OFFICIAL_YEARS};

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
    pub shown: Shown,
    /// Other years in which some text cannot be read and is left out.
    pub unread_years: Vec<i16>,
}

/// Which questions apply, so that the page asks no others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// The job is the person's own business.
    pub self_employed: bool,
    /// 50 or older by the end of the year.
    pub catch_up: bool,
    /// 60 to 63, and the year has the higher amount.
    pub higher_catch_up: bool,
    /// The year has the Roth rule for catch-up, and the wages may count.
    pub roth_catch_up: bool,
    /// The year has no official limits.
    pub own_limits: bool,
}

impl Draft {
    /// Reads the draft. Questions that do not apply are not read, so a text
    /// left in one of them neither counts nor stands in the way.
    #[must_use]
    pub fn read(&self, today: Date) -> Reading {
        let mut reader = Reader { draft: self, problems: Vec::new() };
        let birth_date = reader.birth_date(today);
        let shown = self.shown(birth_date);
        let year = reader.year(shown);
        let problems = reader.problems;
        let mut record = Record { birth_date, ..Record::default() };
        let mut unread_years = Vec::new();
        for other in self.sheets.keys().filter(|other| **other != self.year) {
            let draft = Self { year: *other, ..self.clone() };
            let mut reader = Reader { draft: &draft, problems: Vec::new() };
            record.years.push(reader.year(draft.shown(birth_date)));
            if !reader.problems.is_empty() {
                unread_years.push(*other);
            }
        }
        let place = record.years.partition_point(|entry| entry.year < year.year);
        record.years.insert(place, year);
        Reading { record, problems, shown, unread_years }
    }

    fn shown(&self, birth_date: Option<Date>) -> Shown {
        let age = birth_date.map_or(0, |date| self.year - date.year());
        let self_employed = self.text(Key::Sheet(Field::Income)) == "self_employed";
        let catch_up = age >= 50;
        Shown {
            self_employed,
            catch_up,
            higher_catch_up: (60..=63).contains(&age) && self.year >= limits::CATCH_UP_60_TO_63.since,
            roth_catch_up: catch_up && !self_employed && self.year >= limits::ROTH_CATCH_UP_WAGES.since,
            own_limits: !(OFFICIAL_YEARS.0..=OFFICIAL_YEARS.1).contains(&self.year),
        }
    }
}

struct Reader<'a> {
    draft: &'a Draft,
    problems: Vec<Problem>,
}

impl Reader<'_> {
    fn birth_date(&mut self, today: Date) -> Option<Date> {
        let text = self.draft.text(Key::BirthDate);
        match Date::typed(text) {
            Ok(date) if date <= today => Some(date),
            Ok(_) => self.problem(Key::BirthDate, "Enter a birth date that is not in the future.".to_owned(), false),
            Err(DateError::Empty) => None,
            Err(error) => {
                let zero_begun = ["/0", "-0", ".0"].iter().any(|end| text.ends_with(end));
                self.problem(Key::BirthDate, error.to_string(), error == DateError::NotADate || zero_begun)
            }
        }
    }

    fn year(&mut self, shown: Shown) -> YearRecord {
        let sheet = Key::Sheet;
        let income = if shown.self_employed {
            let net_profit = self.money(sheet(Field::NetProfit));
            let social_security_wages = self.money(sheet(Field::SocialSecurityWages)).unwrap_or_default();
            net_profit.map(|net_profit| Income::SelfEmployed { net_profit, social_security_wages })
        } else {
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
        let prior_year_box_3_wages = if shown.roth_catch_up { self.money(sheet(Field::PriorWages)) } else { None };
        let other_jobs = self.jobs();
        YearRecord {
            year: self.draft.year,
            income,
            contributions,
            prior_year_box_3_wages,
            other_jobs,
            plan: self.plan(shown),
            months_left: self.months(sheet(Field::MonthsLeft), 0, 12),
            own_limits: if shown.own_limits { self.own_limits() } else { OwnLimits::default() },
        }
    }

    fn plan(&mut self, shown: Shown) -> PlanRules {
        let choice = |field| self.draft.text(Key::Sheet(field));
        let answer = |field| match choice(field) {
            "yes" => Answer::Yes,
            "no" => Answer::No,
            _ => Answer::Unknown,
        };
        let kind = if choice(Field::PlanKind) == "403b" { PlanKind::Plan403b } else { PlanKind::Plan401k };
        let catch_up = match choice(Field::CatchUp) {
            _ if !shown.catch_up => CatchUpOffer::Unknown,
            "none" => CatchUpOffer::None,
            "standard" => CatchUpOffer::Standard,
            "higher" => CatchUpOffer::Higher,
            _ => CatchUpOffer::Unknown,
        };
        let roth_deferrals = if shown.roth_catch_up { answer(Field::RothDeferrals) } else { Answer::Unknown };
        let percent_of_counted_pay = answer(Field::PercentOfCountedPay);
        PlanRules {
            kind,
            catch_up,
            roth_deferrals,
            percent_of_counted_pay,
            deferral_limit: self.money(Key::Sheet(Field::DeferralLimit)),
            after_tax_dollars: self.money(Key::Sheet(Field::AfterTaxDollars)),
            after_tax_percent: self.percent(Key::Sheet(Field::AfterTaxPercent)),
            combined_percent: self.percent(Key::Sheet(Field::CombinedPercent)),
            reserved_match: self.money(Key::Sheet(Field::ReservedMatch)),
            limitation_year_months: self.months(Key::Sheet(Field::LimitationMonths), 1, 11),
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

    fn jobs(&mut self) -> Vec<OtherJob> {
        let sheets: &[JobSheet] = self.draft.sheet().map_or(&[], |sheet| &sheet.jobs);
        sheets.iter().map(|job| self.job(job)).collect()
    }

    fn job(&mut self, job: &JobSheet) -> OtherJob {
        let key = |field| Key::Job(job.id, field);
        let relation = match self.draft.text(key(JobField::Relation)) {
            "related" => Relation::Related,
            "403b_and_own_business" => Relation::Own403b,
            _ => Relation::Unrelated,
        };
        let apart = relation == Relation::Unrelated;
        OtherJob {
            name: self.draft.text(key(JobField::Name)).trim().to_owned(),
            relation,
            pay: if relation == Relation::Related { self.money(key(JobField::Pay)) } else { None },
            deferrals: self.amounts(key(JobField::DeferralsSoFar), key(JobField::DeferralsToCome)),
            employer: if apart {
                Amounts::default()
            } else {
                self.amounts(key(JobField::EmployerSoFar), key(JobField::EmployerToCome))
            },
            after_tax: if apart { Money::ZERO } else { self.money(key(JobField::AfterTax)).unwrap_or_default() },
        }
    }

    fn amounts(&mut self, so_far: Key, to_come: Key) -> Amounts {
        Amounts { so_far: self.money(so_far).unwrap_or_default(), to_come: self.money(to_come).unwrap_or_default() }
    }

    fn money(&mut self, key: Key) -> Option<Money> {
        let text = self.draft.text(key);
        match text.parse() {
            Ok(money) => Some(money),
            Err(MoneyError::Empty) if text.trim_matches(' ').is_empty() => None,
            Err(error) => {
                let unfinished = matches!(error, MoneyError::Grouping | MoneyError::Empty) || text.trim() == ".";
                self.problem(key, error.to_string(), unfinished)
            }
        }
    }

    fn percent(&mut self, key: Key) -> Option<Percent> {
        let text = self.draft.text(key);
        if text.trim_matches(' ').is_empty() {
            return None;
        }
        match text.parse() {
            Ok(percent) => Some(percent),
            Err(error) => {
                let unfinished = error == PercentError::Empty || text.trim() == ".";
                self.problem(key, error.to_string(), unfinished)
            }
        }
    }

    fn months(&mut self, key: Key, least: u8, most: u8) -> Option<u8> {
        let text = self.draft.text(key).trim_matches(' ');
        if text.is_empty() {
            return None;
        }
        let digits = text.len() <= 2 && text.bytes().all(|byte| byte.is_ascii_digit());
        match text.parse() {
            Ok(months) if digits && (least..=most).contains(&months) => Some(months),
            _ => self.problem(key, format!("Enter a whole number of months from {least} to {most}."), false),
        }
    }

    fn problem<T>(&mut self, key: Key, message: String, unfinished: bool) -> Option<T> {
        self.problems.push(Problem { key, message, unfinished });
        None
    }
}
