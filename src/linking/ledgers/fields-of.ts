/** Clues of one entry in, its fields out, each value with the clues that say so; figures that differ stand side by side. */
import type { LedgerKind, LedgerParty, LedgerStep } from "../../coding/types.ts";
import { unique } from "./life-of.ts";
import { mends } from "./mending.ts";
import { partyKey } from "./strands.ts";
import type {
  ClueValue,
  EntryParty,
  EntryRole,
  Figure,
  LedgerDisagreement,
  LedgerLinkTools,
  PlacedClue,
} from "./types.ts";

export interface Fields {
  readonly kind: string | null;
  readonly parties: readonly ClueValue<EntryParty>[];
  readonly about: readonly ClueValue<string>[];
  readonly instrument: ClueValue<string> | null;
  readonly place: ClueValue<string> | null;
  readonly figures: readonly ClueValue<Figure>[];
  readonly conditions: readonly ClueValue<string>[];
  readonly disagreements: readonly LedgerDisagreement[];
}

/** The fields of an entry. */
export function fieldsOf(ledger: LedgerKind, clues: readonly PlacedClue[], tools: LedgerLinkTools): Fields {
  const figures = tally(clues, ({ clue }) => clue.figures.map(({ value, unit }) => ({ value, unit })));
  const about = tally(clues, ({ clue }) => clue.about ?? []);
  return {
    kind: kindOf(ledger, clues, tools),
    parties: partiesOf(ledger, clues),
    about: byShare(about, tools),
    instrument: tally(clues, ({ clue }) => clue.instrument ?? [])[0] ?? null,
    place: placeOf(ledger === "contact" ? heldFirst(clues) : clues),
    figures,
    conditions: tally(clues, ({ clue }) => clue.conditions.map(({ text }) => text)),
    disagreements: differing(figures, clues),
  };
}

/** The clues that tell where a contact was held, where any does: it may have been planned for another place. */
function heldFirst(clues: readonly PlacedClue[]): readonly PlacedClue[] {
  const held = clues.filter(({ clue }) => clue.step === HELD && clue.place !== null);
  return held.length > 0 ? held : clues;
}

const HELD: LedgerStep = "held";

/** The place told most; a whole state only where no place in it is told, where a report comes from only where none is told. */
function placeOf(clues: readonly PlacedClue[]): ClueValue<string> | null {
  const told = tally(clues, ({ clue }) =>
    clue.place?.wide === true || clue.place?.here === true ? [] : (clue.place?.name ?? []),
  );
  if (told[0] !== undefined) return told[0];
  const near = tally(clues, ({ clue }) => (clue.place?.wide === true ? [] : (clue.place?.name ?? [])));
  return near[0] ?? tally(clues, ({ clue }) => clue.place?.name ?? [])[0] ?? null;
}

/** The words that say most of what all clues say first, of alike ones the longer. */
function byShare(told: readonly ClueValue<string>[], tools: LedgerLinkTools): readonly ClueValue<string>[] {
  const stems = new Map(told.map((one) => [one, new Set(tools.stemsOf(one.value))]));
  const times = (stem: string) =>
    told.reduce((sum, one) => sum + (stems.get(one)!.has(stem) ? one.clues.length : 0), 0);
  const share = (one: ClueValue<string>) => [...stems.get(one)!].reduce((sum, stem) => sum + times(stem), 0);
  return told.toSorted(
    (a, b) => share(b) - share(a) || b.value.length - a.value.length || (a.value < b.value ? -1 : 1),
  );
}

/** The most telling kind: for contacts by rank, else the one most told, generic ones last. */
function kindOf(ledger: LedgerKind, clues: readonly PlacedClue[], tools: LedgerLinkTools): string | null {
  const kinds = tally(clues, ({ clue }) => clue.kind ?? []);
  if (ledger === "contact") {
    const rank = (kind: string) => tools.contactKinds.indexOf(kind);
    const told = kinds.toSorted((a, b) => rank(a.value) - rank(b.value))[0]?.value ?? null;
    // "had spoken with": where no word and no place says that they met, they were on the line.
    const isMet = clues.some(({ clue }) => clue.place !== null);
    return told ?? (isMet ? (tools.contactKinds.at(-1) ?? null) : tools.callKind);
  }
  const generic = (kind: string) => Number(tools.genericKinds.has(kind));
  return kinds.toSorted((a, b) => generic(a.value) - generic(b.value))[0]?.value ?? null;
}

/** One person whom fewer clues give to another state. */
function isElsewhereOf(one: ClueValue<EntryParty>, all: readonly ClueValue<EntryParty>[]): boolean {
  const { role, name, code } = one.value;
  return (
    name !== null &&
    all.some(
      ({ value, clues }) =>
        value.role === role &&
        value.name === name &&
        value.code !== code &&
        value.code !== null &&
        clues.length > one.clues.length,
    )
  );
}

