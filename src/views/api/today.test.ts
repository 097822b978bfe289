/** The front page and the filters by place and by the moment of reading, on both databases. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { onEachBackend } from "../../record/testing/backends.ts";
import { entry, item, party } from "../../record/testing/entries.ts";
import { ledgerReports } from "./testing/clues.ts";
import { type Answer, reports, tellings, withServed } from "./testing/serving.ts";

function placed() {
  const place = (name: string, countryCode: string, id: string) => ({
    text: name,
    name,
    countryCode,
    id,
    lat: 0,
    lon: 0,
    start: 0,
    end: 3,
  });
  return [
    ["Kisumu", "KEN", "place/1", "2021-03-01"],
    ["Accra", "GHA", "place/2", "2021-03-02"],
  ].map(([name = "", code = "", id = "", date = ""]) =>
    item(
      entry(
        `A crowd gathered at ${name} on that day over prices of maize.`,
        { date, givenId: `at-${name}` },
        [
          {
            word: "gathered",
            at: 0,
            event: "PROTEST",
            actor: [party(code, name)],
            recipient: [],
            date,
            place: place(name, code, id),
          },
        ],
      ),
    ),
  );
}

onEachBackend("the front page", (backend) => {
  test("one event a story, days that add up, ledgers, and a span that ends with the record", async () => {
    await withServed(
      [...reports(6), ...tellings(), ...ledgerReports()],
      async ({ json }) => {
        const today = await json("/api/v1/today");
        assert.deepEqual([today.since, today.until], ["2021-02-05", "2021-03-07"]);
        const [first] = today.events;
        assert.equal(first.event.event, "SANCTION");
        const stories = today.events.map(({ event }: Answer) => event.story_id ?? event.id);
        assert.equal(new Set(stories).size, stories.length);
        const listed = (await json("/api/v1/events?since=2021-02-05&until=2021-03-07&limit=1000")).data;
        assert.equal(today.total, listed.length);
        assert.equal(
          today.days.reduce((sum: number, { events }: Answer) => sum + events, 0),
          today.total,
        );
        assert.equal(today.reports, 3);

        const all = await json("/api/v1/today?span=all");
        assert.deepEqual([all.since, all.until], [null, null]);
        assert.equal(all.reports, (await json("/api/v1/reports?limit=1000")).data.length);
        const days = all.measures.map(({ day }: Answer) => day);
        assert.ok(days.length >= 2);
        assert.deepEqual(days, days.toSorted().reverse());
        for (const { entry: each, step } of all.measures)
          assert.ok(each.life.some((one: Answer) => one.step === step));
        const old = await json("/api/v1/today?since=2014-01-01&until=2014-12-31");
        assert.equal(old.measures.length, 2);
        assert.equal((await json("/api/v1/today?span=week")).measures.length, 0);
        assert.equal((await json("/api/v1/today?span=fortnight")).status, 400);
      },
      { backend, linked: true },
    );
  });

  test("what was read after a moment, and nothing before it", async () => {
    await withServed(
      reports(2),
      async ({ json }) => {
        const [{ read_at: at }] = (await json("/api/v1/reports")).data;
        const before = new Date(Date.parse(at) - 60_000).toISOString();
        const after = new Date(Date.parse(at) + 60_000).toISOString();
        for (const list of ["reports", "mentions", "events"]) {
          const all = (await json(`/api/v1/${list}?limit=1000`)).data.length;
          assert.ok(all > 0);
          assert.equal((await json(`/api/v1/${list}?limit=1000&read_since=${before}`)).data.length, all);
          assert.equal((await json(`/api/v1/${list}?limit=1000&read_since=${after}`)).data.length, 0);
        }
        assert.equal((await json(`/api/v1/today?read_since=${after}`)).total, 0);
        assert.equal((await json(`/api/v1/today?read_since=${before}`)).reports, 2);
        assert.equal((await json("/api/v1/events?read_since=soon")).status, 400);
      },
      { backend, linked: true },
    );
  });

  test("by place: a state's code, a place's id, a name", async () => {
    await withServed(
      placed(),
      async ({ json }) => {
        for (const list of ["mentions", "events"]) {
          const at = async (place: string) =>
            (await json(`/api/v1/${list}?place=${place}`)).data.map(
              ({ event_loc }: Answer) => event_loc.name,
            );
          assert.deepEqual(await at("KEN"), ["Kisumu"], list);
          assert.deepEqual(await at("gha"), ["Accra"], list);
          assert.deepEqual(await at("place%2F1"), ["Kisumu"], list);
          assert.deepEqual(await at("Accra"), ["Accra"], list);
          assert.deepEqual(await at("FRA"), [], list);
        }
        const days = await json("/api/v1/events/days?place=KEN");
        assert.equal(days.data.length, 1);
        assert.equal((await json("/api/v1/stories?place=FRA")).data.length, 0);
      },
      { backend, linked: true },
    );
  });
});
