/**
 * The one event between two given spans, always answered.
 *
 * In: a report's text, the spans of actor and recipient. Out: event, mode and
 * confidence. The rules vote with the reading whose parties fit the spans best; a
 * linear model over what rules and words say decides; without a model, or without
 * a reading, the vote or the most frequent event stands.
 */
import type { Span } from "../../base/types.ts";
import type { EventType, Mode } from "../../knowledge/types.ts";
import type { Language } from "../../language/types.ts";
import type { OpenActors, ReportInput, ReportTools } from "../code-report.ts";
import { readSentence } from "../matching/read-sentence.ts";
import { confidenceOf } from "../mentions/choose.ts";
import { isParty } from "../mentions/code-sentence.ts";
import { type Draft, draftEverything } from "../mentions/drafts.ts";
import { partyReader } from "../parties/party-reader.ts";
import { withoutDateline } from "../tree/dateline.ts";
import { parseSentence } from "../tree/parse-sentence.ts";
import { treeOf } from "../tree/tree.ts";
import { bestDraft, fitOf, relationFeatures } from "./relation-features.ts";
import { classify, type RelationModel } from "./relation-model.ts";

export interface Relation {
  readonly event: EventType;
  readonly mode: readonly Mode[];
  /** 0 to 1. */
  readonly confidence: number;
}

/** What the sentences of the spans say about them, for the model and its training. */
export interface RelationCase {
  readonly features: readonly string[];
  readonly best: Draft | null;
}

/** PLOVER's CONCEDE and RETREAT in one class, as the training data has them. */
export const YIELD = "YIELD";

const NOTHING: Relation = { event: "CONSULT", mode: [], confidence: 0.05 };

/** The features of the pair and the reading that fits it best. */
export function relationCase(
  report: ReportInput,
  actor: Span,
  recipient: Span,
  language: Language,
  openActors: OpenActors,
  tools: ReportTools,
): RelationCase {
  const sentences = language
    .split(report.text)
    .map((sentence) => parseSentence(language, withoutDateline(sentence), tools));
  const opened = openActors(sentences, report.day);
  const features: string[] = [];
  let best: Draft | null = null;
  for (const sentence of sentences) {
    if (sentence.end <= Math.min(actor.start, recipient.start)) continue;
    if (sentence.start >= Math.max(actor.end, recipient.end)) continue;
    const tree = treeOf(sentence);
    const parties = partyReader(tree, opened, report.text, tools.cues.timeNouns);
    const readings = readSentence(tree, tools.index, tools.cues, (head, kind) =>
      isParty(parties, head, kind),
    );
    const drafts = draftEverything(tree, readings, parties, tools).filter(
      (draft) => (draft.event as string) !== "NONE",
    );
    features.push(...relationFeatures(tree, drafts, actor, recipient, parties, tools.index));
    best ??= bestDraft(drafts, actor, recipient);
  }
  return { features, best };
}

/** The event between the spans. @param model null: the vote of the rules alone */
export function codeRelation(
  report: ReportInput,
  actor: Span,
  recipient: Span,
  language: Language,
  openActors: OpenActors,
  tools: ReportTools,
  model: RelationModel | null,
): Relation {
  const { features, best } = relationCase(report, actor, recipient, language, openActors, tools);
  if (model === null) {
    if (best === null) return NOTHING;
    const fits = fitOf(best, actor, recipient) === "both";
    return { event: best.event, mode: best.mode, confidence: confidenceOf(best) * (fits ? 1 : 0.5) };
  }
  const chances = classify(model, features);
  let most = 0;
  for (let index = 1; index < chances.length; index++) if (chances[index]! > chances[most]!) most = index;
  const name = model.classes[most]!;
  const event = (name === YIELD ? (best?.event === "CONCEDE" ? "CONCEDE" : "RETREAT") : name) as EventType;
  const mode = best !== null && best.event === event ? best.mode : [];
  return { event, mode, confidence: Math.round(chances[most]! * 1000) / 1000 };
}
