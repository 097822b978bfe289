/**
 * One reader per table of the gazetteer: a row in, its names for the index and its entry out.
 *
 * The readers stand in the order in which candidates are given: states and
 * territories, organisations, places, persons. What a name's mark means is
 * said in name-index.ts.
 */
import type { Sector } from "../ontology.generated.ts";
import type { GazetteerEntry, GazetteerKind, NameUse } from "../types.ts";
import type { NameIndex } from "./name-index.ts";
import { listOf, type Row } from "./table.ts";

/** How one table is read. */
export interface EntryReader {
  readonly file: string;
  readonly columns: readonly string[];
  /** Files all names of the row. */
  fileNames(row: Row, names: NameIndex): void;
  entry(row: Row): GazetteerEntry;
}

/** Where an entry comes from. */
export interface EntrySource {
  readonly reader: EntryReader;
  readonly row: Row;
}

/** Highest rank of persons who are also found by surname alone; 1 is a head of state or government. */
const SURNAME_RANK = 3;

const EMPTY = { sector: null, state: null, gender: null, lat: null, lon: null } as const;

function fileAll(names: NameIndex, cell: string | undefined, id: string, use: NameUse): void {
  for (const name of listOf(cell)) names.add(name, id, use);
}

function unmarked(name: string): string {
  return /^[=~?]/.test(name) ? name.slice(1) : name;
}

export const STATE_COLUMNS: readonly string[] =
  "id kind code sector heads name names abbreviations adjectives people capitals seats source".split(" ");

const STATES: EntryReader = {
  file: "states.tsv",
  columns: STATE_COLUMNS,
  fileNames(row, names) {
    const [id, , , , , name, more, abbreviations, adjectives, people, capitals, seats] = row as string[];
    names.add(name!, id!, "name");
    fileAll(names, more, id!, "name");
    fileAll(names, abbreviations, id!, "abbreviation");
    fileAll(names, adjectives, id!, "adjective");
    fileAll(names, people, id!, "people");
    fileAll(names, capitals, id!, "seat");
    fileAll(names, seats, id!, "seat");
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
  columns: "id code sector state outlet name names abbreviations source".split(" "),
  fileNames(row, names) {
    const [id, , , , , name, more, abbreviations] = row as string[];
    names.add(name!, id!, "name");
    fileAll(names, more, id!, "name");
    fileAll(names, abbreviations, id!, "abbreviation");
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
  fileNames(row, names) {
    const [id, , , name, more, adjectives] = row as string[];
    names.add(name!, id!, "name");
    fileAll(names, more, id!, "name");
    fileAll(names, adjectives, id!, "adjective");
  },
  entry(row) {
    const [id, , state, name, , , lat, lon] = row as string[];
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
    };
  },
};

const PEOPLE: EntryReader = {
  file: "people.tsv",
  columns: "id code rank gender name names surname source".split(" "),
  fileNames(row, names) {
    const [id, , rank, , name, more, surname] = row as string[];
    names.add(name!, id!, "name");
    fileAll(names, more, id!, "name");
    if (Number(rank) <= SURNAME_RANK) fileAll(names, surname, id!, "surname");
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
const NON_STATE: ReadonlySet<string> = new Set(["IGO", "NGO", "IMG", "ISM", "MNC"]);

export const ENTRY_READERS: readonly EntryReader[] = [STATES, ORGANISATIONS, PLACES, PEOPLE];

/** States whose head of state is also the head of government ("one" in the column `heads`). */
export function hasOneHead(source: EntrySource | undefined): boolean {
  return source !== undefined && source.reader === STATES && source.row[4] === "one";
}
