//! The answers to the questions about a plan.

use super::choice::choices;

choices! {
    /// An answer that may be open.
    Answer {
        /// Not known yet.
        Unknown = "unknown" => "I don’t know",
        /// Yes.
        Yes = "yes" => "Yes",
        /// No.
        No = "no" => "No",
    }
}

choices! {
    /// The kind of plan.
    PlanKind {
        /// A 401(k) plan of an employer with staff.
        Plan401k = "401k" => "401(k)",
        /// A 403(b) plan.
        Plan403b = "403b" => "403(b)",
        /// A one-participant 401(k) of one's own business.
        Solo401k = "solo_401k" => "Solo 401(k), one participant",
        /// A profit-sharing or money purchase plan without deferrals.
        ProfitSharing = "profit_sharing" => "Profit sharing, without deferrals",
        /// A 401(a) plan of a government.
        Governmental401a = "governmental_401a" => "Governmental 401(a)",
        /// A 457(b) plan of a government.
        Governmental457b = "governmental_457b" => "Governmental 457(b)",
        /// A 457(b) plan of a tax-exempt employer.
        TaxExempt457b = "tax_exempt_457b" => "457(b) of a nonprofit",
        /// The Thrift Savings Plan of the federal government.
        Tsp = "tsp" => "Thrift Savings Plan (TSP)",
        /// A SIMPLE IRA.
        SimpleIra = "simple_ira" => "SIMPLE IRA",
        /// A SIMPLE 401(k).
        Simple401k = "simple_401k" => "SIMPLE 401(k)",
        /// A starter 401(k) or safe harbor deferral-only 403(b).
        Starter401k = "starter_401k" => "Starter 401(k)",
        /// A SEP IRA.
        Sep = "sep" => "SEP IRA",
        /// A SARSEP.
        Sarsep = "sarsep" => "SARSEP",
        /// A plan under Puerto Rico's tax law alone.
        PuertoRico = "puerto_rico" => "Puerto Rico plan",
    }
}

choices! {
    /// The kind of employer, which decides about the ACP test.
    EmployerKind {
        /// A company.
        Company = "company" => "A company",
        /// A nonprofit.
        Nonprofit = "nonprofit" => "A nonprofit",
        /// A government or a public school.
        Government = "government" => "A government or public school",
        /// A church or a church-controlled employer.
        Church = "church" => "A church",
        /// The person's own business without other staff.
        OwnBusiness = "own_business" => "My own business, with no other employees",
    }
}

/// Whether a plan of this kind, of this kind of employer, may have to pass the ACP test: not
/// those of governments, nor a 403(b) of a church, nor one that has nobody to compare with.
/// For other plans of a church it is not settled.
#[must_use]
pub fn may_have_acp_test(kind: PlanKind, employer: EmployerKind) -> bool {
    let has_match_or_after_tax = matches!(kind, PlanKind::Plan401k | PlanKind::Plan403b | PlanKind::ProfitSharing);
    has_match_or_after_tax
        && match employer {
            EmployerKind::Company | EmployerKind::Nonprofit => true,
            EmployerKind::Church => kind != PlanKind::Plan403b,
            EmployerKind::Government | EmployerKind::OwnBusiness => false,
        }
}

choices! {
    /// Whether a plan takes catch-up contributions.
    CatchUpOffer {
        /// Not known yet; counted as [`CatchUpOffer::Standard`].
        Unknown = "unknown" => "I don’t know",
        /// None at all.
        None = "none" => "No",
        /// The amount from age 50.
        Standard = "standard" => "Yes, the usual amount only",
        /// That, and the higher amount for ages 60 to 63.
        Higher = "higher" => "Yes, with the higher amount for ages 60 to 63",
    }
}

choices! {
    /// How soon after-tax money can move to Roth after it went in.
    TransferTiming {
        /// Not known yet.
        Unknown = "unknown" => "I don’t know",
        /// With each contribution, by itself.
        Automatic = "automatic" => "Automatically, with each contribution",
        /// On any day, when asked for.
        AnyDay = "any_day" => "Any day, on request",
        /// Once a month.
        Monthly = "monthly" => "Once a month",
        /// Once a quarter.
        Quarterly = "quarterly" => "Once a quarter",
        /// Once a year.
        Yearly = "yearly" => "Once a year",
    }
}

