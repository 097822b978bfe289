/**
 * The files of `--actors` in, the actors of the user's own out, and each line that was not taken with its reason.
 *
 * A file is JSON Lines where its first line that says something begins with "{", and else the text format of
 * PETRARCH, actors and agents in any order. Opening the files is left to the pipeline.
 */
import { digest } from "../../base/ids.ts";
import { loadAgents } from "../agents.ts";
import { loadDemonymReader } from "./demonyms.ts";
import { readJsonActor } from "./json-entry.ts";
import { loadCodeReader } from "./petrarch-codes.ts";
import { agentsOfPetrarch, entryOfPetrarch, type PetrarchKnowledge } from "./petrarch-entries.ts";
import { readPetrarchLines } from "./petrarch-lines.ts";
import type { ActorsProblem, OwnActors, OwnAgent, OwnEntry, ReadActors } from "./types.ts";

export interface ActorsFile {
  /** As it was named. */
  readonly file: string;
  readonly text: string;
}

interface Found {
  readonly entries: OwnEntry[];
  readonly agents: OwnAgent[];
  readonly problems: ActorsProblem[];
}

/** What PETRARCH's format is read with.
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed` */
export function loadPetrarchKnowledge(): PetrarchKnowledge {
  return { codeOf: loadCodeReader(), demonym: loadDemonymReader(), agents: loadAgents() };
}

/** The actors of all files together, in their order.
 * @param given what PETRARCH's format is read with (default: loaded where a file needs it)
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed` where Chancery's own tables are no good */
export function readActors(files: readonly ActorsFile[], given: PetrarchKnowledge | null = null): ReadActors {
  const found: Found = { entries: [], agents: [], problems: [] };
  let knowledge = given;
  for (const { file, text } of files) {
    const content = text.replace(/^\uFEFF/, "");
    if (isJson(content)) readJson(file, content, found);
    else {
      knowledge ??= loadPetrarchKnowledge();
      readPetrarch(file, content, knowledge, found);
    }
  }
  const { entries, agents, problems } = found;
  const hash = digest(JSON.stringify({ entries, agents })).slice(0, 12);
  const actors: OwnActors = { entries, agents, hash };
  return { actors, problems };
}

function isJson(text: string): boolean {
  return /^\s*\{/.test(text);
}

function readJson(file: string, text: string, found: Found): void {
  for (const [index, line] of text.split("\n").entries()) {
    const told = { file, line: index + 1 };
    if (line.trim() === "") continue;
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch (error) {
      found.problems.push({ ...told, message: `it is not JSON (${(error as Error).message})` });
      continue;
    }
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
      found.problems.push({ ...told, message: "it is no JSON object" });
      continue;
    }
    const read = readJsonActor(value as { readonly [key: string]: unknown });
    if ("wrong" in read) {
      found.problems.push({ ...told, message: read.wrong });
      continue;
    }
    found.entries.push(...read.entries);
    found.agents.push(...read.agents);
    if (read.unknown.length > 0)
      found.problems.push({
        ...told,
        message: `it was taken without what is not known: ${read.unknown.join(", ")}`,
      });
  }
}

function readPetrarch(file: string, text: string, knowledge: PetrarchKnowledge, found: Found): void {
  const { actors, agents, sets, problems } = readPetrarchLines(text);
  for (const actor of actors) found.entries.push(entryOfPetrarch(actor, knowledge));
  const wrong = [...problems];
  for (const agent of agents) {
    const made = agentsOfPetrarch(agent, sets, knowledge);
    if (typeof made === "string") wrong.push({ line: agent.line, message: made });
    else found.agents.push(...made);
  }
  wrong.sort((a, b) => a.line - b.line);
  found.problems.push(...wrong.map(({ line, message }) => ({ file, line, message })));
}
