/**
 * The gazetteer: tables of knowledge/gazetteer in, the Gazetteer of types.ts out.
 *
 * States, territories, organisations, places and persons with their names,
 * and dated terms of office. Loading reads the files; what is in them is made
 * out when it is first asked for. The search is name-index.ts, entries are
 * entry-store.ts, terms terms.ts, titles office-titles.ts. Who is meant among
 * several candidates is decided by coding and language.
 */
import type { OwnActors } from "../actors/types.ts";
import type { Gazetteer } from "../types.ts";
import { bytesOf } from "./byte-text.ts";
import { EntryStore } from "./entry-store.ts";
import { NAME_COLUMNS } from "./name-file.ts";
import { NameIndex } from "./name-index.ts";
import { OfficeTitles } from "./office-titles.ts";
import { addEntries, termLines } from "./own-entries.ts";
import { stateNamed } from "./state-named.ts";
import { readBytes } from "./table.ts";
import { TERM_COLUMNS, Terms } from "./terms.ts";

/** Id of the body that is given by code or by id. */
function bodyOf(of: string, entries: EntryStore): string {
  if (of.includes("/")) return of;
  return entries.entry(`state/${of}`) === null ? `territory/${of}` : `state/${of}`;
}

/** The gazetteer, ready to match.
 * @param actors actors of the user's own, which come before those of the tables
 * @throws Fault `knowledge/gazetteer-table` when a table is missing or malformed */
export function loadGazetteer(actors: OwnActors | null = null): Gazetteer {
  const names = new NameIndex(readBytes("names.tsv", NAME_COLUMNS));
  const entries = new EntryStore();
  if (actors !== null) addEntries(actors, entries, names);
  const titles = new OfficeTitles((name) =>
    stateNamed(name, { match: (words) => names.match(words), entry: (id) => entries.entry(id) }),
  );
  const own = actors === null ? "" : termLines(actors, entries, titles);
  const terms = new Terms(
    readBytes("terms.tsv", TERM_COLUMNS) + bytesOf(own),
    (body) => entries.entry(body)?.code ?? "",
  );
  return Object.freeze({
    match: (words) => names.match(words),
    entry: (id) => entries.entry(id),
    terms: (personId) => terms.of(personId),
    holders: (of, office, day) => {
      const body = bodyOf(of, entries);
      const found = terms.holders(body, office, day);
      if (found.length > 0 || office !== "head-of-government" || !entries.hasOneHead(body)) return found;
      return terms.holders(body, "head-of-state", day);
    },
    office: (title, of) => titles.keyOf(title, of),
  } satisfies Gazetteer);
}
