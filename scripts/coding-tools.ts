/**
 * Everything that scripts and benches need to code text, opened once: knowledge,
 * language, coder, actors. Falls back to names as actors where the gazetteer's
 * part is not there.
 */
import { existsSync } from "node:fs";
import { createCoder, type OpenActors, officeTeller } from "../src/coding/index.ts";
import type { JudgementModel } from "../src/coding/judgement/judgement-model.ts";
import { loadCodingKnowledge } from "../src/knowledge/coding-knowledge.ts";
import { knowledgePath } from "../src/knowledge/dir.ts";
import { loadGazetteer } from "../src/knowledge/gazetteer/index.ts";
import { loadJudgementModel } from "../src/knowledge/judgement-model.ts";
import { loadLedgerKnowledge } from "../src/knowledge/ledgers.ts";
import { loadLanguageModels } from "../src/knowledge/models.ts";
import { loadOntology } from "../src/knowledge/ontology.ts";
import { createLanguage } from "../src/language/index.ts";

export const noActors: OpenActors = () => null;

/** Language, coder and actors. @param judgement null: mentions by the rules alone, as rules are proved
 * @param withLedgers true: clues of ledgers are read too (default false) */
export async function openCodingTools(
  judgement: JudgementModel | null = loadJudgementModel(),
  withLedgers = false,
) {
  const language = createLanguage(loadLanguageModels());
  const coding = loadCodingKnowledge();
  const knowledge = { coding, ontology: loadOntology(), calendar: await openCalendar() };
  const coder = createCoder({ ...knowledge, judgement, ledgers: withLedgers ? openLedgers() : null });
  const openActors = await openActorReading();
  const codeText = (text: string) =>
    coder.codeReport({ text, sections: [], datelines: [], day: null }, language, openActors);
  return { language, coding, knowledge, coder, openActors, codeText };
}

function openLedgers() {
  const knowledge = loadLedgerKnowledge();
  return { knowledge, officeOf: officeTeller(loadGazetteer(), knowledge.lists["offices-by-rank"] ?? []) };
}

async function openCalendar() {
  try {
    const { loadCalendar } = await import("../src/knowledge/calendar.ts" as string);
    const { compileCalendar } = await import("../src/coding/times/index.ts");
    return compileCalendar(loadCalendar());
  } catch {
    return null;
  }
}

async function openActorReading(): Promise<OpenActors> {
  if (!existsSync(knowledgePath("..", "src", "coding", "actors", "index.ts"))) return noActors;
  const [{ createActorReader }, { readDiscourse }, { loadAgents }] = await Promise.all([
    import("../src/coding/actors/index.ts"),
    import("../src/language/entities/index.ts"),
    import("../src/knowledge/agents.ts"),
  ]);
  const gazetteer = loadGazetteer();
  const agents = loadAgents();
  return (sentences, day) => {
    const discourse = readDiscourse(sentences, gazetteer, agents, day);
    return { discourse, actors: createActorReader({ sentences, discourse, gazetteer, agents, day }) };
  };
}
