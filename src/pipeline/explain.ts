/**
 * Why the record says what it says: a stored report in, what the stages make
 * of it now out, sentence by sentence, with the tree, the mentions that were
 * coded and what was set aside. The record itself is not touched.
 */
import type { SetAside } from "../coding/types.ts";
import type { Sentence } from "../language/types.ts";
import type { Report } from "../reading/types.ts";
import { entryLines } from "../record/index.ts";
import type { MentionLine, StoredReport } from "../record/types.ts";
import { entryOf, examine } from "./tasks.ts";
import type { Coding, Stages } from "./types.ts";

export interface SentenceExplanation {
  /** With its tree. */
  readonly sentence: Sentence;
  readonly text: string;
  /** What the present rules code, most confident first. */
  readonly mentions: readonly MentionLine[];
  readonly setAside: readonly SetAside[];
}

export interface Explanation {
  readonly report: Report;
  readonly sentences: readonly SentenceExplanation[];
  /** Sentences that were looked at no further: no word of them can carry an event. */
  readonly skipped: number;
}

/** The report explained.
 * @param only index of the one sentence that is asked for (default: all that hold something) */
export function explain(stages: Stages, stored: StoredReport, only?: number): Explanation {
  return explanationOf(stored, examine(stages, stored.report, only ?? null), only);
}

/** The same from what a worker has examined. */
export function explanationOf({ report }: StoredReport, coding: Coding, only?: number): Explanation {
  const lines = entryLines(entryOf(report, coding, ""));
  const sentences = coding.sentences
    .map((sentence, index) => ({
      sentence,
      text: report.text.slice(sentence.start, sentence.end),
      mentions: lines.filter((line) => line.mention.sentence === index),
      setAside: coding.coded.setAside.filter((aside) => aside.sentence === index),
    }))
    .filter(({ mentions, setAside }, index) =>
      only === undefined ? mentions.length + setAside.length > 0 : index === only,
    );
  return { report, sentences, skipped: coding.coded.skippedSentences };
}
