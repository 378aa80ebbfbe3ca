//! The Contribution Room Worksheet as a report.

use crate::law::Standing;
use crate::money::Money;
use crate::report::{self, Finding, Headline, LimitBar, Line, Report, Step, whole_dollars};
use crate::worksheets::room::{self, Flaw, Part, Room, Verdict};

impl From<Room> for Report {
    fn from(room: Room) -> Self {
        Self {
            headline: headline(&room),
            picture: (room.verdict != Verdict::Outside).then(|| bar(&room).drawing()),
            closing: room.closing.into(),
            findings: room.findings.into_iter().map(Finding::from).collect(),
            lines: room.lines.into_iter().map(Line::from).collect(),
            ..Self::default()
        }
    }
}

/// The one figure, and what it is.
pub(in crate::worksheets) fn headline(room: &Room) -> Headline {
    let by_law = room.room_by_law.value;
    let in_words = |amount: Money| amount.about();
    // What fits in any case, with the match that it draws.
    let fits = |left: Money| in_words(room.match_drawn.map_or(left, |drawn| drawn.range().0));
    let (what, figure, below) = match room.verdict {
        Verdict::Over(over) => ("Over the limit", over.in_dollars(), String::new()),
        Verdict::Wrong(flaw) => {
            let (what, amount) = wrong(flaw);
            (what, amount.in_dollars(), format!("Fix this first. After-tax room left: {}.", room.room.value.about()))
        }
        Verdict::MayBeOver(over) => {
            ("Over the limit, unless the plan says otherwise", over.in_dollars(), String::new())
        }
        Verdict::NotInPlan => {
            ("After-tax room", "Not in this plan".to_owned(), format!("By law, {} would be left.", by_law.about()))
        }
        Verdict::Outside => (
            "After-tax room",
            "Not in this plan".to_owned(),
            "The limit on annual additions does not apply to it.".to_owned(),
        ),
        Verdict::IfAllowed(left) => ("If your plan allows it", fits(left), still_to_come(room)),
        Verdict::Room(left) => ("After-tax room left", fits(left), still_to_come(room)),
    };
    let settled = !matches!(room.verdict, Verdict::MayBeOver(_) | Verdict::IfAllowed(_));
    Headline {
        id: "room".to_owned(),
        what: what.to_owned(),
        year: room.year,
        unofficial: room.standing != Standing::Official,
        figure,
        facts: facts(room),
        below: whole_dollars(&below),
        grave: settled && !matches!(room.verdict, Verdict::Room(_) | Verdict::NotInPlan | Verdict::Outside),
        open: !settled,
        none: matches!(room.verdict, Verdict::NotInPlan | Verdict::Outside),
    }
}

/// What is in, what is set aside for what is to come, and what would fill the rest.
fn facts(room: &Room) -> Vec<[String; 2]> {
    let mut facts = Vec::new();
    let mut fact = |name: &str, says: String| facts.push([name.to_owned(), says]);
    if matches!(room.verdict, Verdict::NotInPlan | Verdict::Outside) {
        return facts;
    }
    fact("In so far", format!("*{}* of {}", room.posted.about(), room.cap.value.about()));
    let to_come = (room.used.value - room.posted).or_zero();
    if to_come.is_positive() {
        fact("Set aside for what is to come", format!("*{}*", to_come.about()));
    }
    if let (Verdict::Room(_) | Verdict::IfAllowed(_), Some(pace)) = (room.verdict, &room.pace) {
        fact("To fill it", format!("*{}* a month", pace.each.about()));
    }
    facts
}

fn wrong(flaw: Flaw) -> (&'static str, Money) {
    match flaw {
        Flaw::ExcessDeferrals(by) => ("Too much deferred", by),
        Flaw::OverPlanLimit(by) => ("Above the plan’s deferral limit", by),
        Flaw::DeferralsExceedPay(by) => ("Deferrals above your pay", by),
        Flaw::CatchUpNotRoth(by) => ("Catch-up that must be Roth", by),
        Flaw::BeyondTheRoom(by) => ("More elected than fits", by),
        Flaw::OverEmployerShare(by) => ("Employer money above what is deductible", by),
    }
}

/// What the room turns on, where not all is entered.
fn still_to_come(room: &Room) -> String {
    match (room.match_drawn, room.still_to_come) {
        (Some(drawn), _) => {
            format!(
                "With room for the match that it draws. Up to {}, depending on when you contribute.",
                drawn.range().1
            )
        }
        (None, Some(still)) => format!("About {} once what is still to come is counted.", still.room),
        (None, None) => String::new(),
    }
}

fn bar(room: &Room) -> LimitBar {
    let room::Picture { segments, limit_at, limit, description } = &room.picture;
    let counted = segments.iter().filter(|segment| segment.part != Part::CatchUp);
    let end = counted.map(|segment| segment.start + segment.length).max().unwrap_or_default();
    LimitBar {
        title: format!("Where the {} goes", limit.about()),
        description: whole_dollars(description),
        parts: segments.iter().map(part).collect(),
        limit_at: *limit_at,
        over: end.saturating_sub(*limit_at),
        limit: limit.about(),
    }
}

fn part(segment: &room::Segment) -> report::Part {
    let look = match segment.part {
        Part::Joined => "part-joined",
        Part::Related => "part-related",
        Part::Deferrals | Part::DeferralsToCome => "part-deferrals",
        Part::Employer | Part::EmployerToCome => "part-employer",
        Part::AfterTax => "part-after-tax",
        Part::Closed => "part-closed",
        Part::Room => "part-room",
        Part::CatchUp => "part-catch-up",
    };
    report::Part {
        look,
        label: segment.label,
        amount: segment.amount.to_string(),
        planned: matches!(segment.part, Part::DeferralsToCome | Part::EmployerToCome | Part::Room),
        start: segment.start,
        length: segment.length,
    }
}

impl From<room::Line> for Line {
    fn from(line: room::Line) -> Self {
        Self {
            name: line.name,
            guide: line.guide.to_owned(),
            law: line.law,
            amount: line.amount.value.to_string(),
            steps: line.amount.steps.into_iter().map(Step::from).collect(),
        }
    }
}
