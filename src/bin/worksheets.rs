//! The engine as a command: reads a record, prints every worksheet's result as JSON.
//!
//! ```text
//! worksheets [--today YYYY-MM-DD] [FILE]
//! ```
//!
//! Without a file, or with `-`, the record comes from standard input. Without
//! `--today` the system clock gives the day (UTC). Anything wrong goes to
//! standard error as a sentence, and the exit status is not zero.

#![cfg_attr(target_arch = "wasm32", allow(unused))]

use std::ffi::{OsStr, OsString};
use std::io::{self, Read, Write};
use std::process::ExitCode;
use std::time::{SystemTime, UNIX_EPOCH};

use planner::date::Date;
use planner::record::{LARGEST, Record, RecordError};
use planner::worksheets::results;

const USAGE: &str = "usage: worksheets [--today YYYY-MM-DD] [FILE]\n\nReads a record as JSON from FILE or from standard input and prints the results of its worksheets as JSON.";

fn main() -> ExitCode {
    let printed = run(std::env::args_os().skip(1)).and_then(|text| {
        let mut out = io::stdout().lock();
        out.write_all(text.as_bytes())
            .and_then(|()| out.flush())
            .map_err(|error| format!("The results cannot be written: {error}"))
    });
    match printed {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            // With standard error closed as well, the exit status still tells.
            let _ = writeln!(io::stderr(), "worksheets: {message}");
            ExitCode::FAILURE
        }
    }
}

fn run(mut arguments: impl Iterator<Item = OsString>) -> Result<String, String> {
    let mut today = None;
    let mut file = None;
    while let Some(argument) = arguments.next() {
        match argument.to_str() {
            Some("--help" | "-h") => return Ok(format!("{USAGE}\n")),
            Some("--today") => {
                let text = arguments.next().ok_or_else(|| format!("--today needs a date\n{USAGE}"))?;
                let text = text.to_string_lossy();
                today = Some(text.parse::<Date>().map_err(|_| format!("{text:?} is not a date written YYYY-MM-DD"))?);
            }
            Some(option) if option.starts_with('-') && option != "-" => {
                return Err(format!("there is no option {option:?}\n{USAGE}"));
            }
            _ if file.is_some() => return Err(format!("only one file can be read\n{USAGE}")),
            _ => file = Some(argument),
        }
    }
    let today = match today {
        Some(today) => today,
        None => system_date()?,
    };
    let record = Record::from_json(&read(file.as_deref())?).map_err(|error| error.to_string())?;
    if record.years.is_empty() {
        return Err("The record has no years. Enter at least one under \"years\".".to_owned());
    }
    serde_json::to_string_pretty(&results(&record, today)).map(|text| text + "\n").map_err(|error| error.to_string())
}

fn read(file: Option<&OsStr>) -> Result<String, String> {
    let limit = LARGEST as u64 + 1;
    let mut bytes = Vec::new();
    match file.filter(|path| *path != "-") {
        None => io::stdin().lock().take(limit).read_to_end(&mut bytes),
        Some(path) => std::fs::File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)),
    }
    .map_err(|error| {
        let name = file.map_or("standard input".into(), OsStr::to_string_lossy);
        format!("{name} cannot be read: {error}")
    })?;
    if bytes.len() > LARGEST {
        return Err(RecordError::TooLarge.to_string());
    }
    String::from_utf8(bytes).map_err(|_| "The record is not UTF-8 text.".to_owned())
}

fn system_date() -> Result<Date, String> {
    let wrong = || "The system clock is not set. Give the day with --today.".to_owned();
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| wrong())?.as_secs();
    let days = i32::try_from(seconds / 86_400).map_err(|_| wrong())?;
    Date::new(1970, 1, 1).and_then(|epoch| epoch.plus_days(days)).map_err(|_| wrong())
}
