//! After-tax contributions that themselves draw match: both use the room, so how much fits
//! turns on when they go in.

use rust_decimal::Decimal;
use serde::Serialize;

use super::Case;
use crate::date::Date;
use crate::money::{Money, RoundingStrategy};
use crate::order;
use crate::record::{CountedPay, YearRecord};
use crate::worksheets::year::paychecks::{Matcher, Paychecks, Practice, YearMatch};

/// After-tax contributions that fit with the match that they draw. Where it is not known how
/// the plan keeps to the pay that counts, those of a match which stops there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct MatchDrawn {
    /// If they go in evenly while the match counts.
    pub matched: Money,
    /// If they go in evenly over the paychecks to come.
    pub evenly: Money,
    /// If they go in on the paychecks that match none of it, because the match has stopped or
    /// deferrals draw all of it; as `evenly` where there are none.
    pub unmatched: Money,
    /// The last paycheck on which the match counts, where it stops before the year's end, and
    /// the paychecks without it are all later.
    pub stops: Option<Date>,
    /// What fits under the practice that matches the most, where the plan's is not known.
    pub if_it_goes_on: Option<Money>,
}

impl MatchDrawn {
    /// The least and the most of them.
    #[must_use]
    pub fn range(self) -> (Money, Money) {
        let all = [self.matched, self.evenly, self.unmatched, self.if_it_goes_on.unwrap_or(self.evenly)];
        (all.into_iter().min().unwrap_or_default(), all.into_iter().max().unwrap_or_default())
    }
}

/// What fits; none where after-tax contributions draw no match, or no paycheck is to come.
pub(super) fn match_drawn(case: &Case<'_>) -> Option<MatchDrawn> {
    let paychecks = case.paychecks?;
    let taking: Vec<usize> = places(paychecks, |place| paychecks.to_come[place].takes_after_tax);
    if !case.entry.plan.matching.matches_after_tax() || taking.is_empty() || !case.room.value.is_positive() {
        return None;
    }
    let open = Fit { paychecks, entry: case.entry.clone(), room: case.room.value, by_law: case.room_by_law.value };
    let mut known = open.clone();
    let practice = &mut known.entry.plan.matching.above_counted_pay;
    let practice_open = *practice == CountedPay::Unknown && paychecks.practices.is_some();
    if practice_open {
        *practice = CountedPay::Stops;
        // The room holds what another practice would bring, beside what this one does.
        let freed = open.nothing() - known.nothing();
        known.by_law += freed;
        known.room = (known.room + freed).min(known.by_law);
    }
    let matched: Vec<usize> = taking.iter().copied().filter(|place| known.draws(*place)).collect();
    let after: Vec<usize> = taking.iter().copied().filter(|place| !matched.contains(place)).collect();
    let evenly = known.most(&taking);
    let of = |places: &[usize]| if places.is_empty() { evenly } else { known.most(places) };
    let found = MatchDrawn {
        matched: of(&matched),
        evenly,
        unmatched: of(&after),
        stops: matched
            .last()
            .filter(|last| !after.is_empty() && after.iter().all(|place| place > last))
            .map(|place| paychecks.to_come[*place].date),
        if_it_goes_on: practice_open.then(|| open.most(&taking)),
    };
    // Where no paycheck draws any, there is nothing to say.
    (found.range().0 < case.room.value.min(case.pay_to_come)).then_some(found)
}

