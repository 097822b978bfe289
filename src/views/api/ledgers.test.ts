/** The ledgers over the API: lists by filter, forms, one entry with its sentences, on both databases. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { onEachBackend } from "../../record/testing/backends.ts";
import { ledgerReports } from "./testing/clues.ts";
import { type Answer, withServed } from "./testing/serving.ts";

onEachBackend("ledgers", (backend) => {
  test("each ledger lists its own entries, and filters narrow as the command's do", async () => {
    await withServed(
      ledgerReports(),
      async ({ json }) => {
        const about = async (query: string) =>
          (await json(`/api/v1/${query}`)).data.map((each: Answer) => each.about[0]?.text ?? each.kind);
        assert.deepEqual(await about("measures"), ["exports of drills", "imports of fish"]);
        assert.deepEqual(await about("agreements"), ["the border in the north"]);
        assert.deepEqual(await about("contacts"), ["meeting"]);
        assert.deepEqual(await about("inquiries"), ["investigation"]);
        assert.deepEqual(await about("measures?actor=RUS"), ["imports of fish"]);
        assert.deepEqual(await about("measures?recipient=RUS"), ["exports of drills"]);
        assert.equal((await about("measures?between=NOR,RUS")).length, 2);
        assert.equal((await about("measures?between=NOR,USA")).length, 0);
        assert.deepEqual(await about("measures?since=2014-08"), ["imports of fish"]);
        assert.deepEqual(await about("measures?until=2014-07"), ["exports of drills"]);
        assert.deepEqual(await about("measures?search=fish"), ["imports of fish"]);
        assert.deepEqual(await about("measures?report=ban"), ["exports of drills"]);
        assert.deepEqual(await about("measures?outlet=Outlet%20answer"), ["imports of fish"]);
        assert.equal((await about("agreements?type=treaty,pact")).length, 1);
        assert.equal((await about("agreements?type=in%20force")).length, 1);
        assert.equal((await about("agreements?type=signed")).length, 0);
      },
      { backend, linked: true },
    );
  });

  test("pages follow each other; one entry has its life and the sentences that say so", async () => {
    await withServed(
      ledgerReports(),
      async ({ json, ask }) => {
        const first = await json("/api/v1/measures?limit=1");
        const second = await json(`/api/v1/measures?limit=1&after=${first.next}`);
        assert.equal(second.next, null);
        assert.notEqual(first.data[0].id, second.data[0].id);
        assert.equal((await ask(`/api/v1/contacts?after=${first.next}`)).status, 400);
        const [{ id, ...listed }] = (await json("/api/v1/agreements")).data;
        const { sources, ...whole } = await json(`/api/v1/agreements/${id.slice(0, 10)}`);
        assert.deepEqual(whole, { id, ...listed });
        assert.deepEqual(
          whole.life.map(({ step, date }: Answer) => [step, date]),
          [
            ["signed", "2010-09-15"],
            ["in force", "2011-07-07"],
          ],
        );
        assert.deepEqual(sources.map(({ text }: Answer) => text).sort(), [
          "Norway and Russia signed the border treaty.",
          "The border treaty came into force.",
        ]);
        assert.equal((await ask(`/api/v1/measures/${id}`)).status, 404);
      },
      { backend, linked: true },
    );
  });
});

test("a ledger as CSV and as a feed", async () => {
  await withServed(
    ledgerReports(),
    async ({ ask, json }) => {
      const rows = (await (await ask("/api/v1/measures?format=csv")).text()).trim().split("\n");
      assert.match(rows[0] ?? "", /^id,ledger,kind,by,on,/);
      assert.match(rows[1] ?? "", /^l_\w+,measure,ban,NOR,RUS,/);
      assert.equal(rows.length, 3);
      const [one] = (await json("/api/v1/measures?format=feed&limit=1")).items;
      assert.equal(one.title, "ban, NOR, RUS");
      assert.match(one.url, /\/measures\/l_\w+$/);
    },
    { linked: true },
  );
});
