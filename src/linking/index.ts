/**
 * The linking room's one entry: reports with their mentions to copies, lines of
 * reporting, stories, events, contradictions and digests. What it knows is
 * handed in; what earlier reports said is asked of a LinkIndex.
 */
import { Fault } from "../base/fault.ts";
import type { LinkingKnowledge } from "../knowledge/linking.ts";
import { type CopySettings, copiesBetween } from "./copies/find-copies.ts";
import { createCreditFinder } from "./copies/find-credits.ts";
import { findLines } from "./copies/find-lines.ts";
import { type DigestSettings, digestStory } from "./digests/digest-story.ts";
import { createMentionScorer } from "./events/event-model.ts";
import { linkBareMentions } from "./events/link-bare-mentions.ts";
import { LINKING_FAULTS } from "./faults.ts";
import { describeEvents, groupLinks } from "./group-links.ts";
import { type LinkTools, linkReport, readForLinking } from "./link-report.ts";
import { MemoryIndex } from "./memory-index.ts";
import { compareProfiles, type StorySettings } from "./stories/compare-profiles.ts";
import { describeStory, groupStories, storyId, storyPart } from "./stories/link-stories.ts";
import { reportStems } from "./stories/report-stems.ts";
import { readReport } from "./text/read-report.ts";
import { createWordReader } from "./text/read-words.ts";
import type {
  BareEvent,
  BareMention,
  Contradiction,
  Copy,
  Credit,
  Decision,
  DigestSentence,
  Edge,
  FactMention,
  LineReport,
  Lines,
  LinkDelta,
  Linked,
  LinkedEvent,
  LinkIndex,
  LinkReason,
  LinkReport,
  PlacedMention,
  ReadForLinking,
  Story,
  StoryPart,
  StoryProfile,
  WordCounts,
} from "./types.ts";

export { LINKING_FAULTS } from "./faults.ts";
export { buildLedgers, clueKeys, ledgerTools, placeClues } from "./ledgers/index.ts";
export { MemoryIndex } from "./memory-index.ts";
export { reachOf } from "./reach.ts";
export type * from "./types.ts";

/** Grouping by its parts, for a record that groups what hangs together with a new report. */
export interface LinkParts {
  /** Scores from which edges hold groups together. */
  readonly thresholds: { readonly story: number; readonly event: number };
  /** Most reports of one story and most mentions of one event. */
  readonly most: { readonly reports: number; readonly mentions: number };
  groupStories(ids: readonly string[], edges: readonly Edge[], decisions: readonly Decision[]): string[][];
  storyId(reports: readonly Pick<LinkReport, "id" | "date">[]): string;
  storyPart(read: ReadForLinking): StoryPart;
  describeStory(parts: readonly StoryPart[], lineOf: (reportId: string) => string): Story;
  /** @param storyOf story of a report: reports of one agency are one line within a story only */
  findLines(
    reports: readonly LineReport[],
    copies: readonly Copy[],
    credits: readonly Credit[],
    storyOf: (reportId: string) => string,
  ): Lines;
  describeEvents(
    placed: ReadonlyMap<string, PlacedMention>,
    edges: readonly Edge[],
    decisions: readonly Decision[],
    storyOf: (reportId: string) => string | null,
  ): Pick<Linked, "events" | "contradictions">;
  /** Why two reports belong together or do not, by what a record keeps of them. */
  explainReports(a: StoryProfile, b: StoryProfile): LinkReason;
  /** Why two mentions are one event or are not. */
  explainMentions(
    a: FactMention,
    b: FactMention,
    profiles: readonly [StoryProfile, StoryProfile],
  ): LinkReason;
}

