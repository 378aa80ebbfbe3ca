//! Payroll a second time, in whole cents and apart from the engine: what each
//! paycheck to come takes under given elections, and what the year comes to.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart from dollars")]

use super::values::cents;
use planner::date::Date;
use planner::money::Money;
use planner::record::{Amounts, Answer, CatchUpOffer, Election, MatchTiming, PayBasis, Record, Relation, YearRecord};
use planner::worksheets::year::paychecks::calendar::pay_dates;
use planner::worksheets::year::paychecks::usual_count;

/// A whole, in ten-thousandths of a percent.
const WHOLE: i128 = 1_000_000;

/// Deferrals, catch-up, catch-up 60 to 63, additions, pay counted, wage base: dollars.
const LIMITS: [(i16, [i128; 6]); 4] = [
    (2024, [23_000, 7_500, 7_500, 69_000, 345_000, 168_600]),
    (2025, [23_500, 7_500, 11_250, 70_000, 350_000, 176_100]),
    (2026, [24_500, 8_000, 11_250, 72_000, 360_000, 184_500]),
    (2027, [25_500, 8_500, 11_750, 75_000, 375_000, 192_300]),
];

/// Any percentage in ten-thousandths of a percent.
pub fn points(percent: impl ToString) -> i128 {
    let text = percent.to_string();
    let (whole, part) = text.trim_end_matches('%').split_once('.').unwrap_or((text.trim_end_matches('%'), ""));
    format!("{whole}{part:0<4}").parse().expect("at most four decimals")
}

fn half_up(numerator: i128, denominator: i128) -> i128 {
    (2 * numerator + denominator) / (2 * denominator)
}

fn both(amounts: Amounts) -> i128 {
    cents(amounts.so_far) + cents(amounts.to_come)
}

/// An election on a paycheck; dollars come from regular pay alone.
pub fn elected(election: Election, regular: bool, pay: i128) -> i128 {
    match election {
        Election::Percent(percent) => half_up(pay * points(percent), WHOLE),
        Election::Dollars(dollars) if regular => cents(dollars),
        Election::Dollars(_) => 0,
    }
}

/// A paycheck to come before after-tax money.
#[derive(Clone, Debug)]
pub struct Check {
    pub date: Date,
    pub regular: bool,
    pub pay: i128,
    pub deferral: i128,
    pub catch_up: i128,
    pub spillover: i128,
    /// Of the deferral, what is pre-tax.
    pre_tax: i128,
    /// Social Security and Medicare tax.
    pub fica: i128,
    /// Whether an after-tax election is taken from it.
    pub takes: bool,
    matched: bool,
}

impl Check {
    /// What is left of the pay beside deferrals and spillover.
    pub fn free(&self) -> i128 {
        self.pay - self.deferral - self.spillover
    }
}

/// A year's paychecks to come.
#[derive(Clone, Debug)]
pub struct Payroll {
    entry: YearRecord,
    pub checks: Vec<Check>,
    pub pay_so_far: i128,
    pub deferral_limit: i128,
    pub allowance: i128,
    general: i128,
    additions: i128,
    counted: i128,
    /// Take-home pay of a regular paycheck without after-tax money.
    pub whole_take_home: Option<i128>,
}

/// A year under some elections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// After-tax money of each paycheck, spillover included.
    pub after_tax: Vec<i128>,
    /// Match of each paycheck.
    pub matched: Vec<i128>,
    /// Match that the year earns above that.
    pub beyond: i128,
    /// Limit on annual additions.
    pub cap: i128,
    /// All annual additions, whatever true-up may come included.
    pub used: i128,
    /// Of those, what is posted.
    pub posted: i128,
    /// Of those, employer money and related employers' money that no paycheck to come brings.
    pub off_paychecks: i128,
    /// What each of the plan's caps leaves after all this, the least first.
    pub caps_left: Option<i128>,
    /// What is left of what the person wants.
    pub target_left: Option<i128>,
}

impl Outcome {
    pub fn planned(&self) -> i128 {
        self.after_tax.iter().sum()
    }

    /// What is left under the limit and under the plan's caps, whatever the person wants.
    pub fn left_by_limits(&self) -> i128 {
        self.caps_left.unwrap_or(i128::MAX).min(self.cap - self.used)
    }

    /// What is left under the limit and under the plan's caps; negative where something goes over.
    pub fn left(&self) -> i128 {
        self.caps_left.unwrap_or(i128::MAX).min(self.target_left.unwrap_or(i128::MAX)).min(self.cap - self.used)
    }
}

