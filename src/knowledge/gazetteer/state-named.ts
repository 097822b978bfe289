/** Words that name a state in, its code out: "the Russian Federation", "turkey" in a title in lower case. */
import type { Gazetteer } from "../types.ts";

const NAMING: ReadonlySet<string> = new Set(["name", "abbreviation"]);
/** Letters of the longest article before a name. */
const ARTICLE = 3;

function capitalised(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

/** Code of the state or territory that all the words name, an article aside, or null. */
export function stateNamed(name: string, gazetteer: Pick<Gazetteer, "match" | "entry">): string | null {
  const words = name.split(" ").map(capitalised);
  const found = gazetteer.match(words).find(({ last }) => last === words.length);
  const best = found?.candidates[0];
  if (found === undefined || best === undefined || !NAMING.has(best.use)) return null;
  if (found.first > 1 || (found.first === 1 && words[0]!.length !== ARTICLE)) return null;
  const entry = gazetteer.entry(best.id);
  return entry !== null && (entry.kind === "state" || entry.kind === "territory") ? entry.code : null;
}
