import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventLine, Party } from "../api/types.ts";
import { pairSeries, typeShares } from "./pair-series.ts";

const party = (code: string): Party => ({ code, sector: null, name: null, id: null });
const event = (
  date: string | null,
  scale: number | null,
  actor = "USA",
  recipient = "RUS",
  type = "SANCTION",
): EventLine =>
  ({
    date,
    event_scale: scale,
    factuality: "actual",
    event: type,
    quad_code: 4,
    actor: [party(actor)],
    recipient: recipient === "" ? [] : [party(recipient)],
  }) as unknown as EventLine;

test("a bin without events is a gap, not a nought", () => {
  const points = pairSeries(
    [event("2017-08-01", -6), event("2017-08-02", 2), event("2017-08-20", -4), event(null, 5)],
    "week",
  );
  assert.deepEqual(
    points.map(({ start, score, events }) => [start, score, events]),
    [
      ["2017-07-31", -2, 2],
      ["2017-08-07", null, 0],
      ["2017-08-14", -4, 1],
    ],
  );
  assert.deepEqual(pairSeries([], "day"), []);
});

test("what was only threatened, planned or denied moves no score", () => {
  assert.deepEqual(pairSeries([{ ...event("2017-08-01", -6), factuality: "negation" }], "day"), []);
});

test("typeShares tells who did it to whom", () => {
  const shares = typeShares(
    [
      event("2017-08-01", -6),
      event("2017-08-02", -6, "RUS", "USA"),
      event("2017-08-02", -6),
      { ...event("2017-08-03", 2, "RUS", "", "CONSULT"), actor: [party("USA"), party("RUS")] },
    ],
    "USA",
    "RUS",
  );
  assert.deepEqual(
    shares.map(({ type, forth, back, both }) => [type, forth, back, both]),
    [
      ["SANCTION", 2, 1, 0],
      ["CONSULT", 0, 0, 1],
    ],
  );
});
