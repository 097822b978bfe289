/**
 * The one entry of the record: a path or a postgres:// URL in, an open record
 * out, with its tables brought to the newest version.
 */

import type { Day } from "../base/index.ts";
import type { LedgerKind } from "../coding/types.ts";
import type { LedgerEntry, StatementJoining } from "../linking/types.ts";
import type { RawPage } from "../sources/types.ts";
import type { TableSums } from "./archive.ts";
import { backupRecord, restoreRecord, sumRecord } from "./backup.ts";
import { checkRecord, type RecordCheck } from "./check.ts";
import { countsOf } from "./counts.ts";
import { type DatabaseSettings, openDatabase, writing } from "./db.ts";
import { decide, listDecisions, undecide } from "./decisions.ts";
import {
  type Counted,
  type DayCount,
  eventDays,
  eventFacets,
  eventsBetween,
  type FacetValue,
  type PairCount,
} from "./event-summaries.ts";
import { faultOf, recordFault } from "./faults.ts";
import { type Forgotten, forgetReport } from "./forget.ts";
import { countByStory, largestEvents } from "./largest-events.ts";
import { cluedReports, hangingTogether, putKeys, reportsToEnter, reportsWithClues } from "./ledgers/clues.ts";
import { putEntries } from "./ledgers/entries.ts";
import { countEntries, type FoundEntry, findEntry, listEntries } from "./ledgers/list-entries.ts";
import { linkLooks, linkSteps } from "./links/link-steps.ts";
import { unlinkAll } from "./links/relink.ts";
import type { LinkStore } from "./links/store.ts";
import { countTodo } from "./links/todo.ts";
import { copiesAmong, listContradictions, listCopies } from "./list-copies.ts";
import { countEvents, listEvents } from "./list-events.ts";
import { countMentions, findMentions, listMentions, mentionsOf } from "./list-mentions.ts";
import { countReports, findReports, getReport, lastDay, listReports } from "./list-reports.ts";
import { countStories, listStories } from "./list-stories.ts";
import { migrate } from "./migrations/index.ts";
import { replaceCoding } from "./replace-coding.ts";
import {
  accountOf,
  endRun,
  listQuarantine,
  quarantinedPage,
  type RunStatus,
  refusalsOf,
  startRun,
} from "./runs.ts";
import { joinStatements } from "./statements/join-statements.ts";
import { countStatements, getStatement, listStatements, statementsOf } from "./statements/list-statements.ts";
import type {
  Account,
  CluedReport,
  CodedEntry,
  ContradictionFilter,
  ContradictionLine,
  CopyFilter,
  CopyLine,
  CountLine,
  CountQuery,
  DecisionInput,
  DecisionLine,
  EntryLine,
  EventFilter,
  EventLine,
  FeedLine,
  FeedMark,
  LedgerFilter,
  MentionFilter,
  MentionLine,
  Page,
  PageRequest,
  QuarantineLine,
  RefusedInput,
  ReportFilter,
  ReportLine,
  RunItem,
  StatementFilter,
  StatementLine,
  StatementListLine,
  StoredReport,
  StoryFilter,
  StoryLine,
  WatchedFeed,
} from "./types.ts";
import { addFeed, feedState, listFeeds, removeFeed } from "./watch.ts";
import { type ItemOutcome, knownReports, writeItems } from "./write.ts";

export { readApart } from "./apart.ts";
export { shownTarget } from "./db.ts";
export { RECORD_FAULTS } from "./faults.ts";
export { mentionIds, seriesOf, statementIds } from "./ids.ts";
export { entryLines, statementLines } from "./lines.ts";
export type { EventScope, StoryScope } from "./links/scopes.ts";
export type { LinkStore } from "./links/store.ts";
export { onlyMention } from "./list-mentions.ts";

/** Clues out, entries in. */
export interface LedgerStore {
  /** Reports whose clues are not in the entries yet. */
  toEnter(): Promise<string[]>;
  /** All reports with clues. */
  withClues(): Promise<string[]>;
  reports(ids: readonly string[]): Promise<CluedReport[]>;
  putKeys(keys: ReadonlyMap<string, readonly string[]>): Promise<void>;
  /** These reports and all that have keys in common with them, step by step. */
  hangingTogether(ids: readonly string[]): Promise<string[]>;
  /** Puts the entries in the place of all that rest on clues of these reports. */
  putEntries(
    ids: readonly string[],
    entries: readonly LedgerEntry[],
    reportOf: ReadonlyMap<string, string>,
    storyOf: ReadonlyMap<string, string | null>,
  ): Promise<void>;
}

