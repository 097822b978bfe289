/**
 * A page's tree in, its blocks out: the text of its block elements inside the
 * element that holds most running text, with what names and classes say about
 * each. Pages of every build are the matter of a later step; this reads plain ones.
 */
import { type ElementNode, walk } from "./dom.ts";
import { type Block, cleanText } from "./normalise.ts";
import type { PageRules } from "./page-rules.ts";

/** Least length of a paragraph that counts towards its element's weight, in characters. */
const RUNNING_TEXT = 60;

type Links = { href: string; text: string }[];

interface Piece {
  text: string;
  linked: number;
  hint: Block["hint"];
  readonly links: Links;
  /** Elements around it, outermost first. */
  readonly path: readonly ElementNode[];
}

/** The blocks of the page, its title's first where the article's element does not hold it. */
export function blocksOfPage(root: ElementNode, rules: PageRules): Block[] {
  const pieces = piecesOf(root, rules);
  const article = heaviest(pieces, rules);
  const inside = article === null ? pieces : pieces.filter(({ path }) => path.includes(article));
  const head = article === null ? [] : headOf(pieces, inside[0]);
  return [...head, ...inside].map(({ text, linked, hint, links }, group): Block => {
    const isMenu = hint === "plain" && linked > text.length * 0.7 && text.length < 200;
    return { text, group, hint: isMenu ? "related" : hint, ...(links.length === 0 ? {} : { links }) };
  });
}

function piecesOf(root: ElementNode, rules: PageRules): Piece[] {
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
      if (isBlock(name)) flush();
      path.push(element);
      hints.push(bulk.has(element) ? hints.at(-1)! : hintOf(element, hints.at(-1)!, rules));
      if (name === "a") {
        links++;
        if (attributes.href !== undefined) cited.push({ href: attributes.href, text: "" });
      }
      return true;
    },
    leave(element) {
      if (path.at(-1) !== element) return;
      if (isBlock(element.name)) flush();
      if (element.name === "a") links--;
      path.pop();
      hints.pop();
    },
    text(text) {
      parts.push(text.replace(/\s+/g, " "));
      if (links === 0) return;
      linked += text.length;
      const link = cited.at(-1);
      if (link !== undefined && link.text.length < 300) link.text += text.replace(/\s+/g, " ");
    },
  });
  flush();
  return pieces;
}

/** Share of the page's text from which an element holds the page, whatever its class says. */
const BULK_SHARE = 0.4;

/** The elements that hold so much of the text that they cannot be furniture. */
function bulkOf(root: ElementNode, rules: PageRules): ReadonlySet<ElementNode> {
  const lengths = new Map<ElementNode, number>();
  const open: number[] = [];
  walk(root, {
    enter(element) {
      open.push(0);
      return rules.nameKind("element", element.name) !== "skip-element";
    },
    leave(element) {
      const length = open.pop()!;
      lengths.set(element, length);
      if (open.length > 0) open.push(open.pop()! + length);
    },
    text(text) {
      open.push(open.pop()! + text.trim().length);
    },
  });
  const least = (lengths.get(root) ?? 0) * BULK_SHARE;
  return new Set(
    [...lengths].filter(([{ name }, length]) => name !== "h1" && length > least).map(([element]) => element),
  );
}

function isHidden({ hidden, style }: Readonly<Record<string, string>>): boolean {
  return hidden !== undefined || (style !== undefined && /display\s*:\s*none/i.test(style));
}

function hintOf({ name, attributes }: ElementNode, outer: Block["hint"], rules: PageRules): Block["hint"] {
  if (outer === "related" || outer === "caption" || outer === "boilerplate") return outer;
  const kinds = rules.classKinds(`${attributes.class ?? ""} ${attributes.id ?? ""}`);
  if (name === "figcaption" || kinds.has("caption-class")) return "caption";
  if (name === "aside" || kinds.has("related-class")) return "related";
  if (kinds.has("boilerplate-class") && name !== "body" && name !== "article" && name !== "main")
    return "boilerplate";
  if (name === "h1") return "title";
  return rules.nameKind("heading-element", name) !== null ? "heading" : outer;
}

/** The element with most running text: each paragraph weighs fully for its parent, half and a quarter above. */
function heaviest(pieces: readonly Piece[], rules: PageRules): ElementNode | null {
  const weights = new Map<ElementNode, number>();
  for (const { text, linked, hint, path } of pieces) {
    const running = text.length - linked;
    if (running < RUNNING_TEXT || hint === "related" || hint === "boilerplate") continue;
    let share = 1;
    for (let k = path.length - 1; k >= Math.max(0, path.length - 5); k--) {
      const element = path[k]!;
      if (element.name === "p") continue;
      const named =
        element.name === "article" ||
        rules
          .classKinds(`${element.attributes.class ?? ""} ${element.attributes.id ?? ""}`)
          .has("article-class");
      weights.set(element, (weights.get(element) ?? 0) + running * share * (named ? 1.5 : 1));
      share /= 2;
    }
  }
  let best: ElementNode | null = null;
  for (const [element, weight] of weights) if (best === null || weight > weights.get(best)!) best = element;
  return best === null || best.name === "" || best.name === "html" ? null : best;
}

/** The page's main heading and what stands between it and the article's element. */
function headOf(pieces: readonly Piece[], first: Piece | undefined): Piece[] {
  const end = first === undefined ? pieces.length : pieces.indexOf(first);
  const start = pieces.slice(0, end).findLastIndex(({ hint }) => hint === "title");
  return start === -1
    ? []
    : pieces.slice(start, end).filter(({ hint }) => hint !== "related" && hint !== "boilerplate");
}
