/**
 * The head of a phrase in, its actors out: the mention at the head and those that "and" joins to it.
 *
 * A conjunct without a state of its own takes that of the first ("755 us diplomats and workers") and is one
 * actor with it; conjuncts that name themselves are actors of their own ("Russia, Iran and Turkey").
 */

import type { EntityMention } from "../../language/types.ts";
import type { ActorContext, Identity } from "./identity.ts";
import { identify } from "./mention-identity.ts";
import type { MentionIndex } from "./mention-index.ts";
import { headAgent, sectorOf } from "./sector.ts";
import type { ActorReading } from "./types.ts";

/** Conjuncts read at most; a longer list is cut. */
const MAX_CONJUNCTS = 24;

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

/** "in Manila, Kono": a person is no conjunct of a place. */
function isElsewhere(index: number, first: number, context: ActorContext): boolean {
  const mention = context.discourse.mentions[index]!;
  const head = context.discourse.mentions[first]!;
  if (index === first || mention.type !== "person" || (head.type !== "state" && head.type !== "place"))
    return false;
  const before = context.words(head.sentence)[head.first - 1];
  return before !== undefined && context.agents.uses(before, "inside");
}

/** Names that go on a list behind the last conjunct where the tree has lost them ("Russia, Iran | and Turkey"). */
function listed(last: number | undefined, context: ActorContext): readonly number[] {
  if (last === undefined) return [];
  const { mentions } = context.discourse;
  const start = mentions[last]!;
  if (start.form !== "name") return [];
  const more: number[] = [];
  let end = start.last;
  for (const index of context.mentionsOf(start.sentence)) {
    const mention = mentions[index]!;
    if (mention.first < end) continue;
    if (mention.form !== "name" || mention.type !== start.type || mention.use === "adjective") break;
    const joint = jointOf(start.sentence, end, mention.first, context);
    if (joint === null) break;
    more.push(index);
    end = mention.last;
    if (joint === "and") return isClause(mention.head, start, context) ? [] : more;
  }
  return [];
}

/** The name that a list begins with where the tree has made its last one the head ("Not only Egypt but also Jordan"). */
function listedBefore(first: number | undefined, context: ActorContext): readonly number[] {
  if (first === undefined) return [];
  const { mentions } = context.discourse;
  const start = mentions[first]!;
  const subject = context.sentences[start.sentence]!.tokens[start.head]!;
  if (start.form !== "name" || !subject.deprel.startsWith("nsubj")) return [];
  const before = context.mentionsOf(start.sentence).findLast((index) => {
    const mention = mentions[index]!;
    return mention.last <= start.first && mention.form === "name" && mention.type === start.type;
  });
  if (before === undefined) return [];
  const token = context.sentences[start.sentence]!.tokens[mentions[before]!.head]!;
  const hangs = token.head === start.head || (token.head === subject.head && token.deprel === subject.deprel);
  const from = mentions[before]!.last;
  // Words that only lists have ("but also") need no tree.
  const isPlain = start.first - from < 2;
  const joins = jointOf(start.sentence, from, start.first, context) === "and";
  return joins && (hangs || !isPlain) ? [before] : [];
}

/** What stands between two names of a list: a comma, or words such as "and", "as well as"; null for anything else. */
function jointOf(sentence: number, from: number, to: number, context: ActorContext): "," | "and" | null {
  const words = context
    .words(sentence)
    .slice(from, to)
    .filter((word) => word !== ",");
  if (to === from) return null;
  if (words.length === 0) return ",";
  return context.agents.uses(words.join(" "), "conjunction") ? "and" : null;
}

/** "… in Syria, and Iran said": the last name begins a clause of its own. */
function isClause(head: number, start: EntityMention, context: ActorContext): boolean {
  const { tokens } = context.sentences[start.sentence]!;
  const subject = tokens[head]!;
  return subject.deprel.startsWith("nsubj") && tokens[subject.head]?.deprel === "conj";
}

/** The head and the tokens joined to it, in order. */
function conjuncts(sentence: number, head: number, context: ActorContext): readonly number[] {
  const { tokens } = context.sentences[sentence]!;
  const found = [head];
  const heads = new Set([head, ...complementHeads(sentence, head, context)]);
  for (let at = head + 1; at < tokens.length && found.length < MAX_CONJUNCTS; at++) {
    const token = tokens[at]!;
    if (token.deprel !== "conj" || !heads.has(token.head) || hasOtherCase(sentence, at, head, context))
      continue;
    if (token.head !== head && !found.includes(token.head) && !isPerson(sentence, at, context)) continue;
    found.push(at);
    heads.add(at);
  }
  return found;
}

/** Heads of what stands behind "of": in "the president of Ukraine and Vladimir Putin" the tree hangs Putin there. */
function complementHeads(sentence: number, head: number, context: ActorContext): readonly number[] {
  const { mentions } = context.discourse;
  const index = context.mentionsOf(sentence).find((each) => mentions[each]!.head === head);
  const mention = index === undefined ? null : mentions[index]!;
  if (mention === null || mention.type !== "person" || mention.number !== "singular") return [];
  return mention.owners
    .map((owner) => mentions[owner]!)
    .filter((owner) => owner.first >= mention.last && owner.type !== "person")
    .map((owner) => owner.head);
}

function isPerson(sentence: number, head: number, context: ActorContext): boolean {
  const { mentions } = context.discourse;
  return context
    .mentionsOf(sentence)
    .some((each) => mentions[each]!.head === head && mentions[each]!.type === "person");
}

/** "in Astana …, with Russia": a conjunct behind a preposition of its own is no conjunct. */
function hasOtherCase(sentence: number, token: number, head: number, context: ActorContext): boolean {
  const { tokens } = context.sentences[sentence]!;
  const caseOf = (of: number) =>
    tokens.find((each) => each.head === of && each.deprel === "case" && each.upos === "ADP");
  const own = caseOf(token);
  return own !== undefined && own.lemma !== caseOf(head)?.lemma;
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
  return isArticle && drops && first + 1 < last ? first + 1 : first;
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
