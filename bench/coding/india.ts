/**
 * records/india-dev: police action in whole articles, labelled sentence by sentence.
 *
 * In: the articles and the coder. Out: recall and precision of KILL, ARREST and FORCE
 * per sentence. The labels mean acts of police and army, so a mention counts where
 * its actor is one of them or nobody is named.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Mention } from "../../src/coding/types.ts";

export const INDIA = "records/india-dev.jsonl.gz";

const LABELS = ["KILL", "ARREST", "FORCE"] as const;
export type PoliceLabel = (typeof LABELS)[number];

export interface PoliceTally {
  /** Sentences with the label, sentences where it was read, and both. */
  gold: number;
  own: number;
  right: number;
}

/** Every how many articles one is read in the continuous check. */
const SHORT_STEP = 10;

/** The tallies by label. @param codeText codes a whole article */
export function policeTallies(
  data: string,
  codeText: (text: string) => { readonly mentions: readonly Mention[] },
  short: boolean,
): ReadonlyMap<PoliceLabel, PoliceTally> {
  const tallies = new Map(LABELS.map((label) => [label, { gold: 0, own: 0, right: 0 }]));
  const lines = gunzipSync(readFileSync(`${data}/${INDIA}`))
    .toString("utf8")
    .trim()
    .split("\n");
  lines.forEach((line, index) => {
    if (short && index % SHORT_STEP !== 0) return;
    const { sentences } = JSON.parse(line) as { sentences: { text: string; labels: string[] }[] };
    const ends: number[] = [];
    let text = "";
    for (const sentence of sentences) {
      text += `${sentence.text.trim()}\n\n`;
      ends.push(text.length);
    }
    const own = sentences.map(() => new Set<PoliceLabel>());
    for (const mention of codeText(text).mentions) {
      const at = ends.findIndex((end) => mention.trigger.start < end);
      for (const label of labelsOf(mention)) own[at]!.add(label);
    }
    sentences.forEach(({ labels }, at) => {
      for (const label of LABELS) {
        const tally = tallies.get(label)!;
        const gold = labels.includes(label);
        const found = own[at]!.has(label);
        if (gold) tally.gold++;
        if (found) tally.own++;
        if (gold && found) tally.right++;
      }
    });
  });
  return tallies;
}

const POLICE: ReadonlySet<string> = new Set(["COP", "MIL", "GOV"]);

/** What the mention says that police or army did. */
function labelsOf(mention: Mention): readonly PoliceLabel[] {
  const { actor, event, mode, quantity, factuality } = mention;
  if (factuality === "negation" || factuality === "hypothetical") return [];
  if (actor.length > 0 && !actor.some((one) => one.sector !== null && POLICE.has(one.sector))) return [];
  if (event === "COERCE" && mode.includes("arrest")) return ["ARREST"];
  if (event !== "ASSAULT") return [];
  const dead = quantity.some((one) => one.unit === "dead") || mode.includes("targeted");
  return dead ? ["KILL", "FORCE"] : ["FORCE"];
}
