//! How long the engine takes, in microseconds: `cargo bench`. It prints and never fails.
//!
//! The profile is the one the page is built with, which favours size.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    native::main();
}

#[cfg(not(target_arch = "wasm32"))]
mod native {
    use std::hint::black_box;
    use std::time::Instant;

    use planner::date::Date;
    use planner::draft::{Draft, Row};
    use planner::questions::{Field, Key, List, RowField};
    use planner::record::{MOST_LEDGER_ROWS, Record, YearRecord};
    use planner::report::Reply;
    use planner::service;
    use planner::worksheets::Worksheet;
    use planner::worksheets::year::{NotReady, Year};
    use planner::worksheets::{conversions, landing, ledger, pace, room, tax_forms};

    /// How often each measurement runs; the median is printed.
    const RUNS: usize = 501;
    /// How often each of the long ledger does.
    const LEDGER_RUNS: usize = 101;

    /// 53 paychecks, a raise, a bonus, and a second employer in the same year.
    fn record(step: &str, on_after_tax: &str) -> Record {
        let text = format!(
            r#"{{"format": 2, "birth_date": "1974-05-06", "years": [{{
                "year": 2027,
                "prior_year_box_3_wages": "180000.00",
                "plan": {{
                    "roth_deferrals": "yes", "catch_up": "standard", "change_lead_days": 7, "election_step": "{step}",
                    "match": {{
                        "offered": "yes", "true_up": "yes", "on_after_tax": "{on_after_tax}",
                        "tiers": [{{"rate": "100", "up_to": "3"}}, {{"rate": "50", "up_to": "5"}}]
                    }}
                }},
                "payroll": {{
                    "cadence": "weekly", "known_pay_date": "2027-01-01", "shift": "none", "pay": "4200.37",
                    "pre_tax": "11%", "roth": "3%", "after_tax": "5%",
                    "raises": [{{"from": "2027-04-01", "pay": "4405.11"}}],
                    "bonuses": [{{"date": "2027-03-15", "amount": "21000.00"}}]
                }},
                "other_jobs": [{{"name": "Old job", "deferrals": {{"so_far": "4000.00", "to_come": "0.00"}}}}]
            }}]}}"#
        );
        Record::from_json(&text).expect("the record reads")
    }

    /// A ledger of some years up to the last one: in each a balance and a conversion each
    /// month, and as many contributions as there are rows left. Ten thousand rows in
    /// twenty-five years.
    fn long_ledger(last: i16, years: i16) -> Draft {
        let mut draft = Draft::new(Date::new(last, 12, 31).expect("a day"));
        let add = |draft: &mut Draft, list, date: String, sum: String| {
            let row = draft.add_row(list);
            for (field, text) in [(RowField::On, date), (RowField::Sum, sum)] {
                draft.set(Key::Row(list, row, field), text);
            }
        };
        // Without it the landing spot has nothing to work out.
        draft.set(Key::BirthDate, "5/20/1980".to_owned());
        for year in last - years + 1..=last {
            draft.year = year;
            for month in 1..=12 {
                add(&mut draft, List::Balances, format!("{month}/27/{year}"), "11,000.17".to_owned());
                add(&mut draft, List::Conversions, format!("{month}/28/{year}"), "10,987.65".to_owned());
            }
            for row in 0..MOST_LEDGER_ROWS - 24 {
                let date = format!("{}/{}/{year}", row % 12 + 1, row / 12 % 26 + 1);
                add(&mut draft, List::Contributions, date, "355.77".to_owned());
            }
        }
        draft
    }

    /// Thirty years of the example, each with paychecks, a ledger and a form, and with limits
    /// of its own where none are official.
    fn thirty_years(last: i16) -> Draft {
        let mut draft = Draft::new(Date::new(last, 12, 31).expect("a day"));
        for year in last - 29..=last {
            let mut one = Draft::example(year, Date::year_end(year).expect("a day"));
            for (field, text) in [
                (Field::OwnElectiveDeferrals, "24,500"),
                (Field::OwnCatchUp, "8,000"),
                (Field::OwnCatchUpHigher, "11,250"),
                (Field::OwnAnnualAdditions, "72,000"),
                (Field::OwnPayCounted, "360,000"),
                (Field::OwnRothWages, "150,000"),
                (Field::OwnWageBase, "184,500"),
            ] {
                one.set(Key::Sheet(field), text.to_owned());
            }
            draft.birth_date = one.birth_date;
            draft.sheets.extend(one.sheets);
        }
        draft
    }

    fn long_record() {
        let draft = thirty_years(2026);
        let (saved, today) = (draft.to_saved(), Date::new(2026, 12, 31).expect("a day"));
        assert_eq!(draft.read(today).record.years.len(), 30);
        measure("thirty years: draft loaded and read", LEDGER_RUNS, || {
            let draft = Draft::from_saved(black_box(&saved)).expect("it opens");
            black_box(draft.read(today));
        });
        for worksheet in Worksheet::ALL {
            let slug = worksheet.slug();
            measure(&format!("thirty years: whole answer of {slug}"), LEDGER_RUNS, || {
                let _ = black_box(service::answer(black_box(&saved), "2026-12-31", slug, ""));
            });
        }
        measure("thirty years: where one stands", LEDGER_RUNS, || {
            let _ = black_box(service::standing(black_box(&saved), "2026-12-31"));
        });
        let copy = service::record(&saved, "2026-12-31").expect("a copy");
        measure("thirty years: a copy written", LEDGER_RUNS, || {
            let _ = black_box(service::record(black_box(&saved), "2026-12-31"));
        });
        let copy: serde_json::Value = serde_json::from_str(&copy).expect("a reply");
        let text = copy["text"].as_str().expect("the copy").to_owned();
        let empty = Draft::new(today).to_saved();
        measure("thirty years: a copy opened", LEDGER_RUNS, || {
            let _ = black_box(service::open(black_box(&empty), "2026-12-31", black_box(&text)));
        });
    }

    fn ledgers() {
        let today = Date::new(2026, 12, 31).expect("a day");
        let draft = long_ledger(2026, 25);
        let (saved, record) = (draft.to_saved(), draft.read(today).record);
        let count = |year: &YearRecord| {
            year.ledger.contributions.len() + year.ledger.balances.len() + year.ledger.conversions.len()
        };
        let rows: usize = record.years.iter().map(count).sum();
        let result = of(&record, 2026, today, conversions::worksheet);
        assert_eq!(result.conversions.len(), 12, "the last year's conversions");
        let lines = draft.sheets.values().flat_map(|sheet| sheet.rows(List::Contributions));
        let line = |row: &Row| format!("{},{}\n", row.text(RowField::On), row.text(RowField::Sum));
        let csv: String = lines.map(line).collect();

        let name = |what: &str| format!("{what}, {rows} rows");
        measure(&name("ledger posted"), LEDGER_RUNS, || {
            let _ = black_box(ledger::posted(black_box(&record)));
        });
        measure(&name("conversions"), LEDGER_RUNS, || {
            black_box(of(black_box(&record), 2026, today, conversions::worksheet));
        });
        measure(&name("landing spot"), LEDGER_RUNS, || {
            black_box(of(black_box(&record), 2026, today, landing::worksheet));
        });
        measure(&name("tax forms"), LEDGER_RUNS, || {
            black_box(of(black_box(&record), 2026, today, tax_forms::worksheet));
        });
        measure(&name("draft read"), LEDGER_RUNS, || {
            let _ = black_box(black_box(&draft).read(today));
        });
        measure(&name("draft loaded"), LEDGER_RUNS, || {
            let _ = black_box(Draft::from_saved(black_box(&saved)));
        });
        measure(&name("whole answer, from the saved draft"), LEDGER_RUNS, || {
            let _ = black_box(service::answer(black_box(&saved), "2026-12-31", "conversions", ""));
        });
        let empty = Draft::new(today).to_saved();
        measure(&format!("import, {} lines", csv.lines().count()), LEDGER_RUNS, || {
            let _ = black_box(service::import(black_box(&empty), "2026-12-31", black_box(&csv)));
        });
    }

    /// The whole answer, as the page asks for it at each key, against how much there is: rows
    /// of the ledger, paychecks of the year, other jobs with plans of their own.
    fn against_size() {
        let answer = |name: &str, draft: &Draft, page: &str| {
            let saved = draft.to_saved();
            let reply = || service::answer(black_box(&saved), "2026-12-01", page, "");
            let first: Reply = serde_json::from_str(&reply().expect("the engine answers")).expect("a reply");
            assert!(first.report.is_some(), "{name}: nothing is worked out: {:?}", first.problems);
            measure(name, LEDGER_RUNS, || {
                let _ = black_box(reply());
            });
        };
        for years in [1, 5, 10, 25] {
            let draft = long_ledger(2026, years);
            answer(&format!("answer, conversions, {} rows", i32::from(years) * 400), &draft, "conversions");
        }
        let today = Date::new(2026, 12, 1).expect("a day");
        for (cadence, paychecks) in [("monthly", 12), ("biweekly", 26), ("weekly", 53)] {
            let mut draft = Draft::example(2027, today);
            draft.set(Key::Sheet(Field::Cadence), cadence.to_owned());
            draft.set(Key::Sheet(Field::KnownPayDate), "1/1/2027".to_owned());
            draft.set(Key::Sheet(Field::FirstDay), "1".to_owned());
            answer(&format!("answer, pace, {paychecks} paychecks"), &draft, "pace");
        }
        for jobs in [0, 2, 10, 50] {
            let mut draft = Draft::example(2026, today);
            for place in 0..jobs {
                let job = draft.add_row(List::Jobs);
                for (field, text) in [
                    (RowField::Name, format!("Job {place}")),
                    (RowField::Relation, if place % 2 == 0 { "unrelated" } else { "related" }.to_owned()),
                    (RowField::Pay, "50,000".to_owned()),
                    (RowField::DeferralsSoFar, "100".to_owned()),
                ] {
                    draft.set(Key::Row(List::Jobs, job, field), text);
                }
            }
            answer(&format!("answer, room, {jobs} other jobs"), &draft, "room");
        }
    }

    /// A worksheet's result, worked out from the record on. One that is not ready has
    /// nothing to measure.
    fn of<R>(record: &Record, year: i16, today: Date, worksheet: fn(&Year<'_>) -> Result<R, NotReady>) -> R {
        Year::of(record, year, today).and_then(|year| worksheet(&year)).unwrap_or_else(|wait| panic!("{wait}"))
    }

    fn measure(name: &str, runs: usize, mut work: impl FnMut()) {
        let mut times: Vec<u128> = (0..runs)
            .map(|_| {
                let start = Instant::now();
                work();
                start.elapsed().as_micros()
            })
            .collect();
        times.sort_unstable();
        println!("{name:<60} {:>8} µs (median of {runs})", times[runs / 2]);
    }

    pub fn main() {
        let today = Date::new(2026, 12, 1).expect("a day");
        for (step, on_after_tax) in
            [("percent", "no"), ("tenth_percent", "no"), ("cents", "no"), ("percent", "yes"), ("tenth_percent", "yes")]
        {
            let record = record(step, on_after_tax);
            let paychecks = of(&record, 2027, today, pace::worksheet).lines.len();
            measure(&format!("pace, {paychecks} paychecks, {step}, after-tax matched: {on_after_tax}"), RUNS, || {
                black_box(of(black_box(&record), 2027, today, pace::worksheet));
            });
        }
        let record = record("percent", "no");
        measure("room, the same year", RUNS, || {
            black_box(of(black_box(&record), 2027, today, room::worksheet));
        });
        long_record();
        ledgers();
        against_size();
    }
}
