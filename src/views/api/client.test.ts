/** The client against a live server on a socket, and its types. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { ApiProblem, createClient, type MentionJson } from "../../client.ts";
import { hashOf } from "./guards/tokens.ts";
import { serve } from "./serve.ts";
import { reports, withServed } from "./testing/serving.ts";

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
