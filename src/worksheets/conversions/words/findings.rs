//! What the findings say.

use std::cmp::Ordering;

use super::days_listed;
use crate::date::Date;
use crate::english::counted;
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Words};
use crate::law::citations;
use crate::law::deadlines::DAYS_TO_ROLL_OVER;
use crate::law::rates::shown::{EARLY, EXCESS_IN_IRA, WITHHOLDING};
use crate::worksheets::conversions::findings::{
    BasisShare, Finding, Kept, LossOf, Missed, Receipt, STATEMENT_DAYS, Unvalued,
};
use crate::worksheets::conversions::reconciliation::Check;

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::NothingContributed { days } => Words::new(
                Problem,
                citations::YOUR_LEDGER,
                "Contributions are missing before a conversion",
                format!(
                    "On {} money was converted, but no after-tax contribution to that plan is in the ledger before it, so what of it is taxable is not known yet. Enter the contributions, or one line for all earlier money under “Money from before this ledger”; or correct the date or the plan’s name.",
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
            Self::RowsMissing { days, missing, none_entered: true } => Words::new(
                Note,
                citations::PLAN_STATEMENT,
                format!("{missing} of contributions is known by the plan’s figures only"),
                format!(
                    "The plan’s figures for the conversion of {} give the basis, and they are used. The ledger has no contributions before it. To see where they came from, enter them, or one line under “Money from before this ledger”.",
                    days_listed(days)
                ),
            ),
            Self::RowsMissing { days, missing, none_entered: false } => Words::new(
                Attention,
                citations::PLAN_STATEMENT,
                format!("Contributions of {missing} are missing in the ledger"),
                format!(
                    "By the plan’s own figures the conversion of {} holds {missing} more basis than all contributions before it. The plan’s figure is used. Look for contributions that were not entered, perhaps of an earlier year.",
                    days_listed(days)
                ),
            ),
            Self::NotProRata { days, by_the_plan, pro_rata, may_be_old } => Words::new(
                Attention,
                citations::PRO_RATA_PAYMENT,
                "The plan’s basis is not what the statement gives",
                format!(
                    "For the conversion of {} the plan reports {by_the_plan} of basis; pro rata on the balance of that day gives {pro_rata}. The plan’s figure is used, because Form 1099-R will show it.{} Ask the plan how it came about if the difference matters to you.",
                    days_listed(days),
                    if *may_be_old {
                        " One reason can be contributions made before 1987, which some plans pay out first and without earnings."
                    } else {
                        ""
                    }
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
                    "This plan keeps after-tax money in one pool with all other money: {basis} of basis in {value}. What leaves is basis in that proportion, and the rest is taxable if it goes to Roth. A split rollover gets the basis out untaxed: the pre-tax part of a payment goes straight to a traditional IRA or another plan, and only the basis to a Roth IRA. Ask whether the plan offers that, and whether it can track after-tax money separately."
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
                "A loss is no deduction",
                format!(
                    "The conversion of {} was all basis and took no tax, because the money was worth less than you had contributed. The {loss} that was lost cannot be deducted. Whether it may lower the taxable part of later payments is not settled, and most plans start again from zero. So it does not lower anything here unless the plan’s own figures do. Keep this record in case the plan counts it.",
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
                    "It was paid to you on {}. You have {DAYS_TO_ROLL_OVER} days from the day on which you received it; counted from the plan’s date that is {}. What is in no IRA by then stays outside, unless a reason that the IRS accepts kept you from it. The earnings may go to a traditional IRA instead, and then nothing is taxable. Tell the provider that it is a rollover from a plan.",
                    paid_on.long(),
                    deadline.long()
                ),
            ),
            Self::SixtyDaysMissed { paid_on, deadline, missed: Missed::RolledOverLate(late) } => Words::new(
                Problem,
                citations::LATE_ROLLOVER,
                format!("{late} went into the Roth IRA after the {DAYS_TO_ROLL_OVER} days"),
                format!(
                    "The {DAYS_TO_ROLL_OVER} days from {} ended on {}. If the delay had one of the reasons that the IRS lists, such as an error of the bank, a serious illness, or a check that was lost and never cashed, and you rolled the money over as soon as you could (within 30 days is always soon enough), certify that to the IRA’s provider in writing. Then you report it as a rollover, and no {EARLY} is due, though the IRS may still ask for proof. Without such a reason the earnings are an early payment if you were under 59½, and the money is an excess contribution that bears {EXCESS_IN_IRA} for each year it stays: have it taken out with its earnings by the due date of your return with extensions, or within six months of the due date without them if you filed on time. If the check was made out to the IRA’s custodian for your benefit, none of this applies: choose “Straight to a Roth IRA”.",
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
            Self::ReceiptAsked { paid_on, deadline, asked } => receipt_asked(*paid_on, *deadline, asked),
            Self::StraightByForm { days } => Words::new(
                Attention,
                citations::CUSTODIAN_CHECK,
                "Was the check made out to the new account?",
                format!(
                    "You entered the payment of {} as paid to you, and its Form 1099-R has code G with nothing withheld. A check made out to the new account’s custodian for your benefit is a direct rollover on whatever day it arrives, and it is taken for one here: choose “Straight to a Roth IRA”. If the check was made out to you, code G is wrong, and the {DAYS_TO_ROLL_OVER} days count.",
                    days_listed(days)
                ),
            ),
            Self::ForYearBefore { amount, last, year } => Words::new(
                Note,
                citations::AFTER_YEAR_END,
                format!("Was {amount} deposited for {year}?"),
                format!(
                    "A deposit that an owner makes by {} can count for {year}, if it was made for that year: it uses the limit of {year}, and its conversion counts in the year in which it is made. If so, check “Made for last year” in its row.",
                    last.long()
                ),
            ),
            Self::MaybeReturned { returned, paid_on } => Words::new(
                Attention,
                citations::YOUR_LEDGER,
                "Is what waits still in the plan?",
                format!(
                    "The plan paid back {returned} on {}. You said that this had been converted, so it is not taken out of what waits here. If what waits was part of it, it left the plan on that day, and nothing waits: enter that part as an amount of its own that had not been converted.",
                    paid_on.long()
                ),
            ),
            Self::Before1987Asked { amount } => Words::new(
                Attention,
                citations::BEFORE_1987,
                "Ask whether money from before 1987 comes out first",
                format!(
                    "{amount} was contributed before 1987. If the plan could pay such contributions out alone on May 5, 1986, and keeps count of them, they come out first and untaxed. Until you answer that, every payment is taken pro rata here."
                ),
            ),
            Self::CarvedOut { returned, on } => Words::new(
                Note,
                citations::YOUR_LEDGER,
                format!("{returned} of a payment was a refund"),
                format!(
                    "The plan declared {returned} of the payment of {} to be money returned as too much. It is no conversion and is not counted as one. If it is in a Roth IRA, it is an excess contribution there.",
                    on.long()
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
    let Kept { earnings, basis, additional_tax, whole_account, .. } = kept;
    let taxed = if *whole_account { "pre-tax money and earnings" } else { "earnings" };
    if !earnings.is_positive() {
        return "None of it is taxable. It only missed its way to Roth.".to_owned();
    }
    let early = match kept.under_59_and_a_half {
        Some(true) => {
            format!("and bears {EARLY} more, {additional_tax}, because you were under 59½, unless an exception applies")
        }
        Some(false) => "and bears no additional tax, because you were 59½ or older".to_owned(),
        None => format!("and bears {EARLY} more, {additional_tax}, if you were under 59½"),
    };
    format!("{earnings} of it is {taxed}, which is taxable, {early}. The other {basis} was taxed before and is yours.")
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

/// The day of receipt decides, and only the plan's date is known.
fn receipt_asked(paid_on: Date, deadline: Date, asked: &Receipt) -> Words {
    let (title, text) = match asked {
        Receipt::RolledOver { amount, from, additional_tax, under_59_and_a_half } => (
            "When did you receive the payment?",
            format!(
                "The {DAYS_TO_ROLL_OVER} days run from the day on which you received it. Counted from the plan’s date, {}, they ended on {}, a few days before {amount} was rolled over. Enter the day of receipt. If it was {} or later, the rollover was in time and nothing more is due; {}. Until then it counts as in time.",
                paid_on.long(),
                deadline.long(),
                from.long(),
                match under_59_and_a_half {
                    Some(false) => "if before, it was late".to_owned(),
                    _ => format!("if before, it was late and {additional_tax} of additional tax is due before 59½"),
                }
            ),
        ),
        Receipt::StillOpen { left, today } => (
            "When did you receive the payment?",
            format!(
                "The {DAYS_TO_ROLL_OVER} days run from the day on which you received it. Counted from the plan’s date, {}, they ended on {}. If you received it {} or fewer days before today, {left} can still be rolled over: enter the day of receipt.",
                paid_on.long(),
                deadline.long(),
                DAYS_TO_ROLL_OVER.min(today.day_number() - paid_on.day_number())
            ),
        ),
    };
    Words::new(Attention, citations::SIXTY_DAYS, title, text)
}
