/**
 * The noun of a ledger in, what its phrase tells out: kind, name, whose it is,
 * between whom, against whom, about what, where, and the day by which it is called.
 */

import type { LedgerThing } from "../../knowledge/ledgers.ts";
import { childWith, isNominal, phraseOf, type Tree, withConjuncts } from "../tree/tree.ts";
import type { LedgerParty } from "../types.ts";
import { entriesAt } from "./entries-at.ts";
import { isPerson, NOBODY } from "./parties.ts";
import { namedAt, partiesAt, partiesUnder } from "./read-parties.ts";
import {
  foundedOf,
  isMannerWord,
  isPlacedAt,
  phrasesBeside,
  sidesBehind,
  withoutCounts,
} from "./thing-phrases.ts";
import type { LedgerSentence, LedgerTools, Thing } from "./types.ts";
import { countriesOf, isEmptyHead, isTime, phraseText, wholeText } from "./words-of.ts";

/** What is gathered around the noun of a thing. */
interface Gathered {
  readonly head: number;
  readonly between: LedgerParty[];
  readonly owners: LedgerParty[];
  readonly with: LedgerParty[];
  readonly against: LedgerParty[];
  readonly words: string[];
  readonly countries: string[];
  places: number[];
  kind: string | null;
}

/** The thing that the noun names, with all that stands around it. */
export function describe(
  head: number,
  entry: LedgerThing,
  sentence: LedgerSentence,
  tools: LedgerTools,
): Thing {
  const { tree } = sentence;
  const list = tools.tables.list;
  const found: Gathered = {
    head,
    between: [],
    owners: [],
    with: [],
    against: [],
    words: [],
    countries: [],
    places: [],
    kind: null,
  };
  let known = false;
  let another = false;
  for (const child of tree.children[head]!) {
    const relation = tree.relation[child];
    const word = tree.lower[child]!;
    if (list("another").has(word)) another = true;
    // "cease-fire": the first half of the noun itself.
    if (
      child === head - 2 &&
      tree.lower[child + 1] === "-" &&
      entry.words.includes(`${word}_${tree.lower[head]!}`)
    )
      continue;
    if (relation === "det" && list("known-determiners").has(word)) known = true;
    if (tree.tokens[child]!.deprel === "nmod:poss") {
      known = true;
      const owners =
        entry.ledger === "inquiry"
          ? namedAt(child, sentence, tools)
          : partiesAt(child, false, sentence, tools);
      // "his trial", "Isakov's sentence": whom it is about; "Spain's inquiry": whose it is.
      const isTried = entry.ledger === "inquiry" && owners.some(isSomebody);
      (isTried ? found.against : found.owners).push(...owners);
    } else if (relation === "compound" || relation === "amod") {
      const parties = isHelper(child - 1, head, sentence, tools)
        ? []
        : partiesAt(child, false, sentence, tools);
      const isCity = entry.ledger === "agreement" && namesTown(child, parties, sentence);
      if (parties.length > 0 && !isCity)
        (entry.ledger === "measure" && !isAuthor(tree, child, parties) ? found.against : found.owners).push(
          ...parties,
        );
      else if (!list("another").has(word) && !list("empty-abouts").has(word))
        addWords(found, before(child, sentence), tools, entry);
    } else if (relation === "nmod") complement(child, entry, found, sentence, tools);
  }
  if (entry.ledger === "contact" && found.between.length === 0)
    for (const child of sidesBehind(head, sentence, tools)) complement(child, entry, found, sentence, tools);
  for (const child of phrasesBeside(head, sentence)) {
    const struck = found.against.length;
    if (entry.id === TRUCE && isPlacedAt(child, tree, tools)) continue;
    complement(child, entry, found, sentence, tools);
    // "a case against A over its raid on B": B is told of, not struck.
    if (struck > 0) found.against.length = struck;
  }
  for (const child of tree.children[head]!) {
    const { deprel, xpos } = tree.tokens[child]!;
    if (tree.relation[child] !== "acl" || found.words.length > 0 || entry.ledger === "measure") continue;
    if (entry.ledger === "contact" && deprel === "acl:relcl") continue;
    if (xpos === "VBN" || (deprel === "acl" && xpos === "VBD")) continue;
    if (!tree.children[child]!.some((inner) => tree.relation[inner] === "obj")) continue;
    addWords(found, phraseText(child, sentence, tools), tools);
  }
  const kinds = new Set(
    withConjuncts(tree, head).flatMap((one) => entriesAt(tree, one, tools.tables)[0]?.kind ?? []),
  );
  const mixed = kinds.size > 1 && entry.ledger === "measure" ? MIXED : null;
  return {
    entry,
    head,
    sentence: tree.sentence.index,
    span: { start: tree.tokens[head]!.start, end: tree.tokens[head]!.end },
    kind:
      mixed ?? (entry.generic === true ? found.kind : null) ?? entry.kind ?? kindBefore(tree, head, tools),
    instrument:
      entry.instrument === true
        ? instrumentText(tree, head, sentence.text)
        : nameOf(head, entry, sentence, tools),
    known,
    another,
    plural: tree.tokens[head]!.xpos === "NNS",
    between: found.between,
    owners: found.owners,
    with: found.with,
    against: found.against,
    about: entry.kind === ACCESSION ? wholeText(head, -1, sentence) : aboutWords(found),
    countries: [...found.countries, ...countriesOf(head, sentence)],
    places: found.places,
    founded: foundedOf(head, sentence, tools),
    earlier: false,
  };
}