/** The steps of linking over one body of knowledge. */
export interface Linking {
  readonly parts: LinkParts;
  /** Hashes of the words of a report that a record counts. */
  countedWords(report: LinkReport): readonly number[];
  /** A report with its keys, profile, facts and credits: what the record keeps of it. */
  read(report: LinkReport, counts: WordCounts): ReadForLinking;
  /** What a report adds to those of the index. */
  linkReport(read: ReadForLinking, index: LinkIndex): Promise<LinkDelta>;
  /** Stories, lines, events and contradictions out of all that was added. */
  group(
    reads: readonly ReadForLinking[],
    deltas: readonly LinkDelta[],
    decisions?: readonly Decision[],
  ): Linked;
  /** All of it over a batch of reports, whose words are counted first: the same for every order. */
  linkReports(reports: readonly LinkReport[], decisions?: readonly Decision[]): Promise<Linked>;
  /** Events of mentions that are words alone, within the stories that were found. */
  linkBareMentions(
    mentions: readonly BareMention[],
    reports: readonly LinkReport[],
    linked: Linked,
  ): BareEvent[];
  /** The passages of `later` that stand in `earlier`. */
  findCopies(earlier: LinkReport, later: LinkReport): Copy[];
  linkStories(reports: readonly LinkReport[], decisions?: readonly Decision[]): Promise<readonly Story[]>;
  linkEvents(
    reports: readonly LinkReport[],
    decisions?: readonly Decision[],
  ): Promise<readonly LinkedEvent[]>;
  findContradictions(reports: readonly LinkReport[]): Promise<readonly Contradiction[]>;
  /** At most `most` sentences of the story's reports, word for word, in order of time. */
  digestStory(reports: readonly LinkReport[], events: readonly LinkedEvent[], most: number): DigestSentence[];
  /** Why two reports, or two mentions, of these belong together or do not.
   * @throws {@link Fault} `linking/unknown-id` */
  explainLink(
    a: string,
    b: string,
    reports: readonly LinkReport[],
    decisions?: readonly Decision[],
  ): LinkReason;
}

/** The steps of linking.
 * @throws {@link Fault} `linking/other-features` where the weights are of another version */
export function createLinking(knowledge: LinkingKnowledge): Linking {
  const readWords = createWordReader(knowledge);
  const tools: LinkTools = {
    knowledge,
    readWords,
    readWorded: keptByObject((report: LinkReport) => readReport(report, readWords)),
    stemsOf: keptByObject(reportStems),
    findCredits: createCreditFinder(knowledge),
    scorer: createMentionScorer(knowledge),
  };
  const linkReports = (reports: readonly LinkReport[], decisions: readonly Decision[] = []) =>
    linkBatch(reports, decisions, tools);
  return {
    parts: partsOf(tools),
    countedWords: (report) => tools.stemsOf(tools.readWorded(report)).hashes,
    read: (report, counts) => readForLinking(report, counts, tools),
    linkReport: (read, index) => linkReport(read, index, tools),
    group: (reads, deltas, decisions = []) => groupLinks(reads, deltas, decisions, tools),
    linkReports,
    linkBareMentions: (mentions, reports, linked) =>
      linkBareMentions(mentions, readBatch(reports, tools), linked, tools),
    findCopies: (earlier, later) =>
      copiesBetween(
        readReport(earlier, tools.readWords),
        readReport(later, tools.readWords),
        knowledge.settings.copies as unknown as CopySettings,
      ),
    linkStories: async (reports, decisions) => (await linkReports(reports, decisions)).stories,
    linkEvents: async (reports, decisions) => (await linkReports(reports, decisions)).events,
    findContradictions: async (reports) => (await linkReports(reports)).contradictions,
    digestStory: (reports, events, most) =>
      digestStory(
        reports.map((report) => readReport(report, tools.readWords)),
        events,
        most,
        knowledge.settings.digests as unknown as DigestSettings,
      ),
    explainLink: (a, b, reports, decisions = []) => explain(a, b, reports, decisions, tools),
  };
}

/** A reader that does not read one and the same object twice. */
function keptByObject<From extends object, To>(read: (from: From) => To): (from: From) => To {
  const known = new WeakMap<From, To>();
  return (from) => {
    const kept = known.get(from);
    if (kept !== undefined) return kept;
    const fresh = read(from);
    known.set(from, fresh);
    return fresh;
  };
}

