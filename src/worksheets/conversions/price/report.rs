//! What waiting costs, as a table.

use super::{Often, Price, Rhythm};
use crate::money::Money;
use crate::report::Table;

pub(in crate::worksheets::conversions) fn price(price: &Price) -> Table {
    let or_rate =
        |amount: Option<Money>| amount.map_or_else(|| "enter your rate".to_owned(), |amount| amount.to_string());
    let row = |rhythm: &Rhythm| {
        let (name, first) = match rhythm.often {
            Often::Yearly => ("Once, on December 31", true),
            Often::Quarterly => ("At each quarter’s end", false),
            Often::EachPayday => ("On each payday", false),
        };
        let saves = if first { String::new() } else { or_rate(rhythm.saves) };
        vec![
            name.to_owned(),
            rhythm.conversions.to_string(),
            rhythm.growth.to_string(),
            or_rate(rhythm.tax),
            rhythm.fees.to_string(),
            saves,
        ]
    };
    let columns = ["Convert", "Conversions", "Growth before", "Tax on it", "Fees", "Saves over the row above"];
    Table {
        note: price_note(price),
        folded: true,
        ..Table::new("price", "What waiting costs", &columns, price.rhythms.iter().map(row).collect())
            .without_idle_columns()
    }
}

fn price_note(price: &Price) -> String {
    let real = match (&price.tax, &price.tax_waiting) {
        (Some(tax), Some(waiting)) => format!(
            "On the {} that the year’s conversions made taxable, tax is about {} at your rate; on the growth now waiting, {}.",
            price.taxable, tax.value, waiting.value
        ),
        _ => format!(
            "The year’s conversions made {} taxable. Enter your own tax rate, federal and state together, to see what that costs.",
            price.taxable
        ),
    };
    let assumed = if price.growth_assumed { ", assumed because you entered none" } else { "" };
    format!(
        "{real} The table assumes that the year’s contributions so far grow {} a year{assumed}: simple interest by days, amount × rate × days ÷ 365, rounded half up to the cent at the end.",
        price.growth_rate
    )
}
