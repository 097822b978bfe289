/** Events, stories and their numbers over the API: what linking keeps, and what charts, facets and the front page get of it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { onEachBackend } from "../../record/testing/backends.ts";
import { type Answer, reports, withServed } from "./testing/serving.ts";

onEachBackend("events over the API", (backend) => {
  test("lists, single ones, days, facets, a pair by month, the front page", async () => {
    await withServed(
      reports(24),
      async ({ ask, json }) => {
        const { data: events } = await json("/api/v1/events?limit=1000");
        assert.ok(events.length > 0);
        const mentions = events.flatMap((event: Answer) => event.mentions);
        assert.equal(new Set(mentions).size, 48);
        const [first] = events;
        const { told, contradictions, copies, decisions, ...whole } = await json(
          `/api/v1/events/${first.id}`,
        );
        assert.deepEqual(whole, first);
        assert.deepEqual(
          told.map(({ id }: Answer) => id),
          first.mentions,
        );
        assert.deepEqual([contradictions, copies, decisions], [[], [], []]);
        assert.equal((await ask("/api/v1/events/e_none")).status, 404);
        const one = (await json(`/api/v1/mentions?event=${first.id}`)).data;
        assert.deepEqual(one.map(({ id }: Answer) => id).sort(), [...first.mentions].sort());

        const total = (rows: Answer[]) => rows.reduce((sum, { events: n }) => sum + n, 0);
        const days = await json("/api/v1/events/days");
        assert.equal(total(days.data), events.length);
        assert.equal(days.whole, true);
        // The roll-up and the count of what is listed agree, filter by filter.
        for (const query of [
          "actor=KEN",
          "actor=KEN&recipient=GHA",
          "type=SUPPORT",
          "until=2020-06",
          "since=2020-06&until=2020-08",
          "search=thanked",
          "between=KEN,GHA",
          "actor=XYZ",
        ]) {
          const listed = (await json(`/api/v1/events?limit=1000&${query}`)).data.length;
          assert.equal(total((await json(`/api/v1/events/days?${query}`)).data), listed, query);
          assert.equal(
            total(
              (await json(`/api/v1/events/facets?${query}`)).data.filter(
                ({ facet }: Answer) => facet === "type",
              ),
            ),
            listed,
            query,
          );
        }
        const facets = (await json("/api/v1/events/facets")).data;
        const actors = facets.filter(({ facet }: Answer) => facet === "actor");
        for (const { value, events: n } of actors)
          assert.equal((await json(`/api/v1/events?limit=1000&actor=${value}`)).data.length, n, value);

        const pair = await json("/api/v1/pair?between=KEN,GHA&type=SUPPORT&since=2020-02&until=2020-12");
        assert.equal(pair.period, "day", "up to two years are told by day");
        const starts = pair.points.map(({ start }: Answer) => start);
        assert.deepEqual(starts, starts.toSorted());
        for (const { events: n, score, start, end } of pair.points) {
          assert.equal(score === null, n === 0);
          assert.ok(start < end);
        }
        assert.equal(total(pair.points), pair.total);
        assert.deepEqual(
          pair.types.map(({ event, forth, back, both }: Answer) => [event, forth, back, both]),
          [["SUPPORT", 0, pair.total, 0]],
        );
        const met = await json("/api/v1/pair?between=GHA,KEN&type=CONSULT&period=year");
        assert.deepEqual(
          met.points.map(({ start, end }: Answer) => [start, end]),
          [["2020-01-01", "2021-01-01"]],
        );
        assert.equal(met.types[0].both, met.total);
        assert.equal((await ask("/api/v1/pair")).status, 400);

        const today = await json("/api/v1/today?since=2020-03&until=2020-05");
        assert.ok(today.events.length > 0);
        const lines = today.events.map(({ event }: Answer) => event.lines);
        assert.deepEqual(
          lines,
          [...lines].sort((a, b) => b - a),
        );

        const csv = (await (await ask("/api/v1/events?format=csv")).text()).trim().split("\n");
        assert.equal(csv.length, events.length + 1);
        assert.match(csv[0] ?? "", /^id,story_id,date,enddate,event,mode,/);
        assert.match(await (await ask("/api/v1/events?format=atom")).text(), /<entry>/);
        for (const list of ["stories", "copies", "contradictions"])
          assert.ok(Array.isArray((await json(`/api/v1/${list}`)).data), list);
        const [story] = (await json("/api/v1/stories")).data;
        if (story !== undefined) assert.equal((await json(`/api/v1/stories/${story.id}`)).id, story.id);
      },
      { backend, linked: true },
    );
  });

  test("a decision changes what is linked, and taken back it is as before", async () => {
    await withServed(
      reports(3),
      async ({ ask, json }) => {
        const send = (method: string, path: string, body?: object) =>
          ask(path, {
            method,
            headers: { "content-type": "application/json", "sec-fetch-site": "same-origin" },
            ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          });
        const all = async () =>
          (await json("/api/v1/events?limit=100")).data.map(({ id, event }: Answer) => `${id} ${event}`);
        const before = await all();
        const [mention] = (await json("/api/v1/mentions?type=SUPPORT")).data;
        const made = await send("POST", "/api/v1/decisions", {
          verdict: "no-event",
          a: mention.id,
          note: "a rehearsal",
        });
        assert.equal(made.status, 201, await made.clone().text());
        const { id } = (await made.json()) as Answer;
        assert.equal((await all()).length, before.length - 1);
        assert.equal((await json("/api/v1/decisions")).data[0].id, id);
        assert.equal((await send("DELETE", `/api/v1/decisions/${id}`)).status, 200);
        assert.deepEqual(await all(), before);
        const code = await send("POST", "/api/v1/decisions", {
          verdict: "code",
          a: mention.id,
          event: "AID",
        });
        assert.equal(code.status, 201);
        assert.ok((await all()).some((line: string) => line.endsWith(" AID")));
        assert.equal(
          (await send("POST", "/api/v1/decisions", { verdict: "code", a: mention.id, event: "NOPE" })).status,
          400,
        );
        assert.equal(
          (await send("POST", "/api/v1/decisions", { verdict: "join", a: mention.id, b: "x" })).status >= 400,
          true,
        );
        assert.equal(
          (await send("POST", "/api/v1/decisions", { verdict: "burn", a: mention.id })).status,
          400,
        );
        const counts = await json("/api/v1/counts?by=type,month");
        assert.equal(
          counts.data.reduce((sum: number, line: Answer) => sum + line.events, 0),
          before.length,
        );
        assert.equal((await ask("/api/v1/counts")).status, 400);
      },
      { backend, linked: true },
    );
  });
});
