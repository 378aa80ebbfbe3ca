//! The engine for what goes out of the planner as a whole and what comes into it.

planner::engine_module! {
    /// The record of a draft, with what is not in it.
    record(draft, today) -> value = planner::service::copies::record;
    /// A link with the whole record of a draft.
    link(draft, today) -> text = planner::service::copies::link;
    /// What a copy would bring, and what it would replace.
    open_copy(draft, today, text) -> value = planner::service::copies::open;
    /// What a link to a plan's rules would fill in.
    offer(draft, link) -> value = planner::service::copies::offer;
}
