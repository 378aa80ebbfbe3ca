//! All that the worksheet says, apart from what it decides: the findings here, each other
//! part in a file of its own.

pub(super) mod boxes;
pub(super) mod closing;
pub(super) mod differences;
pub(super) mod dossier;
pub(super) mod excess;
pub(super) mod other_forms;
pub(super) mod questions;
pub(super) mod return_lines;
pub(super) mod sheets;

use super::case::TaxAtRate;
use super::findings::Finding;
use crate::date::Date;
use crate::english::{capitalized, counted_from_one};
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Words};
use crate::law::deadlines::{DAYS_TO_ROLL_OVER, EXCESS_DEFERRALS_OUT};
use crate::law::rates::shown::EARLY;
use crate::law::{Citation, citations};
use crate::money::Money;
use crate::record::{PlanName, ReturnKind};

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::NoConversion { year } => Words::new(
                Attention,
                citations::FORM_1099R_BOX_1,
                format!("The ledger has no conversion of {year}"),
                "Enter what you converted in the Conversions worksheet. Without it there is nothing to compare the forms with.",
            ),
            Self::NoContributions { plan } => Words::new(
                Problem,
                citations::SEPARATE_CONTRACT,
                format!("No contributions to {} are entered", plan_name(plan)),
                "So all that moved counts as earnings here, and boxes 2a and 5 cannot be right. Enter the after-tax contributions, those of earlier years too, or the plan’s own figures with each conversion.",
            ),
            Self::BasisMissing { missing, plan } => Words::new(
                Attention,
                citations::SEPARATE_CONTRACT,
                format!("{missing} of contributions to {} are not in the ledger", plan_name(plan)),
                "By the plan’s own figures more after-tax money moved than was ever entered. The expected form follows the plan. Enter the contributions that are missing, so that the ledger proves it.",
            ),
            Self::WholeWithoutBalance { paid_on } => Words::new(
                Problem,
                citations::SEPARATE_CONTRACT,
                "The whole account’s balance is not entered",
                format!("The plan does not account for after-tax money apart, so the payment of {} takes earnings from the whole account. Enter the account’s balance just before it: without it boxes 2a and 5 cannot be known.", paid_on.long()),
            ),
            Self::PartWithoutBalance { converted_on, plan } => Words::new(
                Attention,
                citations::SEPARATE_CONTRACT,
                "The balance before a partial conversion is not entered",
                format!("The conversion of {} took a part of the account, and earnings in it are not known without a balance of {} just before it. They count as nothing here.", converted_on.long(), plan_name(plan)),
            ),
            Self::FormsDue { forms, sent } => Words::new(
                Attention,
                citations::FORM_1099R_WRONG,
                format!("{} should be there by now", forms_1099r(*forms)),
                format!("Payers had until {}. Look on the plan’s site under tax forms, and type in what it shows. Ask the administrator for what is not there.", sent.long()),
            ),
            Self::FormsToCome { forms, sent } => Words::new(
                Note,
                citations::FORM_1099R_SENT,
                format!("{} to come by {}", forms_1099r(*forms), sent.long()),
                "Type in each form when it comes, box by box, and it is compared with your ledger.",
            ),
            Self::YearOpen { year } => Words::new(
                Note,
                citations::FORM_1099R_BOX_1,
                format!("{year} is not over"),
                "These are the figures so far. Each further conversion of the year adds to them. A conversion counts in the year in which the plan makes it, even for money paid in earlier.",
            ),
            Self::RollOverOpen { paid_on, last_day, kept } => Words::new(
                Problem,
                citations::FORMS_60_DAYS,
                format!("Put {kept} into a Roth IRA by {}", last_day.long()),
                format!("The plan paid it to you on {}. To make up the whole, add from your own pocket what was withheld. Then enter the day and the amount with the conversion.", paid_on.long()),
            ),
            Self::RollOverMissed { paid_on, last_day, earnings } => Words::new(
                Attention,
                citations::FORMS_60_DAYS,
                format!("The payment of {} was not rolled over in time", paid_on.long()),
                format!("The {DAYS_TO_ROLL_OVER} days ended on {}. {} If the delay had one of the causes that the IRS accepts, such as an error of the bank, you can certify that to the IRA’s trustee and still roll it over.", last_day.long(), cost_of_keeping(*earnings)),
            ),
            Self::RolledOverInPart { paid_on, kept, earnings } => Words::new(
                Note,
                citations::FORMS_60_DAYS,
                format!("{kept} of the payment of {} was not rolled over", paid_on.long()),
                format!("What is rolled over counts as earnings first. {}", cost_of_keeping(*earnings)),
            ),
            Self::BirthDateOpen => Words::new(
                Attention,
                citations::FORMS_EARLY,
                "Enter your birth date",
                format!("The code on a payment to you is 1 before age 59½ and 7 from then on, and the {EARLY} tax depends on it."),
            ),
            Self::ConvertedExcess { out_by } => Words::new(
                Problem,
                citations::FORMS_NO_ROLLOVER,
                "Money that had to come back was converted",
                format!("It could not be rolled over. In the plan’s Roth account the plan takes it from there. In a Roth IRA it is an excess contribution: have it taken out with its earnings by {}.", out_by.map(Date::long).unwrap_or_default()),
            ),
            Self::ReturnToCome { kind, excess, by, late } => Words::new(
                if *late { Problem } else { Attention },
                source_of_return(*kind),
                match excess {
                    Some(excess) => format!("{excess} is still to come back"),
                    None => "is still to come back".into(),
                },
                match by {
                    Some(by) if *late => format!("The day for it was {}. Ask the plan’s administrator what became of it. If it was paid, enter the day.", by.long()),
                    Some(by) => format!("It should be out by {}. Enter the day when it arrives.", by.long()),
                    None => "The law sets no day. Ask the plan’s administrator when it pays, and enter the day when it arrives.".into(),
                },
            ),
            Self::ReturnLate { paid_on, by, year } => Words::new(
                Problem,
                citations::FORMS_EXCESS_DEFERRALS,
                format!("The excess deferrals came back after {EXCESS_DEFERRALS_OUT}"),
                format!("They were paid on {}, after {}. Pre-tax money is then taxed twice: for {year} and again for the year in which it came out. Ask the plan which it reported.", paid_on.long(), by.long()),
            ),
            Self::Loss { lost, plan } => Words::new(
                Note,
                citations::FORM_1099R_LOSSES,
                format!("{lost} of contributions to {} were lost", plan_name(plan)),
                "The account was emptied for less than went in. Nothing of it is taxable, and the loss cannot be deducted.",
            ),
            Self::ReturnDiffers { by_ledger, by_forms } => Words::new(
                Attention,
                citations::FORM_1040_PENSIONS,
                "Ledger and forms give different taxable amounts",
                format!("By your ledger {by_ledger} is taxable, by the forms {by_forms}. Clear up the differences before you file. If a form stays wrong, the return must still be right: attach an explanation and keep the plan’s statements."),
            ),
        }
    }
}

