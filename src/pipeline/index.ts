/**
 * The one entry of the pipeline: everything between the sources and the record,
 * and what stands on it: read, code again, explain.
 */
import type { OwnActors } from "../knowledge/actors/types.ts";
import type { CreateStages, Stages } from "./types.ts";

export { openActorsFiles } from "./actors-files.ts";
export { actorsOf, coderName } from "./coder.ts";
export { type Explanation, explain, explanationOf } from "./explain.ts";
export { inOrder } from "./in-order.ts";
export { endOfRefused } from "./input-end.ts";
export { joinStatements } from "./join-statements.ts";
export { type Entered, enterLedgers } from "./ledgers/enter-ledgers.ts";
export { type LinkedTexts, linkTexts, type PreparedText, prepareText, reportIds } from "./link-texts.ts";
export { digestOf } from "./linking/digest-of.ts";
export { explainLink, type LinkExplanation, linkReasonOf, pairOf } from "./linking/explain-link.ts";
export { type LinkProgress, linkRecord, openLinking } from "./linking/link-record.ts";
export { createPool, type Pool, type PoolSettings, type TaskResult } from "./pool.ts";
export { type OpenJob, openJob, type ReadJob, readSourcesInto } from "./read-sources.ts";
export { type Change, compare, type RecodeResult, recode } from "./recode.ts";
export { readInto } from "./run.ts";
export { peekSources, sourceItems } from "./sources.ts";
export { STEPS } from "./steps.ts";
export { entryOf } from "./tasks.ts";
export { VERSION } from "./version.ts";
export { type RoundResult, type WatchSettings, watchOn, watchOnce } from "./watch.ts";
export { checkedAddress, openFetcher, parsersIn, type WebSettings } from "./web.ts";

const checkout = import.meta.url.endsWith(".ts");

/** Module of the real stages, for the pool. In a checkout CHANCERY_STAGES may name another one, for the tests. */
export const STAGES: string =
  (checkout ? process.env.CHANCERY_STAGES : undefined) ??
  new URL(checkout ? "./stages.ts" : "./stages.js", import.meta.url).href;

/** Module of the stages that need no model. */
export const PAGE_STAGES: string = new URL(
  checkout ? "./page-stages.ts" : "./page-stages.js",
  import.meta.url,
).href;

/** The stages in this thread.
 * @param actors actors of the user's own */
export async function loadStages(actors: OwnActors | null = null): Promise<Stages> {
  const { createStages } = (await import(STAGES)) as { createStages: CreateStages };
  return await createStages(actors);
}
