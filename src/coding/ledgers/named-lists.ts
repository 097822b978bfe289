/**
 * The words of a sentence in, lists of names in it out ("Estonia, Latvia and the
 * European Union"), read by commas and conjunctions alone: parsers often join
 * only some of three and more names.
 */
import type { PartyReader } from "../parties/party-reader.ts";
import type { Tree } from "../tree/tree.ts";
import type { Actor } from "../types.ts";

/** Names in a row that a conjunction closes; tokens `[first, last)`. */
export interface NamedList {
  readonly first: number;
  readonly last: number;
  /** Each name with its first token. */
  readonly members: readonly { readonly at: number; readonly actor: Actor }[];
}

const LONGEST_NAME = 6;
const LEAST = 3;

/** The lists of three and more states and organisations. */
export function listsOf(tree: Tree, parties: PartyReader): readonly NamedList[] {
  const found: NamedList[] = [];
  for (let at = 0; at < tree.tokens.length; at++) {
    if (!isName(tree, at) || !commaFollows(tree, at)) continue;
    const list = listFrom(at, tree, parties);
    if (list === null) continue;
    found.push(list);
    at = list.last - 1;
  }
  return found;
}

/** The names that stand in one list with the token, from it on where the words before belong elsewhere
 * ("In Kenya, Uganda and Rwanda signed"); empty for none. */
export function listedAt(head: number, lists: readonly NamedList[], tree: Tree): readonly Actor[] {
  const list = lists.find(({ first, last }) => first <= head && head < last);
  if (list !== undefined) {
    const isPlaced = tree.tokens[beforeArticle(tree, list.first)]?.upos === "ADP";
    const isOwn = tree.children[head]!.some((child) => tree.relation[child] === "case");
    const own = list.members.findLast(({ at }) => at <= head)?.at ?? list.first;
    return list.members.flatMap(({ at, actor }) => (isPlaced && !isOwn && at < own ? [] : [actor]));
  }
  // "officials of A, B and C"
  const { upos, xpos } = tree.tokens[head]!;
  if (upos !== "NOUN" || xpos !== "NNS") return [];
  const behind = lists.find(
    ({ first }) => first > head && first <= head + 3 && beforeArticle(tree, first) === head + 1,
  );
  if (behind === undefined || tree.tokens[head + 1]!.upos !== "ADP") return [];
  return behind.members.map(({ actor }) => actor);
}

function beforeArticle(tree: Tree, first: number): number {
  return tree.tokens[first - 1]?.upos === "DET" ? first - 2 : first - 1;
}

function listFrom(start: number, tree: Tree, parties: PartyReader): NamedList | null {
  const members: { at: number; actor: Actor }[] = [];
  let at = start;
  let isClosed = false;
  for (;;) {
    if (tree.tokens[at]?.upos === "DET") at++;
    const name = nameFrom(at, tree, parties);
    if (name === null) break;
    members.push({ at, actor: name.actor });
    at = name.last;
    if (isClosed) break;
    const joint = tree.tokens[at];
    if (joint?.form === ",") at++;
    if (tree.tokens[at]?.upos === "CCONJ") {
      isClosed = true;
      at++;
    } else if (joint?.form !== ",") break;
  }
  const last = members.length === 0 ? start : at;
  return isClosed && members.length >= LEAST ? { first: start, last, members } : null;
}

/** The longest name that begins there and stands for one state or organisation. */
function nameFrom(at: number, tree: Tree, parties: PartyReader): { actor: Actor; last: number } | null {
  if (!isName(tree, at)) return null;
  let end = at;
  while (end < tree.tokens.length && end - at < LONGEST_NAME && (isName(tree, end) || isJoint(tree, end)))
    end++;
  for (let last = end; last > at; last--) {
    // "the French company": the name says what kind of firm it is.
    if (!isName(tree, last - 1) || tree.tokens[last]?.upos === "NOUN") continue;
    const actors = parties
      .span(at, last)
      .filter(({ id }) => id?.startsWith("state/") || id?.startsWith("org/"));
    if (actors.length === 1) return { actor: actors[0]!, last };
  }
  return null;
}

function isName(tree: Tree, at: number): boolean {
  const token = tree.tokens[at];
  return token !== undefined && /^\p{Lu}/u.test(token.form) && token.upos !== "DET";
}

/** A preposition inside a name ("Republic of Congo"). */
function isJoint(tree: Tree, at: number): boolean {
  return tree.tokens[at]!.upos === "ADP" && isName(tree, at + 1);
}

/** A comma stands within a name's length behind it. */
function commaFollows(tree: Tree, at: number): boolean {
  return tree.tokens.slice(at + 1, at + 1 + LONGEST_NAME).some(({ form }) => form === ",");
}
