/**
 * The stored reports coded again with the present rules, models and actors:
 * a record in, the changes out, and the record with the new coding in it
 * (unless it is only to be shown). A mention keeps its id as long as its
 * trigger stays, so a change of mind about it is an alteration, not another mention.
 */
import { isDeepStrictEqual } from "node:util";
import type { Mention } from "../coding/types.ts";
import type { OwnActors } from "../knowledge/actors/types.ts";
import { entryLines, type OpenRecord } from "../record/index.ts";
import type { CodedEntry, MentionLine, ReportFilter } from "../record/types.ts";
import { actorsOf } from "./coder.ts";
import { inOrder } from "./in-order.ts";
import { joinStatements } from "./join-statements.ts";
import { enterLedgers } from "./ledgers/enter-ledgers.ts";
import { linkRecord } from "./linking/link-record.ts";
import type { Pool } from "./pool.ts";

export interface Change {
  readonly kind: "added" | "removed" | "altered";
  readonly before: MentionLine | null;
  readonly after: MentionLine | null;
  /** Fields that differ, for an alteration. */
  readonly fields: readonly string[];
}

export interface RecodeSettings {
  readonly record: OpenRecord;
  readonly pool: Pool;
  readonly filter: ReportFilter;
  /** Only show what would change. */
  readonly dryRun: boolean;
  readonly window: number;
  /** Actors of the user's own that the pool has. */
  readonly actors?: OwnActors | null;
  readonly onChange: (change: Change) => void | Promise<void>;
  readonly signal?: AbortSignal;
}

export interface RecodeResult {
  readonly reports: number;
  readonly added: number;
  readonly removed: number;
  readonly altered: number;
  readonly unchanged: number;
  /** Reports whose coding before had other actors of the user's own. */
  readonly otherActors: number;
  /** Reports that could not be coded; they keep what they had. */
  readonly failed: readonly { readonly reportId: string; readonly code: string; readonly message: string }[];
}

const BATCH_REPORTS = 50;
const PAGE = 200;

/** What changed; it is in the record when the promise settles. */
export async function recode(settings: RecodeSettings): Promise<RecodeResult> {
  const { record, pool, signal } = settings;
  const tally = { reports: 0, added: 0, removed: 0, altered: 0, unchanged: 0, otherActors: 0 };
  const failed: { reportId: string; code: string; message: string }[] = [];
  let batch: { readonly entry: CodedEntry; readonly changes: readonly Change[] }[] = [];
  const commit = async () => {
    if (!settings.dryRun) {
      await record.replaceCoding(batch.map(({ entry }) => entry));
      await joinStatements(record);
    }
    for (const { changes } of batch) for (const change of changes) await settings.onChange(change);
    batch = [];
  };
  const results = inOrder(
    reportIds(record, settings.filter),
    settings.window,
    async (id) => {
      const { report, coder } = await record.getReport(id);
      const before = await record.mentionsOf(id);
      return { id, coder, before, coding: await pool.run({ kind: "code", report } as const) };
    },
    signal,
  );
  for (;;) {
    const one = await results.next(60_000);
    if (one === undefined) break;
    if (one === null) continue;
    tally.reports += 1;
    if (!one.coding.ok) {
      failed.push({ reportId: one.id, code: one.coding.code, message: one.coding.message });
      continue;
    }
    if (actorsOf(one.coder) !== (settings.actors?.hash ?? null)) tally.otherActors += 1;
    const entry = one.coding.answer;
    const after = entryLines(entry);
    const changes = compare(one.before, after);
    for (const change of changes) tally[change.kind] += 1;
    tally.unchanged += after.length - changes.filter((change) => change.after !== null).length;
    batch.push({ entry, changes });
    if (batch.length >= BATCH_REPORTS) await commit();
  }
  await commit();
  if (!settings.dryRun) await linkRecord(record, signal === undefined ? {} : { signal });
  if (!settings.dryRun) await enterLedgers(record);
  return { ...tally, failed };
}

async function* reportIds(record: OpenRecord, filter: ReportFilter): AsyncGenerator<string> {
  let after: string | null = null;
  do {
    const page = await record.listReports({ ...filter, allVersions: true }, { limit: PAGE, after });
    for (const line of page.lines) yield line.id;
    after = page.next;
  } while (after !== null);
}

/** What is added, removed and altered between two codings of a report. */
export function compare(before: readonly MentionLine[], after: readonly MentionLine[]): Change[] {
  const old = new Map(before.map((line) => [line.id, line]));
  const changes: Change[] = [];
  for (const line of after) {
    const known = old.get(line.id);
    old.delete(line.id);
    if (known === undefined) {
      changes.push({ kind: "added", before: null, after: line, fields: [] });
      continue;
    }
    const fields = differing(known.mention, line.mention);
    if (fields.length > 0) changes.push({ kind: "altered", before: known, after: line, fields });
  }
  for (const line of old.values()) changes.push({ kind: "removed", before: line, after: null, fields: [] });
  return changes;
}

function differing(one: Mention, other: Mention): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof Mention>;
  return [...names].filter((name) => !isDeepStrictEqual(plain(one[name]), plain(other[name])));
}

// What comes from a stage may hold keys that are undefined; the record holds none.
function plain(value: unknown): unknown {
  return value === undefined ? null : JSON.parse(JSON.stringify(value));
}
