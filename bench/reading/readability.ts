/** A page in, the text that Mozilla's Readability takes for its article out: what others do on the same pages. */
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import { parseHtml, textOf } from "../../src/reading/dom.ts";

const BLOCK_END = /<(?:\/(?:p|div|h\d|li|tr|td|blockquote|pre|section|figure|ul|ol)|br\b[^>]*)>/gi;

/** The article's text, blocks on lines of their own; empty where Readability finds none. */
export function readabilityText(html: string): string {
  const { document } = parseHTML(html);
  const article = new Readability(document).parse();
  return textOf(parseHtml((article?.content ?? "").replace(BLOCK_END, "\n$&")));
}
