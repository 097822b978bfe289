/**
 * cameo-news and cameo-manual-dev: quad class of the most confident mention, and
 * the share of neutral sentences that get a false event (a REQUEST is none).
 */
import { readFileSync } from "node:fs";
import type { Mention } from "../../src/coding/types.ts";

export interface CameoRow {
  readonly id: string;
  readonly text: string;
  readonly quad: number;
}

export function readCameo(data: string, name: "cameo-news" | "cameo-manual-dev"): readonly CameoRow[] {
  return readFileSync(`${data}/plover/${name}.jsonl`, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as CameoRow);
}

/** True when a neutral sentence got an event other than a request. */
export function isFalse(mentions: readonly Mention[]): boolean {
  return mentions.some((mention) => mention.event !== "REQUEST");
}
