/**
 * What a worker is asked and what it answers: plain values that cross between
 * threads, and the one function that does a task with the stages at hand.
 */
import { Fault, overlaps } from "../base/index.ts";
import type { Day, Outcome, Span } from "../base/types.ts";
import type { ExtractedPage, Report } from "../reading/types.ts";
import type { CodedEntry } from "../record/types.ts";
import { feedOf, type SentBytes, type SitemapFile, sitemapOf } from "../sources/parsers.ts";
import type { Feed, RawPage } from "../sources/types.ts";
import type { CodeAnswer, CodeRequest, Coding, PageStages, SplitAnswer, Stages } from "./types.ts";

export type Task =
  | { readonly kind: "read"; readonly page: RawPage; readonly today: Day | null }
  | { readonly kind: "extract"; readonly page: RawPage; readonly today: Day | null }
  | { readonly kind: "feed"; readonly sent: SentBytes }
  | { readonly kind: "sitemap"; readonly sent: SentBytes }
  | { readonly kind: "code"; readonly report: Report }
  | { readonly kind: "filter"; readonly request: CodeRequest }
  | { readonly kind: "split"; readonly text: string; readonly spans: readonly Span[] }
  | { readonly kind: "examine"; readonly report: Report; readonly only: number | null };

/** What each kind of task is answered with. */
export interface Answers {
  readonly read: Outcome<Report>;
  readonly extract: ExtractedPage;
  readonly feed: Outcome<Feed>;
  readonly sitemap: Outcome<SitemapFile>;
  readonly code: CodedEntry;
  readonly filter: CodeAnswer;
  readonly split: SplitAnswer;
  readonly examine: Coding;
}

export type AnswerOf<T extends Task> = Answers[T["kind"]];

/** The stage that a task is, for the quarantine. */
export function stageOf({ kind }: Task): "sources" | "reading" | "coding" {
  if (kind === "feed" || kind === "sitemap") return "sources";
  return kind === "read" || kind === "extract" ? "reading" : "coding";
}

/** Text that is coded gets more time where it is longer: dense with events, so many UTF-16 code units take about
 * 1.8 s (2026-11-21). Bytes and pages that are only parsed do not: so many take 0.3 s. */
const ORDINARY_CHARS = 40_000;
const ORDINARY_BYTES = 4_000_000;

/** How many times the ordinary limit of time the task may take. */
export function timeFactor(task: Task): number {
  return Math.max(1, ordinaryParts(task));
}

function ordinaryParts(task: Task): number {
  if (task.kind === "feed" || task.kind === "sitemap") return task.sent.bytes.length / ORDINARY_BYTES;
  if (task.kind === "read" || task.kind === "extract") return task.page.content.length / ORDINARY_BYTES;
  if (task.kind === "split") return task.text.length / ORDINARY_CHARS;
  return (task.kind === "filter" ? task.request.text.length : task.report.text.length) / ORDINARY_CHARS;
}

/** What a module of stages gives: all of them, or those that its pool needs. */
export type SomeStages = Partial<Stages & PageStages>;

/** The answer to the task.
 * @param coder which rules and models the stages are made of
 * @throws {@link Fault} `pipeline/no-stages` where the module has no stage for it */
export function perform(some: SomeStages, task: Task, coder: string): Answers[Task["kind"]] {
  if (task.kind === "feed") return feedOf(task.sent);
  if (task.kind === "sitemap") return sitemapOf(task.sent);
  if (task.kind === "extract") return wanted(some, "extract").extract(task.page, task.today);
  const stages = wanted<Stages>(some, "code");
  if (task.kind === "read") return stages.read(task.page, task.today);
  if (task.kind === "code") return entryOf(task.report, stages.code(task.report), coder);
  if (task.kind === "split") return splitText(stages, task.text, task.spans);
  if (task.kind === "examine") return examine(stages, task.report, task.only);
  const { request } = task;
  const report = stages.bareReport(request);
  const entry = entryOf(report, stages.code(report), coder);
  const { actor, recipient } = request;
  const relation = actor === null || recipient === null ? null : stages.relate(report, actor, recipient);
  return { entry, relation };
}

function wanted<Wanted extends Stages | PageStages = PageStages>(
  some: SomeStages,
  stage: keyof Wanted & string,
): Wanted {
  if (stage in some) return some as Wanted;
  throw new Fault("pipeline/no-stages", `The stages of this pool do not ${stage}.`, { step: "pipeline" });
}

function splitText(stages: Stages, text: string, spans: readonly Span[]): SplitAnswer {
  const sentences = stages.split(text);
  const asked = sentences.filter((sentence) => spans.some((span) => overlaps(sentence, span)));
  return { sentences: sentences.map(({ start, end }) => ({ start, end })), parsed: asked.map(stages.parse) };
}

/** The coded report as the record takes it. */
export function entryOf(report: Report, { sentences, coded }: Coding, coder: string): CodedEntry {
  return {
    report,
    sentences: sentences.map(({ start, end, paragraph, cut }) => ({
      start,
      end,
      paragraph,
      cut: cut ?? null,
    })),
    mentions: coded.mentions,
    statements: coded.statements,
    clues: coded.clues,
    times: coded.times,
    skippedSentences: coded.skippedSentences,
    coder,
  };
}

/** The report coded now, with trees where something was coded or set aside.
 * @param only index of the one sentence that is asked for; null: all */
export function examine(stages: Stages, report: Report, only: number | null): Coding {
  const { sentences, coded } = stages.code(report);
  const told = new Set(
    only === null ? [...coded.mentions, ...coded.setAside].map(({ sentence }) => sentence) : [only],
  );
  const parsed = sentences.map((sentence, index) =>
    told.has(index) && sentence.depth !== "parsed" ? stages.parse(sentence) : sentence,
  );
  return { sentences: parsed, coded };
}
