//! What is said of payments to the person.

use super::days_listed;
use crate::date::Date;
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::Words;
use crate::law::citations;
use crate::law::deadlines::DAYS_TO_ROLL_OVER;
use crate::law::rates::shown::{EARLY, EXCESS_IN_IRA, WITHHOLDING};
use crate::money::Money;
use crate::worksheets::conversions::findings::{Kept, Missed, Receipt};

/// The 60 days run.
pub fn sixty_days_open(left: Money, paid_on: Date, deadline: Date, receipt_known: bool) -> Words {
    let counted = if receipt_known { ", and" } else { "; counted from the plan’s date," };
    Words::new(
        Problem,
        citations::SIXTY_DAYS,
        format!("Put {left} into a Roth IRA by {}", deadline.long()),
        format!(
            "The plan paid it to you on {}. You have {DAYS_TO_ROLL_OVER} days from the day you received it{counted} they end on {}. What is not in an IRA by then stays out, unless you have a reason for the delay that the IRS accepts. The part that was never taxed may go to a traditional IRA instead, and then nothing is taxable now. Tell the provider that it is a rollover from a plan.",
            paid_on.long(),
            deadline.long()
        ),
    )
}

/// They are over.
pub fn sixty_days_missed(from: Date, deadline: Date, missed: &Missed) -> Words {
    match missed {
        Missed::RolledOverLate { late, additional_tax } => Words::new(
            Problem,
            citations::LATE_ROLLOVER,
            format!("{late} went into the IRA after the {DAYS_TO_ROLL_OVER} days"),
            format!(
                "The {DAYS_TO_ROLL_OVER} days from {} ended on {}. If the delay had one of the reasons on the IRS’s list, such as a bank’s error, a serious illness, or a check that was lost and never cashed, and you rolled the money over as soon as you could (within 30 days is always soon enough), certify that to the IRA’s provider in writing. Then you report it as a rollover, and no {EARLY} tax is due, though the IRS may still ask for proof. Without such a reason, {}the money is an excess contribution that costs {EXCESS_IN_IRA} for each year it stays. Have it taken out with its earnings by the due date of your return with extensions, or within six months of the due date without extensions if you filed on time. If the check was made out to the IRA’s custodian for your benefit, none of this applies: choose “Straight to a Roth IRA.”",
                from.long(),
                deadline.long(),
                additional_tax.filter(|tax| tax.is_positive()).map_or_else(String::new, |tax| format!(
                    "the taxable part is an early payment if you were under 59½, which costs {EARLY}, {tax}, and "
                ))
            ),
        ),
        Missed::Kept(kept) => Words::new(
            Attention,
            if kept.earnings.is_positive() { citations::KEPT_EARNINGS } else { citations::SIXTY_DAYS },
            format!("{} was not rolled over within the {DAYS_TO_ROLL_OVER} days", kept.amount),
            format!(
                "The {DAYS_TO_ROLL_OVER} days from {} ended on {}. {} If the money did go into a Roth IRA, enter how much and when. If the delay had one of the reasons that the IRS lists in Rev. Proc. 2020-46, you may still roll it over and certify the reason to the IRA’s provider.",
                from.long(),
                deadline.long(),
                tax_on(kept)
            ),
        ),
    }
}

/// The day of receipt decides, and only the plan's date is known.
pub fn receipt_asked(paid_on: Date, deadline: Date, asked: &Receipt) -> Words {
    let count = format!(
        "The {DAYS_TO_ROLL_OVER} days run from the day you received it. Counted from the plan’s date, {}, they ended on {}",
        paid_on.long(),
        deadline.long()
    );
    let text = match asked {
        Receipt::RolledOver { amount, from, additional_tax, under_59_and_a_half } => format!(
            "{count}, a few days before {amount} was rolled over. Enter the day of receipt. If it was {} or later, the rollover was in time and nothing more is due; {}. Until you enter it, it counts as in time.",
            from.long(),
            match under_59_and_a_half {
                Some(false) => "if it was earlier, the rollover was late".to_owned(),
                _ => format!(
                    "if it was earlier, the rollover was late, and before age 59½ {additional_tax} of additional tax is due"
                ),
            }
        ),
        Receipt::StillOpen { left, today } => format!(
            "{count}. If you received it {} or fewer days before today, {left} can still be rolled over: enter the day of receipt.",
            DAYS_TO_ROLL_OVER.min(today.day_number() - paid_on.day_number())
        ),
    };
    Words::new(Attention, citations::SIXTY_DAYS, "When did you receive the payment?", text)
}

/// By its form it went straight.
pub fn straight_by_form(days: &[Date]) -> Words {
    Words::new(
        Attention,
        citations::CUSTODIAN_CHECK,
        "Was the check made out to the new account?",
        format!(
            "You entered the payment of {} as paid to you, but its Form 1099-R has code G with nothing withheld. A check made out to the new account’s custodian for your benefit is a direct rollover whatever day it arrives, and this page treats it as one: choose “Straight to a Roth IRA.” If the check was made out to you, code G is wrong, and the {DAYS_TO_ROLL_OVER} days count.",
            days_listed(days)
        ),
    )
}

/// Tax was withheld.
pub fn withheld(withheld: Money, paid_on: Date) -> Words {
    Words::new(
        Attention,
        citations::WITHHOLDING_20,
        format!("About {withheld} was withheld for tax"),
        format!(
            "A plan withholds {WITHHOLDING} of the taxable part of what it pays to you; for the payment of {} that is {withheld}. To roll over the whole payment, add that much from other money. It counts as tax paid when you file. Nothing is withheld from a direct rollover: ask for one next time.",
            paid_on.long()
        ),
    )
}

/// A part was kept.
pub fn kept_part(kept: &Kept, rolled_over: Money, paid_on: Date) -> Words {
    let first = if kept.whole_account { "the pre-tax money and earnings" } else { "the earnings" };
    Words::new(
        if kept.earnings.is_positive() { Attention } else { Note },
        citations::ROLLED_OVER_FIRST,
        format!("You kept {} of a payment", kept.amount),
        format!(
            "Of the payment of {}, {rolled_over} was rolled over, and that counts as {first} first. {}",
            paid_on.long(),
            tax_on(kept)
        ),
    )
}

/// A part was a refund.
pub fn carved_out(returned: Money, on: Date) -> Words {
    Words::new(
        Note,
        citations::YOUR_LEDGER,
        format!("{returned} of a payment was a refund"),
        format!(
            "The plan declared {returned} of the payment of {} to be a return of excess money. It is not a conversion and does not count as one. If it is in a Roth IRA, it is an excess contribution there.",
            on.long()
        ),
    )
}

/// What tax there is on money that was kept.
fn tax_on(kept: &Kept) -> String {
    let Kept { earnings, basis, additional_tax, whole_account, .. } = kept;
    let taxed = if *whole_account { "pre-tax money and earnings" } else { "earnings" };
    if !earnings.is_positive() {
        return "None of it is taxable. It just didn’t make it to Roth.".to_owned();
    }
    let early = match kept.under_59_and_a_half {
        Some(true) => {
            format!("plus {EARLY} more, {additional_tax}, because you were under 59½, unless an exception applies")
        }
        Some(false) => "with no additional tax, because you were 59½ or older".to_owned(),
        None => format!("plus {EARLY} more, {additional_tax}, if you were under 59½"),
    };
    format!("{earnings} of {taxed} is taxable, {early}. The other {basis} was taxed before and is yours.")
}