const aboutWords = ({ words }: Gathered) => (words.length === 0 ? null : words.join(" "));

/** "the United Nations-backed truce" is not theirs. */
function isHelper(child: number, head: number, { tree }: LedgerSentence, tools: LedgerTools): boolean {
  const manner = tools.tables.list("manner-ends");
  return tree.tokens
    .slice(Math.max(0, child), head)
    .some(({ index, form }) => form === "-" && index > 0 && manner.has(tree.lower[index + 1] ?? ""));
}

/** "American sanctions", "US sanctions", "European Union sanctions" are theirs; "Iran sanctions" are on Iran. */
function isAuthor(tree: Tree, child: number, parties: readonly LedgerParty[]): boolean {
  const { form, upos } = tree.tokens[child]!;
  const isShort = form.length > 1 && form === form.toUpperCase();
  return isShort || upos === "ADJ" || parties.every(({ id }) => id?.startsWith("org/") === true);
}

/** A town that gives an agreement its name ("the Paris agreement") is no party to it. */
function namesTown(
  child: number,
  parties: readonly LedgerParty[],
  { tree, parties: reader }: LedgerSentence,
): boolean {
  const place = reader.places().find(({ first, last }) => first <= child && child < last);
  const name = place?.text ?? tree.tokens[child]!.form;
  return (
    tree.tokens[child]!.upos === "PROPN" &&
    place !== undefined &&
    parties.every(({ id, name: state }) => id?.startsWith("state/") === true && state !== name)
  );
}

/** The name of an agreement ("New START treaty"): itself one, or with words in capitals before it that are no state;
 * null where it has none. */
function nameOf(
  head: number,
  entry: LedgerThing,
  sentence: LedgerSentence,
  tools: LedgerTools,
): string | null {
  if (entry.ledger !== "agreement") return null;
  const { tree, text } = sentence;
  let first = -1;
  for (let at = head - 1; at >= 0 && head - at <= LONGEST_NAME; at--) {
    const { upos, form, head: over } = tree.tokens[at]!;
    if (form === "-") continue;
    if ((upos !== "PROPN" && upos !== "ADJ" && upos !== "NOUN" && upos !== "NUM") || isTime(at, sentence))
      break;
    if (over < at) break;
    const parties = partiesAt(at, false, sentence, tools);
    const isState = parties.some(({ id }) => id?.startsWith("state/") === true);
    if (isState && !namesTown(at, parties, sentence)) continue;
    if (/^[\p{Lu}\d]/u.test(form) && at > 0) first = at;
  }
  if (first >= 0) return text.slice(tree.tokens[first]!.start, tree.tokens[head]!.end);
  if (entry.named === true) {
    const from = /^\p{Lu}/u.test(tree.tokens[head - 1]?.form ?? "") && head > 1 ? head - 1 : head;
    return text.slice(tree.tokens[from]!.start, tree.tokens[head]!.end);
  }
  return null;
}

const LONGEST_NAME = 5;

