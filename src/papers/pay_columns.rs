//! The columns of a pay stub's tables, and the names and numbers of a row.

/// A column of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Column {
    /// What was paid this time.
    Current,
    /// What was paid in the year.
    Year,
    /// Hours, rates and the like.
    Other,
}

/// The columns of numbers under a heading, for each of the tables that stand side by side
/// under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Columns(Vec<Vec<Column>>);

/// A name and the numbers behind it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Segment {
    /// The name.
    pub label: String,
    /// The numbers: cents, or nothing where one has no cents.
    pub numbers: Vec<Option<i64>>,
    /// Both, as they stand there.
    pub words: String,
}

/// The cents in so many dollars.
pub const fn cents(dollars: i64) -> i64 {
    dollars * 100
}

/// What columns are called, longer names first; none for a column that has no numbers.
const NAMES: [(&str, Option<Column>); 34] = [
    ("year to date", Some(Column::Year)),
    ("year-to-date", Some(Column::Year)),
    ("ytd hours", Some(Column::Other)),
    ("ytd hrs", Some(Column::Other)),
    ("ytd units", Some(Column::Other)),
    ("ytd amount", Some(Column::Year)),
    ("ytd total", Some(Column::Year)),
    ("ytd amt", Some(Column::Year)),
    ("ytd ($)", Some(Column::Year)),
    ("y-t-d", Some(Column::Year)),
    ("ytd", Some(Column::Year)),
    ("this period ($)", Some(Column::Current)),
    ("this pay period", Some(Column::Current)),
    ("this period", Some(Column::Current)),
    ("this check", Some(Column::Current)),
    ("current amount", Some(Column::Current)),
    ("current period", Some(Column::Current)),
    ("current amt", Some(Column::Current)),
    ("current ($)", Some(Column::Current)),
    ("current", Some(Column::Current)),
    ("amount", Some(Column::Current)),
    ("hrs/units", Some(Column::Other)),
    ("pay rate", Some(Column::Other)),
    ("hours", Some(Column::Other)),
    ("units", Some(Column::Other)),
    ("rate", Some(Column::Other)),
    ("hrs", Some(Column::Other)),
    ("qty", Some(Column::Other)),
    ("description", None),
    ("pay type", None),
    ("dates", None),
    ("type", None),
    ("code", None),
    ("date", None),
];

/// The most words of a heading that name no column.
const MOST_OTHER_WORDS: usize = 3;

/// The columns of a heading with the year to date. `None` if the line is no such heading, and
/// `Some(None)` if it is one that leaves open which amount is the year's.
pub fn heading(line: &str) -> Option<Option<Columns>> {
    let lower = line.to_ascii_lowercase();
    if !(lower.contains("ytd") || lower.contains("y-t-d") || lower.contains("to date") || lower.contains("to-date")) {
        return None;
    }
    let (mut rest, mut columns, mut other, mut last_is_column) = (lower.trim(), Vec::new(), 0, false);
    while !rest.is_empty() {
        let named = NAMES.iter().find(|(name, _)| rest.strip_prefix(name).is_some_and(ends_word));
        if let Some((name, column)) = named {
            columns.extend(*column);
            last_is_column = column.is_some();
            rest = rest[name.len()..].trim_start();
        } else {
            let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
            other += 1;
            last_is_column = false;
            rest = rest[end..].trim_start();
        }
    }
    if columns.is_empty() || !last_is_column || other > MOST_OTHER_WORDS || lower.ends_with('.') {
        return None;
    }
    // What is the employee's and what the employer's in one row is not told apart.
    let both = lower.contains("employer") && lower.contains("employee");
    Some(Columns::of(columns).filter(|_| !both))
}

/// Whether what follows begins another word.
fn ends_word(rest: &str) -> bool {
    rest.chars().next().is_none_or(|c| !c.is_alphanumeric())
}

impl Columns {
    /// None if it is not certain which column is the year's.
    fn of(columns: Vec<Column>) -> Option<Self> {
        let mut tables: Vec<Vec<Column>> = vec![Vec::new()];
        for column in columns {
            let table = tables.last_mut()?;
            let whole = table.contains(&Column::Current) && table.contains(&Column::Year);
            if whole || (column != Column::Other && table.contains(&column)) {
                tables.push(vec![column]);
            } else {
                table.push(column);
            }
        }
        let with_year = tables.iter().all(|table| table.contains(&Column::Year));
        let alike = tables.windows(2).all(|pair| matches!(pair, [one, other] if money(one) == money(other)));
        (with_year && alike).then_some(Self(tables))
    }

