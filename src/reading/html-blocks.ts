/**
 * A page's tree in, its blocks out: the head (title, what stands between it and
 * the report) and the pieces of the element that holds the report, with what
 * their names, links and places say about each.
 */
import { articlePlace, holderOf } from "./article-element.ts";
import { datelineOf } from "./datelines.ts";
import { type ElementNode, parseHtml, textOf } from "./dom.ts";
import { normalForm } from "./drafts.ts";
import type { PageMeta } from "./html-meta.ts";
import { type Piece, piecesOf } from "./html-pieces.ts";
import { type Block, cleanText } from "./normalise.ts";
import type { PageRules } from "./page-rules.ts";
import { titleForms } from "./page-titles.ts";
import { statedDates } from "./stated-dates.ts";

/** Share of linked text from which a line is a link and nothing else; longer ones are paragraphs. */
const LINKED_SHARE = 0.7;
const LONGEST_LINK = 200;
/** Longest line under a headline, in characters. */
const LONGEST_DECK = 500;

/** The blocks of the page, its title's first where the article's element does not hold it. */
export function blocksOfPage(root: ElementNode, meta: PageMeta, rules: PageRules): Block[] {
  const pieces = markTitle(piecesOf(root, rules), meta);
  const { article, cores } = articlePlace(pieces, rules);
  const inside = article === null ? pieces : pieces.filter(({ path }) => path.includes(article));
  const head = article === null ? [] : headOf(pieces, inside[0], rules);
  const isCore = (piece: Piece) => {
    const at = holderOf(piece);
    return at !== -1 && cores.has(piece.path[at]!);
  };
  const within = (piece: Piece) => piece.path.some((element) => cores.has(element));
  const first = inside.findIndex((piece) => isCore(piece) && piece.hint === "plain");
  const last = holdsMost(inside, within) ? inside.findLastIndex(within) : -1;
  const description = normalForm(meta.description ?? "");
  const hints = inside.map((piece, index): Block["hint"] => {
    const { text, linked, hint } = piece;
    const isLink = linked > text.length * LINKED_SHARE && text.length < LONGEST_LINK;
    if (hint === "deck") return text.length <= LONGEST_DECK && index <= first ? "deck" : "plain";
    if (hint !== "plain" && hint !== "heading") return hint;
    if (isLink && !(isCore(piece) && piece.path.at(-1)!.name === "p")) return "related";
    if (index < first && !within(piece) && isDeck(text, description) && datelineOf(text, rules) === null)
      return "deck";
    // Behind the last paragraph and outside its element: the page goes on to other things.
    if (last !== -1 && index > last) return "related";
    return hint;
  });
  const above = headHints(head, rules);
  const own = inside
    .filter((_, index) => hints[index] === "plain")
    .reduce((sum, { text }) => sum + text.length, 0);
  const linked = linkedBody(meta, own);
  if (linked.length > 0) {
    const titles = pieces.filter(({ hint }) => hint === "title").slice(0, 1);
    const lines = linked.map((text): Block => ({ text, group: 0, hint: "plain", core: true }));
    return [...titles.map((piece) => blockOf(piece, "title", false)), ...lines].map((block, group) => ({
      ...block,
      group,
    }));
  }
  return [
    ...head.map((piece, index) => blockOf(piece, above[index]!, false)),
    ...inside.map((piece, index) => blockOf(piece, hints[index]!, isCore(piece))),
  ].map((block, group) => ({ ...block, group }));
}

/** A text of linked data that is as many times as long as the page's own holds what the page shows by script. */
const LINKED_TIMES = 2.5;
const LEAST_LINKED = 300;