choices! {
    /// How a transfer is asked for.
    TransferBy {
        /// Not known yet.
        Unknown = "unknown" => "I don’t know",
        /// On the plan's web site.
        Online = "online" => "On the plan’s site",
        /// By phone or on a paper form.
        PhoneOrForm = "phone_or_form" => "By phone or on a form",
    }
}

choices! {
    /// Where the plan lets after-tax money go.
    Destination {
        /// Not known yet.
        Unknown = "unknown" => "I don’t know",
        /// A Roth IRA only.
        RothIra = "roth_ira" => "A Roth IRA",
        /// The plan's own Roth account only.
        Roth401k = "roth_401k" => "The plan’s Roth account",
        /// Either.
        Both = "both" => "Either",
    }
}

choices! {
    /// Whether after-tax contributions run by themselves.
    ElectionMode {
        /// Not known yet; counted as [`ElectionMode::Standing`].
        Unknown = "unknown" => "I don’t know",
        /// An election stays in force for each paycheck until it is changed.
        Standing = "standing" => "They continue until I change them",
        /// Each contribution is asked for or deposited by hand.
        EachTime = "each_time" => "I make each one by hand",
    }
}

choices! {
    /// The steps in which payroll takes elections.
    ElectionStep {
        /// Whole percent of pay.
        Percent = "percent" => "Whole percent",
        /// Half percents.
        HalfPercent = "half_percent" => "Half percents",
        /// Tenths of a percent.
        TenthPercent = "tenth_percent" => "Tenths of a percent",
        /// Whole dollars a paycheck.
        Dollars = "dollars" => "Whole dollars",
        /// Dollars and cents a paycheck.
        Cents = "cents" => "Dollars and cents",
    }
}

choices! {
    /// Which year the limit on annual additions goes by, the plan's limitation year.
    LimitationYearKind {
        /// Not known yet; counted as [`LimitationYearKind::Calendar`], unless months of a
        /// short one are entered.
        Unknown = "unknown" => "I don’t know",
        /// The calendar year.
        Calendar = "calendar" => "The calendar year",
        /// A year of fewer than twelve months.
        Short = "short" => "A short year: the plan is new, ended, or changed its year",
        /// Twelve months that begin in another month than January.
        Other = "other" => "Twelve months that start in another month",
    }
}

choices! {
    /// What the highest election covers.
    LimitCovers {
        /// Not known yet; counted as [`LimitCovers::AfterTax`].
        Unknown = "unknown" => "I don’t know",
        /// The after-tax election alone.
        AfterTax = "after_tax" => "The after-tax election only",
        /// What spills over from deferrals as well.
        Spillover = "spillover" => "The after-tax election and spillover",
        /// All that is taken from a paycheck.
        Everything = "everything" => "All contributions together, deferrals included",
    }
}

choices! {
    /// What of the match the ACP test counts in addition to after-tax money. A plan with a
    /// safe harbor for the test may leave out all of it; one with the safe harbor for
    /// deferrals alone, by its match, what is within a share of pay
    /// (26 CFR 1.401(m)-2(a)(5)(iv)).
    MatchTested {
        /// Not known yet; counted as [`MatchTested::All`].
        Unknown = "unknown" => "I don’t know",
        /// None of it.
        None = "yes" => "After-tax money alone",
        /// What is above 4% of pay.
        AboveFour = "above_4_percent" => "After-tax money, and match above 4% of pay",
        /// What is above 3½% of pay: with a qualified automatic contribution arrangement.
        AboveThreeAndAHalf = "above_3_5_percent" => "After-tax money, and match above 3½% of pay",
        /// All of it.
        All = "no" => "After-tax money and all match",
    }
}

impl ElectionStep {
    /// Whether elections are dollars a paycheck, and not a share of it.
    #[must_use]
    pub const fn in_dollars(self) -> bool {
        matches!(self, Self::Dollars | Self::Cents)
    }
}
