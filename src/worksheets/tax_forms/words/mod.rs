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
use super::findings::{Finding, Held, Tenth};
use crate::date::Date;
use crate::english::{capitalized, counted_from_one};
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Words};
use crate::law::deadlines::{DAYS_TO_ROLL_OVER, EXCESS_DEFERRALS_OUT};
use crate::law::rates::shown::EARLY;
use crate::law::{Citation, citations, form_1040};
use crate::money::Money;
use crate::record::{PlanName, ReturnKind};
use crate::worksheets::ledger::words::LOST_BASIS;

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::NoConversion { year } => Words::new(
                Attention,
                citations::FORM_1099R_BOX_1,
                format!("The ledger has no conversion in {year}"),
                "Enter your conversions on the Conversions page. Without them there is nothing to compare the forms with.",
            ),
            Self::NoContributions { plan } => Words::new(
                Problem,
                citations::SEPARATE_CONTRACT,
                format!("You entered no contributions to {}", plan_name(plan)),
                "Everything that moved therefore counts as earnings here, and boxes 2a and 5 cannot be right. Enter the after-tax contributions, including those from earlier years, or the plan’s own figures with each conversion.",
            ),
            Self::BasisMissing { missing, plan, none_entered: true } => Words::new(
                Note,
                citations::SEPARATE_CONTRACT,
                format!("Only the plan’s figures show {missing} of contributions to {}", plan_name(plan)),
                "They give the basis, and the expected form follows them. To show where they came from, enter the contributions, or one line under “Money from before this ledger” on the Conversions page.",
            ),
            Self::BasisMissing { missing, plan, none_entered: false } => Words::new(
                Attention,
                citations::SEPARATE_CONTRACT,
                format!("{missing} of contributions to {} is missing from the ledger", plan_name(plan)),
                "According to the plan, more after-tax money moved than you ever entered. The expected form follows the plan. Enter the missing contributions so that the ledger proves it.",
            ),
            Self::WholeWithoutBalance { paid_on } => Words::new(
                Problem,
                citations::SEPARATE_CONTRACT,
                "The whole account’s balance is missing",
                format!("The plan does not track after-tax money separately, so the payment of {} includes pre-tax money and earnings from the whole account. Enter the account’s balance just before it: without it, boxes 2a and 5 cannot be worked out.", paid_on.long()),
            ),
            Self::PartWithoutBalance { converted_on, plan } => Words::new(
                Attention,
                citations::SEPARATE_CONTRACT,
                "The balance before a partial conversion is missing",
                format!("The conversion of {} moved part of the account, and its earnings are not known without the balance of {} just before it. They count as zero here.", converted_on.long(), plan_name(plan)),
            ),
            Self::FormsDue { forms, sent } => Words::new(
                Attention,
                citations::FORM_1099R_WRONG,
                format!("{} should be there by now", forms_1099r(*forms)),
                format!("Payers had until {}. Look on the plan’s website under tax forms, and type in what you find. Ask the administrator for anything that is missing.", sent.long()),
            ),
            Self::FormsToCome { forms, sent } => Words::new(
                Note,
                citations::FORM_1099R_SENT,
                format!("{} to come by {}", forms_1099r(*forms), sent.long()),
                "When a form comes, type it in box by box, and this page compares it with your ledger.",
            ),
            Self::YearOpen { year } => Words::new(
                Note,
                citations::FORM_1099R_BOX_1,
                format!("{year} is not over"),
                "These are the figures so far. Each further conversion this year adds to them. A conversion counts in the year in which the plan makes it, even if the money was contributed earlier.",
            ),
            Self::RollOverOpen { paid_on, last_day, kept } => Words::new(
                Problem,
                citations::FORMS_60_DAYS,
                format!("Put {kept} into a Roth IRA by {}", last_day.long()),
                format!("The plan paid it to you on {}. To roll over the whole payment, replace what was withheld with your own money. The part that was never taxed may go to a traditional IRA instead, which leaves nothing taxable now. Then enter the day and the amount with the conversion.", paid_on.long()),
            ),
            Self::RollOverMissed { paid_on, last_day, earnings, tenth, late } => Words::new(
                Attention,
                citations::FORMS_60_DAYS,
                format!("The payment of {} was not rolled over in time", paid_on.long()),
                format!("The {DAYS_TO_ROLL_OVER} days ended on {}. {} If the delay had a reason that the IRS accepts, such as a bank’s error, you can certify that to the IRA’s trustee and still roll the money over. Without such a reason, anything that goes into a Roth IRA after that day is an excess contribution. It can come out with its earnings by the due date of your return with extensions, or within six months of the April due date if you filed on time.", last_day.long(), cost_of_keeping(*earnings, *tenth, *late)),
            ),
            Self::RolledOverInPart { paid_on, kept, earnings, tenth } => Words::new(
                Note,
                citations::FORMS_60_DAYS,
                format!("{kept} of the payment of {} was not rolled over", paid_on.long()),
                format!("What you roll over counts as the taxable part first. {} Within the {DAYS_TO_ROLL_OVER} days the taxable part can also go to a traditional IRA, which leaves nothing taxable now.", cost_of_keeping(*earnings, *tenth, Money::ZERO)),
            ),
            Self::BirthDateOpen => Words::new(
                Attention,
                citations::FORMS_EARLY,
                "Enter your birth date",
                format!("The code on a payment to you is 1 before age 59½ and 7 after that, and the {EARLY} tax depends on your age too."),
            ),
            Self::ConvertedExcess { held: Held::TakenOut, .. } => Words::new(
                Note,
                citations::FORMS_NO_ROLLOVER,
                "Money that had to come back was converted",
                "All your conversions stayed in the plan, so the plan took it out of its Roth account. There is nothing to fix. If any of it is in a Roth IRA, it is an excess contribution there: enter that conversion.",
            ),
            Self::ConvertedExcess { held: Held::InPlan, .. } => Words::new(
                Attention,
                citations::FORMS_NO_ROLLOVER,
                "Money that has to come back was converted",
                "It could not be rolled over. All your conversions stayed in the plan, which takes it out of its Roth account. When it arrives, enter the day.",
            ),
            Self::ConvertedExcess { out_by, .. } => Words::new(
                Problem,
                citations::FORMS_NO_ROLLOVER,
                "Money that had to come back was converted",
                format!("It could not be rolled over. If it went into the plan’s Roth account, the plan takes it out from there. If it went into a Roth IRA, it is an excess contribution there: have it taken out with its earnings by {}, if you filed your return on time or have an extension.", out_by.map(Date::long).unwrap_or_default()),
            ),
            Self::ReturnToCome { kind, excess, by, late } => Words::new(
                if *late { Problem } else { Attention },
                source_of_return(*kind),
                match excess {
                    Some(excess) => format!("{excess} is still to come back"),
                    None => "The excess is still to come back".into(),
                },
                match by {
                    Some(by) if *late => format!("It was due by {}. Ask the plan’s administrator what happened to it. If it was paid, enter the day.", by.long()),
                    Some(by) => format!("It should come out by {}. When it arrives, enter the day.", by.long()),
                    None => "The law sets no deadline. Ask the plan’s administrator when it will pay. When it arrives, enter the day.".into(),
                },
            ),
            Self::ReturnLate { paid_on, by, year } => Words::new(
                Problem,
                citations::FORMS_EXCESS_DEFERRALS,
                format!("The excess deferrals came back after {EXCESS_DEFERRALS_OUT}"),
                format!("They were paid on {}, after {}. That means they are taxed twice, Roth deferrals too: for {year} and again, with their earnings, for the year they came out. Such money cannot be rolled over. Ask the plan which year it reported.", paid_on.long(), by.long()),
            ),
            Self::Loss { lost, plan } => Words::new(
                Note,
                citations::FORM_1099R_LOSSES,
                format!("{lost} of contributions to {} was lost", plan_name(plan)),
                format!("The account was emptied for less than you had contributed, so none of that payment is taxable. {LOST_BASIS}"),
            ),
            Self::ReturnDiffers { by_ledger, by_forms } => Words::new(
                Attention,
                citations::FORM_1040_PENSIONS,
                "Your ledger and the forms give different taxable amounts",
                format!("Your ledger makes {by_ledger} taxable, the forms {by_forms}. Clear up the differences before you file. If a form stays wrong, your return must still be right: attach an explanation and keep the plan’s statements."),
            ),
            Self::CarvedOut { left, refund, taxable, wages, year } => {
                let lines = form_1040::lines(*year);
                Words::new(
                    Note,
                    citations::FORMS_NO_ROLLOVER,
                    format!("{refund} of what left the plan was a refund"),
                    format!("{left} left the plan in all. The plan later declared {refund} of that to be a refund, which has a form of its own, so the form for the conversion covers the rest. {} is income: {taxable} on line {} and {wages} on line {}.", *taxable + *wages, lines.taxable, lines.wages),
                )
            }
            Self::DirectByForm { paid_on, last_day } => Words::new(
                Note,
                citations::CUSTODIAN_CHECK,
                format!("According to its form, the payment of {} was a direct rollover", paid_on.long()),
                format!("Code G with nothing withheld says so, and then the {DAYS_TO_ROLL_OVER} days do not matter. That is right for a check made out to the new account’s trustee for your benefit, even if you passed it on: choose “Straight to a Roth IRA” for it in the ledger. If it was made out to you, the code is wrong, and the last day was {}.", last_day.long()),
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
fn cost_of_keeping(earnings: Money, tenth: Tenth, late: Money) -> String {
    let what = if late.is_positive() {
        format!("The {late} that went into the IRA after that day")
    } else {
        "What you kept".to_owned()
    };
    if !earnings.is_positive() {
        return format!("{what} is after-tax money, on which no tax is due.");
    }
    let more = match tenth {
        Tenth::None => String::new(),
        Tenth::Excepted => format!(". By the code on its form no {EARLY} tax is due"),
        Tenth::Due(tax) => format!(", plus {EARLY} more, {tax}, unless an exception applies"),
        Tenth::AgeOpen => format!(", plus {EARLY} more before age 59½"),
    };
    format!("{what} includes {earnings} that is taxable{more}.")
}

/// What a wrong amount costs the person, in a sentence.
fn tax_at_rate(tax: Option<TaxAtRate>) -> String {
    match tax {
        Some(TaxAtRate { rate, tax }) => format!("At your rate of {rate} that is {tax} of tax."),
        None => "Enter your tax rate on the Conversions page to see what that costs.".into(),
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
