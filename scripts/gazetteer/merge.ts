/**
 * Term facts of several sources in, one consistent list out.
 *
 * Hand-written facts win: a term of another source that says the same of the
 * same person is dropped, and one that lies inside hand-written terms of
 * others is no holder of that office but a minister. Open ends of
 * offices that one person holds are closed by the next holder's start.
 */
import { keyOf } from "../../src/knowledge/gazetteer/pieces.ts";
import type { TermFact } from "./facts.ts";

/** Offices that one person holds at a time. */
const SINGLE = new Set(
  (
    "head-of-state head-of-government supreme-leader foreign-minister defence-minister finance-minister " +
    "interior-minister justice-minister trade-minister economy-minister energy-minister un-ambassador " +
    "central-bank-governor crown-prince"
  ).split(" "),
);
const isSingle = (office: string) => SINGLE.has(office) || office.startsWith("ambassador-to:");

/** Gives hand-written facts the Wikidata id of the namesake in the same body, else of the only one anywhere. */
export function adoptIds(hand: readonly TermFact[], others: readonly TermFact[]): TermFact[] {
  const ids = new Map<string, Set<string>>();
  for (const { qid, person, body } of others) {
    if (qid === null) continue;
    for (const key of [`${body} ${keyOf(person)}`, `* ${keyOf(person)}`]) {
      const known = ids.get(key);
      if (known === undefined) ids.set(key, new Set([qid]));
      else known.add(qid);
    }
  }
  const only = (key: string) => {
    const known = ids.get(key);
    return known !== undefined && known.size === 1 ? [...known][0]! : null;
  };
  return hand.map((fact) => {
    const key = keyOf(fact.person);
    const twin = isSingle(fact.office)
      ? others.find((other) => other.qid !== null && sameTerm(fact, other))
      : undefined;
    if (twin !== undefined) return { ...fact, qid: twin.qid };
    return { ...fact, qid: only(`${fact.body} ${key}`) ?? (key.includes(" ") ? only(`* ${key}`) : null) };
  });
}

/** True when both say one office of one body began and ended in the same month, however the name is spelt. */
function sameTerm(a: TermFact, b: TermFact): boolean {
  if (a.body !== b.body || a.office !== b.office || a.start.length < 7) return false;
  if (a.start.slice(0, 7) !== b.start.slice(0, 7)) return false;
  return alike(a, b) || a.end.slice(0, 7) === b.end.slice(0, 7) || b.end === "";
}

/** The hand-written facts carried on by a later list of heads: who is in it still holds office on `seen`, and a new
 * name there ends the open term before it. */
export function carryOn(hand: readonly TermFact[], later: readonly TermFact[]): TermFact[] {
  let facts = [...hand];
  for (const fact of later) {
    const isOpen = (other: TermFact) =>
      other.body === fact.body && other.office === fact.office && other.end === "";
    const open = facts.filter(isOpen);
    if (open.some((other) => alike(other, fact))) {
      facts = facts.map((other) =>
        isOpen(other) && alike(other, fact) ? { ...other, seen: fact.seen } : other,
      );
    } else if (fact.start !== "" && open.every((other) => other.start < fact.start)) {
      facts = facts.map((other) => (isOpen(other) ? { ...other, end: fact.start, seen: "" } : other));
      facts.push(fact);
    }
  }
  return facts;
}

/** True when the names are the same or share a piece of four letters or more. */
function alike(a: TermFact, b: TermFact): boolean {
  if (keyOf(a.person) === keyOf(b.person)) return true;
  const pieces = new Set(
    keyOf(a.person)
      .split(" ")
      .filter((piece) => piece.length > 3),
  );
  return keyOf(b.person)
    .split(" ")
    .some((piece) => pieces.has(piece));
}

