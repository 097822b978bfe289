/**
 * Phrases of a sentence in, parties of ledgers out: who a phrase stands for, who
 * stands inside it ("imports of coal from Russia"), with the office of persons.
 */

import { childWith, type Tree } from "../tree/tree.ts";
import type { Actor, LedgerParty } from "../types.ts";
import { listedAt } from "./named-lists.ts";
import { nameApposed, nameRun } from "./names-behind.ts";
import { isPerson } from "./parties.ts";
import { describedAt, subjectsBefore } from "./read-described.ts";
import type { LedgerSentence, LedgerTools } from "./types.ts";

const DEEPEST = 4;

/** The parties that the phrase stands for; empty where it stands for none. @param owned true: or that own it */
export function partiesAt(
  head: number,
  owned: boolean,
  sentence: LedgerSentence,
  tools: LedgerTools,
): readonly LedgerParty[] {
  const own = partiesByTree(head, owned, sentence, tools);
  if (head < 0) return own;
  const codes = new Set(own.flatMap(({ code }) => code ?? []));
  const ids = new Set(own.flatMap(({ id }) => id ?? []));
  const more = listedAt(owned ? ownerOf(head, sentence) : head, sentence.lists, sentence.tree).filter(
    ({ code, id }) => !ids.has(id ?? "") && (id?.startsWith("org/") === true || !codes.has(code ?? "")),
  );
  return more.length === 0 ? own : [...own, ...more.map((actor) => withOffice(actor, sentence, tools))];
}

/** The token of whose the phrase is ("imports of tea from the Union"), where it is the owner's by that alone; else its head. */
function ownerOf(head: number, { tree, parties }: LedgerSentence): number {
  const party = parties.at(head);
  const start = party?.owner === true && party.actors.length === 1 ? party.actors[0]!.start : undefined;
  const at = start === undefined ? -1 : tree.tokens.findIndex((token) => token.start === start);
  return at < 0 ? head : at;
}

function partiesByTree(
  head: number,
  owned: boolean,
  sentence: LedgerSentence,
  tools: LedgerTools,
): readonly LedgerParty[] {
  if (head < 0) return [];
  const beside = namesBeside(head, sentence, tools);
  if (beside.length > 0) {
    const joined = joinedTo(head, sentence.tree).flatMap((one) => sentence.parties.at(one)?.actors ?? []);
    const more = joined.filter(({ id }) => id !== null && !beside.some((one) => one.id === id));
    return [...beside, ...more].map((actor) => withOffice(actor, sentence, tools));
  }
  const read = sentence.parties.at(head);
  const party = read !== null && isPartOfName(head, read.actors, sentence) ? null : read;
  const known = party === null || party.plain ? [] : party.actors;
  const described = describedAt(head, known, sentence, tools);
  if (described !== null) return described.map((actor) => withOffice(actor, sentence, tools));
  const ofBody = owned ? bodyBefore(head, known, sentence, tools) : null;
  if (ofBody !== null) return [withOffice(ofBody, sentence, tools)];
  if (party === null || party.plain || (party.owner && !owned)) return [];
  const listed = statesOf(head, sentence, tools);
  if (listed.length > 0) return listed;
  if (isSides(head, party.actors, sentence, tools)) return [];
  const owner = ownCouncil(head, party.actors, sentence);
  if (owner !== null) return [withOffice(owner, sentence, tools)];
  const sender = senderAt(head, sentence, tools);
  if (sender !== null)
    return party.actors.map((actor) => withOffice({ ...actor, code: sender.code }, sentence, tools));
  const apposed = namesApposed(head, party.actors, sentence, tools);
  if (apposed.length > 0) return apposed.map((actor) => withOffice(actor, sentence, tools));
  return party.actors.map((actor) => withOffice(actor, sentence, tools));
}

/** "the Test-Ban Treaty": a word between hyphens is nobody's surname. */
function isPartOfName(head: number, actors: readonly Actor[], { tree }: LedgerSentence): boolean {
  const isJoined = tree.tokens[head - 1]?.form === "-" || tree.tokens[head + 1]?.form === "-";
  return (
    isJoined &&
    actors.length > 0 &&
    actors.every(
      ({ id, entityText }) => id?.startsWith("person/") === true && entityText === tree.tokens[head]!.form,
    )
  );
}

/** "Algeria's Supreme Security Council": a body of the state that owns it, not the organisation of that name. */
function ownCouncil(head: number, actors: readonly Actor[], { tree, parties }: LedgerSentence): Actor | null {
  if (actors.length !== 1 || actors[0]!.code !== IGO || actors[0]!.id?.startsWith("org/") !== true)
    return null;
  const owner = tree.children[head]!.find((child) => tree.tokens[child]!.deprel === "nmod:poss");
  const state = owner === undefined ? undefined : parties.at(owner)?.actors[0];
  return state?.id?.startsWith("state/") === true ? state : null;
}

