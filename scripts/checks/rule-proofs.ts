/**
 * Rule entries in, rules whose examples fail or whose counter-examples match out.
 * Every rule carries both; the room that applies the rules says whether they
 * hold, through the runner of their folder (rule-runners.ts).
 */
import type { Finding } from "./finding.ts";
import type { KnowledgeEntry } from "./knowledge-files.ts";

/** Says what is wrong with a rule's examples and counter-examples, a sentence each; nothing where they hold. */
export type RuleRunner = (rule: KnowledgeEntry["value"]) => readonly string[];

export interface RunnerEntry {
  /** Below knowledge/, such as `rules/coding/`. */
  readonly folder: string;
  load(): Promise<RuleRunner>;
}

export interface ProofCheck {
  readonly rules: number;
  readonly findings: readonly Finding[];
}

/** Runs every rule's examples and counter-examples; a rule without a runner is a finding. */
export async function checkProofs(
  entries: readonly KnowledgeEntry[],
  runners: readonly RunnerEntry[],
): Promise<ProofCheck> {
  const rules = entries.filter((entry) => entry.path.startsWith("knowledge/rules/"));
  const findings: Finding[] = [];
  const byFolder = Map.groupBy(rules, (rule) =>
    rule.path.slice("knowledge/".length, rule.path.lastIndexOf("/") + 1),
  );
  for (const [folder, folderRules] of byFolder) {
    const runner = runners.find((each) => each.folder === folder);
    if (runner === undefined) {
      findings.push({
        path: `knowledge/${folder}`,
        line: 0,
        message: "no runner proves these rules (rule-runners.ts)",
      });
      continue;
    }
    const run = await load(runner);
    for (const rule of folderRules) {
      for (const message of [...missing(rule), ...(typeof run === "string" ? [] : safely(run, rule))]) {
        findings.push({
          path: rule.path,
          line: rule.line,
          message: `${rule.value.id}: ${message.replace(`${rule.value.id}: `, "")}`,
        });
      }
    }
    if (typeof run === "string") findings.push({ path: `knowledge/${folder}`, line: 0, message: run });
  }
  return { rules: rules.length, findings };
}

async function load(runner: RunnerEntry): Promise<RuleRunner | string> {
  try {
    return await runner.load();
  } catch (error) {
    return `its runner cannot be loaded: ${(error as Error).message}`;
  }
}

function missing(rule: KnowledgeEntry): string[] {
  return ["examples", "counterExamples"].flatMap((field) => {
    const list = rule.value[field];
    return Array.isArray(list) && list.length > 0 ? [] : [`has no ${field}`];
  });
}

function safely(run: RuleRunner, rule: KnowledgeEntry): readonly string[] {
  try {
    return run(rule.value);
  } catch (error) {
    return [`breaks its engine: ${(error as Error).message}`];
  }
}