fn regular_pay(entry: &YearRecord, date: Date, listed: usize) -> i128 {
    let payroll = &entry.payroll;
    let mut raises = payroll.raises.clone();
    raises.retain(|raise| raise.from <= date);
    raises.sort_by_key(|raise| raise.from);
    let rate = raises.last().map_or(cents(payroll.pay.expect("pay")), |raise| cents(raise.pay));
    match payroll.basis {
        PayBasis::Paycheck => rate,
        PayBasis::Salary => {
            let parts = usual_count(payroll.cadence).map_or(listed as i128, i128::from);
            half_up(rate, parts.max(1))
        }
    }
}

/// What is deferred up to the latest stub.
pub fn deferred_so_far(payroll: &Payroll) -> Money {
    payroll.entry.contributions.deferrals().so_far
}

impl Payroll {
    pub fn of(record: &Record, today: Date) -> Self {
        let entry = record.years[0].clone();
        let (plan, payroll) = (&entry.plan, &entry.payroll);
        let limits = LIMITS.iter().find(|(year, _)| *year == entry.year).expect("a year with limits").1;
        let [general, catch_up, catch_up_60, additions, counted, wage_base] = limits.map(|dollars| dollars * 100);
        let age = entry.year - record.birth_date.expect("a birth date").year();
        let threshold = if entry.year == 2026 { 150_000_00 } else { 155_000_00 };
        let mandate = entry.year >= 2026
            && age >= 50
            && entry.prior_year_box_3_wages.is_some_and(|wages| cents(wages) > threshold);
        let by_age = match age {
            ..50 => 0,
            60..=63 if plan.catch_up == CatchUpOffer::Higher => catch_up_60,
            _ => catch_up,
        };
        let closed = plan.catch_up == CatchUpOffer::None || (mandate && plan.roth_deferrals == Answer::No);
        let allowance = if closed { 0 } else { by_age };
        let deferral_limit = plan.deferral_limit.map_or(general, |limit| cents(limit).min(general));

        let dates = pay_dates(payroll, entry.year);
        let stub = payroll.last_stub.or_else(|| dates.iter().copied().filter(|date| *date <= today).max());
        let comes = |date: Date| stub.is_none_or(|stub| date > stub);
        let calendar: i128 =
            dates.iter().filter(|date| !comes(**date)).map(|date| regular_pay(&entry, *date, dates.len())).sum();
        let pay_so_far = payroll.pay_so_far.map_or(calendar, cents);
        let latest = stub.or(dates.first().copied()).map_or(0, |date| regular_pay(&entry, date, dates.len()));
        let whole_take_home =
            payroll.take_home.map(|take_home| cents(take_home) + elected(payroll.after_tax, true, latest));

        let mut checks: Vec<Check> = Vec::new();
        for date in dates.iter().copied().filter(|date| comes(*date)) {
            let pay = regular_pay(&entry, date, dates.len());
            let wants = elected(payroll.pre_tax, true, pay) + elected(payroll.roth, true, pay);
            checks.push(Check {
                date,
                regular: true,
                pay,
                deferral: wants,
                pre_tax: elected(payroll.pre_tax, true, pay),
                catch_up: 0,
                spillover: 0,
                fica: 0,
                takes: true,
                matched: true,
            });
        }
        for bonus in
            payroll.bonuses.iter().filter(|bonus| !bonus.unsure && bonus.date.year() == entry.year && comes(bonus.date))
        {
            let pay = cents(bonus.amount);
            let base = if bonus.deferrals == Answer::No { 0 } else { pay };
            let wants = elected(payroll.pre_tax, false, base) + elected(payroll.roth, false, base);
            checks.push(Check {
                date: bonus.date,
                regular: false,
                pay,
                deferral: wants,
                pre_tax: elected(payroll.pre_tax, false, base),
                catch_up: 0,
                spillover: 0,
                fica: 0,
                takes: bonus.after_tax != Answer::No,
                matched: bonus.matched != Answer::No,
            });
        }
        checks.sort_by_key(|check| (check.date, !check.regular));
        let mut deferred = cents(entry.contributions.deferrals().so_far);
        let mut paid = pay_so_far;
        for check in &mut checks {
            // In thousandths of a percent, so that the two may be rounded apart or together.
            let below = |limit: i128| (limit - paid).clamp(0, check.pay);
            let social_security = below(wage_base) * 6_200;
            let medicare = check.pay * 1_450 + (check.pay - below(200_000_00)) * 900;
            let apart = half_up(social_security, 100_000) + half_up(medicare, 100_000);
            check.fica = apart.max(half_up(social_security + medicare, 100_000));
            paid += check.pay;
            if check.pay == 0 || (plan.deferrals_first == Answer::Yes && deferred < deferral_limit) {
                check.takes = false;
            }
            let wants = check.deferral.min(check.pay);
            check.deferral = wants.min((deferral_limit + allowance - deferred).max(0));
            check.pre_tax = check.pre_tax.min(check.deferral);
            check.catch_up = check.deferral - check.deferral.min((deferral_limit - deferred).max(0));
            if mandate {
                check.pre_tax = check.pre_tax.min(check.deferral - check.catch_up);
            }
            if plan.spillover == Answer::Yes {
                check.spillover = wants - check.deferral;
            }
            deferred += check.deferral;
        }
        Self { entry, checks, pay_so_far, deferral_limit, allowance, general, additions, counted, whole_take_home }
    }