/** "European Union leaders", "Fiji's acting high commissioner": who is named before them, where nothing else says whose they are. */
function bodyBefore(
  head: number,
  known: readonly Actor[],
  { tree, parties }: LedgerSentence,
  tools: LedgerTools,
): Actor | null {
  const { lemma, upos } = tree.tokens[head]!;
  if (upos !== "NOUN" || known.some(({ code, id, name }) => (code ?? id ?? name) !== null)) return null;
  const { list } = tools.tables;
  if (!list("ranks").has(lemma.toLowerCase()) && !list("person-nouns").has(lemma.toLowerCase())) return null;
  for (const child of tree.children[head]!) {
    const owner = tree.tokens[child]!.deprel === "nmod:poss" ? parties.at(child)?.actors[0] : undefined;
    if (owner?.id?.startsWith("state/") === true) return owner;
    if (child > head || tree.relation[child] !== "compound") continue;
    const [body] = parties.span(tree.children[child]![0] ?? child, child + 1);
    if (body?.code === IGO && body.id?.startsWith("org/") === true) return body;
  }
  return null;
}

/** The organisation whose envoy the words name ("the African Union's envoy, A B"): he acts for it, not for his state. */
function senderAt(head: number, { tree, parties }: LedgerSentence, tools: LedgerTools): Actor | null {
  if (!tools.tables.list("envoy-heads").has(tree.tokens[head]!.lemma.toLowerCase())) return null;
  for (const child of tree.children[head]!) {
    if (child > head || (tree.relation[child] !== "nmod" && tree.relation[child] !== "compound")) continue;
    const found = parties.at(child)?.actors.find(({ id }) => id?.startsWith("org/") === true);
    if (found?.code === IGO) return found;
  }
  return null;
}

const IGO = "IGO";

/** "the presidents of A and B, C and D,": the persons named behind, where each is of one of those states. */
function namesApposed(
  head: number,
  actors: readonly Actor[],
  { tree, parties }: LedgerSentence,
  tools: LedgerTools,
): readonly Actor[] {
  const states = new Set(actors.flatMap(({ code }) => code ?? []));
  if (tree.tokens[head]!.upos !== "NOUN" || states.size === 0) return [];
  if (actors.some(({ id, name }) => id?.startsWith("person/") === true && name !== null)) return [];
  const comma = tree.tokens.findIndex(({ index, form }) => index > head && form === ",");
  // One person's name stands right behind the office.
  const isFar = states.size === 1 && tree.tokens[head]!.xpos !== "NNS" && comma > head + 4;
  if (comma < 0 || isFar || tree.tokens.slice(head, comma).some(({ upos }) => upos === "VERB")) return [];
  const found: Actor[] = [];
  for (let at = comma + 1; at < tree.tokens.length; at++) {
    const { upos } = tree.tokens[at]!;
    if (upos === "CCONJ" || tree.tokens[at]!.form === ",") continue;
    if (upos !== "PROPN" || tools.cues.timeNouns.has(tree.lower[at]!)) break;
    let last = at;
    while (tree.tokens[last]?.upos === "PROPN") last++;
    found.push(...parties.span(at, last).filter(isPerson));
    at = last - 1;
  }
  return new Set(found.map(({ code }) => code)).size === states.size &&
    found.every(({ code }) => states.has(code ?? ""))
    ? found
    : [];
}

const MOST_NAMES = 6;

/** A name in capitals, whatever the tagger takes it for ("ECOWAS"). */
const ACRONYM = /^\p{Lu}{3,}$/u;

/** Whom the names right behind a common noun stand for ("the bloc ECOWAS", "Presidents A and B"). */
function namesBeside(head: number, { tree, parties }: LedgerSentence, tools: LedgerTools): readonly Actor[] {
  const isName = (at: number) =>
    (tree.tokens[at]?.upos === "PROPN" || ACRONYM.test(tree.tokens[at]?.form ?? "")) &&
    !tools.cues.timeNouns.has(tree.lower[at]!);
  if (tree.tokens[head]!.upos !== "NOUN" || !isName(head + 1)) return [];
  const found: Actor[] = [];
  let at = head + 1;
  for (let names = 0; names < MOST_NAMES; names++) {
    let last = at;
    while (isName(last)) last++;
    const known = parties.span(at, last).filter(({ id }) => id !== null);
    if (known.length === 0) return names === 0 ? [] : found;
    found.push(...known);
    const joint = tree.tokens[last];
    if (joint === undefined || (joint.upos !== "CCONJ" && joint.form !== ",") || !isName(last + 1)) break;
    if (tree.tokens[head]!.xpos !== "NNS") break;
    at = last + 1;
  }
  return found;
}

