/**
 * The shapes that the pages expect against those that src/views/json makes: a
 * field that is renamed or takes another type there is found by the compiler
 * here. What runs is only a proof that the file is looked at.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import type { DecisionJson, PairJson, TodayJson } from "../../../src/client.ts";
import type { ActorJson } from "../../../src/views/json/actor-json.ts";
import type { ContradictionJson } from "../../../src/views/json/contradiction-json.ts";
import type { CopyJson } from "../../../src/views/json/copy-json.ts";
import type { EntryJson, entryDetailJson } from "../../../src/views/json/entry-json.ts";
import type { EventJson } from "../../../src/views/json/event-json.ts";
import type { ExplanationJson } from "../../../src/views/json/explanation-json.ts";
import type { MentionJson } from "../../../src/views/json/mention-json.ts";
import type { reportDetailJson } from "../../../src/views/json/report-detail-json.ts";
import type { reportJson } from "../../../src/views/json/report-json.ts";
import type { StatementListJson } from "../../../src/views/json/statement-json.ts";
import type { StoryJson } from "../../../src/views/json/story-json.ts";
import type * as Pages from "./types.ts";

/** Fails to compile where what is made does not fit what is expected. */
type Fits<Made extends Expected, Expected> = [Made, Expected];

export type Contract = [
  Fits<ActorJson, Pages.ActorEntry>,
  Fits<ContradictionJson, Pages.Contradiction>,
  Fits<CopyJson, Pages.Copy>,
  Fits<EntryJson, Pages.LedgerEntry>,
  Fits<ReturnType<typeof entryDetailJson>, Pages.LedgerDetail>,
  Fits<
    EventJson & {
      told: MentionJson[];
      contradictions: ContradictionJson[];
      copies: CopyJson[];
      decisions: DecisionJson[];
    },
    Pages.EventDetail
  >,
  Fits<PairJson, Pages.Pair>,
  Fits<TodayJson, Pages.Today>,
  Fits<EventJson, Pages.EventLine>,
  Fits<ExplanationJson, Pages.ExplainedSentence>,
  Fits<MentionJson, Pages.Mention>,
  Fits<ReturnType<typeof reportJson>, Pages.ReportLine>,
  Fits<ReturnType<typeof reportDetailJson>, Pages.ReportDetail>,
  Fits<StatementListJson, Pages.Statement>,
  Fits<StoryJson, Pages.Story>,
];

test("the shapes of the pages fit those of the API (checked by the compiler)", () => {
  const contract: Contract | null = null;
  assert.equal(contract, null);
});
