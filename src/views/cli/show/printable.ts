/**
 * Text of reports made fit for a terminal: no control characters (they could
 * move the cursor or change its colours), white space in one piece, cut to the
 * columns there are.
 */

/** The text without control characters, each run of white space as one space. */
export function printable(text: string): string {
  return text
    .replace(/\s+/gu, " ")
    .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu, "")
    .toWellFormed();
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u;

/** Columns that the text takes. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const char of text) {
    if (/\p{M}/u.test(char)) continue;
    columns += WIDE.test(char) ? 2 : 1;
  }
  return columns;
}

/** The text cut to the columns, with an ellipsis where something went. */
export function cut(text: string, columns: number): string {
  if (columnsOf(text) <= columns) return text;
  let kept = "";
  let used = 0;
  for (const char of text) {
    const more = columnsOf(char);
    if (used + more > columns - 1) break;
    kept += char;
    used += more;
  }
  return `${kept.trimEnd()}…`;
}

/** The text filled with spaces to the columns, or cut to them. */
export function fit(text: string, columns: number): string {
  const short = cut(text, columns);
  return short + " ".repeat(Math.max(0, columns - columnsOf(short)));
}

/** The words in lines of at most so many columns. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (columnsOf(longer) <= columns || line === "") line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** A head of so many columns, and the words beside it in lines that fit; further lines hang under the first.
 * @param columns of a line */
export function hung(head: string, headColumns: number, text: string, columns: number): string {
  const [first = "", ...more] = wrap(text, Math.max(20, columns - headColumns));
  return [`${head}${first}\n`, ...more.map((line) => `${" ".repeat(headColumns)}${line}\n`)].join("");
}

/** The number with its noun: `1 mention`, `2 mentions`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}
