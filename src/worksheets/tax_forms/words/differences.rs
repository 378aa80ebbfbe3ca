//! What a difference on a form means, whether it matters, and whom to ask.

use super::{other_money, tax_at_rate, whole_forms};
use crate::date::Date;
use crate::explain::Severity::{Attention, Note, Problem};
use crate::law::deadlines::DAYS_TO_ROLL_OVER;
use crate::law::limits::LEAST_WITHHELD;
use crate::law::rates::shown::{EARLY, WITHHOLDING};
use crate::law::{Citation, citations};
use crate::worksheets::tax_forms::codes::meanings;
use crate::worksheets::tax_forms::differences::{
    Codes, Compared, Difference, DifferenceCode, DifferenceWords, Higher, Undetermined,
};
use crate::worksheets::tax_forms::expected_forms::FormReason;

const BOX_1: Citation = citations::FORM_1099R_BOX_1;
const BOX_2A: Citation = citations::FORM_1099R_BOX_2A;
const BOX_2B: Citation = citations::FORM_1099R_BOX_2B;
const BOX_5: Citation = citations::FORM_1099R_BOX_5;
const BOX_7: Citation = citations::FORM_1099R_BOX_7;

impl Difference {
    /// It in words, with its severity and where the law or the instructions say so.
    #[must_use]
    pub fn words(&self) -> DifferenceWords {
        match self {
            Self::GrossHigher { box_1, year, conversion } => {
                gross_differs(box_1, *year, "higher", gross_higher(*year, *conversion))
            }
            Self::GrossLower { box_1, year, conversion } => {
                gross_differs(box_1, *year, "lower", gross_lower(*year, *conversion))
            }
            Self::AllTaxable { basis, taxable, too_much, tax } => DifferenceWords {
                severity: Problem,
                citation: BOX_5,
                title: "The payer treats all of it as taxable".into(),
                means: format!("Box 2a equals box 1 and box 5 is empty, as if it held no after-tax money. By your ledger, {basis} of it was taxed before you contributed it."),
                matters: format!("If you file by it, {too_much} too much counts as income. {}", tax_at_rate(*tax)),
                ask: format!("Ask the payer for a corrected form with {basis} in box 5 and {taxable} in box 2a. Have the statements ready that show your after-tax contributions."),
                request: format!("Box 2a shows the whole of box 1 and box 5 is blank. {basis} of it are my after-tax contributions: box 5 should show {basis} and box 2a {taxable}."),
            },
            Self::NotDetermined { taxable, basis, box_2a } => DifferenceWords {
                severity: if *box_2a == Undetermined::CheckedButRight { Note } else { Attention },
                citation: BOX_2B,
                title: match box_2a {
                    Undetermined::Blank => "Box 2a is blank".into(),
                    _ => "“Taxable amount not determined” is checked".into(),
                },
                means: format!("The payer says that it does not know the taxable part. A plan that tracks after-tax money should know it. By your ledger it is {taxable}."),
                matters: match box_2a {
                    Undetermined::CheckedButRight => "The figure in box 2a is right, and you can use it.".into(),
                    _ => format!("A blank is not the same as 0.00. Tax software may take the whole of box 1 as income, and you must then show the {basis} of after-tax money yourself."),
                },
                ask: format!("Ask the payer to find the amount and correct the form. If it does not, enter {taxable} as the taxable amount and keep the statements that show your contributions."),
                request: match box_2a {
                    Undetermined::CheckedButRight => String::new(),
                    _ => format!("The taxable amount is not determined. By my records box 2a should show {taxable} and box 5 {basis}."),
                },
            },
            Self::TaxableZero { box_2a, old, tax, .. } => taxable_differs(box_2a, DifferenceWords {
                severity: Problem,
                citation: BOX_2A,
                title: format!("Box 2a is zero, but {} of earnings moved", box_2a.due),
                means: format!("By your ledger part of what moved was growth, which is income in the year it moves to Roth. The plan may count the growth elsewhere, or the form is wrong.{}", if_old(*old)),
                matters: format!("A zero on the form does not make growth tax-free: your return must be right whatever the form says. {}", tax_at_rate(*tax)),
                ask: "Ask the plan how much of each conversion was earnings. If its own figure is zero, enter that with the conversion; if it was not, ask for a corrected form.".into(),
                request: taxable_request(box_2a),
            }),
            Self::TaxableHigher { box_2a, cause: Higher::Split { earnings }, tax, .. } => taxable_differs(box_2a, DifferenceWords {
                severity: Problem,
                citation: BOX_2A,
                title: format!("Box 2a shows {}, though a split rollover is not taxed", box_2a.came),
                means: "The earnings went to a pre-tax account, where they are taxed only later. The payer may have sent them to Roth, or filled in the form as if it had.".into(),
                matters: format!("If you file by it, {} too much counts as income. {}", box_2a.gap, tax_at_rate(*tax)),
                ask: "Ask the payer where each part went. If the earnings went to a pre-tax account, ask for a corrected form with 0.00 in box 2a. If the payer refuses, enter the form in your tax software as two, one for each account, as the table below shows: the figures are right that way.".into(),
                request: format!("Box 2a shows {}. The earnings of {earnings} went by direct rollover to a traditional IRA or pre-tax account, and the after-tax contributions to a Roth IRA (Notice 2014-54), so box 2a should show $0.00.", box_2a.came),
            }),
            Self::TaxableHigher { box_2a, cause: Higher::TraditionalIra, tax, .. } => taxable_differs(box_2a, DifferenceWords {
                severity: Problem,
                citation: BOX_2A,
                title: format!("Box 2a shows {}, though a rollover to a traditional IRA is not taxed", box_2a.came),
                means: "By your ledger all of it went straight to a traditional IRA or another pre-tax account, where the earnings are taxed only later.".into(),
                matters: format!("If you file by it, {} too much counts as income. {}", box_2a.gap, tax_at_rate(*tax)),
                ask: "Check where the money went. If it went to a Roth IRA, change the conversion in the ledger; if not, ask for a corrected form with 0.00 in box 2a.".into(),
                request: format!("Box 2a shows {}. All of it went by direct rollover to a traditional IRA, so box 2a should show $0.00.", box_2a.came),
            }),
            Self::TaxableHigher { box_2a, cause: Higher::Unknown, tax, .. } => taxable_differs(box_2a, DifferenceWords {
                severity: Problem,
                citation: BOX_2A,
                title: format!("Box 2a is {} higher than your ledger", box_2a.gap),
                means: "The payer counts more of it as earnings than your ledger does. A contribution or a balance may be missing or wrong in your ledger: the plan’s own record usually decides.".into(),
                matters: format!("If you file by it, {} more counts as income. {}", box_2a.gap, tax_at_rate(*tax)),
                ask: ENTER_THE_PLANS_FIGURES.into(),
                request: taxable_request(box_2a),
            }),
            Self::TaxableLower { box_2a, old, tax, .. } => taxable_differs(box_2a, DifferenceWords {
                severity: Problem,
                citation: BOX_2A,
                title: format!("Box 2a is {} lower than your ledger", box_2a.gap),
                means: format!("The payer counts less of it as earnings than your ledger does. A balance may be wrong in your ledger: the plan’s own record usually decides.{}", if_old(*old)),
                matters: format!("If your ledger is right, {} of income is missing on the form and still taxed. {}", box_2a.gap, tax_at_rate(*tax)),
                ask: ENTER_THE_PLANS_FIGURES.into(),
                request: taxable_request(box_2a),
            }),
            Self::BasisMissing { basis } => DifferenceWords {
                severity: Attention,
                citation: BOX_5,
                title: format!("Box 5 is empty, but {basis} of after-tax money moved"),
                means: "Box 5 shows the after-tax contributions in the payment. Without it nothing on the form says why box 2a is less than box 1.".into(),
                matters: format!("Tax follows box 2a. Box 5 is your proof for it, and for what can later leave a Roth IRA free of the {EARLY} tax."),
                ask: format!("Ask the payer for a corrected form with {basis} in box 5."),
                request: format!("Box 5 is blank; it should show {basis} of after-tax contributions."),
            },
            Self::BasisDiffers { came, due } => DifferenceWords {
                severity: Attention,
                citation: BOX_5,
                title: format!("Box 5 shows {came}, your ledger {due}"),
                means: "Box 5 is the after-tax contributions in the payment. The two records count them differently.".into(),
                matters: "Tax follows box 2a. Box 5 is your proof for it in later years.".into(),
                ask: "Compare the ledger’s contributions with your last pay stub and the plan’s statement. If they agree, ask the payer how box 5 came about.".into(),
                request: format!("Box 5 shows {came}. By my records {due} of it are after-tax contributions. Please tell me how box 5 came about, or correct the form."),
            },
            Self::WithheldOnDirect { withheld } => DifferenceWords {
                severity: Attention,
                citation: citations::FORMS_WITHHOLDING,
                title: format!("{withheld} of tax was withheld on a direct rollover"),
                means: "Nothing is withheld where the money goes straight to Roth. These dollars went to the IRS for you, so they did not reach the Roth account.".into(),
                matters: format!("They count toward your tax, so they are not lost. But as money paid to you they are no rollover, and before age 59½ their taxable part may bear {EARLY} more."),
                ask: "Ask the payer why tax was withheld, and whether the conversion was made as a payment to you.".into(),
                request: format!("Box 4 shows {withheld}. I asked for a direct rollover, from which nothing is withheld. Please tell me why, or correct the form."),
            },
            Self::NothingWithheld { due, small } => DifferenceWords {
                severity: if *small { Note } else { Attention },
                citation: citations::FORMS_WITHHOLDING,
                title: "No tax was withheld from a payment to you".into(),
                means: format!("The plan withholds {WITHHOLDING} of the taxable part, which is {due} here, unless the year’s payments stay under {}.", LEAST_WITHHELD.in_dollars()),
                matters: "You owe the tax on box 2a all the same, and nothing has been paid toward it.".into(),
                ask: "Compare with the amount that arrived. If nothing was withheld, set the tax aside; if something was, ask for a corrected form.".into(),
                request: if *small { String::new() } else { format!("Box 4 is blank. Please confirm whether {due} of tax was withheld, and correct the form if it was.") },
            },
            Self::WithheldDiffers { withheld, due } => DifferenceWords {
                severity: Note,
                citation: citations::FORMS_WITHHOLDING,
                title: format!("Box 4 is {withheld}; {WITHHOLDING} of the earnings is {due}"),
                means: format!("You may ask for more than {WITHHOLDING}, and a payer that does not know the basis withholds on more."),
                matters: "Whatever was withheld counts toward your tax, on line 25b.".into(),
                ask: "Compare box 4 with the amount that arrived. The two add up to box 1.".into(),
                request: String::new(),
            },
            Self::CodePaidOut { codes, earnings, early_tax } => DifferenceWords {
                severity: Problem,
                citation: BOX_7,
                title: format!("Code {} says that the money was paid to you", typed(codes)),
                means: format!("{} A rollover straight to Roth has code G.", stands_for(codes)),
                matters: format!(
                    "A payment to you must reach a Roth IRA within {DAYS_TO_ROLL_OVER} days to count as a rollover, and {WITHHOLDING} of its taxable part is withheld.{}",
                    early_tax.map(|tenth| format!(" With code 1 the IRS also looks for {EARLY} more tax, {tenth} on box 2a.")).unwrap_or_default()
                ),
                ask: format!("{ASK_FOR_G} If the check was made out to you, change the conversion in the ledger to “paid to you”. If your return is due first, or the IRS writes to you about it: the {earnings} of earnings is income, but it is no early payment, since all of it was rolled over. File by that, answer the letter by its date, and send copies of the Form 5498 or statement of the account that received it and of the plan’s statement as proof."),
                request: code_request(codes),
            },
            Self::CodeH { codes, earnings, basis } => DifferenceWords {
                severity: Problem,
                citation: BOX_7,
                title: "Code H is for money that was Roth already".into(),
                means: "H is a direct rollover from a Roth account of the plan to a Roth IRA. After-tax money that is converted is not Roth before it moves.".into(),
                matters: format!("Software treats an H rollover as tax-free, so the {earnings} of earnings would be left out, and the basis would count as Roth contributions."),
                ask: format!("Ask the payer for a corrected form with code G, {earnings} in box 2a and {basis} in box 5."),
                request: code_request(codes),
            },
            Self::CodeB { codes, earnings } => DifferenceWords {
                severity: Problem,
                citation: BOX_7,
                title: "Code B is for payments from a Roth account".into(),
                means: "B says that the money came out of the plan’s Roth account. After-tax money is a different account, and in-plan it moves into the Roth account.".into(),
                matters: format!("Software would ask for the Roth account’s first year and may take the {earnings} of earnings as tax-free."),
                ask: ASK_FOR_G.into(),
                request: code_request(codes),
            },
            Self::CodeCorrection { codes } => DifferenceWords {
                severity: Problem,
                citation: BOX_7,
                title: format!("Code {} says that the plan returned too much", typed(codes)),
                means: format!("{} Such money was never allowed to stay, and it cannot be rolled over.", stands_for(codes)),
                matters: "If that is true, what went into a Roth IRA must come out again. If it is not, the code would tax it in the wrong year or place.".into(),
                ask: "Ask the plan whether a limit or a test was failed. If so, enter the amount under returned money; if not, ask for a corrected form with code G.".into(),
                request: code_request(codes),
            },
            Self::CodeIra { codes } => DifferenceWords {
                severity: Problem,
                citation: BOX_7,
                title: format!("Code {} belongs to an IRA", typed(codes)),
                means: format!("{} Money of a 401(k) or 403(b) never has it.", stands_for(codes)),
                matters: "It would put the payment on the IRA lines and bring in Form 8606, which does not apply here.".into(),
                ask: "Check that this form is for the conversion and not for one of your IRAs. If it is, ask the payer for a corrected form with code G.".into(),
                request: code_request(codes),
            },
            Self::CodeOther { codes } => code_does_not_fit(codes),
            Self::CodeWithAnother { codes } => DifferenceWords {
                severity: Attention,
                citation: BOX_7,
                title: format!("Code G comes with another: {}", typed(codes)),
                means: format!("The codes stand for {}. With G only 4, for an heir, or B, for a Roth account, is ever combined.", meanings(&codes.came)),
                matters: "G alone is right for your own conversion. The other code may make software ask for things that do not apply.".into(),
                ask: ASK_FOR_G.into(),
                request: code_request(codes),
            },
            Self::CodeMissing { codes } => DifferenceWords {
                severity: Attention,
                citation: BOX_7,
                title: "Box 7 is empty".into(),
                means: format!("Box 7 should show code {}. Without a code nobody can tell what the payment was.", codes.due),
                matters: "Tax software asks for the code, and the IRS reads the form by it.".into(),
                ask: "Type the code. If it is blank on paper, ask the payer for a corrected form.".into(),
                request: code_request(codes),
            },
            Self::CodeDirect { codes, withheld } => DifferenceWords {
                severity: if withheld.is_some() { Attention } else { Note },
                citation: citations::CUSTODIAN_CHECK,
                title: "Code G says that it went straight to Roth".into(),
                means: "By your ledger the money was paid to you. G is a rollover that never passed through your hands.".into(),
                matters: format!("For a direct rollover there are no {DAYS_TO_ROLL_OVER} days, and nothing is withheld. Tax on the earnings is the same."),
                ask: format!("Look at the check or the transfer. If it was made out to the new account “for the benefit of” you, it was a direct rollover, and code G is right: choose “straight to a Roth IRA” for it in the ledger. If it was made out to you, the code is wrong, and the {DAYS_TO_ROLL_OVER} days count."),
                request: withheld.map(|withheld| format!("Box 7 shows {}, a direct rollover, but box 4 shows {withheld} of tax withheld. Please tell me whether the money was paid to me, and correct the form.", typed(codes))).unwrap_or_default(),
            },
            Self::CodeAge { codes, exception, early_tax } => DifferenceWords {
                severity: if *exception { Note } else { Attention },
                citation: BOX_7,
                title: format!("Code {} instead of {}", typed(codes), codes.due),
                means: format!(
                    "1 and 2 are for payments before age 59½, 7 for those from then on. Your birth date makes it {}; code {} stands for {}.",
                    codes.due, typed(codes), meanings(&codes.came)
                ),
                matters: if *exception {
                    format!("With code 2 no additional tax of {EARLY} is due.")
                } else {
                    format!("Before age 59½ earnings that were not rolled over bear {EARLY} more tax: {early_tax} at most here.")
                },
                ask: "Check your birth date here. If it is right, ask the payer which birth date it has.".into(),
                request: if *exception { String::new() } else { code_request(codes) },
            },
            Self::IraChecked => DifferenceWords {
                severity: Problem,
                citation: BOX_7,
                title: "The IRA/SEP/SIMPLE box is checked".into(),
                means: "The mark says that the money came from an IRA. It came from a plan of your employer.".into(),
                matters: "Software would put it on the IRA lines and ask for Form 8606, which takes all your IRAs together. That pro-rata rule does not apply here.".into(),
                ask: "Ask the payer for a corrected form without the mark.".into(),
                request: "The IRA/SEP/SIMPLE box is checked. The payment came from a 401(k) or 403(b) plan, so it should not be.".into(),
            },
            Self::RothBoxes { .. } => DifferenceWords {
                severity: Note,
                citation: citations::FORM_1099R_BOXES_10_11,
                title: "Box 10 or 11 is filled".into(),
                means: "Both boxes belong to payments out of a Roth account of the plan. Some payers fill them on conversions as well.".into(),
                matters: "Neither changes the tax of this year.".into(),
                ask: "There is nothing to ask. Note the year in box 11, if it is the first year of your Roth account in the plan: its five-year clock starts then.".into(),
                request: String::new(),
            },
            Self::TotalDistribution { checked: true } => DifferenceWords {
                severity: Note,
                citation: BOX_2B,
                title: "“Total distribution” is checked".into(),
                means: "By your ledger the account was not emptied for good. The payer may count the after-tax account by itself as the account.".into(),
                matters: NO_TAX_CHANGES.into(),
                ask: NOTHING_TO_ASK.into(),
                request: String::new(),
            },
            Self::TotalDistribution { checked: false } => DifferenceWords {
                severity: Note,
                citation: BOX_2B,
                title: "“Total distribution” is not checked".into(),
                means: "By your ledger the account was emptied. The payer may still hold something of yours.".into(),
                matters: NO_TAX_CHANGES.into(),
                ask: NOTHING_TO_ASK.into(),
                request: String::new(),
            },
            Self::NotAddingUp { gross, both } => DifferenceWords {
                severity: Attention,
                citation: BOX_5,
                title: "The boxes do not add up".into(),
                means: format!("Boxes 2a and 5 together are {both}, box 1 is {gross}. What was not taxed before is taxable, so the two should make up the whole."),
                matters: "One of the three is wrong, or you typed one wrong.".into(),
                ask: "Check what you typed against the paper. If it is right, ask the payer how the three boxes came about.".into(),
                request: format!("Box 1 shows {gross}, boxes 2a and 5 together {both}. Please tell me how the three came about, or correct the form."),
            },
            Self::Unexplained { gross, codes, year, kind, tax } => whole_forms::unexplained(*gross, codes, *year, *kind, *tax),
            Self::Missing { form } => whole_forms::missing(form),
            Self::Twice => DifferenceWords {
                severity: Attention,
                citation: citations::FORM_1099R_SENT,
                title: "The same form is typed twice".into(),
                means: "It agrees in every box with another one here. A copy for the state return looks the same.".into(),
                matters: "Counted twice, it would double the figures of your return.".into(),
                ask: "Delete one of the two, unless two forms really came; then ask the payer whether both were sent to the IRS.".into(),
                request: String::new(),
            },
            Self::Combined { parts } => DifferenceWords {
                severity: Note,
                citation: BOX_7,
                title: "One form for what could be several".into(),
                means: format!(
                    "The payer put these together: {}. The form is compared with their sums.",
                    parts.iter().map(|part| part.reason.name()).collect::<Vec<_>>().join("; ")
                ),
                matters: format!("{SAME_LINES} But tax software takes one destination for each form, so enter it once for each:{}.", other_money::entered_as(parts)),
                ask: format!("{NOTHING_TO_ASK} The table on tax software below says what its screens ask."),
                request: String::new(),
            },
            Self::OneByOne { forms } => DifferenceWords {
                severity: Note,
                citation: BOX_7,
                title: format!("{forms} forms for what is usually on one"),
                means: "The payer sent a form for each payment. Their sums are compared.".into(),
                matters: SAME_LINES.into(),
                ask: format!("{NOTHING_TO_ASK} Enter each form by itself in tax software."),
                request: String::new(),
            },
            Self::GrossMissing { due } => DifferenceWords {
                severity: Attention,
                citation: BOX_1,
                title: "Box 1 is empty".into(),
                means: format!("Box 1 should show {due}. Without it the form cannot be compared."),
                matters: "A form of a plan always has an amount in box 1.".into(),
                ask: "Type the amount in box 1. If it is blank on paper, ask the payer for a corrected form.".into(),
                request: format!("Box 1 is blank; by my records it should show {due}."),
            },
            Self::CodeOfCorrection { codes } => DifferenceWords {
                severity: Attention,
                citation: BOX_7,
                title: format!("Code {} on money that was returned", typed(codes)),
                means: format!("Money returned as too much has code {}. {}", codes.due, stands_for(codes)),
                matters: format!("The code decides the year of the tax and keeps the {EARLY} tax away."),
                ask: format!("Ask the payer for a corrected form with code {}.", codes.due),
                request: code_request(codes),
            },
            Self::Alike { gross } => other_money::alike(*gross),
            Self::WithoutBasis { gross, taxable, direct, basis } => {
                other_money::without_basis(*gross, *taxable, *direct, *basis)
            }
            Self::OtherMoneyOnIt { amount, taxable } => other_money::other_money_on_it(*amount, *taxable),
            Self::Replaced => other_money::replaced(),
            Self::OfRothAccount { gross, taxable, lost, box_10 } => {
                other_money::of_roth_account(*gross, *taxable, *lost, *box_10)
            }
            Self::PartWithheld { direct, paid, earnings, code } => {
                other_money::part_withheld(*direct, *paid, *earnings, code)
            }
            Self::Before1987 { box_2a } => other_money::before_1987(box_2a),
            Self::AllOther { other } => other_money::all_other(*other),
        }
    }
}

