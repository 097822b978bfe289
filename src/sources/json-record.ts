/**
 * One JSON value in, a page out, or why it is none: text or html, and id, url,
 * outlet, title, date, under the names of dump-fields.ts. Only these are read,
 * so a key such as `__proto__` is without effect. A value with an address and
 * no text is an address to be fetched.
 */
import { dumpField } from "./dump-fields.ts";
import type { ListedUrl } from "./fetch/url-list.ts";
import { jsonFaultAt } from "./json-fault.ts";
import { refusal } from "./refusal.ts";
import type { GivenFields, RawPage, SourceResult } from "./types.ts";

const ADDRESS = /^https?:\/\//i;
const GIVEN = ["id", "url", "outlet", "title", "date"] as const;

interface Place {
  readonly origin: string;
  readonly bytesHash: string;
  readonly line: number;
}

/** The page of a line of JSON. */
export function pageOfLine(line: string, place: Place): SourceResult | ListedUrl {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    const at = jsonFaultAt(line);
    const number = place.line + line.slice(0, at).split("\n").length - 1;
    const column = at - line.lastIndexOf("\n", at - 1);
    return refusal("sources/bad-json", place.origin, `Line ${number} is not JSON from column ${column} on.`, {
      advice: "Mend or remove the line; each line must hold one whole JSON object.",
      inputHash: place.bytesHash,
      line: number,
      column,
    });
  }
  return pageOfValue(value, place);
}

/** The page of a JSON value. */
export function pageOfValue(value: unknown, { origin, bytesHash, line }: Place): SourceResult | ListedUrl {
  const details = { inputHash: bytesHash, line };
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return refusal("sources/bad-record", origin, `Line ${line} holds no JSON object.`, {
      ...details,
      advice: 'Write each report as {"text": "…"} or {"html": "…"}.',
    });
  }
  const text = dumpField(value, "text");
  const html = dumpField(value, "html");
  if (text === undefined && html === undefined) {
    const given = givenOf(value);
    if (given.url !== undefined && ADDRESS.test(given.url)) return { url: given.url, line, given };
    return refusal(
      "sources/bad-record",
      origin,
      `Line ${line} has neither a text nor an html field that is a string.`,
      {
        ...details,
        advice: 'Write each report as {"text": "…"} or {"html": "…"}.',
      },
    );
  }
  const isText = text !== undefined && (text.trim() !== "" || html === undefined);
  const content = isText ? text : html!;
  if (content.trim() === "") {
    return refusal("sources/empty", origin, `The text of line ${line} is empty.`, details);
  }
  return {
    origin,
    kind: isText ? "text" : "html",
    content,
    bytesHash,
    given: givenOf(value),
  } satisfies RawPage;
}

function givenOf(value: object): GivenFields {
  const given: Record<string, string> = {};
  for (const name of GIVEN) {
    const field = dumpField(value, name);
    if (field !== undefined && field.trim() !== "") given[name] = field;
  }
  return given;
}
