/**
 * A page's tree in, the text of its block elements out, each with the elements
 * around it, the share of its text that is linked, and what names and classes
 * say about it. Nothing is chosen here.
 */
import { type ElementNode, walk } from "./dom.ts";
import { namesOf } from "./html-meta.ts";
import { type Block, cleanText } from "./normalise.ts";
import type { PageRules } from "./page-rules.ts";

type Links = { href: string; text: string }[];

export interface Piece {
  readonly text: string;
  /** Characters of its text that are linked. */
  readonly linked: number;
  readonly hint: Block["hint"];
  readonly links: Links;
  /** Elements around it, outermost first. */
  readonly path: readonly ElementNode[];
}

/** Share of the page's text from which an element holds the page, whatever its class says. */
const BULK_SHARE = 0.4;
/** The same of its running text, where it holds something of the whole. */
const RUNNING_SHARE = 0.5;
const LEAST_SHARE = 0.1;
const MOST_LINK_TEXT = 300;

/** Share of the running text that must be left where classes are believed. */
const LEFT_SHARE = 0.25;
/** Running text that is a report, however many comments stand below it, in characters. */
const ENOUGH_LEFT = 200;

/** The pieces of the page in order. Where classes leave hardly any text (a wrapper named for what it also
 * holds), only the names of elements are believed. */
export function piecesOf(root: ElementNode, rules: PageRules): Piece[] {
  const pieces = piecesBy(root, rules, hintOf);
  let [all, left] = [0, 0];
  for (const { text, linked, hint } of pieces) {
    const running = text.length - linked < RUNNING ? 0 : text.length - linked;
    all += running;
    if (hint !== "related" && hint !== "boilerplate" && hint !== "caption") left += running;
  }
  return left < ENOUGH_LEFT && left < all * LEFT_SHARE ? piecesBy(root, rules, elementHint) : pieces;
}

type HintOf = (element: ElementNode, outer: Block["hint"], rules: PageRules) => Block["hint"];

function piecesBy(root: ElementNode, rules: PageRules, hintOf: HintOf): Piece[] {
  const isBlock = (name: string) => rules.nameKind("element", name) === "block-element";
  const bulk = bulkOf(root, rules);
  const pieces: Piece[] = [];
  const path: ElementNode[] = [];
  const hints: Block["hint"][] = ["plain"];
  let links = 0;
  let cited: Links = [];
  let parts: string[] = [];
  let linked = 0;
  const flush = () => {
    const text = cleanText(parts.join("")).replace(/\s+/g, " ").trim();
    if (text !== "") pieces.push({ text, linked, hint: hints.at(-1)!, links: cited, path: [...path] });
    parts = [];
    cited = [];
    linked = 0;
  };
  walk(root, {
    enter(element) {
      const { name, attributes } = element;
      if (name === "br") parts.push("\n");
      const kind = rules.nameKind("element", name);
      if (kind === "skip-element" || isHidden(attributes)) return false;
      // Some sites put the whole page into one form.
      if (kind === "furniture-element" && !bulk.has(element)) return false;
      if (name === "head") return false;
      const outer = hints.at(-1)!;
      const hint = bulk.has(element) ? outer : hintOf(element, outer, rules);
      // What is no text of its line (a box that opens over a name) does not run on in it.
      const isOwn = isBlock(name) || (hint !== outer && hint !== "title");
      if (isOwn) flush();
      path.push(element);
      hints.push(hint);
      if (name === "a") {
        links++;
        if (attributes.href !== undefined) cited.push({ href: attributes.href, text: "" });
      }
      return true;
    },
    leave(element) {
      if (path.at(-1) !== element) return;
      if (isBlock(element.name) || (hints.at(-1) !== hints.at(-2) && hints.at(-1) !== "title")) flush();
      if (element.name === "a") links--;
      path.pop();
      hints.pop();
    },
    text(text) {
      const plain = text.replace(/\s+/g, " ");
      parts.push(plain);
      if (links === 0) return;
      linked += text.length;
      const link = cited.at(-1);
      if (link !== undefined && link.text.length < MOST_LINK_TEXT) link.text += plain;
    },
  });
  flush();
  return pieces;
}

/** Shortest stretch of text that counts as running, in characters. */
const RUNNING = 60;

/** The elements that hold so much of the text, or of the running text, that they cannot be furniture. */
function bulkOf(root: ElementNode, rules: PageRules): ReadonlySet<ElementNode> {
  const sizes = new Map<ElementNode, { all: number; running: number }>();
  const open: { all: number; running: number }[] = [];
  let links = 0;
  walk(root, {
    enter({ name }) {
      open.push({ all: 0, running: 0 });
      if (name === "a") links++;
      return rules.nameKind("element", name) !== "skip-element";
    },
    leave(element) {
      const size = open.pop()!;
      if (element.name === "a") links--;
      sizes.set(element, size);
      const outer = open.at(-1);
      if (outer === undefined) return;
      outer.all += size.all;
      outer.running += size.running;
    },
    text(text) {
      const { length } = text.trim();
      const inner = open.at(-1)!;
      inner.all += length;
      if (links === 0 && length >= RUNNING) inner.running += length;
    },
  });
  const { all = 0, running = 0 } = sizes.get(root) ?? {};
  const isBulk = (size: { all: number; running: number }) =>
    size.all > all * BULK_SHARE || (size.running > running * RUNNING_SHARE && size.all > all * LEAST_SHARE);
  return new Set(
    [...sizes].filter(([{ name }, size]) => name !== "h1" && isBulk(size)).map(([element]) => element),
  );
}

function isHidden({ hidden, style }: Readonly<Record<string, string>>): boolean {
  return hidden !== undefined || (style !== undefined && /display\s*:\s*none/i.test(style));
}

function hintOf(element: ElementNode, outer: Block["hint"], rules: PageRules): Block["hint"] {
  if (outer === "related" || outer === "caption" || outer === "boilerplate") return outer;
  const { name } = element;
  if (name === "h1") return "title";
  const isHeading = rules.nameKind("heading-element", name) !== null;
  // The id of a heading is made of its words, the classes of a whole report of its topics.
  const kinds = rules.classKinds(isHeading ? (element.attributes.class ?? "") : namesOf(element));
  const isWhole = name === "body" || name === "article" || name === "main";
  if (name === "figcaption" || (kinds.has("caption-class") && !isWhole)) return "caption";
  if (name === "aside" || (kinds.has("related-class") && !isWhole)) return "related";
  const isFurniture =
    kinds.has("boilerplate-class") || kinds.has("comments-class") || kinds.has("author-class");
  if (isFurniture && !isWhole) return "boilerplate";
  if (kinds.has("deck-class") && !isWhole) return "deck";
  return isHeading ? "heading" : outer;
}

/** What the name of an element alone says. */
function elementHint({ name }: ElementNode, outer: Block["hint"], rules: PageRules): Block["hint"] {
  if (outer === "related" || outer === "caption") return outer;
  if (name === "h1") return "title";
  if (name === "figcaption") return "caption";
  if (name === "aside") return "related";
  return rules.nameKind("heading-element", name) !== null ? "heading" : outer;
}
