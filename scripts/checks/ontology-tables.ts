/** The ontology in, Markdown tables of it out, for docs/reference/ontology.md. */
import { readJsonLines } from "../../src/knowledge/index.ts";
import { loadOntology } from "../../src/knowledge/ontology.ts";

const TABLES: Readonly<Record<string, () => string[][]>> = {
  events,
  modes,
  contexts,
  sectors,
  codes,
  factualities,
  repairs,
};

/** The table of that name. */
export function ontologyTable(name: string): string {
  const rows = TABLES[name]?.();
  if (rows === undefined) throw new Error(`no table ${name}; there are ${Object.keys(TABLES).join(", ")}`);
  const [head = [], ...body] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `|${"---|".repeat(head.length)}`, ...body.map(line), ""].join("\n");
}

function events(): string[][] {
  const rows = loadOntology().events.map((event) => [
    event.type,
    String(event.quad),
    signed(event.score),
    event.definition,
    event.parties,
  ]);
  return [["type", "quad", "score", "means", "parties"], ...rows];
}

function modes(): string[][] {
  const rows = loadOntology().events.flatMap(({ type, modes: own }) =>
    own.map(({ mode, score, gloss, examples }) => [
      `${type}/${mode}`,
      signed(score),
      gloss,
      examples[0] ?? "",
    ]),
  );
  return [["mode", "score", "means", "example"], ...rows];
}

function contexts(): string[][] {
  const rows = loadOntology().contexts.map(({ context, definition, cues }) => [context, definition, cues]);
  return [["context", "means", "such as"], ...rows];
}

function sectors(): string[][] {
  const rows = loadOntology().sectors.map(({ sector, label, definition }) => [sector, label, definition]);
  return [["sector", "name", "means"], ...rows];
}

function codes(): string[][] {
  return [["code", "means"], ...loadOntology().actorCodes.map(({ code, definition }) => [code, definition])];
}

function factualities(): string[][] {
  const entries = readJsonLines<{ factuality: string; definition: string; examples: string[] }>(
    "ontology",
    "factualities.jsonl",
  );
  const rows = entries.map(({ factuality, definition, examples }) => [
    factuality,
    definition,
    examples[0] ?? "",
  ]);
  return [["factuality", "means", "example"], ...rows];
}

function repairs(): string[][] {
  const rows = loadOntology()
    .cameo.filter((entry) => entry.repair !== null && !entry.code.startsWith("02"))
    .map(({ code, label, event, mode, repair }) => [
      code,
      label,
      [event, mode].filter(Boolean).join("/"),
      repair!,
    ]);
  return [["CAMEO", "label", "PLOVER here", "why"], ...rows];
}

function signed(score: number): string {
  return score < 0 ? `−${-score}` : String(score);
}
