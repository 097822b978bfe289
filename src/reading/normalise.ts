/**
 * Raw text in, blocks out: line ends made equal, control characters and marks
 * without width removed, lines of a hard-wrapped text joined. A block is a line
 * or a wrapped paragraph; `group` counts the stretches between blank lines.
 */
export interface Block {
  readonly text: string;
  /** Number of the stretch between blank lines. */
  readonly group: number;
  /** What the page's elements say about it; "plain" for text. */
  readonly hint: "plain" | "heading" | "title" | "deck" | "related" | "caption" | "boilerplate";
  /** True where it stands in the very element that holds the report's paragraphs. */
  readonly core?: boolean;
  /** Where its words lead, as written, in order. */
  readonly links?: readonly { readonly href: string; readonly text: string }[];
}

const REMOVED = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u200b\u2060\ufeff]/g;
const LINE_ENDS = /\r\n?|\u0085|\u2028|\u2029|[\u000b\u000c]/g;
const BLANKS = /[\t \u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]+/g;

/** The text with equal line ends and single blanks, without control characters. */
export function cleanText(text: string): string {
  return text.replace(LINE_ENDS, "\n").replace(REMOVED, "").replace(BLANKS, " ");
}

/** Widest line of a text that was wrapped by hand or by mail, in characters. */
const WRAP_WIDTH = 100;
/** Share of its lines in running paragraphs that reach near the width. */
const WRAPPED_SHARE = 0.6;

/** The blocks of plain text. */
export function blocksOfText(content: string): Block[] {
  const groups: string[][] = [[]];
  for (const raw of cleanText(content).split("\n")) {
    const line = raw.trim();
    if (line !== "") groups.at(-1)!.push(line);
    else if (groups.at(-1)!.length > 0) groups.push([]);
  }
  const width = wrapWidth(groups);
  const whole = groups.filter((lines) => lines.length > 0);
  // Without blank lines the line is the only unit, so every line is a group of its own.
  const flat = whole.length < 3 && whole.some((lines) => lines.length > 6);
  let group = -1;
  return whole.flatMap((lines) => {
    if (!flat) group++;
    return joined(lines, width).map((text): Block => {
      if (flat) group++;
      return { text, group, hint: "plain" };
    });
  });
}

/** The width at which the text was wrapped; 0 where it was not. */
function wrapWidth(groups: readonly string[][]): number {
  const running = groups.filter((lines) => lines.length > 1).flatMap((lines) => lines.slice(0, -1));
  const widest = groups.flat().reduce((most, line) => Math.max(most, line.length), 0);
  if (running.length < 3 || widest > WRAP_WIDTH) return 0;
  const full = running.filter((line) => line.length >= widest * 0.75);
  return full.length >= running.length * WRAPPED_SHARE ? widest : 0;
}

/** The lines of a stretch, each joined to the one before where that one was wrapped. */
function joined(lines: readonly string[], width: number): string[] {
  const blocks: string[][] = [];
  let before = "";
  for (const line of lines) {
    const wrapped = width > 0 && before.length >= width * 0.6;
    const runsOn = /^\p{Ll}/u.test(line) && !/[.!?:;]["'”’)]*$/.test(before);
    if (before !== "" && (wrapped || runsOn)) blocks.at(-1)!.push(line);
    else blocks.push([line]);
    before = line;
  }
  return blocks.map((parts) => parts.join(" "));
}