impl DifferenceWords {
    /// The same where the records do not show the earnings: a letter then asks for them.
    #[must_use]
    pub(in crate::worksheets::tax_forms) fn stating_nothing(mut self, code: DifferenceCode) -> Self {
        let of_earnings = matches!(
            code,
            DifferenceCode::AllTaxable
                | DifferenceCode::NotDetermined
                | DifferenceCode::TaxableZero
                | DifferenceCode::TaxableHigher
                | DifferenceCode::TaxableLower
                | DifferenceCode::BasisMissing
                | DifferenceCode::BasisDiffers
                | DifferenceCode::NotAddingUp
        );
        if of_earnings && !self.request.is_empty() {
            self.ask = "Your ledger does not show how much of it was earnings: enter the balance just before the conversion, or the plan’s own figures. Until then ask the payer how boxes 2a and 5 came about.".into();
            self.request = "Please tell me how much of each payment was after-tax contributions and how much was earnings, and check boxes 2a and 5.".into();
        }
        self
    }
}

/// A sentence on contributions from before 1987, for those who may have made any.
fn if_old(old: bool) -> &'static str {
    if old {
        " If you made contributions before 1987, these may come out alone and untaxed, if the plan allowed that on May 5, 1986 and keeps count of them."
    } else {
        ""
    }
}

