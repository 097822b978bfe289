/** Codes of two letters that FollowTheMoney and lists of sanctions use for states, out of knowledge/gazetteer/alpha2.tsv. */
import { readFileSync } from "node:fs";
import { knowledgePath } from "./dir.ts";

/** ISO 3166-1 alpha-2 in lower case by our codes; what exists no longer has none. */
export function loadAlpha2(): ReadonlyMap<string, string> {
  const rows = readFileSync(knowledgePath("gazetteer", "alpha2.tsv"), "utf8").trimEnd().split("\n").slice(1);
  return new Map(
    rows.map((row) => {
      const [code = "", alpha2 = ""] = row.split("\t");
      return [code, alpha2];
    }),
  );
}
