//! What must be true of every room worksheet, whatever was entered.

use super::values::sum;
use crate::support::worksheets;
use planner::date::Date;
use planner::explain::{Figure, Operation, Severity, Step};
use planner::money::Money;
use planner::record::{Record, Relation};
use planner::report::Report;
use planner::worksheets::room::{Code, Part, Room, Verdict};
use planner::worksheets::year::NotReady;

/// The worksheet of the record's only year, with every invariant checked.
#[track_caller]
pub fn worksheet(record: &Record, today: Date) -> Result<Room, NotReady> {
    assert_eq!(Record::from_json(&record.to_json()).as_ref(), Ok(record), "the record does not survive its own JSON");
    let [entry] = record.years.as_slice() else { panic!("one year to a test record") };
    let room = worksheets::room(record, entry.year, today)?;
    whole(record, &room);
    Ok(room)
}

#[track_caller]
fn less(one: Money, other: Money) -> Money {
    one - other
}

#[track_caller]
fn whole(record: &Record, room: &Room) {
    sums(room);
    figures(room);
    lines(room);
    pace(room);
    picture(record, room);
    findings(room);
    serde_json::to_string(room).expect("a result is JSON");
}

#[track_caller]
fn sums(room: &Room) {
    let (cap, used, over) = (room.cap.value, room.used.value, room.over.value);
    assert!(!cap.is_negative() && !room.joined_over.is_negative(), "no limit is below zero");
    assert!(!room.room.value.is_negative() && !room.room_by_law.value.is_negative() && !over.is_negative());
    assert!(room.room.value <= room.room_by_law.value, "a plan cannot give more room than the law");
    assert!(room.room.value <= cap.or_zero(), "room above the cap");
    assert!(!(room.room_by_law.value.is_positive() && over.is_positive()), "room and excess at once");
    assert_eq!(
        cap,
        less(sum([used, room.room_by_law.value, room.joined_over]), over),
        "cap = used + room by law - over"
    );
    assert_eq!(room.total_if_filled, sum([used, room.catch_up.value, room.room.value]));
    assert!(room.catch_up.value <= room.catch_up_allowance);
    assert!(room.over_posted <= over && !room.over_posted.is_negative());
    assert!(room.room_within_pay <= room.room.value && room.room_within_pay <= room.pay_left);
    assert!(room.room_with_reclassification >= room.room.value);
    assert!(room.room_if_excess_returned >= room.room.value);
    assert!(!room.deferrals_left.is_negative() && !room.catch_up_left.is_negative());
}

#[track_caller]
fn figures(room: &Room) {
    let own = [
        &room.cap,
        &room.regular_deferrals,
        &room.catch_up,
        &room.employer,
        &room.used,
        &room.room_by_law,
        &room.room,
        &room.over,
        &room.excess_deferrals,
    ];
    own.into_iter().chain(room.lines.iter().map(|line| &line.amount)).for_each(explained);
}

/// A figure ends in its own value, and each of its steps can be reckoned again.
#[track_caller]
fn explained(figure: &Figure) {
    assert_eq!(figure.steps.last().map(|step| step.value), Some(figure.value), "{figure:?}");
    for step in &figure.steps {
        assert_eq!(reckoned_again(step).unwrap_or(step.value), step.value, "{}", step.arithmetic());
        assert!(step.arithmetic().ends_with(&step.value.to_string()));
        assert!(!step.label.is_empty() && !step.citation.reference.is_empty());
    }
}

/// A step's value from its operands alone; none where only the words say how.
#[track_caller]
fn reckoned_again(step: &Step) -> Option<Money> {
    let mut values = step.operands.iter().map(|operand| operand.value);
    match &step.operation {
        Operation::Given => {
            assert!(step.operands.is_empty());
            None
        }
        Operation::Sum => Some(sum(values)),
        Operation::Difference => values.next().map(|first| values.fold(first, less)),
        Operation::Least => values.min(),
        Operation::Greatest => values.max(),
        Operation::Times(_) | Operation::Formula(_) => None,
    }
}

