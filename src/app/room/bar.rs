//! The limit as a stacked bar, and the same figures as a table.

use leptos::prelude::*;
use planner::worksheets::room::{Part, Picture};

use crate::app::form::Outcome;
use crate::app::reactive::part;

/// The bar and its table.
#[component]
pub fn Bar(room: Memo<Outcome>) -> impl IntoView {
    view! {
        <figure class="card bar">
            {part(move || match room.with(|outcome| outcome.room().map(|room| room.picture.clone())) {
                Some(picture) => {
                    view! {
                        <Drawing picture=picture.clone()/>
                        <Table picture/>
                    }
                        .into_any()
                }
                None => ().into_any(),
            })}
        </figure>
    }
}

#[component]
fn Drawing(picture: Picture) -> impl IntoView {
    let limit_at = picture.limit_at.to_string();
    let end = picture
        .segments
        .iter()
        .filter(|segment| segment.part != Part::CatchUp)
        .map(|segment| segment.start + segment.length)
        .max()
        .unwrap_or_default();
    let over = (end > picture.limit_at).then(|| {
        let length = (end - picture.limit_at).to_string();
        view! { <rect class="over" x=limit_at.clone() y="4" width=length height="56"/> }
    });
    let segments = picture
        .segments
        .iter()
        .map(|segment| {
            let (x, width) = (segment.start.to_string(), segment.length.to_string());
            let hatch = to_come(segment.part)
                .then(|| view! { <rect x=x.clone() y="10" width=width.clone() height="44" fill="url(#to-come)"/> });
            view! {
                <rect class=class(segment.part) x=x.clone() y="10" width=width.clone() height="44"/>
                {hatch}
            }
        })
        .collect_view();
    view! {
        <svg viewBox="0 0 1000 64" preserveAspectRatio="none" role="img" aria-labelledby="bar-title">
            <title id="bar-title">{picture.description}</title>
            <defs>
                <pattern id="to-come" width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect class="stripe" width="5" height="12"/>
                </pattern>
            </defs>
            {segments}
            {over}
            <line class="limit" x1=limit_at.clone() x2=limit_at y1="2" y2="62"/>
        </svg>
    }
}

#[component]
fn Table(picture: Picture) -> impl IntoView {
    let rows = picture
        .segments
        .into_iter()
        .map(|segment| {
            let stripes = if to_come(segment.part) { " striped" } else { "" };
            view! {
                <tr>
                    <th scope="row">
                        <span class=format!("swatch {}{stripes}", class(segment.part)) aria-hidden="true"></span>
                        {segment.label}
                    </th>
                    <td>{segment.amount.to_string()}</td>
                </tr>
            }
        })
        .collect_view();
    view! {
        <table>
            <caption class="unseen">"What fills the limit"</caption>
            <tbody>{rows}</tbody>
            <tfoot>
                <tr>
                    <th scope="row"><span class="swatch limit" aria-hidden="true"></span>"The limit"</th>
                    <td>{picture.limit.to_string()}</td>
                </tr>
            </tfoot>
        </table>
    }
}

fn to_come(part: Part) -> bool {
    matches!(part, Part::DeferralsToCome | Part::EmployerToCome)
}

fn class(part: Part) -> &'static str {
    match part {
        Part::Joined => "part-joined",
        Part::Related => "part-related",
        Part::Deferrals | Part::DeferralsToCome => "part-deferrals",
        Part::Employer | Part::EmployerToCome => "part-employer",
        Part::AfterTax => "part-after-tax",
        Part::Closed => "part-closed",
        Part::Room => "part-room",
        Part::CatchUp => "part-catch-up",
    }
}
