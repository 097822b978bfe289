/** The description of the API against what the server answers: every entry's live answers hold to its schema, to the last field. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { reportLines } from "../cli/testing/run-chancery.ts";
import { OPENAPI_PATH } from "./app.ts";
import { ENDPOINTS } from "./endpoints/index.ts";
import { formatsOf } from "./lists.ts";
import { describeApi } from "./openapi.ts";
import { methodOf, queryOf } from "./routes.ts";
import { ledgerReports } from "./testing/clues.ts";
import { type Answer, reports, type Served, tellings, withServed } from "./testing/serving.ts";

const api = describeApi(ENDPOINTS);
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema({ $id: "api", components: api.components });

/** What the description says of an answer, in which references lead to its components. */
function checkerOf(path: string, method: string, status: number, type: string) {
  const { responses } = (api.paths[path] as Answer)[method.toLowerCase()];
  const response = responses[String(status)] ?? responses.default;
  const schema = response?.content?.[type]?.schema;
  assert.ok(schema !== undefined, `${method} ${path} describes no ${status} ${type}`);
  return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"api#/components')));
}

/** Asks and holds the answer to the description. */
async function hold(served: Served, path: string, asked: string, init: RequestInit = {}): Promise<Answer> {
  const answer = await served.ask(asked, init);
  const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const body = await answer.json();
  const check = checkerOf(path, init.method ?? "GET", answer.status, type);
  assert.ok(check(body), `${asked}: ${JSON.stringify(check.errors?.slice(0, 3))}`);
  return body;
}

test("the description is OpenAPI 3.1 and its references lead somewhere", async () => {
  await withServed([], async ({ json }) => {
    const served = await json(OPENAPI_PATH);
    assert.equal(served.openapi, "3.1.0");
    const text = JSON.stringify(served);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
      assert.ok(name !== undefined && name in served.components.schemas, name);
    const names = Object.values(served.paths).flatMap((each) =>
      Object.values(each as Answer).map((one: Answer) => one.operationId),
    );
    assert.equal(new Set(names).size, names.length);
    for (const endpoint of ENDPOINTS) {
      const operation = served.paths[endpoint.path][methodOf(endpoint).toLowerCase()];
      const described = operation.parameters
        .filter((each: Answer) => each.in === "query")
        .map((each: Answer) => each.name);
      assert.deepEqual(described, Object.keys(queryOf(endpoint)));
    }
  });
});

const ITEMS = [...reports(4), ...ledgerReports(), ...tellings()];

/** For each GET that gives an object, an address that finds something. */
async function addresses(served: Served): Promise<Map<string, string>> {
  const first = async (list: string) => (await served.json(`${list}?limit=1`)).data[0]?.id as string;
  const [mention, story] = [await first("/api/v1/mentions"), await first("/api/v1/stories")];
  const all = await served.json("/api/v1/mentions?type=SANCTION");
  const [one, other] = all.data.map(({ id }: Answer) => id);
  const known: Record<string, string> = {
    "/api/v1/pair": "/api/v1/pair?between=KEN,GHA",
    "/api/v1/explain/{id}": `/api/v1/explain/${mention}`,
    "/api/v1/explain/{id}/{other}": `/api/v1/explain/${one}/${other}`,
    "/api/v1/stories/{id}/digest": `/api/v1/stories/${story}/digest?sentences=2`,
    "/api/v1/actors/{id}": "/api/v1/actors/KEN",
  };
  for (const entry of ENDPOINTS) {
    if (entry.kind !== "object" || entry.method !== "GET" || known[entry.path] !== undefined) continue;
    const list = entry.path.replace(/\/\{id\}$/, "");
    if (list.endsWith("/reads")) continue;
    const id = list === entry.path ? "" : await first(list);
    assert.notEqual(id, undefined, `${list} is empty`);
    known[entry.path] = entry.path.replace("{id}", id);
  }
  return new Map(Object.entries(known));
}

test("answers of every GET hold to the description, and none changes a row of the record", async () => {
  await withServed(
    ITEMS,
    async (served) => {
      const before = await served.services.writer.sums();
      for (const list of ENDPOINTS) {
        if (list.kind !== "list") continue;
        const needed = list.path.endsWith("/counts") ? "by=actor,month&zero_fill=1" : "";
        await hold(served, list.path, `${list.path}?limit=2&${needed}`);
        for (const format of formatsOf(list)) {
          const answer = await served.ask(`${list.path}?format=${format}&${needed}`);
          assert.equal(answer.status, 200, `${list.path} as ${format}`);
          await answer.text();
        }
      }
      for (const [path, asked] of await addresses(served)) await hold(served, path, asked);
      assert.deepEqual(await served.services.writer.sums(), before);
    },
    { linked: true },
  );
});

const SENT = { "content-type": "application/json", "sec-fetch-site": "same-origin" };

test("answers of POST and DELETE, and the events of a read, hold to the description", async () => {
  await withServed(
    ITEMS,
    async (served) => {
      const send = (method: string, path: string, asked = path, body?: object) =>
        hold(served, path, asked, {
          method,
          headers: SENT,
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        });
      const [{ id: a }, { id: b }] = (await served.json("/api/v1/mentions?type=SANCTION")).data;
      for (const body of [
        { verdict: "no-event", a, note: "a rehearsal" },
        { verdict: "code", a, event: "COERCE" },
        { verdict: "split", a, b },
        { verdict: "join", a, b },
      ]) {
        const { id } = await send("POST", "/api/v1/decisions", "/api/v1/decisions", body);
        await hold(
          served,
          "/api/v1/events/{id}",
          `/api/v1/events/${(await served.json("/api/v1/events")).data[0].id}`,
        );
        await send("DELETE", "/api/v1/decisions/{id}", `/api/v1/decisions/${id}`);
      }
      const form = new FormData();
      form.append("file", new File([reportLines(3)], "three.jsonl"));
      const { id } = await hold(served, "/api/v1/reads/files", "/api/v1/reads/files", {
        method: "POST",
        body: form,
        headers: { "sec-fetch-site": "same-origin" },
      });
      const stream = await served.ask(`/api/v1/reads/${id}/events`);
      const check = checkerOf("/api/v1/reads/{id}/events", "GET", 200, "text/event-stream");
      const told = [...(await stream.text()).matchAll(/^data: (.*)$/gm)].map(([, data = ""]) =>
        JSON.parse(data),
      );
      assert.equal(told.length, 4);
      for (const event of told) assert.ok(check(event), JSON.stringify(check.errors?.slice(0, 3)));
      await hold(served, "/api/v1/reads/{id}", `/api/v1/reads/${id}`);
      await send("DELETE", "/api/v1/reads/{id}", `/api/v1/reads/${id}`);
      await send("POST", "/api/v1/reads", "/api/v1/reads", { addresses: ["https://example.org/"] });
      await send("POST", "/api/v1/reads", "/api/v1/reads", { addresses: ["-"] });
    },
    { linked: true },
  );
});

test("problems hold to the description", async () => {
  await withServed(reports(1), async (served) => {
    await hold(served, "/api/v1/mentions", "/api/v1/mentions?since=x");
    await hold(served, "/api/v1/mentions/{id}", "/api/v1/mentions/m_none");
  });
});

test("a field that the description does not know is found", () => {
  const check = checkerOf("/api/v1/mentions", "GET", 200, "application/json");
  assert.equal(check({ data: [], next: null }), true);
  assert.equal(check({ data: [], next: null, more: 1 }), false);
  assert.equal(check({ data: [{ id: "m_1" }], next: null }), false);
});