pub(super) const NOTHING_TO_ASK: &str = "There is nothing to ask.";
const NO_TAX_CHANGES: &str = "It changes no tax here.";
const SAME_LINES: &str = "It changes no tax: the lines of Form 1040 are the same.";
const ASK_FOR_G: &str = "Ask the payer for a corrected form with code G.";
const ENTER_THE_PLANS_FIGURES: &str = "Ask the plan for contributions and earnings of each conversion, and enter them as the plan’s own figures. If they bear out your ledger, ask for a corrected form.";

fn gross_differs(box_1: &Compared, year: i16, word: &str, means: String) -> DifferenceWords {
    let Compared { came, due, gap } = box_1;
    DifferenceWords {
        severity: Problem,
        citation: BOX_1,
        title: format!("Box 1 is {gap} {word} than your ledger"),
        means,
        matters: "Box 1 itself is not taxed; box 2a is. But the IRS has this figure, and the ledger is your proof of what was taxed before.".into(),
        ask: format!("Compare box 1 with the plan’s list of transactions for {year} and correct the ledger. If the list agrees with your ledger, ask the payer which payments box 1 is made of."),
        request: format!("Box 1 shows {came}. By my records {due} left the account this way in {year}. Please tell me which payments, with their dates, box 1 is made of."),
    }
}

