/** Ten thousand pages of one list, one line each, while reports come in before and behind: no line is left out, none comes twice. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { reports, withServed } from "./testing/serving.ts";

const PAGES = 10_000;
const MORE_EVERY = 1_000;

test("10,000 cursor pages under inserts", async () => {
  await withServed(reports(PAGES / 2), async ({ json, services }) => {
    const seen = new Set<string>();
    let count = 0;
    let after = "";
    for (; ; count += 1) {
      const { data, next } = await json(`/api/v1/mentions?limit=1${after}`);
      for (const { id } of data) {
        assert.ok(!seen.has(id), `${id} came twice, on page ${count}`);
        seen.add(id);
      }
      if (next === null) break;
      after = `&after=${next}`;
      if (count % MORE_EVERY === 0) {
        const run = await services.writer.startRun("read", ["more"]);
        await services.writer.write(run, reports(20, PAGES + count * 20));
        await services.writer.endRun(run, "done");
      }
    }
    assert.ok(count >= PAGES - 1, `${count} pages`);
    let after1000: string | null = null;
    let missing = 0;
    do {
      const page: Awaited<ReturnType<typeof services.record.listMentions>> =
        await services.record.listMentions({}, { limit: 1_000, after: after1000 });
      // Those that came in behind the cursor are not missed; what was there from the first is.
      missing += page.lines.filter(({ id, citation }) => !seen.has(id) && isFirst(citation.url)).length;
      after1000 = page.next;
    } while (after1000 !== null);
    assert.equal(missing, 0);
  });
});

function isFirst(url: string | null): boolean {
  return Number(url?.split("/").at(-1)) < PAGES / 2;
}
