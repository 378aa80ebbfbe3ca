//! A fault in the planner stops it, but takes nothing with it: what is saved can be had
//! without any help of the planner itself.

use std::fs;

use serde_json::{Map, Value};

use crate::files::{empty_folder, only_file};
use crate::page::Page;
use crate::site::Site;

/// A module whose one function does nothing but trap, as a panic does in the planner's own.
const TRAP: &str = "0,97,115,109,1,0,0,0, 1,4,1,96,0,0, 3,2,1,0, 7,5,1,1,102,0,0, 10,5,1,3,0,0,11";

#[tokio::test]
#[ignore = "needs the built site and Chromium: scripts/test sets both up"]
async fn a_trap_shows_the_rescue_panel_which_hands_over_what_is_saved() {
    for failing in ["setTimeout(f)", "Promise.resolve().then(f)"] {
        let site = Site::serve();
        let page = Page::open(&site, "room").await;
        page.type_into("birth-date", "3/31/1985").await;
        page.type_into("pay", "100,000").await;
        page.wait_for_text("#room", "$72,000").await;
        page.wait_for_words("localStorage.getItem('mbr.plan') ?? ''", "100,000").await;
        page.assert_quiet().await;

        // Of another page at the same host, whose affair it stays.
        page.words("(localStorage.setItem('other', 'not the planner’s'), '')").await;
        // An error of another kind is not the end of it: an extension's, say.
        page.words("(setTimeout(() => { throw new TypeError('of an extension') }), '')").await;
        assert!(!page.sees("#rescue").await, "the page is said to have stopped");
        let trap = format!(
            "(({{ f }}) => ({failing}, ''))
            (new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([{TRAP}]))).exports)"
        );
        page.words(&trap).await;
        page.wait_for_text("#rescue", "download it, then reload the page").await;

        let folder = empty_folder("rescued");
        page.download_into(&folder);
        page.click("#rescue-download").await;
        let rescued = fs::read_to_string(only_file(&folder).await).expect("it is text");
        let rescued: Map<String, Value> = serde_json::from_str(&rescued).expect("it is JSON");
        let saved = page.words("localStorage.getItem('mbr.plan')").await;
        assert!(saved.contains("3/31/1985"), "{saved}");
        assert_eq!(rescued.get("mbr.plan"), Some(&Value::from(saved)), "not all that is saved is handed over");
        assert!(rescued.keys().all(|key| key.starts_with("mbr.")), "what is not the planner’s is handed over");

        page.reload().await;
        page.wait_for_text("#room", "$72,000").await;
        assert!(!page.sees("#rescue").await, "the page is said to have stopped");
    }
}
