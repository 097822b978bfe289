/** The description of the API against what the server answers: every entry's live answers hold to its schema, to the last field. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import { OPENAPI_PATH } from "./app.ts";
import { ENDPOINTS } from "./endpoints/index.ts";
import { describeApi } from "./openapi.ts";
import { methodOf, queryOf } from "./routes.ts";
import { ledgerReports } from "./testing/clues.ts";
import { type Answer, reports, type Served, withServed } from "./testing/serving.ts";

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

async function hold(served: Served, path: string, asked: string): Promise<Answer> {
  const answer = await served.ask(asked);
  const type = (answer.headers.get("content-type") ?? "").split(";")[0] ?? "";
  const body = await answer.json();
  const check = checkerOf(path, "GET", answer.status, type);
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

const NEEDED: Readonly<Record<string, string>> = {
  "/api/v1/pair": "?between=KEN,GHA",
  "/api/v1/counts": "?by=actor,month",
};

test("answers of every GET hold to the description", async () => {
  await withServed(
    [...reports(4), ...ledgerReports()],
    async (served) => {
      const ids = new Map<string, string>();
      for (const list of ENDPOINTS) {
        if (list.kind !== "list") continue;
        const page = await hold(served, list.path, `${list.path}?limit=2`);
        if (page.data[0]?.id !== undefined) ids.set(`${list.path}/{id}`, page.data[0].id);
      }
      for (const ledger of ["measures", "agreements", "contacts", "inquiries"])
        assert.ok(ids.has(`/api/v1/${ledger}/{id}`), ledger);
      ids.set("/api/v1/explain/{id}", ids.get("/api/v1/mentions/{id}") ?? "");
      for (const entry of ENDPOINTS) {
        if (entry.kind !== "object" || entry.method !== "GET") continue;
        const id = ids.get(entry.path);
        if (entry.path.includes("{") && id === undefined) continue;
        const needed = NEEDED[entry.path] ?? "";
        await hold(served, entry.path, entry.path.replace("{id}", id ?? "") + needed);
      }
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