/** One phrase behind the noun ("of the Union", "on coal"), and those behind a party ("ban of the Union on coal"). */
function complement(
  child: number,
  entry: LedgerThing,
  found: Gathered,
  sentence: LedgerSentence,
  tools: LedgerTools,
): void {
  const { tree } = sentence;
  const list = tools.tables.list;
  const mark = childWith(tree, child, "case");
  const preposition = mark < 0 ? "" : tree.lower[mark]!;
  if (isTime(child, sentence)) return;
  // "restrictions on officials over the arrest of A": why, not whom.
  if (entry.ledger === "measure" && list("cause-prepositions").has(preposition) && entry.id !== CLOSURE)
    return;
  // "sanctions, among them a ban": what the ban is one of.
  if (child < found.head && tree.tokens[child]!.upos === "PRON" && list("members").has(preposition)) return;
  const parties = partiesAt(child, false, sentence, tools);
  const place = sentence.parties.places().find(({ first, last }) => first <= child && child < last);
  const isPlaced = tools.cues.placePrepositions.has(preposition);
  // "the expulsion of 60 Russians": whom it strikes, not whose it is.
  const isStruck =
    entry.also === undefined &&
    entry.kind !== undefined &&
    ((entry.ledger === "inquiry" && parties.length > 0) || list("act-kinds").has(entry.kind)) &&
    !tools.cues.agent.has(preposition);
  if (list("between").has(preposition)) {
    found.between.push(...partiesUnder(child, NOBODY, sentence, tools));
    subjectsUnder(child, entry, found, sentence, tools);
  } else if (parties.length > 0 && list("with").has(preposition)) {
    found.with.push(...parties);
    subjectsUnder(child, entry, found, sentence, tools);
  } else if (isStruck && list("owner").has(preposition))
    found.against.push(
      ...(entry.ledger === "inquiry"
        ? namedAt(child, sentence, tools)
        : partiesAt(child, true, sentence, tools)),
    );
  else if (parties.length > 0 && list("owner").has(preposition)) {
    // "the agreement of Barbados" is called after the place.
    const isNamed = entry.ledger === "agreement" && place !== undefined && !tools.cues.agent.has(preposition);
    if (isNamed) found.places.push(place.first);
    else found.owners.push(...parties);
    for (const inner of tree.children[child]!)
      if (tree.relation[inner] === "nmod") complement(inner, entry, found, sentence, tools);
  } else if (entry.kind === VISIT && place !== undefined && list("visited").has(preposition)) {
    found.places.push(place.first);
    found.with.push(...parties);
  } else if (entry.ledger === "contact" && list("topic-prepositions").has(preposition)) {
    if (!isEmptyHead(child, sentence, tools)) addWords(found, phraseText(child, sentence, tools), tools);
  } else if (place !== undefined && isPlaced) {
    found.places.push(place.first);
    found.countries.push(...(place.countryCode === null ? [] : [place.countryCode]));
    if (entry.id === TRUCE) found.words.push(phraseText(child, sentence, tools));
  } else if (entry.ledger === "contact" && isPlaced) return;
  else if (parties.length > 0 && entry.ledger !== "agreement") found.against.push(...parties);
  else if (
    entry.ledger === "agreement" &&
    isPlaced &&
    tree.tokens[child]!.upos === "PROPN" &&
    entry.id !== TRUCE
  )
    found.places.push(child);
  else if (list("about").has(preposition)) {
    const isContact = entriesAt(tree, child, tools.tables).some(({ ledger }) => ledger === "contact");
    if (entry.ledger === "agreement" && (isContact || isEmptyHead(child, sentence, tools))) return;
    // "Sweden's accession to NATO": the two sides of it.
    if (entry.kind === ACCESSION) found.with.push(...parties);
    if (entry.id === TRUCE)
      found.countries.push(...partiesAt(child, true, sentence, tools).flatMap(({ code }) => code ?? []));
    if (entry.ledger === "contact" && isEmptyHead(child, sentence, tools)) return;
    const isOne = parties.some(isPerson);
    if (entry.ledger === "inquiry" && (isOne || list("empty-abouts").has(tree.lower[child]!))) {
      found.against.push(...partiesUnder(child, NOBODY, sentence, tools));
      return;
    }
    const inner = entriesAt(tree, child, tools.tables).find(({ also }) => also !== undefined);
    if (inner?.kind !== undefined) found.kind = inner.kind;
    addWords(found, phraseText(child, sentence, tools), tools);
    if (entry.ledger !== "agreement" && !keptFrom(child, entry, found, sentence, tools))
      found.against.push(...partiesUnder(child, NOBODY, sentence, tools));
    else if (inner !== undefined) found.with.push(...partiesUnder(child, NOBODY, sentence, tools));
    found.countries.push(...countriesOf(child, sentence));
  }
}

