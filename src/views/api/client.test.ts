/** The client against a live server on a socket, and its types. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiProblem, createClient, type MentionJson } from "../../client.ts";
import { STEPS } from "../../pipeline/steps.ts";
import { reportLines } from "../cli/testing/run-chancery.ts";
import { hashOf } from "./guards/tokens.ts";
import { serve } from "./serve.ts";
import { ledgerReports } from "./testing/clues.ts";
import { reports, tellings, withServed } from "./testing/serving.ts";

async function all<T>(stream: AsyncIterable<T>): Promise<T[]> {
  const list: T[] = [];
  for await (const each of stream) list.push(each);
  return list;
}

test("lists, single ones and problems, over a socket and with a token", async () => {
  await withServed(reports(40), async ({ services }) => {
    const kept = [{ name: "test", sha256: hashOf("chancery_x"), made_at: "" }];
    const serving = await serve({
      services,
      host: "127.0.0.1",
      port: 0,
      web: "/nowhere",
      tokens: () => kept,
    });
    try {
      const client = createClient({ url: serving.url, token: "chancery_x" });
      const page = await client.mentions.page({ type: "SUPPORT", limit: 3 });
      assert.equal(page.data.length, 3);
      const first: MentionJson | undefined = page.data[0];
      assert.equal(first?.event, "SUPPORT");
      let count = 0;
      for await (const mention of client.mentions.all({ between: ["KEN", "GHA"], limit: 7 })) {
        assert.ok(mention.cite_info.url?.startsWith("https://example.org/"));
        count += 1;
      }
      assert.equal(count, 80);
      for await (const _report of client.reports.all()) break;
      const report = await client.reports.get("n3");
      assert.equal(report.coded.length, 2);
      assert.equal((await client.mentions.get(first?.id ?? "")).id, first?.id);
      await assert.rejects(
        client.reports.get("none"),
        (problem) => problem instanceof ApiProblem && problem.status === 404,
      );
      // @ts-expect-error a filter that there is not
      await assert.rejects(client.mentions.page({ actr: "RUS" }), { code: "api/bad-request" });
      await assert.rejects(createClient({ url: serving.url }).reports.page(), { code: "api/no-token" });
      const stop = AbortSignal.abort();
      await assert.rejects(client.reports.page({}, { signal: stop }), { name: "AbortError" });
    } finally {
      await serving.close();
    }
  });
});

test("every entry by its own call, typed as the schemas say", async () => {
  await withServed(
    [...reports(3), ...ledgerReports(), ...tellings()],
    async ({ services }) => {
      const serving = await serve({ services, host: "127.0.0.1", port: 0, web: "/nowhere" });
      try {
        const client = createClient({ url: serving.url });
        const lists = [client.events, client.mentions, client.statements, client.stories, client.reports];
        const ledgers = [client.measures, client.agreements, client.contacts, client.inquiries];
        for (const list of [...lists, ...ledgers]) {
          const [line] = (await list.page({ limit: 1 })).data;
          assert.ok(line !== undefined);
          assert.equal((await list.get(line.id)).id, line.id);
        }
        const [measure] = (await client.measures.page({ type: "ban" })).data;
        const whole = await client.measures.get(measure?.id ?? "");
        assert.ok(whole.sources.every(({ text, rule }) => text !== "" && rule !== ""));
        assert.ok((await client.contacts.page({ since: "2010" })).data[0]?.life[0]?.step);
        const [event] = (await client.events.page({ type: "SANCTION", limit: 1 })).data;
        assert.ok((await client.events.get(event?.id ?? "")).told[0]?.text.includes("expelled"));
        const [one = "", other = ""] = (await client.mentions.page({ type: "SANCTION" })).data.map(
          ({ id }) => id,
        );
        assert.equal(typeof (await client.explainLink(one, other)).score, "number");
        assert.equal(typeof (await client.explain(one)).skipped, "number");
        assert.ok((await client.today({ span: "all" })).events.length > 0);
        assert.ok((await client.days()).data.length > 0);
        assert.ok((await client.facets({ actor: "KEN" })).data.length > 0);
        assert.deepEqual((await client.pair("KEN", "GHA", { since: "2020" })).between, ["KEN", "GHA"]);
        const counts = await client.counts.page({ by: ["type", "year"], limit: 1 });
        assert.ok(counts.data[0]?.year !== undefined && counts.next !== null);
        const types = (await all(client.counts.all({ by: "type", limit: 1 }))).map(({ type }) => type);
        assert.ok(types.length > 1 && new Set(types).size === types.length);
        const [story] = (await client.stories.page({ type: "SANCTION" })).data;
        assert.ok((await client.digest(story?.id ?? "", 1)).data.length <= 1);
        assert.equal((await client.actor("KEN")).code, "KEN");
        assert.deepEqual((await client.copies.page()).next, null);
        assert.deepEqual((await client.contradictions.page({ kind: "date" })).data, []);
        assert.deepEqual((await client.quarantine.page()).data, []);
        const decided = await client.decisions.decide({ verdict: "no-event", a: one, note: "a rehearsal" });
        assert.equal((await client.decisions.page()).data[0]?.id, decided.id);
        await client.decisions.drop(decided.id);
        assert.deepEqual((await client.decisions.page()).data, []);
        // @ts-expect-error a verdict that there is not
        await assert.rejects(client.decisions.decide({ verdict: "burn", a: one }), {
          code: "api/bad-request",
        });
        assert.deepEqual((await client.feeds.page()).data, []);
        assert.equal((await client.steps.page()).data[0]?.id, STEPS[0]?.id);
      } finally {
        await serving.close();
      }
    },
    { linked: true },
  );
});

test("reads: files and addresses, watched to their end, listed, stopped", async () => {
  await withServed([], async ({ services }) => {
    const serving = await serve({ services, host: "127.0.0.1", port: 0, web: "/nowhere" });
    try {
      const { reads, quarantine } = createClient({ url: serving.url });
      const { id, status } = await reads.files([new File([reportLines(3)], "three.jsonl")]);
      assert.match(status, /waiting|running/);
      const told = await all(reads.watch(id));
      assert.deepEqual(
        told.map(({ kind }) => kind),
        ["input", "input", "input", "end"],
      );
      const end = told.at(-1);
      assert.equal(end?.kind === "end" && end.read.account.stored, 3);
      for await (const first of reads.watch(id)) {
        assert.equal(first.number, 1);
        break;
      }
      assert.equal((await reads.get(id)).status, "done");
      const asked = await reads.addresses({ addresses: ["https://example.org/"] });
      const failed = (await all(reads.watch(asked.id))).at(-1);
      // No contact is given.
      assert.equal(failed?.kind === "end" && failed.read.status, "failed");
      const other = await reads.files([new File([reportLines(2)], "two.jsonl")]);
      await reads.stop(other.id);
      const listed = (await all(reads.all({ limit: 1 }))).map((read) => read.id);
      assert.deepEqual(new Set(listed), new Set([id, asked.id, other.id]));
      assert.deepEqual((await quarantine.page()).data, []);
      await assert.rejects(all(reads.watch("none")), { status: 404 });
    } finally {
      await serving.close();
    }
  });
});
