/**
 * XML text in, its elements and text in order out, by htmlparser2 in XML mode:
 * linear, tolerant of ill-formed files, and blind to DOCTYPE and entities other
 * than XML's own. Prefixes are resolved to the short names below. Depth and
 * time have limits, checked while it runs.
 */
import { Parser } from "htmlparser2";

/** Namespaces, by the prefix that the rooms use. */
const NAMESPACES: readonly (readonly [start: string, prefix: string])[] = [
  ["http://www.w3.org/2005/atom", "atom"],
  ["http://purl.org/atom/", "atom"],
  ["http://purl.org/rss/1.0/modules/content", "content"],
  ["http://purl.org/dc/elements/", "dc"],
  ["http://purl.org/dc/terms/", "dcterms"],
  ["http://www.w3.org/1999/02/22-rdf-syntax-ns", "rdf"],
  ["http://www.w3.org/1999/xhtml", "xhtml"],
  ["http://search.yahoo.com/mrss", "media"],
  ["http://rssnamespace.org/feedburner", "feedburner"],
  ["http://www.google.com/schemas/sitemap-news/", "news"],
  ["http://purl.org/rss/1.0/", ""],
  ["http://my.netscape.com/rdf/simple/", ""],
  ["http://channel.netscape.com/rdf/simple/", ""],
  ["http://backend.userland.com/rss", ""],
  ["http://www.sitemaps.org/schemas/", ""],
  ["http://www.google.com/schemas/sitemap/", ""],
];
const MOST_DEPTH = 512;
const CHUNK_CHARS = 64 * 1024;

export interface XmlElement {
  /** Namespace and local name in lower case: `item`, `atom:entry`, `dc:date`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** 1 for the root. */
  readonly depth: number;
}

export interface XmlVisitor {
  open(element: XmlElement): void;
  text(text: string): void;
  close(element: XmlElement): void;
}

/** Thrown where the walk ends early: too deep, too long, cut off with elements open, or because the visitor has enough. */
export class WalkEnded extends Error {
  readonly reason: "depth" | "time" | "cut" | "enough";
  constructor(reason: WalkEnded["reason"]) {
    super(reason);
    this.reason = reason;
  }
}

/** Why the walk ended before the end of the text; null where it did not. */
export function walkXml(text: string, visitor: XmlVisitor, limitMs = 1_500): WalkEnded["reason"] | null {
  const walk = openWalk(visitor, limitMs);
  try {
    for (let at = 0; at < text.length; at += CHUNK_CHARS) walk.write(text.slice(at, at + CHUNK_CHARS));
    walk.end();
    return null;
  } catch (error) {
    if (error instanceof WalkEnded) return error.reason;
    throw error;
  }
}

/** A walk over text that comes in pieces.
 * @throws {@link WalkEnded} from `write` and `end` */
export function openWalk(visitor: XmlVisitor, limitMs: number): { write(text: string): void; end(): void } {
  let prefixes: ReadonlyMap<string, string> = new Map();
  const open: { readonly element: XmlElement; readonly outer: ReadonlyMap<string, string> }[] = [];
  const untilMs = performance.now() + limitMs;
  const checkTime = () => {
    if (performance.now() > untilMs) throw new WalkEnded("time");
  };
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (open.length >= MOST_DEPTH) throw new WalkEnded("depth");
        const outer = prefixes;
        prefixes = declared(outer, attributes);
        const element = { name: canonical(name, prefixes), attributes, depth: open.length + 1 };
        open.push({ element, outer });
        visitor.open(element);
      },
      ontext: (text) => visitor.text(text),
      onclosetag() {
        const top = open.pop();
        if (top === undefined) return;
        prefixes = top.outer;
        visitor.close(top.element);
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  return {
    write(text) {
      checkTime();
      parser.write(text);
    },
    end() {
      checkTime();
      if (open.length > 0) throw new WalkEnded("cut");
      parser.end();
    },
  };
}

/** The prefixes with those that an element declares for itself and what is in it. */
function declared(
  outer: ReadonlyMap<string, string>,
  attributes: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> {
  let inner: Map<string, string> | null = null;
  for (const key in attributes) {
    if (key !== "xmlns" && !key.startsWith("xmlns:")) continue;
    const uri = attributes[key]!.trim().toLowerCase();
    const known = NAMESPACES.find(([start]) => uri.startsWith(start));
    if (known === undefined && key !== "xmlns") continue;
    inner ??= new Map(outer);
    if (inner.size < 200) inner.set(key.slice(6), known?.[1] ?? "");
  }
  return inner ?? outer;
}

function canonical(name: string, prefixes: ReadonlyMap<string, string>): string {
  const colon = name.indexOf(":");
  const prefix = colon === -1 ? "" : name.slice(0, colon);
  const local = name.slice(colon + 1).toLowerCase();
  const short = prefixes.get(prefix) ?? prefix.toLowerCase();
  return short === "" ? local : `${short}:${local}`;
}

const ESCAPES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** The text as markup that stands for it. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"]/g, (char) => ESCAPES[char]!);
}

/** The text of a piece of HTML without its tags, blanks run together. */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html.replace(/\s+/g, " ").trim();
  const parts: string[] = [];
  const parser = new Parser({ ontext: (text) => parts.push(text) }, { decodeEntities: true });
  parser.end(html.slice(0, 20_000));
  return parts.join("").replace(/\s+/g, " ").trim();
}