/** An open record. Every method's errors are Faults of this room. */
export interface OpenRecord {
  readonly kind: "sqlite" | "postgres";
  /** The place for people, without a password. */
  readonly where: string;
  startRun(command: string, sources: readonly string[]): Promise<string>;
  endRun(id: string, status: RunStatus): Promise<void>;
  account(run: string): Promise<Account>;
  refusals(run: string): Promise<RefusedInput[]>;
  /** How each item ended, in order; when it returns they and the marks of feeds are on the disk. */
  write(run: string, items: readonly RunItem[], marks?: readonly FeedMark[]): Promise<ItemOutcome[]>;
  addFeed(url: string, isFeedOnly?: boolean): Promise<boolean>;
  removeFeed(url: string): Promise<boolean>;
  listFeeds(request: PageRequest): Promise<Page<FeedLine>>;
  feedState(url: string): Promise<WatchedFeed | null>;
  known(ids: readonly string[]): Promise<Set<string>>;
  replaceCoding(entries: readonly CodedEntry[]): Promise<void>;
  listReports(filter: ReportFilter, request: PageRequest): Promise<Page<ReportLine>>;
  countReports(filter: ReportFilter): Promise<number>;
  /** The last day of the record: of its reports, else of its events. */
  lastDay(): Promise<Day | null>;
  findReports(words: string): Promise<string[]>;
  getReport(id: string): Promise<StoredReport>;
  listMentions(filter: MentionFilter, request: PageRequest): Promise<Page<MentionLine>>;
  countMentions(filter: MentionFilter): Promise<number>;
  /** Events in the order of their days; docs/linking.md says when a record is linked. */
  listEvents(filter: EventFilter, request: PageRequest): Promise<Page<EventLine>>;
  countEvents(filter: EventFilter): Promise<number>;
  /** The events that most independent lines of reporting tell, most first. */
  largestEvents(filter: EventFilter, limit: number): Promise<EventLine[]>;
  /** Numbers of events in each of these stories. */
  countByStory(filter: EventFilter, stories: readonly string[]): Promise<Map<string, number>>;
  /** Events by day and type. */
  eventDays(filter: EventFilter): Promise<Counted<DayCount>>;
  /** Events between two by period, type, modes and by who did it. */
  eventsBetween(
    filter: EventFilter & { readonly between: readonly [string, string] },
    period: "day" | "month" | "year",
  ): Promise<Counted<PairCount>>;
  /** Numbers of events for each value of a facet. */
  eventFacets(filter: EventFilter): Promise<Counted<FacetValue>>;
  listStories(filter: StoryFilter, request: PageRequest): Promise<Page<StoryLine>>;
  countStories(filter: StoryFilter): Promise<number>;
  listCopies(filter: CopyFilter, request: PageRequest): Promise<Page<CopyLine>>;
  /** Copies of these reports from each other. */
  copiesAmong(reports: readonly string[]): Promise<CopyLine[]>;
  listContradictions(filter: ContradictionFilter, request: PageRequest): Promise<Page<ContradictionLine>>;
  /** The event of this id, or of its beginning where only one begins so.
   * @throws {@link Fault} `record/not-found`, `record/bad-filter` */
  event(id: string): Promise<EventLine>;
  story(id: string): Promise<StoryLine>;
  mentionsOf(reportId: string): Promise<MentionLine[]>;
  findMentions(prefix: string): Promise<MentionLine[]>;
  /** Those of the same words are one line. */
  listStatements(filter: StatementFilter, request: PageRequest): Promise<Page<StatementListLine>>;
  countStatements(filter: StatementFilter): Promise<number>;
  statementsOf(reportId: string): Promise<StatementLine[]>;
  getStatement(prefix: string): Promise<StatementListLine>;
  /** Number of statements that were compared; those of the same words are joined then. */
  joinStatements(joining: StatementJoining): Promise<number>;
  listMeasures(filter: LedgerFilter, request: PageRequest): Promise<Page<EntryLine>>;
  listAgreements(filter: LedgerFilter, request: PageRequest): Promise<Page<EntryLine>>;
  listContacts(filter: LedgerFilter, request: PageRequest): Promise<Page<EntryLine>>;
  listInquiries(filter: LedgerFilter, request: PageRequest): Promise<Page<EntryLine>>;
  countEntries(ledger: LedgerKind, filter: LedgerFilter): Promise<number>;
  /** The one entry whose id begins so, with its clues. */
  findEntry(ledger: LedgerKind, prefix: string): Promise<FoundEntry>;
  /** What makes the ledgers, for the pipeline. */
  readonly ledgers: LedgerStore;
  listQuarantine(request: PageRequest): Promise<Page<QuarantineLine>>;
  quarantinedPage(id: string): Promise<RawPage | null>;
  forget(id: string): Promise<Forgotten | null>;
  /** Events in groups; from roll-ups where the filter speaks of codes, types and days alone. */
  counts(query: CountQuery, filter: EventFilter): Promise<CountLine[]>;
  /** Keeps what a person decided; linkRecord makes what rests on it anew. */
  decide(input: DecisionInput): Promise<DecisionLine>;
  undecide(id: string): Promise<boolean>;
  listDecisions(): Promise<DecisionLine[]>;
  /** Takes out all that links the record; number of reports that are to be linked. */
  unlinkAll(): Promise<number>;
  /** Number of reports that are to be linked or grouped anew. */
  unlinked(): Promise<number>;
  /** Runs a step of linking in one transaction that no other writer shares. */
  linking<T>(act: (store: LinkStore) => Promise<T>): Promise<T>;
  /** Looks at what links the record and changes nothing; a record that was opened to be read can do it. */
  links<T>(act: (store: LinkStore) => Promise<T>): Promise<T>;
  backup(path: string): Promise<TableSums>;
  restore(path: string): Promise<TableSums>;
  sums(): Promise<TableSums>;
  check(): Promise<RecordCheck>;
  close(): Promise<void>;
}

