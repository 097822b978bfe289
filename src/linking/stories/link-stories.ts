/**
 * Profiles in, edges and stories out. A report's edges are scored once, when it
 * arrives, against the reports that share its telling words near its day;
 * stories are the average-link groups of all edges, so that they do not hang on
 * the order of arrival (where no key has more reports than are looked at).
 */
import { contentId } from "../../base/ids.ts";
import { groupByAverage } from "../average-link.ts";
import { comesBefore } from "../copies/link-copies.ts";
import { splitSentences } from "../text/split-sentences.ts";
import type {
  Decision,
  Edge,
  KeyQuery,
  LinkIndex,
  LinkMention,
  LinkReport,
  ReadForLinking,
  ReportKeys,
  Story,
  StoryPart,
  StoryProfile,
} from "../types.ts";
import { compareProfiles, type StorySettings } from "./compare-profiles.ts";
import { type TermTable, weightIn } from "./term-table.ts";

/** A report beside those of the index. */
export interface StoryTies {
  readonly edges: readonly Edge[];
  /** Cosine of its words and those of each report that it was compared with. */
  readonly wording: ReadonlyMap<string, number>;
}

/** The edges of a report to those of the index.
 * @param table the terms of its profile */
export async function storyEdges(
  profile: StoryProfile,
  keys: ReportKeys,
  index: LinkIndex,
  settings: StorySettings,
  table: TermTable,
): Promise<StoryTies> {
  const { day } = profile;
  const days = day === null ? null : { from: day - settings.windowDays, to: day + settings.windowDays };
  const query: KeyQuery = { kind: "story", keys: keys.story, days, mostPerKey: settings.mostPerKey };
  const shared = new Map<string, number>();
  for (const { key, reports } of await index.find(query)) {
    const weight = weightIn(table, key);
    for (const { reportId } of reports) shared.set(reportId, (shared.get(reportId) ?? 0) + weight);
  }
  shared.delete(profile.reportId);
  const chosen =
    shared.size <= settings.mostCandidates
      ? [...shared.keys()]
      : [...shared]
          .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
          .slice(0, settings.mostCandidates)
          .map(([id]) => id);
  const edges: Edge[] = [];
  const wording = new Map<string, number>();
  for (const other of await index.profiles(chosen)) {
    const alike = compareProfiles(profile, other, settings, table);
    wording.set(other.reportId, alike.wording);
    if (alike.score >= settings.leastEdge) edges.push(edgeOf(profile.reportId, other.reportId, alike.score));
  }
  return { edges, wording };
}

function edgeOf(one: string, other: string, score: number): Edge {
  return one < other ? { a: one, b: other, score } : { a: other, b: one, score };
}

/** Groups of report ids: one for each story. */
export function groupStories(
  reportIds: readonly string[],
  edges: readonly Edge[],
  decisions: readonly Decision[],
  settings: StorySettings,
): string[][] {
  return groupByAverage(reportIds, edges, {
    threshold: settings.threshold,
    missing: settings.missing,
    most: settings.mostReports,
    decisions: decisions.filter(({ kind }) => kind === "story"),
  });
}

/** The id of the story of these reports: the same however they arrived. */
export function storyId(reports: readonly Pick<LinkReport, "id" | "date">[]): string {
  return contentId("s", reports.reduce((first, next) => (comesBefore(next, first) ? next : first)).id);
}

/** What a story tells of the report. */
export function storyPart({ report, profile }: Pick<ReadForLinking, "report" | "profile">): StoryPart {
  const { id, date, outlet, title } = report;
  return {
    id,
    date,
    outlet,
    title: title ?? firstSentence(report),
    titled: title !== null,
    profile,
    parties: countParties(report.mentions),
  };
}

/** The story of these reports. */
export function describeStory(parts: readonly StoryPart[], lineOf: (reportId: string) => string): Story {
  const sorted = parts.toSorted((a, b) => (comesBefore(a, b) ? -1 : 1));
  const days = sorted.flatMap(({ date }) => date ?? []).sort();
  return {
    id: storyId(sorted),
    title: (mostCentral(sorted) ?? sorted.find(({ titled }) => titled) ?? sorted[0]!).title,
    date: days[0] ?? null,
    endDate: days.at(-1) ?? null,
    parties: frequentParties(sorted),
    reports: sorted.map(({ id }) => id),
    outlets: new Set(sorted.flatMap(({ outlet }) => outlet ?? [])).size,
    lines: new Set(sorted.map(({ id }) => lineOf(id))).size,
  };
}

const LONGEST_TITLE = 200;

/** What a report is called that has no title; null where it has no words. */
function firstSentence({ text, sentences }: LinkReport): string | null {
  const span = sentences?.[0] ?? splitSentences(text.slice(0, LONGEST_TITLE * 2))[0];
  if (span === undefined) return null;
  const words = text.slice(span.start, span.end).replace(/\s+/g, " ");
  return words.length <= LONGEST_TITLE ? words : `${words.slice(0, LONGEST_TITLE - 1).trimEnd()}…`;
}

/** A report must be so much nearer to the others than an earlier one to give the story its title. */
const CLEARLY = 1.05;

/** The titled report that is nearest to all others; of those that are about as near, the earliest. */
function mostCentral(parts: readonly StoryPart[]): StoryPart | null {
  const sums = new Map<number, number>();
  for (const { terms } of parts.map(({ profile }) => profile))
    for (const [at, hash] of terms.hashes.entries())
      sums.set(hash, (sums.get(hash) ?? 0) + terms.weights[at]!);
  let best: StoryPart | null = null;
  let bestScore = 0;
  for (const part of parts) {
    if (!part.titled) continue;
    const { hashes, weights } = part.profile.terms;
    let score = 0;
    for (let at = 0; at < hashes.length; at++) score += weights[at]! * sums.get(hashes[at]!)!;
    if (score > bestScore * CLEARLY) [best, bestScore] = [part, score];
  }
  return best;
}

const MOST_PARTIES = 6;

function countParties(mentions: readonly LinkMention[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { actor, recipient } of mentions) {
    for (const { code, name } of [...actor, ...recipient]) {
      const party = code ?? name;
      if (party !== null) counts.set(party, (counts.get(party) ?? 0) + 1);
    }
  }
  return [...counts];
}

/** Codes, else names, of the parties of the story's mentions, most frequent first. */
function frequentParties(parts: readonly StoryPart[]): string[] {
  const counts = new Map<string, number>();
  for (const [party, count] of parts.flatMap(({ parties }) => parties)) {
    counts.set(party, (counts.get(party) ?? 0) + count);
  }
  return [...counts]
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MOST_PARTIES)
    .map(([party]) => party);
}
