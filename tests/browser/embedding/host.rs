//! A page of somebody else with planners in it, at an origin of its own.

use std::fs;

use crate::browser::Settings;
use crate::files::empty_folder;
use crate::page::Page;
use crate::site::Site;

/// What the code of a frame lets it do.
pub const ALLOWED: &str =
    "allow-scripts allow-same-origin allow-downloads allow-modals allow-popups allow-popups-to-escape-sandbox";

/// The planner, and a page of another origin that shows it.
pub struct Host {
    /// Where the planner is.
    pub planner: Site,
    /// Where the page around it is.
    pub site: Site,
}

/// Which page it is for the browser.
#[derive(Clone, Copy)]
pub enum From {
    /// Of another origin, but of the same site.
    Beside,
    /// Of another site.
    Elsewhere,
}

impl Host {
    /// Serves a planner and this page, in which `{planner}` is the planner's address.
    pub fn serve(folder: &str, page: &str) -> Self {
        Self::around(Site::serve(), folder, page)
    }

    /// The same around another planner.
    pub fn around(planner: Site, folder: &str, page: &str) -> Self {
        let folder = empty_folder(folder);
        let page = page.replace("{planner}", &planner.address());
        let page = format!(
            "<!DOCTYPE html><meta charset='utf-8'><link rel='icon' href='data:,'><title>A post</title><style>body {{ margin: 2rem auto; max-width: 60rem }}
            iframe {{ width: 100%; border: 0 }}</style><script>
            globalThis.told = []; addEventListener('message', ({{ data }}) => told.push(data));</script>
            <h1>A post</h1><p><a id='before' href='#'>before</a></p>{page}<p><a id='after' href='#'>after</a></p>"
        );
        fs::write(folder.join("index.html"), page).expect("a page can be written");
        Self { planner, site: Site::serve_folder(folder) }
    }

    /// Opens the page.
    pub async fn open(&self, from: From) -> Page {
        self.open_with(from, Settings::default()).await
    }

    /// Opens it beside the planner in a browser that asks for dark colors, or for light ones.
    pub async fn open_in_colors(&self, dark: bool) -> Page {
        self.open_with(From::Beside, Settings { dark, ..Settings::default() }).await
    }

    /// Opens it in a browser that gives no frame any storage.
    pub async fn open_without_storage(&self) -> Page {
        self.open_with(From::Elsewhere, Settings { no_storage: true, ..Settings::default() }).await
    }

    async fn open_with(&self, from: From, settings: Settings) -> Page {
        let origins = [self.origin(from), self.planner.origin()];
        Page::open_host(&self.address(from), &origins, settings).await
    }

    /// Opens it once more in the same tab. Not by loading it anew: Firefox then brings the
    /// frame back to where it was.
    pub async fn open_again(&self, page: &Page, from: From) {
        page.leave_frames().await;
        page.visit("about:blank").await;
        page.visit(&self.address(from)).await;
    }

    fn origin(&self, from: From) -> String {
        match from {
            From::Beside => self.site.origin(),
            From::Elsewhere => self.site.origin_elsewhere(),
        }
    }

    fn address(&self, from: From) -> String {
        format!("{}/planner/", self.origin(from))
    }
}

/// The strictest frame that scripts run in, for this file of the planner's site.
pub fn strictest(file: &str) -> String {
    format!(
        "<iframe src='{{planner}}{file}?embed&show=room' sandbox='allow-scripts' title='Planner' height='900'></iframe>"
    )
}

/// A frame with these options, and with the script that fits its height.
pub fn frame(options: &str) -> String {
    format!("{}<script async src='{{planner}}embed.js'></script>", bare(options))
}

/// A frame with these options, without a script of the page around it.
pub fn bare(options: &str) -> String {
    format!(
        "<iframe data-roth-planner src='{{planner}}?embed{options}' title='Planner' height='900' allow='clipboard-write'
        sandbox='{ALLOWED}'></iframe>"
    )
}

/// Enters the first frame and waits until the planner is there.
pub async fn enter(page: &Page) {
    page.enter_frame("iframe").await;
    page.wait_for(".running h1").await;
}

/// How long a frame has told no other height when it is at rest, in milliseconds.
const AT_REST: u32 = 1500;

/// The height that the page around gives the first frame, once it is that of what is in it and
/// has come to rest.
pub async fn fitted(page: &Page) -> f64 {
    page.leave_frames().await;
    // A frame of another site that is out of sight is not laid out until it comes into it.
    page.words("(document.querySelector('iframe').scrollIntoView({ block: 'end' }), '')").await;
    let at_rest = format!(
        "(() => {{
            const heights = told.filter((message) => message?.type === 'mega-backdoor-roth-planner:height');
            const height = heights.at(-1)?.height;
            const now = `${{height}} ${{document.querySelector('iframe').clientHeight}}`;
            if (now !== globalThis.rest?.now) globalThis.rest = {{ now, since: performance.now() }};
            const fits = height === document.querySelector('iframe').clientHeight;
            return fits && performance.now() - globalThis.rest.since > {AT_REST};
        }})()"
    );
    page.wait_for_words(&at_rest, "true").await;
    page.number("document.querySelector('iframe').clientHeight").await
}
