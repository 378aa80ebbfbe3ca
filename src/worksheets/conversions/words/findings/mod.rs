//! What the findings say.

mod entries;
mod money_there;
mod paid_out;

use super::days_listed;
use crate::english::counted;
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Words};
use crate::law::citations;
use crate::worksheets::conversions::findings::{BasisShare, Finding, LossOf, Unvalued};
use crate::worksheets::ledger::STATEMENT_DAYS;
use crate::worksheets::ledger::words::LOST_BASIS;

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::NothingContributed { days } => Words::new(
                Problem,
                citations::YOUR_LEDGER,
                "Contributions are missing before a conversion",
                format!(
                    "Money was converted on {}, but the ledger has no after-tax contribution to that plan before then, so the taxable part is not known yet. Enter the contributions, or one line for all earlier money under “Money from before this ledger.” Or correct the date or the plan’s name.",
                    days_listed(days)
                ),
            ),
            Self::PlanFiguresDoNotAddUp { days } => Words::new(
                Problem,
                citations::PLAN_STATEMENT,
                "The plan’s basis and earnings do not add up",
                format!(
                    "For the conversion of {}, basis plus earnings is not the gross amount. The ledger uses the basis as entered and counts the rest as earnings. Compare the three figures with the confirmation.",
                    days_listed(days)
                ),
            ),
            Self::RowsMissing { days, missing, none_entered: true } => Words::new(
                Note,
                citations::PLAN_STATEMENT,
                format!("Only the plan’s figures show {missing} of contributions"),
                format!(
                    "The plan’s figures for the conversion of {} give the basis, and they are used. The ledger has no contributions before it. To show where they came from, enter them, or one line under “Money from before this ledger.”",
                    days_listed(days)
                ),
            ),
            Self::RowsMissing { days, missing, none_entered: false } => Words::new(
                Attention,
                citations::PLAN_STATEMENT,
                format!("{missing} of contributions is missing from the ledger"),
                format!(
                    "According to the plan, the conversion of {} held {missing} more basis than all the contributions before it. The plan’s figure is used. Look for contributions you haven’t entered, perhaps from an earlier year.",
                    days_listed(days)
                ),
            ),
            Self::NotProRata { days, by_the_plan, pro_rata, may_be_old } => Words::new(
                Attention,
                citations::PRO_RATA_PAYMENT,
                "The plan’s basis is not what the statement gives",
                format!(
                    "For the conversion of {} the plan reports {by_the_plan} of basis; the balance of that day gives {pro_rata} pro rata. The plan’s figure is used, because Form 1099-R will show it.{} If the difference matters to you, ask the plan how it got its figure.",
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
                    "Part of the money was converted on {}, and you entered no balance before that, so the ledger assumes that nothing was earned. Enter the balance of the after-tax money just before, or the plan’s own basis and earnings.",
                    days_listed(days)
                ),
            ),
            Self::GrowthUnknown { of: Unvalued::Waiting } => Words::new(
                Note,
                citations::YOUR_LEDGER,
                "Growth on the waiting money is not known",
                "You entered no balance for the money that waits. Enter the latest one, and this page shows how much a conversion would make taxable.",
            ),
            Self::OldStatement { days } => Words::new(
                Note,
                citations::PRO_RATA_PAYMENT,
                "A conversion goes by an old balance",
                format!(
                    "For the conversion of {}, the latest balance is more than {STATEMENT_DAYS} days old and leaves out what was earned since. The plan’s confirmation gives the exact basis and earnings.",
                    days_listed(days)
                ),
            ),
            Self::WholeAccount { share: None } => Words::new(
                Problem,
                citations::ONE_POOL,
                "Enter the balance of the whole account",
                "This plan keeps after-tax money in one pool with all other money, so each payment is mostly pre-tax money. Only the whole account’s balance shows how much: enter everything the plan holds for you except its Roth account, just before each conversion.",
            ),
            Self::WholeAccount { share: Some(BasisShare { basis, value, of_a_dollar }) } => Words::new(
                Attention,
                citations::ONE_POOL,
                format!("Only {of_a_dollar} of each dollar is basis"),
                format!(
                    "This plan keeps after-tax money in one pool with all other money: {basis} of basis in {value}. Every payment is basis in that proportion, and the rest is taxable if it goes to Roth. A split rollover gets the basis out untaxed: the pre-tax part goes straight to a traditional IRA or another plan, and only the basis to a Roth IRA. Ask whether the plan offers that, and whether it can track after-tax money separately."
                ),
            ),
            Self::AccountingOpen => Words::new(
                Attention,
                citations::SEPARATE_CONTRACT,
                "Ask whether the plan tracks after-tax money separately",
                "This page assumes that after-tax contributions and their earnings have an account of their own, as is usual. If they don’t, each conversion brings pre-tax money with it, and most of that is taxable. Ask before you convert.",
            ),
            Self::WaitsTooLong { amount, growth, since, waited } => {
                money_there::waits_too_long(*amount, *growth, *since, *waited)
            }
            Self::AutomaticMissing { amount, waited } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "The automatic conversion has not happened",
                format!(
                    "Your plan converts each contribution automatically, but the ledger shows {amount} waiting for {waited} days. Either conversions are missing from the ledger, or automatic conversion is not turned on for your after-tax contributions. Check the plan’s website, and call if it is off."
                ),
            ),
            Self::Stuck { amount, growth, cause, way } => money_there::stuck(*amount, *growth, *cause, *way),
            Self::TransfersUsed { made, limit, year } => money_there::transfers_used(*made, *limit, *year),
            Self::UnderLeast { days, least } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                format!("A conversion is below the plan’s minimum of {least}"),
                format!(
                    "The conversion of {} is smaller than you said the plan allows. Check the amount and the plan’s rule.",
                    days_listed(days)
                ),
            ),
            Self::Loss { of: LossOf::Emptied { on, loss } } => Words::new(
                Note,
                citations::LOSS_OF_BASIS,
                "A loss is not deductible",
                format!(
                    "The conversion of {} emptied the account for {loss} less than you had contributed, so all of it was basis and none of it was taxed. {LOST_BASIS} Keep this record in case the plan counts it.",
                    on.long()
                ),
            ),
            Self::Loss { of: LossOf::Partly { on, basis_left, value_left } } => Words::new(
                Note,
                citations::LOSS_OF_BASIS,
                "A conversion at a loss is all basis",
                format!(
                    "On {} the money was worth less than you had contributed, so none of the conversion was taxed. {basis_left} of basis is left in an account worth {value_left}: if that recovers, nothing is taxed until it passes {basis_left}.",
                    on.long()
                ),
            ),
            Self::Loss { of: LossOf::Waiting(loss) } => Words::new(
                Note,
                citations::LOSS_OF_BASIS,
                "The waiting money is worth less than you contributed",
                format!(
                    "It is down by {loss}. If you convert it now, nothing is taxable, and any recovery happens in Roth. The loss is not deductible."
                ),
            ),
            Self::Rest { converted, on, rest } => Words::new(
                Note,
                citations::YOUR_LEDGER,
                format!("{rest} was left behind"),
                format!(
                    "According to the ledger, that much was left after the conversion of {}. If you converted everything, enter a balance of {converted} for that day, and the ledger closes to the cent. If the money is really there, often from a dividend that came later, ask the plan to move it too.",
                    on.long()
                ),
            ),
            Self::SixtyDaysOpen { left, paid_on, deadline, receipt_known } => {
                paid_out::sixty_days_open(*left, *paid_on, *deadline, *receipt_known)
            }
            Self::SixtyDaysMissed { from, deadline, missed } => paid_out::sixty_days_missed(*from, *deadline, missed),
            Self::ReceiptAsked { paid_on, deadline, asked } => paid_out::receipt_asked(*paid_on, *deadline, asked),
            Self::StraightByForm { days } => paid_out::straight_by_form(days),
            Self::Withheld { withheld, paid_on } => paid_out::withheld(*withheld, *paid_on),
            Self::KeptPart { kept, rolled_over, paid_on } => paid_out::kept_part(kept, *rolled_over, *paid_on),
            Self::CarvedOut { returned, on } => paid_out::carved_out(*returned, *on),
            Self::ForYearBefore { amount, last, year } => entries::for_year_before(*amount, *last, *year),
            Self::MaybeReturned { returned, paid_on } => money_there::maybe_returned(*returned, *paid_on),
            Self::ReturnedUnknown { returned, paid_on, taken } => {
                money_there::returned_unknown(*returned, *paid_on, *taken)
            }
            Self::Before1987Asked { amount } => Words::new(
                Attention,
                citations::BEFORE_1987,
                "Ask whether money from before 1987 comes out first",
                format!(
                    "You contributed {amount} before 1987. If the plan could pay out such contributions alone on May 5, 1986, and keeps track of them, they come out first and untaxed. Until you answer that, every payment here is pro rata."
                ),
            ),
            Self::IraRule { was_split } => {
                let and_yet = if *was_split {
                    " The earnings that went to a traditional IRA are different: they count there as pre-tax money if you ever convert an IRA."
                } else {
                    ""
                };
                Words::new(
                    Note,
                    citations::IRAS_ADDED_TOGETHER,
                    "Your IRAs do not matter here",
                    format!(
                        "The rule that adds all your IRAs together before a conversion is for IRAs only. Money from a plan follows the plan’s own basis and value, whatever your IRAs hold. Confusing the two is the guide’s fourth common mistake.{and_yet}"
                    ),
                )
            }
            Self::Future { entries, as_of } => Words::new(
                Attention,
                citations::YOUR_LEDGER,
                format!("{} dated after today", counted(*entries, "entry is", "entries are")),
                format!(
                    "Entries dated after {} appear in the table but do not count yet. If a date is a slip, correct it.",
                    as_of.long()
                ),
            ),
            Self::Elsewhere { days } => Words::new(
                Attention,
                citations::YOUR_LEDGER,
                "A conversion went somewhere other than you chose",
                format!(
                    "The conversion of {} did not go to the landing spot you had chosen by then. If you meant it to, change your choice on the Landing spot page and note why. If not, tell the plan before the next one. A conversion cannot be undone.",
                    days_listed(days)
                ),
            ),
            Self::RuledOut { days } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "Your Plan page says the plan does not allow this",
                format!(
                    "The conversion of {} went a way that your answers on the Plan page rule out. One of the two is wrong: check how the money really moved, because Form 1099-R depends on it. After you leave the employer, a payment from the plan is always possible.",
                    days_listed(days)
                ),
            ),
            Self::StubDiffers { check } => entries::differs(check, "pay stub", citations::PAY_STUB),
            Self::PlanDiffers { check } => entries::differs(check, "plan", citations::PLAN_STATEMENT),
            Self::EarlierMoney { days, year } => Words::new(
                Note,
                citations::YEAR_OF_CONVERSION,
                format!("Money from an earlier year counts in {year}"),
                format!(
                    "The conversion of {} includes contributions from an earlier year. That is fine: a conversion is reported, and its earnings are taxed, in the calendar year in which the plan makes it, here {year}.",
                    days_listed(days)
                ),
            ),
            Self::Suspended { withdrawn_on } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "Contributions are suspended after a withdrawal",
                format!(
                    "You said that the plan accepts no contributions for a while after a withdrawal, and the last one was on {}. Ask until when, and whether you lose match meanwhile. A conversion inside the plan usually doesn’t count as a withdrawal.",
                    withdrawn_on.long()
                ),
            ),
            Self::Twice { days, balances_too } => entries::twice(days, *balances_too),
            Self::NoConfirmation { days } => Words::new(
                Note,
                citations::PLAN_STATEMENT,
                "A conversion has no confirmation",
                format!(
                    "For {}, enter the confirmation number or where you keep it. If the tax form is ever wrong, it proves the date and the Roth account that received the money.",
                    days_listed(days)
                ),
            ),
        }
    }
}
