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
    PROJECTION = "Projection, not law", "worked out from consumer prices by the formula of IRC 415(d), until the IRS publishes the year’s notice", "";
    /// How the limit on elective deferrals follows prices.
    INDEXED_DEFERRALS = "IRC 402(g)(4)", "the limit on elective deferrals follows prices from the third quarter of 2005, in steps of $500", "https://www.law.cornell.edu/uscode/text/26/402";
    /// How catch-up follows prices.
    INDEXED_CATCH_UP = "IRC 414(v)(2)(C)", "catch-up follows prices in steps of $500, from the third quarter of 2005, and for ages 60 to 63 of 2024", "https://www.law.cornell.edu/uscode/text/26/414";
    /// How the limit on annual additions follows prices.
    INDEXED_ADDITIONS = "IRC 415(d)(1)(C), (3)(D), (4)(B)", "the limit on annual additions follows prices from the third quarter of 2001, in steps of $1,000", "https://www.law.cornell.edu/uscode/text/26/415";
    /// A figure that the person filled in.
    OWN_FIGURE = "Your own figure", "typed by you for a year without official limits", "";
    /// A figure read off a pay stub.
    PAY_STUB = "Your pay stub", "typed by you", "";
    /// A rule of the plan.
    PLAN_DOCUMENT = "Your plan’s document", "a rule of the plan, as you entered it", "";

    /// The limit on one person's elective deferrals.
    ELECTIVE_DEFERRALS = "IRC 402(g)(1)", "elective deferrals have one limit per person, over all employers", "https://www.law.cornell.edu/uscode/text/26/402";
    /// Deferrals at several employers add up.
    DEFERRALS_PER_PERSON = "IRC 402(g)(3)", "401(k), 403(b), SARSEP and SIMPLE deferrals of all employers are added together", "https://www.law.cornell.edu/uscode/text/26/402";
    /// When an excess deferral must come back.
    EXCESS_DEFERRALS = "IRC 402(g)(2)(A); 26 CFR 1.402(g)-1(e)", "excess deferrals and their earnings come out by April 15 of the next year", "https://www.law.cornell.edu/cfr/text/26/1.402(g)-1";
    /// Excess deferrals returned in time are not annual additions.
    RETURNED_DEFERRALS = "26 CFR 1.415(c)-1(b)(2)(ii)(D)", "excess deferrals returned by April 15 are not annual additions", "https://www.law.cornell.edu/cfr/text/26/1.415(c)-1";
    /// A plan may not take more deferrals than the limit.
    PLAN_DEFERRALS = "IRC 401(a)(30)", "a plan, with the plans of related employers, may not accept deferrals above the limit except as catch-up", "https://www.law.cornell.edu/uscode/text/26/401";

    /// Who may make catch-up contributions, and how much.
    CATCH_UP = "IRC 414(v)(2)(B), (5)", "catch-up from the year in which a person turns 50", "https://www.law.cornell.edu/uscode/text/26/414";
    /// The higher catch-up amount.
    CATCH_UP_60_TO_63 = "IRC 414(v)(2)(B)(i), (E)", "a higher catch-up amount in the years in which a person turns 60, 61, 62 or 63", "https://www.law.cornell.edu/uscode/text/26/414";
    /// More deferrals after 15 years of service in a 403(b).
    FIFTEEN_YEARS = "IRC 402(g)(7); 26 CFR 1.403(b)-4(c)(3)", "a 403(b) may let in more deferrals after 15 years of service; they come before catch-up and count as annual additions", "https://www.law.cornell.edu/cfr/text/26/1.403(b)-4";
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
    ROTH_CATCH_UP = "IRC 414(v)(7); 26 CFR 1.414(v)-2; Notice 2023-62", "catch-up must be Roth when last year’s Social Security wages from this employer exceed the threshold", "https://www.law.cornell.edu/uscode/text/26/414";

    /// The limit on annual additions.
    ANNUAL_ADDITIONS = "IRC 415(c)(1)", "annual additions may not exceed the dollar limit or 100% of pay, whichever is less", "https://www.law.cornell.edu/uscode/text/26/415";
    /// What annual additions are.
    ADDITIONS_DEFINED = "IRC 415(c)(2); 26 CFR 1.415(c)-1(b)", "employer money, employee contributions and forfeitures are annual additions", "https://www.law.cornell.edu/cfr/text/26/1.415(c)-1";
    /// Pay for the 100% limit.
    PAY_415 = "IRC 415(c)(3); 26 CFR 1.415(c)-2", "pay from this employer in the year, elective deferrals included; after leaving, regular pay of 2½ months, and no severance", "https://www.law.cornell.edu/cfr/text/26/1.415(c)-2";
    /// Short limitation years.
    SHORT_YEAR = "26 CFR 1.415(j)-1(d)", "in a short limitation year the dollar limit is multiplied by months over twelve", "https://www.law.cornell.edu/cfr/text/26/1.415(j)-1";
    /// The limitation year, and whose dollar limit it has.
    LIMITATION_YEAR = "26 CFR 1.415(j)-1(b)", "a limitation year has the dollar limit of the calendar year in which it ends", "https://www.law.cornell.edu/cfr/text/26/1.415(j)-1";
    /// When contributions after the year still count in it.
    AFTER_YEAR_END = "26 CFR 1.415(c)-1(b)(6)", "an employee contribution counts for a year if paid within 30 days after it; employer money until 30 days after the employer’s return is due", "https://www.law.cornell.edu/cfr/text/26/1.415(c)-1";
    /// Related employers share one limit.
    RELATED_EMPLOYERS = "IRC 414(b), (c), (m); 415(h)", "related employers count as one; unrelated employers each have a limit of their own", "https://www.law.cornell.edu/uscode/text/26/415";
    /// A 403(b) beside a business the person controls.
    CONTROLLED_BUSINESS = "IRC 415(k)(4); 26 CFR 1.415(f)-1(f)", "a 403(b) is combined with the plan of a business that its owner controls", "https://www.law.cornell.edu/cfr/text/26/1.415(f)-1";
    /// Pay that a plan may count.
    PAY_COUNTED = "IRC 401(a)(17)", "the pay that a plan may count in a year", "https://www.law.cornell.edu/uscode/text/26/401";
    /// How excess annual additions are corrected.
    CORRECTION = "Rev. Proc. 2021-30, section 6.06", "the plan corrects excess annual additions: unmatched after-tax money and deferrals first, with earnings", "https://www.irs.gov/pub/irs-drop/rp-21-30.pdf";

    /// The match as the plan reckons it.
    MATCH = "IRC 401(m)(4)(A)", "a match is employer money given on account of a person’s own contributions; the plan’s document has its formula", "https://www.law.cornell.edu/uscode/text/26/401";

    /// A self-employed person's pay.
    EARNED_INCOME = "IRC 401(c)(2)(A)(v), 415(c)(3)(B)", "self-employed pay is net profit less half the self-employment tax and less the employer contribution", "https://www.law.cornell.edu/uscode/text/26/401";
    /// What an employer makes good that left out an election.
    ELECTION_LEFT_OUT = "Rev. Proc. 2021-30, Appendix A .05", "an employer that failed to carry out an election must make up the missed match and part of the missed deferrals and after-tax contributions", "https://www.irs.gov/pub/irs-drop/rp-21-30.pdf";
    /// Which year a contribution belongs to.
    CREDITED_FOR = "26 CFR 1.415(c)-1(b)(6)(i)", "employer money belongs to the year for which it is credited, even if it is paid in the next", "https://www.law.cornell.edu/cfr/text/26/1.415(c)-1";
    /// What every paycheck bears, deferrals included.
    EMPLOYEE_FICA = "IRC 3101, 3102(f)(1), 3121(a)(1), (v)(1)(A)", "Social Security tax up to the wage base and Medicare tax come out of all pay, deferrals included", "https://www.law.cornell.edu/uscode/text/26/3101";
    /// What employers withhold from bonuses.
    BONUS_WITHHOLDING = "26 CFR 31.3402(g)-1(a)(7)(iii)", "22% of a bonus may be withheld for income tax", "https://www.law.cornell.edu/cfr/text/26/31.3402(g)-1";
    /// Half of the self-employment tax.
    SELF_EMPLOYMENT_TAX = "IRC 164(f), 1401, 1402(a)(12), (b)", "half of the self-employment tax is deducted", "https://www.law.cornell.edu/uscode/text/26/1401";
    /// The employer contribution of a self-employed person.
    EMPLOYER_SHARE = "IRC 404(a)(3), (8)", "at most 25% of pay after the contribution, which is 20% of pay before it", "https://www.law.cornell.edu/uscode/text/26/404";

    /// The tax on what an employer cannot deduct.
    NOT_DEDUCTIBLE = "IRC 404(a)(3), (8); 4972", "employer money above 25% of pay, 20% before it, is not deductible and bears a tax of 10%", "https://www.law.cornell.edu/uscode/text/26/4972";
    /// Two contracts under section 403(b).
    TWO_403B = "26 CFR 1.415(f)-1(f)", "the person is treated as controlling a 403(b), which some read as joining all of a person’s 403(b)s", "https://www.law.cornell.edu/cfr/text/26/1.415(f)-1";
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
    NO_ACP_TEST = "26 CFR 1.401(m)-1(b)(2); IRC 403(b)(1)(D), (12)", "plans of governments, 403(b) plans of churches and employees under a union contract have no ACP test", "https://www.law.cornell.edu/cfr/text/26/1.401(m)-1";
    /// When money comes back after a failed test.
    ACP_REFUND = "IRC 401(m)(6), 4979(f)", "what fails the test comes back with its earnings within two and a half months after the plan year (six with an eligible automatic contribution arrangement), or the employer pays a tax of 10%", "https://www.law.cornell.edu/uscode/text/26/401";
    /// After-tax money tested without the match.
    ACP_TEST_ALONE = "26 CFR 1.401(m)-2(a)(5)(iv)", "a plan with the safe harbor for the ACP test may leave out all match, for everybody; one with the safe harbor for deferrals alone, match up to 4% of pay (3½% with a qualified automatic contribution arrangement)", "https://www.law.cornell.edu/cfr/text/26/1.401(m)-2";
    /// Who is highly compensated.
    HIGHLY_COMPENSATED = "IRC 414(q)(1)", "highly compensated is who owned more than 5% this year or last, or was paid more than the amount last year", "https://www.law.cornell.edu/uscode/text/26/414";

    /// Plans under section 457(b).
    PLAN_457B = "IRC 457(b), (e)(15)", "a 457(b) plan has a limit of its own, for deferrals and employer money together", "https://www.law.cornell.edu/uscode/text/26/457";
    /// The Thrift Savings Plan.
    TSP = "5 U.S.C. 8432", "the Thrift Savings Plan accepts pre-tax and Roth contributions, not after-tax ones", "https://www.law.cornell.edu/uscode/text/5/8432";
    /// SIMPLE IRAs.
    SIMPLE_IRA = "IRC 408(p)(2)(A)", "a SIMPLE IRA accepts deferrals and employer money only", "https://www.law.cornell.edu/uscode/text/26/408";
    /// SIMPLE 401(k) plans.
    SIMPLE_401K = "IRC 401(k)(11)(B)(i)(III)", "a SIMPLE 401(k) accepts no other contributions than those of the SIMPLE rules", "https://www.law.cornell.edu/uscode/text/26/401";
    /// Starter plans.
    STARTER_401K = "IRC 401(k)(16), 403(b)(16)", "a starter plan accepts deferrals only", "https://www.law.cornell.edu/uscode/text/26/401";
    /// SEP and SARSEP.
    SEP = "IRC 408(k)", "a SEP accepts employer money, a SARSEP deferrals as well", "https://www.law.cornell.edu/uscode/text/26/408";
    /// Which plans take elective deferrals.
    DEFERRALS_NEED_401K = "IRC 401(k)(1), 402A(b)(1)", "elective deferrals, and so a Roth account, need a 401(k) or 403(b) feature", "https://www.law.cornell.edu/uscode/text/26/401";
    /// Who may have a 403(b).
    EMPLOYERS_OF_403B = "IRC 403(b)(1)(A), 414(e)", "a 403(b) belongs to a 501(c)(3) nonprofit, a public school or a church", "https://www.law.cornell.edu/uscode/text/26/403";

    /// A 403(b) in mutual funds.
    CUSTODIAL_403B = "IRC 403(b)(7)(A); 26 CFR 1.403(b)-6(c)", "a 403(b) invested in mutual funds may not pay out before age 59½, disability or leaving the employer", "https://www.law.cornell.edu/cfr/text/26/1.403(b)-6";
    /// A 403(b) counts as its participant's own plan.
    PLAN_403B_APART = "26 CFR 1.415(f)-1(f)", "a 403(b) counts as its participant’s own plan, combined with an employer’s plan only if the participant controls that employer", "https://www.law.cornell.edu/cfr/text/26/1.415(f)-1";
    /// Plans of Puerto Rico.
    PUERTO_RICO = "Puerto Rico Internal Revenue Code of 2011, section 1081.01", "plans qualified in Puerto Rico follow its own tax law", "";

    // The ledger and its conversions.

    /// What the person entered in the ledger.
    YOUR_LEDGER = "Your ledger", "entered by you", "";
    /// The plan's own figures of a payment.
    PLAN_STATEMENT = "Your plan’s own figures", "typed by you from its confirmation or statement", "";
    /// The person's own marginal rate.
    OWN_TAX_RATE = "Your own tax rate", "federal and state together, typed by you", "";
    /// How waiting is priced.
    GROWTH_ASSUMED = "A calculation, not law", "simple interest by days: amount × rate × days ÷ 365, rounded half up to the cent at the end", "";
    /// A payment takes basis along in proportion.
    PRO_RATA_PAYMENT = "IRC 72(e)(8); Notice 87-13", "a payment carries basis in the proportion of basis to value on its day", "https://www.law.cornell.edu/uscode/text/26/72";
    /// Contributions made before 1987, which may come out first.
    BEFORE_1987 = "IRC 72(e)(8)(D); Notice 87-13", "contributions made before 1987 come out first, if the plan could pay them out alone on May 5, 1986", "https://www.law.cornell.edu/uscode/text/26/72";
    /// A check that the person only passes on.
    CUSTODIAN_CHECK = "26 CFR 1.401(a)(31)-1, Q&A-3 and 4", "a check made out to the new account’s custodian for your benefit is a direct rollover, though you pass it on", "https://www.law.cornell.edu/cfr/text/26/1.401(a)(31)-1";
    /// One pool where the plan does not account apart.
    ONE_POOL = "IRC 72(d)(2), 72(e)(8); Notice 87-13", "without separate accounting the whole account is one contract, pre-tax money included", "https://www.law.cornell.edu/uscode/text/26/72";
    /// Basis is what was paid in less what came back untaxed; a loss is no deduction.
    LOSS_OF_BASIS = "IRC 72(e)(6), 67(g)", "basis is what you paid in less what came back untaxed; a loss in the account is no deduction", "https://www.law.cornell.edu/uscode/text/26/72";
    /// The year that a conversion is taxed in.
    YEAR_OF_CONVERSION = "IRC 402(a), 402A(c)(4), 408A(d)(3)", "a conversion is income of the calendar year in which it is made", "https://www.law.cornell.edu/uscode/text/26/402A";
    /// Basis to one account, earnings to another.
    SPLIT_ROLLOVER = "Notice 2014-54", "one payment sent to two accounts: the pre-tax part goes first to the pre-tax account", "https://www.irs.gov/pub/irs-drop/n-14-54.pdf";
    /// The 60 days of a payment to the person.
    SIXTY_DAYS = "IRC 402(c)(3)(A)", "what was paid to you must be rolled over by the 60th day after you received it", "https://www.law.cornell.edu/uscode/text/26/402";
    /// What the IRS lets pass after the 60 days.
    LATE_ROLLOVER = "IRC 402(c)(3)(B); Rev. Proc. 2020-46", "after a delay for a listed reason you may certify to the IRA’s provider that the 60 days are waived", "https://www.irs.gov/pub/irs-drop/rp-20-46.pdf";
    /// What is rolled over is taxable money first.
    ROLLED_OVER_FIRST = "IRC 402(c)(2)", "a rollover to an IRA counts as the taxable part of the payment first", "https://www.law.cornell.edu/uscode/text/26/402";
    /// What the plan withholds from a payment to the person.
    WITHHOLDING_20 = "IRC 3405(c)(1), (e)(1)(B)", "20% of the taxable part is withheld from a payment to you, and nothing from a direct rollover", "https://www.law.cornell.edu/uscode/text/26/3405";
    /// The additional tax on earnings that were kept.
    KEPT_EARNINGS = "IRC 72(t)(1), (2)(A)(i)", "10% more tax on the taxable part of what is kept before age 59½", "https://www.law.cornell.edu/uscode/text/26/72";
    /// The rule for IRAs, which is none for plans.
    IRAS_ADDED_TOGETHER = "IRC 408(d)(2)", "all of a person’s IRAs count as one contract; a plan is no IRA", "https://www.law.cornell.edu/uscode/text/26/408";

    /// The order in which money leaves a Roth IRA.
    ROTH_IRA_ORDER = "IRC 408A(d)(4); 26 CFR 1.408A-6, A-8", "contributions leave a Roth IRA first, then conversions, the oldest first and of each its taxable part first, and earnings last", "https://www.law.cornell.edu/cfr/text/26/1.408A-6";
    /// Payments from a plan's Roth account that are not qualified.
    ROTH_ACCOUNT_PRO_RATA = "IRC 402A(d)(4), 72(e)(8); 26 CFR 1.402A-1, A-3", "a payment from a plan’s Roth account that is not qualified carries its share of earnings, which is income", "https://www.law.cornell.edu/cfr/text/26/1.402A-1";
    /// When earnings leave a Roth IRA free of tax.
    ROTH_IRA_CLOCK = "IRC 408A(d)(2); 26 CFR 1.408A-6, A-2", "earnings of a Roth IRA are free of tax from age 59½ on, after five taxable years from the first year of any Roth IRA", "https://www.law.cornell.edu/uscode/text/26/408A";
    /// When earnings leave a plan's Roth account free of tax.
    ROTH_ACCOUNT_CLOCK = "IRC 402A(d)(2); 26 CFR 1.402A-1, A-4", "earnings of a plan’s Roth account are free of tax from age 59½ on, after five taxable years from that account’s own first year", "https://www.law.cornell.edu/cfr/text/26/1.402A-1";
    /// The tax on a conversion that is taken out too soon.
    CONVERSION_RECAPTURE = "IRC 408A(d)(3)(F), 402A(c)(4)(D); Notice 2010-84, A-12", "10% of the taxable part of a conversion that comes out within five taxable years and before age 59½", "https://www.law.cornell.edu/uscode/text/26/408A";
    /// Leaving the job in or after the year of turning 55.
    LEAVING_FROM_55 = "IRC 72(t)(2)(A)(v), (3)(A), (10); Notice 87-13, A-20", "no 10% tax on payments from a plan after leaving the job in or after the year of turning 55; it does not hold for an IRA", "https://www.law.cornell.edu/uscode/text/26/72";
    /// A first home out of an IRA.
    FIRST_HOME = "IRC 72(t)(2)(F), (8), 408A(d)(2)(A)(iv), (5)", "up to $10,000 in a lifetime from an IRA for a first home; not from a plan", "https://www.law.cornell.edu/uscode/text/26/72";
    /// Loans of a plan.
    LOANS = "IRC 72(p), 408(e)(2), (4), 4975(c)(1)(B)", "a plan may lend to its participants within limits; an IRA may not lend to its owner or be pledged", "https://www.law.cornell.edu/uscode/text/26/72";
    /// What creditors can reach.
    CREDITORS = "ERISA 206(d)(1); 11 U.S.C. 541(c)(2), 522(b)(3)(C), (n)", "money in a plan under ERISA is out of creditors’ reach; the cap on IRAs in bankruptcy does not count rollovers from a plan", "https://www.law.cornell.edu/uscode/text/29/1056";
    /// Plans that are not under ERISA.
    OUTSIDE_ERISA = "ERISA 4(b); 29 CFR 2510.3-3(b), (c)", "plans that cover only an owner and spouse, plans of governments and most church plans are not under ERISA", "https://www.law.cornell.edu/cfr/text/29/2510.3-3";
    /// From a plan's Roth account to a Roth IRA, and never back.
    MOVING_LATER = "IRC 402A(c)(3); 26 CFR 1.408A-10", "a plan’s Roth account can be rolled over to a Roth IRA, whose clock then counts; a Roth IRA can go to another Roth IRA only", "https://www.law.cornell.edu/cfr/text/26/1.408A-10";
    /// No required distributions in the owner's life.
    NO_LIFETIME_DISTRIBUTIONS = "IRC 408A(c)(4), 402A(d)(5); SECURE 2.0 Act, section 325", "neither a Roth IRA nor, since 2024, a plan’s Roth account has required distributions while its owner lives", "https://www.law.cornell.edu/uscode/text/26/402A";
    /// The spouse as beneficiary.
    SPOUSE = "IRC 401(a)(11)(B)(iii); ERISA 205", "in most plans the spouse inherits unless the spouse agrees in writing to another beneficiary", "https://www.law.cornell.edu/uscode/text/29/1055";
    /// Rollovers and the income limit of Roth IRAs.
    NO_INCOME_LIMIT = "IRC 408A(c)(3)(A), (5)(B), (e)(1)", "the income limit holds for contributions to a Roth IRA, not for rollovers from a plan", "https://www.law.cornell.edu/uscode/text/26/408A";
    /// Direct rollovers.
    DIRECT_ROLLOVER = "IRC 401(a)(31), 3405(c)(2); 26 CFR 1.401(a)(31)-1, A-3, A-4", "a plan that pays out must offer a direct rollover, from which no tax is withheld; a check made out to the new trustee for you is one", "https://www.law.cornell.edu/cfr/text/26/1.401(a)(31)-1";

    /// Box 1 of Form 1099-R.
    FORM_1099R_BOX_1 = "Instructions for Forms 1099-R and 5498, box 1", "the whole amount that left the account, direct rollovers included, before tax is withheld", "https://www.irs.gov/instructions/i1099r";
    /// Box 2a of Form 1099-R.
    FORM_1099R_BOX_2A = "Instructions for Forms 1099-R and 5498, box 2a", "the taxable part, also of a rollover to a Roth account; zero where nothing is taxable", "https://www.irs.gov/instructions/i1099r";
    /// Both marks of box 2b of Form 1099-R.
    FORM_1099R_BOX_2B = "Instructions for Forms 1099-R and 5498, box 2b", "“not determined” is for a payer that cannot find the taxable part; “total distribution” is for an account paid out in full", "https://www.irs.gov/instructions/i1099r";
    /// Box 4 of Form 1099-R.
    FORM_1099R_BOX_4 = "Instructions for Forms 1099-R and 5498, box 4", "the federal income tax that was withheld", "https://www.irs.gov/instructions/i1099r";
    /// Box 5 of Form 1099-R.
    FORM_1099R_BOX_5 = "Instructions for Forms 1099-R and 5498, box 5", "the after-tax contributions in the payment, which come out tax-free", "https://www.irs.gov/instructions/i1099r";
    /// Box 7 of Form 1099-R.
    FORM_1099R_BOX_7 = "Instructions for Forms 1099-R and 5498, box 7 and the guide to distribution codes", "the code says what kind of payment it was; G is a direct rollover", "https://www.irs.gov/instructions/i1099r";
    /// Boxes 10 and 11 of Form 1099-R.
    FORM_1099R_BOXES_10_11 = "Instructions for Forms 1099-R and 5498, boxes 10 and 11", "both belong to payments from a designated Roth account", "https://www.irs.gov/instructions/i1099r";
    /// How losses are shown on Form 1099-R.
    FORM_1099R_LOSSES = "Instructions for Forms 1099-R and 5498, losses and box 5", "a loss is no negative amount; of an account paid out in full, box 5 shows all after-tax contributions", "https://www.irs.gov/instructions/i1099r";
    /// When and for what Form 1099-R is sent.
    FORM_1099R_SENT = "IRC 6047(d); General Instructions for Certain Information Returns", "payers send the form by January 31 for payments of $10 or more", "https://www.irs.gov/instructions/i1099gi";
    /// How the plan reports what it returns as too much.
    FORM_1099R_CORRECTIONS = "Instructions for Forms 1099-R and 5498, corrective distributions", "codes 8 and P say in which year a correction is taxed; code E is for annual additions above the limit", "https://www.irs.gov/instructions/i1099r";
    /// The form of employer money that a person chose to have as Roth.
    EMPLOYER_ROTH_FORM = "IRC 402A(a)(2); Notice 2024-2, section L", "employer contributions taken as Roth are in boxes 1 and 2a of Form 1099-R with code G, in the year in which they are allocated", "https://www.irs.gov/pub/irs-drop/n-24-02.pdf";
    /// Where the 10% tax goes.
    EARLY_TAX_LINE = "Instructions for Form 5329, Part I; Schedule 2 (Form 1040), line 8", "10% owed on the full amount of an early payment with code 1 goes on Schedule 2, line 8, without Form 5329", "https://www.irs.gov/instructions/i5329";
    /// Where a person asks if the payer does not correct the form.
    FORM_1099R_WRONG = "IRS, Topic 154", "ask the payer first; if nothing has come by the end of February, the IRS can ask, and Form 4852 takes the form’s place", "https://www.irs.gov/taxtopics/tc154";
    /// Where a plan's payments go on Form 1040.
    FORM_1040_PENSIONS = "Instructions for Form 1040, pensions and annuities", "box 1 and the taxable part go on two lines, and a rollover is marked", "https://www.irs.gov/instructions/i1040gi";
    /// Where corrections go on Form 1040.
    FORM_1040_CORRECTIONS = "Instructions for Form 1040 (2025), lines 1h, 5a and 5b", "corrective distributions of excess deferrals and excess contributions, with their earnings, are income on line 1h and are left out of lines 5a and 5b", "https://www.irs.gov/instructions/i1040gi";
    /// What a rollover to a Roth IRA shows on Form 5498.
    FORM_5498_BOX_2 = "Instructions for Forms 1099-R and 5498, Form 5498 boxes 2 and 3", "a rollover from a plan to a Roth IRA is in box 2; box 3 is for conversions of an IRA", "https://www.irs.gov/instructions/i1099r";
    /// What Form 8606 is for.
    FORM_8606_USE = "Instructions for Form 8606, who must file", "Parts I and II are for money in traditional IRAs and its conversion", "https://www.irs.gov/instructions/i8606";
    /// Where the basis of rollovers stands on a later Form 8606.
    FORM_8606_LATER = "Instructions for Form 8606, lines 2, 22 and 24", "rollovers from a plan to a Roth IRA add to line 24, from a Roth account to line 22; after-tax money in a traditional IRA to line 2", "https://www.irs.gov/instructions/i8606";
    /// What Form W-2 says of contributions.
    FORM_W2 = "General Instructions for Forms W-2 and W-3, boxes 1, 12 and 14", "after-tax contributions stay in box 1; Roth deferrals have code AA or BB in box 12", "https://www.irs.gov/instructions/iw2w3";
    /// The basis to Roth and the earnings to a pre-tax account.
    FORMS_SPLIT = "Notice 2014-54", "one payment sent to two accounts: the pre-tax part is counted first for the pre-tax account", "https://www.irs.gov/pub/irs-drop/n-14-54.pdf";
    /// A payment to the person.
    FORMS_60_DAYS = "IRC 402(c)(2), (3)", "what is put into an IRA within 60 days is a rollover, and counts as taxable money first", "https://www.law.cornell.edu/uscode/text/26/402";
    /// Withholding from payments.
    FORMS_WITHHOLDING = "IRC 3405(c), (e)(1)(B); 26 CFR 31.3405(c)-1", "20% of the taxable part of a payment to the person is withheld, nothing of a direct rollover; a year’s payments under $200 are exempt", "https://www.law.cornell.edu/uscode/text/26/3405";
    /// The additional tax on early payments.
    FORMS_EARLY = "IRC 72(t)(1), (2)", "10% more tax on the taxable part of a payment before age 59½ that is not rolled over", "https://www.law.cornell.edu/uscode/text/26/72";
    /// What net investment income leaves out.
    FORMS_NET_INVESTMENT = "IRC 1411(c)(5)", "payments from retirement plans are no net investment income", "https://www.law.cornell.edu/uscode/text/26/1411";
    /// Income for the Roth IRA limits.
    FORMS_ROTH_IRA_LIMIT = "IRC 408A(c)(3)(B)(i); Publication 590-A, Worksheet 2-1", "income from a rollover to a Roth IRA does not count toward the income limit for contributing to one", "https://www.law.cornell.edu/uscode/text/26/408A";
    /// How long a return can be looked into.
    FORMS_RECORDS = "IRC 6001, 6501(a), (e)", "records are kept as long as they can matter: three years after a return, six where more than 25% of income was left out", "https://www.law.cornell.edu/uscode/text/26/6501";
    /// What cannot be rolled over.
    FORMS_NO_ROLLOVER = "26 CFR 1.402(c)-2, Q&A-4", "what a plan returns as too much cannot be rolled over", "https://www.law.cornell.edu/cfr/text/26/1.402(c)-2";
    /// Money in a Roth IRA that does not belong there.
    FORMS_IRA_EXCESS = "IRC 408(d)(4), 4973(f)", "an excess contribution to a Roth IRA comes out with its earnings by the return’s due date with extensions, or costs 6% a year", "https://www.law.cornell.edu/uscode/text/26/4973";
    /// Excess deferrals, early or late.
    FORMS_EXCESS_DEFERRALS = "IRC 402(g)(2); 26 CFR 1.402(g)-1(e), (f)", "excess deferrals that come out by April 15 are taxed once; later ones are taxed again when they come out", "https://www.law.cornell.edu/cfr/text/26/1.402(g)-1";
    /// State income tax.
    FORMS_STATE = "Your state’s income tax law", "not covered by this planner", "";

    // Dates that no worksheet's own rule sets.

    /// Deadlines on a day that is no business day.
    NEXT_BUSINESS_DAY = "IRC 7503", "what is due to the IRS on a weekend or a holiday of the District of Columbia is due on the next business day", "https://www.law.cornell.edu/uscode/text/26/7503";
    /// Estimated tax.
    ESTIMATED_TAX = "IRC 6654(c)(2)", "the fourth payment of estimated tax is due on January 15 of the next year", "https://www.law.cornell.edu/uscode/text/26/6654";
    /// The return and the payment of the tax.
    RETURN_DUE = "IRC 6072(a), 6151(a), 7503", "the return and the tax are due on April 15, or the next business day", "https://www.law.cornell.edu/uscode/text/26/6072";
    /// The extension of the return.
    EXTENDED_RETURN = "IRC 6081(a); 26 CFR 1.6081-4", "Form 4868 gives six more months to file, and none to pay", "https://www.law.cornell.edu/cfr/text/26/1.6081-4";
    /// Contributions after the year's end.
    IRA_CONTRIBUTION_DUE = "IRC 219(f)(3), 408A(c)(7), 223(d)(4)(B)", "contributions to an IRA, a Roth IRA or an HSA count for the year before until its return is due, without extensions", "https://www.law.cornell.edu/uscode/text/26/219";
    /// Form 5498.
    FORM_5498_SENT = "IRC 408(i); 26 CFR 1.408-7", "the IRA’s provider reports contributions and rollovers by May 31", "https://www.law.cornell.edu/cfr/text/26/1.408-7";
    /// Telling a plan of excess deferrals.
    EXCESS_TOLD = "26 CFR 1.402(g)-1(e)(2)", "the plan sets the day by which it must hear of excess deferrals; many say March 1", "https://www.law.cornell.edu/cfr/text/26/1.402(g)-1";
    /// Pay counts in the year in which it is paid.
    PAY_WHEN_PAID = "26 CFR 1.415(c)-2(e)", "pay counts in the year in which it is paid", "https://www.law.cornell.edu/cfr/text/26/1.415(c)-2";
    /// When the yearly limits are published.
    LIMITS_PUBLISHED = "IRC 415(d), 402(g)(4)", "the IRS publishes the next year’s limits after the September price index, usually between late October and mid-November", "https://www.irs.gov/retirement-plans/cola-increases-for-dollar-limitations-on-benefits-and-contributions";
    /// When a plan with deferrals must be there.
    PLAN_ADOPTED = "26 CFR 1.401(k)-1(a)(3), (6)", "the plan and the election to defer must be there before the year ends: no election reaches back", "https://www.law.cornell.edu/cfr/text/26/1.401(k)-1";
    /// The first year of a sole proprietor's plan.
    FIRST_DEFERRALS = "IRC 401(b)(2); SECURE 2.0 Act, section 317", "a sole proprietor without employees may elect deferrals for the plan’s first year until the return is due, without extensions", "https://www.law.cornell.edu/uscode/text/26/401";
    /// Returns of partnerships and S corporations.
    BUSINESS_RETURN = "IRC 6072(b), 6081", "the return of a partnership or an S corporation is due on March 15, with an extension on September 15", "https://www.law.cornell.edu/uscode/text/26/6072";
    /// Form 5500-EZ.
    FORM_5500_EZ = "IRC 6058(a); Instructions for Form 5500-EZ", "due seven months after the plan year if the assets of all one-participant plans are above $250,000, and in the last year in any case", "https://www.irs.gov/instructions/i5500ez";
    /// When employer money must be in.
    EMPLOYER_MONEY_DUE = "IRC 404(a)(6)", "employer money counts for a year if it is in by the due date of the return, extensions included", "https://www.law.cornell.edu/uscode/text/26/404";

    // What else a person can do.

    /// The HSA limits of 2025.
    REV_PROC_2024_25 = "Rev. Proc. 2024-25", "HSA limits for 2025", "https://www.irs.gov/pub/irs-drop/rp-24-25.pdf";
    /// The HSA limits of 2026.
    REV_PROC_2025_19 = "Rev. Proc. 2025-19", "HSA limits for 2026", "https://www.irs.gov/pub/irs-drop/rp-25-19.pdf";
    /// The HSA limits of 2027.
    REV_PROC_2026_24 = "Rev. Proc. 2026-24", "HSA limits for 2027", "https://www.irs.gov/pub/irs-drop/rp-26-24.pdf";
    /// The limit on IRA contributions.
    IRA_LIMIT = "IRC 219(b)(1), (5)", "contributions to all IRAs of a person have one limit a year, and are never more than pay", "https://www.law.cornell.edu/uscode/text/26/219";
    /// When a Roth IRA closes.
    ROTH_IRA_PHASE_OUT = "IRC 408A(c)(3)", "what may go into a Roth IRA falls to nothing over a range of income", "https://www.law.cornell.edu/uscode/text/26/408A";
    /// When the deduction closes.
    IRA_DEDUCTION = "IRC 219(g)", "for who is covered by a plan at work, the deduction falls to nothing over a range of income", "https://www.law.cornell.edu/uscode/text/26/219";
    /// Conversion of a nondeductible contribution.
    BACKDOOR_IRA = "IRC 408(d)(1), (2), (o), 408A(d)(3); Form 8606", "a nondeductible contribution is basis; a conversion is taxed by the share of basis in all IRAs together", "https://www.law.cornell.edu/uscode/text/26/408";
    /// Health savings accounts.
    HSA = "IRC 223(b)", "contributions are deductible with a high-deductible health plan, and tax-free for medical costs", "https://www.law.cornell.edu/uscode/text/26/223";
    /// Pay that is deferred under a 457(b) has a limit of its own.
    OWN_LIMIT_457B = "IRC 457(b)(2), (e)(15), (18)", "deferrals to a 457(b) have a limit of their own, separate from that of a 401(k) or 403(b)", "https://www.law.cornell.edu/uscode/text/26/457";
    /// A plan of one's own business.
    OWN_BUSINESS_PLAN = "IRC 401(c), 404(a)(8), 415(c)", "net earnings of a business of one’s own can have a plan of their own, with a limit on annual additions of its own", "https://www.law.cornell.edu/uscode/text/26/401";
    /// A taxable account.
    TAXABLE_ACCOUNT = "IRC 1(h), 61(a), 1014", "dividends are taxed each year, gains when they are realized, and both at lower rates where held long enough", "https://www.law.cornell.edu/uscode/text/26/1";
    /// What a rise in value or a rate is assumed to be.
    ASSUMED = "Your assumptions, not law", "growth and rates that you or this planner assume", "";
    /// A limit is the year's alone.
    NO_CARRYING_OVER = "IRC 415(c)(1), 402(g)(1)", "each year has its own limits; what is left unused is not carried over", "https://www.law.cornell.edu/uscode/text/26/415";
    /// Which employer an annual addition counts for.
    EACH_EMPLOYER = "IRC 402(g)(1), 415(c), (f)(1)(B)", "deferrals add up per person, annual additions per employer", "https://www.law.cornell.edu/uscode/text/26/415";
}
