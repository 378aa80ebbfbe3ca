//! What properties have in common.

use planner::record::Answer;
use proptest::prelude::*;
use proptest::sample::select;

/// How many cases a property is tried on. What fails is printed, and no file is written.
pub fn cases(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

pub fn answer() -> impl Strategy<Value = Answer> {
    select(vec![Answer::Unknown, Answer::Yes, Answer::No])
}
