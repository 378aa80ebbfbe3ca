//! What the end of the worksheet says, and the letters to the plan.

use super::closing::{Decision, Ending, Next, Reasons};
use super::words::on;
use super::{Account, Choice, Clock, Landed, Topic};
use crate::english::{by_count, listed, uncapitalized};
use crate::explain::Closing;
use crate::law::citations;
use crate::money::Money;
use crate::record::Answer;

impl From<Ending<'_>> for Closing {
    fn from(ending: Ending<'_>) -> Self {
        Self {
            decision: ending.decision.in_words(),
            rule: rule(ending.roth_ira, ending.plan),
            citations: vec![
                citations::ROTH_IRA_ORDER,
                citations::ROTH_ACCOUNT_PRO_RATA,
                citations::ROTH_IRA_CLOCK,
                citations::ROTH_ACCOUNT_CLOCK,
            ],
            next_action: ending.next.action(),
            by: ending.by,
            words: ending.next.letter(),
        }
    }
}

impl Decision<'_> {
    fn in_words(&self) -> String {
        match self {
            Self::Landed { year, landed, choice, elsewhere } => {
                let chose = choice.map(|choice| format!(" {}", chosen(choice, *elsewhere))).unwrap_or_default();
                format!("{year} is over. {}{chose}", landed.sentence())
            }
            Self::Chosen { choice, elsewhere } => chosen(choice, *elsewhere),
            Self::NoneOpen { stopped: Some(cause) } => {
                format!("There is no landing spot to choose. {}", cause.why())
            }
            Self::NoneOpen { stopped: None } => {
                "There is no landing spot to choose: your answers say that both are closed.".to_owned()
            }
            Self::OnlyOne { open } => {
                format!("Your plan offers only one spot, {}, so there is nothing to choose.", open.name())
            }
            Self::BothOpen { reasons } => {
                format!("Your plan allows both spots, and the choice is yours. {}", reasons.in_words())
            }
            Self::AskFirst { unknown, reasons } => format!(
                "Ask first: you haven’t found out yet whether your plan allows {}. {}",
                listed(unknown.iter().map(|spot| spot.name())),
                reasons.in_words()
            ),
        }
    }
}

impl Landed {
    /// Where the money of a year landed, as a figure.
    pub(super) fn in_words(self) -> String {
        match (self.roth_ira.is_positive(), self.plan.is_positive()) {
            (true, true) => "Both",
            (true, false) => "Roth IRA",
            (false, true) => "Roth 401(k)",
            (false, false) => "Nothing",
        }
        .to_owned()
    }

    fn sentence(self) -> String {
        let Self { roth_ira, plan } = self;
        match (roth_ira.is_positive(), plan.is_positive()) {
            (true, true) => format!("{roth_ira} went to a Roth IRA, and {plan} to the plan’s Roth account."),
            (true, false) => format!("{roth_ira} went to a Roth IRA."),
            (false, true) => format!("{plan} went to the plan’s Roth account."),
            (false, false) => "The ledger has no conversion for that year.".to_owned(),
        }
    }
}

/// What the person chose, and whether it can be and was followed.
fn chosen(choice: &Choice, elsewhere: Money) -> String {
    let name = choice.account.name();
    let chosen_on = choice.chosen_on.map(|day| format!(" on {}", day.long())).unwrap_or_default();
    // The reason may end in a stop of its own, or in none.
    let reason = match choice.reason.trim_end_matches('.') {
        "" => ".".to_owned(),
        reason => format!(": “{reason}.”"),
    };
    let allowed = match choice.allowed {
        Answer::Yes => "Your plan allows it.",
        Answer::No => "Your answers say that your plan does not allow it.",
        Answer::Unknown => "You haven’t found out yet whether your plan allows it.",
    };
    let elsewhere = match elsewhere.is_positive() {
        true => format!(" Since then {elsewhere} of conversions went somewhere else."),
        false => String::new(),
    };
    format!("You chose {name}{chosen_on}{reason} {allowed}{elsewhere}")
}

impl Reasons {
    /// What matters for the person, and which spot it speaks for.
    fn in_words(&self) -> String {
        let both = [speaks(&self.roth_ira, Account::RothIra), speaks(&self.plan, Account::Plan)];
        match both.into_iter().flatten().collect::<Vec<_>>().as_slice() {
            [] => "Your answers favor neither one.".to_owned(),
            said => format!("For you, {}.", said.join("; ")),
        }
    }
}

