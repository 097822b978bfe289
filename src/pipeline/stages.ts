/**
 * The real stages, put together: knowledge loaded once, then pages to reports
 * and reports to mentions and statements. This is the one file that calls the entries of
 * reading, language and coding; steps.ts says in which order and what for.
 */
import { contentId, digest } from "../base/index.ts";
import { createActorReader } from "../coding/actors/index.ts";
import { createCoder, type OpenActors, officeTeller, type ReportInput } from "../coding/index.ts";
import { compileCalendar } from "../coding/times/index.ts";
import type { OwnActors } from "../knowledge/actors/types.ts";
import { loadAgents } from "../knowledge/agents.ts";
import { loadCalendar } from "../knowledge/calendar.ts";
import { loadCodingKnowledge } from "../knowledge/coding-knowledge.ts";
import { loadGazetteer } from "../knowledge/gazetteer/index.ts";
import { loadJudgementModel } from "../knowledge/judgement-model.ts";
import { loadLedgerKnowledge } from "../knowledge/ledgers.ts";
import { loadLanguageModels } from "../knowledge/models.ts";
import { loadOntology } from "../knowledge/ontology.ts";
import { loadPageTables } from "../knowledge/pages.ts";
import { loadRelationModel } from "../knowledge/relation-model.ts";
import { loadStatementKnowledge } from "../knowledge/statement-knowledge.ts";
import type { Gazetteer } from "../knowledge/types.ts";
import { readDiscourse } from "../language/entities/index.ts";
import { createLanguage } from "../language/index.ts";
import { compilePageRules, readReport, warmParser } from "../reading/index.ts";
import type { Report } from "../reading/types.ts";
import type { BareReport, Stages } from "./types.ts";

/** The stages over everything in knowledge/.
 * @param actors actors of the user's own
 * @throws {@link Fault} of the knowledge room when a file is missing or of another version */
export async function createStages(actors: OwnActors | null = null): Promise<Stages> {
  warmParser();
  const pageRules = compilePageRules(loadPageTables());
  const language = createLanguage(loadLanguageModels());
  const calendar = compileCalendar(loadCalendar());
  const gazetteer = loadGazetteer(actors);
  const ledgers = loadLedgerKnowledge();
  const knowledge = {
    coding: loadCodingKnowledge(),
    ontology: loadOntology(),
    relation: loadRelationModel,
    judgement: loadJudgementModel(),
    statements: loadStatementKnowledge(),
    ledgers: {
      knowledge: ledgers,
      officeOf: officeTeller(gazetteer, ledgers.lists["offices-by-rank"] ?? []),
    },
  };
  const coder = createCoder({ ...knowledge, calendar });
  const openActors = openActorsWith(gazetteer, actors);
  const code: Stages["code"] = (report) => {
    const { text, sections, datelines, date: day } = report;
    const { sentences, ...coded } = coder.codeReport(
      { text, sections, datelines, day },
      language,
      openActors,
    );
    return { sentences, coded };
  };
  return {
    read: (page, today) => readReport(page, pageRules, today === null ? {} : { today }),
    code,
    parse: language.parse,
    split: language.split,
    bareReport,
    relate: (report, actor, recipient) =>
      coder.codeRelation(inputOf(report), actor, recipient, language, openActors),
  };
}

function inputOf({ text, sections, datelines, date: day }: Report): ReportInput {
  return { text, sections, datelines, day };
}

function openActorsWith(gazetteer: Gazetteer, own: OwnActors | null): OpenActors {
  const agents = loadAgents(own?.agents);
  return (sentences, day) => {
    const discourse = readDiscourse(sentences, gazetteer, agents, day);
    return { discourse, actors: createActorReader({ sentences, discourse, gazetteer, agents, day }) };
  };
}

/** A report that is all body, as the filters make it of bare text. */
export function bareReport({ id, text, date }: BareReport): Report {
  return {
    id: contentId("r", id ?? "", text),
    givenId: id,
    url: null,
    outlet: null,
    title: null,
    authors: [],
    date,
    dateBasis: date === null ? null : "given",
    dateSpan: null,
    language: "en",
    text,
    sections: [{ kind: "body", start: 0, end: text.length }],
    datelines: [],
    origin: "-",
    bytesHash: digest(text),
  };
}
