/** Who proves which rules: one entry for each folder of knowledge/rules. */
import type { DateRule } from "../../src/knowledge/calendar.ts";
import type { EventRule } from "../../src/knowledge/coding-knowledge.ts";
import type { LedgerRule } from "../../src/knowledge/ledgers.ts";
import type { PageRule } from "../../src/knowledge/pages.ts";
import type { RuleRunner, RunnerEntry } from "./rule-proofs.ts";

export const RULE_RUNNERS: readonly RunnerEntry[] = [
  { folder: "rules/coding/", load: loadCodingRunner },
  { folder: "rules/dates/", load: loadDateRunner },
  { folder: "rules/ledgers/", load: loadLedgerRunner },
  { folder: "rules/linking/", load: loadLinkRunner },
  { folder: "rules/pages/", load: loadPageRunner },
];

async function loadCodingRunner(): Promise<RuleRunner> {
  const { checkRule } = await import("../../src/coding/index.ts");
  const { openCodingTools } = await import("../coding-tools.ts");
  const tools = await openCodingTools(null);
  return (rule) => checkRule(rule as unknown as EventRule, tools.codeText);
}

async function loadDateRunner(): Promise<RuleRunner> {
  const { loadCalendar } = await import("../../src/knowledge/calendar.ts");
  const { dateRuleProver } = await import("../../src/coding/times/prove-rule.ts");
  const prove = dateRuleProver(loadCalendar());
  return (rule) => prove(rule as unknown as DateRule);
}

async function loadLedgerRunner(): Promise<RuleRunner> {
  const { proveLedgerRule } = await import("../../src/coding/index.ts");
  const { openCodingTools } = await import("../coding-tools.ts");
  const tools = await openCodingTools(null, true);
  const read = (text: string) => tools.codeText(text).clues;
  return (rule) => proveLedgerRule(rule as unknown as LedgerRule, read);
}

async function loadPageRunner(): Promise<RuleRunner> {
  const { provePageRule } = await import("../../src/reading/prove-rule.ts");
  return (rule) => provePageRule(rule as unknown as PageRule);
}

async function loadLinkRunner(): Promise<RuleRunner> {
  const { loadLinkingKnowledge } = await import("../../src/knowledge/linking.ts");
  const { linkRuleProver } = await import("../../src/linking/prove-rule.ts");
  const prove = linkRuleProver(loadLinkingKnowledge());
  return (rule) => prove(rule as unknown as Parameters<typeof prove>[0]);
}
