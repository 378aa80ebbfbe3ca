//! The Contribution Room Worksheet as a report.

use crate::law::Standing;
use crate::report::{Finding, Headline, Line, Picture, Report, Segment, Step};
use crate::worksheets::room::{self, Part, Room};

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

fn headline(room: &Room) -> Headline {
    let grave = room.over.value.is_positive();
    let (what, figure) = if grave { ("Over the limit", &room.over) } else { ("After-tax room left", &room.room) };
    Headline {
        id: "room".to_owned(),
        what: what.to_owned(),
        year: room.year,
        unofficial: room.standing != Standing::Official,
        figure: figure.value.to_string(),
        below: String::new(),
        grave,
        open: false,
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
