/** Reading over the API: files sent, addresses named, progress as it goes, a stop, and that nothing of the server's own disk can be named. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { reportLines } from "../cli/testing/run-chancery.ts";
import { serve } from "./serve.ts";
import { type Answer, type Served, withServed } from "./testing/serving.ts";

const SAME = { "sec-fetch-site": "same-origin" };

async function sendFiles(served: Served, files: Record<string, string>): Promise<Response> {
  const form = new FormData();
  for (const [name, text] of Object.entries(files)) form.append("file", new File([text], name));
  return await served.ask("/api/v1/reads/files", { method: "POST", body: form, headers: SAME });
}

async function ended(served: Served, id: string): Promise<Answer> {
  for (let n = 0; n < 600; n += 1) {
    const read = await served.json(`/api/v1/reads/${id}`);
    if (read.ended_at !== null) return read;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the read did not end");
}

test("files are read into the record, and the account adds up", async () => {
  await withServed([], async (served) => {
    const answer = await sendFiles(served, {
      "many.jsonl": `${reportLines(5)}{"id":\n`,
      "../../one.txt": "Kenya met Ghana in Accra on Friday. They spoke.",
    });
    assert.equal(answer.status, 202);
    const { id, sources } = (await answer.json()) as Answer;
    assert.deepEqual(sources, ["many.jsonl", "one.txt"]);
    const read = await ended(served, id);
    assert.equal(read.status, "done");
    const { account } = read;
    assert.equal(account.read, account.stored + account.duplicate + account.refused + account.quarantined);
    assert.equal(account.stored, 6);
    assert.equal(account.refused, 1);
    assert.equal((await served.json("/api/v1/reports?limit=100")).data.length, 6);
    const again = (await (await sendFiles(served, { "many.jsonl": reportLines(5) })).json()) as Answer;
    assert.equal((await ended(served, again.id)).account.duplicate, 5);
    assert.deepEqual(
      (await served.json("/api/v1/reads")).data.map((each: Answer) => each.id),
      [again.id, id],
    );
  });
});

test("progress comes as events that can be taken up again, to the end", async () => {
  await withServed([], async (served) => {
    const serving = await serve({ services: served.services, host: "127.0.0.1", port: 0, web: "" });
    try {
      const { id } = (await (await sendFiles(served, { "many.jsonl": reportLines(4) })).json()) as Answer;
      const stream = await fetch(`${serving.url}api/v1/reads/${id}/events`);
      assert.match(stream.headers.get("content-type") ?? "", /^text\/event-stream/);
      const text = await stream.text();
      assert.equal(text.match(/^event: input$/gm)?.length, 4);
      assert.equal(text.match(/^event: end$/gm)?.length, 1);
      const later = await (
        await fetch(`${serving.url}api/v1/reads/${id}/events`, { headers: { "last-event-id": "3" } })
      ).text();
      assert.equal(later.match(/^event: input$/gm)?.length, 1);
      const half = await fetch(`${serving.url}api/v1/reads/${id}/events`);
      await half.body?.cancel();
      assert.equal((await fetch(`${serving.url}api/v1/reads/none/events`)).status, 404);
    } finally {
      await serving.close();
    }
  });
});

test("a stop ends a read and what is read stays", async () => {
  await withServed([], async (served) => {
    const { id } = (await (await sendFiles(served, { "many.jsonl": reportLines(2_000) })).json()) as Answer;
    await served.ask(`/api/v1/reads/${id}`, { method: "DELETE", headers: SAME });
    const read = await ended(served, id);
    assert.equal(read.status, "stopped");
    assert.ok(read.account.read < 2_000);
    assert.equal(read.account.read, read.account.stored);
  });
});

/** body, what is wrong with it */
const WRONG: readonly (readonly [unknown, string])[] = [
  [{ addresses: ["/etc/passwd"] }, "a path"],
  [{ addresses: ["file:///etc/passwd"] }, "a file address"],
  [{ addresses: ["-"] }, "standard input"],
  [{ addresses: [] }, "none"],
  [{ addresses: ["https://example.org/"], workers: 9 }, "a field that there is not"],
  [{ addresses: ["https://example.org/"], since: "soon" }, "no day"],
  [["https://example.org/"], "a list"],
  [null, "nothing"],
];

for (const [body, what] of WRONG)
  test(`refused: ${what}`, async () => {
    await withServed([], async ({ ask }) => {
      const headers = { ...SAME, "content-type": "application/json" };
      const answer = await ask("/api/v1/reads", { method: "POST", headers, body: JSON.stringify(body) });
      assert.equal(answer.status, 400);
    });
  });

test("addresses without a contact, and in private networks, are refused with the reason", async () => {
  await withServed([], async (served) => {
    const headers = { ...SAME, "content-type": "application/json" };
    const body = JSON.stringify({ addresses: ["http://127.0.0.1:9/"] });
    const { id } = (await (
      await served.ask("/api/v1/reads", { method: "POST", headers, body })
    ).json()) as Answer;
    const read = await ended(served, id);
    assert.equal(read.account.stored, 0);
    assert.ok(read.status === "failed" || read.account.refused === 1, JSON.stringify(read));
  });
});

test("a body that is no form, or without a file, is refused; one that is too large, too", async () => {
  await withServed([], async ({ ask }) => {
    const post = (init: RequestInit) => ask("/api/v1/reads/files", { method: "POST", ...init });
    assert.equal((await post({ body: "x", headers: SAME })).status, 415);
    const form = new FormData();
    form.append("other", "x");
    assert.equal((await post({ body: form, headers: SAME })).status, 400);
    const type = "multipart/form-data; boundary=x";
    assert.equal(
      (await post({ body: "--x\r\nbroken", headers: { ...SAME, "content-type": type } })).status,
      400,
    );
    const large = { ...SAME, "content-type": type, "content-length": String(65 * 1024 * 1024) };
    assert.equal((await post({ body: "x", headers: large })).status, 413);
  });
});
