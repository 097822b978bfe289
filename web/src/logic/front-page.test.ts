import assert from "node:assert/strict";
import { test } from "node:test";
import type { EventLine } from "../api/types.ts";
import { frontPage } from "./front-page.ts";

const event = (id: string, own: Partial<EventLine>): EventLine =>
  ({
    id,
    story_id: id,
    date: "2017-08-05",
    enddate: null,
    factuality: "actual",
    lines: 1,
    reports: 1,
    event_scale: 0,
    first_report: "r1",
    last_report: "r1",
    ...own,
  }) as EventLine;
const span = { since: "2017-08-01", until: "2017-08-31", fresh: null };

test("the event with most lines leads, and a story has one place", () => {
  const page = frontPage(
    [
      event("a", {}),
      event("b", { lines: 3, story_id: "s" }),
      event("c", { lines: 2, story_id: "s" }),
      event("d", { reports: 2 }),
    ],
    span,
  );
  assert.equal(page.lead?.event.id, "b");
  assert.equal(page.lead?.others, 1);
  assert.deepEqual(
    page.second.map((item) => item.event.id),
    ["d", "a"],
  );
  assert.equal(page.total, 4);
});

test("what lies outside of the span, has no day or is background has no place", () => {
  const page = frontPage(
    [
      event("old", { date: "2017-07-01" }),
      event("none", { date: null }),
      event("long", { date: "2017-07-20", enddate: "2017-08-02" }),
      event("war", { factuality: "historical" }),
    ],
    span,
  );
  assert.equal(page.lead?.event.id, "long");
  assert.equal(page.total, 1);
});

test("since the last visit counts what new reports tell", () => {
  const page = frontPage([event("a", {}), event("b", { last_report: "r9" })], {
    ...span,
    fresh: new Set(["r9"]),
  });
  assert.deepEqual([page.lead?.event.id, page.total], ["b", 1]);
  assert.equal(frontPage([], span).lead, null);
});
