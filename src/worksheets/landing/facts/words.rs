//! What the facts say.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::{Fact, Topic};
use crate::date::Date;
use crate::law::limits::{FIRST_HOME, PLAN_LOAN};
use crate::law::rates::shown::EARLY;
use crate::law::{Citation, citations};
use crate::money::Money;
use crate::record::{Answer, Better};
use crate::worksheets::landing::words::on;
use crate::worksheets::landing::{Clock, Favors, Open, Protection};

/// What a fact says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FactWords {
    /// What holds in a Roth IRA.
    pub roth_ira: String,
    /// What holds in the plan's Roth account.
    pub plan: String,
    /// What it means for this person.
    pub for_you: String,
    /// Where the law or the plan says so.
    pub citation: Citation,
}

impl Fact {
    /// It in words.
    #[must_use]
    pub fn words(&self) -> FactWords {
        match self {
            Self::Reach { needed_early, turns_59_and_a_half, young, plan_qualified } => FactWords {
                roth_ira: "The after-tax money that you converted is yours at any time, free of tax. The law lets what you contributed directly come out first, then conversions, the oldest first, and earnings last. Of each conversion, the part that was taxable comes before the rest.".to_owned(),
                plan: "It comes out only when the plan pays: after you leave, or earlier where its rules allow; after-tax money that could be withdrawn before often can be at any time, as before: ask. Until the account is qualified (its clock is met and you are 59½), you cannot take the after-tax money alone: each payment carries its share of earnings, and they are income.".to_owned(),
                for_you: reach(*needed_early, *turns_59_and_a_half, *young, *plan_qualified),
                citation: citations::ROTH_IRA_ORDER,
            },
            Self::Clocks { roth_ira, plan, .. } => FactWords {
                roth_ira: format!(
                    "Earnings are free of tax from 59½ on, or on death or disability, once five taxable years are over since January 1 of the first year of any Roth IRA that you had. {}",
                    roth_ira.says()
                ),
                plan: format!(
                    "The same, but the five years are those of this plan’s Roth account. An earlier employer’s Roth account that you rolled over into it directly brings its earlier first year along. {} If you roll the account over to a Roth IRA, the Roth IRA’s clock counts instead.",
                    plan.says()
                ),
                for_you: format!(
                    "Earnings are free of tax {} in the Roth IRA and {} in the plan.",
                    free(roth_ira),
                    free(plan)
                ),
                citation: match self.favors() {
                    Favors::Plan => citations::ROTH_ACCOUNT_CLOCK,
                    Favors::RothIra | Favors::Neither => citations::ROTH_IRA_CLOCK,
                },
            },
            Self::LeavingFrom55 { leaves, from, young, public_safety, .. } => FactWords {
                roth_ira: format!("There is no such rule for an IRA: until 59½, earnings are income and bear a tax of {EARLY}."),
                plan: format!("If you leave in or after the year in which you turn 55, payments from this plan bear no {EARLY} tax. Earnings are still income until the account is qualified. The rule is lost once the money is in an IRA."),
                for_you: leaving_from_55(*leaves, *from, *young, *public_safety),
                citation: citations::LEAVING_FROM_55,
            },
            Self::Recapture { open, young, .. } => FactWords {
                roth_ira: format!("If the part of a conversion that was taxable comes out before 59½ and within five taxable years from January 1 of that year, it costs a tax of {EARLY}, though you paid income tax on it already. Death, disability, a birth or adoption, large medical costs, a terminal illness, a disaster and some other cases are exceptions."),
                plan: "The same rule holds with nearly the same exceptions, and not for payments after you leave the job from 55 on.".to_owned(),
                for_you: recapture(*open, *young),
                citation: citations::CONVERSION_RECAPTURE,
            },
            Self::FirstHome { needed_early } => FactWords {
                roth_ira: format!("Up to {} in your lifetime for a first home: earnings without the {EARLY} tax, and free of income tax too once the clock is met. The purchase must follow within 120 days.", FIRST_HOME.in_dollars()),
                plan: "No such rule. The money would first have to go to a Roth IRA.".to_owned(),
                for_you: match needed_early {
                    Answer::Yes => "It may help if it is a home that you need the money for.",
                    Answer::Unknown => "It matters if you mean to buy a first home before 59½.",
                    Answer::No => "Not needed, by your answers.",
                }
                .to_owned(),
                citation: citations::FIRST_HOME,
            },
            Self::Loans { plan_lends } => FactWords {
                roth_ira: "No loans. To pledge a Roth IRA or to borrow from it counts as taking it out.".to_owned(),
                plan: format!("If the plan lends: as a rule up to half of your vested balance, and never more than {}. Whether Roth money can be lent, the plan says.", PLAN_LOAN.in_dollars()),
                for_you: match plan_lends {
                    Answer::Yes => "Your plan lends. What you move to a Roth IRA no longer counts toward a loan.",
                    Answer::No => "Your plan does not lend.",
                    Answer::Unknown => "It matters if your plan lends; ask if you may ever want a loan.",
                }
                .to_owned(),
                citation: citations::LOANS,
            },
            Self::Suspension { plan_suspends } => FactWords {
                roth_ira: "The way there is a withdrawal. Some plans stop your contributions, or the match, for some months after one.".to_owned(),
                plan: "A conversion inside the plan pays nothing out, so that a suspension after withdrawals normally does not follow.".to_owned(),
                for_you: match plan_suspends {
                    Answer::Yes => "Your plan suspends contributions after a withdrawal.",
                    Answer::No => "Your plan does not suspend contributions.",
                    Answer::Unknown => "Ask before the first withdrawal whether contributions or the match stop after it.",
                }
                .to_owned(),
                citation: citations::PLAN_DOCUMENT,
            },
            Self::Investments { better } => FactWords {
                roth_ira: "Whatever the provider that you choose offers: nearly every fund, stock and bond.".to_owned(),
                plan: "The plan’s list, sometimes with funds that individuals cannot buy or a stable value fund, and in some plans a brokerage window to more.".to_owned(),
                for_you: match better {
                    Better::RothIra => "You find those of a Roth IRA better.",
                    Better::Plan => "You find those of the plan better.",
                    Better::Alike => "You find both alike.",
                    Better::Unknown => "Compare the plan’s list with what you would buy.",
                }
                .to_owned(),
                citation: citations::PLAN_DOCUMENT,
            },
            Self::Costs { better } => FactWords {
                roth_ira: "What your funds cost. Many providers take no fee for the account itself.".to_owned(),
                plan: "What the plan’s funds cost, and its fee for administration where it takes one. The plan’s yearly fee disclosure (404a-5 notice) lists both.".to_owned(),
                for_you: match better {
                    Better::RothIra => "You find a Roth IRA cheaper.",
                    Better::Plan => "You find the plan cheaper.",
                    Better::Alike => "You find both alike.",
                    Better::Unknown => "Compare the two before you choose: a cost comes back each year.",
                }
                .to_owned(),
                citation: citations::PLAN_DOCUMENT,
            },
            Self::TransferFee { fee } => FactWords {
                roth_ira: "Plans may charge for each payment to a Roth IRA, and for a check by express mail.".to_owned(),
                plan: "Conversions inside a plan are often free.".to_owned(),
                for_you: transfer_fee(*fee),
                citation: citations::PLAN_DOCUMENT,
            },
            Self::Effort { automatic } => FactWords {
                roth_ira: "A second account to look after, and a request for each payment, often with a check. It can hold all your Roth IRA money in one place, and stays with you when you change jobs.".to_owned(),
                plan: "All stays in one account with payroll. Many plans can convert each contribution by itself.".to_owned(),
                for_you: if *automatic {
                    "Your plan moves each contribution by itself. Ask where to: it is nearly always its own Roth account."
                } else {
                    "By your answers each transfer is asked for, so that both spots take about the same work."
                }
                .to_owned(),
                citation: citations::PLAN_DOCUMENT,
            },
            Self::MovingLater { undecided } => FactWords {
                roth_ira: "It can go to another Roth IRA only, never into a plan.".to_owned(),
                plan: "It can go to a Roth IRA once the plan pays it out. What you converted then counts among your own contributions, which come out first, and the Roth IRA’s clock counts. What was taxable in a conversion keeps its own five years.".to_owned(),
                for_you: if *undecided {
                    "The plan keeps both doors open; the way to a Roth IRA is for good."
                } else {
                    "The way from the plan to a Roth IRA stays open; there is none back."
                }
                .to_owned(),
                citation: citations::MOVING_LATER,
            },
            Self::Creditors { protection } => FactWords {
                roth_ira: "Safe in bankruptcy: there is a cap for IRAs, but what was rolled over from a plan does not count toward it. Outside bankruptcy state law decides, and states differ.".to_owned(),
                plan: match protection {
                    Protection::Erisa => "Under federal law (ERISA) creditors cannot reach it, in bankruptcy or outside. Divorce orders and federal taxes can.",
                    Protection::OwnersOnly => "Safe in bankruptcy. A plan of an owner without employees is not under ERISA, so that outside bankruptcy state law decides.",
                    Protection::OwnLaw => "Safe in bankruptcy. Plans of governments and most churches are not under ERISA; the laws that set them up mostly protect them too.",
                }
                .to_owned(),
                for_you: match protection {
                    Protection::Erisa => "The plan is the safer place outside bankruptcy; in bankruptcy both are safe.",
                    Protection::OwnersOnly => "For your own business’s plan, look up your state’s law on both spots.",
                    Protection::OwnLaw => "Look up what protects your plan, and your state’s law on IRAs.",
                }
                .to_owned(),
                citation: match protection {
                    Protection::Erisa => citations::CREDITORS,
                    Protection::OwnersOnly | Protection::OwnLaw => citations::OUTSIDE_ERISA,
                },
            },
            Self::RequiredDistributions => FactWords {
                roth_ira: "None while you live.".to_owned(),
                plan: "None while you live, since 2024. Before, there were some.".to_owned(),
                for_you: "No difference any more. The guide names this as a reason for the Roth IRA; the law has changed since that reason arose.".to_owned(),
                citation: citations::NO_LIFETIME_DISTRIBUTIONS,
            },
            Self::IncomeLimit => FactWords {
                roth_ira: "None for rollovers from a plan. The known limit holds for direct contributions only.".to_owned(),
                plan: "None.".to_owned(),
                for_you: "High pay closes neither spot, and a rollover takes nothing of your yearly IRA limit.".to_owned(),
                citation: citations::NO_INCOME_LIMIT,
            },
            Self::Beneficiaries => FactWords {
                roth_ira: "You name whom you want, as far as your state’s property law lets you.".to_owned(),
                plan: "In most plans your spouse inherits, unless the spouse agrees in writing to somebody else.".to_owned(),
                for_you: "Name beneficiaries in each account. After a death, both must be paid out within the same limits, mostly ten years.".to_owned(),
                citation: citations::SPOUSE,
            },
        }
    }
}

