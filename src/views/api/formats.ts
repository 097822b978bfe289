/** Which form of an answer a request wants: `format=` first, then the Accept header, JSON where nothing is said. */
import { apiFault } from "./faults.ts";

/** Media types by the names of `format`. */
export const MEDIA = {
  json: "application/json",
  jsonl: "application/jsonl",
  csv: "text/csv",
  atom: "application/atom+xml",
  feed: "application/feed+json",
} as const;

export type Format = keyof typeof MEDIA;

/** Other names under which the same forms go. */
const ALSO: Readonly<Record<string, Format>> = {
  "application/x-ndjson": "jsonl",
  "application/ndjson": "jsonl",
  "application/x-jsonlines": "jsonl",
  "application/xml": "atom",
  "application/*": "json",
  "text/*": "csv",
  "*/*": "json",
};

/** The form to answer in.
 * @throws {@link Fault} `api/not-acceptable` where the answer has none of the forms asked for */
export function formatOf(accept: string | null, asked: Format | undefined, has: readonly Format[]): Format {
  if (asked !== undefined) {
    if (has.includes(asked)) return asked;
    throw apiFault("api/not-acceptable", `This list has no form ${asked}.`, `It has: ${has.join(", ")}.`);
  }
  if (accept === null || accept.trim() === "") return "json";
  const wanted = accept
    .slice(0, 1_000)
    .split(",")
    .map((part) => rangeOf(part))
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  // A browser that is typed an address asks for a page first and takes anything.
  if (wanted.some(({ type }) => type === "text/html") && wanted.some(({ type }) => type === "*/*"))
    return "json";
  for (const { type } of wanted) {
    const format = has.find((each) => MEDIA[each] === type) ?? ALSO[type];
    if (format !== undefined && has.includes(format)) return format;
  }
  throw apiFault(
    "api/not-acceptable",
    `Nothing of ${accept.slice(0, 200)} can be given.`,
    `It has: ${has.map((each) => MEDIA[each]).join(", ")}.`,
  );
}

function rangeOf(part: string): { readonly type: string; readonly quality: number } {
  const [type = "", ...parameters] = part.split(";").map((piece) => piece.trim().toLowerCase());
  const q = parameters.find((each) => each.startsWith("q="));
  const quality = q === undefined ? 1 : Number(q.slice(2));
  return { type, quality: Number.isFinite(quality) ? quality : 0 };
}
