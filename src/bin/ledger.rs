//! The engine for the pages of what went in: conversions, landing spot and tax forms.

planner::engine_module! {
    /// What a page shows of a draft.
    answer(draft, today, page, open) -> value = planner::service::ledger::answer;
    /// The file of a page.
    file(draft, today, page) -> text = planner::service::ledger::file;
    /// A draft with the example in it.
    example(draft, today) -> text = planner::service::example;
    /// What a text of rows would add to the ledger, by what was kept of earlier files and one
    /// more answer about this one.
    import_rows(draft, today, text, kept, answer) -> value = planner::service::ledger::import_named;
    /// What the paydays so far would add to the ledger.
    take_over(draft, today) -> value = planner::service::ledger::take_over;
}
