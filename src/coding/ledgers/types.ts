/** What the parts of the ledgers folder hand to each other; clues themselves are in ../types.ts. */
import type { Day, Span } from "../../base/types.ts";
import type { LedgerThing } from "../../knowledge/ledgers.ts";
import type { QuantityTools } from "../mentions/quantities.ts";
import type { PartyReader } from "../parties/party-reader.ts";
import type { Cues } from "../rules/cues.ts";
import type { RuleIndex } from "../rules/rule-index.ts";
import type { Tree } from "../tree/tree.ts";
import type { LedgerClue, LedgerParty, TimeExpression } from "../types.ts";
import type { LedgerTables } from "./compile-rules.ts";
import type { NamedList } from "./named-lists.ts";

/** What is the same for all reports. */
export interface LedgerTools {
  readonly tables: LedgerTables;
  readonly index: RuleIndex;
  readonly cues: Cues;
  readonly quantityTools: QuantityTools;
  /** Title of the office that a person held on that day; null where unknown. */
  officeOf(personId: string, code: string | null, day: Day | null): string | null;
}

/** One sentence, ready to be read. */
export interface LedgerSentence {
  readonly tree: Tree;
  readonly parties: PartyReader;
  /** Names in a row, by the words alone. */
  readonly lists: readonly NamedList[];
  readonly times: readonly TimeExpression[];
  readonly text: string;
  /** Day that "today" means there. */
  readonly anchor: Day | null;
  readonly anchorKind: "published" | "dateline";
  /** Place of the dateline; null where none stands. */
  readonly dateline: string | null;
  /** Things that were told before in the report, latest last. */
  readonly before: readonly Thing[];
  /** Sentences right before it, latest last, for what points back to them. */
  readonly recent: readonly Pick<LedgerSentence, "tree" | "parties">[];
  /** Clues of the report so far. */
  readonly earlier: readonly LedgerClue[];
}

/** A noun phrase that names what a ledger holds, or a pronoun for one. */
export interface Thing {
  readonly entry: LedgerThing;
  /** Token that heads the phrase; -1 where it stands in another sentence. */
  readonly head: number;
  readonly sentence: number;
  /** Span of the noun in the report's text. */
  readonly span: Span;
  readonly kind: string | null;
  readonly instrument: string | null;
  readonly known: boolean;
  readonly another: boolean;
  readonly plural: boolean;
  /** Parties behind "between"; behind "of" and "by" or before it; behind "with"; behind "on", "against". */
  readonly between: readonly LedgerParty[];
  readonly owners: readonly LedgerParty[];
  readonly with: readonly LedgerParty[];
  readonly against: readonly LedgerParty[];
  readonly about: string | null;
  readonly countries: readonly string[];
  /** First tokens of the places that the phrase names behind "in" or "at". */
  readonly places: readonly number[];
  /** The time behind "of": the day on which it was made ("the agreement of 18 March"). */
  readonly founded: TimeExpression | null;
  /** What it was told to be before, where the words only point back. */
  readonly earlier: boolean;
}
