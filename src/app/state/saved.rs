//! Reads a saved draft with the browser's own JSON. The engine reads it with serde, whose
//! reader alone would be a twelfth of the page's download; both take what
//! [`Draft::to_saved`] writes, and what earlier versions of it wrote.

use js_sys::{JSON, Object};
use planner::draft::{Draft, FORMAT_OF_JOBS, Row, SavedError, Sheet};
use planner::questions::{Field, List, RowField};
use planner::report::{Read, Source};

use crate::app::engine::wire::Js;

/// Reads a saved text.
pub fn read_saved(text: &str) -> Result<Draft, SavedError> {
    let Ok(saved) = JSON::parse(text).map(Js) else { return Err(SavedError::Unreadable) };
    // A newer text may be written quite otherwise, so that its version alone tells.
    match saved.field("format").number() {
        Some(format) if format > f64::from(FORMAT_OF_JOBS) && format.fract() == 0.0 => return Err(SavedError::Newer),
        Some(1.0..) => {}
        _ => return Err(SavedError::Unreadable),
    }
    let mut odd = false;
    let draft = Draft::of(&saved.field("draft"), &mut odd);
    if odd || !draft.is_sound() { Err(SavedError::Unreadable) } else { Ok(draft) }
}

impl Read<Js> for Draft {
    fn of(value: &Js, odd: &mut bool) -> Self {
        let year = Read::of(&value.field("year"), odd);
        let birth_date = or_nothing(&value.field("birth_date"), odd);
        let mut draft = Self { year, birth_date, sheets: Default::default() };
        each(&value.field("sheets"), odd, |year, sheet, odd| match year.parse() {
            Ok(year) => {
                // Those of other jobs stand one below a year's and nowhere else.
                let others = or_nothing(&sheet.field("others"), odd);
                _ = draft.sheets.insert(year, Sheet { others, ..Sheet::of(sheet, odd) });
            }
            Err(_) => *odd = true,
        });
        draft
    }
}

impl Read<Js> for Sheet {
    fn of(value: &Js, odd: &mut bool) -> Self {
        let mut sheet = Self { job: or_nothing(&value.field("job"), odd), ..Self::default() };
        each(&value.field("texts"), odd, |id, text, odd| match Field::from_id(id) {
            Some(field) => _ = sheet.texts.insert(field, Read::of(text, odd)),
            None => *odd = true,
        });
        for list in List::ALL {
            *sheet.rows_mut(*list) = or_nothing(&value.field(list.name()), odd);
        }
        sheet
    }
}

impl Read<Js> for Row {
    fn of(value: &Js, odd: &mut bool) -> Self {
        let mut row = Self { id: Read::of(&value.field("id"), odd), ..Self::default() };
        each(&value.field("texts"), odd, |id, text, odd| match RowField::from_id(id) {
            Some(field) => _ = row.texts.insert(field, Read::of(text, odd)),
            None => *odd = true,
        });
        row
    }
}

/// What is left out counts as not entered.
fn or_nothing<T: Read<Js> + Default>(value: &Js, odd: &mut bool) -> T {
    if value.0.is_undefined() { T::default() } else { T::of(value, odd) }
}

/// Does something with each name of an object and what it stands for.
fn each(value: &Js, odd: &mut bool, mut does: impl FnMut(&str, &Js, &mut bool)) {
    if value.0.is_undefined() {
        return;
    }
    let Some(object) = Object::try_from(&value.0) else {
        *odd = true;
        return;
    };
    for name in Object::keys(object).iter() {
        let name = name.as_string().unwrap_or_default();
        does(&name, &value.field(&name), odd);
    }
}
