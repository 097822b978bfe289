import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventLine, Party } from "../api/types.ts";
import { actorCounts, counterparts } from "./actor-activity.ts";

const party = (code: string | null, name: string | null = null, words = ""): Party => ({
  code,
  sector: null,
  name,
  id: name === null ? null : `person/${name}`,
  entity_text: words,
});
const event = (actor: Party[], recipient: Party[], quad = 4, scale = -6): EventLine =>
  ({ id: "e", actor, recipient, quad_code: quad, event_scale: scale }) as unknown as EventLine;

test("counterparts are counted by state, whoever acts for it, and never oneself", () => {
  const found = counterparts(
    [
      event([party("USA")], [party("RUS", "Lavrov"), party("RUS", "Putin")]),
      event([party("RUS")], [party("USA", "Tillerson")], 1, 2),
      event([party("USA")], [party("IRN")], 4, -3),
    ],
    ["USA"],
  );
  assert.deepEqual(
    found.map(({ key, cooperation, conflict, score }) => [key, cooperation, conflict, score]),
    [
      ["RUS", 1, 1, -2],
      ["IRN", 0, 1, -3],
    ],
  );
});

test("actorCounts keeps apart who was not resolved", () => {
  const { resolved, unresolved } = actorCounts([
    event([party(null, null, "The rebels")], [party("SYR")]),
    event([party("SYR")], [party(null, null, "the rebels")]),
  ]);
  assert.deepEqual(
    resolved.map(({ key, does, receives }) => [key, does, receives]),
    [["SYR", 1, 1]],
  );
  assert.deepEqual(unresolved, [{ words: "The rebels", count: 2, event: "e" }]);
});
