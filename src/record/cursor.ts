/**
 * Cursors of the lists: the sort key of the last line, as text. A cursor that
 * cannot be read is a fault of the caller, never of the database.
 */
import { recordFault } from "./faults.ts";

export interface ReportCursor {
  readonly day: string;
  readonly id: string;
}

export interface MentionCursor extends ReportCursor {
  readonly position: number;
}

/** The sort key in a cursor of reports (or of the quarantine); null for none.
 * @throws {@link Fault} `record/bad-filter` */
export function reportOfCursor(cursor: string | null): ReportCursor | null {
  if (cursor === null) return null;
  const parts = cursor.split("|");
  const [day, id] = parts;
  if (parts.length !== 2 || day === undefined || id === undefined) throw badCursor(cursor);
  return { day, id };
}

/** The sort key in a cursor of mentions; null for none.
 * @throws {@link Fault} `record/bad-filter` */
export function mentionOfCursor(cursor: string | null): MentionCursor | null {
  if (cursor === null) return null;
  const parts = cursor.split("|");
  const [day, id, position] = parts;
  if (parts.length !== 3 || day === undefined || id === undefined || !/^\d{1,9}$/.test(position ?? ""))
    throw badCursor(cursor);
  return { day, id, position: Number(position) };
}

function badCursor(cursor: string) {
  return recordFault("record/bad-filter", `No cursor of a list: ${cursor.slice(0, 80)}`);
}
