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
    use planner::record::Record;
    use planner::worksheets::{pace, room};

    /// How often each measurement runs; the median is printed.
    const RUNS: usize = 501;

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

    fn measure(name: &str, mut work: impl FnMut()) {
        let mut times: Vec<u128> = (0..RUNS)
            .map(|_| {
                let start = Instant::now();
                work();
                start.elapsed().as_micros()
            })
            .collect();
        times.sort_unstable();
        println!("{name:<60} {:>8} µs (median of {RUNS})", times[RUNS / 2]);
    }

    pub fn main() {
        let today = Date::new(2026, 12, 1).expect("a day");
        for (step, on_after_tax) in
            [("percent", "no"), ("tenth_percent", "no"), ("cents", "no"), ("percent", "yes"), ("tenth_percent", "yes")]
        {
            let record = record(step, on_after_tax);
            let paychecks = pace::worksheet(&record, 2027, today).expect("the pace is ready").lines.len();
            measure(&format!("pace, {paychecks} paychecks, {step}, after-tax matched: {on_after_tax}"), || {
                let _ = black_box(pace::worksheet(black_box(&record), 2027, today));
            });
        }
        let record = record("percent", "no");
        measure("room, the same year", || {
            let _ = black_box(room::worksheet(black_box(&record), 2027, today));
        });
    }
}
