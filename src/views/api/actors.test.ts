/** What the API tells of actors, whether or not a report names them. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { type Answer, withServed } from "./testing/serving.ts";

test("an actor is found by code, id and whole name", async () => {
  await withServed([], async ({ json }) => {
    const ids = [];
    for (const words of ["RUS", "state/RUS", "Russia", "Russian Federation"])
      ids.push((await json(`/api/v1/actors/${encodeURIComponent(words)}`)).id);
    assert.deepEqual(ids, Array(4).fill("state/RUS"));
  });
});

test("a person has terms of office, a state the holders of a day", async () => {
  await withServed([], async ({ json }) => {
    const person = await json("/api/v1/actors/person%2FQ7747");
    assert.equal(person.name, "Vladimir Putin");
    assert.ok(
      person.terms.some((term: Answer) => term.office === "head-of-state" && term.body_id === "state/RUS"),
    );
    const state = await json("/api/v1/actors/USA?day=2017-08-02");
    assert.ok(
      state.terms.some((term: Answer) => term.office === "head-of-state" && term.person === "Donald Trump"),
    );
  });
});

test("an unknown name is a problem that says what to do, whatever it holds", async () => {
  await withServed([], async ({ ask }) => {
    for (const words of ["Nobody At All", "../../etc/passwd", "<script>", "x".repeat(3_000), "state/"]) {
      const answer = await ask(`/api/v1/actors/${encodeURIComponent(words)}`);
      assert.equal(answer.status, 404, words.slice(0, 30));
      assert.match(((await answer.json()) as Answer).advice, /ISO 3166/);
    }
  });
});
