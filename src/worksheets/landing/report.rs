//! The landing spot as a report.

use crate::date::Date;
use crate::english::{capitalized, listed};
use crate::explain::Severity;
use crate::law::rates::shown::EARLY;
use crate::money::Money;
use crate::record::Answer;
use crate::report::{Closing, Finding, Headline, Report, Table};
use crate::worksheets::landing::{
    Access, Account, Clock, Cost, Elsewhere, Fact, FactWords, LandingSpot, Moment, Part, Recapture, Stage, Taken,
};

/// More conversions than these are folded.
const SHOWN_OPEN: usize = 2;

impl From<LandingSpot> for Report {
    fn from(landing: LandingSpot) -> Self {
        let (matter, others): (Vec<&Fact>, Vec<&Fact>) = landing.facts.iter().partition(|fact| fact.matters());
        let elsewhere = landing.choice.as_ref().map_or(&[][..], |choice| &choice.elsewhere);
        let mut tables = vec![
            Table {
                note: "“Roth 401(k)” means the plan’s own Roth account, whatever kind of plan it is.".to_owned(),
                // Of a year that is over nothing is chosen any more.
                folded: landing.landed.is_some(),
                // What it means for the person comes first.
                ..facts("facts", "What matters for you", &matter).narrow_without(&[1, 2])
            },
            withdrawal(landing.withdrawal.as_ref()),
            withdrawal_lines(landing.withdrawal.as_ref()),
            access(&landing.stages),
            clocks(&landing.clocks),
            recaptures(&landing.recaptures),
            self::elsewhere(elsewhere),
            Table { folded: true, ..facts("facts-other", "The other differences", &others) },
        ];
        tables.retain(|table| !table.rows.is_empty());
        Self {
            headline: headline(&landing),
            tables,
            closing: Closing { mail: landing.closing.words.is_some(), ..landing.closing.into() },
            findings: landing.findings.into_iter().map(Finding::from).collect(),
            ..Self::default()
        }
    }
}

/// The one figure, and what it is.
pub(in crate::worksheets) fn headline(landing: &LandingSpot) -> Headline {
    let allowed = landing.allowed;
    let spot = |account: Account| match account {
        Account::RothIra => "Roth IRA",
        Account::Plan => "Roth 401(k)",
    };
    let problem = landing.findings.iter().any(|found| found.words.severity == Severity::Problem);
    let (what, figure, below) = if let Some(landed) = &landing.landed {
        ("Where it landed", landed.as_str(), "The year is over, so there is nothing left to choose.")
    } else if let Some(choice) = &landing.choice {
        let below = match choice.allowed {
            Answer::Yes => "Your plan allows it.",
            Answer::No => "Your plan does not allow it.",
            Answer::Unknown => "Ask whether your plan allows it.",
        };
        ("You chose", spot(choice.account), below)
    } else if allowed.closed() {
        ("Landing spot", "None open", "There is nothing to choose now.")
    } else if let Some(only) = allowed.only() {
        ("Landing spot", spot(only), "It is the only one your plan allows.")
    } else if allowed.choice() {
        ("Landing spot", "You choose", "Your plan allows both. Choose before the next transfer.")
    } else {
        ("Landing spot", "Ask first", "You haven’t found out yet what your plan allows.")
    };
    Headline {
        id: "landing".to_owned(),
        what: what.to_owned(),
        year: landing.year,
        unofficial: false,
        figure: figure.to_owned(),
        below: below.to_owned(),
        grave: problem,
        open: false,
        ..Headline::default()
    }
}

fn facts(id: &str, title: &str, facts: &[&Fact]) -> Table {
    let row = |fact: &&Fact| {
        let FactWords { roth_ira, plan, for_you, .. } = fact.words();
        vec![fact.topic().title().to_owned(), roth_ira, plan, for_you]
    };
    let columns = ["Topic", "Roth IRA", "Roth 401(k)", "For you"];
    Table::new(id, title, &columns, facts.iter().map(row).collect())
}

fn clocks(clocks: &[Clock]) -> Table {
    let row = |clock: &Clock| {
        let since = if clock.started() { clock.since.to_string() } else { "Not started".to_owned() };
        // What has not started holds only from its first dollar on.
        let if_started = |day: Option<Date>| match clock.started() {
            true => date(day),
            false => format!("{} if it starts in {}", date(day), clock.since),
        };
        vec![clock.name(), since, if_started(clock.met_on), if_started(clock.qualified_on)]
    };
    let columns = ["Account", "First year", "Five years end on", "Earnings tax-free from"];
    Table {
        note: "The last column is the later of the end of the five years and the day you turn 59½.".to_owned(),
        ..Table::new("clocks", "Five-year clocks", &columns, clocks.iter().map(row).collect()).narrow_without(&[1, 2])
    }
}

/// When what can be taken out at what cost: a row a stage, a column a spot.
fn access(stages: &[Stage]) -> Table {
    let row = |stage: &Stage| {
        let when: Vec<&str> = stage.moments.iter().copied().map(moment).collect();
        let assumed = if stage.assumed { " (if five years not yet started begin now)" } else { "" };
        vec![
            format!("{}, {}{assumed}", capitalized(&when.join(" and ")), stage.from.long()),
            costs(stage.roth_ira),
            costs(stage.plan),
        ]
    };
    let columns = ["When", "From a Roth IRA", "From the Roth 401(k)"];
    Table {
        note: "What each part costs when it comes out. A Roth IRA pays whenever you ask, earnings last. The plan pays only where its rules allow or after you leave, and until it is qualified each payment carries its share of earnings.".to_owned(),
        ..Table::new("access", "What you can take out when, and at what cost", &columns, stages.iter().map(row).collect())
    }
}

