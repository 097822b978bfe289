/** Speakers of two statements in, whether they can be the same out. */

/** same: one of them in both; other: both known, none in both; open: one of the two is unknown. */
export function compareSpeakers(one: readonly string[], two: readonly string[]): "same" | "other" | "open" {
  if (one.length === 0 || two.length === 0) return "open";
  return one.some((speaker) => two.some((other) => isSame(speaker, other))) ? "same" : "other";
}

/** The same key, or a name that ends with the other ("John Smith", "Smith"). */
function isSame(one: string, two: string): boolean {
  if (one === two) return true;
  if (one.includes("/") || two.includes("/") || one.includes(":") || two.includes(":")) return false;
  return one.endsWith(` ${two}`) || two.endsWith(` ${one}`);
}
