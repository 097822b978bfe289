/** Lists of the API: pages, forms, filters, cursors, what a client may keep, on both databases. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { onEachBackend } from "../../record/testing/backends.ts";
import { type Answer, reports, withServed } from "./testing/serving.ts";

onEachBackend("lists", (backend) => {
  test("pages follow each other without gap or repeat while reports come in", async () => {
    await withServed(
      reports(30),
      async ({ json, services }) => {
        const before = (await json("/api/v1/mentions?limit=1000")).data.map(
          (line: { id: string }) => line.id,
        );
        assert.equal(before.length, 60);
        const seen: string[] = [];
        let next: string | null = null;
        let pages = 0;
        do {
          const after: string = next === null ? "" : `&after=${next}`;
          const page = await json(`/api/v1/mentions?limit=7${after}`);
          seen.push(...page.data.map((line: { id: string }) => line.id));
          next = page.next;
          const run = await services.writer.startRun("read", ["more"]);
          await services.writer.write(run, reports(1, 100 + pages++));
        } while (next !== null);
        assert.equal(new Set(seen).size, seen.length);
        assert.deepEqual(
          before.filter((id: string) => !seen.includes(id)),
          [],
        );
      },
      { backend },
    );
  });

  test("every filter narrows as the command's does", async () => {
    await withServed(
      reports(24),
      async ({ json }) => {
        const count = async (query: string) =>
          (await json(`/api/v1/mentions?limit=1000&${query}`)).data.length;
        assert.equal(await count("type=support"), 24);
        assert.equal(await count("type=SUPPORT,CONSULT"), 48);
        assert.equal(await count("type=SUPPORT&type=CONSULT"), 48);
        assert.equal(await count("actor=GHA&recipient=KEN"), 24);
        assert.equal(await count("between=KEN,GHA"), 48);
        assert.equal(await count("between=KEN&between=GHA"), 48);
        assert.equal(await count("between=KEN,USA"), 0);
        assert.equal(await count("since=2020-12"), 4);
        assert.equal(await count("until=2020-01"), 4);
        assert.equal(await count("outlet=Odd"), 24);
        assert.equal(await count("report=n3"), 2);
        assert.equal(await count("search=thanked"), 24);
        assert.equal(await count("search=%22met%20Ghana%22"), 24);
        assert.equal(await count("factuality=future"), 0);
        assert.equal((await json("/api/v1/reports?limit=1000&outlet=Even&since=2020-11")).data.length, 2);
      },
      { backend },
    );
  });
});

test("forms by format and by Accept; CSV and JSON Lines hold the whole list", async () => {
  await withServed(reports(700), async ({ ask }) => {
    const csv = await ask("/api/v1/mentions", { headers: { accept: "text/csv" } });
    assert.match(csv.headers.get("content-type") ?? "", /^text\/csv/);
    const rows = (await csv.text()).trim().split("\n");
    assert.equal(rows.length, 1_401);
    assert.match(rows[0] ?? "", /^id,report_id,date,/);
    const lines = (await (await ask("/api/v1/reports?format=jsonl")).text()).trim().split("\n");
    assert.equal(lines.length, 700);
    assert.equal(JSON.parse(lines[0] ?? "").outlet, "Even");
    const few = (await (await ask("/api/v1/reports?format=jsonl&limit=3")).text()).trim().split("\n");
    assert.equal(few.length, 3);
    const browser = { accept: "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8" };
    assert.match(
      (await ask("/api/v1/reports", { headers: browser })).headers.get("content-type") ?? "",
      /^application\/json/,
    );
    assert.equal((await ask("/api/v1/reports", { headers: { accept: "image/png" } })).status, 406);
  });
});

test("a feed names what it lists and escapes it", async () => {
  await withServed(reports(3), async ({ ask }) => {
    const atom = await (await ask("/api/v1/reports?format=atom&limit=2")).text();
    assert.equal(atom.match(/<entry>/g)?.length, 2);
    assert.match(atom, /<link rel="via" href="https:\/\/example.org\/2"\/>/);
    const mentions = await (await ask("/api/v1/mentions?format=atom")).text();
    assert.doesNotMatch(mentions, /<b>/);
    const feed = (await (await ask("/api/v1/mentions?format=feed&type=SUPPORT")).json()) as Answer;
    assert.equal(feed.version, "https://jsonfeed.org/version/1.1");
    assert.equal(feed.items.length, 3);
    assert.match(feed.items[0].title, /^SUPPORT: State of GHA → State of KEN$/);
  });
});

test("a feed has the latest lines of the list, the latest first, whatever the list's length", async () => {
  await withServed(reports(120), async ({ ask, json, services }) => {
    const ids = async (query: string) =>
      [
        ...(await (await ask(`/api/v1/reports?format=atom&${query}`)).text()).matchAll(
          /urn:chancery:(r_\w+)/g,
        ),
      ].map(([, id]) => id);
    const all = (await json("/api/v1/reports?limit=1000")).data.map(({ id }: Answer) => id).reverse();
    assert.deepEqual(await ids(""), all.slice(0, 50));
    assert.deepEqual(await ids("limit=3"), all.slice(0, 3));
    const odd = (await json("/api/v1/reports?limit=1000&outlet=Odd&until=2020-06")).data;
    assert.deepEqual(
      await ids("outlet=Odd&until=2020-06&limit=5"),
      odd
        .map(({ id }: Answer) => id)
        .reverse()
        .slice(0, 5),
    );
    const run = await services.writer.startRun("read", ["more"]);
    await services.writer.write(run, reports(1, 5_000));
    assert.equal((await ids("")).length, 50);
    const { next } = await json("/api/v1/reports?limit=1");
    assert.equal((await ask(`/api/v1/reports?format=atom&after=${next}`)).status, 400);
  });
});

test("what a client has already is not sent again, and changes when the record does", async () => {
  await withServed(reports(2), async ({ ask, services }) => {
    const first = await ask("/api/v1/reports");
    const etag = first.headers.get("etag") ?? "";
    assert.match(etag, /^"[\w-]+"$/);
    const again = await ask("/api/v1/reports", { headers: { "if-none-match": etag } });
    assert.equal(again.status, 304);
    assert.equal(await again.text(), "");
    const run = await services.writer.startRun("read", ["more"]);
    await services.writer.write(run, reports(1, 50));
    assert.equal((await ask("/api/v1/reports", { headers: { "if-none-match": etag } })).status, 200);
  });
});

/** address, status, code, what the detail names */
const WRONG = [
  ["/api/v1/mentions?since=soon", 400, "api/bad-request", /since/],
  ["/api/v1/mentions?actr=RUS", 400, "api/bad-request", /actr/],
  ["/api/v1/mentions?limit=0", 400, "api/bad-request", /limit/],
  ["/api/v1/mentions?type=NOPE", 400, "api/bad-request", /NOPE/],
  ["/api/v1/mentions?between=USA", 400, "api/bad-request", /between/],
  ["/api/v1/mentions?after=AAAA", 400, "api/bad-request", /after/],
  ["/api/v1/mentions?format=xls", 400, "api/bad-request", /format/],
  ["/api/v1/mentions/m_ffff", 404, "record/not-found", /m_ffff/],
  ["/api/v1/reports/r_ffff", 404, "record/not-found", /r_ffff/],
  ["/api/v1/nothing", 404, "api/no-such-address", /address/],
  ["/api/v2/mentions", 404, "api/no-such-address", /address/],
] as const;

