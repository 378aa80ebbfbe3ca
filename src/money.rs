//! Money: exact cents, checked arithmetic, rounding always named.

use std::fmt;
use std::str::FromStr;

use rust_decimal::Decimal;
pub use rust_decimal::RoundingStrategy;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact amount of US dollars, to the cent, positive or negative.
///
/// It lies between minus and plus [`Money::LARGEST`]. An operation that would
/// leave that range returns [`Overflow`]; none wraps, rounds unasked or panics.
///
/// ```
/// use planner::money::Money;
/// let room = Money::dollars(72_000).minus(Money::dollars(24_500))?;
/// assert_eq!(room.to_string(), "$47,500.00");
/// # Ok::<(), planner::money::Overflow>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(Decimal);

/// A sum or product too large to hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overflow;

impl fmt::Display for Overflow {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("These amounts add up to more than a trillion dollars. Check the largest one for extra digits.")
    }
}

impl std::error::Error for Overflow {}

/// Why a text is not an amount of money that a person can enter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MoneyError {
    /// Nothing but blanks or a dollar sign.
    Empty,
    /// A minus sign in front.
    Negative,
    /// Something other than digits, one point, commas, spaces and a dollar sign.
    NotAnAmount,
    /// More than two digits after the point.
    TooFine,
    /// Commas or spaces that do not part the digits into thousands.
    Grouping,
    /// One billion dollars or more.
    TooLarge,
}

impl fmt::Display for MoneyError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Empty => "Enter an amount, such as 1,234.50.",
            Self::Negative => "Enter an amount of zero or more, without a minus sign.",
            Self::NotAnAmount => "Enter dollars and cents in digits, such as 1,234.50.",
            Self::TooFine => "Enter at most two digits after the point, such as 1,234.50.",
            Self::Grouping => {
                "Put commas only between thousands, as in 12,345.67, or leave them out. Cents follow a point."
            }
            Self::TooLarge => "Enter an amount under $1,000,000,000.00.",
        })
    }
}

impl std::error::Error for MoneyError {}

impl Money {
    /// Nothing.
    pub const ZERO: Self = Self(Decimal::ZERO);
    /// The smallest amount above nothing.
    pub const CENT: Self = Self(Decimal::from_parts(1, 0, 0, false, 2));
    /// The largest amount held, one cent under a trillion dollars.
    pub const LARGEST: Self = Self(Decimal::from_parts(276_447_231, 23_283, 0, false, 2));

    /// Whole dollars.
    #[must_use]
    pub const fn dollars(dollars: u32) -> Self {
        Self(Decimal::from_parts(dollars, 0, 0, false, 0))
    }

    /// A count of cents.
    ///
    /// ```
    /// use planner::money::Money;
    /// assert_eq!(Money::cents(159_615).to_string(), "$1,596.15");
    /// ```
    #[must_use]
    pub const fn cents(cents: u32) -> Self {
        Self(Decimal::from_parts(cents, 0, 0, false, 2))
    }

    /// The amount as a decimal number of dollars.
    #[must_use]
    pub const fn to_decimal(self) -> Decimal {
        self.0
    }

    /// The amount in plain digits with a point and two decimals: `1234.50`.
    /// This is how records and results write money.
    #[must_use]
    pub fn plain(self) -> String {
        format!("{:.2}", self.0)
    }

    /// As a text names a round amount: `$200`, with cents only where it has some.
    #[must_use]
    pub fn in_dollars(self) -> String {
        let shown = self.to_string();
        shown.strip_suffix(".00").map(str::to_owned).unwrap_or(shown)
    }

    /// Whether this is less than nothing.
    #[must_use]
    pub fn is_negative(self) -> bool {
        self < Self::ZERO
    }

    /// Whether this is more than nothing.
    #[must_use]
    pub fn is_positive(self) -> bool {
        self > Self::ZERO
    }

    /// This amount, or nothing if it is negative.
    #[must_use]
    pub fn or_zero(self) -> Self {
        self.max(Self::ZERO)
    }

    /// The sum.
    ///
    /// # Errors
    /// [`Overflow`] beyond [`Money::LARGEST`].
    pub fn plus(self, other: Self) -> Result<Self, Overflow> {
        Self::held(self.0.checked_add(other.0))
    }

    /// The difference, which may be negative.
    ///
    /// # Errors
    /// [`Overflow`] beyond [`Money::LARGEST`].
    pub fn minus(self, other: Self) -> Result<Self, Overflow> {
        Self::held(self.0.checked_sub(other.0))
    }

    /// The sum of many amounts.
    ///
    /// # Errors
    /// [`Overflow`] beyond [`Money::LARGEST`].
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Result<Self, Overflow> {
        amounts.into_iter().try_fold(Self::ZERO, Self::plus)
    }

