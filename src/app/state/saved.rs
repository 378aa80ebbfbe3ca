//! Reads a saved draft with the browser's own JSON. The engine reads it with serde, whose
//! reader alone would be a twelfth of the page's download; both take what
//! [`Draft::to_saved`] writes, and what earlier versions of it wrote.

use js_sys::{JSON, Object};
use planner::draft::{Draft, FORMAT, Row, SavedError, Sheet};
use planner::questions::{Field, List, RowField};
use wasm_bindgen::JsValue;

use crate::app::engine::wire::{Read, field};

/// Reads a saved text.
pub fn read_saved(text: &str) -> Result<Draft, SavedError> {
    let Ok(saved) = JSON::parse(text) else { return Err(SavedError::Unreadable) };
    // A newer text may be written quite otherwise, so that its version alone tells.
    match field(&saved, "format").as_f64() {
        Some(format) if format > f64::from(FORMAT) && format.fract() == 0.0 => return Err(SavedError::Newer),
        Some(1.0..) => {}
        _ => return Err(SavedError::Unreadable),
    }
    let mut odd = false;
    let draft = Draft::of(&field(&saved, "draft"), &mut odd);
    if odd || !draft.is_sound() { Err(SavedError::Unreadable) } else { Ok(draft) }
}

impl Read for Draft {
    fn of(value: &JsValue, odd: &mut bool) -> Self {
        let year = Read::of(&field(value, "year"), odd);
        let birth_date = or_nothing(&field(value, "birth_date"), odd);
        let mut draft = Self { year, birth_date, sheets: Default::default() };
        each(&field(value, "sheets"), odd, |year, sheet, odd| match year.parse() {
            Ok(year) => _ = draft.sheets.insert(year, Sheet::of(sheet, odd)),
            Err(_) => *odd = true,
        });
        draft
    }
}

impl Read for Sheet {
    fn of(value: &JsValue, odd: &mut bool) -> Self {
        let mut sheet = Self::default();
        each(&field(value, "texts"), odd, |id, text, odd| match Field::from_id(id) {
            Some(field) => _ = sheet.texts.insert(field, Read::of(text, odd)),
            None => *odd = true,
        });
        for list in List::ALL {
            *sheet.rows_mut(*list) = or_nothing(&field(value, list.name()), odd);
        }
        sheet
    }
}

impl Read for Row {
    fn of(value: &JsValue, odd: &mut bool) -> Self {
        let mut row = Self { id: Read::of(&field(value, "id"), odd), ..Self::default() };
        each(&field(value, "texts"), odd, |id, text, odd| match RowField::from_id(id) {
            Some(field) => _ = row.texts.insert(field, Read::of(text, odd)),
            None => *odd = true,
        });
        row
    }
}

/// What is left out counts as not entered.
fn or_nothing<T: Read + Default>(value: &JsValue, odd: &mut bool) -> T {
    if value.is_undefined() { T::default() } else { T::of(value, odd) }
}

/// Does something with each name of an object and what it stands for.
fn each(value: &JsValue, odd: &mut bool, mut does: impl FnMut(&str, &JsValue, &mut bool)) {
    if value.is_undefined() {
        return;
    }
    let Some(object) = Object::try_from(value) else {
        *odd = true;
        return;
    };
    for name in Object::keys(object).iter() {
        let name = name.as_string().unwrap_or_default();
        does(&name, &field(value, &name), odd);
    }
}
