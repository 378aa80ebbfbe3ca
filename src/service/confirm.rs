//! What each card was understood to say, in a line at its foot, so that a slip shows at once.

mod records;

use crate::date::Date;
use crate::draft::Draft;
use crate::english::{counted, uncapitalized};
use crate::law::ages;
use crate::money::Money;
use crate::questions::{Field, Key};
use crate::record::{Answer, Election, ElectionStep};
use crate::report::Hint;
use crate::worksheets::year::Year;
use crate::worksheets::year::paychecks::{Kind, Paychecks, elected, match_in_words};

/// What the card of the six features asks.
const FEATURES: [Field; 8] = [
    Field::PlanAfterTax,
    Field::InServiceWithdrawal,
    Field::InPlanRollover,
    Field::RothDeferrals,
    Field::TransferTiming,
    Field::Destination,
    Field::Cadence,
    Field::ElectionMode,
];

/// A line for each card of which enough is entered, by the card's id.
pub fn confirmations(draft: &Draft, year: &Year<'_>) -> Vec<Hint> {
    let paychecks = year.paychecks().ok().flatten();
    let lines = [
        ("you", you(year)),
        ("paydays", paychecks.map(paydays)),
        ("pay-rates", paychecks.map(pay)),
        ("so-far", so_far(year)),
        ("money", paychecks.and_then(|paychecks| still_to_come(year, paychecks))),
        ("elections", paychecks.and_then(|paychecks| elections(draft, year, paychecks))),
        ("take-home-pay", paychecks.and_then(|paychecks| take_home(year, paychecks))),
        ("match-rules", match_in_words(year)),
        ("election-rules", payroll_site(year)),
        ("allowed", allowed(year)),
        ("kind", kind(draft)),
        ("features", features(draft)),
    ];
    lines.into_iter().filter_map(line).collect()
}

/// The same for what needs no paychecks: the ledger, the landing spot, the forms.
pub fn records(draft: &Draft, year: &Year<'_>) -> Vec<Hint> {
    let lines = [
        ("your-ledger", records::ledger(year)),
        ("contributions", records::contributions(year)),
        ("balances", records::balances(year)),
        ("your-conversions", records::conversions(year)),
        ("your-accounts", records::accounts(year)),
        ("what-the-plan-allows", records::ways(year)),
        ("your-choice", records::choice(year)),
        ("tax-year", records::age(year)),
        ("forms-that-came", records::forms(year)),
        ("what-else", records::beyond(draft, year)),
    ];
    lines.into_iter().filter_map(line).collect()
}

fn line((card, says): (&str, Option<String>)) -> Option<Hint> {
    says.map(|text| Hint { field: card.to_owned(), text })
}

fn you(year: &Year<'_>) -> Option<String> {
    let age = year.age().ok()?;
    let catch_up = if age < ages::CATCH_UP { "so no catch-up" } else { "so catch-up is possible" };
    Some(format!("{age} at the end of {}, {catch_up}", year.year))
}

fn paydays(paychecks: &Paychecks) -> String {
    let mut regular = paychecks.to_come.iter().filter(|check| check.is_regular()).map(|check| check.date);
    let Some(next) = regular.next() else { return "No paycheck is left this year".to_owned() };
    format!("{}, next on {}", counted(regular.count() + 1, "paycheck left", "paychecks left"), next.with_weekday())
}

fn pay(paychecks: &Paychecks) -> String {
    let bonus = |date: Date, pay: Money| format!(", {} on {}", pay.in_dollars(), date.short());
    let bonuses = paychecks.to_come.iter().filter(|check| check.kind == Kind::Bonus);
    let bonuses: String = bonuses.map(|check| bonus(check.date, check.pay)).collect();
    format!("{} a paycheck{bonuses}", paychecks.latest_pay)
}

