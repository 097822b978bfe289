/**
 * Placed clues in, strands out: clues of one report that surely tell of one entry
 * (the same noun, or a pronoun for it), with what identity is decided by.
 */
import { dayNumber } from "../../base/day.ts";
import type { LedgerKind, LedgerParty, LedgerStep } from "../../coding/types.ts";
import type { LedgerLinkTools, PlacedClue } from "./types.ts";

export interface Strand {
  readonly ledger: LedgerKind;
  readonly clues: readonly PlacedClue[];
  readonly kind: string | null;
  /** Parties by what they stand for: ids of persons and organisations, codes of states. */
  readonly by: ReadonlySet<string>;
  readonly on: ReadonlySet<string>;
  /** Mediators and guarantors. */
  readonly others: ReadonlySet<string>;
  /** Those of `by` and `on` that a name or a state stands behind. */
  readonly sureBy: ReadonlySet<string>;
  readonly sureOn: ReadonlySet<string>;
  /** Ids of the persons and organisations among all parties. */
  readonly ids: ReadonlySet<string>;
  readonly words: ReadonlySet<string>;
  /** Proper words and numbers by which it is called ("New START", "2371"), lower case. */
  readonly names: ReadonlySet<string>;
  /** The same without the places where it was made: what tells two that are called differently apart. */
  readonly called: ReadonlySet<string>;
  /** Words of the names of those whom an inquiry is about: a surname alone is enough. */
  readonly persons: ReadonlySet<string>;
  /** Words of the places where it was, lower case. */
  readonly places: ReadonlySet<string>;
  readonly countries: ReadonlySet<string>;
  readonly instrument: string | null;
  readonly steps: readonly LedgerStep[];
  /** First day told, as a number; that of the report where none is. */
  readonly day: number | null;
  /** Day of the report. */
  readonly reportDay: number | null;
  /** The first day is stated, not that of the report. */
  readonly stated: boolean;
  readonly forDay: number | null;
  readonly known: boolean;
  readonly another: boolean;
}

/** The strands of all clues, in the order in which lives are told. */
export function strandsOf(placed: readonly PlacedClue[], tools: LedgerLinkTools): Strand[] {
  const groups = new Map<string, PlacedClue[]>();
  for (const one of placed) {
    const key = keyOf(one);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [one]);
    else known.push(one);
  }
  return [...groups.values()].map((clues) => strandOf(clues, tools)).sort(byTime);
}

function keyOf({ clue, reportId, id }: PlacedClue): string {
  const { ledger, thing } = clue;
  if (thing === null) return id;
  const split = clue.by.length === 1 && clue.on.length === 1 && ledger === PLURAL ? clue.on[0]!.code : "";
  return [reportId, ledger, thing.start, split].join(" ");
}

/** Ledger whose nouns in the plural are parted by their other party. */
const PLURAL: LedgerKind = "agreement";

function strandOf(clues: readonly PlacedClue[], tools: LedgerLinkTools): Strand {
  const all = clues.map(({ clue }) => clue);
  const days = all.flatMap(({ day }) => (day === null ? [] : [day]));
  const stated = days.filter(({ basis }) => basis === "stated" || basis === "near");
  const first = (stated.length > 0 ? stated : days)
    .map(({ endDate }) => dayNumber(endDate))
    .sort((a, b) => a - b)[0];
  const reportDay = clues[0]!.reportDay === null ? null : dayNumber(clues[0]!.reportDay);
  return {
    ledger: all[0]!.ledger,
    clues,
    kind: all.find(({ kind }) => kind !== null && !tools.genericKinds.has(kind))?.kind ?? all[0]!.kind,
    by: keysOf(all.flatMap(({ by }) => by)),
    on: keysOf(all.flatMap(({ on }) => on)),
    others: keysOf(all.flatMap(({ others }) => others.map(({ party }) => party))),
    sureBy: keysOf(all.flatMap(({ by }) => by.filter(isSure))),
    sureOn: keysOf(
      all.flatMap(({ ledger, on }) => on.filter((party) => isSure(party) || isStruck(ledger, party))),
    ),
    ids: new Set(
      all.flatMap(({ by, on }) => [...by, ...on].flatMap(({ id }) => (isStateId(id) ? [] : (id ?? [])))),
    ),
    words: wordsOf(all, tools),
    names: new Set(all.flatMap(namesOf)),
    called: new Set(all.flatMap(calledOf)),
    persons: new Set(all.flatMap(personsOf).flatMap(nameWords)),
    places: new Set(all.flatMap(({ place }) => (place === null ? [] : nameWords(place.name)))),
    countries: new Set(all.flatMap(({ countries }) => countries)),
    instrument: all.find(({ instrument }) => instrument !== null)?.instrument ?? null,
    steps: all.flatMap(({ step }) => step ?? []),
    day: first ?? reportDay,
    reportDay,
    stated: stated.length > 0,
    forDay: all.flatMap(({ forDay }) => (forDay === null ? [] : [dayNumber(forDay.date)]))[0] ?? null,
    known: all.every(({ known }) => known),
    another: all.some(({ another }) => another),
  };
}

