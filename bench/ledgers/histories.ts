/**
 * The histories of cases/stories in, their ledgers out: every report read, coded
 * and linked as in a record. Those without a split are read for causes, the first
 * half (dev) longer than the second (held); `opened` ones were first measured blind
 * and are read since; `blind` ones are only measured (decision 0152).
 */
import { globSync, readFileSync } from "node:fs";
import type { LedgerClue } from "../../src/coding/types.ts";
import { knowledgePath } from "../../src/knowledge/dir.ts";
import { loadLedgerKnowledge } from "../../src/knowledge/ledgers.ts";
import { loadLinkingKnowledge } from "../../src/knowledge/linking.ts";
import { createLinking } from "../../src/linking/index.ts";
import { buildLedgers, type LedgerEntry, ledgerTools, placeClues } from "../../src/linking/ledgers/index.ts";
import type { LinkReport } from "../../src/linking/types.ts";
import { createStages } from "../../src/pipeline/stages.ts";
import { clueIds } from "../../src/record/ids.ts";
import type { StoryReport } from "../cases/story-report.ts";
import type { GoldRecord } from "./gold.ts";

export type Half = "dev" | "held" | "opened" | "blind";

export interface History {
  readonly slug: string;
  readonly half: Half;
  readonly gold: GoldRecord;
  /** As the record would hold them, in order of arrival. */
  readonly reports: readonly CluedReport[];
}

export interface CluedReport {
  readonly report: LinkReport;
  readonly clues: readonly LedgerClue[];
}

const LAST_OF_DEV = "m";

/** All histories, coded. */
export async function readHistories(): Promise<readonly History[]> {
  const stages = await createStages();
  const root = knowledgePath("..", "cases", "stories");
  const slugs = globSync("*/record.json", { cwd: root }).map((path) => path.split(/[\\/]/)[0]!);
  return slugs.sort().map((slug) => {
    const lines = readFileSync(`${root}/${slug}/reports.jsonl`, "utf8").trim().split("\n");
    const reports = lines.map((line) => {
      const given = JSON.parse(line) as StoryReport;
      const { id, url, outlet, date, title, text } = given;
      const page = stages.read(
        { origin: id, kind: "json", content: text, bytesHash: id, given: { id, url, outlet, date, title } },
        null,
      );
      if (!page.ok) throw new Error(`${id}: ${page.refusal.code}`);
      const { sentences, coded } = stages.code(page.value);
      const report: LinkReport = {
        id,
        givenId: id,
        text: page.value.text,
        title,
        date: page.value.date,
        outlet,
        url,
        sentences,
        mentions: coded.mentions.map((mention, position) => ({ ...mention, id: `${id}#${position}` })),
      };
      return { report, clues: coded.clues };
    });
    const gold = JSON.parse(readFileSync(`${root}/${slug}/record.json`, "utf8")) as GoldRecord & {
      readonly split?: "opened" | "blind";
    };
    return { slug, half: gold.split ?? (slug < LAST_OF_DEV ? "dev" : "held"), gold, reports };
  });
}

/** A maker of ledgers out of reports, in whatever order they are given. */
export function ledgerMaker() {
  const knowledge = loadLinkingKnowledge();
  const linking = createLinking(knowledge);
  const tools = ledgerTools(loadLedgerKnowledge(), knowledge);
  return async (reports: readonly CluedReport[]): Promise<readonly LedgerEntry[]> => {
    const { stories, lines } = await linking.linkReports(reports.map(({ report }) => report));
    const storyOf = new Map(stories.flatMap((story) => story.reports.map((id) => [id, story.id])));
    const lineOf = new Map(lines.flatMap((line) => line.reports.map((id) => [id, line.origin])));
    const around = {
      storyOf: (id: string) => storyOf.get(id) ?? null,
      lineOf: (id: string) => lineOf.get(id) ?? id,
    };
    return buildLedgers(
      reports.flatMap(({ report, clues }) => placeClues(report, clues, clueIds(report.id, clues), around)),
      tools,
    );
  };
}
