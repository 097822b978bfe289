import assert from "node:assert/strict";
import { test } from "node:test";
import { loadCalendar } from "../../knowledge/calendar.ts";
import { atomsOfText } from "./atoms.ts";
import { compileCalendar } from "./calendar.ts";
import { latticeOf } from "./match.ts";
import { mayMatch, stepsOf } from "./may-match.ts";
import { parsePattern } from "./pattern.ts";

const calendar = compileCalendar(loadCalendar());

const ROWS: readonly (readonly [pattern: string, text: string, fits: boolean])[] = [
  ["in MONTH", "in May", true],
  ["in MONTH", "in Paris", false],
  ["in MONTH", "in", false],
  ["in [early] MONTH", "in early May", true],
  ["in [early] MONTH", "in May", true],
  ["in [early] MONTH", "in late May", false],
  // the shorter reading of the number must be left for the longer one
  ["NUM [UNITS] ago", "two days ago", true],
  ["NUM [UNITS] ago", "two days later", false],
  ["<DAY> MONTH", "3 May", true],
  ["DAY ~MONTH", "3 May", false],
  ["DAY ~MONTH", "3May", true],
];

for (const [pattern, text, fits] of ROWS)
  test(`"${pattern}" ${fits ? "fits" : "does not fit"} "${text}"`, () => {
    const lattice = latticeOf(atomsOfText(text), calendar);
    assert.equal(mayMatch(stepsOf(parsePattern(pattern)), lattice, 0), fits);
  });
