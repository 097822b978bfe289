/**
 * Inputs of one run that hold the same report: the first of them in the order
 * of the input is coded, the others wait for how it ends. So a report that
 * comes ten times at once is coded once, and which of them lands hangs on the
 * order of the input alone.
 */

export interface Twins<Ending> {
  /** The place of the next input in the order; asked once for each. */
  place(): number;
  /** How an earlier input with this report ends; null where there is none under way. */
  earlier(reportId: string, place: number): Promise<Ending> | null;
  /** The input at this place does the report. */
  begin(reportId: string, place: number, ending: Promise<Ending>): void;
  /** The report is in the record, which tells of it from now on. */
  forget(reportId: string): void;
}

/** No inputs yet. */
export function createTwins<Ending>(): Twins<Ending> {
  const underWay = new Map<string, { readonly place: number; readonly ending: Promise<Ending> }>();
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
    forget: (reportId) => void underWay.delete(reportId),
  };
}
