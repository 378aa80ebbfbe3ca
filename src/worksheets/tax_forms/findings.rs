//! What the worksheet finds that is not a box of a form, each under a stable code.
//!
//! | code | finding | when |
//! |---|---|---|
//! | X01 | forms came, and the ledger has no conversion | |
//! | X02 | no contributions are entered | money moved from a plan without any |
//! | X03 | the plan's basis exceeds the contributions entered | |
//! | X04 | a whole account without a balance | its earnings are not known |
//! | X05 | a partial conversion without a balance | its earnings are not known |
//! | X06 | forms are due and not typed in | after the day on which payers send them |
//! | X07 | forms are still to come | before that day |
//! | X08 | the year is not over | more conversions may come |
//! | X09 | a payment is still to be rolled over | within 60 days |
//! | X10 | a payment was not rolled over in time | after 60 days, or never |
//! | X11 | a payment was rolled over in part | |
//! | X12 | the birth date is open | and a payment's code depends on it |
//! | X13 | returned money had been converted | |
//! | X14 | money is still to be returned | no day entered |
//! | X15 | excess deferrals came back late | after April 15 |
//! | X16 | a loss that cannot be deducted | an account was emptied below its basis |
//! | X17 | more than one Form 1099-R counts by the form | the return follows forms that differ |

use serde::Serialize;

use super::sheets::{Sheet, State};
use super::tax_return::Amounts;
use super::{Work, excess};
use crate::date::Date;
use crate::explain::{Finding, Severity};
use crate::law::{Citation, citations, deadlines};
use crate::money::{Money, Overflow};
use crate::record::{Answer, Path, ReturnKind};
use crate::worksheets::ledger::{BasisBy, Distribution};

/// The code of a finding; the module's table says what each stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub enum Code {
    /// Forms came, and the ledger has no conversion.
    #[serde(rename = "X01")]
    NoConversion,
    /// No contributions are entered.
    #[serde(rename = "X02")]
    NoContributions,
    /// The plan's basis exceeds the contributions entered.
    #[serde(rename = "X03")]
    BasisMissing,
    /// A whole account without a balance.
    #[serde(rename = "X04")]
    WholeWithoutBalance,
    /// A partial conversion without a balance.
    #[serde(rename = "X05")]
    PartWithoutBalance,
    /// Forms are due and not typed in.
    #[serde(rename = "X06")]
    FormsDue,
    /// Forms are still to come.
    #[serde(rename = "X07")]
    FormsToCome,
    /// The year is not over.
    #[serde(rename = "X08")]
    YearOpen,
    /// A payment is still to be rolled over.
    #[serde(rename = "X09")]
    RollOverOpen,
    /// A payment was not rolled over in time.
    #[serde(rename = "X10")]
    RollOverMissed,
    /// A payment was rolled over in part.
    #[serde(rename = "X11")]
    RolledOverInPart,
    /// The birth date is open.
    #[serde(rename = "X12")]
    BirthDateOpen,
    /// Returned money had been converted.
    #[serde(rename = "X13")]
    ConvertedExcess,
    /// Money is still to be returned.
    #[serde(rename = "X14")]
    ReturnToCome,
    /// Excess deferrals came back late.
    #[serde(rename = "X15")]
    ReturnLate,
    /// A loss that cannot be deducted.
    #[serde(rename = "X16")]
    Loss,
    /// The return by the forms differs from that by the ledger.
    #[serde(rename = "X17")]
    ReturnDiffers,
}

struct Findings(Vec<Finding<Code>>);

impl Findings {
    fn add(&mut self, code: Code, severity: Severity, citation: Citation, title: impl Into<String>, text: String) {
        let place = self.0.partition_point(|finding| finding.severity <= severity);
        self.0.insert(place, Finding { code, severity, title: title.into(), text, citation, readings: Vec::new() });
    }
}

pub(super) fn findings(work: &Work<'_>, sheets: &[Sheet], amounts: &Amounts) -> Result<Vec<Finding<Code>>, Overflow> {
    let mut found = Findings(Vec::new());
    ledger(work, &mut found)?;
    payments(work, &mut found)?;
    returned(work, &mut found);
    arrival(work, sheets, &mut found);
    if let Some(by_forms) = amounts.by_forms.filter(|by_forms| by_forms.taxable != amounts.taxable) {
        found.add(
            Code::ReturnDiffers,
            Severity::Attention,
            citations::FORM_1040_PENSIONS,
            "Ledger and forms give different taxable amounts",
            format!(
                "By your ledger {} is taxable, by the forms {}. Clear up the differences before you file. If a form stays wrong, the return must still be right: attach an explanation and keep the plan’s statements.",
                amounts.taxable, by_forms.taxable
            ),
        );
    }
    Ok(found.0)
}

