/**
 * The text of an RSS 0.9x, 1.0, 2.0 or Atom feed in, the feed out; null where
 * the root is none of these. Only direct children of an item fill its fields;
 * markup that stands inside a field unescaped is written out again.
 */
import { absolute, FIELD_OF, ItemDraft } from "./item-draft.ts";
import type { Feed, FeedItem, FeedText } from "./types.ts";
import { escapeMarkup, plainText, WalkEnded, walkXml, type XmlElement, type XmlVisitor } from "./xml-walk.ts";

/** SAFETY limit: items of one feed. */
export const MOST_ITEMS = 5_000;
const MOST_FIELD_CHARS = 4 * 1024 * 1024;

const ROOTS: ReadonlyMap<string, Feed["format"]> = new Map([
  ["rss", "rss"],
  ["rdf:rdf", "rdf"],
  ["atom:feed", "atom"],
  ["feed", "atom"],
  ["channel", "rss"],
  ["atom:entry", "atom"],
]);
/** Some feeds stand inside the body of a web page. */
const MOST_WRAPPERS = 3;
const ITEM = /^(?:atom:)?(?:item|entry)$/;

interface Capture {
  readonly element: XmlElement;
  readonly parts: string[];
  readonly isMarkup: boolean;
  chars: number;
}

/** What the walk over the feed gathers. */
class FeedVisitor implements XmlVisitor {
  format: Feed["format"] | null = null;
  title: string | null = null;
  link: string | null = null;
  language: string | null = null;
  readonly items: FeedItem[] = [];
  readonly warnings: string[] = [];
  readonly #feedUrl: string | null;
  #base: string | null;
  #item: { element: XmlElement; draft: ItemDraft } | null = null;
  #capture: Capture | null = null;
  #head: XmlElement | null = null;

  constructor(feedUrl: string | null) {
    this.#feedUrl = feedUrl;
    this.#base = feedUrl;
  }

  /** True while an item is under way: a file that ends there is cut off. */
  get isInItem(): boolean {
    return this.#item !== null;
  }

