//! The Contribution Room Worksheet as a report.

use crate::law::Standing;
use crate::money::Money;
use crate::report::{Finding, Headline, Line, Picture, Report, Segment, Step};
use crate::worksheets::room::{self, Flaw, Part, Room, Verdict};

impl From<Room> for Report {
    fn from(room: Room) -> Self {
        Self {
            headline: headline(&room),
            picture: Some(room.picture.into()),
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
    let in_words = |amount: Money| amount.to_string();
    // What fits in any case, with the match that it draws.
    let fits = |left: Money| in_words(room.match_drawn.map_or(left, |drawn| drawn.range().0));
    let (what, figure, below) = match room.verdict {
        Verdict::Over(over) => ("Over the limit", in_words(over), String::new()),
        Verdict::Wrong(flaw) => {
            let (what, amount) = wrong(flaw);
            (what, in_words(amount), format!("Correct this first. After-tax room left: {}.", room.room.value))
        }
        Verdict::MayBeOver(over) => ("Over the limit, unless the plan says otherwise", in_words(over), String::new()),
        Verdict::NotInPlan => {
            ("After-tax room", "Not in this plan".to_owned(), format!("By law, {by_law} would be left."))
        }
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
        below,
        grave: settled && !matches!(room.verdict, Verdict::Room(_)),
        open: !settled,
    }
}

fn wrong(flaw: Flaw) -> (&'static str, Money) {
    match flaw {
        Flaw::ExcessDeferrals(by) => ("Too much deferred", by),
        Flaw::OverPlanLimit(by) => ("Above the plan’s deferral limit", by),
        Flaw::DeferralsExceedPay(by) => ("Deferrals above your pay", by),
        Flaw::CatchUpNotRoth(by) => ("Catch-up that must be Roth", by),
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

impl From<room::Picture> for Picture {
    fn from(picture: room::Picture) -> Self {
        let counted = picture.segments.iter().filter(|segment| segment.part != Part::CatchUp);
        let end = counted.map(|segment| segment.start + segment.length).max().unwrap_or_default();
        Self {
            over: end.saturating_sub(picture.limit_at),
            segments: picture.segments.into_iter().map(Segment::from).collect(),
            limit_at: picture.limit_at,
            limit: picture.limit.to_string(),
            description: picture.description,
        }
    }
}

impl From<room::Segment> for Segment {
    fn from(segment: room::Segment) -> Self {
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
        Self {
            look: look.to_owned(),
            to_come: matches!(segment.part, Part::DeferralsToCome | Part::EmployerToCome),
            label: segment.label.to_owned(),
            amount: segment.amount.to_string(),
            start: segment.start,
            length: segment.length,
        }
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
