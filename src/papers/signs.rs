//! Ways to say one thing, and the sign that stands for all of them.

use super::pattern::replaced;
use super::words::Word;

/// Ways to say one thing, from the first to the last.
pub const SIGNS: &[(&str, &str)] = &[
    // What is no negation.
    ("not|no more|greater|higher|larger than", "UPTO"),
    ("no|not later than", "BY"),
    ("no|not less|fewer|lower than", "ATLEAST"),
    ("at least", "ATLEAST"),
    ("whether or not", "WHETHER"),
    ("not only", "ALSO"),
    ("may|can|shall|will|must|do|should not exceed", "UPTO"),
    ("not to|exceeding exceed", "UPTO"),
    ("not exceeding", "UPTO"),
    ("not in excess of", "UPTO"),
    ("up to", "UPTO"),
    ("?a ?the maximum of", "UPTO"),
    ("as much|high as", "UPTO"),
    ("limited to", "UPTO"),
    ("no|without ?a|any charge|fee|cost", "NOFEE"),
    ("free of charge", "NOFEE"),
    ("no minimum|maximum", "NOBOUND"),
    ("not subject to", "NOTSUBJECT"),
    ("not taxed|taxable", "NOTTAXED"),
    (", if any", "IFANY"),
    ("whether you contribute|participate|save|defer or not", "WHETHER"),
    ("participant|member who BE ?an ?active|eligible employee", "participant"),
    // Out of the ordinary.
    ("other than", "EXCEPT"),
    ("with the exception of", "EXCEPT"),
    ("except ?for", "EXCEPT"),
    ("excluding", "EXCEPT"),
    ("apart|aside from", "EXCEPT"),
    ("highly compensated|paid ?employee|participant|associate", "HCE"),
    ("hce", "HCE"),
    // May, and may not.
    ("could|can|may not otherwise", "NOTOTHERWISE"),
    ("may|can|shall|will not ?also be able|allowed|permitted|eligible to", "NOTCAN"),
    ("BE not ?currently ?also able|allowed|permitted|eligible to", "NOTCAN"),
    ("BE unable|ineligible to", "NOTCAN"),
    ("BE prohibited|barred|precluded from", "NOTCAN"),
    ("do not have the ?option|right|ability|opportunity to", "NOTCAN"),
    ("may|can not|never|neither", "NOTCAN"),
    ("may|can no longer", "NOTCAN"),
    ("shall|must not", "NOTCAN"),
    ("will|shall ?also be able|allowed|permitted|eligible to", "CAN"),
    ("BE ?also able|allowed|permitted|eligible|entitled|free to", "CAN"),
    ("?will have|has the option|right|ability|opportunity to|of", "CAN"),
    ("may|can ?also ?then ?now ?still", "CAN"),
    ("could", "COULD"),
    // Ways to Roth.
    ("roth ira", "RIRA"),
    ("roth individual retirement account|annuity", "RIRA"),
    ("?automatic|automated in plan ?roth|ROTH conversion|rollover|transfer", "IPC"),
    ("roth|ROTH in plan conversion|rollover|transfer", "IPC"),
    ("intra plan ?roth|ROTH conversion|rollover|transfer", "IPC"),
    ("in plan convert|conversion to roth|ROTH", "IPC"),
    ("roth|ROTH conversion ?within|inside|in ?the ?plan", "IPC"),
    ("in service ?non ?hardship withdrawal|distribution", "ISW"),
];

/// Finds what kind of money a sentence speaks of: `AT` is after-tax money, `ROTH` are Roth
/// deferrals, whatever they are called, `PRETAX` is money before tax, and `aftertax` a basis
/// that may be either.
pub fn kinds_of_money(words: Vec<Word>) -> Vec<Word> {
    let mut words = replaced(words, "after|post tax", "aftertax");
    for (pattern, sign) in MONEY {
        words = replaced(words, pattern, sign);
    }
    words
}

const MONEY: &[(&str, &str)] = &[
    ("aftertax|posttax", "aftertax"),
    ("before|pre tax ?elective|401k|salary ?contribution|deferral|saving|basis", "PRETAX"),
    ("pretax ?elective|401k ?contribution|deferral|saving|basis", "PRETAX"),
    ("traditional contribution|deferral|401k", "PRETAX"),
    // After-tax for Roth, in whatever order.
    ("aftertax ( roth ?401k ) ?elective ?contribution|deferral|saving|basis|401k", "ROTH"),
    ("roth ?401k ( aftertax ) ?elective ?contribution|deferral|saving|basis|401k", "ROTH"),
    ("roth ?401k , aftertax contribution|deferral|saving|basis", "ROTH"),
    ("aftertax roth ?401k|elective ?contribution|deferral|saving|basis|option", "ROTH"),
    ("roth ?401k|elective aftertax ?elective ?contribution|deferral|saving|basis|option|account", "ROTH"),
    // After-tax that is not Roth.
    (
        "non|not roth ?voluntary|traditional|regular|employee|401k aftertax ?voluntary|employee|401k|participant ?contribution|saving|money|amount|account|balance|source|basis|deferral",
        "AT",
    ),
    ("aftertax ( non roth ) ?employee|voluntary ?contribution|saving|money|amount|account|balance|source|basis", "AT"),
    ("aftertax non roth ?contribution|saving|money|amount|account|basis", "AT"),
    (
        "traditional|regular|voluntary|supplemental|supplementary|unmatched aftertax ?voluntary|employee|401k ?contribution|saving|money|amount|account|balance|source|basis|election|deferral|sub ?account|subaccount",
        "AT",
    ),
    (
        "?employee|participant|member|additional|matched|unmatched aftertax ?employee|voluntary|401k|participant|member|payroll ?payroll contribution|saving|money|amount|account|balance|source|election|dollar|deposit|subaccount|portion|asset|fund|401k|percent ?sub|source|rate ?account|subaccount|balance|source|portion|money",
        "AT",
    ),
    // Roth deferrals.
    ("designated roth ?elective|401k ?contribution|deferral", "ROTH"),
    (
        "roth elective|401k|403b|salary|employee|saving|basic|after ?elective|saving|employee ?contribution|deferral|option|saving|feature|basis ?deferral",
        "ROTH",
    ),
    ("roth contribution|deferral|saving|basis|option|money", "ROTH"),
    ("before|pre tax", "PRETAX"),
    ("pretax", "PRETAX"),
];
