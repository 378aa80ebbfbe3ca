//! What usually differs by kind of employer, and what to ask first.

/// The names of its columns.
pub const EMPLOYERS_HEAD: [&str; 3] = ["Employer", "What usually differs", "Ask first"];

/// A row for each kind of employer.
pub const EMPLOYERS: [[&str; 3]; 6] = [
    [
        "Large private company",
        "Often has after-tax contributions and automatic conversion. The ACP test may send money back to the highly paid.",
        "Is there a daily conversion? What did the last test return?",
    ],
    [
        "Public employer",
        "A 403(b) or 401(a), often along with a 457(b). No ACP test; after-tax money is rare.",
        "Can you defer more into the 457(b)? Does the 401(a) accept voluntary after-tax money?",
    ],
    [
        "Nonprofit",
        "A 403(b), where deferrals and the employer’s money go into contracts of your own; it counts together with a business that you control.",
        "Is the money in annuities or mutual funds? May after-tax money be converted inside the plan?",
    ],
    [
        "Church",
        "A 403(b) without an ACP test; a 401(k) of a church may be tested.",
        "Which kind of plan is it? Who runs it?",
    ],
    [
        "Small company",
        "After-tax money is rare, because the ACP test hits the few who use it.",
        "Would the employer add it, and who would pass the test?",
    ],
    [
        "Your own business",
        "A solo plan with a document that allows it. No test while there is no staff; you are the payer and issue the forms.",
        "Does the document allow after-tax contributions and in-plan conversion?",
    ],
];
