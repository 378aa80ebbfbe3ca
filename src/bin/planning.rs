//! The engine for the pages of what is to come: plan, room and pace.

planner::engine_module! {
    /// What a page shows of a draft.
    answer(draft, today, page, open) -> value = planner::service::planning::answer;
    /// The file of a page.
    file(draft, today, page) -> text = planner::service::planning::file;
    /// A draft with the example in it.
    example(draft, today) -> text = planner::service::example;
}
