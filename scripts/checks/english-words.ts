/**
 * Source files in, words of the language being read that stand in them out.
 *
 * Such words are data and belong in knowledge/. What is looked for: lists with
 * three or more plain words, regular expressions with three or more worded
 * alternatives, split word lists, and comparisons of a lemma or form with a
 * word. Words that a type of the house declares, and the labels of Universal
 * Dependencies, are no language.
 */
import type { Finding, TreeFile } from "./finding.ts";
import { type SourceToken, scanSource } from "./scan-source.ts";

/** Labels of Universal Dependencies, words of the Web, and elements and attributes of HTML. */
const TECHNICAL = new Set(
  `acl advcl advmod amod appos aux case cc ccomp clf compound conj cop csubj dep det discourse dislocated expl
   fixed flat goeswith iobj list mark nmod nsubj nummod obj obl orphan parataxis punct reparandum root vocative
   xcomp pass agent relcl prt poss preconj predet npmod tmod outer unmarked quot foreign abbrev
   http https ftp www mailto html com org net edu gov true false null undefined
   address applet area article aside audio base blockquote body button canvas caption center cite code col
   colgroup content data datalist dd del details dfn dialog dir div dl dt em embed fieldset figcaption figure font
   footer form frame frameset head header hgroup hr iframe img input ins kbd label legend li link main map mark
   menu meta meter nav noframes noscript object ol optgroup option output param picture pre progress rp rt ruby
   samp script search section select slot small source span strike strong style sub summary sup svg table tbody
   td template textarea tfoot th thead time title tr track tt ul var video wbr class href hidden name property
   rel role src srcset alt lang datetime charset`.split(/\s+/),
);
const WORD = /^[A-Z]?[a-z]{2,}$/;
const COMPARED = /(?:lemma|form|lower|word|surface)s?$/i;
const LEAST_WORDS = 3;
/** Arithmetic written as code for another machine: its lists are names of variables. */
const ARITHMETIC = /^src\/language\/numeric\//;
const ROOMS = /^src\/(?:reading|language|coding|linking)\//;

/** The words that the types of these files declare ("body", "person"): names of values, not language. */
export function declaredWords(files: readonly TreeFile[]): Set<string> {
  const words = new Set(TECHNICAL);
  for (const file of files) {
    const tokens = scanSource(file.text);
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== "string") continue;
      const before = tokens[index - 1]?.text ?? "";
      const after = tokens[index + 1]?.text ?? "";
      if (before === "|" || after === "|" || /types\.ts$|\.generated\.ts$/.test(file.path))
        words.add(token.text);
    }
  }
  return words;
}

/** Words of language in one file of the reading rooms; none in tests. */
export function checkEnglish(file: TreeFile, declared: ReadonlySet<string>): Finding[] {
  if (
    !ROOMS.test(file.path) ||
    ARITHMETIC.test(file.path) ||
    /\.test\.ts$|\/testing\/|types\.ts$/.test(file.path)
  )
    return [];
  const tokens = scanSource(file.text);
  const isWord = (text: string) => WORD.test(text) && !declared.has(text);
  return [...lists(tokens, isWord), ...patterns(tokens, isWord), ...comparisons(tokens, isWord)]
    .map(({ line, words }) => ({
      path: file.path,
      line,
      message: `words of the language belong in knowledge/: ${[...new Set(words)].slice(0, 6).join(", ")}`,
    }))
    .sort((a, b) => a.line - b.line);
}

interface Hit {
  readonly line: number;
  readonly words: readonly string[];
}
type IsWord = (text: string) => boolean;

/** `[…]` with plain words as direct elements, and strings of words that are split. */
function lists(tokens: readonly SourceToken[], isWord: IsWord): Hit[] {
  const hits: Hit[] = [];
  const open: { mark: string; line: number; words: string[] }[] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.kind === "mark" && /^[([{]$/.test(token.text)) {
      open.push({ mark: token.text, line: token.line, words: [] });
    } else if (token.kind === "mark" && /^[)\]}]$/.test(token.text)) {
      const group = open.pop();
      if (group?.mark === "[" && group.words.length >= LEAST_WORDS) hits.push(group);
    } else if (token.kind === "string" || token.kind === "template") {
      if (token.kind === "string" && isWord(token.text)) open.at(-1)?.words.push(token.text);
      const split = tokens[index + 1]?.text === "." && tokens[index + 2]?.text === "split";
      const words = split ? token.text.split(/[\s,|]+/).filter(isWord) : [];
      if (words.length >= LEAST_WORDS) hits.push({ line: token.line, words });
    }
  }
  return hits;
}

/** Regular expressions whose alternatives are words. */
function patterns(tokens: readonly SourceToken[], isWord: IsWord): Hit[] {
  return tokens.flatMap((token) => {
    if (token.kind !== "regex") return [];
    const words = token.text.split(/[|()?:^$\\]+/).filter((part) => part.length > 2 && isWord(part));
    return words.length >= LEAST_WORDS ? [{ line: token.line, words }] : [];
  });
}

/** `token.lemma === "word"` and the like. */
function comparisons(tokens: readonly SourceToken[], isWord: IsWord): Hit[] {
  return tokens.flatMap((token, index) => {
    if (token.kind !== "string" || !isWord(token.text)) return [];
    const before = tokens.slice(Math.max(0, index - 4), index).map((each) => each.text);
    const equals = before.slice(-3).join("") === "===" || before.slice(-3).join("") === "!==";
    return equals && COMPARED.test(before[0] ?? "") ? [{ line: token.line, words: [token.text] }] : [];
  });
}