/// What fits where no paychecks are entered, by the formula on the whole year: no payroll
/// matches more. None where after-tax contributions draw no match, or its formula is open.
pub(super) fn by_year(case: &Case<'_>) -> Option<MatchDrawn> {
    let rules = &case.entry.plan.matching;
    if case.paychecks.is_some() || !rules.matches_after_tax() || rules.is_open() || case.pay.own_business.is_some() {
        return None;
    }
    let money = &case.entry.contributions;
    let matcher = Matcher::new(rules, Practice::WholeYear, case.limits.pay_counted.value, Money::ZERO, Money::ZERO);
    let in_already = money.deferrals().total() + money.after_tax;
    let entered = money.match_of_the_year().total();
    // Of a match of which only the most is known, all that is left may come.
    let counted = if rules.has_only_a_cap() { entered } else { entered.max(matcher.year(case.pay.here, in_already)) };
    let drawn = |own: Money| (matcher.year(case.pay.here, in_already + own) - counted).or_zero();
    let room = case.room.value;
    let fits = largest(room, |own| own + drawn(own) <= case.room_by_law.value);
    let found = MatchDrawn { matched: fits, evenly: fits, unmatched: fits, stops: None, if_it_goes_on: None };
    (fits < room).then_some(found)
}

/// The largest amount up to this one that fits, to the cent.
fn largest(most: Money, fits: impl Fn(Money) -> bool) -> Money {
    let (mut low, mut high) = (Money::ZERO, most);
    if fits(high) {
        return high;
    }
    while high - low > Money::CENT {
        let half = low + (high - low).times(Decimal::new(5, 1), RoundingStrategy::ToZero);
        let middle = half.max(low + Money::CENT);
        if fits(middle) {
            low = middle;
        } else {
            high = middle;
        }
    }
    low
}

fn places(paychecks: &Paychecks, of: impl Fn(usize) -> bool) -> Vec<usize> {
    (0..paychecks.to_come.len()).filter(|place| of(*place)).collect()
}

/// Paychecks to come, and what is to fit on them.
#[derive(Clone)]
struct Fit<'a> {
    paychecks: &'a Paychecks,
    entry: YearRecord,
    /// For after-tax contributions, by the plan's caps.
    room: Money,
    /// For both, by law.
    by_law: Money,
}

impl Fit<'_> {
    /// Whether a dollar on this paycheck changes the year's match.
    fn draws(&self, place: usize) -> bool {
        let mut each = vec![Money::ZERO; self.paychecks.to_come.len()];
        each[place] = Money::dollars(1);
        self.to_come(&each) > self.nothing()
    }

    fn to_come(&self, after_tax: &[Money]) -> Money {
        YearMatch::with(self.paychecks, &self.entry, after_tax).to_come(&self.entry)
    }

    /// The match without any after-tax contribution.
    fn nothing(&self) -> Money {
        self.to_come(&vec![Money::ZERO; self.paychecks.to_come.len()])
    }

    /// The most that fits evenly over some paychecks, with the match that it draws.
    fn most(&self, places: &[usize]) -> Money {
        let nothing = self.nothing();
        let fits = |total: Money| total + self.to_come(&spread(self.paychecks, places, total)) - nothing <= self.by_law;
        let pay: Money = places.iter().map(|place| self.paychecks.to_come[*place].pay_left()).sum();
        largest(self.room.min(pay), fits)
    }
}

/// An amount over some paychecks, evenly as far as the pay of each allows.
fn spread(paychecks: &Paychecks, places: &[usize], total: Money) -> Vec<Money> {
    let mut each = vec![Money::ZERO; paychecks.to_come.len()];
    let pay = |place: usize| paychecks.to_come[place].pay_left();
    let mut order = places.to_vec();
    order::sort_by_key(&mut order, |place| pay(*place));
    let mut left = total;
    let mut rest = order.as_slice();
    // Where pay is less than an even share, all of it.
    while let [least, others @ ..] = rest
        && pay(*least).to_decimal() * Decimal::from(rest.len()) < left.to_decimal()
    {
        each[*least] = pay(*least);
        left -= pay(*least);
        rest = others;
    }
    let mut even = rest.to_vec();
    order::sort(&mut even);
    // By rounded totals, so that no paycheck is a cent from its share.
    let mut given = Money::ZERO;
    for (done, place) in (1_u64..).zip(&even) {
        let upto = left.to_decimal() * Decimal::from(done) / Decimal::from(even.len());
        let upto = Money::rounded(upto, RoundingStrategy::ToZero);
        each[*place] = upto - given;
        given = upto;
    }
    each
}
