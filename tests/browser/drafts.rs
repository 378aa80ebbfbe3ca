//! Drafts that leave nothing out.

use planner::date::Date;
use planner::draft::Draft;
use planner::questions::{Field, Key, Kind, List, RowField};

/// The example, with this text in every field of these kinds, asked or not, and in every
/// row that the example has.
pub fn filled(today: Date, kinds: &[Kind], text: &str) -> Draft {
    let mut draft = Draft::example(today.year(), today);
    let sheet = draft.sheet().expect("the example has its year");
    let fields = Field::ALL.iter().map(|field| Key::Sheet(*field));
    let rows = List::ALL.iter().flat_map(|list| sheet.rows(*list).iter().map(|row| (*list, row.id)));
    let cells = rows.flat_map(|(list, row)| RowField::ALL.iter().map(move |field| Key::Row(list, row, *field)));
    let keys: Vec<Key> = fields.chain(cells).filter(|key| kinds.contains(&key.kind())).collect();
    for key in keys {
        draft.set(key, text.to_owned());
    }
    draft
}
