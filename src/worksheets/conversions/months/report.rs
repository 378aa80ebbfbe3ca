//! The months of the year as a chart and a table.

use super::Chart;
use crate::money::Money;
use crate::report::{Column, Columns, Drawing, Table, whole_dollars};
use crate::worksheets::conversions::Month;

/// The parts of a column from the bottom up: the class that colors it, and its name.
const PARTS: [(&str, &str, bool); 3] =
    [("part-converted", "Converted", true), ("part-after-tax", "Waiting", true), ("part-growth", "Growth on it", true)];

/// What was converted and what waited at the end of each month up to now.
pub(in crate::worksheets::conversions) fn chart(chart: &Chart, months: &[Month]) -> Drawing {
    let column = |month: &Month| {
        let (converted, waiting, growth) = (month.converted_so_far, month.waiting, month.growth);
        Column {
            wide: 1,
            label: month.until.short().split(' ').next().unwrap_or_default().to_owned(),
            planned: false,
            amounts: vec![converted, waiting, growth],
            mark: String::new(),
            says: format!(
                "*{}* · converted so far *{converted}* · waiting *{waiting}* · growth on it *{growth}*",
                month.until.short()
            ),
        }
    };
    Columns {
        title: "Converted and waiting",
        description: whole_dollars(&chart.description),
        parts: &PARTS,
        limit: None,
        columns: months.iter().map(column).collect(),
        unused: String::new(),
        spans: Vec::new(),
    }
    .drawing()
}

pub(in crate::worksheets::conversions) fn months(months: &[Month]) -> Table {
    let row = |month: &Month| {
        let amounts = [
            month.contributed,
            month.converted,
            month.basis,
            month.taxable,
            month.converted_so_far,
            month.waiting,
            month.growth,
        ];
        [month.until.long()].into_iter().chain(amounts.iter().map(Money::to_string)).collect()
    };
    let columns = [
        "Through",
        "Contributed",
        "Converted",
        "Basis",
        "Taxable",
        "Converted so far this year",
        "Waiting basis",
        "Growth on it",
    ];
    Table {
        folded: true,
        ..Table::new("months", "Month by month", &columns, months.iter().map(row).collect()).without_idle_columns()
    }
}
