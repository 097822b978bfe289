/**
 * How rules and model voted on every draft of a report: for `explain`.
 *
 * In: a report, language, actors, tools. Out: for each draft of an event its
 * confidence by the rules alone and by the judgement, what became of it, and the
 * features that weighed most for and against it. Nothing here decides.
 */
import type { Span } from "../../base/types.ts";
import type { EventType } from "../../knowledge/types.ts";
import type { Language } from "../../language/types.ts";
import type { OpenActors, ReportInput } from "../code-report.ts";
import { readSentence } from "../matching/read-sentence.ts";
import { chooseDrafts, confidenceOf } from "../mentions/choose.ts";
import { isParty } from "../mentions/code-sentence.ts";
import { draftMentions, type Tools } from "../mentions/drafts.ts";
import { partyReader } from "../parties/party-reader.ts";
import { withoutDateline } from "../tree/dateline.ts";
import { parseSentence } from "../tree/parse-sentence.ts";
import { treeOf } from "../tree/tree.ts";
import { judgeOf } from "./judge-of.ts";
import { judgementFeatures } from "./judgement-features.ts";
import { chanceOf, type JudgementModel } from "./judgement-model.ts";

/** A feature and what it adds to the log-odds of the draft's being an event. */
export interface Weighing {
  readonly feature: string;
  readonly weight: number;
}

export interface Vote {
  /** Index of the sentence in the report. */
  readonly sentence: number;
  readonly rule: string;
  readonly event: EventType;
  readonly trigger: Span;
  /** Confidence by the rules alone, 0 to 1. */
  readonly byRules: number;
  /** Confidence by the judgement, 0 to 1; null where there is no model. */
  readonly byModel: number | null;
  /** Why it is no mention (`coding/doubtful`, …); null where it is one. */
  readonly reason: string | null;
  /** What weighed most in the judgement, heaviest first, for and against. */
  readonly weighings: readonly Weighing[];
}

/** Most weighings of one vote. */
const MOST = 8;

/** The votes on all drafts of the report, in order of the text. */
export function weighReport(
  report: ReportInput,
  language: Language,
  openActors: OpenActors,
  tools: Tools,
): readonly Vote[] {
  const sentences = language
    .split(report.text)
    .map((sentence) => parseSentence(language, withoutDateline(sentence), tools));
  const opened = openActors(sentences, report.day);
  const model = tools.judgement ?? null;
  return sentences.flatMap((sentence) => {
    const tree = treeOf(sentence);
    const parties = partyReader(tree, opened, report.text, tools.cues.timeNouns);
    const readings = readSentence(tree, tools.index, tools.cues, (head, kind) =>
      isParty(parties, head, kind),
    );
    const { drafts } = draftMentions(tree, readings, parties, tools);
    const judge = model === null ? undefined : judgeOf(tree, drafts, tools.index, model);
    const { setAside } = chooseDrafts(drafts, judge);
    return drafts.map((draft): Vote => {
      const { trigger, indexed } = draft.reading.best;
      const { start, end } = tree.tokens[trigger]!;
      const features = judgementFeatures(tree, draft, drafts, tools.index);
      return {
        sentence: sentence.index,
        rule: indexed.compiled.rule.id,
        event: draft.event,
        trigger: { start, end },
        byRules: confidenceOf(draft),
        byModel: model === null ? null : Math.round(chanceOf(model, features) * 1000) / 1000,
        reason: setAside.find((aside) => aside.reading === draft.reading)?.reason ?? null,
        weighings: model === null ? [] : weighingsOf(features, model),
      };
    });
  });
}

function weighingsOf(features: readonly string[], model: JudgementModel): readonly Weighing[] {
  return [...new Set(features)]
    .map((feature) => ({ feature, weight: model.weights.get(feature) ?? 0 }))
    .filter(({ weight }) => weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight) || (a.feature < b.feature ? -1 : 1))
    .slice(0, MOST);
}
