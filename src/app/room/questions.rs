//! The questions, simple at first: what applies to few people unfolds or shows only to them.

use leptos::prelude::*;
use planner::draft::{Draft, Field, Key};
use planner::rules::limits::{self, OFFICIAL_YEARS};
use planner::worksheets::pace;

use super::jobs::OtherJobs;
use crate::app::fields::{Choice, SheetAmounts, TextField};
use crate::app::form::Form;
use crate::app::reactive::{When, condition, text};

/// All questions of the worksheet.
#[component]
pub fn Questions(form: Form) -> impl IntoView {
    view! {
        <YouAndYourPay form/>
        <WhatGoesIn form/>
        <When on=condition(move || form.shown().catch_up)>
            <CatchUp form/>
        </When>
        <When on=condition(move || form.shown().own_limits)>
            <OwnLimits form/>
        </When>
        <OtherJobs form/>
        <PlanRules form/>
    }
}

#[component]
fn YouAndYourPay(form: Form) -> impl IntoView {
    let years = Draft::years(form.today)
        .into_iter()
        .map(|year| {
            let official = (OFFICIAL_YEARS.0..=OFFICIAL_YEARS.1).contains(&year);
            let label = if official { year.to_string() } else { format!("{year} (not official)") };
            view! { <option value=year.to_string()>{label}</option> }
        })
        .collect_view();
    view! {
        <section class="card" aria-labelledby="you">
            <h2 id="you">"You and your pay"</h2>
            <div class="pair">
                <div class="field">
                    <label for="year">"Year"</label>
                    <div class="box words">
                        <select
                            id="year"
                            prop:value=text(move || form.year().to_string())
                            on:change=move |event| {
                                if let Ok(year) = event_target_value(&event).parse() {
                                    form.set_year(year);
                                }
                            }
                        >
                            {years}
                        </select>
                    </div>
                </div>
                <TextField form key=Key::BirthDate label="Birth date" hint="Month/day/year"/>
            </div>
            <Choice
                form
                key=Key::Sheet(Field::Income)
                legend="How does this job pay you?"
                options=&[
                    ("wages", "A paycheck, with a Form W-2"),
                    ("self_employed", "My own business: I am self-employed"),
                ]
            />
            <When on=condition(move || !form.shown().self_employed)>
                <TextField
                    form
                    key=Key::Sheet(Field::Pay)
                    label=text(move || format!("Gross pay from this employer for all of {}", form.year()))
                    hint="Salary and bonus before taxes and deductions, from January to December. Owners of an S corporation: your W-2 wages."
                />
            </When>
            <When on=condition(move || form.shown().self_employed)>
                <TextField
                    form
                    key=Key::Sheet(Field::NetProfit)
                    label=text(move || format!("Net profit of your business for all of {}", form.year()))
                    hint="A sole proprietor’s Schedule C profit, or a partner’s earned income, before any contribution for yourself."
                />
                <TextField
                    form
                    key=Key::Sheet(Field::SocialSecurityWages)
                    label="Wages from other jobs that bear Social Security tax"
                    hint="They lower your self-employment tax. Leave it empty if there are none."
                />
            </When>
        </section>
    }
}

#[component]
fn WhatGoesIn(form: Form) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="money">
            <h2 id="money">{text(move || format!("What goes into the plan in {}", form.year()))}</h2>
            <p class="hint">
                <strong>"So far"</strong>
                " is the year-to-date column of your pay stub. "
                <strong>"Still to come"</strong>
                " is what you expect from now to the end of the year. Leave empty what does not apply."
            </p>
            <SheetAmounts
                form
                legend="Your pre-tax deferrals"
                so_far=Field::PreTaxSoFar
                to_come=Field::PreTaxToCome
                hint="What you choose to have taken from your pay before tax."
            />
            <SheetAmounts
                form
                legend="Your Roth deferrals"
                so_far=Field::RothSoFar
                to_come=Field::RothToCome
                hint="Taken from your pay after tax into the plan’s Roth account. Not the same as after-tax contributions."
            />
            <SheetAmounts form legend="Employer match" so_far=Field::MatchSoFar to_come=Field::MatchToCome/>
            <TextField
                form
                key=Key::Sheet(Field::AfterTax)
                label="Your after-tax contributions so far"
                hint="Plans call them voluntary after-tax or non-Roth after-tax. Count them even if they were already moved to Roth."
            />
            <details>
                <summary>"Profit sharing, other employer money, forfeitures"</summary>
                <SheetAmounts
                    form
                    legend="Profit sharing"
                    so_far=Field::ProfitSharingSoFar
                    to_come=Field::ProfitSharingToCome
                />
                <SheetAmounts
                    form
                    legend="Other employer money"
                    so_far=Field::NonelectiveSoFar
                    to_come=Field::NonelectiveToCome
                    hint="Money that does not depend on your deferrals: a nonelective or safe harbor contribution, stock from an ESOP."
                />
                <SheetAmounts
                    form
                    legend="Forfeitures"
                    so_far=Field::ForfeituresSoFar
                    to_come=Field::ForfeituresToCome
                    hint="Money that others left behind and the plan shared out to you."
                />
            </details>
        </section>
    }
}