/** Parties by role, those told most first. Who is named outranks who is only described. */
function partiesOf(ledger: LedgerKind, clues: readonly PlacedClue[]): readonly ClueValue<EntryParty>[] {
  const found = new Map<string, { value: EntryParty; clues: string[] }>();
  const add = (role: EntryRole, party: LedgerParty, id: string) => {
    const { code, sector, name, office } = party;
    const isOwn =
      party.id?.startsWith("person/") || (ledger === "contact" && !party.id?.startsWith("state/"));
    const key = `${role} ${isOwn ? (party.id ?? partyKey(party)) : partyKey(party)}`;
    const known = found.get(key);
    if (known === undefined)
      found.set(key, { value: { role, code, sector, name, id: party.id, office }, clues: [id] });
    else {
      if (!known.clues.includes(id)) known.clues.push(id);
      if (known.value.name === null && name !== null)
        known.value = { ...known.value, name, id: party.id, office };
    }
  };
  const founding = clues.filter(({ clue }) => clue.step !== null && !LATER.has(clue.step));
  for (const { clue, id } of clues) {
    for (const { role, party } of clue.others) add(role, party, id);
    // Two sides restore relations that one broke.
    if (mends(clue.kind, clue.step)) continue;
    if (ledger === "measure" || ledger === "inquiry") {
      for (const party of clue.by) add("by", party, id);
      for (const party of clue.on) add("on", party, id);
    } else {
      const counts =
        (founding.length === 0 && !(clue.step === RATIFIED && clue.kind === ACCESSION)) ||
        clue.step === null ||
        !LATER.has(clue.step) ||
        ledger === "contact";
      // What those who met spoke of tells nobody more who met.
      const isTopic = ledger === "contact" && clue.step === null && founding.length > 0;
      if (counts && !isTopic) for (const party of clue.by) add("party", party, id);
      for (const party of clue.on) add("party", party, id);
    }
  }
  const told = [...found.values()].map(({ value, clues: ids }) => ({ value, clues: unique(ids) }));
  const roles = isMadeByHelpers(told) ? told.filter(({ value }) => value.role !== "mediator") : told;
  const helpers = new Set(
    roles.flatMap(({ value }) =>
      value.role === "mediator" || value.role === "guarantor" ? (value.code ?? []) : [],
    ),
  );
  return roles
    .filter(({ value }) => value.code !== null || value.name !== null)
    .filter(
      ({ value }) =>
        !(value.role === "party" && value.code !== null && helpers.has(value.code) && value.code !== "IGO"),
    )
    .filter((one) => !isDescribed(one, roles))
    .filter((one) => ledger !== "inquiry" || !isElsewhereOf(one, roles))
    .filter((one) => (ledger !== "contact" && ledger !== "inquiry") || !isSameState(one, roles))
    .toSorted(
      (a, b) => b.clues.length - a.clues.length || ((a.value.code ?? "") < (b.value.code ?? "") ? -1 : 1),
    );
}

/** "A and B agreed on a truce in C", brokered by A and B: who makes it all alone does not stand between others. */
function isMadeByHelpers(roles: readonly ClueValue<EntryParty>[]): boolean {
  const codes = (role: EntryRole) =>
    new Set(roles.flatMap(({ value }) => (value.role === role ? (value.code ?? []) : [])));
  const [parties, helpers] = [codes("party"), codes("mediator")];
  return parties.size > 1 && [...parties].every((code) => helpers.has(code));
}

/** Others than the two parties ratify an accession. */
const RATIFIED = "ratified";
const ACCESSION = "accession";

/** Steps that parties take later, alone: they found nothing. */
const LATER: ReadonlySet<string> = new Set([
  "ratified",
  "rejected",
  "breached",
  "suspended",
  "resumed",
  "extended",
  "in force",
  "ended",
]);

type Told = ClueValue<EntryParty>;

/** A party that is only described ("the Commission") beside others of its role that are named. */
function isDescribed(one: Told, all: readonly Told[]): boolean {
  if (one.value.name !== null || one.value.role === "party") return false;
  return all.some(
    (other) =>
      other !== one &&
      other.value.role === one.value.role &&
      other.value.name !== null &&
      other.clues.length > one.clues.length,
  );
}

/** In a contact a state beside its own minister is the same side. */
function isSameState(one: Told, all: readonly Told[]): boolean {
  if (one.value.id?.startsWith("person/") === true) return false;
  return all.some(
    (other) =>
      other.value.role === one.value.role &&
      other.value.code === one.value.code &&
      other.value.id?.startsWith("person/") === true,
  );
}

/** Distinct values with their clues, most told first, then by their words. */
function tally<T>(
  clues: readonly PlacedClue[],
  read: (placed: PlacedClue) => T | readonly T[],
): ClueValue<T>[] {
  const found = new Map<string, { value: T; clues: string[] }>();
  for (const placed of clues) {
    for (const value of [read(placed)].flat() as T[]) {
      const key = JSON.stringify(value);
      const known = found.get(key);
      if (known === undefined) found.set(key, { value, clues: [placed.id] });
      else if (!known.clues.includes(placed.id)) known.clues.push(placed.id);
    }
  }
  return [...found.entries()]
    .toSorted(([x, a], [y, b]) => b.clues.length - a.clues.length || (x < y ? -1 : 1))
    .map(([, { value, clues: ids }]) => ({ value, clues: unique(ids) }));
}

/** Figures of one unit with several values that different reports give. */
function differing(
  figures: readonly ClueValue<Figure>[],
  clues: readonly PlacedClue[],
): LedgerDisagreement[] {
  const reportOf = new Map(clues.map(({ id, reportId }) => [id, reportId]));
  const byUnit = Map.groupBy(figures, ({ value }) => value.unit);
  return [...byUnit].flatMap(([unit, values]) => {
    const told = values.map((one) => ({
      value: String(one.value.value),
      clues: one.clues,
      reports: unique(one.clues.flatMap((id) => reportOf.get(id) ?? [])),
    }));
    const differs = told.some((a) =>
      told.some((b) => a !== b && !a.reports.some((report) => b.reports.includes(report))),
    );
    return differs ? [{ field: `figures/${unit}`, values: told }] : [];
  });
}
