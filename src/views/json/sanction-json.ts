/**
 * A measure in, its fields in the form of FollowTheMoney's `Sanction` out, so that
 * it can be joined with lists of sanctions. Values are lists of text, as there.
 */

import type { LedgerStep } from "../../coding/types.ts";
import { loadAlpha2 } from "../../knowledge/alpha2.ts";
import type { LedgerEntry } from "../../linking/types.ts";

/** What the latest step makes of the measure, in the words of the schema. */
const STATUS: Readonly<Partial<Record<LedgerStep, string>>> = {
  lifted: "Inactive",
  rejected: "Inactive",
  expired: "Expired",
  suspended: "Suspended",
};
const LISTED: readonly LedgerStep[] = ["adopted", "signed", "passed", "announced"];
const STARTED: readonly LedgerStep[] = ["in force", "adopted", "signed"];
const ENDED: readonly LedgerStep[] = ["lifted", "expired"];

/** The Sanction that the measure is. */
export function sanctionOf(entry: LedgerEntry) {
  const { id, parties, life, about, instrument, conditions, kind } = entry;
  const of = (role: "by" | "on") => parties.flatMap(({ value }) => (value.role === role ? [value] : []));
  const day = (steps: readonly LedgerStep[]) =>
    steps
      .flatMap((step) => life.find((one) => one.step === step && one.date !== null)?.date ?? [])
      .slice(0, 1);
  const last = life.at(-1)?.step;
  return {
    id,
    schema: "Sanction",
    properties: {
      entity: of("on").map((party) => party.id ?? party.name ?? party.code ?? ""),
      authority: of("by").map(({ name, code }) => name ?? code ?? ""),
      authorityId: of("by").flatMap((party) => party.id ?? []),
      country: [...new Set(of("by").flatMap(({ code }) => alpha2().get(code ?? "") ?? []))],
      program: instrument === null ? [] : [instrument.value],
      provisions: [...(kind === null ? [] : [kind]), ...about.slice(0, 1).map(({ value }) => value)],
      summary: conditions.map(({ value }) => value),
      status: [(last === undefined ? undefined : STATUS[last]) ?? "Active"],
      listingDate: day(LISTED),
      startDate: day(STARTED),
      endDate: day(ENDED),
    },
  };
}

let known: ReadonlyMap<string, string> | null = null;

/** FollowTheMoney's country codes (ISO 3166-1 alpha-2, lower case), by ours. */
function alpha2(): ReadonlyMap<string, string> {
  known ??= loadAlpha2();
  return known;
}