#[component]
fn CatchUp(form: Form) -> impl IntoView {
    view! {
        <section class="card" aria-labelledby="catch-up-heading">
            <h2 id="catch-up-heading">"Catch-up contributions"</h2>
            <p class="hint">
                "From the year in which you turn 50 you may defer more. Only deferrals above the usual limit are catch-up; they stand outside the limit on the total. Enter them with your deferrals."
            </p>
            <When on=condition(move || form.shown().higher_catch_up)>
                <Choice
                    form
                    key=Key::Sheet(Field::CatchUp)
                    legend="Does the plan take catch-up contributions?"
                    options=&[
                        ("unknown", "I don’t know"),
                        ("higher", "Yes, with the higher amount for ages 60 to 63"),
                        ("standard", "Yes, the usual amount only"),
                        ("none", "No"),
                    ]
                />
            </When>
            <When on=condition(move || !form.shown().higher_catch_up)>
                <Choice
                    form
                    key=Key::Sheet(Field::CatchUp)
                    legend="Does the plan take catch-up contributions?"
                    options=&[("unknown", "I don’t know"), ("standard", "Yes"), ("none", "No")]
                />
            </When>
            <When on=condition(move || form.shown().roth_catch_up)>
                <TextField
                    form
                    key=Key::Sheet(Field::PriorWages)
                    label=text(move || {
                        format!("Box 3 of your {} Form W-2 from this employer", form.year() - 1)
                    })
                    hint="Social Security wages. They decide whether your catch-up must be Roth. If you did not work here then, enter 0."
                />
                <Choice
                    form
                    key=Key::Sheet(Field::RothDeferrals)
                    legend="Does the plan take Roth deferrals?"
                    options=&[("unknown", "I don’t know"), ("yes", "Yes"), ("no", "No")]
                />
            </When>
        </section>
    }
}

#[component]
fn OwnLimits(form: Form) -> impl IntoView {
    let own = move |field: Field, limit: &'static limits::Limit, label: &'static str| {
        let hint = text(move || match limit.on_file(form.year()) {
            Some(amount) => format!("Projected: {}. Leave empty to use it.", amount.value),
            None => "Not known to this planner: fill it in.".to_owned(),
        });
        view! { <TextField form key=Key::Sheet(field) label hint/> }
    };
    view! {
        <section class="card" aria-labelledby="own-limits">
            <h2 id="own-limits">{text(move || format!("Limits of {} (not official)", form.year()))}</h2>
            <p class="hint">
                "This planner has no official figures for this year. Enter those of the IRS notice once it is out, or take the projection."
            </p>
            <div class="grid">
                {own(Field::OwnElectiveDeferrals, &limits::ELECTIVE_DEFERRALS, "Elective deferrals")}
                {own(Field::OwnAnnualAdditions, &limits::ANNUAL_ADDITIONS, "Annual additions (the total)")}
                {own(Field::OwnCatchUp, &limits::CATCH_UP, "Catch-up from age 50")}
                {own(Field::OwnCatchUpHigher, &limits::CATCH_UP_60_TO_63, "Catch-up for ages 60 to 63")}
                {own(Field::OwnPayCounted, &limits::PAY_COUNTED, "Pay that a plan may count")}
                {own(Field::OwnRothWages, &limits::ROTH_CATCH_UP_WAGES, "Wages above which catch-up must be Roth")}
                {own(Field::OwnWageBase, &limits::SOCIAL_SECURITY_WAGE_BASE, "Social Security wage base")}
            </div>
        </section>
    }
}

#[component]
fn PlanRules(form: Form) -> impl IntoView {
    view! {
        <section class="card">
            <details id="plan-rules">
                <summary><h2>"Your plan’s own rules and special cases"</h2></summary>
                <p class="hint">"Only what your plan’s summary or HR says. Leave empty what it does not have."</p>
                <Choice
                    form
                    key=Key::Sheet(Field::PlanKind)
                    legend="Kind of plan"
                    options=&[("401k", "401(k)"), ("403b", "403(b)")]
                />
                <div class="grid">
                    <TextField
                        form
                        key=Key::Sheet(Field::DeferralLimit)
                        label="The plan’s own limit on deferrals"
                        hint="In dollars, if lower than the law’s."
                    />
                    <TextField
                        form
                        key=Key::Sheet(Field::AfterTaxDollars)
                        label="Most after-tax money a year"
                        hint="In dollars."
                    />
                    <TextField
                        form
                        key=Key::Sheet(Field::AfterTaxPercent)
                        label="Most after-tax money as a share of pay"
                        hint="Percent of pay."
                    />
                    <TextField
                        form
                        key=Key::Sheet(Field::CombinedPercent)
                        label="Most deferrals and after-tax money together"
                        hint="Percent of pay, catch-up apart."
                    />
                </div>
                <Choice
                    form
                    key=Key::Sheet(Field::PercentOfCountedPay)
                    legend="Do those percentages stop at the pay that a plan may count?"
                    options=&[("unknown", "I don’t know"), ("yes", "Yes"), ("no", "No, all pay counts")]
                />
                <div class="grid">
                    <TextField
                        form
                        key=Key::Sheet(Field::ReservedMatch)
                        label="Match for which the plan keeps room"
                        hint="Some plans leave room for the largest possible match whatever you defer: its dollars."
                    />
                    <TextField
                        form
                        key=Key::Sheet(Field::LimitationMonths)
                        label="Months in a short first plan year"
                        hint="Only for a new plan whose limitation year is under 12 months. Joining in mid-year does not count. If the plan’s year is not the calendar year, choose above the year in which it ends."
                    />
                    <TextField
                        form
                        key=Key::Sheet(Field::MonthsLeft)
                        label="Months left to contribute in"
                        hint=text(move || {
                            format!(
                                "By today’s date {}, this month included.",
                                pace::months_left(form.year(), form.today),
                            )
                        })
                    />
                </div>
            </details>
        </section>
    }
}