/** The open record at a path or postgres:// URL.
 * @throws {@link Fault} `record/none`, `record/not-a-record`, `record/newer`, `record/no-server`, … */
export async function openRecord(target: string, settings: DatabaseSettings = {}): Promise<OpenRecord> {
  const database = await openDatabase(target, settings);
  const guarded =
    <Args extends unknown[], T>(act: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      try {
        return await act(...args);
      } catch (error) {
        throw faultOf(error, database.where);
      }
    };
  const now = () => new Date().toISOString();
  const linkStep = linkSteps(database);
  const linkLook = linkLooks(database);
  try {
    if (settings.readOnly !== true) await migrate(database);
  } catch (error) {
    await database.kysely.destroy().catch(() => {});
    throw faultOf(error, database.where);
  }
  return {
    kind: database.kind,
    where: database.where,
    startRun: guarded((command, sources) => startRun(database, command, sources, now())),
    endRun: guarded((id, status) => endRun(database, id, status, now())),
    account: guarded((run) => accountOf(database, run)),
    refusals: guarded((run) => refusalsOf(database, run)),
    write: guarded((run, items, marks) => writeItems(database, run, items, now(), marks)),
    addFeed: guarded((url, isFeedOnly = false) => addFeed(database, url, isFeedOnly, now())),
    removeFeed: guarded((url) => removeFeed(database, url)),
    listFeeds: guarded((request) => listFeeds(database, bounded(request))),
    feedState: guarded((url) => feedState(database, url)),
    known: guarded((ids) => knownReports(database.kysely, ids)),
    replaceCoding: guarded((entries) => replaceCoding(database, entries)),
    listReports: guarded((filter, request) => listReports(database, filter, bounded(request))),
    countReports: guarded((filter) => countReports(database, filter)),
    lastDay: guarded(() => lastDay(database)),
    findReports: guarded((words) => findReports(database, words)),
    getReport: guarded((id) => getReport(database, id)),
    listMentions: guarded((filter, request) => listMentions(database, filter, bounded(request))),
    countMentions: guarded((filter) => countMentions(database, filter)),
    listEvents: guarded((filter, request) => listEvents(database, filter, bounded(request))),
    countEvents: guarded((filter) => countEvents(database, filter)),
    largestEvents: guarded((filter, limit) => largestEvents(database, filter, Math.min(500, limit))),
    countByStory: guarded((filter, stories) => countByStory(database, filter, stories)),
    eventDays: guarded((filter) => eventDays(database, filter)),
    eventsBetween: guarded((filter, period) => eventsBetween(database, filter, period)),
    eventFacets: guarded((filter) => eventFacets(database, filter)),
    listStories: guarded((filter, request) => listStories(database, filter, bounded(request))),
    countStories: guarded((filter) => countStories(database, filter)),
    listCopies: guarded((filter, request) => listCopies(database, filter, bounded(request))),
    copiesAmong: guarded((reports) => copiesAmong(database, reports, 1_000)),
    listContradictions: guarded((filter, request) => listContradictions(database, filter, bounded(request))),
    event: guarded(async (id) => {
      const { lines } = await listEvents(database, { event: id }, { limit: 6 });
      return onlyOne(lines, id, "event", ({ event }) => event.id);
    }),
    story: guarded(async (id) => {
      const { lines } = await listStories(database, { story: id }, { limit: 6 });
      return onlyOne(lines, id, "story", ({ story }) => story.id);
    }),
    mentionsOf: guarded((id) => mentionsOf(database, id)),
    findMentions: guarded((prefix) => findMentions(database, prefix)),
    listStatements: guarded((filter, request) => listStatements(database, filter, bounded(request))),
    countStatements: guarded((filter) => countStatements(database, filter)),
    statementsOf: guarded((id) => statementsOf(database, id)),
    getStatement: guarded((prefix) => getStatement(database, prefix)),
    joinStatements: guarded((joining) => joinStatements(database, joining)),
    listMeasures: guarded((filter, request) => listEntries(database, "measure", filter, bounded(request))),
    listAgreements: guarded((filter, request) =>
      listEntries(database, "agreement", filter, bounded(request)),
    ),
    listContacts: guarded((filter, request) => listEntries(database, "contact", filter, bounded(request))),
    listInquiries: guarded((filter, request) => listEntries(database, "inquiry", filter, bounded(request))),
    countEntries: guarded((ledger, filter) => countEntries(database, ledger, filter)),
    findEntry: guarded((ledger, prefix) => findEntry(database, ledger, prefix)),
    ledgers: {
      toEnter: guarded(() => reportsToEnter(database.kysely)),
      withClues: guarded(() => reportsWithClues(database.kysely)),
      reports: guarded((ids) => cluedReports(database.kysely, ids)),
      putKeys: guarded((keys) => writing(database, (db) => putKeys(db, keys))),
      hangingTogether: guarded((ids) => hangingTogether(database.kysely, ids)),
      putEntries: guarded((ids, entries, reportOf, storyOf) =>
        putEntries(database, ids, entries, reportOf, storyOf),
      ),
    },
    listQuarantine: guarded((request) => listQuarantine(database, bounded(request))),
    quarantinedPage: guarded((id) => quarantinedPage(database, id)),
    forget: guarded((id) => forgetReport(database, id)),
    counts: guarded((query, filter) => countsOf(database, query, filter)),
    decide: guarded((input) => decide(database, input, now())),
    undecide: guarded((id) => undecide(database, id)),
    listDecisions: guarded(() => listDecisions(database)),
    unlinkAll: guarded(() => unlinkAll(database)),
    unlinked: guarded(() => countTodo(database.kysely)),
    linking: async (act) => await guarded(() => linkStep(act))(),
    links: async (act) => await guarded(() => linkLook(act))(),
    backup: guarded((path) => backupRecord(database, path)),
    restore: guarded((path) => restoreRecord(database, path)),
    sums: guarded(() => sumRecord(database)),
    check: guarded(() => checkRecord(database)),
    close: () => database.kysely.destroy(),
  };
}

/** The one line that the beginning of an id means. */
function onlyOne<Line>(
  lines: readonly Line[],
  prefix: string,
  what: "event" | "story",
  idOf: (line: Line) => string,
): Line {
  const [line] = lines;
  if (line !== undefined && (lines.length === 1 || idOf(line) === prefix)) return line;
  if (line === undefined)
    throw recordFault(
      "record/not-found",
      `The record has no ${what} ${prefix}.`,
      `See the ids with \`chancery ${what === "event" ? "events" : "stories"}\`.`,
    );
  throw recordFault(
    "record/bad-filter",
    `${prefix} is the beginning of several ids: ${lines.map(idOf).join(", ")}.`,
    "Give more of the id.",
  );
}

function bounded(request: PageRequest): PageRequest {
  return { ...request, limit: Math.max(1, Math.min(1000, Math.floor(request.limit))) };
}