/** The hand-written facts and what the others add to them. */
export function mergeTerms(hand: readonly TermFact[], others: readonly TermFact[]): TermFact[] {
  const byOffice = Map.groupBy(hand, (fact) => `${fact.body} ${fact.office}`);
  const merged = [...hand];
  for (const fact of others) {
    const rivals = byOffice.get(`${fact.body} ${fact.office}`) ?? [];
    const same = rivals.filter((rival) => samePerson(rival, fact));
    if (same.some((rival) => overlap(rival, fact))) continue;
    const inside = isSingle(fact.office) && isCovered(fact, rivals);
    merged.push(inside ? { ...fact, office: "minister" } : fact);
  }
  return closeEnds(dedupe(merged));
}

/** The facts and those of `more` that say something of an office at a time when none of the facts does, or
 * that name a person whom none of them names in that body; the latter as known by name only. */
export function fillGaps(facts: readonly TermFact[], more: readonly TermFact[]): TermFact[] {
  const byOffice = Map.groupBy(facts, (fact) => `${fact.body} ${fact.office}`);
  const ids = adoptIds(
    more.filter((fact) => fact.qid === null),
    facts,
  );
  const adopted = [...more.filter((fact) => fact.qid !== null), ...ids];
  const known = new Set(
    facts.flatMap((fact) => [`${fact.body} ${keyOf(fact.person)}`, `${fact.body} ${fact.qid}`]),
  );
  const added: TermFact[] = [];
  for (const fact of adopted) {
    const named =
      known.has(`${fact.body} ${keyOf(fact.person)}`) ||
      (fact.qid !== null && known.has(`${fact.body} ${fact.qid}`));
    if (fact.office === "national-leader") {
      if (!named) added.push(fact);
      continue;
    }
    const rivals = byOffice.get(`${fact.body} ${fact.office}`) ?? [];
    if (!rivals.some((rival) => overlap(rival, fact))) added.push(fact);
  }
  return closeEnds(dedupe([...facts, ...added]));
}

function samePerson(a: TermFact, b: TermFact): boolean {
  return (a.qid !== null && a.qid === b.qid) || keyOf(a.person) === keyOf(b.person);
}

const endOf = (fact: TermFact) => (fact.end === "" ? "9999" : fact.end);

function overlap(a: TermFact, b: TermFact): boolean {
  return a.start <= endOf(b) && b.start <= endOf(a);
}

/** True when others hold the office a month after the fact's start, a month before its end and between. */
function isCovered(fact: TermFact, rivals: readonly TermFact[]): boolean {
  const first = Date.parse(wholeDay(fact.start)) + MONTH;
  const last = Date.parse(wholeDay(fact.end === "" ? fact.seen : fact.end)) - MONTH;
  if (last < first) return false;
  const days = [first, (first + last) / 2, last].map((time) => new Date(time).toISOString().slice(0, 10));
  return days.every((day) => rivals.some((rival) => rival.start <= day && day <= endOf(rival)));
}

const MONTH = 30 * 86_400_000;

function wholeDay(date: string): string {
  return date.length === 4 ? `${date}-01-01` : date.length === 7 ? `${date}-01` : date;
}

function dedupe(facts: readonly TermFact[]): TermFact[] {
  const seen = new Map<string, TermFact>();
  for (const fact of facts) {
    const key = [
      fact.body,
      fact.office,
      fact.office === "minister" ? fact.title : "",
      fact.qid ?? keyOf(fact.person),
      fact.start,
    ].join("|");
    const known = seen.get(key);
    if (known === undefined || (known.end === "" && fact.end !== "" && known.source !== "hand"))
      seen.set(key, fact);
  }
  return [...seen.values()];
}

function closeEnds(facts: readonly TermFact[]): TermFact[] {
  const byOffice = Map.groupBy(facts, (fact) => `${fact.body} ${fact.office}`);
  return facts.map((fact) => {
    if (fact.end !== "" || !isSingle(fact.office)) return fact;
    const next = byOffice
      .get(`${fact.body} ${fact.office}`)!
      .filter((other) => fact.source !== "hand" || other.source === "hand")
      .filter((other) => other.start > fact.start && !samePerson(other, fact))
      .map((other) => other.start)
      .sort()[0];
    return next === undefined ? fact : { ...fact, end: next, seen: "" };
  });
}
