//! The limit as a stacked bar: what fills it, what is left, and catch-up beside it.

use serde::Serialize;

use super::Case;
use crate::money::Money;

/// What a segment of the bar stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// The share of a plan joined by the 403(b) rule.
    Joined,
    /// Related employers' share.
    Related,
    /// Deferrals posted.
    Deferrals,
    /// Deferrals still to come.
    DeferralsToCome,
    /// Employer money posted.
    Employer,
    /// Employer money still to come.
    EmployerToCome,
    /// After-tax money in.
    AfterTax,
    /// Room left by law that the plan's own cap closes.
    Closed,
    /// Room left.
    Room,
    /// Catch-up, beside the limit.
    CatchUp,
}

/// One segment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Segment {
    /// What it stands for.
    pub part: Part,
    /// Its name.
    pub label: &'static str,
    /// Its amount.
    pub amount: Money,
    /// Where it starts, in thousandths of the bar.
    pub start: u16,
    /// How long it is, in thousandths of the bar.
    pub length: u16,
}

/// The bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Picture {
    /// The segments from left to right; catch-up, if any, comes last, past the limit.
    pub segments: Vec<Segment>,
    /// Where the limit stands, in thousandths of the bar.
    pub limit_at: u16,
    /// The limit: everything but catch-up fits under it.
    pub limit: Money,
    /// What the picture shows, in a sentence.
    pub description: String,
}

pub(super) fn picture(case: &Case<'_>) -> Picture {
    let additions = &case.additions;
    let limit = additions.joined - additions.joined_over + case.cap.value;
    let regular_here = (case.deferrals.regular.value - case.deferrals.related).or_zero();
    let related = additions.used.value - (regular_here + additions.employer_here.total() + additions.after_tax);
    let posted = case.deferrals.here.so_far.min(regular_here);
    let parts = [
        (Part::Joined, "Joined plan", additions.joined),
        (Part::Related, "Related employers", related),
        (Part::Deferrals, "Your deferrals", posted),
        (Part::DeferralsToCome, "Deferrals to come", regular_here - posted),
        (Part::Employer, "Employer money", additions.employer_here.so_far),
        (Part::EmployerToCome, "Employer money to come", additions.employer_here.to_come),
        (Part::AfterTax, "After-tax money in", additions.after_tax),
        (Part::Room, "Room left", case.room.value),
        (Part::Closed, "Closed by the plan’s cap", case.room_by_law.value - case.room.value),
        (Part::CatchUp, "Catch-up, outside the limit", case.deferrals.catch_up.value),
    ];
    let whole = limit.max(parts.iter().map(|(_, _, amount)| amount.or_zero()).sum::<Money>());
    let mut segments = Vec::new();
    let mut so_far = Money::ZERO;
    for (part, label, amount) in parts.into_iter().filter(|(_, _, amount)| amount.is_positive()) {
        let start = so_far.thousandths_of(whole);
        so_far += amount;
        segments.push(Segment { part, label, amount, start, length: so_far.thousandths_of(whole) - start });
    }
    let used = additions.joined + additions.used.value;
    let description = match case.over.value {
        over if over.is_positive() => format!("{used} of annual additions against a limit of {limit}: {over} over."),
        _ => format!("{used} of {limit} is used or planned; {} is left for after-tax contributions.", case.room.value),
    };
    Picture { segments, limit_at: limit.thousandths_of(whole), limit, description }
}
