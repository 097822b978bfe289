/** Which statements are joined: pairs that are one statement and pairs that are not, in any order. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { loadStatementJoining } from "../../knowledge/statement-knowledge.ts";
import type { StatementFacts, StatementTie } from "../types.ts";
import { createStatementJoining } from "./index.ts";

const joining = createStatementJoining(loadStatementJoining());
const facts = (
  id: string,
  content: string,
  speakers: readonly string[] = ["person/Q1"],
  day = "2017-08-10",
): StatementFacts => ({ id, content, speakers, day });

const LONG = "“The sanctions will stay until every prisoner is free, and not one day less.”";

/** why, one, two, how they are tied */
const PAIRS: readonly (readonly [string, StatementFacts, StatementFacts, StatementTie["kind"] | null])[] = [
  ["word for word", facts("a", LONG), facts("b", LONG), "same"],
  ["other marks", facts("a", LONG), facts("b", LONG.replaceAll(/[“”]/g, '"')), "same"],
  ["unknown speaker", facts("a", LONG), facts("b", LONG, []), "same"],
  ["other speaker", facts("a", LONG), facts("b", LONG, ["person/Q2"]), null],
  ["the last name", facts("a", LONG, ["john smith"]), facts("b", LONG, ["smith"]), "same"],
  ["months later", facts("a", LONG), facts("b", LONG, undefined, "2017-12-10"), null],
  [
    "shortened",
    facts("a", LONG),
    facts("b", "“The sanctions will stay until every prisoner is free”"),
    "shortened",
  ],
  ["two words alone", facts("a", LONG), facts("b", "“will stay”"), null],
  ["few words of nobody", facts("a", "“We will go on.”", []), facts("b", "“We will go on.”", []), null],
  [
    "translated twice",
    facts("a", "“The embargo against our country violates every principle of international trade”"),
    facts("b", "“This embargo on our nation violates the principles of all international trade”"),
    "reworded",
  ],
  [
    "translated twice, a week apart",
    facts("a", "“The embargo against our country violates every principle of international trade”"),
    facts(
      "b",
      "“This embargo on our nation violates the principles of all international trade”",
      undefined,
      "2017-08-20",
    ),
    null,
  ],
  [
    "another statement on the same day",
    facts("a", "“The embargo against our country violates every principle of international trade”"),
    facts("b", "“Our country will answer the embargo with measures of its own next week”"),
    null,
  ],
];

describe("pairs", () => {
  for (const [why, one, two, kind] of PAIRS)
    it(`${why}: ${kind ?? "not joined"}`, () => {
      assert.equal(joining.compare(one, two)?.kind ?? null, kind);
      assert.deepEqual(joining.compare(one, two), joining.compare(two, one));
      if (kind === null) return;
      const keys = new Set(joining.keysOf(one));
      assert.ok(
        joining.keysOf(two).some((key) => keys.has(key)),
        "they do not find each other",
      );
    });
});

describe("groups", () => {
  const all = [
    facts("c", LONG, ["person/Q1"], "2017-08-11"),
    facts("b", LONG, []),
    facts("a", "“The sanctions will stay until every prisoner is free”", ["person/Q1"], "2017-08-12"),
    facts("d", LONG, ["person/Q2"], "2017-08-09"),
  ];
  const tiesOf = (list: readonly StatementFacts[]) =>
    list.flatMap((one, at) => list.slice(at + 1).flatMap((two) => joining.compare(one, two) ?? []));

  it("never join two speakers over one that is unknown, in whatever order they come", () => {
    const wanted = new Map(joining.group(all, tiesOf(all)));
    assert.notEqual(wanted.get("c"), wanted.get("d"));
    for (const order of [all.toReversed(), [all[2]!, all[0]!, all[3]!, all[1]!]]) {
      const found = joining.group(order, tiesOf(order).toReversed());
      for (const [id, first] of wanted) assert.equal(found.get(id), first);
    }
  });

  it("begin with the earliest", () => {
    const two = all.slice(0, 3);
    assert.deepEqual([...joining.group(two, tiesOf(two)).values()], ["b", "b", "b"]);
  });
});
