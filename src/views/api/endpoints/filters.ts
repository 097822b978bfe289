/** Queries of the API as filters of the record. */
import type { EventFilter, MentionFilter, ReportFilter } from "../../../record/types.ts";
import { typeSlip } from "../../event-types.ts";
import { apiFault } from "../faults.ts";
import type { Services } from "../services.ts";

type Loose<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

export type ReportQuery = Loose<Omit<ReportFilter, "allVersions" | "readSince">> & {
  readonly all_versions?: boolean | undefined;
  readonly read_since?: string | undefined;
};
export type MentionQuery = Loose<Omit<MentionFilter, "allVersions" | "readSince" | "types">> & {
  readonly all_versions?: boolean | undefined;
  readonly read_since?: string | undefined;
  readonly type?: readonly string[] | undefined;
};

/** The filter of reports that the query asks for. */
export function reportFilter(query: ReportQuery): ReportFilter {
  const { since, until, report, outlet, search, story, all_versions, read_since } = query;
  return given({
    since,
    until,
    report,
    outlet,
    search,
    story,
    allVersions: all_versions,
    readSince: read_since,
  });
}

/** The filter of mentions that the query asks for.
 * @throws {@link Fault} `api/bad-request` where a type is none */
export function mentionFilter(query: MentionQuery, { ontology }: Services): MentionFilter {
  const { actor, recipient, place, between, type, event, factuality } = query;
  const slip = typeSlip(type ?? [], ontology);
  if (slip !== null) throw apiFault("api/bad-request", `type: ${slip.message}`, slip.advice);
  return {
    ...reportFilter(query),
    ...given({ actor, recipient, place, between, types: type, event, factuality }),
  };
}

export type EventQuery = MentionQuery & {
  readonly standing?: EventFilter["standing"] | undefined;
  readonly min_lines?: number | undefined;
};

/** The filter of events that the query asks for.
 * @throws {@link Fault} `api/bad-request` where a type is none */
export function eventFilter(query: EventQuery, services: Services): EventFilter {
  const { standing, min_lines } = query;
  return { ...mentionFilter(query, services), ...given({ standing, minLines: min_lines }) };
}

/** The object without what is undefined. */
export function given<T extends object>(values: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
