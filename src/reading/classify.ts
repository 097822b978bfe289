/**
 * Blocks in, their kinds out: headline, body, related, caption, boilerplate.
 * The page is read as head (before the first running paragraph), body and what
 * stands between: headings of other stories with their teasers, credits, menus,
 * the title once more.
 */
import type { Block } from "./normalise.ts";
import { type PageRules, wordCount } from "./page-rules.ts";
import { statedDates } from "./stated-dates.ts";
import type { SectionKind } from "./types.ts";

export interface ClassifiedBlock {
  readonly block: Block;
  readonly kind: SectionKind;
  /** Every rule kind that fits its text. */
  readonly marks: ReadonlySet<string>;
  /** True where it says little more than a date. */
  readonly isDate: boolean;
}

export interface Layout {
  readonly blocks: readonly ClassifiedBlock[];
  /** Index of the title's block; -1 where there is none. */
  readonly title: number;
  /** Index of the first running paragraph; the number of blocks where there is none. */
  readonly bodyStart: number;
}

const SENTENCE_END = /[.!?…]["'”’)\]»]*$/;
const SENTENCE_INSIDE = /[.!?]["'”’)]*\s+["'“‘(]?\p{Lu}/u;
/** Words of a running paragraph without a full stop (cut off by the page). */
const LONG_WORDS = 30;
const RUNNING_WORDS = 6;
/** A headline of another story: as many words, no full stop. Shorter ones are subheads of this one. */
const HEADLINE_WORDS = { least: 5, most: 22 };
/** A page that heads more of its paragraphs than this uses headings as its own subheads. */
const SUBHEAD_SHARE = 0.4;
const MOST_TEASERS = 3;

interface Draft {
  readonly block: Block;
  readonly marks: ReadonlySet<string>;
  readonly isDate: boolean;
  readonly isByline: boolean;
  readonly running: boolean;
  readonly norm: string;
}

/** The kinds of a page's blocks; `given` is a title that came with the page. */
export function classify(blocks: readonly Block[], given: string | null, rules: PageRules): Layout {
  const drafts = blocks.map((block) => draftOf(block, rules));
  const bodyStart = bodyStartOf(drafts);
  const title = titleOf(drafts, bodyStart, given);
  const inRelatedList = relatedLists(drafts, bodyStart);
  const teasers = teaserBlocks(drafts, bodyStart);
  const titleNorm = title === -1 ? "" : drafts[title]!.norm;
  const kinds = drafts.map((draft, index): SectionKind => {
    if (index === title) return "headline";
    const { hint } = draft.block;
    if (hint === "boilerplate" || hint === "related" || hint === "caption") return hint;
    if (titleNorm !== "" && draft.norm === titleNorm) return "boilerplate";
    if (draft.marks.has("related")) return "related";
    if (draft.marks.has("caption")) return "caption";
    if (draft.marks.has("boilerplate") || draft.isDate || draft.isByline) return "boilerplate";
    if (index < bodyStart) return headKind(draft, index, title);
    return teasers.has(index) || inRelatedList.has(index) ? "related" : "body";
  });
  const classified = drafts.map(({ block, marks, isDate }, index) => ({
    block,
    kind: kinds[index]!,
    marks,
    isDate,
  }));
  return { blocks: classified, title, bodyStart };
}

/** The first running paragraph; a headline that looks like a sentence ("Rep. Smith Resigns") is none. */
function bodyStartOf(drafts: readonly Draft[]): number {
  const runs = (draft: Draft) => draft.running && draft.block.hint === "plain" && !isSet(draft);
  const first = drafts.findIndex(runs);
  if (first === -1) return drafts.length;
  const untitled = drafts.slice(0, first).every((draft) => isSet(draft) || draft.block.hint !== "plain");
  const marked = drafts.slice(0, first).some(({ block }) => block.hint === "title");
  if (marked || !untitled || !opensAsHeadline(drafts[first]!)) return first;
  const second = drafts.findIndex((draft, index) => index > first && runs(draft));
  return second === -1 ? first : second;
}

/** Longest headline, in characters. */
const HEADLINE_LENGTH = 160;
/** Share of capitals among the longer words of a headline in title case. */
const TITLE_CASE = 0.7;

function opensAsHeadline({ block: { text } }: Draft): boolean {
  const words = wordCount(text);
  if (words > HEADLINE_WORDS.most || text.length > HEADLINE_LENGTH) return false;
  if (!/[.…]["'”’)]*$/.test(text)) return true;
  const long = text.split(/\s+/).filter((word) => (word.match(/\p{L}/gu)?.length ?? 0) >= 4);
  const capitals = long.filter((word) => /^["'“‘(]?\p{Lu}/u.test(word)).length;
  return words <= 14 && long.length > 2 && capitals >= long.length * TITLE_CASE;
}

/** A text made comparable: letters and digits only, lower case. */
export function normalForm(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function draftOf(block: Block, rules: PageRules): Draft {
  const { text, hint } = block;
  const marks = rules.kindsOf(text);
  const words = wordCount(text);
  const ends = SENTENCE_END.test(text);
  const running =
    hint !== "heading" &&
    hint !== "title" &&
    ((words >= RUNNING_WORDS && (ends || SENTENCE_INSIDE.test(text))) || words >= LONG_WORDS);
  const isByline = marks.has("byline") && isNameLine(text, rules);
  return {
    block,
    marks,
    isDate: isDateLine(text, words, rules),
    isByline,
    running,
    norm: normalForm(text.slice(0, 400)),
  };
}

/** True where a rule or its own form says what the block is. */
function isSet({ marks, isDate, isByline }: Draft): boolean {
  return isDate || isByline || marks.has("boilerplate") || marks.has("related") || marks.has("caption");
}

/** Words beside the date on a line that is a date line: a label, a clock time, a zone. */
const MOST_OTHER_WORDS = 4;

function isDateLine(text: string, words: number, rules: PageRules): boolean {
  if (words > 20) return false;
  const dates = statedDates(text, rules).filter(({ day }) => day !== null);
  if (dates.length === 0) return false;
  let rest = text;
  for (const { start, end } of dates.toReversed()) rest = rest.slice(0, start) + rest.slice(end);
  const others = (rest.toLowerCase().match(/\p{L}{3,}/gu) ?? []).filter((word) => !rules.weekdays.has(word));
  return others.length <= MOST_OTHER_WORDS && !SENTENCE_END.test(rest.replace(/[ap]\.m\.$/i, ""));
}

/** True where a byline names people: capitals after its first word, no sentence. */
export function isNameLine(text: string, rules: PageRules): boolean {
  const start = rules.bylineStarts.find((word) => text.toLowerCase().startsWith(word));
  if (start === undefined) return false;
  const words = text
    .slice(start.length)
    .split(/[\s,|/&]+/)
    .filter((word) => /\p{L}/u.test(word));
  const [first] = words;
  if (first === undefined || rules.weekdays.has(first.toLowerCase()) || rules.months.has(first.toLowerCase()))
    return false;
  const capitals = words.filter((word) => /^["'“(]?\p{Lu}/u.test(word)).length;
  return words.length >= 2 && words.length <= 18 && capitals >= words.length * 0.6 && /^\p{Lu}/u.test(first);
}

/** The title among the blocks of the head: the one given, marked, repeated, or long enough and near to the body. */
function titleOf(drafts: readonly Draft[], bodyStart: number, given: string | null): number {
  const head = drafts.slice(0, bodyStart);
  if (given !== null) {
    const norm = normalForm(given);
    const same = head.findIndex((draft) => draft.norm === norm);
    if (same !== -1) return same;
  }
  let [best, most] = [-1, 0];
  for (const [index, draft] of head.entries()) {
    if (isSet(draft) && draft.block.hint !== "title") continue;
    if (["related", "caption", "boilerplate"].includes(draft.block.hint)) continue;
    const words = wordCount(draft.block.text);
    if (words < 2 || words > 40) continue;
    const next = drafts[index + 1];
    const score =
      (draft.block.hint === "title" ? 6 : 0) +
      (draft.block.hint === "heading" ? 1 : 0) +
      (repeats(drafts, index) ? 3 : 0) +
      (words >= 4 ? 2 : 0) +
      (next?.isDate || next?.isByline ? 1 : 0) +
      1;
    if (score > most) [best, most] = [index, score];
  }
  return best;
}

/** Blocks searched for the title once more: breadcrumbs at the top, tails at the end. */
const REPEAT_LOOK = 40;

function repeats(drafts: readonly Draft[], index: number): boolean {
  const { norm } = drafts[index]!;
  const others = [
    ...drafts.slice(0, REPEAT_LOOK),
    ...drafts.slice(Math.max(REPEAT_LOOK, drafts.length - 10)),
  ];
  return (
    norm.length > 12 &&
    others.some(
      (other) => other !== drafts[index] && (other.norm === norm || other.norm.endsWith(` ${norm}`)),
    )
  );
}

/** Before the title: the mast of the page. After it: the lines under the headline. */
function headKind({ block }: Draft, index: number, title: number): SectionKind {
  if (title === -1 || index < title) return "boilerplate";
  return wordCount(block.text) >= HEADLINE_WORDS.least ? "headline" : "boilerplate";
}

/** Looks like the headline of a story: no full stop, not long, not a label. */
function isHeadline({ block, running, marks }: Draft): boolean {
  const { text, hint } = block;
  if (running || marks.size > 0 || hint === "title") return false;
  const words = wordCount(text);
  return (
    words >= HEADLINE_WORDS.least &&
    words <= HEADLINE_WORDS.most &&
    /^[\p{Lu}\p{N}'‘]/u.test(text) &&
    !/[.:;,!…]["'”’)]*$/.test(text)
  );
}

/** Indices of headings of other stories and of the lines right below them. */
function teaserBlocks(drafts: readonly Draft[], bodyStart: number): Set<number> {
  const body = drafts.map((draft, index) => ({ draft, index })).slice(bodyStart);
  const groups = [...Map.groupBy(body, ({ draft }) => draft.block.group).values()];
  const heads = groups.filter(([head]) => isHeadline(head!.draft));
  const teasers = heads.filter(
    (group) => group.length > 1 && group.slice(1).some(({ draft }) => draft.running),
  );
  const alone = heads.filter((group) => !teasers.includes(group));
  const found = new Set<number>();
  const few = (list: readonly unknown[]) =>
    list.length <= MOST_TEASERS || list.length < groups.length * SUBHEAD_SHARE;
  const marked = body.some(({ draft }) => draft.block.hint === "heading");
  // Where the page marks its headings, they are its own; what stands aside is marked as such too.
  if (marked) return found;
  if (few(teasers)) for (const group of teasers) for (const { index } of group) found.add(index);
  if (few(alone)) for (const group of alone) found.add(group[0]!.index);
  return found;
}

/** Indices of the short lines that follow a line such as "Related stories". */
function relatedLists(drafts: readonly Draft[], bodyStart: number): Set<number> {
  const found = new Set<number>();
  let open = false;
  for (const [index, draft] of drafts.entries()) {
    if (draft.marks.has("related-block")) open = true;
    else if (draft.running) open = false;
    if (open && index >= bodyStart) found.add(index);
  }
  return found;
}
