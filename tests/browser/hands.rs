//! What a person does to the page by hand: clicking, typing, choosing, pasting, and the keys.

use std::path::Path;

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::error::{CmdError, ErrorStatus};
use fantoccini::key::Key;
use planner::draft::Draft;

use crate::driver::Driver;
use crate::engines::{Engine, say, test};
use crate::page::Page;

/// Whether a click failed because the page changed just then.
fn is_passing(error: &CmdError) -> bool {
    let CmdError::Standard(told) = error else { return false };
    let passing =
        [ErrorStatus::StaleElementReference, ErrorStatus::ElementClickIntercepted, ErrorStatus::ElementNotInteractable];
    passing.contains(&told.error)
}

impl Page {
    /// Brings the first match to the middle of the window, as scrolling does, and clicks it.
    /// One that is built anew at that moment, because the figures have come, is found again,
    /// and so is one that the page moves away below the pointer. What stays covered fails.
    pub async fn click(&self, selector: &str) {
        let scroll = "document.querySelector(arguments[0])?.scrollIntoView({ block: 'center', behavior: 'instant' })";
        let mut tries = 10;
        loop {
            let found = self.find(selector).await;
            self.run(scroll, vec![selector.into()]).await;
            let Err(error) = found.click().await else { return };
            tries -= 1;
            assert!(tries > 0 && is_passing(&error), "cannot click `{selector}`: {error}");
            tokio::time::sleep(Driver::PAUSE / 5).await;
        }
    }

    /// Clicks into the field and types after what stands there, key by key.
    pub async fn type_into(&self, id: &str, text: &str) {
        self.click(&format!("#{id}")).await;
        let before = self.value(id).await;
        self.press(&[Key::End.into()]).await;
        self.type_on(text).await;
        self.have_typed(id, &format!("{before}{text}")).await;
    }

    /// Clicks into the field and types in the place of what stands there, key by key.
    pub async fn replace(&self, id: &str, text: &str) {
        self.click(&format!("#{id}")).await;
        self.type_over(text).await;
        self.have_typed(id, text).await;
    }

    /// Types in the place of what stands where the focus is.
    async fn type_over(&self, text: &str) {
        self.press_with(Key::Control, 'a').await;
        self.press(&[Key::Delete.into()]).await;
        self.type_on(text).await;
    }

    /// Lets the last keys arrive, which a busy browser may take a moment to hand on. One that
    /// loses keys is given them anew, which it says. That they have arrived is for the test to
    /// say: not every field takes every text.
    async fn have_typed(&self, id: &str, text: &str) {
        let arrived = "return (document.getElementById(arguments[0])?.value ?? arguments[1]) === arguments[1]";
        let mut tries = if self.browser.engine == Engine::Webkit { 3 } else { 1 };
        loop {
            for _ in 0..20 {
                if self.run(arrived, vec![id.into(), text.into()]).await == true {
                    return;
                }
                tokio::time::sleep(Driver::PAUSE / 10).await;
            }
            tries -= 1;
            if tries == 0 {
                return;
            }
            say(&format!("keys typed anew in {}: {}: #{id}", self.browser.engine, test()));
            // A click may have missed, as it does in a frame that reaches out of the window.
            self.run("document.getElementById(arguments[0])?.focus()", vec![id.into()]).await;
            self.type_over(text).await;
        }
    }

    /// Clears everything, by the menu.
    pub async fn clear(&self) {
        self.click("#open-more").await;
        self.click("#clear").await;
        self.press(&[Key::Escape.into()]).await;
    }

    /// Goes to the example, and stays on the page that is on show.
    pub async fn try_example(&self) {
        self.go_to("#example").await;
        self.wait_for("#is-example").await;
    }

    /// Fills in what the room's answer needs at least, and waits for it.
    pub async fn calculate(&self) {
        self.type_into("birth-date", "3/31/1985").await;
        self.type_into("pay", "100,000").await;
        self.wait_for_text("#room", "$72,000").await;
    }

    /// Chooses an option of a list by its value, in a fold that is opened where it is closed.
    pub async fn choose(&self, id: &str, value: &str) {
        self.find(&format!("#{id}")).await;
        let show = "const list = document.getElementById(arguments[0]);
            for (let fold = list.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true;
            list.scrollIntoView({ block: 'center', behavior: 'instant' })";
        self.run(show, vec![id.into()]).await;
        self.click(&format!("#{id} option[value='{value}']")).await;
    }

    /// Chooses a file in a field for files.
    pub async fn choose_file(&self, id: &str, file: &Path) {
        let field = self.find(&format!("#{id}")).await;
        field.send_keys(&file.to_string_lossy()).await.expect("the file can be chosen");
    }

    /// Puts a text in at the caret all at once, as pasting does.
    pub async fn paste(&self, text: &str) {
        self.browser.paste(text).await;
    }

    /// Presses the tab key until the field has the focus.
    pub async fn tab_to(&self, id: &str) {
        for _ in 0..100 {
            if self.focus().await == id {
                return;
            }
            self.press(&[Key::Tab.into()]).await;
        }
        panic!("the tab key does not lead to #{id}");
    }

    /// Presses the tab key until what has the focus reads just these words. Past the last stop
    /// the browser's own bars have it.
    pub async fn tab_to_words(&self, words: &str) {
        for _ in 0..150 {
            if self.words("String(document.hasFocus())").await == "false" {
                self.browser.call_back_the_keyboard().await;
            }
            if self.words("document.activeElement?.innerText?.trim() ?? ''").await == words {
                return;
            }
            self.press(&[Key::Tab.into()]).await;
        }
        panic!("the tab key does not lead to {words:?}");
    }

    /// Goes to another page by the links at the top, with the keyboard.
    pub async fn go_by_keyboard(&self, name: &str, heading: &str) {
        self.tab_to_words(name).await;
        self.press(&[Key::Enter.into()]).await;
        self.wait_for_text("h1", heading).await;
        self.wait_for_focus("heading").await;
    }

    /// Puts a draft in the place of what the browser has saved, and opens the page anew.
    pub async fn bring(&self, draft: &Draft) {
        self.save(&draft.to_saved()).await;
    }

    /// The same with any text.
    pub async fn save(&self, text: &str) {
        self.run("localStorage.setItem('mbr.plan', arguments[0])", vec![text.into()]).await;
        self.reload().await;
    }

    /// Types where the focus and the caret are, key by key.
    pub async fn type_on(&self, text: &str) {
        for key in text.chars() {
            self.press(&[key]).await;
        }
    }

    /// Presses keys one after the other, wherever the focus is: letters, or a [`Key`].
    pub async fn press(&self, keys: &[char]) {
        let strokes = keys.iter().flat_map(|&value| [KeyAction::Down { value }, KeyAction::Up { value }]);
        self.act(strokes).await;
    }

    /// Presses a key while another one is held down.
    pub async fn press_with(&self, held: Key, key: char) {
        let held = held.into();
        self.act([
            KeyAction::Down { value: held },
            KeyAction::Down { value: key },
            KeyAction::Up { value: key },
            KeyAction::Up { value: held },
        ])
        .await;
    }

    async fn act(&self, strokes: impl IntoIterator<Item = KeyAction>) {
        let keyboard = KeyActions::new("keyboard".to_owned());
        let actions = strokes.into_iter().fold(keyboard, KeyActions::then);
        self.browser.client.perform_actions(actions).await.expect("the keys can be pressed");
    }
}
