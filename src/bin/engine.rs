//! The engine as the page calls it: every worksheet, and whatever comes in or goes out.

planner::engine_module! {
    /// What the page of a worksheet shows of a draft.
    answer(draft, today, page, open) -> value = planner::service::answer;
    /// Where a person stands over all worksheets.
    standing(draft, today) -> value = planner::service::standing;
    /// The file of a page.
    file(draft, today, page) -> text = planner::service::file;
    /// A draft with the next year begun.
    start_next_year(draft, today) -> text = planner::service::start_next_year;
    /// A draft in which another job was shown, added or removed.
    change_jobs(draft, today, what) -> text = planner::service::change_jobs;
    /// The example, as of today.
    example(today) -> text = planner::service::example;
    /// What a text of rows would add to the ledger, by what was kept of earlier files and one
    /// more answer about this one.
    import_rows(draft, today, text, kept, answer) -> value = planner::service::import_named;
    /// What the paydays so far would add to the ledger.
    take_over(draft, today) -> value = planner::service::take_over;
    /// The record of a draft, with what is not in it.
    record(draft, today) -> value = planner::service::record;
    /// A link with the whole record of a draft.
    link(draft, today) -> text = planner::service::link;
    /// What a copy would bring, and what it would replace.
    open_copy(draft, today, text) -> value = planner::service::open;
    /// What a link to a plan's rules would fill in.
    offer(draft, link) -> value = planner::service::offer;
    /// What was read in a plan's paper beside a draft, and the draft once one answer is taken.
    booklet(draft, today, reading, take, page) -> value = planner::service::booklet;
}