function partsOf(tools: LinkTools): LinkParts {
  const { settings } = tools.knowledge;
  const stories = settings.stories as unknown as StorySettings;
  return {
    thresholds: { story: settings.stories.threshold!, event: settings.events.threshold! },
    most: { reports: settings.stories.mostReports!, mentions: settings.events.mostMentions! },
    groupStories: (ids, edges, decisions) => groupStories(ids, edges, decisions, stories),
    storyId,
    storyPart,
    describeStory,
    findLines: (reports, copies, credits, storyOf) =>
      findLines(reports, copies, credits, storyOf, tools.knowledge),
    describeEvents: (placed, edges, decisions, storyOf) =>
      describeEvents(placed, edges, decisions, storyOf, tools),
    explainReports: (a, b) => explainReports(a, b, stories),
    explainMentions: (a, b, profiles) => explainMentions(a, b, profiles, tools),
  };
}

async function linkBatch(
  reports: readonly LinkReport[],
  decisions: readonly Decision[],
  tools: LinkTools,
): Promise<Linked> {
  const reads = readBatch(reports, tools);
  const index = new MemoryIndex();
  const deltas: LinkDelta[] = [];
  for (const read of reads) {
    deltas.push(await linkReport(read, index, tools));
    index.add(read);
  }
  return groupLinks(reads, deltas, decisions, tools);
}

/** Reports in order of day and id, read with the counts of the whole batch. */
function readBatch(reports: readonly LinkReport[], tools: LinkTools): ReadForLinking[] {
  const orderOf = ({ date, id }: LinkReport) => `${date ?? "9999"} ${id}`;
  const sorted = reports.toSorted((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
  const stems = new Map<number, number>();
  for (const report of sorted) {
    for (const hash of tools.stemsOf(tools.readWorded(report)).hashes)
      stems.set(hash, (stems.get(hash) ?? 0) + 1);
  }
  const counts: WordCounts = { reports: sorted.length, of: (hash) => stems.get(hash) ?? 0 };
  return sorted.map((report) => readForLinking(report, counts, tools));
}

function explain(
  a: string,
  b: string,
  reports: readonly LinkReport[],
  decisions: readonly Decision[],
  tools: LinkTools,
): LinkReason {
  const reads = readBatch(reports, tools);
  const decision = decisions.find((each) => [each.a, each.b].sort().join(" ") === [a, b].sort().join(" "));
  const reason = explainPair(a, b, reads, tools);
  if (decision === undefined) return reason;
  return { ...reason, joined: decision.verdict === "join", reason: "linking/decision" };
}

function explainPair(a: string, b: string, reads: readonly ReadForLinking[], tools: LinkTools): LinkReason {
  const settings = tools.knowledge.settings.stories as unknown as StorySettings;
  const [x, y] = [a, b].map((id) => reads.find((read) => read.report.id === id));
  if (x !== undefined && y !== undefined) return explainReports(x.profile, y.profile, settings);
  const find = (id: string): { read: ReadForLinking; mention: FactMention } => {
    for (const read of reads) {
      const mention = read.mentions.find((each) => each.mention.id === id);
      if (mention !== undefined) return { read, mention };
    }
    throw new Fault(LINKING_FAULTS.unknownId, `Nothing among the reports given has the id ${id}.`);
  };
  const [first, second] = [find(a), find(b)];
  return explainMentions(first.mention, second.mention, [first.read.profile, second.read.profile], tools);
}

function explainReports(a: StoryProfile, b: StoryProfile, settings: StorySettings): LinkReason {
  const { wording, nearness, score } = compareProfiles(a, b, settings);
  const joined = score >= settings.threshold;
  const reason = joined
    ? "linking/same-wording"
    : nearness < 0.5
      ? "linking/days-apart"
      : "linking/other-wording";
  const features = { wording, nearness };
  const weights = { wording: 1, nearness: 1 };
  return { features, weights, score, threshold: settings.threshold, joined, reason };
}

function explainMentions(
  a: FactMention,
  b: FactMention,
  [profileA, profileB]: readonly [StoryProfile, StoryProfile],
  { knowledge, scorer }: LinkTools,
): LinkReason {
  const settings = knowledge.settings.stories as unknown as StorySettings;
  const one = profileA.reportId === profileB.reportId;
  const reports = one ? 1 : compareProfiles(profileA, profileB, settings).wording;
  return scorer.explain(a, b, { reports });
}
