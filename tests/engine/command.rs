//! The command `worksheets` from outside: records in, results out, and a sentence for
//! whatever is wrong.

use std::ffi::OsStr;
use std::fs;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};
use std::thread;

use crate::support::records::{EVERY_FIELD, EVERY_FIELD_1, EVERY_FIELD_2, EXAMPLE, EXAMPLE_1, EXAMPLE_2};
use planner::record::{FORMAT, LARGEST, MOST_JOBS, Record};
use serde_json::Value;

/// The guide's case: $70,000 less deferrals of 23,500 and employer money of 10,000.
const GUIDE_2025: &str = r#"{"year": 2025, "income": {"kind": "wages", "pay": "200000"}, "contributions":
    {"pre_tax": {"so_far": "23500"}, "employer_match": {"so_far": "10000"}}}"#;
/// $72,000 less deferrals of 24,500 and employer money of 6,000.
const CASE_2026: &str = r#"{"year": 2026, "income": {"kind": "wages", "pay": "200000"}, "contributions":
    {"pre_tax": {"so_far": "20000", "to_come": "4500"}, "employer_match": {"so_far": "6000"}}}"#;

fn record(years: &[&str]) -> String {
    format!(r#"{{"format": 1, "birth_date": "1985-03-31", "years": [{}]}}"#, years.join(", "))
}

fn run<A: AsRef<OsStr>>(arguments: impl IntoIterator<Item = A>, input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_worksheets"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    let mut stdin = child.stdin.take().expect("standard input is a pipe");
    thread::scope(|scope| {
        // The command may close its input early, which is no failure of the test.
        scope.spawn(move || stdin.write_all(input));
        child.wait_with_output().expect("the command ends")
    })
}

#[track_caller]
fn results(output: &Output) -> Value {
    let errors = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{errors}");
    assert!(errors.is_empty(), "{errors}");
    assert_eq!(output.stdout.last(), Some(&b'\n'));
    serde_json::from_slice(&output.stdout).expect("the results are JSON")
}

#[track_caller]
fn results_on(today: &str, record: &str) -> Value {
    results(&run(["--today", today], record.as_bytes()))
}

/// The message of a refusal, without the command's name in front.
#[track_caller]
fn refusal(output: &Output) -> String {
    let errors = String::from_utf8(output.stderr.clone()).expect("a message is text");
    assert!(!output.status.success(), "accepted: {errors}");
    assert!(output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
    let message = errors.strip_prefix("worksheets: ").unwrap_or_else(|| panic!("{errors}"));
    assert!(!message.contains("worksheets: "), "one message: {errors}");
    assert!(message.ends_with('\n') && message.trim().len() > 10, "{errors}");
    message.to_owned()
}

#[track_caller]
fn refused(input: impl AsRef<[u8]>) -> String {
    let message = refusal(&run(["--today", "2026-11-24"], input.as_ref()));
    assert_eq!(message.lines().count(), 1, "{message}");
    assert!(message.ends_with(".\n") && !message.contains(".."), "no sentence: {message}");
    message
}

#[track_caller]
fn room(results: &Value, place: usize) -> &str {
    results["years"][place]["room"]["room"]["value"].as_str().expect("the room is a string")
}

fn example_path() -> PathBuf {
    ["tests", "records", "example.json"].iter().collect()
}

/// A file of this test's own, under a name that no other test uses.
fn file(name: impl AsRef<std::path::Path>, content: &str) -> PathBuf {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::write(&path, content).expect("the temporary directory takes files");
    path
}

#[test]
fn the_guide_s_case_and_one_of_2026_come_out_to_the_cent() {
    let guide = results_on("2025-11-24", &record(&[GUIDE_2025]));
    assert_eq!(room(&guide, 0), "36500.00");
    let results = results_on("2026-11-24", &record(&[CASE_2026]));
    assert_eq!(room(&results, 0), "41500.00");
    assert_eq!(results["years"][0]["room"]["used"]["value"], "30500.00");
    assert_eq!(results["years"][0]["room"]["age_at_year_end"], 41);
}

#[test]
fn a_record_with_two_years_gives_both_in_its_own_order() {
    for (years, rooms) in [
        ([GUIDE_2025, CASE_2026], [(2025, "36500.00"), (2026, "41500.00")]),
        ([CASE_2026, GUIDE_2025], [(2026, "41500.00"), (2025, "36500.00")]),
    ] {
        let results = results_on("2026-11-24", &record(&years));
        assert_eq!(results["years"].as_array().map(Vec::len), Some(2));
        for (place, (year, right)) in rooms.into_iter().enumerate() {
            assert_eq!(results["years"][place]["year"], year);
            assert_eq!(results["years"][place]["room"]["year"], year);
            assert_eq!(room(&results, place), right);
        }
    }
}

#[test]
fn a_file_standard_input_and_a_dash_give_the_same() {
    let path = file("same.json", &record(&[CASE_2026]));
    let path = path.to_str().expect("a path in UTF-8");
    let today = ["--today", "2026-11-24"];
    let from_file = results(&run([today[0], today[1], path], b""));
    let input = record(&[CASE_2026]);
    assert_eq!(room(&from_file, 0), "41500.00");
    assert_eq!(results(&run(today, input.as_bytes())), from_file);
    assert_eq!(results(&run([today[0], today[1], "-"], input.as_bytes())), from_file);
    assert_eq!(results(&run(["-", today[0], today[1]], input.as_bytes())), from_file);
    assert_eq!(results(&run([path, today[0], today[1]], b"not read")), from_file);
}

#[test]
fn today_decides_how_many_months_are_left() {
    for (today, months, each) in [
        ("2025-12-31", 12, "3458.33"),
        // In the year itself $1,350 of match is likely still to come, and is left free.
        ("2026-01-01", 12, "3345.83"),
        // Never more a month than pay of 173,000 leaves.
        ("2026-11-24", 2, "14416.66"),
        ("2026-12-31", 1, "12166.66"),
    ] {
        let results = results_on(today, &record(&[CASE_2026]));
        assert_eq!(results["today"], today);
        assert_eq!(results["years"][0]["room"]["pace"]["contributions"], months, "{today}");
        assert_eq!(results["years"][0]["room"]["pace"]["each"], each, "{today}");
    }
    let after = results_on("2027-01-01", &record(&[CASE_2026]));
    assert_eq!(after["years"][0]["room"]["pace"], Value::Null);
    assert_eq!(room(&after, 0), "41500.00");
}

#[test]
fn without_a_day_the_system_clock_gives_it() {
    let utc = || jiff::tz::Offset::UTC.to_datetime(jiff::Timestamp::now()).date().to_string();
    let before = utc();
    let results = results(&run::<&str>([], record(&[CASE_2026]).as_bytes()));
    // Midnight may pass in between.
    let after = utc();
    assert!(results["today"] == before.as_str() || results["today"] == after.as_str(), "{}", results["today"]);
}

/// Every number in the results with the name that it stands under.
fn numbers<'a>(name: &'a str, value: &'a Value, found: &mut Vec<(&'a str, &'a serde_json::Number)>) {
    match value {
        Value::Number(number) => found.push((name, number)),
        Value::Array(values) => values.iter().for_each(|value| numbers(name, value, found)),
        Value::Object(fields) => {
            let fields = fields.iter().filter(|(name, _)| *name != "chart");
            fields.for_each(|(name, value)| numbers(name, value, found));
        }
        Value::Null | Value::Bool(_) | Value::String(_) => {}
    }
}

#[test]
fn money_is_always_a_string_and_a_number_is_always_a_whole_count() {
    // Under `chart` stand heights in the drawing, not money.
    const COUNTS: [&str; 20] = [
        "year",
        "age_at_year_end",
        "contributions",
        "paychecks",
        "start",
        "length",
        "limit_at",
        "row",
        "average_days",
        "conversions",
        "conversions_before",
        "days",
        "days_waited",
        "expected",
        "payments",
        "plan_roth_since",
        "roth_ira_since",
        "since",
        "typed",
        "years",
    ];
    for record in [EXAMPLE, EVERY_FIELD, EXAMPLE_2, EVERY_FIELD_2, EXAMPLE_1, EVERY_FIELD_1] {
        let results = results_on("2026-08-15", record);
        let mut found = Vec::new();
        numbers("", &results, &mut found);
        assert!(!found.is_empty());
        for (name, number) in found {
            assert!(COUNTS.contains(&name) && number.is_u64(), "{name} is {number}");
        }
    }
}

#[test]
fn the_example_of_the_readme_gives_the_figures_it_always_gave() {
    let path = example_path();
    let results = results(&run([OsStr::new("--today"), OsStr::new("2026-08-15"), path.as_os_str()], b""));
    let room = &results["years"][0]["room"];
    for (pointer, right) in [
        ("/cap/value", "72000.00"),
        // 15,000 pre-tax and 3,500 Roth here; the 6,000 of the other job fill the person's limit.
        ("/regular_deferrals/value", "18500.00"),
        ("/deferrals_left", "0.00"),
        ("/employer/value", "7400.00"),
        ("/after_tax", "12000.00"),
        ("/used/value", "37900.00"),
        ("/room_by_law/value", "34100.00"),
        // The plan takes 15% of 185,000, of which 12,000 is in.
        ("/room/value", "15750.00"),
        ("/pace/each", "3150.00"),
        ("/pace/last", "3150.00"),
        ("/standing", "official"),
        ("/closing/by", "2026-12-31"),
    ] {
        assert_eq!(room.pointer(pointer), Some(&Value::from(right)), "{pointer}");
    }
    assert_eq!(room["pace"]["contributions"], 5);
    assert_eq!(room["over"]["value"], "0.00");
}

#[test]
fn a_record_is_written_as_it_was_read() {
    for text in [EXAMPLE, EVERY_FIELD] {
        let record = Record::from_json(text).expect("a record");
        assert_eq!(record.format, FORMAT);
        assert_eq!(Record::from_json(&record.to_json()), Ok(record));
    }
    let written = Record::from_json(EVERY_FIELD).expect("a record").to_json();
    assert_eq!(written, EVERY_FIELD);
}

#[test]
fn format_2_is_still_read_and_gives_the_figures_it_always_gave() {
    for text in [EXAMPLE_2, EVERY_FIELD_2] {
        let record = Record::from_json(text).expect("a record of format 2");
        assert_eq!(record.format, FORMAT, "what is read is of the format of today");
        assert_eq!(Record::from_json(&record.to_json()), Ok(record));
    }
    // Nothing but the number of its format changes when such a record is written again.
    let written = Record::from_json(EVERY_FIELD_2).expect("a record of format 2").to_json();
    let format = format!("\"format\": {FORMAT}");
    assert_eq!(written, EVERY_FIELD_2.replacen("\"format\": 2", &format, 1));

    // What format 3 has more of changes neither plan nor room nor pace.
    let mut every: serde_json::Value = serde_json::from_str(EVERY_FIELD).expect("JSON");
    for entry in every["years"].as_array_mut().expect("years") {
        for (part, field) in [("plan", "change_months"), ("payroll", "own_target"), ("payroll", "spillover_only")] {
            // What format 2 could not say.
            if let Some(part) = entry.get_mut(part).and_then(serde_json::Value::as_object_mut) {
                part.remove(field);
            }
        }
    }
    every["years"][0]["plan"]["spillover"] = "no".into();
    for (old, new) in [(EXAMPLE_2, EXAMPLE), (EVERY_FIELD_2, every.to_string().as_str())] {
        let (old, new) = (results_on("2026-08-15", old), results_on("2026-08-15", new));
        for place in 0..old["years"].as_array().map_or(0, Vec::len) {
            for worksheet in ["plan", "room", "pace"] {
                assert_eq!(old["years"][place][worksheet], new["years"][place][worksheet], "{worksheet}");
            }
        }
    }
    let every = results_on("2026-08-15", EVERY_FIELD_2);
    for (place, figures) in [
        (0, ["60000.00", "19750.00", "34975.00", "25025.00", "25025.00"]),
        (1, ["56250.00", "11000.00", "22090.50", "34159.50", "13500.00"]),
    ] {
        let names = ["cap", "regular_deferrals", "used", "room_by_law", "room"];
        let given = names.map(|name| every["years"][place]["room"][name]["value"].as_str().unwrap_or_default());
        assert_eq!(given, figures);
    }
}

#[test]
fn format_1_is_still_read_and_gives_the_figures_it_always_gave() {
    for text in [EXAMPLE_1, EVERY_FIELD_1] {
        let record = Record::from_json(text).expect("a record of format 1");
        assert_eq!(record.format, FORMAT, "what is read is of the format of today");
        assert_eq!(Record::from_json(&record.to_json()), Ok(record));
    }
    // Nothing but the number of its format changes when such a record is written again.
    let written = Record::from_json(EVERY_FIELD_1).expect("a record of format 1").to_json();
    let format = format!("\"format\": {FORMAT}");
    assert_eq!(written, EVERY_FIELD_1.replacen("\"format\": 1", &format, 1));

    let example = results_on("2026-08-15", EXAMPLE_1);
    assert_eq!(room(&example, 0), "15750.00");
    let newest = results_on("2026-08-15", EXAMPLE);
    for name in ["cap", "regular_deferrals", "used", "room_by_law", "room", "over", "total_if_filled", "lines"] {
        assert_eq!(example["years"][0]["room"][name], newest["years"][0]["room"][name], "{name}");
    }
    let every = results_on("2026-08-15", EVERY_FIELD_1);
    for (place, figures) in [
        (0, ["60000.00", "10000.00", "10000.00", "50000.00", "50000.00"]),
        (1, ["56250.00", "11000.00", "22090.50", "34159.50", "13500.00"]),
    ] {
        let names = ["cap", "regular_deferrals", "used", "room_by_law", "room"];
        let given = names.map(|name| every["years"][place]["room"][name]["value"].as_str().unwrap_or_default());
        assert_eq!(given, figures);
    }
}

#[test]
fn the_plan_comes_with_its_verdict() {
    let results = results_on("2026-08-15", EXAMPLE);
    let plan = &results["years"][0]["plan"];
    assert_eq!(plan["verdict"], "friction");
    assert_eq!(plan["frictions"][0]["title"], "A cap in percent of pay");
    assert_eq!(plan["rows"].as_array().map(Vec::len), Some(6));
    assert!(plan["letter"]["body"].as_str().is_some_and(|body| body.contains("\n1. ")));
    assert_eq!(results_on("2026-08-15", EXAMPLE_1)["years"][0]["plan"]["verdict"], "ask_first");
}

#[test]
fn help_is_no_failure() {
    for arguments in [&["--help"][..], &["-h"], &["--today", "2026-11-24", "--help"]] {
        let output = run(arguments, b"");
        assert!(output.status.success() && output.stderr.is_empty(), "{arguments:?}");
        assert!(output.stdout.starts_with(b"usage: worksheets "), "{arguments:?}");
    }
}

#[test]
fn wrong_arguments_are_refused_with_the_usage() {
    let input = record(&[CASE_2026]);
    let example = example_path();
    let example = example.to_str().expect("a path in UTF-8");
    for (arguments, says) in [
        (&["--verbose"][..], "there is no option \"--verbose\""),
        (&["-v"], "there is no option \"-v\""),
        (&["--today=2026-11-24"], "there is no option"),
        (&["--"], "there is no option"),
        (&[example, "--verbose"], "there is no option"),
        (&[example, example], "only one file"),
        (&["-", "-"], "only one file"),
        (&["-", example], "only one file"),
        (&["--today"], "--today needs a date"),
        (&["-", "--today"], "--today needs a date"),
    ] {
        let message = refusal(&run(arguments, input.as_bytes()));
        assert!(message.contains(says), "{arguments:?}: {message}");
        assert!(message.contains("usage: worksheets "), "{arguments:?}: {message}");
    }
}

#[test]
fn a_day_that_is_none_is_refused() {
    for day in ["", "today", "11/24/2026", "2026-11-31", "2026-13-01", "2026-1-1", "1899-12-31", "2200-01-01", "-"] {
        let message = refusal(&run(["--today", day], record(&[CASE_2026]).as_bytes()));
        assert!(message.contains(&format!("{day:?}")) && message.contains("YYYY-MM-DD"), "{message}");
    }
}

#[test]
fn a_file_that_cannot_be_read_is_named() {
    for name in ["no-such-record.json", "tests", ""] {
        let message = refusal(&run([name], record(&[CASE_2026]).as_bytes()));
        assert!(message.contains(name) && message.contains("cannot be read"), "{message}");
    }
}

#[cfg(unix)]
#[test]
fn a_file_name_that_is_not_utf_8_is_a_name_like_any_other() {
    use std::os::unix::ffi::OsStrExt;
    let name = OsStr::from_bytes(b"no-such-\xff.json");
    let message = refusal(&run([name], b""));
    assert!(message.contains("cannot be read"), "{message}");
}

#[cfg(target_os = "linux")]
#[test]
fn results_that_cannot_be_written_are_a_failure_that_says_so() {
    let full = fs::File::create("/dev/full").expect("Linux has a device that is always full");
    let output = Command::new(env!("CARGO_BIN_EXE_worksheets"))
        .args(["--today", "2026-08-15"])
        .arg(example_path())
        .stdout(full)
        .output()
        .expect("the command starts");
    let message = refusal(&output);
    assert!(message.contains("cannot be written"), "{message}");
}

#[test]
fn what_is_no_record_is_refused() {
    for (input, says) in [
        ("", "not a record"),
        ("   \n", "not a record"),
        ("hello", "not a record"),
        ("[]", "not a record"),
        ("null", "not a record"),
        ("{}", "format"),
        (r#"{"format": "1"}"#, "not a record"),
        (r#"{"format": 1"#, "was cut off"),
        (r#"{"format": 1} {"format": 1}"#, "not a record"),
        (r#"{"format": 1, "format": 1}"#, "duplicate field `format`"),
        (r#"{"format": 1}"#, "no years"),
        (r#"{"format": 1, "birth_date": "1985-03-31", "years": []}"#, "no years"),
        (r#"{"format": 3, "years": []}"#, "no years"),
        (r#"{"format": 0}"#, "no record format 0"),
        (r#"{"format": 5}"#, "format 5; this planner reads up to format 4"),
        (r#"{"format": 99}"#, "format 99"),
        // A newer record may hold anything: its version comes first.
        (r#"{"format": 99, "years": "all of them", "more": 1}"#, "newest planner"),
    ] {
        let message = refused(input);
        assert!(message.contains(says), "{input}: {message}");
    }
    let deep = "[".repeat(200_000);
    refused(format!(r#"{{"format": 1, "years": {deep}"#));
}

#[test]
fn a_field_that_is_unknown_is_named_wherever_it_stands() {
    for text in [
        r#"{"format": 1, "slip": 1}"#,
        r#"{"format": 1, "years": [{"year": 2026, "slip": 1}]}"#,
        r#"{"format": 1, "years": [{"year": 2026, "income": {"kind": "wages", "pay": "1", "slip": "1"}}]}"#,
        r#"{"format": 1, "years": [{"year": 2026, "plan": {"slip": "1"}}]}"#,
        r#"{"format": 2, "years": [{"year": 2026, "plan": {"match": {"slip": "1"}}}]}"#,
        r#"{"format": 2, "years": [{"year": 2026, "plan": {"match": {"tiers": [{"rate": "1", "slip": "1"}]}}}]}"#,
        r#"{"format": 2, "years": [{"year": 2026, "payroll": {"slip": "1"}}]}"#,
        r#"{"format": 2, "years": [{"year": 2026, "payroll": {"raises": [{"slip": "1"}]}}]}"#,
        r#"{"format": 2, "years": [{"year": 2026, "payroll": {"bonuses": [{"slip": "1"}]}}]}"#,
        r#"{"format": 1, "years": [{"year": 2026, "own_limits": {"slip": "1"}}]}"#,
        r#"{"format": 1, "years": [{"year": 2026, "contributions": {"slip": "1"}}]}"#,
        r#"{"format": 1, "years": [{"year": 2026, "contributions": {"pre_tax": {"slip": "1"}}}]}"#,
        r#"{"format": 1, "years": [{"year": 2026, "other_jobs": [{"slip": "1"}]}]}"#,
        r#"{"format": 3, "years": [{"year": 2026, "ledger": {"slip": "1"}}]}"#,
        r#"{"format": 3, "years": [{"year": 2026, "landing": {"slip": "1"}}]}"#,
        r#"{"format": 3, "years": [{"year": 2026, "forms": [{"slip": "1"}]}]}"#,
        r#"{"format": 3, "years": [{"year": 2026, "returned": [{"slip": "1"}]}]}"#,
    ] {
        let message = refused(text);
        assert!(message.contains("unknown field `slip`"), "{text}: {message}");
    }
}

#[test]
fn money_that_is_none_is_refused() {
    let forty_digits = format!("{:?}", "1234567890".repeat(4));
    for (pay, says) in [
        (r#""1e99""#, "\"1e99\" is not an amount"),
        (r#""NaN""#, "is not an amount"),
        (r#""""#, "is not an amount"),
        (r#""-1""#, "without a minus sign"),
        (r#""1.505""#, "at most two digits"),
        (r#""1,23""#, "between thousands"),
        (r#""1\t2""#, "is not an amount"),
        (&forty_digits, "under $1,000,000,000.00"),
        ("200000", "expected a string"),
        ("200000.50", "expected a string"),
        ("-1", "expected a string"),
        ("true", "expected a string"),
        ("{}", "expected a string"),
    ] {
        for text in [
            CASE_2026.replace(r#""200000""#, pay),
            CASE_2026.replace(r#""4500""#, pay),
            CASE_2026.replace(r#""year": 2026"#, &format!(r#""year": 2026, "prior_year_box_3_wages": {pay}"#)),
        ] {
            let message = refused(record(&[&text]));
            assert!(message.contains(says), "{pay}: {message}");
        }
    }
}

#[test]
fn a_figure_outside_its_range_is_refused() {
    for (more, says) in [
        (r#""plan": {"after_tax_percent": "101"}"#, "from 0 to 100"),
        (r#""plan": {"combined_percent": 6}"#, "expected a string"),
        (r#""plan": {"kind": "457b"}"#, "\"457b\" is not one of: 401k, 403b, solo_401k"),
        (r#""plan": {"after_tax": "maybe"}"#, "\"maybe\" is not one of: unknown, yes, no"),
        (r#""plan": {"match": {"tiers": [{"rate": "1001"}]}}"#, "from 0 to 1000"),
        (r#""plan": {"match": {"tiers": [{"up_to": "6"}]}}"#, "missing field `rate`"),
        (r#""payroll": {"pre_tax": "101%"}"#, "is not an election"),
        (r#""payroll": {"first_day": 32}"#, "a day of the month goes from 1 to 31"),
        (r#""payroll": {"pay_dates": ["2/1/2026"]}"#, "is not a date written YYYY-MM-DD"),
        (r#""plan": {"limitation_year_months": 12}"#, "In 2026"),
        (r#""plan": {"limitation_year_months": 0}"#, "In 2026"),
        (r#""months_left": 13"#, "In 2026"),
        (r#""months_left": 300"#, "not a record"),
        (r#""ledger": {"contributions": [{"date": "2025-12-31", "amount": "1"}]}"#, "ledger of 2026 has a date of"),
        (r#""ledger": {"conversions": [{"date": "2026-01-02", "amount": "1", "path": "mail"}]}"#, "is not one of"),
        (r#""landing": {"spot": "bank"}"#, "\"bank\" is not one of: open, roth_ira, roth_401k"),
    ] {
        let message = refused(record(&[&CASE_2026.replace(r#""year": 2026"#, &format!(r#""year": 2026, {more}"#))]));
        assert!(message.contains(says), "{more}: {message}");
    }
    for (date, says) in [("1985-02-29", "not a date"), ("3/31/1985", "not a date"), ("1899-12-31", "not a date")] {
        let message = refused(record(&[CASE_2026]).replace("1985-03-31", date));
        assert!(message.contains(says), "{date}: {message}");
    }
}

#[test]
fn a_worksheet_that_is_not_ready_says_what_it_waits_for_beside_those_that_are() {
    let of = |year: &str| CASE_2026.replace("2026", year);
    for (text, says) in [
        (record(&[CASE_2026]).replace(r#""birth_date": "1985-03-31", "#, ""), "Enter your birth date"),
        (record(&[CASE_2026]).replace("1985-03-31", "2026-11-25"), "in the future"),
        (record(&[r#"{"year": 2026}"#]), "Enter your pay"),
        (record(&[&of("2031")]), "limits of 2031 are not known"),
        (record(&[&of("2022")]), "limits of 2022 are not known"),
    ] {
        let results = results_on("2026-11-24", &text);
        let year = &results["years"][0];
        for worksheet in ["room", "pace"] {
            let waits = year[worksheet]["not_ready"].as_str().unwrap_or_default();
            // Without pay the pace asks for the paychecks, out of which it follows.
            let waits_for = if worksheet == "pace" && says == "Enter your pay" { "your gross pay" } else { says };
            assert!(waits.contains(waits_for) && waits.ends_with('.'), "{worksheet} of {text}: {waits}");
            assert_eq!(year[worksheet].as_object().map(serde_json::Map::len), Some(1), "that and nothing else");
        }
        assert_eq!(year["plan"]["verdict"], "ask_first", "{text}");
    }
    // One year that waits for something leaves the others as they are.
    let results = results_on("2026-11-24", &record(&[GUIDE_2025, r#"{"year": 2026}"#]));
    assert_eq!(room(&results, 0), "36500.00");
    assert!(results["years"][1]["room"]["not_ready"].is_string());
}

#[test]
fn every_year_has_all_seven_worksheets() {
    for text in [EXAMPLE, EVERY_FIELD, EXAMPLE_2, EXAMPLE_1, &record(&[r#"{"year": 2026}"#])] {
        let results = results_on("2026-08-15", text);
        for year in results["years"].as_array().expect("years") {
            let names: Vec<&str> = year.as_object().expect("a year").keys().map(String::as_str).collect();
            assert_eq!(names, ["conversions", "forms", "landing", "pace", "plan", "review", "room", "year"]);
            for name in &names[..7] {
                let worksheet = year[*name].as_object().expect("a result, or why there is none");
                let waits = worksheet.contains_key("not_ready");
                assert!(waits != worksheet.contains_key("closing"), "{name}: {worksheet:?}");
            }
        }
    }
}

#[test]
fn a_year_that_a_record_cannot_have_is_named_and_nothing_is_printed() {
    let of = |year: &str| CASE_2026.replace("2026", year);
    let jobs = format!(r#""year": 2026, "other_jobs": [{}]"#, vec!["{}"; MOST_JOBS + 1].join(", "));
    for (text, says) in [
        (record(&[CASE_2026, GUIDE_2025, CASE_2026]), "2026 appears twice"),
        (record(&[&of("2001")]), "no year 2001"),
        (record(&[&of("2199")]), "no year 2199"),
        (record(&[&of("-1")]), "no year -1"),
        (record(&[&of("40000")]), "not a record"),
        (record(&[&of("2026.5")]), "not a record"),
        (record(&[r#"{"income": {"kind": "wages", "pay": "1"}}"#]), "missing field `year`"),
        (record(&[&CASE_2026.replace(r#""year": 2026"#, &jobs)]), "more than 50 other jobs"),
    ] {
        let message = refused(&text);
        assert!(message.contains(says), "{text}: {message}");
    }
}

#[test]
fn a_year_without_official_limits_takes_the_person_s_own() {
    let own = r#""year": 2031, "own_limits": {"elective_deferrals": "27000", "catch_up": "9000",
        "catch_up_60_to_63": "13500", "annual_additions": "82000", "pay_counted": "410000",
        "roth_catch_up_wages": "170000"}"#;
    let results = results_on("2031-06-15", &record(&[&CASE_2026.replace(r#""year": 2026"#, own)]));
    assert_eq!(room(&results, 0), "51500.00");
    assert_eq!(results["years"][0]["room"]["standing"], "own");
}

#[test]
fn bytes_that_are_not_utf_8_are_refused() {
    for input in [&b"\xff\xfe{\0"[..], b"{\"format\": 1, \"birth_date\": \"\xe9\"}", b"\xc3"] {
        let message = refused(input);
        assert!(message.contains("not UTF-8"), "{message}");
    }
}

#[test]
fn a_record_of_four_megabytes_is_read_and_one_byte_more_is_not() {
    let mut text = record(&[CASE_2026]);
    text.push_str(&" ".repeat(LARGEST - text.len()));
    assert_eq!(room(&results_on("2026-11-24", &text), 0), "41500.00");
    text.push(' ');
    assert!(refused(&text).contains("larger than four megabytes"));
    let path = file("large.json", &text);
    assert!(refusal(&run([path], b"")).contains("larger than four megabytes"));
}

#[test]
fn a_large_record_is_called_large_wherever_the_reading_stops() {
    // Letters of two bytes: by one of the two beginnings, reading stops within a letter.
    for beginning in ["", " "] {
        let text = format!("{beginning}{}", "\u{e9}".repeat(LARGEST));
        let message = refused(text);
        assert!(message.contains("larger than four megabytes"), "{message}");
    }
}