const nameWords = (name: string): string[] => name.toLowerCase().split(/[\s-]+/u);

/** Words in capitals and numbers of three digits or more of what it is called, the last word of an agreement ("Treaty")
 * left aside. */
function calledOf({ ledger, instrument }: PlacedClue["clue"]): string[] {
  const words = instrument?.split(/[\s-]+/u) ?? [];
  const own = words.slice(0, ledger === "agreement" && words.length > 1 ? -1 : undefined);
  const isName = (word: string) => /^\p{Lu}.|^\d{3}/u.test(word);
  // "Two bills" at the head of a sentence is no name.
  const isHead = ledger === "measure" && own.length > 1 && !own.slice(1).some(isName);
  const named = own.filter((word, index) => isName(word) && !(isHead && index === 0));
  return [...named, ...initialsOf(own.filter(isName)), ...initialsOf(words.filter(isName))].map((word) =>
    word.toLowerCase(),
  );
}

/** By which a name of three words or more is called as well: "ABM". */
function initialsOf(words: readonly string[]): string[] {
  return words.length < LEAST_INITIALS ? [] : [words.map((word) => word.charAt(0)).join("")];
}

const LEAST_INITIALS = 3;

/** What it is called; for an agreement that is made, the place where it is, too; for an inquiry, the persons whom it is about. */
export function namesOf(clue: PlacedClue["clue"]): string[] {
  const { ledger, place, step } = clue;
  const made = ledger === "agreement" && place !== null && step !== null && MADE.has(step);
  return [...calledOf(clue), ...personsOf(clue), ...(made ? nameWords(place.name) : [])];
}

function personsOf({ ledger, on }: PlacedClue["clue"]): string[] {
  if (ledger !== "inquiry") return [];
  return on.flatMap(({ id, name }) => (isStateId(id) || name === null ? [] : plainName(name)));
}

/** In small letters without marks: reports leave them out. */
const plainName = (name: string) => name.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");

const isStateId = (id: string | null) => id?.startsWith("state/") === true;

const MADE: ReadonlySet<LedgerStep> = new Set<LedgerStep>(["signed", "agreed", "initialled"]);

/** Named, or a state itself: "the Commission" may be taken for another's. */
function isSure({ name, id }: LedgerParty): boolean {
  return name !== null || id !== null;
}

/** "60 Russians": on whom a measure falls is sure by the state alone. */
function isStruck(ledger: LedgerKind, { code }: LedgerParty): boolean {
  return ledger === "measure" && code !== null && code.length === 3 && code !== "IGO";
}

/** Telling words, without those of the kind itself. */
function wordsOf(all: readonly PlacedClue["clue"][], tools: LedgerLinkTools): Set<string> {
  const kinds = new Set(all.flatMap(({ kind }) => (kind === null ? [] : tools.stemsOf(kind))));
  const words = all.flatMap(({ about, instrument }) => tools.stemsOf(`${about ?? ""} ${instrument ?? ""}`));
  return new Set(words.filter((word) => !kinds.has(word)));
}

/** States by code, so that a minister stands for the state; organisations and what has no state by id. */
export function partyKey({ code, id, entityText }: LedgerParty): string {
  return code ?? id ?? entityText.toLowerCase();
}

function keysOf(parties: readonly LedgerParty[]): Set<string> {
  return new Set(parties.map(partyKey));
}

/** By day, then by day of the report; what only adds fields comes last. */
function byTime(a: Strand, b: Strand): number {
  const bare = (strand: Strand) => (strand.steps.length === 0 ? 1 : 0);
  return (
    bare(a) - bare(b) ||
    (a.day ?? 0) - (b.day ?? 0) ||
    (a.reportDay ?? 0) - (b.reportDay ?? 0) ||
    (a.clues[0]!.reportId < b.clues[0]!.reportId
      ? -1
      : a.clues[0]!.reportId > b.clues[0]!.reportId
        ? 1
        : 0) ||
    a.clues[0]!.clue.trigger.start - b.clues[0]!.clue.trigger.start ||
    (a.clues[0]!.id < b.clues[0]!.id ? -1 : 1)
  );
}
