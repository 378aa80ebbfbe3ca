//! The facts about taking money out: when, and at what tax.

use super::{Fact, Favors, Topic};
use crate::law::citations;
use crate::record::{Answer, EmployerKind};
use crate::worksheets::landing::{Account, Basis, dates};

pub(super) fn reach(basis: &Basis<'_>) -> Fact {
    let (young, half_age) = (basis.young(), dates::on(basis.half_age));
    let free = basis.clocks.plan.qualified;
    let for_you = match basis.needed_early() {
        Answer::Yes => {
            format!(
                "You may need the money before you turn 59½ on {half_age}. A Roth IRA lets you take it; the plan may not."
            )
        }
        Answer::Unknown => format!("It matters if you may need the money before you turn 59½ on {half_age}."),
        Answer::No if young => "You do not expect to need the money before 59½.".to_owned(),
        Answer::No if free => "You are 59½, and both parts come out of the plan free of tax.".to_owned(),
        Answer::No => {
            "You are 59½. Until the plan’s clock is met, its payments still carry taxable earnings.".to_owned()
        }
    };
    Fact {
        topic: Topic::Reach,
        roth_ira: "The after-tax money that you converted is yours at any time, free of tax. The law lets what you contributed directly come out first, then conversions, the oldest first, and earnings last. Of each conversion, the part that was taxable comes before the rest.".to_owned(),
        plan: "It comes out only when the plan pays: after you leave, or earlier where its rules allow. Until the account is qualified (its clock is met and you are 59½), you cannot take the after-tax money alone: each payment carries its share of earnings, and they are income.".to_owned(),
        for_you,
        favors: if young || !free { Favors::RothIra } else { Favors::Neither },
        matters: young && basis.needed_early() != Answer::No,
        citation: citations::ROTH_IRA_ORDER,
    }
}

pub(super) fn clocks(basis: &Basis<'_>) -> Fact {
    let (roth_ira, plan) = (&basis.clocks.roth_ira, &basis.clocks.plan);
    // No day at all is later than any.
    let sooner = |one: Option<_>, other: Option<_>| one.is_some_and(|one| other.is_none_or(|other| one < other));
    let favors = if roth_ira.qualified && plan.qualified {
        Favors::Neither
    } else if sooner(roth_ira.qualified_on, plan.qualified_on) {
        Favors::RothIra
    } else if sooner(plan.qualified_on, roth_ira.qualified_on) {
        Favors::Plan
    } else {
        Favors::Neither
    };
    // A clock matters where it outlasts age 59½.
    let decides = |account: Account| {
        let clock = basis.clocks.of_account(account);
        !clock.qualified && clock.qualified_on != basis.half_age && basis.allowed.to(account) != Answer::No
    };
    let free = |account: Account| {
        let clock = basis.clocks.of_account(account);
        if clock.qualified { "now".to_owned() } else { format!("from {} on", dates::on(clock.qualified_on)) }
    };
    Fact {
        topic: Topic::Clocks,
        roth_ira: format!(
            "Earnings are free of tax from 59½ on, once five taxable years are over since January 1 of the first year of any Roth IRA of yours. {}",
            roth_ira.says()
        ),
        plan: format!(
            "The same, but the five years are those of this plan’s Roth account alone. {} If you roll the account over to a Roth IRA, the Roth IRA’s clock counts instead.",
            plan.says()
        ),
        for_you: format!(
            "Earnings are free of tax {} in the Roth IRA and {} in the plan.",
            free(Account::RothIra),
            free(Account::Plan)
        ),
        favors,
        matters: decides(Account::RothIra) || decides(Account::Plan),
        citation: match favors {
            Favors::Plan => citations::ROTH_ACCOUNT_CLOCK,
            Favors::RothIra | Favors::Neither => citations::ROTH_IRA_CLOCK,
        },
    }
}