/// Gaps in the ledger that make the expected figures unsure.
fn ledger(work: &Work<'_>, found: &mut Findings) -> Result<(), Overflow> {
    if work.all_moves().next().is_none() && !work.entry.forms.is_empty() {
        found.add(
            Code::NoConversion,
            Severity::Attention,
            citations::FORM_1099R_BOX_1,
            format!("The ledger has no conversion of {}", work.year),
            "Enter what you converted in the Conversions worksheet. Without it there is nothing to compare the forms with.".to_owned(),
        );
    }
    for pool in work.pools {
        let name = if pool.plan.is_empty() { "your plan" } else { &pool.plan };
        let moves: Vec<&Distribution> = work.moves(pool).collect();
        let unsure = |made: &&&Distribution| made.by != BasisBy::Plan && made.valued_on.is_none();
        if moves.is_empty() {
            continue;
        }
        if pool.contributed == Money::ZERO && moves.iter().any(|made| made.by != BasisBy::Plan) {
            found.add(
                Code::NoContributions,
                Severity::Problem,
                citations::SEPARATE_CONTRACT,
                format!("No contributions to {name} are entered"),
                "So all that moved counts as earnings here, and boxes 2a and 5 cannot be right. Enter the after-tax contributions, those of earlier years too, or the plan’s own figures with each conversion.".to_owned(),
            );
        }
        let missing = Money::sum(moves.iter().map(|made| made.missing))?;
        if missing.is_positive() {
            found.add(
                Code::BasisMissing,
                Severity::Attention,
                citations::SEPARATE_CONTRACT,
                format!("{missing} of contributions to {name} are not in the ledger"),
                "By the plan’s own figures more after-tax money moved than was ever entered. The expected form follows the plan. Enter the contributions that are missing, so that the ledger proves it.".to_owned(),
            );
        }
        if let Some(made) = moves.iter().filter(unsure).find(|made| made.whole_account) {
            found.add(
                Code::WholeWithoutBalance,
                Severity::Problem,
                citations::SEPARATE_CONTRACT,
                "The whole account’s balance is not entered",
                format!("The plan does not account for after-tax money apart, so the payment of {} takes earnings from the whole account. Enter the account’s balance just before it: without it boxes 2a and 5 cannot be known.", made.entered.date.long()),
            );
        } else if let Some(made) = moves.iter().filter(unsure).find(|made| made.by == BasisBy::ProRata) {
            found.add(
                Code::PartWithoutBalance,
                Severity::Attention,
                citations::SEPARATE_CONTRACT,
                "The balance before a partial conversion is not entered",
                format!("The conversion of {} took a part of the account, and earnings in it are not known without a balance of {name} just before it. They count as nothing here.", made.entered.date.long()),
            );
        }
        if let Some(last) = moves.last().filter(|last| last.value_left == Money::ZERO && last.basis_left.is_positive())
        {
            found.add(
                Code::Loss,
                Severity::Note,
                citations::FORM_1099R_LOSSES,
                format!("{} of contributions to {name} were lost", last.basis_left),
                "The account was emptied for less than went in. Nothing of it is taxable, and the loss cannot be deducted.".to_owned(),
            );
        }
    }
    Ok(())
}

/// Payments to the person and their 60 days.
fn payments(work: &Work<'_>, found: &mut Findings) -> Result<(), Overflow> {
    let mut age_matters = false;
    for made in work.all_moves().filter(|made| made.entered.path == Path::PaidOut) {
        let row = &made.entered;
        let last = deadlines::rollover(row.date).long();
        let rolled = made.rolled_in_time();
        let kept = row.amount.minus(rolled)?;
        let earnings = made.kept_earnings()?;
        age_matters = true;
        let cost = if earnings.is_positive() {
            format!("{earnings} of earnings stay with you: taxed in any case, and with 10% more before age 59½.")
        } else {
            "What you kept is after-tax money, on which no tax is due.".to_owned()
        };
        if made.can_be_rolled_over(work.today) {
            found.add(
                Code::RollOverOpen,
                Severity::Problem,
                citations::FORMS_60_DAYS,
                format!("Put {kept} into a Roth IRA by {last}"),
                format!("The plan paid it to you on {}. To make up the whole, add from your own pocket what was withheld. Then enter the day and the amount with the conversion.", row.date.long()),
            );
        } else if rolled == Money::ZERO {
            found.add(
                Code::RollOverMissed,
                Severity::Attention,
                citations::FORMS_60_DAYS,
                format!("The payment of {} was not rolled over in time", row.date.long()),
                format!("The 60 days ended on {last}. {cost} If the delay had one of the causes that the IRS accepts, such as an error of the bank, you can certify that to the IRA’s trustee and still roll it over."),
            );
        } else if kept.is_positive() {
            found.add(
                Code::RolledOverInPart,
                Severity::Note,
                citations::FORMS_60_DAYS,
                format!("{kept} of the payment of {} was not rolled over", row.date.long()),
                format!("What is rolled over counts as earnings first. {cost}"),
            );
        }
    }
    if age_matters && work.half_past_59.is_none() {
        found.add(
            Code::BirthDateOpen,
            Severity::Attention,
            citations::FORMS_EARLY,
            "Enter your birth date",
            "The code on a payment to you is 1 before age 59½ and 7 from then on, and the 10% tax depends on it."
                .to_owned(),
        );
    }
    Ok(())
}

