/**
 * What a worker is asked and what it answers: plain values that cross between
 * threads, and the one function that does a task with the stages at hand.
 */
import type { Day, Outcome } from "../base/types.ts";
import type { Report } from "../reading/types.ts";
import type { CodedEntry } from "../record/types.ts";
import type { RawPage } from "../sources/types.ts";
import type { CodeAnswer, CodeRequest, Coding, Stages } from "./types.ts";

export type Task =
  | { readonly kind: "read"; readonly page: RawPage; readonly today: Day | null }
  | { readonly kind: "code"; readonly report: Report }
  | { readonly kind: "filter"; readonly request: CodeRequest };

/** What each kind of task is answered with. */
export interface Answers {
  readonly read: Outcome<Report>;
  readonly code: CodedEntry;
  readonly filter: CodeAnswer;
}

export type AnswerOf<T extends Task> = Answers[T["kind"]];

/** The stage that a task is, for the quarantine. */
export function stageOf(task: Task): "reading" | "coding" {
  return task.kind === "read" ? "reading" : "coding";
}

/** Length of the text at hand, in UTF-16 code units: what the time limit goes by. */
export function sizeOf(task: Task): number {
  if (task.kind === "read") return task.page.content.length;
  return task.kind === "code" ? task.report.text.length : task.request.text.length;
}

/** The answer to the task.
 * @param coder which rules and models the stages are made of */
export function perform(stages: Stages, task: Task, coder: string): Answers[Task["kind"]] {
  if (task.kind === "read") return stages.read(task.page, task.today);
  if (task.kind === "code") return entryOf(task.report, stages.code(task.report), coder);
  const { request } = task;
  const report = stages.bareReport(request);
  const entry = entryOf(report, stages.code(report), coder);
  const { actor, recipient } = request;
  const relation = actor === null || recipient === null ? null : stages.relate(report, actor, recipient);
  return { entry, relation };
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
    times: coded.times,
    skippedSentences: coded.skippedSentences,
    coder,
  };
}
