/** The knowledge of linking and of ledgers in, the tools of the ledgers out. */
import type { LedgerKnowledge } from "../../knowledge/ledgers.ts";
import type { LinkingKnowledge } from "../../knowledge/linking.ts";
import { createWordReader } from "../text/read-words.ts";
import type { LedgerLinkTools } from "./types.ts";

/** The tools by which entries are made. */
export function ledgerTools(ledgers: LedgerKnowledge, linking: LinkingKnowledge): LedgerLinkTools {
  const readWords = createWordReader(linking);
  const { weights, lists, things } = ledgers;
  return {
    stemsOf: (words) =>
      readWords(words).known.flatMap(({ stem, weight }) => (weight >= weights.leastRareness! ? [stem] : [])),
    genericKinds: new Set(things.flatMap(({ generic, kind }) => (generic === true ? (kind ?? []) : []))),
    formKinds: new Set(lists["form-kinds"] ?? []),
    looseKinds: new Set(lists["loose-kinds"] ?? []),
    actKinds: new Set(lists["act-kinds"] ?? []),
    contactKinds: lists["contact-kinds"] ?? [],
    callKind: lists["call-kind"]?.[0] ?? "",
    settings: weights,
  };
}
