/**
 * Bytes of a PDF in, its text out, paragraphs parted by blank lines: the one file that knows unpdf, a build of
 * Mozilla's PDF.js for Node. Nothing of the document is run, and nothing is fetched for it.
 *
 * Lines that stand at the head or foot of most pages (running titles, page numbers) are left out; a word that a
 * hyphen parts at the end of a line is put together. A picture of a page gives no text.
 */
import { getDocumentProxy } from "unpdf";
import { BadDocument } from "./types.ts";

const MOST_PAGES = 2_000;
const MOST_CHARS = 32 * 1024 * 1024;
/** A step down of more than so many heights of a line parts paragraphs. */
const PARAGRAPH_STEP = 1.75;
/** A line that is at least so full, as a share of the widest, runs on. */
const FULL_LINE = 0.7;
/** Pages from which a line that most of them have counts as furniture. */
const LEAST_PAGES = 3;

interface Line {
  readonly text: string;
  readonly y: number;
  readonly height: number;
}

/** The text of the document.
 * @throws {@link BadDocument} where it is no PDF, locked, too long, or holds no text */
export async function textOfPdf(bytes: Buffer): Promise<string> {
  const pages: Line[][] = [];
  let chars = 0;
  let pdf: Awaited<ReturnType<typeof getDocumentProxy>> | null = null;
  try {
    pdf = await getDocumentProxy(new Uint8Array(bytes), {
      disableFontFace: true,
      stopAtErrors: false,
      verbosity: 0,
    });
    if (pdf.numPages > MOST_PAGES)
      throw new BadDocument(`has more than ${MOST_PAGES} pages`, "sources/too-large");
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const lines = linesOf((await page.getTextContent()).items as readonly Item[]);
      for (const { text } of lines) chars += text.length;
      if (chars > MOST_CHARS) throw new BadDocument("holds more than 32 MiB of text", "sources/too-large");
      pages.push(lines);
      page.cleanup();
    }
  } catch (error) {
    if (error instanceof BadDocument) throw error;
    const { name, message } = error as Error;
    if (name === "PasswordException")
      throw new BadDocument("is locked with a password", "sources/locked-document");
    throw new BadDocument(`is no whole PDF (${message.slice(0, 100)})`);
  } finally {
    await pdf?.loadingTask.destroy().catch(() => {});
  }
  const text = paragraphsOf(withoutFurniture(pages)).join("\n\n");
  if (text.trim() === "") throw new BadDocument("holds no text, but perhaps pictures of it", "sources/empty");
  return text;
}

interface Item {
  readonly str?: string;
  readonly hasEOL?: boolean;
  readonly transform?: readonly number[];
  readonly height?: number;
}

function linesOf(items: readonly Item[]): Line[] {
  const lines: Line[] = [];
  let text = "";
  let [y, height] = [0, 0];
  const flush = () => {
    const clean = text.replace(/\s+/g, " ").trim();
    if (clean !== "") lines.push({ text: clean, y, height });
    text = "";
    height = 0;
  };
  for (const { str = "", hasEOL = false, transform = [], height: own = 0 } of items) {
    const at = transform[5] ?? y;
    if (text !== "" && Math.abs(at - y) > Math.max(height, own, 1) * 0.6) flush();
    if (str.trim() !== "") {
      y = at;
      height = Math.max(height, own);
    }
    text += str;
    if (hasEOL) flush();
  }
  flush();
  return lines;
}

/** The pages without the lines that most of them begin or end with; numbers in them may differ. */
function withoutFurniture(pages: readonly (readonly Line[])[]): Line[][] {
  const shape = (line: Line | undefined) => line?.text.replace(/\d+/g, "#") ?? "";
  const counts = new Map<string, number>();
  const edges = (page: readonly Line[]) => new Set([shape(page[0]), shape(page.at(-1))]);
  for (const page of pages) for (const edge of edges(page)) counts.set(edge, (counts.get(edge) ?? 0) + 1);
  const isFurniture = (line: Line) => {
    const count = counts.get(shape(line)) ?? 0;
    return count >= LEAST_PAGES && count > pages.length / 2;
  };
  return pages.map((page) =>
    page.filter((line, at) => !((at === 0 || at === page.length - 1) && isFurniture(line))),
  );
}

function paragraphsOf(pages: readonly (readonly Line[])[]): string[] {
  const paragraphs: string[] = [];
  const widest = pages.flat().reduce((most, { text }) => Math.max(most, text.length), 0);
  for (const page of pages) {
    let last: Line | null = null;
    for (const line of page) {
      const step = last === null ? Number.POSITIVE_INFINITY : Math.abs(last.y - line.y);
      const size = Math.max(last?.height ?? 0, line.height, 1);
      const goesOn = last === null ? runsOver(paragraphs.at(-1), line.text) : step <= size * PARAGRAPH_STEP;
      if (goesOn && paragraphs.length > 0) paragraphs.push(joined(paragraphs.pop()!, line.text, widest));
      else paragraphs.push(line.text);
      last = line;
    }
  }
  return paragraphs;
}

/** A sentence that the end of a page breaks goes on at the head of the next. */
function runsOver(before: string | undefined, line: string): boolean {
  return before !== undefined && /[\p{L},;-]$/u.test(before) && /^\p{Ll}/u.test(line);
}

/** The next line behind what stands: on a line of its own where the one before ends long before the margin. */
function joined(before: string, line: string, widest: number): string {
  if (/\p{Ll}-$/u.test(before) && /^\p{Ll}/u.test(line)) return before.slice(0, -1) + line;
  const last = before.length - before.lastIndexOf("\n") - 1;
  return `${before}${last >= widest * FULL_LINE ? " " : "\n"}${line}`;
}
