/** The commands of linking as processes, on reports made by the stand-in's rules. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { inFolder, type Ran, runChancery } from "./testing/run-chancery.ts";

const TEXT = "Kenya and Ghana met in Accra on Friday to speak of cocoa and roads. They spoke.";
const FRESH = "In Accra Kenya and Ghana met about cocoa and roads, an official of Ghana told this paper.";

function reports(): string {
  const told = [
    ["a", "2020-01-03", TEXT],
    ["b", "2020-01-04", `${TEXT} Nothing else is known.`],
    ["c", "2020-01-04", FRESH],
  ];
  return told
    .map(
      ([id, date, text]) =>
        `${JSON.stringify({ id, date, text, outlet: `Outlet ${id}`, title: "Kenya and Ghana meet" })}\n`,
    )
    .join("");
}

test("each command shows what links the record, in words, JSON and CSV", () =>
  inFolder(async (cwd) => {
    const run = async (...args: string[]): Promise<Ran> => {
      const ran = await runChancery(args, { cwd, ...(args[0] === "read" ? { input: reports() } : {}) });
      assert.equal(ran.code, 0, ran.err);
      return ran;
    };
    await run("read", "-", "--workers", "1");
    const events = (await run("events", "--json")).json();
    const told = events.find((event) => event.reports === 3);
    assert.ok(told !== undefined, JSON.stringify(events));
    assert.deepEqual([told.lines, told.standing], [2, "confirmed"]);
    assert.match((await run("events", "--min-lines", "2")).out, /confirmed, 2 lines, 3 reports/);
    assert.match((await run("events", "--csv")).out, /^id,story_id,date/);
    const [story] = (await run("stories", "--json")).json();
    assert.equal((story!.reports as unknown[]).length, 3);
    assert.match((await run("stories")).out, /2 lines, 3 reports/);
    const [copy] = (await run("copies", "--kind", "verbatim", "--json")).json();
    assert.equal((copy!.later as { text: string }).text, TEXT.slice(0, 67));
    assert.match((await run("copies")).out, /earlier 2020-01-03/);
    assert.equal((await run("contradictions", "--json")).out, "");
    const [count] = (await run("counts", "--by", "type,year", "--json")).json();
    assert.deepEqual([count?.year, count?.type], ["2020", "CONSULT"]);
    assert.match((await run("counts")).out, /2020-01/);
    assert.match((await run("timeline", "--actor", "KEN")).out, /cooperation/);
    const digest = (await run("digest", String(story?.id), "--sentences", "1", "--json")).json();
    assert.equal(digest.length, 1);
    const [one, other] = told.mentions as string[];
    await run("split", one!, other!, "--note", "not the same");
    assert.match((await run("explain", one!, other!)).out, /do not belong together {2}linking\/decision/);
    const kept = (await run("decisions", "--json")).out;
    await run("decisions", "drop", "d_");
    assert.equal((await run("decisions", "--json")).out, "");
    const again = await runChancery(["decisions", "import", "-"], { cwd, input: kept });
    assert.equal(again.code, 0, again.err);
    assert.equal((await run("decisions", "--json")).json()[0]?.verdict, "split");
    await run("correct", one!, "--no-event");
    assert.ok(!(await run("mentions", "--json")).out.includes(`"id":"${one}"`));
    assert.match((await run("relink")).err, /3 reports linked/);
    const wrong = await runChancery(["counts", "--by", "moon"], { cwd });
    assert.equal(wrong.code, 2);
  }));
