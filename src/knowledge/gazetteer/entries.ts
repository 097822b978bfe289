/**
 * One reader per table of the gazetteer: a row in, its names for the index and its entry out.
 *
 * The readers stand in the order in which candidates are given: states and
 * territories, organisations, places, persons. What a name's mark means is
 * said in name-index.ts.
 */
import type { Sector } from "../ontology.generated.ts";
import type { GazetteerEntry, GazetteerKind, NameUse } from "../types.ts";
import { unmarked } from "./name-rules.ts";
import { listOf, type Row } from "./table.ts";

/** A name of an entry, its mark before it, and how it names the entry. */
export interface Named {
  readonly name: string;
  readonly use: NameUse;
}

/** How one table is read. */
export interface EntryReader {
  readonly file: string;
  readonly columns: readonly string[];
  /** All names of the row with their marks. */
  names(row: Row): Named[];
  entry(row: Row): GazetteerEntry;
}

/** Highest rank of persons who are also found by surname alone; 1 is a head of state or government. */
const SURNAME_RANK = 3;

const EMPTY = { sector: null, state: null, gender: null, lat: null, lon: null } as const;

function named(use: NameUse, ...cells: readonly (string | undefined)[]): Named[] {
  return cells.flatMap((cell) => listOf(cell).map((name) => ({ name, use })));
}

export const STATE_COLUMNS: readonly string[] =
  "id kind code sector heads name names abbreviations adjectives people capitals seats source".split(" ");

const STATES: EntryReader = {
  file: "states.tsv",
  columns: STATE_COLUMNS,
  names(row) {
    const [, , , , , name, more, abbreviations, adjectives, people, capitals, seats] = row;
    return [
      ...named("name", name, more),
      ...named("abbreviation", abbreviations),
      ...named("adjective", adjectives),
      ...named("people", people),
      ...named("seat", capitals, seats),
    ];
  },
  entry(row) {
    const [id, kind, code, sector, , name] = row as string[];
    return {
      ...EMPTY,
      id: id!,
      kind: kind as GazetteerKind,
      name: unmarked(name!),
      code: code!,
      sector: sector === "" ? null : (sector as Sector),
      state: code!,
    };
  },
};

const ORGANISATIONS: EntryReader = {
  file: "organisations.tsv",
  columns: "id code sector state outlet name names abbreviations seats source".split(" "),
  names(row) {
    const [, , , , , name, more, abbreviations, seats] = row;
    return [...named("name", name, more), ...named("abbreviation", abbreviations), ...named("seat", seats)];
  },
  entry(row) {
    const [id, code, sector, state, outlet, name] = row as string[];
    return {
      ...EMPTY,
      id: id!,
      kind: "organisation",
      name: unmarked(name!),
      code: code === "" ? null : code!,
      sector: sector === "" ? null : (sector as Sector),
      state: state === "" ? null : state!,
      ...(outlet === "" ? {} : { outlet: true }),
    };
  },
};

const PLACES: EntryReader = {
  file: "places.tsv",
  columns: "id type state name names adjectives lat lon source".split(" "),
  names(row) {
    const [, , , name, more, adjectives] = row;
    return [...named("name", name, more), ...named("adjective", adjectives)];
  },
  entry(row) {
    const [id, type, state, name, , , lat, lon] = row as string[];
    const code = state === "" ? null : state!;
    return {
      ...EMPTY,
      id: id!,
      kind: "place",
      name: unmarked(name!),
      code,
      state: code,
      lat: lat === "" ? null : Number(lat),
      lon: lon === "" ? null : Number(lon),
      ...(type === "region" ? { region: true } : {}),
    };
  },
};

const PEOPLE: EntryReader = {
  file: "people.tsv",
  columns: "id code rank gender name names surname source".split(" "),
  names(row) {
    const [, , rank, , name, more, surnames] = row;
    return [
      ...named("name", name, more),
      ...(Number(rank) <= SURNAME_RANK ? named("surname", surnames) : []),
    ];
  },
  entry(row) {
    const [id, code, , gender, name, , surnames] = row as string[];
    const state = code === undefined || code.length !== 3 || NON_STATE.has(code) ? null : code;
    const surname = listOf(surnames)[0];
    return {
      ...EMPTY,
      id: id!,
      kind: "person",
      name: unmarked(name!),
      code: code === "" ? null : code!,
      state,
      gender: gender === "" ? null : (gender as "male" | "female"),
      ...(surname === undefined ? {} : { surname: unmarked(surname) }),
    };
  },
};

/** PLOVER's codes for what belongs to no state. */
export const NON_STATE: ReadonlySet<string> = new Set(["IGO", "NGO", "IMG", "ISM", "MNC"]);

export const ENTRY_READERS: readonly EntryReader[] = [STATES, ORGANISATIONS, PLACES, PEOPLE];
