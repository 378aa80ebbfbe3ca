//! The built site in a real browser.
//!
//! What lives here:
//!
//! - the tests, one module for each kind of promise to the person at the page:
//!   [`opening`], [`starting`], [`typing`], [`mistakes`], [`keyboard`], [`navigation`], [`unfolding`],
//!   [`planning`], [`ledger`], [`landing`], [`forms`], [`saving`], [`undoing`],
//!   [`copies`], [`offline`], [`privacy`], [`rescue`];
//! - [`site`]: a small static server that shows `dist/`, or another release, under a
//!   sub-path, as a host would;
//! - [`driver`]: starts chromedriver on a free port and ends it with its browser;
//! - [`files`]: folders and downloads;
//! - [`page`]: what a person does and sees, in the words of the tests.
//!
//! They need the release build in `dist/`, Chromium and chromedriver, so a plain
//! `cargo test` leaves them out; `scripts/test` sets everything up and runs them. The
//! variables `CHROMIUM` and `CHROMEDRIVER` name other commands than those on the path.
//! Screenshots go to `target/tmp/screenshots/`.

#![cfg(not(target_arch = "wasm32"))]

mod copies;
mod driver;
mod files;
mod forms;
mod keyboard;
mod landing;
mod ledger;
mod mistakes;
mod navigation;
mod offline;
mod opening;
mod page;
mod planning;
mod privacy;
mod rescue;
mod saving;
mod site;
mod starting;
mod typing;
mod undoing;
mod unfolding;