#[track_caller]
fn lines(room: &Room) {
    let named = |name: &str| {
        let line = room.lines.iter().find(|line| line.name == name);
        line.unwrap_or_else(|| panic!("no line {name:?}")).amount.value
    };
    assert_eq!(named("Employee elective deferrals"), room.regular_deferrals.value);
    assert_eq!(named("Employer match/profit sharing"), room.employer.value);
    assert_eq!(named("Catch-up contributions"), room.catch_up.value);
    assert_eq!(named("Total used"), room.used.value);
    let outside = room.verdict == Verdict::Outside;
    assert_eq!(named("Remaining after-tax room"), if outside { Money::ZERO } else { room.room.value });
    assert_eq!(named("Contribution pace"), room.pace.map_or(Money::ZERO, |pace| pace.each));
    let parts = room.lines.iter().filter(|line| line.counts && line.name != "Total used");
    assert_eq!(sum(parts.map(|line| line.amount.value)), room.used.value, "the counted lines add up to the total");
}

#[track_caller]
fn pace(room: &Room) {
    let Some(pace) = room.pace else { return };
    assert!(pace.total <= room.room_within_pay, "no more is asked for than fits");
    let but_last = (1..pace.contributions).fold(Money::ZERO, |so_far, _| sum([so_far, pace.each]));
    assert_eq!(sum([but_last, pace.last]), pace.total, "a pace fills the room exactly");
    assert!(pace.each <= pace.last && !pace.each.is_negative());
    assert!(less(pace.last, pace.each) < Money::cents(pace.contributions), "the last contribution is near the rest");
}

#[track_caller]
fn picture(record: &Record, room: &Room) {
    let picture = &room.picture;
    let mut end = 0;
    for segment in &picture.segments {
        assert!(segment.amount.is_positive(), "{segment:?}");
        assert_eq!(segment.start, end, "segments touch and do not overlap: {segment:?}");
        end += segment.length;
        assert!(end <= 1_000, "{segment:?}");
    }
    assert!(picture.limit_at <= 1_000);
    let of = |wanted: fn(Part) -> bool| {
        sum(picture.segments.iter().filter(|segment| wanted(segment.part)).map(|segment| segment.amount))
    };
    let joined = of(|part| part == Part::Joined);
    let outside = |part| matches!(part, Part::Room | Part::Closed | Part::CatchUp | Part::Joined);
    assert_eq!(sum(picture.segments.iter().filter(|s| !outside(s.part)).map(|s| s.amount)), room.used.value);
    assert_eq!(of(|part| part == Part::Room), room.room.value);
    assert_eq!(of(|part| matches!(part, Part::Room | Part::Closed)), room.room_by_law.value);
    assert_eq!(of(|part| part == Part::CatchUp), room.catch_up.value);
    assert_eq!(of(|part| part == Part::AfterTax), room.after_tax);
    assert_eq!(picture.limit, less(sum([joined, room.cap.value]), room.joined_over));
    let others = record.years.iter().flat_map(|entry| &entry.other_jobs);
    assert!(joined == Money::ZERO || others.clone().any(|job| job.relation == Relation::Own403b));
    let last = picture.segments.last().map(|segment| segment.part);
    assert!(room.catch_up.value == Money::ZERO || last == Some(Part::CatchUp), "catch-up comes last");
}

#[track_caller]
fn findings(room: &Room) {
    assert!(room.findings.is_sorted_by_key(|finding| finding.words.severity), "the gravest first");
    for finding in &room.findings {
        assert!(!finding.words.title.is_empty() && !finding.words.text.is_empty());
        match finding.words.readings.as_slice() {
            [] => {}
            [used, other] => {
                assert!(used.used_here && !other.used_here);
                assert_eq!(used.room, room.room.value, "{:?}", finding.code());
                assert!(!other.room.is_negative());
            }
            readings => panic!("{:?} has {} readings", finding.code(), readings.len()),
        }
    }
    let problem = room.findings.iter().any(|finding| finding.words.severity == Severity::Problem);
    let headline = Report::from(room.clone()).headline;
    assert!(
        !problem || headline.grave || headline.open || headline.none,
        "a headline over a problem is not green: {:?}",
        room.verdict
    );
    assert!(!(headline.grave && headline.open));
    if room.over.value.is_positive() {
        assert!(headline.grave || headline.open || headline.none, "an excess is not green");
        let found = room.findings.iter().any(|finding| finding.code() == Code::OverLimit);
        assert!(found || room.verdict == Verdict::Outside, "an excess is found");
    }
    assert!(!room.closing.decision.is_empty() && !room.closing.rule.is_empty() && !room.closing.next_action.is_empty());
}
