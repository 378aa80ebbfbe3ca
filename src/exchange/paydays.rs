//! The after-tax contributions of the paydays so far, by the elections in force now.

use super::import::{Entry, Imported, dated_sum, summary};
use crate::date::Date;
use crate::draft::Draft;
use crate::english::counted;
use crate::law::YearLimits;
use crate::money::Money;
use crate::order;
use crate::questions::{Field, Key, List, RowField};
use crate::reading::Reading;
use crate::record::{Amounts, Answer, Contributions, Record, YearRecord};
use crate::worksheets::year::paychecks::{Paychecks, calendar, elected};

impl Draft {
    /// What the paydays of the year on show up to today would add to the ledger: the
    /// after-tax money that payroll takes from each by the present elections, bonuses and
    /// spillover included. Nothing else is known of elections in the past, so that this
    /// says where it differs from the pay stub.
    #[must_use]
    pub fn take_over_paydays(&self, today: Date) -> Imported {
        let Reading { record, applies, .. } = self.read(today);
        let Some(entry) = record.year(self.year) else { return Imported::default() };
        let wait = match &entry.payroll {
            _ if applies.self_employed => {
                Some("Your own business has no paychecks for you. Enter each deposit with its date, or read in a file.")
            }
            payroll if !payroll.is_entered() => Some(
                "Enter on the Pace page how often you are paid, one pay date, and your gross pay: the paydays follow from them.",
            ),
            payroll if payroll.after_tax.is_nothing() && entry.plan.spillover != Answer::Yes => {
                Some("Enter on the Pace page your after-tax election now: the contributions follow from it.")
            }
            _ => None,
        };
        if let Some(wait) = wait {
            return Imported::nothing(wait);
        }
        self.paydays(&record, entry, today).unwrap_or_else(Imported::nothing)
    }

    fn paydays(&self, record: &Record, entry: &YearRecord, today: Date) -> Result<Imported, String> {
        let limits = YearLimits::of(entry.year, &entry.own_limits).map_err(|error| error.to_string())?;
        let age = record.birth_date.map_or(0, |born| entry.year - born.year());
        let paid = after_tax_of_paydays(entry, &limits, age, today);
        if paid.is_empty() {
            return Ok(Imported::nothing(format!("No payday of {} with after-tax money has come yet.", entry.year)));
        }
        let standing: Vec<(Date, Money)> = self.of_this_job();
        let days = order::set(standing.iter().map(|(date, _)| *date));
        let (known, new): (Vec<_>, Vec<_>) = paid.into_iter().partition(|(date, _)| days.contains(date));
        let place = List::Contributions.most().saturating_sub(self.contributions());
        let full = new.len().saturating_sub(place);
        let new: Vec<(Date, Money)> = new.into_iter().take(place).collect();

        let mut left_out = Vec::new();
        if !known.is_empty() {
            let says = counted(known.len(), "contribution is left out", "contributions are left out");
            left_out.push(format!("{says}: the ledger already has one for that day."));
        }
        if full > 0 {
            let most = List::Contributions.most();
            left_out.push(format!("{full} don’t fit: the ledger of a year holds {most} contributions."));
        }
        let stub = self.differs_from_stub(entry, &standing, &new, today);
        let entries: Vec<Entry> = new
            .into_iter()
            .map(|(date, amount)| Entry {
                line: 0,
                list: List::Contributions,
                date,
                amount,
                negative: false,
                assumed: false,
                named: false,
                plan: String::new(),
                more: None,
                opening: None,
            })
            .collect();
        if entries.is_empty() {
            let says = format!("The ledger already has a contribution of every payday of {} so far.{stub}", entry.year);
            return Ok(Imported { left_out, ..Imported::nothing(says) });
        }
        let says = format!(
            "{} They use your current after-tax election; where it was different, correct the row.{stub}",
            summary(&entries)
        );
        Ok(Imported { left_out, ..self.with_entries(says, entries) })
    }

    /// The contributions in the ledger to the plan of the year's job, on the year on show.
    fn of_this_job(&self) -> Vec<(Date, Money)> {
        let several = self.has_several_plans(self.year);
        let rows = self.sheet().map_or(&[][..], |sheet| sheet.rows(List::Contributions));
        let of_this_job = rows.iter().filter(|row| !several || row.text(RowField::Plan).trim().is_empty());
        of_this_job.filter_map(dated_sum).collect()
    }

    fn contributions(&self) -> usize {
        self.sheet().map_or(0, |sheet| sheet.rows(List::Contributions).len())
    }

    /// A sentence where the ledger with these rows differs from the latest pay stub.
    fn differs_from_stub(
        &self,
        entry: &YearRecord,
        standing: &[(Date, Money)],
        new: &[(Date, Money)],
        today: Date,
    ) -> String {
        if self.text(Key::Sheet(Field::AfterTax)).trim().is_empty() {
            return String::new();
        }
        let paydays = calendar::pay_dates(&entry.payroll, entry.year);
        let latest = paydays.into_iter().rfind(|date| *date <= today);
        let up_to = entry.payroll.last_stub.or(latest).unwrap_or(today);
        let counted = standing.iter().chain(new).filter(|(date, _)| *date <= up_to);
        let sum: Money = counted.map(|(_, amount)| *amount).sum();
        let stub = entry.contributions.after_tax;
        if sum == stub {
            format!(" With them the ledger agrees with your pay stub: {stub} up to {}.", up_to.long())
        } else {
            format!(
                " With them the ledger has {sum} up to {}; your pay stub shows {stub}. Correct the rows by your pay stubs.",
                up_to.long()
            )
        }
    }
}

/// What payroll took after tax on each payday of the year up to today, in order.
fn after_tax_of_paydays(entry: &YearRecord, limits: &YearLimits, age: i16, today: Date) -> Vec<(Date, Money)> {
    // The year from its beginning, as if no stub had come yet.
    let mut whole = entry.clone();
    whole.payroll.last_stub = Date::year_end(entry.year - 1).ok();
    whole.payroll.pay_so_far = Some(Money::ZERO);
    whole.contributions =
        Contributions { pre_tax: Amounts::default(), roth: Amounts::default(), ..entry.contributions };
    let Some(paychecks) = Paychecks::of(&whole, limits, age, today) else { return Vec::new() };
    let mut deferred = Money::ZERO;
    let mut paid = Vec::new();
    for check in paychecks.to_come.iter().take_while(|check| check.date <= today) {
        let waits = paychecks.after_tax_waits(&entry.plan, deferred);
        deferred += check.deferral();
        let taken = match check.takes_after_tax && !waits {
            true => elected(entry.payroll.after_tax, check.kind, check.pay).min(check.pay_left()),
            false => Money::ZERO,
        };
        let amount = taken + check.spillover;
        if amount.is_positive() {
            paid.push((check.date, amount));
        }
    }
    paid
}