/** The paragraphs of the body that linked data gives, where the page itself has hardly any; none otherwise. */
function linkedBody({ bodies }: PageMeta, own: number): string[] {
  const [body] = bodies;
  if (body === undefined || body.length < Math.max(LEAST_LINKED, own * LINKED_TIMES)) return [];
  const text = /<\/?\p{L}/u.test(body) ? textOf(parseHtml(body.replace(/<\/(?:p|div|li)>/gi, "\n$&"))) : body;
  return text
    .split(/[\r\n]+/)
    .map((line) => cleanText(line).replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}

/** Share of the running text from which the elements of the paragraphs hold all of the report. */
const MOST_SHARE = 0.85;

function holdsMost(pieces: readonly Piece[], within: (piece: Piece) => boolean): boolean {
  let [all, held] = [0, 0];
  for (const piece of pieces) {
    const running = piece.hint === "plain" && piece.text.length > 60 ? piece.text.length - piece.linked : 0;
    all += running;
    if (within(piece)) held += running;
  }
  return held >= all * MOST_SHARE;
}

function blockOf({ text, links }: Piece, hint: Block["hint"], core: boolean): Block {
  return { text, group: 0, hint, ...(core ? { core } : {}), ...(links.length === 0 ? {} : { links }) };
}

/** Shortest line under a headline, in characters. */
const SHORTEST_DECK = 40;

/** What stands between the title and the report's own element: one paragraph is the line under the headline,
 * several are the report's beginning. */
function headHints(head: readonly Piece[], rules: PageRules): Block["hint"][] {
  const isLine = ({ hint, text }: Piece) =>
    hint === "plain" && text.length > SHORTEST_DECK && datelineOf(text, rules) === null;
  const single = head.filter(isLine).length === 1;
  return head.map((piece) =>
    single && isLine(piece) && piece.text.length <= LONGEST_DECK ? "deck" : piece.hint,
  );
}

/** True for a line that the page gives as its own description. */
function isDeck(text: string, description: string): boolean {
  if (text.length > LONGEST_DECK || description.length < 20) return false;
  const norm = normalForm(text);
  return norm.length >= 20 && (norm === description || description.startsWith(norm));
}

/** The pieces with the title's line marked: a heading that says what metadata gives as the title, alone. */
function markTitle(pieces: readonly Piece[], meta: PageMeta): Piece[] {
  const forms = titleForms(meta);
  const wanted = [...forms];
  const found = pieces.some(({ hint, text }) => hint === "title" && forms.has(normalForm(text)));
  // Some sites name the whole head of a report as they name furniture.
  const isHeading = ({ path }: Piece) => path.slice(-3).some(({ name }) => /^h[1-3]$/.test(name));
  const stated = found
    ? -1
    : pieces.findIndex((piece) => isHeading(piece) && forms.has(normalForm(piece.text)));
  return pieces.map((piece, index) => {
    const { hint, text } = piece;
    if (index === stated && text.length < 400) return { ...piece, hint: "title" };
    if (hint !== "title" || found || text.length > 600) return piece;
    // A second line inside the heading is not part of the title.
    const norm = normalForm(text);
    const whole = wanted.find((form) => form.length >= 20 && norm.startsWith(`${form} `));
    const title = whole === undefined ? undefined : meta.titles.find((each) => normalForm(each) === whole);
    return title === undefined ? piece : { ...piece, text: title.replace(/\s+/g, " ").trim() };
  });
}

/** Lines above the title that may state the day. */
const ABOVE = 4;

/** The page's main heading, what stands between it and the article's element, and a day right above it. */
function headOf(pieces: readonly Piece[], first: Piece | undefined, rules: PageRules): Piece[] {
  const end = first === undefined ? pieces.length : pieces.indexOf(first);
  const start = pieces.slice(0, end).findLastIndex(({ hint }) => hint === "title");
  const from = start === -1 ? end : start;
  const dates = pieces
    .slice(Math.max(0, from - ABOVE), from)
    .filter(({ text }) => text.length <= 40 && statedDates(text, rules).some(({ day }) => day !== null));
  const between = pieces.slice(from, end).filter(({ hint }) => hint !== "related" && hint !== "boilerplate");
  const stated = pieces
    .slice(from, end)
    .filter(
      ({ hint, text }) => hint === "boilerplate" && text.length <= LONGEST_LABEL && isLabel(text, rules),
    );
  const kept = new Set([...dates.slice(-1), ...between, ...stated]);
  return pieces.filter((piece) => kept.has(piece));
}

/** Longest line that states a day or an author, in characters. */
const LONGEST_LABEL = 80;

function isLabel(text: string, rules: PageRules): boolean {
  const words = ` ${text.toLowerCase()} `;
  return statedDates(text, rules).length > 0 || rules.bylineStarts.some((word) => words.includes(` ${word}`));
}
