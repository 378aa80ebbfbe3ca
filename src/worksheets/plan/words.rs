//! How the worksheet's findings read.

use super::findings::Finding;
use super::testing::Untested;
use crate::date::Date;
use crate::explain::Severity::{Attention, Note, Problem};
use crate::explain::{Explain, Words};
use crate::law::deadlines::ACP_REFUND;
use crate::law::{Amount, Standing, citations};
use crate::money::Money;
use crate::worksheets::feasibility::words::name;

impl Explain for Finding {
    fn words(&self) -> Words {
        match self {
            Self::KindBarred { barred, year, deferral_limit } => Words::new(
                Problem,
                barred.citation(),
                "This kind of plan cannot do it",
                format!(
                    "{} {}{}",
                    barred.why(),
                    barred.instead(),
                    deferral_limit.map_or_else(String::new, |limit| format!(" For {year} it is {limit}."))
                ),
            ),
            Self::NoAfterTax => Words::new(
                Problem,
                citations::AFTER_TAX_CONTRIBUTIONS,
                "No after-tax contributions",
                "Without them there is nothing to convert. Make sure that the answer is about voluntary after-tax contributions, not about Roth deferrals: plan papers list the two as separate sources.",
            ),
            Self::NoExit => Words::new(
                Problem,
                citations::SEPARATE_CONTRACT,
                "Your money would be locked in",
                "After-tax money could go in but would stay there until you leave the employer or reach the plan's retirement age. Until then it grows, and all of that growth is taxed as income when it moves.",
            ),
            Self::NothingVerified => Words::new(
                Attention,
                citations::AFTER_TAX_CONTRIBUTIONS,
                "Verify the plan first",
                "Not every plan can do this: many take no after-tax contributions or do not let them move. A colleague's word is not enough. Look it up or send the letter before you count on the room.",
            ),
            Self::NoRothAccount => Words::new(
                Problem,
                citations::IN_PLAN_ROLLOVER,
                "Two answers do not fit together",
                "You answered that money can be converted inside the plan, and that the plan takes no Roth deferrals. Without Roth deferrals a plan has no Roth account to convert into. Ask which of the two is right; until then this way counts as closed.",
            ),
            Self::DestinationClosed { to_roth_ira } => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "The destination does not fit",
                if *to_roth_ira {
                    "You answered that money can go to a Roth IRA, and that none can leave the plan while you work there. Ask which of the two is right."
                } else {
                    "You answered that money can go to the plan's Roth account, and that none can be converted inside the plan. Ask which of the two is right."
                },
            ),
            Self::DeferralsOutOfPlace { kind } => Words::new(
                Attention,
                citations::DEFERRALS_NEED_401K,
                "Deferrals do not fit this kind of plan",
                format!(
                    "A {} takes no elective deferrals. If yours does, choose 401(k) or 403(b); if the deferrals go to another plan of the same employer, both plans share one limit. Required contributions that a government employer picks up count as employer money.",
                    name(*kind)
                ),
            ),
            Self::AfterTaxOutOfPlace { after_tax } => Words::new(
                Problem,
                citations::AFTER_TAX_CONTRIBUTIONS,
                "After-tax money where none can be",
                format!(
                    "{}, but by your other answers this plan takes none. Check both; the money may be Roth deferrals.",
                    you_entered(*after_tax)
                ),
            ),
            Self::InBeforeExit { after_tax, is_closed } => Words::new(
                if *is_closed { Problem } else { Attention },
                citations::SEPARATE_CONTRACT,
                "Money goes in before a way out is sure",
                format!(
                    "{}, and it is not sure that the money can move to Roth. Set the election to zero until it is: what the money earns is taxable.",
                    you_entered(*after_tax)
                ),
            ),
            Self::NoTransfers => Words::new(
                Attention,
                citations::PLAN_DOCUMENT,
                "No transfer a year",
                "You answered that money can move to Roth, and that the plan allows no transfer a year. Leave the number empty if there is no limit.",
            ),
            Self::AcpTest { year } => Words::new(
                Attention,
                citations::SAFE_HARBOR,
                "The ACP test applies to you",
                format!(
                    "The average of match and after-tax money among the highly compensated may be only a little above that of the others: 1.25 times it, or up to two points more. If {year} fails, after-tax money comes back to you by {ACP_REFUND}, {}; its earnings are taxable, and money already in Roth is taken from there. A safe harbor 401(k) is not free of it for after-tax money. Ask for last year's average of the others and enter it.",
                    year.saturating_add(1)
                ),
            ),
            Self::HighlyCompensatedOpen { year, above, wages_above } => Words::new(
                Attention,
                citations::HIGHLY_COMPENSATED,
                "Are you highly compensated?",
                format!(
                    "You are if this employer paid you {} in {}, or if you own more than 5% of it.{} Then the plan must test your match and after-tax money (the ACP test), and some of it may come back. Some plans count only the best-paid fifth; ask.",
                    more_than(*above),
                    year.saturating_sub(1),
                    wages_above.map_or_else(String::new, |wages| format!(
                        " Your box 3 wages of {wages} say that it did, so you most likely are."
                    ))
                ),
            ),
            Self::WagesSayHighlyCompensated { wages, above } => Words::new(
                Attention,
                citations::HIGHLY_COMPENSATED,
                "Your wages say highly compensated",
                format!(
                    "You answered that you are not highly compensated, but your box 3 wages of {wages} exceed {above}. That is right only if your plan counts no more than the best-paid fifth, and you are not in it. Ask."
                ),
            ),
            Self::AcpRefund { others, most_percent, most, own_percent, stays, refund, by } => Words::new(
                if refund.is_positive() { Attention } else { Note },
                citations::ACP_REFUND,
                if refund.is_positive() {
                    "After-tax money would come back"
                } else {
                    "The ACP test sends nothing back"
                },
                format!(
                    "If the others average {others}, the highly compensated may average {most_percent}: {most} for you. The match and the after-tax money that you entered make {own_percent}. {} This takes you alone; the test takes the average of all who are highly compensated, so ask the plan.",
                    comes_back(*refund, *by, *stays)
                ),
            ),
            Self::NoAcpTest { untested } => {
                Words::new(Note, citations::NO_ACP_TEST, "No ACP test here", why_untested(*untested))
            }
            Self::CustomDocument { takes_after_tax } => Words::new(
                if *takes_after_tax { Note } else { Attention },
                citations::AFTER_TAX_CONTRIBUTIONS,
                "A solo 401(k) needs a custom document",
                "The free documents of most brokers have no after-tax source. You need a document that allows voluntary after-tax contributions and their conversion or withdrawal, and an account that keeps them apart.",
            ),
            Self::OwnBusinessJoins403b => Words::new(
                Note,
                citations::CONTROLLED_BUSINESS,
                "A business of your own would share the limit",
                "The law treats you as controlling your 403(b). If you also own more than half of a business with a plan, the two share one limit: add that plan under your other jobs.",
            ),
            Self::EmployerOf403b => Words::new(
                Attention,
                citations::EMPLOYERS_OF_403B,
                "What kind of employer is it?",
                "A 403(b) belongs to a nonprofit, a public school or a church, not to a company. Choose the right one: plans of governments and most churches have no ACP test.",
            ),
        }
    }
}

