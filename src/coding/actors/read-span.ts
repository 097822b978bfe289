/** Given words in, their actors out, whatever the tree says: for coding where actor and recipient are marked. */
import type { Span } from "../../base/types.ts";
import { type ActorContext, CONFIDENCE } from "./identity.ts";
import type { MentionIndex } from "./mention-index.ts";
import { readMention, readMentionPhrase, textOf } from "./read-phrase.ts";
import type { ActorReading } from "./types.ts";

/** The actors that the words of the span stand for. */
export function readSpan(
  sentence: number,
  span: Span,
  index: MentionIndex,
  context: ActorContext,
): readonly ActorReading[] {
  const { tokens } = context.sentences[sentence]!;
  const first = tokens.findIndex((token) => token.end > span.start);
  let last = first;
  while (last < tokens.length && tokens[last]!.start < span.end) last++;
  if (first < 0 || last === first) return [];
  const best = bestMention(sentence, first, last, context);
  const found = best === null ? [] : readMentionPhrase(best, index, context);
  const readings = withSector(
    found.filter((reading) => reading.first < last && reading.last > first),
    sentence,
    first,
    last,
    context,
  );
  if (readings.some((reading) => reading.code !== null)) return readings;
  const others = withSector(fromInside(sentence, first, last, context), sentence, first, last, context);
  if (others.some((reading) => reading.code !== null)) {
    const code = others.find((reading) => reading.code !== null)!;
    if (readings.length === 0) return others.filter((reading) => reading.code !== null);
    return readings.map((reading) => ({
      ...reading,
      code: code.code,
      confidence: code.confidence * 0.8,
      steps: [...reading.steps, ...code.steps],
    }));
  }
  if (readings.length > 0 || others.length > 0) return readings.length > 0 ? readings : others;
  return fromWords(sentence, first, last, context);
}

/** A noun for actors that only qualifies another in the sentence ("hostage-takers' demands"), by itself. */
function fromWords(
  sentence: number,
  first: number,
  last: number,
  context: ActorContext,
): readonly ActorReading[] {
  const match = context.agents.match(context.words(sentence).slice(first, last)).at(-1);
  if (match === undefined || match.entry.sector === null) return [];
  const focus = context.focus(sentence, match.entry.sector);
  const tokens = context.sentences[sentence]!.tokens.slice(first, last);
  return [
    {
      code: focus?.code ?? null,
      sector: match.entry.sector,
      name: null,
      id: null,
      entityText: textOf(tokens),
      start: tokens[0]!.start,
      end: tokens.at(-1)!.end,
      first,
      last,
      head: first + match.last - 1,
      basis: focus === null ? "stated" : "implied",
      proxy: false,
      confidence: focus?.confidence ?? CONFIDENCE.unknown,
      steps: focus === null ? ["coding/actor-nominal"] : ["coding/actor-nominal", "coding/actor-focus"],
      mention: null,
      chain: -1,
    },
  ];
}

/** Cost of a word of the mention outside the span, against one inside. */
const OUTSIDE_COST = 0.25;

/** The mention that covers most of the span and little else. */
function bestMention(sentence: number, first: number, last: number, context: ActorContext): number | null {
  let best: number | null = null;
  let bestScore = 0;
  for (const index of context.mentionsOf(sentence)) {
    const mention = context.discourse.mentions[index]!;
    let end = mention.last;
    for (const owner of mention.owners) end = Math.max(end, context.discourse.mentions[owner]!.last);
    const inside = Math.min(last, end) - Math.max(first, mention.first);
    if (inside <= 0) continue;
    const outside = end - mention.first - inside;
    const heads = mention.head >= first && mention.head < last ? OUTSIDE_COST : 0;
    const score = inside - outside * OUTSIDE_COST + heads;
    if (score > bestScore) {
      best = index;
      bestScore = score;
    }
  }
  return best;
}

/** The step by which a state's bare name is its government: any noun for actors says more. */
const STATE_STEP = "coding/actor-state";

/** Where the span holds a noun for actors that the tree did not make a mention, its sector counts. */
function withSector(
  readings: readonly ActorReading[],
  sentence: number,
  first: number,
  last: number,
  context: ActorContext,
): readonly ActorReading[] {
  if (readings.length !== 1 || (readings[0]!.sector !== null && !readings[0]!.steps.includes(STATE_STEP)))
    return readings;
  const match = context.agents.match(context.words(sentence).slice(first, last)).at(-1);
  const sector = match?.entry.sector ?? null;
  return sector === null ? readings : [{ ...readings[0]!, sector }];
}

/** The outermost mentions inside the span; where there are none, the smallest around it. */
function fromInside(
  sentence: number,
  first: number,
  last: number,
  context: ActorContext,
): readonly ActorReading[] {
  const { mentions } = context.discourse;
  const found: ActorReading[] = [];
  let covered = first;
  let around: number | null = null;
  for (const index of context.mentionsOf(sentence)) {
    const mention = mentions[index]!;
    if (mention.first <= first && mention.last >= last) around = index;
    if (mention.first < covered || mention.last > last) continue;
    found.push(...readMention(index, context));
    covered = mention.last;
  }
  return found.length > 0 || around === null ? found : readMention(around, context);
}
