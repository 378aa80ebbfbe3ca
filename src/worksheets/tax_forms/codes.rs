//! The distribution codes of box 7, and what each says.

/// The code of a payment to the person before age 59½.
pub(super) const EARLY: &str = "1";
/// The code of one from then on.
pub(super) const NORMAL: &str = "7";
/// The code of what is returned and taxed in the year before.
pub(super) const YEAR_BEFORE: &str = "P";
/// What is known of the code of a payment while the birth date is not entered.
pub(super) const AGE_OPEN: &str = "1 or 7";

/// What a code belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    /// A direct rollover of money that is not Roth: G.
    Rollover,
    /// A payment to the person.
    Payment,
    /// A direct rollover from a Roth account to a Roth IRA: H.
    RothRollover,
    /// A payment from a Roth account: B.
    RothAccount,
    /// Money returned as too much.
    Correction,
    /// Money of an IRA.
    Ira,
    /// Anything else, and what is no code at all.
    Other,
}

/// Each code, what it belongs to, and what it says.
const CODES: [(char, Group, &str); 30] = [
    ('1', Group::Payment, "an early payment to you, with no exception known"),
    ('2', Group::Payment, "an early payment to you that has an exception"),
    ('3', Group::Payment, "a payment for disability"),
    ('4', Group::Other, "a payment after a death"),
    ('5', Group::Other, "a prohibited transaction"),
    ('6', Group::Other, "an exchange of insurance contracts"),
    ('7', Group::Payment, "a normal payment to you"),
    ('8', Group::Correction, "excess money, returned and taxed this year"),
    ('9', Group::Other, "the cost of life insurance"),
    ('A', Group::Other, "a payment that may use the ten-year tax option"),
    ('B', Group::RothAccount, "a payment from the plan’s Roth account"),
    ('C', Group::Other, "a death benefit"),
    ('D', Group::Other, "an annuity outside a plan"),
    ('E', Group::Correction, "annual additions above the limit, returned"),
    ('F', Group::Other, "a charitable gift annuity"),
    ('G', Group::Rollover, "a direct rollover"),
    ('H', Group::RothRollover, "a direct rollover from a Roth account to a Roth IRA"),
    ('J', Group::Ira, "an early payment from a Roth IRA"),
    ('K', Group::Ira, "an IRA with assets that are hard to value"),
    ('L', Group::Other, "a loan that counts as paid out"),
    ('M', Group::Other, "a loan offset"),
    ('N', Group::Ira, "an IRA contribution recharacterized for the same year"),
    ('P', Group::Correction, "excess money, returned and taxed in an earlier year"),
    ('Q', Group::Ira, "a qualified payment from a Roth IRA"),
    ('R', Group::Ira, "an IRA contribution recharacterized for the year before"),
    ('S', Group::Ira, "an early payment from a SIMPLE IRA"),
    ('T', Group::Ira, "a payment from a Roth IRA that has an exception"),
    ('U', Group::Other, "a dividend of employer stock"),
    ('W', Group::Other, "a charge for long-term care insurance"),
    ('Y', Group::Ira, "a charitable payment from an IRA"),
];

/// The codes in box 7 as typed, in capitals, without blanks and marks between them.
pub(super) fn read(typed: &str) -> Vec<char> {
    typed.chars().filter(|c| c.is_alphanumeric()).map(|c| c.to_ascii_uppercase()).collect()
}

/// What a code belongs to.
pub(super) fn group(code: char) -> Group {
    CODES.iter().find(|(own, ..)| *own == code).map_or(Group::Other, |(_, group, _)| *group)
}

/// What a code says, after “it stands for”.
fn says(code: char) -> &'static str {
    CODES.iter().find(|(own, ..)| *own == code).map_or("no code in the instructions", |(.., says)| says)
}

/// What all codes of box 7 say, one after the other.
pub(super) fn meanings(codes: &[char]) -> String {
    codes.iter().map(|code| says(*code)).collect::<Vec<_>>().join(", and ")
}
