//! All that the worksheet says, apart from what it decides: the findings here, each other
//! part in a file of its own.

pub(super) mod boxes;
pub(super) mod closing;
pub(super) mod differences;
pub(super) mod dossier;
pub(super) mod excess;
pub(super) mod other_forms;
pub(super) mod other_money;
pub(super) mod questions;
pub(super) mod return_lines;
pub(super) mod sheets;
pub(super) mod software;
pub(super) mod whole_forms;

use super::case::TaxAtRate;
use super::findings::Finding;
use crate::date::Date;
use crate::english::{capitalized, counted_from_one};
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Words};
use crate::law::deadlines::{DAYS_TO_ROLL_OVER, EXCESS_DEFERRALS_OUT};
use crate::law::rates::shown::EARLY;
use crate::law::{Citation, citations, form_1040};
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
                "So everything that moved counts as earnings here, and boxes 2a and 5 cannot be right. Enter the after-tax contributions, including those of earlier years, or the plan’s own figures with each conversion.",
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
                format!("The plan does not track after-tax money separately, so the payment of {} takes earnings from the whole account. Enter the account’s balance just before it: without it boxes 2a and 5 cannot be known.", paid_on.long()),
            ),
            Self::PartWithoutBalance { converted_on, plan } => Words::new(
                Attention,
                citations::SEPARATE_CONTRACT,
                "The balance before a partial conversion is not entered",
                format!("The conversion of {} moved a part of the account, and its earnings are not known without the balance of {} just before it. They count as zero here.", converted_on.long(), plan_name(plan)),
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
                format!("The plan paid it to you on {}. To make up the whole, add what was withheld out of your own pocket. The earnings may go to a traditional IRA instead, which leaves nothing taxable. Then enter the day and the amount with the conversion.", paid_on.long()),
            ),
            Self::RollOverMissed { paid_on, last_day, earnings } => Words::new(
                Attention,
                citations::FORMS_60_DAYS,
                format!("The payment of {} was not rolled over in time", paid_on.long()),
                format!("The {DAYS_TO_ROLL_OVER} days ended on {}. {} If the delay had one of the causes that the IRS accepts, such as an error by the bank, you can certify that to the IRA’s trustee and still roll it over. Anything put into a Roth IRA after that day without such a cause is an excess contribution. It can come out with its earnings by the day the return is due, extensions included, or within six months of the due date in April if you filed on time.", last_day.long(), cost_of_keeping(*earnings)),
            ),
            Self::RolledOverInPart { paid_on, kept, earnings } => Words::new(
                Note,
                citations::FORMS_60_DAYS,
                format!("{kept} of the payment of {} was not rolled over", paid_on.long()),
                format!("What you roll over counts as earnings first. {} Within the {DAYS_TO_ROLL_OVER} days the earnings can also go to a traditional IRA, which leaves nothing taxable.", cost_of_keeping(*earnings)),
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
                format!("It could not be rolled over. If it went into the plan’s Roth account, the plan takes it from there. If it went into a Roth IRA, it is an excess contribution: have it taken out with its earnings by {}, if you filed your return on time or have an extension.", out_by.map(Date::long).unwrap_or_default()),
            ),
            Self::ReturnToCome { kind, excess, by, late } => Words::new(
                if *late { Problem } else { Attention },
                source_of_return(*kind),
                match excess {
                    Some(excess) => format!("{excess} is still to come back"),
                    None => "The excess is still to come back".into(),
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
                format!("They were paid on {}, after {}. They are then taxed twice, Roth deferrals too: for {year} and again, with their earnings, for the year in which they came out. Such money cannot be rolled over. Ask the plan which year it reported.", paid_on.long(), by.long()),
            ),
            Self::Loss { lost, plan } => Words::new(
                Note,
                citations::FORM_1099R_LOSSES,
                format!("{lost} of contributions to {} were lost", plan_name(plan)),
                "The account was emptied for less than went in. Nothing of it is taxable, and the loss cannot be deducted. Whether these contributions lower the tax on later earnings in the plan is contested: unless the plan itself counts them, take them as lost.",
            ),
            Self::ReturnDiffers { by_ledger, by_forms } => Words::new(
                Attention,
                citations::FORM_1040_PENSIONS,
                "Ledger and forms give different taxable amounts",
                format!("By your ledger {by_ledger} is taxable, by the forms {by_forms}. Clear up the differences before you file. If a form stays wrong, the return must still be right: attach an explanation and keep the plan’s statements."),
            ),
            Self::CarvedOut { left, refund, taxable, wages, year } => {
                let lines = form_1040::lines(*year);
                Words::new(
                    Note,
                    citations::FORMS_NO_ROLLOVER,
                    format!("{refund} of what left the plan was a refund"),
                    format!("{left} left the plan in all. The plan later declared {refund} of it a refund, which has a form of its own, so the form of the conversion is for the rest. {} is income: {taxable} on line {} and {wages} on line {}.", *taxable + *wages, lines.taxable, lines.wages),
                )
            }
            Self::DirectByForm { paid_on, last_day } => Words::new(
                Note,
                citations::CUSTODIAN_CHECK,
                format!("By its form the payment of {} was a direct rollover", paid_on.long()),
                format!("Code G with nothing withheld says so, and no {DAYS_TO_ROLL_OVER} days count. That is right for a check made out to the new account’s trustee for your benefit, even if you passed it on: choose “straight to a Roth IRA” for it in the ledger. If it was made out to you, the code is wrong, and the last day was {}.", last_day.long()),
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
        format!("{earnings} of earnings stay with you. They are taxed in any case, with {EARLY} more before age 59½.")
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
