/**
 * Stories on basil-dev and allsides-dev read as one mixed stream: B-cubed F1 of
 * linking, beside a single pass over TF-IDF vectors (each report joins the
 * story of its nearest earlier report) with the best of its thresholds.
 */
import type { LinkingKnowledge } from "../../src/knowledge/linking.ts";
import { type Linking, MemoryIndex } from "../../src/linking/index.ts";
import { createWordReader } from "../../src/linking/text/read-words.ts";
import type { LinkDelta, LinkReport, WordCounts } from "../../src/linking/types.ts";
import type { Figure } from "../types.ts";
import { chanceOf } from "./random.ts";
import { allsidesReports, basilReports, type GoldReport } from "./readers.ts";
import { bCubed } from "./score-clusters.ts";

export async function measureStories(
  linking: Linking,
  knowledge: LinkingKnowledge,
  data: string,
): Promise<Figure[]> {
  const sets = { basil: basilReports(data), allsides: allsidesReports(data) };
  const stream = chanceOf(5).shuffled([...sets.basil, ...sets.allsides].map(({ report }) => report));
  const stories = await linking.linkStories(stream);
  const found = new Map(stories.flatMap((story) => story.reports.map((id) => [id, story.id] as const)));
  const [once, turned] = [await arrive(linking, stream), await arrive(linking, stream.toReversed())];
  const baseline = bestSinglePass(stream, sets, knowledge);
  const figures = Object.entries(sets).map(([name, set]) => ({
    ...share(`linking/stories-${name}-b3`, score(set, found)),
    best: `${score(set, baseline).toFixed(3)} (single pass, same run)`,
  }));
  return [...figures, share("linking/stories-any-order", bCubed(once, turned).f1)];
}

/** Story of each report after they came one by one in this order, as a record links them. */
async function arrive(linking: Linking, stream: readonly LinkReport[]): Promise<Map<string, string>> {
  const index = new MemoryIndex();
  const stems = new Map<number, number>();
  const none: WordCounts = { reports: 0, of: () => 0 };
  for (const report of stream) {
    for (const hash of linking.read(report, none).countedWords) stems.set(hash, (stems.get(hash) ?? 0) + 1);
  }
  const counts: WordCounts = { reports: stream.length, of: (hash) => stems.get(hash) ?? 0 };
  const reads = stream.map((report) => linking.read(report, counts));
  const deltas: LinkDelta[] = [];
  for (const read of reads) {
    deltas.push(await linking.linkReport(read, index));
    index.add(read);
  }
  const { stories } = linking.group(reads, deltas);
  return new Map(stories.flatMap((story) => story.reports.map((id) => [id, story.id] as const)));
}

function score(set: readonly GoldReport[], found: ReadonlyMap<string, string>): number {
  return bCubed(new Map(set.map(({ report, gold }) => [report.id, gold])), found).f1;
}

/** The single pass with the threshold that is best for the worse of the two sets. */
function bestSinglePass(
  stream: readonly LinkReport[],
  sets: Readonly<Record<string, readonly GoldReport[]>>,
  knowledge: LinkingKnowledge,
): Map<string, string> {
  const vectors = tfIdf(stream, knowledge);
  let best: Map<string, string> | null = null;
  let bestScore = -1;
  for (const threshold of [0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4]) {
    const found = singlePass(stream, vectors, threshold);
    const worse = Math.min(...Object.values(sets).map((set) => score(set, found)));
    if (worse > bestScore) [best, bestScore] = [found, worse];
  }
  return best!;
}

function tfIdf(stream: readonly LinkReport[], knowledge: LinkingKnowledge): Map<string, number>[] {
  const readWords = createWordReader(knowledge);
  const counted = stream.map((report) => {
    const counts = new Map<string, number>();
    for (const { key } of readWords(`${report.title ?? ""}\n${report.text}`).known) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    return counts;
  });
  const reportsOf = new Map<string, number>();
  for (const counts of counted)
    for (const key of counts.keys()) reportsOf.set(key, (reportsOf.get(key) ?? 0) + 1);
  return counted.map((counts) => {
    const vector = new Map<string, number>();
    let length = 0;
    for (const [key, count] of counts) {
      const weight = (1 + Math.log(count)) * Math.log(stream.length / reportsOf.get(key)!);
      vector.set(key, weight);
      length += weight * weight;
    }
    for (const [key, weight] of vector) vector.set(key, weight / Math.sqrt(length || 1));
    return vector;
  });
}

function singlePass(
  stream: readonly LinkReport[],
  vectors: readonly ReadonlyMap<string, number>[],
  threshold: number,
): Map<string, string> {
  const holders = new Map<string, number[]>();
  const found = new Map<string, string>();
  for (const [at, report] of stream.entries()) {
    const sums = new Map<number, number>();
    for (const [key, weight] of vectors[at]!) {
      const list = holders.get(key) ?? [];
      for (const other of list) sums.set(other, (sums.get(other) ?? 0) + weight * vectors[other]!.get(key)!);
      holders.set(key, [...list, at]);
    }
    const nearest = [...sums].reduce((best, next) => (next[1] > best[1] ? next : best), [-1, 0]);
    found.set(report.id, nearest[1] >= threshold ? found.get(stream[nearest[0]]!.id)! : report.id);
  }
  return found;
}

function share(name: string, value: number): Figure {
  return { name, value, unit: "", higherIsBetter: true };
}
