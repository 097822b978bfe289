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
  let sum = bias;
  for (let at = 0; at < values.length; at++) sum += values[at]! * weights[at]!;
  return sum;
}

const probability = (sum: number) => 1 / (1 + Math.exp(-sum));

/** What coding knows of a pair; the names are those of the weights in settings.events. */
const CODED_FEATURES = [
  "sameType",
  "promisedType",
  "otherType",
  "sameMode",
  "otherMode",
  "sameActor",
  "otherActor",
  "sameRecipient",
  "otherRecipient",
  "samePlace",
  "otherPlace",
  "otherStep",
  "historical",
] as const;

/** Values of CODED_FEATURES, in their order. */
function codedValues(first: FactMention, second: FactMention, knowledge: LinkingKnowledge): boolean[] {
  const [a, b] = [first.mention, second.mention];
  const types = typeTie(a, b);
  const actors = partyTie(a.actor, b.actor);
  const recipients = partyTie(a.recipient, b.recipient);
  const modes = a.mode.length > 0 && b.mode.length > 0;
  const sameMode = a.mode.some((mode) => b.mode.includes(mode));
  const places = a.place !== null && b.place !== null;
  const onePlace = places && samePlace(a, b);
  return [
    types === "same",
    types === "promised",
    types === "other",
    modes && sameMode,
    modes && !sameMode,
    actors === "same",
    actors === "other",
    recipients === "same",
    recipients === "other",
    onePlace,
    places && !onePlace,
    knowledge.otherStep(first.facts.families, second.facts.families),
    (a.factuality === "historical") !== (b.factuality === "historical"),
  ];
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
  const [keysA, keysB] = [keysOfParties(a), keysOfParties(b)];
  if (keysA.length === 0 || keysB.length === 0) return "unknown";
  return keysA.some((key) => keysB.includes(key)) ? "same" : "other";
}

/** Keys of parties that were asked for before: a mention meets many others. */
const partiesKnown = new WeakMap<PairMention["actor"], readonly string[]>();

function keysOfParties(parties: PairMention["actor"]): readonly string[] {
  const known = partiesKnown.get(parties);
  if (known !== undefined) return known;
  const keys = parties.flatMap(partyKeys);
  partiesKnown.set(parties, keys);
  return keys;
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
  const codedWeights = CODED_FEATURES.map((name) => coded[name] ?? 0);
  const score: MentionScorer["score"] = (a, b, around) => {
    let sum = coded.coded! + sumOf(model, eventFeatures(a.facts, b.facts, around));
    for (const [at, holds] of codedValues(a, b, knowledge).entries()) if (holds) sum += codedWeights[at]!;
    return probability(sum);
  };
  return {
    score,
    explain: (a, b, around) => {
      const values = eventFeatures(a.facts, b.facts, around);
      const held = codedValues(a, b, knowledge);
      const own = Object.fromEntries(CODED_FEATURES.map((name, at) => [name, held[at] ? 1 : 0]));
      const features: Record<string, number> = { ...own };
      const weights: Record<string, number> = {};
      for (const [at, name] of CODED_FEATURES.entries()) weights[name] = codedWeights[at]!;
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
