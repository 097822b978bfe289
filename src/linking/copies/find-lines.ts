/**
 * Copies and credits of reports in, lines of reporting out: reports that go
 * back to one origin. A report joins the line of another where it copies enough
 * of it, and of an agency where it is signed by it; a sentence goes back to the
 * report that it is copied from, else to the outlet that it credits.
 */
import { contains, type Span, sharedLength } from "../../base/index.ts";
import type { LinkingKnowledge } from "../../knowledge/linking.ts";
import type { Copy, Credit, Line, LineReport, Lines } from "../types.ts";
import { UnionFind } from "../union-find.ts";
import { outletOfReport } from "./find-credits.ts";

/** Share of a sentence that must be copied for it to go back to the earlier one. */
const SENTENCE_SHARE = 0.5;

/** The lines of these reports.
 * @param storyOf story of a report: reports that name one agency are one line only within a story */
export function findLines(
  reports: readonly LineReport[],
  copies: readonly Copy[],
  credits: readonly Credit[],
  storyOf: (reportId: string) => string,
  knowledge: LinkingKnowledge,
): Lines {
  const byId = new Map(reports.map((report) => [report.id, report]));
  const groups = new UnionFind();
  const sharedOf = new Map<string, Map<string, number>>();
  for (const { earlier, later, quotation } of copies) {
    if (quotation) continue;
    const shares = sharedOf.get(later.reportId) ?? new Map<string, number>();
    shares.set(earlier.reportId, (shares.get(earlier.reportId) ?? 0) + later.end - later.start);
    sharedOf.set(later.reportId, shares);
  }
  for (const [later, shares] of sharedOf) {
    // a page put together from two lines belongs to one of them at most: else it would make them one
    const [earlier, shared] = [...shares].reduce((best, next) => (next[1] > best[1] ? next : best));
    const length = byId.get(later)?.length ?? Number.POSITIVE_INFINITY;
    if (shared / length >= knowledge.settings.copies.lineShare!) groups.join(later, earlier);
  }
  const inStory = (outlet: string, reportId: string) => `!${outlet}@${storyOf(reportId)}`;
  for (const report of reports) {
    const outlet = outletOfReport(report, knowledge);
    if (outlet !== null) groups.join(report.id, inStory(outlet, report.id));
  }
  for (const { outlet, scope, reportId } of credits) {
    if (scope === "report") groups.join(reportId, inStory(outlet, reportId));
  }
  const copiesOf = Map.groupBy(copies, (copy) => copy.later.reportId);
  const creditsOf = Map.groupBy(credits, (credit) => credit.reportId);
  const ofSentence = (reportId: string, sentence: Span, depth = 0): string => {
    const copy = (copiesOf.get(reportId) ?? []).find(
      ({ later }) => sharedLength(later, sentence) >= SENTENCE_SHARE * (sentence.end - sentence.start),
    );
    if (copy !== undefined && depth < MOST_STEPS) {
      return ofSentence(copy.earlier.reportId, sourceOf(copy, sentence), depth + 1);
    }
    const credit = (creditsOf.get(reportId) ?? []).find(
      (each) => each.scope === "passage" && contains(sentence, each),
    );
    return groups.find(credit === undefined ? reportId : inStory(credit.outlet, reportId));
  };
  return {
    lines: listLines(reports, groups),
    ofReport: (reportId) => groups.find(reportId),
    ofSentence: (reportId, sentence) => ofSentence(reportId, sentence),
  };
}

const MOST_STEPS = 8;

/** The stretch of the earlier passage that lies where the sentence lies in the later one. */
function sourceOf({ earlier, later }: Copy, sentence: Span): Span {
  const scale = (earlier.end - earlier.start) / Math.max(1, later.end - later.start);
  const start = earlier.start + Math.max(0, sentence.start - later.start) * scale;
  return { start, end: Math.min(earlier.end, start + (sentence.end - sentence.start) * scale) };
}

function listLines(reports: readonly LineReport[], groups: UnionFind): Line[] {
  const lines = Map.groupBy(reports, (report) => groups.find(report.id));
  return [...lines].map(([name, members]) => ({
    origin: originOf(name, members),
    reports: members.map((report) => report.id).sort(),
  }));
}

/** The agency that a line is named after, else its earliest report. */
function originOf(name: string, members: readonly LineReport[]): string {
  if (name.startsWith("!")) return name.slice(1, name.indexOf("@"));
  return members.toSorted((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : a.id < b.id ? -1 : 1))[0]!.id;
}
