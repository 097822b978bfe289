/**
 * A cue in, to whom, where and on which day its clause says that it was said, out.
 */
import type { Day, Span } from "../../base/types.ts";
import type { ActorReader } from "../actors/types.ts";
import { isNominal, phraseOf } from "../tree/tree.ts";
import type { EventPlace, StatementParty, TimeExpression } from "../types.ts";
import { resolveParty } from "./resolve-party.ts";
import type { StatementCues } from "./statement-cues.ts";
import type { SpeechSentence } from "./types.ts";

export interface Circumstances {
  readonly addressee: StatementParty | null;
  readonly place: EventPlace | null;
  /** Null where the clause states none. */
  readonly day: Day | null;
}

/** The circumstances of one cue; words of the content are none of them. */
export function circumstancesOf(
  text: string,
  sentence: SpeechSentence,
  cue: number,
  parts: readonly Span[],
  actors: ActorReader | null,
  times: readonly TimeExpression[],
  cues: StatementCues,
): Circumstances {
  const free = (span: Span) => !parts.some((part) => part.start < span.end && span.start < part.end);
  return {
    addressee: addresseeOf(text, sentence, cue, free, actors, cues),
    place: placeOf(sentence, cue, free, actors, cues),
    day: dayOf(sentence, free, times),
  };
}

type Free = (span: Span) => boolean;

function addresseeOf(
  text: string,
  sentence: SpeechSentence,
  cue: number,
  free: Free,
  actors: ActorReader | null,
  cues: StatementCues,
): StatementParty | null {
  const { tree } = sentence;
  const told = cues.addresseeVerbs.has(tree.tokens[cue]!.lemma.toLowerCase());
  const head = tree.children[cue]!.find((child) => {
    if (!isNominal(tree.tokens[child]!) || !free(tree.tokens[child]!) || cues.times.has(tree.lower[child]!))
      return false;
    const relation = tree.relation[child];
    if (relation === "iobj" || relation === "obj") return told && child > cue;
    return relation === "obl" && hasMark(sentence, child, cues.addresseeMarks);
  });
  if (head === undefined) return null;
  const { first, last: end } = phraseOf(tree, head);
  const place = tree.children[head]!.find(
    (child) => child > head && hasMark(sentence, child, cues.placeMarks),
  );
  const last = place === undefined ? end : Math.min(end, sentence.low[place]!);
  const from = tree.relation[first] === "case" ? first + 1 : first;
  const span = { start: tree.tokens[from]!.start, end: tree.tokens[last - 1]!.end };
  return free(span) ? resolveParty(text, tree.sentence.index, head, span, actors) : null;
}

function hasMark(sentence: SpeechSentence, head: number, marks: ReadonlySet<string>): boolean {
  const { tree } = sentence;
  return tree.children[head]!.some(
    (child) => tree.relation[child] === "case" && marks.has(tree.lower[child]!),
  );
}

/** A place behind "in" or "at" that hangs on the cue or on whom it is said to. */
function placeOf(
  sentence: SpeechSentence,
  cue: number,
  free: Free,
  actors: ActorReader | null,
  cues: StatementCues,
): EventPlace | null {
  const { tree } = sentence;
  for (const place of actors?.readPlaces(tree.sentence.index) ?? []) {
    if (place.preposition === null || !cues.placeMarks.has(tree.lower[place.preposition]!) || !free(place))
      continue;
    let at = tree.tokens[place.preposition]!.head;
    for (let steps = 0; steps < 4 && at >= 0 && at !== cue; steps++) at = tree.tokens[at]!.head;
    if (at !== cue) continue;
    const { text, name, countryCode, id, lat, lon, start, end } = place;
    return { text, name, countryCode, id, lat, lon, start, end };
  }
  return null;
}

/** The one day that the words outside what is said state. */
function dayOf(sentence: SpeechSentence, free: Free, times: readonly TimeExpression[]): Day | null {
  const own = sentence.tree.sentence;
  const stated = times.filter(
    (time) =>
      time.start >= own.start &&
      time.end <= own.end &&
      time.day !== null &&
      time.day === time.endDay &&
      free(time),
  );
  return stated.length === 1 ? stated[0]!.day : null;
}
