/**
 * A report's text in, the outlets and agencies that it names as its origin
 * out, by the patterns of knowledge/rules/linking/credits.jsonl. A credit of
 * the whole report counts as one only near its beginning or at its end; in the
 * midst of a page it is that of its passage.
 */
import type { CreditRule, LinkingKnowledge, OutletName } from "../../knowledge/linking.ts";
import type { Credit, LinkReport } from "../types.ts";

/** The credits of a text in order. */
export type FindCredits = (report: LinkReport) => Credit[];

/** Characters from the beginning and from the end in which a credit is that of the report. */
const NEAR_START = 300;
const NEAR_END = 120;

/** A finder over these tables. */
export function createCreditFinder(knowledge: LinkingKnowledge): FindCredits {
  const outletOf = new Map<string, OutletName>();
  for (const outlet of knowledge.outlets) for (const form of outlet.forms) outletOf.set(form, outlet);
  const forms = [...outletOf.keys()].toSorted((a, b) => b.length - a.length).map(escaped);
  const rules = knowledge.credits.map((rule) => ({ rule, pattern: patternOf(rule, forms) }));
  const names = new RegExp(forms.join("|"), "u");
  return (report) => {
    if (!names.test(report.text)) return [];
    const credits: Credit[] = [];
    for (const { rule, pattern } of rules) {
      for (const match of report.text.matchAll(pattern)) {
        const start = match.index;
        const end = start + match[0].length;
        const near = start < NEAR_START || end > report.text.length - NEAR_END;
        const scope = rule.gives === "report" && near ? "report" : "passage";
        const outlet = outletOf.get(match[1]!.replace(/\s+/g, " "))!.id;
        credits.push({ reportId: report.id, start, end, outlet, scope, rule: rule.id });
      }
    }
    return credits.sort((a, b) => a.start - b.start || a.end - b.end);
  };
}

/** Id of the outlet that published the report, where it is one of those known. */
export function outletOfReport(
  report: Pick<LinkReport, "outlet">,
  knowledge: LinkingKnowledge,
): string | null {
  if (report.outlet === null) return null;
  const name = report.outlet.toLowerCase();
  const found = knowledge.outlets.find(({ forms }) =>
    forms.some((form) => name === form.toLowerCase() || name.startsWith(`${form.toLowerCase()} (`)),
  );
  return found?.id ?? null;
}

function patternOf(rule: CreditRule, forms: readonly string[]): RegExp {
  const body = escaped(rule.pattern)
    .replaceAll("OUTLET", `(${forms.join("|")})`)
    .replaceAll(" ", "\\s+");
  const before = /^[\p{L}\p{N}]/u.test(rule.pattern) ? "(?<![\\p{L}\\p{N}])" : "";
  const after = /[\p{L}\p{N}]$/u.test(rule.pattern) ? "(?![\\p{L}\\p{N}])" : "";
  return new RegExp(`${before}${body}${after}`, "gu");
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}
