//! What a worksheet found, by its code.

use planner::explain::{Explain, Found, Reading, Severity};
use planner::worksheets::{conversions, landing, pace, plan, room};
use serde::Serialize;

/// A finding as a person and a script see it.
#[derive(Clone, Debug)]
pub struct Shown {
    pub code: String,
    pub severity: Severity,
    pub title: String,
    pub text: String,
    pub readings: Vec<Reading>,
}

fn id(code: impl Serialize) -> String {
    serde_json::to_value(code).expect("a code").as_str().expect("a text").to_owned()
}

impl<F: Explain> From<&Found<F>> for Shown {
    fn from(found: &Found<F>) -> Self {
        let words = found.words.clone();
        Self {
            code: id(found.code()),
            severity: words.severity,
            title: words.title,
            text: words.text,
            readings: words.readings,
        }
    }
}

/// A worksheet's result with the findings in it.
pub trait Findings {
    fn findings(&self) -> Vec<Shown>;
}

macro_rules! findings {
    ($($result:ty;)*) => {
        $(impl Findings for $result {
            fn findings(&self) -> Vec<Shown> {
                self.findings.iter().map(Shown::from).collect()
            }
        })*
    };
}

findings! {
    plan::Plan;
    room::Room;
    pace::Pace;
    conversions::Conversions;
    landing::LandingSpot;
}

pub fn finding(result: &impl Findings, code: &str) -> Option<Shown> {
    result.findings().into_iter().find(|finding| finding.code == code)
}

#[track_caller]
fn of_severity(result: &impl Findings, code: &str, severity: Severity) -> Shown {
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
pub fn shows(result: &impl Findings, code: &str, severity: Severity, pieces: &[&str]) -> Shown {
    let found = of_severity(result, code, severity);
    told(code, &format!("{}. {}", found.title, found.text), pieces);
    found
}

/// The finding, which has this severity and says all of these in its text.
#[track_caller]
pub fn tells(result: &impl Findings, code: &str, severity: Severity, pieces: &[&str]) -> Shown {
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
