//! How to type each form into tax software, in words.

use super::plan_name;
use crate::english::{capitalized, counted};
use crate::law::form_1040;
use crate::law::rates::shown::EARLY;
use crate::money::Money;
use crate::record::PlanName;
use crate::worksheets::tax_forms::expected_forms::FormReason;
use crate::worksheets::tax_forms::software::{Destination, EntryFacts, Screen, SoftwareEntry};

/// An entry with its screens.
pub fn entry(facts: &EntryFacts<'_>) -> SoftwareEntry {
    let mut name = capitalized(facts.part.reason.name());
    if facts.payer != plan_name(&PlanName::ThisJob) {
        name = format!("{name}, {}", facts.payer);
    }
    let form = match facts.of_several {
        Some((place, count)) => format!("Entry {place} of {count}: {name}"),
        None => name,
    };
    let several = facts.of_several.map(|(_, count)| {
        let note = format!(
            "You have one form for {count} destinations, but software allows one destination for each form. Add the form once for each destination; these are the boxes for this one. Together the entries add up to the form."
        );
        screen("One form, several destinations", note)
    });
    let each = (facts.of_several.is_none() && facts.came > 1).then(|| {
        let note = format!(
            "{} came. Type each one separately, as printed; the figures here are their totals.",
            counted(facts.came, "form", "forms")
        );
        screen("Several forms", note)
    });
    let differs = facts.differs.then(|| {
        screen(
            "The form that came differs",
            "These are the right figures according to your records. If the payer does not correct the form before you file, enter them, and file Form 4852 in place of the wrong form.".to_owned(),
        )
    });
    let screens = [several, each, differs, Some(kind()), Some(boxes(facts))].into_iter().flatten();
    SoftwareEntry { form, screens: screens.chain(after(facts)).collect() }
}

const fn screen(asks: &'static str, answer: String) -> Screen {
    Screen { asks, answer }
}

fn kind() -> Screen {
    let answer =
        "Form 1099-R from an employer’s plan, such as a 401(k) or 403(b). Leave IRA/SEP/SIMPLE unchecked.".to_owned();
    screen("Which kind of form is it?", answer)
}

fn boxes(facts: &EntryFacts<'_>) -> Screen {
    let EntryFacts { part, withheld, codes, .. } = facts;
    let answer = format!(
        "Box 1: {}. Box 2a: {} (type the amount even if it is zero). Box 4: {}. Box 5: {}. Box 7: {codes}.",
        part.gross,
        part.taxable,
        or_blank(*withheld),
        or_blank(part.basis)
    );
    screen("Boxes", answer)
}

fn or_blank(amount: Money) -> String {
    if amount.is_positive() { amount.to_string() } else { "blank".to_owned() }
}

/// The screens after the boxes.
fn after(facts: &EntryFacts<'_>) -> Vec<Screen> {
    let gross = facts.part.gross;
    let moved = |answer: String| screen("What did you do with the money?", answer);
    let to = |answer: &str| screen("Where did it go?", answer.to_owned());
    let mut screens = match &facts.destination {
        Destination::InPlan => vec![
            moved(format!("I rolled over all of it: {gross}.")),
            to("To a Roth account in the same plan: an in-plan Roth rollover. Nothing went to a Roth IRA."),
        ],
        Destination::RothIra => vec![
            moved(format!("I rolled over all of it: {gross}.")),
            to("Straight to a Roth IRA. It was not an in-plan rollover, and it did not come from an IRA."),
        ],
        Destination::PreTax => vec![
            moved(format!("I rolled over all of it: {gross}.")),
            to("To a traditional IRA or another pre-tax account. None of it went to Roth."),
        ],
        Destination::PaidOut { rolled_over, .. } => vec![
            moved(paid_out(gross, *rolled_over)),
            to("What I rolled over went to a Roth IRA. It did not come from an IRA."),
        ],
        Destination::Returned => {
            return vec![
                moved("The plan returned it as excess money. It was not rolled over.".to_owned()),
                screen("Where does it go on the return?", returned(facts)),
            ];
        }
    };
    if facts.part.basis.is_positive() {
        screens.push(screen(
            "Did you make after-tax contributions? How much?",
            format!("Yes, {}, the amount in box 5. They are not Roth contributions.", facts.part.basis),
        ));
    }
    screens.push(screen(
        "Is any of it a required minimum distribution?",
        "Your ledger shows none. A required distribution cannot be rolled over.".to_owned(),
    ));
    screens.push(screen(EXCEPTION_ASKS, exception(facts)));
    screens.push(screen("What should the result be?", result(facts)));
    screens
}

const EXCEPTION_ASKS: &str = "Does an exception to the early-withdrawal tax apply?";

fn paid_out(gross: Money, rolled_over: Money) -> String {
    if rolled_over == Money::ZERO {
        format!("I kept all of it: {gross}.")
    } else if rolled_over >= gross {
        format!("It was paid to me, and I rolled over all of it within 60 days: {gross}.")
    } else {
        format!("It was paid to me. I rolled over {rolled_over} within 60 days and kept {}.", gross - rolled_over)
    }
}

fn exception(facts: &EntryFacts<'_>) -> String {
    match facts.destination {
        Destination::PaidOut { early: Some(earnings), .. } => format!(
            "Only if one really does. Without one, the {EARLY} tax is due on the {earnings} of earnings you kept."
        ),
        Destination::PaidOut { .. } => {
            format!("None is needed. No {EARLY} tax is due on what was rolled over or was after-tax money.")
        }
        _ => format!("None is needed: the {EARLY} tax does not apply to a rollover."),
    }
}

fn result(facts: &EntryFacts<'_>) -> String {
    let lines = form_1040::lines(facts.year);
    let mut text = format!(
        "Line {} goes up by {}, line {} by {}.",
        lines.gross, facts.part.gross, lines.taxable, facts.part.taxable
    );
    let kept = matches!(facts.destination, Destination::PaidOut { rolled_over: Money::ZERO, .. });
    if !kept {
        text.push_str(" No Form 8606 appears. If one does, an answer above was different.");
    }
    if facts.part.reason == FormReason::TraditionalIra && facts.part.basis.is_positive() {
        let basis = format!(" Line 2 of the next Form 8606 that you file goes up by {}.", facts.part.basis);
        text.push_str(&basis);
    }
    if facts.other.is_positive() {
        let other = format!(" That includes {} of other money you entered.", facts.other);
        text.push_str(&other);
    }
    text
}

fn returned(facts: &EntryFacts<'_>) -> String {
    let lines = form_1040::lines(facts.year);
    if facts.part.reason == FormReason::AnnualAdditions {
        return format!(
            "Box 1 on line {} and the {} of box 2a on line {}. The {EARLY} tax does not apply.",
            lines.gross, facts.part.taxable, lines.taxable
        );
    }
    if facts.codes.contains('P') {
        return format!(
            "The {} is wages for {}, the year of the deferrals: it belongs on line {} of that year’s return. Amend that return if you have filed it.",
            facts.part.taxable,
            facts.year - 1,
            form_1040::lines(facts.year - 1).wages
        );
    }
    format!(
        "The {} of box 2a is income on the line for wages, {}, and nothing goes on lines {} and {}. If software puts it there, look for “corrective distribution” or enter it as other earned income instead. The {EARLY} tax does not apply.",
        facts.part.taxable, lines.wages, lines.gross, lines.taxable
    )
}
