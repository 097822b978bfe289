/**
 * What is known of ledgers, as data: the things that they are about (sanctions,
 * treaties, visits, trials), closed lists of words, and the rules that say which
 * step of a life or which part the words tell. Reads knowledge/rules/ledgers and
 * knowledge/lexicon/en/ledger-*.jsonl; patterns stay text (src/coding/ledgers).
 */
import { readdirSync, readFileSync } from "node:fs";
import { knowledgePath } from "./dir.ts";
import { deepFreeze } from "./freeze.ts";
import { readJsonLines } from "./read-file.ts";

type LedgerName = "measure" | "agreement" | "contact" | "inquiry";

/** A noun that names what a ledger holds. */
export interface LedgerThing {
  readonly id: string;
  readonly ledger: LedgerName;
  /** Another ledger that the same words can belong to. */
  readonly also?: LedgerName;
  readonly kind?: string;
  /** The words name any kind of the ledger ("deal"). */
  readonly generic?: boolean;
  /** The words are the name of one ("NAFTA"). */
  readonly named?: boolean;
  /** The words name what a measure stands in: a law, a decree. */
  readonly instrument?: boolean;
  /** Lemmas; words joined by "_" stand in a row. */
  readonly words: readonly string[];
}

/** One rule, as in knowledge/schema/ledger-rule.json. */
export interface LedgerRule {
  readonly id: string;
  readonly ledger: LedgerName;
  readonly pattern: readonly string[];
  readonly step?: string;
  readonly ahead?: string;
  readonly kind?: string;
  readonly role?: "mediator" | "guarantor";
  readonly alleged?: boolean;
  readonly least?: number;
  readonly again?: boolean;
  /** Holds only where the noun is named by its day ("the agreement of 18 March"). */
  readonly dated?: boolean;
  /** The noun names the act itself ("the lifting of the ban"): it counts where it is told as a fact. */
  readonly nominal?: true | "subject";
  /** Holds only where the sentence tells a condition; tells no step. */
  readonly conditioned?: boolean;
  /** Taken where the report comes from, unless it says otherwise; or told by somebody who may be anywhere. */
  readonly place?: "here" | "anywhere";
  /** Holds only where the words deny it ("does not keep to the truce"). */
  readonly negated?: boolean;
  /** The step is told, never its day ("is moving ahead"). */
  readonly undated?: boolean;
  /** What two sides do together: where they do it on a day that is told they met. */
  readonly joint?: boolean;
  /** The words tell of the acts of the sentence before ("the step answers …"). */
  readonly anaphor?: boolean;
  readonly source: string;
  readonly examples: readonly string[];
  readonly counterExamples: readonly string[];
}

export interface LedgerKnowledge {
  readonly rules: readonly LedgerRule[];
  readonly things: readonly LedgerThing[];
  /** Numbers that identity and ties lean on, by name. */
  readonly weights: Readonly<Record<string, number>>;
  /** Closed lists of lower-case words, by name. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
  /** The capital of each state by its code, as the gazetteer names it first. */
  readonly capitals: Readonly<Record<string, string>>;
  /** The state of each firm by its id ("org/rosneft"). */
  readonly homes: Readonly<Record<string, string>>;
}

/** The rules and words of ledgers.
 * @throws {@link Fault} `knowledge/unreadable`, `knowledge/malformed` */
export function loadLedgerKnowledge(): LedgerKnowledge {
  const files = readdirSync(knowledgePath("rules", "ledgers")).filter((name) => name.endsWith(".jsonl"));
  const weights = readJsonLines<{ id: string; value: number }>("lexicon", "en", "ledger-weights.jsonl");
  const lists = readJsonLines<{ id: string; words: string[] }>("lexicon", "en", "ledger-cues.jsonl");
  return deepFreeze({
    rules: files.sort().flatMap((name) => readJsonLines<LedgerRule>("rules", "ledgers", name)),
    things: readJsonLines<LedgerThing>("lexicon", "en", "ledger-things.jsonl"),
    weights: Object.fromEntries(weights.map(({ id, value }) => [id, value])),
    lists: Object.fromEntries(lists.map(({ id, words }) => [id, words])),
    capitals: readCapitals(),
    homes: readHomes(),
  });
}

function readCapitals(): Record<string, string> {
  const rows = readFileSync(knowledgePath("gazetteer", "places.tsv"), "utf8").trimEnd().split("\n").slice(1);
  const found: Record<string, string> = {};
  for (const [, type, code, name] of rows.map((row) => row.split("\t")))
    if (type === CAPITAL) found[code!] ??= name!.replace(/^=/u, "");
  return found;
}

function readHomes(): Record<string, string> {
  const rows = readFileSync(knowledgePath("gazetteer", "organisations.tsv"), "utf8")
    .trimEnd()
    .split("\n")
    .slice(1);
  const firms = rows
    .map((row) => row.split("\t"))
    .filter(([, code, , state]) => code === FIRM && state !== "");
  return Object.fromEntries(firms.map(([id, , , state]) => [id!, state!]));
}

/** Code of firms in the gazetteer. */
const FIRM = "MNC";

/** Type of places in the gazetteer. */
const CAPITAL = "capital";
