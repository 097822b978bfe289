/**
 * The record as linking works on it, in one transaction: what is to be linked,
 * what was read and found before, and the stories and events that come of it.
 * Which reports belong together is not decided here; pipeline/linking does.
 */
import type { Transaction } from "kysely";
import type {
  Contradiction,
  Copy,
  Credit,
  Decision,
  Edge,
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
import type { Tables } from "../tables.ts";
import { type LinkCaches, RecordIndex } from "./find.ts";
import {
  copiesBack,
  copyNeighbours,
  copyOf,
  decidedTies,
  edgesAmong,
  type KeptReport,
  keptReports,
  numbersOf,
  reach,
  shared,
} from "./groups.ts";
import {
  countWords,
  dropReads,
  keepDeltas,
  keepReads,
  MENTION_ROOM,
  mentionNumber,
  wordCounts,
} from "./keep.ts";
import { loadMentions, loadTexts, type NumberedMention } from "./load.ts";
import { putEvents, putStories } from "./put-groups.ts";
import { doneTodo, nextTodo, putTodo, type Todo } from "./todo.ts";

/** How far groups are looked at. */
export interface Bounds {
  readonly threshold: number;
  readonly most: number;
}

/** Reports that hang together, as grouping takes them. */
export interface StoryScope {
  readonly parts: ReadonlyMap<string, StoryPart>;
  readonly edges: readonly Edge[];
  readonly decisions: readonly Decision[];
  /** Their present stories, by number: ids of the reports. */
  readonly present: ReadonlyMap<number, readonly string[]>;
  /** Ids of those that were asked for, and of those that share a passage with them. */
  readonly seeds: ReadonlySet<string>;
}

/** Mentions that hang together. */
export interface EventScope {
  readonly mentions: ReadonlyMap<string, Omit<PlacedMention, "line">>;
  readonly edges: readonly Edge[];
  readonly decisions: readonly Decision[];
  /** Numbers of their present events. */
  readonly present: readonly number[];
}

/** What lines of reporting are found by. */
export interface LineScope {
  readonly reports: readonly KeptReport[];
  readonly copies: readonly Copy[];
  readonly credits: readonly Credit[];
  /** Present stories of the reports, by their ids. */
  readonly storyOf: ReadonlyMap<string, string>;
}

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

  /** The reports with texts, sentences and mentions. */
  async loadReports(ids: readonly string[]): Promise<LinkReport[]> {
    const texts = await loadTexts(this.#db, this.#kind, ids);
    const mentions = Map.groupBy(await loadMentions(this.#db, this.#kind, ids), ({ reportId }) => reportId);
    return texts.map((report) => {
      const own = (mentions.get(report.id) ?? []).filter(({ position }) => position < MENTION_ROOM);
      this.#positions(own);
      return { ...report, mentions: own.map(({ mention }) => mention) };
    });
  }

  readonly #places = new Map<string, NumberedMention>();

  #positions(mentions: readonly NumberedMention[]): void {
    for (const each of mentions) this.#places.set(each.mention.id, each);
  }

  /** Takes out what was kept of the reports; ids of others that are to be grouped anew. */
  async drop(ids: readonly string[]): Promise<string[]> {
    this.#caches.drop(ids);
    return await dropReads(this.#db, this.#kind, ids);
  }

  /** Counts the words of reports that are to be kept, and says how common they are now. */
  async countWords(words: readonly (readonly number[])[]): Promise<WordCounts> {
    await countWords(this.#db, this.#kind, words, 1);
    return await wordCounts(this.#db, this.#kind, words.flat());
  }

  /** Keeps what was read, and gives for each report the index as it sees it. */
  async keep(reads: readonly ReadForLinking[], parts: readonly StoryPart[]): Promise<LinkIndex[]> {
    const nums = await keepReads(this.#db, this.#kind, reads, parts);
    for (const [at, read] of reads.entries()) {
      const num = nums[at]!;
      const { id } = read.report;
      this.#reportNumbers.set(id, num);
      this.#caches.ids.set(num, { id, day: read.keys.day });
      this.#caches.profiles.set(id, read.profile);
      this.#caches.facts.set(id, read.mentions);
      this.#caches.texts.set(id, read.report);
      for (const { mention } of read.mentions) {
        const { position } = this.#places.get(mention.id)!;
        this.#mentionNumbers.set(mention.id, mentionNumber(num, position));
      }
    }
    const index = new RecordIndex(this.#db, this.#kind, this.#caches);
    return reads.map(({ keys }, at) => index.for(keys.day, new Set(nums.slice(at))));
  }

  /** Keeps what was found. */
  async keepDeltas(deltas: readonly LinkDelta[]): Promise<void> {
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
    await keepDeltas(this.#db, this.#kind, deltas, {
      report: (id) => this.#reportNumbers.get(id)!,
      mention: (id) => this.#mentionNumbers.get(id)!,
      dayOf: (id) => dayOf.get(id) ?? "",
    });
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
    const missing = ids.filter((id) => !this.#reportNumbers.has(id));
    if (missing.length === 0) return;
    for (const [id, num] of await numbersOf(this.#db, this.#kind, missing)) this.#reportNumbers.set(id, num);
  }

  async #numberMentions(ids: readonly string[]): Promise<void> {
    const missing = ids.filter((id) => !this.#mentionNumbers.has(id));
    for (let start = 0; start < missing.length; start += 1000) {
      const rows = await this.#db
        .selectFrom("mentions")
        .innerJoin("link_reads", "link_reads.report_id", "mentions.report_id")
        .select(["mentions.id", "mentions.position", "link_reads.num"])
        .where("mentions.id", "in", missing.slice(start, start + 1000))
        .execute();
      for (const { id, position, num } of rows)
        this.#mentionNumbers.set(id, mentionNumber(Number(num), position));
    }
  }

  /** What hangs together with the reports as stories do. */
  async storyScope(reportIds: readonly string[], bounds: Bounds): Promise<StoryScope> {
    await this.#numberReports(reportIds);
    const own = reportIds.flatMap((id) => this.#reportNumbers.get(id) ?? []);
    const seeds = [...new Set([...own, ...(await copyNeighbours(this.#db, this.#kind, own))])];
    const ties = await decidedTies(this.#db, "story");
    const joins = ties.filter(({ verdict }) => verdict === "join").map(({ numbers }) => numbers);
    const reached = await reach(this.#db, this.#kind, "story_edges", seeds, joins, bounds);
    const all = await shared(this.#db, this.#kind, "story", reached);
    const present = nearest(all, reached, seeds);
    const nums = [...new Set([...seeds, ...[...present.values()].flat()])];
    const kept = await keptReports(this.#db, this.#kind, nums);
    const idOf = (num: number) => kept.get(num)!.id;
    for (const { id, num } of kept.values()) this.#reportNumbers.set(id, num);
    const inside = new Set([...kept.values()].map(({ id }) => id));
    const edges = await edgesAmong(this.#db, this.#kind, "story_edges", nums);
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
    const reached = await reach(this.#db, this.#kind, "event_edges", start, joins, bounds);
    const present = await shared(this.#db, this.#kind, "event", reached);
    const all = [...new Set([...reached, ...[...present.values()].flat()])];
    const kept = await keptReports(
      this.#db,
      this.#kind,
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
    const edges = await edgesAmong(this.#db, this.#kind, "event_edges", all);
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
    if (reportIds.length === 0) return found;
    for (const each of await loadMentions(this.#db, this.#kind, reportIds)) {
      const report = this.#reportNumbers.get(each.reportId);
      if (report === undefined || each.position >= MENTION_ROOM) continue;
      const num = mentionNumber(report, each.position);
      this.#mentionNumbers.set(each.mention.id, num);
      found.set(num, each);
    }
    return found;
  }

  async #sentences(mentions: readonly NumberedMention[]): Promise<Map<string, string>> {
    const texts = new Map<string, string>();
    const reports = [...new Set(mentions.map(({ reportId }) => reportId))];
    const asked = new Set(mentions.map(({ reportId, mention }) => `${reportId} ${mention.sentence}`));
    for (let start = 0; start < reports.length; start += 500) {
      const rows = await this.#db
        .selectFrom("sentences")
        .select(["report_id", "position", "text"])
        .where("report_id", "in", reports.slice(start, start + 500))
        .execute();
      for (const { report_id, position, text } of rows)
        if (asked.has(`${report_id} ${position}`)) texts.set(`${report_id} ${position}`, text);
    }
    return texts;
  }

  /** What the lines of these reports are found by. */
  async lineScope(reportIds: readonly string[]): Promise<LineScope> {
    await this.#numberReports(reportIds);
    const nums = reportIds.flatMap((id) => this.#reportNumbers.get(id) ?? []);
    const back = await copiesBack(this.#db, this.#kind, nums);
    const kept = await keptReports(this.#db, this.#kind, back.reports);
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
      credits: reports.flatMap(({ credits }) => JSON.parse(credits) as Credit[]),
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
    return new RecordIndex(this.#db, this.#kind, this.#caches).for(null, new Set());
  }

  putTodo(act: "link" | "group", reportIds: readonly string[]): Promise<void> {
    return putTodo(this.#db, this.#kind, act, reportIds);
  }
}

/** Reports that are looked at besides a few that came; stories beyond are left as they are. */
const MOST_BESIDES = 100;

/** The stories of the seeds, and those nearest to them as long as there is room, each whole.
 * @param reached reports, the nearest first */
function nearest(
  stories: ReadonlyMap<number, readonly number[]>,
  reached: readonly number[],
  seeds: readonly number[],
): Map<number, readonly number[]> {
  const placeOf = new Map(reached.map((num, at) => [num, at]));
  const place = (members: readonly number[]) =>
    members.reduce((least, num) => Math.min(least, placeOf.get(num) ?? least), reached.length);
  const ranked = [...stories].map(([story, members]) => ({ story, members, place: place(members) }));
  const kept = new Map<number, readonly number[]>();
  let room = seeds.length + MOST_BESIDES;
  for (const { story, members, place: at } of ranked.sort((a, b) => a.place - b.place)) {
    if (at >= seeds.length && members.length > room) continue;
    kept.set(story, members);
    room -= members.length;
  }
  return kept;
}
