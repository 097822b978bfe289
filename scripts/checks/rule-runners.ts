/** Who proves which rules: one entry for each folder of knowledge/rules. */
import type { RunnerEntry } from "./rule-proofs.ts";

export const RULE_RUNNERS: readonly RunnerEntry[] = [];
