/**
 * The head of a phrase in, what is joined to it out: by the tree, and by the words of lists where the tree has lost
 * them ("Russia, Iran and Turkey", "not only Egypt but also Jordan").
 */

import type { EntityMention } from "../../language/types.ts";
import type { ActorContext } from "./identity.ts";

/** Conjuncts read at most; a longer list is cut. */
const MAX_CONJUNCTS = 24;

/** "in Manila, Kono": a person is no conjunct of a place. */
export function isElsewhere(index: number, first: number, context: ActorContext): boolean {
  const mention = context.discourse.mentions[index]!;
  const head = context.discourse.mentions[first]!;
  if (index === first || mention.type !== "person" || (head.type !== "state" && head.type !== "place"))
    return false;
  const before = context.words(head.sentence)[head.first - 1];
  return before !== undefined && context.agents.uses(before, "inside");
}

/** Names that go on a list behind the last conjunct where the tree has lost them ("Russia, Iran | and Turkey"). */
export function listed(last: number | undefined, context: ActorContext): readonly number[] {
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
export function listedBefore(first: number | undefined, context: ActorContext): readonly number[] {
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
export function conjuncts(sentence: number, head: number, context: ActorContext): readonly number[] {
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