    /// The amounts of a row: this time's, where there is such a column, and the year's. None
    /// where the row may be read in more than one way.
    pub fn amounts(&self, numbers: &[Option<i64>]) -> Option<(Option<i64>, i64)> {
        let mut found = self.0.iter().filter_map(|table| of_table(table, numbers));
        let first = found.next()?;
        found.all(|other| other == first).then_some(first)
    }
}

/// The columns of a table that hold money.
fn money(table: &[Column]) -> Vec<Column> {
    table.iter().copied().filter(|column| *column != Column::Other).collect()
}

fn of_table(table: &[Column], numbers: &[Option<i64>]) -> Option<(Option<i64>, i64)> {
    let pick = |columns: &[Column], numbers: &[Option<i64>]| {
        let of = |which: Column| columns.iter().zip(numbers).find(|(column, _)| **column == which);
        let (_, year) = of(Column::Year)?;
        match of(Column::Current) {
            Some((_, current)) => Some((Some((*current)?), (*year)?)),
            None => Some((None, (*year)?)),
        }
    };
    if numbers.len() == table.len() {
        return pick(table, numbers);
    }
    // Hours and rates may be blank, before the two amounts or between them.
    match (table, numbers) {
        ([.., one, other], [_, .., _])
            if numbers.len() < table.len() && *one != Column::Other && *other != Column::Other =>
        {
            pick(&[*one, *other], numbers.get(numbers.len() - 2..)?)
        }
        (_, [_, _]) if money(table).len() == 2 => pick(&money(table), numbers),
        _ => None,
    }
}

/// A line in which blanks are single, and `401 (k)` is one word.
pub fn plain(line: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        let letter = word.to_ascii_lowercase();
        match words.last_mut() {
            Some(plan)
                if (plan.ends_with("401") && (letter == "k" || letter.starts_with("(k)")))
                    || (plan.ends_with("403") && (letter == "b" || letter.starts_with("(b)"))) =>
            {
                plan.push_str(word);
            }
            _ => words.push(word.to_owned()),
        }
    }
    words.join(" ")
}

/// The names of a line, each with the numbers behind it; a name without numbers is none.
pub fn segments(line: &str) -> Vec<Segment> {
    let mut found: Vec<Segment> = Vec::new();
    let mut open = Segment::default();
    for word in line.split(' ').filter(|word| !word.is_empty()) {
        match number(word) {
            Some(number) if !open.label.is_empty() => open.numbers.push(number),
            // A number before any name, or a date, belongs to nothing.
            Some(_) => continue,
            None if is_date(word) => continue,
            None => {
                if !open.numbers.is_empty() {
                    found.push(std::mem::take(&mut open));
                }
                if !open.label.is_empty() {
                    open.label.push(' ');
                }
                open.label.push_str(word);
            }
        }
        if !open.words.is_empty() {
            open.words.push(' ');
        }
        open.words.push_str(word);
    }
    if !open.numbers.is_empty() {
        found.push(open);
    }
    found
}

/// A number as it is printed: its cents, or `Some(None)` for one that is no amount of money.
/// The sign does not count: deductions are printed with it or without.
fn number(word: &str) -> Option<Option<i64>> {
    let bare = word.trim_matches(|c| matches!(c, '$' | '-' | '–' | '−' | '(' | ')' | '*' | '+'));
    if bare.is_empty() || !bare.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'.' | b',')) {
        return None;
    }
    Some(amount(bare))
}

fn amount(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once('.')?;
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let mut groups = whole.split(',');
    let first = groups.next().map_or(0, str::len);
    let grouped = !whole.contains(',') || ((1..=3).contains(&first) && groups.all(|group| group.len() == 3));
    let fits = (1..=9).contains(&digits.len()) && part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    if !(fits && grouped) {
        return None;
    }
    Some(cents(digits.parse().ok()?) + part.parse::<i64>().ok()?)
}

/// Whether a word is a day or a span of days, such as `11/01-11/15` in a row of Workday's.
fn is_date(word: &str) -> bool {
    word.contains('/') && word.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'/' | b'-'))
}
