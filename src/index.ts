/**
 * Chancery as a library: code text in this thread, read reports into a record
 * with worker threads, list what the record holds. Values come in the JSON form
 * of the command line (docs/cli.md), so that both say the same.
 */
import type { Span } from "./base/types.ts";
import { loadOntology } from "./knowledge/ontology.ts";
import type { Sentence } from "./language/types.ts";
import { entryOf, loadStages, openActorsFiles, readSourcesInto, STAGES } from "./pipeline/index.ts";
import type { InputEnd, NamedBytes, ReadResult, SourceProgress, WebSettings } from "./pipeline/types.ts";
import { entryLines, type OpenRecord, statementLines } from "./record/index.ts";
import type { MentionFilter } from "./record/types.ts";
import { type MentionJson, mentionJson } from "./views/json/mention-json.ts";
import { timeJson } from "./views/json/report-json.ts";
import { type StatementJson, statementJson } from "./views/json/statement-json.ts";

export { Fault } from "./base/fault.ts";
export type { Mention } from "./coding/types.ts";
export type { Sentence, Token } from "./language/types.ts";
export { linkRecord } from "./pipeline/index.ts";
export type { InputEnd, NamedBytes, ReadResult, SourceProgress, WebSettings } from "./pipeline/types.ts";
export { VERSION } from "./pipeline/version.ts";
export type { Report } from "./reading/types.ts";
export { type OpenRecord, openRecord } from "./record/index.ts";
export type {
  CopyFilter,
  EventFilter,
  EventLine,
  MentionFilter,
  MentionLine,
  Page,
  ReportFilter,
  ReportLine,
  StoryFilter,
  StoryLine,
} from "./record/types.ts";
export type { EventJson } from "./views/json/event-json.ts";
export type { MentionJson } from "./views/json/mention-json.ts";
export type { StatementJson } from "./views/json/statement-json.ts";

/** A text to be coded. Spans are half-open, in UTF-16 code units of the text. */
export interface CodeInput {
  readonly text: string;
  /** Day of publication, `YYYY-MM-DD`: what "today" means. */
  readonly date?: string;
  readonly id?: string;
  /** Where both are given, the answer holds the relation of the two. */
  readonly actor?: Span;
  readonly recipient?: Span;
}

export interface CodeOutput {
  readonly mentions: readonly MentionJson[];
  readonly statements: readonly StatementJson[];
  readonly times: readonly ReturnType<typeof timeJson>[];
  readonly relation?: {
    readonly event: string;
    readonly mode: readonly string[];
    readonly confidence: number;
  };
}

/** A coder in this thread. */
export interface TextCoder {
  code(input: CodeInput): CodeOutput;
  /** Sentences with tags, lemmas and trees. */
  parse(text: string): Sentence[];
}

/** A coder with everything in knowledge/ loaded; takes under a second.
 * @param settings.actors files of actors of the user's own (docs/actors.md)
 * @example const { mentions, statements } = (await openCoder()).code({ text: "Kenya expelled two diplomats." }) */
export async function openCoder(settings: { readonly actors?: readonly string[] } = {}): Promise<TextCoder> {
  const own = settings.actors === undefined ? null : await openActorsFiles(settings.actors);
  const stages = await loadStages(own?.actors);
  const ontology = loadOntology();
  return {
    code({ text, date = null, id = null, actor, recipient }) {
      const report = stages.bareReport({ id, text, date });
      const entry = entryOf(report, stages.code(report), "");
      const mentions = entryLines(entry).map((line) => mentionJson(line, ontology));
      const statements = statementLines(entry).map(statementJson);
      const times = entry.times.map(timeJson);
      const coded = { mentions, statements, times };
      if (actor === undefined || recipient === undefined) return coded;
      return { ...coded, relation: stages.relate(report, actor, recipient) };
    },
    parse: (text) => stages.split(text).map(stages.parse),
  };
}

export interface ReadOptions {
  /** Worker threads (default: one for each core). */
  readonly workers?: number;
  /** How addresses are read; without it they are refused. */
  readonly web?: WebSettings;
  /** Called for each input when it is on the disk. */
  readonly onEnd?: (end: InputEnd) => void | Promise<void>;
  /** Told as files are read. */
  readonly onProgress?: (progress: SourceProgress) => void;
  readonly signal?: AbortSignal;
  /** Files of actors of the user's own (docs/actors.md). */
  readonly actors?: readonly string[];
}

/** The account of reading the sources (files, folders, `-`, addresses, bytes at hand) into the record.
 * @example await readReports(record, ["https://example.org/feed"], { web: { contact: "you@example.org" } }) */
export async function readReports(
  record: OpenRecord,
  sources: readonly (string | NamedBytes)[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const { actors: files, ...rest } = options;
  const actors = files === undefined ? null : (await openActorsFiles(files)).actors;
  return await readSourcesInto(record, { sources, stages: STAGES, actors, ...rest });
}

const PAGE = 500;

/** All mentions of the record that the filter lets through, in the order of their days, page by page. */
export async function* mentionsOf(
  record: OpenRecord,
  filter: MentionFilter = {},
): AsyncGenerator<MentionJson> {
  const ontology = loadOntology();
  let after: string | null = null;
  do {
    const page = await record.listMentions(filter, { limit: PAGE, after });
    for (const line of page.lines) yield mentionJson(line, ontology);
    after = page.next;
  } while (after !== null);
}