/// What was entered: after-tax money, or else the election alone.
fn you_entered(after_tax: Money) -> String {
    if after_tax.is_positive() {
        format!("You entered {after_tax} of after-tax contributions")
    } else {
        "You entered an after-tax election".to_owned()
    }
}

fn more_than(above: Option<Amount>) -> String {
    match above {
        Some(Amount { value, standing: Standing::Official, .. }) => format!("more than {value}"),
        Some(Amount { value, .. }) => format!("more than {value} (a projection, not law)"),
        None => "more than the amount for that year".to_owned(),
    }
}

fn comes_back(refund: Money, by: Option<Date>, stays: Money) -> String {
    if !refund.is_positive() {
        return format!("Nothing you entered would come back. Beside your match {stays} of after-tax money can stay.");
    }
    let by = by.map_or_else(String::new, |by| format!(" by {}", by.long()));
    format!(
        "{refund} of your after-tax money would come back to you{by}, with its earnings, which are taxable. Beside your match {stays} can stay."
    )
}

fn why_untested(untested: Untested) -> &'static str {
    match untested {
        Untested::NobodyElse => {
            "The test compares you with the other people in the plan. Without staff there is nobody to compare with. With the first employee in the plan that ends."
        }
        Untested::Church => {
            "Church plans have no such test, unless the plan has chosen to be under the rules for other employers; ask if in doubt."
        }
        Untested::Government => "Plans of governments have no such test.",
    }
}
