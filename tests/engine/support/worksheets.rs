//! Each worksheet on a year of a record and a day.

use planner::date::Date;
use planner::record::Record;
use planner::worksheets::year::{NotReady, Year};
use planner::worksheets::{conversions, landing, pace, plan, room, tax_forms};

macro_rules! worksheets {
    ($($name:ident -> $Result:ty;)*) => {$(
        pub fn $name(record: &Record, year: i16, today: Date) -> Result<$Result, NotReady> {
            $name::worksheet(&Year::of(record, year, today)?)
        }
    )*};
}

worksheets! {
    plan -> plan::Plan;
    room -> room::Room;
    pace -> pace::Pace;
    conversions -> conversions::Conversions;
    landing -> landing::LandingSpot;
    tax_forms -> tax_forms::TaxForms;
}
