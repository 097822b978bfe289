/**
 * The record as linking works on it, in one transaction: what is to be linked,
 * what was read and found before, and the stories and events that come of it.
 * Which reports belong together is not decided here; pipeline/linking does.
 */
import type { Transaction } from "kysely";
import type {
  Contradiction,
  FactMention,
  LinkDelta,
  LinkedEvent,
  LinkIndex,
  LinkReport,
  PlacedMention,
  ReadForLinking,
  Story,
  StoryPart,
  StoryProfile,
  WordCounts,
} from "../../linking/types.ts";
import type { DatabaseKind } from "../db.ts";
import type { LinkReadsTable } from "../link-tables.ts";
import type { Tables } from "../tables.ts";
import { BatchKeys } from "./batch-keys.ts";
import type { LinkCaches, NumberedReport } from "./caches.ts";
import { RecordIndex } from "./find.ts";
import {
  copiesBack,
  copyNeighbours,
  copyOf,
  decidedTies,
  keptReport,
  keptReports,
  mentionNumbersOf,
  numbersOf,
  shared,
} from "./groups.ts";
import { countWords, dropReads, keepDeltas, keepReads, MENTION_ROOM, mentionNumber } from "./keep.ts";
import { keepKeys } from "./keys.ts";
import { loadMentions, loadSentences, loadTexts, type NumberedMention } from "./load.ts";
import { putEvents, putStories } from "./put-groups.ts";
import type { Bounds, EventScope, LineScope, StoryScope } from "./scopes.ts";
import { nearest } from "./scopes.ts";
import { edgesAmong, reach } from "./ties.ts";
import { doneTodo, nextTodo, putTodo, type Todo } from "./todo.ts";

export class LinkStore {
  readonly #db: Transaction<Tables>;
  readonly #kind: DatabaseKind;
  readonly #caches: LinkCaches;
  readonly #mentionNumbers = new Map<string, number>();
  readonly #reportNumbers = new Map<string, number>();

  constructor(db: Transaction<Tables>, kind: DatabaseKind, caches: LinkCaches) {
    this.#db = db;
    this.#kind = kind;
    this.#caches = caches;
  }