fn gross_higher(year: i16, conversion: Option<Date>) -> String {
    match conversion {
        Some(day) => format!(
            "That is exactly your conversion of {}, which the payer counts in {year}. A conversion belongs to the year in which the plan made it.",
            day.long()
        ),
        None => format!(
            "More left the plan than you entered. A conversion may be missing in the ledger, one made around New Year may count in the other year, or other money of the plan is on the same form. A conversion belongs to the year in which the plan made it; all of {year} is usually on one form."
        ),
    }
}

fn gross_lower(year: i16, conversion: Option<Date>) -> String {
    match conversion {
        Some(day) => format!(
            "That is exactly your conversion of {}. The plan may have made it in another year, or put it on a form of its own. A conversion belongs to the year in which the plan made it.",
            day.long()
        ),
        None => format!(
            "Less left the plan than you entered. A conversion may be in the ledger twice, may be on a form of its own, or may count in a year other than {year} because the plan made it then."
        ),
    }
}

/// What a difference of box 2a says, unless it is one of rounding.
fn taxable_differs(box_2a: &Compared, words: DifferenceWords) -> DifferenceWords {
    if !box_2a.is_rounding() {
        return words;
    }
    DifferenceWords {
        severity: Note,
        means: "The two differ by rounding only. Line 5b here follows the form.".into(),
        matters: "It does not matter.".into(),
        ask: NOTHING_TO_ASK.into(),
        request: String::new(),
        ..words
    }
}

