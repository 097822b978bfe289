/**
 * Office holders of the Wikidata export in, term facts out.
 *
 * A position becomes a key of office by knowledge/gazetteer/offices.jsonl; a
 * position that no rule knows is left out. An end that is open there is known
 * to run up to the export, December 2022.
 */
import type { OfficeTitles } from "../../src/knowledge/gazetteer/office-titles.ts";
import type { TermFact } from "./facts.ts";
import { readShared } from "./shared.ts";

interface Holder {
  readonly state_slug: string;
  readonly position: string;
  readonly person: string;
  readonly person_qid: string | null;
  readonly start: string | null;
  readonly end: string | null;
}

interface Person {
  readonly qid: string;
  readonly gender: string;
}

const EXPORTED = "2022-12";
/** Slugs that are not the name of their state. */
const SLUGS: Readonly<Record<string, string>> = {
  us: "USA",
  uk: "GBR",
  "united-kingdom": "GBR",
  saudi: "SAU",
  "south-korea": "KOR",
  "north-korea": "PRK",
  "south-africa": "ZAF",
};

/** Gender by Wikidata id, where it is male or female. */
export function readGenders(): Map<string, string> {
  const genders = new Map<string, string>();
  for (const { qid, gender } of readShared<Person>("names/people.jsonl.gz"))
    if (gender === "male" || gender === "female") genders.set(qid, gender);
  return genders;
}

const DATE = /^\d{4}(?:-\d{2}){0,2}$/;

/** True for dates in order; the export has a few that are not. */
function isSound(start: string | null, end: string | null): start is string {
  if (start === null || !DATE.test(start)) return false;
  if (end === null) return true;
  const length = Math.min(start.length, end.length);
  return DATE.test(end) && start.slice(0, length) <= end.slice(0, length);
}

/** The name as reports write it: without a peerage or a comma before "Jr.", the surname last. Null for a name in
 * another script. */
function plainName(name: string): string | null {
  if (/\p{Script=Cyrillic}|\p{Script=Arabic}|\p{Script=Han}/u.test(name)) return null;
  return name
    .replace(/, (?:Jr|Sr)\b/, " Jr")
    .replace(/, (?:\d+\w+ )?(?:Baron|Baroness|Viscount|Earl|Lord|Lady)\b.*$/, "")
    .replace(/ \(.*\)$/, "")
    .replace(/^([^,]+), ([^,]+)$/, "$2 $1");
}

/** Terms of the export; positions that no rule knows are counted in `unknown`. */
export function readHolders(
  titles: OfficeTitles,
  stateOf: (name: string) => string | null,
  unknown: Map<string, number>,
): TermFact[] {
  const facts: TermFact[] = [];
  for (const holder of readShared<Holder>("names/office-holders.jsonl.gz")) {
    const body = SLUGS[holder.state_slug] ?? stateOf(holder.state_slug.replaceAll("-", " "));
    const key = body === null ? null : titles.keyOf(holder.position, body);
    const person = plainName(holder.person);
    if (body === null || key === null || person === null || !isSound(holder.start, holder.end)) {
      const name = `${holder.state_slug}: ${holder.position}`;
      unknown.set(name, (unknown.get(name) ?? 0) + 1);
      continue;
    }
    facts.push({
      person,
      qid: holder.person_qid,
      office: key.office,
      title: holder.position,
      body,
      start: holder.start,
      end: holder.end ?? "",
      seen: holder.end === null ? EXPORTED : "",
      source: "wikidata",
    });
  }
  return facts;
}
