/**
 * Bytes of a file in, its pages and refusals out, where the file is a document: Word, RTF, PDF, a saved page, or
 * a text download of a newspaper database. What it is, is told by its first bytes, whatever its name.
 */
import { loadDatabaseLabels } from "../../knowledge/database-labels.ts";
import { hashOf } from "../bytes.ts";
import { DEFAULT_LIMITS, mebibytes, refusal } from "../refusal.ts";
import type { GivenFields, SourceResult } from "../types.ts";
import { compileLabels, type LineRules } from "./labels.ts";
import { isMht } from "./mht.ts";
import { createDocumentReader, type DocumentReader } from "./open-document.ts";
import { isRtf } from "./rtf.ts";
import { splitArticles } from "./split-articles.ts";
import type { DocumentFault, DocumentKind, DocumentText } from "./types.ts";
import { isZip } from "./zip.ts";

/** Codes after which there is something that the user can do. */
const ADVICE: Readonly<Record<string, string>> = {
  "sources/locked-document": "Save it without its password.",
  "sources/too-large": "Split the document.",
  "sources/too-slow": "Save it as text, or split it.",
  "sources/too-hungry": "Save it as text, or split it.",
  "sources/empty": "Turn pictures of text into text first.",
};
const OPEN_IT = "Open it in the program that wrote it and save it again, or as plain text.";

/** What kind of document the first bytes are; null where they are none of those. */
export function documentKind(head: Uint8Array): DocumentKind | null {
  if (isZip(head)) return "docx";
  if (isRtf(head)) return "rtf";
  if (/^[\s\ufeff]*%PDF-/.test(Buffer.from(head.subarray(0, 64)).toString("utf8"))) return "pdf";
  return isMht(head) ? "mht" : null;
}

let reader: DocumentReader | null = null;
let rules: LineRules | null = null;

/** The pages of a document.
 * @param given what is known of it beforehand; what its texts say of themselves comes first */
export async function* readDocument(
  bytes: Buffer,
  kind: DocumentKind,
  origin: string,
  given: GivenFields = {},
): AsyncGenerator<SourceResult> {
  const inputHash = hashOf(bytes);
  const { bodyBytes } = DEFAULT_LIMITS;
  if (bytes.length > bodyBytes) {
    const reason = `holds more than ${mebibytes(bodyBytes)}`;
    yield refused({ code: "sources/too-large", reason }, origin, inputHash);
    return;
  }
  reader ??= createDocumentReader();
  const opened = await reader.open(kind, bytes);
  if (opened.ok) yield* pagesOf(opened.texts, origin, inputHash, given);
  else yield refused(opened, origin, inputHash);
}

/** The reports of a text download of a newspaper database; null where the text is none. */
export function readDownload(content: string, origin: string, inputHash: string): SourceResult[] | null {
  rules ??= compileLabels(loadDatabaseLabels());
  const texts = splitArticles(content, rules);
  return texts === null ? null : [...pagesOf(texts, origin, inputHash)];
}

function* pagesOf(
  texts: readonly (DocumentText | DocumentFault)[],
  origin: string,
  inputHash: string,
  whole: GivenFields = {},
): Generator<SourceResult> {
  // The name and address of a download are those of none of its texts.
  const { date, outlet } = whole;
  const shared = { ...(date === undefined ? {} : { date }), ...(outlet === undefined ? {} : { outlet }) };
  const common = texts.length === 1 ? whole : shared;
  for (const [index, text] of texts.entries()) {
    const place = texts.length === 1 ? origin : `${origin}#${index + 1}`;
    if ("reason" in text) yield refused(text, place, inputHash);
    else {
      const { kind, content, charset, given } = text;
      const bytesHash = texts.length === 1 ? inputHash : hashOf(Buffer.from(content));
      const read = charset === undefined ? {} : { charset };
      yield { origin: place, kind, content, ...read, bytesHash, given: { ...common, ...given } };
    }
  }
}

function refused({ code, reason }: DocumentFault, origin: string, inputHash: string): SourceResult {
  return refusal(code, origin, `${origin} ${reason}.`, { advice: ADVICE[code] ?? OPEN_IT, inputHash });
}
