//! The letters of fonts that have no table of their own: by one of the three encodings, or
//! by the names of their glyphs.

use crate::papers::file::windows;

/// An encoding that PDF names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// Adobe’s own, of Type 1 fonts.
    Standard,
    /// That of Windows.
    Windows,
    /// That of old Macs.
    Mac,
}

impl Encoding {
    /// By its name in a PDF.
    pub fn named(name: &[u8]) -> Option<Self> {
        match name {
            b"StandardEncoding" => Some(Self::Standard),
            b"WinAnsiEncoding" => Some(Self::Windows),
            b"MacRomanEncoding" => Some(Self::Mac),
            _ => None,
        }
    }

    /// The letter of a code.
    pub fn letter(self, code: u8) -> Option<char> {
        match (self, code) {
            (Self::Standard, 0x27) => Some('’'),
            (Self::Standard, 0x60) => Some('‘'),
            (_, 0x20..=0x7e) => Some(char::from(code)),
            (Self::Windows, 0xa0) => Some(' '),
            (Self::Windows, 0xad) => Some('-'),
            // Whatever else is not taken is a bullet.
            (Self::Windows, 0x7f | 0x81 | 0x8d | 0x8f | 0x90 | 0x9d) => Some('•'),
            (Self::Windows, 0x80..) => Some(windows(code)).filter(|c| !c.is_control()),
            (Self::Mac, 0x80..) => MAC.chars().nth(usize::from(code - 0x80)),
            (Self::Standard, _) => STANDARD.iter().find(|(other, _)| *other == code).map(|(_, letter)| *letter),
            _ => None,
        }
    }
}

/// The upper half of MacRoman.
const MAC: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»… ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";

/// The upper half of the standard encoding, as far as texts need it.
const STANDARD: [(u8, char); 26] = [
    (0xa1, '¡'),
    (0xa2, '¢'),
    (0xa3, '£'),
    (0xa4, '⁄'),
    (0xa5, '¥'),
    (0xa7, '§'),
    (0xa9, '\''),
    (0xaa, '“'),
    (0xab, '«'),
    (0xac, '‹'),
    (0xad, '›'),
    (0xae, 'ﬁ'),
    (0xaf, 'ﬂ'),
    (0xb1, '–'),
    (0xb2, '†'),
    (0xb3, '‡'),
    (0xb4, '·'),
    (0xb6, '¶'),
    (0xb7, '•'),
    (0xb8, '‚'),
    (0xb9, '„'),
    (0xba, '”'),
    (0xbb, '»'),
    (0xbc, '…'),
    (0xbf, '¿'),
    (0xd0, '—'),
];

/// Names of glyphs that are not their letter.
const NAMES: &str = "space  exclam ! quotedbl \" numbersign # dollar $ percent % ampersand & quotesingle ' quoteright ’ quoteleft ‘ parenleft ( parenright ) asterisk * plus + comma , hyphen - minus − period . slash / zero 0 one 1 two 2 three 3 four 4 five 5 six 6 seven 7 eight 8 nine 9 colon : semicolon ; less < equal = greater > question ? at @ bracketleft [ backslash \\ bracketright ] asciicircum ^ underscore _ grave ` braceleft { bar | braceright } asciitilde ~ bullet • endash – emdash — quotedblleft “ quotedblright ” quotesinglbase ‚ quotedblbase „ ellipsis … dagger † daggerdbl ‡ trademark ™ registered ® copyright © section § paragraph ¶ cent ¢ sterling £ yen ¥ Euro € degree ° onehalf ½ onequarter ¼ threequarters ¾ multiply × divide ÷ plusminus ± fi ﬁ fl ﬂ ff ﬀ ffi ﬃ ffl ﬄ periodcentered · fraction ⁄ guillemotleft « guillemotright » guilsinglleft ‹ guilsinglright › eacute é egrave è ecircumflex ê aacute á agrave à acircumflex â atilde ã adieresis ä aring å ccedilla ç iacute í ntilde ñ oacute ó ograve ò ocircumflex ô odieresis ö uacute ú udieresis ü ucircumflex û germandbls ß ae æ oe œ Eacute É Adieresis Ä Odieresis Ö Udieresis Ü Ntilde Ñ checkbox ☐ square □ nbspace   sfthyphen - nonbreakingspace   f_i ﬁ f_l ﬂ f_f ﬀ f_f_i ﬃ f_f_l ﬄ";

/// The letters of a glyph by its name: `A`, `comma`, `uni00A0`, `u1F600`, `fi`, `a.sc`.
pub fn glyph(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    let name = name.split('.').next().filter(|stem| !stem.is_empty())?;
    let mut letters = name.chars();
    if let (Some(one), None) = (letters.next(), letters.next()) {
        return Some(one.to_string());
    }
    if name == "space" || name == "nbspace" || name == "nonbreakingspace" {
        return Some(" ".to_owned());
    }
    let mut pairs = NAMES.split(' ');
    while let Some(known) = pairs.next() {
        if known == name {
            return pairs.next().filter(|letter| !letter.is_empty()).map(str::to_owned);
        }
    }
    let digits = name.strip_prefix("uni").or_else(|| name.strip_prefix('u'))?;
    if digits.len() < 4 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return None;
    }
    let digits = if name.starts_with("uni") { digits.get(..4)? } else { digits };
    u32::from_str_radix(digits, 16).ok().and_then(char::from_u32).map(|letter| letter.to_string())
}
