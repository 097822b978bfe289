/**
 * GLOSSARY.md in, the words that nobody uses out; and the places that use one.
 * The third column of its tables names them, parted by commas. Code, and words
 * joined to others by a hyphen or a slash (names of corpora), are not read.
 */
import type { Finding, TreeFile } from "./finding.ts";
import { readMarkdown, tableRows } from "./markdown.ts";
import { scanSource } from "./scan-source.ts";

export interface BannedWord {
  readonly word: string;
  readonly instead: string;
}

/** The "not this" words of the glossary with the word to use instead. */
export function bannedWords(glossary: string): BannedWord[] {
  return tableRows(glossary).flatMap(({ cells }) => {
    const [instead = "", , not = ""] = cells;
    return not
      .split(",")
      .map((word) => word.replace(/\(.*\)/, "").trim())
      .filter((word) => word !== "" && word !== "–")
      .map((word) => ({ word, instead: instead.replace(/\*/g, "") }));
  });
}

/** Places in prose, or in the texts of a command, that use a banned word. */
export function checkWords(file: TreeFile, banned: readonly BannedWord[]): Finding[] {
  const lines = file.path.endsWith(".md") ? readMarkdown(file.text).prose : textsOf(file.text);
  return lines.flatMap(({ text, line }) =>
    banned.flatMap(({ word, instead }) => {
      const pattern = new RegExp(`(?<![\\w/-])${word}s?(?![\\w/-])`, "i");
      return pattern.test(text) ? [{ path: file.path, line, message: `"${word}": say ${instead}` }] : [];
    }),
  );
}

/** Strings of a source that are sentences or phrases, not names. */
function textsOf(source: string) {
  return scanSource(source).filter(
    (token) => (token.kind === "string" || token.kind === "template") && /[a-z] [a-z]/i.test(token.text),
  );
}
