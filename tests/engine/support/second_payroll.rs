//! Payroll a second time, in whole cents and apart from the engine: what each
//! paycheck to come takes under given elections, and what the year comes to.
#![allow(clippy::inconsistent_digit_grouping, reason = "cents stand apart from dollars")]

use super::values::cents;
use planner::date::Date;
use planner::money::Money;
use planner::record::{
    Amounts, Answer, Cadence, CatchUpOffer, CountedPay, Election, LimitCovers, MatchKind, MatchTiming, PayBasis,
    Record, Relation, YearRecord,
};
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
    /// After-tax money by an election for bonuses.
    pub of_bonus: i128,
    /// What the highest election leaves, where it covers more than after-tax money.
    highest_left: Option<i128>,
    /// Whether an after-tax election is taken from it.
    pub takes: bool,
    matched: bool,
    eligible: bool,
    /// What the elections of deferrals and of catch-up ask for.
    asked: [i128; 2],
    /// Of those, what is Roth.
    asked_roth: [i128; 2],
    /// What went in by the election of catch-up.
    by_catch_up: i128,
}

impl Check {
    /// What is left of the pay beside deferrals and spillover.
    pub fn free(&self) -> i128 {
        self.pay - self.deferral - self.spillover
    }

    /// After-tax money that no new election changes.
    pub fn set(&self) -> i128 {
        self.spillover + self.of_bonus
    }

