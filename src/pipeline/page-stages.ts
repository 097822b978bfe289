/**
 * The stages that need no model: what a page holds, for the filter `extract`.
 * Loaded apart, so that the filter starts at once. Its reports for the record
 * come from stages.ts, over the same rules.
 */
import { loadPageTables } from "../knowledge/pages.ts";
import { compilePageRules, extractPage } from "../reading/index.ts";
import type { PageStages } from "./types.ts";

/** The stages over the page rules.
 * @throws {@link Fault} of the knowledge room when a file is missing */
export async function createStages(): Promise<PageStages> {
  const rules = compilePageRules(loadPageTables());
  return { extract: (page, today) => extractPage(page, rules, today === null ? {} : { today }) };
}
