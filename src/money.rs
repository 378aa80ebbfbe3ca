//! Money: exact cents that add up like numbers, and rounding that is always named.

use std::fmt;
use std::iter::Sum;
use std::ops::{Add, AddAssign, Neg, Sub, SubAssign};
use std::str::FromStr;

use rust_decimal::Decimal;
pub use rust_decimal::RoundingStrategy;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// An exact amount of US dollars, to the cent, positive or negative.
///
/// It is a count of cents in 64 bits, which is exact, quick to add up and small as wasm.
/// Where a rate multiplies or a share divides, it goes by [`Decimal`] or by whole numbers
/// twice as wide, and its rounding is named.
///
/// The count holds up to 92 quadrillion dollars. What a person enters is under a billion
/// each, every list of a record has its most rows, and a record is
/// [bounded](crate::record::Record::bounded) before a year of it is worked out, so that not
/// even the fullest one comes within a thousandth of that: a test works it out. So
/// arithmetic here cannot fail. Should this ever prove wrong, an amount stops at the end
/// of its range, and a build with debug assertions stops altogether: nothing wraps.
///
/// ```
/// use planner::money::Money;
/// let room = Money::dollars(72_000) - Money::dollars(24_500);
/// assert_eq!(room.to_string(), "$47,500.00");
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

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
    pub const ZERO: Self = Self(0);
    /// The smallest amount above nothing.
    pub const CENT: Self = Self(1);
    /// The largest amount that a person has: one cent under a trillion dollars. What
    /// [a record](crate::record::Record::bounded) adds up to is held against it.
    pub const LARGEST: Self = Self(99_999_999_999_999);

    /// Whole dollars.
    #[must_use]
    pub const fn dollars(dollars: u32) -> Self {
        Self(dollars as i64 * 100)
    }

    /// A count of cents.
    ///
    /// ```
    /// use planner::money::Money;
    /// assert_eq!(Money::cents(159_615).to_string(), "$1,596.15");
    /// ```
    #[must_use]
    pub const fn cents(cents: u32) -> Self {
        Self(cents as i64)
    }

    /// The amount as a decimal number of dollars.
    #[must_use]
    pub fn to_decimal(self) -> Decimal {
        Decimal::new(self.0, 2)
    }

    /// The amount in plain digits with a point and two decimals: `1234.50`.
    /// This is how records and results write money.
    #[must_use]
    pub fn plain(self) -> String {
        let sign = if self.is_negative() { "-" } else { "" };
        let (whole, cents) = self.digits();
        format!("{sign}{whole}.{cents:02}")
    }

    /// Dollars and cents without the sign.
    const fn digits(self) -> (u64, u64) {
        let cents = self.0.unsigned_abs();
        (cents / 100, cents % 100)
    }

    /// As a text names a round amount: `$200`, with cents only where it has some.
    #[must_use]
    pub fn in_dollars(self) -> String {
        let shown = self.to_string();
        shown.strip_suffix(".00").map(str::to_owned).unwrap_or(shown)
    }

    /// As a headline names it: from $1,000 on in whole dollars, cut and not rounded, so that
    /// it never promises more than there is, and below that with cents where it has some.
    #[must_use]
    pub fn about(self) -> String {
        if self.abs() < Self::dollars(1_000) {
            return self.in_dollars();
        }
        Self::rounded(self.to_decimal().trunc(), RoundingStrategy::ToZero).in_dollars()
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

    /// This amount without its sign.
    #[must_use]
    pub fn abs(self) -> Self {
        self.max(-self)
    }

    /// The amount times a rate or count, rounded to the cent by the named strategy.
    ///
    /// ```
    /// use planner::money::{Money, RoundingStrategy};
    /// let pay = Money::cents(9_293_522);
    /// let fifth = rust_decimal::Decimal::new(20, 2);
    /// assert_eq!(pay.times(fifth, RoundingStrategy::ToZero), Money::cents(1_858_704));
    /// ```
    #[must_use]
    pub fn times(self, factor: Decimal, rounding: RoundingStrategy) -> Self {
        // The greatest factors are a match of 1,000% and the paychecks of a year.
        Self::rounded(self.to_decimal().saturating_mul(factor), rounding)
    }

    /// This amount times the part that one amount is of a whole, rounded half up to
    /// the cent: the basis in a payment that is pro rata. Nothing of an empty whole.
    /// It is exact: no quotient is cut before it is rounded. Amounts below nothing
    /// count as nothing.
    ///
    /// ```
    /// use planner::money::Money;
    /// let (payment, basis, value) = (Money::cents(123_456), Money::cents(219_534), Money::cents(220_333));
    /// assert_eq!(payment.pro_rata(basis, value), Money::cents(123_008));
    /// ```
    #[must_use]
    pub fn pro_rata(self, part: Self, whole: Self) -> Self {
        // Each is below 2^63, so that twice the product of two and a third are below 2^128.
        let [of, part, whole] = [self, part, whole].map(|amount| u128::from(amount.or_zero().0.unsigned_abs()));
        let cents = (2 * of * part + whole).checked_div(2 * whole).unwrap_or_default();
        Self::held(i128::try_from(cents).unwrap_or(i128::MAX))
    }

    /// The share of a whole in thousandths, rounded down, from 0 to 1000: a length
    /// in a drawing.
    #[must_use]
    pub fn thousandths_of(self, whole: Self) -> u16 {
        let share = (i128::from(self.0) * 1_000).checked_div(whole.0.into()).unwrap_or_default();
        u16::try_from(share.clamp(0, 1_000)).unwrap_or_default()
    }

    /// An exact decimal number of dollars, rounded to the cent by the named strategy.
    #[must_use]
    pub fn rounded(exact: Decimal, rounding: RoundingStrategy) -> Self {
        let dollars = exact.round_dp_with_strategy(2, rounding);
        // A decimal has 96 bits, so that a hundred times as much is within 128.
        Self::held(dollars.mantissa() * 10_i128.pow(2_u32.saturating_sub(dollars.scale())))
    }

    /// An amount of this many cents. Nothing that a record can hold comes near the ends.
    fn held(cents: i128) -> Self {
        debug_assert!(i64::try_from(cents).is_ok(), "{cents} cents leave the range of money");
        let most = if cents < 0 { i64::MIN } else { i64::MAX };
        Self(i64::try_from(cents).unwrap_or(most))
    }
}