fn so_far(year: &Year<'_>) -> Option<String> {
    let money = &year.entry.contributions;
    let limit = year.limits().ok()?.annual_additions.value;
    let deferred = money.deferrals().so_far.min(year.limits().ok()?.elective_deferrals.value);
    let filled = deferred + money.employer().so_far + money.after_tax;
    filled.is_positive().then(|| format!("{} of the {} limit is in", filled.about(), limit.about()))
}

fn still_to_come(year: &Year<'_>, paychecks: &Paychecks) -> Option<String> {
    let money = &year.projected().ok()??.contributions;
    let (deferrals, employer) = (money.deferrals().to_come, money.employer().to_come);
    let any = deferrals.is_positive() || employer.is_positive();
    (any && !paychecks.to_come.is_empty())
        .then(|| format!("Still to come: {} of deferrals, {} from your employer", deferrals.about(), employer.about()))
}

fn elections(draft: &Draft, year: &Year<'_>, paychecks: &Paychecks) -> Option<String> {
    const ASKED: [Field; 3] = [Field::PreTaxElection, Field::RothElection, Field::AfterTaxElection];
    if ASKED.iter().all(|field| draft.text(Key::Sheet(*field)).trim().is_empty()) {
        return None;
    }
    let money = &year.projected().ok()??.contributions;
    let last = paychecks.to_come.last()?.date;
    let after_tax = year.entry.payroll.after_tax;
    let takes = elected(after_tax, Kind::Regular, paychecks.latest_pay);
    let after_tax = match after_tax {
        Election::Percent(_) if takes.is_positive() => format!("; after-tax is {takes} a paycheck"),
        _ => String::new(),
    };
    Some(format!("Deferrals reach {} by {}{after_tax}", money.deferrals().total().about(), last.short()))
}

fn take_home(year: &Year<'_>, paychecks: &Paychecks) -> Option<String> {
    let payroll = &year.entry.payroll;
    let taken = elected(payroll.after_tax, Kind::Regular, paychecks.latest_pay);
    let most = (payroll.take_home? + taken - payroll.least_take_home.unwrap_or_default()).or_zero();
    Some(format!("After-tax can take up to {} a paycheck", most.about()))
}

/// The kind of plan and of employer, where both are chosen.
fn kind(draft: &Draft) -> Option<String> {
    let chosen = |field: Field| {
        let word = draft.text(Key::Sheet(field)).trim();
        field.answers().iter().find(|(other, _)| *other == word || word.is_empty()).map(|(_, label)| *label)
    };
    if FEATURES.iter().all(|field| draft.text(Key::Sheet(*field)).trim().is_empty()) {
        return None;
    }
    Some(format!("{}, {}, {}", draft.year, chosen(Field::PlanKind)?, uncapitalized(chosen(Field::Employer)?)))
}

/// That all features are known, where they are.
fn features(draft: &Draft) -> Option<String> {
    let known = |field: &Field| !matches!(draft.text(Key::Sheet(*field)).trim(), "" | "unknown");
    FEATURES.iter().all(known).then(|| format!("All {} questions about the features are answered", FEATURES.len()))
}

fn allowed(year: &Year<'_>) -> Option<String> {
    let plan = &year.entry.plan;
    let both = plan.after_tax == Answer::Yes && plan.in_plan_rollover == Answer::Yes;
    both.then(|| "Your plan accepts after-tax money and moves it to Roth".to_owned())
}

fn payroll_site(year: &Year<'_>) -> Option<String> {
    let plan = &year.entry.plan;
    let days = plan.change_lead_days?;
    let steps = match plan.election_step {
        ElectionStep::Percent => "Whole percents",
        ElectionStep::HalfPercent => "Half percents",
        ElectionStep::TenthPercent => "Tenths of a percent",
        ElectionStep::Dollars => "Whole dollars",
        ElectionStep::Cents => "Dollars and cents",
    };
    Some(format!("{steps}, {} of notice", counted(days, "day", "days")))
}
