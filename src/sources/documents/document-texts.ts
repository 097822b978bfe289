/** Bytes of a document and its kind in, its texts out, or why there are none; runs in a thread of its own. */
import { loadDatabaseLabels } from "../../knowledge/database-labels.ts";
import { textOfDocx } from "./docx.ts";
import { compileLabels } from "./labels.ts";
import { pageOfMht } from "./mht.ts";
import { textOfRtf } from "./rtf.ts";
import { splitArticles } from "./split-articles.ts";
import { BadDocument, type DocumentKind, type OpenedDocument } from "./types.ts";

/** The texts of the document; nothing is thrown for a bad one. */
export async function textsOfDocument(kind: DocumentKind, bytes: Buffer): Promise<OpenedDocument> {
  try {
    if (kind === "mht") return { ok: true, texts: [pageOfMht(bytes)] };
    const text = await textOf(kind, bytes);
    if (text.trim() === "") return { ok: false, code: "sources/empty", reason: "holds no text" };
    const articles = splitArticles(text, compileLabels(loadDatabaseLabels()));
    return { ok: true, texts: articles ?? [{ kind: "text", content: text, given: {} }] };
  } catch (error) {
    if (error instanceof BadDocument) return { ok: false, code: error.code, reason: error.message };
    throw error;
  }
}

async function textOf(kind: Exclude<DocumentKind, "mht">, bytes: Buffer): Promise<string> {
  if (kind === "docx") return textOfDocx(bytes);
  if (kind === "rtf") return textOfRtf(bytes);
  // PDF.js takes a quarter of a second to load, which no other document should wait for.
  const { textOfPdf } = await import("./pdf.ts");
  return await textOfPdf(bytes);
}
