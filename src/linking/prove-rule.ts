/**
 * Rules of knowledge/rules/linking in, what is wrong with their examples out:
 * credit lines must be found in every example and in no counter-example, an
 * ending must be cut from the one and not from the other, a word of taking back
 * must stand in the one and not in the other, two words (parted by a bar) must be
 * different steps in the one and not in the other.
 */
import type { CreditRule, LinkingKnowledge } from "../knowledge/linking.ts";
import { createCreditFinder } from "./copies/find-credits.ts";
import { createWordReader } from "./text/read-words.ts";
import type { LinkReport } from "./types.ts";

interface LinkRule {
  readonly id: string;
  readonly examples: readonly string[];
  readonly counterExamples: readonly string[];
  readonly ending?: string;
  readonly least?: number;
  readonly steps?: readonly (readonly string[])[];
  readonly pattern?: CreditRule["pattern"];
}

/** A prover over these tables: a sentence for each example that fails. */
export function linkRuleProver(knowledge: LinkingKnowledge): (rule: LinkRule) => string[] {
  const findCredits = createCreditFinder(knowledge);
  const readWords = createWordReader(knowledge);
  const applies = (rule: LinkRule, example: string): boolean => {
    if (rule.pattern !== undefined)
      return findCredits(bare(example)).some((credit) => credit.rule === rule.id);
    if (rule.ending !== undefined) {
      return example.length - rule.ending.length >= rule.least! && example.endsWith(rule.ending);
    }
    if (rule.steps !== undefined) {
      const [a, b] = example
        .split("|")
        .map((side) => readWords(side).known.flatMap(({ stem }) => knowledge.families(stem)));
      return knowledge.otherStep(a!, b!);
    }
    return readWords(example).known.some(({ stem }) => knowledge.retractions.has(stem));
  };
  return (rule) => [
    ...rule.examples.filter((each) => !applies(rule, each)).map((each) => `does not fit "${each}"`),
    ...rule.counterExamples.filter((each) => applies(rule, each)).map((each) => `fits "${each}"`),
  ];
}

function bare(text: string): LinkReport {
  return { id: "", givenId: null, text, title: null, date: null, outlet: null, url: null, mentions: [] };
}
