//! How a module of the page's engine is made of functions of the service.

/// Makes a wasm module of functions of the service that take texts and answer with one:
/// the whole of a `src/bin` file. On any other target it only says what it is.
///
/// A text that is JSON goes to the page as the value that it stands for: the browser parses
/// it here, so that the page reads it where it is and the text never enters its memory.
///
/// The page loads such a module when it first needs it; Trunk builds it beside the page.
/// It holds no state. Where a function cannot answer, it throws its sentence.
#[macro_export]
macro_rules! engine_module {
    ($($(#[doc = $about:literal])* $function:ident($($text:ident),*) -> $kind:ident = $of:path;)*) => {
        #[cfg(target_arch = "wasm32")]
        mod exports {
            use wasm_bindgen::JsValue;
            use wasm_bindgen::prelude::wasm_bindgen;

            $(
                $(#[doc = $about])*
                #[wasm_bindgen]
                pub fn $function($($text: &str),*) -> Result<JsValue, JsValue> {
                    let text = $of($($text),*).map_err(JsValue::from)?;
                    $crate::engine_module!(@$kind text)
                }
            )*
        }

        /// Nothing happens until the page calls.
        #[cfg(target_arch = "wasm32")]
        fn main() {}

        #[cfg(not(target_arch = "wasm32"))]
        fn main() {
            eprintln!("This is a part of the page, which runs in a browser. As a command the engine is called `worksheets`.");
            std::process::exit(1);
        }
    };
    (@value $text:ident) => { js_sys::JSON::parse(&$text) };
    (@text $text:ident) => { Ok(JsValue::from($text)) };
}
