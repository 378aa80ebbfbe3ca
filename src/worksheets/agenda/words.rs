//! How each entry reads: what to do or what happens, and why.

use super::Act;
use crate::date::Date;
use crate::english::{capitalized, counted, counted_from_one, uncapitalized};
use crate::law::deadlines::OWNER_DAYS;
use crate::law::owner_deadlines::FORM_5500_EZ_ASSETS;
use crate::record::Election;

impl Act {
    /// What to do or what happens for a year, as a short sentence without its end.
    pub(super) fn what(&self, year: i16) -> String {
        let last = year.saturating_add(1);
        match self {
            Self::AskPlan { questions, decides: 0 } => {
                format!("Ask your plan what is still open: {}", counted(*questions, "question", "questions"))
            }
            Self::AskPlan { decides, .. } => {
                format!("Ask your plan the {} whether it can do this", decisive(*decides))
            }
            Self::SeeTo { title, .. } => format!("Correct this: {}", uncapitalized(title)),
            Self::Contribute { each, months: 1, if_allowed } => {
                allowed(*if_allowed, &format!("Contribute {each} of after-tax money"))
            }
            Self::Contribute { each, months, if_allowed } => {
                allowed(*if_allowed, &format!("Contribute {each} of after-tax money in each of {months} months"))
            }
            Self::Deposit { room, if_allowed, .. } => {
                allowed(*if_allowed, &format!("Deposit up to {room} of after-tax money for {year}"))
            }
            Self::SetElection { election, if_allowed, .. } => {
                allowed(*if_allowed, &format!("Set your after-tax election to {}", or_zero(*election)))
            }
            Self::SetDeferrals { deferrals, .. } => format!("Set your deferral election to {deferrals}"),
            Self::LowerDeferrals { over } => format!("Lower your deferrals, or {over} goes over the limit"),
            Self::LastPayday => format!("Last paycheck of {year}"),
            Self::FirstPayday => format!("First paycheck of {year}"),
            Self::RollOver { left } => format!("Put {left} into a Roth IRA: the last of the 60 days"),
            Self::Convert { value, .. } => format!("Convert the {value} that is waiting"),
            Self::ConvertedBy => format!("Last day for a conversion to count in {year}"),
            Self::SaveConfirmations { conversions } => {
                format!("Save the confirmation of {}", counted_from_one(*conversions, "conversion", "conversions"))
            }
            Self::ChooseSpot => "Choose where converted money lands".to_owned(),
            Self::FormsCome { forms: 0 } => format!("Form W-2 for {year} arrives"),
            Self::FormsCome { .. } => format!("Forms W-2 and 1099-R for {year} arrive"),
            Self::LookForForms { forms } => {
                format!("Find {} for {year}", counted_from_one(*forms, "Form 1099-R", "Forms 1099-R"))
            }
            Self::SettleForms { answer, letter: true } => {
                format!("Write to the payer about Form 1099-R: {}", uncapitalized(answer))
            }
            Self::SettleForms { answer, letter: false } => {
                format!("Check Form 1099-R before you file: {}", uncapitalized(answer))
            }
            Self::PayEstimatedTax { .. } => format!("Fourth payment of estimated tax for {year}"),
            Self::File { .. } => format!("File the return for {year} or Form 4868, and pay the tax"),
            Self::FileExtended { .. } => format!("File the return for {year} if you asked for more time"),
            Self::IraContributions => format!("Last day for IRA, Roth IRA and HSA contributions for {year}"),
            Self::IraStatement => format!("Form 5498 for {year} arrives"),
            Self::TellExcess { excess } => format!("Tell one plan that {excess} too much was deferred in {year}"),
            Self::ExcessOut { excess } => format!("Last day for a plan to pay out the {excess} deferred too much"),
            Self::CorrectCatchUp { amount } => {
                format!("Have {amount} of catch-up corrected to Roth before Form W-2 is issued")
            }
            Self::AcpRefund { .. } => format!("Your plan returns after-tax money if the test of {year} failed"),
            Self::AcpRefundLast { .. } => format!("Last day for a refund after the test of {year}"),
            Self::AdditionsCorrected { over } => {
                format!("Your plan should have paid back the {over} over the limit of {year}")
            }
            Self::NextLimits => format!("Look up the limits of {last}, and check plan, provider and elections"),
            Self::EmployerMoney { true_up: true } => format!("A true-up of the {year} match may arrive"),
            Self::EmployerMoney { true_up: false } => format!("Profit sharing for {year} may arrive"),
            Self::AdoptPlan => format!("Adopt your own plan, and elect your {year} deferrals in writing"),
            Self::FirstDeferrals => format!("Last day to elect {year} deferrals in your plan’s first year"),
            Self::BusinessReturn => format!("Return of a partnership or S corporation for {year}, or its extension"),
            Self::ExtendedBusinessReturn => {
                format!("Return of a partnership or S corporation for {year}, with its extension")
            }
            Self::IssueForm { .. } => format!("Issue Form 1099-R for your own conversions of {year}"),
            Self::FileFormOnPaper => format!("File that Form 1099-R for {year} with the IRS, on paper"),
            Self::FileFormElectronically => format!("File that Form 1099-R for {year} with the IRS, electronically"),
            Self::Form5500Ez => format!("File Form 5500-EZ for {year}, if it is due"),
            Self::OwnerMoney { with_business_return: false } => {
                format!("Deposit your {year} deferrals and your business’s contribution")
            }
            Self::OwnerMoney { with_business_return: true } => {
                format!("Last day for your business’s contribution for {year}")
            }
        }
    }

