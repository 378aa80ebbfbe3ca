//! A plan's paper, a tax form or a pay stub beside a draft: which questions its sentences speak of, what stands there,
//! and the draft with an answer that the person confirmed.
//!
//! One answer is taken at a time, and only into a question that has none.

mod answers;
mod form;
mod stub;
mod words;

use crate::date::Date;
use crate::draft::Draft;
use crate::papers::{Proposal, Reading, Topic, Trouble, Wording};
use crate::questions::Key;
use crate::report::{Booklet, BookletQuestion, Quote};
use crate::worksheets::Worksheet;
use answers::Answer;

/// The most sentences of a question that only speak of it.
const MOST_SPOKEN: usize = 2;

/// What decides whether the plan can do it, and so is named where nothing was found.
const DECIDING: [Topic; 4] = [Topic::AfterTax, Topic::InPlanRollover, Topic::InServiceWithdrawal, Topic::RothDeferrals];

/// The kinds of paper that are read, each on a page of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// What the plan says of itself.
    Booklet,
    /// A Form 1099-R.
    Form,
    /// A pay stub.
    Stub,
}

impl Kind {
    fn of(reading: &Reading) -> Self {
        match (reading.boxes.is_empty(), reading.stub.is_empty()) {
            (false, _) => Self::Form,
            (true, false) => Self::Stub,
            (true, true) => Self::Booklet,
        }
    }

    /// What the page of a worksheet reads.
    fn on(page: Worksheet) -> Self {
        match page {
            Worksheet::TaxForms => Self::Form,
            Worksheet::Room | Worksheet::Pace => Self::Stub,
            _ => Self::Booklet,
        }
    }
}

impl Draft {
    /// What a reading shows beside this draft, on the page of a worksheet: on that of the tax
    /// forms the boxes of a form, where pay is asked for the figures of a stub, on any other
    /// what it says of the plan.
    #[must_use]
    pub fn booklet(&self, today: Date, page: Worksheet, reading: &Reading) -> Booklet {
        let read = !matches!(reading.paper.trouble, Trouble::NoText | Trouble::Locked | Trouble::NotRead);
        let (is, wanted) = (Kind::of(reading), Kind::on(page));
        match is {
            Kind::Form if is == wanted => return self.form_boxes(reading),
            Kind::Stub if is == wanted => return self.stub_figures(today, reading),
            _ if read && is != wanted => return words::elsewhere(is, wanted),
            _ => {}
        }
        let found = |topic: Topic| reading.proposals.iter().any(|proposal| proposal.field == topic);
        let questions: Vec<BookletQuestion> = Topic::ALL
            .iter()
            .filter(|topic| found(**topic))
            .map(|topic| self.question(today, reading, *topic))
            .collect();
        let missing: Vec<Topic> = DECIDING.into_iter().filter(|topic| !found(*topic)).collect();
        Booklet {
            title: words::title(&reading.paper, questions.len()),
            notes: reading.paper.notes.clone(),
            missing: if read { words::missing(&missing) } else { String::new() },
            locked: reading.paper.trouble == Trouble::Locked,
            questions,
            draft: String::new(),
        }
    }

    /// This draft with the answer of the proposal at a place, if it has one and the question
    /// has none yet.
    #[must_use]
    pub fn with_booklet_answer(&self, today: Date, reading: &Reading, place: usize) -> Option<Self> {
        match Kind::of(reading) {
            Kind::Form => return self.with_form_box(reading, place),
            Kind::Stub => return self.with_stub_figure(today, reading, place),
            Kind::Booklet => {}
        }
        let answer = reading.proposals.get(place).and_then(Answer::of)?;
        if !answer.is_open(self) {
            return None;
        }
        let mut draft = self.clone();
        for (field, text) in answer.texts {
            if !answers::is_given(&draft, field) {
                draft.set(Key::Sheet(field), text);
            }
        }
        Some(draft)
    }

    fn question(&self, today: Date, reading: &Reading, topic: Topic) -> BookletQuestion {
        let field = answers::field(topic);
        let asked = field.filter(|field| self.applies(today).asks(*field));
        let mut spoken = 0;
        // Where a sentence answers, few of those that only speak of it are worth reading: but
        // each that is for a group.
        let mut worth = |proposal: &Proposal| {
            let speaks = proposal.words == Wording::SpeaksOf && proposal.only_for.is_none();
            spoken += usize::from(speaks);
            !speaks || spoken <= MOST_SPOKEN
        };
        let mut of_topic: Vec<(usize, &Proposal)> =
            reading.proposals.iter().enumerate().filter(|(_, proposal)| proposal.field == topic).collect();
        of_topic.retain(|(_, proposal)| worth(proposal));
        BookletQuestion {
            title: words::question(topic),
            field: asked.map(|field| field.id().to_owned()).unwrap_or_default(),
            answered: words::answered(&answers::given(self, topic)),
            quotes: of_topic.into_iter().map(|(place, proposal)| self.quote(topic, place, proposal)).collect(),
        }
    }

    fn quote(&self, topic: Topic, place: usize, proposal: &Proposal) -> Quote {
        let answer = Answer::of(proposal);
        let open = answer.as_ref().is_some_and(|answer| answer.is_open(self));
        let read = answer.as_ref().map(Answer::as_read);
        Quote {
            key: place.to_string(),
            says: words::says(topic, proposal, read.as_deref()),
            before: proposal.before.clone(),
            text: proposal.quote.clone(),
            after: proposal.after.clone(),
            page: words::page(proposal.page),
            doubt: words::doubt(proposal),
            take: read.filter(|_| open).map(|read| words::take(&read)).unwrap_or_default(),
        }
    }
}
