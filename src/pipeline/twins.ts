/**
 * Inputs of one run that hold the same report: the first of them in the order
 * of the input is coded, the others wait for how it ends. So a report that
 * comes ten times at once is coded once, and which of them lands hangs on the
 * order of the input alone. A page that was read before, to the byte, is not
 * read again: reading is a pure function of what is known of it.
 */
import { Recent } from "../base/recent.ts";
import type { RawPage } from "../sources/types.ts";

export interface Twins<Ending> {
  /** The place of the next input in the order; asked once for each. */
  place(): number;
  /** How an earlier input with this report ends; null where there is none under way. */
  earlier(reportId: string, place: number): Promise<Ending> | null;
  /** The input at this place does the report. */
  begin(reportId: string, place: number, ending: Promise<Ending>): void;
  /** Id of the report that the same page gave when it was read before; null where it was not, or gave none. */
  reportOf(page: RawPage): string | null;
  /** The page gave this report. */
  noteReport(page: RawPage, reportId: string): void;
  /** The report is in the record, which tells of it from now on. */
  forget(reportId: string): void;
}

/** Pages whose reports are remembered, some two hundred bytes each. */
const MOST_PAGES = 20_000;

/** All that reading looks at, besides the day, which is one for a run. */
function pageKey({ kind, charset, bytesHash, given }: RawPage): string {
  return JSON.stringify([
    bytesHash,
    kind,
    charset,
    given.id,
    given.url,
    given.outlet,
    given.title,
    given.date,
  ]);
}

/** No inputs yet. */
export function createTwins<Ending>(): Twins<Ending> {
  const underWay = new Map<string, { readonly place: number; readonly ending: Promise<Ending> }>();
  const reports = new Recent<string, string>(MOST_PAGES);
  let places = 0;
  return {
    place: () => places++,
    earlier(reportId, place) {
      const found = underWay.get(reportId);
      return found !== undefined && found.place < place ? found.ending : null;
    },
    begin(reportId, place, ending) {
      const found = underWay.get(reportId);
      if (found === undefined || found.place > place) underWay.set(reportId, { place, ending });
    },
    reportOf: (page) => reports.get(pageKey(page)) ?? null,
    noteReport: (page, reportId) => reports.set(pageKey(page), reportId),
    forget: (reportId) => void underWay.delete(reportId),
  };
}