    /// Pay of the whole year.
    pub fn pay(&self) -> i128 {
        self.pay_so_far + self.checks.iter().map(|check| check.pay).sum::<i128>()
    }

    /// Deferrals of the whole year.
    pub fn deferrals(&self) -> i128 {
        cents(deferred_so_far(self)) + self.checks.iter().map(|check| check.deferral).sum::<i128>()
    }

    /// The match that a pay and what was put in from it earn, before the dollar cap.
    fn earned(&self, pay: i128, put_in: i128) -> i128 {
        if self.entry.plan.matching.offered != Answer::Yes {
            return 0;
        }
        let mut below = 0;
        let mut earned = 0;
        for tier in &self.entry.plan.matching.tiers {
            let bound = match tier.up_to {
                Some(share) => pay * points(share),
                None if pay > 0 => put_in * WHOLE,
                None => 0,
            };
            let reached = (put_in * WHOLE).min(bound).max(below);
            earned += (reached - below) * points(tier.rate);
            below = reached;
        }
        half_up(earned, WHOLE * WHOLE)
    }

    /// Match of each paycheck, and what the year earns above it.
    fn matched(&self, after_tax: &[i128]) -> (Vec<i128>, i128) {
        let rules = &self.entry.plan.matching;
        let money = &self.entry.contributions;
        let cap = rules.dollar_cap.map_or(i128::MAX, cents);
        let on_after_tax = rules.on_after_tax == Answer::Yes;
        let so_far = cents(money.deferrals().so_far);
        let mut put_in = if rules.on_catch_up == Answer::No { so_far.min(self.deferral_limit) } else { so_far };
        if on_after_tax {
            put_in += cents(money.after_tax);
        }
        let mut paid = self.pay_so_far;
        let mut total = cents(money.employer_match.so_far);
        let mut each = Vec::new();
        for (check, after_tax) in self.checks.iter().zip(after_tax) {
            let mut counts = check.deferral;
            if rules.on_catch_up == Answer::No {
                counts -= check.catch_up;
            }
            if on_after_tax {
                counts += after_tax;
            }
            put_in += counts;
            let pay = if check.matched { check.pay } else { 0 };
            let counted = pay.min((self.counted - paid).max(0));
            paid += pay;
            let earned = match rules.timing {
                MatchTiming::EachPaycheck => self.earned(counted, counts).min((cap - total).max(0)),
                MatchTiming::Yearly => 0,
            };
            total += earned;
            each.push(earned);
        }
        let year = self.earned(paid.min(self.counted), put_in).min(cap);
        (each, (year - total).max(0))
    }

    /// What an election takes from a paycheck, which may be less than it asks for.
    fn taken(&self, election: Election, check: &Check) -> i128 {
        if !check.takes {
            return 0;
        }
        let most = match self.whole_take_home {
            Some(whole) if check.regular => check.free().min((whole - check.spillover).max(0)),
            _ => check.free(),
        };
        elected(election, check.regular, check.pay).min(most)
    }

    /// The year under the present election and then these, each from a date on.
    pub fn run(&self, elections: &[(Date, Election)]) -> Outcome {
        let in_force = |date: Date| {
            let last = elections.iter().rev().find(|(from, _)| *from <= date);
            last.map_or(self.entry.payroll.after_tax, |(_, election)| *election)
        };
        let after_tax: Vec<i128> =
            self.checks.iter().map(|check| self.taken(in_force(check.date), check) + check.spillover).collect();
        self.outcome(after_tax)
    }

