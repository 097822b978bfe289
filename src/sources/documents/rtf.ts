/**
 * Bytes of an RTF document in, its paragraphs as text out, parted by blank lines.
 *
 * Groups that hold no text of the document (fonts, styles, pictures, headers, field codes, and whatever "\*"
 * marks as ignorable) are passed over. Letters come as Unicode, or as bytes in the document's code page.
 *
 * @see Rich Text Format Specification, version 1.9.1
 */
import { BadDocument } from "./types.ts";

/** Groups whose text is none of the document's. */
const UNREAD: ReadonlySet<string> = new Set(
  (
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr footerf " +
    "footnote annotation fldinst listtable listoverridetable rsidtbl generator themedata datastore latentstyles " +
    "xmlnstbl mmathPr colorschememapping filetbl revtbl listtext pntext bkmkstart bkmkend nonshppict"
  ).split(" "),
);
/** What control words and symbols stand for. */
const WRITTEN: ReadonlyMap<string, string> = new Map([
  ["par", "\n\n"],
  ["sect", "\n\n"],
  ["page", "\n\n"],
  ["row", "\n\n"],
  ["line", "\n"],
  ["cell", "\t"],
  ["tab", "\t"],
  ["emdash", "\u2014"],
  ["endash", "\u2013"],
  ["lquote", "\u2018"],
  ["rquote", "\u2019"],
  ["ldblquote", "\u201c"],
  ["rdblquote", "\u201d"],
  ["bullet", "\u2022"],
  ["~", "\u00a0"],
  ["_", "-"],
  ["{", "{"],
  ["}", "}"],
  ["\\", "\\"],
  ["\n", "\n\n"],
  ["\r", "\n\n"],
]);
const MOST_DEEP = 1_000;
const BACKSLASH = 0x5c;
const OPEN = 0x7b;
const CLOSE = 0x7d;

interface Group {
  unread: boolean;
  /** Characters after a \u that repeat it for older readers. */
  skips: number;
}

/** True where the bytes begin like RTF. */
export function isRtf(head: Uint8Array): boolean {
  return Buffer.from(head.subarray(0, 5)).toString("latin1") === "{\\rtf";
}

/** The text of the document.
 * @throws {@link BadDocument} where it is no RTF or nested more than 1,000 deep */
export function textOfRtf(bytes: Buffer): string {
  if (!isRtf(bytes)) throw new BadDocument("is no RTF document");
  const state = new RtfState();
  const source = bytes.toString("latin1");
  for (let at = 0; at < source.length; ) at = step(source, at, state);
  return state
    .text()
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");
}

class RtfState {
  readonly #parts: string[] = [];
  readonly #groups: Group[] = [{ unread: false, skips: 1 }];
  #bytes: number[] = [];
  #decoder = new TextDecoder("windows-1252");
  /** Characters still to be passed over behind a \u. */
  toSkip = 0;

  get group(): Group {
    return this.#groups.at(-1)!;
  }

  open(): void {
    if (this.#groups.length > MOST_DEEP) throw new BadDocument(`is nested more than ${MOST_DEEP} deep`);
    this.#groups.push({ ...this.group });
    this.toSkip = 0;
  }

  close(): void {
    if (this.#groups.length > 1) this.#groups.pop();
    this.toSkip = 0;
  }

  /** A byte in the document's code page. */
  byte(value: number): void {
    if (this.toSkip > 0) this.toSkip -= 1;
    else if (!this.group.unread) this.#bytes.push(value);
  }

  write(text: string): void {
    if (this.group.unread) return;
    this.#flush();
    this.#parts.push(text);
  }

  codePage(number: number): void {
    this.#flush();
    const name =
      number === 65001
        ? "utf-8"
        : number === 932
          ? "shift_jis"
          : number === 936
            ? "gbk"
            : `windows-${number}`;
    try {
      this.#decoder = new TextDecoder(name);
    } catch {
      this.#decoder = new TextDecoder("windows-1252");
    }
  }

  text(): string {
    this.#flush();
    return this.#parts.join("");
  }

  #flush(): void {
    if (this.#bytes.length === 0) return;
    this.#parts.push(this.#decoder.decode(Uint8Array.from(this.#bytes)));
    this.#bytes = [];
  }
}

const WORD = /([A-Za-z]{1,32})(-?\d{1,10})? ?/y;

/** Reads what stands at `at`; where the next thing begins. */
function step(source: string, at: number, state: RtfState): number {
  const code = source.charCodeAt(at);
  if (code === OPEN) state.open();
  else if (code === CLOSE) state.close();
  else if (code === BACKSLASH) return control(source, at + 1, state);
  else if (code !== 10 && code !== 13 && code !== 0) state.byte(code);
  return at + 1;
}

function control(source: string, at: number, state: RtfState): number {
  WORD.lastIndex = at;
  const match = WORD.exec(source);
  if (match === null) return symbol(source, at, state);
  const [whole, word, digits] = match as unknown as [string, string, string | undefined];
  const value = digits === undefined ? null : Number(digits);
  const next = at + whole.length;
  if (UNREAD.has(word)) state.group.unread = true;
  else if (word === "bin") return next + Math.max(0, value ?? 0);
  else if (word === "ansicpg" && value !== null) state.codePage(value);
  else if (word === "uc" && value !== null) state.group.skips = Math.min(Math.max(0, value), 8);
  else if (word === "u" && value !== null) {
    state.write(String.fromCharCode(value < 0 ? value + 0x10000 : value));
    state.toSkip = state.group.skips;
  } else {
    const written = WRITTEN.get(word);
    if (written !== undefined) state.write(written);
  }
  return next;
}

function symbol(source: string, at: number, state: RtfState): number {
  const mark = source[at] ?? "";
  if (mark === "'") {
    const value = Number.parseInt(source.slice(at + 1, at + 3), 16);
    if (!Number.isNaN(value)) state.byte(value);
    return at + 3;
  }
  if (mark === "*") state.group.unread = true;
  else if (state.toSkip > 0) state.toSkip -= 1;
  else {
    const written = WRITTEN.get(mark);
    if (written !== undefined) state.write(written);
  }
  return at + 1;
}