fn reach(needed_early: Answer, turns_59_and_a_half: Option<Date>, young: bool, plan_qualified: bool) -> String {
    let turns = on(turns_59_and_a_half);
    match needed_early {
        Answer::Yes => {
            format!(
                "You may need the money before you turn 59½ on {turns}. A Roth IRA lets you take it; the plan may not."
            )
        }
        Answer::Unknown => format!("It matters if you may need the money before you turn 59½ on {turns}."),
        Answer::No if young => "You do not expect to need the money before 59½.".to_owned(),
        Answer::No if plan_qualified => "You are 59½, and both parts come out of the plan free of tax.".to_owned(),
        Answer::No => {
            "You are 59½. Until the plan’s clock is met, its payments still carry taxable earnings.".to_owned()
        }
    }
}

/// From when on earnings are free of tax.
fn free(clock: &Clock) -> String {
    if clock.qualified { "now".to_owned() } else { format!("from {} on", on(clock.qualified_on)) }
}

fn leaving_from_55(leaves: Answer, from: Option<Date>, young: bool, public_safety: bool) -> String {
    let from = on(from);
    let for_you = match leaves {
        Answer::Yes => format!(
            "You mean to leave from 55 on: if you do so on or after {from}, the plan pays without the {EARLY} tax. In a Roth IRA that tax stays on earnings, and on taxable parts of conversions under five years old, until 59½."
        ),
        Answer::Unknown => format!("It matters if you may leave this job between {from} and 59½."),
        Answer::No if young => return "You do not mean to leave the job in those years.".to_owned(),
        Answer::No => return format!("You are 59½, so the {EARLY} tax is over in both spots."),
    };
    let earlier = if public_safety || leaves != Answer::No {
        " For police and other public safety employees of a government, for firefighters and for corrections staff it is age 50, or 25 years of service under the plan."
    } else {
        ""
    };
    format!("{for_you}{earlier}")
}

