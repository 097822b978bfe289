/**
 * The head of a phrase in, its actors out: the mention at the head and those that "and" joins to it.
 *
 * A conjunct without a state of its own takes that of the first ("755 us diplomats and workers") and is one
 * actor with it; conjuncts that name themselves are actors of their own ("Russia, Iran and Turkey").
 */

import { conjuncts, isElsewhere, listed, listedBefore } from "./conjuncts.ts";
import type { ActorContext, Identity } from "./identity.ts";
import { identify } from "./mention-identity.ts";
import type { MentionIndex } from "./mention-index.ts";
import { headAgent, sectorOf } from "./sector.ts";
import type { ActorReading } from "./types.ts";

/** Penn Treebank tags of comparatives and superlatives. */
const COMPARISONS: ReadonlySet<string> = new Set(["JJR", "JJS", "RBR", "RBS"]);

/** The actors of the phrase; empty where it stands for none. */
export function readPhrase(
  sentence: number,
  head: number,
  index: MentionIndex,
  context: ActorContext,
): readonly ActorReading[] {
  const found = conjuncts(sentence, head, context).flatMap((token) => index.allAt(sentence, token));
  return readList(found, context);
}

/** As `readPhrase`, for the phrase that begins with this mention. */
export function readMentionPhrase(
  mention: number,
  index: MentionIndex,
  context: ActorContext,
): readonly ActorReading[] {
  const { sentence, head } = context.discourse.mentions[mention]!;
  const more = conjuncts(sentence, head, context).slice(1);
  return readList([mention, ...more.flatMap((token) => index.allAt(sentence, token))], context);
}

function readList(found: readonly number[], context: ActorContext): readonly ActorReading[] {
  const readings: ActorReading[] = [];
  for (const mention of [...listedBefore(found[0], context), ...found, ...listed(found.at(-1), context)]) {
    if (readings.some((reading) => reading.mention === mention)) continue;
    if (isElsewhere(mention, found[0]!, context)) continue;
    const previous = readings.at(-1);
    if (previous !== undefined && sharesOwner(mention, previous, context)) {
      readings[readings.length - 1] = widen(previous, mention, context);
      continue;
    }
    readings.push(...readMention(mention, context));
  }
  return readings;
}

/** The readings of one mention. */
export function readMention(mention: number, context: ActorContext): readonly ActorReading[] {
  return identify(mention, context).map((identity) => toReading(mention, identity, context));
}

function toReading(index: number, identity: Identity, context: ActorContext): ActorReading {
  const mention = context.discourse.mentions[index]!;
  const first = withoutArticle(mention.first, mention.last, mention.sentence, context);
  let last = mention.last;
  for (const owner of mention.owners) last = Math.max(last, context.discourse.mentions[owner]!.last);
  return spanned(
    {
      code: identity.code,
      sector: identity.sector,
      name: identity.entry?.name ?? null,
      id: identity.entry?.id ?? null,
      entityText: "",
      first,
      last,
      head: mention.head,
      basis: identity.basis,
      proxy: identity.proxy,
      confidence: identity.confidence,
      steps: identity.steps,
      mention: index,
      chain: mention.chain,
    },
    mention.sentence,
    context,
  );
}

/** The reading with the words between its tokens. */
function spanned(reading: ActorReading, sentence: number, context: ActorContext): ActorReading {
  const { tokens } = context.sentences[sentence]!;
  return {
    ...reading,
    entityText: textOf(tokens.slice(reading.first, reading.last)),
    start: tokens[reading.first]!.start,
    end: tokens[reading.last - 1]!.end,
  };
}

/** The words as written, one blank where any space was. */
export function textOf(tokens: readonly { form: string; start: number; end: number }[]): string {
  let text = "";
  for (const [at, token] of tokens.entries()) {
    if (at > 0 && tokens[at - 1]!.end < token.start) text += " ";
    text += token.form;
  }
  return text;
}

function withoutArticle(first: number, last: number, sentence: number, context: ActorContext): number {
  const word = context.words(sentence)[first]!;
  const isArticle = context.sentences[sentence]!.tokens[first]!.upos === "DET";
  const drops = context.agents.uses(word, "definite") || context.agents.uses(word, "indefinite");
  return isArticle && drops && first + 1 < last ? first + 1 : withPreposition(first, sentence, context);
}

/** "At least five protesters", "up to 300 troops": the preposition belongs to the number. */
function withPreposition(first: number, sentence: number, context: ActorContext): number {
  const { tokens } = context.sentences[sentence]!;
  const before = tokens[first - 1];
  const isComparison = COMPARISONS.has(tokens[first]!.xpos);
  return isComparison && before?.upos === "ADP" && before.head === first ? first - 1 : first;
}

/** "diplomats and workers": the second conjunct is bare and belongs to the same owner. */
function sharesOwner(index: number, previous: ActorReading, context: ActorContext): boolean {
  const mention = context.discourse.mentions[index]!;
  if (mention.form !== "nominal" || mention.owners.length > 0 || previous.mention === null) return false;
  const first = context.discourse.mentions[previous.mention]!;
  const agent = headAgent(mention, context);
  if (agent === null || first.form !== "nominal" || mention.first !== mention.last - 1) return false;
  const ownerBefore = first.owners.some((owner) => context.discourse.mentions[owner]!.last <= first.last);
  return ownerBefore && mention.first <= previous.last + 2 && mention.number === first.number;
}

function widen(previous: ActorReading, index: number, context: ActorContext): ActorReading {
  const mention = context.discourse.mentions[index]!;
  const sector = previous.sector ?? sectorOf(mention, null, context);
  return spanned(
    { ...previous, sector, last: Math.max(previous.last, mention.last) },
    mention.sentence,
    context,
  );
}
