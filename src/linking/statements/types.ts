/** What the joining of statements takes and gives. */
import type { Day } from "../../base/types.ts";

/** What the joining of statements goes by. */
export interface StatementFacts {
  readonly id: string;
  /** Null where unknown. */
  readonly day: Day | null;
  readonly content: string;
  /** Known speakers: gazetteer ids, else codes with sector, else the words of their names; empty for nobody or a pronoun alone. */
  readonly speakers: readonly string[];
}

/** Two statements of the same words; `a` is the smaller id. */
export interface StatementTie {
  readonly a: string;
  readonly b: string;
  /** same: word for word; shortened: one holds the words of the other; reworded: told or translated otherwise. */
  readonly kind: "same" | "shortened" | "reworded";
  /** Of the words, 0 to 1. */
  readonly share: number;
}

/** What tells a statement from others: of two with one text either can be compared with others in place of both. */
export interface Wording {
  /** Key (signed 32 bits) of the text. */
  readonly key: number;
  readonly text: string;
}

/** Joins statements of the same words; whatever the order in which they come, the same ones are joined. */
export interface StatementJoining {
  /** Keys (signed 32 bits) by which statements of the same words find each other. */
  keysOf(statement: StatementFacts): readonly number[];
  /** What tells it apart; null where two that are alike would not be joined. */
  wordingOf(statement: StatementFacts): Wording | null;
  /** The tie of two statements; null where they say different things. */
  compare(one: StatementFacts, two: StatementFacts): StatementTie | null;
  /** For each statement the id of the first of those that it is joined with, itself among them. */
  group(statements: readonly StatementFacts[], ties: readonly StatementTie[]): ReadonlyMap<string, string>;
}
