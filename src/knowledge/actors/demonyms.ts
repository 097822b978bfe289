/**
 * A synonym of a state in, whether it is its adjective or its people out, by knowledge/lexicon/en/demonym-endings.
 * It must begin like another name of the state and end as such words do; the longest ending counts.
 */
import { readJsonLines } from "../read-file.ts";

/** One line of demonym-endings.jsonl; examples are "name synonym". */
export interface DemonymEnding {
  readonly id: string;
  readonly ending: string;
  readonly gives: "adjective" | "people";
  readonly source: string;
  readonly examples: readonly string[];
  readonly counterExamples: readonly string[];
}

export type DemonymReader = (name: string, others: readonly string[]) => "adjective" | "people" | null;

/** Letters in which an adjective and its state agree at least. */
const SHARED = 3;

/** The reader over the endings.
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed` */
export function loadDemonymReader(): DemonymReader {
  const endings = readJsonLines<DemonymEnding>("lexicon", "en", "demonym-endings.jsonl");
  const longestFirst = endings.toSorted((a, b) => b.ending.length - a.ending.length);
  return (name, others) => {
    const word = name.toLowerCase();
    if (word.includes(" ")) return null;
    const stem = (other: string) => other.toLowerCase().slice(0, SHARED);
    if (!others.some((other) => stem(other) === word.slice(0, SHARED))) return null;
    return longestFirst.find(({ ending }) => word.endsWith(ending))?.gives ?? null;
  };
}
