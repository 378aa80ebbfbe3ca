//! The tables that the guide takes from the planner. The first row of each is its head.

use super::Fault;
use super::figures::{YEAR, allowance, limit, range};
use crate::date::Date;
use crate::law::alternatives::{
    DEDUCTION_JOINT, DEDUCTION_SINGLE, HSA_FAMILY, HSA_SELF, IRA, PhaseOut, ROTH_IRA_JOINT, ROTH_IRA_SINGLE,
};
use crate::law::limits::{self, ANNUAL_ADDITIONS, CATCH_UP, ELECTIVE_DEFERRALS, OFFICIAL_YEARS};
use crate::law::{deadlines, owner_deadlines};
use crate::worksheets::review::{EMPLOYERS, EMPLOYERS_HEAD, Fits, MistakeKind, Way, WayKind};
use crate::worksheets::{conversions, plan};

/// The rows of a table.
pub(super) fn rows(name: &str) -> Result<Vec<Vec<String>>, Fault> {
    match name {
        "employers" => Ok(listed(&EMPLOYERS_HEAD, EMPLOYERS.iter().map(|row| row.to_vec()))),
        "features" => {
            let features = plan::features().into_iter().map(|[name, question]| vec![name, question]);
            Ok(listed(&["Feature", "What to find out"], features))
        }
        "tracking" => {
            let tracked = conversions::TRACKED.iter().map(|[item, look]| vec![*item, *look]);
            Ok(listed(&["What to do", "Where to look"], tracked))
        }
        "mistakes" => {
            let mistakes = MistakeKind::ALL.into_iter().map(|kind| vec![kind.title(), kind.fix()]);
            Ok(listed(&["Mistake", "What to do instead"], mistakes))
        }
        "limits" => Ok(limits_by_year()),
        "dates" => dates(&everybody()),
        "owner-dates" => dates(&owners()),
        "ways" => ways(),
        _ => Err(Fault::new("there is no table", name)),
    }
}

fn listed<'t>(head: &[&'t str], rows: impl Iterator<Item = Vec<&'t str>>) -> Vec<Vec<String>> {
    let rows = std::iter::once(head.to_vec()).chain(rows);
    rows.map(|row| row.into_iter().map(str::to_owned).collect()).collect()
}

/// Every limit, in each year in which it was official.
fn limits_by_year() -> Vec<Vec<String>> {
    let years = OFFICIAL_YEARS.0..=OFFICIAL_YEARS.1;
    let head = std::iter::once("Limit".to_owned()).chain(years.clone().map(|year| year.to_string())).collect();
    let row = |limit: &&limits::Limit| {
        let amounts = years.clone().map(|year| match limit.on_file(year) {
            Some(amount) if year >= limit.since => amount.value.in_dollars(),
            _ => "–".to_owned(),
        });
        std::iter::once(crate::english::capitalized(limit.name)).chain(amounts).collect()
    };
    std::iter::once(head).chain(limits::ALL.iter().map(row)).collect()
}

