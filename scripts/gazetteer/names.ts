/**
 * A person's name in, the surname and the other spellings out.
 *
 * Chinese, Korean and Vietnamese names begin with the surname; others end with
 * it, particles included. Spellings come from the groups of given names; a
 * surname that is an ordinary English word is marked "?" (name-index.ts).
 */
import { fold, keyOf } from "../../src/knowledge/gazetteer/pieces.ts";

/** States whose names begin with the surname. */
export const SURNAME_FIRST = new Set(["CHN", "PRK", "KOR", "TWN", "KHM", "HKG"]);
/** Particles that belong to the surname and stay in front of it. */
const PARTICLES = new Set(
  "von van der den de la le du di da del della dos das do bin ibn ben ter zu af el al dal lo san st st.".split(
    " ",
  ),
);
/** Particles without which the surname is also used: "al-Assad", "Assad". */
const DROPPED = /^(?:al|el|ould|as|ash|an|ar|at|ad|az)[- ]/i;
const SUFFIX = /^(?:Jr|Sr|II|III|IV|KC|QC|MP|MBE|OBE|CBE)\.?$/;
const INITIAL = /^\p{Lu}\.?$/u;

/** Surname forms of the name, the fullest first; none for a name of one word or with "of". `doubtful` are the
 * ordinary words and first names, which are as doubtful as surnames where first names come first. */
export function surnamesOf(
  name: string,
  state: string,
  ordinary: ReadonlySet<string>,
  doubtful: ReadonlySet<string>,
): string[] {
  const words = name
    .replace(/,.*$/, "")
    .split(" ")
    .filter((word) => word !== "" && !SUFFIX.test(word));
  if (
    words.length < 2 ||
    words.includes("of") ||
    /^(?:Lord|Lady|Baroness|Baron|Prince|Princess|Sheikh)$/.test(words[0]!)
  )
    return [];
  if (/\b(?:I|II|III|IV|V|VI|VIII|XVI)$/.test(name)) return [];
  if (SURNAME_FIRST.has(state)) return mark([words[0]!], ordinary);
  if (state === "VNM") return mark([words.at(-1)!], doubtful);
  let first = words.length - 1;
  while (first > 1 && PARTICLES.has(words[first - 1]!.toLowerCase())) first--;
  if (/^al$/i.test(words[first]!) && first + 1 < words.length)
    return mark([words.slice(first).join(" ")], doubtful);
  const full = words.slice(first).join(" ");
  const bare = full.replace(DROPPED, "");
  return mark(bare === full || bare.length < 3 ? [full] : [full, bare], doubtful);
}

function mark(surnames: readonly string[], ordinary: ReadonlySet<string>): string[] {
  return surnames
    .filter((surname) => surname.length > 1)
    .map((surname) => (ordinary.has(fold(surname).toLowerCase()) ? `?${surname}` : `=${surname}`));
}

/** Other spellings of the name that differ in their keys. */
export function spellingsOf(name: string, groups: ReadonlyMap<string, readonly string[]>): string[] {
  const words = name.split(" ");
  const found = new Map<string, string>();
  const known = keyOf(name);
  const add = (spelling: string) => {
    const key = keyOf(spelling);
    if (key !== known && spelling.includes(" ")) found.set(key, spelling);
  };
  const plain = words.filter((word, at) => at === 0 || !INITIAL.test(word));
  if (plain.length >= 2 && plain.length < words.length) add(plain.join(" "));
  for (const base of [words, plain])
    base.forEach((word, at) => {
      if (at === base.length - 1 && at > 0) return;
      for (const other of groups.get(fold(word)) ?? [])
        if (fold(other) !== fold(word))
          add(base.map((each, index) => (index === at ? other : each)).join(" "));
    });
  if (/ [aA]l[- ]/.test(name)) add(name.replace(/ [aA]l[- ]/g, " "));
  return [...found.values()];
}
