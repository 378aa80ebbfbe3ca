//! What else a person could do, and the year as a whole.

macro_rules! beyond {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// How the person files.
        FilingStatus = "filing-status": [Select FilingStatus] at beyond.filing_status, of Person,
            "Filing status", ask("How do you file your federal return?");
        /// Modified adjusted gross income.
        Magi = "magi": [Money] at beyond.magi, of Year,
            "Modified AGI", ask("Modified adjusted gross income for {year}")
                .hint("Line 11 of Form 1040 is close enough. Leave out what conversions add.");
        /// The health plan.
        HsaCoverage = "hsa-coverage": [Choice HsaCoverage] at beyond.hsa_coverage, of Person,
            "Health plan", ask("Do you have a high-deductible health plan?");
        /// What goes into IRAs for the year.
        IraContributed = "ira-contributed": [Money] at beyond.ira_contributed, of Year,
            "IRA contributions", ask("IRA and Roth IRA contributions for {year} so far");
        /// What all other IRAs are worth.
        OtherIras = "other-iras": [Money] at beyond.other_iras, of Year,
            "Other IRAs", ask("All your traditional, SEP and SIMPLE IRAs on December 31")
                .hint("What they are worth together. Enter 0 if you have none.");
        /// The basis in them.
        IraBasis = "ira-basis": [Money] at beyond.ira_basis, of Year,
            "Basis in IRAs", ask("Of that, never deducted").hint("Line 14 of your last Form 8606.");
        /// Whether the employer has a 457(b) as well.
        Offers457b = "offers-457b": [Choice Answer] at beyond.offers_457b, of Person,
            "457(b)", ask("Does your employer have a 457(b) plan as well?");
        /// What kind of business the person owns.
        BusinessKind = "business-kind": [Select BusinessKind] at beyond.business, of Person,
            "Kind of business", ask("What kind of business is it?");
        /// Whether the return was filed in time.
        FiledInTime = "filed-in-time": [Choice Answer] at beyond.filed_in_time, of Year,
            "Return filed", ask("Did you file the {year} return in time?");
        /// Years of the projection.
        ProjectedYears = "projected-years": [Count 1..=60] at beyond.projected_years, of Person,
            "Years of the projection", ask("Years until you use the money").hint("Leave blank for 20.");
        /// The tax rate when the money comes out.
        TaxRateLater = "tax-rate-later": [Percent] at beyond.tax_rate_later, of Person,
            "Tax rate later", ask("Tax rate then").hint("Federal and state together. Leave blank for today’s.");
        /// Dividends of a taxable account.
        Dividends = "dividends": [Percent] at beyond.dividends, of Person,
            "Dividends", ask("Dividends a year in a taxable account").hint("Leave blank for 1.5%.");
        /// The tax rate on dividends and gains.
        GainsTax = "gains-tax": [Percent] at beyond.gains_tax, of Person,
            "Tax on dividends and gains", ask("Tax rate on dividends and gains")
                .hint("Federal and state together. Leave blank for 15%.");
    } };
}
pub(crate) use beyond;
