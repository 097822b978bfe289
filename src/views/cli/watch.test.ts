import assert from "node:assert/strict";
import { test } from "node:test";
import { listen } from "../../sources/testing/loopback.ts";
import { inFolder, runChancery, startChancery } from "./testing/run-chancery.ts";

const NET = ["--allow-private-networks", "--contact", "desk@example.org"];

test("feeds are put on the list, polled once, shown and taken off", () =>
  inFolder(async (cwd) => {
    const run = (...args: string[]) => runChancery(["watch", ...args], { cwd });
    const site = await listen((request, answer) => {
      if (request.url !== "/feed") return answer.writeHead(404).end();
      return answer.end(
        "<rss><channel><title>Daily</title><item><guid>1</guid><title>Talks</title><description>Kenya and Ghana met.</description></item></channel></rss>",
      );
    });
    try {
      const address = `${site.origin}/feed`;
      assert.match((await run("--once", ...NET)).err, /record\/none/);
      const shut = await run("add", address);
      assert.deepEqual([shut.code, /sources\/private-address/.test(shut.err)], [1, true]);
      assert.equal((await run("add", address, "--feed-only", ...NET)).code, 0);
      assert.match((await run("list")).out, /not asked yet, without its pages/);
      assert.match((await run("--once", "--allow-private-networks")).err, /sources\/no-contact/);

      const [stored, round] = (await run("--once", "--json", ...NET)).json();
      assert.deepEqual([stored?.outcome, stored?.mentions], ["stored", 1]);
      assert.deepEqual([round?.polled, round?.failed], [1, 0]);
      assert.match(JSON.stringify(round?.account), /"read":1,"stored":1,/);
      const again = (await run("--once", "--json", ...NET)).json();
      assert.deepEqual([again.length, again[0]?.polled], [1, 0], "it is not due");

      const [line] = (await run("list", "--json")).json();
      assert.deepEqual([line?.url, line?.failures, line?.error, line?.feed_only], [address, 0, null, true]);
      assert.equal((await run("remove", address)).code, 0);
      assert.match((await run("remove", address)).err, /record\/not-found/);
      assert.equal((await run("--once", ...NET)).code, 2);
    } finally {
      await site.close();
    }
  }));

test("a watch goes on until it is stopped, and stops at once", () =>
  inFolder(async (cwd) => {
    const site = await listen((_request, answer) => answer.writeHead(404).end());
    try {
      await runChancery(["watch", "add", `${site.origin}/feed`, ...NET], { cwd });
      const child = startChancery(["watch", ...NET], { cwd });
      let said = "";
      child.stderr?.on("data", (chunk) => {
        said += chunk;
        if (/1 feed asked, 1 failed/.test(said)) child.kill("SIGINT");
      });
      const code = await new Promise((resolve) => child.on("close", resolve));
      assert.equal(code, 130, said);
    } finally {
      await site.close();
    }
  }));