  todo(limit: number): Promise<Todo> {
    return nextTodo(this.#db, limit);
  }

  done(reportIds: readonly string[]): Promise<void> {
    return doneTodo(this.#db, this.#kind, reportIds);
  }

  /** The reports with texts, sentences and mentions, in the order in which they are asked for: they get their numbers in it. */
  async loadReports(ids: readonly string[]): Promise<LinkReport[]> {
    const loaded = await loadTexts(this.#db, this.#kind, ids);
    const texts = new Map(loaded.map((report) => [report.id, report]));
    const mentions = await this.#mentionsIn(ids);
    return ids.flatMap((id) => {
      const report = texts.get(id);
      return report === undefined
        ? []
        : { ...report, mentions: mentions.get(id)!.map(({ mention }) => mention) };
    });
  }

  /** The mentions of each report that there is room for. */
  #mentionsIn(reportIds: readonly string[]): Promise<Map<string, readonly NumberedMention[]>> {
    return this.#caches.mentions.through(reportIds, async (missing) => {
      const found = new Map<string, NumberedMention[]>(missing.map((id) => [id, []]));
      for (const each of await loadMentions(this.#db, this.#kind, missing))
        if (each.position < MENTION_ROOM) found.get(each.reportId)!.push(each);
      return found;
    });
  }

  /** Takes out what was kept of the reports; ids of others that are to be grouped anew. */
  async drop(ids: readonly string[]): Promise<readonly string[]> {
    this.#caches.drop(ids);
    const { others, dropped } = await dropReads(this.#db, this.#kind, ids);
    if (dropped > 0) {
      this.#caches.lists.clear();
      this.#caches.oldKeys.forgetLists();
    }
    return others;
  }

  /** Counts the words of reports that are to be kept, and says how common they are now. */
  countWords(words: readonly (readonly number[])[]): Promise<WordCounts> {
    return countWords(this.#db, this.#kind, words, 1);
  }

  /** Keeps what was read, and gives for each report the index as it sees it. */
  async keep(reads: readonly ReadForLinking[], parts: readonly StoryPart[]): Promise<LinkIndex[]> {
    this.#fresh = await keepReads(this.#db, reads, parts);
    const { numbers, reports, kept, texts } = this.#caches;
    const batch = new BatchKeys();
    const mentions = await this.#mentionsIn(reads.map(({ report }) => report.id));
    for (const [at, { report, keys, profile, mentions: facts, credits, retracts }] of reads.entries()) {
      const { num } = this.#fresh[at]!;
      const { id, text } = report;
      const named: NumberedReport = { num, reportId: id, day: keys.day };
      batch.add(named, keys);
      this.#reportNumbers.set(id, num);
      numbers.set(id, num);
      reports.set(num, named);
      this.#caches.reads.set(id, { profile, facts });
      texts.set(id, report);
      kept.set(num, keptReport(num, parts[at]!, text.length, retracts, credits));
      for (const { mention, position } of mentions.get(id)!)
        this.#mentionNumbers.set(mention.id, mentionNumber(num, position));
    }
    for (const [id, num] of this.#mentionNumbers) this.#caches.mentionNumbers.set(id, num);
    this.#caches.eventTies.start(this.#mentionNumbers.values());
    this.#caches.storyTies.start(this.#fresh.map(({ num }) => num));
    const index = new RecordIndex(this.#db, this.#kind, this.#caches, batch);
    return reads.map(({ keys }, at) => index.for(keys.day, this.#fresh[at]!.num));
  }

  /** What this batch brought. */
  #fresh: readonly LinkReadsTable[] = [];

  /** Keeps what was found, and the keys by which later batches find the reports of this one. */
  async keepDeltas(deltas: readonly LinkDelta[]): Promise<void> {
    await keepKeys(this.#db, this.#kind, this.#fresh, this.#caches);
    const reports = new Set<string>();
    const mentions = new Set<string>();
    for (const { storyEdges, eventEdges, copies } of deltas) {
      for (const { a, b } of storyEdges) reports.add(a).add(b);
      for (const { earlier, later } of copies) reports.add(earlier.reportId).add(later.reportId);
      for (const { a, b } of eventEdges) mentions.add(a).add(b);
    }
    await this.#numberReports([...reports]);
    await this.#numberMentions([...mentions]);
    const dayOf = await this.#daysOf(
      deltas.flatMap(({ copies }) => copies.map(({ later }) => later.reportId)),
    );
    const { stories, events } = await keepDeltas(this.#db, this.#kind, deltas, {
      report: (id) => this.#reportNumbers.get(id)!,
      mention: (id) => this.#mentionNumbers.get(id)!,
      dayOf: (id) => dayOf.get(id) ?? "",
    });
    this.#caches.storyTies.add(stories);
    this.#caches.eventTies.add(events);
  }

  async #daysOf(ids: readonly string[]): Promise<Map<string, string>> {
    const days = new Map<string, string>();
    for (let start = 0; start < ids.length; start += 1000) {
      const rows = await this.#db
        .selectFrom("reports")
        .select(["id", "day"])
        .where("id", "in", ids.slice(start, start + 1000))
        .execute();
      for (const { id, day } of rows) days.set(id, day);
    }
    return days;
  }

  async #numberReports(ids: readonly string[]): Promise<void> {
    const asked = ids.filter((id) => !this.#reportNumbers.has(id));
    const load = (missing: readonly string[]) => numbersOf(this.#db, this.#kind, missing);
    for (const [id, num] of await this.#caches.numbers.through(asked, load)) this.#reportNumbers.set(id, num);
  }

  async #numberMentions(ids: readonly string[]): Promise<void> {
    const asked = ids.filter((id) => !this.#mentionNumbers.has(id));
    const load = (missing: readonly string[]) => mentionNumbersOf(this.#db, this.#kind, missing);
    for (const [id, num] of await this.#caches.mentionNumbers.through(asked, load))
      this.#mentionNumbers.set(id, num);
  }

  /** What hangs together with the reports as stories do. */
  async storyScope(reportIds: readonly string[], bounds: Bounds): Promise<StoryScope> {
    await this.#numberReports(reportIds);
    const own = reportIds.flatMap((id) => this.#reportNumbers.get(id) ?? []);
    const seeds = [...new Set([...own, ...(await copyNeighbours(this.#db, this.#kind, own))])];
    const ties = await decidedTies(this.#db, "story");
    const joins = ties.filter(({ verdict }) => verdict === "join").map(({ numbers }) => numbers);
    const { storyTies } = this.#caches;
    const reached = await reach(this.#db, this.#kind, storyTies, seeds, joins, bounds);
    const all = await shared(this.#db, this.#kind, "story", reached);
    const present = nearest(all, reached, seeds);
    const nums = [...new Set([...seeds, ...[...present.values()].flat()])];
    const kept = await keptReports(this.#db, this.#kind, this.#caches, nums);
    const idOf = (num: number) => kept.get(num)!.id;
    for (const { id, num } of kept.values()) this.#reportNumbers.set(id, num);
    const inside = new Set([...kept.values()].map(({ id }) => id));
    const edges = await edgesAmong(this.#db, this.#kind, storyTies, nums);
    return {
      parts: new Map([...kept.values()].map(({ id, part }) => [id, part])),
      edges: edges.map(({ a, b, score }) => ({ a: idOf(a), b: idOf(b), score })),
      decisions: ties.filter(({ a, b }) => inside.has(a) && inside.has(b)),
      present: new Map([...present].map(([story, members]) => [story, members.map(idOf)])),
      seeds: new Set(seeds.flatMap((num) => kept.get(num)?.id ?? [])),
    };
  }

  /** Mentions that hang together with those of the reports. */
  async eventScope(reportIds: readonly string[], bounds: Bounds): Promise<EventScope> {
    await this.#numberReports(reportIds);
    const start = [...(await this.#mentionsOf(reportIds)).keys()];
    const ties = await decidedTies(this.#db, "event");
    const joins = ties.filter(({ verdict }) => verdict === "join").map(({ numbers }) => numbers);
    const { eventTies } = this.#caches;
    const reached = await reach(this.#db, this.#kind, eventTies, start, joins, bounds);
    const present = await shared(this.#db, this.#kind, "event", reached);
    const all = [...new Set([...reached, ...[...present.values()].flat()])];
    const kept = await keptReports(
      this.#db,
      this.#kind,
      this.#caches,
      new Set(all.map((num) => Math.floor(num / MENTION_ROOM))),
    );
    for (const { id, num } of kept.values()) this.#reportNumbers.set(id, num);
    const wanted = new Set(all);
    const byNumber = await this.#mentionsOf([...kept.values()].map(({ id }) => id));
    const texts = await this.#sentences(
      [...byNumber].filter(([num]) => wanted.has(num)).map(([, each]) => each),
    );
    const mentions = new Map<string, Omit<PlacedMention, "line">>();
    for (const [num, { mention, reportId }] of byNumber) {
      if (!wanted.has(num)) continue;
      const { date, outlet, retracts } = kept.get(Math.floor(num / MENTION_ROOM))!;
      mentions.set(mention.id, {
        mention,
        report: { id: reportId, date, outlet },
        text: texts.get(`${reportId} ${mention.sentence}`) ?? "",
        retracts,
      });
    }
    const edges = await edgesAmong(this.#db, this.#kind, eventTies, all);
    const idOf = (num: number) => byNumber.get(num)?.mention.id;
    return {
      mentions,
      edges: edges.flatMap(({ a, b, score }) => {
        const [x, y] = [idOf(a), idOf(b)];
        return x === undefined || y === undefined ? [] : [{ a: x, b: y, score }];
      }),
      decisions: ties.filter(({ a, b }) => mentions.has(a) && mentions.has(b)),
      present: [...present.keys()],
    };
  }

  /** All mentions of the reports, by number. */
  async #mentionsOf(reportIds: readonly string[]): Promise<Map<number, NumberedMention>> {
    const found = new Map<number, NumberedMention>();
    for (const [reportId, mentions] of await this.#mentionsIn(reportIds)) {
      const report = this.#reportNumbers.get(reportId);
      if (report === undefined) continue;
      for (const each of mentions) {
        const num = mentionNumber(report, each.position);
        this.#mentionNumbers.set(each.mention.id, num);
        found.set(num, each);
      }
    }
    return found;
  }

  /** The sentences of the mentions, by report and place. */
  async #sentences(mentions: readonly NumberedMention[]): Promise<Map<string, string>> {
    const found = new Map<string, string>();
    const missing = new Map<string, readonly [string, number]>();
    for (const { reportId, mention } of mentions) {
      const { start, end } = mention.sentenceSpan;
      const key = `${reportId} ${mention.sentence}`;
      const report = this.#caches.texts.get(reportId);
      if (report === undefined) missing.set(key, [reportId, mention.sentence]);
      else found.set(key, report.text.slice(start, end));
    }
    for (const { reportId, position, text } of await loadSentences(this.#db, this.#kind, [
      ...missing.values(),
    ]))
      found.set(`${reportId} ${position}`, text);
    return found;
  }

  /** What the lines of these reports are found by. */
  async lineScope(reportIds: readonly string[]): Promise<LineScope> {
    await this.#numberReports(reportIds);
    const nums = reportIds.flatMap((id) => this.#reportNumbers.get(id) ?? []);
    const back = await copiesBack(this.#db, this.#kind, nums);
    const kept = await keptReports(this.#db, this.#kind, this.#caches, back.reports);
    const idOf = (num: number) => kept.get(num)?.id ?? String(num);
    const reports = [...kept.values()];
    const stories = await this.#db
      .selectFrom("story_reports")
      .innerJoin("stories", "stories.num", "story_reports.story")
      .select(["story_reports.report", "stories.id"])
      .where("story_reports.report", "in", nums.length === 0 ? [0] : [...back.reports])
      .execute();
    return {
      reports,
      copies: back.copies.map((row) => copyOf(row, idOf)),
      credits: reports.flatMap(({ credits }) => credits),
      storyOf: new Map(stories.map(({ report, id }) => [idOf(Number(report)), id])),
    };
  }

  putStories(old: readonly number[], stories: readonly Story[]): Promise<void> {
    return putStories(this.#db, this.#kind, old, stories, (id) => this.#reportNumbers.get(id)!);
  }

  putEvents(
    old: readonly number[],
    made: { readonly events: readonly LinkedEvent[]; readonly contradictions: readonly Contradiction[] },
  ): Promise<void> {
    return putEvents(this.#db, this.#kind, old, made, (id) => this.#mentionNumbers.get(id)!);
  }

  /** Profiles of the two reports as they were read. */
  async profiles(ids: readonly string[]): Promise<StoryProfile[]> {
    return [...(await this.#index().profiles(ids))];
  }

  /** The mention with its facts; undefined where it is not linked. */
  async fact(mentionId: string, reportId: string): Promise<FactMention | undefined> {
    return (await this.#index().mentions([reportId])).find(({ mention }) => mention.id === mentionId);
  }

  /** What persons decided of these two, whatever of them is linked. */
  async decisionOf(a: string, b: string): Promise<"join" | "split" | null> {
    const [x, y] = [a, b].sort() as [string, string];
    const row = await this.#db
      .selectFrom("decisions")
      .select("verdict")
      .where("a", "=", x)
      .where("b", "=", y)
      .executeTakeFirst();
    return (row?.verdict ?? null) as "join" | "split" | null;
  }

  #index(): LinkIndex {
    return new RecordIndex(this.#db, this.#kind, this.#caches).for(null, Number.POSITIVE_INFINITY);
  }

  putTodo(act: "link" | "group", reportIds: readonly string[]): Promise<void> {
    return putTodo(this.#db, this.#kind, act, reportIds);
  }
}
