/**
 * A page in, its parts out as `chancery extract` gives them: the body's text
 * alone, what stands beside it by kind, title, day with its basis, authors,
 * outlet, address, cited links. Every language is taken; nothing is refused.
 */
import type { RawPage } from "../sources/types.ts";
import { citedLinks } from "./cited-links.ts";
import { type ReadSettings, readPage } from "./page-reading.ts";
import type { PageRules } from "./page-rules.ts";
import type { ExtractedPage, SectionKind } from "./types.ts";

/** What a page holds: the parts that the page given as HTML (or plain text) has. */
export function extractPage(
  page: Pick<RawPage, "content"> & Partial<RawPage>,
  rules: PageRules,
  settings: ReadSettings = {},
): ExtractedPage {
  const whole: RawPage = { origin: "-", kind: "html", bytesHash: "", given: {}, ...page };
  const read = readPage(whole, rules, settings);
  const sections: { kind: SectionKind; text: string }[] = [];
  for (const { kind, text } of read.placed) {
    const last = sections.at(-1);
    if (last?.kind === kind) last.text += `\n\n${text}`;
    else sections.push({ kind, text });
  }
  const bodies = sections.filter(({ kind }) => kind === "body");
  return {
    title: read.title,
    date: read.published.day,
    dateBasis: read.published.basis,
    modified: read.modified,
    authors: read.authors,
    outlet: read.outlet,
    language: read.language.code,
    url: read.url,
    text: bodies.map(({ text }) => text).join("\n\n"),
    sections,
    links: citedLinks(read.layout, read.url, rules),
  };
}
