//! The end of the worksheet: decision, rule, next action. It never chooses.

use super::{Account, Basis, Choice, Fact, dates};
use crate::date::Date;
use crate::explain::Closing;
use crate::law::citations;
use crate::money::Money;
use crate::record::Answer;

pub(super) fn closing(basis: &Basis<'_>, facts: &[Fact]) -> Closing {
    let closed = basis.allowed.closed();
    let over = basis.today.year() > basis.entry.year;
    let by = Date::year_end(basis.entry.year).ok().filter(|end| !closed && *end >= basis.today);
    let (next_action, words) = next(basis, over);
    Closing {
        decision: decision(basis, facts),
        rule: rule(basis),
        citations: vec![
            citations::ROTH_IRA_ORDER,
            citations::ROTH_ACCOUNT_PRO_RATA,
            citations::ROTH_IRA_CLOCK,
            citations::ROTH_ACCOUNT_CLOCK,
        ],
        next_action,
        by,
        words,
    }
}

fn decision(basis: &Basis<'_>, facts: &[Fact]) -> String {
    let allowed = basis.allowed;
    if let Some(choice) = &basis.choice {
        return chosen(choice);
    }
    if let Some(why) = allowed.stopped {
        return format!("There is no landing spot to choose. {why}");
    }
    if allowed.closed() {
        return "There is no landing spot to choose: by your answers both are closed.".to_owned();
    }
    let speaks = speaks(facts);
    match allowed.only() {
        Some(only) => format!("Your plan leaves one spot, {}, so that there is nothing to choose.", only.name()),
        None if allowed.choice() => format!("Your plan allows both spots, and the choice is yours. {speaks}"),
        None => {
            let unknown: Vec<&str> = allowed.unknown().map(Account::name).collect();
            format!("Ask first: it is not known yet whether your plan allows {}. {speaks}", unknown.join(" and "))
        }
    }
}

/// What the person chose, and whether it can be and was followed.
fn chosen(choice: &Choice) -> String {
    let mut says = format!("You chose {}", choice.account.name());
    if let Some(chosen_on) = choice.chosen_on {
        says.push_str(&format!(" on {}", chosen_on.long()));
    }
    // The reason may end in a stop of its own, or in none.
    match choice.reason.trim_end_matches('.') {
        "" => says.push('.'),
        reason => says.push_str(&format!(": “{reason}.”")),
    }
    says.push_str(match choice.allowed {
        Answer::Yes => " Your plan allows it.",
        Answer::No => " By your answers your plan does not allow it.",
        Answer::Unknown => " It is not known yet whether your plan allows it.",
    });
    // The sum held when the findings were made, or there is no result.
    let sum = Money::sum(choice.elsewhere.iter().map(|elsewhere| elsewhere.amount)).unwrap_or_default();
    if sum.is_positive() {
        says.push_str(&format!(" Since then {sum} of conversions went elsewhere."));
    }
    says
}

/// What matters for the person, and which spot it speaks for.
fn speaks(facts: &[Fact]) -> String {
    let for_account = |account: Account| {
        let topics = facts.iter().filter(|fact| fact.matters && fact.favors.speaks_for(account));
        topics.map(|fact| fact.topic.in_sentence()).collect::<Vec<_>>()
    };
    let sentence = |topics: &[String], account: Account| match topics {
        [] => None,
        [one] => Some(format!("{one} speaks for {}", account.name())),
        [more @ .., last] => Some(format!("{} and {last} speak for {}", more.join(", "), account.name())),
    };
    let (roth_ira, plan) = (for_account(Account::RothIra), for_account(Account::Plan));
    let both = [sentence(&roth_ira, Account::RothIra), sentence(&plan, Account::Plan)];
    match both.into_iter().flatten().collect::<Vec<_>>().as_slice() {
        [] => "By your answers nothing speaks for one more than for the other.".to_owned(),
        said => format!("For you, {}.", said.join("; ")),
    }
}

