//! How a page of somebody else shows the planner: the options in the address of its frame.
//!
//! They stand in the query, `?embed&show=room,pace&theme=light`. The list is closed: a name
//! or a value that is not on it changes nothing, so that no address can break the planner or
//! bring text or style of its own into it. A plan's rules come as any link brings them,
//! after the `#` ([`SharedPlan`](super::SharedPlan)), the part that is sent to no server.

use crate::worksheets::Worksheet;

/// The longest storage key, in letters.
const LONGEST_KEY: usize = 32;
/// The contrast that text needs on what is behind it (WCAG 2.2, 1.4.3).
pub const LEAST_CONTRAST: f64 = 4.5;

/// The options of a frame. What it does not ask for is as in the planner itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Embed {
    /// `start`: the worksheet to begin with; otherwise the first of those shown.
    pub start: Option<Worksheet>,
    /// `show`: the worksheets that its navigation has, in the order of the guide; all if empty.
    pub show: Vec<Worksheet>,
    /// `theme`: light or dark. Otherwise it is as the reader's system has it.
    pub theme: Option<Theme>,
    /// `accent`: the color of links and buttons on light ground.
    pub accent: Option<Color>,
    /// `accent-dark`: the same on dark ground.
    pub accent_dark: Option<Color>,
    /// `year`: the year to begin with, in a planner in which nothing is entered yet.
    pub year: Option<i16>,
    /// `key`: what its figures are kept under in the browser, away from those of other
    /// frames; empty for the planner's own.
    pub key: String,
}

/// Light or dark, whatever the reader's system prefers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark letters on light ground.
    Light,
    /// Light letters on dark ground.
    Dark,
}

impl Theme {
    /// Its name in the address.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    /// What an accent stands on: the paper, a card, and the letters of a button, which
    /// stand on the accent. The style sheet's `--paper`, `--card` and `--accent-ink`.
    #[must_use]
    pub const fn grounds(self) -> [Color; 3] {
        match self {
            Self::Light => [Color(0xf6, 0xf3, 0xea), Color(0xff, 0xfd, 0xf8), Color(0xff, 0xff, 0xff)],
            Self::Dark => [Color(0x10, 0x16, 0x14), Color(0x18, 0x21, 0x1e), Color(0x07, 0x23, 0x1c)],
        }
    }
}

/// A color by its red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// Six hexadecimal digits as a color.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        if text.len() != 6 || !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(text, 16).ok()?.to_be_bytes();
        Some(Self(red, green, blue))
    }

    /// How much one of them stands out from the other, from 1 to 21 (WCAG 2.2).
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance() + 0.05, other.luminance() + 0.05);
        if one > other { one / other } else { other / one }
    }

    /// Whether an accent of this color can be read wherever the planner uses one.
    #[must_use]
    pub fn can_be_read(self, theme: Theme) -> bool {
        theme.grounds().into_iter().all(|ground| self.contrast(ground) >= LEAST_CONTRAST)
    }

    fn luminance(self) -> f64 {
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }
}

/// The light of a part of an sRGB color, from 0 to 1.
fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.04045 {
        return part / 12.92;
    }
    // To the power of 2.4, which is the square and two fifth roots more: the root by
    // Newton's steps, since the library's power would be two kilobytes of the page.
    let base = (part + 0.055) / 1.055;
    let mut root = 1.0;
    for _ in 0..24 {
        root -= (root - base / (root * root * root * root)) / 5.0;
    }
    base * base * root * root
}

impl Embed {
    /// What each name of the address stands for, but `embed` itself.
    pub const NAMES: [&str; 7] = ["start", "show", "theme", "accent", "accent-dark", "year", "key"];

    /// Reads the query of an address, with or without its `?`; none if it does not ask for a
    /// planner to be embedded. Where a name stands twice, the first counts.
    ///
    /// ```
    /// use planner::exchange::Embed;
    /// use planner::worksheets::Worksheet;
    /// assert_eq!(Embed::from_query("?theme=dark"), None);
    /// let embed = Embed::from_query("?embed&show=pace,room,attic&theme=plaid").unwrap_or_default();
    /// assert_eq!((embed.show, embed.theme), (vec![Worksheet::Room, Worksheet::Pace], None));
    /// ```
    #[must_use]
    pub fn from_query(query: &str) -> Option<Self> {
        let pairs = || query.trim_start_matches('?').split('&').map(|pair| pair.split_once('=').unwrap_or((pair, "")));
        let text = |name: &str| pairs().find(|(found, _)| *found == name).map_or("", |(_, text)| text);
        pairs().find(|(name, _)| *name == "embed")?;
        // A form writes a list's commas in its own way.
        let listed = text("show").replace("%2C", ",");
        let show = Worksheet::ALL.iter().filter(|worksheet| listed.split(',').any(|slug| slug == worksheet.slug()));
        let accent = |name, theme| Color::from_hex(text(name)).filter(|color| color.can_be_read(theme));
        let key = text("key");
        let is_key = key.len() <= LONGEST_KEY
            && key.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        Some(Self {
            start: Worksheet::from_slug(text("start")),
            show: show.copied().collect(),
            theme: [Theme::Light, Theme::Dark].into_iter().find(|theme| theme.name() == text("theme")),
            accent: accent("accent", Theme::Light),
            accent_dark: accent("accent-dark", Theme::Dark),
            year: text("year").parse().ok(),
            key: if is_key { key.to_owned() } else { String::new() },
        })
    }

    /// The worksheet to begin with.
    #[must_use]
    pub fn first(&self) -> Option<Worksheet> {
        self.start.or_else(|| self.show.first().copied())
    }

    /// Whether its navigation has this worksheet.
    #[must_use]
    pub fn shows(&self, worksheet: Worksheet) -> bool {
        self.show.is_empty() || self.show.contains(&worksheet)
    }
}
