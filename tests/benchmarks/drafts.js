// What is entered while scripts/measure times the pages: what the browser keeps, as
// src/draft/saved.md has it, made out of the planner's own example.
"use strict";

/** The first to the twelfth of a year's days, in the way that people type them. */
const days = (year, count) => Array.from({ length: count }, (_, place) => `${(place % 12) + 1}/${(Math.floor(place / 12) % 28) + 1}/${year}`);

const rows = (texts) => texts.map((texts, id) => ({ id, texts }));

/** A second employer with a plan, and two bonuses of the first. */
function twoJobs({ draft, ...rest }) {
  const sheet = draft.sheets[draft.year];
  const job = { name: "The other job", relation: "unrelated", "deferrals-so-far": "4,000", "deferrals-to-come": "1,000" };
  const bonus = (date, amount) => ({ date: `${date}/${draft.year}`, amount, "takes-deferrals": "yes", "takes-after-tax": "yes", matched: "yes" });
  const bonuses = rows([bonus("3/15", "21,000"), bonus("12/15", "9,500.50")]);
  return { ...rest, draft: { ...draft, sheets: { ...draft.sheets, [draft.year]: { ...sheet, jobs: rows([job]), bonuses } } } };
}

/** Thirty years, from the first that a ledger can have. Up to that of the example each has a
 * balance and a conversion a month, and contributions: ten thousand rows altogether. */
function thirtyYears({ draft, ...rest }) {
  const [first, last] = [2002, draft.year];
  const each = Math.min(400, Math.floor(10_000 / (last - first + 1)));
  const sheets = { ...draft.sheets };
  for (let year = first; year < first + 30; year += 1) {
    const list = (count, sum) => (year > last ? [] : rows(days(year, count).map((on) => ({ on, sum }))));
    const ledger = { contributions: list(each - 24, "77.17"), balances: list(12, "2,011.17"), conversions: list(12, "1,987.65") };
    sheets[year] = { texts: sheets[last].texts, jobs: [], ...sheets[year], ...ledger };
  }
  return { ...rest, draft: { ...draft, sheets } };
}

/** The states by their names, each out of the example's saved text. */
const STATES = {
  "the example": (saved) => saved,
  "two jobs, bonuses": twoJobs,
  "30 years, 10,000 rows": thirtyYears,
};

module.exports = { STATES };
