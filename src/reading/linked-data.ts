/**
 * The JSON-LD scripts of a page in, what they say of the report out: title,
 * days, authors (also by id in a graph), outlet, body. The work is bounded.
 *
 * @see schema.org/Article
 */
import type { PageRules } from "./page-rules.ts";

/** JSON-LD longer than this is not read. */
const MOST_JSON = 1_000_000;
/** JSON-LD values visited at most. */
const MOST_VALUES = 5_000;

export interface Linked {
  title: string | null;
  readonly dates: string[];
  readonly modified: string[];
  readonly bodies: string[];
  readonly authors: string[];
  /** Ids of persons of the graph that are its authors. */
  readonly authorIds: string[];
  /** Names of persons of the graph by id. */
  readonly persons: Map<string, string>;
  outlet: string | null;
}

/** What the JSON-LD scripts of a page say of its report; scripts that are no JSON are passed over. */
export function readLinked(scripts: readonly string[], rules: PageRules): Linked {
  const linked: Linked = {
    title: null,
    dates: [],
    modified: [],
    bodies: [],
    authors: [],
    authorIds: [],
    persons: new Map(),
    outlet: null,
  };
  for (const script of scripts.slice(0, 20)) {
    if (script.length > MOST_JSON) continue;
    let value: unknown;
    try {
      value = JSON.parse(script.trim().replace(/^<!\[CDATA\[|\]\]>$/g, ""));
    } catch {
      continue;
    }
    takeLinked(value, linked, rules);
  }
  for (const id of linked.authorIds) {
    const name = linked.persons.get(id);
    if (name !== undefined && !linked.authors.includes(name)) linked.authors.push(name);
  }
  return linked;
}

/** Looks through the graph for articles, with a list of its own instead of recursion. */
function takeLinked(value: unknown, linked: Linked, rules: PageRules): void {
  const waiting: unknown[] = [value];
  const pages: Record<string, unknown>[] = [];
  for (let seen = 0; waiting.length > 0 && seen < MOST_VALUES; seen++) {
    const next = waiting.shift();
    if (typeof next !== "object" || next === null) continue;
    if (Array.isArray(next)) {
      waiting.push(...next.slice(0, 100));
      continue;
    }
    const node = next as Record<string, unknown>;
    const kinds = [node["@type"]]
      .flat()
      .filter((type) => typeof type === "string")
      .map((type) => rules.nameKind("type", type.toLowerCase()));
    if (kinds.includes("article-type")) takeArticle(node, linked);
    else if (kinds.includes("page-type")) pages.push(node);
    const [id, name] = [stringOf(node["@id"]), stringOf(node.name)];
    if (id !== null && name !== null) linked.persons.set(id, name);
    for (const key of ["@graph", "mainEntity", "mainEntityOfPage", "itemListElement"]) {
      if (Object.hasOwn(node, key)) waiting.push(node[key]);
    }
  }
  // What is said of the page speaks of the report where nothing is said of the report.
  if (linked.dates.length === 0 && linked.authors.length === 0 && linked.authorIds.length === 0) {
    for (const page of pages.slice(0, 3)) takeArticle(page, linked);
  }
}

function takeArticle(node: Readonly<Record<string, unknown>>, linked: Linked): void {
  linked.title ??= stringOf(node.headline);
  const date = stringOf(node.datePublished) ?? stringOf(node.dateCreated);
  if (date !== null) linked.dates.push(date);
  const modified = stringOf(node.dateModified);
  if (modified !== null) linked.modified.push(modified);
  const body = stringOf(node.articleBody);
  if (body !== null && linked.bodies.length < 3) linked.bodies.push(body);
  for (const author of [node.author].flat()) {
    const person = author as { name?: unknown; "@id"?: unknown } | null;
    const name = stringOf(author) ?? stringOf(person?.name);
    const id = stringOf(person?.["@id"]);
    if (name !== null && !linked.authors.includes(name)) linked.authors.push(name);
    else if (name === null && id !== null) linked.authorIds.push(id);
  }
  linked.outlet ??= stringOf((node.publisher as { name?: unknown } | undefined)?.name);
}

function stringOf(value: unknown): string | null {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
