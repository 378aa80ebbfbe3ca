//! The built site in real browsers: the same tests in each engine.
//!
//! What lives here:
//!
//! - the tests, one module for each kind of promise to the person at the page:
//!   [`opening`], [`starting`], [`typing`], [`mistakes`], [`keyboard`], [`navigation`], [`unfolding`],
//!   [`planning`], [`yearly`], [`guide`], [`ledger`], [`landing`], [`forms`], [`saving`], [`undoing`],
//!   [`copies`], [`papers`], [`offline`], [`privacy`], [`rescue`], [`sittings`], [`embedding`],
//!   [`accessibility`], [`small_screens`]; [`pictures`] takes those of the README;
//! - [`site`]: a small static server that shows `dist/`, or another release, under a
//!   sub-path, as a host would;
//! - [`engines`]: which browsers there are, what one of them lacks, and the tests that are
//!   skipped for it;
//! - [`driver`]: starts the engine's driver on a free port and ends it with its browser;
//! - [`browser`]: what each engine is asked in its own way, by [`bidi`] and [`proxy`], too;
//! - [`files`]: folders and downloads; [`drafts`]: drafts that leave nothing out;
//! - [`page`]: what a person sees, in the words of the tests; [`hands`]: what a person does.
//!
//! They need the release build in `dist/`, a browser and its driver, so a plain
//! `cargo test` leaves them out; `scripts/test` sets everything up and runs them. The
//! variable `BROWSER` chooses the engine: `chromium` (as without it), `firefox` or `webkit`.
//! The variables `CHROMIUM`, `FIREFOX`, `MINIBROWSER` and `CHROMEDRIVER`, `GECKODRIVER`,
//! `WEBKITDRIVER` name other commands than those that `scripts/setup --with-browser` installs.
//! Screenshots go to `target/tmp/screenshots/ENGINE/`.

#![cfg(not(target_arch = "wasm32"))]

mod accessibility;
mod bidi;
mod browser;
mod copies;
mod drafts;
mod driver;
mod embedding;
mod engines;
mod files;
mod forms;
mod guide;
mod hands;
mod jobs;
mod keyboard;
mod landing;
mod ledger;
mod mistakes;
mod navigation;
mod offline;
mod opening;
mod page;
mod papers;
mod pictures;
mod planning;
mod privacy;
mod proxy;
mod rescue;
mod saving;
mod site;
mod sittings;
mod small_screens;
mod starting;
mod typing;
mod undoing;
mod unfolding;
mod yearly;
