//! The tax forms as a report.

use crate::law::rates::shown::EARLY;
use crate::money::Money;
use crate::report::in_words;
use crate::report::{
    Closing, Difference, Dossier, Finding, Headline, Paper, PaperBox, QuestionAnswered, Report, Step, Table,
};
use crate::worksheets::tax_forms::{
    self, BoxLine, BoxStatus, DifferenceWords, FormBox, FormsHeadline, FoundDifference, Question, ReturnedExcess,
    Sheet, SheetStatus, TaxForms,
};

impl From<TaxForms> for Report {
    fn from(result: TaxForms) -> Self {
        let tables =
            vec![tax_return(&result), software(&result), other_forms(&result), roth_basis(&result), returns(&result)];
        let headline = headline(&result);
        let dossier = Some(dossier(&result));
        Self {
            headline,
            papers: result.sheets.into_iter().enumerate().map(|(place, sheet)| paper(place, sheet)).collect(),
            tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect(),
            questions: result.questions.into_iter().map(QuestionAnswered::from).collect(),
            dossier,
            findings: result.findings.into_iter().map(Finding::from).collect(),
            closing: Closing { mail: result.closing.words.is_some(), ..result.closing.into() },
            ..Self::default()
        }
    }
}

/// The one figure, and what it is.
pub(in crate::worksheets) fn headline(result: &TaxForms) -> Headline {
    let FormsHeadline { answer, below, grave } = result.headline.clone();
    Headline {
        id: "forms-answer".to_owned(),
        what: "Form 1099-R".to_owned(),
        year: result.year,
        figure: answer,
        below,
        grave,
        unofficial: false,
        open: false,
        ..Headline::default()
    }
}

fn paper(place: usize, sheet: Sheet) -> Paper {
    Paper {
        id: format!("paper-{place}"),
        title: sheet.title,
        from: sheet.from,
        note: sheet.note,
        look: match sheet.status {
            SheetStatus::Open | SheetStatus::Other | SheetStatus::Replaced => "open",
            SheetStatus::Match => "match",
            SheetStatus::Differs | SheetStatus::Unexplained | SheetStatus::Asked => "differs",
        }
        .to_owned(),
        verdict: sheet.verdict,
        boxes: sheet.boxes.into_iter().map(PaperBox::from).collect(),
        differences: sheet.differences.into_iter().map(Difference::from).collect(),
    }
}

impl From<BoxLine> for PaperBox {
    fn from(line: BoxLine) -> Self {
        Self {
            number: line.number.to_owned(),
            name: line.name.to_owned(),
            expected: line.expected,
            typed: line.typed.unwrap_or_default(),
            look: match line.status {
                BoxStatus::Plain => "",
                BoxStatus::Match => "match",
                BoxStatus::Noted => "noted",
                BoxStatus::Differs => "differs",
            }
            .to_owned(),
            why: line.why,
            steps: line.steps.into_iter().map(Step::from).collect(),
            citation: line.citation.into(),
        }
    }
}

impl From<FoundDifference> for Difference {
    fn from(found: FoundDifference) -> Self {
        let DifferenceWords { severity, title, means, matters, ask, citation, .. } = found.words;
        let (look, severity) = in_words(severity);
        Self { look, severity, title, means, matters, ask, citation: citation.into() }
    }
}

impl From<Question> for QuestionAnswered {
    fn from(question: Question) -> Self {
        Self { asks: question.asks, answer: question.answer, citation: question.citation.into() }
    }
}

fn money(amount: Option<Money>) -> String {
    amount.map(|amount| amount.to_string()).unwrap_or_default()
}

fn tax_return(result: &TaxForms) -> Table {
    let rows = result.tax_return.iter().map(|line| {
        let by_forms = line.by_forms.clone().unwrap_or_default();
        vec![line.line.clone(), line.what.to_owned(), line.enter.clone(), by_forms, line.note.clone()]
    });
    let columns = ["Line", "What it is for", "From your ledger", "From the forms you received", "Good to know"];
    Table {
        note: "A second amount appears only if the forms you received differ.".to_owned(),
        ..Table::new("tax-return", "What goes on your return", &columns, rows.collect())
            .narrow_without(&[1, 4])
            .without_empty_columns()
    }
}

fn software(result: &TaxForms) -> Table {
    let rows = result.software.iter().flat_map(|entry| {
        entry.screens.iter().map(|screen| vec![entry.form.clone(), screen.asks.to_owned(), screen.answer.clone()])
    });
    Table {
        note: "What the screens of tax software usually ask, in their usual order, with your figures. The wording differs from one product to the next.".to_owned(),
        folded: true,
        ..Table::new("software", "How to type it into tax software", &["Form", "It asks", "Your answer"], rows.collect())
    }
}

fn other_forms(result: &TaxForms) -> Table {
    let rows = result.other_forms.iter().map(|other| {
        let by = other.by.map(|by| by.long()).unwrap_or_default();
        vec![other.form.to_owned(), other.says.clone(), other.todo.to_owned(), by]
    });
    Table {
        folded: true,
        ..Table::new("other-forms", "Other forms", &["Form", "What it shows", "What to do", "Comes by"], rows.collect())
    }
}

