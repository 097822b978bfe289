/**
 * The hand-written facts under facts/ in, terms and names out.
 *
 * A line "@body office title" opens an office; the lines after it are its
 * holders in order, "Name;start;end". Without an end a term ends the day the
 * next one starts, unless many hold the office at a time; the last one, and one
 * that ends with "+", is open: known to run up to LAST_KNOWN.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FACTS = new URL("./facts/", import.meta.url);

/** Month up to which an open term of these files is known to run. */
export const LAST_KNOWN = "2025-11";

/** Offices that many hold at a time. */
const SHARED = new Set(["legislator", "minister", "deputy-foreign-minister", "opposition-leader", "adviser"]);

export interface TermFact {
  readonly person: string;
  /** Wikidata id of the person, or null. */
  readonly qid: string | null;
  readonly office: string;
  readonly title: string;
  /** Entry id, or an ISO code for a state. */
  readonly body: string;
  readonly start: string;
  readonly end: string;
  readonly seen: string;
  readonly source: string;
}

export interface NameFact {
  readonly gender: string;
  /** Null where the build is to find it. */
  readonly surnames: readonly string[] | null;
  readonly names: readonly string[];
}

function linesOf(file: string): string[] {
  const text = readFileSync(fileURLToPath(new URL(file, FACTS)), "utf8");
  return text.split("\n").filter((line) => line !== "" && !line.startsWith("#"));
}

/** Terms of all facts/*.txt that open with "@", in order. */
export function readTermFacts(): TermFact[] {
  const files = readdirSync(fileURLToPath(FACTS)).sort();
  const facts: TermFact[] = [];
  for (const file of files) {
    if (file.endsWith(".txt") && linesOf(file)[0]?.startsWith("@")) facts.push(...readTermFile(file));
  }
  return facts;
}

function endOf(start: string, end: string): { end: string; seen: string } {
  if (end !== "" && end !== "+") return { end, seen: "" };
  return { end: "", seen: start > LAST_KNOWN ? start : LAST_KNOWN };
}

function readTermFile(file: string): TermFact[] {
  const facts: TermFact[] = [];
  let head: { body: string; office: string; title: string } | null = null;
  let follows = false;
  for (const line of linesOf(file)) {
    if (line.startsWith("@")) {
      const [body, office, ...title] = line.slice(1).split(" ");
      head = { body: body!, office: office!, title: title.join(" ") };
      follows = false;
      continue;
    }
    const [person, start = "", end = ""] = line.split(";");
    if (head === null || person === undefined) throw new Error(`${file}: ${line}: no office before it`);
    const last = facts.at(-1);
    if (follows && last !== undefined) facts[facts.length - 1] = { ...last, end: start, seen: "" };
    facts.push({ ...head, person, qid: null, start, ...endOf(start, end), source: "hand" });
    follows = end === "" && !SHARED.has(head.office);
  }
  return facts;
}

/** What names.txt says of persons, by name. */
export function readNameFacts(): Map<string, NameFact> {
  const facts = new Map<string, NameFact>();
  for (const line of linesOf("names.txt")) {
    const [name, gender = "", surnames = "", names = ""] = line.split(";");
    facts.set(name!, {
      gender,
      surnames: surnames === "" ? null : surnames.split("|"),
      names: names === "" ? [] : names.split("|"),
    });
  }
  return facts;
}

/** Groups of spellings of one given name. */
export function readGivenNames(): string[][] {
  return linesOf("given-names.txt").map((line) => line.split(" "));
}

/** Words of a list, blanks between them. */
export function readWords(file: string): string[] {
  return linesOf(file).flatMap((line) => line.split(" "));
}
