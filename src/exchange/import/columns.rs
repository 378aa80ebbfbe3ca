//! Which column is which: by the names in a header, by what the person said of them, or by
//! what the first row holds.

use super::cells;
use super::kinds::{self, Source};
use super::names::{
    ACCOUNT, ACTIVITY, AFTER_TAX, AMOUNT, BALANCE, CONFIRMATION, DATE, HINTS, OF_AN_ACCOUNT, SOURCE, bare, is_running,
    is_total, source_of_column,
};
use super::naming::{Naming, shape};
use crate::exchange::csv::{Cell, Row};

/// The columns of a table, by their places from 0.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Columns {
    pub date: usize,
    /// Nothing where it is to be asked which of several columns has the amounts.
    pub amount: Option<usize>,
    /// Whether the amount's name says that it is after-tax money.
    pub after_tax: bool,
    /// Whether the amounts are balances unless words say otherwise.
    pub balances: bool,
    /// Whether this is the planner's own export, whose words are exact.
    pub own: bool,
    pub source: Option<usize>,
    /// Columns with words about what happened, the most telling first.
    pub hints: Vec<usize>,
    /// The one of them whose words say by themselves what a row is.
    pub activity: Option<usize>,
    pub how: Option<usize>,
    pub basis: Option<usize>,
    pub earnings: Option<usize>,
    pub rolled_over: Option<usize>,
    pub rolled_over_on: Option<usize>,
    pub received_on: Option<usize>,
    pub to_traditional: Option<usize>,
    pub for_last_year: Option<usize>,
    /// Of the opening line: its value, the part from before 1987, and whether that leaves alone.
    pub opening: [Option<usize>; 3],
    pub account: Option<usize>,
    pub confirmation: Option<usize>,
    pub plan: Option<usize>,
    /// The columns that name the account a row is of, in the export of a site.
    pub accounts: Vec<usize>,
    /// Whether it is the history of an account, in which other money stands as well.
    pub of_an_account: bool,
    /// How many columns the header names; none without a header.
    pub named: Option<usize>,
    /// The names of a header, as they are read.
    pub names: Vec<String>,
    /// What tells tables of one kind from others: the header's names, without blanks.
    pub shape: String,
}

impl Columns {
    /// What a header names; nothing if this is no header.
    pub fn of_header(cells: &[Cell]) -> Option<Self> {
        // Rows are looked at one by one, and most of them begin with a day.
        if cells.iter().any(|cell| cells::date(cell.text.trim()).is_some()) {
            return None;
        }
        let mut names = cells.iter().map(|cell| bare(&cell.text));
        let date = first(&names.by_ref().collect::<Vec<_>>(), DATE)?;
        let mut columns = Self { date, ..Self::named(cells) };
        let (amount, balances) = columns.amount_by_name()?;
        columns.after_tax = amount.is_some_and(|place| columns.is_after_tax(place));
        (columns.amount, columns.balances) = (amount, balances);
        Some(columns)
    }

    /// What the first rows of a table without names that are known let see of its columns,
    /// under a row of words that name them.
    pub fn of_unknown_header(cells: &[Cell], rows: &[Row]) -> Option<Self> {
        let words = |cell: &&Cell| !cell.text.trim().is_empty();
        let reads = |cell: &Cell| cells::date(cell.text.trim()).is_some() || cells::money(&cell.text).is_ok();
        let is_header = cells.iter().filter(words).count() > 1 && !cells.iter().any(reads);
        let first = rows.first().filter(|first| is_header && first.cells.len() <= cells.len())?;
        let found = Self::found(first)?;
        let is_money =
            |place: &usize| *place != found.date && rows.iter().any(|row| cells::money(row.text(*place)).is_ok());
        let mut columns = Self { date: found.date, ..Self::named(cells) };
        // Where there are several columns of amounts, none of them is taken without a word.
        columns.amount = found.amount.filter(|_| (0..cells.len()).filter(is_money).count() == 1);
        columns.after_tax = columns.amount.is_some_and(|place| columns.is_after_tax(place));
        Some(columns)
    }

    /// All columns that are known by their names but those of the day and the amount.
    fn named(cells: &[Cell]) -> Self {
        let bare: Vec<String> = cells.iter().map(|cell| bare(&cell.text)).collect();
        let place = |name: &&str| bare.iter().position(|own| own == name);
        let first = |list: &[&str]| first(&bare, list);
        let own = first(&["kind"]).is_some() && first(&["how"]).is_some() && first(&["planbasis"]).is_some();
        Self {
            own,
            source: first(SOURCE),
            hints: HINTS.iter().filter_map(place).collect(),
            activity: first(ACTIVITY),
            how: first(&["how"]),
            basis: first(&["planbasis", "basis", "aftertaxbasis"]),
            earnings: first(&["planearnings", "taxableamount", "taxableearnings"]),
            rolled_over: first(&["rolledover"]),
            rolled_over_on: first(&["rolledoveron"]),
            received_on: first(&["receivedon"]),
            to_traditional: first(&["totraditional"]),
            for_last_year: first(&["forlastyear"]).filter(|_| own),
            opening: ["worth", "before1987", "before1987alone"].map(|name| first(&[name]).filter(|_| own)),
            // On a plan's site the account is the one that the money comes from.
            account: first(&["account"]).filter(|_| own),
            confirmation: first(CONFIRMATION),
            plan: first(&["plan", "planname"]),
            accounts: ACCOUNT.iter().filter(|_| !own).filter_map(place).collect(),
            of_an_account: !own && first(OF_AN_ACCOUNT).is_some(),
            named: Some(cells.len()),
            names: cells.iter().map(|cell| cells::words(&cell.text)).collect(),
            shape: shape(&bare),
            ..Self::default()
        }
    }

