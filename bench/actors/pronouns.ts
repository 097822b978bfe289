/**
 * Are pronouns for persons, bodies and states linked to the right name? Measured on MEANTIME: a link counts as right where a mention of
 * the chain that names or describes it is marked with the same instance.
 */
import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import type { Agents } from "../../src/knowledge/agents.ts";
import type { Gazetteer } from "../../src/knowledge/types.ts";
import { readDiscourse } from "../../src/language/entities/index.ts";
import type { EntityMention, Language, Sentence, Token } from "../../src/language/types.ts";

interface GoldMention {
  readonly kind: string;
  readonly sent: number;
  readonly tok: readonly number[];
  readonly instance_id: string | null;
  /** "PER", "ORG", "LOC", "PRO" (products), "FIN". */
  readonly instance_type: string | null;
}

interface Row {
  readonly dct: string;
  readonly sentences: Readonly<Record<string, readonly string[]>>;
  readonly mentions: readonly GoldMention[];
}

export interface PronounTally {
  /** Pronouns marked with an instance that has another mention in the text. */
  readonly marked: number;
  /** Pronouns linked to a mention that is marked, too. */
  readonly linked: number;
  readonly right: number;
}

/** Types of instances that can act. */
const ACTORS: ReadonlySet<string | null> = new Set(["PER", "ORG", "LOC"]);

/** The tally over the texts of the file (JSON Lines, gzip). */
export function tallyPronouns(
  path: string,
  language: Language,
  gazetteer: Gazetteer,
  agents: Agents,
): PronounTally {
  const rows = gunzipSync(readFileSync(path)).toString().split("\n").filter(Boolean);
  const tally = { marked: 0, linked: 0, right: 0 };
  for (const line of rows) {
    const row = JSON.parse(line) as Row;
    const sentences = given(row).map((sentence) => language.parse(sentence));
    const { mentions, chains } = readDiscourse(sentences, gazetteer, agents, row.dct);
    for (const mention of mentions) {
      if (mention.form !== "pronoun") continue;
      const gold = goldOf(mention, row);
      if (
        gold === null ||
        !ACTORS.has(gold.instance_type) ||
        !row.mentions.some((one) => one !== gold && one.instance_id === gold.instance_id)
      )
        continue;
      tally.marked++;
      const named = chains[mention.chain]?.mentions
        .map((index) => mentions[index]!)
        .filter((one) => one.form !== "pronoun")
        .map((one) => goldOf(one, row))
        .filter((one) => one !== null);
      if (named === undefined || named.length === 0) continue;
      tally.linked++;
      if (named.some((one) => one.instance_id === gold.instance_id)) tally.right++;
    }
  }
  return tally;
}

/** The sentences with the tokens as marked. */
function given(row: Row): Sentence[] {
  let at = 0;
  return Object.values(row.sentences).map((words, index): Sentence => {
    const start = at;
    const tokens = words.map((form, position): Token => {
      const from = at;
      at += form.length + 1;
      const blank = { lemma: form, upos: "X", xpos: "", head: -2, deprel: "" } as const;
      return { start: from, end: from + form.length, index: position, form, ...blank };
    });
    return { start, end: at - 1, index, paragraph: 0, tokens, depth: "words" };
  });
}

/** The narrowest marked mention around the head. */
function goldOf(mention: EntityMention, row: Row): GoldMention | null {
  const sentence = Number(Object.keys(row.sentences)[mention.sentence]);
  let found: GoldMention | null = null;
  for (const gold of row.mentions) {
    if (gold.kind !== "ENTITY_MENTION" || !gold.instance_id || gold.sent !== sentence) continue;
    if (!gold.tok.includes(mention.head)) continue;
    if (found === null || gold.tok.length < found.tok.length) found = gold;
  }
  return found;
}