/// A plan as a sentence names it. The plan of the year's job has no name of its own.
pub(super) fn plan_name(plan: &PlanName) -> &str {
    plan.or("your plan")
}

fn forms_1099r(count: usize) -> String {
    capitalized(&counted_from_one(count, "Form 1099-R", "Forms 1099-R"))
}

/// What it costs that a payment, with these earnings in it, was kept.
fn cost_of_keeping(earnings: Money) -> String {
    if earnings.is_positive() {
        format!("{earnings} of earnings stay with you: taxed in any case, and with {EARLY} more before age 59½.")
    } else {
        "What you kept is after-tax money, on which no tax is due.".into()
    }
}

/// What a wrong amount costs the person, in a sentence.
fn tax_at_rate(tax: Option<TaxAtRate>) -> String {
    match tax {
        Some(TaxAtRate { rate, tax }) => format!("At your rate of {rate} that is {tax} of tax."),
        None => "Enter your tax rate in the Conversions worksheet to see what that costs.".into(),
    }
}

/// The rule by which a plan returns money.
const fn source_of_return(kind: ReturnKind) -> Citation {
    match kind {
        ReturnKind::AnnualAdditions => citations::CORRECTION,
        ReturnKind::Deferrals => citations::FORMS_EXCESS_DEFERRALS,
        ReturnKind::AcpTest => citations::ACP_REFUND,
    }
}
