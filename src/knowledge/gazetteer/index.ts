/**
 * The gazetteer: tables of knowledge/gazetteer in, the Gazetteer of types.ts out.
 *
 * States, territories, organisations, places and persons with their names,
 * and dated terms of office. Entries are made when asked for; the search is
 * name-index.ts, the terms are terms.ts. It reads six files and keeps no state
 * between calls; who is meant is decided by coding and language.
 */
import type { Gazetteer, GazetteerEntry } from "../types.ts";
import { ENTRY_READERS, type EntrySource, hasOneHead } from "./entries.ts";
import { NameIndex } from "./name-index.ts";
import { OfficeTitles } from "./office-titles.ts";
import { readTable } from "./table.ts";
import { TERM_COLUMNS, Terms } from "./terms.ts";

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Code of the state that all the words name, an article aside, or null. */
function stateNamed(
  name: string,
  names: NameIndex,
  entry: (id: string) => GazetteerEntry | null,
): string | null {
  const words = name.split(" ").map(capitalised);
  const found = names.match(words).find(({ last }) => last === words.length);
  if (found === undefined || found.first > 1 || (found.first === 1 && words[0]!.length !== 3)) return null;
  const best = entry(found.candidates[0]!.id);
  return best !== null && (best.kind === "state" || best.kind === "territory") ? best.code : null;
}

/** The gazetteer, ready to match.
 * @throws Fault `knowledge/gazetteer-table` when a table is missing or malformed */
export function loadGazetteer(): Gazetteer {
  const names = new NameIndex();
  const sources = new Map<string, EntrySource>();
  for (const reader of ENTRY_READERS)
    for (const row of readTable(reader.file, reader.columns)) {
      sources.set(row[0]!, { reader, row });
      reader.fileNames(row, names);
    }
  const entry = (id: string): GazetteerEntry | null => {
    const source = sources.get(id);
    return source === undefined ? null : source.reader.entry(source.row);
  };
  const terms = new Terms(readTable("terms.tsv", TERM_COLUMNS), (body) => entry(body)?.code ?? "");
  const titles = new OfficeTitles((name) => stateNamed(name, names, entry));
  return Object.freeze({
    match: (words: readonly string[]) => names.match(words),
    entry,
    terms: (personId: string) => terms.of(personId),
    holders: (of, office, day) => {
      const body = of.includes("/") ? of : `state/${of}`;
      const found = terms.holders(body, office, day);
      if (found.length > 0 || office !== "head-of-government" || !hasOneHead(sources.get(body))) return found;
      return terms.holders(body, "head-of-state", day);
    },
    office: (title, of) => titles.keyOf(title, of),
  } satisfies Gazetteer);
}
