/** A fetched page in, a raw page out, or why its bytes are none: only HTML and plain text are read. */
import { hashOf } from "../bytes.ts";
import { refusal } from "../refusal.ts";
import type { GivenFields, SourceRefusal, SourceResult } from "../types.ts";
import { charsetOf, decodeBody, mediaTypeOf } from "./decode-body.ts";
import type { FetchedPage, FetchRefusal } from "./types.ts";

const HTML_TYPE = /^(?:text\/html|application\/xhtml\+xml)$/;
const READ_TYPE = /^(?:text\/(?:html|plain)|application\/xhtml\+xml)$/;

/** The raw page, with its address. */
export function pageOfFetched(
  { finalUrl, contentType, body }: Pick<FetchedPage, "finalUrl" | "contentType" | "body">,
  given: GivenFields = {},
): SourceResult {
  const inputHash = hashOf(body);
  const type = mediaTypeOf(contentType);
  if (type !== null && !READ_TYPE.test(type) && type !== "application/octet-stream") {
    return refusal("sources/unsupported", finalUrl, `${finalUrl} is ${type}, which is not read.`, {
      inputHash,
    });
  }
  const read = decodeBody(body, charsetOf(contentType));
  if (read === null) {
    return refusal("sources/binary", finalUrl, `${finalUrl} is not text.`, { inputHash });
  }
  const { text: content, charset } = read;
  if (content.trim() === "") {
    return refusal("sources/empty", finalUrl, `${finalUrl} is empty.`, { inputHash });
  }
  const isHtml = type === null || HTML_TYPE.test(type) ? /<[a-z!/]/i.test(content) : false;
  const kind = isHtml ? "html" : "text";
  return {
    origin: finalUrl,
    kind,
    content,
    charset,
    bytesHash: inputHash,
    given: { ...given, url: finalUrl },
  };
}

/** The fetcher's refusal in the form of a source's. */
export function refusalOfFetch(origin: string, { code, message, advice }: FetchRefusal): SourceRefusal {
  return refusal(code, origin, message, advice === undefined ? {} : { advice });
}