  open(element: XmlElement): void {
    const { name, attributes, depth } = element;
    if (this.format === null) {
      this.format = ROOTS.get(name) ?? null;
      if (this.format === null && depth > MOST_WRAPPERS) throw new WalkEnded("enough");
      if (this.format === null) return;
      this.#base = absolute(attributes["xml:base"] ?? null, this.#feedUrl) ?? this.#feedUrl;
      this.language ??= attributes["xml:lang"] ?? null;
    }
    if (this.#capture !== null) this.#capture.parts.push(tagOf(element));
    else if (this.#item !== null) this.#openInItem(this.#item, element);
    else if (ITEM.test(name)) this.#openItem(element);
    else if (name === "channel" || name === "atom:feed" || name === "feed") this.#head = element;
    else if (this.#head !== null && depth === this.#head.depth + 1) this.#openInHead(element);
  }

  text(text: string): void {
    const capture = this.#capture;
    if (capture === null || capture.chars > MOST_FIELD_CHARS) return;
    capture.chars += text.length;
    capture.parts.push(capture.isMarkup ? escapeMarkup(text) : text);
  }

  close(element: XmlElement): void {
    const capture = this.#capture;
    if (capture !== null && element !== capture.element) {
      capture.parts.push(`</${localName(element.name)}>`);
    } else if (capture !== null) {
      this.#capture = null;
      this.#take(capture);
    } else if (element === this.#item?.element) {
      const item = this.#item.draft.finish();
      this.#item = null;
      if (item === null) this.warnings.push("an item says nothing");
      else this.items.push(item);
      if (this.items.length >= MOST_ITEMS) {
        this.warnings.push(`only the first ${MOST_ITEMS} items are read`);
        throw new WalkEnded("enough");
      }
    }
  }

  #openItem(element: XmlElement): void {
    const { attributes } = element;
    const base = absolute(attributes["xml:base"] ?? null, this.#base) ?? this.#base;
    const draft = new ItemDraft(base);
    const about = attributes["rdf:about"];
    if (about !== undefined) {
      draft.take("@about", { kind: "text", text: about });
      draft.take("@permalink", { kind: "text", text: about });
    }
    this.#item = { element, draft };
  }

  #openInItem(
    { element: item, draft }: { element: XmlElement; draft: ItemDraft },
    element: XmlElement,
  ): void {
    const { name, attributes, depth } = element;
    const inAuthor = depth === item.depth + 2 && /^(?:atom:)?name$/.test(name);
    if (depth !== item.depth + 1 && !inAuthor) return;
    const href = attributes.href;
    if (/^(?:atom:)?link$/.test(name) && href !== undefined) {
      const isAlternate = /^(?:alternate)?$/i.test(attributes.rel ?? "");
      draft.take(isAlternate ? "@alternate" : "@other", { kind: "text", text: isAlternate ? href : "" });
      return;
    }
    if (inAuthor || (FIELD_OF.has(name) && !/^(?:atom:)?author$/.test(name)) || name === "author") {
      const isMarkup = /xhtml|^xml$/.test(attributes.type ?? "") || attributes.mode === "xml";
      this.#capture = { element, parts: [], isMarkup, chars: 0 };
    }
  }

  #openInHead(element: XmlElement): void {
    const { name, attributes } = element;
    const href = attributes.href;
    if (/^(?:atom:)?link$/.test(name) && href !== undefined) {
      if (/^(?:alternate)?$/i.test(attributes.rel ?? "")) this.link ??= absolute(href, this.#base);
    } else if (/^(?:(?:atom:)?(?:title|link)|(?:dc:)?language)$/.test(name)) {
      this.#capture = { element, parts: [], isMarkup: false, chars: 0 };
    }
  }

  #take(capture: Capture): void {
    const { element } = capture;
    const value = textOf(capture);
    if (this.#item === null) {
      if (/title$/.test(element.name)) this.title ??= plainText(value.text) || null;
      else if (/link$/.test(element.name)) this.link ??= absolute(value.text, this.#base);
      else this.language ??= value.text.trim() || null;
      return;
    }
    const { draft, element: item } = this.#item;
    if (element.depth === item.depth + 2) draft.take("@author", value);
    else draft.take(element.name, value);
    const isPermanent = element.attributes.isPermaLink !== "false" && /^https?:/i.test(value.text.trim());
    if (/^(?:guid|(?:atom:)?id)$/.test(element.name) && isPermanent) draft.take("@permalink", value);
  }
}

function textOf({ element, parts, isMarkup }: Capture): FeedText {
  const { type, mode } = element.attributes;
  let text = parts.join("");
  if (mode === "base64" || type === "application/octet-stream") text = Buffer.from(text, "base64").toString();
  const isText =
    !isMarkup &&
    /^(?:text|text\/plain)$/.test(type ?? (/^atom:(?!content)/.test(element.name) ? "text" : ""));
  return { kind: isText ? "text" : "html", text };
}

function tagOf({ name, attributes }: XmlElement): string {
  const written = Object.entries(attributes)
    .filter(([key]) => !key.startsWith("xmlns"))
    .map(([key, value]) => ` ${key}="${escapeMarkup(value)}"`);
  return `<${localName(name)}${written.join("")}>`;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

/** The feed; null where the text is no feed of these kinds.
 * @param feedUrl what relative links rest on */
export function parseXmlFeed(text: string, feedUrl: string | null): Feed | null {
  const visitor = new FeedVisitor(feedUrl);
  const ended = walkXml(text, visitor);
  const { format, title, link, language, items, warnings } = visitor;
  if (format === null) return null;
  const isCut = ended === "depth" || ended === "time" || (ended === "cut" && visitor.isInItem);
  const early = isCut ? [`reading ended early (${ended})`] : [];
  return { format, title, link, language, items, warnings: [...warnings, ...early] };
}
