/** A page's tree in, what it says about itself out: title, day, authors, outlet, address from meta elements, JSON-LD and time elements. */
import { type ElementNode, textOf, walk } from "./dom.ts";
import type { PageRules } from "./page-rules.ts";

export interface PageMeta {
  readonly title: string | null;
  /** Every title that metadata gives, as written. */
  readonly titles: readonly string[];
  readonly description: string | null;
  /** Texts of the elements that name an author, as written, in order. */
  readonly bylines: readonly string[];
  /** As written, best first. */
  readonly dates: readonly string[];
  /** Days of the last change, as written, best first. */
  readonly modified: readonly string[];
  readonly authors: readonly string[];
  readonly outlet: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** The whole text of the article where JSON-LD holds it. */
  readonly bodies: readonly string[];
}

/** JSON-LD longer than this is not read. */
const MOST_JSON = 1_000_000;
/** Elements that name an author, looked at most; longer ones hold more than names. */
const MOST_BYLINES = 6;
const LONGEST_BYLINE = 160;
/** JSON-LD values visited at most. */
const MOST_VALUES = 5_000;

/** What the page says about itself. */
export function metaOfPage(root: ElementNode, rules: PageRules): PageMeta {
  const meta = new Map<string, string[]>();
  const titles: string[] = [];
  const times: string[] = [];
  const linked: string[] = [];
  const bylines: string[] = [];
  let canonical: string | null = null;
  let language: string | null = null;
  walk(root, {
    enter(element) {
      const { name, attributes } = element;
      if (name === "html") language = attributes.lang ?? null;
      if (name === "meta") addMeta(meta, attributes);
      else if (name === "title") titles.push(textOf(element));
      else if (name === "link" && attributes.rel === "canonical") canonical = attributes.href ?? null;
      else if (name === "script" && attributes.type?.toLowerCase() === "application/ld+json")
        linked.push(textOf(element));
      else if (name === "time" && attributes.datetime !== undefined) {
        const published =
          attributes.pubdate !== undefined || attributes.itemprop?.toLowerCase() === "datepublished";
        if (published) times.unshift(attributes.datetime);
        else times.push(attributes.datetime);
      } else if (attributes.itemprop?.toLowerCase() === "datepublished") {
        times.unshift(attributes.content ?? textOf(element));
      }
      if (isByline(element, rules) && bylines.length < MOST_BYLINES) {
        const text = spacedText(element).replace(/\s+/g, " ").trim();
        if (text !== "" && text.length <= LONGEST_BYLINE) bylines.push(text);
      }
      return name !== "script" && name !== "style" && !isAside(element, rules);
    },
  });
  const json = readLinked(linked, rules);
  const values = (kind: string) => rules.metaKeys(kind).flatMap((key) => meta.get(key) ?? []);
  const authors = json.authors.length > 0 ? json.authors : values("author");
  return {
    titles: [...values("title"), ...(json.title === null ? [] : [json.title]), ...titles.slice(0, 1)],
    description: values("description")[0] ?? null,
    bylines,
    title: values("title")[0] ?? json.title ?? titles[0] ?? null,
    dates: [...json.dates, ...values("date"), ...times.slice(0, 3)],
    modified: [...json.modified, ...values("modified")],
    authors,
    outlet: values("outlet")[0] ?? json.outlet,
    url: canonical ?? meta.get("og:url")?.[0] ?? null,
    language,
    bodies: json.bodies,
  };
}

/** Names of an element that say what it holds. */
export function namesOf({ attributes }: ElementNode): string {
  return `${attributes.class ?? ""} ${attributes.id ?? ""} ${attributes["data-testid"] ?? ""}`;
}

/** The text below an element with a blank between its parts. */
function spacedText(element: ElementNode): string {
  const parts: string[] = [];
  walk(element, {
    enter: ({ name }) => name !== "script" && name !== "style",
    text: (text) => void parts.push(text),
  });
  return parts.join(" ");
}

function isByline({ name, attributes }: ElementNode, rules: PageRules): boolean {
  if (name === "meta" || name === "link" || name === "img") return false;
  if (attributes.rel === "author" || attributes.itemprop?.toLowerCase() === "author") return true;
  const kinds = rules.classKinds(`${attributes.class ?? ""} ${attributes["data-testid"] ?? ""}`);
  return kinds.has("author-class") && !kinds.has("not-author-class");
}

/** True for what speaks of other things: comments and what stands aside. */
function isAside(element: ElementNode, rules: PageRules): boolean {
  if (element.name === "body" || element.name === "html") return false;
  if (element.name === "aside") return true;
  return rules.classKinds(namesOf(element)).has("comments-class");
}

function addMeta(meta: Map<string, string[]>, attributes: Readonly<Record<string, string>>): void {
  const key = (attributes.property ?? attributes.name ?? attributes.itemprop)?.toLowerCase();
  const content = attributes.content?.trim();
  if (key === undefined || content === undefined || content === "") return;
  meta.set(key, [...(meta.get(key) ?? []).slice(0, 20), content]);
}

interface Linked {
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

function readLinked(scripts: readonly string[], rules: PageRules): Linked {
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
