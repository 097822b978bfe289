/** The state that a report is about: places first, unless people and bodies of another state fill it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { loadAgents } from "../../knowledge/agents.ts";
import type { GazetteerEntry } from "../../knowledge/types.ts";
import type { Discourse, EntityMention } from "../../language/types.ts";
import { findFocus } from "./focus.ts";

/** Names by type and state: "person USA". */
function focusOf(...names: readonly string[]): string | null {
  const mentions = names.map((name, sentence) => {
    const [type, state] = name.split(" ") as [EntityMention["type"], string];
    return {
      form: "name",
      type,
      sentence,
      first: 0,
      chain: -1,
      candidates: [state],
    } as unknown as EntityMention;
  });
  const discourse = { mentions, chains: [] } as unknown as Discourse;
  const entry = (id: string) => ({ state: id }) as GazetteerEntry;
  const focus = findFocus(
    discourse,
    () => [],
    loadAgents(),
    entry,
    () => false,
  );
  return focus(0, "GOV")?.code ?? null;
}

test("one state named is what the report is about", () => {
  assert.equal(focusOf("place LBY"), "LBY");
  assert.equal(focusOf("place LBY", "person USA", "person USA"), "LBY", "two people are no matter");
  assert.equal(focusOf(), null);
});

test("people and bodies of another state that fill the report outweigh a place", () => {
  const people = ["person USA", "organisation USA", "person USA"];
  assert.equal(focusOf("place LBY", ...people), "USA");
  assert.equal(
    focusOf("place LBY", "place LBY", ...people),
    "LBY",
    "they have to be more than twice as many",
  );
  assert.equal(focusOf(...people), "USA");
});
