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

    /// A self-employed person's pay.
    EARNED_INCOME = "IRC 401(c)(2)(A)(v), 415(c)(3)(B)", "self-employed pay is net profit less half the self-employment tax and less the employer contribution", "https://www.law.cornell.edu/uscode/text/26/401";
    /// Half of the self-employment tax.
    SELF_EMPLOYMENT_TAX = "IRC 164(f), 1401, 1402(a)(12), (b)", "half of the self-employment tax is deducted", "https://www.law.cornell.edu/uscode/text/26/1401";
    /// The employer contribution of a self-employed person.
    EMPLOYER_SHARE = "IRC 404(a)(3), (8)", "at most 25% of pay after the contribution, which is 20% of pay before it", "https://www.law.cornell.edu/uscode/text/26/404";
}
