/**
 * `chancery link`: many texts in, one JSON object out: their stories, events,
 * copies and contradictions. Texts are coded on the way unless they bring their
 * mentions. A bad line is told on standard error in JSON and the rest is linked.
 */
import { availableParallelism } from "node:os";
import { isDay } from "../../../base/index.ts";
import { loadLinkingKnowledge } from "../../../knowledge/linking.ts";
import { loadOntology } from "../../../knowledge/ontology.ts";
import type { Ontology } from "../../../knowledge/ontology-types.ts";
import {
  coderName,
  createPool,
  inOrder,
  linkTexts,
  type PreparedText,
  prepareText,
  reportIds,
  STAGES,
} from "../../../pipeline/index.ts";
import type { GivenMention, LinkRequest } from "../../../pipeline/types.ts";
import { linkedJson } from "../../json/linked-json.ts";
import { mentionOfJson } from "../../json/mention-of-json.ts";
import { EXIT } from "../exit-codes.ts";
import { LONGEST_LINE, type NumberedLine, numberedLines } from "../numbered-lines.ts";
import type { ActorsOptions } from "../options.ts";
import { readOwnActors } from "../own-actors.ts";
import { stopOnSignal } from "../show/progress.ts";
import type { Terminal } from "../terminal.ts";

export interface LinkOptions extends ActorsOptions {
  readonly workers?: number;
}

const WINDOW_PER_WORKER = 32;
const MINUTE_MS = 60_000;

interface BadLine {
  readonly code: string;
  readonly message: string;
  readonly line: number;
}

export async function linkCommand(
  files: readonly string[],
  options: LinkOptions,
  terminal: Terminal,
): Promise<number> {
  const actors = await readOwnActors(options, terminal);
  const ontology = loadOntology();
  const bad: BadLine[] = [];
  const requests: LinkRequest[] = [];
  const lineOf: number[] = [];
  for await (const line of numberedLines(files)) {
    const request = requestOf(line, ontology);
    if ("code" in request) bad.push(request);
    else {
      requests.push(request);
      lineOf.push(line.number);
    }
  }
  const ids = reportIds(requests);
  const own = withOwnIds(requests, ids);
  const workers = options.workers ?? availableParallelism();
  const pool = createPool({ workers, stages: STAGES, coder: coderName(actors), actors });
  const stop = stopOnSignal(terminal);
  const prepared: Extract<PreparedText, { ok: true }>[] = [];
  try {
    const items = (async function* () {
      yield* own.entries();
    })();
    const act = ([at, request]: [number, LinkRequest]) => prepareText(request, ids[at]!, pool);
    const results = inOrder(items, workers * WINDOW_PER_WORKER, act, stop.signal);
    for (let at = 0; ; ) {
      const one = await results.next(MINUTE_MS);
      if (one === undefined || (one === null && stop.signal.aborted)) break;
      if (one === null) continue;
      if (one.ok) prepared.push(one);
      else bad.push({ code: one.code, message: one.message, line: lineOf[at]! });
      at += 1;
    }
  } finally {
    await pool.close();
  }
  for (const error of bad) terminal.say(`${JSON.stringify({ error })}\n`);
  if (stop.signal.aborted) return EXIT.stopped;
  const given = new Map(
    own.flatMap(({ mentions }, at) =>
      (mentions ?? []).map((each) => [each.id, { ...each, reportId: ids[at]! }] as const),
    ),
  );
  const linked = await linkTexts(prepared, given, loadLinkingKnowledge());
  await terminal.out(`${JSON.stringify(linkedJson(linked, ontology))}\n`);
  return bad.length > 0 ? EXIT.partly : EXIT.ok;
}

function requestOf({ number, line, unreadable }: NumberedLine, ontology: Ontology): LinkRequest | BadLine {
  if (unreadable !== null) return { code: "sources/unreadable", message: unreadable, line: number };
  if (line.length > LONGEST_LINE)
    return {
      code: "sources/line-too-long",
      message: `Line ${number} is longer than 8 MiB.`,
      line: number,
    };
  const bad = (message: string) => ({
    code: "cli/bad-line",
    message: `Line ${number}: ${message}`,
    line: number,
  });
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    return bad(`it is not JSON (${(error as Error).message}).`);
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return bad("it is no JSON object.");
  const { id = null, text, mentions = null, ...rest } = value as Record<string, unknown>;
  if (typeof text !== "string") return bad("it has no text.");
  const date = rest.date ?? null;
  if (date !== null && (typeof date !== "string" || !isDay(date)))
    return bad("its date is no day such as 2017-08-10.");
  if (mentions !== null && !Array.isArray(mentions)) return bad("its mentions are no list.");
  const types = ontology.events.map(({ type }) => type);
  const given: GivenMention[] = [];
  for (const [at, each] of (mentions ?? []).entries()) {
    const mention = mentionOfJson(each, text, String(at + 1), types);
    if (typeof mention === "string") return bad(`mention ${at + 1} ${mention}.`);
    given.push(mention);
  }
  const word = (name: string) => (typeof rest[name] === "string" ? (rest[name] as string) : null);
  return {
    id: id === null ? null : String(id),
    text,
    date,
    title: word("title"),
    url: word("url"),
    outlet: word("outlet"),
    mentions: mentions === null ? null : given,
  };
}

/** The same with ids of mentions that no two texts share. */
function withOwnIds(requests: readonly LinkRequest[], reportIds: readonly string[]): LinkRequest[] {
  const seen = new Map<string, number>();
  for (const { mentions } of requests)
    for (const { id } of mentions ?? []) seen.set(id, (seen.get(id) ?? 0) + 1);
  return requests.map((request, at) =>
    request.mentions === null
      ? request
      : {
          ...request,
          mentions: request.mentions.map((each, nth) => {
            if (seen.get(each.id) === 1) return each;
            const twice = request.mentions!.filter(({ id }) => id === each.id).length > 1;
            return { ...each, id: `${reportIds[at]}#${each.id}${twice ? `#${nth}` : ""}` };
          }),
        },
  );
}
