/**
 * TypeScript text in, its tokens out: words, strings, templates, regular
 * expressions, punctuation, each with its line. Comments are left out.
 * Enough for the house checks; it parses nothing.
 */
export interface SourceToken {
  readonly kind: "word" | "string" | "template" | "regex" | "mark";
  /** Strings and templates without their quotes, regular expressions without their slashes and flags. */
  readonly text: string;
  /** From 1. */
  readonly line: number;
}

/** After one of these words a slash opens a regular expression. */
const BEFORE_REGEX = new Set([
  "return",
  "typeof",
  "case",
  "in",
  "of",
  "do",
  "else",
  "void",
  "await",
  "yield",
]);
const LEXEME =
  /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|[\p{L}_$][\p{L}\p{N}_$]*|\d[\w.]*|[\s\S]/guy;
const REGEX = /\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/y;

/** The tokens of a TypeScript source, in order. */
export function scanSource(source: string): SourceToken[] {
  const tokens: SourceToken[] = [];
  let offset = 0;
  let line = 1;
  while (offset < source.length) {
    const lexeme = lexemeAt(source, offset, tokens.at(-1));
    const token = tokenOf(lexeme, line);
    if (token !== null) tokens.push(token);
    line += lexeme.split("\n").length - 1;
    offset += lexeme.length;
  }
  return tokens;
}

function lexemeAt(source: string, offset: number, previous: SourceToken | undefined): string {
  if (source[offset] === "`") return source.slice(offset, templateEnd(source, offset));
  const next = source[offset + 1];
  if (source[offset] === "/" && next !== "/" && next !== "*" && opensRegex(previous)) {
    REGEX.lastIndex = offset;
    const match = REGEX.exec(source);
    if (match !== null) return match[0];
  }
  LEXEME.lastIndex = offset;
  return LEXEME.exec(source)?.[0] ?? source[offset]!;
}

function opensRegex(previous: SourceToken | undefined): boolean {
  if (previous === undefined) return true;
  if (previous.kind === "word") return BEFORE_REGEX.has(previous.text);
  return previous.kind === "mark" && !/^[)\]}]$/.test(previous.text);
}

/** Offset after the template that opens at `offset`, with the templates inside its holes. */
function templateEnd(source: string, offset: number): number {
  let depth = 0;
  for (let at = offset + 1; at < source.length; at++) {
    const char = source[at];
    if (char === "\\") at++;
    else if (depth === 0 && char === "`") return at + 1;
    else if (char === "`") at = templateEnd(source, at) - 1;
    else if (depth === 0 && char === "$" && source[at + 1] === "{") {
      depth = 1;
      at++;
    } else if (depth > 0 && char === "{") depth++;
    else if (depth > 0 && char === "}") depth--;
  }
  return source.length;
}

function tokenOf(lexeme: string, line: number): SourceToken | null {
  const first = lexeme[0]!;
  if (/\s/.test(first) || lexeme.startsWith("//") || lexeme.startsWith("/*")) return null;
  if (first === "`") return { kind: "template", text: lexeme.slice(1, -1), line };
  if ((first === '"' || first === "'") && lexeme.length > 1) {
    return { kind: "string", text: lexeme.slice(1, -1), line };
  }
  if (first === "/" && lexeme.length > 2) {
    return { kind: "regex", text: lexeme.slice(1, lexeme.lastIndexOf("/")), line };
  }
  return { kind: /[\p{L}\p{N}_$]/u.test(first) ? "word" : "mark", text: lexeme, line };
}
