/**
 * Entries in, routes out: what comes in is checked against the entry's schemas
 * (a parameter that is not known is refused, for it is mostly a slip of the
 * hand), then the entry is asked, then the answer gets its form.
 */
import { Hono } from "hono";
import { z } from "zod";
import type { Endpoint, ObjectEndpoint, RawEndpoint, Shape } from "./endpoint.ts";
import { apiFault } from "./faults.ts";
import { readJson } from "./guards/body.ts";
import { answerList } from "./lists.ts";
import { paging } from "./schemas/filters.ts";
import type { Services } from "./services.ts";
import { tagged } from "./tagged.ts";

/** The method that the entry answers to. */
export function methodOf(endpoint: Endpoint): "GET" | "POST" | "DELETE" {
  return endpoint.kind === "list" ? "GET" : endpoint.method;
}

/** All parameters of the entry's query. */
export function queryOf(endpoint: Endpoint): Shape {
  return endpoint.kind === "list" ? { ...endpoint.query, ...paging } : (endpoint.query ?? {});
}

/** The routes of the entries. */
export function apiRoutes(endpoints: readonly Endpoint[], services: Services): Hono {
  const app = new Hono();
  for (const endpoint of endpoints) {
    const query = z.strictObject(queryOf(endpoint) as z.core.$ZodLooseShape);
    app.on(methodOf(endpoint), honoPath(endpoint.path), async (context) => {
      const request = context.req.raw;
      const values = checked(query, spreadQuery(request.url)) as Record<string, unknown>;
      if (endpoint.kind === "list") return await answerList(endpoint, services, values, request);
      const params = context.req.param() as Record<string, string>;
      const call = { services, params, query: values, signal: request.signal };
      if (endpoint.kind === "raw") {
        const { run } = endpoint as unknown as RawEndpoint<unknown>;
        return await run({ ...call, body: undefined }, request);
      }
      return await answerObject(endpoint as unknown as ObjectEndpoint<unknown, unknown>, call, request);
    });
  }
  // A path that is there answers to other methods with the ones that it knows.
  for (const path of new Set(endpoints.map((each) => each.path))) {
    const allowed = endpoints.filter((each) => each.path === path).map(methodOf);
    app.all(honoPath(path), (context) => {
      context.header("allow", allowed.join(", "));
      throw apiFault(
        "api/method",
        `${path} has no ${context.req.method.slice(0, 20)}.`,
        `It has: ${allowed.join(", ")}.`,
      );
    });
  }
  return app;
}

async function answerObject(
  endpoint: ObjectEndpoint<unknown, unknown>,
  call: Omit<Parameters<ObjectEndpoint<unknown, unknown>["run"]>[0], "body">,
  request: Request,
): Promise<Response> {
  const body = endpoint.body === undefined ? undefined : checked(endpoint.body, await readJson(request));
  const answer = await endpoint.run({ ...call, body });
  const { status = 200 } = endpoint;
  if (answer === undefined) return new Response(null, { status: 204 });
  return tagged(request, `${JSON.stringify(answer)}\n`, "application/json", {}, status);
}

function honoPath(path: string): string {
  return path.replaceAll(/\{(\w+)\}/g, ":$1");
}

/** The query's values; one that is given several times is their list, parted by commas. */
function spreadQuery(address: string): Record<string, string> {
  const values: Record<string, string> = Object.create(null);
  const { searchParams } = new URL(address);
  for (const name of new Set(searchParams.keys())) values[name] = searchParams.getAll(name).join(",");
  return { ...values };
}

function checked(schema: z.ZodType, value: unknown): unknown {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const told = result.error.issues.slice(0, 5).map((issue) => {
    if (issue.code === "unrecognized_keys")
      return `There is no ${issue.keys.slice(0, 5).join(", ").slice(0, 200)} here.`;
    const where = issue.path.join(".");
    return where === "" ? issue.message : `${where}: ${issue.message}`;
  });
  throw apiFault(
    "api/bad-request",
    told.join(" "),
    "The parameters stand in docs/api.md and at /api/v1/openapi.json.",
  );
}
