/**
 * What the gold of the PLOVER and CAMEO sets says of one draft.
 *
 * In: rows of the sets, drafts. Out: right or wrong with a weight, or null where the
 * gold says nothing: these sets mark one event a sentence, so another event of
 * another pair is neither.
 */
import { readFileSync } from "node:fs";
import type { Span } from "../../src/base/types.ts";
import type { Draft } from "../../src/coding/mentions/drafts.ts";
import type { Party } from "../../src/coding/parties/party-reader.ts";
import { loadOntology } from "../../src/knowledge/ontology.ts";
import { readGsr } from "./gsr.ts";
import { readPlv, rootFits } from "./plv.ts";

export interface Gold {
  readonly set: "plv" | "gsr" | "cameo";
  readonly text: string;
  /** Root; null in the CAMEO sets. */
  readonly event: string | null;
  /** Quad class; 0 where the sentence tells no event. */
  readonly quad: number | null;
  /** Spans of the marked parties; null where the set gives none. */
  readonly actor: readonly Span[] | null;
  readonly recipient: readonly Span[] | null;
  /** Country codes, in the records of PLOVER. */
  readonly codes: readonly string[];
}

export interface GoldVerdict {
  readonly right: boolean;
  readonly weight: number;
}

const ontology = loadOntology();

/** All rows of the sets. */
export function goldRows(data: string): readonly Gold[] {
  const plv = readPlv(data).map(
    (row): Gold => ({
      set: "plv",
      text: row.text,
      event: row.event,
      quad: row.quad,
      actor: row.actor,
      recipient: row.recipient,
      codes: [],
    }),
  );
  const gsr = readGsr(data).map(
    (row): Gold => ({
      set: "gsr",
      text: row.text,
      event: row.event,
      quad: null,
      actor: null,
      recipient: null,
      codes: [...row.actor, ...row.recipient].flatMap((one) => (one.country === null ? [] : [one.country])),
    }),
  );
  return [...plv, ...gsr, ...cameoRows(data, "cameo-news"), ...cameoRows(data, "cameo-manual-dev")];
}

function cameoRows(data: string, name: string): readonly Gold[] {
  return readFileSync(`${data}/plover/${name}.jsonl`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => {
      const row = JSON.parse(line) as {
        text: string;
        quad: number;
        tokens: string[];
        tags: string[] | null;
      };
      const found = row.tags === null ? null : taggedSpans(row.text, row.tokens, row.tags);
      return {
        set: "cameo",
        text: row.text,
        event: null,
        quad: row.quad,
        actor: found?.S ?? null,
        recipient: found?.T ?? null,
        codes: [],
      };
    });
}

/** The spans of B-S/I-S and B-T/I-T tags in the text. */
function taggedSpans(text: string, tokens: readonly string[], tags: readonly string[]) {
  const spans: Record<string, { start: number; end: number }[]> = { S: [], T: [] };
  let at = 0;
  tokens.forEach((token, index) => {
    const start = text.indexOf(token, at);
    if (start < 0) return;
    at = start + token.length;
    const list = spans[tags[index]!.slice(2)];
    if (list === undefined) return;
    const open = tags[index]!.startsWith("I") ? list.at(-1) : undefined;
    if (open === undefined) list.push({ start, end: at });
    else open.end = at;
  });
  return spans;
}

/** What the gold says of the draft, or null. */
export function verdictOf(row: Gold, draft: Draft): GoldVerdict | null {
  if (row.set === "gsr") return ofRecord(row, draft);
  if (row.set === "plv") return ofPair(row, draft);
  return ofQuad(row, draft);
}

/** One record a sentence: what else is told there is no rival for the first place. */
function ofRecord(row: Gold, draft: Draft): GoldVerdict | null {
  const own = [...codesOf(draft.actor), ...codesOf(draft.recipient)];
  const met = row.codes.length === 0 || row.codes.some((code) => own.includes(code));
  if (draft.event === row.event) return { right: met, weight: 1 };
  return { right: false, weight: 0.7 };
}

function codesOf(party: Party | null): readonly string[] {
  return party === null ? [] : party.actors.flatMap((actor) => (actor.code === null ? [] : [actor.code]));
}

function ofPair(row: Gold, draft: Draft): GoldVerdict | null {
  const fits = rootFits(
    { event: draft.event, mode: draft.mode } as Parameters<typeof rootFits>[0],
    row.event!,
  );
  const actor = touches(draft.actor, row.actor!);
  const recipient = touches(draft.recipient ?? draft.actor, row.recipient!);
  if (fits) return { right: actor && recipient, weight: actor || recipient ? 1 : 0.5 };
  return actor && recipient ? { right: false, weight: 1 } : null;
}

function ofQuad(row: Gold, draft: Draft): GoldVerdict | null {
  if (row.quad === 0) return draft.event === "REQUEST" ? null : { right: false, weight: 1 };
  const fits = ontology.quad(draft.event) === row.quad;
  if (row.actor === null || row.recipient === null) return fits ? { right: true, weight: 0.5 } : null;
  const actor = touches(draft.actor, row.actor);
  const recipient = touches(draft.recipient ?? draft.actor, row.recipient);
  if (fits) return { right: actor || recipient, weight: actor && recipient ? 1 : 0.5 };
  return actor && recipient ? { right: false, weight: 0.7 } : null;
}

function touches(party: Party | null, spans: readonly Span[]): boolean {
  if (spans.length === 0) return true;
  return (
    party?.actors.some(
      (one) =>
        one.start !== undefined && spans.some((span) => one.start! < span.end && span.start < one.end!),
    ) === true
  );
}