/// What a withdrawal is made of, and what it costs.
fn withdrawal(taken: Option<&Taken>) -> Table {
    let row = |part: &Part| {
        vec![part.what.clone(), part.amount.to_string(), part.income.to_string(), part.additional_tax.to_string()]
    };
    let mut rows: Vec<Vec<String>> = taken.into_iter().flat_map(|taken| &taken.parts).map(row).collect();
    let mut note = String::new();
    if let Some(taken) = taken {
        rows.push(vec![
            "Total".to_owned(),
            taken.amount.to_string(),
            taken.income.to_string(),
            taken.additional_tax.to_string(),
        ]);
        let order = match taken.account {
            Account::RothIra => {
                "All your Roth IRAs count as one. Regular contributions come out first, then conversions year by year, each year’s taxable part first, and earnings last. Conversions of other IRAs are not included."
            }
            Account::Plan if taken.needs_value => {
                "Enter what the plan’s Roth account is worth: each payment carries its share of earnings, which can’t be worked out without it."
            }
            Account::Plan => "Each payment from the plan’s Roth account carries its share of earnings.",
        };
        note = format!("On {}. {order}", taken.on.long());
    }
    let columns = ["What comes out", "Amount", "Income", &format!("{EARLY} tax")];
    Table { note, ..Table::new("withdrawal", "If you take this out", &columns, rows) }
}

/// Where it goes on the return.
fn withdrawal_lines(taken: Option<&Taken>) -> Table {
    let lines = taken.into_iter().flat_map(|taken| &taken.lines);
    let rows = lines.map(|(line, amount)| vec![(*line).to_owned(), amount.to_string()]).collect();
    Table::new("withdrawal-lines", "On the return of that year", &["Line", "Amount"], rows)
}

fn moment(moment: Moment) -> &'static str {
    match moment {
        Moment::Now => "now",
        Moment::LeftFrom55 => "after leaving the job at 55 or later",
        Moment::At59AndAHalf => "at 59½",
        Moment::RothIraClock => "once the Roth IRA’s five years are over",
        Moment::PlanClock => "once the plan’s five years are over",
    }
}

/// What the parts in a spot cost, those that cost the same together.
fn costs(access: Access) -> String {
    let parts = [
        ("after-tax money", access.basis),
        ("taxable part of conversions", access.taxable),
        ("earnings", access.earnings),
    ];
    if parts.iter().all(|(_, cost)| *cost == Cost::Free) {
        return "Everything is tax-free.".to_owned();
    }
    let mut said: Vec<String> = Vec::new();
    let mut rest = parts.as_slice();
    while let [(_, cost), ..] = rest {
        let same = rest.iter().take_while(|(_, other)| other == cost).count();
        let (these, others) = rest.split_at(same);
        let names = capitalized(&listed(these.iter().map(|(name, _)| *name)));
        let cost = match cost {
            Cost::Free => "no tax".to_owned(),
            Cost::Tenth => format!("{EARLY} tax"),
            Cost::Income => "income tax".to_owned(),
            Cost::IncomeAndTenth => format!("income tax and {EARLY}"),
        };
        said.push(format!("{names}: {cost}."));
        rest = others;
    }
    said.join(" ")
}

fn recaptures(recaptures: &[Recapture]) -> Table {
    let row = |recapture: &Recapture| {
        vec![
            recapture.date.long(),
            match recapture.account {
                Account::RothIra => "Roth IRA".to_owned(),
                Account::Plan => "Roth 401(k)".to_owned(),
            },
            recapture.plan.to_string(),
            recapture.taxable.to_string(),
            recapture.basis.to_string(),
            date(recapture.free_on),
            if recapture.open { recapture.tax.to_string() } else { "none".to_owned() },
        ]
    };
    let columns = [
        "Conversion of",
        "Landed in",
        "Plan",
        "Taxable part",
        "After-tax part, free at once",
        "Taxable part free from",
        &format!("{EARLY} tax if it came out today"),
    ];
    let tax: Money = recaptures.iter().filter(|recapture| recapture.open).map(|recapture| recapture.tax).sum();
    let title = if tax.is_positive() {
        format!("The five years for each conversion: {tax} of tax if all came out today")
    } else {
        "The five years for each conversion".to_owned()
    };
    Table {
        note: "Before 59½, the taxable part of each conversion has five years of its own.".to_owned(),
        folded: recaptures.len() > SHOWN_OPEN,
        ..Table::new("recapture", &title, &columns, recaptures.iter().map(row).collect())
            .narrow_without(&[1, 2, 4, 5])
            .without_idle_columns()
    }
}

fn elsewhere(elsewhere: &[Elsewhere]) -> Table {
    let row = |elsewhere: &Elsewhere| {
        vec![
            elsewhere.date.long(),
            elsewhere.amount.to_string(),
            elsewhere.went.in_words().to_owned(),
            elsewhere.destination.clone(),
        ]
    };
    let rows = elsewhere.iter().map(row).collect();
    Table::new(
        "elsewhere",
        "Conversions that went somewhere else",
        &["Date", "Amount", "Where it went", "Account"],
        rows,
    )
    .without_idle_columns()
}

fn date(day: Option<Date>) -> String {
    day.map_or_else(|| "after 2199".to_owned(), Date::long)
}
