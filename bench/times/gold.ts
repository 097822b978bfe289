/** The gold sets of dated news in one form: sentences to read, expressions to find. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

const FOLDER = fileURLToPath(new URL("../../../shared/data/time/", import.meta.url));

/** One gold expression; `value` as TIMEX3, or first and last day; both null where the gold is vague. */
export interface GoldTime {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly value: string | null;
  readonly days: { readonly day: string; readonly endDay: string } | null;
}

export interface GoldReport {
  readonly id: string;
  readonly day: string;
  readonly text: string;
  readonly sentences: readonly { readonly start: number; readonly end: number }[];
  readonly times: readonly GoldTime[];
  /** False where the set leaves lengths, sets and vague words without a mark. */
  readonly marksLengths: boolean;
}

function records(name: string): Record<string, unknown>[] {
  const path = `${FOLDER}${name}.jsonl.gz`;
  if (!existsSync(path)) return [];
  const lines = gunzipSync(readFileSync(path)).toString("utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line));
}

interface GumRecord {
  doc_id: string;
  date_created: string;
  text: string;
  sentences: { start: number; end: number }[];
  dates: ({ start: number; end: number; text: string } & Record<string, string>)[];
}

/** GUM: dates with TEI attributes; empty where the data are absent. */
export function readGum(): GoldReport[] {
  return (records("gum-dev") as unknown as GumRecord[]).map((record) => ({
    id: record.doc_id,
    day: record.date_created,
    text: record.text,
    sentences: record.sentences,
    marksLengths: false,
    times: record.dates.map((date) => {
      const { start, end, text, when, from, to } = date;
      const value = when?.replace(/:00$/, "") ?? null;
      const days = from !== undefined && to !== undefined ? { day: from, endDay: to } : null;
      return { start, end, text, value, days };
    }),
  }));
}

interface MeantimeRecord {
  doc_id: string;
  dct: string | null;
  sentences: Record<string, string[]>;
  mentions: { kind: string; sent: number; tok: number[]; text: string; value?: string }[];
}

/** Sentences of MEANTIME that are annotated: title, date line and the first five. */
const MARKED_SENTENCES = 6;

/** MEANTIME: TIMEX3 in the annotated sentences; empty where the data are absent. */
export function readMeantime(): GoldReport[] {
  return (records("meantime-dev") as unknown as MeantimeRecord[]).map((record) => {
    let text = "";
    const sentences: { start: number; end: number }[] = [];
    const tokens: { start: number; end: number }[][] = [];
    for (let k = 0; k < MARKED_SENTENCES && record.sentences[k] !== undefined; k++) {
      const start = text.length;
      tokens.push(
        record.sentences[k]!.map((word) => {
          const at = text.length;
          text += `${word} `;
          return { start: at, end: at + word.length };
        }),
      );
      sentences.push({ start, end: text.length - 1 });
    }
    const marked = record.mentions.filter(
      ({ kind, sent }) => kind.startsWith("TIMEX") && sent < MARKED_SENTENCES,
    );
    const times = marked.map((mention): GoldTime => {
      const row = tokens[mention.sent]!;
      const [start, end] = [row[mention.tok[0]!]!.start, row[mention.tok.at(-1)!]!.end];
      return { start, end, text: mention.text, value: mention.value ?? null, days: null };
    });
    const stated = times.find(({ value }) => /^\d{4}-\d\d-\d\d$/.test(value ?? ""))?.value;
    return { id: record.doc_id, day: record.dct ?? stated ?? "", text, sentences, times, marksLengths: true };
  });
}