/** Heads joined to the phrase or to the names in it ("Chancellor A and Premier B"). */
function joinedTo(head: number, tree: Tree): number[] {
  const found: number[] = [];
  const visit = (at: number, depth: number) => {
    for (const child of tree.children[at]!) {
      const relation = tree.relation[child];
      if (relation === "conj") found.push(child);
      else if (depth < 3 && child > head && (relation === "flat" || relation === "compound"))
        visit(child, depth + 1);
    }
  };
  visit(head, 0);
  return found;
}

/** "the Gulf states of A and B": those two, whoever else is called so. */
function statesOf(head: number, sentence: LedgerSentence, tools: LedgerTools): readonly LedgerParty[] {
  const { tree } = sentence;
  const { xpos, lemma } = tree.tokens[head]!;
  if (xpos !== "NNS" || !tools.tables.list("side-nouns").has(lemma)) return [];
  for (const child of tree.children[head]!) {
    const mark = tree.relation[child] === "nmod" && child > head ? childWith(tree, child, "case") : -1;
    if (mark !== head + 1 || !tools.tables.list("owner").has(tree.lower[mark]!)) continue;
    const named = partiesAt(child, false, sentence, tools);
    if (named.length > 1 && named.every(({ id }) => id?.startsWith("state/") === true)) return named;
  }
  return [];
}

/** "the two sides", "both countries": never one state alone. */
function isSides(
  head: number,
  actors: readonly Actor[],
  { tree }: LedgerSentence,
  tools: LedgerTools,
): boolean {
  if (tree.tokens[head]!.xpos !== "NNS" || !tools.tables.list("side-nouns").has(tree.tokens[head]!.lemma))
    return false;
  // "European Union leaders" are its own.
  if (actors.some(({ id, code }) => id?.startsWith("org/") === true && code === IGO)) return false;
  return new Set(actors.map(({ code }) => code)).size < 2;
}

/** The same, and a person whom the gazetteer does not know by the words of the name. */
export function namedAt(head: number, sentence: LedgerSentence, tools: LedgerTools): readonly LedgerParty[] {
  const known = partiesAt(head, true, sentence, tools);
  const isOffice = known.length === 1 && isOfOrganisation(head, known[0]!, sentence, tools);
  const apposed =
    isOffice || (known.length < 2 && (known[0]?.name ?? null) === null)
      ? nameApposed(head, sentence, tools)
      : null;
  if (apposed !== null) return [named(apposed, isOffice, known[0] ?? nobody(apposed), sentence, tools)];
  if (known.length === 0 && head >= 0 && tools.tables.list("person-pronouns").has(sentence.tree.lower[head]!))
    return personBefore(sentence, tools);
  if (head < 0 || sentence.tree.tokens[head]!.upos !== "PROPN") return known;
  // "A B, a former treasurer": the name, where only its description is known.
  const [first] = known;
  if (known.length === 1 && first!.id === null && first!.name === null) {
    const name = nameRun(head, sentence);
    return name === null ? known : [{ ...first!, name }];
  }
  if (known.length > 0) return known;
  const words = sentence.parties.words(head)?.actors[0]?.entityText;
  if (words === undefined || tools.cues.timeNouns.has(words.toLowerCase())) return [];
  return [{ ...nobody(words), name: words }];
}

/** "the finance chief of the firm", "the prosecutor of the court": whose the person is, not who. */
function isOfOrganisation(
  head: number,
  { id }: LedgerParty,
  { tree }: LedgerSentence,
  tools: LedgerTools,
): boolean {
  if (head < 0 || tree.tokens[head]!.upos !== "NOUN" || id?.startsWith("org/") !== true) return false;
  const noun = tree.tokens[head]!.lemma.toLowerCase();
  return ["ranks", "person-nouns", "envoy-heads", "court-nouns"].some((list) =>
    tools.tables.list(list).has(noun),
  );
}

/** The party under the name that stands behind its description, as the person that the gazetteer knows by it. */
function named(
  name: string,
  isOffice: boolean,
  party: LedgerParty,
  { tree, text, parties }: LedgerSentence,
  tools: LedgerTools,
): LedgerParty {
  const at = tree.tokens.findIndex(({ start }) => text.startsWith(name, start));
  const words = name.split(" ").length;
  const person =
    isOffice && at >= 0
      ? parties
          .span(at, at + words)
          .find(({ id, name: own }) => id?.startsWith("person/") === true && own === name)
      : undefined;
  const { homes } = tools.tables;
  // "the finance chief of the Chinese firm A, B C": the firm's state.
  const firm = tree.tokens
    .slice(Math.max(0, at - FIRM_REACH), at)
    .flatMap(({ index }) => parties.at(index)?.actors ?? [])
    .find(({ id }) => homes.has(id ?? ""));
  const home = homes.get(party.id ?? "") ?? homes.get(firm?.id ?? "") ?? party.code;
  return isOffice
    ? { ...party, code: home, id: person?.id ?? null, name, entityText: name }
    : { ...party, code: home, name };
}

