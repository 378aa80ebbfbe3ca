//! What a worksheet found, by its code.

use std::fmt::Debug;

use planner::explain::{Finding, Severity};
use planner::worksheets::{conversions, landing, pace, plan, room};
use serde::Serialize;

/// A worksheet's result with the findings in it.
pub trait Findings {
    type Code: Serialize + Debug;

    fn findings(&self) -> &[Finding<Self::Code>];
}

macro_rules! findings {
    ($($result:ty, $code:ty;)*) => {
        $(impl Findings for $result {
            type Code = $code;

            fn findings(&self) -> &[Finding<$code>] {
                &self.findings
            }
        })*
    };
}

findings! {
    plan::Plan, plan::Code;
    room::Room, room::Code;
    pace::Pace, pace::Code;
    conversions::Conversions, conversions::Code;
    landing::LandingSpot, landing::Code;
}

pub fn finding<'a, R: Findings>(result: &'a R, code: &str) -> Option<&'a Finding<R::Code>> {
    result.findings().iter().find(|finding| serde_json::to_value(&finding.code).is_ok_and(|found| found == code))
}

#[track_caller]
fn of_severity<'a, R: Findings>(result: &'a R, code: &str, severity: Severity) -> &'a Finding<R::Code> {
    let Some(found) = finding(result, code) else { panic!("no {code} among {:?}", result.findings()) };
    assert_eq!(found.severity, severity, "{code}");
    found
}

#[track_caller]
fn told(code: &str, said: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(said.contains(piece), "{code} does not say {piece:?}: {said}");
    }
}

/// The finding, which has this severity and says all of these in its title or text.
#[track_caller]
pub fn shows<'a, R: Findings>(result: &'a R, code: &str, severity: Severity, pieces: &[&str]) -> &'a Finding<R::Code> {
    let found = of_severity(result, code, severity);
    told(code, &format!("{}. {}", found.title, found.text), pieces);
    found
}

/// The finding, which has this severity and says all of these in its text.
#[track_caller]
pub fn tells<'a, R: Findings>(result: &'a R, code: &str, severity: Severity, pieces: &[&str]) -> &'a Finding<R::Code> {
    let found = of_severity(result, code, severity);
    told(code, &found.text, pieces);
    found
}

#[track_caller]
pub fn hides(result: &impl Findings, code: &str) {
    if let Some(found) = finding(result, code) {
        panic!("{code} appears where it does not apply: {}", found.text);
    }
}

#[track_caller]
pub fn says(text: &str, pieces: &[&str]) {
    for piece in pieces {
        assert!(text.contains(piece), "{piece:?} is not in: {text}");
    }
}
