//! What several worksheets say of the same money in the same words.

/// What becomes of basis that was lost when an account was emptied.
pub const LOST_BASIS: &str = "The loss can’t be deducted. Whether it lowers the tax on later earnings is not settled, and most plans start over at zero, so it does not lower anything here unless the plan’s own figures count it.";
