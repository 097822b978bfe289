/**
 * Blocks in, their kinds out: headline, body, related, caption, boilerplate.
 * The page is read as head (before the first running paragraph), body and what
 * stands between: headings of other stories with their teasers, credits, menus,
 * the title once more.
 */
import { type Draft, draftOf, HEADLINE_WORDS } from "./drafts.ts";
import type { Block } from "./normalise.ts";
import { type PageRules, wordCount } from "./page-rules.ts";
import { statedDates } from "./stated-dates.ts";
import { relatedLists, teaserBlocks } from "./teasers.ts";
import { bodyStartOf, titleOf } from "./titles.ts";
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
    if (hint === "deck") return "headline";
    if (titleNorm !== "" && repeatsTitle(draft.norm, titleNorm, index < bodyStart)) return "boilerplate";
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

/** True for the title once more; in the head also with the name of the site behind it. */
function repeatsTitle(norm: string, title: string, inHead: boolean): boolean {
  return norm === title || (inHead && norm.startsWith(`${title} `));
}

/** Before the title: the mast of the page. After it: the lines under the headline. */
function headKind({ block }: Draft, index: number, title: number): SectionKind {
  if (title === -1 || index < title) return "boilerplate";
  // A heading among the report's own paragraphs is its first subhead.
  if (block.core === true && block.hint === "heading") return "body";
  return wordCount(block.text) >= HEADLINE_WORDS.least ? "headline" : "boilerplate";
}

/** Blocks at the top in which a date may hang glued to the title. */
const GLUE_LOOK = 8;

/** The blocks with a date that is glued to the end of a heading ("Korea10 August 2017") on a line of its own. */
export function splitGlued(blocks: readonly Block[], rules: PageRules): Block[] {
  return blocks.flatMap((block, index) => {
    if (index >= GLUE_LOOK || block.text.length > 300) return [block];
    const date = statedDates(block.text, rules).at(-1);
    if (date === undefined || date.start === 0 || !/\p{L}/u.test(block.text[date.start - 1]!)) return [block];
    const [title, rest] = [block.text.slice(0, date.start), block.text.slice(date.start)];
    return wordCount(rest.slice(date.end - date.start)) > 4
      ? [block]
      : [
          { ...block, text: title },
          { ...block, text: rest },
        ];
  });
}
