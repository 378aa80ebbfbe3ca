//! What the findings say.

use std::cmp::Ordering;

use super::days_listed;
use crate::english::counted;
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Words};
use crate::law::citations;
use crate::law::deadlines::DAYS_TO_ROLL_OVER;
use crate::law::rates::shown::{EARLY, EXCESS_IN_IRA, WITHHOLDING};
use crate::worksheets::conversions::findings::{BasisShare, Finding, Kept, LossOf, Missed, STATEMENT_DAYS, Unvalued};
use crate::worksheets::conversions::reconciliation::Check;

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::NothingContributed { days } => Words::new(
                Problem,
                citations::YOUR_LEDGER,
                "A conversion has no contributions before it",
                format!(
                    "On {} money was converted, but the ledger has no after-tax contribution to that plan before, so all of it counts as taxable. Enter the contributions, those of earlier years in their own year, or correct the date or the plan’s name.",
                    days_listed(days)
                ),
            ),
            Self::PlanFiguresDoNotAddUp { days } => Words::new(
                Problem,
                citations::PLAN_STATEMENT,
                "The plan’s basis and earnings do not add up",
                format!(
                    "For the conversion of {}, basis and earnings together are not the gross amount. The basis is used as it stands, and the rest counts as earnings. Compare the three figures with the confirmation.",
                    days_listed(days)
                ),
            ),
            Self::RowsMissing { days, missing } => Words::new(
                Problem,
                citations::PLAN_STATEMENT,
                format!("Contributions of {missing} are missing in the ledger"),
                format!(
                    "By the plan’s own figures the conversion of {} holds {missing} more basis than all contributions before it. The plan’s figure is used. Look for contributions that were not entered, perhaps of an earlier year.",
                    days_listed(days)
                ),
            ),
            Self::NotProRata { days, by_the_plan, pro_rata } => Words::new(
                Attention,
                citations::PRO_RATA_PAYMENT,
                "The plan’s basis is not what the statement gives",
                format!(
                    "For the conversion of {} the plan reports {by_the_plan} of basis; pro rata on the balance of that day gives {pro_rata}. The plan’s figure is used, because Form 1099-R will show it. Ask the plan how it came about if the difference matters to you.",
                    days_listed(days)
                ),
            ),
            Self::GrowthUnknown { of: Unvalued::Conversions(days) } => Words::new(
                Attention,
                citations::PRO_RATA_PAYMENT,
                "The growth in a conversion is not known",
                format!(
                    "On {} a part was converted, and no statement’s balance stands before it. So the ledger takes it that nothing was earned. Enter the balance of the after-tax money just before, or the plan’s own basis and earnings.",
                    days_listed(days)
                ),
            ),
            Self::GrowthUnknown { of: Unvalued::Waiting } => Words::new(
                Note,
                citations::YOUR_LEDGER,
                "What has been earned is not known",
                "No statement’s balance was entered for the money that waits. Enter the latest one, and this page shows what a conversion would make taxable.",
            ),
            Self::OldStatement { days } => Words::new(
                Note,
                citations::PRO_RATA_PAYMENT,
                "A conversion goes by an old balance",
                format!(
                    "For the conversion of {} the latest balance is more than {STATEMENT_DAYS} days old. What was earned since then is not in it. The plan’s confirmation gives the exact basis and earnings.",
                    days_listed(days)
                ),
            ),
            Self::WholeAccount { share: None } => Words::new(
                Problem,
                citations::ONE_POOL,
                "Enter the balance of the whole account",
                "This plan keeps after-tax money in one pool with all other money, so each payment is mostly pre-tax money. How much, only the whole account’s balance tells: enter all that the plan holds for you except its Roth account, as of the day of each conversion, just before it.",
            ),
            Self::WholeAccount { share: Some(BasisShare { basis, value, of_a_dollar }) } => Words::new(
                Attention,
                citations::ONE_POOL,
                format!("Only {of_a_dollar} of each dollar is basis"),
                format!(
                    "This plan keeps after-tax money in one pool with all other money: {basis} of basis in {value}. What leaves is basis in that proportion, and the rest is taxable. Ask whether the plan can account for it apart; the law allows it."
                ),
            ),
            Self::AccountingOpen => Words::new(
                Attention,
                citations::SEPARATE_CONTRACT,
                "Ask whether the plan accounts for after-tax money apart",
                "Here it is taken that after-tax contributions and their earnings have an account of their own, as is usual. If they have not, each conversion takes pre-tax money along, and most of it is taxable. Ask before you convert.",
            ),
            Self::WaitsTooLong { amount, growth, since, waited } => {
                let so_far = if growth.is_positive() {
                    format!(" So far {growth} of growth on it would be taxable.")
                } else {
                    String::new()
                };
                Words::new(
                    Attention,
                    citations::CONVERSION_INCOME,
                    format!("{amount} waits too long"),
                    format!(
                        "The oldest of it has waited since {}, {waited} days.{so_far} All that it earns until it moves is taxed as income, instead of never. To let it sit is the guide’s third common mistake.",
                        since.long()
                    ),
                )
            }
            Self::AutomaticMissing { amount, waited } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "The automatic conversion has not happened",
                format!(
                    "Your plan converts each contribution by itself, but by the ledger {amount} has waited for {waited} days. Either conversions are missing in the ledger, or the automatic conversion is not switched on for the after-tax source. Look at the plan’s web site, and call if it is off."
                ),
            ),
            Self::TransfersUsed { made, limit, year } => transfers_used(*made, *limit, *year),
            Self::UnderLeast { days, least } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                format!("A conversion is under the plan’s least amount of {least}"),
                format!(
                    "That of {} is smaller than the plan takes, by your answers. Check the amount, and the plan’s rule.",
                    days_listed(days)
                ),
            ),
            Self::Loss { of: LossOf::Converted { on, loss } } => Words::new(
                Note,
                citations::LOSS_OF_BASIS,
                "A loss is no deduction, and the basis stays",
                format!(
                    "The conversion of {} was all basis and took no tax, for the money was worth less than you had paid in. The {loss} that was lost cannot be deducted. It stays in the plan as basis, and later earnings are free of tax up to it. Plans do not always keep count of it: keep this ledger.",
                    on.long()
                ),
            ),
            Self::Loss { of: LossOf::Waiting(loss) } => Words::new(
                Note,
                citations::LOSS_OF_BASIS,
                "What waits is worth less than you paid in",
                format!(
                    "It is down by {loss}. Converted now, nothing of it is taxable, and the recovery happens in Roth. The loss is no deduction."
                ),
            ),
            Self::Rest { converted, on, rest } => Words::new(
                Note,
                citations::YOUR_LEDGER,
                format!("A rest of {rest} stayed behind"),
                format!(
                    "By the ledger that much was left after the conversion of {}. If it was everything, enter a balance of {converted} for that day, and the ledger closes to the cent. If the rest is really there, often a dividend that came later, ask the plan to move it too.",
                    on.long()
                ),
            ),
            Self::SixtyDaysOpen { left, paid_on, deadline } => Words::new(
                Problem,
                citations::SIXTY_DAYS,
                format!("Put {left} into a Roth IRA by {}", deadline.long()),
                format!(
                    "It was paid to you on {}. You have {DAYS_TO_ROLL_OVER} days from the day on which you received it; counted from the plan’s date that is {}. What is not in a Roth IRA by then stays outside for good. Tell its provider that it is a rollover from a plan.",
                    paid_on.long(),
                    deadline.long()
                ),
            ),
            Self::SixtyDaysMissed { paid_on, deadline, missed: Missed::RolledOverLate(late) } => Words::new(
                Problem,
                citations::LATE_ROLLOVER,
                format!("{late} went into the Roth IRA after the {DAYS_TO_ROLL_OVER} days"),
                format!(
                    "The {DAYS_TO_ROLL_OVER} days from {} ended on {}. If the delay had one of the reasons that the IRS lists, such as an error of the bank, an illness or a check never cashed, certify that to the IRA’s provider in writing. Otherwise the money is no rollover but an excess contribution that bears {EXCESS_IN_IRA} for each year it stays: ask the provider to take it out, with its earnings, before your return is due.",
                    paid_on.long(),
                    deadline.long()
                ),
            ),
            Self::SixtyDaysMissed { paid_on, deadline, missed: Missed::Kept(kept) } => Words::new(
                Attention,
                if kept.earnings.is_positive() { citations::KEPT_EARNINGS } else { citations::SIXTY_DAYS },
                format!("{} was not rolled over within the {DAYS_TO_ROLL_OVER} days", kept.amount),
                format!(
                    "The {DAYS_TO_ROLL_OVER} days from {} ended on {}. {} If it did go into a Roth IRA, enter how much and when. If the delay had one of the reasons that the IRS lists in Rev. Proc. 2020-46, you may still roll it over and certify the reason to the IRA’s provider.",
                    paid_on.long(),
                    deadline.long(),
                    tax_on(kept)
                ),
            ),
            Self::Withheld { withheld, paid_on } => Words::new(
                Attention,
                citations::WITHHOLDING_20,
                format!("About {withheld} was withheld for tax"),
                format!(
                    "A plan withholds {WITHHOLDING} of the taxable part of what it pays to you; of the payment of {} that is {withheld}. To roll over all of it, add that much from other money. It counts as tax paid when you file. A direct rollover withholds nothing: ask for one next time.",
                    paid_on.long()
                ),
            ),
            Self::KeptPart { kept, rolled_over, paid_on } => Words::new(
                if kept.earnings.is_positive() { Attention } else { Note },
                citations::ROLLED_OVER_FIRST,
                format!("{} of a payment was kept", kept.amount),
                format!(
                    "Of the payment of {}, {rolled_over} went into a Roth IRA, which counts as the earnings first. {}",
                    paid_on.long(),
                    tax_on(kept)
                ),
            ),
            Self::IraRule { was_split } => {
                let and_yet = if *was_split {
                    " The earnings that went to a traditional IRA are another matter: there they count as pre-tax money if you ever convert an IRA."
                } else {
                    ""
                };
                Words::new(
                    Note,
                    citations::IRAS_ADDED_TOGETHER,
                    "Your IRAs do not matter here",
                    format!(
                        "The rule that adds all your IRAs together before a conversion is for IRAs only. Money out of a plan follows the plan’s own basis and value, whatever your IRAs hold. To confuse the two is the guide’s fourth common mistake.{and_yet}"
                    ),
                )
            }
            Self::Future { entries, as_of } => Words::new(
                Attention,
                citations::YOUR_LEDGER,
                format!("{} dated after today", counted(*entries, "entry is", "entries are")),
                format!(
                    "What is dated after {} stands in the table and does not count yet. If a date is a slip, correct it.",
                    as_of.long()
                ),
            ),
            Self::Elsewhere { days } => Words::new(
                Attention,
                citations::YOUR_LEDGER,
                "A conversion went elsewhere than you chose",
                format!(
                    "That of {} did not go to the landing spot that you had chosen by then. If it was meant so, change the choice on the Landing spot page, with the reason; if not, tell the plan before the next one. A conversion cannot be undone.",
                    days_listed(days)
                ),
            ),
            Self::RuledOut { days } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "By your answers the plan does not allow this way",
                format!(
                    "The conversion of {} took a way that the Plan page has as closed. One of the two is wrong: check how the money really moved, because Form 1099-R depends on it. After you have left the employer, a payment out of the plan is always possible.",
                    days_listed(days)
                ),
            ),
            Self::StubDiffers { check } => {
                let (title, text) = differs(check, "pay stub");
                Words::new(Attention, citations::PAY_STUB, title, text)
            }
            Self::PlanDiffers { check } => {
                let (title, text) = differs(check, "plan");
                Words::new(Attention, citations::PLAN_STATEMENT, title, text)
            }
            Self::EarlierMoney { days, year } => Words::new(
                Note,
                citations::YEAR_OF_CONVERSION,
                format!("Money of an earlier year counts in {year}"),
                format!(
                    "The conversion of {} holds contributions of an earlier year. That does not matter: a conversion is reported and its earnings are taxed in the calendar year in which it is made, here {year}.",
                    days_listed(days)
                ),
            ),
            Self::Suspended { withdrawn_on } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "Contributions are suspended after a withdrawal",
                format!(
                    "By your answers the plan takes none for a while after a withdrawal, the last one being of {}. Ask until when, and whether the match is lost meanwhile. A conversion inside the plan is usually no withdrawal.",
                    withdrawn_on.long()
                ),
            ),
            Self::Twice { days, balances_too } => {
                let larger = if *balances_too { " Of two balances on one day the larger counts." } else { "" };
                Words::new(
                    Attention,
                    citations::YOUR_LEDGER,
                    "An entry may be in the ledger twice",
                    format!(
                        "Look at {}: the same stands there twice. Take one out if it happened once.{larger}",
                        days_listed(days)
                    ),
                )
            }
            Self::NoConfirmation { days } => Words::new(
                Note,
                citations::PLAN_STATEMENT,
                "A conversion has no confirmation",
                format!(
                    "For {}, enter the confirmation’s number or where you keep it. It is the proof of the day and of the Roth account that received the money, should the form be wrong.",
                    days_listed(days)
                ),
            ),
        }
    }
}

