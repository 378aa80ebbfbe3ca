//! Percentages of pay, as plans and payroll sites write them.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The employer's share of a matched dollar: from 0% to 1,000%.
pub type MatchRate = Percent<1_000>;

/// A percentage from 0 to `MOST` (100 unless told) with at most four decimals.
///
/// ```
/// use planner::percent::Percent;
/// assert_eq!("6.5%".parse::<Percent>()?.to_string(), "6.5%");
/// # Ok::<(), planner::percent::PercentError>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Percent<const MOST: u32 = 100>(Decimal);

/// Why a text is not a percentage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PercentError {
    /// Nothing was written.
    Empty,
    /// Not a plain number in digits.
    NotANumber,
    /// More than four decimals.
    TooFine,
    /// Above the most that this percentage can be.
    TooLarge(u32),
}

impl fmt::Display for PercentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::TooLarge(most) => return write!(f, "Enter a percentage from 0 to {most}."),
            Self::Empty => "Enter a percentage, such as 6 or 6.5.",
            Self::NotANumber => "Enter a percentage in digits, such as 6 or 6.5.",
            Self::TooFine => "Enter at most four digits after the point, such as 6.25.",
        })
    }
}

impl std::error::Error for PercentError {}

impl<const MOST: u32> Percent<MOST> {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);

    /// A count of ten-thousandths of a percent, up to the most.
    #[must_use]
    pub fn ten_thousandths(count: u32) -> Self {
        // No more decimals than it needs: each costs a division wherever it is rounded.
        let plain = match count {
            whole if whole % 10_000 == 0 => Decimal::from(whole / 10_000),
            tenths if tenths % 1_000 == 0 => Decimal::new(i64::from(tenths / 1_000), 1),
            count => Decimal::new(i64::from(count), 4),
        };
        Self(plain.min(Decimal::from(MOST)))
    }

    /// The percentage as a fraction of one: 6% is 0.06.
    #[must_use]
    pub fn fraction(self) -> Decimal {
        // Four decimals at most, so two more places stay exact.
        self.0.checked_mul(Decimal::new(1, 2)).unwrap_or_default()
    }
}

impl<const MOST: u32> FromStr for Percent<MOST> {
    type Err = PercentError;

    /// Reads digits, at most one point, and an optional percent sign.
    ///
    /// # Errors
    /// A [`PercentError`], whose text tells the person what to do.
    fn from_str(text: &str) -> Result<Self, PercentError> {
        let text = text.trim_matches(' ');
        let text = text.strip_suffix('%').unwrap_or(text).trim_end_matches(' ');
        if text.is_empty() {
            return Err(PercentError::Empty);
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) || (whole.is_empty() && fraction.is_empty()) {
            return Err(PercentError::NotANumber);
        }
        if fraction.len() > 4 {
            return Err(PercentError::TooFine);
        }
        let whole = whole.trim_start_matches('0');
        if whole.len() > 4 {
            return Err(PercentError::TooLarge(MOST));
        }
        let ten_thousandths: i64 = format!("{whole}{fraction:0<4}").parse().map_err(|_| PercentError::NotANumber)?;
        let value = Decimal::new(ten_thousandths, 4);
        if value > Decimal::from(MOST) { Err(PercentError::TooLarge(MOST)) } else { Ok(Self(value.normalize())) }
    }
}

impl<const MOST: u32> fmt::Display for Percent<MOST> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0.normalize())
    }
}

impl<const MOST: u32> Serialize for Percent<MOST> {
    /// Plain digits without the sign: `"6.5"`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0.normalize())
    }
}

impl<'de, const MOST: u32> Deserialize<'de> for Percent<MOST> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error| serde::de::Error::custom(format!("{text:?} is not a percentage. {error}")))
    }
}

/// A fraction as a text shows it.
///
/// ```
/// use planner::percent::InPercent;
/// use rust_decimal::Decimal;
/// assert_eq!(InPercent(Decimal::new(9_235, 4)).to_string(), "92.35%");
/// assert_eq!(InPercent(Decimal::new(20, 2)).to_string(), "20%");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct InPercent(pub Decimal);

impl fmt::Display for InPercent {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}%", self.0.checked_mul(Decimal::ONE_HUNDRED).unwrap_or_default().normalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_percentages_and_refuses_the_rest() {
        use PercentError::{Empty, NotANumber, TooFine, TooLarge};
        for (text, fraction) in [("6", "0.06"), ("6.5 %", "0.065"), ("100", "1"), ("0.25%", "0.0025"), (".5", "0.005")]
        {
            let read = text.parse::<Percent>().map(|percent| percent.fraction().normalize().to_string());
            assert_eq!(read.as_deref(), Ok(fraction), "{text:?}");
        }
        for (text, error) in [
            ("", Empty),
            ("%", Empty),
            ("-1", NotANumber),
            ("6%%", NotANumber),
            ("1e1", NotANumber),
            (".", NotANumber),
            ("6.00001", TooFine),
            ("100.01", TooLarge(100)),
            ("9999999999999999999999", TooLarge(100)),
        ] {
            assert_eq!(text.parse::<Percent>(), Err(error), "{text:?}");
        }
    }
}
