/**
 * knowledge/ontology in, src/knowledge/ontology.generated.ts out: the unions and
 * lists that the compiler checks. `--check` writes nothing and fails when the
 * file is stale.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const TARGET = "src/knowledge/ontology.generated.ts";

/** Order of the event types in PLOVER's manual: quad by quad. */
const QUAD_ORDER = [
  "AGREE CONSULT SUPPORT CONCEDE",
  "COOPERATE AID RETREAT",
  "REQUEST ACCUSE REJECT THREATEN",
  "PROTEST SANCTION MOBILIZE COERCE ASSAULT",
].flatMap((line) => line.split(" "));

interface StoredEvent {
  readonly type: string;
  readonly modes: readonly { readonly mode: string }[];
}

/** The text of the generated file for the ontology that lies below `root`. */
export function generateTypes(root: string): string {
  const folder = `${root}/knowledge/ontology`;
  const events = readdirSync(`${folder}/events`)
    .filter((name) => name.endsWith(".json"))
    .map((name) => JSON.parse(readFileSync(`${folder}/events/${name}`, "utf8")) as StoredEvent)
    .sort((a, b) => QUAD_ORDER.indexOf(a.type) - QUAD_ORDER.indexOf(b.type));
  const unordered = events.find((event) => !QUAD_ORDER.includes(event.type));
  if (unordered !== undefined) throw new Error(`${unordered.type} has no place in the order of event types`);
  const column = (name: string, field: string) =>
    readFileSync(`${folder}/${name}`, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => (JSON.parse(line) as Record<string, string>)[field] ?? "");
  return [
    "/** Generated from knowledge/ontology by scripts/generate-types.ts; do not edit. */",
    union(
      "PLOVER 2.0 event types.",
      "EventType",
      "EVENT_TYPES",
      events.map((event) => event.type),
    ),
    union("Modes of all event types.", "Mode", "MODES", [
      ...new Set(events.flatMap((event) => event.modes.map((each) => each.mode))),
    ]),
    union("PLOVER 2.0 contexts.", "Context", "CONTEXTS", column("contexts.jsonl", "context")),
    union("Actor sectors.", "Sector", "SECTORS", column("sectors.jsonl", "sector")),
  ].join("\n");
}

function union(comment: string, type: string, list: string, members: readonly string[]): string {
  const lines = members.map((member) => `  "${member}",`).join("\n");
  return `
/** ${comment} */
export const ${list} = [
${lines}
] as const;

/** ${comment} */
export type ${type} = (typeof ${list})[number];
`;
}

/** True when the file in the tree is the one that would be generated. */
export function typesAreFresh(root: string): boolean {
  return readFileSync(`${root}/${TARGET}`, "utf8") === generateTypes(root);
}

if (import.meta.main) {
  if (!process.argv.includes("--check")) {
    writeFileSync(`${ROOT}/${TARGET}`, generateTypes(ROOT));
    console.log(`${TARGET} written`);
  } else if (!typesAreFresh(ROOT)) {
    console.error(`${TARGET} is stale: run node scripts/generate-types.ts`);
    process.exitCode = 1;
  }
}
