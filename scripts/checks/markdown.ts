/** Markdown text in, what the docs check reads out of it: prose, code, links, headings, captures. */

export interface MarkdownLine {
  /** From 1. */
  readonly line: number;
  readonly text: string;
}

export interface Markdown {
  /** Lines outside code blocks, with code spans and link targets blanked. */
  readonly prose: readonly MarkdownLine[];
  /** Lines of code blocks, and code spans. */
  readonly code: readonly MarkdownLine[];
  /** Targets of links and images. */
  readonly links: readonly MarkdownLine[];
  /** Anchors of the headings, as GitHub makes them. */
  readonly anchors: ReadonlySet<string>;
}

const FENCE = /^\s*(?:```|~~~)/;
const LINK = /\]\(([^)\s]+)(?:\s+"[^"]*")?\)/g;
const SPAN = /`([^`]+)`/g;

/** The parts of a Markdown text. */
export function readMarkdown(text: string): Markdown {
  const prose: MarkdownLine[] = [];
  const code: MarkdownLine[] = [];
  const links: MarkdownLine[] = [];
  const anchors = new Set<string>();
  let fenced = false;
  for (const [index, content] of text.split("\n").entries()) {
    const line = index + 1;
    if (FENCE.test(content)) {
      fenced = !fenced;
      continue;
    }
    if (fenced) {
      code.push({ line, text: content });
      continue;
    }
    for (const match of content.matchAll(SPAN)) code.push({ line, text: match[1]! });
    const plain = content.replace(SPAN, (span) => " ".repeat(span.length));
    for (const match of plain.matchAll(LINK)) links.push({ line, text: match[1]! });
    prose.push({ line, text: plain.replace(LINK, "]").replace(/https?:\/\/\S+/g, " ") });
    const heading = /^#{1,6}\s+(.*)$/.exec(content);
    if (heading !== null) anchors.add(anchorOf(heading[1]!));
  }
  return { prose, code, links, anchors };
}

function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .replaceAll(" ", "-");
}

/** Rows of the tables in a Markdown text, cells trimmed, without heads and rules. */
export function tableRows(text: string): { readonly line: number; readonly cells: readonly string[] }[] {
  const lines = text.split("\n");
  return lines.flatMap((content, index) => {
    if (!content.startsWith("|") || /^\|[\s:|-]+\|$/.test(content)) return [];
    if (/^\|[\s:|-]+\|$/.test(lines[index + 1] ?? "")) return [];
    const cells = content
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
    return [{ line: index + 1, cells }];
  });
}