/** Words before a name in which its firm can stand. */
const FIRM_REACH = 5;

function nobody(words: string): LedgerParty {
  return { code: null, sector: null, name: null, id: null, office: null, entityText: words };
}

/** Whom the latest inquiry of the report or the sentence before is about, for "he" and "her". */
function personBefore(sentence: LedgerSentence, tools: LedgerTools): readonly LedgerParty[] {
  const last = sentence.earlier.findLast(
    ({ ledger, on }) => ledger === "inquiry" && on.some(({ name }) => name !== null),
  );
  const known = last?.on.filter(({ name, id }) => name !== null && id?.startsWith("state/") !== true);
  if (known !== undefined) return known;
  return subjectsBefore(sentence, tools)
    .filter(isPerson)
    .map((actor) => withOffice(actor, sentence, tools));
}

/** The parties inside the phrase, nearest first, without those of these codes; phrases of place are left out. */
export function partiesUnder(
  head: number,
  not: ReadonlySet<string>,
  sentence: LedgerSentence,
  tools: LedgerTools,
  depth = 0,
): readonly LedgerParty[] {
  if (head < 0 || depth > DEEPEST) return [];
  const { tree } = sentence;
  const found: LedgerParty[] = [];
  const add = (parties: readonly LedgerParty[]) => {
    for (const party of parties)
      if (!(party.code !== null && not.has(party.code)) && !found.some((one) => sameParty(one, party)))
        found.push(party);
  };
  add(partiesAt(head, true, sentence, tools).map((party) => asOwner(party, head, sentence)));
  for (const child of tree.children[head]!) {
    const isObject = tree.relation[child] === "obj" && tree.relation[head] === "acl";
    if (!isInner(tree, child) && !isObject) continue;
    if (found.length > 0 && tree.relation[child] !== "conj") continue;
    const mark = childWith(tree, child, "case");
    if (mark >= 0 && tools.cues.placePrepositions.has(tree.lower[mark]!)) continue;
    // "the law, approved by A": who approves it is not inside it.
    const isAgent =
      mark >= 0 && depth > 0 && tree.relation[head] === "acl" && tools.cues.agent.has(tree.lower[mark]!);
    if (isAgent) continue;
    add(partiesUnder(child, not, sentence, tools, depth + 1));
  }
  return found;
}

/** Whose the phrase is, not who: "its ambassadors from Rome" are no person. */
function asOwner(party: LedgerParty, head: number, { tree }: LedgerSentence): LedgerParty {
  const { upos } = tree.tokens[head]!;
  if (upos === "PROPN" || upos === "PRON" || party.id?.startsWith("person/") !== true) return party;
  const named = party.name !== null && party.entityText.includes(party.name.split(" ").at(-1)!);
  return named ? party : { ...party, name: null, id: null, office: null };
}

function isInner(tree: Tree, child: number): boolean {
  const relation = tree.relation[child];
  return (
    relation === "nmod" ||
    relation === "amod" ||
    relation === "compound" ||
    relation === "conj" ||
    relation === "flat" ||
    relation === "acl" ||
    (relation === "obl" && tree.tokens[child]!.upos !== "VERB")
  );
}

/** True where both stand for the same. */
export function sameParty(a: LedgerParty, b: LedgerParty): boolean {
  if (a.id !== null && b.id !== null) return a.id === b.id;
  return a.code === b.code && a.name === b.name && (a.code !== null || a.entityText === b.entityText);
}

/** The actor as a party, with the office of a person on the day of the report. */
export function withOffice(actor: Actor, { anchor }: LedgerSentence, tools: LedgerTools): LedgerParty {
  const { code, sector, name, id, entityText } = actor;
  const office = id?.startsWith("person/") === true ? tools.officeOf(id, code, anchor) : null;
  return { code, sector, name, id, office, entityText };
}

/** A state that is known only by what lies in it. */
export function stateParty(code: string): LedgerParty {
  return { code, sector: null, name: null, id: `state/${code}`, office: null, entityText: code };
}

/** The parties of all lists, each once. */
export function together(...lists: readonly (readonly LedgerParty[] | undefined)[]): readonly LedgerParty[] {
  const found: LedgerParty[] = [];
  for (const party of lists.flatMap((list) => list ?? []))
    if (!found.some((one) => sameParty(one, party))) found.push(party);
  return found;
}
