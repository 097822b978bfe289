/**
 * Events with gold mentions given, on ecbplus-dev and gvc-dev: CoNLL F1 of the
 * pair model with average link, beside the baseline that joins mentions of one
 * head lemma in one story, both on the stories that linking finds.
 */
import type { LinkingKnowledge } from "../../src/knowledge/linking.ts";
import { groupByAverage } from "../../src/linking/average-link.ts";
import { createFactsScorer } from "../../src/linking/events/event-model.ts";
import type { Linking } from "../../src/linking/index.ts";
import { createWordReader } from "../../src/linking/text/read-words.ts";
import type { Figure } from "../types.ts";
import { goldDocuments, openLanguage } from "./gold-events.ts";
import { type GoldFact, type GoldSet, goldSet } from "./gold-pairs.ts";
import { conll } from "./score-clusters.ts";

type StoryOf = (fact: GoldFact) => string;

const FOUND: StoryOf = ({ story }) => story;
const GOLD: StoryOf = ({ goldStory }) => goldStory;

/** CoNLL F1 (0 to 100) of the model and of the baseline. */
export function scoreEvents(set: GoldSet, knowledge: LinkingKnowledge, storyOf: StoryOf, threshold: number) {
  const gold = new Map(set.facts.map(({ facts, chain }) => [facts.id, chain]));
  const lemmas = new Map(set.facts.map((fact) => [fact.facts.id, `${storyOf(fact)} ${fact.facts.head}`]));
  const score = createFactsScorer(knowledge.eventWeights);
  const edges = set.facts.flatMap((a, at) =>
    set.facts.slice(0, at).flatMap((b) => {
      if (storyOf(a) !== storyOf(b)) return [];
      const value = score(a.facts, b.facts, { reports: set.alike(a.facts.reportId, b.facts.reportId) });
      return value < 0.02 ? [] : [{ a: a.facts.id, b: b.facts.id, score: value }];
    }),
  );
  const found = new Map<string, string>();
  for (const group of groupByAverage([...gold.keys()], edges, { threshold, missing: 1 })) {
    for (const id of group) found.set(id, group[0]!);
  }
  return { model: 100 * conll(gold, found), baseline: 100 * conll(gold, lemmas) };
}

export async function measureEvents(
  linking: Linking,
  knowledge: LinkingKnowledge,
  data: string,
): Promise<Figure[]> {
  const language = openLanguage();
  const readWords = createWordReader(knowledge);
  const figures: Figure[] = [];
  for (const [name, file] of [
    ["ecbplus", "ecbplus-dev"],
    ["gvc", "gvc-dev"],
  ] as const) {
    const set = await goldSet(goldDocuments(data, file, language), linking, readWords, knowledge);
    const { goldThreshold } = knowledge.settings.events;
    const found = scoreEvents(set, knowledge, FOUND, goldThreshold!);
    const gold = scoreEvents(set, knowledge, GOLD, goldThreshold!);
    figures.push(
      figure(`linking/events-${name}-conll`, found),
      figure(`linking/events-${name}-conll-gold-stories`, gold),
    );
  }
  return figures;
}

/** Half a point is the room that other trees of a retrained parser take. */
const MARGIN = 0.007;

function figure(name: string, { model, baseline }: { model: number; baseline: number }): Figure {
  const best = `${baseline.toFixed(1)} (head lemma in story, same run)`;
  return { name, value: model, unit: "CoNLL", higherIsBetter: true, best, margin: MARGIN };
}
