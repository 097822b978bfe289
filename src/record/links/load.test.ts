/** What linking loads comes in the order in which it is asked for, whatever the database finds first. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { openRecord } from "../index.ts";
import { onEachBackend, withPlace } from "../testing/backends.ts";
import { entry, item } from "../testing/entries.ts";

onEachBackend("reports for linking", (backend) => {
  test("come in the order in which they are asked for: they get their numbers in it", () =>
    withPlace(backend, async (place) => {
      const record = await openRecord(await place.target());
      const run = await record.startRun("read", []);
      const items = Array.from({ length: 9 }, (_, n) => {
        const text = `On day ${n} the ministers met in Nairobi.`;
        return item(entry(text, { givenId: `id-${n}`, date: `2017-08-0${9 - n}` }, []));
      });
      await record.write(run, items);
      await record.endRun(run, "done");
      await record.linking(async (links) => {
        const { link } = await links.todo(items.length);
        assert.equal(link.length, items.length);
        for (const ids of [link, link.toReversed()])
          assert.deepEqual(
            (await links.loadReports(ids)).map(({ id }) => id),
            ids,
          );
      });
      await record.close();
    }));
});