type Dated = (Option<Date>, &'static str);

/// What everybody must keep, or be paid or sent by.
fn everybody() -> [Dated; 11] {
    [
        (deadlines::next_limits(YEAR), "By about now the IRS has published the limits of the next year."),
        (
            deadlines::last_contribution(YEAR, false),
            "The last payday up to this day is the last for deferrals and after-tax money, and a conversion has to be posted by now to count for the year.",
        ),
        (
            deadlines::estimated_tax(YEAR),
            "Fourth payment of estimated tax, if conversions made income and nothing was withheld.",
        ),
        (deadlines::forms_sent(YEAR), "Forms W-2 and 1099-R are sent."),
        (deadlines::excess_told(YEAR), "Many plans want to hear by now that too much was deferred."),
        (
            deadlines::acp_refund(YEAR, 12, false),
            "Refunds after a failed ACP test; with eligible automatic enrollment by the end of June.",
        ),
        (deadlines::excess_deferrals_out(YEAR), "Excess deferrals must be out of the plan. Nothing moves this day."),
        (
            deadlines::return_due(YEAR),
            "The tax return, or its extension; the last day for IRA, Roth IRA and HSA contributions.",
        ),
        (deadlines::ira_statement(YEAR), "Form 5498 is sent, if money went to an IRA."),
        (
            deadlines::extended_return(YEAR),
            "The return with its extension. If you filed on time, the last day to take an excess out of a Roth IRA.",
        ),
        (deadlines::acp_refund_last(YEAR, 12), "The very last day for refunds after a failed ACP test."),
    ]
}

/// What the owner of a business must keep besides.
fn owners() -> [Dated; 9] {
    [
        (
            owner_deadlines::plan_adopted(YEAR),
            "Adopt the plan, with deferrals and after-tax contributions in its document, and elect your deferrals in writing.",
        ),
        (
            deadlines::last_contribution(YEAR, true).and_then(deadlines::paid_by),
            "Deposit after-tax money. The day by law is not moved, so this is the last business day up to it.",
        ),
        (deadlines::forms_sent(YEAR), "Form 1099-R to yourself for every conversion."),
        (owner_deadlines::forms_filed_on_paper(YEAR), "The same form to the IRS, on paper."),
        (owner_deadlines::business_return(YEAR), "Return of a partnership or an S corporation, or its extension."),
        (owner_deadlines::forms_filed_electronically(YEAR), "Form 1099-R to the IRS, electronically."),
        (
            owner_deadlines::first_deferrals(YEAR),
            "A sole proprietor without staff may still elect deferrals for the first year of the plan.",
        ),
        (owner_deadlines::form_5500_ez(YEAR), "Form 5500-EZ, if it is due."),
        (
            owner_deadlines::employer_money(YEAR),
            "Deferrals and employer money of a sole proprietor whose return is extended. For a partnership or an S corporation a month earlier.",
        ),
    ]
}

fn dates(dates: &[Dated]) -> Result<Vec<Vec<String>>, Fault> {
    let mut rows = vec![vec!["By".to_owned(), "What".to_owned()]];
    for (date, what) in dates {
        let date = date.ok_or_else(|| Fault::new("there is no day for", what))?;
        rows.push(vec![date.long(), (*what).to_owned()]);
    }
    Ok(rows)
}

/// What else there is, with its limit and its condition.
fn ways() -> Result<Vec<Vec<String>>, Fault> {
    let mut rows = vec![["In order of use", "Limit", "Why, and on what condition"].map(str::to_owned).to_vec()];
    for kind in WayKind::ALL {
        let way = Way { kind, fits: Fits::Depends, amount: None, tax_exempt_employer: false };
        rows.push(vec![kind.title().to_owned(), limit_of(kind)?, format!("{} {}", kind.reason(), way.condition())]);
    }
    Ok(rows)
}

fn limit_of(kind: WayKind) -> Result<String, Fault> {
    let phased = |what: &str, [single, joint]: [&PhaseOut; 2]| {
        let (ira, single, joint) = (allowance(&IRA)?.in_dollars(), range(single)?, range(joint)?);
        Ok(format!(
            "{ira}. {what} falls to nothing between {} and {} of income, {} and {} on a joint return",
            single.from.in_dollars(),
            single.to.in_dollars(),
            joint.from.in_dollars(),
            joint.to.in_dollars()
        ))
    };
    match kind {
        WayKind::Match => Ok("As your plan has it".to_owned()),
        WayKind::Hsa => Ok(format!(
            "{}, or {} with family coverage",
            allowance(&HSA_SELF)?.in_dollars(),
            allowance(&HSA_FAMILY)?.in_dollars()
        )),
        WayKind::Deferrals | WayKind::Plan457b => limit(&ELECTIVE_DEFERRALS).map(|amount| amount.in_dollars()),
        WayKind::CatchUp => limit(&CATCH_UP).map(|amount| amount.in_dollars()),
        WayKind::AfterTax => limit(&ANNUAL_ADDITIONS).map(|amount| format!("What is left of {}", amount.in_dollars())),
        WayKind::OwnBusiness => limit(&ANNUAL_ADDITIONS).map(|amount| amount.in_dollars()),
        WayKind::RothIra => phased("It", [&ROTH_IRA_SINGLE, &ROTH_IRA_JOINT]),
        WayKind::Ira => phased("The deduction", [&DEDUCTION_SINGLE, &DEDUCTION_JOINT]),
        WayKind::Backdoor => allowance(&IRA).map(|amount| amount.in_dollars()),
        WayKind::Taxable => Ok("None".to_owned()),
    }
}
