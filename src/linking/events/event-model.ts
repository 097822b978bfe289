/**
 * Weights in, a scorer of pairs out: logistic regression over EVENT_FEATURES
 * (weights learned on ECB+) and, for coded mentions, over what coding knows
 * besides: types, modes, parties by code, days and places. Those weights stand
 * in knowledge/models/linking/settings.json.
 */
import { Fault } from "../../base/fault.ts";
import type { EventWeights, LinkingKnowledge } from "../../knowledge/linking.ts";
import { LINKING_FAULTS } from "../faults.ts";
import type { EventFacts, FactMention, LinkReason, PairMention } from "../types.ts";
import { EVENT_FEATURES, eventFeatures, type PairSurroundings } from "./event-features.ts";

/** Probability that two mentions are one happening. */
export type ScoreFacts = (a: EventFacts, b: EventFacts, around: PairSurroundings) => number;

/** A scorer of facts alone.
 * @throws {@link Fault} `linking/other-features` where the weights are for other features */
export function createFactsScorer(model: EventWeights): ScoreFacts {
  checkFeatures(model);
  return (a, b, around) => probability(sumOf(model, eventFeatures(a, b, around)));
}

function checkFeatures(model: EventWeights): void {
  if (model.features.join() !== EVENT_FEATURES.join()) {
    throw new Fault(LINKING_FAULTS.otherFeatures, "The weights of event links are for other features.", {
      advice: "Run node scripts/train-linking-events.ts, or install the package again.",
    });
  }
}

function sumOf({ weights, bias }: EventWeights, values: readonly number[]): number {
  return values.reduce((sum, value, at) => sum + value * weights[at]!, bias);
}

const probability = (sum: number) => 1 / (1 + Math.exp(-sum));

/** What coding knows of a pair, by name; the names are those of the weights in settings.events. */
export function codedFeatures(
  first: FactMention,
  second: FactMention,
  knowledge: LinkingKnowledge,
): Record<string, number> {
  const [a, b] = [first.mention, second.mention];
  const types = typeTie(a, b);
  const actors = partyTie(a.actor, b.actor);
  const recipients = partyTie(a.recipient, b.recipient);
  const modes = a.mode.length > 0 && b.mode.length > 0;
  const sameMode = a.mode.some((mode) => b.mode.includes(mode));
  const places = a.place !== null && b.place !== null;
  return {
    sameType: types === "same" ? 1 : 0,
    promisedType: types === "promised" ? 1 : 0,
    otherType: types === "other" ? 1 : 0,
    sameMode: modes && sameMode ? 1 : 0,
    otherMode: modes && !sameMode ? 1 : 0,
    sameActor: actors === "same" ? 1 : 0,
    otherActor: actors === "other" ? 1 : 0,
    sameRecipient: recipients === "same" ? 1 : 0,
    otherRecipient: recipients === "other" ? 1 : 0,
    samePlace: places && samePlace(a, b) ? 1 : 0,
    otherPlace: places && !samePlace(a, b) ? 1 : 0,
    otherStep: knowledge.otherStep(first.facts.families, second.facts.families) ? 1 : 0,
    historical: (a.factuality === "historical") !== (b.factuality === "historical") ? 1 : 0,
  };
}

/** Types are one, one is the content of the other (a threat and the act threatened), or they are others. */
function typeTie(a: PairMention, b: PairMention): "same" | "promised" | "other" {
  if (a.event === b.event) {
    const [x, y] = [a.content?.event ?? null, b.content?.event ?? null];
    return x !== null && y !== null && x !== y ? "other" : "same";
  }
  return a.content?.event === b.event || b.content?.event === a.event ? "promised" : "other";
}

function partyTie(a: PairMention["actor"], b: PairMention["actor"]): "same" | "other" | "unknown" {
  const keysA = a.flatMap(partyKeys);
  const keysB = new Set(b.flatMap(partyKeys));
  if (keysA.length === 0 || keysB.size === 0) return "unknown";
  return keysA.some((key) => keysB.has(key)) ? "same" : "other";
}

/** What a party is known by: its state, and itself where it is no part of a state. */
export function partyKeys({ code, id }: PairMention["actor"][number]): string[] {
  return [...(code === null ? [] : [code]), ...(id === null ? [] : [id])];
}

function samePlace(a: PairMention, b: PairMention): boolean {
  return a.place!.id !== null && b.place!.id !== null
    ? a.place!.id === b.place!.id
    : a.place!.name.toLowerCase() === b.place!.name.toLowerCase();
}

export interface MentionScorer {
  score(a: FactMention, b: FactMention, around: PairSurroundings): number;
  explain(a: FactMention, b: FactMention, around: PairSurroundings): LinkReason;
}

/** A scorer of coded mentions. */
export function createMentionScorer(knowledge: LinkingKnowledge): MentionScorer {
  const model = knowledge.eventWeights;
  checkFeatures(model);
  const coded = knowledge.settings.events;
  const score: MentionScorer["score"] = (a, b, around) => {
    let sum = coded.coded! + sumOf(model, eventFeatures(a.facts, b.facts, around));
    for (const [name, value] of Object.entries(codedFeatures(a, b, knowledge))) {
      sum += value * (coded[name] ?? 0);
    }
    return probability(sum);
  };
  return {
    score,
    explain: (a, b, around) => {
      const values = eventFeatures(a.facts, b.facts, around);
      const own = codedFeatures(a, b, knowledge);
      const features: Record<string, number> = { ...own };
      const weights: Record<string, number> = {};
      for (const name of Object.keys(own)) weights[name] = coded[name] ?? 0;
      for (const [at, name] of EVENT_FEATURES.entries()) {
        features[name] = values[at]!;
        weights[name] = model.weights[at]!;
      }
      const result = score(a, b, around);
      const joined = result >= coded.threshold!;
      return {
        features,
        weights,
        score: result,
        threshold: coded.threshold!,
        joined,
        reason: reasonOf(own, joined),
      };
    },
  };
}

function reasonOf(own: Readonly<Record<string, number>>, joined: boolean): string {
  if (joined) return own.promisedType === 1 ? "linking/promised-and-done" : "linking/same-act-and-parties";
  if (own.otherType === 1) return "linking/other-type";
  if (own.otherStep === 1) return "linking/other-step";
  if (own.otherActor === 1 || own.otherRecipient === 1) return "linking/other-parties";
  if (own.otherPlace === 1) return "linking/other-place";
  return "linking/too-little-in-common";
}