fn speaks(topics: &[Topic], account: Account) -> Option<String> {
    let subject = listed(topics.iter().map(|topic| uncapitalized(topic.title())));
    let verb = by_count(topics.len(), "favors", "favor");
    (!topics.is_empty()).then(|| format!("{subject} {verb} {}", account.name()))
}

fn rule(roth_ira: &Clock, plan: &Clock) -> String {
    format!(
        "A Roth IRA gives back converted after-tax money at any time, and its earnings come out tax-free {}. The plan pays under its own rules, each payment with its share of earnings, and those are tax-free {}.",
        free(roth_ira),
        free(plan)
    )
}

/// From when on earnings are free of tax.
fn free(clock: &Clock) -> String {
    match (clock.qualified, clock.started()) {
        (true, _) => "now".to_owned(),
        (false, true) => format!("from {}", on(clock.qualified_on)),
        (false, false) => {
            format!("from {} if the first dollar goes in during {}", on(clock.qualified_on), clock.since)
        }
    }
}

impl Next {
    fn action(&self) -> String {
        match self {
            Self::Wait { chosen: true } => {
                "Keep your choice for when the plan opens a way. The Plan page says what to do until then."
            }
            Self::Wait { chosen: false } => "See the Plan page for what to do instead.",
            Self::Over { year } => {
                return format!("Nothing is left to choose for {year}. The page for this year covers the transfers still to come.");
            }
            Self::Transfer { to: Account::RothIra } => {
                "Before the next transfer, open the Roth IRA and ask its provider how a rollover check must be made out. Then send the message below to the plan, or choose the same on its form: a direct rollover, with the check made out to the provider for your benefit, never to you alone. Keep the confirmation that names the Roth IRA."
            }
            Self::Transfer { to: Account::Plan } => {
                "Before the next transfer, send the message below to the plan, or choose the same on its form: an in-plan Roth rollover, not a withdrawal. Keep the confirmation that names the Roth account."
            }
            Self::Ask { .. } => {
                "Send the question below to the plan, and make no transfer until it is answered. Then enter the answer on the Plan page."
            }
            Self::Choose => {
                "Before the next transfer, choose here, and note your reason and the date. You will then get a message to send to the plan. A transfer that the plan makes by December 31 counts in this year."
            }
        }
        .to_owned()
    }

    /// The letter that goes with it, if any.
    fn letter(&self) -> Option<String> {
        match self {
            Self::Transfer { to } => Some(request(*to).to_owned()),
            Self::Ask { unknown } => Some(question(unknown)),
            Self::Wait { .. } | Self::Over { .. } | Self::Choose => None,
        }
    }
}

/// The request for a transfer, with blanks for what only the person knows.
const fn request(spot: Account) -> &'static str {
    match spot {
        Account::RothIra => {
            "Subject: Direct rollover of my after-tax account to a Roth IRA\n\nPlease pay all of my after-tax contributions and their earnings to my Roth IRA as a direct rollover.\n\n- Payee of the check or wire: [name of the provider], as trustee or custodian, FBO [my name], Roth IRA, account [number]\n- Address or wire instructions: [from the provider]\n- Withhold no tax: it is a direct rollover\n- Leave my pre-tax and Roth money in the plan\n\nPlease confirm the date, the amount, how much of it was after-tax contributions and how much was earnings."
        }
        Account::Plan => {
            "Subject: In-plan Roth rollover of my after-tax account\n\nPlease move all of my after-tax contributions and their earnings to my Roth account in the plan, as an in-plan Roth direct rollover.\n\n- Pay nothing out, and withhold no tax\n- Leave my pre-tax money as it is\n- If the plan can convert each new after-tax contribution automatically, please turn that on\n\nPlease confirm the date, the amount, how much of it was after-tax contributions and how much was earnings."
        }
    }
}

/// The question about the ways that are not known.
fn question(unknown: &[Account]) -> String {
    let ways = unknown.iter().map(|spot| match spot {
        Account::RothIra => "- Can I take them out with their earnings now, as a direct rollover to a Roth IRA?\n",
        Account::Plan => {
            "- Can I convert them with their earnings now to my Roth account in the plan (in-plan Roth rollover)?\n"
        }
    });
    format!(
        "Subject: Where can after-tax money in our plan go?\n\nHello,\n\nI would like to convert my after-tax contributions to Roth while I work here.\n\n{}\nPlease tell me which page of the summary plan description says so, and which form to use.\n\nThank you.\n",
        ways.collect::<String>()
    )
}