/** "a ban on the adoption of children by A's citizens": who may no longer do it. */
function keptFrom(
  child: number,
  entry: LedgerThing,
  found: Gathered,
  sentence: LedgerSentence,
  tools: LedgerTools,
): boolean {
  if (entry.id !== BAN) return false;
  const { tree } = sentence;
  const { last } = phraseOf(tree, child);
  const agent = tree.tokens
    .slice(child + 1, last)
    .find(({ index, upos }) => upos === "ADP" && tools.cues.agent.has(tree.lower[index]!));
  const noun = agent === undefined ? -1 : agent.head;
  const who =
    noun > child && tree.tokens[noun]!.upos !== "VERB" ? partiesAt(noun, true, sentence, tools) : [];
  found.against.push(...who.filter(({ code }) => code !== null));
  return found.against.length > 0;
}

const BAN = "ban";
/** Id of the thing that may lie over a country ("a no-fly zone over A"). */
const CLOSURE = "closure";

/** What stands behind a party and belongs to the thing ("the pact with the Union on visas", "talks between A and B on trade"). */
function subjectsUnder(
  party: number,
  entry: LedgerThing,
  found: Gathered,
  sentence: LedgerSentence,
  tools: LedgerTools,
): void {
  const { tree } = sentence;
  for (const one of withConjuncts(tree, party))
    for (const inner of tree.children[one]!) {
      const mark = tree.relation[inner] === "nmod" ? childWith(tree, inner, "case") : -1;
      const isSubject =
        mark >= 0 && inner > one && tools.tables.list("topic-prepositions").has(tree.lower[mark]!);
      if (isSubject && partiesAt(inner, false, sentence, tools).length === 0)
        complement(inner, entry, found, sentence, tools);
    }
}

/** A person, whether the gazetteer knows him or not. */
function isSomebody({ id, name }: LedgerParty): boolean {
  return isPerson({ id }) || (id === null && name !== null);
}

const ACCESSION = "accession";
const VISIT = "visit";

/** Id of the thing that is about the place where it holds. */
const TRUCE = "ceasefire";

function addWords(found: Gathered, told: string, tools: LedgerTools, entry: LedgerThing | null = null): void {
  const empty = tools.tables.list("empty-abouts");
  const words = withoutCounts(told, tools);
  const lower = words.toLowerCase();
  // "a ceasefire agreement": the noun itself once more.
  if (entry?.id === TRUCE && entry.words.some((word) => word === lower || word.startsWith(`${lower}_`)))
    return;
  const last = lower.split(" ").at(-1)!;
  if (words !== "" && !empty.has(lower) && !empty.has(last) && !isMannerWord(last, tools))
    found.words.push(words);
}

/** Several kinds under one verb ("travel bans and asset freezes") are sanctions. */
const MIXED = "sanctions";

/** The kind that a word before an instrument names ("the sanctions bill"), or its complement ("package of sanctions"). */
function kindBefore(tree: Tree, head: number, tools: LedgerTools): string | null {
  for (const child of tree.children[head]!) {
    const relation = tree.relation[child];
    if (relation !== "compound" && relation !== "nmod") continue;
    const kind = entriesAt(tree, child, tools.tables).find(({ ledger }) => ledger === "measure")?.kind;
    if (kind !== undefined) return kind;
  }
  // Beside it by the words, where the tree hangs it elsewhere ("the sanctions law ties …").
  return head > 0
    ? (entriesAt(tree, head - 1, tools.tables).find(({ ledger }) => ledger === "measure")?.kind ?? null)
    : null;
}

/** A modifier with what stands before it of its own. */
function before(child: number, { tree, text }: LedgerSentence): string {
  const { first } = phraseOf(tree, child);
  return text.slice(tree.tokens[first]!.start, tree.tokens[child]!.end);
}

const OPENING: ReadonlySet<string> = new Set(["DET", "PRON", "ADP", "PUNCT"]);

/** The instrument in its own words: number and name, without article and clauses. */
function instrumentText(tree: Tree, head: number, text: string): string {
  let { first } = phraseOf(tree, head);
  while (first < head && OPENING.has(tree.tokens[first]!.upos)) first++;
  if (first === head && first > 0 && tree.tokens[first - 1]!.upos === "NOUN") first--;
  let last = head;
  for (const child of tree.children[head]!) {
    const { upos } = tree.tokens[child]!;
    if (child === last + 1 && (upos === "NUM" || tree.relation[child] === "nummod")) last = child;
  }
  for (const child of tree.children[head]!) {
    const kind = tree.relation[child] === "nmod" && isNominal(tree.tokens[child]!);
    if (kind && child <= head + 2) last = Math.max(last, child);
  }
  return text.slice(tree.tokens[first]!.start, tree.tokens[last]!.end);
}
