/** Drafts of blocks in, which of them belong to other stories out: headings with their teasers, lists under "Related". */
import { type Draft, HEADLINE_WORDS } from "./drafts.ts";
import { wordCount } from "./page-rules.ts";

/** A page that heads more of its paragraphs than this uses headings as its own subheads. */
const SUBHEAD_SHARE = 0.4;
const MOST_TEASERS = 3;

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
export function teaserBlocks(drafts: readonly Draft[], bodyStart: number): Set<number> {
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
  // A page's elements have said what is the report's own.
  if (body.some(({ draft }) => draft.block.core === true)) return found;
  // Where the page marks its headings, they are its own; what stands aside is marked as such too.
  if (marked) return found;
  if (few(teasers)) for (const group of teasers) for (const { index } of group) found.add(index);
  if (few(alone)) for (const group of alone) found.add(group[0]!.index);
  return found;
}

/** Indices of what follows a line such as "Related stories": short lines, and at the end of a page their teasers too. */
export function relatedLists(drafts: readonly Draft[], bodyStart: number): Set<number> {
  const found = new Set<number>();
  let open = false;
  for (const [index, draft] of drafts.entries()) {
    if (draft.marks.has("related-block")) open = index >= bodyStart;
    else if (open && draft.running && !isTeaserTail(drafts, index)) open = false;
    // A paragraph in the report's own element is its own, however short.
    if (open && draft.block.core !== true) found.add(index);
  }
  return found;
}

/** True where from here to the end no two running paragraphs follow each other: teasers, not the report. */
function isTeaserTail(drafts: readonly Draft[], index: number): boolean {
  if (drafts[index - 1]?.running !== false || drafts[index - 1]!.marks.has("related-block")) return false;
  return drafts.slice(index).every((draft, k, tail) => !draft.running || tail[k + 1]?.running !== true);
}
