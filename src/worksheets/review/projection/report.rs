//! What the room is worth as a report shows it: a table, and a chart of the range.

use crate::money::Money;
use crate::percent::InPercent;
use crate::report::{Column, Columns, Drawing, Table};
use crate::worksheets::review::{Projection, Scenario};

pub(in crate::worksheets::review) fn table(projection: Option<&Projection>) -> Table {
    let row = |scenario: &Scenario| {
        vec![
            format!("{} a year", InPercent(scenario.growth)),
            scenario.paid_in.to_string(),
            scenario.converted.to_string(),
            scenario.waited.to_string(),
            scenario.taxable.to_string(),
        ]
    };
    let rows = projection.iter().flat_map(|projection| &projection.scenarios).map(row).collect();
    let columns =
        ["Growth", "Paid in", "Converted each year", "Left waiting, converted at the end", "In a taxable account"];
    let middle = projection.map_or_else(String::new, |projection| {
        let [_, middle, _] = &projection.scenarios;
        format!(": {} after {} years", middle.converted.about(), projection.assumptions.years)
    });
    let title = format!("What the room is worth{middle}");
    // The chart has the range, and what it goes by.
    Table { folded: true, chart: projection.map(drawing), ..Table::new("worth-table", &title, &columns, rows) }
        .narrow_without(&[1, 3])
}

/// What the projection goes by.
fn note(projection: &Projection) -> String {
    let of = &projection.assumptions;
    let own = if of.assumed { " What you have not entered is this planner’s assumption." } else { "" };
    format!(
        "A projection, not a forecast: {} at the start of each of {} years; {} growth, and two points less or more; a tax rate of {} today and {} later; for a taxable account, {} of dividends a year and {} tax on them and on the gain.{own}",
        of.each_year,
        of.years,
        InPercent(of.growth),
        InPercent(of.tax_today),
        InPercent(of.tax_later),
        InPercent(of.dividends),
        InPercent(of.gains_tax)
    )
}

/// What a way comes to in a scenario.
type Worth = fn(&Scenario) -> Money;

/// The ways of the chart, each with what it comes to.
const WAYS: [(&str, &str, Worth); 3] = [
    ("Taxable", "in a taxable account", |scenario| scenario.taxable),
    ("Waiting", "left waiting", |scenario| scenario.waited),
    ("Roth", "converted each year", |scenario| scenario.converted),
];

/// The range of each way: what was paid in, what low growth makes of it, and what more growth
/// adds.
fn drawing(projection: &Projection) -> Drawing {
    let [low, middle, high] = &projection.scenarios;
    let [least, mean, most] = [low, middle, high].map(|scenario| InPercent(scenario.growth).to_string());
    let names =
        ["Paid in".to_owned(), format!("Growth at {least}"), format!("More at {mean}"), format!("More at {most}")];
    let [paid_in, first, second, third] = &names;
    let parts = [
        ("part-deferrals", paid_in.as_str(), true),
        ("part-room", first.as_str(), true),
        ("part-after-tax", second.as_str(), true),
        ("part-catch-up", third.as_str(), true),
    ];
    let column = |(label, _, worth): &(&str, &str, Worth)| {
        let [least_worth, mean_worth, most_worth] = [low, middle, high].map(worth);
        Column {
            wide: 1,
            label: (*label).to_owned(),
            planned: false,
            amounts: vec![low.paid_in, least_worth - low.paid_in, mean_worth - least_worth, most_worth - mean_worth],
            mark: String::new(),
            says: format!(
                "*{label}* · {} at {least} · *{}* at {mean} · {} at {most}",
                least_worth.about(),
                mean_worth.about(),
                most_worth.about()
            ),
        }
    };
    let ranges =
        WAYS.iter().rev().map(|(_, name, worth)| format!("{name}, {} to {}", worth(low).about(), worth(high).about()));
    let ranges = ranges.collect::<Vec<_>>().join("; ");
    let description = format!("{} After tax that comes to: {ranges}.", note(projection));
    let drawn = Columns {
        title: "What the room is worth",
        description,
        parts: &parts,
        limit: None,
        columns: WAYS.iter().map(column).collect(),
        unused: String::new(),
        spans: Vec::new(),
    };
    drawn.drawing()
}
