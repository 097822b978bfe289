/** The API's own description in, the tables of docs/api.md out: entries with their parameters, and the forms that they give. */
import { ENDPOINTS } from "../../src/views/api/endpoints/index.ts";
import { describeApi, type OpenApi, type Operation } from "../../src/views/api/openapi.ts";

type Json = Record<string, unknown>;

/** The tables of one kind.
 * @param what `entries` or `forms` */
export function apiTables(what: string): string {
  const api = describeApi(ENDPOINTS);
  return `${(what === "entries" ? entries(api) : forms(api)).join("\n")}\n`;
}

function entries(api: OpenApi): string[] {
  const lines: string[] = [];
  let group = "";
  for (const [path, operations] of Object.entries(api.paths))
    for (const [method, operation] of Object.entries(operations)) {
      const [tag = ""] = operation.tags;
      if (tag !== group) lines.push("", `### ${tag}`);
      group = tag;
      lines.push("", `**${method.toUpperCase()} \`${path}\`** (\`${operation.operationId}\`)`, "");
      lines.push(
        `${operation.summary}.${operation.description === undefined ? "" : ` ${operation.description}`}`,
      );
      lines.push(...parameters(operation), ...bodies(operation));
    }
  return lines.slice(1);
}

function parameters({ parameters: all }: Operation): string[] {
  const query = all.filter((each) => each.in === "query");
  if (query.length === 0) return [];
  const rows = query.map(({ name, description = "", example, schema, required }) => {
    const choices = (schema as Json).enum as string[] | undefined;
    const kinds = choices === undefined ? "" : ` (${choices.filter((each) => each !== "").join(", ")})`;
    const shown = example === undefined ? "" : `\`${String(example)}\``;
    return `| \`${name}\`${required ? " (needed)" : ""} | ${cell(String(description) + kinds)} | ${shown} |`;
  });
  return ["", "| parameter | means | such as |", "|---|---|---|", ...rows];
}

function bodies({ requestBody, responses }: Operation): string[] {
  const taken = requestBody === undefined ? [] : contents(requestBody);
  const given = Object.entries(responses)
    .filter(([status]) => /^2/.test(status))
    .flatMap(([, response]) => contents(response));
  return [
    ...(taken.length === 0 ? [] : ["", `Takes ${taken.join(", ")}.`]),
    ...(given.length === 0 ? [] : ["", `Gives ${given.join(", ")}.`]),
  ];
}

function contents(holder: Json): string[] {
  return Object.entries((holder.content ?? {}) as Record<string, { schema: Json }>).map(
    ([type, { schema }]) => `\`${type}\`${formName(schema)}`,
  );
}

function formName(schema: Json): string {
  const items = ((schema.properties as Json | undefined)?.data as Json | undefined)?.items as
    | Json
    | undefined;
  const reference = (schema.$ref ?? items?.$ref) as string | undefined;
  if (reference === undefined) return "";
  const name = reference.slice(reference.lastIndexOf("/") + 1);
  return items === undefined ? ` ([${name}](#${anchor(name)}))` : ` (page of [${name}](#${anchor(name)}))`;
}

function forms(api: OpenApi): string[] {
  const lines: string[] = [];
  for (const [name, schema] of Object.entries(api.components.schemas).sort(([a], [b]) => (a < b ? -1 : 1))) {
    const properties = Object.entries((schema.properties ?? {}) as Record<string, Json>);
    lines.push("", `### ${name}`, "");
    if (schema.description !== undefined) lines.push(`${String(schema.description)}.`, "");
    if (properties.length === 0) lines.push(`${typeOf(schema)}`);
    else lines.push("| field | is | means |", "|---|---|---|");
    const required = new Set((schema.required ?? []) as string[]);
    for (const [field, type] of properties) {
      const absent = required.has(field) ? "" : ", may be absent";
      lines.push(`| \`${field}\` | ${typeOf(type)}${absent} | ${cell(String(type.description ?? ""))} |`);
    }
  }
  return lines.slice(1);
}

function typeOf(schema: Json): string {
  const {
    $ref,
    anyOf,
    items,
    type,
    enum: choices,
  } = schema as {
    $ref?: string;
    anyOf?: Json[];
    items?: Json;
    type?: string | string[];
    enum?: unknown[];
  };
  if ($ref !== undefined) {
    const name = $ref.slice($ref.lastIndexOf("/") + 1);
    return `[${name}](#${anchor(name)})`;
  }
  if (anyOf !== undefined) return anyOf.map(typeOf).join(" or ");
  if (choices !== undefined) return choices.map((each) => `\`${String(each)}\``).join(", ");
  if (items !== undefined) return `list of ${typeOf(items)}`;
  const properties = Object.keys((schema.properties ?? {}) as Json);
  if (properties.length > 0) return `{${properties.join(", ")}}`;
  return Array.isArray(type) ? type.join(" or ") : (type ?? "anything");
}

function anchor(name: string): string {
  return name.toLowerCase();
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
