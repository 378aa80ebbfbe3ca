//! Closed lists of answers: of each its word, which records and drafts keep, and its label,
//! which a person reads. Pages, links and copies show this label and no other.

/// Answers as their words and labels.
pub type Answers = &'static [(&'static str, &'static str)];

/// An answer out of a closed list. The list's first answer stands for a
/// question that was not answered.
pub trait Choice: Copy + Default + PartialEq + 'static {
    /// Every answer with its word in records and drafts.
    const WORDS: &'static [(Self, &'static str)];

    /// The same answers with what a person reads. They stand apart from the words, so that
    /// an engine's module, which never shows them, does not carry them.
    const LABELS: Answers;

    /// The answer's word.
    #[must_use]
    fn word(self) -> &'static str {
        Self::WORDS.iter().find(|(answer, _)| *answer == self).map_or("", |(_, word)| *word)
    }

    /// The answer that a word stands for.
    #[must_use]
    fn from_word(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(_, own)| *own == word).map(|(answer, _)| *answer)
    }
}

macro_rules! choices {
    ($(#[$about:meta])* $name:ident { $(#[$doc0:meta])* $first:ident = $word0:literal => $label0:literal, $($(#[$doc:meta])* $variant:ident = $word:literal => $label:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
        pub enum $name {
            $(#[$doc0])* #[default] $first,
            $($(#[$doc])* $variant,)*
        }

        impl $crate::record::Choice for $name {
            const WORDS: &'static [(Self, &'static str)] =
                &[(Self::$first, $word0), $((Self::$variant, $word)),*];
            const LABELS: $crate::record::Answers = &[($word0, $label0), $(($word, $label)),*];
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str($crate::record::Choice::word(*self))
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let word = String::deserialize(deserializer)?;
                $crate::record::Choice::from_word(&word).ok_or_else(|| {
                    let words = <Self as $crate::record::Choice>::WORDS.iter().map(|(_, word)| *word);
                    let words = words.collect::<Vec<_>>().join(", ");
                    serde::de::Error::custom(format!("{word:?} is not one of: {words}"))
                })
            }
        }
    };
}

pub(super) use choices;
