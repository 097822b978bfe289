/** Reports that tell of entries of every ledger, for the tests: clues made by hand. */
import type { LedgerClue, LedgerKind } from "../../../coding/types.ts";
import { state, told } from "../../../pipeline/ledgers/testing/told.ts";
import { item } from "../../../record/testing/entries.ts";
import type { RunItem } from "../../../record/types.ts";

function toldBy(
  id: string,
  ledger: LedgerKind,
  date: string,
  text: string,
  clue: Partial<LedgerClue>,
): RunItem {
  return item(told(id, date, text, { ledger, about: null, rule: "ledgers/by-hand", ...clue }));
}

/** A treaty in two steps, a ban and its answer, a meeting, an inquiry. */
export function ledgerReports(): RunItem[] {
  const [norway, russia] = [state("NOR"), state("RUS")];
  const border = { about: "the border in the north" };
  const ban = { step: "adopted", kind: "ban" } as const;
  return [
    toldBy("treaty", "agreement", "2010-09-15", "Norway and Russia signed the border treaty.", border),
    toldBy("force", "agreement", "2011-07-07", "The border treaty came into force.", {
      ...border,
      step: "in force",
      known: true,
    }),
    toldBy("ban", "measure", "2014-07-31", "Norway banned exports of drills to Russia.", {
      ...ban,
      by: [norway],
      on: [russia],
      about: "exports of drills",
    }),
    toldBy("answer", "measure", "2014-08-07", "Russia banned imports of fish from Norway in response.", {
      ...ban,
      by: [russia],
      on: [norway],
      about: "imports of fish",
      figures: [{ value: 9, unit: "company", text: "fish", start: 25, end: 29 }],
    }),
    toldBy("meeting", "contact", "2015-01-20", "Norway and Russia met in Vienna.", {
      step: "held",
      kind: "meeting",
      place: { name: "Vienna", countryCode: "AUT" },
    }),
    toldBy("inquiry", "inquiry", "2016-03-01", "Norway opened an inquiry into a Russian trawler.", {
      step: "opened",
      kind: "investigation",
      by: [norway],
      on: [russia],
    }),
  ];
}