pub(super) fn recapture(basis: &Basis<'_>) -> Fact {
    let open = basis.open;
    let for_you = if open.taxable.is_positive() {
        format!(
            "{} of your conversions is under it today: at most {} of tax, until {}. The after-tax part is free.",
            open.taxable,
            open.tax,
            dates::on(open.until)
        )
    } else if basis.young() {
        "None of your conversions is under it today. Convert soon after each contribution, and next to nothing ever is."
            .to_owned()
    } else {
        "From 59½ on it does not apply.".to_owned()
    };
    Fact {
        topic: Topic::Recapture,
        roth_ira: "If the part of a conversion that was taxable comes out before 59½ and within five taxable years from January 1 of that year, it costs a tax of 10%, though you paid income tax on it already.".to_owned(),
        plan: "The same rule holds, but not for payments after you leave the job from 55 on.".to_owned(),
        for_you,
        favors: Favors::Neither,
        matters: open.taxable.is_positive() && basis.needed_early() != Answer::No,
        citation: citations::CONVERSION_RECAPTURE,
    }
}

pub(super) fn leaving_from_55(basis: &Basis<'_>) -> Fact {
    let leaves = basis.leaves_from_55();
    let near = basis.today.year().saturating_sub(basis.birth_date.year()) >= 50;
    let from = dates::on(basis.year_of_55());
    let mut for_you = match leaves {
        Answer::Yes => format!(
            "You mean to leave from 55 on: if you do so on or after {from}, the plan pays without the 10% tax. In a Roth IRA that tax stays on earnings, and on taxable parts of conversions under five years old, until 59½."
        ),
        Answer::Unknown => format!("It matters if you may leave this job between {from} and 59½."),
        Answer::No if basis.young() => "You do not mean to leave the job in those years.".to_owned(),
        Answer::No => "You are 59½, so the 10% tax is over in both spots.".to_owned(),
    };
    if basis.entry.plan.employer == EmployerKind::Government && leaves != Answer::No {
        for_you.push_str(
            " For police, firefighters and other public safety employees it is age 50, or 25 years of service under the plan.",
        );
    }
    Fact {
        topic: Topic::LeavingFrom55,
        roth_ira: "There is no such rule for an IRA: until 59½, earnings are income and bear a tax of 10%.".to_owned(),
        plan: "If you leave in or after the year in which you turn 55, payments from this plan bear no 10% tax. Earnings are still income until the account is qualified. The rule is lost once the money is in an IRA.".to_owned(),
        for_you,
        favors: if leaves == Answer::No { Favors::Neither } else { Favors::Plan },
        matters: leaves == Answer::Yes || (leaves == Answer::Unknown && near),
        citation: citations::LEAVING_FROM_55,
    }
}

pub(super) fn first_home(basis: &Basis<'_>) -> Fact {
    let needed = basis.needed_early();
    Fact {
        topic: Topic::FirstHome,
        roth_ira: "Up to $10,000 in your lifetime for a first home: earnings without the 10% tax, and free of income tax too once the clock is met. The purchase must follow within 120 days.".to_owned(),
        plan: "No such rule. The money would first have to go to a Roth IRA.".to_owned(),
        for_you: match needed {
            Answer::Yes => "It may help if it is a home that you need the money for.",
            Answer::Unknown => "It matters if you mean to buy a first home before 59½.",
            Answer::No => "Not needed, by your answers.",
        }
        .to_owned(),
        favors: if needed == Answer::No { Favors::Neither } else { Favors::RothIra },
        matters: needed == Answer::Yes,
        citation: citations::FIRST_HOME,
    }
}

pub(super) fn required_distributions() -> Fact {
    Fact {
        topic: Topic::RequiredDistributions,
        roth_ira: "None while you live.".to_owned(),
        plan: "None while you live, since 2024. Before, there were some.".to_owned(),
        for_you: "No difference any more. The guide names this as a reason for the Roth IRA; the law has changed since that reason arose.".to_owned(),
        favors: Favors::Neither,
        matters: false,
        citation: citations::NO_LIFETIME_DISTRIBUTIONS,
    }
}