    /// Why, and what to know, in sentences.
    pub(super) fn why(&self, year: i16) -> String {
        let next = year.saturating_add(1);
        match self {
            Self::AskPlan { decides: 0, .. } => "None of it holds you up. The Plan page has the letter.".to_owned(),
            Self::AskPlan { .. } => {
                "Contribute no after-tax money until you know that it can move to Roth. The Plan page has the letter."
                    .to_owned()
            }
            Self::SeeTo { .. } => "That page says what is wrong and how to correct it.".to_owned(),
            Self::Contribute { .. } => "Pay counts in the year in which it is paid.".to_owned(),
            Self::Deposit { last, .. } => format!(
                "An owner’s deposit counts for {year} until {OWNER_DAYS} days after the year, {}. That day does not move.",
                last.long()
            ),
            Self::SetElection { from, not_before, .. } | Self::SetDeferrals { from, not_before, with: None, .. } => {
                entered(*from, *not_before)
            }
            Self::SetDeferrals { from, not_before, with: Some(with), .. } => {
                format!("{} {with} Don’t enter the one for your present deferrals as well.", entered(*from, *not_before))
            }
            Self::LowerDeferrals { .. } => "Nothing is over yet. The Pace page says what to set.".to_owned(),
            Self::LastPayday => {
                format!("The last deferrals and after-tax money of {year}: pay counts when it is paid.")
            }
            Self::FirstPayday => {
                format!("Elections and limits start over. Check that payroll uses the limits of {year}.")
            }
            Self::RollOver { .. } => "What isn’t in a Roth IRA by then stays out, unless a waiver applies.".to_owned(),
            Self::Convert { how, .. } => how.clone(),
            Self::ConvertedBy => format!(
                "It must be posted by then. Plans are busy in the last days, so ask early. Anything later counts in {next}."
            ),
            Self::SaveConfirmations { .. } => {
                "It shows basis and earnings if Form 1099-R does not agree. Enter its number with the conversion."
                    .to_owned()
            }
            Self::ChooseSpot => "Your plan allows both, and its form asks for it before the transfer.".to_owned(),
            Self::FormsCome { forms: 0 } => {
                "After-tax contributions stay in box 1; Roth deferrals have code AA or BB in box 12.".to_owned()
            }
            Self::FormsCome { forms } => format!(
                "According to your ledger, {} should come. Type in each box, and the page compares it.",
                counted(*forms, "Form 1099-R", "Forms 1099-R")
            ),
            Self::LookForForms { .. } => "Payers send it by the end of January. Look on the plan’s site under tax forms.".to_owned(),
            Self::SettleForms { .. } => "A wrong form taxes money that was taxed before. Settle it before you file.".to_owned(),
            Self::PayEstimatedTax { taxable } => format!(
                "Only if nothing covers the tax: {taxable} of your conversions is income, and nothing was withheld from them. More withholding from your pay works too."
            ),
            Self::File { lines } if lines.is_empty() => "An extension gives time to file, not to pay.".to_owned(),
            Self::File { lines } => format!("{lines} An extension gives time to file, not to pay."),
            Self::FileExtended { roth_ira: false } => "Form 4868, filed in April, gives six months.".to_owned(),
            Self::FileExtended { roth_ira: true } => {
                "Form 4868, filed in April, gives six months. Until this day an excess also comes out of a Roth IRA without the 6% tax, if the return was filed on time.".to_owned()
            }
            Self::IraContributions => "An extension of the return does not help.".to_owned(),
            Self::IraStatement => {
                "What a plan rolled into a Roth IRA is in box 2. Keep it; nothing is filed with it.".to_owned()
            }
            Self::TellExcess { .. } => {
                "The plan sets the day, often March 1. Choose the plan that should pay it out.".to_owned()
            }
            Self::ExcessOut { .. } => {
                "After that it is taxed again when it comes out, even Roth deferrals. An extension of the return does not help.".to_owned()
            }
            Self::CorrectCatchUp { .. } => {
                "On Form W-2 that works only until the form is issued; after that by a Roth rollover inside the plan."
                    .to_owned()
            }
            Self::AcpRefund { automatic_by, certain } => {
                let or = automatic_by.map_or_else(String::new, |by| {
                    format!(" By {} in a plan with an eligible automatic contribution arrangement.", by.long())
                });
                format!("{}Leave room in your plans for it.{or}", concerned(*certain))
            }
            Self::AcpRefundLast { certain } => {
                format!("{}After the first day the employer owes a tax of 10% on it.", concerned(*certain))
            }
            Self::AdditionsCorrected { .. } => {
                "Plans that correct in time do so within nine and a half months. Only the plan can.".to_owned()
            }
            Self::NextLimits => {
                format!("The IRS publishes them between late October and mid-November. Then set your elections for {next} before its first paycheck.")
            }
            Self::EmployerMoney { .. } => format!(
                "It still counts toward the limit of {year} if it is in within 30 days after the employer’s return is due; from a tax-exempt or governmental employer, by October 15."
            ),
            Self::AdoptPlan => {
                "Neither a plan nor an election to defer applies to pay or profit from before it. The plan’s document must allow after-tax contributions and conversions.".to_owned()
            }
            Self::FirstDeferrals => {
                "Only for a sole proprietor without employees, and only for the plan’s first year. An extension does not help.".to_owned()
            }
            Self::BusinessReturn => {
                "It sets the last day for employer money. A sole proprietor has no such return.".to_owned()
            }
            Self::ExtendedBusinessReturn => "Form 7004, filed in March, gives six months.".to_owned(),
            Self::IssueForm { gross } => format!(
                "The plan is the payer, and you run it: {gross} left its after-tax money. The Tax forms page has the boxes."
            ),
            Self::FileFormOnPaper => {
                "With Form 1096. On paper only if you file fewer than ten forms of all kinds in the year.".to_owned()
            }
            Self::FileFormElectronically => "Through the IRS’s system IRIS.".to_owned(),
            Self::Form5500Ez => format!(
                "Due if the assets of all your one-participant plans were above {} at the end of {year}, and for a plan’s last year in any case.",
                FORM_5500_EZ_ASSETS.in_dollars()
            ),
            Self::OwnerMoney { with_business_return: false } => {
                "For a sole proprietor: until the return is due, with its extension. After-tax money has its own, earlier day.".to_owned()
            }
            Self::OwnerMoney { with_business_return: true } => {
                "Until the return of the partnership or S corporation is due, with its extension."
                    .to_owned()
            }
        }
    }
}

fn decisive(decides: usize) -> String {
    match decides {
        1 => "question that decides".to_owned(),
        decides => format!("{decides} questions that decide"),
    }
}

fn allowed(if_allowed: bool, what: &str) -> String {
    if if_allowed { format!("If your plan allows it, {}", uncapitalized(what)) } else { capitalized(what) }
}

fn or_zero(election: Election) -> String {
    if election.is_nothing() { "zero".to_owned() } else { election.to_string() }
}

fn entered(from: Date, not_before: Date) -> String {
    format!("It takes effect with the paycheck of {}. Enter it no earlier than {}.", from.long(), not_before.long())
}

fn concerned(certain: bool) -> &'static str {
    if certain { "" } else { "Only if you are highly compensated. " }
}
