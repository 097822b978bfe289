/** What both databases' readers need: stretches between blank lines, bylines, and the text of a report put together. */
import type { LineRules } from "./labels.ts";
import type { DocumentText } from "./types.ts";

/** The stretches between blank lines, each as its lines. */
export function stretchesOf(lines: readonly string[]): string[][] {
  const stretches: string[][] = [[]];
  for (const line of lines) {
    if (line.trim() !== "") stretches.at(-1)!.push(line.trim());
    else if (stretches.at(-1)!.length > 0) stretches.push([]);
  }
  return stretches.filter((stretch) => stretch.length > 0);
}

/** A byline as texts have it. */
export function written(byline: string | null, rules: LineRules): string | null {
  if (byline === null || byline === "") return null;
  const starts = byline.toLowerCase().startsWith(rules.byline.toLowerCase());
  return starts ? byline : rules.byline + byline;
}

/** The report of title, byline and body, parted by blank lines; null where the body is empty. */
export function articleText(
  title: string | null,
  byline: string | null,
  body: readonly string[],
  given: DocumentText["given"],
): DocumentText | null {
  const text = body
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  if (text === "") return null;
  const content = [title, byline, text].filter((part) => part !== null && part !== "").join("\n\n");
  return { kind: "text", content, given };
}
