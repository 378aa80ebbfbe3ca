//! Reads what the engine replies.
//!
//! serde compiles a reader of its own for each type, and there are many: they were an
//! eighth of the download. The browser parses JSON anyway; what is left is to take each
//! field by its name.

use std::str::FromStr;

use js_sys::{Array, JSON, Number, Reflect};
use planner::report::{
    Bar, Chart, ChartPart, Citation, Closing, Copy, Difference, Dossier, Finding, Headline, Hint, Import, ImportedRow,
    Line, Offer, Opened, OpenedYear, Paper, PaperBox, Picture, Problem, QuestionAnswered, Reading, Reply, Report, Row,
    Rule, Segment, Step, Table,
};
use wasm_bindgen::{JsCast, JsValue};

use super::loader::stopped;

/// What the engine replied, or the sentence about a reply that makes no sense.
pub fn read<T: Read>(reply: &str) -> Result<T, String> {
    let mut odd = false;
    let read = JSON::parse(reply).map(|value| T::of(&value, &mut odd));
    read.ok().filter(|_| !odd).ok_or_else(stopped)
}

/// What can be read.
pub trait Read: Sized {
    /// Reads a value. One of another kind is odd, and stands for nothing.
    fn of(value: &JsValue, odd: &mut bool) -> Self;
}

impl Read for String {
    fn of(value: &JsValue, odd: &mut bool) -> Self {
        let text = value.as_string();
        *odd |= text.is_none();
        text.unwrap_or_default()
    }
}

impl Read for bool {
    fn of(value: &JsValue, odd: &mut bool) -> Self {
        let answer = value.as_bool();
        *odd |= answer.is_none();
        answer.unwrap_or_default()
    }
}

impl Read for u16 {
    fn of(value: &JsValue, odd: &mut bool) -> Self {
        whole(value, odd)
    }
}

impl Read for u32 {
    fn of(value: &JsValue, odd: &mut bool) -> Self {
        whole(value, odd)
    }
}

impl Read for i16 {
    fn of(value: &JsValue, odd: &mut bool) -> Self {
        whole(value, odd)
    }
}

/// A whole number, by its digits: a browser's numbers have no other way to become one
/// that says when it fails.
fn whole<N: FromStr + Default>(value: &JsValue, odd: &mut bool) -> N {
    let digits = value.dyn_ref::<Number>().and_then(|number| number.to_string_with_radix(10).ok());
    let number = digits.and_then(|digits| String::from(digits).parse().ok());
    *odd |= number.is_none();
    number.unwrap_or_default()
}

impl<T: Read> Read for Option<T> {
    fn of(value: &JsValue, odd: &mut bool) -> Self {
        (!value.is_null()).then(|| T::of(value, odd))
    }
}

impl<T: Read> Read for Vec<T> {
    fn of(value: &JsValue, odd: &mut bool) -> Self {
        let Some(array) = value.dyn_ref::<Array>() else {
            *odd = true;
            return Self::new();
        };
        (0..array.length()).map(|place| T::of(&array.get(place), odd)).collect()
    }
}

impl Read for [String; 2] {
    fn of(value: &JsValue, odd: &mut bool) -> Self {
        Vec::of(value, odd).try_into().unwrap_or_default()
    }
}

/// What stands under a name; undefined if nothing does.
pub fn field(value: &JsValue, name: &str) -> JsValue {
    Reflect::get(value, &name.into()).unwrap_or_default()
}

macro_rules! read {
    ($($name:ident: $($field:ident)*;)*) => {
        $(impl Read for $name {
            fn of(value: &JsValue, odd: &mut bool) -> Self {
                Self { $($field: Read::of(&field(value, stringify!($field)), odd),)* }
            }
        })*
    };
}

read! {
    Reply: problems unread_years hints wait report;
    Problem: field title message unfinished in_the_way;
    Hint: field text;
    Offer: rules note draft;
    Rule: title text replaces;
    Import: says rows left_out draft;
    Copy: text note;
    Opened: says years notes draft;
    OpenedYear: year brings replaces same;
    ImportedRow: date what amount;
    Report: headline picture closing findings lines checklist_title checklist chart papers tables questions dossier link;
    Headline: id what year unofficial figure below grave;
    Picture: description segments limit_at over limit;
    Segment: look to_come label amount start length;
    Closing: decision rule citations next_action by words mail;
    Citation: reference says url;
    Finding: look severity title text citation readings;
    Reading: says room used_here;
    Line: name guide law amount steps;
    Step: label sum parts citation;
    Row: look mark name answer means question source words citation;
    Chart: description ends limit_at parts bars;
    ChartPart: look name;
    Bar: start width heights;
    Table: id title note columns rows folded file csv;
    Paper: id title from note look verdict boxes differences;
    PaperBox: number name expected typed look why steps citation;
    Difference: look severity title means matters ask citation;
    QuestionAnswered: asks answer citation;
    Dossier: title intro tables keep;
}
