/** Coded reports with one clue each, for tests of the ledgers. */
import type { LedgerClue, LedgerParty } from "../../../coding/types.ts";
import { entry } from "../../../record/testing/entries.ts";
import type { CodedEntry } from "../../../record/types.ts";

/** A state as a party. */
export function state(code: string): LedgerParty {
  return { code, sector: "GOV", name: code, id: `state/${code}`, office: null, entityText: code };
}

/** A report of this day with this text and a clue of its signature, but for what is given. */
export function told(id: string, day: string, text: string, clue: Partial<LedgerClue>): CodedEntry {
  const made = entry(
    text,
    { givenId: id, outlet: `Outlet ${id}`, date: day, url: `https://example.org/${id}` },
    [],
  );
  const whole: LedgerClue = {
    ledger: "agreement",
    step: "signed",
    kind: "treaty",
    by: [state("NOR"), state("RUS")],
    on: [],
    others: [],
    allegedBy: [],
    about: "the border in the north",
    instrument: null,
    place: null,
    countries: [],
    figures: [],
    conditions: [],
    answers: null,
    day: { date: day, endDate: day, basis: "stated" },
    forDay: null,
    founded: null,
    known: false,
    another: false,
    thing: null,
    trigger: { start: 0, end: 4 },
    sentence: 0,
    sentenceSpan: { start: 0, end: text.length },
    section: "body",
    rule: "ledgers/test",
    ...clue,
  };
  return { ...made, clues: [whole] };
}