/// Money returned as too much.
fn returned(work: &Work<'_>, found: &mut Findings) {
    for row in &work.entry.returned {
        let by = excess::by(work.year, row.kind);
        let amount = row.excess.map(|excess| format!("{excess} ")).unwrap_or_default();
        if row.converted == Answer::Yes {
            let out = deadlines::extended_return(work.year).map(Date::long).unwrap_or_default();
            found.add(
                Code::ConvertedExcess,
                Severity::Problem,
                citations::FORMS_NO_ROLLOVER,
                "Money that had to come back was converted",
                format!("It could not be rolled over. In the plan’s Roth account the plan takes it from there. In a Roth IRA it is an excess contribution: have it taken out with its earnings by {out}."),
            );
        }
        match (row.paid_on, by) {
            (None, by) => {
                let late = by.is_some_and(|by| work.today > by);
                found.add(
                    Code::ReturnToCome,
                    if late { Severity::Problem } else { Severity::Attention },
                    excess_citation(row.kind),
                    format!("{amount}is still to come back").trim_start().to_owned(),
                    match by {
                        Some(by) if late => format!("The day for it was {}. Ask the plan’s administrator what became of it. If it was paid, enter the day.", by.long()),
                        Some(by) => format!("It should be out by {}. Enter the day when it arrives.", by.long()),
                        None => "The law sets no day. Ask the plan’s administrator when it pays, and enter the day when it arrives.".to_owned(),
                    },
                );
            }
            (Some(paid), Some(by)) if row.kind == ReturnKind::Deferrals && paid > by => {
                found.add(
                    Code::ReturnLate,
                    Severity::Problem,
                    citations::FORMS_EXCESS_DEFERRALS,
                    "The excess deferrals came back after April 15",
                    format!("They were paid on {}, after {}. Pre-tax money is then taxed twice: for {} and again for the year in which it came out. Ask the plan which it reported.", paid.long(), by.long(), work.year),
                );
            }
            _ => {}
        }
    }
}

const fn excess_citation(kind: ReturnKind) -> Citation {
    match kind {
        ReturnKind::AnnualAdditions => citations::CORRECTION,
        ReturnKind::Deferrals => citations::FORMS_EXCESS_DEFERRALS,
        ReturnKind::AcpTest => citations::ACP_REFUND,
    }
}

/// Whether forms are due, and whether the year can still bring more.
fn arrival(work: &Work<'_>, sheets: &[Sheet], found: &mut Findings) {
    let year = work.year;
    if work.today.year() <= year {
        found.add(
            Code::YearOpen,
            Severity::Note,
            citations::FORM_1099R_BOX_1,
            format!("{year} is not over"),
            "These are the figures so far. Each further conversion of the year adds to them. A conversion counts in the year in which the plan makes it, even for money paid in earlier.".to_owned(),
        );
    }
    let open = sheets.iter().filter(|sheet| sheet.state == State::Open).count();
    let (Some(sent), true) = (work.sent, open > 0) else { return };
    let count = if open == 1 { "One Form 1099-R".to_owned() } else { format!("{open} Forms 1099-R") };
    if work.today > sent {
        found.add(
            Code::FormsDue,
            Severity::Attention,
            citations::FORM_1099R_WRONG,
            format!("{count} should be there by now"),
            format!("Payers had until {}. Look on the plan’s site under tax forms, and type in what it shows. Ask the administrator for what is not there.", sent.long()),
        );
    } else {
        found.add(
            Code::FormsToCome,
            Severity::Note,
            citations::FORM_1099R_SENT,
            format!("{count} to come by {}", sent.long()),
            "Type in each form when it comes, box by box, and it is compared with your ledger.".to_owned(),
        );
    }
}