for (const [path, status, code, detail] of WRONG)
  test(`a problem: ${path}`, async () => {
    await withServed(reports(1), async ({ ask }) => {
      const answer = await ask(path);
      assert.equal(answer.status, status);
      assert.equal(answer.headers.get("content-type"), "application/problem+json");
      const problem = (await answer.json()) as Answer;
      assert.equal(problem.code, code);
      assert.equal(problem.status, status);
      assert.match(problem.detail, detail);
    });
  });

test("a cursor of one list is none of another", async () => {
  await withServed(reports(3), async ({ ask, json }) => {
    const { next } = await json("/api/v1/mentions?limit=1");
    assert.equal((await ask(`/api/v1/reports?after=${next}`)).status, 400);
  });
});

test("one report with its text, sections and mentions; one mention; why it is there", async () => {
  await withServed(reports(2), async ({ json }) => {
    const report = await json("/api/v1/reports/n1");
    assert.equal(report.coded.length, 2);
    const [mention] = report.coded;
    assert.equal(report.text.slice(mention.text_info.start, mention.text_info.end), mention.text);
    assert.equal(report.sentences.length, 3);
    const byAddress = await json(`/api/v1/reports/${encodeURIComponent("https://example.org/1")}`);
    assert.equal(byAddress.id, report.id);
    assert.equal((await json(`/api/v1/mentions/${mention.id.slice(0, 10)}`)).id, mention.id);
    const why = await json(`/api/v1/explain/${mention.id}`);
    assert.equal(why.data.length, 1);
    assert.equal(why.data[0].text, mention.text);
  });
});
