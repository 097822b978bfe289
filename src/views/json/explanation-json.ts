/**
 * The form of an explanation as `explain --json` prints it and the API gives
 * it: one object a sentence, with its tree, what was coded and what was set
 * aside. Spans count from the beginning of the sentence.
 */
import type { Explanation } from "../../pipeline/index.ts";
import { mentionJson, type Scores } from "./mention-json.ts";

/** One sentence explained, as JSON holds it. */
export type ExplanationJson = ReturnType<typeof explanationJson>[number];

/** The sentences of the explanation as objects ready for JSON. */
export function explanationJson(explanation: Explanation, scores: Scores) {
  return explanation.sentences.map(({ sentence, text, mentions, setAside }) => ({
    report_id: explanation.report.id,
    sentence: sentence.index,
    text,
    tokens: sentence.tokens.map(({ index, form, lemma, upos, head, deprel, start, end }) => ({
      index,
      form,
      lemma,
      upos,
      head,
      deprel,
      start: start - sentence.start,
      end: end - sentence.start,
    })),
    mentions: mentions.map((line) => mentionJson(line, scores)),
    set_aside: setAside.map(({ rule, reason, winner, trigger }) => ({
      rule,
      reason,
      winner,
      trigger: { start: trigger.start - sentence.start, end: trigger.end - sentence.start },
    })),
  }));
}
