/** The form of what a page holds, as `chancery extract` prints it, in snake_case. */
import type { ExtractedPage } from "../../reading/types.ts";

/** The page as an object ready for JSON.
 * @param file where it came from, as given */
export function extractJson(file: string, page: ExtractedPage) {
  return {
    file,
    title: page.title,
    date: page.date,
    date_basis: page.dateBasis,
    modified: page.modified,
    authors: page.authors,
    outlet: page.outlet,
    language: page.language,
    url: page.url,
    text: page.text,
    sections: page.sections.map(({ kind, text }) => ({ kind, text })),
    links: page.links.map(({ url, text }) => ({ url, text })),
  };
}
