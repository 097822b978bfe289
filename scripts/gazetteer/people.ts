/**
 * Terms of office in, persons with rank, names and terms out.
 *
 * Terms are of one person where the Wikidata id or, within one body, the name
 * agrees. Rank 1: heads of state or government; 2: foreign and defence
 * ministers, vice presidents, heads of organisations; 3: other offices of note and whoever is written by hand;
 * 4: the rest, and whoever left office long ago (found by full name only).
 */
import { keyOf } from "../../src/knowledge/gazetteer/pieces.ts";
import type { NameFact, TermFact } from "./facts.ts";

/** Offices of rank 1 to 3 by key; a key that ends in ":" stands for all that begin so. */
const RANKS: Readonly<Record<string, number>> = {
  "head-of-state": 1,
  "head-of-government": 1,
  "supreme-leader": 1,
  "foreign-minister": 2,
  "defence-minister": 2,
  "crown-prince": 2,
  "deputy-head-of-state": 2,
  "chief-executive": 2,
  "finance-minister": 3,
  "interior-minister": 3,
  "deputy-head-of-government": 3,
  "un-ambassador": 3,
  "national-security-adviser": 3,
  "central-bank-governor": 3,
  "national-leader": 3,
};
/** A term that ended before this year no longer lets a surname stand alone; presidents and premiers keep theirs. */
const RECENT = "1995";

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly gender: string;
  readonly rank: number;
  readonly last: string;
  readonly facts: NameFact | null;
  /** Names under which the sources know the person, without the first. */
  readonly aliases: readonly string[];
  readonly terms: readonly TermFact[];
}

function rankOf(term: TermFact): number {
  const rank = RANKS[term.office] ?? (term.source === "hand" ? 3 : 4);
  const end = term.end === "" ? term.seen : term.end;
  return end < RECENT && rank > 1 ? 4 : rank;
}

export function slugOf(name: string): string {
  return keyOf(name)
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");
}

/** Persons of the terms, most prominent first. */
export function gatherPeople(
  terms: readonly TermFact[],
  names: ReadonlyMap<string, NameFact>,
  genderOf: ReadonlyMap<string, string>,
): Person[] {
  const groups = new Map<string, TermFact[]>();
  for (const term of terms) {
    const key = term.qid ?? slugOf(term.person);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [term]);
    else group.push(term);
  }
  const people: Person[] = [];
  for (const [key, group] of groups) {
    const named = group.find((term) => term.source === "hand") ?? group[0]!;
    const name = named.person;
    const facts = names.get(name) ?? null;
    const aliases = [...new Set(group.map((term) => term.person))].filter(
      (other) => keyOf(other) !== keyOf(name),
    );
    const last = group
      .map((term) => (term.end === "" ? term.seen : term.end))
      .sort()
      .at(-1)!;
    const gender = facts?.gender || (genderOf.get(key) ?? "");
    const rank = Math.min(...group.map(rankOf));
    people.push({ id: `person/${key}`, name, gender, rank, last, facts, aliases, terms: group });
  }
  people.sort((a, b) => a.rank - b.rank || compare(b.last, a.last) || compare(a.id, b.id));
  return people;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