fn recapture(open: Open, young: bool) -> String {
    if open.taxable.is_positive() {
        format!(
            "{} of your conversions is under it today: at most {} of tax, until {}. The after-tax part is free.",
            open.taxable,
            open.tax,
            on(open.until)
        )
    } else if young {
        "None of your conversions is under it today. Convert soon after each contribution, and next to nothing ever is."
            .to_owned()
    } else {
        "From 59½ on it does not apply.".to_owned()
    }
}

fn transfer_fee(fee: Option<Money>) -> String {
    match fee {
        Some(fee) if fee.is_positive() => format!(
            "Your plan takes {fee} for each transfer. Ask whether that holds for both ways; some plans charge payments only."
        ),
        Some(_) => "Your plan takes no fee for a transfer.".to_owned(),
        None => "Ask whether a transfer costs anything.".to_owned(),
    }
}

impl Topic {
    /// What a person calls it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Reach => "Getting at the converted money",
            Self::Clocks => "Five-year clocks of earnings",
            Self::Recapture => "Five years of each conversion",
            Self::LeavingFrom55 => "Leaving the job from 55 on",
            Self::FirstHome => "A first home",
            Self::Loans => "Loans",
            Self::Suspension => "Suspended contributions",
            Self::Investments => "Investments",
            Self::Costs => "Yearly costs",
            Self::TransferFee => "Fee of a transfer",
            Self::Effort => "Work for you",
            Self::MovingLater => "Moving it later",
            Self::Creditors => "Creditors",
            Self::RequiredDistributions => "Required distributions",
            Self::IncomeLimit => "Income limit",
            Self::Beneficiaries => "Spouse and heirs",
        }
    }
}

impl Serialize for Fact {
    /// The topic and the words, with what follows from them, which is all that is promised to scripts.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let FactWords { roth_ira, plan, for_you, citation } = &self.words();
        let mut fields = serializer.serialize_struct("Fact", 7)?;
        fields.serialize_field("topic", &self.topic())?;
        fields.serialize_field("roth_ira", roth_ira)?;
        fields.serialize_field("plan", plan)?;
        fields.serialize_field("for_you", for_you)?;
        fields.serialize_field("favors", &self.favors())?;
        fields.serialize_field("matters", &self.matters())?;
        fields.serialize_field("citation", citation)?;
        fields.end()
    }
}