    /// The amount times a rate or count, rounded to the cent by the named strategy.
    ///
    /// ```
    /// use planner::money::{Money, RoundingStrategy};
    /// let pay = Money::cents(9_293_522);
    /// let fifth = rust_decimal::Decimal::new(20, 2);
    /// assert_eq!(pay.times(fifth, RoundingStrategy::ToZero)?, Money::cents(1_858_704));
    /// # Ok::<(), planner::money::Overflow>(())
    /// ```
    ///
    /// # Errors
    /// [`Overflow`] beyond [`Money::LARGEST`].
    pub fn times(self, factor: Decimal, rounding: RoundingStrategy) -> Result<Self, Overflow> {
        Self::held(self.0.checked_mul(factor).map(|exact| exact.round_dp_with_strategy(2, rounding)))
    }

    /// This amount times the part that one amount is of a whole, rounded half up to
    /// the cent: the basis in a payment that is pro rata. Nothing of an empty whole.
    /// It is exact: no quotient is cut before it is rounded.
    ///
    /// ```
    /// use planner::money::Money;
    /// let (payment, basis, value) = (Money::cents(123_456), Money::cents(219_534), Money::cents(220_333));
    /// assert_eq!(payment.pro_rata(basis, value)?, Money::cents(123_008));
    /// # Ok::<(), planner::money::Overflow>(())
    /// ```
    ///
    /// # Errors
    /// [`Overflow`] beyond [`Money::LARGEST`], and for amounts below nothing.
    pub fn pro_rata(self, part: Self, whole: Self) -> Result<Self, Overflow> {
        if self.is_negative() || part.is_negative() || whole.is_negative() {
            return Err(Overflow);
        }
        let [of, part, whole] = [self, part, whole].map(Self::in_cents);
        if whole == 0 {
            return Ok(Self::ZERO);
        }
        // Each factor is below 2^47, so that nothing here comes near the end of an i128.
        let cents = (2 * of * part + whole) / (2 * whole);
        Self::held(Some(Decimal::try_from_i128_with_scale(cents, 2).map_err(|_| Overflow)?))
    }

    fn in_cents(self) -> i128 {
        self.0.mantissa() * [100, 10, 1].get(self.0.scale() as usize).copied().unwrap_or(1)
    }

    /// The share of a whole in thousandths, rounded down, from 0 to 1000: a length
    /// in a drawing.
    #[must_use]
    pub fn thousandths_of(self, whole: Self) -> u16 {
        let share = self.0.checked_mul(Decimal::ONE_THOUSAND).and_then(|product| product.checked_div(whole.0));
        share.and_then(|share| u16::try_from(share.trunc()).ok()).unwrap_or(0).min(1_000)
    }

    /// An exact decimal number of dollars, rounded to the cent by the named strategy.
    ///
    /// # Errors
    /// [`Overflow`] beyond [`Money::LARGEST`].
    pub fn rounded(exact: Decimal, rounding: RoundingStrategy) -> Result<Self, Overflow> {
        Self::held(Some(exact.round_dp_with_strategy(2, rounding)))
    }

