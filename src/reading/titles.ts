/** Drafts of blocks in, the title and the first running paragraph out. */
import { type Draft, HEADLINE_WORDS, isSet, normalForm } from "./drafts.ts";
import { wordCount } from "./page-rules.ts";

/** Fewest words of a paragraph with which the report may begin. */
const CORE_WORDS = 3;

/** The first running paragraph; a headline that looks like a sentence ("Rep. Smith Resigns") is none. */
export function bodyStartOf(drafts: readonly Draft[]): number {
  const runs = (draft: Draft) => draft.running && draft.block.hint === "plain" && !isSet(draft);
  // A page's elements say where its paragraphs are, also those that are short.
  const inCore = (draft: Draft) =>
    draft.block.core === true &&
    draft.block.hint === "plain" &&
    !isSet(draft) &&
    wordCount(draft.block.text) >= CORE_WORDS;
  const core = drafts.findIndex(inCore);
  const running = drafts.findIndex(runs);
  const first = core !== -1 && (running === -1 || core < running) ? core : running;
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

/** The title among the blocks of the head: the one given, marked, repeated, or long enough and near to the body. */
export function titleOf(drafts: readonly Draft[], bodyStart: number, given: string | null): number {
  const head = drafts.slice(0, bodyStart);
  if (given !== null) {
    const norm = normalForm(given);
    const same = head.findIndex((draft) => draft.norm === norm);
    if (same !== -1) return same;
  }
  let [best, most] = [-1, 0];
  for (const [index, draft] of head.entries()) {
    if (isSet(draft) && draft.block.hint !== "title") continue;
    if (["related", "caption", "boilerplate", "deck"].includes(draft.block.hint)) continue;
    const words = wordCount(draft.block.text);
    if ((words < 2 && draft.block.hint !== "title") || words > 40) continue;
    const near = drafts.slice(index + 1, index + 3);
    const score =
      (draft.block.hint === "title" ? 6 : 0) +
      (draft.block.hint === "heading" ? 1 : 0) +
      (repeats(drafts, index) ? 3 : 0) +
      (words >= 4 ? 2 : 0) +
      (near.some(({ isDate, isByline }) => isDate || isByline) ? 1 : 0) +
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
      (other) =>
        other !== drafts[index] &&
        (other.norm === norm || other.norm.endsWith(` ${norm}`) || other.norm.startsWith(`${norm} `)),
    )
  );
}
