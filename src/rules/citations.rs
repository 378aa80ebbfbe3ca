//! Where each rule and each figure comes from.

use serde::Serialize;

/// A place in the law or in the Treasury's or the IRS's publications.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// How lawyers cite it: `IRC 415(c)(1)(A)`.
    pub reference: &'static str,
    /// What it says, in a few words.
    pub says: &'static str,
    /// Where to read it; empty for what only the person knows.
    pub url: &'static str,
}

macro_rules! citations {
    ($($(#[$doc:meta])* $name:ident = $reference:literal, $says:literal, $url:literal;)*) => {
        $($(#[$doc])* pub const $name: Citation = Citation { reference: $reference, says: $says, url: $url };)*

        /// Every citation, for tests and listings.
        pub const ALL: &[Citation] = &[$($name),*];
    };
}

citations! {
    /// The limits of 2022.
    NOTICE_2021_61 = "Notice 2021-61", "limits for 2022", "https://www.irs.gov/pub/irs-drop/n-21-61.pdf";
    /// The limits of 2023.
    NOTICE_2022_55 = "Notice 2022-55", "limits for 2023", "https://www.irs.gov/pub/irs-drop/n-22-55.pdf";
    /// The limits of 2024.
    NOTICE_2023_75 = "Notice 2023-75", "limits for 2024", "https://www.irs.gov/pub/irs-drop/n-23-75.pdf";
    /// The limits of 2025.
    NOTICE_2024_80 = "Notice 2024-80", "limits for 2025", "https://www.irs.gov/pub/irs-drop/n-24-80.pdf";
    /// The limits of 2026.
    NOTICE_2025_67 = "Notice 2025-67", "limits for 2026", "https://www.irs.gov/pub/irs-drop/n-25-67.pdf";
    /// The Social Security wage bases.
    SSA_WAGE_BASE = "Social Security Administration, contribution and benefit base", "wage base by year", "https://www.ssa.gov/oact/cola/cbb.html";
    /// The planner's own projection.
    PROJECTION = "Projection, not law", "an estimate until the IRS publishes the year's notice", "";
    /// A figure that the person filled in.
    OWN_FIGURE = "Your own figure", "typed by you for a year without official limits", "";
    /// A figure read off a pay stub.
    PAY_STUB = "Your pay stub", "typed by you", "";
    /// A rule of the plan.
    PLAN_DOCUMENT = "Your plan's document", "a rule of the plan, as you entered it", "";

    /// The limit on one person's elective deferrals.
    ELECTIVE_DEFERRALS = "IRC 402(g)(1)", "elective deferrals have one limit per person, over all employers", "https://www.law.cornell.edu/uscode/text/26/402";
    /// Deferrals at several employers add up.
    DEFERRALS_PER_PERSON = "IRC 402(g)(3)", "401(k), 403(b), SARSEP and SIMPLE deferrals of all employers are added together", "https://www.law.cornell.edu/uscode/text/26/402";
    /// When an excess deferral must come back.
    EXCESS_DEFERRALS = "IRC 402(g)(2)(A); 26 CFR 1.402(g)-1(e)", "excess deferrals and their earnings come out by April 15 of the next year", "https://www.law.cornell.edu/cfr/text/26/1.402(g)-1";
    /// Excess deferrals returned in time are not annual additions.
    RETURNED_DEFERRALS = "26 CFR 1.415(c)-1(b)(2)(ii)(D)", "excess deferrals returned by April 15 are not annual additions", "https://www.law.cornell.edu/cfr/text/26/1.415(c)-1";
    /// A plan may not take more deferrals than the limit.
    PLAN_DEFERRALS = "IRC 401(a)(30)", "a plan, with the plans of related employers, may not take deferrals above the limit except as catch-up", "https://www.law.cornell.edu/uscode/text/26/401";

    /// Who may make catch-up contributions, and how much.
    CATCH_UP = "IRC 414(v)(2)(B), (5)", "catch-up from the year in which a person turns 50", "https://www.law.cornell.edu/uscode/text/26/414";
    /// The higher catch-up amount.
    CATCH_UP_60_TO_63 = "IRC 414(v)(2)(B)(i), (E)", "a higher catch-up amount in the years in which a person turns 60, 61, 62 or 63", "https://www.law.cornell.edu/uscode/text/26/414";
    /// What makes a deferral a catch-up contribution.
    CATCH_UP_DEFINED = "26 CFR 1.414(v)-1(b)", "a deferral is catch-up only when it is above a limit of the law or the plan", "https://www.law.cornell.edu/cfr/text/26/1.414(v)-1";
    /// Catch-up is bounded by pay.
    CATCH_UP_PAY = "IRC 414(v)(2)(A)(ii)", "catch-up may not exceed pay less the other deferrals", "https://www.law.cornell.edu/uscode/text/26/414";
    /// Catch-up stands outside the annual additions.
    CATCH_UP_OUTSIDE = "IRC 414(v)(3)(A)(i)", "catch-up contributions do not count toward the limit on annual additions", "https://www.law.cornell.edu/uscode/text/26/414";
    /// Catch-up at two unrelated employers.
    CATCH_UP_TWO_EMPLOYERS = "26 CFR 1.402(g)-2(b)", "catch-up may be used over several employers even if no one plan calls it that", "https://www.law.cornell.edu/cfr/text/26/1.402(g)-2";
    /// Deferrals above the limit on annual additions.
    RECLASSIFICATION = "26 CFR 1.414(v)-1(b)(1)(i)", "deferrals above the limit on annual additions may be catch-up, if the plan operates so", "https://www.law.cornell.edu/cfr/text/26/1.414(v)-1";
    /// The Roth catch-up mandate.
    ROTH_CATCH_UP = "IRC 414(v)(7); 26 CFR 1.414(v)-2; Notice 2023-62", "catch-up must be Roth when last year's Social Security wages from this employer exceed the threshold", "https://www.law.cornell.edu/uscode/text/26/414";

    /// The limit on annual additions.
    ANNUAL_ADDITIONS = "IRC 415(c)(1)", "annual additions may not exceed the dollar limit or 100% of pay, whichever is less", "https://www.law.cornell.edu/uscode/text/26/415";
    /// What annual additions are.
    ADDITIONS_DEFINED = "IRC 415(c)(2); 26 CFR 1.415(c)-1(b)", "employer money, employee contributions and forfeitures are annual additions", "https://www.law.cornell.edu/cfr/text/26/1.415(c)-1";
    /// Pay for the 100% limit.
    PAY_415 = "IRC 415(c)(3); 26 CFR 1.415(c)-2", "pay from this employer in the year, elective deferrals included", "https://www.law.cornell.edu/cfr/text/26/1.415(c)-2";
    /// Short limitation years.
    SHORT_YEAR = "26 CFR 1.415(j)-1(d)", "in a short limitation year the dollar limit is multiplied by months over twelve", "https://www.law.cornell.edu/cfr/text/26/1.415(j)-1";
    /// When contributions after the year still count in it.
    AFTER_YEAR_END = "26 CFR 1.415(c)-1(b)(6)", "an employee contribution counts for a year if paid within 30 days after it; employer money until 30 days after the employer's return is due", "https://www.law.cornell.edu/cfr/text/26/1.415(c)-1";
    /// Related employers share one limit.
    RELATED_EMPLOYERS = "IRC 414(b), (c), (m); 415(h)", "related employers count as one; unrelated employers each have a limit of their own", "https://www.law.cornell.edu/uscode/text/26/415";
    /// A 403(b) beside a business the person controls.
    CONTROLLED_BUSINESS = "IRC 415(k)(4); 26 CFR 1.415(f)-1(f)", "a 403(b) is combined with the plan of a business that its owner controls", "https://www.law.cornell.edu/cfr/text/26/1.415(f)-1";
    /// Pay that a plan may count.
    PAY_COUNTED = "IRC 401(a)(17)", "the pay that a plan may count in a year", "https://www.law.cornell.edu/uscode/text/26/401";
    /// How excess annual additions are corrected.
    CORRECTION = "Rev. Proc. 2021-30, section 6.06", "the plan corrects excess annual additions: unmatched after-tax money and deferrals first, with earnings", "https://www.irs.gov/pub/irs-drop/rp-21-30.pdf";

    /// The match as the plan reckons it.
    MATCH = "IRC 401(m)(4)(A)", "a match is employer money given on account of a person's own contributions; the plan's document has its formula", "https://www.law.cornell.edu/uscode/text/26/401";

    /// A self-employed person's pay.
    EARNED_INCOME = "IRC 401(c)(2)(A)(v), 415(c)(3)(B)", "self-employed pay is net profit less half the self-employment tax and less the employer contribution", "https://www.law.cornell.edu/uscode/text/26/401";
    /// Half of the self-employment tax.
    SELF_EMPLOYMENT_TAX = "IRC 164(f), 1401, 1402(a)(12), (b)", "half of the self-employment tax is deducted", "https://www.law.cornell.edu/uscode/text/26/1401";
    /// The employer contribution of a self-employed person.
    EMPLOYER_SHARE = "IRC 404(a)(3), (8)", "at most 25% of pay after the contribution, which is 20% of pay before it", "https://www.law.cornell.edu/uscode/text/26/404";

    /// After-tax contributions of employees.
    AFTER_TAX_CONTRIBUTIONS = "IRC 401(m); 26 CFR 1.401(m)-1(a)(3)", "a plan may take employee contributions that are neither pre-tax nor Roth, if its document says so", "https://www.law.cornell.edu/cfr/text/26/1.401(m)-1";
    /// After-tax money may leave a plan at any time, if the plan allows it.
    IN_SERVICE_WITHDRAWAL = "IRC 72(d)(2), 402(c), 408A(e); 401(k)(2)(B)", "after-tax money may leave during employment and be rolled over to a Roth IRA; the bar before 59½ holds for deferrals only", "https://www.law.cornell.edu/uscode/text/26/402";
    /// Conversion inside the plan.
    IN_PLAN_ROLLOVER = "IRC 402A(c)(4); Notices 2010-84, 2013-74", "a plan with a Roth account may let other money move into it", "https://www.law.cornell.edu/uscode/text/26/402A";
    /// After-tax money and its earnings as a contract of their own.
    SEPARATE_CONTRACT = "IRC 72(d)(2), 72(e)(8)", "after-tax contributions and their earnings may be treated as a contract of their own; each payment is pro rata within its contract", "https://www.law.cornell.edu/uscode/text/26/72";
    /// Growth before a conversion is income.
    CONVERSION_INCOME = "IRC 402A(c)(4)(A), 408A(d)(3)(A)", "what is converted is income as far as it was not taxed before", "https://www.law.cornell.edu/uscode/text/26/402A";
    /// The test of match and after-tax money.
    ACP_TEST = "IRC 401(m)(2)", "the average of match and after-tax money of the highly compensated is held near that of the others", "https://www.law.cornell.edu/uscode/text/26/401";
    /// A safe harbor frees the match from that test, not after-tax money.
    SAFE_HARBOR = "IRC 401(m)(11), (12)", "a safe harbor plan passes the test for its match only, not for after-tax contributions", "https://www.law.cornell.edu/uscode/text/26/401";
    /// Plans without that test.
    NO_ACP_TEST = "26 CFR 1.401(m)-1(b)(2); IRC 403(b)(12)", "plans of governments and most church plans have no ACP test", "https://www.law.cornell.edu/cfr/text/26/1.401(m)-1";
    /// When money comes back after a failed test.
    ACP_REFUND = "IRC 401(m)(6), 4979(f)", "what fails the test comes back with its earnings within two and a half months after the plan year, or the employer pays a tax of 10%", "https://www.law.cornell.edu/uscode/text/26/401";
    /// Who is highly compensated.
    HIGHLY_COMPENSATED = "IRC 414(q)(1)", "highly compensated is who owned more than 5% this year or last, or was paid more than the amount last year", "https://www.law.cornell.edu/uscode/text/26/414";

    /// Plans under section 457(b).
    PLAN_457B = "IRC 457(b), (e)(15)", "a 457(b) plan takes deferrals only, with a limit of its own", "https://www.law.cornell.edu/uscode/text/26/457";
    /// The Thrift Savings Plan.
    TSP = "5 U.S.C. 8432", "the Thrift Savings Plan takes pre-tax and Roth contributions, not after-tax ones", "https://www.law.cornell.edu/uscode/text/5/8432";
    /// SIMPLE IRAs.
    SIMPLE_IRA = "IRC 408(p)(2)(A)", "a SIMPLE IRA takes deferrals and the employer's required money only", "https://www.law.cornell.edu/uscode/text/26/408";
    /// SIMPLE 401(k) plans.
    SIMPLE_401K = "IRC 401(k)(11)(B)(i)(III)", "a SIMPLE 401(k) takes no other contributions than those of the SIMPLE rules", "https://www.law.cornell.edu/uscode/text/26/401";
    /// Starter plans.
    STARTER_401K = "IRC 401(k)(16), 403(b)(16)", "a starter plan takes deferrals only", "https://www.law.cornell.edu/uscode/text/26/401";
    /// SEP and SARSEP.
    SEP = "IRC 408(k)", "a SEP takes employer money, a SARSEP deferrals as well", "https://www.law.cornell.edu/uscode/text/26/408";
    /// Which plans take elective deferrals.
    DEFERRALS_NEED_401K = "IRC 401(k)(1), 402A(b)(1)", "elective deferrals, and so a Roth account, need a 401(k) or 403(b) feature", "https://www.law.cornell.edu/uscode/text/26/401";
    /// Who may have a 403(b).
    EMPLOYERS_OF_403B = "IRC 403(b)(1)(A), 414(e)", "a 403(b) belongs to a 501(c)(3) nonprofit, a public school or a church", "https://www.law.cornell.edu/uscode/text/26/403";
}
