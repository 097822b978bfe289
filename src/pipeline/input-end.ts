/** How an input ended, in the words of those who asked for it. */
import type { RunItem } from "../record/types.ts";
import type { InputEnd, SourceItem } from "./types.ts";

/** The end of an input, from what was made of it and what the record did with that. */
export function endOf(
  { origin, item }: { origin: string; item: RunItem },
  outcome: InputEnd["outcome"],
): InputEnd {
  const told = { code: null, message: null, advice: null, warnings: [] };
  const end = { origin, outcome, reportId: null, report: null, mentions: 0, ...told };
  if (item.kind === "duplicate") return { ...end, reportId: item.reportId };
  if (item.kind === "coded") {
    const { report, mentions } = item.entry;
    const { title, outlet, url, date } = report;
    const known = { ...end, reportId: report.id, report: { title, outlet, url, date } };
    if (outcome !== "stored") return known;
    return { ...known, mentions: mentions.length, warnings: report.warnings ?? [] };
  }
  if (item.kind === "refused") return { ...end, ...pick(item.refused), advice: item.refused.advice };
  const { stage } = item.quarantined;
  const { code, message } = pick(item.quarantined);
  return { ...end, code, message: `${message} (${stage})` };
}

/** How an input ended that never became a page. */
export function endOfRefused({ refused }: Extract<SourceItem, { kind: "refused" }>): InputEnd {
  return endOf({ origin: refused.origin, item: { kind: "refused", refused } }, "refused");
}

function pick({ code, message }: { code: string; message: string }) {
  return { code, message };
}
