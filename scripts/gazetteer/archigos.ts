/**
 * Leaders of states since 1945 (Archigos) in, term facts out: the effective
 * leader, whatever the office, and only where the source links to a full name.
 */
import { readWords, type TermFact } from "./facts.ts";
import { readShared } from "./shared.ts";

interface Archigos {
  readonly idacr: string;
  readonly leader: string;
  readonly start: string;
  readonly end: string;
  readonly exit: string;
  readonly dbpedia: string;
}

/** ISO codes by code of the Correlates of War, where they differ. */
function readCodes(): Map<string, string> {
  const words = readWords("cow-codes.txt");
  return new Map(words.flatMap((word, at) => (at % 2 === 0 ? [[word, words[at + 1]!] as const] : [])));
}

/** Effective leaders since 1945 whose full name the source links to. */
export function readArchigos(known: ReadonlySet<string>): TermFact[] {
  const codes = readCodes();
  return readShared<Archigos>("names/leaders/archigos_4.1_leaders.jsonl.gz").flatMap((leader) => {
    const body = codes.get(leader.idacr) ?? (known.has(leader.idacr) ? leader.idacr : null);
    const link = leader.dbpedia.split("/").at(-1)!;
    const person = decodeURIComponent(link)
      .replaceAll("_", " ")
      .replace(/ \(.*\)$/, "");
    if (body === null || leader.dbpedia === "NA" || leader.end < "1945" || !person.includes(" ")) return [];
    const open = leader.exit === "Still in Office";
    return [
      {
        person,
        qid: null,
        office: "national-leader",
        title: "Leader",
        body,
        start: leader.start,
        end: open ? "" : leader.end,
        seen: open ? "2015-12" : "",
        source: "archigos",
      },
    ];
  });
}
