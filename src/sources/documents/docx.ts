/**
 * Bytes of a Word document in, its paragraphs as text out, parted by blank lines.
 *
 * Only word/document.xml is read: no headers and footers, comments, notes, deleted text, field codes, pictures.
 *
 * @see ECMA-376, part 1, section 17
 */
import { Parser } from "htmlparser2";
import { BadDocument } from "./types.ts";
import { zipEntry } from "./zip.ts";

const LIMIT_BYTES = 32 * 1024 * 1024;
/** Elements whose text is none of the document's: deleted words, codes of fields, the older twin of a shape. */
const UNREAD: ReadonlySet<string> = new Set([
  "w:del",
  "w:movefrom",
  "w:instrtext",
  "mc:fallback",
  "w:rpr",
  "w:ppr",
]);
const ENDS_LINE: ReadonlySet<string> = new Set(["w:br", "w:cr"]);
/** Blink's and WebKit's cap for the depth of a tree; no document of words comes near. */
const MOST_DEEP = 512;

/** The text of the document.
 * @throws {@link BadDocument} where it is none, broken, or unpacks to more than 32 MiB */
export function textOfDocx(bytes: Buffer): string {
  const xml = zipEntry(bytes, "word/document.xml", LIMIT_BYTES);
  if (xml === null) throw new BadDocument("is no Word document, but another kind of ZIP file");
  const paragraphs: string[] = [];
  let line = "";
  let depth = 0;
  let unread = 0;
  let isText = false;
  const flush = () => {
    if (line.trim() !== "") paragraphs.push(line.trim());
    line = "";
  };
  const parser = new Parser(
    {
      onopentag(name) {
        depth += 1;
        if (depth > MOST_DEEP) throw new BadDocument(`is nested more than ${MOST_DEEP} deep`);
        const tag = name.toLowerCase();
        if (unread > 0 || UNREAD.has(tag)) unread += 1;
        else if (tag === "w:p") flush();
        else if (tag === "w:t") isText = true;
        else if (tag === "w:tab") line += "\t";
        else if (ENDS_LINE.has(tag)) line += "\n";
      },
      ontext(text) {
        if (isText && unread === 0) line += text;
      },
      onclosetag(name) {
        depth -= 1;
        const tag = name.toLowerCase();
        if (unread > 0) unread -= 1;
        else if (tag === "w:p") flush();
        else if (tag === "w:t") isText = false;
        else if (tag === "w:tc") line += "\t";
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.end(new TextDecoder("utf-8").decode(xml));
  flush();
  return paragraphs.join("\n\n");
}
