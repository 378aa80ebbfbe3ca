//! The figures of the guide, each by the name that its text has for it. They are those of the
//! last year whose limits are official.

use super::Fault;
use crate::law::alternatives::{Allowance, DatedRange, IRA, PhaseOut};
use crate::law::deadlines::{DAYS_TO_ROLL_OVER, FORMS_SENT, OWNER_DAYS};
use crate::law::limits::{
    ANNUAL_ADDITIONS, CATCH_UP, CATCH_UP_60_TO_63, ELECTIVE_DEFERRALS, HIGHLY_COMPENSATED_PAY, Limit, OFFICIAL_YEARS,
    ROTH_CATCH_UP_WAGES, SOCIAL_SECURITY_WAGE_BASE,
};
use crate::law::owner_deadlines::FORM_5500_EZ_ASSETS;
use crate::law::rates::shown;
use crate::law::{ages, form_1040};
use crate::money::Money;

/// The match of the guide's example.
const EXAMPLE_MATCH: Money = Money::dollars(10_000);

/// The year whose figures the guide has.
pub(super) const YEAR: i16 = OFFICIAL_YEARS.1;

/// Every figure: its name, and what stands in its place.
pub(super) struct Figures(Vec<(&'static str, String)>);

/// The amount of a limit in the guide's year.
pub(super) fn limit(of: &Limit) -> Result<Money, Fault> {
    of.on_file(YEAR).map(|amount| amount.value).ok_or_else(|| Fault::not_on_file(of.name))
}

/// The same of what there is beside a plan.
pub(super) fn allowance(of: &Allowance) -> Result<Money, Fault> {
    of.of(YEAR).map(|dated| dated.amount).map_err(|_| Fault::not_on_file(of.name))
}

/// The same of a range of income.
pub(super) fn range(of: &PhaseOut) -> Result<&'static DatedRange, Fault> {
    of.of(YEAR).map_err(|_| Fault::not_on_file(of.name))
}

impl Figures {
    pub(super) fn new() -> Result<Self, Fault> {
        let (additions, deferrals) = (limit(&ANNUAL_ADDITIONS)?, limit(&ELECTIVE_DEFERRALS)?);
        let dollars = |of: &Limit| limit(of).map(Money::in_dollars);
        let lines = form_1040::lines(YEAR);
        let higher = ages::HIGHER_CATCH_UP;
        Ok(Self(vec![
            ("year", YEAR.to_string()),
            ("next", YEAR.saturating_add(1).to_string()),
            ("additions", additions.in_dollars()),
            ("deferrals", deferrals.in_dollars()),
            ("most", (additions - deferrals).in_dollars()),
            ("example-match", EXAMPLE_MATCH.in_dollars()),
            ("example-room", (additions - deferrals - EXAMPLE_MATCH).in_dollars()),
            ("catch-up", dollars(&CATCH_UP)?),
            ("higher-catch-up", dollars(&CATCH_UP_60_TO_63)?),
            ("catch-up-age", ages::CATCH_UP.to_string()),
            ("higher-ages", format!("{} to {}", higher.start(), higher.end())),
            ("free-age", ages::FREE.to_owned()),
            ("roth-wages", dollars(&ROTH_CATCH_UP_WAGES)?),
            ("highly-compensated", dollars(&HIGHLY_COMPENSATED_PAY)?),
            ("wage-base", dollars(&SOCIAL_SECURITY_WAGE_BASE)?),
            ("ira", allowance(&IRA)?.in_dollars()),
            ("form-5500", FORM_5500_EZ_ASSETS.in_dollars()),
            ("owner", shown::OWNER.to_string()),
            ("early", shown::EARLY.to_string()),
            ("withholding", shown::WITHHOLDING.to_string()),
            ("employer-share", shown::EMPLOYER_SHARE_BEFORE.to_string()),
            ("employer-share-wages", shown::EMPLOYER_SHARE.to_string()),
            ("rollover-days", DAYS_TO_ROLL_OVER.to_string()),
            ("owner-days", OWNER_DAYS.to_string()),
            ("no-rmd", ages::NO_LIFETIME_DISTRIBUTIONS_SINCE.to_string()),
            ("forms-sent", FORMS_SENT.to_string()),
            ("line-gross", lines.gross.to_owned()),
            ("line-taxable", lines.taxable.to_owned()),
            ("line-rollover", lines.rollover.to_owned()),
        ]))
    }

    /// The names of all figures.
    pub(super) fn names(&self) -> impl Iterator<Item = &'static str> + '_ {
        self.0.iter().map(|(name, _)| *name)
    }

    /// The text with its figures in their places.
    pub(super) fn fill(&self, text: &str) -> Result<String, Fault> {
        let mut filled = String::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, behind) = after.split_once('}').ok_or_else(|| Fault::new("a brace is open in", text))?;
            let figure = self.0.iter().find(|(own, _)| *own == name);
            let (_, figure) = figure.ok_or_else(|| Fault::new("there is no figure", name))?;
            filled.push_str(before);
            filled.push_str(figure);
            rest = behind;
        }
        filled.push_str(rest);
        Ok(filled)
    }
}
