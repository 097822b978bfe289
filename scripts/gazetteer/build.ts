/**
 * Builds knowledge/gazetteer/people.tsv and terms.tsv: `node scripts/gazetteer/build.ts`.
 *
 * In go the facts written by hand (facts/) and those of ../shared/data/names,
 * without which it refuses to run. States, organisations and places are kept
 * by hand in their tables and only read here.
 */
import { writeFileSync } from "node:fs";
import { knowledgePath } from "../../src/knowledge/dir.ts";
import { STATE_COLUMNS } from "../../src/knowledge/gazetteer/entries.ts";
import { loadGazetteer } from "../../src/knowledge/gazetteer/index.ts";
import { nameFile } from "../../src/knowledge/gazetteer/name-file.ts";
import { OfficeTitles } from "../../src/knowledge/gazetteer/office-titles.ts";
import { fold } from "../../src/knowledge/gazetteer/pieces.ts";
import { stateNamed } from "../../src/knowledge/gazetteer/state-named.ts";
import { readTable } from "../../src/knowledge/gazetteer/table.ts";
import { readArchigos } from "./archigos.ts";
import { readGivenNames, readNameFacts, readTermFacts, type TermFact } from "./facts.ts";
import { readCabinets, readForeignMinisters, readHeads2026, readWorldLeaders } from "./lists.ts";
import { adoptIds, carryOn, fillGaps, mergeTerms } from "./merge.ts";
import { SURNAME_FIRST, spellingsOf, surnamesOf } from "./names.ts";
import { ordinaryWords } from "./ordinary.ts";
import { gatherPeople, type Person } from "./people.ts";
import { hasShared } from "./shared.ts";
import { readGenders, readHolders } from "./wikidata.ts";

if (!hasShared()) throw new Error("../shared/data/names is not there: the stored tables stay as they are.");

const GIVEN = 4;
const gazetteer = loadGazetteer();

const stateOf = (name: string) => stateNamed(name, gazetteer);
/** The code of a state, null for a territory: its own cabinet is not that of the state it belongs to. */
const sovereign = (name: string) => {
  const code = stateOf(name);
  return code !== null && gazetteer.entry(`state/${code}`) !== null && !isTerritory(name) ? code : null;
};

function isTerritory(name: string): boolean {
  return gazetteer.match(name.split(" "))[0]?.candidates[0]?.id.startsWith("territory/") ?? false;
}

const bodyId = (body: string) => (body.includes("/") ? body : `state/${body}`);
const sectorOf = new Map<string, string>();
const titles = new OfficeTitles(stateOf);
const unknown = new Map<string, number>();
const others = readHolders(titles, stateOf, unknown);
const context = { titles, stateOf: sovereign };
const leaders = readWorldLeaders(context);
const ministers = readForeignMinisters(context);
const facts = carryOn(readTermFacts(), readHeads2026(context));
const hand = adoptIds(facts, [...others, ...leaders, ...ministers]);
const exported = mergeTerms(hand, others);
const listed = fillGaps(fillGaps(exported, leaders), ministers);
const codes = new Set(readTable("states.tsv", STATE_COLUMNS).map((row) => row[2]!));
const terms = fillGaps(fillGaps(listed, readCabinets(context)), readArchigos(codes));
const people = gatherPeople(terms, readNameFacts(), readGenders());

const groups = new Map<string, readonly string[]>();
for (const group of readGivenNames()) for (const name of group) groups.set(fold(name), group);
const ordinary = ordinaryWords();
const doubtful = new Set([...ordinary, ...givenNames(people)]);

/** First words of at least GIVEN persons' names: standing alone they are hardly a surname. */
function givenNames(known: readonly Person[]): string[] {
  const counts = new Map<string, number>();
  for (const { name, terms } of known) {
    if (SURNAME_FIRST.has(terms[0]!.body)) continue;
    const first = fold(name.split(" ")[0]!).toLowerCase();
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts].filter(([, count]) => count >= GIVEN).map(([name]) => name);
}

function homeOf(person: Person): string {
  const state = person.terms.find((term) => !term.body.includes("/"));
  return state?.body ?? gazetteer.entry(person.terms[0]!.body)?.code ?? "";
}

function personRow(person: Person): string {
  const home = homeOf(person);
  const found = surnamesOf(person.name, home, ordinary, doubtful);
  const surnames = person.facts?.surnames?.map((name) => (/^[=?]/.test(name) ? name : `=${name}`)) ?? found;
  const names = [person.name, ...(person.facts?.names ?? []), ...person.aliases];
  const all = new Map<string, string>();
  for (const name of names)
    for (const spelling of [name, ...spellingsOf(name, groups)])
      all.set(fold(spelling).toLowerCase(), spelling);
  all.delete(fold(person.name).toLowerCase());
  const name = person.name.includes(" ") ? person.name : `=${person.name}`;
  const sources = [...new Set(person.terms.map((term) => term.source))].join(",");
  return [
    person.id,
    home,
    person.rank,
    person.gender,
    name,
    [...all.values()].join("|"),
    surnames.join("|"),
    sources,
  ].join("\t");
}

/** Sectors of offices that no title gives. */
const SECTORS: Readonly<Record<string, string>> = {
  "opposition-leader": "OPP",
  "religious-leader": "REL",
  "special-counsel": "JUD",
};
/** Sectors of those who speak for an organisation that has none of its own. */
const SECTOR_OF_CODE: Readonly<Record<string, string>> = { IGO: "GOV", NGO: "CVL", MNC: "BUS", ISM: "CVL" };

function sectorOfTerm(term: TermFact): string {
  const body = gazetteer.entry(bodyId(term.body));
  if (body?.kind === "organisation") return body.sector ?? SECTOR_OF_CODE[body.code ?? ""] ?? "GOV";
  return SECTORS[term.office] ?? sectorOf.get(term.office) ?? "GOV";
}

function termRow(person: Person, term: TermFact): string {
  const sector = sectorOfTerm(term);
  return [
    person.id,
    bodyId(term.body),
    term.office,
    term.title,
    sector,
    term.start,
    term.end,
    term.seen,
    term.source,
  ].join("\t");
}

for (const { gives } of titles.rules()) sectorOf.set(gives.office, gives.sector);

const byId = people.toSorted((a, b) => (a.id < b.id ? -1 : 1));
const peopleTable = [
  "id code rank gender name names surname source".replaceAll(" ", "\t"),
  ...byId.map(personRow),
];
const termTable = [
  "person body office title sector start end seen source".replaceAll(" ", "\t"),
  ...byId.flatMap((person) => person.terms.map((term) => termRow(person, term))),
];
writeFileSync(knowledgePath("gazetteer", "people.tsv"), `${peopleTable.join("\n")}\n`);
writeFileSync(knowledgePath("gazetteer", "terms.tsv"), `${termTable.join("\n")}\n`);
writeFileSync(knowledgePath("gazetteer", "names.tsv"), nameFile());
const left = [...unknown.values()].reduce((sum, count) => sum + count, 0);
console.log(`${people.length} people, ${termTable.length - 1} terms; ${left} rows of the export left out`);
