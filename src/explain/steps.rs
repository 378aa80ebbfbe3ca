//! Figures with their arithmetic: each step with its operands and where the law says so.

use rust_decimal::Decimal;
use serde::Serialize;

use crate::law::Citation;
use crate::money::{Money, RoundingStrategy};

/// A named amount that goes into a step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Operand {
    /// What it is.
    pub label: String,
    /// How much.
    pub value: Money,
}

/// What a step does with its operands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Operation {
    /// Taken as given.
    Given,
    /// All added up.
    Sum,
    /// The first less the others.
    Difference,
    /// The least of them.
    Least,
    /// The greatest of them.
    Greatest,
    /// The operand times what the text says.
    Times(String),
    /// The text says how.
    Formula(String),
}

/// One line of arithmetic. Its value is computed from its operands when it is
/// made, so what is shown is what was reckoned.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Step {
    /// What the line finds.
    pub label: String,
    /// How.
    pub operation: Operation,
    /// From what.
    pub operands: Vec<Operand>,
    /// The result.
    pub value: Money,
    /// Why, in law.
    pub citation: Citation,
}

impl Step {
    /// An amount taken as given.
    #[must_use]
    pub fn given(label: impl Into<String>, citation: Citation, value: Money) -> Self {
        Self { label: label.into(), operation: Operation::Given, operands: Vec::new(), value, citation }
    }

    /// The sum of the operands.
    #[must_use]
    pub fn sum<L: Into<String>>(
        label: impl Into<String>,
        citation: Citation,
        operands: impl IntoIterator<Item = (L, Money)>,
    ) -> Self {
        let operands = named(operands);
        let value: Money = operands.iter().map(|operand| operand.value).sum();
        Self { label: label.into(), operation: Operation::Sum, operands, value, citation }
    }

    /// The first operand less all the others.
    #[must_use]
    pub fn difference<L: Into<String>>(
        label: impl Into<String>,
        citation: Citation,
        operands: impl IntoIterator<Item = (L, Money)>,
    ) -> Self {
        let operands = named(operands);
        let mut values = operands.iter().map(|operand| operand.value);
        let first = values.next().unwrap_or_default();
        let value = values.fold(first, |left, amount| left - amount);
        Self { label: label.into(), operation: Operation::Difference, operands, value, citation }
    }

    /// The least operand.
    #[must_use]
    pub fn least<L: Into<String>>(
        label: impl Into<String>,
        citation: Citation,
        operands: impl IntoIterator<Item = (L, Money)>,
    ) -> Self {
        let operands = named(operands);
        let value = operands.iter().map(|operand| operand.value).min().unwrap_or_default();
        Self { label: label.into(), operation: Operation::Least, operands, value, citation }
    }

    /// The greatest operand.
    #[must_use]
    pub fn greatest<L: Into<String>>(
        label: impl Into<String>,
        citation: Citation,
        operands: impl IntoIterator<Item = (L, Money)>,
    ) -> Self {
        let operands = named(operands);
        let value = operands.iter().map(|operand| operand.value).max().unwrap_or_default();
        Self { label: label.into(), operation: Operation::Greatest, operands, value, citation }
    }

    /// An amount times a factor, which `shown` puts in words or digits.
    #[must_use]
    pub fn times(
        label: impl Into<String>,
        citation: Citation,
        (operand, amount): (&str, Money),
        (shown, factor): (String, Decimal),
        rounding: RoundingStrategy,
    ) -> Self {
        Self {
            label: label.into(),
            operation: Operation::Times(shown),
            operands: named([(operand, amount)]),
            value: amount.times(factor, rounding),
            citation,
        }
    }

    /// An amount that a formula of the law gives, which `shown` writes out.
    #[must_use]
    pub fn formula(label: impl Into<String>, citation: Citation, shown: String, value: Money) -> Self {
        Self { label: label.into(), operation: Operation::Formula(shown), operands: Vec::new(), value, citation }
    }

    /// The line in digits: `$72,000.00 − $24,500.00 − $6,000.00 = $41,500.00`.
    #[must_use]
    pub fn arithmetic(&self) -> String {
        let values = |between: &str| {
            self.operands.iter().map(|operand| operand.value.to_string()).collect::<Vec<_>>().join(between)
        };
        let left = match &self.operation {
            Operation::Given => return self.value.to_string(),
            Operation::Sum => values(" + "),
            Operation::Difference => values(" − "),
            Operation::Least => format!("least of {}", values(", ")),
            Operation::Greatest => format!("greatest of {}", values(", ")),
            Operation::Times(factor) => format!("{} × {factor}", values(" ")),
            Operation::Formula(shown) => shown.clone(),
        };
        format!("{left} = {}", self.value)
    }
}

fn named<L: Into<String>>(operands: impl IntoIterator<Item = (L, Money)>) -> Vec<Operand> {
    operands.into_iter().map(|(label, value)| Operand { label: label.into(), value }).collect()
}

/// An amount that can show how it came about, line by line. Its value is that
/// of its last step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Figure {
    /// The amount.
    pub value: Money,
    /// The lines of arithmetic, in order.
    pub steps: Vec<Step>,
}

impl Figure {
    /// A figure that ends in this step after the steps before it.
    #[must_use]
    pub fn new(before: impl IntoIterator<Item = Step>, last: Step) -> Self {
        let value = last.value;
        let mut steps: Vec<Step> = before.into_iter().collect();
        steps.push(last);
        Self { value, steps }
    }
}
