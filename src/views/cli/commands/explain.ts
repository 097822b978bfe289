/**
 * `chancery explain`: why a mention is there, or what was made of a whole
 * report: the sentence with its spans marked, its tree, the rules that matched,
 * the one that won, what was set aside and why.
 */
import { loadOntology } from "../../../knowledge/ontology.ts";
import { actorsOf, explain, loadStages } from "../../../pipeline/index.ts";
import { onlyMention, openRecord } from "../../../record/index.ts";
import { explanationJson } from "../../json/explanation-json.ts";
import { notFound, usageFault } from "../errors.ts";
import { EXIT } from "../exit-codes.ts";
import type { ActorsOptions, GlobalOptions } from "../options.ts";
import { readOwnActors } from "../own-actors.ts";
import { explanationText } from "../show/explanation.ts";
import type { Terminal } from "../terminal.ts";

export interface ExplainOptions extends GlobalOptions, ActorsOptions {
  readonly json?: boolean;
  readonly tree?: boolean;
}

export async function explainCommand(
  id: string,
  options: ExplainOptions,
  terminal: Terminal,
): Promise<number> {
  const actors = await readOwnActors(options, terminal);
  const record = await openRecord(options.record, { mustExist: true });
  try {
    const ontology = loadOntology();
    const mentions = id.startsWith("m_") ? await record.findMentions(id) : [];
    const asked = id.startsWith("m_") ? onlyMention(mentions, id) : null;
    const reportIds = asked === null ? await record.findReports(id) : [asked.reportId];
    const [reportId] = reportIds;
    if (reportId === undefined)
      throw notFound(
        `The record has no mention and no report ${id}.`,
        "See the ids with `chancery mentions` or `chancery reports`.",
      );
    if (reportIds.length > 1 && reportId !== id && asked === null && id.startsWith("r_"))
      throw usageFault(`${id} can mean several reports: ${reportIds.join(", ")}.`, "Give more of the id.");
    const stored = await record.getReport(reportId);
    if (actorsOf(stored.coder) !== (actors?.hash ?? null))
      terminal.say(
        "The report was coded with other actors of your own than are given now (--actors), so this may differ from the record.\n",
      );
    const stages = await loadStages(actors);
    const explanation = explain(stages, stored, asked?.mention.sentence);
    if (options.json) {
      for (const line of explanationJson(explanation, ontology))
        await terminal.out(`${JSON.stringify(line)}\n`);
    } else
      await terminal.out(
        explanationText({ explanation, stored, asked, tree: options.tree }, terminal, ontology),
      );
    return EXIT.ok;
  } finally {
    await record.close();
  }
}
