/** Given words in, their actors out, whatever the tree says: for coding where actor and recipient are marked. */
import type { Span } from "../../base/types.ts";
import type { ActorContext } from "./identity.ts";
import type { MentionIndex } from "./mention-index.ts";
import { readMention, readPhrase } from "./read-phrase.ts";
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
  const head = spanHead(sentence, first, last, context);
  const readings = readPhrase(sentence, head, index, context).filter(
    (reading) => reading.first < last && reading.last > first,
  );
  if (readings.some((reading) => reading.code !== null)) return readings;
  const others = fromInside(sentence, first, last, context);
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
  return readings.length > 0 ? readings : others;
}

/** The token of the span that hangs on a word outside. */
function spanHead(sentence: number, first: number, last: number, context: ActorContext): number {
  const { tokens } = context.sentences[sentence]!;
  for (let at = first; at < last; at++) {
    const { head, upos } = tokens[at]!;
    if (upos === "PUNCT" || upos === "ADP" || upos === "DET") continue;
    if (head < first || head >= last) return at;
  }
  return last - 1;
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