    fn new(date: Date, regular: bool, pay: i128) -> Self {
        Self {
            date,
            regular,
            pay,
            deferral: 0,
            catch_up: 0,
            spillover: 0,
            pre_tax: 0,
            fica: 0,
            of_bonus: 0,
            highest_left: None,
            takes: true,
            matched: true,
            eligible: true,
            asked: [0, 0],
            asked_roth: [0, 0],
            by_catch_up: 0,
        }
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
    /// How many regular paydays the year has.
    dates: i128,
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

/// What the elections of deferrals and of catch-up ask of regular pay.
fn asked(entry: &YearRecord, pay: i128) -> [i128; 2] {
    let payroll = &entry.payroll;
    let of = |election| elected(election, true, pay);
    let catch_up = if entry.plan.catch_up_election == Answer::Yes {
        of(payroll.catch_up_pre_tax) + of(payroll.catch_up_roth)
    } else {
        0
    };
    [of(payroll.pre_tax) + of(payroll.roth), catch_up]
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

        let mut dates = pay_dates(payroll, entry.year);
        // Where nothing is paid yet, all that is not past is still to come.
        let nothing_yet = payroll.last_stub.is_none()
            && payroll.pay_so_far == Some(Money::ZERO)
            && payroll.cadence != Cadence::Manual
            && dates.iter().any(|date| *date > today);
        if nothing_yet {
            dates.retain(|date| *date > today);
        }
        let stub = payroll.last_stub.or_else(|| dates.iter().copied().filter(|date| *date <= today).max());
        let comes = |date: Date| if nothing_yet { date > today } else { stub.is_none_or(|stub| date > stub) };
        let calendar: i128 =
            dates.iter().filter(|date| !comes(**date)).map(|date| regular_pay(&entry, *date, dates.len())).sum();
        let pay_so_far = payroll.pay_so_far.map_or(calendar, cents);
        let latest = stub.or(dates.first().copied()).map_or(0, |date| regular_pay(&entry, date, dates.len()));
        let whole_take_home =
            payroll.take_home.map(|take_home| cents(take_home) + elected(payroll.after_tax, true, latest));

        let mut checks: Vec<Check> = Vec::new();
        for date in dates.iter().copied().filter(|date| comes(*date)) {
            let pay = regular_pay(&entry, date, dates.len());
            let mut check = Check::new(date, true, pay);
            check.asked = asked(&entry, pay);
            check.asked_roth = [elected(payroll.roth, true, pay), elected(payroll.catch_up_roth, true, pay)];
            checks.push(check);
        }
        let separate = plan.bonus_elections == Answer::Yes;
        for bonus in
            payroll.bonuses.iter().filter(|bonus| !bonus.unsure && bonus.date.year() == entry.year && comes(bonus.date))
        {
            let pay = cents(bonus.amount);
            let mut check = Check::new(bonus.date, false, pay);
            let own = |election| elected(election, true, pay).min(pay);
            if bonus.deferrals != Answer::No {
                check.asked[0] = if separate {
                    own(payroll.bonus_pre_tax) + own(payroll.bonus_roth)
                } else {
                    elected(payroll.pre_tax, false, pay) + elected(payroll.roth, false, pay)
                };
                check.asked_roth[0] =
                    if separate { own(payroll.bonus_roth) } else { elected(payroll.roth, false, pay) };
            }
            if separate && bonus.after_tax != Answer::No {
                check.of_bonus = own(payroll.bonus_after_tax);
            }
            check.takes = bonus.after_tax != Answer::No && !separate;
            check.matched = bonus.matched != Answer::No;
            let no_part = [bonus.deferrals, bonus.after_tax, bonus.matched] == [Answer::No; 3];
            check.eligible = bonus.eligible == Answer::Yes || (bonus.eligible == Answer::Unknown && !no_part);
            checks.push(check);
        }
        checks.sort_by_key(|check| (check.date, !check.regular));
        let mut deferred = cents(entry.contributions.deferrals().so_far);
        let all_left = (deferral_limit + allowance - deferred).max(0);
        let (mut left_by_deferrals, mut left_by_catch_up) = if plan.catch_up_election == Answer::Yes {
            let [by_deferrals, by_catch_up] = asked(&entry, latest);
            let share = by_deferrals + by_catch_up;
            let estimate = if share > 0 { half_up(deferred * by_catch_up, share) } else { 0 };
            let catch_up = payroll.catch_up_so_far.map_or(estimate, cents).min(deferred).min(allowance);
            let by_deferrals = (deferral_limit - deferred + catch_up).max(0).min(all_left);
            (by_deferrals, all_left - by_deferrals)
        } else {
            (all_left, 0)
        };
        let covers_deferrals = plan.election_limit_covers == LimitCovers::Everything;
        let covers_more = covers_deferrals || plan.election_limit_covers == LimitCovers::Spillover;
        let mut paid = pay_so_far;
        let mut before_taxes = cents(entry.contributions.pre_tax.so_far);
        for check in &mut checks {
            // In thousandths of a percent, so that the two may be rounded apart or together.
            let below = |limit: i128| (limit - paid).clamp(0, check.pay);
            let social_security = below(wage_base) * 6_200;
            let medicare = check.pay * 1_450 + (check.pay - below(200_000_00)) * 900;
            let apart = half_up(social_security, 100_000) + half_up(medicare, 100_000);
            check.fica = apart.max(half_up(social_security + medicare, 100_000));
            let ended = plan.stops_at_counted_pay == Answer::Yes && paid >= counted;
            if ended {
                check.asked = [0, 0];
            }
            paid += check.pay;
            let waits = plan.deferrals_first == Answer::Yes && deferred < deferral_limit;
            if check.pay == 0 || waits || ended {
                check.takes = false;
            }
            let before_tax_left = (deferral_limit - before_taxes).max(0);
            let wants = check.asked[0].min(check.pay);
            let mut by_deferrals = wants.min(left_by_deferrals);
            check.by_catch_up = check.asked[1].min(left_by_catch_up).min(check.pay - by_deferrals);
            if mandate && plan.deemed_roth != Answer::Yes {
                // Above the limit nothing but a Roth election is taken.
                check.by_catch_up = check.by_catch_up.min(check.asked_roth[1]);
                if plan.catch_up_election != Answer::Yes {
                    let before_tax = (check.asked[0] - check.asked_roth[0]).min((deferral_limit - before_taxes).max(0));
                    by_deferrals = by_deferrals.min(before_tax + check.asked_roth[0]);
                    before_taxes += before_tax.min(by_deferrals);
                }
            }
            left_by_deferrals -= by_deferrals;
            left_by_catch_up -= check.by_catch_up;
            check.deferral = by_deferrals + check.by_catch_up;
            // The law calls catch-up what goes above the limit, by whatever election.
            check.catch_up = check.deferral - check.deferral.min((deferral_limit - deferred).max(0));
            let before_tax = (check.asked[0] - check.asked_roth[0]).clamp(0, by_deferrals);
            check.pre_tax = before_tax + (check.asked[1] - check.asked_roth[1]).clamp(0, check.by_catch_up);
            if mandate {
                check.pre_tax = check.pre_tax.min(match plan.catch_up_election {
                    Answer::Yes => before_tax,
                    // Roth deferrals of earlier in the year cover catch-up as well.
                    _ if plan.deemed_roth != Answer::Yes => before_tax_left,
                    _ => check.deferral - check.catch_up,
                });
            }
            if plan.spillover == Answer::Yes {
                check.spillover = (wants - by_deferrals).min(check.pay - check.deferral);
            }
            if let Some(highest) = plan.election_limit.filter(|_| covers_more) {
                let highest = half_up(check.pay * points(highest), WHOLE);
                let left = highest - if covers_deferrals { check.deferral } else { 0 };
                check.spillover = check.spillover.min(left.max(0));
                check.highest_left = Some((left - check.spillover).max(0));
            }
            let left_by_taxes = (check.free() - check.fica).max(0);
            check.of_bonus = if waits || ended { 0 } else { check.of_bonus.min(left_by_taxes) };
            deferred += check.deferral;
        }
        Self {
            entry,
            checks,
            pay_so_far,
            deferral_limit,
            allowance,
            general,
            additions,
            counted,
            dates: dates.len() as i128,
            whole_take_home,
        }
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
        let rules = &self.entry.plan.matching;
        if rules.offered != Answer::Yes || rules.kind == MatchKind::CapOnly {
            return 0;
        }
        let mut below = 0;
        let mut earned = 0;
        for tier in &rules.tiers {
            let bound = match tier.up_to.filter(|_| rules.kind != MatchKind::Dollars) {
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

    /// Whether the formula says nothing but the most of a year.
    fn only_a_cap(&self) -> bool {
        let rules = &self.entry.plan.matching;
        let rates = rules.kind != MatchKind::CapOnly && !rules.tiers.is_empty();
        rules.offered == Answer::Yes && rules.dollar_cap.is_some() && !rates
    }

    /// Whether it says nothing at all.
    fn is_open(&self) -> bool {
        let rules = &self.entry.plan.matching;
        let rates = rules.kind != MatchKind::CapOnly && !rules.tiers.is_empty();
        rules.offered == Answer::Unknown || (rules.offered == Answer::Yes && rules.dollar_cap.is_none() && !rates)
    }

    fn is_enough(&self, pay: i128, put_in: i128) -> bool {
        self.entry.plan.matching.least_deferral.is_none_or(|least| put_in >= pay * points(least) / WHOLE)
    }

    /// Match of each paycheck, what the year earns above it, and what another practice than
    /// that one may bring above it, where the plan's is not known.
    fn matched(&self, after_tax: &[i128]) -> (Vec<i128>, i128, i128) {
        let rules = &self.entry.plan.matching;
        let under = |practice| self.matched_under(practice, after_tax);
        if rules.above_counted_pay != CountedPay::Unknown {
            let (each, beyond) = under(rules.above_counted_pay);
            return (each, beyond, 0);
        }
        let (each, beyond) = under(CountedPay::Stops);
        let mut most: i128 = each.iter().sum();
        if self.pay() > self.counted {
            for practice in [CountedPay::Spread, CountedPay::WholeYear] {
                most = most.max(under(practice).0.iter().sum());
            }
        }
        let other = most - each.iter().sum::<i128>();
        (each, beyond, other)
    }

    fn matched_under(&self, practice: CountedPay, after_tax: &[i128]) -> (Vec<i128>, i128) {
        let rules = &self.entry.plan.matching;
        let money = &self.entry.contributions;
        let cap = rules.dollar_cap.map_or(i128::MAX, cents);
        let on_after_tax = rules.on_after_tax == Answer::Yes;
        let so_far = cents(money.deferrals().so_far);
        let mut put_in = if rules.on_catch_up == Answer::No { so_far.min(self.deferral_limit) } else { so_far };
        if on_after_tax {
            put_in += cents(money.after_tax);
        }
        let number = i128::from(usual_count(self.entry.payroll.cadence).unwrap_or(0)).max(self.dates).max(1);
        let share = half_up(self.counted, number);
        let mut left = self.counted
            - match practice {
                CountedPay::Spread => {
                    let to_come = self.checks.iter().filter(|check| check.regular).count() as i128;
                    (share * (self.dates - to_come)).min(self.pay_so_far)
                }
                _ => self.pay_so_far,
            };
        let bounded = rules.kind != MatchKind::Dollars && rules.tiers.iter().all(|tier| tier.up_to.is_some());
        let most_of_year = if bounded { self.earned(self.counted, self.counted) } else { i128::MAX };
        let mut paid = self.pay_so_far;
        let mut total = cents(money.employer_match.so_far);
        let mut each = Vec::new();
        for (check, after_tax) in self.checks.iter().zip(after_tax) {
            let mut counts = check.deferral;
            if rules.on_catch_up == Answer::No {
                let separate = self.entry.plan.catch_up_election == Answer::Yes;
                counts -= if separate { check.by_catch_up } else { check.catch_up };
            }
            let drawing = if on_after_tax { *after_tax } else { 0 };
            put_in += counts + drawing;
            let pay = if check.matched { check.pay } else { 0 };
            paid += pay;
            let (counted, most) = match practice {
                CountedPay::WholeYear => (pay, cap.min(most_of_year)),
                CountedPay::Spread => (pay.min(share).min(left.max(0)), cap),
                _ => (pay.min(left.max(0)), cap),
            };
            left -= counted;
            let enough = self.is_enough(pay, check.asked[0] + check.asked[1] + drawing);
            let counts = if enough { counts + drawing } else { 0 };
            let earned = match rules.timing {
                MatchTiming::EachPaycheck => self.earned(counted, counts).min((most - total).max(0)),
                MatchTiming::Yearly => 0,
            };
            total += earned;
            each.push(earned);
        }
        let counted = paid.min(self.counted);
        let year = match (self.only_a_cap(), self.is_enough(counted, put_in)) {
            (_, false) => 0,
            (true, true) => cap,
            (false, true) => self.earned(counted, put_in).min(cap),
        };
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
        let most = check.highest_left.map_or(most, |highest| most.min(highest));
        elected(election, check.regular, check.pay).min(most)
    }

    /// The year under the present election and then these, each from a date on.
    pub fn run(&self, elections: &[(Date, Election)]) -> Outcome {
        let in_force = |date: Date| {
            let last = elections.iter().rev().find(|(from, _)| *from <= date);
            last.map_or(self.entry.payroll.after_tax, |(_, election)| *election)
        };
        let after_tax: Vec<i128> =
            self.checks.iter().map(|check| self.taken(in_force(check.date), check) + check.set()).collect();
        self.outcome(after_tax)
    }

    fn outcome(&self, after_tax: Vec<i128>) -> Outcome {
        let plan = &self.entry.plan;
        let money = &self.entry.contributions;
        let rules = &plan.matching;
        let planned: i128 = after_tax.iter().sum();
        let (matched, beyond, other) = self.matched(&after_tax);
        let lost = rules.timing == MatchTiming::EachPaycheck && rules.true_up == Answer::No && !self.only_a_cap();
        let (each, later) = match self.is_open() {
            true => (0, cents(money.employer_match.to_come)),
            false => (matched.iter().sum(), if lost { other } else { beyond.max(other) }),
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
        let payroll = &self.entry.payroll;
        let not_eligible = payroll.eligible_so_far.map_or(0, |pay| (self.pay_so_far - cents(pay)).max(0))
            + self.checks.iter().filter(|check| !check.eligible).map(|check| check.pay).sum::<i128>();
        let eligible = pay - not_eligible;
        let counted = if plan.percent_of_counted_pay == Answer::No { eligible } else { eligible.min(self.counted) };
        let counted_here = here - catch_up.min((here - self.deferral_limit).max(0));
        let went_in = after_tax_so_far + planned;
        let caps_left = [
            plan.after_tax_dollars.map(|most| cents(most) - went_in),
            plan.after_tax_percent.map(|share| counted * points(share) / WHOLE - went_in),
            plan.combined_percent.map(|share| counted * points(share) / WHOLE - counted_here - went_in),
            plan.reserved_match.map(|reserved| self.additions - self.general - cents(reserved) - went_in),
        ];
        Outcome {
            matched: if self.is_open() { vec![0; after_tax.len()] } else { matched },
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
        takes <= check.highest_left.map_or(check.free(), |highest| check.free().min(highest))
            && (takes == 0 || (keeps_home && keeps_taxes))
            && asked <= highest
    }
}