    fn outcome(&self, after_tax: Vec<i128>) -> Outcome {
        let plan = &self.entry.plan;
        let money = &self.entry.contributions;
        let rules = &plan.matching;
        let planned: i128 = after_tax.iter().sum();
        let (matched, beyond) = self.matched(&after_tax);
        let lost = rules.timing == MatchTiming::EachPaycheck && rules.true_up == Answer::No;
        let (each, later) = match rules.offered {
            Answer::Unknown => (0, cents(money.employer_match.to_come)),
            _ => (matched.iter().sum(), if lost { 0 } else { beyond }),
        };
        let related = || self.entry.other_jobs.iter().filter(|job| job.relation == Relation::Related);
        let here_so_far = cents(deferred_so_far(self));
        let here = self.deferrals();
        let there: i128 = related().map(|job| both(job.deferrals)).sum();
        let there_so_far: i128 = related().map(|job| cents(job.deferrals.so_far)).sum();
        let pay = self.pay();
        let pay_with_related = pay + related().map(|job| cents(job.pay.expect("pay"))).sum::<i128>();
        let above = (here - self.deferral_limit).max(here + there - self.general).max(0);
        let catch_up = self.allowance.min(above).min((pay_with_related - (here + there - above)).max(0));
        let regular = here + there - catch_up;

        let others = [money.profit_sharing, money.nonelective, money.forfeitures];
        let other_so_far: i128 = others.iter().map(|amounts| cents(amounts.so_far)).sum();
        let other_to_come: i128 = others.iter().map(|amounts| cents(amounts.to_come)).sum();
        let rest_so_far: i128 = related().map(|job| cents(job.employer.so_far) + cents(job.after_tax)).sum();
        let rest_to_come: i128 = related().map(|job| cents(job.employer.to_come)).sum();
        let after_tax_so_far = cents(money.after_tax);
        let posted = (here_so_far + there_so_far).min(regular)
            + cents(money.employer_match.so_far)
            + other_so_far
            + after_tax_so_far
            + rest_so_far;
        let off_paychecks = later + other_to_come + rest_to_come;
        let used = regular
            + cents(money.employer_match.so_far)
            + each
            + later
            + other_so_far
            + other_to_come
            + after_tax_so_far
            + planned
            + rest_so_far
            + rest_to_come;
        let dollars = self.additions * i128::from(plan.limitation_year_months.unwrap_or(12)) / 12;
        let counted = if plan.percent_of_counted_pay == Answer::No { pay } else { pay.min(self.counted) };
        let counted_here = here - catch_up.min((here - self.deferral_limit).max(0));
        let went_in = after_tax_so_far + planned;
        let caps_left = [
            plan.after_tax_dollars.map(|most| cents(most) - went_in),
            plan.after_tax_percent.map(|share| counted * points(share) / WHOLE - went_in),
            plan.combined_percent.map(|share| counted * points(share) / WHOLE - counted_here - went_in),
            plan.reserved_match.map(|reserved| self.additions - self.general - cents(reserved) - went_in),
        ];
        Outcome {
            matched: if rules.offered == Answer::Unknown { vec![0; after_tax.len()] } else { matched },
            after_tax,
            beyond,
            cap: dollars.min(pay_with_related),
            used,
            posted,
            off_paychecks,
            caps_left: caps_left.into_iter().flatten().min(),
            target_left: self
                .entry
                .payroll
                .own_target
                .map(|target| (cents(target) - after_tax_so_far).max(0) - planned),
        }
    }

    /// Whether an election may stand on a paycheck: within free pay, the least
    /// take-home pay, and the highest election that payroll takes.
    pub fn may_stand(&self, election: Election, check: &Check) -> bool {
        let payroll = &self.entry.payroll;
        if !check.takes {
            return true;
        }
        let takes = elected(election, check.regular, check.pay);
        let least = payroll.least_take_home.map_or(0, cents);
        let keeps_home = self
            .whole_take_home
            .is_none_or(|whole| !check.regular || takes + check.spillover <= (whole - least).max(0));
        // Without take-home pay, and from a bonus, taxes come first: 22% are allowed for income tax.
        let taxed = check.fica + half_up((check.pay - check.pre_tax).max(0) * 22, 100);
        let keeps_taxes = (self.whole_take_home.is_some() && check.regular) || takes <= (check.free() - taxed).max(0);
        let highest = self.entry.plan.election_limit.map_or(WHOLE, points);
        let asked = match election {
            Election::Percent(percent) => points(percent),
            // Dollars may be no larger a share of the paycheck either.
            Election::Dollars(dollars) if check.regular && cents(dollars) * WHOLE > check.pay * highest => WHOLE + 1,
            Election::Dollars(_) => 0,
        };
        takes <= check.free() && (takes == 0 || (keeps_home && keeps_taxes)) && asked <= highest
    }
}