    fn held(exact: Option<Decimal>) -> Result<Self, Overflow> {
        // In whole cents, which is quicker than comparing decimals of unlike scales.
        let cents = |amount: &Decimal| {
            let to_cents = [100, 10, 1].get(usize::try_from(amount.scale()).ok()?)?;
            // What 64 bits do not hold is above the largest amount by far.
            u64::try_from(amount.mantissa().unsigned_abs()).ok()?.checked_mul(*to_cents)
        };
        let most = Self::LARGEST.0.mantissa().unsigned_abs();
        exact.filter(|amount| cents(amount).is_some_and(|cents| u128::from(cents) <= most)).map(Self).ok_or(Overflow)
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    /// Reads an amount as a person writes one: digits, at most one point with at
    /// most two digits after it, commas or spaces between thousands, a dollar
    /// sign in front, blanks around.
    ///
    /// ```
    /// use planner::money::{Money, MoneyError};
    /// assert_eq!("$1,234.5".parse(), Ok(Money::cents(123_450)));
    /// assert_eq!(" 1234 ".parse(), Ok(Money::dollars(1_234)));
    /// assert_eq!("1e99".parse::<Money>(), Err(MoneyError::NotAnAmount));
    /// assert_eq!("1,23".parse::<Money>(), Err(MoneyError::Grouping));
    /// ```
    ///
    /// # Errors
    /// A [`MoneyError`], whose text tells the person what to do.
    fn from_str(text: &str) -> Result<Self, MoneyError> {
        let text = text.trim_matches(BLANKS);
        if text.starts_with(['-', '\u{2212}', '\u{2013}']) {
            return Err(MoneyError::Negative);
        }
        let text = text.strip_prefix('$').unwrap_or(text).trim_start_matches(BLANKS);
        if text.is_empty() {
            return Err(MoneyError::Empty);
        }
        if text.starts_with(['-', '\u{2212}', '\u{2013}']) {
            return Err(MoneyError::Negative);
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let digits_only = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
        if !digits_only(fraction) || (whole.is_empty() && fraction.is_empty()) {
            return Err(MoneyError::NotAnAmount);
        }
        let groups: Vec<&str> = whole.split([',', ' ', '\u{a0}']).collect();
        if !groups.iter().all(|group| digits_only(group)) {
            return Err(MoneyError::NotAnAmount);
        }
        if let [first, rest @ ..] = groups.as_slice()
            && !rest.is_empty()
            && (first.is_empty() || first.len() > 3 || rest.iter().any(|group| group.len() != 3))
        {
            return Err(MoneyError::Grouping);
        }
        if fraction.len() > 2 {
            return Err(MoneyError::TooFine);
        }
        let whole = groups.concat();
        let whole = whole.trim_start_matches('0');
        if whole.len() > 9 {
            return Err(MoneyError::TooLarge);
        }
        let cents: i64 = format!("{whole}{fraction:0<2}").parse().map_err(|_| MoneyError::NotAnAmount)?;
        Ok(Self(Decimal::new(cents, 2)))
    }
}

/// Spaces that may surround an amount. A tab is not among them: it means that
/// more than one cell was pasted.
const BLANKS: [char; 2] = [' ', '\u{a0}'];

impl fmt::Display for Money {
    /// `$1,234.50`, and `-$1,234.50` below nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plain = format!("{:.2}", self.0.abs());
        let (whole, cents) = plain.split_once('.').unwrap_or((&plain, "00"));
        let sign = if self.is_negative() { "-" } else { "" };
        write!(f, "{sign}${}.{cents}", thousands(whole))
    }
}

fn thousands(whole: &str) -> String {
    let mut grouped = String::with_capacity(whole.len() + whole.len() / 3);
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.plain())
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        text.parse().map_err(|error| serde::de::Error::custom(format!("{text:?} is not an amount. {error}")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_people_write() {
        for (text, cents) in [
            ("0", 0),
            ("1.50", 150),
            (".5", 50),
            ("5.", 500),
            ("$1,234.5", 123_450),
            ("$ 1,234.50", 123_450),
            ("1 234", 123_400),
            ("1234567.89", 123_456_789),
            ("  23,500  ", 2_350_000),
            ("007", 700),
            ("\u{a0}12\u{a0}345\u{a0}", 1_234_500),
        ] {
            assert_eq!(text.parse(), Ok(Money::cents(cents)), "{text:?}");
        }
    }

    #[test]
    fn refuses_the_rest_by_a_sentence() {
        use MoneyError::{Empty, Grouping, Negative, NotAnAmount, TooFine, TooLarge};
        let forty_digits = "1234567890".repeat(4);
        for (text, error) in [
            ("", Empty),
            ("$", Empty),
            ("-3", Negative),
            ("$-3", Negative),
            ("\u{2212}3", Negative),
            ("abc", NotAnAmount),
            ("12k", NotAnAmount),
            ("1e99", NotAnAmount),
            ("1\t2", NotAnAmount),
            ("12\t", NotAnAmount),
            ("1.2.3", NotAnAmount),
            (".", NotAnAmount),
            ("$$5", NotAnAmount),
            ("+5", NotAnAmount),
            ("(5)", NotAnAmount),
            ("NaN", NotAnAmount),
            ("\u{ff11}\u{ff12}", NotAnAmount),
            ("1,23", Grouping),
            ("1,2345", Grouping),
            ("1234,567", Grouping),
            (",500", Grouping),
            ("1,,000", Grouping),
            ("1.505", TooFine),
            ("1000000000", TooLarge),
            (&forty_digits, TooLarge),
        ] {
            assert_eq!(text.parse::<Money>(), Err(error), "{text:?}");
            assert!(error.to_string().ends_with('.'));
        }
    }

    #[test]
    fn sums_past_the_range_are_an_error() {
        assert_eq!(Money::LARGEST.plain(), "999999999999.99");
        assert_eq!(Money::LARGEST.plus(Money::CENT), Err(Overflow));
        assert_eq!(Money::ZERO.minus(Money::LARGEST).and_then(|low| low.minus(Money::CENT)), Err(Overflow));
        assert_eq!(Money::LARGEST.times(Decimal::MAX, RoundingStrategy::ToZero), Err(Overflow));
    }

    #[test]
    fn shows_thousands_and_the_sign() {
        for (amount, shown) in
            [(Money::ZERO, "$0.00"), (Money::cents(99_999), "$999.99"), (Money::dollars(1_000_000), "$1,000,000.00")]
        {
            assert_eq!(amount.to_string(), shown);
        }
        assert_eq!(Money::ZERO.minus(Money::cents(123_456)).map(|debt| debt.to_string()), Ok("-$1,234.56".into()));
    }
}
