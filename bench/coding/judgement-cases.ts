/**
 * The drafts of the gold sentences with what the gold says of each: an event or none.
 *
 * In: the PLOVER and CAMEO sets and the coding tools. Out: cases for training and
 * measuring the judgement. A draft on which the gold is silent (another event of
 * another pair) is no case. How the gold is read: ../shared/data/README.md.
 */
import type { openCodingTools } from "../../scripts/coding-tools.ts";
import { judgementFeatures } from "../../src/coding/judgement/judgement-features.ts";
import { readSentence } from "../../src/coding/matching/read-sentence.ts";
import { isParty } from "../../src/coding/mentions/code-sentence.ts";
import { type Draft, draftMentions } from "../../src/coding/mentions/drafts.ts";
import { partyReader } from "../../src/coding/parties/party-reader.ts";
import { withoutDateline } from "../../src/coding/tree/dateline.ts";
import { parseSentence } from "../../src/coding/tree/parse-sentence.ts";
import { treeOf } from "../../src/coding/tree/tree.ts";
import { foldsOf } from "./folds.ts";
import { type Gold, goldRows, verdictOf } from "./judgement-gold.ts";

export interface JudgementCase {
  readonly features: readonly string[];
  /** True when the draft is an event. */
  readonly right: boolean;
  /** How much the case counts in training. */
  readonly weight: number;
  readonly fold: number;
  readonly set: Gold["set"];
}

export interface DraftCase {
  readonly draft: Draft;
  readonly features: readonly string[];
}

type Tools = Awaited<ReturnType<typeof openCodingTools>>;

/** All drafts of a text with their features. */
export function draftsOf(text: string, tools: Tools): readonly DraftCase[] {
  const own = tools.coder.tools;
  const sentences = tools.language
    .split(text)
    .map((sentence) => parseSentence(tools.language, withoutDateline(sentence), tools.coder.tools));
  const opened = tools.openActors(sentences, null);
  return sentences.flatMap((sentence) => {
    const tree = treeOf(sentence);
    const parties = partyReader(tree, opened, text, own.cues.timeNouns);
    const readings = readSentence(tree, own.index, own.cues, (head, owned) => isParty(parties, head, owned));
    const { drafts } = draftMentions(tree, readings, parties, own);
    return drafts.map((draft) => ({
      draft,
      features: judgementFeatures(tree, draft, drafts, own.index),
    }));
  });
}

/** The cases of all gold sentences, and the fold of each sentence. */
export function judgementCases(
  data: string,
  tools: Tools,
): { readonly cases: readonly JudgementCase[]; readonly folds: ReadonlyMap<string, number> } {
  const rows = goldRows(data);
  const folds = foldsOf(rows.map((row) => row.text));
  const cases: JudgementCase[] = [];
  for (const row of rows) {
    for (const { draft, features } of draftsOf(row.text, tools)) {
      const verdict = verdictOf(row, draft);
      if (verdict !== null) cases.push({ features, ...verdict, fold: folds.get(row.text)!, set: row.set });
    }
  }
  return { cases, folds };
}
