/** Reports that tell of entries of every ledger, for the tests: clues made by hand. */
import type { LedgerClue, LedgerKind, LedgerParty } from "../../../coding/types.ts";
import { entry, item } from "../../../record/testing/entries.ts";
import type { RunItem } from "../../../record/types.ts";

function state(code: string): LedgerParty {
  return { code, sector: "GOV", name: code, id: `state/${code}`, office: null, entityText: code };
}

function told(
  id: string,
  ledger: LedgerKind,
  date: string,
  text: string,
  clue: Partial<LedgerClue>,
): RunItem {
  const report = { givenId: id, outlet: `Outlet ${id}`, date, url: `https://example.org/${id}` };
  const whole: LedgerClue = {
    ledger,
    step: "signed",
    kind: "treaty",
    by: [state("NOR"), state("RUS")],
    on: [],
    others: [],
    allegedBy: [],
    about: null,
    instrument: null,
    place: null,
    countries: [],
    figures: [],
    conditions: [],
    answers: null,
    day: { date, endDate: date, basis: "stated" },
    forDay: null,
    founded: null,
    known: false,
    another: false,
    thing: null,
    trigger: { start: 0, end: 4 },
    sentence: 0,
    sentenceSpan: { start: 0, end: text.length },
    section: "body",
    rule: "ledgers/by-hand",
    ...clue,
  };
  return item({ ...entry(text, report), clues: [whole] });
}

/** A treaty in two steps, a ban and its answer, a meeting, an inquiry. */
export function ledgerReports(): RunItem[] {
  const [norway, russia] = [state("NOR"), state("RUS")];
  const border = { about: "the border in the north" };
  const ban = { step: "adopted", kind: "ban" } as const;
  return [
    told("treaty", "agreement", "2010-09-15", "Norway and Russia signed the border treaty.", border),
    told("force", "agreement", "2011-07-07", "The border treaty came into force.", {
      ...border,
      step: "in force",
      known: true,
    }),
    told("ban", "measure", "2014-07-31", "Norway banned exports of drills to Russia.", {
      ...ban,
      by: [norway],
      on: [russia],
      about: "exports of drills",
    }),
    told("answer", "measure", "2014-08-07", "Russia banned imports of fish from Norway in response.", {
      ...ban,
      by: [russia],
      on: [norway],
      about: "imports of fish",
      figures: [{ value: 9, unit: "company", text: "fish", start: 25, end: 29 }],
    }),
    told("meeting", "contact", "2015-01-20", "Norway and Russia met in Vienna.", {
      step: "held",
      kind: "meeting",
      place: { name: "Vienna", countryCode: "AUT" },
    }),
    told("inquiry", "inquiry", "2016-03-01", "Norway opened an inquiry into a Russian trawler.", {
      step: "opened",
      kind: "investigation",
      by: [norway],
      on: [russia],
    }),
  ];
}
