/** Entries in, their OpenAPI 3.1 description out, made from the same schemas that check what comes in. */
import { z } from "zod";
import { VERSION } from "../../pipeline/version.ts";
import type { Endpoint } from "./endpoint.ts";
import { MEDIA } from "./formats.ts";
import { formatsOf } from "./lists.ts";
import { PROBLEM_TYPE } from "./problem.ts";
import { methodOf, queryOf } from "./routes.ts";
import { problemSchema } from "./schemas/problem.ts";

type Json = Record<string, unknown>;

export interface OpenApi {
  readonly openapi: string;
  readonly info: Json;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Json>; readonly securitySchemes: Json };
  readonly [other: string]: unknown;
}

export interface Operation {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description?: string;
  readonly parameters: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: Record<string, Json>;
}

/** The description of the entries. */
export function describeApi(endpoints: readonly Endpoint[]): OpenApi {
  const schemas: Record<string, Json> = {};
  const problem = schemaOf(problemSchema, "output", schemas);
  const paths: Record<string, Record<string, Operation>> = {};
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...paths[endpoint.path],
      [methodOf(endpoint).toLowerCase()]: operationOf(endpoint, problem, schemas),
    };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Chancery",
      version: VERSION,
      description:
        "A sourced record of international affairs: who did what to whom, when, and according to whom.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    security: [{}, { token: [] }, { password: [] }, { session: [] }],
    paths,
    components: {
      schemas,
      securitySchemes: {
        token: { type: "http", scheme: "bearer" },
        password: { type: "http", scheme: "basic", description: "The token as password, with any name" },
        session: { type: "apiKey", in: "cookie", name: "chancery_session" },
      },
    },
  };
}

function operationOf(endpoint: Endpoint, problem: Json, schemas: Record<string, Json>): Operation {
  const { description } = endpoint;
  const body = requestBodyOf(endpoint, schemas);
  return {
    operationId: endpoint.name,
    tags: [endpoint.group],
    summary: endpoint.summary,
    ...(description === undefined ? {} : { description }),
    parameters: [...pathParameters(endpoint.path), ...queryParameters(endpoint, schemas)],
    ...(body === null ? {} : { requestBody: body }),
    responses: {
      ...answersOf(endpoint, schemas),
      default: { description: "A problem (RFC 9457)", content: { [PROBLEM_TYPE]: { schema: problem } } },
    },
  };
}

function pathParameters(path: string): Json[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
}

function queryParameters(endpoint: Endpoint, schemas: Record<string, Json>): Json[] {
  return Object.entries(queryOf(endpoint)).map(([name, type]) => {
    const { description, example, ...schema } = schemaOf(type, "input", schemas);
    return {
      name,
      in: "query",
      required: !type.safeParse(undefined).success,
      ...(description === undefined ? {} : { description }),
      ...(example === undefined ? {} : { example }),
      schema,
    };
  });
}

function requestBodyOf(endpoint: Endpoint, schemas: Record<string, Json>): Json | null {
  if (endpoint.kind === "list" || endpoint.body === undefined) return null;
  const type = endpoint.kind === "raw" ? (endpoint.takes ?? "application/json") : "application/json";
  return { required: true, content: { [type]: { schema: schemaOf(endpoint.body, "input", schemas) } } };
}

function answersOf(endpoint: Endpoint, schemas: Record<string, Json>): Record<string, Json> {
  if (endpoint.kind === "list") {
    const line = schemaOf(endpoint.line, "output", schemas);
    const text = { type: "string" };
    const page = {
      type: "object",
      required: ["data", "next"],
      additionalProperties: false,
      properties: {
        data: { type: "array", items: line },
        next: {
          type: ["string", "null"],
          description: "Give it as `after` for the next page; null at the end",
        },
      },
    };
    const forms = formatsOf(endpoint).map((format) => [
      MEDIA[format],
      {
        schema:
          format === "json"
            ? page
            : format === "jsonl"
              ? line
              : format === "feed"
                ? { type: "object" }
                : text,
      },
    ]);
    return { 200: { description: endpoint.summary, content: Object.fromEntries(forms) }, 304: NOT_CHANGED };
  }
  const { status = 200 } = endpoint;
  const type = endpoint.kind === "raw" ? endpoint.gives : "application/json";
  const content = { [type]: { schema: schemaOf(endpoint.answer, "output", schemas) } };
  const good = { [status]: { description: endpoint.summary, content } };
  return methodOf(endpoint) === "GET" ? { ...good, 304: NOT_CHANGED } : good;
}

const NOT_CHANGED = { description: "The client has it already (If-None-Match)" };

/** The schema as JSON Schema 2020-12; those with a name go into `schemas` and are referred to. */
function schemaOf(type: z.ZodType, io: "input" | "output", schemas: Record<string, Json>): Json {
  // Wrapped, so that the schema itself is named, too, where it has a name.
  const whole = z.toJSONSchema(z.object({ root: type }), { io, unrepresentable: "any" }) as Json;
  const renamed = JSON.parse(JSON.stringify(whole).replaceAll('"#/$defs/', '"#/components/schemas/')) as {
    $defs?: Record<string, Json>;
    properties: { root: Json };
  };
  for (const [name, { id: _id, ...definition }] of Object.entries(renamed.$defs ?? {}))
    schemas[name] = definition;
  return renamed.properties.root;
}
