//! What the facts say.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use super::for_you::{free, leaving_from_55, reach, recapture, transfer_fee};
use super::{Fact, Topic};
use crate::law::limits::{FIRST_HOME, PLAN_LOAN};
use crate::law::rates::shown::EARLY;
use crate::law::{Citation, citations};
use crate::record::{Answer, Better};
use crate::worksheets::landing::{Favors, Protection};

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
                roth_ira: "You can take out the after-tax money you converted at any time, tax-free. The law lets your regular contributions come out first, then conversions, the oldest first, and earnings last. The part of each conversion that was taxable comes out before the rest.".to_owned(),
                plan: "It comes out only when the plan pays: after you leave, or earlier if its rules allow. After-tax money that you could withdraw at any time before the conversion often stays available: ask. Until the account is qualified (its five years are over and you are 59½), you can’t take out the after-tax money alone: each payment carries its share of earnings, which are income.".to_owned(),
                for_you: reach(*needed_early, *turns_59_and_a_half, *young, *plan_qualified),
                citation: citations::ROTH_IRA_ORDER,
            },
            Self::Clocks { roth_ira, plan, .. } => FactWords {
                roth_ira: format!(
                    "Earnings are tax-free from 59½, or on death or disability, once five tax years have passed since January 1 of the first year of any Roth IRA you have had. {}",
                    roth_ira.says()
                ),
                plan: format!(
                    "The same, but counting from the first year of this plan’s Roth account. If you rolled an earlier employer’s Roth account directly into it, the earlier first year comes along. {} If you roll the account over to a Roth IRA, the Roth IRA’s five years count instead.",
                    plan.says()
                ),
                for_you: format!(
                    "Earnings are tax-free {} in the Roth IRA and {} in the plan.",
                    free(roth_ira),
                    free(plan)
                ),
                citation: match self.favors() {
                    Favors::Plan => citations::ROTH_ACCOUNT_CLOCK,
                    Favors::RothIra | Favors::Neither => citations::ROTH_IRA_CLOCK,
                },
            },
            Self::LeavingFrom55 { leaves, from, young, public_safety, .. } => FactWords {
                roth_ira: format!("An IRA has no such rule: until 59½, earnings are income and cost a {EARLY} tax as well."),
                plan: format!("If you leave in or after the year you turn 55, payments from this plan carry no {EARLY} tax. Earnings are still income until the account is qualified. You lose this rule once the money is in an IRA."),
                for_you: leaving_from_55(*leaves, *from, *young, *public_safety),
                citation: citations::LEAVING_FROM_55,
            },
            Self::Recapture { open, young, .. } => FactWords {
                roth_ira: format!("If the part of a conversion that was taxable comes out before 59½ and within five tax years, counted from January 1 of the conversion’s year, it costs a {EARLY} tax even though you already paid income tax on it. There are exceptions for death, disability, a birth or adoption, large medical costs, a terminal illness, a disaster and some other cases."),
                plan: "The same rule applies with nearly the same exceptions, but not to payments after you leave the job in or after the year you turn 55.".to_owned(),
                for_you: recapture(*open, *young),
                citation: citations::CONVERSION_RECAPTURE,
            },
            Self::FirstHome { needed_early } => FactWords {
                roth_ira: format!("For a first home you can take up to {} of earnings in your lifetime without the {EARLY} tax, and free of income tax too once the five years are over. You must buy within 120 days.", FIRST_HOME.in_dollars()),
                plan: "No such rule. The money would first have to go to a Roth IRA.".to_owned(),
                for_you: match needed_early {
                    Answer::Yes => "It may help if you need the money for a home.",
                    Answer::Unknown => "It matters if you plan to buy a first home before 59½.",
                    Answer::No => "You said that you don’t need the money early.",
                }
                .to_owned(),
                citation: citations::FIRST_HOME,
            },
            Self::Loans { plan_lends } => FactWords {
                roth_ira: "No loans. Pledging a Roth IRA or borrowing from it counts as taking the money out.".to_owned(),
                plan: format!("If the plan offers loans: as a rule up to half of your vested balance, and never more than {}. The plan decides whether Roth money can be lent.", PLAN_LOAN.in_dollars()),
                for_you: match plan_lends {
                    Answer::Yes => "Your plan offers loans. Money you move to a Roth IRA no longer counts toward one.",
                    Answer::No => "Your plan offers no loans.",
                    Answer::Unknown => "It matters if your plan offers loans; ask if you may ever want one.",
                }
                .to_owned(),
                citation: citations::LOANS,
            },
            Self::Suspension { plan_suspends } => FactWords {
                roth_ira: "Money gets there by a withdrawal. Some plans stop your contributions, or the match, for some months after one.".to_owned(),
                plan: "A conversion inside the plan pays nothing out, so it normally causes no suspension.".to_owned(),
                for_you: match plan_suspends {
                    Answer::Yes => "Your plan suspends contributions after a withdrawal.",
                    Answer::No => "Your plan does not suspend contributions.",
                    Answer::Unknown => "Ask before the first withdrawal whether contributions or the match stop after it.",
                }
                .to_owned(),
                citation: citations::PLAN_DOCUMENT,
            },
            Self::Investments { better } => FactWords {
                roth_ira: "Whatever your provider offers: nearly every fund, stock and bond.".to_owned(),
                plan: "The plan’s menu, sometimes with funds that individuals can’t buy or a stable value fund, and in some plans a brokerage window that opens more.".to_owned(),
                for_you: match better {
                    Better::RothIra => "You find a Roth IRA’s investments better.",
                    Better::Plan => "You find the plan’s investments better.",
                    Better::Alike => "You find both about the same.",
                    Better::Unknown => "Compare the plan’s menu with what you would buy.",
                }
                .to_owned(),
                citation: citations::PLAN_DOCUMENT,
            },
            Self::Costs { better } => FactWords {
                roth_ira: "What your funds cost. Many providers charge no fee for the account itself.".to_owned(),
                plan: "What the plan’s funds cost, plus any administrative fee. The plan’s yearly fee disclosure (404a-5 notice) lists both.".to_owned(),
                for_you: match better {
                    Better::RothIra => "You find a Roth IRA cheaper.",
                    Better::Plan => "You find the plan cheaper.",
                    Better::Alike => "You find both about the same.",
                    Better::Unknown => "Compare the two before you choose: costs come every year.",
                }
                .to_owned(),
                citation: citations::PLAN_DOCUMENT,
            },
            Self::TransferFee { fee } => FactWords {
                roth_ira: "Plans may charge for each payment to a Roth IRA, and for sending a check by express mail.".to_owned(),
                plan: "Conversions inside a plan are often free.".to_owned(),
                for_you: transfer_fee(*fee),
                citation: citations::PLAN_DOCUMENT,
            },
            Self::Effort { automatic } => FactWords {
                roth_ira: "A second account to look after, and a request for each payment, often with a check. It can hold all your Roth IRA money in one place and stays with you when you change jobs.".to_owned(),
                plan: "Everything stays in one account. Many plans can convert each contribution automatically.".to_owned(),
                for_you: if *automatic {
                    "Your plan moves each contribution automatically. Ask where to: it is nearly always its own Roth account."
                } else {
                    "You said that you have to request each transfer, so both spots take about the same work."
                }
                .to_owned(),
                citation: citations::PLAN_DOCUMENT,
            },
            Self::MovingLater { undecided } => FactWords {
                roth_ira: "It can go only to another Roth IRA, never into a plan.".to_owned(),
                plan: "It can go to a Roth IRA once the plan pays it out. What you converted then counts with your own contributions, which come out first, and the Roth IRA’s five years count. The taxable part of a conversion keeps its own five years.".to_owned(),
                for_you: if *undecided {
                    "The plan keeps both options open; moving to a Roth IRA is final."
                } else {
                    "You can still move from the plan to a Roth IRA later, but not back."
                }
                .to_owned(),
                citation: citations::MOVING_LATER,
            },
            Self::Creditors { protection } => FactWords {
                roth_ira: "Safe in bankruptcy: IRAs have a cap, but money rolled over from a plan does not count toward it. Outside bankruptcy state law decides, and states differ.".to_owned(),
                plan: match protection {
                    Protection::Erisa => "Under federal law (ERISA), creditors cannot reach it, in bankruptcy or outside. Divorce orders and federal tax claims can.",
                    Protection::OwnersOnly => "Safe in bankruptcy. The plan of an owner without employees is not under ERISA, so outside bankruptcy state law decides.",
                    Protection::OwnLaw => "Safe in bankruptcy. Government plans and most church plans are not under ERISA; the laws that created them mostly protect them too.",
                }
                .to_owned(),
                for_you: match protection {
                    Protection::Erisa => "Outside bankruptcy the plan is safer; in bankruptcy both are safe.",
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
                plan: "None while you live, since 2024. Before that there were.".to_owned(),
                for_you: "There is no difference anymore. The guide names this as a reason for the Roth IRA, but the law has changed since.".to_owned(),
                citation: citations::NO_LIFETIME_DISTRIBUTIONS,
            },
            Self::IncomeLimit => FactWords {
                roth_ira: "None for rollovers from a plan. The well-known limit applies only to direct contributions.".to_owned(),
                plan: "None.".to_owned(),
                for_you: "High pay rules out neither spot, and a rollover uses none of your yearly IRA limit.".to_owned(),
                citation: citations::NO_INCOME_LIMIT,
            },
            Self::Beneficiaries => FactWords {
                roth_ira: "You name anyone you want, as far as your state’s property law allows.".to_owned(),
                plan: "In most plans your spouse inherits unless he or she agrees in writing to someone else.".to_owned(),
                for_you: "Name beneficiaries in each account. After a death, both must be paid out within the same time, mostly ten years.".to_owned(),
                citation: citations::SPOUSE,
            },
        }
    }
}

impl Topic {
    /// What a person calls it.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Reach => "Access to the converted money",
            Self::Clocks => "The five years for earnings",
            Self::Recapture => "The five years for each conversion",
            Self::LeavingFrom55 => "Leaving the job at 55 or later",
            Self::FirstHome => "A first home",
            Self::Loans => "Loans",
            Self::Suspension => "Suspended contributions",
            Self::Investments => "Investments",
            Self::Costs => "Yearly costs",
            Self::TransferFee => "Transfer fees",
            Self::Effort => "Paperwork",
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