impl Add for Money {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self::held(i128::from(self.0) + i128::from(other.0))
    }
}

impl Sub for Money {
    type Output = Self;

    /// The difference, which may be negative.
    fn sub(self, other: Self) -> Self {
        Self::held(i128::from(self.0) - i128::from(other.0))
    }
}

impl Neg for Money {
    type Output = Self;

    fn neg(self) -> Self {
        Self::ZERO - self
    }
}

impl AddAssign for Money {
    fn add_assign(&mut self, other: Self) {
        *self = *self + other;
    }
}

impl SubAssign for Money {
    fn sub_assign(&mut self, other: Self) {
        *self = *self - other;
    }
}

impl Sum for Money {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::ZERO, Self::add)
    }
}

impl FromStr for Money {
    type Err = MoneyError;

    /// Reads an amount as a person writes one: digits, at most one point with at
    /// most two digits after it, commas or spaces between thousands, a dollar
    /// sign in front, a `k` for thousands behind, blanks around.
    ///
    /// ```
    /// use planner::money::{Money, MoneyError};
    /// assert_eq!("$1,234.5".parse(), Ok(Money::cents(123_450)));
    /// assert_eq!(" 1234 ".parse(), Ok(Money::dollars(1_234)));
    /// assert_eq!("210k".parse(), Ok(Money::dollars(210_000)));
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
        // `210k` is 210,000.
        let thousands = text.strip_suffix(['k', 'K']).map(|text| text.trim_end_matches(BLANKS));
        let (text, places) = thousands.map_or((text, 2), |text| (text, 5));
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
        if fraction.len() > places {
            return Err(MoneyError::TooFine);
        }
        let whole = groups.concat();
        let whole = whole.trim_start_matches('0');
        if whole.len() + places > 11 {
            return Err(MoneyError::TooLarge);
        }
        let cents: i64 = format!("{whole}{fraction:0<places$}").parse().map_err(|_| MoneyError::NotAnAmount)?;
        Ok(Self(cents))
    }
}

