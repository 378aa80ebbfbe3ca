//! The fields that an answer of a paper fills in.

use crate::draft::Draft;
use crate::exchange::plan_link::as_read;
use crate::papers::{Proposal, Topic};
use crate::questions::{Field, Key, Kind};

/// An answer as texts of fields.
pub struct Answer {
    /// The fields and their texts; none for what no field asks.
    pub texts: Vec<(Field, String)>,
}

/// The field that asks for a topic, if one does.
pub fn field(topic: Topic) -> Option<Field> {
    match topic {
        Topic::Match => Some(Field::MatchRate1),
        Topic::BonusElection => Some(Field::BonusElections),
        other => other.question().and_then(|id| Field::from_id(&id)),
    }
}

/// Whether a person has answered it: what is open is no answer.
pub fn is_given(draft: &Draft, field: Field) -> bool {
    let text = draft.text(Key::Sheet(field)).trim();
    let is_open = text.is_empty() || (field.kind() == Kind::Choice && text == "unknown");
    !is_open
}

/// The person's own answer as it is read, empty if there is none.
pub fn given(draft: &Draft, topic: Topic) -> String {
    let read = |field: Field| as_read(field, draft.text(Key::Sheet(field)));
    if topic != Topic::Match {
        return field(topic).filter(|field| is_given(draft, *field)).map(read).unwrap_or_default();
    }
    let tiers = Field::TIERS.into_iter().filter(|(rate, _)| is_given(draft, *rate));
    in_tiers(tiers.map(|(rate, up_to)| (read(rate), read(up_to))))
}

impl Answer {
    /// The answer of a proposal; none where it only speaks of something.
    pub fn of(proposal: &Proposal) -> Option<Self> {
        let topic = proposal.field;
        let answer = proposal.answer.as_deref()?;
        let texts = match topic {
            Topic::Match => tiers(answer)?,
            Topic::BonusElection if answer == "separate" => vec![(Field::BonusElections, "yes".to_owned())],
            _ => vec![(field(topic)?, answer.to_owned())],
        };
        let stands = |(field, text): &(Field, String)| {
            field.kind() != Kind::Choice || field.answers().iter().any(|(word, _)| word == text)
        };
        texts.iter().all(stands).then_some(Self { texts })
    }

    /// Whether there is anything that it fills in, and nothing given that says otherwise.
    pub fn is_open(&self, draft: &Draft) -> bool {
        let mut any = false;
        let same = |field: &Field, text: &str| as_read(*field, draft.text(Key::Sheet(*field))) == as_read(*field, text);
        let fits = self.texts.iter().all(|(field, text)| {
            let given = is_given(draft, *field);
            any |= !given;
            !given || same(field, text)
        });
        fits && any
    }

    /// It as a person reads it.
    pub fn as_read(&self) -> String {
        let text = |field: Field| {
            self.texts.iter().find(|(other, _)| *other == field).map(|(field, text)| as_read(*field, text))
        };
        let tiers = Field::TIERS.into_iter().filter_map(|(rate, up_to)| Some((text(rate)?, text(up_to)?)));
        let in_tiers = in_tiers(tiers);
        if !in_tiers.is_empty() {
            return in_tiers;
        }
        self.texts.iter().map(|(field, text)| as_read(*field, text)).next().unwrap_or_default()
    }
}

/// A formula's tiers in words.
fn in_tiers(tiers: impl Iterator<Item = (String, String)>) -> String {
    let tier = |(rate, up_to): (String, String)| match up_to.as_str() {
        "" => format!("{rate} of what you contribute"),
        up_to => format!("{rate} of what you contribute up to {up_to} of pay"),
    };
    tiers.map(tier).collect::<Vec<_>>().join(", then ")
}

/// The fields of a formula: `100 up to 4; 50 up to 6`.
fn tiers(formula: &str) -> Option<Vec<(Field, String)>> {
    let mut texts = vec![(Field::MatchOffered, "yes".to_owned()), (Field::MatchKind, "percent_of_pay".to_owned())];
    for (place, tier) in formula.split("; ").enumerate() {
        let (rate, up_to) = Field::TIERS.get(place)?;
        let (share, bound) = tier.split_once(" up to ")?;
        texts.push((*rate, share.to_owned()));
        texts.push((*up_to, bound.to_owned()));
    }
    Some(texts)
}
