/**
 * Titles of office in, keys of office out, by the rules of knowledge/gazetteer/offices.jsonl.
 *
 * The first rule whose pattern fits the title and whose states include the
 * body wins. A key that ends in ":" is completed by the state that the
 * pattern's group `to` names ("ambassador to Russia" → `ambassador-to:RUS`); a
 * group `of` must name the body ("President of France", not "of the Senate").
 */
import { readFileSync } from "node:fs";
import { knowledgePath } from "../dir.ts";
import type { Sector } from "../ontology.generated.ts";
import type { OfficeKey } from "../types.ts";
import { fold } from "./pieces.ts";

/** One line of offices.jsonl; `only` and `except` list codes or ids of bodies. */
export interface OfficeRule {
  readonly id: string;
  readonly pattern: string;
  readonly gives: { readonly office: string; readonly sector: Sector };
  readonly only?: readonly string[];
  readonly except?: readonly string[];
  readonly source: string;
  readonly examples: readonly string[];
  readonly counterExamples: readonly string[];
}

/** The rules in their order. */
export function readOfficeRules(): OfficeRule[] {
  const lines = readFileSync(knowledgePath("gazetteer", "offices.jsonl"), "utf8").split("\n");
  return lines.filter((line) => line !== "").map((line) => JSON.parse(line) as OfficeRule);
}

export class OfficeTitles {
  #rules: readonly { readonly rule: OfficeRule; readonly pattern: RegExp }[] | null = null;
  readonly #stateOf: (name: string) => string | null;

  /** @param stateOf code of the state that the words name, or null */
  constructor(stateOf: (name: string) => string | null) {
    this.#stateOf = stateOf;
  }

  /** The rules in their order. */
  rules(): readonly OfficeRule[] {
    return this.#compiled().map(({ rule }) => rule);
  }

  #compiled(): readonly { readonly rule: OfficeRule; readonly pattern: RegExp }[] {
    this.#rules ??= readOfficeRules().map((rule) => ({ rule, pattern: new RegExp(`^(?:${rule.pattern})$`) }));
    return this.#rules;
  }

  /** True when the words name the state `body`, or any state where `body` is null. */
  #names(words: string, body: string | null): boolean {
    const state = this.#stateOf(words);
    return state !== null && (body === null || state === body);
  }

  /** Key and sector of the office, or null when no rule fits. */
  keyOf(title: string, of: string | null): OfficeKey | null {
    const plain = fold(title).toLowerCase().replaceAll(/\s+/g, " ").trim();
    const body = of === null ? null : of.replace(/^state\//, "");
    for (const { rule, pattern } of this.#compiled()) {
      if (rule.only !== undefined && (body === null || !rule.only.includes(body))) continue;
      if (body !== null && rule.except?.includes(body)) continue;
      const match = pattern.exec(plain);
      if (match === null) continue;
      const whose = match.groups?.of;
      if (whose !== undefined && !this.#names(whose, body)) continue;
      const { office, sector } = rule.gives;
      if (!office.endsWith(":")) return { office, sector };
      const state = this.#stateOf((match.groups?.to ?? "").replace(/(?: and |,).*/, ""));
      if (state !== null) return { office: office + state, sector };
    }
    return null;
  }
}
