/** `chancery join`, `split`, `correct` and `decisions`: what persons decide stands above the machine. */
import { readFileSync } from "node:fs";
import { loadOntology } from "../../../knowledge/ontology.ts";
import { pairOf } from "../../../pipeline/index.ts";
import { type OpenRecord, onlyMention } from "../../../record/index.ts";
import type { DecisionInput, DecisionLine } from "../../../record/types.ts";
import { decisionJson, decisionOfJson } from "../../json/decision-json.ts";
import { checkTypes } from "../check-types.ts";
import { notFound, usageFault } from "../errors.ts";
import { EXIT } from "../exit-codes.ts";
import { completeLinks, withLinkedRecord } from "../linked-record.ts";
import type { GlobalOptions } from "../options.ts";
import { counted, printable } from "../show/printable.ts";
import type { Terminal } from "../terminal.ts";

export interface DecideOptions extends GlobalOptions {
  readonly note?: string;
  readonly json?: boolean;
  /** False where `--no-event` is given. */
  readonly event?: boolean;
}

export async function decideCommand(
  verdict: "join" | "split",
  one: string,
  other: string,
  options: DecideOptions,
  terminal: Terminal,
): Promise<number> {
  return await withLinkedRecord(options, terminal, async (record) => {
    const { kind, a, b } = await pairOf(record, one, other);
    if (a === b) throw usageFault(`${one} and ${other} are the same ${kind} already.`);
    return await keep(record, { kind, verdict, a, b, note: options.note ?? null }, options, terminal);
  });
}

export async function correctCommand(
  mention: string,
  event: string | null,
  options: DecideOptions,
  terminal: Terminal,
): Promise<number> {
  const noEvent = options.event === false;
  if (noEvent === (event !== null))
    throw usageFault("Say what the mention is: an event type such as SANCTION/expel, or --no-event.");
  const ontology = loadOntology();
  if (event !== null) checkTypes([event], ontology);
  return await withLinkedRecord(options, terminal, async (record) => {
    const a = onlyMention(await record.findMentions(mention), mention).id;
    const note = options.note ?? null;
    const [type = "", mode] = (event ?? "").split("/");
    const input: DecisionInput = noEvent
      ? { kind: "mention", verdict: "no-event", a, note }
      : {
          kind: "mention",
          verdict: "code",
          a,
          value: { event: type.toUpperCase(), mode: mode === undefined ? [] : [mode] },
          note,
        };
    return await keep(record, input, options, terminal);
  });
}

async function keep(
  record: OpenRecord,
  input: DecisionInput,
  options: DecideOptions,
  terminal: Terminal,
): Promise<number> {
  const line = await record.decide(input);
  await completeLinks(record, terminal);
  await terminal.out(options.json ? `${JSON.stringify(decisionJson(line))}\n` : decisionText(line));
  return EXIT.ok;
}

export async function decisionsCommand(options: DecideOptions, terminal: Terminal): Promise<number> {
  return await withLinkedRecord(options, terminal, async (record) => {
    const lines = await record.listDecisions();
    for (const line of lines)
      await terminal.out(options.json ? `${JSON.stringify(decisionJson(line))}\n` : decisionText(line));
    if (lines.length === 0 && !options.json) terminal.say("Nobody has decided anything yet.\n");
    return EXIT.ok;
  });
}

function decisionText({ id, kind, verdict, a, b, value, note }: DecisionLine): string {
  const code = value === null ? "" : ` ${[value.event, ...value.mode].join("/")}`;
  const why = note === null ? "" : `  ${printable(note)}`;
  return `${id.slice(0, 10)}  ${verdict}${code}  ${kind === "mention" ? a : `${a} ${b}`}${why}\n`;
}

export async function importDecisionsCommand(
  file: string,
  options: DecideOptions,
  terminal: Terminal,
): Promise<number> {
  const lines = readFileSync(file === "-" ? 0 : file, "utf8").split("\n");
  return await withLinkedRecord(options, terminal, async (record) => {
    let kept = 0;
    let refused = 0;
    for (const [at, line] of lines.entries()) {
      if (line.trim() === "") continue;
      try {
        const input = decisionOfJson(JSON.parse(line));
        if (input === null) throw new Error("it is no decision");
        await record.decide(input);
        kept += 1;
      } catch (error) {
        refused += 1;
        terminal.say(`Line ${at + 1} was left out: ${(error as Error).message}\n`);
      }
    }
    await completeLinks(record, terminal);
    terminal.say(`${counted(kept, "decision")} kept, ${refused} left out.\n`);
    return refused > 0 ? EXIT.partly : EXIT.ok;
  });
}

export async function dropDecisionsCommand(
  ids: readonly string[],
  options: DecideOptions,
  terminal: Terminal,
): Promise<number> {
  return await withLinkedRecord(options, terminal, async (record) => {
    const all = await record.listDecisions();
    for (const prefix of ids) {
      const [line, ...more] = all.filter(({ id }) => id.startsWith(prefix));
      if (line === undefined || more.length > 0)
        throw notFound(
          `${prefix} is the beginning of ${more.length === 0 ? "no" : "several"} ids of decisions.`,
          "See them with `chancery decisions`.",
        );
      await record.undecide(line.id);
    }
    await completeLinks(record, terminal);
    terminal.say(`${counted(ids.length, "decision")} dropped.\n`);
    return EXIT.ok;
  });
}