/// Spaces that may surround an amount. A tab is not among them: it means that
/// more than one cell was pasted.
const BLANKS: [char; 2] = [' ', '\u{a0}'];

impl fmt::Display for Money {
    /// `$1,234.50`, and `-$1,234.50` below nothing.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.is_negative() { "-" } else { "" };
        let (whole, cents) = self.digits();
        write!(f, "{sign}${}.{cents:02}", thousands(&whole.to_string()))
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
            ("210k", 21_000_000),
            ("$ 1,500.5 K", 150_050_000),
            ("40,000k", 4_000_000_000),
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
            ("12kk", NotAnAmount),
            ("k", NotAnAmount),
            ("12 thousand", NotAnAmount),
            ("1.2345678k", TooFine),
            ("9999999k", TooLarge),
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
    fn adds_up_like_numbers() {
        let (room, used) = (Money::cents(150), Money::cents(275));
        assert_eq!(room + used, Money::cents(425));
        assert_eq!((room - used).plain(), "-1.25");
        assert_eq!((-used).abs(), used);
        assert_eq!([room, used, -room].into_iter().sum::<Money>(), used);
        let mut left = used;
        left += room;
        left -= used;
        assert_eq!(left, room);
    }

    #[test]
    fn a_product_is_rounded_as_told() {
        let pay = Money::cents(150);
        for (factor, to_zero, half_up) in [("0.01", 1, 2), ("0.009", 1, 1), ("1", 150, 150), ("10", 1_500, 1_500)] {
            let factor: Decimal = factor.parse().expect("a factor");
            assert_eq!(pay.times(factor, RoundingStrategy::ToZero), Money::cents(to_zero));
            assert_eq!(pay.times(factor, RoundingStrategy::MidpointAwayFromZero), Money::cents(half_up));
        }
    }

    #[test]
    fn the_widest_shares_are_exact() {
        let most = Money(i64::MAX);
        assert_eq!(most.pro_rata(most, most), most);
        assert_eq!(most.pro_rata(Money::CENT, most), Money::CENT);
        assert_eq!(Money(i64::MAX - 1).pro_rata(Money(1 << 62), most), Money((1 << 62) - 1));
        assert_eq!(Money::CENT.pro_rata(Money::CENT, Money::cents(2)), Money::CENT);
        assert_eq!(Money::CENT.pro_rata(Money::CENT, Money::cents(3)), Money::ZERO);
        assert_eq!(most.pro_rata(most, Money::ZERO), Money::ZERO);
    }

    #[test]
    fn the_largest_amounts_keep_their_cents() {
        assert_eq!(Money::LARGEST.plain(), "999999999999.99");
        assert_eq!((Money::LARGEST + Money::CENT).plain(), "1000000000000.00");
        assert_eq!((Money::ZERO - Money::LARGEST - Money::CENT).plain(), "-1000000000000.00");
        assert_eq!(Money(i64::MAX).to_string(), "$92,233,720,368,547,758.07");
    }

    #[test]
    #[cfg_attr(debug_assertions, should_panic(expected = "leave the range of money"))]
    fn nothing_wraps_at_the_end_of_the_range() {
        assert_eq!(Money(i64::MAX) + Money::CENT, Money(i64::MAX));
        assert_eq!(Money(i64::MIN) - Money::CENT, Money(i64::MIN));
        assert_eq!(Money::LARGEST.times(Decimal::MAX, RoundingStrategy::ToZero), Money(i64::MAX));
    }

    #[test]
    fn a_headline_leaves_out_cents_from_a_thousand_dollars_on() {
        for (cents, shown) in
            [(99_999, "$999.99"), (50_000, "$500"), (100_099, "$1,000"), (7_199_999, "$71,999"), (0, "$0")]
        {
            assert_eq!(Money::cents(cents).about(), shown);
        }
    }

    #[test]
    fn shows_thousands_and_the_sign() {
        for (amount, shown) in
            [(Money::ZERO, "$0.00"), (Money::cents(99_999), "$999.99"), (Money::dollars(1_000_000), "$1,000,000.00")]
        {
            assert_eq!(amount.to_string(), shown);
        }
        assert_eq!((-Money::cents(123_456)).to_string(), "-$1,234.56");
    }
}
