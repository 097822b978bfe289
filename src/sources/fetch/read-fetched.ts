/**
 * A fetched body in, its pages out: a Word, RTF or PDF document or a saved page
 * behind an address is opened as a saved file is, in a thread of its own under
 * the same caps; everything else is one page of HTML or text.
 */
import { documentKind, readDocument } from "../documents/read-documents.ts";
import type { GivenFields, SourceResult } from "../types.ts";
import { pageOfFetched } from "./page-of-fetched.ts";
import type { FetchedPage } from "./types.ts";

type Fetched = Pick<FetchedPage, "finalUrl" | "contentType" | "body">;

/** The pages, or the refusals of what is none.
 * @param given what is known of the page beforehand */
export async function* readFetched(fetched: Fetched, given: GivenFields = {}): AsyncGenerator<SourceResult> {
  const { body, finalUrl } = fetched;
  const kind = documentKind(body);
  if (kind === null) yield pageOfFetched(fetched, given);
  else yield* readDocument(body, kind, finalUrl, { ...given, url: finalUrl });
}

/** The pages in a list. */
export async function pagesOfFetched(fetched: Fetched, given: GivenFields = {}): Promise<SourceResult[]> {
  const pages: SourceResult[] = [];
  for await (const page of readFetched(fetched, given)) pages.push(page);
  return pages;
}