fn rule(basis: &Basis<'_>) -> String {
    let free = |account: Account| {
        let clock = basis.clocks.of_account(account);
        match (clock.qualified, clock.started()) {
            (true, _) => "now".to_owned(),
            (false, true) => format!("from {} on", dates::on(clock.qualified_on)),
            (false, false) => {
                format!("from {} on if the first dollar goes in during {}", dates::on(clock.qualified_on), clock.since)
            }
        }
    };
    format!(
        "A Roth IRA gives back converted after-tax money at any time, and its earnings free of tax {}. The plan pays by its own rules, each payment with its share of earnings, and those are free of tax {}.",
        free(Account::RothIra),
        free(Account::Plan)
    )
}

/// What to do next, and the words for it.
fn next(basis: &Basis<'_>, over: bool) -> (String, Option<String>) {
    let allowed = basis.allowed;
    if allowed.closed() {
        let action = match basis.choice {
            Some(_) => {
                "Keep the choice for when the plan opens a way, and see the Plan worksheet for what to do until then."
            }
            None => "See the Plan worksheet for what to do instead.",
        };
        return (action.to_owned(), None);
    }
    if over {
        let action = format!(
            "{} is over, and its conversions stay where they landed. Choose for the transfers to come in the year that they fall in.",
            basis.entry.year
        );
        return (action, None);
    }
    // A spot that is closed is none to write about.
    let spot = basis.chosen().filter(|account| allowed.to(*account) != Answer::No).or(allowed.only());
    match spot {
        Some(spot) if allowed.to(spot) == Answer::Yes => (transfer(spot), Some(request(spot))),
        Some(_) => (ASK.to_owned(), Some(question(basis))),
        None if allowed.choice() => (
            "Before the next transfer, choose here, and note your reason and the date. The words for the plan follow then. A transfer that the plan makes by December 31 counts in this year."
                .to_owned(),
            None,
        ),
        None => (ASK.to_owned(), Some(question(basis))),
    }
}

const ASK: &str = "Send the question below to the plan, and make no transfer before it is answered. Then enter the answer in the Plan worksheet.";

fn transfer(spot: Account) -> String {
    match spot {
        Account::RothIra => "Before the next transfer, open the Roth IRA and ask its provider how a rollover check must read. Then send the words below to the plan or choose the same on its form: a direct rollover, the check made out to the provider for you, never to you alone. Keep the confirmation that names the Roth IRA.",
        Account::Plan => "Before the next transfer, send the words below to the plan or choose the same on its form: an in-plan Roth rollover, not a withdrawal. Keep the confirmation that names the Roth account.",
    }
    .to_owned()
}

/// The request for a transfer, with blanks for what only the person knows.
fn request(spot: Account) -> String {
    match spot {
        Account::RothIra => "Subject: Direct rollover of my after-tax account to a Roth IRA\n\nPlease pay all of my after-tax contributions and their earnings to my Roth IRA as a direct rollover.\n\n- Payee of the check or wire: [name of the provider], as trustee or custodian, FBO [my name], Roth IRA, account [number]\n- Address or wire instructions: [from the provider]\n- Withhold no tax: it is a direct rollover\n- Leave my pre-tax and Roth money in the plan\n\nPlease confirm the date, the amount, and how much of it was after-tax contributions and how much earnings.",
        Account::Plan => "Subject: In-plan Roth rollover of my after-tax account\n\nPlease move all of my after-tax contributions and their earnings to my Roth account in the plan, as an in-plan Roth direct rollover.\n\n- Pay nothing out, and withhold no tax\n- Leave my pre-tax money as it is\n- If the plan can convert each new after-tax contribution by itself, please turn that on\n\nPlease confirm the date, the amount, and how much of it was after-tax contributions and how much earnings.",
    }
    .to_owned()
}

/// The question about the ways that are not known.
fn question(basis: &Basis<'_>) -> String {
    let mut words =
        "Subject: Where can after-tax money in our plan go?\n\nHello,\n\nI would like to convert my after-tax contributions to Roth while I work here.\n\n"
            .to_owned();
    for account in basis.allowed.unknown() {
        words.push_str(match account {
            Account::RothIra => {
                "- May I withdraw them with their earnings now, and roll them over directly to a Roth IRA?\n"
            }
            Account::Plan => {
                "- May I convert them with their earnings now to my Roth account in the plan (in-plan Roth rollover)?\n"
            }
        });
    }
    words.push_str("\nPlease name the page of the summary plan description, and the form to use.\n\nThank you.\n");
    words
}
