/** Queries of the API as filters of the record. */
import type { MentionFilter, ReportFilter } from "../../../record/types.ts";
import { typeSlip } from "../../event-types.ts";
import { apiFault } from "../faults.ts";
import type { Services } from "../services.ts";

type Loose<T> = { readonly [Name in keyof T]?: T[Name] | undefined };

export type ReportQuery = Loose<Omit<ReportFilter, "allVersions">> & {
  readonly all_versions?: boolean | undefined;
};
export type MentionQuery = Loose<Omit<MentionFilter, "allVersions" | "types">> & {
  readonly all_versions?: boolean | undefined;
  readonly type?: readonly string[] | undefined;
};

/** The filter of reports that the query asks for. */
export function reportFilter(query: ReportQuery): ReportFilter {
  const { since, until, report, outlet, search, all_versions } = query;
  return given({ since, until, report, outlet, search, allVersions: all_versions });
}

/** The filter of mentions that the query asks for.
 * @throws {@link Fault} `api/bad-request` where a type is none */
export function mentionFilter(query: MentionQuery, { ontology }: Services): MentionFilter {
  const { actor, recipient, between, type, factuality } = query;
  const slip = typeSlip(type ?? [], ontology);
  if (slip !== null) throw apiFault("api/bad-request", `type: ${slip.message}`, slip.advice);
  return { ...reportFilter(query), ...given({ actor, recipient, between, types: type, factuality }) };
}

/** The object without what is undefined. */
export function given<T extends object>(values: T): { [Name in keyof T]: Exclude<T[Name], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}