    /// The column of the amounts by its name, nothing where several may be; and whether
    /// they are balances. Nothing at all if no name is one of an amount.
    ///
    /// Where each source has a column, no total is taken for one of them.
    fn amount_by_name(&self) -> Option<(Option<usize>, bool)> {
        let bare: Vec<String> = self.names.iter().map(|name| bare(name)).collect();
        let of =
            |wanted: Source| self.names.iter().enumerate().filter(move |(_, name)| source_of_column(name) == wanted);
        if let Some(exact) = first(&bare, AFTER_TAX).filter(|place| !self.is_of_percents(*place)) {
            return Some((Some(exact), false));
        }
        // A column that names a source by its words is no column of after-tax amounts.
        let matched = of(Source::Unclear).filter(|(_, name)| kinds::may_be_after_tax(name));
        let after_tax: Vec<usize> =
            of(Source::AfterTax).chain(matched).map(|(place, _)| place).filter(|place| self.is_free(*place)).collect();
        if let [only] = after_tax.as_slice()
            && self.is_after_tax(*only)
        {
            return Some((Some(*only), false));
        }
        let others = of(Source::Other).filter(|(place, _)| self.is_free(*place)).count();
        let amount = first(&bare, AMOUNT);
        let is_sum = amount.is_some_and(|place| self.names.get(place).is_some_and(|name| is_total(name)));
        let by_source = !after_tax.is_empty() || others > 1 || (others > 0 && (amount.is_none() || is_sum));
        if by_source && !self.own {
            return Some((None, false));
        }
        match amount {
            Some(amount) => Some((Some(amount), false)),
            None => first(&bare, BALANCE).map(|balance| (Some(balance), true)),
        }
    }

    fn is_of_percents(&self, place: usize) -> bool {
        self.names.get(place).is_some_and(|name| name.contains('%'))
    }

    /// Whether a column has none of the roles that words have.
    fn is_free(&self, place: usize) -> bool {
        self.source != Some(place) && self.plan != Some(place) && !self.hints.contains(&place)
    }

    fn is_after_tax(&self, place: usize) -> bool {
        let Some(name) = self.names.get(place) else { return false };
        AFTER_TAX.contains(&bare(name).as_str()) || source_of_column(name) == Source::AfterTax
    }

    /// Whether the amount is called a total.
    pub fn is_of_totals(&self) -> bool {
        self.amount.and_then(|place| self.names.get(place)).is_some_and(|name| is_total(name))
    }

    /// Without a header, the first cell that reads as a date and the first other that
    /// reads as money; nothing if a row has none of either. All other cells are words.
    pub fn found(row: &Row) -> Option<Self> {
        let date = row.cells.iter().position(|cell| cells::day(cell.text.trim()).is_some())?;
        let is_money = |place: &usize| *place != date && cells::money(row.text(*place)).is_ok();
        let amount = (0..row.cells.len()).find(is_money)?;
        let hints = (0..row.cells.len()).filter(|place| ![date, amount].contains(place)).collect();
        Some(Self { date, amount: Some(amount), hints, ..Self::default() })
    }

    /// These columns as the person named them.
    pub fn answered_by(mut self, naming: &Naming) -> Self {
        if self.own {
            return self;
        }
        let width = self.names.len();
        let column = |topic| naming.column(topic).filter(|place| *place < width);
        self.date = column("date").unwrap_or(self.date);
        if let Some(amount) = column("amount") {
            // Whoever picks one among columns of sources says which money it is.
            self.after_tax = self.amount.is_none() || self.is_after_tax(amount);
            self.balances = self.balances && self.amount == Some(amount);
            self.amount = Some(amount);
        }
        self.source = column("source").or(self.source);
        if naming.is("activity", "none") {
            self.hints.retain(|place| self.activity != Some(*place));
            self.activity = None;
        } else if let Some(activity) = column("activity") {
            self.activity = Some(activity);
            self.hints.retain(|place| *place != activity);
            self.hints.insert(0, activity);
        }
        self
    }

    /// The columns that can hold the amount that counts, and their names.
    pub fn of_amounts(&self) -> impl Iterator<Item = (usize, &str)> {
        let names = self.names.iter().enumerate().map(|(place, name)| (place, name.as_str()));
        names.filter(|(place, name)| *place != self.date && !name.is_empty() && !is_running(name))
    }

    /// The account that a row is of, as the export names it.
    pub fn account_of(&self, row: &Row) -> String {
        let parts: Vec<&str> =
            self.accounts.iter().map(|place| row.text(*place)).filter(|text| !text.is_empty()).collect();
        cells::words(&parts.join(" "))
    }

    /// Whether nothing tells that a row may be of other money than after-tax: it is in a
    /// list of days and amounts, and no history of an account.
    pub fn is_plain(&self, row: &Row) -> bool {
        let activity = self.activity.map_or("", |place| row.text(place));
        let is_list = !self.of_an_account && self.source.is_none() && !self.is_of_totals();
        is_list && !self.names.iter().any(|name| is_running(name)) && !kinds::needs_source(activity)
    }
}

fn first(bare: &[String], list: &[&str]) -> Option<usize> {
    list.iter().find_map(|name| bare.iter().position(|own| own == name))
}
