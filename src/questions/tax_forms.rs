//! Forms 1099-R as they arrived, and money that the plan returned.

macro_rules! forms {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// Who sent a Form 1099-R.
        Payer = "payer": [Words] at payer,
            "Payer", ask("Payer").hint("The plan, or the company that runs it.");
        /// The box at the top: `yes` if it is checked.
        Corrected = "corrected": [Checked] at corrected,
            "Corrected", ask("Corrected");
        /// Box 1.
        Box1 = "box-1": [Money] at gross,
            "Box 1", ask("1 Gross distribution");
        /// Box 2a.
        Box2a = "box-2a": [Money] at taxable,
            "Box 2a", ask("2a Taxable amount");
        /// Box 2b, first part: `yes` if it is checked.
        NotDetermined = "not-determined": [Checked] at not_determined,
            "Box 2b, not determined", ask("2b Taxable amount not determined");
        /// Box 2b, second part: `yes` if it is checked.
        TotalDistribution = "total-distribution": [Checked] at total,
            "Box 2b, total distribution", ask("2b Total distribution");
        /// Box 4.
        Box4 = "box-4": [Money] at withheld,
            "Box 4", ask("4 Federal income tax withheld");
        /// Box 5.
        Box5 = "box-5": [Money] at basis,
            "Box 5", ask("5 Employee contributions");
        /// Box 7.
        Box7 = "box-7": [Words] at codes,
            "Box 7", ask("7 Distribution codes");
        /// The IRA/SEP/SIMPLE box: `yes` if it is checked.
        IraBox = "ira-box": [Checked] at ira,
            "IRA/SEP/SIMPLE box", ask("7 IRA/SEP/SIMPLE");
        /// Box 10.
        Box10 = "box-10": [Money] at within_5_years,
            "Box 10", ask("10 Within 5 years");
        /// Box 11.
        Box11 = "box-11": [Year 2006] at first_roth_year,
            "Box 11", ask("11 1st year of Roth");
        /// How much of box 1 the ledger does not hold.
        OtherMoney = "other-money": [Money] at other_money,
            "Other money on the form", ask("Other money in box 1")
                .hint("Pre-tax, employer or Roth money that is not in your ledger.");
        /// What of that is taxable.
        OtherTaxable = "other-taxable": [Money] at other_taxable,
            "Taxable part of the other money", ask("Its taxable part");
    } };
}
pub(crate) use forms;

macro_rules! returns {
    ($next:ident! $($rest:tt)*) => { $next! { $($rest)*
        /// Why the plan returned money.
        ReturnKind = "return-kind": [Select ReturnKind] at kind,
            "Why it was returned", ask("Why?");
        /// The excess that the plan returned.
        Excess = "excess": [Money] at excess,
            "Excess returned", ask("Excess").hint("Without its earnings.");
        /// Pre-tax deferrals in the excess.
        ExcessPreTax = "excess-pre-tax": [Money] at pre_tax
            if |row| !row.says(RowField::ReturnKind, ReturnKind::Deferrals)
                && !row.says(RowField::ReturnKind, ReturnKind::AcpTest),
            "Pre-tax deferrals returned", ask("Pre-tax deferrals included").hint("They are taxable.");
        /// The earnings that came with it.
        ReturnedEarnings = "returned-earnings": [Money] at earnings,
            "Earnings returned", ask("Its earnings");
        /// When it was paid.
        PaidOn = "paid-on": [Date] at paid_on,
            "Date of the return", ask("Paid on").hint("Leave blank if it has not come yet.");
        /// Whether the money had been converted.
        WasConverted = "was-converted": [Choice Answer] at converted
            if |row| !row.says(RowField::ReturnKind, ReturnKind::Deferrals),
            "Converted before", ask("Had the money been converted before?");
        /// Whether the excess deferrals were Roth.
        WasRoth = "was-roth": [Choice Answer] at roth if |row| row.says(RowField::ReturnKind, ReturnKind::Deferrals),
            "Roth deferrals", ask("Were they Roth deferrals?");
    } };
}
pub(crate) use returns;
