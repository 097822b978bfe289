/** A page's tree in, what it says about itself out: title, day, authors, outlet, address from meta elements, JSON-LD and time elements. */
import { type ElementNode, textOf, walk } from "./dom.ts";
import { readLinked } from "./linked-data.ts";
import type { PageRules } from "./page-rules.ts";

export interface PageMeta {
  readonly title: string | null;
  /** Every title that metadata gives, as written. */
  readonly titles: readonly string[];
  /** Texts of the first headings, those of the first rank before those of the second. */
  readonly headings: readonly string[];
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

/** Elements that name an author, looked at most; longer ones hold more than names. */
const MOST_BYLINES = 6;
const LONGEST_BYLINE = 160;

const MOST_HEADINGS = 10;

/** What the page says about itself. */
export function metaOfPage(root: ElementNode, rules: PageRules): PageMeta {
  const meta = new Map<string, string[]>();
  const titles: string[] = [];
  const headings: { readonly first: string[]; readonly second: string[] } = { first: [], second: [] };
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
      else if (name === "h1" || name === "h2") {
        const list = name === "h1" ? headings.first : headings.second;
        if (list.length < MOST_HEADINGS) list.push(textOf(element).slice(0, LONGEST_BYLINE));
      } else if (name === "link" && attributes.rel === "canonical") canonical = attributes.href ?? null;
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
    headings: [...headings.first, ...headings.second],
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
  const { class: classes, id, "data-testid": test } = attributes;
  if (id === undefined && test === undefined) return classes ?? "";
  return `${classes ?? ""} ${id ?? ""} ${test ?? ""}`;
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
  const { class: classes, "data-testid": test } = attributes;
  if (classes === undefined && test === undefined) return false;
  const kinds = rules.classKinds(test === undefined ? (classes ?? "") : `${classes ?? ""} ${test}`);
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
