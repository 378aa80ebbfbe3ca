//! The rates of tax and withholding, as exact fractions.

use rust_decimal::Decimal;

use crate::money::Money;

/// Withheld for income tax from the taxable part of what a plan pays to the person
/// (IRC 3405(c)(1)).
pub const WITHHOLDING: Decimal = percent(20);

/// The additional tax on early payments (IRC 72(t)(1)).
pub const EARLY: Decimal = percent(10);

/// The tax for each year in which an excess contribution stays in an IRA (IRC 4973(a)).
pub const EXCESS_IN_IRA: Decimal = percent(6);

/// The employer's tax on what failed the ACP test and was returned late (IRC 4979(a)).
pub const LATE_ACP_REFUND: Decimal = percent(10);

/// The ACP test: how many times the average of the others the highly compensated may
/// average in any case (IRC 401(m)(2)(A)(i)).
pub const ACP_FACTOR: Decimal = Decimal::from_parts(125, 0, 0, false, 2);

/// The ACP test: how much more than the others, of pay, the highly compensated may average
/// instead (IRC 401(m)(2)(A)(ii)) …
pub const ACP_MORE: Decimal = percent(2);

/// … as long as that is no more than this many times their average.
pub const ACP_MORE_UP_TO: Decimal = Decimal::TWO;

/// The ACP test: the share of pay up to which match may be left out by a plan that has the
/// safe harbor for deferrals alone, by its match (26 CFR 1.401(m)-2(a)(5)(iv)) …
pub const ACP_MATCH_LEFT_OUT: Decimal = percent(4);

/// … and with a qualified automatic contribution arrangement.
pub const ACP_MATCH_LEFT_OUT_AUTOMATIC: Decimal = Decimal::from_parts(35, 0, 0, false, 3);

/// A plan may count as highly compensated by pay only this best-paid share of the employees
/// (IRC 414(q)(3)).
pub const BEST_PAID: Decimal = percent(20);

/// Who owns more than this much of the employer is highly compensated whatever the pay
/// (IRC 414(q)(1)(A), (2), 416(i)(1)).
pub const OWNER: Decimal = percent(5);

/// The tax on net investment income (IRC 1411(a)(1)), which payments from plans do not bear.
pub const NET_INVESTMENT: Decimal = Decimal::from_parts(38, 0, 0, false, 3);

/// Of net profit, what self-employment tax is taken on (IRC 1402(a)(12)).
pub const NET_EARNINGS_SHARE: Decimal = Decimal::from_parts(9_235, 0, 0, false, 4);

/// Social Security tax of the self-employed (IRC 1401(a)).
pub const SOCIAL_SECURITY: Decimal = Decimal::from_parts(124, 0, 0, false, 3);

/// Medicare tax of the self-employed (IRC 1401(b)(1)).
pub const MEDICARE: Decimal = Decimal::from_parts(29, 0, 0, false, 3);

/// Social Security tax that an employer withholds, up to the year's wage base (IRC 3101(a),
/// 3102(a)).
pub const EMPLOYEE_SOCIAL_SECURITY: Decimal = Decimal::from_parts(62, 0, 0, false, 3);

/// Medicare tax that an employer withholds (IRC 3101(b)(1), 3102(a)).
pub const EMPLOYEE_MEDICARE: Decimal = Decimal::from_parts(145, 0, 0, false, 4);

/// Additional Medicare tax that an employer withholds (IRC 3101(b)(2), 3102(f)(1)).
pub const ADDITIONAL_MEDICARE: Decimal = Decimal::from_parts(9, 0, 0, false, 3);

/// Wages of a year from one employer above which it withholds the [`ADDITIONAL_MEDICARE`]
/// tax, whatever the person's other income (IRC 3102(f)(1)).
pub const ADDITIONAL_MEDICARE_ABOVE: Money = Money::dollars(200_000);

/// Income tax that an employer may withhold from a bonus (26 CFR 31.3402(g)-1(a)(7)(iii)(F)).
/// Here the allowance for income tax where take-home pay is not known.
pub const BONUS_WITHHOLDING: Decimal = percent(22);

/// Of a deferral that payroll left out, the most that the employer pays in for it
/// (Rev. Proc. 2021-30, Appendix A .05(2)(b)).
pub const MISSED_DEFERRAL: Decimal = percent(50);

/// The same of after-tax money (Rev. Proc. 2021-30, Appendix A .05(2)(e)).
pub const MISSED_AFTER_TAX: Decimal = percent(40);

/// Of pay after the contribution, what a business may put in for its owner
/// (IRC 404(a)(3)(A)).
pub const EMPLOYER_SHARE: Decimal = percent(25);

/// The same of pay before the contribution: 25% of what remains is 20% of the whole.
pub const EMPLOYER_SHARE_BEFORE: Decimal = percent(20);

const fn percent(hundredths: u32) -> Decimal {
    Decimal::from_parts(hundredths, 0, 0, false, 2)
}

/// The rates as texts name them: `20%`.
pub mod shown {
    use crate::percent::InPercent;

    macro_rules! shown {
        ($($rate:ident)*) => {
            $(
                #[doc = concat!("[`", stringify!($rate), "`](super::", stringify!($rate), ") in percent.")]
                pub const $rate: InPercent = InPercent(super::$rate);
            )*
        };
    }

    shown! {
        WITHHOLDING EARLY EXCESS_IN_IRA LATE_ACP_REFUND ACP_MORE ACP_MATCH_LEFT_OUT ACP_MATCH_LEFT_OUT_AUTOMATIC BEST_PAID OWNER NET_INVESTMENT
        NET_EARNINGS_SHARE MISSED_DEFERRAL MISSED_AFTER_TAX BONUS_WITHHOLDING SOCIAL_SECURITY MEDICARE EMPLOYER_SHARE EMPLOYER_SHARE_BEFORE
    }
}
