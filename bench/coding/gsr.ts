/**
 * plover-gsr-dev end to end: type, countries, mode of the most confident mention.
 *
 * In: plover-gsr-dev.jsonl and the coding tools. Out: shares of records that are
 * right. How the gold is read: ../shared/data/README.md.
 */
import { readFileSync } from "node:fs";
import type { Actor, Mention } from "../../src/coding/types.ts";

interface GoldParty {
  readonly text: string;
  readonly country: string | null;
  readonly sector: string | null;
}

export interface GsrRow {
  readonly id: string;
  readonly text: string;
  readonly event: string;
  readonly mode_v2: string | null;
  readonly actor: readonly GoldParty[];
  readonly recipient: readonly GoldParty[];
}

export function readGsr(data: string): readonly GsrRow[] {
  return readFileSync(`${data}/plover/plover-gsr-dev.jsonl`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as GsrRow);
}

export interface GsrVerdict {
  readonly type: boolean;
  /** Null where the gold has no country for that side. */
  readonly actor: boolean | null;
  readonly recipient: boolean | null;
  readonly sector: boolean | null;
  readonly mode: boolean | null;
  readonly whole: boolean;
}

/** How the most confident mention of the record's sentence compares with the gold. */
export function judgeGsr(row: GsrRow, mentions: readonly Mention[]): GsrVerdict {
  const best = mentions[0];
  const gold = { actor: countries(row.actor), recipient: countries(row.recipient) };
  const own = { actor: codes(best?.actor ?? []), recipient: codes(best?.recipient ?? []) };
  const both = row.recipient.length === 0 || own.recipient.length === 0;
  const all = [...own.actor, ...own.recipient];
  const actor = gold.actor.length === 0 ? null : covers(both ? all : own.actor, gold.actor);
  const recipient = gold.recipient.length === 0 ? null : covers(both ? all : own.recipient, gold.recipient);
  const goldMode = row.mode_v2;
  const mode = goldMode === null ? null : best?.event === row.event && best.mode.includes(goldMode as never);
  const sectors = row.actor.map((party) => party.sector).filter((sector) => sector !== null);
  const sector =
    sectors.length === 0
      ? null
      : (best?.actor ?? []).some((one) => one.sector !== null && sectors.includes(one.sector));
  const type = best?.event === row.event;
  return { type, actor, recipient, sector, mode, whole: type && actor !== false && recipient !== false };
}

function countries(parties: readonly GoldParty[]): readonly string[] {
  return [...new Set(parties.map((party) => party.country).filter((code): code is string => code !== null))];
}

function codes(actors: readonly Actor[]): readonly string[] {
  return actors.map((actor) => actor.code).filter((code): code is string => code !== null);
}

function covers(own: readonly string[], gold: readonly string[]): boolean {
  return gold.every((code) => own.includes(code));
}
