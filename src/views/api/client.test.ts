/** The client against a live server on a socket, and its types. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiProblem, createClient, type MentionJson } from "../../client.ts";
import { hashOf } from "./guards/tokens.ts";
import { serve } from "./serve.ts";
import { ledgerReports } from "./testing/clues.ts";
import { reports, tellings, withServed } from "./testing/serving.ts";

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
        assert.ok((await client.counts({ by: "type" })).data.length > 0);
        const [story] = (await client.stories.page({ type: "SANCTION" })).data;
        assert.ok((await client.digest(story?.id ?? "", 1)).data.length <= 1);
        assert.equal((await client.actor("KEN")).code, "KEN");
        assert.deepEqual((await client.copies.page()).next, null);
        assert.deepEqual((await client.contradictions.page({ kind: "date" })).data, []);
        assert.deepEqual((await client.quarantine.page()).data, []);
        const decided = await client.decide({ verdict: "no-event", a: one, note: "a rehearsal" });
        assert.deepEqual(
          (await client.decisions()).map(({ id }) => id),
          [decided.id],
        );
        await client.undecide(decided.id);
        assert.deepEqual(await client.decisions(), []);
        // @ts-expect-error a verdict that there is not
        await assert.rejects(client.decide({ verdict: "burn", a: one }), { code: "api/bad-request" });
      } finally {
        await serving.close();
      }
    },
    { linked: true },
  );
});