fn roth_basis(result: &TaxForms) -> Table {
    let rows = result.roth_basis.iter().map(|year| {
        vec![year.year.to_string(), year.moved.to_string(), year.taxed.to_string(), year.basis.to_string()]
    });
    let columns = ["Year", "Into a Roth IRA", "Taxed then", "After-tax contributions"];
    Table {
        note: format!(
            "For line 24 of a later Form 8606, which adds up every year. The part taxed then costs {EARLY} if you withdraw it within five years and before age 59½; the after-tax part never does."
        ),
        folded: true,
        ..Table::new("roth-basis", "Figures to keep for later", &columns, rows.collect())
    }
}

fn returns(result: &TaxForms) -> Table {
    let row = |case: &ReturnedExcess| {
        let amount = match (case.own, case.excess) {
            (false, _) => "You entered none".to_owned(),
            (true, excess) => {
                let earnings = case.earnings.map(|earnings| format!(" and {earnings} of earnings")).unwrap_or_default();
                let paid =
                    case.paid_on.map_or_else(|| "; not paid yet".to_owned(), |paid| format!("; paid {}", paid.long()));
                format!("{}{earnings}{paid}", money(excess))
            }
        };
        let by = case.by.map_or_else(|| "The law sets no date".to_owned(), |by| by.long());
        vec![case.title.clone(), amount, by, case.arrives.clone(), case.boxes.clone(), case.todo.clone()]
    };
    let columns = ["Why", "Yours", "Due out by", "What arrives", "The form for it", "What to do"];
    Table {
        folded: result.returns.iter().all(|case| !case.own),
        ..Table::new("returns", "If the plan returns money", &columns, result.returns.iter().map(row).collect())
    }
}

fn dossier(result: &TaxForms) -> Dossier {
    let own = &result.dossier;
    let tables =
        [kept_contributions(own), kept_conversions(own), kept_totals(own), kept_forms(result), kept_return(result)];
    let keep =
        own.keep.iter().map(|keep| format!("{}: keep {} ({}).", keep.what, keep.how_long, keep.citation.reference));
    Dossier {
        title: format!("After-tax money and its conversions in {}", result.year),
        intro: format!("Made on {}. {}", own.made_on.long(), own.landing),
        tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect(),
        keep: keep.collect(),
    }
}

fn kept_contributions(own: &tax_forms::Dossier) -> Table {
    let rows = own.contributions.iter().map(|row| vec![row.date.long(), row.plan.to_string(), row.amount.to_string()]);
    Table::new("kept-contributions", "After-tax contributions", &["Date", "Plan", "Amount"], rows.collect())
        .without_idle_columns()
}

fn kept_conversions(own: &tax_forms::Dossier) -> Table {
    let rows = own.conversions.iter().map(|made| {
        let row = &made.entered;
        vec![
            row.date.long(),
            row.plan.to_string(),
            row.path.short().to_owned(),
            row.amount.to_string(),
            made.basis.to_string(),
            made.earnings.to_string(),
            row.destination.clone(),
            row.confirmation.clone(),
        ]
    });
    let columns = ["Date", "Plan", "How", "Amount", "After-tax contributions", "Earnings", "Went to", "Confirmation"];
    Table::new("kept-conversions", "Conversions", &columns, rows.collect()).without_idle_columns()
}

fn kept_totals(own: &tax_forms::Dossier) -> Table {
    let totals = [
        ("Contributed this year", own.contributed),
        ("Converted", own.moved),
        ("After-tax contributions in it", own.basis),
        ("Earnings in it", own.earnings),
        ("Income of the year", own.taxable),
        ("Not converted at the end", own.unconverted),
    ];
    let rows = totals.map(|(name, amount)| vec![name.to_owned(), amount.to_string()]);
    Table::new("kept-totals", "Totals", &["What", "Amount"], rows.to_vec())
}

fn kept_forms(result: &TaxForms) -> Table {
    let cell = |sheet: &Sheet, form_box: FormBox| {
        let line = sheet.boxes.iter().find(|line| line.form_box == form_box);
        line.map_or_else(String::new, |line| match &line.typed {
            Some(typed) if *typed != line.expected => format!("{} / {typed}", line.expected),
            _ => line.expected.clone(),
        })
    };
    let rows = result.sheets.iter().map(|sheet| {
        let mut row = vec![sheet.title.clone()];
        row.extend(
            [FormBox::Gross, FormBox::Taxable, FormBox::Basis, FormBox::Codes].map(|form_box| cell(sheet, form_box)),
        );
        row.push(sheet.verdict.clone());
        row
    });
    let columns = ["Form", "Box 1", "Box 2a", "Box 5", "Code", "How it compares"];
    Table {
        note: "Where there are two figures, the first is from the ledger and the second from the form.".to_owned(),
        ..Table::new("kept-forms", "Forms 1099-R", &columns, rows.collect())
    }
}

fn kept_return(result: &TaxForms) -> Table {
    let rows = result.tax_return.iter().map(|line| vec![line.line.clone(), line.what.to_owned(), line.enter.clone()]);
    Table::new("kept-return", "Form 1040", &["Line", "What it is for", "Enter"], rows.collect())
}
