/**
 * The parties of one sentence: what a phrase stands for, as an actor of the
 * record or, where it stands for none, as plain words.
 *
 * In: a tree and the report's actor reader (without one, names are actors of
 * unknown code). Out: parties by head token.
 * Who an actor is, is left to src/coding/actors.
 */
import type { Discourse } from "../../language/types.ts";
import type { ActorReader, ActorReading, PlaceReading } from "../actors/types.ts";
import { childWith, isNominal, phraseOf, type Tree, withConjuncts } from "../tree/tree.ts";
import type { Actor } from "../types.ts";

export interface Party {
  readonly actors: readonly Actor[];
  readonly head: number;
  /** The words stand for no actor: only the words themselves can be given. */
  readonly plain: boolean;
  /** The actor owns what the words mean ("France" of "France's proposal"). */
  readonly owner: boolean;
  /** The code is lent by what the report is about, the words themselves say none. */
  readonly implied: boolean;
  readonly confidence: number;
}

/** The actors of a report and the discourse that they were read from. */
export interface OpenedActors {
  readonly discourse: Discourse;
  readonly actors: ActorReader;
}

export interface PartyReader {
  /** What the phrase stands for; null where it can be no party (a number, a pronoun of a thing). */
  at(head: number): Party | null;
  /** True when the phrase stands for an actor by itself. */
  isActor(head: number): boolean;
  /** The phrase in its own words, as nobody. */
  words(head: number): Party | null;
  /** Whom the words of a span stand for, whatever the tree says; tokens `[first, last)`. */
  span(first: number, last: number): readonly Actor[];
  places(): readonly PlaceReading[];
}

/** The party reader of one sentence. @param text the report's text */
export function partyReader(
  tree: Tree,
  opened: OpenedActors | null,
  text: string,
  timeNouns: ReadonlySet<string>,
): PartyReader {
  const actors = opened?.actors ?? null;
  const known = new Map<number, Party | null>();
  const sentence = tree.sentence.index;
  const readDirect = (head: number): readonly ActorReading[] => actors?.read(sentence, head) ?? [];
  const read = (head: number): Party | null => {
    const token = tree.tokens[head];
    if (token === undefined || isTime(tree, head, timeNouns)) return null;
    const whole = nameBehind(tree, head);
    if (whole >= 0 && !isTime(tree, whole, timeNouns) && readDirect(whole).length > 0) return read(whole);
    const direct = readDirect(head);
    if (direct.length > 0)
      return partyOf(
        direct.map((one) => named(one, sentence, opened, text)),
        head,
        false,
      );
    const owners = actors?.readOwners(sentence, head) ?? [];
    if (owners.length > 0)
      return partyOf(
        owners.map((one) => named(one, sentence, opened, text)),
        head,
        true,
      );
    const inner = numeralOf(tree, head);
    if (inner >= 0) return read(inner);
    if (!isNominal(token) || token.xpos === "WDT" || token.xpos === "WP") return null;
    const byName = actors === null && token.upos === "PROPN";
    return {
      actors: plainActors(tree, head, text),
      head,
      plain: !byName,
      owner: false,
      implied: false,
      confidence: 0.3,
    };
  };
  return {
    at(head) {
      if (!known.has(head)) known.set(head, read(head));
      return known.get(head) ?? null;
    },
    isActor: (head) => (actors === null ? tree.tokens[head]?.upos === "PROPN" : readDirect(head).length > 0),
    words: (head) => ({
      actors: plainActors(tree, head, text),
      head,
      plain: true,
      owner: false,
      implied: false,
      confidence: 0.3,
    }),
    span: (first, last) =>
      (
        actors?.readSpan(sentence, { start: tree.tokens[first]!.start, end: tree.tokens[last - 1]!.end }) ??
        []
      ).map(toActor),
    places: () => actors?.readPlaces(sentence) ?? [],
  };
}

/** True for a word of time, its plural and its abbreviation ("Feb."). */
function isTime(tree: Tree, head: number, timeNouns: ReadonlySet<string>): boolean {
  return (
    timeNouns.has(tree.lower[head]!.replace(".", "")) || timeNouns.has(tree.tokens[head]!.lemma.toLowerCase())
  );
}

/** The name that a noun only describes, where the parser hangs the preposition on that noun ("on Russian ally
 * Belarus"); -1 for none. */
function nameBehind(tree: Tree, head: number): number {
  const { head: whole, upos } = tree.tokens[head]!;
  if (upos !== "NOUN" || whole <= head || tree.relation[head] !== "compound") return -1;
  return tree.tokens[whole]!.upos === "PROPN" && childWith(tree, head, "case") >= 0 ? whole : -1;
}

/** What a number counts: "11 of the prisoners"; -1 where the token is no number or counts nothing. */
function numeralOf(tree: Tree, head: number): number {
  if (tree.tokens[head]!.upos !== "NUM") return -1;
  return tree.children[head]!.find((child) => tree.relation[child] === "nmod") ?? -1;
}

/** The reading with the words that name it in this sentence, where its own are a pronoun. */
function named(
  reading: ActorReading,
  sentence: number,
  opened: OpenedActors | null,
  text: string,
): ActorReading {
  if (opened === null || reading.mention === null || reading.chain < 0) return reading;
  const { mentions, chains } = opened.discourse;
  if (mentions[reading.mention]?.form !== "pronoun") return reading;
  const better = chains[reading.chain]?.mentions.find(
    (id) => mentions[id]!.sentence === sentence && mentions[id]!.form !== "pronoun",
  );
  if (better === undefined) return reading;
  const { start, end } = mentions[better]!;
  return { ...reading, start, end, entityText: text.slice(start, end) };
}

function partyOf(readings: readonly ActorReading[], head: number, owner: boolean): Party {
  let confidence = 1;
  for (const reading of readings) confidence = Math.min(confidence, reading.confidence);
  const implied = readings.every((reading) => reading.basis === "implied");
  return { actors: readings.map(toActor), head, plain: false, owner, implied, confidence };
}

function toActor(reading: ActorReading): Actor {
  const { code, sector, name, id, entityText } = reading;
  const actor = { code, sector, name, id, entityText };
  return reading.start === undefined || reading.end === undefined
    ? actor
    : { ...actor, start: reading.start, end: reading.end };
}

function plainActors(tree: Tree, head: number, text: string): readonly Actor[] {
  return withConjuncts(tree, head)
    .slice(0, 6)
    .map((one) => {
      const { first, last } = phraseOf(tree, one);
      const start = tree.tokens[first]!.start;
      const end = tree.tokens[last - 1]!.end;
      return {
        code: null,
        sector: null,
        name: null,
        id: null,
        entityText: text.slice(start, end),
        start,
        end,
      };
    });
}