fn taxable_request(Compared { came, due, .. }: &Compared) -> String {
    format!(
        "Box 2a shows {came}. By my records the earnings were {due}. Please tell me how much of each payment was after-tax contributions and how much was earnings, or correct the form."
    )
}

/// Box 7 as it came, in one word.
fn typed(codes: &Codes) -> String {
    codes.came.iter().collect()
}

fn stands_for(codes: &Codes) -> String {
    format!("Code {} stands for {}.", typed(codes), meanings(&codes.came))
}

fn code_does_not_fit(codes: &Codes) -> DifferenceWords {
    let words = DifferenceWords {
        severity: Problem,
        citation: BOX_7,
        title: format!("Code {} does not fit a rollover", typed(codes)),
        means: format!("{} A rollover straight to Roth has code G.", stands_for(codes)),
        matters: "The IRS reads the form by its code, and would expect other figures on your return.".into(),
        ask: format!("Check that you typed it as printed. {ASK_FOR_G}"),
        request: code_request(codes),
    };
    if codes.reason != FormReason::PaidOut {
        return words;
    }
    DifferenceWords {
        title: format!("Code {} does not fit a payment to you", typed(codes)),
        means: format!("{} A payment to you has code {}.", stands_for(codes), codes.due),
        ask: format!(
            "Check that you typed it as printed, and ask the payer for a corrected form with code {}.",
            codes.due
        ),
        ..words
    }
}

fn code_request(codes: &Codes) -> String {
    let shows = if codes.came.is_empty() { "is blank".into() } else { format!("shows {}", typed(codes)) };
    format!("Box 7 {shows}. This was {}: the code should be {}.", codes.reason.with_article(), codes.due)
}
