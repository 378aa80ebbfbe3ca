//! The engine from outside, its modules laid out as those of `src`. What several of them
//! need stands in `support`; worked examples and records are data, in `tests/cases` and
//! `tests/records`.
#![cfg(not(target_arch = "wasm32"))]

mod support {
    pub mod cases;
    pub mod drafts;
    pub mod findings;
    pub mod properties;
    pub mod records;
    pub mod room_invariants;
    pub mod second_payroll;
    pub mod situations;
    pub mod sources;
    pub mod texts;
    pub mod values;
    pub mod worksheets;
}

mod documents;
mod field;
mod guide;
mod language;
mod layout;
mod papers;
mod record;
mod report;

mod draft {
    mod jobs;
    mod saved;
    mod texts;
    mod undo;
    mod years;
}

mod reading {
    mod applies;
    mod ledger;
    mod paychecks;
    mod problems;
    mod texts;
    mod write;
}

mod worksheets {
    mod fullest;

    mod agenda {
        mod dates;
        mod list;
        mod standings;
    }

    mod codes;
    mod jobs;
    mod year {
        mod calendar;
        mod paychecks;
    }

    mod ledger {
        mod properties;
    }

    mod plan {
        mod acp;
        mod findings;
        mod verdict;
    }

    mod room {
        mod boundaries;
        mod cases;
        mod findings;
        mod properties;
    }

    mod pace {
        mod cases;
        mod deferrals;
        mod findings;
        mod open_rules;
        mod other_year;
        mod properties;
        mod strategy;
        mod timeline;
    }

    mod conversions {
        mod cases;
        mod findings;
        mod money_there;
    }

    mod landing {
        mod clocks;
        mod findings;
        mod withdrawals;
    }

    mod review {
        mod figures;
        mod findings;
    }

    mod tax_forms {
        mod cases;
        mod differences;
        mod findings;
        mod payments;
        mod properties;
        mod right_as_it_is;
    }
}

mod exchange {
    mod booklet;
    mod calendar;
    mod copies;
    mod embed;
    mod example;
    mod paydays;
    mod plan_link;

    mod import {
        mod field;
        mod naming;
        mod ofx;
        mod properties;
        mod rows;
        mod shapes;
    }
}

mod questions;
mod service;
mod start;

mod command;
mod hostile;
mod security;