fn transfers_used(made: usize, limit: usize, year: i16) -> Words {
    let (severity, title, text) = match made.cmp(&limit) {
        Ordering::Greater => (
            Problem,
            format!("{made} conversions, where the plan allows {limit} a year"),
            "Either the plan’s answer is wrong, or a row is no conversion of its own. Plans often count one request as one, whatever parts it is paid in.".to_owned(),
        ),
        Ordering::Equal => (
            Attention,
            format!("All {limit} conversions of {year} are used"),
            format!(
                "What comes in from now on waits until {}. Ask whether the plan counts by the calendar year.",
                year.saturating_add(1)
            ),
        ),
        Ordering::Less => (
            Attention,
            format!("One conversion of {year} is left"),
            format!(
                "The plan allows {limit} a year, and {made} are made. Keep the last one for after the year’s last contribution."
            ),
        ),
    };
    Words::new(severity, citations::PLAN_DOCUMENT, title, text)
}

/// What tax there is on money that was kept.
fn tax_on(kept: &Kept) -> String {
    let Kept { earnings, basis, additional_tax, .. } = kept;
    if !earnings.is_positive() {
        return "Nothing of it is earnings, so it costs no tax; it is only lost to Roth.".to_owned();
    }
    let early = match kept.under_59_and_a_half {
        Some(true) => {
            format!("and bears {EARLY} more, {additional_tax}, because you were under 59½, unless an exception applies")
        }
        Some(false) => "and bears no additional tax, because you were 59½ or older".to_owned(),
        None => format!("and bears {EARLY} more, {additional_tax}, if you were under 59½"),
    };
    format!(
        "{earnings} of it is earnings, which is taxable as it was anyway, {early}. The other {basis} is your own taxed money, only lost to Roth."
    )
}

/// Title and text where the ledger has another total than somebody else.
fn differs(check: &Check, whose: &str) -> (String, String) {
    let Check { on, theirs, ours, difference, look, .. } = check;
    let more = if difference.is_negative() { "less" } else { "more" };
    (
        format!("The ledger has {} {more} than your {whose}", difference.abs()),
        format!("Up to {} the ledger has {ours} of after-tax contributions, your {whose} {theirs}. {look}", on.long()),
    )
}
