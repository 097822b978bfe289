/** The marks of a mention in its sentence: the words that say it, who does it, to whom. */
import type { LooseSpan, Mention } from "../api/types.ts";
import type { MarkedSpan } from "../logic/marked-segments.ts";

/** Trigger, actors and recipients, as far as they stand in the sentence. */
export function mentionSpans(mention: Mention): MarkedSpan[] {
  const within = (span: LooseSpan, kind: string): MarkedSpan[] =>
    span.start === undefined || span.end === undefined ? [] : [{ start: span.start, end: span.end, kind }];
  return [
    ...within(mention.trigger, "trigger"),
    ...mention.actor.flatMap((party) => within(party, "actor")),
    ...mention.recipient.flatMap((party) => within(party, "recipient")),
  ];
}
